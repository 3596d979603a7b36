"""The period of the calendar that a date's words mean, given the article's date, the tense and the dates before."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from factcheck.readers.dates import calendar as cal
from factcheck.readers.dates.calendar import Period
from factcheck.readers.dates.meaning import Expression, Fixed, Part, Recurring, Shifted

_FAR, _NEAR = 240, 70  # days
_OLD = 300  # days: what is told of then is told in a year of its own


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is read against.

    `published` is the article's date; `anchor` the last point of the calendar that the sentence has named, and `before`
    that of the sentence before, which only "that year" and its like may mean; `quarter` the last quarter of the
    text; `direction` asks the verb, and is asked only where its answer matters; `points_back` asks whether "that"
    stands before the date ("that November").
    """

    published: date | None
    anchor: Period | None
    before: Period | None
    quarter: Period | None
    direction: Callable[[], str | None]
    points_back: Callable[[], bool]


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
    elif isinstance(meaning, Part) and expression.within is not None:
        whole = place(expression.within, context)
        found = _part(meaning, whole) if whole else None
    if found is None:
        return None
    if expression.unit_of == "weekend":
        found = cal.weekend_of(found.first) or found
    elif expression.unit_of:
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
        year = _year_of(expression.until, context)  # "June to August 2015", "November to February 2015"
        end = place(expression.until, context) if year is not None else None
        if year is not None and end is not None:
            found = meaning.of(date(year, 7, 1))
            if found is not None and found.first > end.first and year > 1:
                found = meaning.of(date(year - 1, 7, 1))
            return found
    if expression.within is not None:
        whole = place(expression.within, context)
        if whole is None:
            return None
        return meaning.of(whole.first) if meaning.cycle == "week" else meaning.of(date(whole.first.year, 7, 1))
    if context.published is None:
        return None
    if expression.bound == "since" and meaning.near is None:  # nothing lasts since a day to come
        meaning = replace(meaning, near="up to now")
    return _occurrence(meaning, context.published, context)


def _part(part: Part, whole: Period) -> Period | None:
    """The first week, last three months, second Monday ... of a period; None where it has no such part."""
    last = part.index < 0
    if part.weekday is not None:
        start = whole.last if last else whole.first
        move = -((start.isoweekday() - part.weekday) % 7) if last else (part.weekday - start.isoweekday()) % 7
        day = cal.add_days(start, move + (0 if last else 7 * (part.index - 1)))
        return cal.day_period(day) if day is not None and whole.first <= day <= whole.last else None
    if part.unit in ("day", "week", "fortnight"):
        days = {"day": 1, "week": 7, "fortnight": 14}[part.unit] * part.count
        offset = days * (part.index - 1)
        low = cal.add_days(whole.last, 1 - days) if last else cal.add_days(whole.first, offset)
        high = cal.add_days(low, days - 1) if low else None
        if low is None or high is None or low < whole.first or high > whole.last:
            return None
        named = cal.unit_period(cal.add_days(low, days // 2) or low, "week") if days == 7 else None
        value = low.isoformat() if days == 1 else named.value if named else f"{low.isoformat()}/{high.isoformat()}"
        return Period(low, high, value, part.unit)
    anchor = whole.last if last else cal.shift(whole.first, part.unit, part.index - 1)
    one = cal.unit_period(anchor, part.unit) if anchor else None
    if one is None or part.count == 1:
        return one if one and whole.first <= one.first and one.last <= whole.last else None
    other_day = cal.shift(one.first, part.unit, (1 - part.count) if last else part.count - 1)
    other = cal.unit_period(other_day, part.unit) if other_day else None
    if other is None or other.first < whole.first or other.last > whole.last:
        return None
    low_part, high_part = (other, one) if last else (one, other)
    return Period(low_part.first, high_part.last, f"{low_part.value}/{high_part.value}", "interval")


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
        return meaning.of(day)
    if meaning.near == "last":
        return max((one for one in periods if one.last < day), key=lambda one: one.first, default=None)
    if meaning.near == "coming":
        return min((one for one in periods if one.first > day), key=lambda one: one.first, default=None)
    if meaning.near == "next":
        if meaning.cycle == "week" and (later := cal.add_days(day, 7)) is not None:
            return meaning.of(later)
        return min((one for one in periods if one.first > day), key=lambda one: one.first, default=None)
    named = context.anchor or context.before
    if meaning.near is None and named is not None and context.points_back():
        return _near_named(meaning, named)
    told_by_day = meaning.cycle == "year" and meaning.precision == "day" and meaning.near is None
    if told_by_day and named is not None and _goes_on(named, day, context):
        in_turn = [meaning.of(date(named.first.year + count, 7, 1)) for count in (0, 1)]
        return next((one for one in in_turn if one is not None and one.first >= named.first), None)
    past = max((one for one in periods if one.first <= day), key=lambda one: one.first, default=None)
    future = min((one for one in periods if one.last >= day), key=lambda one: one.first, default=None)
    if past is None or future is None or past == future or meaning.near == "up to now":
        return past or future
    looks = context.direction()
    if meaning.cycle == "week":
        return future if looks == "future" else past
    # A verb in the past seldom means a day eleven months back when the same day is a few weeks ahead, and the reverse:
    # "was extended to Nov. 16", "the Aug. 7 attack will be discussed".
    back, ahead = _distance(past, day), _distance(future, day)
    if looks == "past" and (meaning.precision == "quarter" or not (back > _FAR and ahead < _NEAR)):
        return past
    if looks == "future" and not (ahead > _FAR and back < _NEAR):
        return future
    return past if back <= 2 * ahead else future


def _goes_on(named: Period, day: date, context: Context) -> bool:
    """Whether a story told day by day of another year goes on: "began on March 3, 2022; ... retired on May 5"."""
    if named.precision != "day" or (day - named.last).days < _OLD:
        return False
    return context.direction() != "future"


def _near_named(meaning: Recurring, named: Period) -> Period | None:
    """ "In May 2023 ..., and that November": the one of the year or week that was named; None where it came before."""
    if meaning.cycle == "week" and named.precision not in ("day", "time", "week"):
        return None
    if named.first.year != named.last.year:
        return None
    found = meaning.of(named.first) if meaning.cycle == "week" else meaning.of(date(named.first.year, 7, 1))
    return found if found is not None and found.last >= named.first else None


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
        if context.quarter is not None and (context.published is None or context.quarter.last <= context.published):
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
    if (meaning.keeps and meaning.anchor == "text") or (meaning.keeps and base is context.quarter):
        return (
            cal.unit_period(moved, base.precision) if base.precision != "interval" else cal.unit_period(moved, "year")
        )
    if meaning.exact:
        return cal.unit_period(moved, meaning.unit)
    if base.precision == meaning.unit:
        return cal.unit_period(moved, meaning.unit)
    return cal.around(moved, meaning.unit)


def next_occurrence(meaning: Recurring, day: date) -> Period | None:
    """The first occurrence that does not end before a day."""
    steps = (0, 7) if meaning.cycle == "week" else (0, 1, 2, 3, 4, 8)
    for step in steps:
        cycle = cal.add_days(day, step) if meaning.cycle == "week" else cal.make_date(day.year + step, 7, 1)
        found = meaning.of(cycle) if cycle else None
        if found is not None and found.last >= day:
            return found
    return None
