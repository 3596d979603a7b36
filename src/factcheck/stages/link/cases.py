"""The case against one person: "has been under indictment since 2020", "is charged with killing Ana Ruiz".

Whatever the counts, the courts and the step of the case, charges against one named person answer what he is charged
with; and what lays the deed on one victim at his door answers whether he did it, be it a charge, a verdict or a
reporter's word.
"""

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

from factcheck.frames import compare
from factcheck.frames.charges import Charged, Deed, charged, deed
from factcheck.frames.frame import Frame, IdPair, pair_of
from factcheck.model.claim import Kind

_ANSWERS = frozenset({"admit", "deny"})
_MOST = 120  # claims of one person: more are a register, and no report


def one_case(table: Mapping[str, Frame]) -> dict[IdPair, compare.Match]:
    """The pairs of claims of two articles on the case against one person.

    The level is "exact" for the deed on one victim, and "close" for charges that need not be the same. Of n claims on
    one person n^2 pairs are compared; n is bounded.
    """
    found: dict[IdPair, compare.Match] = {}
    charges: dict[str, list[tuple[Frame, Charged]]] = defaultdict(list)
    deeds: dict[str, list[tuple[Frame, Deed]]] = defaultdict(list)
    for id_ in sorted(table):
        against, done = charged(table[id_]), deed(table[id_])
        if against is not None:
            for name in sorted(against.whom):
                charges[name].append((table[id_], against))
        if done is not None:
            for name in sorted(done.by):
                deeds[name].append((table[id_], done))
    for name in sorted(charges):
        for (left, mine), (right, theirs) in combinations(charges[name][:_MOST], 2):
            if _one_case(left, mine, right, theirs):
                found[pair_of(left, right)] = "close", f"charges against {name}"
    for name in sorted(deeds):
        for (left, done), (right, other) in combinations(deeds[name][:_MOST], 2):
            on = _one_victim(done, other)
            if on is not None and left.claim.source != right.claim.source and not _times_apart(left, right):
                found[pair_of(left, right)] = "exact", f"{name}, what was done {on}"
    return found


def _one_victim(done: Deed, other: Deed) -> str | None:
    """On whom both deeds were done, in words; None where it need not be one.

    One whom only the one claim names, or neither, is the same where the act and the year are.
    """
    shared, years = done.victims & other.victims, done.years & other.years
    if shared:
        return f"to {', '.join(sorted(shared))}"
    if (done.victims and other.victims) or not done.acts & other.acts:
        return None
    return f"in {min(years)}" if years else None


def _one_case(left: Frame, mine: Charged, right: Frame, theirs: Charged) -> bool:
    """Whether two claims on charges against one person can answer one question.

    Two numbers of counts may be of two charges, two victims are two questions, and a charge of a month or year that
    the other claim does not give may be an older one, unless the crime is the same or it is answered later.
    """
    if left.claim.source == right.claim.source or _other_number(left, right):
        return False
    if mine.victims and theirs.victims and not mine.victims & theirs.victims:
        return False
    if mine.step == theirs.step and _times_apart(left, right):
        return False
    if {mine.step, theirs.step} == _ANSWERS:
        return False  # a plea is changed, and each charge has its own
    dated = [item for item in (mine, theirs) if item.when is not None and (item.crimes or item.step not in _ANSWERS)]
    return not dated or mine.when == theirs.when or bool(mine.crimes & theirs.crimes)


def _other_number(left: Frame, right: Frame) -> bool:
    """Whether both give an amount, and not one and the same."""
    mine, theirs = left.claim.quantity, right.claim.quantity
    if left.claim.kind is not Kind.QUANTITY or right.claim.kind is not Kind.QUANTITY:
        return False
    return mine is None or theirs is None or (mine.unit, mine.low, mine.high) != (theirs.unit, theirs.low, theirs.high)


def _times_apart(left: Frame, right: Frame) -> bool:
    return compare.time(left, right)[0] == "apart"


__all__ = ["one_case"]
