"""number_change, date_change and unit_change: an amount or a time that the copy does not give as the original does.

Amounts are compared as intervals and only where they stand at one place: they count the same thing, or the words around
them render one another. A hedge of a number that is lost or gained is a hedge_change.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from factcheck.lexicon.numerals import value_of
from factcheck.model.finding import DriftType, Severity
from factcheck.model.quantity import Bound, Quantity
from factcheck.model.time import Time
from factcheck.readers.dates import read_dates
from factcheck.readers.quantities import read_quantities
from factcheck.stages.drift.spans import is_span, other_unit, same_length
from factcheck.stages.drift.unit import Difference, Unit
from factcheck.stages.drift.view import View, Word

Thing = TypeVar("Thing", Quantity, Time)

_LOOSE = {Bound.ABOUT, Bound.NEARLY, Bound.VAGUE, Bound.RANGE}
_ONE_SIDED = frozenset({Bound.AT_LEAST, Bound.AT_MOST, Bound.MORE_THAN, Bound.LESS_THAN})
_UPPER = frozenset({Bound.AT_MOST, Bound.LESS_THAN})
_ROUNDING = (
    0.1  # share by which a number may be beyond a bound and still be what was meant ("more than 2,000", "2,100")
)
_ROUNDED = 0.05  # share by which a converted amount may be off: 10 miles are "16 kilometers", 300 are "500"
_POINTS = 0.5  # "a third" is "33 percent"


_LATE = {"TEV", "TNI"}  # parts of a day in TIMEX3
_THOUSAND = 3  # figures of a number up to which it has no separator
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_BEFORE = 6  # words before a number among which a word of comparison speaks of it
_ESTIMATED = frozenset({"estimate", "approximate", "approximately", "roughly", "round"})
_COMPARED = frozenset(
    {"above", "over", "below", "under", "higher", "lower", "exceed", "more", "fewer", "less", "beyond"}
)


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts and times that the readers find in a text."""

    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    figures: frozenset[float]
    """Of all words."""


def read_amounts(view: View, published: date | None) -> Amounts:
    """What the readers of amounts and of times make of a text; amounts inside a time are left to the time."""
    times = tuple(sorted(read_dates(view.doc, published), key=lambda time: (time.start, time.end)))
    quantities = tuple(
        amount
        for amount in read_quantities(view.doc)
        if amount.kind != "duration" and not touching(times, amount.start, amount.end)
    )
    return Amounts(quantities, times, frozenset(figure for word in view.words for figure in figures(word)))


def figures(word: Word) -> frozenset[float]:
    """The number of a word, or those inside a score, a time or a sum that is written as one word ("3-2", "USD7.64")."""
    if word.value is not None:
        return frozenset({word.value})
    if word.norm == "both":
        return frozenset({2.0})
    return frozenset(map(float, _FIGURE.findall(word.text.replace(",", ""))))


def number_changes(unit: Unit, original: Amounts, copy: Amounts) -> Iterator[Difference]:
    """Amounts of one unit that differ."""
    left = _inside(original.quantities, unit.left)
    right = _inside(copy.quantities, unit.right)
    free = list(right)
    rest: list[Quantity] = []
    twins = dict(_twins(unit, left, right))
    for amount in left:
        twin = twins.get(amount)
        if twin is None:
            rest.append(amount)
            continue
        free.remove(twin)
        yield from _bound_change(unit, amount, twin)
    for amount in rest:
        best: tuple[float, Quantity] | None = None
        for other in free:
            score = _same_place(unit, amount, other)
            if score > 0 and (best is None or score > best[0]):
                best = score, other
        if best is None:
            continue
        other = best[1]
        if _elsewhere(amount, copy.quantities) and _elsewhere(other, original.quantities):
            continue
        free.remove(other)
        yield from _change(unit, amount, other)


