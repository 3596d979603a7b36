import pytest


def test_a_dated_noun_is_an_event(claim):
    item = claim("The judge recalled the 2013 arrest of Rui Duarte.", "2013 arrest")
    assert item.kind.value == "date"
    assert (item.predicate, item.object) == ("arrest", "Rui Duarte")
    assert item.time is not None
    assert item.time.text == "2013"
    assert item.text == "Rui Duarte was arrested in 2013."


def test_an_event_that_is_only_ordered_is_none(claims):
    assert all(item.predicate != "arrest" for item in claims("The judge ordered the arrest of Rui Duarte."))


def test_who_does_it_is_told_from_the_noun(claim):
    item = claim("Ana Duarte’s resignation in 2019 surprised the board.", "resignation")
    assert item.predicate == "resign"
    assert item.object is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The handover of the prisoners angered lawyers.", "The prisoners were handed over."),
        ("The town mourned the murder of Ana Duarte.", "Ana Duarte was murdered."),
        ("Riots have shaken Lima since the death of Marco Ruiz.", "Marco Ruiz died."),
    ],
)
def test_an_event_taken_for_granted_is_a_claim(claims, text, expected):
    assert expected in [item.text for item in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors demanded the arrest of Ana Duarte.",
        "The police denied the arrest of Ana Duarte.",
        "Ugo Ferri was accused of the murder of Ana Duarte.",
        "The planned extradition of Ana Duarte angered lawyers.",
        "The union fears the dismissal of the workers.",
        "The museum opened the murder exhibition.",
    ],
)
def test_an_event_that_is_wanted_feared_or_denied_is_none(claims, text):
    assert not any(item.text.startswith(("Ana Duarte was", "The workers were")) for item in claims(text))


def test_an_event_that_is_told_outright_is_not_told_twice(claims):
    found = claims("Ugo Ferri murdered Ana Duarte. The town mourned the murder of Ana Duarte.")
    assert [item.predicate for item in found].count("murder") == 1
