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
