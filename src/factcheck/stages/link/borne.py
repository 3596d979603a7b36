"""Claims of two articles that bear each other out: "turned down an application for bail", "refused bail".

Each is the other's best counterpart in its article by how alike the two are, and a transformer that reads both together
(`models/telling`) finds that each tells the other. Neither is enough alone: claims on one matter are all alike, and the
reader takes "was moved" for "hit back" where both name one person.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

import numpy as np

from factcheck.frames import compare
from factcheck.frames.frame import Frame, IdPair, beside_names
from factcheck.stages.link.likeness import Likeness

Reader = Callable[[Sequence[tuple[str, str]]], Sequence[float]]
"""Gives for pairs of texts the log-odds that the first bears the second out."""

_ALIKE = 0.6  # cosine of two claims from which they are read together
_EACH = 4  # others at most, the most alike first, that a claim is read with
_A_COSINE = 8.0  # log-odds that one more in cosine is worth; fitted to 150 pairs of the development stories, as EXACT
EXACT, CLOSE = 5.4, 4.4  # log-odds and cosine together: of the former 19 in 20 say the same, of the rest three in four
_CONTENT = 0.1  # cosine of the words beside names under which two claims share no more than a name
CERTAIN = 7.0  # the same whatever words they share
_SAME = 2.0  # log-odds of claims in the same words, which need no reading


def borne_out(table: Mapping[str, Frame], likeness: Likeness, reader: Reader) -> dict[IdPair, compare.Match]:
    """The pairs of claims of two articles that are each other's best counterpart, and whether they bear each other out.

    Args:
        table: Frames of all claims by id.
        likeness: How alike the n claims are.
        reader: Reads pairs of texts together.

    O(n^2) to find the pairs; O(n) are read.
    """
    pairs = _bounded(_best_counterparts(table, likeness))
    texts = [(table[left].claim.text, table[right].claim.text) for _, left, right in pairs]
    unlike = sorted({both for pair in texts if pair[0] != pair[1] for both in (pair, pair[::-1])})
    read = dict(zip(unlike, reader(unlike), strict=True)) if unlike else {}
    found: dict[IdPair, compare.Match] = {}
    for (cosine, left, right), (mine, theirs) in zip(pairs, texts, strict=True):
        odds = _SAME if mine == theirs else (read[mine, theirs] + read[theirs, mine]) / 2
        score = odds + _A_COSINE * cosine
        sure = score >= CERTAIN or (score >= EXACT and _shared_content(table[left], table[right]) >= _CONTENT)
        level = "exact" if sure else "close" if score >= CLOSE else "apart"
        found[left, right] = level, f"log-odds {odds:.1f}, {cosine:.2f} alike"
    return found


def _shared_content(left: Frame, right: Frame) -> float:
    """How alike two claims are in their words beside the names: one person does many things."""
    return compare.soft_cosine(beside_names(left), beside_names(right), {})


def _best_counterparts(table: Mapping[str, Frame], likeness: Likeness) -> list[tuple[float, str, str]]:
    """The pairs (cosine, id, id) of two articles of which neither claim has a better counterpart in the other's."""
    ids, cosines = likeness.ids, np.asarray(likeness.cosines)
    rows: dict[str, list[int]] = defaultdict(list)
    for index, id_ in enumerate(ids):
        rows[table[id_].claim.source].append(index)
    found = []
    for one, other in combinations(sorted(rows), 2):
        block = cosines[np.ix_(rows[one], rows[other])]
        best = (block == block.max(axis=1, keepdims=True)) & (block == block.max(axis=0, keepdims=True))
        for i, j in zip(*np.nonzero(best & (block >= _ALIKE)), strict=True):
            left, right = sorted((ids[rows[one][i]], ids[rows[other][j]]))
            found.append((float(block[i, j]), left, right))
    return found


def _bounded(pairs: Sequence[tuple[float, str, str]]) -> list[tuple[float, str, str]]:
    """Without the pairs that are beyond the closest few of either claim; in a fixed order."""
    taken: dict[str, int] = defaultdict(int)
    kept = []
    for cosine, left, right in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if taken[left] < _EACH and taken[right] < _EACH:
            taken[left] += 1
            taken[right] += 1
            kept.append((cosine, left, right))
    return kept


__all__ = ["Reader", "borne_out"]
