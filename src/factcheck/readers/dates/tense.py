"""Does the sentence look back or ahead? The verb that governs a date decides which Thursday it is."""

from itertools import islice
from typing import TYPE_CHECKING

from factcheck.lexicon.dates import date_words
from factcheck.readers.dates.view import View

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_STEPS = 12
_NEAR_WORDS = 14
# Verbs whose object or complement lies ahead of them, whatever their own tense: "has scheduled a hearing for Tuesday".
_PLANS = date_words().lists["plan_verbs"]
# Verbs whose infinitive lies ahead: "agreed to meet Tuesday", but not "agreed in June to buy".
_AHEAD = _PLANS | date_words().lists["ahead_verbs"]
_MODALS = date_words().lists["modals"]
# Nouns of what nobody plans: "the death of a patient on Tuesday" has been, whatever is said or done about it.
_HAPPENED = date_words().lists["happened_nouns"]
_MOVED = frozenset(["extend", "extended", "postponed", "delayed", "moved", "pushed", "rescheduled", "adjourned"])
_MANY = 64  # children of one verb that are looked at
_FUTURE_BEFORE = frozenset(["until", "till", "through"])
_UNTIL = frozenset(["until", "till"])
_NOT = frozenset(["not", "n't", "n’t"])
_WILL = frozenset(["will", "'ll", "’ll", "shall"])
_NEGATIVE = frozenset(["not", "n't", "n’t", "never", "neither", "nor", "hardly"])


def direction(view: View, start: int, end: int) -> str | None:
    """ "past", "future" or None for the date at characters `start` to `end`, from the verb that governs it.

    With a dependency parse: the nearest verb above the date, with its auxiliaries. Without one: the nearest verb form
    or future cue to the left in the sentence, then to the right. Words right before the date come first: "as early as".
    """
    span = view.span(start, end)
    if span is None:
        return None
    cue = _words_before(view.doc, span.start)
    if cue == "future" and view.is_parsed and span.start and _came_at_last(view.doc[span.start - 1], span.root):
        cue = "past"
    if cue is None and view.is_parsed and span.start:
        cue = _verb_before(view.doc[span.start - 1], span.root)
    if cue is not None:
        return cue
    return _from_parse(span.root) if view.is_parsed else _from_words(view.doc, span.start, span.end)


def _words_before(doc: "Doc", start: int) -> str | None:
    before = doc[max(start - 4, 0) : start].text.lower().replace("\n", " ").split()
    if before[-1:] and before[-1] in _FUTURE_BEFORE:
        return "future"
    if before[-3:] in (["as", "early", "as"], ["as", "soon", "as"]):
        return "future"
    if before[-1:] == ["to"] and any(word in _MOVED for word in doc[max(start - 8, 0) : start].text.lower().split()):
        return "future"
    if before[-1:] == ["effective"] or before[-2:-1] in (["scheduled"], ["due"], ["slated"], ["payable"]):
        return "future"
    return None


def points_back(view: View, start: int, end: int) -> bool:
    """Whether "that" before a date means the one near a date named before: "that November", not "said that Monday"."""
    span = view.span(start, end)
    if span is None or not view.is_parsed or not span.start:
        return False
    before = view.doc[span.start - 1]
    return before.lower_ == "that" and before.dep_ in ("det", "case") and span.start <= before.head.i < span.end


def _came_at_last(word: "Token", date: "Token") -> bool:
    """ "was not put out until Tuesday": then it was, so the Tuesday has been. Without "not" it may lie ahead."""
    verb = date.head
    for _ in range(_STEPS):
        if verb.pos_ in ("VERB", "AUX") or verb.head.i == verb.i:
            break
        verb = verb.head
    if word.lower_ not in _UNTIL or not any(child.lower_ in _NOT for child in islice(verb.children, _MANY)):
        return False
    return _from_parse(date) == "past"


def _verb_before(token: "Token", date: "Token") -> str | None:
    """The verb right before a date governs it, whatever the parse says: "the ruling, announced Wednesday"."""
    if token.tag_ not in ("VBD", "VBN"):
        return None
    found = _verb(token, date, False)
    return found if found == "past" or token.lemma_.lower() in _AHEAD else None


