"""Sentence boundaries that need no learning, and datelines."""

import pytest

from factcheck.stages.annotate.hints import dateline, sentence_hints
from factcheck.stages.annotate.tokenizer import english

NLP = english()


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("HARBOUR TOWN ( AP ) — Nine crews left", 6),
        ("LYON — Bakers met", 2),
        ("GHENT , March 3 ( Reuters ) - Bakers met", 8),
        ("LYON — ", 0),
        ("Bakers — all nine — met", 0),
        ("He left — at last", 0),
        ("NATO said it would — perhaps — stay", 0),
        ("Bakers met .", 0),
    ],
)
def test_dateline(text: str, size: int) -> None:
    assert dateline(text.split()) == size


def test_a_line_break_begins_a_sentence_and_white_space_does_not() -> None:
    doc = NLP.make_doc("Bakers strike\n\nNine shops closed.  All reopened.")
    hints = sentence_hints(doc)
    assert hints[[token.text for token in doc].index("Nine")] is True
    assert all(hints[token.i] is False for token in doc if token.is_space)


def test_the_speaker_after_a_quotation_begins_no_sentence() -> None:
    doc = NLP.make_doc("“We lost,” Poole said. “Twice.” He left.")
    hints = sentence_hints(doc)
    words = [token.text for token in doc]
    assert hints[words.index("Poole")] is False
    assert hints[words.index("He")] is None


def test_nothing_in_a_dateline_begins_a_sentence() -> None:
    doc = NLP.make_doc("LYON (AP) — Bakers met.")
    assert sentence_hints(doc)[1:6] == [False] * 4 + [False]
