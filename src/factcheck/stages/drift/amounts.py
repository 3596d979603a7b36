"""The amounts and times that two texts give, and which of them are the same under whatever wording."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from factcheck.lexicon.dates import date_words
from factcheck.lexicon.numerals import value_of
from factcheck.model.quantity import Quantity
from factcheck.model.time import Time
from factcheck.readers.dates import read_dates
from factcheck.readers.quantities import read_quantities
from factcheck.stages.drift.spans import same_length
from factcheck.stages.drift.unit import Unit
from factcheck.stages.drift.view import View, Word

Thing = TypeVar("Thing", Quantity, Time)

_ROUNDING = 0.1  # share by which a number may be beyond a bound and still be meant ("more than 2,000", "2,100")
_ROUNDED = 0.05  # share by which a converted amount may be off: 10 miles are "16 kilometers", 300 are "500"
_POINTS = 0.5  # "a third" is "33 percent"
_LATE = {"TEV", "TNI"}  # parts of a day in TIMEX3
_THOUSAND = 3  # figures of a number up to which it has no separator
_PART_OF_YEAR = re.compile(r"([\dX]{4})-([QH])(\d)")
_STRETCH = re.compile(r"([\dX]{4})-(?:\d\d)(?:/[\dX]{4}-\d\d)?")
_WORD = re.compile(r"[a-z]+")
_MONTHS_OF = {"Q": 3, "H": 6}
_FIGURE = re.compile(r"\d+(?:\.\d+)?")


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


def digits(text: str) -> str:
    """The digits of a text; "272.000" and "272,000" have the same."""
    return "".join(filter(str.isdigit, text))


def equal(amount: Quantity, other: Quantity) -> bool:
    """Whether two amounts are one, converted or written otherwise perhaps: one interval, a share in per cent."""
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


def same_figure(amount: Quantity, other: Quantity) -> bool:
    """Whether two amounts are written with the same number, whatever they count."""
    return amount.written_value is not None and amount.written_value == other.written_value


def within(amount: Quantity | None, other: Quantity | None) -> bool:
    """Whether a bound has become a number near it that it allows, or the other way round."""
    if amount is None or other is None or amount.bound is other.bound or not amount.agrees_with(other):
        return False
    if amount.value is None or other.value is None:
        return True
    return is_near(amount.value, other.value)


def is_near(value: float, other: float) -> bool:
    """Whether one number may be meant where a text gives the other."""
    return abs(value - other) <= _ROUNDING * max(abs(value), abs(other))


def same_time(time: Time, other: Time) -> bool:
    """Whether two times can be one: days that overlap, spans of one length, or the same words."""
    if time.value and other.value and {time.value[-3:], other.value[-3:]} == _LATE:
        return time.value[:-3] == other.value[:-3]  # "Thursday evening" is "Thursday night"
    if time.text.casefold() == other.text.casefold():
        return True  # told alike: that the two were published in other years changes nothing in the text
    if _same_months(time, other):
        return True  # "the second quarter", "April to June"
    if time.value is not None and other.value is not None and same_length(time.value, other.value):
        return any(char.isdigit() for char in time.value) or not _renumbered(time.text, other.text)
    if time.first and other.first and time.last and other.last:
        return time.overlaps(other)
    return " ".join(time.text.lower().split()) == " ".join(other.text.lower().split())


def _same_months(time: Time, other: Time) -> bool:
    mine, theirs = _months(time), _months(other)
    if mine is None or theirs is None or mine[1:] != theirs[1:]:
        return False
    return mine[0] == theirs[0] or "XXXX" in (mine[0], theirs[0])


def _months(time: Time) -> tuple[str, int, int] | None:
    """The year, first and last month of a quarter or half of a year, or of a stretch between two
    months: "the second quarter" is "April to June".
    """
    part = _PART_OF_YEAR.fullmatch(time.value or "")
    if part is not None:
        size = _MONTHS_OF[part[2]]
        return part[1], size * (int(part[3]) - 1) + 1, size * int(part[3])
    stretch = _STRETCH.fullmatch(time.value or "")
    table = date_words().words["month"]
    named = [table[word] for word in _WORD.findall(time.text.lower()) if word in table]
    return (stretch[1], named[0], named[1]) if stretch is not None and len(named) == 2 else None


def _renumbered(text: str, other: str) -> bool:
    """Whether two times that no calendar resolves have different numbers ("three years ago", "four years ago")."""
    mine, theirs = ({value_of(word) for word in part.lower().split()} - {None} for part in (text, other))
    return bool(mine and theirs) and not mine & theirs


def retold(units: Iterable[Unit], original: Amounts, copy: Amounts) -> tuple[frozenset[int], frozenset[int]]:
    """Indices of the words, left and right, of amounts and times that the matched sentence gives too.

    In figures or words of its own, perhaps: "half" and "50 percent", "10 miles" and "16 kilometers", "RMB 400" and
    "400 yuan". Nothing of them is lost or added; whether the unit is the same is told elsewhere.
    """
    left: set[int] = set()
    right: set[int] = set()
    for unit in units:
        same: list[tuple[Quantity | Time, Quantity | Time]] = []
        others = inside(copy.quantities, unit.right)
        for amount in inside(original.quantities, unit.left):
            same += [(amount, other) for other in others if equal(amount, other) or same_figure(amount, other)]
        times = inside(copy.times, unit.right)
        for time in inside(original.times, unit.left):
            same += [(time, other) for other in times if time.value and other.value and same_time(time, other)]
        for one, other in same:
            left |= {unit.left[k].i for k in places_of(unit.left, one.start, one.end)}
            right |= {unit.right[k].i for k in places_of(unit.right, other.start, other.end)}
    return frozenset(left), frozenset(right)


def inside(things: tuple[Thing, ...], words: tuple[Word, ...]) -> list[Thing]:
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


def places_of(words: tuple[Word, ...], start: int, end: int) -> list[int]:
    """Places of the words that have a character of a stretch, in order."""
    return [place for place, word in enumerate(words) if word.start < end and start < word.end]
