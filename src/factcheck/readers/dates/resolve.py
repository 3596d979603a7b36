"""From an expression to the parts of a `Time`: its days, its TIMEX3 value, and the ends that "since" opens."""

from dataclasses import dataclass, replace
from datetime import date

from factcheck.readers.dates import calendar as cal
from factcheck.readers.dates.calendar import Period
from factcheck.readers.dates.meaning import (
    Clock,
    Expression,
    Length,
    Part,
    Recurring,
    Reference,
    Repeats,
    Shifted,
    Window,
)
from factcheck.readers.dates.place import Context, next_occurrence, place

_UNKNOWN = {
    "day": "XXXX-XX-XX",
    "night": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "weekend": "XXXX-WXX-WE",
}
_UNKNOWN |= {"quarter": "XXXX-QX", "year": "XXXX", "decade": "XXX", "century": "XX"}


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
    bound = expression.bound
    if bound in ("before", "by", "after") and expression.edge in ("START", "END"):
        whole = place(replace(expression, edge=None), context)  # "before the end of 2024": its last day counts
        if whole is not None and expression.edge == "END" and bound in ("before", "by"):
            point, bound = whole, "by"
        elif whole is not None and expression.edge == "START" and bound == "after":
            point = cal.day_period(whole.first) or point
    first, last, bound_mod = _bounded(point, bound, context.published)
    if expression.clock and bound in ("before", "after"):
        first, last = point.first, point.last  # "just before 11 p.m. Thursday" is still Thursday
    if bound is None and isinstance(meaning, Shifted) and not expression.edge:
        first, last = _further(meaning, mod, point)
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


def _further(meaning: Shifted, mod: str | None, point: Period) -> tuple[date | None, date | None]:
    """ "more than ten years ago" has no start, "more than a week later" no end; "nearly" stays near the point."""
    if mod not in ("MORE_THAN", "EQUAL_OR_MORE") or not meaning.count:
        return point.first, point.last
    return (None, point.last) if meaning.count < 0 else (point.first, None)


def _closed(until: Expression, point: Period, kind: str, mod: str | None, context: Context) -> Resolved:
    """A range. What the second half leaves out it takes from the first: "June to August 2015" works backwards too."""
    meaning = until.meaning
    if isinstance(meaning, Recurring) and until.within is None:
        end = next_occurrence(meaning, point.first)
    else:
        end = place(until, replace(context, anchor=point))
    if end is not None and until.edge in ("START", "MID", "END"):
        end = cal.edge_period(end, until.edge)
    if end is None or end.last < point.first:
        return Resolved(kind, point.value, point.first, point.last, point.precision, mod, point)
    value = f"{point.value}/{end.value}"
    whole = Period(point.first, end.last, value, "interval")
    return Resolved(kind, value, whole.first, whole.last, "interval", mod, whole)


def _window(meaning: Window, mod: str | None, context: Context) -> Resolved:
    value = cal.iso_duration(meaning.count, meaning.unit)
    published = context.published
    other = None
    if published is not None and meaning.count is not None:
        other = cal.shift(published, meaning.unit, meaning.sign * meaning.count)
    if published is None or other is None:
        return Resolved("duration", value, None, None, meaning.unit, mod, None)
    if meaning.unit == "quarter":  # companies mean whole quarters of the calendar
        step = 1 if meaning.sign > 0 else -1
        near_day, far_day = cal.shift(published, "quarter", step), cal.shift(other, "quarter", 0)
        near = cal.unit_period(near_day, "quarter") if near_day else None
        far = cal.unit_period(far_day, "quarter") if far_day else None
        if near is not None and far is not None:
            return Resolved(
                "duration", value, min(near.first, far.first), max(near.last, far.last), "interval", mod, None
            )
    first, last = min(published, other), max(published, other)
    return Resolved("duration", value, first, last, "interval", mod, None)


def _open_value(expression: Expression) -> str:
    meaning = expression.meaning
    if isinstance(meaning, Recurring):
        return meaning.value
    if isinstance(meaning, Shifted):
        return _UNKNOWN.get(meaning.unit, "XXXX")
    return "XXXX"


def _precision_of(meaning: object) -> str | None:
    if isinstance(meaning, Recurring):
        return meaning.precision
    return meaning.unit if isinstance(meaning, Shifted | Part) else None
