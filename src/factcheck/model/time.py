"""A time stated in a text, as a closed interval of days."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Time:
    """A date or period stated in a text: every day from `first` to `last`, both included; None is an open end.

    `value` is the TIMEX3 style value ("2013", "2025-02-27", "P2Y", "PAST_REF"); `kind` is "date", "time",
    "duration" or "set"; `resolved` is False where the text gives no anchor, and then both ends are None.
    `precision` is "day", "week", "month", "quarter", "season", "year", "decade", "vague" ... `text` is verbatim:
    `source_text[start:end] == text`. `mod` is TIMEX3's modifier: "START", "MID" or "END" of the period, "APPROX",
    "LESS_THAN" ... of an amount, and where a word opens an end "ON_OR_AFTER" (since), "AFTER", "ON_OR_BEFORE"
    (until, by) or "BEFORE"; `value` is then the date that the word is about, so that "since 2020" has the value
    "2020" and the ends 2020-01-01 to the article's date.
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
    mod: str | None = None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(f"empty period {self.first}..{self.last}")
        if not self.resolved and (self.first is not None or self.last is not None):
            raise ValueError(f"unresolved {self.text!r} has ends")

    def overlaps(self, other: "Time") -> bool:
        """Whether one day could satisfy both statements; an unresolved time could be any day."""
        low = max(self.first or date.min, other.first or date.min)
        high = min(self.last or date.max, other.last or date.max)
        return low <= high
