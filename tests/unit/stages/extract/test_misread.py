"""Claims that a hasty reading of the grammar makes false: what belongs to which verb, and what is only hoped for."""

import pytest

from factcheck.model.claim import Modality


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police found a man dead in the yard and a woman shot and injured in a van.", "A woman was injured in a van."),
        ("The boy was taken to the clinic and expected to survive.", "The boy was expected to survive."),
        ("The rider allegedly hit a boy and fled the scene.", "The rider allegedly fled the scene."),
        ("Neither Roe nor his lawyer answered calls.", "Neither Roe nor his lawyer answered calls."),
        (
            "If more vans fail, Brandt warned, the bill could reach 90 million euros.",
            "If more vans fail, the bill could reach 90 million euros.",
        ),
        (
            "The mission cost 31 billion yen, 20 percent more than planned.",
            "The mission cost 31 billion yen, 20 percent more than planned.",
        ),
        (
            "A new rule made it easier for the mines to dump dirt.",
            "A new rule made it easier for the mines to dump dirt.",
        ),
        (
            "Roe would train young runners rather than become a coach.",
            "Roe would train young runners rather than become a coach.",
        ),
        ("Lee said Monday investigators were at work on the case.", "Investigators were at work on the case."),
        (
            "They found a frog in the forests of Ecuador that had not been seen in years and was believed to be lost.",
            "A frog in the forests of Ecuador was believed to be lost.",
        ),
        (
            "The shooting at a school in Ashby that left four pupils injured shocked the town.",
            "Four pupils were injured in the shooting at a school in Ashby.",
        ),
        ("Roe praised Bill Lund for having locked the gate.", "Roe praised Bill Lund for having locked the gate."),
    ],
)  # fmt: skip
def test_what_belongs_together(claims, text, told):
    assert told in [item.text for item in claims(text)], [item.text for item in claims(text)]


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        ("Roe would train young runners rather than become a coach.", "Roe would become"),
        ("Police found a man dead in the yard and a nurse shot and injured in a van.", "Police injured"),
        ("Voters had asked for Roe's resignation in October and again in May.", "Roe resigned"),
        ("Officers searched the mill to make sure there was no gunman on site.", "There was no gunman"),
        ("There is little to indicate the plans included dropping the tax.", "The plans"),
        ("Sales fell to 26 million euros, compared with 38 million a year ago.", "compared"),
        ("Police found a man dead and another man, Luis Roe, alive.", "Luis Roe was another man"),
        ("Wlad Lund beat a sluggish Hasim Roe on Saturday.", "was a sluggish"),
        ("They named her U.S. Surgeon General.", "General is"),
        ("Lund shot Judge Rowan Roe; a court reporter, Julie Brand; and a guard.", "Rowan Roe was a court reporter"),
    ],
)
def test_what_is_not_said(claims, text, untold):
    assert not [item.text for item in claims(text) if untold in item.text]


@pytest.mark.parametrize(
    ("text", "words", "modality", "negated"),
    [
        ("The rider allegedly hit a boy and fled the scene.", "fled", Modality.ALLEGED, False),
        ("The firm will cut 64 jobs and then try to sell the mill.", "try to sell", Modality.PLANNED, False),
        ("Neither Roe nor his lawyer answered calls.", "answered", Modality.ACTUAL, True),
        ("Both Roe and his lawyer answered calls.", "answered", Modality.ACTUAL, False),
        ("The firm closed the mill and will sell the land.", "closed", Modality.ACTUAL, False),
    ],
)
def test_the_mood_of_joined_verbs(claim, text, words, modality, negated):
    item = claim(text, words)
    assert (item.modality, item.negated) == (modality, negated)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Deputy District Attorney Lowell Roe praised the jury.", "Lowell Roe was a Deputy District Attorney."),
        ("The move was made by team president Billy King on Monday.", "Billy King was a team president."),
    ],
)
def test_a_title_is_told_in_full(claims, text, role):
    assert role in [item.text for item in claims(text)]


