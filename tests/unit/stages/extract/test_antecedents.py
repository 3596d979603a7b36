"""What a clause that describes a noun has from it: how many there are, and the date before "when"."""

import pytest


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("The 29 sailors flown home on Thursday faced charges of theft.", "flown", 29),
        ("The 29 sailors, who were flown home on Thursday, faced charges.", "were flown", 29),
        ("Twelve miners trapped underground since Monday were rescued.", "trapped", 12),
        ("Two of the five men who were arrested in May escaped.", "arrested", 5),
    ],
)
def test_the_number_of_those_described(text, words, count, claims):
    found = [claim for claim in claims(text) if claim.span.text.startswith((words, f"were {words}"))]
    assert [claim.quantity.value for claim in found if claim.quantity is not None] == [count]


@pytest.mark.parametrize(
    "text",
    [
        "The 47-year-old man who was shot on Sunday died.",  # an age
        "One sailor who was flown home faced charges.",  # "one" tells nothing
    ],
)
def test_no_number_of_those_described(text, claims):
    found = [claim for claim in claims(text) if "flown" in claim.span.text[:12] or "shot" in claim.span.text[:12]]
    assert all(claim.quantity is None for claim in found)


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
