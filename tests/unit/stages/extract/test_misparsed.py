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
