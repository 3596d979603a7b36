"""Vectors of texts and word pieces."""

import numpy as np
import pytest

from factcheck.stages.annotate import encode, encode_tokens, similarity

TEXTS = [
    "Nine boats sank off Lyon.",
    "",
    "A baker won the vote, officials said on Tuesday.",
    "boat " * 700,
    "Neuf é\n\t“bateaux”",
]


def test_vectors_have_length_one_and_the_promised_shape() -> None:
    vectors = encode(TEXTS)
    assert vectors.shape == (5, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(5), abs=1e-5)
    assert encode([]).shape == (0, 384)


def test_a_text_has_the_same_bytes_in_any_batch() -> None:
    together = encode(TEXTS)
    for index, text in enumerate(TEXTS):
        assert encode([text])[0].tobytes() == together[index].tobytes()
    assert encode(TEXTS[::-1])[::-1].tobytes() == together.tobytes()


def test_word_pieces_lie_where_their_offsets_say() -> None:
    for text, (offsets, vectors) in zip(TEXTS, encode_tokens(TEXTS), strict=True):
        assert vectors.shape == (len(offsets), 384)
        assert all(0 <= start < end <= len(text) and not text[start:end].isspace() for start, end in offsets)
    offsets, _ = encode_tokens([TEXTS[0]])[0]
    assert [TEXTS[0][start:end] for start, end in offsets] == ["Nine", "boats", "sank", "off", "Lyon", "."]


def test_a_paraphrase_is_closer_than_another_subject() -> None:
    near = similarity("The mayor resigned on Friday.", "The mayor stepped down on Friday.")
    far = similarity("The mayor resigned on Friday.", "Wheat prices rose by a tenth.")
    assert near > far + 0.3
