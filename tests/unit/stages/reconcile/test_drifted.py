"""What a copy changed shows in the relation of its claims to those of its original."""

from collections.abc import Callable
from dataclasses import replace

from factcheck.model.claim import Claim
from factcheck.model.finding import DriftType, Finding, FindingKind, Level, Severity, SourceSpan
from factcheck.model.link import Cluster, Relation
from factcheck.stages.reconcile import Reconciled, drifted

ORIGINAL = "Police arrested Marco Ferri, the drug lord."
COPY = "Police arrested Marco Ferri, the drug aristocrat."


def change(level: Level, words: str = "aristocrat") -> Finding:
    at = COPY.index(words)
    spans = (SourceSpan("a", 0, len(ORIGINAL), ORIGINAL), SourceSpan("b", 0, len(COPY), COPY))
    marks = (SourceSpan("a", 38, 42, "lord"), SourceSpan("b", at, at + len(words), words))
    return Finding(
        "x", "FC302", FindingKind.DRIFT, level, 0.8, "“lord” has become “aristocrat”", (), (), spans, marks,
        drift=DriftType.TERM_SUBSTITUTION, severity=Severity.MAJOR,
    )  # fmt: skip


def told(claim: Callable[..., Claim], reconciled: Callable[..., Reconciled]) -> Cluster:
    (cluster,) = reconciled(
        claim("a", ORIGINAL, "Police", "arrest", "Marco Ferri, the drug lord"),
        claim("b", COPY, "Police", "arrest", "Marco Ferri, the drug aristocrat"),
    ).clusters
    return cluster


def test_a_serious_change_makes_the_pair_drift(
    claim: Callable[..., Claim], reconciled: Callable[..., Reconciled]
) -> None:
    (cluster,) = drifted([told(claim, reconciled)], [change(Level.WARNING)])
    assert cluster.relation is Relation.DRIFT
    assert cluster.pairs[0].rule == "FC302"
    assert "aristocrat" in cluster.pairs[0].steps[-1]


def test_a_note_and_a_change_elsewhere_leave_it(
    claim: Callable[..., Claim], reconciled: Callable[..., Reconciled]
) -> None:
    before = told(claim, reconciled)
    elsewhere = replace(
        change(Level.WARNING), marks=(SourceSpan("a", 90, 95, "other"), SourceSpan("b", 90, 95, "other"))
    )
    assert drifted([before], [change(Level.NOTE), elsewhere]) == (before,)


def test_a_conflict_stays_a_conflict(claim: Callable[..., Claim], reconciled: Callable[..., Reconciled]) -> None:
    before = told(claim, reconciled)
    clash = replace(before, pairs=(replace(before.pairs[0], relation=Relation.CONFLICT),), relation=Relation.CONFLICT)
    assert drifted([clash], [change(Level.WARNING)]) == (clash,)
