"""Whom a claim counts among a circle, and what the circle's own words say became of it.

"Ann Lee was among those being flown out", "the 12 people arrested include Ann Lee", "among the dead was Ann Lee".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from factcheck.frames.frame import Frame, Party
from factcheck.frames.wording import AUXILIARIES, STOP, WORD, tidy
from factcheck.lexicon.lists import mapping
from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.stem import stem
from factcheck.lexicon.words import predicates
from factcheck.text import fold


@dataclass(frozen=True, slots=True)
class Deed:
    """What came about: `senses` of its verb and the `verb` as a stem, and whether the party did it or underwent it."""

    senses: frozenset[str]
    verb: str
    done: bool


@dataclass(frozen=True, slots=True)
class Membership:
    """The names of the `members` that a claim counts among a circle, and the `circle` in its words."""

    members: frozenset[str]
    circle: str


_AMONG = re.compile(
    r"\b(?:is|are|was|were|been) (?:also |now |reportedly )?(?:among(?:st)?|one of|some of|two of) (?P<circle>[^.;]+)"
)
_LISTED = re.compile(r", among them ")
_INCLUDE = re.compile(r"^(?P<circle>[^.;]+?)(?: (?:also|now|reportedly))? includ(?:e|es|ed) ")
_CUT = r"of|in|from|on|at|with|for|to|into|by|as|after|during|when|while|over|under|near|including"
_AFTER_NAME = re.compile(rf"\s+(?:{_CUT})\b|[,;(—]")
_AFTER_NOUN = re.compile(rf"\s+(?:and|{_CUT})\b|[,;(—]")
_CLAUSE = re.compile(
    r"^(?P<noun>[^,;(]*?)\s(?:who|that) (?P<aux>(?:(?:is|are|was|were|has|have|had|been|being|also|now|later|to be) )*)"
    r"(?P<deed>[a-z].*)"
)
_BEING = re.compile(r"\b(?:is|are|was|were|been|being|be)\b")


def membership(frame: Frame) -> Membership | None:
    """The members that an affirmed claim counts among a circle; None where it does no such thing."""
    claim = frame.claim
    if claim.negated or not claim.predicate:
        return None
    if (claim.object or "").startswith("among ") and _LISTED.search(claim.text):
        return Membership(_member(frame), (claim.object or "").removeprefix("among "))
    told = _AMONG.search(claim.text) if stem(claim.predicate) == "be" else None
    if told is not None:
        return Membership(_member(frame), told["circle"])
    told = _INCLUDE.match(claim.text) if claim.predicate == "include" else None
    return Membership(_bearers(frame.object, claim.object), told["circle"]) if told is not None else None


def _member(frame: Frame) -> frozenset[str]:
    """The names counted among a circle, which a frame has as what the circle includes, or still as its subject."""
    return _bearers(frame.object if "include" in frame.senses else frame.subject, frame.claim.subject)


def _bearers(party: Party, text: str | None) -> frozenset[str]:
    """The names of a party that is called so, where it is known who is meant; empty for "leaders of Tolna"."""
    if not text or (len(party.names) > 1 and not party.plural):
        return frozenset()
    called = {fold(word) for word in WORD.findall(_AFTER_NAME.split(tidy(text), maxsplit=1)[0])}
    return party.names if all(called & set(name.split()) for name in party.names) else frozenset()


_HARDLY = re.compile(
    r"\b(?:not|never|nearly|almost|falsely|wrongly|mistakenly|reported|reportedly|said)\b", re.IGNORECASE
)


def deed_of(circle: str) -> Deed | None:
    """What a circle's own words say that came about: "those being flown out", "the dead"; None where they do not say.

    >>> deed_of("the 12 people arrested on Monday").verb, deed_of("the witnesses"), deed_of("those who fled").done
    ('arrest', None, True)
    """
    text = tidy(circle).strip()
    if _HARDLY.search(text):
        return None
    clause = _CLAUSE.match(text)
    if clause is not None:
        deed = _read(clause["deed"])
        if deed is None:
            return None
        passive = bool(_BEING.search(clause["aux"]))
        if passive and not _participle(WORD.findall(clause["deed"])[0]):
            return None  # "who are facing charges"
        return Deed(*deed, done=not passive)
    part = _AFTER_NOUN.split(text, maxsplit=1)[0]
    parts = list(WORD.finditer(part.lower()))
    said = [match.group() for match in parts]
    for place in range(1, len(said)):
        if _participle(said[place]) and said[place - 1] not in STOP - _PRONOUNS and _ends(said[place + 1 :]):
            deed = _read(text[parts[place].start() :])
            return Deed(*deed, done=False) if deed is not None else None
    became = _circles().get(stem(said[-1])) if said else None
    return Deed(became, "", done=False) if became is not None else None


@cache
def _circles() -> Mapping[str, frozenset[str]]:
    """What became of everybody in a circle, by the stem of its noun."""
    return {stem(noun): frozenset(senses.split()) for noun, senses in mapping("frames", "circles").items()}


_PRONOUNS = frozenset({"those", "being", "ones", "others", "few", "many", "several", "be"})
_PARTICLES = frozenset({"up", "down", "out", "off", "away", "back", "over", "so", "far", "there", "yesterday", "today"})


def _ends(words: list[str]) -> bool:
    """Whether nothing but particles follow: "those laid off"; "the injured driver" is no deed of his."""
    return all(word in _PARTICLES for word in words)


def _participle(word: str) -> bool:
    """Whether a word can be what was done to somebody: "killed", "flown"."""
    return word.endswith("ed") or word in _IRREGULAR


_IRREGULAR = (
    frozenset(mapping("inflection", "past").values())
    | frozenset(mapping("inflection", "participle").values())
    | listed("frames", "unchanged")
)


_DETERMINERS = frozenset({"the", "a", "an", "their", "his", "her"})


def _read(text: str) -> tuple[frozenset[str], str] | None:
    """The senses and the stem of the verb that a text begins with, with the noun or particle that makes its sense."""
    read = WORD.findall(text.lower())[:6]
    if not read or read[0] in AUXILIARIES:
        return None
    verb, *after = (stem(word) for word in read if word not in _DETERMINERS)
    table = predicates()
    tried = [(verb, *after[:2]), (verb, *after[:1])]
    phrase = next((each for each in tried if table.idiom(each)), (verb,))
    return table.of(phrase), verb


def deed_told(frame: Frame, names: frozenset[str]) -> Deed | None:
    """What a claim tells of just those who bear some names: what was done to them, or what they did; None for neither.

    Of one who does something to another nothing is told, since a circle's deed has no other party.
    """
    claim = frame.claim
    if claim.negated or not frame.predicate or "include" in frame.senses:
        return None
    if _bearers(frame.object, claim.object) & names:
        return Deed(frame.senses, frame.predicate[0], done=False)
    if not has_object(frame) and _bearers(frame.subject, claim.subject) & names:
        return Deed(frame.senses, frame.predicate[0], done=True)
    return None


def has_object(frame: Frame) -> bool:
    """Whether a claim's verb has an object: "died in the fire" has none, whatever stands for it in the claim."""
    return any(item.role in ("object", "agent") for item in frame.claim.arguments)


def same_deed(left: Deed, right: Deed) -> str | None:
    """How nearly two deeds of one party are one: "exact", or "close" where each is often told for the other."""
    table = predicates()
    if ({left.verb, right.verb} | left.senses | right.senses) & listed("frames", "of_many"):
        return None
    if left.verb == right.verb and not left.senses | right.senses:
        return "exact" if left.verb not in listed("frames", "light") and left.done == right.done else None
    wide = table.widened(left.senses), table.widened(right.senses)
    shared = wide[0] & wide[1]
    if shared and (left.done == right.done or shared & _BEFALL):
        return "exact"
    if table.contrary(left.senses, right.senses) or table.opposite(left.senses, right.senses):
        return None
    near = table.related(left.senses, right.senses)
    return "close" if near and (left.done == right.done or (left.senses | right.senses) & _COMING) else None


_BEFALL = frozenset({"die", "injure", "survive"})  # one dies and is killed
_COMING = frozenset({"arrive", "depart", "travel", "surrender", "die"})  # what those do who are sent

__all__ = ["Deed", "Membership", "deed_of", "deed_told", "has_object", "membership", "same_deed"]
