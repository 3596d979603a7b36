"""Which of scored pairs are each other's best."""

from collections.abc import Iterable

from factcheck.frames.frame import Frame

Scored = tuple[float, Frame, Frame]


def mutual(scored: Iterable[Scored]) -> list[Scored]:
    """The pairs of which neither claim fits another better; of equal ones all, in the order given."""
    listed = list(scored)
    top: dict[str, float] = {}
    for score, *sides in listed:
        for frame in sides:
            top[frame.claim.id] = max(top.get(frame.claim.id, -1.0), score)
    return [item for item in listed if item[0] == top[item[1].claim.id] == top[item[2].claim.id]]
