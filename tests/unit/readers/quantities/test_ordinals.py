"""Ordinals, from either end and from where one is."""

import pytest
import spacy

from factcheck.readers.quantities import read_ordinals


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("the second transfer", [("second", "2")]),
        ("its 21st and twenty-second flights", [("21st", "21"), ("twenty-second", "22")]),
        ("the penultimate round", [("penultimate", "end-1")]),
        ("the last but one", [("the last but one", "end-1")]),
        ("the next page and the previous one", [("next", "current+1"), ("previous one", "current-1")]),
        ("last month", []),
    ],
)
def test_ordinals(text: str, places: list[tuple[str, str]]) -> None:
    assert [(one.text, one.place) for one in read_ordinals(spacy.blank("en")(text))] == places
