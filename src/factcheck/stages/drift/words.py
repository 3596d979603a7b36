"""Which word of the copy renders which word of the original.

Evidence from strongest to weakest: the same form, lemma or number; a related form; a near spelling; a thesaurus
relation;
a near vector in context; and last the place: two words whose neighbours render one another stand in one slot. Pairs
are taken best first, one to one; a neighbour that is aligned too speaks for a pair, as in the competitive linking of
Melamed (2000).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from factcheck.stages.drift.alike import Relatives, likeness
from factcheck.stages.drift.view import Word

Vectors = NDArray[np.float32]

_LEAST = 0.45
_NEAR = 0.10
_FAR = 0.12
_COSINE_FLOOR = 0.45
_WINDOW = 3
# Cosine in context below which a relation of two lemmas is one of other senses.
_NEEDED = {"form": 0.2, "derived": 0.5, "synonym": 0.3, "broader": 0.35, "antonym": 0.1}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two aligned words by their place in the two sequences; `how` names the evidence, `likeness` is in [0, 1].

    `near` is the cosine of the two words in context, 0 without vectors.
    """

    left: int
    right: int
    how: str
    likeness: float
    near: float = 0.0


@dataclass(frozen=True, slots=True)
class WordAlignment:
    """The pairs in order of the original, and the words of the copy that are left over, as places in the sequences."""

    pairs: tuple[Pair, ...]
    right_only: tuple[int, ...]
    cosines: Vectors | None = field(default=None, compare=False, repr=False)

    def nearness(self, left: Sequence[int], right: Sequence[int]) -> float:
        """The mean cosine in context of some words of the one with some of the other; 1 without vectors."""
        if self.cosines is None or not left or not right:
            return 1.0
        return float(self.cosines[np.ix_(left, right)].mean())

    def to_right(self) -> dict[int, Pair]:
        """The pair of each aligned word of the original."""
        return {pair.left: pair for pair in self.pairs}

    def to_left(self) -> dict[int, Pair]:
        """The pair of each aligned word of the copy."""
        return {pair.right: pair for pair in self.pairs}


def align_words(
    left: Sequence[Word],
    right: Sequence[Word],
    left_vectors: Vectors | None = None,
    right_vectors: Vectors | None = None,
) -> WordAlignment:
    """Align two word sequences of at most some hundred words each.

    Time is that of the pairs of words that can be alike; with vectors O(n m), in one matrix product.

    Args:
        left: Words of the original, in order.
        right: Words of the copy, in order.
        left_vectors: Unit row vectors of the words of `left` in context, or None.
        right_vectors: The same for `right`.
    """
    if not left or not right:
        return WordAlignment((), tuple(range(len(right))))
    scores: dict[tuple[int, int], float] = {}
    reasons: dict[tuple[int, int], tuple[str, float]] = {}
    cosines = left_vectors @ right_vectors.T if left_vectors is not None and right_vectors is not None else None
    relatives = Relatives(right)
    forms = tuple(frozenset(word.norm for word in words) for words in (left, right))
    for i, a in enumerate(left):
        possible = relatives.of(a)
        if cosines is not None and a.content and a.value is None:
            possible.update(np.flatnonzero(cosines[i] >= _COSINE_FLOOR).tolist())
        for j in sorted(possible):
            b = right[j]
            if a.content != b.content and a.norm != b.norm and a.lemma != b.lemma:
                continue
            if not a.content and a.norm != b.norm and a.lemma != b.lemma:
                continue
            how, value = likeness(a, b)
            if how == "spelling" and a.norm in forms[1] and b.norm in forms[0]:
                continue  # "Iran" and "Iraq" where both sides have both
            if cosines is not None and a.content and a.value is None and b.value is None:
                near = float(cosines[i, j])
                if how and near < _NEEDED.get(how, 0.0):
                    how, value = "", 0.0
                elif how:
                    value = min(1.0, value + 0.15 * (near - 0.4))
                elif near > _COSINE_FLOOR and not (a.name and b.name):
                    how, value = "vector", 0.40 + 0.5 * (near - _COSINE_FLOOR) / (1 - _COSINE_FLOOR)
            if how:
                reasons[i, j] = how, value
    taken_left: dict[int, int] = {}
    taken_right: dict[int, int] = {}
    for (i, j), (_how, value) in reasons.items():
        apart = abs(i / len(left) - j / len(right))
        scores[i, j] = value - _FAR * apart + _support(reasons, i, j)
    order = sorted(scores, key=lambda key: (-scores[key], key))
    for content in (True, False):
        for i, j in order:
            if left[i].content != content or i in taken_left or j in taken_right:
                continue
            if scores[i, j] >= _LEAST and (content or _anchored(i, j, taken_left, len(left), len(right))):
                taken_left[i], taken_right[j] = j, i
    pairs = {(i, j): reasons[i, j] for i, j in taken_left.items()}
    for i, j in _slots(left, right, taken_left, taken_right):
        taken_left[i], taken_right[j] = j, i
        how, value = reasons.get((i, j), ("slot", 0.0))
        pairs[i, j] = how, value

    def cosine(i: int, j: int) -> float:
        return round(float(cosines[i, j]), 4) if cosines is not None else 0.0

    return WordAlignment(
        tuple(Pair(i, j, how, round(value, 4), cosine(i, j)) for (i, j), (how, value) in sorted(pairs.items())),
        tuple(j for j in range(len(right)) if j not in taken_right),
        cosines,
    )


