"""Claims -> links: which pairs of claims answer the same question, with the evidence for each.

Only pairs that share a block are compared. Each field of a pair is matched to a named level, each level adds its weight
in bits, and the sum is a probability. Sentence similarity may propose a pair and adds its weight as any field does; it
never decides that two claims agree.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from factcheck.frames import compare
from factcheck.frames.frame import Frame, frames
from factcheck.model.article import Skip
from factcheck.model.claim import Claim, Kind
from factcheck.model.link import Link
from factcheck.stages.link.aligned import Alignment
from factcheck.stages.link.blocks import candidates
from factcheck.stages.link.borne import Reader
from factcheck.stages.link.likeness import MATRIX, Similarity, likeness
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


def barred(left: Frame, right: Frame, one_question: bool = False) -> bool:
    """Whether two claims cannot answer one question, whatever else they share.

    Different named persons in one place of the same event are two events; an amount of one day is not that of another;
    what is only feared is not what happened; two spans of one sentence that overlap are one statement read twice. Two
    measures of two events are of two things, unless `one_question` says that each is the only one of its article, or
    the other's best counterpart.
    """
    if compare.modality(left, right)[0] == "apart":
        return True
    if left.claim.source == right.claim.source and left.claim.sentence == right.claim.sentence:
        return True
    if _disjoint(left, right, left.subject.names, right.subject.names):
        return True
    if not compare.describes(left, right) and _disjoint(left, right, left.object.names, right.object.names):
        return True
    if left.senses == right.senses == _MEMBERS and compare.party(left.subject, right.subject)[0] == "apart":
        return True  # among the dead and among the witnesses
    amounts = left.claim.kind is Kind.QUANTITY is right.claim.kind
    if amounts and compare.time(left, right)[0] == "apart" and not _nightly(left, right):
        return True
    measured = left.claim.quantity is not None and left.claim.quantity.unit is not None
    if amounts and measured and not one_question and compare.event(left, right)[0] == "apart":
        return True  # forty years sought and forty years sentenced
    if amounts and one_question and _equal(left, right):
        return False  # "5.2m subscribers", "5.2 million customers"
    return bool(amounts and compare.counted(left, right)[0] == "apart")


def _equal(left: Frame, right: Frame) -> bool:
    """Whether both give one and the same amount."""
    mine, theirs = left.claim.quantity, right.claim.quantity
    return mine is not None and theirs is not None and (mine.low, mine.high) == (theirs.low, theirs.high)


_MEMBERS = frozenset({"include"})


def _disjoint(left: Frame, right: Frame, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both name a party and none in common, and no name of the one is anywhere in the other."""
    if not mine or not theirs or mine & theirs:
        return False
    return not (mine & right.names or theirs & left.names)


def _nightly(left: Frame, right: Frame) -> bool:
    """Whether two times are so near that reports from either side of midnight can mean one event."""
    mine, theirs = left.claim.time, right.claim.time
    return mine is not None and theirs is not None and compare.near(mine, theirs)


def alignment(table: Mapping[str, Frame], similarity: Similarity | None) -> Alignment | None:
    """The counterparts of all sentences; nothing without an encoder or for more than `MATRIX` claims."""
    if similarity is None or not table or len(table) > MATRIX:
        return None
    return Alignment(table, similarity)


__all__ = ["FLOOR", "MATRIX", "LinkResult", "Reader", "Similarity", "alignment", "barred", "likeness", "link"]
