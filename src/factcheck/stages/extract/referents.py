"""What a pronoun can stand for: people, groups, bodies and things as the text names or describes them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from factcheck.lexicon.lists import words
from factcheck.stages.extract.cues import manner_of
from factcheck.stages.extract.entities import Entities
from factcheck.stages.extract.tree import kid, kids, lemma, noun_phrase, rel, text_of

Known = Callable[[Token], "Referent | None"]
PERSON = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
THING = frozenset({"it", "its", "itself"})
HUMAN = frozenset({"person", "group", "organization"})
"""Types of referents that can speak and own."""
BODIES = frozenset({"family", "couple", "crew", "crowd", "gang", "authority", "people"})  # one word, several people
_MEASURES = frozenset(
    [
        *("year", "day", "month", "week", "hour", "minute", "second", "time", "decade", "percent", "%"),
        *("mile", "kilometer", "metre", "meter", "yard", "point", "dollar", "euro", "way"),
    ]
)
_LIMBS = frozenset({"head"})  # "the head of the firm" is somebody, "shot in the head" nobody


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


def candidate_of(token: Token, names: Entities, described: Mapping[int, Token]) -> Referent | None:
    """What a later pronoun can stand for: a noun that heads a phrase of its own, and is no measure and no date."""
    if (
        token.pos_ not in {"NOUN", "PROPN", "NUM"}
        or rel(token)
        in {
            "compound",
            "flat",
            "fixed",
            "nummod",
            "amod",
            "appos",
        }
        or token.dep_ == "nmod:desc"
    ):
        return None
    if lemma(token) in _MEASURES or token.text[:1].isdigit() or token.ent_type_ in {"DATE", "TIME"}:
        return None
    return referent_of(token, names, described)


def referent_of(token: Token, names: Entities, described: Mapping[int, Token]) -> Referent | None:
    """What a noun can be for a pronoun; None for what is no noun."""
    if token.pos_ not in {"NOUN", "PROPN", "NUM"}:
        return None
    mention = names.of(described.get(token.i, token))
    subject = rel(token) == "nsubj" and rel(token.head) not in {"acl"}
    if mention is not None and mention.type == "person":
        plural = kid(token, "conj") is not None
        subject = subject or (rel(token) == "conj" and rel(token.head) == "nsubj")
        named = [mention.entity]
        if plural:
            named += [found.entity for part in kids(token, "conj") if (found := names.of(part)) is not None]
            plural = len(named) > 1
        both = " and ".join([", ".join(named[:-1]), named[-1]]) if plural else mention.entity
        return Referent(both, "person", token, names.genders.get(mention.entity), plural, subject, named=True)
    if mention is not None and mention.type == "group":
        return Referent(mention.entity, "group", token, None, True, subject)
    if mention is not None:
        return Referent(_described(token), mention.type, token, "n", False, subject, named=True)
    plural = (
        lemma(token) == "police"
        or "Plur" in token.morph.get("Number", [])
        or token.tag_ in {"NNS", "NNPS"}
        or kid(token, "conj") is not None
    )
    limb = lemma(token) in _LIMBS and kid(token, "nmod", "compound", "amod") is None
    human = (
        not limb
        and lemma(token) not in BODIES
        and lemma(token) in words("people", "people") | words("people", "roles") | words("people", "kin")
    )
    kind = (
        "group"
        if plural and human
        else ("person" if human else ("organization" if lemma(token) in words("people", "organizations") else "thing"))
    )
    gender = None if human else "n"
    if lemma(token) in words("people", "women"):
        gender = "f"
    elif lemma(token) in words("people", "men"):
        gender = "m"
    return Referent(_described(token), kind, token, gender, plural, subject)


def _described(token: Token) -> str:
    tokens = noun_phrase(token)
    while (
        len(tokens) > 1
        and tokens[0].i < token.i
        and (tokens[0].pos_ in {"ADP", "CCONJ", "SCONJ"} or (tokens[0].pos_ == "ADV" and tokens[1].pos_ == "ADP"))
    ):
        tokens = tokens[1:]  # "again with a friend"
    text = text_of(tokens)
    if text[:2] in {"A ", "a "}:
        text = "the " + text[2:]
    elif text[:3] in {"An ", "an "}:
        text = "the " + text[3:]
    first = tokens[0]
    common = first.pos_ not in {"PROPN", "NOUN"} or (first.pos_ == "NOUN" and first.is_sent_start)
    keeps = first.text[1:].lower() != first.text[1:] or first.ent_type_
    return text[:1].lower() + text[1:] if common and not keeps else text


def agrees(referent: Referent, word: str) -> bool:
    """Whether number, gender and kind let a pronoun stand for the referent."""
    team = referent.named and re.match(r"[Tt]he \w+s$", referent.text) is not None  # "the Giants"
    if word in PLURAL:
        return (referent.plural or team) and not {"their", "they", "them"} & set(referent.text.lower().split())
    if word in THING:  # only what has a name: "it" may stand for too much else
        return (
            not referent.plural and not team and referent.named and referent.type in {"organization", "place", "thing"}
        )
    if referent.text in {"God", "Allah", "Jesus"}:
        return False
    return referent.type == "person" and not referent.plural and referent.gender in {None, PERSON[word]}


def is_pleonastic(token: Token) -> bool:
    """ "It is clear that", "it rained", "it seems": no referent."""
    head = token.head
    if rel(token) != "nsubj":
        return False
    tells = manner_of(head) == "speech" and token.dep_ == "nsubj" and kid(head, "aux:pass") is None
    if kid(head, "aux:pass") is not None and kid(head, "csubj", "ccomp") is None:
        return False  # "it was taken over"
    if (kid(head, "csubj", "ccomp") is not None and not tells) or lemma(head) in {
        "seem",
        "appear",
        "rain",
        "snow",
        "take",
        "turn",
    }:
        return True
    if kid(head, "cop") is not None and head.pos_ in {"NOUN", "PROPN", "NUM", "ADV"}:
        return True  # "it was the first time": what was told before
    if kid(head, "cop") is not None and head.pos_ == "ADJ" and head.i + 1 < len(head.doc) and head.nbor(1).text == ":":
        return True  # "it's official: the mayor is leaving"
    return kid(head, "cop") is not None and any(
        mark.text.lower() in {"to", "that"}
        for child in kids(head, "advcl", "acl", "xcomp")
        for mark in kids(child, "mark")
    )
