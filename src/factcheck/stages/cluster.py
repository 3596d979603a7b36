"""Claims and links -> clusters: groups of claims that answer one question.

Average-link agglomeration over log odds (Sokal and Michener 1958): two groups merge while the mean over all pairs
between them speaks for it, so that one wrong link cannot pull two groups together, as it would with connected
components. A pair without a link counts as evidence against. Where a claim fits two groups equally well it joins
neither: a doubtful merge would be a guess. A claim that answers two questions ("On Thursday they sent 28 prisoners":
when, and how many) stands in the group that it fits best, and as a guest in another one that it surely fits; and where
it fits one claim of another group, and not the group, the two are a group of their own.
"""

import heapq
import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from factcheck.model.claim import Claim, Kind
from factcheck.model.link import Cluster, Link
from factcheck.text import digest

NO_LINK = -4.0  # bits: what a pair without a link says, just under the weakest link that is kept (0.05)
MERGE = -0.7  # bits: the mean above which two groups are one; set where nine pairs in ten are right (development)
SECOND = 1.0  # bits: the mean above which a claim is a guest of a second group
PAIR = 1.5  # bits: the link above which two claims on one deed that stand in no group together make a pair
TIE = 0.05  # bits: two groups that fit a third one this equally, and not each other, are both left alone


def cluster(claims: Sequence[Claim], links: Sequence[Link]) -> tuple[Cluster, ...]:
    """Group claims so that the pairs of each group are more likely than not to belong together, on average.

    Args:
        claims: n claims with distinct ids, in any order. Claims that belong to no group are in no cluster.
        links: m scored pairs of ids of `claims`; a missing pair is evidence against.
    Returns:
        Clusters of two claims and more, each sorted by source and span, all sorted by their first claim. They carry no
        verdicts yet. No order of the input changes the output.
    Raises:
        KeyError: A link names a claim that is not among `claims`.

    O(m log m) for small components; O(k^2 log k) in a component of k claims.
    """
    by_id = {claim.id: claim for claim in claims}
    unit, members_of = _units(claims)
    bits: dict[tuple[str, str], float] = {}
    firm: set[tuple[str, str]] = set()
    for link in links:
        left, right = sorted((unit[by_id[link.left].id], unit[by_id[link.right].id]))
        if left != right:
            bits[left, right] = max(bits.get((left, right), -math.inf), _log_odds(link.score))
            firm |= {(left, right)} if _one_deed(link) else set()
    groups = [group for part in _components(bits) for group in _agglomerate(part, bits, by_id)]
    linked, alike = _by_unit(bits, bits), _by_unit(bits, firm)
    wider = _guests(groups, linked)
    pairs = _pairs(wider, alike, {claim.id: claim.source for claim in claims})
    housed = {id_ for group in groups if len(group) > 1 for id_ in group}
    made = [(group, group[len(own) :]) for own, group in zip(groups, wider, strict=True)]
    made += [(list(pair), [id_ for id_ in pair if id_ in housed]) for pair in pairs]
    clusters = []
    for group, guests in made:
        members = tuple(
            sorted((by_id[id_] for head in group for id_ in members_of[head]), key=lambda claim: claim.position)
        )
        if len(group) > 1:
            id_ = digest("cluster", *(claim.id for claim in members))
            elsewhere = frozenset(id_ for head in guests for id_ in members_of[head])
            clusters.append(Cluster(id_, "", "", members, guests=elsewhere))
    return tuple(sorted(clusters, key=lambda item: (item.claims[0].position, item.id)))


def _by_unit(bits: Mapping[tuple[str, str], float], kept: Collection[tuple[str, str]]) -> dict[str, dict[str, float]]:
    linked: dict[str, dict[str, float]] = defaultdict(dict)
    for left, right in kept:
        linked[left][right] = linked[right][left] = bits[left, right]
    return linked


Bits = Mapping[str, Mapping[str, float]]
"""What the links of each unit say, by the other one."""


def _guests(groups: list[list[str]], linked: Bits) -> list[list[str]]:
    """The groups, each with the units that fit it beside their own: the surest first.

    No two units meet in two groups, so that no pair is judged twice.
    """
    home = {id_: at for at, group in enumerate(groups) for id_ in group}
    met = {id_: {other for other in groups[home[id_]] if other != id_} if id_ in home else set() for id_ in linked}
    fits: list[tuple[float, str, int]] = []
    for id_ in sorted(linked):
        for at in sorted({home[other] for other in linked[id_] if other in home} - {home.get(id_, -1)}):
            told = [linked[id_].get(other, NO_LINK) for other in groups[at]]
            if len(told) > 1 and math.fsum(told) / len(told) > SECOND:
                fits.append((round(-math.fsum(told) / len(told), 6), id_, at))
    wider = [list(group) for group in groups]
    for _, id_, at in sorted(fits):
        if not met[id_] & set(wider[at]):
            for other in wider[at]:
                met[other].add(id_)
            met[id_] |= set(wider[at])
            wider[at].append(id_)
    return wider


