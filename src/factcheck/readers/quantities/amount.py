"""An amount as read from the atoms, before the sentence says what it counts."""

from dataclasses import dataclass

from factcheck.lexicon.quantities import Unit


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or two that make a range, with unit and hedge.

    `core` is the atoms of the number or numbers, `first` and `last` those of the whole expression with hedge and unit.
    `value`, `low` and `high` are as written, before any hedge and in the written unit; `step` is "by", "from" or "to"
    where the number takes part in a change ("rose by 5 to 30"). `after` is the last atom of a hedge behind the number;
    `ends` names the two hedges of "more than 20 but less than 35".
    """

    first: int
    last: int
    core: tuple[int, int]
    value: float | None
    low: float
    high: float
    form: str
    effect: str = "exact"
    ranged: bool = False
    unit: Unit | None = None
    written: str | None = None
    per: str | None = None
    step: str | None = None
    scale: float = 1.0
    joined: bool = False
    after: int | None = None
    ends: tuple[str, str] | None = None
