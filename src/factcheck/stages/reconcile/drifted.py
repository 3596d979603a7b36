"""Pairs of claims of which a copy changed what its original says: one question, and the copy's answer is no answer."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from factcheck.model.claim import Claim
from factcheck.model.finding import Finding, Level, SourceSpan
from factcheck.model.link import Cluster, Pair, Relation
from factcheck.stages.reconcile.judgement import GRAVITY, overall

_GRAVE = GRAVITY[Relation.DRIFT]


def drifted(clusters: Sequence[Cluster], drift: Sequence[Finding]) -> tuple[Cluster, ...]:
    """The clusters with the relation "drift" where a serious drift finding marks words of both claims of a pair.

    Args:
        clusters: Judged clusters.
        drift: Findings of kind drift; those of level note change nothing.
    Returns:
        The clusters in the same order. A conflict stays a conflict.
    """
    by_sources: dict[frozenset[str], list[Finding]] = defaultdict(list)
    for finding in drift:
        if finding.level is not Level.NOTE:
            by_sources[frozenset(span.source for span in finding.spans)].append(finding)
    return tuple(_told(cluster, by_sources) for cluster in clusters) if by_sources else tuple(clusters)


def _told(cluster: Cluster, by_sources: dict[frozenset[str], list[Finding]]) -> Cluster:
    by_id = {claim.id: claim for claim in cluster.claims}
    pairs = tuple(_judged(pair, by_id[pair.left], by_id[pair.right], by_sources) for pair in cluster.pairs)
    if pairs == cluster.pairs:
        return cluster
    return replace(cluster, pairs=pairs, relation=overall(pairs, {claim.id: claim.source for claim in cluster.claims}))


def _judged(pair: Pair, left: Claim, right: Claim, by_sources: dict[frozenset[str], list[Finding]]) -> Pair:
    if GRAVITY[pair.relation] >= _GRAVE:
        return pair
    for finding in by_sources.get(frozenset((left.source, right.source)), ()):
        if _marks(finding, left) and _marks(finding, right):
            return replace(
                pair,
                relation=Relation.DRIFT,
                rule=finding.rule,
                confidence=finding.confidence,
                steps=(*pair.steps, f"The one is a copy's telling of the other, and changed it: {finding.message}"),
            )
    return pair


def _marks(finding: Finding, claim: Claim) -> bool:
    """Whether words that the finding marks, or shows where it marks none in this source, stand in the claim."""
    marked = [span for span in finding.marks if span.source == claim.source]
    shown: Sequence[SourceSpan] = marked or [span for span in finding.spans if span.source == claim.source]
    return any(span.start < claim.span.end and claim.span.start < span.end for span in shown)
