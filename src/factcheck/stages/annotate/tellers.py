"""The clause that says who told all the rest of a sentence: "..., a senior official and two diplomats said on Monday."

A parser that has read a long sentence to its end often hangs such speakers on the last noun before the comma, as one
more of a list or an apposition, and the verb of saying on whatever is left. The order of the words tells better.
"""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from factcheck.lexicon.dates import date_words
from factcheck.lexicon.lists import words

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NO_SPEAKER = frozenset({"VB", "VBG", "WP", "WDT", "WRB", "TO", "EX", *_FINITE})
_OPENING = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "PRP$"})
_QUOTES = frozenset({"”", '"', "’", "''"})
_TAIL = frozenset(["on", "in", "at", "during", "this", "last", "late", "earlier", "early", "yesterday", "today"])
_LONGEST_TAIL, _LONGEST_SPEAKER = 9, 14  # words


def mend_tellers(doc: Doc) -> Doc:
    """The same Doc with the last words of a sentence, "NP said [when or where]", as the clause that governs the rest.

    It is left as it is where the parse has it so, where the verb has another subject, and where what stands before
    the comma is no clause of its own, so that nothing could be told.
    """
    if doc.has_annotation("DEP"):
        for sentence in list(doc.sents):
            _mend(sentence)
    return doc


def _mend(sentence: Span) -> None:
    tokens = [token for token in sentence if not token.is_space]
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    cue = _cue(tokens)
    if cue is None:
        return
    before = [token for token in tokens if token.i < cue.i]
    speaker = list(takewhile(lambda token: token.text != "," and token.text not in _QUOTES, reversed(before)))[::-1]
    if not _can_tell(speaker):
        return
    told = [token for token in before if token.i < speaker[0].i]
    root = cue.sent.root
    subjects = [child for child in cue.children if child.dep_.split(":")[0] in {"nsubj", "csubj"}]
    if subjects or not told or not _is_clause(told) or not (root.i == cue.i or root.i < speaker[0].i):
        return
    heads = [token for token in speaker if not speaker[0].i <= token.head.i <= speaker[-1].i]
    if not heads:
        return
    if root.i != cue.i:
        cue.head = cue
        cue.dep_ = "ROOT"
        root.head = cue
        root.dep_ = "ccomp"
    heads[0].head = cue
    heads[0].dep_ = "nsubj"
    for other in heads[1:]:
        other.head = heads[0]
        other.dep_ = other.dep_ if other.dep_ in {"cc", "punct", "case", "det"} else "conj"


def _cue(tokens: list[Token]) -> Token | None:
    """The verb of saying after which only a day or a place follows."""
    for place in range(len(tokens) - 1, max(0, len(tokens) - _LONGEST_TAIL - 2), -1):
        token, tail = tokens[place], tokens[place + 1 :]
        if token.tag_ in _FINITE:
            if token.tag_ == "MD" or token.lemma_.lower() not in words("speech", "report"):
                return None
            opening = tail[0].lower_ if tail else "on"
            return token if opening in _TAIL or opening in date_words().words["weekday"] else None
        if token.tag_ in _NO_SPEAKER or token.text in _QUOTES:
            return None
    return None


def _can_tell(speaker: list[Token]) -> bool:
    """Whether the words between a comma and the verb are somebody who can say a thing."""
    if not 1 <= len(speaker) <= _LONGEST_SPEAKER or speaker[0].i == speaker[0].sent.start:
        return False
    if speaker[0].tag_ not in _OPENING or any(token.tag_ in _NO_SPEAKER for token in speaker):
        return False
    last = speaker[-1]
    return last.tag_ in {"NNP", "NNPS"} or any(
        token.lemma_.lower() in words("people", name)
        for token in speaker
        for name in ("people", "roles", "kin", "organizations")
    )


def _is_clause(told: list[Token]) -> bool:
    """Whether words have a finite verb with a subject among them."""
    own = {token.i for token in told}
    return any(
        token.tag_ in _FINITE | {"VBN", "VBG", "VB", "JJ", "NN", "NNS"}
        and any(child.i in own and child.dep_.startswith(("nsubj", "expl", "csubj")) for child in token.children)
        and token.dep_ != "acl:relcl"
        for token in told
    )
