"""The case against one person: what he is charged with, and whether he did it."""

import pytest

from factcheck import compare, extract
from factcheck.frames.frame import frames
from factcheck.model.article import Article
from factcheck.stages.link.cases import one_case


def levels(left: str, right: str) -> set[str]:
    articles = [Article("a", left), Article("b", right)]
    return {level for level, _ in one_case(frames(extract(articles[:1]) + extract(articles[1:]))).values()}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Pavel Norin has been under indictment on several fraud counts in Lund since 2019.",
         "Pavel Norin is charged with smuggling arms."),
        ("Pavel Norin is facing fraud charges in two courts.", "Pavel Norin pleaded not guilty to money laundering."),
        ("Prosecutors charged Pavel Norin with arson.", "Pavel Norin pleaded guilty to arson in May 2014."),
        ("Charges were filed against Pavel Norin.", "Pavel Norin is accused of robbing a bank in Lund."),
    ],
)  # fmt: skip
def test_charges_against_one_person_answer_one_question(left, right):
    assert levels(left, right) == {"close"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Pavel Norin was convicted of masterminding the murder of Ivo Lasker.",
         "Pavel Norin is charged with killing Ivo Lasker."),
        ("Pavel Norin was behind the killing of Ivo Lasker.", "Pavel Norin was blamed for the murder of Ivo Lasker."),
        ("Pavel Norin shot Ivo Lasker.", "Pavel Norin is accused of murdering Ivo Lasker."),
        ("Pavel Norin was behind the killing of a judge in 1985.",
         "Pavel Norin was convicted of masterminding the 1985 murder of Ivo Lasker."),
    ],
)  # fmt: skip
def test_the_deed_on_one_victim_answers_one_question(left, right):
    assert "exact" in levels(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Pavel Norin is charged with fraud.", "Mira Norin is charged with fraud."),
        ("Pavel Norin is charged with killing Ivo Lasker.", "Pavel Norin is charged with killing Ada Brandt."),
        ("Pavel Norin was charged with theft in 2004.", "Pavel Norin is charged with arson."),
        ("Pavel Norin pleaded guilty to fraud.", "Pavel Norin pleaded not guilty to arson."),
        ("Pavel Norin is charged with fraud.", "The court dropped the charges against Pavel Norin."),
        ("Pavel Norin is charged with fraud.", "Pavel Norin may be charged with arson."),
        ("Pavel Norin is charged with fraud.", "Pavel Norin was sentenced to nine years in prison."),
        ("Pavel Norin is charged with fraud.", "Pavel Norin was acquitted of arson."),
        ("Pavel Norin is charged with killing Ivo Lasker.", "Pavel Norin killed Ivo Lasker's brother in a duel."),
        ("Pavel Norin is charged with killing Ivo Lasker.",
         "Pavel Norin ordered the release of the man accused of killing Ivo Lasker."),
        ("Pavel Norin was behind the killing of a judge in 1985.",
         "Pavel Norin was behind the 1991 killing of a judge."),
        ("Pavel Norin was behind the killing of a judge in 1985.",
         "Pavel Norin was behind the 1985 beating of a judge."),
        ("Pavel Norin was behind the killing of a judge.", "Pavel Norin was behind the killing of Ivo Lasker."),
        ("Pavel Norin is charged with killing Ivo Lasker.",
         "Pavel Norin took part in a vigil after the killing of Ivo Lasker."),
        ("Pavel Norin is charged with killing Ivo Lasker.",
         "Pavel Norin lost a hand in the bombing that killed Ivo Lasker."),
        ("Pavel Norin is charged with killing Ivo Lasker.",
         "Pavel Norin was convicted of lying about the killing of Ivo Lasker."),
        ("Pavel Norin is charged with killing Ivo Lasker.",
         "Pavel Norin was part of the team that solved the murder of Ivo Lasker."),
        ("Pavel Norin is charged with killing Ivo Lasker.", "Pavel Norin denied a role in the killing of Ivo Lasker."),
    ],
)  # fmt: skip
def test_look_alikes_do_not(left, right):
    assert levels(left, right) == set()


def test_the_question_names_no_count_where_they_differ():
    report = compare(
        "Pavel Norin is facing fraud charges in two courts in Lund.",
        "Pavel Norin pleaded not guilty to money-laundering charges in Lund.",
    )
    assert "What is Pavel Norin charged with?" in [cluster.question for cluster in report.clusters]
    assert not [finding for finding in report.findings if finding.kind.value == "conflict"]


def test_a_charge_and_a_verdict_do_not_agree():
    report = compare(
        "Pavel Norin is charged with killing Ivo Lasker.", "Pavel Norin was convicted of killing Ivo Lasker."
    )
    assert [cluster.relation.value for cluster in report.clusters] == ["compatible"]
    assert report.clusters[0].question == "Did Pavel Norin have a part in the killing of Ivo Lasker?"
