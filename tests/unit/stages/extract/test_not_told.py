"""What a rule of lists, pronouns and circles must not make a claim of."""

import pytest


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("After the court freed the men, they fled to Norwood.", "The court fled to Norwood."),
        ("After the guild fed the refugees, they left.", "The guild left."),
        ("The paper wrongly named the killers as Ana Duarte and Tom Reyes.", "Ana Duarte was identified"),
        ("A hoax identified the killers as Ana Duarte and Tom Reyes.", "Ana Duarte was identified"),
        ("The court ordered the bank to pay. It said it would appeal.", "The court would appeal."),
        ("Duarte criticised Reyes. He said he had done nothing wrong.", "Duarte had done nothing wrong."),
        ('Duarte sided with Reyes, who sued the city. "They lied to me."', "Duarte said"),
        ("The plan includes a tax or a fee.", "The plan includes a tax."),
        ("The team includes only Ana Duarte and Tom Reyes.", "The team includes only Ana Duarte."),
        ("The price includes tax and tips but not wine.", "The price includes not wine."),
        ("Among the guests was Ana Duarte and Tom Reyes sang.", "Tom Reyes was among"),
        ("Among the missing were feared to be Ana Duarte and Tom Reyes.", "Tom Reyes was among the missing."),
        ("Among the dead were not the two guards.", "The two guards were among the dead."),
        ("The unions rejected the cuts, claiming they were too tired.", "The cuts were too tired."),
        ("The vote was split in two towns: Arl for Duarte, Tarn for Reyes.", "among them"),
    ],
)
def test_this_is_never_told(text, never, claims):
    assert not any(claim.text.startswith(never) or f", {never}" in claim.text for claim in claims(text))


def test_one_of_two_leaders_is_a_leader(claims):
    found = [c.text for c in claims("Two leaders of the party, Ana Duarte and Tom Reyes, quit.")]
    assert "Tom Reyes was a leader of the party." in found


def test_a_quake_has_not_the_date_of_the_flood_before_it(claims):
    found = claims("The quake hit the town a year after the flood in February 2010, killing hundreds.")
    assert [c.time for c in found if c.predicate == "kill"] == [None]
