"""Lemmas by table and rule."""

import pytest

from factcheck.stages.annotate.files import MODELS
from factcheck.stages.annotate.lemmas import by_rule, lemma, read_table

TABLE = read_table(MODELS / "lemmas" / "lemmas.json")


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("prisoners", "NNS", "prisoner"),
        ("Prisoners", "NNS", "prisoner"),
        ("women", "NNS", "woman"),
        ("parties", "NNS", "party"),
        ("series", "NNS", "series"),
        ("fled", "VBD", "flee"),
        ("sank", "VBD", "sink"),
        ("resigned", "VBD", "resign"),
        ("fined", "VBN", "fine"),
        ("freed", "VBN", "free"),
        ("stopped", "VBD", "stop"),
        ("bringing", "VBG", "bring"),
        ("was", "VBD", "be"),
        ("n’t", "RB", "not"),
        ("him", "PRP", "he"),
        ("Poole", "NNP", "Poole"),
        ("LYON", "NNP", "LYON"),
        ("larger", "JJR", "large"),
        ("200,000", "CD", "200000"),
        ("“", "``", '"'),
    ],
)
def test_lemma(word: str, tag: str, expected: str) -> None:
    assert lemma(word, tag, TABLE) == expected


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("grokked", "VBD", "grok"),
        ("blogging", "VBG", "blog"),
        ("zaps", "VBZ", "zap"),
        ("vaxxes", "VBZ", "vaxx"),
        ("Kellys", "NNPS", "Kelly"),
    ],
)
def test_rules_for_words_that_no_table_knows(word: str, tag: str, expected: str) -> None:
    assert by_rule(word, tag) == expected
