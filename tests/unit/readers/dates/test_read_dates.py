"""What the reader makes of single expressions; article date: Wednesday 12 March 2025. No parse: words alone decide."""

from datetime import date

import pytest
import spacy

from factcheck.model.time import Time
from factcheck.readers.dates import read_dates

PUBLISHED = date(2025, 3, 12)
NLP = spacy.blank("en")


def read(text: str, published: date | None = PUBLISHED) -> tuple[Time, ...]:
    return read_dates(NLP(text), published)


def shown(time: Time) -> tuple[str, str | None, str, str]:
    ends = [end.isoformat() if end else ".." for end in (time.first, time.last)]
    return time.text, time.value, *ends


POINTS = [
    # absolute
    ("The deal was signed on 27 February 2024.", "27 February 2024", "2024-02-27", "2024-02-27", "2024-02-27"),
    ("It closed on Oct. 3, 2019.", "Oct. 3, 2019", "2019-10-03", "2019-10-03", "2019-10-03"),
    ("It closed on the 3rd of October 2019.", "the 3rd of October 2019", "2019-10-03", "2019-10-03", "2019-10-03"),
    ("Filed 2021-11-05 in court.", "2021-11-05", "2021-11-05", "2021-11-05", "2021-11-05"),
    ("Filed 11/25/2021 in court.", "11/25/2021", "2021-11-25", "2021-11-25", "2021-11-25"),
    ("Filed 25.11.2021 in court.", "25.11.2021", "2021-11-25", "2021-11-25", "2021-11-25"),
    ("They met in June 2017.", "June 2017", "2017-06", "2017-06-01", "2017-06-30"),
    ("She was jailed in 1998.", "1998", "1998", "1998-01-01", "1998-12-31"),
    ("He recalled the 1998 flood.", "1998", "1998", "1998-01-01", "1998-12-31"),
    ("She came in nineteen ninety-one.", "nineteen ninety-one", "1991", "1991-01-01", "1991-12-31"),
    ("The 2016-17 budget failed.", "2016-17", "2016/2017", "2016-01-01", "2017-12-31"),
    ("It boomed in the 1970s.", "the 1970s", "197", "1970-01-01", "1979-12-31"),
    ("It boomed in the early 1970s.", "the early 1970s", "197", "1970-01-01", "1973-12-31"),
    ("It boomed in the mid-1970s.", "the mid-1970s", "197", "1973-01-01", "1977-12-31"),
    ("A fashion of the '80s.", "the '80s", "198", "1980-01-01", "1989-12-31"),
    ("A mill of the 19th century.", "the 19th century", "18", "1800-01-01", "1899-12-31"),
    ("Sales in fiscal 2022 fell.", "fiscal 2022", "2022", "2022-01-01", "2022-12-31"),
    ("Sales in the third quarter of 2022 fell.", "the third quarter of 2022", "2022-Q3", "2022-07-01", "2022-09-30"),
    ("Sales in the first half of 2022 fell.", "the first half of 2022", "2022-H1", "2022-01-01", "2022-06-30"),
    ("The summer of 2010 was dry.", "The summer of 2010", "2010-SU", "2010-06-01", "2010-09-22"),
    ("It rained on Christmas Eve 2010.", "Christmas Eve 2010", "2010-12-24", "2010-12-24", "2010-12-24"),
    ("They voted on Election Day 2020.", "Election Day 2020", "2020-11-03", "2020-11-03", "2020-11-03"),
    ("They wed on Thanksgiving 2020.", "Thanksgiving 2020", "2020-11-26", "2020-11-26", "2020-11-26"),
    ("It fell on Good Friday 2024.", "Good Friday 2024", "2024-03-29", "2024-03-29", "2024-03-29"),
    # told from the article's day
    ("The panel met today.", "today", "2025-03-12", "2025-03-12", "2025-03-12"),
    ("The panel met yesterday.", "yesterday", "2025-03-11", "2025-03-11", "2025-03-11"),
    ("The panel met on Thursday.", "Thursday", "2025-03-06", "2025-03-06", "2025-03-06"),
    ("The panel met on Wednesday.", "Wednesday", "2025-03-12", "2025-03-12", "2025-03-12"),
    ("The panel will meet Thursday.", "Thursday", "2025-03-13", "2025-03-13", "2025-03-13"),
    ("The panel met last Friday.", "last Friday", "2025-03-07", "2025-03-07", "2025-03-07"),
    ("The panel met last month.", "last month", "2025-02", "2025-02-01", "2025-02-28"),
    ("The panel met last week.", "last week", "2025-W10", "2025-03-03", "2025-03-09"),
    ("The panel met last year.", "last year", "2024", "2024-01-01", "2024-12-31"),
    ("The panel meets next year.", "next year", "2026", "2026-01-01", "2026-12-31"),
    ("The panel met in August.", "August", "2024-08", "2024-08-01", "2024-08-31"),
    ("The panel met on Feb. 20.", "Feb. 20", "2025-02-20", "2025-02-20", "2025-02-20"),
    ("The hearing is scheduled for May 20.", "May 20", "2025-05-20", "2025-05-20", "2025-05-20"),
    ("The panel met last fall.", "last fall", "2024-FA", "2024-09-01", "2024-12-21"),
    ("The panel met over the weekend.", "the weekend", "2025-W10-WE", "2025-03-08", "2025-03-09"),
    ("The panel met late last year.", "late last year", "2024", "2024-09-01", "2024-12-31"),
    ("The panel met earlier this month.", "earlier this month", "2025-03", "2025-03-01", "2025-03-12"),
    ("The panel met at the end of January.", "the end of January", "2025-01", "2025-01-21", "2025-01-31"),
    ("The panel met three days ago.", "three days ago", "2025-03-09", "2025-03-09", "2025-03-09"),
    ("The panel met on March 3-5.", "March 3-5", "2025-03-03/2025-03-05", "2025-03-03", "2025-03-05"),
    ("It was said the day before Feb. 20.", "the day before Feb. 20", "2025-02-19", "2025-02-19", "2025-02-19"),
    (
        "It was said in the first week of July 2020.",
        "the first week of July 2020",
        "2020-W27",
        "2020-07-01",
        "2020-07-07",
    ),
    ("It was the last Monday of May 2020.", "the last Monday of May 2020", "2020-05-25", "2020-05-25", "2020-05-25"),
    ("Crowds came on Labor Day weekend 2024.", "Labor Day weekend 2024", "2024-W35-WE", "2024-08-31", "2024-09-02"),
    # open ends
    ("Prices have risen since 2020.", "since 2020", "2020", "2020-01-01", "2025-03-12"),
    ("It was legal until 2003.", "until 2003", "2003", "..", "2003-12-31"),
    ("It was built before 2003.", "before 2003", "2003", "..", "2002-12-31"),
    ("It was built after June 2003.", "after June 2003", "2003-06", "2003-07-01", ".."),
    ("It ran between 2015 and 2018.", "between 2015 and 2018", "2015/2018", "2015-01-01", "2018-12-31"),
    ("It ran from June to August 2015.", "from June to August 2015", "2015-06/2015-08", "2015-06-01", "2015-08-31"),
    (
        "It ran from December to March 2015.",
        "from December to March 2015",
        "2014-12/2015-03",
        "2014-12-01",
        "2015-03-31",
    ),
    ("They fled more than ten years ago.", "more than ten years ago", "2015", "..", "2015-12-31"),
    ("It grew in the last decade.", "the last decade", "P10Y", "2015-03-12", "2025-03-12"),
    # a period up to now
    ("It grew over the past five years.", "the past five years", "P5Y", "2020-03-12", "2025-03-12"),
    # lists share the year at their end
    ("It ran in January and February 2024.", "January", "2024-01", "2024-01-01", "2024-01-31"),
    ("It ran on Jan. 5 and Feb. 7, 2023.", "Jan. 5", "2023-01-05", "2023-01-05", "2023-01-05"),
    ("It ran on May 3 and 4, 2024.", "May 3 and 4, 2024", "2024-05-03/2024-05-04", "2024-05-03", "2024-05-04"),
    (
        "It ran from the 9th to the 17th of April 2019.",
        "from the 9th to the 17th of April 2019",
        "2019-04-09/2019-04-17",
        "2019-04-09",
        "2019-04-17",
    ),
    ("It ran in April, May and June 2020.", "May", "2020-05", "2020-05-01", "2020-05-31"),
    ("On March 3 and 12 others fled.", "March 3", "2025-03-03", "2025-03-03", "2025-03-03"),
    ("It grew in 4Q 2023.", "4Q 2023", "2023-Q4", "2023-10-01", "2023-12-31"),
    ("It shrank from the mid- to late 2024.", "the mid- to late 2024", "2024", "2024-01-01", "2024-12-31"),
    ("They recalled the Sept. 11 attacks.", "Sept. 11", "2001-09-11", "2001-09-11", "2001-09-11"),
    ("Last June Carter left.", "Last June", "2024-06", "2024-06-01", "2024-06-30"),
    ("They will strike for four days from Monday.", "Monday", "2025-03-17", "2025-03-17", "2025-03-17"),
    ("They meet this coming Friday.", "this coming Friday", "2025-03-14", "2025-03-14", "2025-03-14"),
    # from an earlier date of the sentence
    ("Freed in 2013, he was caught two years later.", "two years later", "2015", "2015-01-01", "2015-12-31"),
    ("He fled on Feb. 20 and was caught the next day.", "the next day", "2025-02-21", "2025-02-21", "2025-02-21"),
    ("He fled in 2013. That year the law changed.", "That year", "2013", "2013-01-01", "2013-12-31"),
]


