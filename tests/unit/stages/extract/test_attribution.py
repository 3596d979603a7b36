def speaker(item) -> str | None:
    return item.attribution.speaker if item.attribution is not None else None


def test_indirect_speech_has_its_speaker(claim):
    item = claim("Maria Sousa, the mayor, said the bridge was closed on Monday.", "closed")
    assert speaker(item) == "Maria Sousa"
    assert item.attribution.cue == "said"
    assert "said" not in item.span.text


def test_a_comment_at_the_end_covers_the_clause_before(claim):
    item = claim("The bridge was closed on Monday, a police officer said.", "closed")
    assert speaker(item) == "a police officer"
    assert item.span.text == "The bridge was closed on Monday"


def test_according_to(claim):
    item = claim("The ferry carried 240 people, according to the harbor master.", "carried")
    assert speaker(item) == "the harbor master"
    assert "according" not in item.span.text


def test_what_nobody_says_has_no_attribution(claim):
    assert claim("The bridge was closed on Monday.", "closed").attribution is None


def test_nested_reports_keep_both_speakers(claim):
    item = claim("The lawyer said that the guard told police that the gate was open.", "gate was open")
    assert speaker(item) == "the guard"
    assert item.attribution.via in {"The lawyer", "the lawyer"}


def test_a_quotation_is_a_quote_claim_with_its_speaker(claim):
    item = claim("“We will rebuild the school within a year,” said Maria Sousa.", "rebuild")
    assert item.kind.value == "quote"
    assert speaker(item) == "Maria Sousa"
    assert item.object == "We will rebuild the school within a year"


def test_a_quotation_goes_on_with_its_speaker(claims):
    text = "“The school is gone,” Maria Sousa said. “We will rebuild it within a year.”"
    quotes = [item for item in claims(text) if item.kind.value == "quote"]
    assert [speaker(item) for item in quotes] == ["Maria Sousa", "Maria Sousa"]


def test_a_word_in_marks_is_no_quote(claims):
    assert all(item.kind.value != "quote" for item in claims("The city called the plan a “reform” in its report."))


def test_a_comment_within_a_relative_clause_vouches_for_no_more(claims):
    found = claims(
        "Norland expelled the men at the wish of the ministry, which, according to a clerk, threatened Norland."
    )
    speakers = {item.predicate: item.attribution and item.attribution.speaker for item in found}
    assert speakers["expel"] is None
    assert speakers["threaten"] == "a clerk"


def test_a_described_speaker_is_told_by_name(claim):
    item = claim("The plan was sound, said Norland's president at the time, Ana Duarte.", "sound")
    assert item.attribution is not None
    assert item.attribution.speaker == "Ana Duarte"


def test_a_loose_quotation_after_hopes_of_nobody_named_raises_nothing(claims):
    found = claims(
        "The vote, two years after the death of the king, kindled hopes in the West that the country would open its "
        "borders. “It is a new day for all of us here.”"
    )
    assert all(item.kind.value != "quote" for item in found)


def test_a_shared_subject_holds_what_it_decided(claim):
    text = "Paul Reyes met his players and decided that he had to sell the club."
    assert claim(text, "sell").text == "Paul Reyes decided that he had to sell the club."
