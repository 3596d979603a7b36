"""Third-person pronouns: resolved where a small set of precise rules suffices, otherwise left alone.

A pronoun takes the subject of its own sentence's earlier clauses or of the sentence before, if number and gender agree
and no second candidate of the same standing is near (a simple form of Lappin and Leass 1994, and of the "precise
constructs first" sieves of Raghunathan et al. 2010). Nothing is resolved inside quotations.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from factcheck.lexicon.lists import words
from factcheck.stages.extract.clauses import clause_of, first_conjunct
from factcheck.stages.extract.cues import manner_of
from factcheck.stages.extract.entities import Entities
from factcheck.stages.extract.quotes import Quotation
from factcheck.stages.extract.tree import ancestors, inside, kid, kids, lemma, noun_phrase, rel, text_of

_PERSON = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_THING = frozenset({"it", "its", "itself"})
_BODIES = frozenset({"family", "couple", "crew", "crowd", "gang", "authority", "people"})  # one word, several people
_REACH = 2  # sentences back


@dataclass(frozen=True, slots=True)
class Referent:
    """What a pronoun stands for: the name or description to put in its place, the type, the head word."""

    text: str
    type: str | None
    head: Token
    gender: str | None = None
    plural: bool = False
    subject: bool = False
    named: bool = False


def resolve(doc: Doc, names: Entities, quoted: list[Quotation], described: Mapping[int, Token]) -> dict[int, Referent]:
    """The referents of the pronouns that could be resolved, by token index."""
    found: dict[int, Referent] = {}
    history: list[list[Referent]] = []
    spans = iter(quoted)
    current = next(spans, None)
    for sentence in doc.sents:
        here: list[Referent] = []
        for token in sentence:
            while current is not None and current.end <= token.idx:
                current = next(spans, None)
            speech = current is not None and current.start <= token.idx
            word = token.text.lower()
            if word in _PERSON or word in _PLURAL or word in _THING:
                referent = None if speech else _choose(token, word, here, history)
                if referent is not None:
                    found[token.i] = referent
                    if rel(token) in {"nsubj"}:
                        here.append(
                            Referent(referent.text, referent.type, token, referent.gender, referent.plural, True)
                        )
                continue
            candidate = _candidate(token, names, described)
            if candidate is not None and not speech:
                here.append(candidate)
                if candidate.plural and candidate.type == "person":  # also each of "Ann and Bea" alone
                    here.append(replace(candidate, plural=False))
        if here:
            history.append(here)
        del history[:-_REACH]
    return found


def _candidate(token: Token, names: Entities, described: Mapping[int, Token]) -> Referent | None:
    if token.pos_ not in {"NOUN", "PROPN", "NUM"} or rel(token) in {
        "compound",
        "flat",
        "fixed",
        "nummod",
        "amod",
        "appos",
    }:
        return None
    mention = names.of(described.get(token.i, token))
    subject = rel(token) == "nsubj" and rel(token.head) not in {"acl"}
    if mention is not None and mention.type == "person":
        plural = kid(token, "conj") is not None
        subject = subject or (rel(token) == "conj" and rel(token.head) == "nsubj")
        return Referent(mention.entity, "person", token, names.genders.get(mention.entity), plural, subject)
    if mention is not None and mention.type == "group":
        return Referent(mention.entity, "group", token, None, True, subject)
    if mention is not None:
        return Referent(_described(token), mention.type, token, "n", False, subject, named=True)
    plural = "Plur" in token.morph.get("Number", []) or token.tag_ in {"NNS", "NNPS"} or kid(token, "conj") is not None
    human = lemma(token) not in _BODIES and lemma(token) in words("people", "people") | words(
        "people", "roles"
    ) | words("people", "kin")
    kind = (
        "group"
        if plural and human
        else ("person" if human else ("organization" if lemma(token) in words("people", "organizations") else "thing"))
    )
    gender = None if human else "n"
    if lemma(token) in {"woman", "mother", "sister", "daughter", "wife", "girl", "actress", "aunt"}:
        gender = "f"
    elif lemma(token) in {"man", "father", "brother", "son", "husband", "boy", "actor", "uncle"}:
        gender = "m"
    return Referent(_described(token), kind, token, gender, plural, subject)


def _described(token: Token) -> str:
    tokens = noun_phrase(token)
    text = text_of(tokens)
    if text[:2] in {"A ", "a "}:
        text = "the " + text[2:]
    elif text[:3] in {"An ", "an "}:
        text = "the " + text[3:]
    return (
        text[:1].lower() + text[1:]
        if text.split(" ")[0] in {"The", "Some", "Many", "Several", "All", "His", "Her", "Their"}
        else text
    )


def _choose(token: Token, word: str, here: list[Referent], history: list[list[Referent]]) -> Referent | None:
    if word in _THING and (rel(token) not in {"nsubj", "nmod"} or _pleonastic(token)):
        return None
    possessive = token.tag_ == "PRP$"
    human = rel(token) == "nsubj" and manner_of(token.head) in {"speech", "belief", "fear"}
    if possessive:
        own = _own_subject(token, here, word)
        if own is not None:
            return own
    for level, pool in enumerate([here, *reversed(history)]):
        fits = [
            referent
            for referent in pool
            if _agrees(referent, word) and not _same_clause(token, referent.head, possessive)
        ]
        if not fits:
            continue
        chosen = _standing(fits, level, word, human)
        if chosen is not None:
            return chosen
        if word in _THING or word in _PLURAL or level > 0:
            return None
    return None


def _standing(fits: list[Referent], level: int, word: str, human: bool) -> Referent | None:
    """The candidate that stands out: the only one, the only subject, or the subject of the main clause."""
    if human:
        fits = [referent for referent in fits if referent.type in {"person", "group", "organization"}] or fits
    subjects = [referent for referent in fits if referent.subject]
    if len({referent.text for referent in fits}) == 1:
        return fits[-1] if word not in _THING or subjects or level == 0 else None
    if word == "them":
        return None
    if len({referent.text for referent in subjects}) == 1 and (level > 0 or word in _PLURAL):
        return subjects[-1]
    if subjects and level > 0:
        main = [referent for referent in subjects if rel(first_conjunct(referent.head).head) == "root"]
        if len({referent.text for referent in main}) == 1:
            return main[-1]
    return None


def _own_subject(token: Token, here: list[Referent], word: str) -> Referent | None:
    """The subject of the clause that a possessive stands in, if it is a person: "Lee raised her hand"."""
    verb = next((above for above in ancestors(token) if above.pos_ in {"VERB", "AUX"}), None)
    subject = clause_of(verb).subject if verb is not None else None
    if verb is None or subject is None or subject.i > token.i or (inside(token, subject) and not inside(verb, subject)):
        return None
    return next((referent for referent in here if referent.head.i == subject.i and _agrees(referent, word)), None)


def _agrees(referent: Referent, word: str) -> bool:
    if word in _PLURAL:
        return referent.plural
    if word in _THING:  # only what has a name: "it" may stand for too much else
        return not referent.plural and referent.named and referent.type in {"organization", "place", "thing"}
    return referent.type == "person" and not referent.plural and referent.gender in {None, _PERSON[word]}


def _same_clause(token: Token, other: Token, possessive: bool) -> bool:
    """Whether both are arguments of one predicate, so that a plain pronoun cannot mean the other."""
    if possessive:
        return inside(token, other)  # "his brother" is not his own brother
    if token.text.lower().endswith(("self", "selves")):
        return False
    return token.head.i == other.head.i or inside(token, other) or inside(other, token)


def _pleonastic(token: Token) -> bool:
    """ "It is clear that", "it rained", "it seems": no referent."""
    head = token.head
    if rel(token) != "nsubj":
        return False
    if kid(head, "csubj", "ccomp") is not None or lemma(head) in {"seem", "appear", "rain", "snow", "take", "turn"}:
        return True
    return kid(head, "cop") is not None and any(
        mark.text.lower() in {"to", "that"}
        for child in kids(head, "advcl", "acl", "xcomp")
        for mark in kids(child, "mark")
    )
