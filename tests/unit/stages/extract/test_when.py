"""Dates that a clause has from what stands before it: "in 2019, when ...", "since his arrest ten years ago"."""

import pytest


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("The row broke out in early 2023, when the town expelled dozens of traders.", "expelled", "early 2023"),
        ("She left in May 2019, when the board dismissed its chairman.", "board dismissed", "May 2019"),
        ("He was in prison in 2003 when his brother died.", "brother died", "2003"),
        ("He has led the firm since 2011, when his father died.", "father died", None),  # an open time
        ("The row broke out in the north, when the town expelled dozens of traders.", "expelled", None),
        ("In 2012, after a storm, it rained when they met.", "they met", None),
    ],
)
def test_the_date_that_a_when_follows(text, words, told, claims):
    when = [claim.time.text for claim in claims(text) if words in claim.text and claim.time is not None]
    assert when == ([told] if told else [])


def test_a_time_behind_since_his_arrest_is_that_of_the_arrest(claims):
    text = "Ivo Lasker has fled twice since his arrest more than ten years ago."
    assert [claim.time for claim in claims(text) if "fled" in claim.span.text] == [None]
