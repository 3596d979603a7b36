"""FC101 of scores and votes: two numbers that are told together and decide one match or motion."""

import re

from factcheck.frames import compare
from factcheck.frames.frame import Frame
from factcheck.lexicon.words import predicates
from factcheck.model.link import Relation
from factcheck.stages.reconcile.judgement import (
    Judgement,
    Surroundings,
    comparable,
    quoted,
    times_apart,
)

_TALLY = re.compile(
    r"(?<![\d(-])(?P<one>\d{1,3})[-–](?P<other>\d{1,3})(?![-\d)])"
    r"|\b(?P<for>\d{1,3}) votes? to (?P<against>\d{1,3})\b"
    r"|\b(?:by|of|was) (?P<ayes>\d{1,3}) to (?P<noes>\d{1,3})\b"
)


def tally(frame: Frame) -> frozenset[int]:
    """The two numbers of a score or a vote, whoever is named first; empty where there is none, or several."""
    found = list(_TALLY.finditer(frame.claim.text))
    if len(found) != 1:
        return frozenset()
    return frozenset(int(number) for number in found[0].groups() if number is not None)


_DECIDING = frozenset({"accept", "reject", "defeat", "win", "elect"})


def tallies(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """FC101 of two scores of one match, or two results of one vote: "52-48", "54 votes to 46"."""
    mine, theirs = tally(left), tally(right)
    if not mine or not theirs or mine == theirs or not comparable(left, right, around):
        return None
    one = compare.same_event(left, right) or predicates().related(left.senses, right.senses)
    one = one and all(frame.senses & _DECIDING for frame in (left, right))  # the record of a season decides nothing
    named = bool(left.names) and left.names == right.names
    parties = compare.party(left.object, right.object)[0] in ("exact", "close")
    dated = (left.claim.time is None) == (right.claim.time is None) and not times_apart(left, right)
    if not one or not (named or parties) or not dated:
        return None
    if compare.party(left.subject, right.subject)[0] == "apart" or _turn(left) != _turn(right):
        return None  # the committee's vote and the council's, the first leg and the second
    if compare.party(left.object, right.object)[0] == "apart":
        return None  # the budget and the amendment
    step = f"Two results of one vote or match: {_listed(mine)} and {_listed(theirs)}."
    return Judgement(Relation.CONFLICT, "FC101", 0.6, (quoted(left), quoted(right), step))


_FIRST_OF_TWO = re.compile(
    r"(?<![\w.,])(?P<one>\d[\d.,]*)(?: ?%| per ?cent| percentage points| votes?| points?| goals?)? (?:to|against) $"
)


def after_the_first(frame: Frame) -> bool:
    """Whether an amount is the second of two that decided a vote or match: "won by 54.2 per cent to 45.8"."""
    quantity = frame.claim.quantity
    if quantity is None or not frame.senses & _DECIDING:
        return False
    found = _FIRST_OF_TWO.search(frame.claim.sentence.text[: max(0, quantity.start - frame.claim.sentence.start)])
    return found is not None and re.search(r"\bfrom $", found.string[: found.start()]) is None


_TURN = re.compile(
    r"\b(first|second|third|fourth|final|opening) (?:\w+ )?(?:leg|round|reading|vote|ballot|match|game|set|test)\b"
)


def _turn(frame: Frame) -> frozenset[str]:
    """Which of several votes or matches a claim tells of."""
    return frozenset(match[1] for match in _TURN.finditer(frame.claim.text.lower()))


def _listed(numbers: frozenset[int]) -> str:
    return " to ".join(str(number) for number in sorted(numbers, reverse=True))
