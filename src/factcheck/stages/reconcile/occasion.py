"""Whether two claims tell when one thing came about that nothing but its description names: the opening, the crash."""

import re

from factcheck.frames import compare
from factcheck.frames.frame import Frame
from factcheck.lexicon.words import roles
from factcheck.stages.reconcile.judgement import (
    both_announced,
)

_ONE_DAY = frozenset({"occur", "begin", "end"})
_OF_THINGS = frozenset({"found", "build"})
_STARTS = frozenset({"lift_off"})
ACCIDENTS = frozenset({"derail", "collapse", "crash", "explode"})  # of one train or house, in one named place


def same_occasion(left: Frame, right: Frame) -> bool:
    """Whether both only say when one thing took place that nothing but its description names ("the opening")."""
    shared = left.senses & right.senses
    if left.names != right.names or left.claim.negated != right.claim.negated:
        return False
    if any(_IS_SHUT.search(frame.claim.text) for frame in (left, right)):
        return False  # as it may be on both days
    if shared & ACCIDENTS and left.names and not left.people:
        return _one_thing(left, right)
    if shared & _STARTS and not left.people:
        return _one_thing(left, right)
    if shared & _OF_THINGS and not left.people:
        mine, theirs = (frame.object or frame.subject for frame in (left, right))
        return mine.head is not None and mine.words == theirs.words
    mine, theirs = (frame.subject or frame.object for frame in (left, right))
    if of_office(left, right):
        return True
    return bool(shared & _ONE_DAY) and mine.head is not None and mine.words == theirs.words


def same_words(left: Frame, right: Frame) -> bool:
    """Whether two sentences on what is to come are one but for the day: "the opening is set for 4 May", "19 May"."""
    if not (both_announced(left, right) or all(_SET.search(frame.claim.text) for frame in (left, right))):
        return False
    texts = []
    for frame in (left, right):
        when, sentence = frame.claim.time, frame.claim.sentence
        if when is None:
            return False
        text = sentence.text
        rest = text[: when.start - sentence.start] + text[when.end - sentence.start :]
        texts.append(re.findall(r"\w+", rest.lower()))
    return texts[0] == texts[1] and len(texts[0]) >= _ENOUGH and bool(left.names & right.names)


_SET = re.compile(r"\b(?:set|scheduled|planned|due|slated|fixed) for\b", re.IGNORECASE)
_ENOUGH = 6  # words beside the day
_IS_SHUT = re.compile(r"\b(?:be|is|are|was|were|been|stay|remain) (?:closed|shut)\b")
_LEAVING = frozenset({"resign", "swear_in"})


def of_office(left: Frame, right: Frame) -> bool:
    """Whether both tell how one who holds an office came into it or left it: "the mayor resigned"."""
    mine, theirs = (frame.subject or frame.object for frame in (left, right))
    if not left.senses & right.senses & _LEAVING or mine.head is None or mine.plural:
        return False
    return mine.words == theirs.words and mine.head in roles().relations


def _one_thing(left: Frame, right: Frame) -> bool:
    """Whether what an accident befell can be one thing, wherever the verb puts it: "a train left the rails"."""
    return any(
        compare.party(one, other)[0] in ("exact", "close")
        for one in (left.subject, left.object)
        for other in (right.subject, right.object)
    )


__all__ = ["ACCIDENTS", "of_office", "same_occasion", "same_words"]
