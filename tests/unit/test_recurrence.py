"""How many times, and how long after, as a text says it."""

import pytest

from factcheck.frames.recurrence import after_how_long, how_often, other_interval


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ann Lee was married twice", 2),
        ("Kim Gray had been shot eleven times", 11),
        ("She was fined only once", 1),
        ("He had one earlier conviction", 1),
        ("She won 22 times", 22),
        ("She won twenty-two times", None),
        ("The bell rang 1,200 times", None),
        ("married two or three times", None),
        ("shot at least three times", None),
        ("shot as many as seven times", None),
        ("twice a day", None),
        ("three times as many cars", None),
        ("twice as a teenager", 2),
        ("four times running", None),
        ("eight times out of ten", None),
        ("once the storm had passed", None),
        ("two Three Times reporters", None),
        ("He had two previous governments to thank", None),
    ],
)
def test_a_number_of_times_is_read_where_it_is_one(text: str, number: int | None) -> None:
    assert how_often(text) == number


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("found the following day", {1.0}),
        ("found two days later", {2.0}),
        ("died a week earlier", {-7.0}),
        ("died twenty-two days later", set()),
        ("half a year later", set()),
        ("a week later than planned", set()),
        ("less than two weeks later", set()),
    ],
)
def test_how_long_after_is_read_in_days(text: str, days: set[float]) -> None:
    assert after_how_long(text) == days


def test_two_words_for_one_interval_are_one() -> None:
    assert not other_interval("arrested 12 days after it", "arrested two weeks after it")
    assert not other_interval("found next week", "found two days later")  # next week is counted from today
    assert other_interval("found the following day", "found two days later")
