"""The predicate of a claim as stems, with the nouns and particles that give its verb a sense of its own."""

import re

from factcheck.frames.wording import AUXILIARIES, STOP, WORD, tidy
from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.stem import stem
from factcheck.lexicon.words import predicates
from factcheck.model.claim import Claim

_NOT_GUILTY = re.compile(r"\bnot guilty\b")
_TERM = re.compile(r"\b(?:years?|months?) (?:in (?:prison|jail)|behind bars)\b", re.IGNORECASE)
_CUSTODY = re.compile(r"\binto (?:[\w.’'-]+ ){0,2}custody\b")
_SENTENCE = re.compile(r"\b(?:prison|jail) (?:sentence|term)\b", re.IGNORECASE)
_BORN = re.compile(r"\bborn\b", re.IGNORECASE)
_DUE = re.compile(r"\b(?:is|are|was|were) (?:due|set|scheduled|expected|likely|poised|slated) to (?P<verb>[a-z]+)")
_TO_OPEN = re.compile(r"\b(?:is|are|was|were) to (?P<verb>open|close)\b")
_OUT_OF = re.compile(
    r"\b(?:from|out of) (?:the |their |his |her |its )?(?P<where>[a-z]+)$"
)  # "forced 300 people from their homes"
_PARTICLES = frozenset({"up", "down", "out", "off", "away", "back", "in", "over", "aside"})
_HARD = frozenset({"hard", "heavily"})
_ROLES = frozenset({"subject", "object", "iobject", "predicative", "time", "place", "purpose"})
_LIGHT = listed("frames", "light")


def predicate_of(claim: Claim) -> tuple[str, ...]:
    """The predicate's stems without auxiliaries; a light verb keeps its object's words, as in "file an appeal"."""
    if not claim.predicate:
        return ()
    if claim.predicate == "bear" and _BORN.search(claim.text):
        return ("born",)  # whom nobody "bore" in a report
    due = _DUE.search(claim.text) if claim.predicate == "be" else None
    if due is not None:  # "is due to start"
        return (stem(due["verb"], lemma=True),)
    opens = _TO_OPEN.search(claim.text) if claim.predicate == "be" and claim.object in ("open", "close") else None
    if opens is not None:  # "is to open", which a parse may have taken for a quality
        return (opens["verb"].lower(),)
    words = [
        word
        for word in WORD.findall(_NOT_GUILTY.sub("not-guilty", tidy(claim.predicate).lower()))
        if word not in AUXILIARIES
    ]
    parts = [stem(word, lemma=word == "found") for word in words]
    idiom = _idiom(parts[0], claim) if len(parts) == 1 else None
    if idiom is not None:
        return idiom
    if claim.object and len(parts) == 1 and parts[0] in _LIGHT:
        following = [
            stem(word)
            for word in WORD.findall(_NOT_GUILTY.sub("not-guilty", tidy(claim.object).lower()))[:3]
            if word not in STOP
        ]
        if predicates().of((*parts, *following)) != predicates().of(parts):
            return (*parts, *following)
    return tuple(parts)


def _idiom(verb: str, claim: Claim) -> tuple[str, ...] | None:
    """The verb with those of its nouns that give it a sense of its own: "take into custody", "give way"."""
    thing = next((item for item in claim.arguments if item.role == "object"), None)
    told = [stem(thing.head)] if thing is not None else []
    ways = [(item.role, stem(item.head)) for item in claim.arguments if item.role.isalpha() and item.role not in _ROLES]
    ways += [("in", stem(item.head)) for item in claim.arguments if item.role == "place"]
    away = _OUT_OF.search(thing.text) if thing is not None else None
    ways += [("from", stem(away["where"]))] if away is not None else []
    tried = [(verb, *told, *way) for way in ways if told] + [(verb, *way) for way in ways] + [(verb, *told)]
    if _SENTENCE.search(claim.text):  # "has been given a nine-year prison sentence"
        tried.append((verb, "sentenc"))
    if _TERM.search(claim.text):  # "was given nine years in prison"
        tried.append((verb, "in", "prison"))
    if _CUSTODY.search(claim.text):  # "was releasing into Peruvian custody Ann Lee", whom a parse takes for the place
        tried.append((verb, "into", stem("custody")))
    tried.append((verb, *_particle(verb, claim.text)))
    doer = next((item for item in claim.arguments if item.role == "subject"), None)
    if doer is not None:  # what thieves "take" is stolen
        tried.append((stem(doer.text.split()[-1]), verb))
    return next((phrase for phrase in tried if predicates().idiom(phrase)), None)


def _particle(verb: str, text: str) -> tuple[str, ...]:
    """The particle right after the verb ("step down"), which a parse may have taken for an adverb.

    Or the preposition behind "hard": "lean hard on".
    """
    words = WORD.findall(text)
    at = next((place for place, word in enumerate(words) if stem(word) == verb), len(words))
    behind = words[at + 1 : at + 3]
    if len(behind) == 2 and behind[0] in _HARD:
        return (behind[1],)
    return tuple(word for word in behind[:1] if word in _PARTICLES)


__all__ = ["predicate_of"]
