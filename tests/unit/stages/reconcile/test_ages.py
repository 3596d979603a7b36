"""Two ages of one person are a conflict wherever they stand, unless a birthday explains them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

import factcheck
from factcheck.model.claim import Argument, Claim
from factcheck.model.span import Span

Make = Callable[..., Claim]
Rules = Callable[..., list[str]]
DAY, WEEK_AFTER, YEARS_AFTER = date(2025, 3, 3), date(2025, 3, 9), date(2028, 3, 9)


def told(claim: Make, source: str, text: str) -> Claim:
    who = Argument("subject", "Hanna Lind", 0, 10, "lind", "Hanna Lind", "person")
    return claim(source, text, "Hanna Lind", text.split()[-2], text.split()[-1], arguments=(who,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hanna Lind, 44, left the roof.", "Hanna Lind, who is 51, thanked the crew."),
        ("Hanna Lind (44) left the roof.", "Hanna Lind, aged 51, thanked the crew."),
        ("The 44-year-old teacher Hanna Lind left the roof.", "Hanna Lind, 51, thanked the crew."),
        ("A six-year-old girl, Hanna Lind, left the roof.", "Hanna Lind, aged nine, thanked the crew."),
        ("The oldest, the surgeon Hanna Lind, is 44.", "Surgeon Hanna Lind, 51, thanked the crew."),
    ],
)
def test_two_ages_in_unlike_sentences_conflict(claim: Make, rules: Rules, one: str, other: str) -> None:
    assert rules(told(claim, "a", one), told(claim, "b", other)) == ["FC120"]


@pytest.mark.parametrize(
    "other",
    [
        "Hanna Lind was 51 when she was made mayor.",
        "The 51-year-old praised Hanna Lind.",
        "The 51-year-old and his teacher, Hanna Lind, thanked the crew.",
        "A 51-year-old man, Hanna Lind said.",
    ],
)
def test_an_age_of_another_time_or_person_is_none_of_hers(claim: Make, rules: Rules, other: str) -> None:
    assert rules(told(claim, "a", "Hanna Lind, 44, left the roof."), told(claim, "b", other)) == []


def test_an_age_is_read_where_a_pronoun_is_resolved(claim: Make, rules: Rules) -> None:
    sentence = Span(0, 11, "She was 51.")
    restated = replace(told(claim, "b", "Hanna Lind was 51."), sentence=sentence, span=sentence)
    assert rules(told(claim, "a", "Hanna Lind, 44, left the roof."), restated) == ["FC120"]


@pytest.mark.parametrize(
    ("older", "later", "found"),
    [(45, WEEK_AFTER, ["FC120"]), (45, date(2025, 5, 9), []), (47, YEARS_AFTER, []), (51, YEARS_AFTER, ["FC120"])],
)
def test_a_birthday_between_two_reports_explains_a_year(
    claim: Make, rules: Rules, older: int, later: date, found: list[str]
) -> None:
    pair = (
        told(claim, "a", "Hanna Lind, 44, left the roof."),
        told(claim, "b", f"Hanna Lind, {older}, thanked the crew."),
    )
    assert rules(*pair, published={"a": DAY, "b": later}) == found


def test_without_dates_a_year_or_two_may_lie_between_two_reports(claim: Make, rules: Rules) -> None:
    pair = told(claim, "a", "Hanna Lind, 44, left the roof."), told(claim, "b", "Hanna Lind, 46, thanked the crew.")
    assert rules(*pair) == []


def test_a_source_with_two_ages_of_one_name_tells_of_two_persons(claim: Make, rules: Rules) -> None:
    assert (
        rules(
            told(claim, "a", "Hanna Lind, 44, left the roof."),
            told(claim, "a", "Hanna Lind, 12, left the cellar."),
            told(claim, "b", "Hanna Lind, 51, thanked the crew."),
        )
        == []
    )


def test_a_copy_is_no_second_witness(claim: Make, rules: Rules) -> None:
    pair = told(claim, "a", "Hanna Lind, 44, left the roof."), told(claim, "b", "Hanna Lind, 51, thanked the crew.")
    assert rules(*pair, origins={"a": "a", "b": "a"}) == []


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("One hundred and one-year-old Ann Bergson left the roof.", "Ann Bergson, 101, thanked the crew.", False),
        ("The twenty one-year-old Ann Bergson left the roof.", "Ann Bergson, 21, thanked the crew.", False),
        ("A twenty one-year-old girl, Ann Bergson, left the roof.", "Ann Bergson, 21, thanked the crew.", False),
        ("Forty-year-old Ann Bergson left the roof.", "Ann Bergson, 41, thanked the crew.", True),
    ],
)
def test_ages_in_words(one: str, other: str, told: bool) -> None:
    articles = [factcheck.Article(name, text, published=DAY) for name, text in (("a", one), ("b", other))]
    found = [item for item in factcheck.reconcile(articles).findings if item.rule == "FC120"]
    assert bool(found) is told
    texts = {article.id: article.text for article in articles}
    assert all(texts[mark.source][mark.start : mark.end] == mark.text for item in found for mark in item.marks)


@pytest.mark.parametrize(
    ("aside", "told"),
    [
        ("The murder of Ann Bergson shocked the town.", True),
        ("The murder of John Kellerman was witnessed by Ann Bergson.", False),
        ("The murder of Ann Bergson's brother shocked the town.", False),
    ],
)
def test_only_the_dead_have_no_birthdays(aside: str, told: bool) -> None:
    texts = (f"Ann Bergson, 40, ran the mill in Orin. {aside}", "Ann Bergson, 41, ran the mill in Orin.")
    articles = [
        factcheck.Article(name, text, published=when)
        for name, text, when in zip("ab", texts, (DAY, DAY + timedelta(days=330)), strict=True)
    ]
    assert ("FC120" in {item.rule for item in factcheck.reconcile(articles).findings}) is told
