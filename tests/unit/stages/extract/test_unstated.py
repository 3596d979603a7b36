"""What a sentence leaves open, denies or asks is not told as a fact."""

import pytest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It is not clear that Roe left the town.", "It is not clear that Roe left the town."),
        ("Nor is it clear that Roe left the town.", "It is not clear that Roe left the town."),
        (
            "It was not clear whether the Roe family would come to Kelby.",
            "It was not clear whether the Roe family would come to Kelby.",
        ),
        ("It is clear that Roe left the town.", "Roe left the town."),
        ("There is no doubt that Roe left the town.", "Roe left the town."),
        ("It is no secret that Roe left the town.", "Roe left the town."),
        (
            "Whether Ann Roe persuaded the voters, who had backed Bea Lund, is unknown.",
            "Whether Ann Roe persuaded the voters is unknown.",
        ),
        (
            "Officials haven't decided if charges will be filed.",
            "Officials haven't decided whether charges will be filed.",
        ),
        ("Roe repeated claims that he is a rich man.", "Roe is a rich man."),
        ("The gang left the mill when police arrived.", "Police arrived."),
        (
            "Prosecutors charged Roe and Lund, with robbing investors from 74 countries.",
            "Roe and Lund robbed investors from 74 countries.",
        ),
    ],
)
def test_what_is_told(claims, text, told):
    assert told in [item.text for item in claims(text)], [item.text for item in claims(text)]


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        ("Police are trying to determine if the fire was set.", "The fire was set."),
        ("Roe's lawyers have not said when they will leave the town.", "will leave the town."),
        ("Roe has no idea what happened in the mill.", "No idea happened"),
        ("Roe took offense at suggestions that he is not a rich man.", "Roe is not a rich man."),
        ("There is no evidence that Roe, who was ill, set the fire.", "Roe set the fire."),
        ("There is no way the town will pay the bill, Roe said.", "The town will pay"),
        ("It is high time the boy was sent home, said Roe.", "The boy was sent home."),
        ("Prosecutors charged Roe and Lund, with robbing investors from 74 countries.", "Prosecutors robbed"),
    ],
)
def test_what_is_not_told(claims, text, untold):
    assert not any(item.text.startswith(untold) or item.text == untold for item in claims(text))


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        ("The mill was long viewed as a kind of magnet that drew thieves to the town.", "A kind of magnet drew"),
        ("KCPD: 7-year-old boy shot while riding bike", "KCPD was"),
        ("He said the deal was within the framework of respecting the laws of the two towns.", "The framework"),
        ("No leader wins a war by claiming that he does not want it.", "No leader does not"),
        ("Lund's speech on Monday was heard by 3,200 people, leading Roe to resign.", "That lund"),
    ],
)
def test_what_no_sentence_says(claims, text, untold):
    assert not any(item.text.startswith(untold) for item in claims(text)), [item.text for item in claims(text)]


def test_what_a_thing_did_is_told_where_it_is_no_view(claims):
    told = [item.text for item in claims("Roe described a magnet, which drew iron to the mill.")]
    assert "A magnet drew iron to the mill." in told
