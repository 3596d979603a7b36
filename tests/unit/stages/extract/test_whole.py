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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Guards said the gang would burn vans, blocking roads and stirring fear.", "The gang would stir fear."),
        ("Roe will speak only of the mill, not praising Lund.", "Roe does not praise Lund."),
        ("Roe is back, having left the clinic in May and entering a home.", "Roe entered a home."),
        (
            "The men boarded a jet on Friday, a band of gang leaders responsible for smuggling 12 tons of tea.",
            "Gang leaders smuggled 12 tons of tea.",
        ),
        ("Police identified the guard who died in the blast as Ann Roe.", "The guard died in the blast."),
        ("Police named a guard who had worked as a driver in Kelby.", "A guard had worked as a driver in Kelby."),
        ("Roe moved to Peru, where he taught at a school.", "Roe taught at a school in Peru."),
        ("Roe moved to a house where he taught the young.", "Roe taught the young at a house."),
        ('The deal was struck "for the peace of the land" and hailed by Roe.', 'struck "for the peace of the land".'),
        ("Roe called the sale of the mill ‘a great fraud.’", "‘a great fraud’."),
        ('He wore a 6" knife, and Roe wore a sword.', "Roe wore a sword."),
    ],
)
def test_words_fit_together(claims, text, told):
    assert any(told in item.text for item in claims(text)), [item.text for item in claims(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Roe said the cuts were made for good reason and framed them as part of a deal with Kelby.",
            ["The cuts were made for good reason.", "Roe framed the cuts as part of a deal with Kelby."],
        ),
        (
            "The lawyers challenged the removals, arguing they bypassed the courts.",
            ["The lawyers challenged the removals.", "The removals bypassed the courts."],
        ),
        (
            "Police arrested dozens of smugglers wanted by the Danish court.",
            [
                "Police arrested dozens of smugglers wanted by the Danish court.",
                "Smugglers were wanted by the Danish court.",
            ],
        ),
        (
            "Police arrested smugglers wanted by the Danish court.",
            ["Police arrested smugglers wanted by the Danish court."],
        ),
        (
            "Two barns, one used by the council, caught fire.",
            ["Two barns, one used by the council, caught fire."],
        ),
    ],
)
def test_what_stands_beside_the_main_statement(claims, text, told):
    assert [item.text for item in claims(text)] == told
