"""Whether a text lacks a part that its grammar needs: a predicate, a subject, the verb after "to" or "will"."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span, Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_HELPERS = frozenset({"aux", "aux:pass", "cop"})
_REACH = 6  # words after "will" or "to" within which its verb stands


def breaks(original: Doc, copy: Doc) -> bool:
    """Whether the copy is broken in a way in which its original is not.

    Texts that are not parsed, and copies with more sentences, which stray full stops make, are never said to be.
    """
    if not (original.has_annotation("DEP") and copy.has_annotation("DEP")):
        return False
    return bool(lacking(list(original.sents), list(copy.sents)))


def lacking(original: Sequence[Span], copy: Sequence[Span]) -> tuple[str, ...]:
    """What some parsed sentences lack that those of the original have, in order: "predicate", "subject", "finite verb",
    "verb of a subject" or "verb of a helper". Nothing where there are more of them, which stray full stops make.
    """
    if len(copy) > len(original):
        return ()
    return tuple(sorted(_breaks(copy) - _breaks(original)))


def helpers_alone(text: Iterable[Token]) -> list[Token]:
    """Words like "will" after which no verb follows, in order."""
    return [token for token in text if _is_helper(token) and not _has_verb(token)]


def _is_helper(token: Token) -> bool:
    return token.tag_ == "MD" or (token.tag_ == "TO" and token.dep_ == "mark")


def _has_verb(helper: Token) -> bool:
    return any(after.tag_ == "VB" for after in helper.doc[helper.i + 1 : helper.i + 1 + _REACH])


def _breaks(sentences: Sequence[Span]) -> set[str]:
    found = set()
    for sentence in sentences:
        root = sentence.root
        if root.tag_ != "VB" and not _is_predicate(root):
            found.add("predicate")
        elif _is_finite(root) and not any(child.dep_ in _SUBJECTS for child in root.children):
            found.add("subject")
        if not any(token.tag_ in _FINITE for token in sentence):
            found.add("finite verb")
        if any(token.dep_ in {"nsubj", "nsubj:pass"} and not _is_predicate(token.head) for token in sentence):
            found.add("verb of a subject")
        if helpers_alone(sentence):
            found.add("verb of a helper")
    return found


def _is_predicate(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} or any(child.dep_ == "cop" for child in token.children)


def _is_finite(token: Token) -> bool:
    return token.tag_ in _FINITE or any(child.dep_ in _HELPERS and child.tag_ in _FINITE for child in token.children)
