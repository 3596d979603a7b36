"""Which sentences of the original a sentence of the copy comes from: none, one, or several, in any order.

Candidates come from an inverted index of telling words, so that the time grows with the length of the texts and not
with the product; each candidate is scored by the weight of the words that it shares, counting related forms and
synonyms, and by the sentence vectors if there are any. A candidate whose neighbour is the parent of the neighbour
sentence is preferred, since copies mostly keep the order.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.stages.drift.alike import Relatives, likeness
from factcheck.stages.drift.view import View, Word

_CANDIDATES = 10
_COMMON = 40  # a word in more sentences than this finds no candidates
_LEAST = 0.26
_NEW = 0.13  # share of a sentence that a further parent must explain
_COUNTED = 0.03  # the same for a parent that shares an amount and what it counts
_TOLD = 0.6  # weight of words that it must explain: "years old" stands in any sentence
_PARENTS = 4
_ORDER = 0.06
# Two texts with fewer sentences in common are no original and copy: of 30 pairs of articles about different things none
# had more than 0.06, of 20 pairs that tell of one event on their own none less than 0.22. Then only sure matches count.
_KIN = 0.2
_SURE = 0.5
_SHORT = 3  # sentences: texts this short are one pair
_SHORT_WORDS = 220


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence of the copy and its parents in the original, best parent first; `score` is that of the best, in
    [0, 1].
    """

    copy: int
    parents: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class SentenceAlignment:
    """Matches in order of the copy, and the sentences of the original (copy) that match nothing."""

    matches: tuple[Match, ...]
    lost: tuple[int, ...]
    added: tuple[int, ...]

    def children(self) -> dict[int, tuple[int, ...]]:
        """For each parent its sentences in the copy, in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for match in self.matches:
            for parent in match.parents:
                found[parent].append(match.copy)
        return {parent: tuple(found[parent]) for parent in sorted(found)}


def align_sentences(
    original: View,
    copy: View,
    original_vectors: NDArray[np.float32] | None = None,
    copy_vectors: NDArray[np.float32] | None = None,
) -> SentenceAlignment:
    """Find for each sentence of the copy the sentences of the original that it renders.

    Args:
        original: The text that came first.
        copy: The text made from it.
        original_vectors: Unit row vectors of the sentences of `original`, or None.
        copy_vectors: The same for `copy`.

    O(words) postings with a bounded number of candidates a sentence.
    """
    n, m = len(original.sentences), len(copy.sentences)
    if not n or not m:
        return SentenceAlignment((), tuple(range(n)), tuple(range(m)))
    if n <= _SHORT and m <= _SHORT and max(len(original.words), len(copy.words)) <= _SHORT_WORDS:
        return SentenceAlignment(tuple(Match(j, tuple(range(n)), 1.0) for j in range(m)), (), ())
    left = [_content(original, span) for span in original.sentences]
    right = [_content(copy, span) for span in copy.sentences]
    cosines = None
    weights = _weights([*left, *right])
    index: dict[str, list[int]] = defaultdict(list)
    for i, words in enumerate(left):
        for key in sorted({key for word in words for key in _keys(word)}):
            index[key].append(i)
    candidates: list[list[int]] = []
    for j, words in enumerate(right):
        found: Counter[int] = Counter()
        for key in sorted({key for word in words for key in _keys(word)}):
            places = index.get(key, ())
            if len(places) <= _COMMON:
                for i in places:
                    found[i] += weights.get(key, 1.0)  # type: ignore[assignment]
        best = sorted(found, key=lambda i: (-found[i], abs(i / n - j / m), i))[: _CANDIDATES + len(words) // 6]
        if original_vectors is not None and copy_vectors is not None:
            cosines = original_vectors @ copy_vectors[j]
            best += [int(i) for i in np.argsort(-cosines, kind="stable")[:2] if int(i) not in best]
        candidates.append(best)
    scored: list[dict[int, tuple[float, frozenset[int], frozenset[int]]]] = []
    for j, best in enumerate(candidates):
        row: dict[int, tuple[float, frozenset[int], frozenset[int]]] = {}
        relatives = Relatives(right[j])
        for i in best:
            value, covered_right, covered_left = _similarity(left[i], right[j], relatives, weights)
            if original_vectors is not None and copy_vectors is not None:
                near = max(0.0, float(original_vectors[i] @ copy_vectors[j]))
                value = 0.6 * value + 0.4 * max(0.0, (near - 0.25) / 0.75)
            row[i] = value, covered_right, covered_left
        scored.append(row)
    matches = _choose(scored, right, weights)
    parents = {parent for match in matches for parent in match.parents}
    if max(len(parents) / n, len(matches) / m) < _KIN:
        matches = [match for match in matches if match.score >= _SURE]
    used = {parent for match in matches for parent in match.parents}
    matched = {match.copy for match in matches}
    return SentenceAlignment(
        tuple(matches), tuple(i for i in range(n) if i not in used), tuple(j for j in range(m) if j not in matched)
    )


def _content(text: View, span: tuple[int, int]) -> list[Word]:
    return [word for word in text.words[span[0] : span[1]] if word.content]


def _keys(word: Word) -> tuple[str, ...]:
    if word.value is not None:
        return (f"#{word.value:g}",)
    if word.name and len(word.norm) >= 6:
        return (word.stem, word.norm[:4] + "~")
    return (word.stem,)


def _weights(sentences: Sequence[Sequence[Word]]) -> dict[str, float]:
    """Weight of a key: its information in English, and how few sentences of these texts it is in."""
    spread: Counter[str] = Counter()
    told: dict[str, float] = {}
    for words in sentences:
        for word in words:
            for key in _keys(word):
                told[key] = max(told.get(key, 0.0), word.weight)
        spread.update(sorted({key for word in words for key in _keys(word)}))
    total = len(sentences)
    return {key: told[key] * (0.4 + math.log(1 + total / spread[key]) / math.log(1 + total)) for key in told}


def _similarity(
    left: Sequence[Word], right: Sequence[Word], relatives: Relatives, weights: dict[str, float]
) -> tuple[float, frozenset[int], frozenset[int]]:
    """Share of weight that two sentences have in common, and the places of the words covered on the right and left.

    `relatives` is the index of `right`.
    """
    total_left = sum(weights[_keys(word)[0]] for word in left)
    total_right = sum(weights[_keys(word)[0]] for word in right)
    if not total_left or not total_right:
        return 0.0, frozenset(), frozenset()
    free = dict(enumerate(left))
    same: dict[str, list[int]] = defaultdict(list)
    for i in range(len(left) - 1, -1, -1):
        same[left[i].norm].append(i)
    possible: dict[int, list[int]] = defaultdict(list)
    for i, word in enumerate(left):
        for place in relatives.of(word):
            possible[place].append(i)
    shared_left = shared_right = 0.0
    covered: set[int] = set()
    for place, word in enumerate(right):
        while same.get(word.norm) and same[word.norm][-1] not in free:
            same[word.norm].pop()
        # A word that stands in both is its own best counterpart: no need to look at the others.
        best, at = (1.0, same[word.norm][-1]) if same.get(word.norm) else (0.0, -1)
        for i in possible[place] if at < 0 else ():
            if i not in free:
                continue
            how, value = likeness(free[i], word)
            if how and how not in ("antonym", "broader") and value > best:
                best, at = value, i
        if at >= 0:
            other = free.pop(at)
            covered.add(place)
            shared_left += best * weights[_keys(other)[0]]
            shared_right += best * weights[_keys(word)[0]]
    dice = (shared_left + shared_right) / (total_left + total_right)
    cover = max(shared_left / total_left, shared_right / total_right) if len(covered) > 1 else 0.0
    return 0.65 * dice + 0.35 * cover, frozenset(covered), frozenset(set(range(len(left))) - set(free))


def _choose(
    scored: list[dict[int, tuple[float, frozenset[int], frozenset[int]]]],
    right: list[list[Word]],
    weights: dict[str, float],
) -> list[Match]:
    first = [max(row, key=lambda i: (row[i][0], -i)) if row else None for row in scored]
    matches: list[Match] = []
    for j, row in enumerate(scored):
        if not row:
            continue
        near = {
            k + d
            for step in (-1, 1)
            if 0 <= j + step < len(first) and (k := first[j + step]) is not None
            for d in (-1, 0, 1)
        }
        rank = {i: value[0] + (_ORDER if i in near else 0.0) for i, value in row.items()}
        order = sorted(row, key=lambda i: (-rank[i], i))
        best = order[0]
        if rank[best] < _LEAST:
            continue
        parents = [best]
        covered = set(row[best][1])
        total = sum(weights[_keys(word)[0]] for word in right[j]) or 1.0
        while len(parents) < _PARENTS:
            gains = {
                i: _gain(frozenset(row[i][1] - covered), right[j], weights) / total for i in order if i not in parents
            }
            further = [i for i in gains if _explains(frozenset(row[i][1] - covered), gains[i], right[j])]
            if not further:
                break
            best_further = max(further, key=lambda i: (gains[i], -i))
            parents.append(best_further)
            covered |= row[best_further][1]
        matches.append(Match(j, tuple(parents), round(row[best][0], 4)))
    return matches


def _gain(new: frozenset[int], words: list[Word], weights: dict[str, float]) -> float:
    return sum(weights[_keys(words[place])[0]] for place in sorted(new))


def _explains(new: frozenset[int], gain: float, words: list[Word]) -> bool:
    """Whether a further parent explains enough of what the others leave: a share of it, or an amount and its noun."""
    counted = any(words[place].value is not None and place + 1 in new for place in new)
    told = sum(words[place].weight for place in new) >= _TOLD
    return len(new) >= 2 and ((told and gain >= _NEW) or (counted and gain >= _COUNTED))
