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
