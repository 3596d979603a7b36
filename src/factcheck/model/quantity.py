"""An amount stated in a text, as a closed interval in a base unit."""

import math
from dataclasses import dataclass
from enum import StrEnum


class Bound(StrEnum):
    """How a text hedges a number. What each does to the interval stands in docs/quantities.md."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    RANGE = "range"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount stated in a sentence: every value from `low` to `high`, both included.

    "14 dead" is [14, 14], "at least 14 dead" is [14, inf]. `value` is the number as written (None where there is none,
    as in "dozens"; the mean of a range). `unit` is the base unit of its kind ("metre", "second", "US dollar",
    "percent"), None for a count, and `value`, `low`, `high` are in it. `counted` is the lemma phrase of what is counted
    or measured ("cartel prisoner"), `concepts` the words of the text that say so. `trend` is "up", "down" or None.

    `text` is verbatim and covers number, hedge and unit: `source_text[start:end] == text`.
    """

    start: int
    end: int
    text: str
    value: float | None
    low: float
    high: float
    bound: Bound = Bound.EXACT
    unit: str | None = None
    counted: str | None = None
    concepts: tuple[str, ...] = ()
    trend: str | None = None
    kind: str = "count"  # count money percent age duration length area mass temperature rate ordinal ...
    written_unit: str | None = None  # the unit as the text has it ("mph", "miles"), None for a count
    written_value: float | None = None  # the value in that unit, as written
    written_range: tuple[float, float] | None = None  # the two ends in that unit, of a range or a vague number
    whole: str | None = None  # "28 of the 55": what this is a part of, as text
    event: str | None = None  # lemma of the governing predicate ("arrest")
    step: str | None = None  # its part in a change: "by", "from" or "to" ("rose by 5 from 25 to 30")

    def __post_init__(self) -> None:
        if not self.low <= self.high:  # written so that NaN fails too
            raise ValueError(f"empty interval [{self.low}, {self.high}] {self.unit}")

    @property
    def exact(self) -> bool:
        """Whether the interval is one point."""
        return self.low == self.high and math.isfinite(self.low)

    def agrees_with(self, other: "Quantity") -> bool:
        """Whether one amount could satisfy both statements. Different units never agree."""
        return self.unit == other.unit and self.low <= other.high and other.low <= self.high
