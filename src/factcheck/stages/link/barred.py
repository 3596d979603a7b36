"""Which pairs of claims cannot answer one question, however much they share."""

from factcheck.frames import compare, times
from factcheck.frames.frame import Frame
from factcheck.model.claim import Kind


def barred(left: Frame, right: Frame, one_question: bool = False) -> bool:
    """Whether two claims cannot answer one question, whatever else they share.

    Different named persons in one place of the same event are two events; an amount of one day is not that of another;
    what is only feared is not what happened; two spans of one sentence that overlap are one statement read twice. Two
    measures of two events are of two things, unless `one_question` says that each is the only one of its article, or
    the other's best counterpart.
    """
    if compare.modality(left, right)[0] == "apart":
        return True
    if left.claim.source == right.claim.source and left.claim.sentence == right.claim.sentence:
        return True
    if _disjoint(left, right, left.subject.names, right.subject.names):
        return True
    if not compare.both_describe(left, right) and _disjoint(left, right, left.object.names, right.object.names):
        return True
    if left.senses == right.senses == _MEMBERS and compare.party(left.subject, right.subject)[0] == "apart":
        return True  # among the dead and among the witnesses
    amounts = left.claim.kind is Kind.QUANTITY is right.claim.kind
    if amounts and compare.time(left, right)[0] == "apart" and not _nightly(left, right):
        return True
    measured = left.claim.quantity is not None and left.claim.quantity.unit is not None
    if amounts and measured and not one_question and compare.event(left, right)[0] == "apart":
        return True  # forty years sought and forty years sentenced
    if amounts and one_question and _equal(left, right):
        return False  # "5.2m subscribers", "5.2 million customers"
    return bool(amounts and compare.counted(left, right)[0] == "apart")


def _equal(left: Frame, right: Frame) -> bool:
    """Whether both give one and the same amount."""
    mine, theirs = left.claim.quantity, right.claim.quantity
    return mine is not None and theirs is not None and (mine.low, mine.high) == (theirs.low, theirs.high)


_MEMBERS = frozenset({"include"})


def _disjoint(left: Frame, right: Frame, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both name a party and none in common, and no name of the one is anywhere in the other."""
    if not mine or not theirs or mine & theirs:
        return False
    return not (mine & right.names or theirs & left.names)


def _nightly(left: Frame, right: Frame) -> bool:
    """Whether two times are so near that reports from either side of midnight can mean one event."""
    mine, theirs = left.claim.time, right.claim.time
    return mine is not None and theirs is not None and times.near(mine, theirs)
