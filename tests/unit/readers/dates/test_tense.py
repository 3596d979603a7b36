"""The verb that governs a date decides between the last and the next one. Article date: Wednesday 12 March 2025."""

from datetime import date

import pytest
from spacy.language import Language

from factcheck.readers.dates import read_dates
from factcheck.stages.annotate import load

PUBLISHED = date(2025, 3, 12)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load("fast")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The council voted Tuesday to close the bridge.", date(2025, 3, 11)),
        ("The council will vote Tuesday on the bridge.", date(2025, 3, 18)),
        ("The council is expected to vote on the bridge as early as Friday.", date(2025, 3, 14)),
        ("The council extended the deadline until Friday.", date(2025, 3, 14)),
        ("The decision, announced Monday, surprised many who would appeal.", date(2025, 3, 10)),
        ("Opponents said they would fight Monday's ruling.", date(2025, 3, 10)),
        ("The mayor has scheduled a news conference for Friday.", date(2025, 3, 14)),
        ("Neither driver could be reached Monday.", date(2025, 3, 10)),
        ("The truck crashed on Sept. 20 near the border.", date(2024, 9, 20)),
        ("The trial will open on Sept. 20 in the capital.", date(2025, 9, 20)),
        ("She faces up to nine years at an April 2 hearing.", date(2025, 4, 2)),
        ("The owners agreed in June to sell the mill.", date(2024, 6, 1)),
        ("The ferry has been out of service since May.", date(2024, 5, 1)),
        ("The pier is to be reopened on Monday.", date(2025, 3, 17)),
        ("The navy is to begin withdrawing its divers on Friday.", date(2025, 3, 14)),
        ("The loans are to be repaid by June.", date(2025, 6, 30)),
        ("The pumps were not switched off until Monday.", date(2025, 3, 10)),
        ("The pumps will not be switched off until Monday.", date(2025, 3, 17)),
        ("An inquiry into the death of a diver at Port Ellery on Monday is under way.", date(2025, 3, 10)),
    ],
)
def test_the_verb_decides_which_one(nlp: Language, text: str, day: date) -> None:
    (time,) = [time for time in read_dates(nlp(text), PUBLISHED) if time.kind == "date" and time.resolved]
    assert day == (time.last if time.mod == "ON_OR_BEFORE" else time.first)


def test_how_long_something_will_take_becomes_a_point(nlp: Language) -> None:
    (ahead,) = read_dates(nlp("The bonds will be repaid in five years."), PUBLISHED)
    assert (ahead.kind, ahead.value) == ("date", "2030")
    (took,) = read_dates(nlp("The crew repaired the bridge in five years."), PUBLISHED)
    assert (took.kind, took.value) == ("duration", "P5Y")


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("The police searched the yard in May 2023, and the owner's arrest came that November.", date(2023, 11, 1)),
        ("The club was founded in 1998. It played its first match that June.", date(1998, 6, 1)),
        ("The contract ran out in May 2023, and the mayor says that November will be busy.", date(2024, 11, 1)),
    ],
)
def test_that_november_is_the_one_of_the_year_named_before(nlp: Language, text: str, month: date) -> None:
    assert read_dates(nlp(text), PUBLISHED)[-1].first == month


def test_that_november_cannot_come_before_what_it_points_back_to(nlp: Language) -> None:
    (_, june) = read_dates(nlp("The mill closed in October 2023 and was sold that June."), PUBLISHED)
    assert not june.resolved


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The trial began on March 3, 2022. The jury retired on May 5.", date(2022, 5, 5)),
        ("The trial began on March 3, 2022. Mrs. Lee retired on May 5.", date(2022, 5, 5)),
        ("The club was founded in 1998. It moved on Feb. 5.", date(2025, 2, 5)),
    ],
)
def test_a_story_told_day_by_day_of_another_year_goes_on(nlp: Language, text: str, day: date) -> None:
    assert read_dates(nlp(text), PUBLISHED)[-1].first == day


def test_years_ago_do_not_begin_with_the_million_before(nlp: Language) -> None:
    (time,) = read_dates(nlp("The winger cost 38 million three years ago."), PUBLISHED)
    assert (time.text, time.value) == ("three years ago", "2022")


def test_a_rate_from_a_year_on_is_no_date_a_year_later(nlp: Language) -> None:
    times = read_dates(nlp("The merger will save nine million a year from 2028."), PUBLISHED)
    assert [(time.text, time.value) for time in times] == [("a year", "P1Y"), ("2028", "2028")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The utility says most will be back by Friday.", date(2025, 3, 14)),
        ("The mayor says the bridge was open on Friday.", date(2025, 3, 7)),
        ("The court will rule in May.", date(2025, 5, 1)),
        ("The sale was postponed to May.", date(2025, 5, 1)),
        ("The deadline was extended by the council to May 16.", date(2025, 5, 16)),
    ],
)
def test_a_copula_has_a_tense(nlp: Language, text: str, day: date) -> None:
    found = read_dates(nlp(text), PUBLISHED)[-1]
    assert (found.first or found.last) == day


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The blaze killed a night guard.", []),
        ("She came on a day train.", []),
        ("She stayed a night in Selby.", ["a night"]),
        ("They sat for 11 hours before leaving.", ["11 hours"]),
        ("They sat for two days before Christmas.", ["two days", "before Christmas"]),
        ("They met two days before Christmas.", ["two days before Christmas"]),
    ],
)
def test_how_long_is_not_when_and_a_kind_of_thing_is_no_time(nlp: Language, text: str, times: list[str]) -> None:
    assert [time.text for time in read_dates(nlp(text), PUBLISHED)] == times


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The call came when the van crashed at 14.20.", ["T14:20"]),
        ("The boat arrived at 9.05, wet and cold.", ["T09:05"]),
        ("The index closed at 14.20.", []),
        ("The boat left at 14.75.", []),
        ("The boat left. The index stood at 14.20.", []),
    ],
)
def test_a_point_between_hour_and_minutes(nlp: Language, text: str, value: list[str]) -> None:
    assert [time.value for time in read_dates(nlp(text), PUBLISHED)] == value
