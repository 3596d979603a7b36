"""Laws of the reader of dates: it holds them for any text, any article date, and any of the forms that news uses."""

import time as clock
from datetime import date, timedelta
from itertools import pairwise

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.model.time import Time
from factcheck.readers.dates import read_dates
from factcheck.readers.dates.calendar import add_days, add_months, edge_period, shift, unit_period

NLP = spacy.blank("en")
MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
SHORT = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS = st.dates(date(1801, 1, 1), date(2198, 12, 31))
RECENT = st.dates(date(1990, 1, 1), date(2035, 12, 31))
ABOUT_TIME = """
    early late mid - the of since until before after between and from to by in on at about nearly last next this past
    coming earlier later ago years months week day quarter decade century half dozen a two 2 30 31 0 99 1999 2025 Feb.
    March May Monday Sunday night morning p.m. 10:30 noon every first third 1990s '90s Christmas Eve Easter weekend
    summer fiscal now that same year 's , . ( ) / – 12/31/2020 2020-02-30 0000-00-00 99/99/9999
"""
WORDS = st.sampled_from([*ABOUT_TIME.split(), "\n", "\n\n"])
UNITS = st.sampled_from(["day", "week", "month", "quarter", "half", "year", "decade", "century", "hour", "weekend"])


def read(text: str, published: date | None) -> tuple[Time, ...]:
    return read_dates(NLP(text), published)


def check(text: str, found: tuple[Time, ...]) -> None:
    """What holds for any result."""
    for one, two in pairwise(found):
        assert one.end <= two.start
    for time in found:
        assert text[time.start : time.end] == time.text != ""
        assert time.text == time.text.strip()
        assert time.kind in ("date", "time", "duration", "set")
        assert time.value
        if time.resolved:
            assert time.first or time.last
            assert not time.first or not time.last or time.first <= time.last
        else:
            assert time.first is time.last is None


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200), st.none() | st.dates())
@example("Feb. 29 1900 and 31/31/3131, 0000-00-00", date.min)
@example("a decade ago, the next century, in ten thousand years", date.max)
@example("the year 9999 and the following year, until 9999-12-31", date.max)
def test_no_text_raises_and_spans_are_verbatim(text: str, published: date | None) -> None:
    check(text, read(text, published))


