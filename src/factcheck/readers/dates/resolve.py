"""Place a meaning in time: the article's date, the tense and the dates named before decide."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from factcheck.readers.dates import calendar as cal
from factcheck.readers.dates.calendar import Period
from factcheck.readers.dates.meaning import (
    Clock,
    Expression,
    Fixed,
    Length,
    Recurring,
    Reference,
    Repeats,
    Shifted,
    Window,
)

_FAR, _NEAR = 240, 70  # days
_UNKNOWN = {
    "day": "XXXX-XX-XX",
    "night": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "weekend": "XXXX-WXX-WE",
}
_UNKNOWN |= {"quarter": "XXXX-QX", "year": "XXXX", "decade": "XXX", "century": "XX"}


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is read against.

    `published` is the article's date; `anchor` the last point of the calendar that the sentence has named, and `before`
    that of the sentence before, which only "that year" and its like may mean; `quarter` the last quarter of the text; `direction` asks the verb, and is asked only where its answer matters.
    """

    published: date | None
    anchor: Period | None
    before: Period | None
    quarter: Period | None
    direction: Callable[[], str | None]


@dataclass(frozen=True, slots=True)
class Resolved:
    """The outcome: the parts of a `Time` that do not depend on the text's offsets, and the `point` before any bound."""

    kind: str
    value: str
    first: date | None
    last: date | None
    precision: str | None
    mod: str | None
    point: Period | None


def resolve(expression: Expression, context: Context) -> Resolved:
    """Place an expression in time; without what it would need, it keeps an underspecified value and has no ends."""
    meaning, mod = expression.meaning, expression.mod
    if isinstance(meaning, Length) and expression.bound == "in" and context.direction() == "future":
        ahead = Shifted(meaning.unit, meaning.count, exact=meaning.unit == "day")
        return resolve(Expression(ahead, mod=mod), context)
    if isinstance(meaning, Length):
        return Resolved("duration", meaning.value, None, None, meaning.unit, mod, None)
    if isinstance(meaning, Repeats):
        return Resolved("set", meaning.value, None, None, None, mod, None)
    if isinstance(meaning, Reference):
        return Resolved("date", meaning.value, None, None, "vague", mod, None)
    if isinstance(meaning, Clock):
        return Resolved("time", f"T{meaning.value}", None, None, "time", mod, None)
    if isinstance(meaning, Window):
        return _window(meaning, mod, context)
    point = place(expression, context)
    value = point.value if point else _open_value(expression)
    kind = "date"
    precision = point.precision if point else _precision_of(meaning)
    if expression.clock:
        kind, value, precision = "time", f"{value}T{expression.clock}", "time"
    if expression.edge in ("START", "MID", "END"):
        mod = mod or expression.edge
    if point is None:
        return Resolved(kind, value, None, None, precision, mod, None)
    if expression.until is not None:
        return _closed(expression.until, point, kind, mod, context)
    first, last, bound_mod = _bounded(point, expression.bound, context.published)
    return Resolved(kind, value, first, last, precision, bound_mod or mod, point)


def _bounded(point: Period, bound: str | None, published: date | None) -> tuple[date | None, date | None, str | None]:
    if bound == "since":
        return point.first, published if published and published >= point.first else None, "ON_OR_AFTER"
    if bound in ("until", "by"):
        return None, point.last, "ON_OR_BEFORE"
    if bound == "before" and (end := cal.add_days(point.first, -1)) is not None:
        return None, end, "BEFORE"
    if bound == "after" and (start := cal.add_days(point.last, 1)) is not None:
        return start, None, "AFTER"
    return point.first, point.last, None


def _closed(until: Expression, point: Period, kind: str, mod: str | None, context: Context) -> Resolved:
    """A range. What the second half leaves out it takes from the first: "June to August 2015" works backwards too."""
    end = place(until, replace(context, anchor=point, published=point.first, direction=lambda: "future"))
    if end is None or end.last < point.first:
        return Resolved(kind, point.value, point.first, point.last, point.precision, mod, point)
    value = f"{point.value}/{end.value}"
    whole = Period(point.first, end.last, value, "interval")
    return Resolved(kind, value, whole.first, whole.last, "interval", mod, whole)


def place(expression: Expression, context: Context) -> Period | None:
    """The period that a date's words mean, before "since" and its like open an end."""
    meaning = expression.meaning
    found: Period | None = None
    if isinstance(meaning, Fixed):
        found = meaning.period
    elif isinstance(meaning, Recurring):
        found = _recurring(expression, meaning, context)
    elif isinstance(meaning, Shifted):
        found = _shifted(expression, meaning, context)
    if found is None:
        return None
    if expression.unit_of:
        found = cal.unit_period(found.first, expression.unit_of) or found
    if expression.edge in ("START", "MID", "END"):
        return cal.edge_period(found, expression.edge)
    published = context.published
    if published is not None and found.first <= published <= found.last:
        if expression.edge == "BEFORE":
            return replace(found, last=published)
        if expression.edge == "AFTER":
            return replace(found, first=published)
    return found


