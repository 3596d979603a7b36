import pytest


def entities(extraction) -> dict[str, str]:
    return {mention.text: mention.entity for mention in extraction.mentions}


def test_short_names_stand_for_the_full_one(extracted):
    found = entities(extracted("Ana Duarte resigned. Mr. Lopes thanked Duarte on Friday."))
    assert found["Duarte"] == "Ana Duarte"


def test_two_people_of_one_family_stay_two(extracted):
    found = entities(extracted("Ana Duarte resigned. Her brother Rui Duarte stayed. Rui Duarte owns a ferry."))
    assert found["Ana Duarte"] == "Ana Duarte"
    assert found["Rui Duarte"] == "Rui Duarte"


def test_an_acronym_stands_for_the_name_it_abbreviates(extracted):
    found = entities(
        extracted("The World Health Organization sent doctors. The W.H.O. paid for them. WHO officials agreed.")
    )
    assert found.get("W.H.O.", found.get("WHO")) == "World Health Organization"


def test_pronouns_are_resolved_in_restatements(claim):
    item = claim("Ana Duarte left the party in May. She founded a new one.", "founded")
    assert item.text == "Ana Duarte founded a new one."


def test_a_pronoun_with_two_candidates_makes_no_claim_and_the_coverage_says_so(extracted):
    found = extracted("Ana Duarte and Maria Sousa met in Porto. She left early.")
    assert [item.text for item in found.claims] == ["Ana Duarte and Maria Sousa met in Porto."]
    assert found.coverage[-1].reason == "unresolved reference"


def test_a_possessive_of_the_subject_stays(claim):
    assert (
        claim("Four men parked their car outside the bank.", "parked").text
        == "Four men parked their car outside the bank."
    )


FAMILY = (
    "Ana Duarte won the vote on Monday. Her husband, former mayor Rui Duarte, cheered. It rained. Many stayed at home. "
)


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Duarte thanked the voters.", "Ana Duarte"),  # whom the article is about
        ("Mrs. Duarte thanked the voters.", "Ana Duarte"),
        ("Mr. Duarte thanked the voters.", "Rui Duarte"),
        ("Rui Duarte spoke first. Duarte thanked the voters.", "Rui Duarte"),  # whom the sentence before is about
    ],
)
def test_a_family_name_goes_to_whom_the_text_is_about(extracted, sentence, who):
    mentions = extracted(FAMILY + sentence).mentions
    assert mentions[-1].entity == who
