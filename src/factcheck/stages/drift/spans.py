"""Spans of time as TIMEX3 values ("PT36H", "P2W"): which are of one length, and which have lost their unit."""

import re

_SPAN = re.compile(r"^P((?:\d+(?:\.\d+)?(?:DE|CE|[YMWD]))*)(?:T((?:\d+(?:\.\d+)?[HMS])+))?$")
_PART = re.compile(r"(\d+(?:\.\d+)?)(DE|CE|[YMWDHS])")
_HOURS = {
    "TS": 1 / 3600,
    "TM": 1 / 60,
    "TH": 1.0,
    "D": 24.0,
    "W": 168.0,
    "M": 730.5,
    "Y": 8766.0,
    "DE": 87660.0,
    "CE": 876600.0,
}
_NAMES = {
    "TS": ("second", "seconds"),
    "TM": ("minute", "minutes"),
    "TH": ("hour", "hours"),
    "D": ("day", "days"),
    "W": ("week", "weeks"),
    "M": ("month", "months"),
    "Y": ("year", "years"),
    "DE": ("decade", "decades"),
    "CE": ("century", "centuries"),
}
_ROUNDED = 0.04  # thirty days are a month, 52 weeks a year


def _read(value: str) -> list[tuple[float, str]]:
    """The figures of a span with their units, largest first ("P1Y6M" is a year and six months); empty for others."""
    found = _SPAN.match(value)
    if found is None:
        return []
    days, hours = _PART.findall(found[1]), _PART.findall(found[2] or "")
    return [(float(figure), unit) for figure, unit in [*days, *((figure, "T" + unit) for figure, unit in hours)]]


def _hours(parts: list[tuple[float, str]]) -> float:
    return sum(figure * _HOURS[unit] for figure, unit in parts)


def is_span(value: str) -> bool:
    """Whether a TIMEX3 value is a length of time and no date.

    >>> is_span("P6Y"), is_span("2020-05")
    (True, False)
    """
    return bool(_read(value))


def same_length(value: str, other: str) -> bool:
    """Whether two TIMEX3 values are the same, or spans of about one length in different units.

    >>> same_length("PT24H", "P1D"), same_length("PT36H", "P36D"), same_length("P18M", "P1Y6M")
    (True, False, True)
    """
    left, right = _read(value), _read(other)
    if value == other or not left or not right or [unit for _, unit in left] == [unit for _, unit in right]:
        return value == other
    hours, others = _hours(left), _hours(right)
    return abs(hours - others) <= _ROUNDED * max(hours, others)


def other_unit(value: str, other: str) -> bool:
    """Whether two TIMEX3 values are spans with the same figure and different units.

    >>> other_unit("PT36H", "P36D"), other_unit("P2D", "P3D")
    (True, False)
    """
    left, right = _read(value), _read(other)
    return len(left) == len(right) == 1 and left[0][0] == right[0][0] and left[0][1] != right[0][1]


def in_words(value: str) -> str:
    """A span of time as a reader would say it.

    >>> in_words("P1Y6M"), in_words("PT36H")
    ('1 year and 6 months', '36 hours')
    """
    return " and ".join(f"{figure:g} {_NAMES[unit][figure != 1]}" for figure, unit in _read(value))
