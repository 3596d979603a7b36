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
