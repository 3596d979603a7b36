"""Amounts that one side gives and the other lets a reader compute: "a third of the 900 seats" are 300 of them, a party
that "lost 12 of its 50 seats" went from 50 to 38, "12 men and 9 women" are 21 people.

Small whole numbers are sums of one another by chance, so each kind of computation asks for more than the figures: a
share and its whole, a change "from" one "to" the other, parts that are counted by other nouns than their sum, and for a
rest ("two of five voted for", "three of five voted against") an opposite.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, permutations

from factcheck.lexicon import drift as lexicon
from factcheck.model.quantity import Bound, Quantity
from factcheck.stages.drift.amounts import Amounts, equal, inside, places_of, retold
from factcheck.stages.drift.exceptions import contrary
from factcheck.stages.drift.unit import Unit
from factcheck.stages.drift.view import Word

_MANY = 8  # amounts of a side up to which sums are tried
_PARTS = (2, 3)  # of a sum
_SHARES = frozenset({"ratio", "percent"})
_COUNTS = frozenset({"count", "number"})
_LOWER, _UPPER = frozenset({Bound.MORE_THAN, Bound.AT_LEAST}), frozenset({Bound.LESS_THAN, Bound.AT_MOST})
_OTHER = frozenset({"other", "others", "rival", "rivals", "fellow"})
_LOOSE = frozenset({Bound.ABOUT, Bound.NEARLY, Bound.VAGUE})
_ROUGH, _ROUNDED = 0.05, 0.01  # share by which a product may be off, of a rough share and of another
_HALF = 0.5
_NEAR = 4  # words from "of" to the whole
_LIST = 8  # words from one part of a sum to the next
_JOINING = frozenset({"and", "plus", ",", "&"})


@dataclass(frozen=True, slots=True)
class Computed:
    """Amounts of both sides that follow from those of the other; `turned` says that one of them is what another
    leaves of the whole, so that an opposite is said of it.
    """

    left: frozenset[Quantity] = frozenset()
    right: frozenset[Quantity] = frozenset()
    turned: bool = False


def computed(unit: Unit, original: Amounts, copy: Amounts) -> Computed:
    """The amounts of a unit that stand on one side only and that the other side lets a reader compute."""
    left, right = inside(original.quantities, unit.left), inside(copy.quantities, unit.right)
    lost, new = _alone(left, right), _alone(right, left)
    if max(len(left), len(right)) > _MANY:
        return Computed()
    found = [
        *_relations(left, right, lost, new, unit.left, unit.right),
        *_relations(right, left, new, lost, unit.right, unit.left),
    ]
    opposed = contrary(unit)
    rests = list(_rests(lost, new, [*left, *right])) if opposed else []
    halves = list(_halves(left, right)) if opposed else []
    used = {amount for group in (*found, *rests) for amount in group}
    mine, theirs = frozenset(used.intersection(lost)), frozenset(used.intersection(new))
    mine |= {amount for amount, _ in halves}
    theirs |= {other for _, other in halves}
    return Computed(mine, theirs, bool(rests or halves))


def told_anew(units: Iterable[Unit], original: Amounts, copy: Amounts) -> tuple[frozenset[int], frozenset[int]]:
    """Indices of the words, left and right, of amounts and times that the matched sentence gives too, in whatever
    words, or lets a reader compute.
    """
    units = tuple(units)
    left, right = (set(side) for side in retold(units, original, copy))
    for unit in units:
        found = computed(unit, original, copy)
        left |= _indices(unit.left, found.left) | _worded(unit.left, original, unit.right)
        right |= _indices(unit.right, found.right) | _worded(unit.right, copy, unit.left)
    return frozenset(left), frozenset(right)


def _indices(words: tuple[Word, ...], amounts: Iterable[Quantity]) -> set[int]:
    return {words[k].i for amount in amounts for k in places_of(words, amount.start, amount.end)}


def _worded(words: tuple[Word, ...], amounts: Amounts, others: tuple[Word, ...]) -> set[int]:
    """Indices of the words of one side that say a change which the other side has a word for: "by 50 percent" where
    that has "by half" or "halved", "twice as many" where that has "doubled".
    """
    table = lexicon.words().factors
    factors = {table[word.lemma] for word in others if word.lemma in table}
    if any(word.norm == "half" for word in others):
        factors.add(_HALF)
    if not factors:
        return set()
    told = {abs(factor - 1) * 100 for factor in factors} | {factor * 100 for factor in factors}
    same = [amount for amount in inside(amounts.quantities, words) if amount.kind == "percent" and amount.value in told]
    return _indices(words, same) | {word.i for word in words if table.get(word.lemma) in factors}


def _alone(amounts: Sequence[Quantity], others: Sequence[Quantity]) -> list[Quantity]:
    """The amounts that the other side does not give as they are."""
    return [amount for amount in amounts if not any(equal(amount, other) for other in others)]


def _relations(
    given: Sequence[Quantity],
    told: Sequence[Quantity],
    lost: Sequence[Quantity],
    new: Sequence[Quantity],
    words: tuple[Word, ...],
    others: tuple[Word, ...],
) -> Iterator[tuple[Quantity, ...]]:
    """Amounts that belong together: those of `new` among them, on the side of `told`, follow from those of `given`."""
    yield from _shares(given, new, words)
    yield from _sums(given, lost, new, words)
    yield from _changes(given, told, lost, new)
    yield from _others(lost, new, words, others)
    yield from _totals(lost, new, words, others)
    factors = {lexicon.words().factors[word.lemma] for word in words if word.lemma in lexicon.words().factors}
    if factors and not any(word.lemma in lexicon.words().factors for word in others):
        yield from _multiples(given, told, new, factors)


def _shares(
    given: Sequence[Quantity], new: Sequence[Quantity], words: tuple[Word, ...]
) -> Iterator[tuple[Quantity, ...]]:
    """A share on one side, its whole on either, and on the other side the amount that it makes."""
    for share in given:
        if share.kind not in _SHARES or share.value is None:
            continue
        part = share.value if share.kind == "ratio" else share.value / 100
        for whole in given:
            if whole.value is None or not _part_of(words, share, whole):
                continue
            for amount in new:
                if amount.value is None or not _comparable(amount, whole):
                    continue
                off = _ROUGH if {share.bound, amount.bound, whole.bound} & _LOOSE else _ROUNDED
                least = _HALF if amount.kind in _COUNTS else 0.0
                if abs(amount.value - part * whole.value) <= max(least, off * amount.value):
                    yield share, whole, amount


def _part_of(words: tuple[Word, ...], share: Quantity, whole: Quantity) -> bool:
    """Whether a text gives a share of a whole: "a third of the 900 seats", "900 seats, a third of which"."""
    ends, starts = (places_of(words, amount.start, amount.end) for amount in (share, whole))
    if not ends or not starts:
        return False
    behind = [word.norm for word in words[ends[-1] + 1 : ends[-1] + 3]]
    if ends[-1] < starts[0]:
        return behind[:1] == ["of"] and starts[0] - ends[-1] <= _NEAR
    if behind in (["of", "which"], ["of", "whom"], ["of", "them"]):
        return ends[0] - starts[-1] <= 2 * _NEAR
    return starts[0] > 0 and [word.norm for word in words[max(0, starts[0] - 2) : starts[0]]][:1] == ["of"]


def _sums(
    given: Sequence[Quantity], lost: Sequence[Quantity], new: Sequence[Quantity], words: tuple[Word, ...]
) -> Iterator[tuple[Quantity, ...]]:
    """Parts on one side and their sum on the other, which says nothing of a part that it counts by the same noun."""
    for size in _PARTS:
        for parts in combinations(given, size):
            if any(part.value is None or not _comparable(part, parts[0]) for part in parts):
                continue
            if not all(_listed(words, one, two) for one, two in pairwise(parts)):
                continue
            for total in new:
                if total.value is None or not _comparable(total, parts[0]):
                    continue
                if abs(total.value - sum(_value(part) for part in parts)) > 1e-9 * max(1.0, total.value):
                    continue
                kept = [part for part in parts if part not in lost]
                if kept and any(_noun(part) == _noun(total) for part in parts):
                    continue
                if len(kept) < size:
                    yield (*parts, total)


def _listed(words: tuple[Word, ...], one: Quantity, two: Quantity) -> bool:
    """Whether two amounts are joined by "and", "plus" or a comma, not far apart."""
    first, second = places_of(words, one.start, one.end), places_of(words, two.start, two.end)
    if not first or not second or not 0 < second[0] - first[-1] <= _LIST:
        return False
    return any(word.norm in _JOINING for word in words[first[-1] + 1 : second[0]])


def _changes(
    given: Sequence[Quantity], told: Sequence[Quantity], lost: Sequence[Quantity], new: Sequence[Quantity]
) -> Iterator[tuple[Quantity, ...]]:
    """By how much something changed on one side, and from what to what on the other; one end may stand on both."""
    ends = [amount for amount in told if amount.step in ("from", "to")]
    for first, last in permutations(ends, 2):
        if (
            first.step != "from"
            or last.step != "to"
            or first.unit != last.unit
            or (first not in new and last not in new)
        ):
            continue
        known = any(equal(end, amount) for end in (first, last) for amount in given)
        for change in lost:
            if change.unit != first.unit or None in (first.value, last.value, change.value):
                continue
            if abs(abs(_value(first) - _value(last)) - _value(change)) <= 1e-9 * max(1.0, _value(change)):
                yield (change, first, last) if known else (change,)


def _multiples(
    given: Sequence[Quantity], told: Sequence[Quantity], new: Sequence[Quantity], factors: set[float]
) -> Iterator[tuple[Quantity, ...]]:
    """One end of a change and how many times it is the other, where the other side has both ends."""
    for end in told:
        if end in new or end.value is None:
            continue
        for other in new:
            if (
                other.unit == end.unit
                and other.value
                and any(
                    abs(one * factor - two) <= _ROUNDED * two
                    for factor in factors
                    for one, two in ((end.value, other.value), (other.value, end.value))
                )
            ):
                yield end, other


def _rests(
    lost: Sequence[Quantity], new: Sequence[Quantity], stated: Sequence[Quantity]
) -> Iterator[tuple[Quantity, ...]]:
    """What one side says of some, and the other of all the others."""
    for amount in lost:
        for rest in new:
            if amount.value is None or rest.value is None or not _comparable(amount, rest):
                continue
            total = amount.value + rest.value
            whole = 1.0 if amount.kind == "ratio" else 100.0 if amount.kind == "percent" else None
            wholes = [whole] if whole else [_value(other) for other in stated if other.unit == amount.unit]
            if any(abs(total - other) <= 1e-6 * other for other in wholes):
                yield amount, rest


def _halves(left: Sequence[Quantity], right: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Shares of which the one is more than what the other is less than: "more than half oppose it", "fewer than half
    support it".
    """
    for amount in left:
        for other in right:
            if amount.kind != other.kind or amount.kind not in _SHARES or not _bounded_apart(amount, other):
                continue
            whole = 1.0 if amount.kind == "ratio" else 100.0
            if abs(_value(amount) + _value(other) - whole) <= 1e-6 * whole:
                yield amount, other


