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
        ("No storm had come since 1931; that one left nine dead.", ["No storm had come since 1931."]),
        ("Two crashes came in May. The second left four people dead.", ["Two crashes came in May."]),
        ("A crash on the bridge left nine dead.", ["Nine died in a crash on the bridge."]),
        ("This crash left nine people dead.", ["Nine people died in this crash."]),
    ],
)
def test_a_toll_of_what_is_only_pointed_at_is_not_told(claims, text, told):
    assert [item.text for item in claims(text) if item.text.startswith(("Nine", "Four"))] == [
        item for item in told if item.startswith(("Nine", "Four"))
    ]
    assert {item.text for item in claims(text)} == set(told)


def test_the_sentence_of_such_a_toll_is_accounted_for(extracted):
    found = extracted("Two crashes came in May. The second left four people dead.")
    assert [part.reason for part in found.coverage] == [None, "unresolved reference"]


@pytest.mark.parametrize(
    ("text", "told", "untold"),
    [
        ("Lee climbed Everest, the second man to do so.", "Lee was the second man to do so.", "Everest was"),
        ("Lee praised Ann Roe, the first woman to fly.", "Ann Roe was the first woman to fly.", "Lee was"),
        ("Ann Lee was born in Selby, a small town.", "Selby was a small town.", "Lee was a"),
        ("Rovers came fifth in the league, United ninth.", "Rovers came fifth in the league.", "was"),
        ("Town mourns the Wilsons, young father", "Town mourns the Wilsons.", "is"),
        (
            "Ann Lee was born in Berlin, one of seven children.",
            "Ann Lee was born in Berlin, one of seven children.",
            "Berlin was",
        ),
        (
            "Ann Lee moved to Berlin, one of seven cities on the list.",
            "Berlin was one of seven cities on the list.",
            "Lee",
        ),
        (
            "Inside the boat, Ann Lee, 66, of Quay Lane, was asleep.",
            "Inside the boat, Ann Lee, 66, of Quay Lane, was asleep.",
            "was the boat",
        ),
        ("The suspect, Ann Lee, was shot.", "Ann Lee was the suspect.", "the shot"),
        ("She wrote in the magazine Northern Star.", "Northern Star was the magazine.", "magazine Northern."),
    ],
)
def test_what_a_description_belongs_to(claims, text, told, untold):
    found = [item.text for item in claims(text)]
    relations = [item.text for item in claims(text) if item.predicate == "be"]
    assert told in found, found
    assert not [item for item in relations if untold in item and item != told], relations


@pytest.mark.parametrize(
    ("text", "untold", "told"),
    [
        ("The illness is caught by breathing in dust.", "breathes", "is caught by breathing in dust"),
        ("Acme paid the grant of 700 euros, which ran out in 2005.", "paid which", "The grant of 700 euros ran out"),
        ("The bureau of mines met. It struck before dawn.", "struck", "met"),
        ("The Defence Ministry spoke. It was the third this week.", "third", "spoke"),
        ("Police are looking for two men. They robbed a bank on Monday.", "robbed", "looking for two men"),
        ("Police are looking for two men. They said the men were armed.", "robbed", "The men were armed"),
        ("Roe told the jury fires were common.", "jury fires", None),
        ("Roe told the jury the jury room was cold.", "fires", "The jury room was cold"),
        ("The guide told the guests which rooms were free.", "ooms were free", None),
        ("The guide said that the rooms were free.", "which", "The rooms were free"),
        ("They want the return of Ann Roe, the teacher sent home on Monday.", "teacher sent", None),
        ("The house Lee built was sold.", "built the one", "The house Lee built was sold"),
        ("Mayor Lee leaves\n\nIt's official: the mayor is leaving.", "official", "The mayor is leaving"),
        ("A magnitude 5.8 earthquake struck the hills on Monday, killing at least 12 people, officials said.",
         "Magnitude 5.8 killed", "earthquake killed at least 12 people"),
    ],
)  # fmt: skip
def test_nobody_does_what_another_did(claims, text, untold, told):
    found = [item.text for item in claims(text)]
    assert not [item for item in found if untold in item], found
    assert told is None or any(told in item for item in found), found


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