@pytest.mark.parametrize(("text", "expected", "value", "first", "last"), POINTS)
def test_a_date_becomes_a_closed_interval(text: str, expected: str, value: str, first: str, last: str) -> None:
    found = {time.text: time for time in read(text)}
    assert expected in found, found
    assert shown(found[expected]) == (expected, value, first, last)
    assert found[expected].resolved


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("They landed nine months ago.", date(2024, 6, 12)),
        ("They landed nine months ago.", date(2024, 5, 30)),
        ("They landed two years ago.", date(2023, 11, 1)),
        ("They landed a decade ago.", date(2014, 1, 1)),
        ("They landed two weeks ago.", date(2025, 2, 25)),
    ],
)
def test_a_round_distance_is_taken_loosely(text: str, within: date) -> None:
    (time,) = read(text)
    assert time.first is not None
    assert time.last is not None
    assert time.first <= within <= time.last


DURATIONS = [
    ("He served two years.", "two years", "P2Y", None),
    ("He served two and a half years.", "two and a half years", "P2Y6M", None),
    ("He served a year and six months.", "a year and six months", "P1Y6M", None),
    ("He served more than 20 years.", "more than 20 years", "P20Y", "MORE_THAN"),
    ("He served nearly a quarter-century.", "nearly a quarter-century", "P25Y", "LESS_THAN"),
    ("He served half a century.", "half a century", "P50Y", None),
    ("He served nearly twenty-five years.", "nearly twenty-five years", "P25Y", "LESS_THAN"),
    ("He served up to 90 days.", "up to 90 days", "P90D", "EQUAL_OR_LESS"),
    ("He served no more than 90 days.", "no more than 90 days", "P90D", "EQUAL_OR_LESS"),
    ("They were rivals for decades.", "decades", "PXE", None),
    ("It took several months.", "several months", "PXM", None),
    ("A three-day strike began.", "three-day", "P3D", None),
    ("She is locked up 23 hours a day.", "23 hours a day", "PT23H", None),
    ("It took half an hour.", "half an hour", "PT30M", None),
]