def _pairs(wider: list[list[str]], linked: Bits, source: Mapping[str, str]) -> list[tuple[str, str]]:
    """The pairs of units of two sources that meet in no group and of which one is the other's best such match.

    Whoever is torn between two matches is in none. Only links are given that pairs can be made of.
    """
    met: dict[str, set[str]] = defaultdict(set)
    for group in wider:
        for id_ in group:
            met[id_] |= set(group)
    best: dict[str, tuple[float, str] | None] = {}
    for id_ in sorted(linked):
        free = (item for item in linked[id_].items() if item[0] not in met[id_] and source[item[0]] != source[id_])
        ranked = sorted((round(-value, 6), other) for other, value in free)
        if ranked and -ranked[0][0] > PAIR:
            best[id_] = None if len(ranked) > 1 and ranked[1][0] - ranked[0][0] <= TIE else ranked[0]
    return sorted(
        {
            (min(id_, match[1]), max(id_, match[1]))
            for id_, match in best.items()
            if match is not None and best.get(match[1], match) is not None
        }
    )


def _one_deed(link: Link) -> bool:
    """Whether a link speaks of one event or figure of parties that may be one, and not only of like surroundings."""
    level = {item.field: item.level for item in link.levels}
    figure = level.get("amount") == "exact" and level.get("counted") in _MEETS
    apart = any(level.get(field, "missing") != "missing" for field in _PAIRWISE)
    told = level.get("event") in _MEETS or figure or apart
    return not level or (told and level.get("parties") != "apart")


_MEETS = frozenset({"exact", "close"})
_PAIRWISE = ("copied", "shared", "measure", "answer", "denial", "circle", "case", "tally")
"""Fields that were worked out for the very pair (stages/link/pairwise.py)."""


def _units(claims: Sequence[Claim]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Claims that are one statement on several persons ("Ana was arrested in 2013 and Ivo in 2015"), kept together.

    They date one predicate in one sentence. The unit goes by its first id; most claims are units of their own.
    """
    together: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.position):
        dated = claim.kind is Kind.DATE and claim.predicate is not None
        key = (claim.source, claim.sentence.start, claim.predicate) if dated else (claim.id,)
        together[key].append(claim.id)
    members = {min(ids): ids for ids in together.values()}
    return {id_: head for head, ids in members.items() for id_ in ids}, members


def _log_odds(probability: float) -> float:
    clipped = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log2(clipped / (1 - clipped))


def _components(bits: dict[tuple[str, str], float]) -> list[list[str]]:
    """Connected components over the links that speak for a merge, each sorted; weaker links cannot start one."""
    threshold = MERGE
    neighbours: dict[str, set[str]] = defaultdict(set)
    for (left, right), value in bits.items():
        if value > threshold:
            neighbours[left].add(right)
            neighbours[right].add(left)
    seen: set[str] = set()
    parts: list[list[str]] = []
    for start in sorted(neighbours):
        if start in seen:
            continue
        part, stack = [], [start]
        seen.add(start)
        while stack:
            here = stack.pop()
            part.append(here)
            for other in sorted(neighbours[here] - seen):
                seen.add(other)
                stack.append(other)
        parts.append(sorted(part))
    return parts


def _agglomerate(part: list[str], bits: dict[tuple[str, str], float], by_id: dict[str, Claim]) -> list[list[str]]:
    """Merge the best pair of groups until no mean is above `MERGE`; ties by the groups' first ids."""
    members: dict[int, list[str]] = {index: [id_] for index, id_ in enumerate(part)}
    at = {id_: index for index, id_ in enumerate(part)}
    sums: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)  # group -> group -> (sum of bits, linked pairs)
    heap: list[tuple[float, str, str, int, int]] = []

    def mean(left: int, right: int) -> float:
        total, linked = sums[left][right]
        pairs = len(members[left]) * len(members[right])
        return (total + (pairs - linked) * NO_LINK) / pairs

    def sentences(group: int) -> set[tuple[str, int]]:
        return {(by_id[id_].source, by_id[id_].sentence.start) for id_ in members[group]}

    def undecided(left: int, right: int, value: float) -> bool:
        """Whether another group fits one of the two as well, and not the other, from another sentence."""
        for here, there in ((left, right), (right, left)):
            for other in sums[here]:
                if other == there or abs(mean(here, other) - value) > TIE:
                    continue
                fits = other in sums[there] and mean(there, other) > MERGE
                if not fits and not sentences(other) & sentences(there):
                    return True
        return False

    def push(left: int, right: int) -> None:
        value = mean(left, right)
        if value > MERGE:
            first, second = sorted((members[left][0], members[right][0]))
            heapq.heappush(heap, (-round(value, 6), first, second, left, right))

    inside = set(part)
    for pair in sorted(pair for pair in bits if pair[0] in inside and pair[1] in inside):
        a, b = at[pair[0]], at[pair[1]]
        sums[a][b] = sums[b][a] = (bits[pair], 1)
    for a in sorted(sums):
        for b in sorted(sums[a]):
            if a < b:
                push(a, b)
    fresh = len(part)
    while heap:
        _, _, _, left, right = heapq.heappop(heap)
        if left not in members or right not in members or undecided(left, right, mean(left, right)):
            continue
        merged = sorted(members[left] + members[right])
        joined: dict[int, tuple[float, int]] = {}
        for old in (left, right):
            for other, (total, linked) in sums[old].items():
                if other not in (left, right) and other in members:
                    before = joined.get(other, (0.0, 0))
                    joined[other] = (before[0] + total, before[1] + linked)
        for old in (left, right):
            del members[old]
            for other in list(sums.pop(old)):
                if other in sums:
                    sums[other].pop(old, None)
        members[fresh] = merged
        sums[fresh] = joined
        for other in sorted(joined):
            sums[other][fresh] = joined[other]
            push(fresh, other)
        fresh += 1
    return [members[index] for index in sorted(members)]