def _support(reasons: dict[tuple[int, int], tuple[str, float]], i: int, j: int) -> float:
    """A bonus for each side on which a close neighbour pair is alike too."""
    bonus = 0.0
    for step in (-1, 1):
        best = 0.0
        for di in range(1, _WINDOW + 1):
            for dj in range(1, _WINDOW + 1):
                found = reasons.get((i + step * di, j + step * dj))
                if found is not None and found[1] > 0.6:
                    best = max(best, found[1] * (1.0 - 0.2 * (max(di, dj) - 1)))
        bonus += _NEAR * best
    return bonus


def _anchored(i: int, j: int, taken: dict[int, int], n: int, m: int) -> bool:
    """Whether a function-word pair stands near an aligned pair, or at about the same place of short texts."""
    for di in range(-_WINDOW, _WINDOW + 1):
        other = taken.get(i + di)
        if other is not None and abs(other - (j + di)) <= 2:
            return True
    return (n < 6 or m < 6) and abs(i - j) <= 2


def _slots(
    left: Sequence[Word], right: Sequence[Word], taken_left: dict[int, int], taken_right: dict[int, int]
) -> list[tuple[int, int]]:
    """Unaligned content words whose aligned neighbours on both sides render one another, in text order."""
    found: list[tuple[int, int]] = []
    spare_left = [i for i, word in enumerate(left) if word.content and i not in taken_left]
    spare_right = {j for j, word in enumerate(right) if word.content and j not in taken_right}
    options: dict[tuple[int, int], float] = {}
    for i in spare_left:
        before = _nearest(taken_left, i, -1, len(left))
        after = _nearest(taken_left, i, 1, len(left))
        for near, anchor in ((before, -1), (after, 1)):
            if near is None:
                continue
            place, distance = near
            for dj in range(1, 5):
                j = place - anchor * dj
                if j not in spare_right:
                    continue
                other = after if anchor == -1 else before
                both = other is not None and abs(other[0] - j) <= 4 and (other[0] - j) * anchor < 0
                cost = abs(dj - distance) + (0 if both else 3)
                kinds = (left[i].value is None) == (right[j].value is None) and (left[i].name == right[j].name)
                same_pos = not left[i].pos or left[i].pos == right[j].pos
                cost += (0 if kinds else 2) + (0 if same_pos else 2)
                if cost <= 4:
                    options[i, j] = min(cost, options.get((i, j), 99.0))
    used: set[int] = set()
    for i, j in sorted(options, key=lambda key: (options[key], key)):
        if i not in used and j in spare_right:
            used.add(i)
            spare_right.discard(j)
            found.append((i, j))
    return found


def _nearest(taken: dict[int, int], i: int, step: int, n: int) -> tuple[int, int] | None:
    """Where the nearest aligned word on one side of `i` went, and how far from `i` it stands; within four words."""
    for distance in range(1, 5):
        place = i + step * distance
        if not 0 <= place < n:
            return None
        if place in taken:
            return taken[place], distance
    return None
