"""What the user is told: one finding with its rule, its evidence and its steps."""

from dataclasses import dataclass
from enum import StrEnum


class FindingKind(StrEnum):
    """What sort of thing was found."""

    AGREEMENT = "agreement"
    CONFLICT = "conflict"
    REVISION = "revision"
    DISPUTE = "dispute"
    PART_WHOLE = "part_whole"
    DRIFT = "drift"


class Level(StrEnum):
    """How much a finding matters to somebody about to publish."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Severity(StrEnum):
    """How far a copy's reader is misled: something false, something lost, or something that can be made good."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"


class DriftType(StrEnum):
    """What changed between an original and its copy."""

    ENTITY_CORRUPTION = "entity_corruption"
    TERM_SUBSTITUTION = "term_substitution"
    NUMBER_CHANGE = "number_change"
    DATE_CHANGE = "date_change"
    UNIT_CHANGE = "unit_change"
    HEDGE_CHANGE = "hedge_change"
    ROLE_REVERSAL = "role_reversal"
    TENSE_OR_ASPECT = "tense_or_aspect"
    POLARITY = "polarity"
    ATTRIBUTION_CHANGE = "attribution_change"
    OMISSION = "omission"
    ADDITION = "addition"
    GARBLED = "garbled"


@dataclass(frozen=True, slots=True, order=True)
class SourceSpan:
    """A verbatim stretch of one source's text."""

    source: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One result, explained from verbatim quotes.

    `id` is a stable fingerprint of rule, slot and sources, so that a moved line is not a new finding. `confidence` is
    in [0, 1]. `explanation` is one sentence a step, from the quotes to the verdict. `spans` are sorted by source and
    start. `marks` are the differing words inside the spans. `severity` and `drift` are set for drift alone, `cluster`
    for findings that come from one. `origins` counts independent witnesses of an agreement.
    """

    id: str
    rule: str
    kind: FindingKind
    level: Level
    confidence: float
    message: str
    explanation: tuple[str, ...]
    claims: tuple[str, ...]
    spans: tuple[SourceSpan, ...]
    marks: tuple[SourceSpan, ...] = ()
    cluster: str | None = None
    question: str | None = None
    origins: int | None = None
    drift: DriftType | None = None
    severity: Severity | None = None
