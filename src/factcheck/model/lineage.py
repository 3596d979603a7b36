"""Which article derives from which, and on what evidence."""

from dataclasses import dataclass
from enum import StrEnum

from factcheck.model.finding import SourceSpan


class Derivation(StrEnum):
    """How a copy was made from its original."""

    VERBATIM = "verbatim"
    TRANSLATED = "translated"
    SPUN = "spun"
    CONDENSED = "condensed"
    CREDITED = "credited"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason to believe that a copy derives from an original: `what` in words, `weight` in bits, and where."""

    what: str
    weight: float
    spans: tuple[SourceSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """That `copy` derives from `original` (source ids), `confidence` in [0, 1]; `share` of its sentences derive."""

    original: str
    copy: str
    how: Derivation
    confidence: float
    share: float
    evidence: tuple[Evidence, ...] = ()
