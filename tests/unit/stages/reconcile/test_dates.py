"""When something happened."""

from collections.abc import Callable
from datetime import date

import pytest

from factcheck.model.claim import Claim, Kind

Rules = Callable[..., list[str]]


@pytest.fixture
def arrested(claim: Callable[..., Claim]) -> Callable[..., Claim]:
    """ "WHO was arrested in YEAR", as an extracted claim."""

    def make(source: str, who: str, year: int, verb: str = "arrest", **more: str) -> Claim:
        text = more.get("text", f"{who} was {verb}ed in {year}.")
        when = (str(year), date(year, 1, 1), date(year, 12, 31))
        return claim(source, text, None, verb, who, kind=Kind.DATE, when=when)

    return make


def test_two_years_for_one_arrest_conflict(arrested: Callable[..., Claim], rules: Rules) -> None:
    assert rules(arrested("a", "Marco Ferri", 2013), arrested("b", "Marco Ferri", 2015)) == ["FC102"]


def test_a_synonym_names_the_same_event(arrested: Callable[..., Claim], rules: Rules) -> None:
    assert rules(arrested("a", "Marco Ferri", 2013), arrested("b", "Marco Ferri", 2015, "detain")) == ["FC102"]


def test_one_year_agrees(arrested: Callable[..., Claim], rules: Rules) -> None:
    assert rules(arrested("a", "Marco Ferri", 2013), arrested("b", "Marco Ferri", 2013)) == ["agree"]


def test_two_brothers_stay_two(arrested: Callable[..., Claim], rules: Rules) -> None:
    assert rules(arrested("a", "Marco Ferri", 2013), arrested("b", "Paolo Ferri", 2015)) == []


def test_a_day_within_a_year_fits(claim: Callable[..., Claim], rules: Rules) -> None:
    year = claim(
        "a", "Marco Ferri was arrested in 2013.", None, "arrest", "Marco Ferri", kind=Kind.DATE,
        when=("2013", date(2013, 1, 1), date(2013, 12, 31)),
    )  # fmt: skip
    day = claim(
        "b", "Marco Ferri was arrested on 3 May 2013.", None, "arrest", "Marco Ferri", kind=Kind.DATE,
        when=("3 May 2013", date(2013, 5, 3), date(2013, 5, 3)),
    )  # fmt: skip
    assert "FC102" not in rules(year, day)


def test_a_report_of_the_next_day_explains_one_day(claim: Callable[..., Claim], rules: Rules) -> None:
    def died(source: str, day: int) -> Claim:
        name = f"{day} May 2013"
        when = (name, date(2013, 5, day), date(2013, 5, day))
        return claim(source, f"Marco Ferri died on {name}.", "Marco Ferri", "die", kind=Kind.DATE, when=when)

    assert "FC102" not in rules(died("a", 3), died("b", 4))
    assert rules(died("a", 3), died("b", 9)) == ["FC102"]


def test_what_happens_often_has_many_dates(claim: Callable[..., Claim], rules: Rules) -> None:
    def met(source: str, year: int) -> Claim:
        when = (str(year), date(year, 1, 1), date(year, 12, 31))
        return claim(
            source, f"Marco Ferri met Ana Kos in {year}.", "Marco Ferri", "meet", "Ana Kos", kind=Kind.DATE, when=when
        )

    assert "FC102" not in rules(met("a", 2013), met("b", 2015))


def test_more_than_ten_years_ago_has_no_beginning(claim: Callable[..., Claim], rules: Rules) -> None:
    hedged = claim(
        "a", "Marco Ferri was arrested more than 10 years ago.", None, "arrest", "Marco Ferri", kind=Kind.DATE,
        when=("more than 10 years ago", date(2015, 1, 1), date(2015, 12, 31)),
    )  # fmt: skip
    exact = claim(
        "b", "Marco Ferri was arrested in 2013.", None, "arrest", "Marco Ferri", kind=Kind.DATE,
        when=("2013", date(2013, 1, 1), date(2013, 12, 31)),
    )  # fmt: skip
    assert "FC102" not in rules(hedged, exact)


def test_the_second_follows_years_later(claim: Callable[..., Claim], rules: Rules) -> None:
    when = ("2013", date(2013, 1, 1), date(2013, 12, 31))
    both = claim(
        "a", "Marco Ferri and Paolo Ferri were arrested in 2013.", None, "arrest", "Marco Ferri and Paolo Ferri",
        kind=Kind.DATE, when=when,
    )  # fmt: skip
    one = claim(
        "b", "Marco Ferri was arrested in 2013 and his brother Paolo two years later.", None, "arrest", "Marco Ferri",
        kind=Kind.DATE, when=when,
    )  # fmt: skip
    assert "FC109" in rules(both, one)
