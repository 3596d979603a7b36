"""Which pairs of claims cannot answer one question, however much they share."""

import re

from factcheck.frames import compare, times
from factcheck.frames.frame import Frame, Party
from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.stem import stem
from factcheck.model.claim import Kind


def barred(left: Frame, right: Frame, one_question: bool = False) -> bool:
    """Whether two claims cannot answer one question, whatever else they share.

    Different named persons in one place of the same event are two events; an amount of one day is not that of another;
    what is only feared is not what happened; two spans of one sentence that overlap are one statement read twice. Two
    measures of two events are of two things, unless `one_question` says that each is the only one of its article, or
    the other's best counterpart.
    """
    if compare.modality(left, right)[0] == "apart" and not left.senses & right.senses & _ACTS:
        return True
    if left.claim.source == right.claim.source and left.claim.sentence == right.claim.sentence:
        return True
    if _disjoint(left, right, left.subject, right.subject):
        return True
    if not compare.both_describe(left, right) and _disjoint(left, right, left.object, right.object):
        return True
    if left.senses == right.senses == _MEMBERS and _circles_differ(left, right):
        return True  # among the dead and among the witnesses
    if _says_nothing(left) and _says_nothing(right) and _others(left, right):
        return True
    amounts = left.claim.kind is Kind.QUANTITY is right.claim.kind
    if amounts and compare.time(left, right)[0] == "apart" and not _nightly(left, right):
        return True
    measured = left.claim.quantity is not None and left.claim.quantity.unit is not None
    if amounts and measured and not one_question and compare.event(left, right)[0] == "apart":
        return True  # forty years sought and forty years sentenced
    if amounts and one_question and _equal(left, right):
        return False  # "5.2m subscribers", "5.2 million customers"
    return bool(amounts and compare.counted(left, right)[0] == "apart")


def _says_nothing(frame: Frame) -> bool:
    """Whether a claim says that somebody did not comment."""
    declines = _DECLINES.search(frame.claim.text)
    return declines is not None and stem(declines["deed"]) in listed("frames", "reticence")


_DECLINES = re.compile(
    r"\b(?:(?:declin|refus)(?:ed|es|ing) (?:to (?:make any )?|any )?"
    r"|(?:did|do|does|had) not (?:immediately )?|didn[’']t (?:immediately )?)"
    r"(?:(?:immediate|public|further) )*(?P<deed>[a-z]+)\b",
    re.IGNORECASE,
)


def _others(left: Frame, right: Frame) -> bool:
    """Whether two who keep silent are not the same: another name, another description, another one's lawyer."""
    owners = left.names and right.names and not left.names & right.names
    return bool(owners) or compare.party(left.subject, right.subject)[0] == "apart"


def _equal(left: Frame, right: Frame) -> bool:
    """Whether both give one and the same amount."""
    mine, theirs = left.claim.quantity, right.claim.quantity
    return mine is not None and theirs is not None and (mine.low, mine.high) == (theirs.low, theirs.high)


_ACTS = frozenset({"threaten", "promise", "warn"})
"""What is done by saying so: a threat with an "if" is a threat."""
_MEMBERS = frozenset({"include"})


_BEFALLEN = frozenset({"dead", "injured", "arrestee", "attacker"})


def _circles_differ(left: Frame, right: Frame) -> bool:
    """Whether two circles that somebody is counted among are not one; "those flown out" are not the injured, and whom
    "them" stands for is not known.
    """
    circles = left.subject, right.subject
    loose = any(circle.head in _ANYBODY for circle in circles)
    if loose and any(circle.groups & _BEFALLEN for circle in circles):
        return True
    return not loose and compare.party(*circles)[0] == "apart"


_ANYBODY = frozenset(map(stem, ("those", "that", "them", "they")))  # "that" is what a parse calls the noun of "those"


def _disjoint(left: Frame, right: Frame, mine: Party, theirs: Party) -> bool:
    """Whether both name a party and none in common, and no name of the one is anywhere in the other.

    "An FBI agent" may be the Ana Ruiz of the other.
    """
    if compare.party(mine, theirs)[0] != "apart" or not mine.names or not theirs.names:
        return False
    return not (mine.names & right.names or theirs.names & left.names)


def _nightly(left: Frame, right: Frame) -> bool:
    """Whether two times are so near that reports from either side of midnight can mean one event."""
    mine, theirs = left.claim.time, right.claim.time
    return mine is not None and theirs is not None and times.near(mine, theirs)