def _twins(unit: Unit, left: list[Quantity], right: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Equal amounts of both sides, one to one, those at one place before others."""
    free = list(right)
    rest = []
    for amount in left:
        equal = [other for other in free if _equal(amount, other) and _same_place(unit, amount, other) > 0]
        if equal:
            free.remove(equal[0])
            yield amount, equal[0]
        else:
            rest.append(amount)
    for amount in rest:
        twin = next((other for other in free if _equal(amount, other)), None)
        if twin is not None:
            free.remove(twin)
            yield amount, twin


def _change(unit: Unit, amount: Quantity, other: Quantity) -> Iterator[Difference]:
    a, b = (amount.start, amount.end), (other.start, other.end)
    units = amount.written_unit or amount.unit, other.written_unit or other.unit
    if _same_figure(amount, other) and None not in units and units[0] != units[1] and not amount.agrees_with(other):
        yield Difference(
            DriftType.UNIT_CHANGE,
            Severity.CRITICAL,
            0.85,
            f"{amount.text} has become {other.text}",
            (
                "Both amounts have the same figure and stand at the same place.",
                f"The unit was {amount.written_unit or 'none'} and is {other.written_unit or 'none'}.",
            ),
            (a,),
            (b,),
            (a,),
            (b,),
        )
        return
    if amount.kind != other.kind or amount.unit != other.unit:
        return
    if amount.agrees_with(other):
        if _exchanged(amount, other):
            reason = f"The original gives the bound {amount.value:g}, the copy {other.value:g} as the number."
            yield _another_number(amount, other, reason)
        elif amount.bound in _LOOSE or other.bound in _LOOSE or amount.value != other.value:
            yield from _bound_change(unit, amount, other)
        return
    yield _another_number(amount, other, _disjoint(amount, other))


def _exchanged(amount: Quantity, other: Quantity) -> bool:
    """Whether a bound has become an exact number far from it ("at least 20", "30"): within it, and told by nobody."""
    if amount.bound not in _ONE_SIDED or other.bound is not Bound.EXACT or amount.value is None or other.value is None:
        return False
    return not _near(amount.value, other.value)


def within(amount: Quantity | None, other: Quantity | None) -> bool:
    """Whether a bound has become a number near it that it allows, or the other way round."""
    if amount is None or other is None or amount.bound is other.bound or not amount.agrees_with(other):
        return False
    if amount.value is None or other.value is None:
        return True
    return _near(amount.value, other.value)


def _near(value: float, other: float) -> bool:
    """Whether one number may be meant where a text gives the other."""
    return abs(value - other) <= _ROUNDING * max(abs(value), abs(other))


def _another_number(amount: Quantity, other: Quantity, reason: str) -> Difference:
    a, b = (amount.start, amount.end), (other.start, other.end)
    steps = ("The two amounts stand at the same place.", reason)
    message = f"{amount.text} has become {other.text}"
    return Difference(DriftType.NUMBER_CHANGE, Severity.CRITICAL, 0.85, message, steps, (a,), (b,), (a,), (b,))


def _disjoint(amount: Quantity, other: Quantity) -> str:
    return f"No number satisfies both: {_interval(amount)} and {_interval(other)}."


def _bound_change(unit: Unit, amount: Quantity, other: Quantity) -> Iterator[Difference]:
    if amount.bound is other.bound or (amount.low == other.low and amount.high == other.high):
        return
    exact = {Bound.EXACT, Bound.VAGUE}
    if amount.bound in exact and other.bound in exact:
        return
    if _told_apart(unit.right, amount, other) or _told_apart(unit.left, other, amount):
        return
    turned = {amount.bound, other.bound} <= _ONE_SIDED and (amount.bound in _UPPER) != (other.bound in _UPPER)
    lost = amount.bound in _ONE_SIDED and amount.value == other.value  # the reader takes the bound for the number
    severity = (
        Severity.CRITICAL
        if turned
        else Severity.MAJOR
        if lost or Bound.EXACT not in (amount.bound, other.bound)
        else Severity.MINOR
    )
    same = amount.value is not None and amount.value == other.value
    a, b = (amount.start, amount.end), (other.start, other.end)
    yield Difference(
        DriftType.HEDGE_CHANGE,
        severity,
        0.7,
        f"{amount.text} has become {other.text}",
        (
            "The number is the same, its bound is not." if same else "Neither the number nor its bound is the same.",
            f"The original allows {_interval(amount)}, the copy {_interval(other)}.",
        ),
        (a,),
        (b,),
        (a,),
        (b,),
    )


def _told_apart(words: tuple[Word, ...], bounded: Quantity, bare: Quantity) -> bool:
    """Whether the words around a bare number say what the bound of the other one does.

    "It is estimated that 50 left" says "an estimated 50", "above the limit of 50" "more than 50".
    """
    if bare.bound is not Bound.EXACT:
        return False
    if bounded.bound is Bound.RANGE:
        return any(value.value in (bounded.low, bounded.high) and value.value != bare.value for value in words)
    places = _places(words, bare.start, bare.end)
    before = words[max(0, places[0] - _BEFORE) : places[0]] if places else ()
    if bounded.bound in (Bound.ABOUT, Bound.NEARLY):
        return any(word.lemma in _ESTIMATED for word in words)
    return any(word.norm in _COMPARED or word.lemma in _COMPARED for word in before)


def date_changes(unit: Unit, original: Amounts, copy: Amounts) -> Iterator[Difference]:
    """Times of one unit that cannot both be right, or of which one is narrower than the original says."""
    left = _inside(original.times, unit.left)
    right = _inside(copy.times, unit.right)
    free = [time for time in right if not any(_same_time(time, other) for other in left)]
    for time in left:
        if any(_same_time(time, other) for other in right):
            continue
        for other in list(free):
            if time.kind != other.kind or not _placed(unit, time, other):
                continue
            if time.kind == "date" and time.first and other.first and time.overlaps(other):
                continue
            if not (time.first and other.first) and (time.kind == "date" and time.value and other.value) is None:
                continue
            if time.value and other.value and _coarser(time.value, other.value):
                continue
            if time.value is None or other.value is None or "REF" in time.value or "REF" in other.value:
                continue
            free.remove(other)
            a, b = (time.start, time.end), (other.start, other.end)
            yield Difference(
                _kind_of_change(time.value, other.value),
                Severity.CRITICAL,
                0.8,
                f"{time.text} has become {other.text}",
                ("The two times stand at the same place.", f"{time.value} is not {other.value}."),
                (a,),
                (b,),
                (a,),
                (b,),
            )
            break


def _kind_of_change(value: str, other: str) -> DriftType:
    """Another unit, another length of time, or another time; "six years in prison" dates nothing."""
    if other_unit(value, other):
        return DriftType.UNIT_CHANGE
    return DriftType.NUMBER_CHANGE if is_span(value) and is_span(other) else DriftType.DATE_CHANGE


def _coarser(value: str, other: str) -> bool:
    """Whether two TIMEX3 values differ only in what one of them leaves open ("XXXX-07-25", "2020-07-25"; "2020-07")."""
    parts, others = value.split("-"), other.split("-")
    return all(a == b or "X" in a or "X" in b for a, b in zip(parts, others, strict=False))


def _same_time(time: Time, other: Time) -> bool:
    if time.value and other.value and {time.value[-3:], other.value[-3:]} == _LATE:
        return time.value[:-3] == other.value[:-3]  # "Thursday evening" is "Thursday night"
    if time.text.casefold() == other.text.casefold():
        return True  # told alike: that the two were published in other years changes nothing in the text
    if time.value is not None and other.value is not None and same_length(time.value, other.value):
        return any(char.isdigit() for char in time.value) or not _renumbered(time.text, other.text)
    if time.first and other.first and time.last and other.last:
        return time.overlaps(other)
    return " ".join(time.text.lower().split()) == " ".join(other.text.lower().split())


def _renumbered(text: str, other: str) -> bool:
    """Whether two times that no calendar resolves have different numbers ("three years ago", "four years ago")."""
    mine, theirs = ({value_of(word) for word in part.lower().split()} - {None} for part in (text, other))
    return bool(mine and theirs) and not mine & theirs


def _equal(amount: Quantity, other: Quantity) -> bool:
    if amount.value is not None and other.value is not None and {amount.kind, other.kind} == {"ratio", "percent"}:
        left, right = (x.value * 100 if x.kind == "ratio" else x.value for x in (amount, other) if x.value is not None)
        return abs(left - right) <= _POINTS
    if amount.unit != other.unit:
        return False
    if len(digits(amount.text)) > _THOUSAND and digits(amount.text) == digits(other.text):
        return True  # "272.000" and "272,000"
    if amount.value is None or other.value is None:
        return amount.low == other.low and amount.high == other.high
    converted = amount.written_unit and other.written_unit and amount.written_unit != other.written_unit
    return abs(amount.value - other.value) <= (_ROUNDED if converted else 1e-9) * max(1.0, abs(amount.value))


def digits(text: str) -> str:
    """The digits of a text; "272.000" and "272,000" have the same."""
    return "".join(filter(str.isdigit, text))


def retold(units: Iterable[Unit], original: Amounts, copy: Amounts) -> tuple[frozenset[int], frozenset[int]]:
    """Indices of the words, left and right, of amounts and times that the matched sentence gives too.

    In figures or words of its own, perhaps: "half" and "50 percent", "10 miles" and "16 kilometers", "RMB 400" and
    "400 yuan". Nothing of them is lost or added; whether the unit is the same is told elsewhere.
    """
    left: set[int] = set()
    right: set[int] = set()
    for unit in units:
        same: list[tuple[Quantity | Time, Quantity | Time]] = []
        others = _inside(copy.quantities, unit.right)
        for amount in _inside(original.quantities, unit.left):
            same += [(amount, other) for other in others if _equal(amount, other) or _same_figure(amount, other)]
        times = _inside(copy.times, unit.right)
        for time in _inside(original.times, unit.left):
            same += [(time, other) for other in times if time.value and other.value and _same_time(time, other)]
        for one, other in same:
            left |= {unit.left[k].i for k in _places(unit.left, one.start, one.end)}
            right |= {unit.right[k].i for k in _places(unit.right, other.start, other.end)}
    return frozenset(left), frozenset(right)


def _same_figure(amount: Quantity, other: Quantity) -> bool:
    return amount.written_value is not None and amount.written_value == other.written_value


def _elsewhere(amount: Quantity, others: tuple[Quantity, ...]) -> bool:
    return any(_equal(amount, other) for other in others)


def _same_place(unit: Unit, amount: Quantity, other: Quantity) -> float:
    """How surely two amounts stand in one slot: their words are aligned, or what they count is."""
    left = _places(unit.left, amount.start, amount.end)
    right = set(_places(unit.right, other.start, other.end))
    for place in left:
        pair = unit.to_right.get(place)
        if pair is not None and pair.right in right and (unit.left[place].value is not None or pair.how == "slot"):
            return 1.0
    if amount.counted and other.counted and amount.counted.split()[-1] == other.counted.split()[-1]:
        return 0.9
    if not left or not right:
        return 0.0
    near = 0.0
    for step, edge, other_edge in ((-1, left[0], min(right)), (1, left[-1], max(right))):
        for d in (1, 2):
            pair = unit.to_right.get(edge + step * d)
            if (
                pair is not None
                and unit.left[edge + step * d].content
                and abs(pair.right - (other_edge + step * d)) <= 1
            ):
                near += 0.4
                break
    return near if near > 0.5 else 0.0


def _placed(unit: Unit, time: Time, other: Time) -> bool:
    """Whether two times have aligned words, or hang on aligned words."""
    left = _places(unit.left, time.start, time.end)
    right = set(_places(unit.right, other.start, other.end))
    if any(
        (pair := unit.to_right.get(place)) is not None and pair.right in right and unit.left[place].content
        for place in left
    ):
        return True
    if not unit.original.parsed or not unit.copy.parsed or not left or not right:
        return False
    heads = {_head(unit.original, unit.left, left)}
    others = {_head(unit.copy, unit.right, sorted(right))}
    return any(
        a is not None and b is not None and (pair := unit.to_right.get(a)) is not None and pair.right == b
        for a in heads
        for b in others
    )


def _head(view: View, words: tuple[Word, ...], places: list[int]) -> int | None:
    """The place of the word that a stretch of words depends on."""
    inside = {words[place].token for place in places}
    by_token = {word.token: place for place, word in enumerate(words)}
    for place in places:
        head = view.doc[words[place].token].head.i
        if head not in inside:
            return by_token.get(head)
    return None


def _places(words: tuple[Word, ...], start: int, end: int) -> list[int]:
    return [place for place, word in enumerate(words) if word.start < end and start < word.end]


def _inside(things: tuple[Thing, ...], words: tuple[Word, ...]) -> list[Thing]:
    """The things, sorted by start, that touch some words; found by bisection, so that long texts stay linear."""
    found: list[Thing] = []
    first = 0
    for k in range(1, len(words) + 1):
        if k < len(words) and words[k].i == words[k - 1].i + 1:
            continue
        found += touching(things, words[first].start, words[k - 1].end)
        first = k
    return found


def touching(things: tuple[Thing, ...], start: int, end: int) -> list[Thing]:
    """The things, sorted by start, that have a character of a stretch; found by bisection."""
    found: list[Thing] = []
    place = bisect_left(things, start + 1, key=_end)
    while place < len(things) and things[place].start < end:
        found.append(things[place])
        place += 1
    return found


def _end(thing: Quantity | Time) -> int:
    return thing.end


def _interval(amount: Quantity) -> str:
    if amount.low == amount.high:
        return f"{amount.low:g}"
    return f"{amount.low:g} to {amount.high:g}" if amount.high != float("inf") else f"{amount.low:g} or more"
