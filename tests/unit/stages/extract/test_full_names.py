"""A name put in full stands once, and brings no second article."""

import pytest

import factcheck


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Elena Ruiz Marlow was released from prison on Monday. Mr. Ruiz Marlow has been ill since 2020.",
            "Elena Ruiz Marlow has been ill since 2020.",
        ),
        (
            "The brothers Marco and Paolo Ferri ran the port. A judge freed the Ferri brothers on Monday.",
            "A judge freed the Ferri brothers on Monday.",
        ),
        (
            "Leo Asante-Reyes is a lawyer. Mr Asante-Reyes, who turned 58 in the spring, served for seven years.",
            "Leo Asante-Reyes served for seven years.",
        ),
    ],
)
def test_a_full_name_is_written_once(text: str, expected: str) -> None:
    assert expected in [claim.text for claim in factcheck.extract([factcheck.Article("a", text)])]


def test_a_nickname_told_with_the_name_stands_for_the_person(claims):
    text = (
        'Juan Ruiz, known as "El Lobo," was moved to Tolna. El Lobo was watched. '
        "As his trial approached, police searched the home of Ruiz's sister and tapped his brothers' telephones."
    )
    told = [claim.text for claim in claims(text)]
    assert 'Juan Ruiz was known as "El Lobo".' in told
    assert "Juan Ruiz was watched." in told
    assert any("tapped" in line for line in told)  # "his" is not torn between two men


def test_two_nicknames_of_two_men_stand_for_neither(claims):
    text = "Juan Ruiz and Ivo Ruiz, known as Zed-40 and Zed-42, fled. Zed-40 was found in May."
    assert "Zed-40 was found in May." in [claim.text for claim in claims(text)]


def test_one_nickname_of_two_men_and_one_that_is_a_town_stand_for_nobody(claims):
    text = 'Ivo Lasker, known as "El Jefe", fled. Tom Berg, known as "El Jefe", was caught. El Jefe smiled.'
    assert "El Jefe smiled." in [claim.text for claim in claims(text)]
    text = "Ada Brandt, known as Victoria, flew to Melbourne. Victoria has three million people."
    assert "Victoria has three million people." in [claim.text for claim in claims(text)]
