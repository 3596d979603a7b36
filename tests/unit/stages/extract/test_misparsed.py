"""What the parse gives wrongly, and the order of the words rightly."""


def test_speakers_at_the_end_are_no_part_of_what_they_tell(claims):
    found = claims("The army has moved three tanks to the border, a senior official and two diplomats said on Monday.")
    assert [c.text for c in found] == ["The army has moved three tanks to the border."]
    assert found[0].attribution is not None
    assert found[0].attribution.speaker == "a senior official and two diplomats"


def test_speakers_after_a_long_sentence_describe_nobody_in_it(claims):
    found = claims(
        "Ostrania has flown out drug lord Rafael Ruiz, who ran the docks in 1985, with 28 prisoners wanted by the "
        "court, an Ostranian government official and other sources said Thursday."
    )
    assert not any("official" in c.text or "said" in c.text for c in found)
    assert {c.attribution.speaker for c in found if c.attribution} == {
        "an Ostranian government official and other sources"
    }


def test_a_subject_with_its_own_verb_stays(claims):
    found = claims("Ana Duarte resigned, her aides left, and the newspapers said so on Friday.")
    assert "Ana Duarte resigned." in [c.text for c in found]


def test_who_says_so_is_no_description_of_the_name_before(claims):
    found = claims("Among those held were two guards, Ana Duarte and Tom Reyes, the sheriff confirmed.")
    assert not any("the sheriff" in c.text for c in found)
    assert "Tom Reyes was a sheriff." not in [c.text for c in found]


def test_a_description_between_two_commas_stays_one(claims):
    assert "Tom Reyes was the sheriff." in [c.text for c in claims("Tom Reyes, the sheriff, said two men were held.")]


def test_the_circle_in_the_second_clause_is_not_read_with_the_first_subject(claims):
    found = [c.text for c in claims("Nineteen people died in the fire, and among the dead were two nurses.")]
    assert found == ["Nineteen people died in the fire.", "Two nurses were among the dead."]


def test_names_after_the_several_they_are_each_belong_to_the_circle(claims):
    found = [
        c.text
        for c in claims(
            "Also among those freed were two leaders of the Harbour gang, Ana Duarte and her brother Tom Duarte."
        )
    ]
    assert "Ana Duarte was among those freed." in found
    assert "Tom Duarte was among those freed." in found


def test_as_many_names_as_are_counted_are_what_the_count_says(claims):
    found = [c.text for c in claims("Police met two leaders of the Harbour gang, Ana Duarte and Tom Reyes.")]
    assert "Ana Duarte was a leader of the Harbour gang." in found
    assert "Tom Reyes was a leader of the Harbour gang." in found


def test_more_names_than_are_counted_are_a_list(claims):
    found = [c.text for c in claims("Police met two officers, Ana Duarte, Ugo Ferri and Tom Reyes, on Monday.")]
    assert not any("was an officer" in text for text in found)


def test_a_body_with_an_owner_in_its_name(claims):
    found = claims("The state's Attorney General's Office said 29 people were held.")
    assert found[0].attribution is not None
    assert found[0].attribution.speaker == "Attorney General's Office"


def test_what_rumours_say_is_not_told_by_who_denies_them(claims):
    found = claims(
        "Ugo Ferri has retired. Ferri discounted rumors that he was Blue Heron, saying the mysterious source for "
        "Norwood Mail reporters Ana Duarte and Tom Reyes on the harbour story was not one person."
    )
    assert not any(c.text.endswith("was Blue Heron.") and "discounted" not in c.text for c in found)


def test_a_question_that_is_only_asked_tells_nothing(claims):
    assert claims("“Your dad's in the house?” the dispatcher asks.") == []


def test_what_follows_in_the_future_is_to_come(claim):
    found = claim("The names will be released after the bureau completes its inquiry.", "completes")
    assert found.modality.value == "planned"
    found = claim("The names will be released after the bureau completed its inquiry.", "completed")
    assert found.modality.value == "actual"


def test_what_contradicts_is_what_was_seen(claims):
    found = [c.text for c in claims("Video shows that Reyes raised his hands, contradicting the claim of the police.")]
    assert not any(text.startswith("Reyes contradicted") for text in found)


def test_one_of_a_people_is_no_name(claims):
    found = [c.text for c in claims("The man, a New Zealander living in Melbourne, was planning to go skiing.")]
    assert "The man was a New Zealander." in found


def test_a_town_and_its_state_before_a_noun_describe_it(claims):
    found = claims("The El Dorado, Texas, maker of leather boots said the stock would pay dividends.")
    assert [c.text for c in found] == ["The stock would pay dividends."]
    assert found[0].attribution is not None
    assert found[0].attribution.speaker == "The El Dorado, Texas, maker of leather boots"


def test_or_carries_the_negation_into_the_perfect(claims):
    found = claims("Ana Duarte had not met Tom Reyes or called him.")
    assert [(c.text, c.negated) for c in found][-1] == ("Ana Duarte had not called Tom Reyes.", True)
    assert claims("Ana Duarte had met Tom Reyes and called him.")[-1].text == "Ana Duarte called Tom Reyes."


def test_whether_tells_nothing(claims):
    found = claims("Tom Reyes would not comment on whether two suspects remained in detention.")
    assert not any(c.text == "Two suspects remained in detention." for c in found)


def test_people_are_no_place_where_something_is(claims):
    found = claims("Officials in Ostrania and Kesland, where Ana Duarte arrived next, also hoped for aid.")
    assert [c.text for c in found] == ["Officials in Ostrania and Kesland also hoped for aid."]


def test_what_a_tip_may_lead_to_has_not_happened(claims):
    found = claims("The poster advertised a reward for information leading to the bombers' arrest.")
    assert not any(c.text == "The bombers were arrested." for c in found)


def test_a_blast_and_no_crater_kills(claims):
    found = [c.text for c in claims("The crater left by the blast that killed 10 people was deep.")]
    assert "The blast killed 10 people." in found
