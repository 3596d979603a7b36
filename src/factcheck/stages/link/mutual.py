"""Which of scored pairs are each other's best."""

from collections.abc import Iterable, Sequence

from factcheck.frames import compare
from factcheck.frames.frame import Frame
from factcheck.stages.link.aligned import Alignment

Scored = tuple[float, Frame, Frame]


def mutual(scored: Iterable[Scored]) -> list[Scored]:
    """The pairs of which neither claim fits another better; of equal ones all, in the order given."""
    listed = list(scored)
    top: dict[str, float] = {}
    for score, *sides in listed:
        for frame in sides:
            top[frame.claim.id] = max(top.get(frame.claim.id, -1.0), score)
    return [item for item in listed if item[0] == top[item[1].claim.id] == top[item[2].claim.id]]


def counterparts(mine: Sequence[Frame], theirs: Sequence[Frame], alignment: Alignment) -> list[Scored]:
    """The pairs of claims of two articles, of whatever counts one thing, whose sentences are each other's most alike.

    Scores are cosines of the sentences. O(n m) in the claims of the two.
    """
    return mutual(
        (alignment.cosine(left, right), left, right)
        for left in mine
        for right in theirs
        if compare.counted(left, right)[0] != "apart"
    )