def _from_parse(date: "Token") -> str | None:
    """Climb from the date to the verb that it tells the time of."""
    token, through_noun, through_verb = date, False, False
    # "Wednesday's ruling" has been, whatever is done about it, unless the sentence itself looks ahead.
    owner = any(
        child.dep_ == "case" and child.lower_ in ("'s", "’s", "'", "’") for child in islice(date.children, _MANY)
    )
    for _ in range(_STEPS):
        if not through_verb and token.pos_ == "NOUN" and token.lemma_.lower() in _HAPPENED:
            return "past"
        if token is not date and token.pos_ in ("VERB", "AUX"):
            found = _verb(token, date, through_noun)
            if (
                owner
                and found == "future"
                and not any(child.lower_ in _WILL for child in islice(token.children, _MANY))
            ):
                found = "past"
            if found is not None or token.dep_ not in ("xcomp", "ccomp", "advcl", "acl", "conj", "csubj"):
                return found
            through_noun, through_verb = False, True
        elif token is not date and token.dep_ == "ROOT":
            return _copula(token, through_noun)
        elif token is not date and not date.dep_.startswith("nsubj") and _was_or_will_be(token):
            return _copula(token, through_noun)  # "says most will be back by Saturday"
        elif token is not date and token.pos_ in ("NOUN", "PROPN"):
            through_noun = True
        if token.head.i == token.i:
            break
        token = token.head
    return None


def _was_or_will_be(token: "Token") -> bool:
    """Whether an adjective, adverb or noun has a copula of its own that shows the tense."""
    children = list(islice(token.children, _MANY))
    if not any(child.dep_ == "cop" for child in children):
        return False
    words = {child.lower_ for child in children if child.dep_ in ("aux", "cop")}
    return bool(words & (_WILL | {"was", "were"})) and not words & {"have", "had"}


def _copula(token: "Token", through_noun: bool) -> str | None:
    """A predicate noun or adjective: "the vote is Tuesday", "was in Paris Tuesday"."""
    words = {child.lower_ for child in islice(token.children, _MANY) if child.dep_ in ("aux", "cop")}
    if words & {"was", "were", "had"}:
        return "past"
    if through_noun and not words & _WILL:
        return None  # "the inquiry into Tuesday's crash is under way", "the hearing on Tuesday is the last"
    return "future" if words & {"will", "'ll", "’ll", "shall", "is", "are"} else None


def _verb(token: "Token", date: "Token", through_noun: bool) -> str | None:
    """The direction that one verb gives; None: ask the verb above, or nothing is said."""
    children = list(islice(token.children, _MANY))
    auxiliaries = [child for child in children if child.dep_ in ("aux", "aux:pass", "cop")]
    words = {child.lower_ for child in auxiliaries}
    lemma, tag = token.lemma_.lower(), token.tag_
    if "could" in words and any(
        word.lower_ in _NEGATIVE for word in token.doc[max(token.i - _NEAR_WORDS, token.sent.start) : token.i]
    ):
        return "past"
    if words & _MODALS and tag != "VBN" and "have" not in words:
        return "future"
    if words & _MODALS and "be" in words:  # "will be released"
        return "future"
    if words & _MODALS:  # "would have met"
        return "past"
    if lemma in _PLANS and tag in ("VBD", "VBN", "VBZ", "VBP", "VBG"):
        return "future"
    if tag == "VBD" or words & {"was", "were", "did", "had", "has", "have"}:
        return "past"
    if tag in ("VB", "VBN") and words & _IS and any(child.lower_ == "to" for child in children):
        return "future"  # "is to begin Monday", "are to be repaid by June"
    if tag == "VBN":
        if lemma == "expect":
            return "future"
        return None if words & {"is", "are", "'s", "'re", "be"} else "past"
    if tag == "VBG" and words & {"is", "are", "am", "'s", "'re", "’s", "’re"}:
        return None if through_noun else "future"
    if tag == "VB" and any(child.lower_ == "to" for child in children):
        if date.i < token.i:
            return None
        return "future" if token.head.lemma_.lower() in _AHEAD else None
    if tag in ("VBZ", "VBP") and not through_noun and lemma in _TIMETABLE:
        return "future"
    return None


_IS = frozenset(["is", "are", "'s", "'re", "’s", "’re"])
_TIMETABLE = frozenset(
    ["expire", "mature", "begin", "start", "open", "close", "leave", "arrive", "end", "return", "meet"]
)


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
