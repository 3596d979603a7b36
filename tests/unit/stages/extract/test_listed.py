"""Members of a group that lists name, with and without "including"."""

import pytest


def _members(claims, text):
    return [claim.span.text for claim in claims(text) if claim.predicate == "be" and "among" in (claim.object or "")]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "The court freed 20 prisoners, including leaders of two old unions: Ivo Brandt, founder of the Ashby "
            "local; Petra Lind, known as Pet; and the brothers Karl and Jan Vos, who led the dockers, along with other "
            "members of the council.",
            [
                "including leaders of two old unions",
                "Ivo Brandt",
                "Petra Lind",
                "the brothers Karl and Jan Vos",
                "other members of the council",
            ],
        ),
        (
            "Four people were fined over the flood: Ann Lee, Bea Roe and Carl Fox.",
            ["Ann Lee", "Bea Roe", "Carl Fox"],
        ),
        ("The ferry calls at several ports: Oslo, Hamburg and Rotterdam.", ["Oslo", "Hamburg", "Rotterdam"]),
        ("Police identified the victims as Ann Lee, 34, and Bea Roe, 29.", ["Ann Lee", "Bea Roe"]),
    ],
)
def test_each_member_is_a_claim_of_its_own_words(text, members, claims):
    assert _members(claims, text) == members


@pytest.mark.parametrize(
    "text",
    [
        "Two people were fined over the flood: Ann Lee, Bea Roe and Carl Fox.",  # more than the group has
        "The council was split over the flood: Ann Lee, Bea Roe and Carl Fox.",  # no group
        "Three things happened at once: Ann Lee resigned and Bea Roe was elected.",  # says what
        "Four people will be fined over the flood: Ann Lee, Bea Roe and Carl Fox.",  # not yet
        "Police have not identified the victims as Ann Lee and Bea Roe.",
        "Police identified the victim as Ann Lee, the wife of Carl Fox.",
        "Police identified the suspects as Danes and Swedes.",
    ],
)
def test_no_list_of_members(text, claims):
    assert _members(claims, text) == []


def test_how_a_member_is_told(claims):
    told = [claim.text for claim in claims("Two men were later identified as Ivo Brandt and Karl Vos.")]
    assert "Ivo Brandt was identified as one of the two men." in told
    told = [claim.text for claim in claims("Four people were fined over the flood: Ann Lee and Bea Roe.")]
    assert "Four people were fined over the flood, among them Bea Roe." in told


def test_what_is_joined_within_a_member_stays(claims):
    told = [claim.text for claim in claims("The court freed 20 men, including leaders of unions past and present.")]
    assert "The court freed 20 men, among them leaders of unions past and present." in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The police held Ann Lee and the Vos brothers, who led the dockers, along with other members.",
            "The Vos brothers led the dockers.",
        ),
        (
            "The police held Ann Lee, who led the dockers along with other members of the council.",
            "Ann Lee led the dockers along with other members of the council.",
        ),
    ],
)
def test_a_relative_clause_leaves_the_list_what_is_the_list_s(text, told, claims):
    assert told in [claim.text for claim in claims(text)]


def test_each_of_the_things_that_something_includes(claims):
    told = [claim.text for claim in claims("The cargo included two boats, some crates of tea and a piano.")]
    for each in ("two boats", "some crates of tea", "a piano"):
        assert f"The cargo included {each}." in told


def test_each_measure_is_told_in_its_own_words(claims):
    found = claims("The measures included closing two roads, hiring guards for the bridge and moving the market.")
    assert [(claim.text, claim.predicate) for claim in found] == [
        ("The measures included closing two roads.", "close"),
        ("The measures included hiring guards for the bridge.", "hire"),
        ("The measures included moving the market.", "move"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The cargo did not include two boats and a piano.",
        "The cargo may include two boats and a piano.",
        "The cargo included a piano.",
    ],
)
def test_what_is_not_included_or_alone_is_told_no_second_time(text, claims):
    assert not [claim for claim in claims(text) if claim.text in {"The cargo included a piano.", "A piano"}][1:]
    assert len({claim.text for claim in claims(text)}) <= 1


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Police arrested 12 men, among them Ivo Brandt and Karl Vos.", ["Ivo Brandt", "Karl Vos"]),
        ("Two guards slept. The court fined several firms, among them Acme.", ["Acme"]),
        ("A quarrel broke out among them.", []),
        (
            "Among the dead were Ivo Brandt, Karl Vos and a guard.",
            ["Among the dead were Ivo Brandt", "Karl Vos", "a guard"],
        ),
        (
            "Also among the dead were a guard and two boys from Kelby.",
            ["among the dead were a guard", "two boys from Kelby"],
        ),
    ],
)
def test_among_them_and_among_the_others(text, members, claims):
    assert _members(claims, text) == members
