"""Which claims of a copy tell a claim of its original again: the same place, and mostly the same words.

A copy that swaps a name or a tense still answers the question that its original answered, so what would keep two
reporters' claims apart (other names, planned against done) keeps these together, and the difference is told as drift.
"""

from collections.abc import Collection, Mapping

from factcheck.frames.compare import Match
from factcheck.frames.frame import Frame, IdPair, beside_names, pair_of
from factcheck.stages.link.aligned import Alignment
from factcheck.stages.link.mutual import mutual

EXACT, CLOSE = 0.5, 0.3  # of the telling words beside names (Dice); annotated copy: 17 of 17 and 6 of 7 are right
_PLACED = frozenset({"exact", "close", "near"})


def copied(
    table: Mapping[str, Frame], derived: Collection[tuple[str, str]], alignment: Alignment | None
) -> dict[IdPair, Match]:
    """The pairs of claims of a copy and its original that are each other's best counterpart.

    Args:
        table: Frames of all claims by id.
        derived: (original, copy) source ids.
        alignment: The counterparts of all sentences; without them nothing is known.

    Claims of counterpart sentences are compared, so that the time grows with the length of the copy.
    """
    if alignment is None or not derived:
        return {}
    found: dict[IdPair, Match] = {}
    said = {id_: beside_names(frame) for id_, frame in table.items()}
    by_source: dict[str, list[Frame]] = {}
    for id_ in sorted(table):
        by_source.setdefault(table[id_].claim.source, []).append(table[id_])
    for original, copy in sorted(derived):
        scored: list[tuple[float, Frame, Frame]] = []
        for mine in by_source.get(original, ()):
            for theirs in by_source.get(copy, ()):
                shared = _dice(said[mine.claim.id], said[theirs.claim.id])
                if shared >= CLOSE and alignment.level(mine, theirs)[0] in _PLACED:
                    scored.append((shared, mine, theirs))
        for shared, mine, theirs in mutual(scored):
            level = "exact" if shared >= EXACT else "close"
            found[pair_of(mine, theirs)] = (
                level,
                f"{shared:.0%} of the words beside names, at the place that {copy} has from {original}",
            )
    return found


def _dice(left: frozenset[str], right: frozenset[str]) -> float:
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0
