"""The index of what can be alike leaves nothing out, and spans of time are compared by length."""

import json
from pathlib import Path

import pytest
import spacy

from factcheck.stages.drift.alike import Relatives, likeness
from factcheck.stages.drift.spans import other_unit, same_length
from factcheck.stages.drift.view import view

CASES = [
    json.loads(line)
    for line in Path(__file__).with_name("cases.jsonl").read_text(encoding="utf-8").splitlines()
    if line
]
ODD = "unarmed armed U.S. US re-elected reelected Lindqvist Lindkvest 55 fifty-five colour color rise fall poles Polish"


def test_words_that_are_alike_are_found_by_their_marks():
    nlp = spacy.blank("en")
    texts = [case[side] for case in CASES[:25] for side in ("original", "copy")] + [ODD]
    words = [word for text in texts for word in view(nlp(text)).words]
    index = Relatives(words)
    for word in {(word.norm, word.name): word for word in words}.values():
        alike = {
            place
            for place, other in enumerate(words)
            if likeness(word, other)[1] > 0 and (word.content == other.content or word.lemma == other.lemma)
        }
        if word.content:
            assert alike <= index.of(word), word


@pytest.mark.parametrize(
    ("value", "other", "same"),
    [
        ("PT24H", "P1D", True),
        ("P14D", "P2W", True),
        ("P52W", "P1Y", True),
        ("P12M", "P1Y", True),
        ("P18M", "P1Y6M", True),
        ("PT90M", "PT1H30M", True),
        ("P18M", "P1Y8M", False),
        ("PT36H", "P36D", False),
        ("P2D", "P3D", False),
        ("2020-05", "2020-05", True),
        ("2020-05", "P1M", False),
    ],
)
def test_spans_of_time_are_compared_by_length(value, other, same):
    assert same_length(value, other) is same


def test_the_same_figure_with_another_unit_is_another_unit():
    assert other_unit("PT36H", "P36D")
    assert not other_unit("P2D", "P3D")
    assert not other_unit("PT36H", "2020")
