"""When two times can be one: which are known, in which year, how near to each other, to the day and to the minute."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from factcheck.model.time import Time

ONE_HOUR = 60  # minutes: reports of one hour round it to the hour or the half
_CLOCK = re.compile(r"T(?P<hour>\d\d):(?P<minute>\d\d)")
_HALF_OF_DAY = re.compile(
    r"\b(?:[ap]\.? ?m\b|\d[ap]m\b|morning|noon|midday|afternoon|evening|night|midnight|dawn|dusk|GMT|UTC)"
    r"|(?:\b1[3-9]|\b2[0-4]|\b0\d)[:.]?\d\d",
    re.IGNORECASE,
)


def minute(when: Time) -> int | None:
    """The minute of the day that a time names, or None."""
    match = _CLOCK.search(when.value or "")
    return int(match["hour"]) * 60 + int(match["minute"]) if match is not None else None


def minutes_apart(left: Time | None, right: Time | None) -> float:
    """How many minutes two times of day are apart at least, on a clock of twelve hours where one does not say which
    half of the day it means; infinite where one is none.
    """
    mine, theirs = (minute(when) if when is not None else None for when in (left, right))
    if mine is None or theirs is None or left is None or right is None:
        return float("inf")
    halves = all(_HALF_OF_DAY.search(when.text) for when in (left, right))
    around = 24 * 60 if halves else 12 * 60
    apart = abs(mine - theirs) % around
    return float(min(apart, around - apart))


def known(when: Time | None) -> bool:
    """Whether a time is resolved to days on both ends or one."""
    return (
        when is not None
        and when.resolved
        and when.kind != "duration"
        and (when.first is not None or when.last is not None)
    )


_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?$")
_ANY_YEAR = 2000  # a leap year: it has a February 29


def of_one_year(left: Time | None, right: Time | None) -> tuple[Time | None, Time | None]:
    """Two times, a day or month without a year ("May 20", an article without a date) put into the year of the other.

    Reports of one event are of one year far more often than not; where neither has a year, any will do.
    """
    return _in_year_of(left, right), _in_year_of(right, left)


def _in_year_of(when: Time | None, other: Time | None) -> Time | None:
    day = _YEARLESS.match(when.value or "") if when is not None and not when.resolved else None
    if when is None or day is None or other is None:
        return when
    year = other.first.year if other.first is not None else _ANY_YEAR
    month = int(day[1])
    length = monthrange(year, month)[1]
    first, last = (int(day[2]), int(day[2])) if day[2] else (1, length)
    if last > length:  # February 29 beside another year
        return when
    return replace(when, first=date(year, month, first), last=date(year, month, last), resolved=True)


_MORE = re.compile(r"^(?:more than|over|at least|well over|some time before)\b|\bor more\b", re.IGNORECASE)
_ROUGH = re.compile(
    r"^(?:about|around|nearly|almost|some|roughly|approximately|less than|up to|under|as early as)\b", re.IGNORECASE
)


def bounds(when: Time) -> Time:
    """A time with its hedge taken at its word: "more than 10 years ago" has no beginning."""
    if _MORE.search(when.text):
        return replace(when, first=None)
    return replace(when, first=None, last=None) if _ROUGH.search(when.text) else when


_CALENDAR = frozenset({"month", "quarter", "year", "decade"})


def near(left: Time, right: Time, days: int = 1) -> bool:
    """Whether two known times overlap or lie within some days of each other, as reports written overnight do.

    Two years side by side, or two months, are no neighbours.
    """
    slack = timedelta(days=0 if {left.precision, right.precision} <= _CALENDAR else days)
    left, right = bounds(left), bounds(right)
    if left.last is not None and right.first is not None and left.last + slack < right.first:
        return False
    return not (right.last is not None and left.first is not None and right.last + slack < left.first)


__all__ = ["ONE_HOUR", "bounds", "known", "minute", "minutes_apart", "near", "of_one_year"]
