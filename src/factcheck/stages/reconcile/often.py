"""FC101 of how many times something came about: "was married twice", "was married three times"."""

import re

from factcheck.frames import compare
from factcheck.frames.frame import Frame
from factcheck.frames.recurrence import how_often
from factcheck.model.link import Relation
from factcheck.stages.reconcile.judgement import Judgement, Surroundings, comparable, firmly_shared, quoted


def times_over(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """Judge two claims that say how many times something came about: no two numbers of it are right of one party."""
    mine, theirs = how_often(left.claim.text), how_often(right.claim.text)
    if mine is None or theirs is None or mine == theirs:
        return None
    said = (quoted(left), quoted(right), f"Each says how many times: {mine} and {theirs}.")
    if not comparable(left, right, around) or not compare.same_event(left, right) or not _within_one(left, right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.4, said)
    if not firmly_shared(left, right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.4, (*said, "It is not certain that both tell it of the same."))
    return Judgement(Relation.CONFLICT, "FC101", 0.6, said)


_SINCE = re.compile(r"\b(?:since|in|during|over|for|by|against|with|at|last|this|from|under) [^,.;]*", re.IGNORECASE)


def _within_one(left: Frame, right: Frame) -> bool:
    """Whether neither says in which time, place or company it came about so often that the other does not say."""
    mine, theirs = (
        {match.group().lower().strip() for match in _SINCE.finditer(frame.claim.text)} for frame in (left, right)
    )
    return mine == theirs


__all__ = ["times_over"]
