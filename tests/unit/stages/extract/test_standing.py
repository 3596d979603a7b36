"""Claims stand alone: what a pronoun or a pointing word leaves open makes no claim, and the coverage says so."""

import pytest

UNRESOLVED = "unresolved reference"


@pytest.mark.parametrize(
    "text",
    [
        "They fled.",
        "He was acquitted in May.",
        "It was taken over by the state in 1980.",
        "This update meets the criteria.",
        "These guys are often late.",
        "Both were dead.",
        "The two founded a firm.",
        "Her film credits include a comedy.",
        "“We never agreed to the sale,” he said.",
        "Seven of them escaped.",
    ],
)
def test_what_points_outside_makes_no_claim(extracted, text):
    found = extracted(text)
    assert [item.text for item in found.claims] == []
    assert [item.reason for item in found.coverage] == [UNRESOLVED]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It took three hours to put out the fire.", "It took three hours to put out the fire."),
        ("The band sold its van.", "The band sold its van."),
        ("Those responsible for the fire were jailed.", "Those responsible for the fire were jailed."),
        ("No one survived the crash.", "No one survived the crash."),
        ("This year the bank closed.", "This year the bank closed."),
        ("In his speech, Paul Reyes praised the crew.", "In his speech, Paul Reyes praised the crew."),
        ("The new rules made it easier to open a bank.", "The new rules made it easier to open a bank."),
        ("It was the storm that closed the port.", "It was the storm that closed the port."),
        ("As many as 19 pupils were hurt.", "As many as 19 pupils were hurt."),
        ("A teacher and her newborn son died.", "A teacher and her newborn son died."),
        (
            "The buyers say the merger will save 90 million a year, and that it will cost 300 jobs.",
            "The merger will cost 300 jobs.",
        ),
        ("Its founder, Dale Moor, paid the mayor in cash.", "Dale Moor paid the mayor in cash."),
    ],
)
def test_what_is_named_within_the_claim_stays(claims, text, told):
    assert told in [item.text for item in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor spoke with Msgr.",
        "It's always striking.",
        "Lena Ortiz became the first person.",
    ],
)
def test_what_is_cut_off_says_nothing(claims, text):
    assert [item.text for item in claims(text)] == []


def test_an_object_is_not_the_one_who_acts(extracted):
    found = extracted("Paul Reyes gave him a job.")
    assert [item.reason for item in found.coverage] == [UNRESOLVED]