@settings(deadline=None, max_examples=200)
@given(st.lists(WORDS, max_size=25), st.none() | st.dates())
def test_any_heap_of_words_about_time_is_read_by_the_same_laws(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    check(text, read(text, published))


def rendered(day: date) -> list[str]:
    """A day as news writes it, the year with it."""
    month, short = MONTHS[day.month - 1], SHORT[day.month - 1]
    weekday = WEEKDAYS[day.weekday()]
    suffix = "th" if day.day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return [
        f"{month} {day.day}, {day.year}",
        f"{short} {day.day}, {day.year}",
        f"{weekday}, {month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"the {day.day}{suffix} of {month} {day.year}",
        f"{month} {day.day}{suffix}, {day.year}",
        f"{day.year:04d}-{day.month:02d}-{day.day:02d}",
        f"{day.month}/{day.day}/{day.year}",
        f"{day.day:02d}.{day.month:02d}.{day.year}",
    ]


@settings(deadline=None, max_examples=60)
@given(DAYS, st.none() | RECENT)
def test_a_day_written_out_is_read_back(day: date, published: date | None) -> None:
    for written in rendered(day):
        text = f"It was signed on {written} in town."
        (found,) = read(text, published)
        assert (found.first, found.last, found.value) == (day, day, day.isoformat()), written


@settings(deadline=None, max_examples=60)
@given(RECENT, st.integers(0, 6))
def test_a_weekday_of_the_past_week_is_read_back(published: date, back: int) -> None:
    day = published - timedelta(days=back)
    (found,) = read(f"The court ruled {WEEKDAYS[day.weekday()]} that it was void.", published)
    assert found.first == found.last == day


@settings(deadline=None, max_examples=60)
@given(RECENT, st.integers(1, 6))
def test_a_weekday_of_the_coming_week_is_read_back(published: date, ahead: int) -> None:
    day = published + timedelta(days=ahead)
    (found,) = read(f"The court will rule {WEEKDAYS[day.weekday()]} on it.", published)
    assert found.first == found.last == day


@settings(deadline=None, max_examples=60)
@given(RECENT, st.integers(1, 160))
def test_a_day_of_the_months_before_is_read_back_without_its_year(published: date, back: int) -> None:
    day = published - timedelta(days=back)
    (found,) = read(f"The court ruled on {SHORT[day.month - 1]} {day.day} that it was void.", published)
    assert found.first == found.last == day


@settings(deadline=None, max_examples=60)
@given(RECENT, st.integers(2, 60), st.sampled_from(["day", "week", "month", "year"]))
def test_a_distance_holds_the_day_it_counts_to(published: date, count: int, unit: str) -> None:
    (found,) = read(f"The court ruled {count} {unit}s ago that it was void.", published)
    day = shift(published, unit, -count)
    assert day is not None
    assert found.first is not None
    assert found.last is not None
    assert found.first <= day <= found.last


@settings(deadline=None, max_examples=60)
@given(RECENT, st.sampled_from(["since", "until", "before", "after", "by"]), st.integers(1995, 2030))
def test_a_bound_opens_one_end_and_never_the_other(published: date, bound: str, year: int) -> None:
    (found,) = read(f"It was legal {bound} {year}.", published)
    ends = {"since": (date(year, 1, 1), "any"), "after": (date(year + 1, 1, 1), None)}
    ends |= {
        "until": (None, date(year, 12, 31)),
        "by": (None, date(year, 12, 31)),
        "before": (None, date(year - 1, 12, 31)),
    }
    first, last = ends[bound]
    assert found.first == first
    assert last == "any" or found.last == last
    assert found.value == str(year)


@settings(deadline=None, max_examples=60)
@given(st.dates(), UNITS)
def test_a_unit_of_the_calendar_holds_its_day_and_so_do_its_parts(day: date, unit: str) -> None:
    period = unit_period(day, unit)
    if period is None:
        assert day.year < 101 or day.year > 9800  # the calendar ends before the unit does
        return
    assert period.first <= period.last
    assert unit == "weekend" or period.first <= day <= period.last
    for edge in ("START", "MID", "END"):
        part = edge_period(period, edge)
        assert period.first <= part.first <= part.last <= period.last


@settings(deadline=None, max_examples=60)
@given(st.dates(), st.integers(-200_000, 200_000), UNITS)
def test_shifting_a_day_never_raises_and_goes_the_right_way(day: date, count: int, unit: str) -> None:
    moved = shift(day, unit, count)
    if moved is not None and count:
        assert (moved >= day) == (count > 0) or moved == day


@settings(deadline=None, max_examples=60)
@given(st.dates(date(1600, 1, 1), date(2400, 1, 1)), st.integers(-2000, 2000))
def test_days_and_months_count_back_again(day: date, count: int) -> None:
    there = add_days(day, count)
    assert there is not None
    assert add_days(there, -count) == day
    first = day.replace(day=1)
    moved = add_months(first, count)
    assert moved is not None
    assert add_months(moved, -count) == first


@pytest.mark.parametrize(
    "unit",
    ["1", "1,", "9 May ", "2013 to ", "last week of ", "twenty-", "and a half ", ". ", "'", "the end of ", "10-"],
)
def test_the_time_it_takes_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        doc = spacy.tokens.Doc(NLP.vocab, words=[(unit * size)[:size]], spaces=[False])
        start = clock.process_time()
        read_dates(doc, date(2025, 3, 12))
        return clock.process_time() - start

    seconds(2_000)
    assert seconds(100_000) < 60 * (seconds(5_000) + 0.05)  # twenty times the text
