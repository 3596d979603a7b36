"""When two amounts can be one: equal, rounded, or told in another unit. Which amounts are telling."""

import math

from factcheck.model.quantity import Bound, Quantity


def agree(left: Quantity, right: Quantity) -> bool:
    """Whether two amounts overlap, or one is the other rounded: "2,000" for 1,987, "about 50" for 52."""
    if left.agrees_with(right):
        return True
    if left.unit != right.unit:
        return False
    return rounds(left, right) or rounds(right, left) or _in_larger_units(left, right)


_SPANS = {"day": 86400.0, "week": 604800.0, "month": 2629800.0, "year": 31557600.0}
_CONVERTED = 0.05  # of the larger: more is no rounding after a conversion


def _in_larger_units(left: Quantity, right: Quantity) -> bool:
    """Whether one amount is the other told in another unit and rounded: "seven weeks" and "two months", "41 C" and
    "106 F".

    A stretch of time told in a larger unit is rounded to the half of it; what is converted to the half of its last
    digit.
    """
    if left.value is None or right.value is None or _one_unit(left, right):
        return False
    apart = abs(left.value - right.value)
    if left.kind == "duration":
        units = [_SPANS.get((item.written_unit or "").rstrip("s"), 0.0) for item in (left, right)]
        return units[0] != units[1] and min(units) > 0 and apart <= max(units) / 2
    if left.unit is None or left.kind == "money":
        return False
    steps = [1.0 if item.kind == "temperature" else _last_digit(item) for item in (left, right)]
    most = max(steps) / 2
    return apart <= (most if left.kind == "temperature" else min(most, _CONVERTED * max(left.value, right.value)))


def _one_unit(left: Quantity, right: Quantity) -> bool:
    """Whether both are written in one unit, however it is spelled ("%", "percent")."""
    if not left.written_value or not right.written_value or left.value is None or right.value is None:
        return left.written_unit == right.written_unit
    mine, theirs = left.value / left.written_value, right.value / right.written_value
    return math.isclose(mine, theirs, rel_tol=1e-6)


def _last_digit(quantity: Quantity) -> float:
    """What one more in the last digit that is not zero would add, in the base unit: 1,000 feet of "2,000 feet"."""
    written, value = quantity.written_value, quantity.value
    if not written or not value or written % 1:
        return 0.0
    digits = str(int(written))
    return float(10 ** (len(digits) - len(digits.rstrip("0")))) * value / written


_ROUNDED = 0.12  # of the larger, by which two values of one amount differ at most


def rounded(left: Quantity, right: Quantity) -> bool:
    """Whether one amount can satisfy both, and their values are near: "58" and "almost sixty", "612" and "over 600"."""
    if not left.agrees_with(right) or left.value is None or right.value is None:
        return False
    if _beyond(left, right) or _beyond(right, left):
        return False
    return abs(left.value - right.value) <= _ROUNDED * max(abs(left.value), abs(right.value))


def _beyond(bound: Quantity, other: Quantity) -> bool:
    """Whether an amount lies on the far side of another's bound: "some 2.44 million" is not "over 2.5 million"."""
    if bound.value is None or other.value is None or other.bound not in (Bound.EXACT, Bound.ABOUT):
        return False
    if bound.bound in (Bound.MORE_THAN, Bound.AT_LEAST):
        return other.value < bound.value
    return bound.bound in (Bound.LESS_THAN, Bound.NEARLY, Bound.AT_MOST) and other.value > bound.value


_HALF = 0.5
_NEAR = 1 / 6  # "300" is 250 and not 200 rounded; "200" is not 150


def rounds(rough: Quantity, fine: Quantity) -> bool:
    """Whether an amount is another one rounded to its own last significant digit, and has one digit less at least.

    Shares are rounded to whole ones: "40 percent" is 39.6 and not 45.
    """
    value, exact = rough.written_value or rough.value, fine.written_value or fine.value
    if not value or not exact or rough.bound not in (Bound.EXACT, Bound.ABOUT) or value < 20:
        return False
    if rough.unit is not None:
        value, exact = rough.value or 0.0, fine.value or 0.0
    if rough.kind == "percent" and rough.bound is Bound.EXACT:
        return value % 1 == 0 and exact % 1 != 0 and abs(value - exact) <= _HALF
    step = 1.0
    while value % (step * 10) == 0 and step < value:
        step *= 10
    return step >= 10 and exact % step != 0 and abs(value - exact) <= min(step / 2, value * _NEAR)


TELLING = 13  # counts from here on; smaller ones are everywhere
_COMMON = frozenset({"age", "ordinal", "rate", "duration"})  # kinds whose values many things have


def telling(quantity: Quantity) -> bool:
    """Whether few things can have an amount: large enough, not vague, and not an age or the like."""
    if quantity.kind in _COMMON or quantity.bound in (Bound.VAGUE, Bound.RANGE) or quantity.value is None:
        return False
    written = quantity.written_value if quantity.written_value is not None else quantity.value
    return written >= TELLING or written % 1 != 0 or quantity.kind == "money"


__all__ = ["TELLING", "agree", "rounded", "rounds", "telling"]