@pytest.mark.parametrize(("text", "expected", "value", "mod"), DURATIONS)
def test_a_duration_is_no_point_in_time(text: str, expected: str, value: str, mod: str | None) -> None:
    (time,) = read(text)
    assert (time.text, time.kind, time.value, time.mod) == (expected, "duration", value, mod)
    assert (time.resolved, time.first, time.last) == (False, None, None)


@pytest.mark.parametrize(
    ("text", "expected", "value"),
    [
        ("They march every Monday.", "every Monday", "XXXX-WXX-1"),
        ("They march on Mondays.", "Mondays", "XXXX-WXX-1"),
        ("They march every two weeks.", "every two weeks", "P2W"),
        ("They march twice a year.", "a year", "P1Y"),
        ("They are inspected annually.", "annually", "P1Y"),
    ],
)
def test_a_repetition_is_a_set(text: str, expected: str, value: str) -> None:
    (time,) = read(text)
    assert (time.text, time.kind, time.value, time.resolved) == (expected, "set", value, False)


@pytest.mark.parametrize(
    ("text", "expected", "value"),
    [
        ("The bell rang Friday night.", "Friday night", "2025-03-07TNI"),
        ("The bell rang at 4 p.m. Friday.", "4 p.m. Friday", "2025-03-07T16:00"),
        ("The bell rang Friday at 9:30 pm.", "Friday at 9:30 pm", "2025-03-07T21:30"),
        ("The bell rang at 10:35 a.m. (0735 GMT) Friday.", "10:35 a.m. (0735 GMT) Friday", "2025-03-07T10:35"),
        ("The bell rang last night.", "last night", "2025-03-11TNI"),
        ("The bell rang just before 11 p.m. Friday.", "before 11 p.m. Friday", "2025-03-07T23:00"),
        ("The bell rang from 9 a.m. to noon Friday.", "9 a.m. to noon Friday", "2025-03-07T09:00/T12:00"),
        ("The bell rang at twenty to six on Friday evening.", "twenty to six on Friday evening", "2025-03-07T17:40"),
        ("The bell rang at nine on Friday evening.", "nine on Friday evening", "2025-03-07T21:00"),
        ("The bell rang at 23.40 on Friday.", "23.40 on Friday", "2025-03-07T23:40"),
    ],
)
def test_a_time_of_day_belongs_to_its_day(text: str, expected: str, value: str) -> None:
    (time,) = read(text)
    assert (time.text, time.kind, time.value) == (expected, "time", value)
    assert time.first == time.last is not None


