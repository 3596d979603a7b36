"""FC001 FC010 FC020 FC030 FC101: two amounts that answer "how many" or "how much".

An amount is an interval, and only disjoint intervals can conflict. Before they do, everything that makes two different
numbers both right is ruled out: other things counted, a part of the whole, another day, a later count, a round figure,
one person told beside the rest.
"""

import re

from factcheck.frames import compare
from factcheck.frames.amounts import agree, rounded, telling
from factcheck.frames.frame import Frame
from factcheck.frames.wording import stems
from factcheck.lexicon.words import ONE_WORD, alike, predicates
from factcheck.model.link import Relation
from factcheck.model.quantity import Bound, Quantity
from factcheck.stages.reconcile.judgement import (
    Judgement,
    Surroundings,
    comparable,
    details_differ,
    names_differ,
    on_one_side,
    quoted,
    times_apart,
)
from factcheck.stages.reconcile.parts import (
    alone,
    before,
    narrowed,
    one_occasion,
    part_of,
    told_beside,
    with_the_doer,
    with_theirs,
)
from factcheck.stages.reconcile.scope import elsewhere, other_scope, same_matter
from factcheck.stages.reconcile.scope_numbers import knows
from factcheck.stages.reconcile.scope_time import other_time, so_far
from factcheck.stages.reconcile.tallies import after_the_first, tally
from factcheck.stages.reconcile.tolls import ROSE_TO, grown, revised
from factcheck.stages.reconcile.whose import of_one_alone

_ALIKE = ("exact", "close", "near")


