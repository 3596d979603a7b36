"""Whom a pronoun means: where the sentence gives it away, and where nobody can tell."""

import pytest

from factcheck.model.article import Article
from factcheck.stages.annotate import load
from factcheck.stages.extract.context import read_context


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        # who tells
        ("The navy said it had sunk a boat.", "sunk", "The navy had sunk a boat."),
        ("Two jurors said they were tired.", "tired", "Two jurors were tired."),
        # whom somebody speaks for
        ("A spokesman for Paul Reyes said he was abroad.", "abroad", "Paul Reyes was abroad."),
        # what comes first
        ("The Angels won. Though they need more players, the Yankees lost.", "need", "The Yankees need more players."),
        ("As Manuel Soto left the house of Paul Reyes, he heard a shot.", "heard", "Manuel Soto heard a shot."),
        (
            "The Reds won. Despite their losses, the Angels left town.",
            "left",
            "Despite their losses, the Angels left town.",
        ),
        (
            "Tom Ash met Ida Berg. In his speech, Paul Reyes blamed the mayor.",
            "blamed",
            "In his speech, Paul Reyes blamed the mayor.",
        ),
        ("The state sent 55 prisoners abroad. Most of them were ill.", "ill", "Most of 55 prisoners were ill."),
        # parallel objects and owners
        ("The navy caught the pirates and released them.", "released", "The navy released the pirates."),
        ("The storm hit Ida Berg and her brother.", "hit", "The storm hit Ida Berg and her brother."),
        # the subject of the clause before
        ("Her clinic was flooded, but Eva Roe rebuilt it.", "rebuilt", "Eva Roe rebuilt her clinic."),
        # within a clause that describes somebody
        ("Tom Ash, who left when he lost his job, sued the firm.", "lost", "Tom Ash lost his job."),
    ],
)
def test_the_sentence_gives_it_away(claims, text, words, told):
    assert told in [item.text for item in claims(text) if words in item.text]


@pytest.mark.parametrize(
    "text",
    [
        "Paul Reyes shot Tom Ash as he ran away.",  # either may have run
        "Paul Reyes never called, he said.",  # he is not Reyes
        "Shops have their branches here.",  # the shops' own, told as it stands
    ],
)
def test_nobody_is_put_where_two_may_be_meant(claims, text):
    told = [item.text for item in claims(text)]
    assert not any("Reyes ran" in line or "Ash ran" in line for line in told)
    assert all(item.attribution is None or item.attribution.speaker != "Paul Reyes" for item in claims(text))
    assert all("the shops’" not in line for line in told)


def test_nobody_stands_in_for_herself(claims):
    texts = [item.text for item in claims("Anna Lee fell ill. Mary Roe will run in her place on Monday.")]
    assert not any("Mary Roe’s place" in text for text in texts)


def test_a_grandmother_is_a_woman_whatever_her_name(claims):
    text = "Paul Reyes met Raj Chohan, a 59-year-old grandmother. She walked along the road."
    assert "Raj Chohan walked along the road." in [item.text for item in claims(text)]


def test_the_family_name_stays_with_its_bearer(claims):
    text = (
        "Vincent Galli died in prison. Mr. Galli was ill. Mr. Galli had led a gang. Mr. Galli had denied it. "
        "Mr. Galli was released in May. "
        "Louis Galli, a priest, is his brother. Mr. Galli was six feet tall."
    )
    assert claims(text)[-1].text.startswith("Vincent Galli was six feet tall")


def test_who_spoke_before_speaks_on(claims):
    text = "Ann Lee met Eva Roe. Eva Roe said the bank was shut. She added that the school would open."
    item = next(item for item in claims(text) if "school" in item.text)
    assert item.attribution is not None
    assert item.attribution.speaker == "Eva Roe"


def test_the_owner_of_a_speaker_is_named(claims):
    item = next(
        item for item in claims("Tara Reyes fell ill. Her lawyer said the trial was over.") if "trial" in item.text
    )
    assert item.attribution is not None
    assert item.attribution.speaker == "Tara Reyes’ lawyer"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Troy, Mich. police said the shop was shut.", "Troy, Mich. police"),
        ("The shop was shut; Paul Reyes claimed not to have seen it.", None),
    ],
)
def test_who_is_named_as_the_speaker(claims, text, speaker):
    item = next(item for item in claims(text) if "shop was shut" in item.text)
    assert (item.attribution.speaker if item.attribution else None) == speaker


