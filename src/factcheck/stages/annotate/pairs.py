"""Two short texts read together by a transformer: how likely it is that they differ in meaning, and at which words; or
whether the one bears the other out.

The encoder sees both texts at once (a cross-encoder; Reimers and Gurevych, "Sentence-BERT", EMNLP 2019, section 1), and
is told of each word how it stands in the other text, as a small number. training/scripts/drift_pairs.py trains the
first reader, support_pairs.py the second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from factcheck.stages.annotate.encoder import fitting, reader_session, word_pieces
from factcheck.stages.annotate.files import MODELS

WINDOW = 500
"""Most word pieces of both texts: the encoder has 512 places."""

_SEP = 102


@dataclass(frozen=True, slots=True)
class PairReading:
    """Log-odds that two texts differ in meaning: of the pair, and of each word of the first and of the second text."""

    log_odds: float
    left: tuple[float, ...]
    right: tuple[float, ...]
    whole: bool
    """Whether both texts were read to their ends."""


@dataclass(frozen=True, slots=True)
class TellReading:
    """Log-odds that a source bears a sentence out, and that the two contradict each other; against all else."""

    told: float
    contradicted: float


def read_pair(
    left: Sequence[str], left_signs: Sequence[int], right: Sequence[str], right_signs: Sequence[int]
) -> PairReading:
    """What the reader makes of an original and its copy, given as words with a sign each (lexicon/signs.py).

    Texts that are too long together are cut to the window, in proportion. Words beyond it have log-odds of minus
    infinity.

    Raises:
        ModelError: the reader's files are missing or damaged.
        ValueError: one of the texts has no words.
    """
    run = _laid_out(left, left_signs, right, right_signs)
    pair, odds = reader_session("pairs").run(None, run.inputs)
    found = [
        (*(float(odds[at]) for at in run.places[k]), *(float("-inf") for _ in range(len(words) - len(run.places[k]))))
        for k, words in enumerate((left, right))
    ]
    whole = [len(at) for at in run.places] == [len(left), len(right)]
    return PairReading(float(pair[0]), found[0], found[1], whole)


def read_telling(
    source: Sequence[str], source_signs: Sequence[int], checked: Sequence[str], checked_signs: Sequence[int]
) -> TellReading:
    """What the reader makes of a sentence beside what a source says, given as words with a sign each.

    It has three scores (told, contradicted, neither); training/scripts/support_pairs.py trains it. Errors and the
    window are those of `read_pair`.
    """
    run = _laid_out(source, source_signs, checked, checked_signs)
    told, contradicted, neither = (float(score) for score in reader_session("telling").run(None, run.inputs)[0])
    return TellReading(
        told - float(np.logaddexp(contradicted, neither)), contradicted - float(np.logaddexp(told, neither))
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """The inputs of one run, and the place of each word that is read, of both texts."""

    inputs: dict[str, Any]
    places: tuple[list[int], list[int]]


def _laid_out(left: Sequence[str], left_signs: Sequence[int], right: Sequence[str], right_signs: Sequence[int]) -> _Run:
    """Both texts as the transformer takes them: one after the other, with a mark between them."""
    if not left or not right:
        raise ValueError("a pair needs words on both sides")
    pieces = word_pieces(MODELS / "encoder")
    first, second = (pieces.short_words(side) for side in (left, right))
    sizes = sum(map(len, first)), sum(map(len, second))
    room = [WINDOW, WINDOW]
    if sum(sizes) > WINDOW:
        share = max(0.25, min(0.75, sizes[0] / sum(sizes)))
        room = [int(WINDOW * share), WINDOW - int(WINDOW * share)]
    kept = [fitting(first, room[0]), fitting(second, room[1])]
    ids: list[int] = []
    signs = [0]
    places: tuple[list[int], list[int]] = ([], [])
    for words, marks, n, at in (
        (first, left_signs, kept[0], places[0]),
        (second, right_signs, kept[1], places[1]),
    ):
        for word, mark in zip(words[:n], marks, strict=False):
            at.append(len(ids) + 1)
            ids += word
            signs += [int(mark)] * len(word)
        if words is first:
            ids.append(_SEP)
            signs.append(0)
    signs.append(0)
    border = sum(map(len, first[: kept[0]])) + 2
    side = np.zeros(len(signs), dtype=np.int64)
    side[border:] = 1
    return _Run({"vectors": pieces.vectors(ids), "signs": np.array(signs, dtype=np.int64), "side": side}, places)
