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


@pytest.mark.parametrize(
    ("text", "told", "place"),
    [
        (
            "The death of Edwin Moor at Kelby General on Tuesday shocked the town.",
            "Edwin Moor died at Kelby General on Tuesday.",
            "Kelby General",
        ),
        (
            "The arrest of Victor Hale, the contractor who kept the doors, came on Tuesday evening.",
            "Victor Hale was arrested on Tuesday evening.",
            None,
        ),
        ("The murder of Ann Lee happened in March 2019.", "Ann Lee was murdered in March 2019.", None),
        ("Victor Hale's arrest followed on Monday.", "Victor Hale was arrested on Monday.", None),
    ],
)
def test_when_and_where_the_event_of_a_noun_was(claims, text, told, place):
    (item,) = [item for item in claims(text) if item.text == told]
    assert item.place == place
    assert item.time is not None


@pytest.mark.parametrize(
    "text",
    [
        "The arrest of Victor Hale will come on Monday.",
        "The arrest of Victor Hale may have happened on Monday.",
        "The death of a professor at Kelby College shocked the town.",
    ],
)
def test_no_day_or_place_is_made_up_for_the_event_of_a_noun(claims, text):
    assert not any(
        item.text.startswith(("Victor Hale was arrested on", "A professor died at")) for item in claims(text)
    )


def test_a_date_told_with_a_toll_is_no_claim_of_its_own(claims):
    found = claims("The death toll in the crash near Tolna on Friday is four.")
    assert [c.kind.value for c in found] == ["quantity"]