@pytest.mark.parametrize(
    ("text", "expected", "value"),
    [
        ("It rang at a quarter past seven.", "a quarter past seven", "T07:15"),
        ("It rang at half past two in the afternoon.", "half past two in the afternoon", "T14:30"),
        ("It rang at five minutes to midnight.", "five minutes to midnight", "T23:55"),
        ("It rang on Mill Street at 3.20pm.", "3.20pm", "T15:20"),
        ("It rang at 2245 hours.", "2245 hours", "T22:45"),
        ("The doors opened at eight.", "eight", "T08:00"),
    ],
)
def test_a_time_of_day_may_be_spoken(text: str, expected: str, value: str) -> None:
    (time,) = read(text)
    assert (time.text, time.kind, time.value) == (expected, "time", value)


@pytest.mark.parametrize(
    "text", ["Her father died at eight.", "They won by ten to six.", "It rose from ten to six.", "Odds stood at 3.20."]
)
def test_not_every_number_after_at_is_an_hour(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "He arrived two years later.",
        "He arrived the next day.",
        "He arrived recently.",
        "He arrived at 4 p.m.",
        "He arrived months ago.",
    ],
)
def test_what_has_no_anchor_stays_unresolved(text: str) -> None:
    (time,) = read(text)
    assert (time.resolved, time.first, time.last) == (False, None, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [("It rained Thursday.", "XXXX-WXX-4"), ("It rained in August.", "XXXX-08"), ("It rained May 5.", "XXXX-05-05")],
)
def test_without_the_articles_date_the_value_stays_open(text: str, value: str) -> None:
    (time,) = read(text, published=None)
    assert (time.value, time.resolved) == (value, False)


@pytest.mark.parametrize(
    "text",
    [
        "The army sent 2,000 special forces.",
        "There were 1999 people in the hall.",
        "They sold 2000 tickets.",
        "About 1950 were hurt.",
        "It cost $1999.",
        "Flight 1998 was late.",
        "The Sunday Times reported it.",
        "Mrs May resigned.",
        "You may march on.",
        "Thousands joined the March for Life.",
        "Black Friday Inc. went bust.",
        "April Jones and August Wilson spoke.",
        "The watchmaker fell and broke a spring.",
        "A second group came, and a third.",
        "The 6-year-old boy and his uncle, 52 years old, left.",
        "A quarter of the voters and three quarters of the members left.",
        "It was said on 'This Week' and on '60 Minutes'.",
        "20th Century Fox made it.",
        "They won 2-1 and ranked 14th.",
        "Call 555-2015 or write to box 2014.",
        "Feb. 30 is no day, nor is 99/99/9999.",
        "In his fifties he retired.",
        "The Daily Mail wrote it.",
        "Resolution 1973 was one of the worst drafts.",
        "It was one of the worst days.",
        "They voted on Super Tuesday and shopped on Cyber Monday.",
        "Joblessness stayed in the mid-30s.",
        "She moved there in her early 20s, when the highs were in the low-50s.",
        "Shots rang out in the 2000 block of Elm Street.",
        "The company paid a quarterly dividend.",
        "The house of Jan Verhulst was searched.",
        "The report by Jan Verhulst is done.",
        "June Carter and August Bauer left.",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert [time.text for time in read(text)] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Profit fell in the third quarter of 2024 from $4 million a year earlier.", "2023-Q3"),
        ("Third-quarter profit fell. A year ago it had risen.", "2023-Q3"),
        ("Sales slipped in the second quarter. The year-earlier period was better.", "2023-Q2"),
    ],
)
def test_in_a_report_on_a_quarter_a_year_earlier_is_a_quarter(text: str, value: str) -> None:
    assert value in [time.value for time in read(text)]


def test_a_bound_belongs_to_the_noun_that_the_date_describes() -> None:
    (time,) = read("They celebrated after Friday's game.")
    assert (time.text, time.mod) == ("Friday", None)


def test_a_day_that_is_named_twice_is_read_once() -> None:
    (time,) = read("It opened Tuesday, March 4.")
    assert shown(time) == ("Tuesday, March 4", "2025-03-04", "2025-03-04", "2025-03-04")


def test_leap_days_and_the_ends_of_the_calendar() -> None:
    assert read("Born on Feb. 29.")[0].first == date(2024, 2, 29)
    assert read("It ends next year.", date.max)[0].resolved is False
    assert read("It ended last century.", date.min)[0].resolved is False
