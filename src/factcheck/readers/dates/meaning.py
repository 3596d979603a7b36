"""What an expression says before it is placed in time: "Thursday" is a `Recurring`, "two years later" a `Shifted`.

Rules make these values from words alone; `place.py` turns them into days, given the article's date, the tense and
what the sentence has named before.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from factcheck.readers.dates.calendar import Period


@dataclass(frozen=True, slots=True)
class Fixed:
    """A period that needs no anchor: "27 February 2025", "the 1990s"."""

    period: Period


@dataclass(frozen=True, slots=True)
class Recurring:
    """A period that comes back each year, month or week.

    `of(day)` is the occurrence in the cycle that holds `day` (None: it has none, as 30 February); `cycle` is "week",
    "month" or "year"; `value` is the TIMEX3 value while the occurrence is open; `near` is the one the words ask for:
    "last", "this", "next", "coming" (the first one after the day), "up to now" or None.
    """

    of: Callable[[date], Period | None]
    cycle: str
    value: str
    precision: str
    near: str | None = None


@dataclass(frozen=True, slots=True)
class Shifted:
    """`count` units before (negative) or after an anchor: "last month", "nine months ago", "two years later".

    `anchor` is "published" or "text" (the last point the text has named). `exact` is False for "nine months ago", which
    in news is nine months give or take half of one. `count` None: the text says "some" ("months ago").
    """

    unit: str
    count: float | None
    anchor: str = "published"
    exact: bool = True
    keeps: str | None = None  # "a year earlier" of a quarter is a quarter: keep the anchor's own precision


@dataclass(frozen=True, slots=True)
class Window:
    """`count` units up to (negative) or from the anchor on: "the past five years", "the next few days"."""

    unit: str
    count: float | None
    sign: int


@dataclass(frozen=True, slots=True)
class Length:
    """An amount of time that is nowhere in particular: "two years"."""

    value: str
    unit: str
    count: float | None = None


@dataclass(frozen=True, slots=True)
class Repeats:
    """Something that comes again and again: "every Monday"."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A point that no text pins down: "recently"."""

    value: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day ("16:30") or a part of one ("NI"), on a day that something else must name."""

    value: str


@dataclass(frozen=True, slots=True)
class Part:
    """The `index`-th (-1: the last) of the units of a longer period, or `count` of them: "the first week of July".

    `weekday` makes it a day of the week ("the first Monday of September"). `length` is what it means when the words
    after it name no period: "the first two years of his term".
    """

    unit: str
    index: int
    count: int = 1
    weekday: int | None = None
    length: Length | None = None


Meaning = Fixed | Recurring | Shifted | Window | Length | Repeats | Reference | Clock | Part


@dataclass(frozen=True, slots=True)
class Expression:
    """A meaning with what stands around it.

    `edge` narrows it ("early" START, "mid-" MID, "end of" END, "earlier" BEFORE, "later" AFTER), `mod` is TIMEX3's
    ("about": APPROX), `clock` adds a time of day, `within` is the year or week that it falls in, `origin` the date that
    a `Shifted` counts from, `unit_of` makes it the week (month ...) of that date, `until` closes a range that it
    opens, and `bound` is the word that opens an end ("since").
    """

    meaning: Meaning
    edge: str | None = None
    mod: str | None = None
    clock: str | None = None
    within: "Expression | None" = None
    origin: "Expression | None" = None
    unit_of: str | None = None
    until: "Expression | None" = None
    bound: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An expression and its tokens, `stop` excluded; `stem` is the token where its own words start."""

    first: int
    stop: int
    expression: Expression
    stem: int
