"""The one function of this stage: each cluster judged pair by pair, and what rules find in all claims together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from factcheck.frames.frame import Frame, frames
from factcheck.frames.identity import identities
from factcheck.model.article import Article
from factcheck.model.claim import Claim
from factcheck.model.finding import Finding
from factcheck.model.lineage import Lineage
from factcheck.model.link import Cluster, Link, Pair
from factcheck.stages.reconcile.ages import ages
from factcheck.stages.reconcile.findings import findings
from factcheck.stages.reconcile.judge import judge
from factcheck.stages.reconcile.judgement import Surroundings, overall, surroundings
from factcheck.stages.reconcile.once import once
from factcheck.stages.reconcile.order import orders
from factcheck.stages.reconcile.question import question, slot
from factcheck.stages.reconcile.spelling import spellings
from factcheck.stages.reconcile.streets import streets
from factcheck.stages.reconcile.sums import sums
from factcheck.stages.reconcile.tolls import newer
from factcheck.stages.reconcile.values import distinct_values, given_by_both
from factcheck.stages.reconcile.weight import ranking
from factcheck.stages.reconcile.wording import wordings

_SIDES = 60  # claims of one cluster that are judged in pairs; more would be one source repeating itself


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Clusters with values, verdicts and question; findings in order; how many pairs were judged."""

    clusters: tuple[Cluster, ...]
    findings: tuple[Finding, ...]
    compared_pairs: int


def reconcile(
    clusters: Sequence[Cluster],
    origins: Mapping[str, str],
    articles: Sequence[Article] = (),
    lineage: Sequence[Lineage] = (),
    told: Sequence[Claim] = (),
    links: Sequence[Link] = (),
) -> Reconciled:
    """Judge every pair of claims in each cluster and report.

    Args:
        clusters: Groups of claims that answer one question, in any order.
        origins: Source id -> the source it derives from in the end; a source not in it is its own origin.
        articles: The articles, for their dates; one that is missing is taken to have none.
        lineage: Who derives from whom.
        told: All claims, those too that are in no cluster; they are looked through for spellings and sums.
        links: What linking has found; of it is used which claims bear each other out, share a figure or a measure.
    Returns:
        The clusters with verdicts, and findings in a total order that does not depend on the order of the input.

    O(k^2) rules for a cluster of k claims, k at most 60.
    """
    claims = {claim.id: claim for claim in (*told, *(claim for item in clusters for claim in item.claims))}
    table = frames(claims.values())  # of all, so that a name stands for whom it stood for when they were linked
    around = surroundings(table.values(), origins, articles, lineage, links)
    judged = []
    found: list[Finding] = []
    compared = 0
    for item in sorted(clusters, key=lambda item: item.id):
        done, numbers_of_values = _judge(item, table, around)
        judged.append(done)
        compared += len(done.pairs)
        found += findings(
            done,
            numbers_of_values,
            lambda ids, rule: question([table[id_] for id_ in ids], rule, around.origins),
            lambda left, right: _newer(table[left], table[right], around),
        )
    every = list(claims.values())
    found += [*sums(every), *spellings(every, around)]
    if len({claim.source for claim in every}) > 1:
        known = identities(every)
        found += [*wordings(every, around, known), *orders(every, around, known), *ages(every, around, known)]
        found += streets(every, around)
    rank = ranking(claims)
    unique = {finding.id: finding for finding in sorted(found, key=rank, reverse=True)}
    ordered = once(sorted(unique.values(), key=rank), claims)
    return Reconciled(
        tuple(sorted(judged, key=lambda item: (item.claims[0].position, item.id))), tuple(ordered), compared
    )


def _newer(left: Frame, right: Frame, around: Surroundings) -> str | None:
    later = newer(left, right, around)
    return later.claim.id if later is not None else None


def _judge(cluster: Cluster, table: Mapping[str, Frame], around: Surroundings) -> tuple[Cluster, dict[str, int]]:
    members = sorted(cluster.claims, key=lambda claim: claim.position)
    pairs = []
    for left, right in combinations(members[:_SIDES], 2):
        first, second = sorted((left.id, right.id))
        verdict = judge(table[left.id], table[right.id], around)
        pairs.append(Pair(first, second, verdict.relation, verdict.rule, verdict.confidence, verdict.steps))
    pairs = given_by_both(pairs, {claim.id: claim for claim in members}, cluster.guests)
    values, numbered = distinct_values(members, pairs, around.origins)
    listed = [table[claim.id] for claim in members]
    return (
        replace(
            cluster,
            question=question(listed, origins=around.origins),
            slot=slot(listed),
            claims=tuple(members),
            values=values,
            relation=overall(pairs, {claim.id: claim.source for claim in members}),
            pairs=tuple(pairs),
        ),
        numbered,
    )
