"""Does the sentence look back or ahead? The verb that governs a date decides which Thursday it is."""

from typing import TYPE_CHECKING

from factcheck.lexicon.dates import date_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_STEPS = 12
_NEAR_WORDS = 14
_FUTURE_MODALS = frozenset(
    {"will", "shall", "'ll", "’ll", "wo", "sha", "may", "might", "can", "could", "should", "must"}
)
_PLANS = frozenset(
    "plan expect schedule agree want hope intend set prepare aim promise vow pledge slate decide due ready likely threaten".split()
)
_SPEECH = frozenset(
    "say tell report announce add note state claim confirm warn predict think believe hope expect".split()
)


def direction(doc: "Doc", start: int, end: int) -> str | None:
    """ "past", "future" or None for the date at characters `start` to `end`, from the verb that governs it.

    With a dependency parse: the nearest verb above the date and its auxiliaries. Without one: the nearest verb form or
    future cue to the left in the sentence, then to the right.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    return _from_parse(span.root) if doc.has_annotation("DEP") else _from_words(doc, span.start, span.end)


def _from_parse(token: "Token") -> str | None:
    steps = 0
    noun_cue = None
    while steps < _STEPS:
        if token.pos_ in ("VERB", "AUX") or token.dep_ == "ROOT":
            found = _verb(token, steps)
            if found is not None or token.dep_ == "ROOT":
                return found if found is not None else noun_cue
            if token.dep_ not in ("xcomp", "acl", "advcl", "conj", "ccomp"):
                return noun_cue
        elif any(child.lower_ in ("upcoming", "scheduled", "planned", "due") for child in token.children):
            noun_cue = "future"
        if token.head is token:
            break
        token = token.head
        steps += 1
    return noun_cue


def _verb(token: "Token", depth: int) -> str | None:
    """The direction that one verb gives; None: ask the verb above."""
    auxiliaries = [child for child in token.children if child.dep_ in ("aux", "aux:pass", "cop")]
    words = {child.lower_ for child in auxiliaries}
    lemma = token.lemma_.lower()
    if words & {"will", "shall", "'ll", "’ll", "wo"}:
        return None if "have" in words else "future"
    if words & {"may", "might", "can", "should", "must"} and "have" not in words:
        return "future"
    if "would" in words or "could" in words:
        return "past" if "have" in words else None if depth else "future"
    if token.tag_ == "VBD" or words & {"was", "were", "did", "had", "has", "'d"}:
        if lemma in _PLANS and words & {"was", "were", "is", "are", "been"} and token.tag_ == "VBN":
            return "future" if not words & {"was", "were"} else None
        return "past"
    if token.tag_ == "VBN":
        if lemma in _PLANS:
            return "future"
        return "past" if not words & {"is", "are", "be", "to"} else None
    if token.tag_ == "VBG" and words & {"is", "are", "am", "'s", "'re"}:
        return "future"
    if token.tag_ == "VB":
        governor = token.head
        if governor.lemma_.lower() in _PLANS or (governor.lemma_ == "go" and governor.tag_ == "VBG"):
            return "future"
    return None


def _from_words(doc: "Doc", start: int, end: int) -> str | None:
    cues = date_words().words["future_cue"]
    for indices in (range(start - 1, max(start - _NEAR_WORDS, -1), -1), range(end, min(end + _NEAR_WORDS, len(doc)))):
        for index in indices:
            word = doc[index].lower_
            if word in (".", "!", "?", ";", "\n\n"):
                break
            if word in cues or word in ("will", "'ll", "’ll"):
                return "future"
            if word in ("was", "were", "had", "did", "said", "has", "told", "been") or _looks_past(doc[index]):
                return "past"
    return None


def _looks_past(token: "Token") -> bool:
    if token.tag_:
        return token.tag_ == "VBD"
    word = token.lower_
    return len(word) > 4 and word.endswith("ed") and word == token.text
