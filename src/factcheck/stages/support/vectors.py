"""What transformers that the caller gives make of statements: vectors of words and sentences in context, and how likely
it is that a sentence is borne out.
"""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from factcheck.lexicon.signs import signs, word_list
from factcheck.stages.support.statement import Statement

Matrix = NDArray[np.float32]
_FLOOR, _CEILING = 0.3, 0.8  # cosines of two words in context that say nothing, and as much as a synonym


class Telling(Protocol):
    """Log-odds that a source bears a sentence out, and that the two contradict each other."""

    @property
    def told(self) -> float:
        """Borne out, against all else."""
        ...

    @property
    def contradicted(self) -> float:
        """Contradicted, against all else."""
        ...


class Encoder(Protocol):
    """Vectors of texts, of unit length, and a reader of two texts together, as the annotate stage gives them."""

    def encode_tokens(self, texts: Sequence[str]) -> Sequence[tuple[Sequence[tuple[int, int]], Matrix]]:
        """For each text the offsets of its pieces, and one row a piece."""
        ...

    def read_telling(
        self,
        source: Sequence[str],
        source_signs: Sequence[int],
        checked: Sequence[str],
        checked_signs: Sequence[int],
    ) -> Telling:
        """What is made of a sentence beside a source, given as words with a sign each (lexicon/signs.py)."""
        ...


class Vectors:
    """Word vectors of statements, each statement encoded once."""

    def __init__(self, encoder: Encoder | None) -> None:
        self._encoder = encoder
        self._known: dict[tuple[str, int], tuple[Matrix, Matrix]] = {}

    def _of(self, statement: Statement) -> tuple[Matrix, Matrix]:
        """A unit row a word, and the unit mean of the statement; one column of zeros where nothing can be encoded (a
        row of dashes), which is like nothing else.
        """
        key = (statement.source, statement.start)
        if key not in self._known:
            assert self._encoder is not None
            ((offsets, pieces),) = self._encoder.encode_tokens([statement.text])
            shift = statement.words[0].start if statement.words else 0
            rows = np.zeros((len(statement.words), pieces.shape[1] if pieces.size else 1), dtype=np.float32)
            for place, word in enumerate(statement.words):
                inside = [n for n, (a, b) in enumerate(offsets) if a + shift < word.end and b + shift > word.start]
                if inside:
                    rows[place] = pieces[inside].sum(axis=0)
            total = pieces.sum(axis=0) if pieces.size else np.zeros(rows.shape[1], dtype=np.float32)
            self._known[key] = (_unit(rows), _unit(total))
        return self._known[key]

    def alike(self, checked: Statement, pool: Sequence[Statement]) -> float:
        """The best cosine of the sentence with one of the pool; 0.5 without an encoder. Rounded: see `near`."""
        if self._encoder is None or not pool:
            return 0.5
        mine = self._of(checked)[1]
        others = [self._of(item)[1] for item in pool]
        return round(max((float(mine @ other) for other in others if other.shape == mine.shape), default=0.0), 3)

    def telling(self, checked: Statement, pool: Sequence[Statement]) -> tuple[float, float]:
        """Log-odds that the pool bears the sentence out, and that it contradicts it; (0, 0) without an encoder.

        The pool is read in the order of its text. Rounded: see `near`.
        """
        source = [word for item in sorted(pool, key=lambda item: item.start) for word in word_list(item.text)]
        words = word_list(checked.text)
        if self._encoder is None or not source or not words:
            return 0.0, 0.0
        read = self._encoder.read_telling(source, signs(source, words), words, signs(words, source))
        return round(read.told, 2), round(read.contradicted, 2)

    def near(self, checked: Statement, pool: Sequence[Statement]) -> list[float]:
        """For each word of the sentence how near the nearest telling word of the pool is in context, in [0, 1].

        Rounded, since the last bits differ from machine to machine.
        """
        if self._encoder is None:
            return [0.0] * len(checked.words)
        best = np.zeros(len(checked.words), dtype=np.float32)
        mine = self._of(checked)[0]
        for item in pool:
            telling = [word.place for word in item.words if word.content or word.amount is not None]
            rows = self._of(item)[0][telling]
            if telling and rows.shape[1] == mine.shape[1]:
                best = np.maximum(best, (mine @ rows.T).max(axis=1))
        return [round(min(1.0, max(0.0, (float(value) - _FLOOR) / (_CEILING - _FLOOR))), 3) for value in best]


def _unit(rows: Matrix) -> Matrix:
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-6), dtype=np.float32)
