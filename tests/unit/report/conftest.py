"""A small report made by hand: no stage is needed to test how it is shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from factcheck.model.article import Article, Boilerplate, Skip
from factcheck.model.claim import Claim, Extraction, Kind, SentenceCoverage
from factcheck.model.finding import DriftType, Finding, FindingKind, Level, Severity, SourceSpan
from factcheck.model.lineage import Derivation, Evidence, Lineage
from factcheck.model.link import Cluster, Pair, Relation, Value
from factcheck.model.quantity import Quantity
from factcheck.model.report import DriftSummary, Report, Signature
from factcheck.model.support import Support, Verdict

LEDGER = "LISBON — A ferry sank on Monday, killing 12 passengers, the coast guard said. It was new."
COURIER = "A ferry sank on Monday, killing 19 passengers | police said.\nIt was 30 years old."


def span(article: Article, words: str) -> SourceSpan:
    start = article.text.index(words)
    return SourceSpan(article.id, start, start + len(words), words)


@pytest.fixture
def report(make_claim: Callable[..., Claim]) -> Report:
    ledger = Article(
        "ledger",
        LEDGER,
        publisher="Harbor Ledger",
        published=date(2024, 5, 6),
        boilerplate=(Boilerplate(0, 8, "dateline"),),
    )
    courier = Article("courier", COURIER, title="=Ferry, sunk", path="news/courier.txt")
    left = make_claim(
        courier,
        "killing 19 passengers",
        kind=Kind.QUANTITY,
        quantity=Quantity(32, 45, "19 passengers", 19, 19, 19, counted="passenger"),
    )
    right = make_claim(
        ledger,
        "killing 12 passengers",
        kind=Kind.QUANTITY,
        quantity=Quantity(41, 54, "12 passengers", 12, 12, 12, counted="passenger"),
    )
    pair = Pair(left.id, right.id, Relation.CONFLICT, "FC101", 0.8, ("no number satisfies both",))
    values = (Value("12", (right.id,), ("ledger",), 1), Value("19", (left.id,), ("courier",), 1))
    cluster = Cluster(
        "c1c1c1c1",
        "How many passengers died?",
        "quantity|kill|passenger",
        (left, right),
        values,
        Relation.CONFLICT,
        (pair,),
    )
    conflict = Finding(
        "f1f1f1f1", "FC101", FindingKind.CONFLICT, Level.ERROR, 0.8, "12 contradicts 19",
        ("ledger says 12", "courier says 19"), (left.id, right.id),
        (span(courier, "killing 19 passengers"), span(ledger, "killing 12 passengers")),
        (span(courier, "19"), span(ledger, "12")), "c1c1c1c1", "How many passengers died?",
    )  # fmt: skip
    agreement = Finding(
        "a1a1a1a1", "FC001", FindingKind.AGREEMENT, Level.NOTE, 0.9, "both say so", ("same words",), (),
        (span(courier, "A ferry sank on Monday"), span(ledger, "A ferry sank on Monday")), origins=1,
    )  # fmt: skip
    drift = Finding(
        "d1d1d1d1", "FC203", FindingKind.DRIFT, Level.ERROR, 0.7, "12 became 19", ("aligned",), (),
        (span(courier, "19"), span(ledger, "12")), (span(courier, "19"), span(ledger, "12")),
        drift=DriftType.NUMBER_CHANGE, severity=Severity.CRITICAL,
    )  # fmt: skip
    lineage = Lineage(
        "ledger", "courier", Derivation.SPUN, 0.9, 0.5, (Evidence("shared words", 3.5, (span(courier, "ferry"),)),)
    )
    coverage = (SentenceCoverage(0, 60, (left.id,)), SentenceCoverage(61, 81, (), "no statement"))
    return Report(
        (courier, ledger), (left, right), (cluster,), (agreement, conflict, drift),
        (Skip("bad.txt", "file", "the file is empty"), Skip("n.csv", "file", "no article", narrows=False)),
        (lineage,), (Extraction("courier", (left,), (), coverage), Extraction("ledger", (right,))),
        (DriftSummary("ledger", "courier", 1, 1, 0, 0),), 7, Signature("1.0", "fast 1.0", "aa", "bb"), support=(
            Support(
                span(courier, "A ferry sank on Monday, killing 19 passengers"), Verdict.CONTRADICTED, "FC112", 0.7,
                ("The amounts differ.",), (span(ledger, "A ferry sank on Monday, killing 12 passengers"),),
                (span(courier, "19"), span(ledger, "12")),
            ),
            Support(span(courier, "It was 30 years old."), Verdict.UNTOLD, "FC019", 0.9, ("Nothing comes near.",)),
        ),
    )  # fmt: skip


@pytest.fixture
def empty(report: Report) -> Report:
    """Articles and pairs, and nothing found."""
    return replace(report, findings=(), clusters=(), lineage=(), drift=(), skipped=(), support=())
