"""Sums that a text leaves to its reader: parts of a whole, "with 28 others", totals and their parts.

Everything here works on the quantities of one document and reports what follows from them; nothing is asserted of the
world. A caller decides what to make of a total that its parts do not add up to.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.model.quantity import Quantity

_WITH = re.compile(r"\b(?:(?:along|together) with|alongside|accompanied by|with|and|besides)\s*$", re.IGNORECASE)
_OTHERS = re.compile(r"\s*(?:other|others)\b", re.IGNORECASE)
_REMAINDER = re.compile(r"\b(?:the|another)\s+(?:other|remaining)\s*$", re.IGNORECASE)
_TOTAL = re.compile(r"^(?:an? (?:combined )?)?total of\b", re.IGNORECASE)
_LIST = re.compile(r"^[^.;:!?()]{0,60}(?:,| and|, and)\s+(?:an?other\s+|the other\s+)?$")
_NAME = re.compile(r"(?:[A-Z][\w.’'-]*\s+){0,4}[A-Z][\w.’'-]*(?:,[^,]{0,60},)?\s*$")
_SEVERAL = re.compile(r"\b(?:they|we|them|us|others|people|men|women)\s*$", re.IGNORECASE)
_WINDOW = 90  # characters before "with 28 others" in which the person stands


@dataclass(frozen=True, slots=True)
class Derived:
    """An amount that follows from others of one text.

    `rule` is "companions" (one named person and N others make N + 1), "rest" (the part and its whole leave the rest) or
    "sum" (the parts listed after a total). `parts` are the quantities it comes from, in text order; `stated` is the
    total that the text gives, for a sum. `low` and `high` are a closed interval in the unit of the parts.
    """

    rule: str
    low: float
    high: float
    parts: tuple[Quantity, ...]
    counted: str | None = None
    stated: Quantity | None = None

    @property
    def adds_up(self) -> bool:
        """Whether the stated total, where there is one, can be what the parts make."""
        return self.stated is None or (self.low <= self.stated.high and self.stated.low <= self.high)


def derived(text: str, quantities: Sequence[Quantity]) -> tuple[Derived, ...]:
    """What follows from the counts of one text, in text order.

    Args:
        text: The text that the quantities were read from.
        quantities: All of them, by start, as `read_quantities` returns them.
    """
    out: list[tuple[int, Derived]] = []
    for index, quantity in enumerate(quantities):
        for found in (_companions(text, quantity), _rest(quantities, index), _sum(text, quantities, index)):
            if found is not None:
                out.append((quantity.start, found))
    return tuple(found for _, found in sorted(out, key=lambda item: item[0]))


def as_rounded(quantity: Quantity) -> Quantity:
    """The same amount as widely as its last written figure leaves open: "1.2 million" is [1.15, 1.25] million.

    Only for single exact numbers that are round to the hundred at least ("14" and "250" stay as they are): a source
    that prints a round figure may have rounded, and two sources that round differently do not disagree.
    """
    if (
        quantity.bound.value != "exact"
        or quantity.value is None
        or not quantity.exact
        or quantity.written_value is None
    ):
        return quantity
    step = _last_figure(quantity.written_value)
    if step < 100:
        return quantity
    half = step / 2 * abs(quantity.value / quantity.written_value)
    return replace(quantity, low=quantity.low - half, high=quantity.high + half)


def _last_figure(value: float) -> float:
    """The worth of the last figure that is not zero: 100000 for 1200000, 1 for 14."""
    if not float(value).is_integer() or value == 0:
        return 0.0
    digits = f"{abs(value):.0f}"
    return float(10 ** (len(digits) - len(digits.rstrip("0"))))


def _companions(text: str, quantity: Quantity) -> Derived | None:
    """ "Ortega was extradited with 28 others": 29 in all."""
    if not _counts(quantity) or not _OTHERS.match(text, quantity.end):
        return None
    before = text[max(0, quantity.start - _WINDOW) : quantity.start]
    link = _WITH.search(before)
    if link is None or _REMAINDER.search(before):
        return None
    named = before[: link.start()].rstrip()
    if link.group().strip().lower() == "and" and not _NAME.search(named):
        return None
    if _SEVERAL.search(named):
        return None
    if not re.search(r"[A-Z]|\b(?:he|she|him|her)\b", named):
        return None
    return Derived("companions", quantity.low + 1, quantity.high + 1, (quantity,), quantity.counted)


def _rest(quantities: Sequence[Quantity], index: int) -> Derived | None:
    """ "28 of the 55 men" leaves 27."""
    part = quantities[index]
    if not _counts(part) or part.whole is None or index + 1 >= len(quantities):
        return None
    whole = quantities[index + 1]
    near = whole.start - part.end <= 12 and whole.unit is None and _counts(whole)
    if (
        not near
        or part.low < 0
        or not math.isfinite(part.high)
        or not math.isfinite(whole.high)
        or whole.low < part.high
    ):
        return None
    return Derived("rest", whole.low - part.high, whole.high - part.low, (part, whole), whole.counted)


def _sum(text: str, quantities: Sequence[Quantity], index: int) -> Derived | None:
    """ "15 people: 12 men and three women", with the total before its parts and nothing else between them."""
    total = quantities[index]
    if not _counts(total):
        return None
    first = index + 1
    if first + 1 >= len(quantities):
        return None
    opening = text[total.end : quantities[first].start]
    if not re.fullmatch(r"[^.;:!?()]{0,50}\s*(?::|—|–|\s-\s)\s*", opening):
        return None
    parts = [quantities[first]]
    for quantity in quantities[first + 1 :]:
        if not _LIST.match(text[parts[-1].end : quantity.start]):
            break
        parts.append(quantity)
    if len(parts) < 2 or not all(_counts(part) and part.whole is None for part in parts):
        return None
    low, high = sum(part.low for part in parts), sum(part.high for part in parts)
    return Derived("sum", low, high, tuple(parts), total.counted, total)


def _counts(quantity: Quantity) -> bool:
    return quantity.kind in ("count", "number") and quantity.unit is None and quantity.value is not None


def is_total(quantity: Quantity) -> bool:
    """Whether the text itself calls the amount a total ("a total of 55")."""
    return _TOTAL.match(quantity.text) is not None
