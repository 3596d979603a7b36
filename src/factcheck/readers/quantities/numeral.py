"""A number as it is written: what the scanner finds."""

from dataclasses import dataclass
from decimal import Decimal


def scaled(value: float, factor: float) -> float:
    """The product as it would be written: 8.2 thousand million is 8200000000, not 8199999999.999999."""
    return float(Decimal(repr(value)) * Decimal(factor))


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, over the atoms `first` to `last`, both included.

    `form` is "digits", "words" (also mixed), "fraction", "vague" (no value; `low` to `high`), "article" ("a dozen", "a
    million": the number is only implied), "ordinal" or "decade" ("1990s", value 1990). `scale` is the last scale word's
    factor, 1 without one; `joined` tells a scale letter without a blank ("3m"), which may be a unit instead.
    """

    first: int
    last: int
    value: float
    low: float
    high: float
    form: str
    scale: float = 1.0
    joined: bool = False


class Sum:
    """What has been read of a number so far: `total` of closed scale groups and the `current` open one."""

    __slots__ = ("current", "decimal", "done", "form", "joined", "last_scale", "scale", "simple", "total", "worded")

    def __init__(self) -> None:
        self.total = 0.0
        self.current: float | None = None
        self.form = "words"
        self.scale = 1.0
        self.last_scale = float("inf")
        self.joined = False
        self.done = False
        self.decimal = False
        self.worded = True
        self.simple = False