def _recurring(expression: Expression, meaning: Recurring, context: Context) -> Period | None:
    if expression.until is not None and expression.within is None and meaning.cycle == "year":
        year = _year_of(expression.until, context)  # "June to August 2015"
        if year is not None:
            return meaning.of(date(year, 7, 1))
    if expression.within is not None:
        whole = place(expression.within, context)
        if whole is None:
            return None
        return meaning.of(whole.first) if meaning.cycle == "week" else meaning.of(date(whole.first.year, 7, 1))
    if context.published is None:
        return None
    return _occurrence(meaning, context.published, context)


def _year_of(expression: Expression, context: Context) -> int | None:
    if isinstance(expression.meaning, Fixed):
        return expression.meaning.period.first.year
    if expression.within is not None and (whole := place(expression.within, context)) is not None:
        return whole.first.year
    return None


def _occurrence(meaning: Recurring, day: date, context: Context) -> Period | None:
    """The occurrence that the words, or else the tense, ask for."""
    step = 7 if meaning.cycle == "week" else 366
    reach = 2 if meaning.cycle == "week" else 9 if meaning.value == "XXXX-02-29" else 2
    days = [cal.add_days(day, step * count) for count in range(-reach, reach + 1)]
    if meaning.cycle == "year":
        days = [cal.make_date(day.year + count, 7, 1) for count in range(-reach, reach + 1)]
    periods = [found for each in days if each is not None and (found := meaning.of(each)) is not None]
    if not periods:
        return None
    if meaning.near == "this":
        current = meaning.of(day)
        return current
    if meaning.near == "last":
        return max((one for one in periods if one.last < day), key=lambda one: one.first, default=None)
    if meaning.near == "next":
        if meaning.cycle == "week" and (later := cal.add_days(day, 7)) is not None:
            return meaning.of(later)
        return min((one for one in periods if one.first > day), key=lambda one: one.first, default=None)
    past = max((one for one in periods if one.first <= day), key=lambda one: one.first, default=None)
    future = min((one for one in periods if one.last >= day), key=lambda one: one.first, default=None)
    if past is None or future is None or past == future:
        return past or future
    looks = context.direction()
    if meaning.cycle == "week":
        return future if looks == "future" else past
    # A verb in the past seldom means a day eleven months back when the same day is a few weeks ahead, and the reverse:
    # "was extended to Nov. 16", "the Aug. 7 attack will be discussed".
    back, ahead = _distance(past, day), _distance(future, day)
    if looks == "past" and not (back > _FAR and ahead < _NEAR):
        return past
    if looks == "future" and not (ahead > _FAR and back < _NEAR):
        return future
    return past if back <= 2 * ahead else future


def _distance(period: Period, day: date) -> int:
    if period.first <= day <= period.last:
        return 0
    return (period.first - day).days if period.first > day else (day - period.last).days


def _shifted(expression: Expression, meaning: Shifted, context: Context) -> Period | None:
    if meaning.anchor == "quarter of year":
        year = int(meaning.count or 0)
        if context.quarter is not None:
            return cal.quarter_period(year, (context.quarter.first.month + 2) // 3)
        return cal.year_period(year)
    if meaning.anchor == "quarter":
        if context.quarter is not None:
            return context.quarter
        before = cal.shift(context.published, "quarter", -1) if context.published else None
        return cal.unit_period(before, "quarter") if before else None
    if expression.origin is not None:
        base = place(expression.origin, context)
    elif meaning.anchor == "text":
        base = context.anchor or (context.before if meaning.count == 0 else None)
        if meaning.keeps and (base is None or base.precision not in ("quarter", "half", "month")):
            base = context.quarter or base
    elif meaning.keeps and context.quarter is not None:
        base = context.quarter
    else:
        base = cal.day_period(context.published)
    if base is None or meaning.count is None:
        return None
    moved = cal.shift(base.first, meaning.unit, meaning.count)
    if moved is None:
        return None
    if meaning.keeps and meaning.anchor == "text" or meaning.keeps and base is context.quarter:
        return (
            cal.unit_period(moved, base.precision) if base.precision != "interval" else cal.unit_period(moved, "year")
        )
    if meaning.exact:
        return cal.unit_period(moved, meaning.unit)
    if base.precision == meaning.unit:
        return cal.unit_period(moved, meaning.unit)
    return cal.around(moved, meaning.unit)


def _window(meaning: Window, mod: str | None, context: Context) -> Resolved:
    value = cal.iso_duration(meaning.count, meaning.unit)
    published = context.published
    other = None
    if published is not None and meaning.count is not None:
        other = cal.shift(published, meaning.unit, meaning.sign * meaning.count)
    if published is None or other is None:
        return Resolved("duration", value, None, None, meaning.unit, mod, None)
    first, last = min(published, other), max(published, other)
    return Resolved("duration", value, first, last, "interval", mod, None)


def _open_value(expression: Expression) -> str:
    meaning = expression.meaning
    if isinstance(meaning, Recurring):
        return meaning.value
    if isinstance(meaning, Shifted):
        if meaning.count is None:
            return "PAST_REF"
        return _UNKNOWN.get(meaning.unit, "XXXX")
    return "XXXX"


def _precision_of(meaning: object) -> str | None:
    if isinstance(meaning, Recurring):
        return meaning.precision
    return meaning.unit if isinstance(meaning, Shifted) else None
