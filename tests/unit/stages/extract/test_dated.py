"""Dates of what nouns name, without a verb that tells it."""

import pytest

from factcheck.model.claim import Kind


def _dated(claims, text):
    found = [claim for claim in claims(text) if claim.kind is Kind.DATE and claim.predicate == "be"]
    return [claim.text for claim in found if claim.time is not None and claim.text.endswith(f" {claim.time.text}.")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Weeks before the second rescue operation on May 3, officials said that 12 divers had trained.",
            "The second rescue operation was on May 3.",
        ),
        ("In the police raid on May 3, officers seized papers.", "The police raid was on May 3."),
        ("At the hearing in Kelby on Wednesday, Roe denied the charge.", "The hearing in Kelby was on Wednesday."),
        ("At the council's meetings in March, Roe kept quiet.", "The council's meetings were in March."),
    ],
)
def test_the_date_of_what_a_noun_names(text, told, claims):
    assert _dated(claims, text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Roe described the raid on Wednesday.",  # the raid, or the describing
        "Before the hearing on Wednesday, Roe denied the charge.",  # may be to come
        "The hearing on Wednesday will be short.",
        "The planned raid on Wednesday was called off.",
        "In a raid on Wednesday, officers seized papers.",
        "In the raid on Wednesday, officers seized 12 boats.",  # when they were seized
        "The raid on Wednesday was a failure.",
        "The toll of the raid on Wednesday is four.",  # told for the sake of the toll
        "The bridge on Main Street was closed.",
        "“The raid on Wednesday was a failure,” Roe said.",
    ],
)
def test_no_date_of_its_own(text, claims):
    assert _dated(claims, text) == []
