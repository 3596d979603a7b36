"""The value that says why a checked sentence and a sentence of the source cannot both be so."""

from dataclasses import dataclass

from factcheck.stages.support.statement import Statement


@dataclass(frozen=True, slots=True)
class Clash:
    """Why both cannot be so: rule, confidence in [0, 1], the step in words, and where the clashing words stand."""

    rule: str
    confidence: float
    step: str
    checked: tuple[int, int]
    told: tuple[int, int]
    statement: Statement