def amounts(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """Judge two amounts of one slot; None where they do not measure the same thing."""
    mine, theirs = left.claim.quantity, right.claim.quantity
    if mine is None or theirs is None or mine.unit != theirs.unit:
        return None
    level, note = compare.counted(left, right)
    bare = level == "missing" and mine.unit is None and not _bare(left, right)
    answer = around.one_answer(left, right) and mine.agrees_with(theirs)
    if (level == "apart" and not answer) or (bare and not around.one_question(left, right)):
        return None
    what = f"Both give an amount of {note or mine.unit or 'the same'}: {_show(mine)} and {_show(theirs)}."
    said = (quoted(left), quoted(right), *around.why_one_question(left, right), what)
    if predicates().opposite(left.senses, right.senses) or predicates().contrary(left.senses, right.senses):
        return None  # the amount is the same and what became of it is not: another rule's matter
    if left.senses & _DEALS and on_one_side(left, right):
        return None  # what the museum bought for one sum it may have sold for another
    if after_the_first(left) != after_the_first(right):
        return _open(said, "One is what the other side got.")
    if mine.agrees_with(theirs):
        later = grown(left, right, around)
        if later is not None:
            return Judgement(Relation.REVISION, "FC030", 0.6, (*said, later))
        return _together(left, right, (mine, theirs), around, said)
    if _one_round_number(mine, theirs):
        return Judgement(Relation.COMPATIBLE, "FC010", 0.8, (*said, "Both round to one number."))
    if agree(mine, theirs):
        if tally(left) and tally(right):
            return None  # votes and goals are not rounded
        return Judgement(Relation.COMPATIBLE, "FC010", 0.85, (*said, "One is the other rounded."))
    return _different(left, right, around, said)


def _one_round_number(left: Quantity, right: Quantity) -> bool:
    """Whether both name one round number, of which one says that it is not quite it: "more than 80", "80"."""
    value = left.written_value or left.value or 0.0
    bounds = {left.bound, right.bound}
    told = Bound.EXACT in bounds and bool(bounds & {Bound.MORE_THAN, Bound.LESS_THAN, Bound.NEARLY})
    return left.value == right.value and value > 0 and value % 10 == 0 and told


_DEALS = frozenset({"buy", "sell", "lend", "borrow", "pay", "give", "receive"})


_IN_WAYS = frozenset({"sentence", "charge", "convict", "imprison"})


def _bare(left: Frame, right: Frame) -> bool:
    """Whether one side leaves out what is counted ("55 were freed") of an event that both name; not of what is counted
    in several ways ("sentenced on two counts", "to three terms").
    """
    if left.senses & right.senses & _IN_WAYS:
        return False
    return (not left.counted.head) != (not right.counted.head) and compare.same_event(left, right)


def _together(
    left: Frame, right: Frame, amounts: tuple[Quantity, Quantity], around: Surroundings, said: tuple[str, ...]
) -> Judgement:
    """Judge two amounts that one number satisfies."""
    mine, theirs = amounts
    same = mine.low == theirs.low and mine.high == theirs.high
    if same and mine.bound is Bound.VAGUE:
        return Judgement(Relation.COMPATIBLE, "FC011", 0.8, (*said, "Both are vague in the same way."))
    capped = mine.high != theirs.high and Bound.AT_MOST in (mine.bound, theirs.bound)  # what it "could come to"
    near = not capped and around.one_answer(left, right) and rounded(mine, theirs)
    if not same and not near and not _about_the_same(mine, theirs):
        step = "One amount can satisfy both: the intervals overlap."
        return Judgement(Relation.COMPATIBLE, "FC011", 0.85, (*said, step))
    one_figure = around.one_figure(left, right) or (around.one_answer(left, right) and telling(mine))
    if names_differ(left, right) if one_figure else details_differ(left, right):
        return Judgement(Relation.COMPATIBLE, "FC018", 0.6, (*said, "Equal, but each names what the other does not."))
    if alone(left) != alone(right) or narrowed(left, right) or narrowed(right, left):
        return Judgement(Relation.COMPATIBLE, "FC018", 0.6, (*said, "Equal, but one is of a part alone."))
    if mine.unit is None and not telling(mine) and (elsewhere(left, right, around) or elsewhere(right, left, around)):
        step = "Equal, but one is of a place that the other's article does not name."
        return Judgement(Relation.COMPATIBLE, "FC018", 0.5, (*said, step))
    if _of_other_periods(left, right):
        return Judgement(Relation.COMPATIBLE, "FC018", 0.6, (*said, "Equal, but each is of another time."))
    if {mine.trend, theirs.trend} == {"up", "down"} or {_rises(left), _rises(right)} == {True, False}:
        return Judgement(Relation.UNCLEAR, "FC029", 0.4, (*said, "One goes up by it, the other down."))
    if len(_steps(left, right)) == 2:
        return Judgement(Relation.UNCLEAR, "FC029", 0.4, (*said, "One is what it came to, the other by how much."))
    counts = compare.counted(left, right)[0]
    of_one = one_figure and mine.unit is None and counts == "exact"  # "40 residents" here and there are the same forty
    if not of_one and (compare.event(left, right)[0] == "apart" or _two_deeds(left, right)):
        return Judgement(Relation.COMPATIBLE, "FC018", 0.6, (*said, "Equal, but of two things that happened."))
    if not _of_one_thing(left, right, mine):
        step = "Equal, but nothing else says that they measure one thing."
        return Judgement(Relation.COMPATIBLE, "FC018", 0.5, (*said, step))
    apart = of_one_alone(left, right, around)
    if apart is not None:
        return Judgement(Relation.COMPATIBLE, "FC018", 0.5, (*said, f"Equal, but: {apart}"))
    if not same and not _about_the_same(mine, theirs):
        step = "One tells exactly what the other rounds or bounds, and the two are near."
        return Judgement(Relation.AGREE, "FC008", 0.75, (*said, step))
    if not same:
        step = "The amounts are equal, and only one is said to be rounded."
        return Judgement(Relation.AGREE, "FC001", 0.75, (*said, step))
    return Judgement(Relation.AGREE, "FC001", 0.95 if counts == "exact" else 0.85, (*said, "The amounts are equal."))


def _about_the_same(left: Quantity, right: Quantity) -> bool:
    """Whether two amounts are one number, of which one is told as rounded: "640", "roughly 640"."""
    return left.value == right.value and {left.bound, right.bound} == {Bound.EXACT, Bound.ABOUT}


def _two_deeds(left: Frame, right: Frame) -> bool:
    """Whether both predicates are known, and known to have nothing to do with each other.

    A noun that the one shares with the other's verb ("protested against the evacuation") is no bridge between counts.
    """
    if compare.event(left, right)[0] != "close" or predicates().related(left.senses, right.senses):
        return False
    return compare.other_deed(left, right)


def _of_one_thing(left: Frame, right: Frame, amount: Quantity) -> bool:
    """Whether more than its size ties a measure to one thing: "shares fell 7 percent", "an offer of 7 percent"."""
    if amount.unit is None or amount.kind == "age" or telling(amount):
        return True
    if compare.counted(left, right)[0] == "exact" or compare.event(left, right)[0] in _ALIKE:
        return True
    beside = {word for name in left.names | right.names for word in stems(name)} | set(stems(amount.text))
    mine, theirs = left.words - beside, right.words - beside
    return any(alike(one, other) >= ONE_WORD for one in mine for other in theirs)


def _of_other_periods(left: Frame, right: Frame) -> bool:
    """Whether no day fits both times told: "in May", "in June". Neighbouring days may be one, told overnight."""
    if compare.time(left, right)[0] != "apart":
        return False
    days = [when.precision in (None, "day") for when in (left.claim.time, right.claim.time) if when is not None]
    return times_apart(left, right) or not all(days)


_UP = re.compile(r"\b(?:raise|rise|increase|hike|gain|go(?:es)? up|climb|growth|up)\b", re.IGNORECASE)
_DOWN = re.compile(r"\b(?:cut|fall|decrease|drop|decline|reduction|loss|go(?:es)? down|down)\b", re.IGNORECASE)


def _rises(frame: Frame) -> bool | None:
    """Whether a share is one of growth or of shrinking; None where the claim does not say, or is of no share."""
    quantity = frame.claim.quantity
    if quantity is None or quantity.kind not in ("percent", "percentage_point"):
        return None
    up, down = _UP.search(frame.claim.text) is not None, _DOWN.search(frame.claim.text) is not None
    return up if up != down else None


_TO_OR_BY = re.compile(
    r"\b(to|by)\s+(?:(?:a|an|the|about|around|nearly|almost|some|more than|at least)\s+)?$", re.IGNORECASE
)


def _steps(left: Frame, right: Frame) -> frozenset[str]:
    """How a change is told, by where it led or by its size: "fell to 4 percent", "fell by 4 percent"."""
    found = (_TO_OR_BY.search(before(frame)) for frame in (left, right))
    return frozenset(match[1].lower() for match in found if match is not None)


def _different(left: Frame, right: Frame, around: Surroundings, said: tuple[str, ...]) -> Judgement | None:
    """Judge two amounts that no single number satisfies."""
    small, large = sorted((left, right), key=lambda frame: frame.claim.quantity.low if frame.claim.quantity else 0.0)
    if ROSE_TO.search(before(large)) and same_matter(left, right, around) and comparable(left, right, around):
        risen = revised(left, right, around)
        if risen is not None:
            return Judgement(Relation.REVISION, "FC030", 0.7, (*said, risen))
    if with_theirs(small, large):
        step = "The smaller number is told beside the one they belong to: the two can be the same group."
        return Judgement(Relation.COMPATIBLE, "FC012", 0.75, (*said, step))
    whole = part_of(small, large)
    if whole is not None and (compare.same_event(left, right) or compare.words(left, right, {})[0] in _ALIKE):
        if one_occasion(small, large):
            return Judgement(Relation.PART_OF, "FC020", 0.7, (*said, whole))
        return _open(said, "Nothing ties the two to one occasion.")
    if told_beside(small, large):
        step = "The smaller number is told beside a person who is named apart: the two can be the same group."
        return Judgement(Relation.COMPATIBLE, "FC012", 0.75, (*said, step))
    if with_the_doer(left) != with_the_doer(right):
        return _open(said, "One counts whoever did it as well.")
    reason = other_time(left, right, around)
    if reason is not None:
        return _open(said, reason)
    if narrowed(left, right) or narrowed(right, left):
        return _open(said, "One is of a part of the place alone.")
    if not same_matter(left, right, around) or not comparable(left, right, around):
        return _open(said, "It is not certain that they count the same.")
    if knows(around, left, right) or knows(around, right, left):
        step = "One of the articles gives the other's number as well, so that it reports a dispute or two things."
        told = left.claim.attribution is not None or right.claim.attribution is not None
        if not told:  # nobody is said to hold either of them
            return _open(said, step)
        return Judgement(Relation.DISPUTE, "FC040", 0.5, (*said, step))
    reason = other_scope(left, right, around)
    if reason is not None:
        return _open(said, reason)
    later = revised(left, right, around)
    if later is not None:
        return Judgement(Relation.REVISION, "FC030", 0.7, (*said, later))
    if so_far(left) != so_far(right):
        return _open(said, "One is what there was by then.")
    exact = compare.counted(left, right)[0] == "exact" and left.senses & right.senses
    step = "No number satisfies both, and nothing says that one is a part of the other, rounded, or older."
    return Judgement(Relation.CONFLICT, "FC101", 0.8 if exact else 0.6, (*said, step))


def _open(said: tuple[str, ...], reason: str) -> Judgement:
    return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, reason))


def _show(quantity: Quantity) -> str:
    return f"“{quantity.text}”"
