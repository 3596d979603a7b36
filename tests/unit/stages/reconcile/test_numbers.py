"""Two amounts of one question: equal, compatible, part of the whole, revised, or in conflict."""

from collections.abc import Callable
from datetime import date
from math import inf

import pytest

from factcheck.model.claim import Argument, Claim, Kind, Modality
from factcheck.model.quantity import Bound


@pytest.fixture
def freed(claim: Callable[..., Claim]) -> Callable[..., Claim]:
    """ "N things were freed in Zagreb", as an extracted claim."""

    def make(source: str, number: str, value: float | None, thing: str = "prisoner", **more: object) -> Claim:
        text = more.pop("text", f"{number} {thing}s were freed in Zagreb.")
        return claim(
            source,
            text,
            None,
            "free",
            f"{number} {thing}s",
            kind=Kind.QUANTITY,
            number=number,
            value=value,
            counted=thing,
            place="Zagreb",
            **more,
        )

    return make


Freed = Callable[..., Claim]
Rules = Callable[..., list[str]]


def test_different_counts_of_one_thing_conflict(freed: Freed, rules: Rules) -> None:
    assert rules(freed("a", "55", 55), freed("b", "28", 28)) == ["FC101"]


def test_equal_counts_agree_in_figures_and_words(freed: Freed, rules: Rules) -> None:
    assert rules(freed("a", "55", 55), freed("b", "Fifty-five", 55)) == ["agree"]


def test_synonyms_are_counted_as_one_thing(freed: Freed, rules: Rules) -> None:
    assert rules(freed("a", "55", 55), freed("b", "28", 28, "inmate")) == ["FC101"]


def test_things_that_nobody_is_both_of_are_no_question_in_common(freed: Freed, rules: Rules) -> None:
    assert rules(freed("a", "55", 55), freed("b", "28", 28, "soldier")) == []


def test_a_lower_bound_is_met_by_a_higher_number(freed: Freed, rules: Rules) -> None:
    bounded = freed("a", "At least 28", 28, high=inf, bound=Bound.AT_LEAST)
    assert "FC101" not in rules(bounded, freed("b", "55", 55))


def test_a_lower_bound_is_broken_by_a_lower_number(freed: Freed, rules: Rules) -> None:
    bounded = freed("a", "At least 70", 70, high=inf, bound=Bound.AT_LEAST)
    assert rules(bounded, freed("b", "55", 55)) == ["FC101"]


def test_an_approximate_number_has_room(freed: Freed, rules: Rules) -> None:
    about = freed("a", "About 50", 50, low=45, high=55, bound=Bound.ABOUT)
    assert "FC101" not in rules(about, freed("b", "52", 52))


def test_a_round_number_is_the_other_one_rounded(freed: Freed, rules: Rules) -> None:
    assert "FC101" not in rules(freed("a", "2,000", 2000), freed("b", "1,987", 1987))


def test_a_number_two_steps_off_is_not_rounded(freed: Freed, rules: Rules) -> None:
    assert rules(freed("a", "2,000", 2000), freed("b", "1,487", 1487)) == ["FC101"]


def test_other_days_are_other_questions(freed: Freed, rules: Rules) -> None:
    first = freed(
        "a", "10", 10, text="10 prisoners were freed in May.", when=("May", date(2024, 5, 1), date(2024, 5, 31))
    )
    second = freed(
        "b", "20", 20, text="20 prisoners were freed in June.", when=("June", date(2024, 6, 1), date(2024, 6, 30))
    )
    assert rules(first, second) == []


def test_one_kind_of_what_is_counted_is_a_part(freed: Freed, rules: Rules) -> None:
    everyone = freed("a", "55", 55, "person", text="55 persons were freed in Zagreb.")
    assert "FC101" not in rules(everyone, freed("b", "28", 28, "woman", text="28 womans were freed in Zagreb."))


def test_a_word_for_a_part_keeps_the_rule_quiet(freed: Freed, rules: Rules) -> None:
    other = freed("b", "28", 28, text="Another 28 prisoners were freed in Zagreb.")
    assert "FC101" not in rules(freed("a", "55", 55), other)


def test_a_later_report_revises_a_growing_count(claim: Callable[..., Claim], rules: Rules) -> None:
    def died(source: str, number: str, value: float) -> Claim:
        text = f"{number} people died in the Izmit earthquake."
        return claim(
            source,
            text,
            f"{number} people",
            "die",
            None,
            kind=Kind.QUANTITY,
            number=number,
            value=value,
            counted="person",
        )

    claims = died("a", "28", 28), died("b", "31", 31)
    assert rules(*claims, published={"a": date(2024, 1, 1), "b": date(2024, 1, 4)}) == ["FC030"]
    assert rules(*claims, published={"a": date(2024, 1, 1), "b": date(2024, 1, 1)}) == ["FC101"]


def test_what_is_planned_contradicts_nothing(freed: Freed, rules: Rules) -> None:
    assert "FC101" not in rules(freed("a", "55", 55, modality=Modality.PLANNED), freed("b", "28", 28))


def test_an_article_that_gives_both_numbers_reports_a_dispute_where_somebody_holds_one(
    freed: Freed, rules: Rules
) -> None:
    text = "55 prisoners were freed in Zagreb, not 28."
    assert rules(freed("a", "55", 55, text=text), freed("b", "28", 28, speaker="the ministry")) == ["FC040"]
    assert rules(freed("a", "55", 55, text=text), freed("b", "28", 28)) == []


MONDAY, THURSDAY = date(2025, 3, 3), date(2025, 3, 6)


@pytest.mark.parametrize(("day", "found"), [(THURSDAY, ["FC030"]), (MONDAY, [])])
def test_a_toll_of_at_least_so_many_is_replaced_by_a_later_one(
    claim: Callable[..., Claim], rules: Rules, day: date, found: list[str]
) -> None:
    def toll(source: str, number: str, value: float, **more: object) -> Claim:
        text = f"{number} people drowned in Dol."
        return claim(source, text, f"{number} people", "drown", kind=Kind.QUANTITY, number=number, value=value,
                     counted="people", **more)  # fmt: skip

    early = toll("a", "At least 23", 23, high=inf, bound=Bound.AT_LEAST)
    assert rules(early, toll("b", "37", 37), published={"a": MONDAY, "b": day}) == found


@pytest.mark.parametrize(("verb", "expected"), [("score", []), ("own", ["FC101"])])
def test_what_a_player_does_in_any_game_is_no_conflict(
    claim: Callable[..., Claim], rules: Rules, verb: str, expected: list[str]
) -> None:
    player = Argument("subject", "Pavel Horak", 0, 11, "horak", "Pavel Horak", "person")
    claims = [
        claim(
            source,
            f"Pavel Horak {verb}ed {number} horses.",
            "Pavel Horak",
            verb,
            f"{number} horses",
            kind=Kind.QUANTITY,
            number=number,
            value=float(number),
            counted="horse",
            arguments=(player,),
        )
        for source, number in (("a", "11"), ("b", "14"))
    ]
    assert rules(*claims) == expected


def test_a_claim_without_a_number_gives_nobody_the_other_answer(
    freed: Freed, claim: Callable[..., Claim], rules: Rules
) -> None:
    told = claim("a", "Prisoners were freed in Zagreb.", None, "free", "prisoners", place="Zagreb")
    assert "FC101" in rules(freed("a", "55", 55), told, freed("b", "28", 28))
