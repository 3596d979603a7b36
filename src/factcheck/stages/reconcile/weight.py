"""The order of findings: what an editor should read first.

Agreements by independent origins, then sources, then what a number or date is worth beside a phrase, then how early
the articles tell it; everything else by how sure it is.
"""

from collections.abc import Callable, Mapping

from factcheck.model.claim import Claim, Kind
from factcheck.model.finding import Finding, FindingKind

# A report is built on its figures, days and deeds; standings and asides come with them.
_WORTH = {Kind.QUANTITY: 0, Kind.EVENT: 1, Kind.DATE: 1, Kind.RELATION: 2, Kind.QUOTE: 2, Kind.ROLE: 3}
_LEAST = 3
_STEPS = 4  # an article is read in so many parts; places inside one part count alike

Rank = tuple[object, ...]


def ranking(claims: Mapping[str, Claim]) -> Callable[[Finding], Rank]:
    """The sort key of findings.

    Args:
        claims: Every claim of the run by its id.
    Returns:
        A total order: no two findings with different ids have one key.
    """
    ends: dict[str, int] = {}
    for claim in claims.values():
        ends[claim.source] = max(ends.get(claim.source, 0), claim.span.end)

    def rank(finding: Finding) -> Rank:
        tail = (-finding.confidence, finding.rule, finding.spans, finding.id)
        if finding.kind is not FindingKind.AGREEMENT:
            return finding.kind.value, *tail
        told = [claims[id_] for id_ in finding.claims if id_ in claims]
        sources = {claim.source for claim in told}
        worth = min((_WORTH.get(claim.kind, _LEAST) for claim in told), default=_LEAST)
        part = min((_STEPS * claim.span.start // (ends[claim.source] or 1) for claim in told), default=_STEPS)
        return finding.kind.value, -(finding.origins or 0), -len(sources), worth + part, worth, *tail

    return rank
