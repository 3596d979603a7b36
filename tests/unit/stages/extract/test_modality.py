import pytest

from factcheck.model.claim import Modality


@pytest.mark.parametrize(
    ("text", "words", "modality", "hedged"),
    [
        ("The company built a plant.", "built", Modality.ACTUAL, False),
        ("The company plans to build a plant.", "build", Modality.PLANNED, False),
        ("The company will build a plant.", "build", Modality.PLANNED, False),
        ("The company may build a plant.", "build", Modality.POSSIBLE, True),
        ("Residents fear that the dam will burst.", "burst", Modality.FEARED, True),
        ("The treasurer allegedly stole the money.", "stole", Modality.ALLEGED, True),
        ("If the dam bursts, the valley would be flooded.", "flooded", Modality.CONDITIONAL, False),
        ("Voters believe that the mayor lied.", "lied", Modality.OPINION, True),
        ("The bridge appears to be unsafe.", "unsafe", Modality.OPINION, True),
        ("The bridge is to be reopened on Monday.", "reopened", Modality.PLANNED, False),
        ("The navy is to begin withdrawing its divers.", "withdrawing", Modality.PLANNED, False),
        ("The mayor is to blame for the fire.", "blame", Modality.ACTUAL, False),
    ],
)
def test_modality(claim, text: str, words: str, modality: Modality, hedged: bool):
    item = claim(text, words)
    assert (item.modality, item.hedged) == (modality, hedged)


@pytest.mark.parametrize(
    ("text", "words", "negated"),
    [
        ("The minister did not resign.", "resign", True),
        ("The court never heard the case.", "heard", True),
        ("No one survived the crash.", "survived", True),
        ("The minister declined to comment.", "declined", False),
        ("The pilot failed to land the plane.", "land", True),
        ("The minister resigned.", "resigned", False),
    ],
)
def test_negation(claim, text: str, words: str, negated: bool):
    assert claim(text, words).negated is negated


def test_what_is_denied_or_not_believed_is_negated(claim):
    item = claim("The mayor denied that he took the money.", "took")
    assert item.negated
    assert item.text.startswith("The mayor denied that")
    item = claim("Some in the town do not believe that the bridge is safe.", "safe")
    assert item.negated
    assert "do not believe" in item.text
    assert not claim("The mayor did not deny that he took the money.", "took").negated


def test_what_is_suggested_has_not_happened(claim):
    item = claim("The company suggested that all users install a new tool.", "install")
    assert item.modality is Modality.PLANNED
    assert item.text.startswith("The company suggested that")
    assert claim("The company suggested that all users installed a new tool.", "installed").modality is Modality.ACTUAL


def test_the_time_of_an_accusation_is_no_accusation(claim):
    text = "Lopez is accused of firing 13 shots just as schools were being let out."
    assert claim(text, "schools were").modality is Modality.ACTUAL


def test_who_is_seen_doing_something_does_it(claim):
    assert claim("Witnesses are seen cowering near the door.", "cowering").modality is Modality.ACTUAL


def test_what_a_fact_may_show_is_only_possible(claim):
    assert claim("The cuts may indicate that the talks are moving.", "moving").modality is Modality.POSSIBLE
    assert claim("The cuts indicate that the talks are moving.", "moving").modality is Modality.ACTUAL


def test_the_if_of_a_threat_told_by_the_way_is_that_of_the_threat(claim):
    text = "The cause was pressure from the bank, including the threat of a lawsuit if the town did not pay."
    assert claim(text, "pressure").modality is Modality.ACTUAL
    assert claim("The union threatened a strike if talks fail.", "threatened").modality is Modality.CONDITIONAL
    assert claim("The dam would break, a threat to us all, if it rained.", "break").modality is Modality.CONDITIONAL
