"""Sentence and token vectors from all-MiniLM-L6-v2, without torch.

Every text runs alone and unpadded on one thread: the int8 kernels scale whatever runs together by one common factor,
so a text's vector would otherwise depend on its neighbours in the batch.

Reference: Reimers and Gurevych, "Sentence-BERT", EMNLP 2019 (mean pooling over the word pieces).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from factcheck.errors import ModelError
from factcheck.stages.annotate.files import MODELS, REINSTALL, check_files

Vectors = npt.NDArray[np.float32]
Offsets = tuple[tuple[int, int], ...]

WIDTH = 384
_UNKNOWN, _CLS, _SEP = 100, 101, 102
_LONGEST_WORD = 16
_WINDOW = 254
"""Word pieces in one run of the encoder, without the two special ones: what the encoder was trained on."""


class WordPieces:
    """The tokenizer and the table of word vectors that both encoders share."""

    def __init__(self, folder: Path) -> None:
        from tokenizers import Tokenizer

        check_files(folder)
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._table: npt.NDArray[np.int8] = np.load(folder / "words.npy", mmap_mode="r")
            self._scales: Vectors = np.load(folder / "scales.npy")
        except Exception as error:
            raise ModelError(f"The word table in {folder} cannot be read: {error}.", REINSTALL) from error

    def split(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """Ids of the word pieces of `text` and their offsets in it, without special pieces."""
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        return encoding.ids, encoding.offsets

    def split_words(self, words: list[str]) -> list[list[int]]:
        """Ids of the word pieces of each word; a word of nothing but control characters has none."""
        encoding = self._tokenizer.encode(words, is_pretokenized=True, add_special_tokens=False)
        found: list[list[int]] = [[] for _ in words]
        for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
            if word is not None:  # special pieces belong to no word
                found[word].append(piece)
        return found

    def short_words(self, words: Sequence[str]) -> list[list[int]]:
        """The same, each word cut to 16 pieces; one that has none is an unknown piece."""
        return [ids[:_LONGEST_WORD] or [_UNKNOWN] for ids in self.split_words(list(words))]

    def vectors(self, ids: Sequence[int]) -> Vectors:
        """Word vectors for one run: the special pieces are put around `ids`."""
        rows = np.array([_CLS, *ids, _SEP], dtype=np.intp)
        return self._table[rows].astype(np.float32) * self._scales[rows, None]


def session(path: Path) -> Any:
    """An onnxruntime session on one thread; the same input gives the same bytes."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise ModelError(f"The model file {path} cannot be read: {error}.", REINSTALL) from error


class Encoder:
    """The unchanged sentence encoder."""

    def __init__(self, folder: Path) -> None:
        self.pieces = word_pieces(folder)
        self._session = session(folder / "encoder.onnx")

    def states(self, text: str) -> Iterator[tuple[list[tuple[int, int]], Vectors]]:
        """For each window of `text`: offsets of its word pieces and their states (length + 2, width) with the special
        ones.
        """
        ids, offsets = self.pieces.split(text)
        for start in range(0, max(len(ids), 1), _WINDOW):
            run = self._session.run(None, {"vectors": self.pieces.vectors(ids[start : start + _WINDOW])})[0]
            yield offsets[start : start + _WINDOW], run

    def encode(self, text: str) -> Vectors:
        """The mean of all states, at length 1."""
        total = np.zeros(WIDTH, dtype=np.float32)
        for _, states in self.states(text):
            total += states.sum(axis=0)
        return _normalised(total)

    def encode_tokens(self, text: str) -> tuple[Offsets, Vectors]:
        """The word pieces' offsets in `text` and their states, each at length 1."""
        offsets: list[tuple[int, int]] = []
        rows = [np.zeros((0, WIDTH), dtype=np.float32)]
        for part, states in self.states(text):
            offsets += part
            rows.append(_normalised(states[1:-1]))
        return tuple(offsets), np.concatenate(rows)


def fitting(words: Sequence[list[int]], room: int) -> int:
    """How many words, given as pieces, go into a number of pieces from the first on; at least one of any."""
    total = 0
    for number, ids in enumerate(words):
        total += len(ids)
        if total > room:
            return max(number, 1)
    return len(words)


@cache
def reader_session(name: str) -> Any:
    """The session of a shipped reader ("pairs", "telling", "gaps"), whose files are checked once a process."""
    folder = MODELS / name
    check_files(folder)
    return session(folder / f"{name}.onnx")


@cache
def word_pieces(folder: Path) -> WordPieces:
    """The word pieces in `folder`, read once a process."""
    return WordPieces(folder)


@cache
def default_encoder() -> Encoder:
    """The shipped encoder, read once a process."""
    return Encoder(MODELS / "encoder")


def encode(texts: Iterable[str]) -> Vectors:
    """Sentence vectors (len(texts), 384), float32, each of length 1: their dot product is the cosine.

    A text's vector does not depend on the other texts. Long texts are read in windows of 254 word pieces and averaged.

    Raises:
        ModelError: the encoder's files are missing or damaged.
    """
    encoder = default_encoder()
    rows = [encoder.encode(text) for text in texts]
    return np.stack(rows) if rows else np.zeros((0, WIDTH), dtype=np.float32)


def encode_tokens(texts: Iterable[str]) -> list[tuple[Offsets, Vectors]]:
    """For each text: offsets (start, end) of its word pieces in it, and their vectors in context (n, 384), each of
    length 1.

    Raises:
        ModelError: the encoder's files are missing or damaged.
    """
    encoder = default_encoder()
    return [encoder.encode_tokens(text) for text in texts]


def similarity(a: str, b: str) -> float:
    """Cosine of two texts' sentence vectors, -1 to 1.

    It measures what texts are about, not whether they agree: "29 prisoners escaped" and "29 prisoners did not escape"
    score above true paraphrases. Use it to propose pairs, never to decide.
    """
    first, second = encode((a, b))
    return float(first @ second)


def _normalised(rows: Vectors) -> Vectors:
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-12), dtype=np.float32)
