"""Spans of time as TIMEX3 values ("PT36H", "P2W"): which are of one length, and which have lost their unit."""

import re

_SPAN = re.compile(r"^P(T?)(\d+(?:\.\d+)?)(DE|CE|[YMWDHS])$")
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
_ROUNDED = 0.04  # thirty days are a month, 52 weeks a year


def _read(value: str) -> tuple[float, str] | None:
    """The figure and the unit of a span of one unit, or None for any other value."""
    found = _SPAN.match(value)
    return (float(found[2]), found[1] + found[3]) if found and found[1] + found[3] in _HOURS else None


def same_length(value: str, other: str) -> bool:
    """Whether two TIMEX3 values are the same, or spans of about one length in different units.

    >>> same_length("PT24H", "P1D"), same_length("PT36H", "P36D")
    (True, False)
    """
    left, right = _read(value), _read(other)
    if value == other or left is None or right is None or left[1] == right[1]:
        return value == other
    hours, others = left[0] * _HOURS[left[1]], right[0] * _HOURS[right[1]]
    return abs(hours - others) <= _ROUNDED * max(hours, others)


def other_unit(value: str, other: str) -> bool:
    """Whether two TIMEX3 values are spans with the same figure and different units.

    >>> other_unit("PT36H", "P36D"), other_unit("P2D", "P3D")
    (True, False)
    """
    left, right = _read(value), _read(other)
    return left is not None and right is not None and left[0] == right[0] and left[1] != right[1]
