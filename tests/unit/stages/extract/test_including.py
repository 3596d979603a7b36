import pytest

"""Members that "including" names."""


def test_each_member_is_told_with_the_statement_around_it(claims):
    texts = [c.text for c in claims("The police arrested 12 people, including the mayor, Ana Duarte, and two lawyers.")]
    assert "The police arrested 12 people, among them the mayor, Ana Duarte." in texts
    assert "The police arrested 12 people, among them two lawyers." in texts


def test_the_named_members_of_a_described_part(claims):
    found = claims("A total of 55 men, including leaders of the guild: Rafael Ruiz and Ugo Ferri, were flown out.")
    assert {"Rafael Ruiz", "Ugo Ferri"} <= {c.subject for c in found if "among them" in c.text}


def test_no_member_of_what_did_not_happen(claims):
    for text in (
        "The police did not arrest the suspects, including Ana Duarte.",
        "The company plans to sell three ships, including the Aurora.",
    ):
        assert not any("among them" in c.text for c in claims(text))


def test_including_with_a_clause_or_a_circumstance_is_no_list(claims):
    assert not any("among them" in c.text for c in claims("She won many prizes, including as a singer."))


def test_what_ends_a_paragraph_does_not_take_the_line_end_along(claims):
    found = claims(
        "Nearly 30 smugglers were flown to Norwood on Thursday.\n\n"
        "Among them was a notorious drug lord whom agents had chased for 40 years.\n\n"
        "Tom Reyes was one of the men on the planes.\n\nThe planes landed in Halden."
    )
    told = [claim.text for claim in found]
    assert "A notorious drug lord was among nearly 30 smugglers." in told
    assert "Tom Reyes was one of the men on the planes." in told
    for claim in found:
        stated = [claim.subject, claim.object, *(argument.text for argument in claim.arguments)]
        assert not any(part and part.rstrip(".\n") != part for part in stated)


def test_a_quotation_that_the_claim_ends_with_is_closed(claims):
    found = claims("Attorney General Ann Lee has called the delay “truly shameful.”")
    assert "Ann Lee has called the delay “truly shameful”." in [
        claim.text.removeprefix("Attorney General ") for claim in found
    ]


def test_who_is_told_as_among_others_is_told_once(claims):
    told = [item.text for item in claims("Among the nine arrested men was Tomas Reyes, a former guard.")]
    assert told == ["Tomas Reyes was among the nine arrested men.", "Tomas Reyes is a former guard."]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Among other things, the company was fined by the court in May.",
            ["Among other things, the company was fined by the court in May."],
        ),
        ("Among the dead was", []),
    ],
)
def test_what_only_looks_inverted_is_not(text, told, claims):
    assert [item.text for item in claims(text)] == told
