"""A quantity in plain English, such that reading it gives the same quantity again."""

import math
from fractions import Fraction

from factcheck.lexicon.quantities import numerals, plural, units
from factcheck.model.quantity import Bound, Quantity
from factcheck.readers.quantities.digits import DENOMINATORS

_IRREGULAR = {"man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "men": "men"}

_HEDGES = {
    Bound.EXACT: "",
    Bound.RANGE: "",
    Bound.ABOUT: "about ",
    Bound.NEARLY: "nearly ",
    Bound.AT_LEAST: "at least ",
    Bound.AT_MOST: "at most ",
    Bound.MORE_THAN: "more than ",
    Bound.LESS_THAN: "less than ",
}


def render(quantity: Quantity) -> str:
    """The amount with its hedge, unit or counted thing: "at least 14 prisoners", "between 5 and 7 percent".

    Reading the result gives the same value, interval, bound, unit and kind. Raises ValueError for a vague amount whose
    interval no English word has.
    """
    amount = _amount(quantity)
    if quantity.kind == "age":
        return amount if quantity.bound is Bound.VAGUE else f"aged {amount}"
    if quantity.value is None and math.isinf(quantity.high):
        lasting = quantity.kind == "duration"
        return f"for {quantity.written_unit}" if lasting else f"{quantity.written_unit} of {quantity.counted or 'it'}"
    if quantity.written_unit is not None:
        return _with_unit(amount, quantity)
    return f"{amount} {_things(quantity)}".rstrip()


def _amount(quantity: Quantity) -> str:
    hedge = _HEDGES.get(quantity.bound, "")
    if quantity.bound is Bound.VAGUE:
        return _vague(quantity)
    if quantity.written_range is not None and quantity.value is not None:
        low, high = quantity.written_range
        return f"{hedge}between {_number(low)} and {_number(high)}"
    if quantity.bound is Bound.MORE_THAN and math.isfinite(quantity.high):
        hedge = "just over "
    value = quantity.written_value if quantity.written_value is not None else quantity.low
    return hedge + (_share(value) if quantity.kind == "ratio" else _number(value))


def _share(value: float) -> str:
    share = Fraction(value).limit_denominator(100)
    if share.denominator not in DENOMINATORS:
        raise ValueError(f"no common fraction is {value}")
    return f"{share.numerator}/{share.denominator}"


def _vague(quantity: Quantity) -> str:
    low, high = quantity.written_range or (quantity.low, quantity.high)
    for word, interval in numerals().vague.items():
        if word not in ("tens", "scores") and interval == (low, high):
            return word
    for first in ("tens", "hundreds"):
        for scale in ("thousands", "millions", "billions"):
            unit = numerals().vague[scale][0] / 2
            start, end = numerals().vague[first]
            if (start * unit, (end + 1) * unit - 1) == (low, high):
                return f"{first} of {scale}"
    if quantity.kind == "age" and high - low == 9:
        return f"{low:.0f}-something"
    raise ValueError(f"no word for [{low}, {high}]")


def _with_unit(amount: str, quantity: Quantity) -> str:
    written = quantity.written_unit or ""
    table = units()
    if written in table.signs and written not in table.words and not written[0].isalpha():
        hedge, number = _split(amount)
        if number.startswith("between "):
            low, high = number.removeprefix("between ").split(" and ")
            return f"{hedge}between {written}{low} and {written}{high}"
        return f"{hedge}{written}{number}"
    joint = "" if written in ("%", "°C", "°F", "°") else " "
    return f"{amount}{joint}{written}"


def _split(amount: str) -> tuple[str, str]:
    for hedge in sorted({*_HEDGES.values(), "just over "} - {""}, key=len, reverse=True):
        if amount.startswith(hedge):
            return hedge, amount.removeprefix(hedge)
    return "", amount


def _things(quantity: Quantity) -> str:
    if quantity.counted is None:
        return ""
    words = quantity.counted.split()
    if (quantity.value == 1 and quantity.written_range is None) or words[-1] in ("people", "police", "personnel"):
        return " ".join(words)
    return " ".join([*words[:-1], _IRREGULAR.get(words[-1]) or plural(words[-1])])


def _number(value: float) -> str:
    if float(value).is_integer() and abs(value) < 1e15:
        return f"{value:,.0f}"  # with commas: bare four figures would be a year
    return f"{value:.12g}" if 1e-4 < abs(value) < 1e15 else f"{value:e}"
