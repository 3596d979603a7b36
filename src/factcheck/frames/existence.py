"""Claims that there was none of a kind ("no arrests have been made", "nobody was hurt"), and those that tell of one."""

import re

from factcheck.frames.frame import Frame
from factcheck.frames.wording import stems
from factcheck.lexicon.lists import words
from factcheck.lexicon.stem import stem
from factcheck.lexicon.words import alike

_NO_SUCH = re.compile(r"no (?:[a-z-]+ ){0,1}(?P<noun>[a-z]+)$", re.IGNORECASE)
_NOBODY = re.compile(r"(?:nobody|no[ -]one|none)$", re.IGNORECASE)
NOBODY = frozenset(stems("nobody none"))
_ROOT = 5  # letters that a noun and its verb share
_ONE_THING = 0.85  # likeness of two words of one sense or group
_DONE_TO = frozenset({"injure", "kill", "murder", "capture", "shoot", "stab"})
BEFALLS = _DONE_TO | {"die"}
"""Senses of what becomes of somebody."""


def befalls(frame: Frame) -> bool:
    """Whether a claim tells what becomes of people one by one: killed, suspended, charged; not said, left, beaten."""
    return bool(frame.senses & BEFALLS) or bool(frame.predicate[:1] and frame.predicate[0] in _UNDERGONE)


_UNDERGONE = frozenset(map(stem, words("predicates", "undergone"))) - frozenset(
    map(stem, ("transfer", "release", "strike", "attack", "book", "name", "identify", "free", "question"))
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|get|gets|got|gotten)\b", re.IGNORECASE)


def none_of(denied: Frame) -> str | None:
    """The stem of what there was none of: "no shots were fired", "no arrests have been made"."""
    if of_nobody(denied):
        return None
    told = (_NO_SUCH.match(part or "") for part in (denied.claim.subject, denied.claim.object))
    return next((stem(match["noun"]) for match in told if match is not None), None)


def _some_of(noun: str, affirmed: Frame) -> bool:
    """Whether a claim tells of one such thing or deed: "fired a single shot", "two were arrested"."""
    if affirmed.predicate[:1] == ("catch",):
        return False  # a slide catches people as well
    if not affirmed.object and affirmed.senses & _DONE_TO and not _PASSIVE.search(affirmed.claim.text):
        return False  # "police wounded": somebody whom the claim does not name
    befell = (affirmed.object,) if affirmed.object else (affirmed.subject,)  # not who did it
    if any(
        alike(noun, word) >= _ONE_THING for party in befell for word in sorted(party.words | {party.head or noun[:0]})
    ):
        return True
    if noun == "shot" and affirmed.predicate[:1] == ("fire",) and not affirmed.object:
        return True  # "a guard fired twice"
    verb = affirmed.predicate[0] if affirmed.predicate else ""
    return len(noun) >= _ROOT and verb[:_ROOT] == noun[:_ROOT]  # "no arrests", "were arrested"


def of_nobody(denied: Frame) -> bool:
    """Whether a claim says of nobody what it says."""
    return any(_NOBODY.match(part or "") for part in (denied.claim.subject, denied.claim.object))


def _somebody(frame: Frame) -> bool:
    """Whether a claim tells what became of somebody, which makes "nobody" wrong."""
    told = [frame.claim.subject, frame.claim.object]
    if frame.predicate[:1] == ("catch",):
        return False
    return befalls(frame) and any(part and not _NOBODY.match(part) for part in told)


def one_where_none(denied: Frame, affirmed: Frame) -> bool:
    """Whether one says that there was none, and the other tells of one."""
    none = none_of(denied)
    if none is not None:
        return _some_of(none, affirmed)
    return of_nobody(denied) and _somebody(affirmed)


__all__ = ["BEFALLS", "NOBODY", "befalls", "none_of", "of_nobody", "one_where_none"]