@pytest.mark.parametrize(
    "text", ["Prices fell sharply", "Officer fired at gunman", "The coach struck and injured a cyclist."]
)
def test_verbs_of_headlines_and_shared_objects_stay_active(claims, text):
    assert not [item.text for item in claims(text) if " was " in item.text]


def test_the_part_is_counted_and_not_the_whole(claims):
    (item,) = [
        item for item in claims("Of the 1,150 members who voted, 812 backed the deal.") if item.predicate == "back"
    ]
    assert item.quantity.value == 812


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "“It is odd, and officers are trying to confirm it. The shootings do not look random,” Chief Ann Roe said.",
            "shootings",
            "Ann Roe",
        ),
        (
            "The district issued an update at noon: “Two schools are open again. Officers told us it is safe.”",
            "Two schools",
            "The district",
        ),
        (
            "“The bridge is safe,” engineers told the council. “Nobody has to worry, the mayor knows.”",
            "worry",
            "engineers",
        ),
    ],
)
def test_nobody_named_in_a_speech_is_its_speaker(claim, text, words, speaker):
    item = claim(text, words)
    assert item.attribution is not None
    assert item.attribution.speaker == speaker


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Four people were killed and 12 injured in a crash near Tolna on Friday.",
            ["Four people were killed", "12 were injured in a crash near Tolna"],
        ),
        (
            "A crash left four people dead and 12 injured.",
            ["Four people died in a crash.", "12 were injured in a crash."],
        ),
        ("Three people died and one was hurt.", ["Three people died.", "One was hurt."]),
        (
            "Three people died and 14 wounded in the attack.",
            ["Three people died in the attack.", "14 were wounded in the"],
        ),
        ("A gunman killed two people and injured four.", ["A gunman killed two people.", "A gunman injured four."]),
    ],
)
def test_each_toll_is_a_claim(claims, text, told):
    found = [item.text for item in claims(text) if item.quantity is not None]
    assert len(found) == len(told), found
    assert all(one.startswith(words.rstrip(".")) for one, words in zip(found, told, strict=True)), found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Roe said in a letter that the mill was closed.", "The mill was closed."),
        (
            "The office said in a statement that the 29 men faced charges of theft.",
            "The 29 men faced charges of theft.",
        ),
        (
            "Police said on Tuesday they had arrested the driver of the van.",
            "Police had arrested the driver of the van.",
        ),
        ("The army said today it had sent a boat.", "The army had sent a boat."),
        ("Roe said around noon a man opened fire at the mill.", "Around noon a man opened fire at the mill."),
        ("Roe said the mill was closed in May.", "The mill was closed in May."),
    ],
)
def test_when_and_where_it_was_said_is_no_part_of_what_was_said(claims, text, told):
    found = {item.text: item for item in claims(text)}
    assert told in found, list(found)
    assert found[told].attribution is not None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Acme denies ever having been fined.", "Acme denies ever having been fined."),
        ("Acme sold coal and denies ever having been fined.", "Acme denied ever having been fined."),
        ("Lee denied he was there.", "Lee denied that he was there."),
        ("Floods of six metres were seen on Monday; today they're down to two.",
         "Today floods of six metres are down to two."),
        ("The firm Acme said it's sorry.", "The firm Acme is sorry."),
        ("A 68-year-old baker from the Santa Rosa quarter has become the third person to die in the outbreak, "
         "the Hospital del Sol said.",
         "A 68-year-old baker from the Santa Rosa quarter has become the third person to die in the outbreak."),
        ("More than 420 volunteers, 11 dogs and two drones took part in the search, which covered 30 square miles.",
         "More than 420 volunteers, 11 dogs and two drones took part in the search."),
    ],
)  # fmt: skip
def test_a_claim_is_a_whole_sentence(claims, text, told):
    found = [item.text for item in claims(text)]
    assert told in found, found
