"""Vectors of the words and sentences of a text in context, from an encoder that the caller gives."""

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from factcheck.stages.drift.view import View

Matrix = NDArray[np.float32]

_FEW = 3  # sentences: texts this short are compared as a whole
_MANY = 400  # sentences: longer texts are aligned by their words alone, so that the encoder reads only what is compared
_KEPT = 500  # sentences whose vectors are kept; no fewer than are compared as sentences


class Encoder(Protocol):
    """Vectors of texts, of unit length, as the annotate stage gives them."""

    def encode(self, texts: Sequence[str]) -> Matrix:
        """One row a text."""
        ...

    def encode_tokens(self, texts: Sequence[str]) -> Sequence[tuple[Sequence[tuple[int, int]], Matrix]]:
        """For each text the offsets of its pieces, and one row a piece."""
        ...


class Recent:
    """What an encoder made of the last texts that it read: a sentence that the copy has as it was is read once.

    A bounded store, since the vectors of a sentence take some 40 kB.
    """

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self._read: dict[str, tuple[Sequence[tuple[int, int]], Matrix]] = {}

    def encode(self, texts: Sequence[str]) -> Matrix:
        """One row a text."""
        return self.encoder.encode(texts)

    def encode_tokens(self, texts: Sequence[str]) -> Sequence[tuple[Sequence[tuple[int, int]], Matrix]]:
        """For each text the offsets of its pieces, and one row a piece."""
        found = []
        for text in texts:
            if text not in self._read:
                (self._read[text],) = self.encoder.encode_tokens([text])
            found.append(self._read[text])
            forget(self._read)
        return found


def forget(store: dict[Any, Any], most: int = _KEPT) -> None:
    """Drop the oldest entry of a full store."""
    if len(store) > most:
        del store[next(iter(store))]


class WordVectors:
    """Word vectors of a text, encoded a sentence at a time and only for sentences that are asked for.

    The vectors of the last some hundred sentences are kept.
    """

    def __init__(self, text: View, encoder: Encoder | None) -> None:
        self.text = text
        self.encoder = encoder
        self._rows: dict[int, Matrix] = {}
        self._means: dict[int, Matrix] = {}

    def of(self, sentences: Sequence[int]) -> Matrix | None:
        """Unit rows of the words of some sentences, in text order, or None without an encoder."""
        if self.encoder is None:
            return None
        rows = []
        for k in sorted(sentences):
            self._encode(k)
            rows.append(self._rows[k])
        return np.concatenate(rows)

    def mean(self, k: int) -> Matrix:
        """The unit mean of the pieces of a sentence."""
        self._encode(k)
        return self._means[k]

    def _encode(self, k: int) -> None:
        if k in self._rows:
            return
        assert self.encoder is not None
        first, last = self.text.sentences[k]
        start, end = self.text.span(first, last - 1)
        ((offsets, vectors),) = self.encoder.encode_tokens([self.text.text[start:end]])
        self._rows[k] = pool(self.text, k, start, offsets, vectors)
        total = vectors.sum(axis=0)
        self._means[k] = np.asarray(total / max(float(np.linalg.norm(total)), 1e-6), dtype=np.float32)
        forget(self._rows)
        forget(self._means)


def sentence_vectors(left: WordVectors, right: WordVectors) -> tuple[Matrix | None, Matrix | None]:
    """Unit rows of the sentences of both texts, or nothing where they are too few or too many to need them."""
    sizes = len(left.text.sentences), len(right.text.sentences)
    if left.encoder is None or right.encoder is None or max(sizes) <= _FEW or max(sizes) > _MANY or not min(sizes):
        return None, None
    first, second = (np.stack([side.mean(k) for k in range(len(side.text.sentences))]) for side in (left, right))
    return first, second


def pool(text: View, sentence: int, start: int, offsets: Sequence[tuple[int, int]], vectors: Matrix) -> Matrix:
    """Unit mean of the pieces of each word of a sentence; a word without pieces gets a zero row."""
    first, last = text.sentences[sentence]
    width = vectors.shape[1] if vectors.ndim == 2 and vectors.size else 384
    rows = np.zeros((last - first, width), dtype=np.float32)
    piece = 0
    for k in range(first, last):
        word = text.words[k]
        while piece < len(offsets) and offsets[piece][1] + start <= word.start:
            piece += 1
        at = piece
        while at < len(offsets) and offsets[at][0] + start < word.end:
            rows[k - first] += vectors[at]
            at += 1
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(norms, 1e-6), dtype=np.float32)
