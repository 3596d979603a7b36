"""What a command wants shown, independent of the format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from factcheck.model.article import Article, Skip
from factcheck.model.claim import Claim
from factcheck.model.finding import Finding, FindingKind
from factcheck.model.report import Report
from factcheck.model.support import Support, Verdict

_SURE = (
    0.9  # confidence from which "told" is right in 28 of 30 on careless drafts; below, in 56 of 100 (docs/support.md)
)


def verdict_words(item: Support) -> str:
    """A verdict for people: "told", "seems told", "contradicted" or "not told"."""
    if item.verdict is Verdict.SUPPORTED:
        return "told" if item.confidence >= _SURE else "seems told"
    return "contradicted" if item.verdict is Verdict.CONTRADICTED else "not told"


class Topic(StrEnum):
    """What a view is about."""

    CLAIMS = "claims"
    COVERAGE = "coverage"
    AGREEMENTS = "agreements"
    CONFLICTS = "conflicts"
    DRIFT = "drift"
    CHECK = "check"
    SOURCES = "sources"
    SUPPORT = "support"


@dataclass(frozen=True, slots=True)
class Look:
    """How a table may look: columns of the terminal, and whether it has colours."""

    width: int = 80
    colour: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A report and the findings of it that were asked for, in their order.

    `passed` counts the conflicts that a check let pass, by why ("accepted", "known"). `unborne` leaves out the
    sentences that are told or seem told.
    """

    topic: Topic
    report: Report
    findings: tuple[Finding, ...] = ()
    passed: Mapping[str, int] = field(default_factory=dict)
    verbose: bool = False
    unborne: bool = False

    @property
    def told(self) -> tuple[Support, ...]:
        """What is said of the sentences that were checked; without those that are told where `unborne`."""
        return tuple(item for item in self.report.support if not (self.unborne and item.verdict is Verdict.SUPPORTED))

    @property
    def articles(self) -> dict[str, Article]:
        """The articles by id."""
        return {article.id: article for article in self.report.articles}

    @property
    def claims(self) -> dict[str, Claim]:
        """The claims by id."""
        return {claim.id: claim for claim in self.report.claims}


def select(report: Report, *kinds: FindingKind) -> tuple[Finding, ...]:
    """The report's findings of some kinds, in its order."""
    return tuple(finding for finding in report.findings if finding.kind in kinds)


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 article", "2,000 articles"."""
    plural = noun if number == 1 else noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number:,} {plural}"


def tally(skipped: tuple[Skip, ...]) -> str:
    """How much was passed over; what narrowed the run is named first."""
    narrowing = sum(skip.narrows for skip in skipped)
    if narrowing:
        return f"{count(len(skipped), 'item')} skipped ({narrowing:,} unreadable)"
    return f"{count(len(skipped), 'item')} skipped"