def test_several_who_were_neither_subject_nor_near_are_not_guessed(claims):
    told = [item.text for item in claims("The firm wrote to the shop owners last week. They refused to pay.")]
    assert not any("shop owners refused" in line for line in told)


def test_whom_a_text_has_called_she_is_meant_before_a_stranger(claims):
    text = (
        "Sorrel Adane insists that she has taken nothing. On Friday she was banned. Experts noticed odd readings in "
        "her blood in May. Bertrand Kess has three weeks to lodge an appeal. The price is steep. Gone is the medal "
        "she won at the championships in March."
    )
    told = [item.text for item in claims(text)]
    assert not any("Bertrand Kess won" in words for words in told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whose town, work and stay it is, not what the clause describes
        ("Residents of Corley met to discuss issues affecting their town.", {"their": "residents of Corley"}),
        ("The workers know innovative ways to do their work.", {"their": "the workers"}),
        ("Tourists can buy packages that include meals during their stay.", {"their": "tourists"}),
        ("The gang was founded by soldiers who sold their services.", {"their": "soldiers"}),
        # the coast, not the country
        ("Ostrel has two ports. Although the coast is short, it is dotted with caves.", {}),
        # results say nothing
        ("The results showed that wells are dry. They said that rain would help.", {}),
        # "their" and "them" of a sentence before
        ("The firms sold the plots. The paper praised their shape.", {}),
        ("The miners struck in May. A judge warned them on Friday.", {}),
        ("The Roe brothers fought in court. A judge warned them on Friday.", {"them": "the Roe brothers"}),
        # who tells, or what they tell of
        ("The lawyers challenged the removals, arguing that they were illegal.", {"they": "the removals"}),
        ("The lawyers challenged the removals, saying that they were ill.", {}),
        ("The lawyers challenged the removals, arguing that they feared a riot.", {}),
        ("The lawyers waited outside, saying that they were tired.", {"they": "the lawyers"}),
        # what somebody describes, and not who is described by others
        ("Roe said the rules were fair and described them as a start.", {"them": "the rules"}),
        ("Roe said the men were ill and described them as victims.", {}),
        # a place in which several stand
        ("The guards brought lamps. The studio glowed around them.", {}),
        # one of two who are named together
        ("Paul Reyes and Tom Ash were known for their wit, he for puns.", {"their": "Paul Reyes and Tom Ash"}),
    ],
)
def test_what_is_a_guess_is_left_alone(text, expected):
    doc = load()(text)
    found = read_context(doc, Article("test", text)).pronouns
    assert {doc[place].text: referent.text for place, referent in found.items()} == expected


def test_they_who_are_not_named_may_be_one(claims):
    for text in (
        "Ministers met in Lisbon. An aide, who asked for anonymity because they were not allowed to talk, left.",
        "Ministers met in Lisbon. A nurse, who asked not to be named because they feared for their job, left.",
    ):
        assert not any("Ministers were" in c.text or "Ministers feared" in c.text for c in claims(text))
    assert "The aides were late." in [c.text for c in claims("Ministers met. The aides left because they were late.")]


def test_it_said_goes_on_with_what_told_in_the_sentence_before(claims):
    found = claims("The guild closed on Monday. The sheriff's office sent in divers. It said the lake was deep.")
    assert [c.attribution.speaker for c in found if c.attribution] == ["the sheriff's office"]
    found = claims("Ferri drove to the lake, according to a news release. It added that Ferri was alone.")
    assert {c.attribution.speaker for c in found if c.attribution} == {"a news release", "the news release"}


def test_it_said_of_two_bodies_is_left_alone(claims):
    found = claims("The ministry said no, and the court said yes. It said the deal was off.")
    assert found[-1].attribution is not None
    assert found[-1].attribution.speaker == "It"


def test_they_of_others_is_nobody_named_before(claims):
    found = claims("Some sailors reported a tremor, although others told the paper they had not felt anything.")
    assert [c.text for c in found] == ["Some sailors reported a tremor."]


def test_they_after_a_clause_of_a_body_is_that_body(claims):
    found = claims("While the Duarte administration saw that ice was melting, they ruled that the act could stand.")
    assert found[-1].attribution is not None
    assert found[-1].attribution.speaker == "the Duarte administration"


def test_he_said_after_a_judgement_is_who_judged(claims):
    found = claims(
        "In a statement, Tom Reyes said the decision was wrong. He said that voters would suffer. Party chairman Ugo "
        'Ferri called the decision a "huge win for voters." "The decision reaffirms a principle," he said.'
    )
    assert [c.subject for c in found if c.kind.value == "quote"] == ["Ugo Ferri"]
