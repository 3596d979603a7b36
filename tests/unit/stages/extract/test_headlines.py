"""Counts in headlines without a verb."""

import pytest

import factcheck


def counts(text: str) -> list[tuple[str, str | None]]:
    claims = factcheck.extract([factcheck.Article("a", text)])
    return [(claim.span.text, claim.quantity.text) for claim in claims if claim.quantity is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 dead, 3 injured in Harlow market fire.", ["2", "3"]),
        ("At least 4 dead in Ostrava mine blast.", ["At least 4"]),
        ("4 shops in Harlow market.", []),
        ("Harlow buried 4 dead.", ["4"]),
    ],
)
def test_each_number_with_what_became_of_them(text: str, expected: list[str]) -> None:
    assert [amount for _, amount in counts(text)] == expected


def test_the_words_are_those_of_the_headline() -> None:
    assert counts("2 dead, 3 injured in Harlow market fire.")[1][0] == "3 injured in Harlow market fire"


def test_the_headline_that_a_footer_repeats_is_told():
    text = (
        "The council voted on Monday to close the old harbor after a survey found that its walls might give way.\n"
        "The post Council Closes Old Harbor for Good appeared first on Harbor Ledger."
    )
    found = [
        claim
        for claim in factcheck.extract([factcheck.Article("ledger", text)])
        if claim.span.start > text.index("The post")
    ]
    assert [claim.text for claim in found] == ["Council Closes Old Harbor for Good."]
    assert found[0].span.text == "Council Closes Old Harbor for Good"
