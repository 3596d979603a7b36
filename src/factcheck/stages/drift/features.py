"""What the learned scorer sees of each word of a pair of texts: the word, what renders it, what is missing beside it.

Every word of either side gets four rows: its own vector in context, the mean of the other side's vectors weighted by
likeness, the mean of the other side's words that should stand beside it and have no counterpart, and plain signs
(how it
is aligned, its class, its tag and that of its counterpart, number, gender, negation, repetition).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.lexicon import drift as lexicon
from factcheck.stages.drift.view import Word
from factcheck.stages.drift.words import WordAlignment

Matrix = NDArray[np.float32]

_HOW = ("same", "lemma", "number", "form", "derived", "spelling", "synonym", "antonym", "broader", "vector", "slot")
_TAGS = ("VBD", "VBZ", "VBP", "VB", "VBG", "VBN", "MD")
_POS = (
    "NOUN",
    "PROPN",
    "VERB",
    "AUX",
    "ADJ",
    "ADV",
    "PRON",
    "DET",
    "ADP",
    "SCONJ",
    "CCONJ",
    "NUM",
    "PART",
    "PUNCT",
    "X",
)
_DEPS = (
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl",
    "root",
    "aux",
    "aux:pass",
    "cop",
    "case",
    "det",
    "mark",
    "cc",
    "conj",
    "amod",
    "compound",
    "nmod",
    "advmod",
    "xcomp",
    "ccomp",
    "advcl",
    "acl",
    "acl:relcl",
    "appos",
    "flat",
    "dep",
    "nmod:poss",
)
_SHARP = 12.0


@dataclass(frozen=True, slots=True)
class Rows:
    """Features of the words of one side: vectors of words, of counterparts and of gaps (n, d), and signs (n, s)."""

    own: Matrix
    other: Matrix
    gap: Matrix
    signs: Matrix


def both_sides(
    left: Sequence[Word], right: Sequence[Word], alignment: WordAlignment, left_vectors: Matrix, right_vectors: Matrix
) -> tuple[Rows, Rows]:
    """Features of the words of the original and of the copy. O(n m)."""
    forward = {pair.left: (pair.right, pair.how, pair.likeness) for pair in alignment.pairs}
    backward = {pair.right: (pair.left, pair.how, pair.likeness) for pair in alignment.pairs}
    return (
        _side(left, right, forward, backward, left_vectors, right_vectors),
        _side(right, left, backward, forward, right_vectors, left_vectors),
    )


def _side(
    words: Sequence[Word],
    others: Sequence[Word],
    pairs: dict[int, tuple[int, str, float]],
    back: dict[int, tuple[int, str, float]],
    vectors: Matrix,
    other_vectors: Matrix,
) -> Rows:
    cosines = vectors @ other_vectors.T
    weights = np.exp(_SHARP * (cosines - cosines.max(axis=1, keepdims=True))) if len(others) else cosines
    attended = (weights / np.maximum(weights.sum(axis=1, keepdims=True), 1e-9)) @ other_vectors
    near = cosines.max(axis=1) if len(others) else np.zeros(len(words), dtype=np.float32)
    gaps = np.zeros_like(vectors)
    missing = [_missing(k, len(others), pairs, back) for k in range(len(words))]
    for k, places in enumerate(missing):
        content = [place for place in places if others[place].content]
        if content:
            gaps[k] = other_vectors[content].mean(axis=0)
    gender_other = {lexicon.words().gender.get(word.norm) for word in others} - {None}
    values_other = {word.value for word in others if word.value is not None}
    negators = lexicon.words().negators
    denied_other = sum(word.norm in negators for word in others)
    denied = sum(word.norm in negators for word in words)
    forms_other = {word.norm for word in others}
    lemmas_other = {word.lemma for word in others}
    surprises = _surprises(words)
    rows = [
        [
            *_signs(
                k,
                words,
                others,
                pairs,
                missing[k],
                float(near[k]),
                gender_other,
                values_other,
                denied - denied_other,
                forms_other,
                lemmas_other,
                back,
            ),
            *surprises[k],
        ]
        for k in range(len(words))
    ]
    return Rows(
        vectors,
        np.asarray(attended, dtype=np.float32),
        gaps,
        np.asarray(rows, dtype=np.float32).reshape(len(words), SIGNS),
    )


def _missing(
    k: int, n: int, pairs: dict[int, tuple[int, str, float]], back: dict[int, tuple[int, str, float]]
) -> list[int]:
    """Places of the other side without a counterpart, between what renders the words before and at `k`."""
    here = pairs.get(k)
    before = pairs.get(k - 1) or pairs.get(k - 2)
    if here is not None:
        stop = here[0]
        start = before[0] + 1 if before is not None and before[0] < stop else max(0, stop - 4)
    elif before is not None:
        start = before[0] + 1
        stop = min(n, start + 4)
    else:
        return []
    if stop - start > 8:
        start = stop - 8
    return [place for place in range(start, stop) if place not in back]


def _signs(
    k: int,
    words: Sequence[Word],
    others: Sequence[Word],
    pairs: dict[int, tuple[int, str, float]],
    missing: Sequence[int],
    near: float,
    gender_other: set[str | None],
    values_other: set[float],
    denials: int,
    forms_other: set[str],
    lemmas_other: set[str],
    back: dict[int, tuple[int, str, float]],
) -> list[float]:
    word = words[k]
    pair = pairs.get(k)
    twin = others[pair[0]] if pair is not None else None
    gender = lexicon.words().gender.get(word.norm)
    hedge = lexicon.words().hedges.get(word.norm)
    clash = gender is not None and gender not in gender_other and bool(gender_other)
    value_gone = word.value is not None and word.value not in values_other
    absent = [others[place] for place in missing]
    numbers = [other.value for other in others if other.value is not None]
    row = [float(pair is not None and pair[1] == how) for how in _HOW]
    row += [
        float(pair is None),
        pair[2] if pair is not None else 0.0,
        near,
        float(word.content),
        float(word.name),
        float(word.value is not None),
        float(lexicon.known(word.norm)) if word.norm.isalpha() else 1.0,
        lexicon.information(word.norm) / 20.0 if word.norm.isalpha() else 0.0,
        word.weight,
        float(twin is not None and twin.name),
        float(twin is not None and twin.content),
        float(word.norm in forms_other),
        float(word.lemma in lemmas_other),
        float(gender == "male"),
        float(gender == "female"),
        float(clash),
        float(value_gone),
        float(value_gone and bool(numbers)),
        float(word.norm in lexicon.words().negators),
        float(denials),
        float(hedge is not None and word.norm not in forms_other),
        float(k == 0),
        float(k == len(words) - 1),
        float(k > 0 and words[k - 1].norm == word.norm),
        float(not word.text.isascii() and word.norm.isascii() is False),
        float(word.text[:1].isupper()),
        float(twin is not None and twin.text[:1].isupper()),
        float(len(absent)) / 4.0,
        float(sum(other.content for other in absent)) / 3.0,
        float(any(other.name for other in absent)),
        float(any(other.pos in ("VERB", "AUX") for other in absent)),
        float(any(other.pos in ("NOUN", "PRON", "PROPN") for other in absent)),
        float(any(other.pos in ("ADJ", "ADV") for other in absent)),
        float(pair is not None and k > 0 and (k - 1) in pairs and pairs[k - 1][0] + 1 == pair[0]),
        float(pair is not None and k > 0 and (k - 1) in pairs and pairs[k - 1][0] > pair[0]),
        float(word.text == "?"),
        float(not word.text.isascii() and not word.name),
        *_kinship(word, twin, others, back),
    ]
    row += [float(word.tag == tag) for tag in _TAGS]
    row += [float(twin is not None and twin.tag == tag) for tag in _TAGS]
    row += [float(word.pos == pos) for pos in _POS]
    row += [float(word.dep == dep) for dep in _DEPS]
    row += [float(twin is not None and twin.pos == pos) for pos in _POS[:6]]
    return row


def _kinship(
    word: Word, twin: Word | None, others: Sequence[Word], back: dict[int, tuple[int, str, float]]
) -> list[float]:
    """Thesaurus relations of a word to the other side: opposite, broader, narrower, synonymous; to its counterpart
    and to
    any word, and whether it has a negative prefix."""
    if not word.content or word.norm == (twin.norm if twin else None):
        return [0.0] * 8
    relations = lexicon.relations()
    opposite = broader = narrower = synonym = 0.0
    for place, other in enumerate(others):
        if not other.content:
            continue
        alone = 1.0 if place not in back else 0.5
        if relations.opposite(word.lemma, other.lemma) or relations.opposite(word.norm, other.norm):
            opposite = max(opposite, alone)
        if relations.above(word.lemma, other.lemma):
            broader = max(broader, alone)
        if relations.above(other.lemma, word.lemma):
            narrower = max(narrower, alone)
        if relations.synonymous(word.lemma, other.lemma) and word.lemma != other.lemma:
            synonym = max(synonym, alone)
    with_twin = [0.0, 0.0, 0.0]
    if twin is not None:
        with_twin = [
            float(relations.opposite(word.lemma, twin.lemma)),
            float(relations.above(word.lemma, twin.lemma)),
            float(relations.synonymous(word.lemma, twin.lemma)),
        ]
    prefixed = word.norm.startswith(("un", "in", "im", "ir", "dis", "non"))
    return [opposite, broader, narrower, synonym, *with_twin, float(prefixed)]


def _surprises(words: Sequence[Word]) -> list[list[float]]:
    """For each word its tag's surprise after the two before it, and the greatest of the three around it; over ten."""
    tags = ["<", "<", *(word.tag or "<" for word in words)]
    alone = [
        lexicon.tag_surprise(tags[k], tags[k + 1], tags[k + 2]) / 10 if words[k].tag else 0.0 for k in range(len(words))
    ]
    return [[alone[k], max(alone[max(0, k - 1) : k + 2])] for k in range(len(words))]


SIGNS = len(_HOW) + 45 + 2 * len(_TAGS) + len(_POS) + 6 + len(_DEPS) + 2
"""Number of signs a word."""

COLUMNS = {"gender": len(_HOW) + 15, "value": len(_HOW) + 17, "script": len(_HOW) + 24}
"""Where some signs stand that are used by themselves."""
