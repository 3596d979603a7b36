"""A claim has all of what it says: clauses without which it would break off or say something else."""

import pytest

from factcheck.model.claim import Modality


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Weeks before the vote was held, officials took control of a dozen banks.",
            "Weeks before the vote was held, officials took control of a dozen banks.",
        ),
        ("Roe fell ill a week after he won the race.", "Roe fell ill a week after he won the race."),
        ("Roe fell ill on Friday night after he won the race.", "Roe fell ill on Friday night."),
        (
            "The deal seemed to be an early win for Roe in what may be a long fight over the mill.",
            "The deal seemed to be an early win for Roe in what may be a long fight over the mill.",
        ),
        (
            "The arrest of the men, who had been in hiding, came as a high-level team from Kelby arrived in town.",
            "The arrest of the men came as a high-level team from Kelby arrived in town.",
        ),
        (
            "Police shot Ann Roe, then the head of what would be called the Kelby group.",
            "Ann Roe was then the head of what would be called the Kelby group.",
        ),
    ],
)
def test_what_it_needs_stays(claims, text, told):
    assert told in [item.text for item in claims(text)], [item.text for item in claims(text)]


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        ("It was seen as a clear signal that Ms. Roe planned to work with the council.", "Ms. Roe planned to work a"),
        ("It was seen as a clear signal that Ms. Roe planned to work with the council.", "Ms. Roe planned"),
        ("Roe denied unfounded reports that he had robbed a bank.", "Roe had robbed"),
        ("After wealth — and great fame — followed, the Roes, with Lund among them, moved to Kelby.", "After"),
    ],
)
def test_what_is_not_said(claims, text, untold):
    assert not any(item.text.startswith(untold) for item in claims(text)), [item.text for item in claims(text)]


def test_what_a_noun_holds_is_alleged(claims):
    alleged = {item.text: item.modality for item in claims("The trial was about allegations that Roe robbed a bank.")}
    assert alleged["Roe robbed a bank."] is Modality.ALLEGED
