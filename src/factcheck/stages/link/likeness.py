"""How alike claims are by their texts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.frames.frame import Frame

MATRIX = 6000  # claims beyond which the matrix of similarities would not fit in memory beside the rest
Similarity = Callable[[Sequence[str]], Any]
"""Gives for texts the matrix of their cosine similarities."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike the n claims `ids` are: `cosines` is an (n, n) matrix, `at` has the row of each id."""

    ids: tuple[str, ...]
    cosines: Any
    at: Mapping[str, int]

    def of(self, left: str, right: str) -> float:
        """The cosine of two claims, in [-1, 1]."""
        return float(self.cosines[self.at[left]][self.at[right]])


def likeness(table: Mapping[str, Frame], similarity: Similarity | None) -> Likeness | None:
    """How alike all claims are; nothing without an encoder or for more than `MATRIX` claims."""
    if similarity is None or not table or len(table) > MATRIX:
        return None
    ids = tuple(sorted(table))
    at = {id_: index for index, id_ in enumerate(ids)}
    return Likeness(ids, similarity([table[id_].claim.text for id_ in ids]), at)


__all__ = ["MATRIX", "Likeness", "Similarity", "likeness"]
