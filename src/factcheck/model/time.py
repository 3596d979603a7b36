"""A time stated in a text, as a closed interval of days."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Time:
    """A date or period stated in a text: every day from `first` to `last`, both included; None is an open end.

    `value` is the TIMEX3 style value ("2013", "2025-02-27", "P2Y", "PAST_REF"); `kind` is "date", "time", "duration" or
    "set"; `resolved` is False where the text gives no anchor, and then both ends are None. `precision` is "day",
    "week", "month", "quarter", "season", "year", "decade", "vague" ... `text` is verbatim: `source_text[start:end] == text`.
    """

    start: int
    end: int
    text: str
    first: date | None = None
    last: date | None = None
    kind: str = "date"
    value: str | None = None
    precision: str | None = None
    resolved: bool = True

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(f"empty period {self.first}..{self.last}")

    def overlaps(self, other: "Time") -> bool:
        """Whether one day could satisfy both statements; an unresolved time could be any day."""
        low = max(self.first or date.min, other.first or date.min)
        high = min(self.last or date.max, other.last or date.max)
        return low <= high