def _bounded_apart(amount: Quantity, other: Quantity) -> bool:
    """Whether one amount is a lower bound and the other an upper one."""
    bounds = {amount.bound, other.bound}
    return bool(bounds & _LOWER and bounds & _UPPER)


def _others(
    lost: Sequence[Quantity], new: Sequence[Quantity], words: tuple[Word, ...], others: tuple[Word, ...]
) -> Iterator[tuple[Quantity, ...]]:
    """How many there are with one, and how many there are beside that one: "four riders", "three other riders"."""
    for amount in lost:
        for rest in new:
            if amount.value is None or rest.value is None or not _comparable(amount, rest):
                continue
            if amount.value == rest.value + 1 and _beside(others, rest) and not _beside(words, amount):
                yield amount, rest


def _totals(
    lost: Sequence[Quantity], new: Sequence[Quantity], words: tuple[Word, ...], others: tuple[Word, ...]
) -> Iterator[tuple[Quantity, ...]]:
    """A sum that one side alone gives, before the parts that both give: "three children, two boys and a girl"."""
    given = {word.value for word in words}
    for total in new:
        if total.value is None or total.kind not in _COUNTS or any(_comparable(total, amount) for amount in lost):
            continue
        parts = _parts_behind(others, total)
        counted = {part for part in parts if part != 1}
        if len(parts) in _PARTS and sum(parts) == total.value and counted <= given:
            yield (total,)


def _parts_behind(words: tuple[Word, ...], total: Quantity) -> list[float]:
    """The numbers of a list right behind an amount, "a girl" as one."""
    places = places_of(words, total.start, total.end)
    parts: list[float] = []
    for k in range(places[-1] + 1 if places else len(words), len(words)):
        if words[k].text in ".;!?" or (parts and k - places[-1] > _LIST * len(parts) + _LIST):
            break
        value = words[k].value
        if value is not None:
            parts.append(value)
        elif words[k].norm == "a" and words[k - 1].norm in _JOINING:
            parts.append(1.0)
    return parts


def _beside(words: tuple[Word, ...], amount: Quantity) -> bool:
    """Whether an amount counts others than the one that is spoken of."""
    places = places_of(words, amount.start, amount.end)
    return bool(places) and any(word.norm in _OTHER for word in words[places[-1] + 1 : places[-1] + 3])


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts are of one kind and unit, so that they can be added up."""
    return one.unit == other.unit and (one.kind == other.kind or {one.kind, other.kind} <= _COUNTS)


def _value(amount: Quantity) -> float:
    return amount.value if amount.value is not None else 0.0


def _noun(amount: Quantity) -> str:
    return amount.counted.split()[-1] if amount.counted else ""
