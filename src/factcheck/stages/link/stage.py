"""The one function of this stage: pairs that share a block, each field of a pair at a level, and their sum."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from factcheck.frames.frame import frames
from factcheck.model.article import Skip
from factcheck.model.claim import Claim
from factcheck.model.link import Link
from factcheck.stages.link.aligned import alignment
from factcheck.stages.link.barred import barred
from factcheck.stages.link.blocks import candidates
from factcheck.stages.link.borne import Reader
from factcheck.stages.link.likeness import Similarity, likeness
from factcheck.stages.link.pairwise import pairwise
from factcheck.stages.link.score import Context, levels, score

FLOOR = 0.05  # links less likely than this are not kept: to the clustering they are the same as no link


@dataclass(frozen=True, slots=True)
class LinkResult:
    """The links, sorted by claim ids, and the blocks that were too big to compare."""

    links: tuple[Link, ...]
    skipped: tuple[Skip, ...]


def link(
    claims: Sequence[Claim],
    similarity: Similarity | None = None,
    derived: Collection[tuple[str, str]] = (),
    reader: Reader | None = None,
) -> LinkResult:
    """Score the candidate pairs of claims.

    Args:
        claims: n claims with distinct ids, in any order.
        similarity: Gives for texts the matrix of their cosine similarities, or nothing where there is no encoder.
        derived: (original, copy) ids of sources of which one is made from the other.
        reader: Reads pairs of texts together; without one, or without an encoder, that field is missing.
    Returns:
        Links of probability `FLOOR` and more, by ids. O(n b) time with b the size of a block, bounded.
    """
    table = frames(claims)
    pairs, skipped = candidates(table)
    places = alignment(table, similarity)
    alike = likeness(table, similarity)
    found = pairwise(table, derived, places, alike, reader)
    context = Context((table[id_] for id_ in sorted(table)), places, found)
    links = []
    for left, right in sorted({*pairs, *(pair for field in found.values() for pair in field)}):
        mine, theirs = table[left], table[right]
        if (left, right) not in found["copied"] and barred(
            mine, theirs, any((left, right) in found[field] for field in ("measure", "answer"))
        ):
            continue
        probability, scored = score(levels(mine, theirs, context, alike.of(left, right) if alike else None))
        if probability >= FLOOR:
            links.append(Link(left, right, round(probability, 4), scored))
    return LinkResult(tuple(links), tuple(sorted(skipped)))
