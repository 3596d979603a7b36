"""Members of a group between dashes."""

import pytest


def _lists(claims, text):
    return [claim.text for claim in claims(text) if claim.kind.value == "relation" and claim.predicate == "be"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The ferries connect the region's oldest ports — Oslo, Hamburg and Rotterdam.",
            "The region's oldest ports are Oslo, Hamburg and Rotterdam.",
        ),
        (
            "Three passengers — a woman and two boys — were pulled out of the river.",
            "The three passengers were a woman and two boys.",
        ),
        (
            "Two others - Ann Lee and Carl Fox - were taken to a clinic.",
            "The two others were Ann Lee and Carl Fox.",
        ),
    ],
)
def test_a_list_between_dashes_names_the_group(text, told, claims):
    assert told in _lists(claims, text)


@pytest.mark.parametrize(
    "text",
    [
        "Four passengers — a woman and two boys — were pulled out of the river.",  # does not add up
        "The ferries connect ports — Oslo, Hamburg and Rotterdam.",  # examples, maybe
        "The ferries connect the region's ports — mainly Oslo, Hamburg and Rotterdam.",
        "Some 900 firms — Acme, Kelby and Harlow — were asked.",
    ],
)
def test_what_explains_or_gives_examples_is_no_list(text, claims):
    assert _lists(claims, text) == []
