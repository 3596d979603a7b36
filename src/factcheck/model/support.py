"""What one text says of another one's sentences: borne out, contradicted, or not told."""

from dataclasses import dataclass
from enum import StrEnum

from factcheck.model.finding import SourceSpan


class Verdict(StrEnum):
    """Whether a text bears out a sentence."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Support:
    """What one source says of one sentence of another: `sentence` is checked, `evidence` is what it is checked against.

    `rule` names what decided, `confidence` is in [0, 1], `explanation` is one sentence a step. `evidence` is sorted by
    place; it is empty where nothing in the source comes near. `marks` are the words that clash, in both texts.
    """

    sentence: SourceSpan
    verdict: Verdict
    rule: str
    confidence: float
    explanation: tuple[str, ...]
    evidence: tuple[SourceSpan, ...] = ()
    marks: tuple[SourceSpan, ...] = ()
