"""Everything that one run found, and what it depended on."""

from dataclasses import dataclass

from factcheck.model.article import Article, Skip
from factcheck.model.claim import Claim, Extraction
from factcheck.model.finding import Finding
from factcheck.model.lineage import Lineage
from factcheck.model.link import Cluster
from factcheck.model.support import Support


@dataclass(frozen=True, slots=True)
class Signature:
    """What a report depends on beside its input: the same signature and input give the same bytes."""

    version: str
    pipeline: str
    lexicon: str
    settings: str


@dataclass(frozen=True, slots=True)
class DriftSummary:
    """How a copy fares against its original, in sentences of the original."""

    original: str
    copy: str
    faithful: int
    changed: int
    lost: int
    added: int


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a run; every tuple has a total order that does not depend on the order of the input.

    `stories` are the groups of articles that tell of one matter each; claims of two groups were not compared. `support`
    is there where two texts were compared: what the first says of each sentence of the second.
    """

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    clusters: tuple[Cluster, ...]
    findings: tuple[Finding, ...]
    skipped: tuple[Skip, ...]
    lineage: tuple[Lineage, ...] = ()
    extractions: tuple[Extraction, ...] = ()
    drift: tuple[DriftSummary, ...] = ()
    compared_pairs: int = 0
    signature: Signature | None = None
    stories: tuple[tuple[str, ...], ...] = ()
    support: tuple[Support, ...] = ()
