"""What a finding asks, in words that read right whatever the claim."""

import pytest

from factcheck import Article, extract
from factcheck.frames.frame import frames
from factcheck.stages.reconcile.question import question


def asked(text: str, rule: str, at: int = 0) -> str:
    claims = extract([Article("a", text)])
    kinds = {"FC001": "quantity", "FC002": "date", "FC005": "quote"}
    fitting = [claim for claim in claims if claim.kind.value == kinds.get(rule, claim.kind.value)]
    return question([frames(claims)[(fitting or claims)[at].id]], rule)


@pytest.mark.parametrize(
    ("text", "rule", "question_"),
    [
        # the whole of the claim, in the order of a question
        (
            "The council put the ferry under strict watch.",
            "FC003",
            "Did the council put the ferry under strict watch?",
        ),
        ("The mill was sold to a rival.", "FC003", "Was the mill sold to a rival?"),
        ("Criminal groups have hurt the port for years.", "FC003", "Have criminal groups hurt the port for years?"),
        (
            "Karl Horn was born in Lund. Later Horn sold the mill.",
            "FC003",
            "Was Karl Horn born in Lund?",
        ),
        ("The plant closed in 1998.", "FC002", "When did the plant close?"),
        # amounts in their place, or the number of a quotation
        ("The storm killed dozens of people in Bergen.", "FC001", "The storm killed how many people in Bergen?"),
        ("Fourteen passengers died in Bergen.", "FC001", "How many passengers died in Bergen?"),
        (
            "Ilse Brandt expelled the 40 sailors from Bergen.",
            "FC001",
            "Ilse Brandt expelled how many sailors from Bergen?",
        ),
        (
            "Hundreds of the port’s oldest sailors left Bergen.",
            "FC001",
            "How many of the port’s oldest sailors left Bergen?",
        ),
        ("Dozens of Norland’s sailors left Bergen.", "FC001", "How many of Norland’s sailors left Bergen?"),
        # a long claim is asked for as far as its amount
        (
            "The government on Monday sent to the harbour nearly 30 sick sailors, including the oldest captain of all, "
            "two cooks from the southern islands and a boy from the orphanage at Bergen.",
            "FC001",
            "The government on Monday sent to the harbour how many sick sailors?",
        ),
        # what is counted beside is another question
        ("The storm killed 12 people and two dogs in Bergen.", "FC001", "The storm killed how many people in Bergen?"),
        # that there was none is asked as whether there was any
        ("Police in Bergen arrested no one.", "FC106", "Did police in Bergen arrest anyone?"),
        ("None of the sailors knew the harbour.", "FC003", "Did any of the sailors know the harbour?"),
        ("No deal has been signed.", "FC003", "Has any deal been signed?"),
        # an age is asked of whom it stands beside
        ("Police arrested Karl Horn, 38, in Bergen.", "FC001", "How old is or was Karl Horn?"),
        ("Police arrested a 38-year-old man in Bergen.", "FC001", "How old is or was the man?"),
        # the point of an hour is its own, and its hour is no part of the question
        ("The crew sent a distress call at 10.50 p.m.", "FC003", "Did the crew send a distress call at 10.50 p.m.?"),
        # an office is asked for by its own name only where the claim has it
        ("Corvane's chief executive, Henrik Solberg, spoke.", "FC004", "Who or what is or was Henrik Solberg?"),
        # which of several times it was
        ("Owen Price was sent off in the 78th minute.", "FC101", "In which minute was Owen Price sent off?"),
        ("Thorn Rovers won the cup for the third time.", "FC101", "For which time did Thorn Rovers win the cup?"),
        # who says it
        ('Police said: "The road to the harbour is closed."', "FC005", "What did police say?"),
    ],
)
def test_a_question_reads_as_one(text: str, rule: str, question_: str) -> None:
    assert asked(text, rule) == question_


@pytest.mark.parametrize(
    "text",
    [
        "Officials worried that the cartel might burn its own ship.",
        "There was smoke above the mill.",
    ],
)
def test_what_cannot_be_asked_well_is_asked_plainly(text: str) -> None:
    assert all(
        asked(text, "FC003", at).startswith(("Is it so that ", "Is it so: “"))
        for at in range(len(extract([Article("a", text)])))
    )


def test_a_name_in_short_is_a_subject_too() -> None:
    claims = extract([Article("a", "Karl Horn came from Lund. Horn sold the mill in May.")])
    sold = next(claim for claim in claims if claim.predicate == "sell")
    assert question([frames(claims)[sold.id]], "FC003") in (
        "Did Horn sell the mill in May?",
        "Did Karl Horn sell the mill in May?",
    )


def test_who_followed_is_asked_for() -> None:
    both = extract([Article("a", "Ivo Kos and Omar Kos were captured in 2013.")])
    one = extract([Article("b", "Ivo Kos was captured in 2013, and Omar was captured two years later.")])
    listed = [both[0], next(claim for claim in one if "2013" in claim.text)]
    table = frames(listed)
    assert question([table[claim.id] for claim in listed], "FC109") == "When was Omar captured?"


def test_the_words_of_a_copy_are_the_last_resort() -> None:
    claims = extract(
        [Article("a", "Acme will close the mill in Lund."), Article("b", "Acme will shut the factory in Lund.")]
    )
    table = frames(claims)
    listed = [table[claim.id] for claim in claims]
    assert question(listed, "FC003", {"a": "b"}) == "Will Acme shut the factory in Lund?"
    assert question(listed, "FC003", {"b": "a"}) == "Will Acme close the mill in Lund?"


def of_both(left: str, right: str) -> str:
    table = frames(extract([Article("a", left), Article("b", right)]))
    return question([table[id_] for id_ in sorted(table)])


def test_of_a_circle_it_is_asked_who_was_in_it() -> None:
    assert of_both("The men include Tom Berg.", "Tom Berg was among those arrested.") == (
        "Was Tom Berg among those arrested?"
    )
    assert of_both("Ana Ruiz was among 14 people killed in the fire.", "The fire killed Ana Ruiz.") == (
        "Did the fire kill Ana Ruiz?"
    )


def test_a_date_of_one_source_is_not_asked_for() -> None:
    among = "Ana Ruiz was among those killed by the fire in the old town hall."
    assert of_both(among, "Ana Ruiz was killed on May 3, 2019.") == "Was Ana Ruiz killed?"
