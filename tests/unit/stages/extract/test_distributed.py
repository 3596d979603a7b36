"""What is said of several people, told of each."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The police wounded Ana Duarte and Ugo Ferri.", "The police wounded Ugo Ferri."),
        ("Ana Duarte and Ugo Ferri were arrested in Lima.", "Ana Duarte was arrested in Lima."),
        ("The Ferri brothers, Marco and Paolo, were arrested in Lima.", "Paolo was arrested in Lima."),
        ("The brothers Marco and Paolo Ferri were arrested in Lima.", "Marco Ferri was arrested in Lima."),
    ],
)
def test_each_person_named_gets_a_claim(claims, text, expected):
    assert expected in [item.text for item in claims(text)]


def test_the_object_of_the_active_reading_is_the_one_person(claims):
    found = claims("Ana Duarte and Ugo Ferri were arrested in Lima.")
    assert {item.object for item in found if item.predicate == "arrest"} >= {"Ana Duarte", "Ugo Ferri"}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Duarte and Ugo Ferri met in Lima.",
        "Ana Duarte and Ugo Ferri arrived together.",
        "Ana Duarte or Ugo Ferri was arrested.",
        "Ana Duarte and Ugo Ferri did not win.",
        "Ana Duarte and Ugo Ferri sold 12 paintings.",
    ],
)
def test_what_holds_of_all_together_is_told_of_none_alone(claims, text):
    assert not any(
        item.text.startswith(("Ana Duarte met", "Ana Duarte a", "Ugo", "Ana Duarte w", "Ana Duarte s"))
        for item in claims(text)
        if "and" not in item.text and " or " not in item.text
    )
