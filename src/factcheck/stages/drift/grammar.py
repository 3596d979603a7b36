"""Readings of a parse that several kinds of difference need: negation, tense, voice, and who does what to whom."""

from dataclasses import dataclass

from spacy.tokens import Token

from factcheck.lexicon import drift as lexicon
from factcheck.text import fold

_SUBJECTS = ("nsubj", "csubj", "nsubj:outer")
_PASSIVE = ("nsubj:pass", "csubj:pass")
_AUX = ("aux", "aux:pass", "cop")


def is_verb(token: Token) -> bool:
    """Whether a token is a full verb."""
    return token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in _AUX)


SPANS = frozenset({"minute", "hour", "day", "week", "month", "year", "decade", "century"})
"""Nouns for stretches of time."""
_NOUGHT = frozenset({"none", "nothing"})  # "dropped to almost none" is no denial


def negated(token: Token) -> Token | None:
    """The negator of a predicate: among its dependents, its auxiliaries' or the determiner of its subject or object."""
    words = lexicon.words()
    for child in token.children:
        if fold(child.text) in words.negators and child.dep_ in ("advmod", "det", "neg", "cc", "discourse", "aux"):
            return child
        if child.dep_ in ("nsubj", "obj", "nsubj:pass", "obl") and child.pos_ in ("NOUN", "PRON", "PROPN", "DET"):
            if fold(child.text) in words.negators and not (child.dep_ == "obl" and child.lower_ in _NOUGHT):
                return child
            for inner in child.children:
                if inner.dep_ == "det" and fold(inner.text) in ("no", "neither"):
                    return inner
    return None


@dataclass(frozen=True, slots=True)
class Shape:
    """Tense, aspect and voice of a predicate, and its modal if any."""

    tense: str  # past present future none
    progressive: bool
    perfect: bool
    passive: bool
    modal: str
    question: bool


def shape(token: Token) -> Shape:
    """The shape of a predicate from its form and auxiliaries; a conjunct without its own takes those of the first."""
    parts = [child for child in token.children if child.dep_ in _AUX and child.i < token.i + 3]
    subject = any(child.dep_.startswith(("nsubj", "csubj")) for child in token.children)
    if not parts and token.dep_ == "conj" and not subject and token.tag_ in ("VB", "VBN", "VBG"):
        parts = [child for child in token.head.children if child.dep_ in _AUX]
    tags = {fold(child.text): child.tag_ for child in parts}
    lemmas = {fold(child.lemma_) or fold(child.text) for child in parts}
    modal = next((fold(child.text) for child in parts if child.tag_ == "MD"), "")
    finite = [child.tag_ for child in parts if child.tag_ in ("VBD", "VBZ", "VBP", "MD")] or [token.tag_]
    if modal in ("will", "'ll", "wo", "shall"):
        tense = "future"
    elif finite[0] == "VBD" or modal in ("would", "could", "might", "should"):
        tense = "past"
    elif finite[0] in ("VBZ", "VBP", "MD"):
        tense = "present"
    else:
        tense = "none"
    passive = any(child.dep_ == "aux:pass" for child in parts) or any(
        child.dep_ in _PASSIVE for child in token.children
    )
    progressive = token.tag_ == "VBG" and "be" in lemmas
    perfect = "have" in lemmas
    question = any(
        tag in ("VBD", "VBZ", "VBP", "MD") and child.i < _subject_index(token)
        for child, tag in ((c, tags[fold(c.text)]) for c in parts)
    )
    return Shape(tense, progressive, perfect, passive, modal, question)


def _subject_index(token: Token) -> int:
    return min((child.i for child in token.children if child.dep_.startswith("nsubj")), default=-1)


def infinitive(token: Token) -> bool:
    """Whether a verb stands with "to" ("is to be abolished")."""
    return any(child.lower_ == "to" and child.dep_ in ("mark", "aux") for child in token.children)


def agents(token: Token) -> list[Token]:
    """Who does it, in the active reading: the subject, or the by-phrase of a passive."""
    passive = shape(token).passive or (token.dep_.startswith("acl") and token.tag_ == "VBN")
    if passive:
        return [
            child
            for child in token.children
            if child.dep_ in ("obl", "obl:agent")
            and any(c.dep_ == "case" and fold(c.text) == "by" for c in child.children)
        ]
    return [child for child in token.children if child.dep_ in _SUBJECTS]


def patients(token: Token) -> list[Token]:
    """Whom it is done to, in the active reading: the object, or the subject of a passive.

    Or the noun of a participle.
    """
    if shape(token).passive:
        return [child for child in token.children if child.dep_ in _PASSIVE or child.dep_ in _SUBJECTS]
    if token.dep_.startswith("acl") and token.tag_ == "VBN":
        return [token.head]
    return [child for child in token.children if child.dep_ == "obj"]


def recipients(token: Token) -> list[Token]:
    """To whom it is done or said: the indirect object, or the phrase with "to"."""
    return [
        child
        for child in token.children
        if child.dep_ == "iobj" or (child.dep_ == "obl" and preposition(child) == "to" and child.pos_ != "VERB")
    ]


def obliques(token: Token) -> list[Token]:
    """The phrases with a preposition, and bare ones of time or measure."""
    return [child for child in token.children if child.dep_.startswith("obl")]


def preposition(token: Token) -> str:
    """The folded preposition of a noun phrase's head, or an empty string."""
    return next((fold(child.text) for child in token.children if child.dep_ == "case"), "")
