"""Hedges and ranges: the closed interval that each makes of a number."""

import math
from collections.abc import Callable

import pytest

from factcheck.model.quantity import Bound, Quantity

Read = Callable[[str], tuple[Quantity, ...]]
INF = math.inf


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("14 miners", 14, 14, Bound.EXACT),
        ("exactly 14 miners", 14, 14, Bound.EXACT),
        ("a total of 55 miners", 55, 55, Bound.EXACT),
        ("at least 14 miners", 14, INF, Bound.AT_LEAST),
        ("no fewer than 14 miners", 14, INF, Bound.AT_LEAST),
        ("not less than 14 miners", 14, INF, Bound.AT_LEAST),
        ("14 or more miners", 14, INF, Bound.AT_LEAST),
        ("30-plus miners", 30, INF, Bound.AT_LEAST),
        ("100+ miners", 100, INF, Bound.AT_LEAST),
        ("more than 600 miners", 601, INF, Bound.MORE_THAN),
        ("over 600 miners", 601, INF, Bound.MORE_THAN),
        ("more than a dozen miners", 13, INF, Bound.MORE_THAN),
        ("just over 100 miners", 101, 115, Bound.MORE_THAN),
        ("up to 40 miners", 0, 40, Bound.AT_MOST),
        ("as many as 40 miners", 0, 40, Bound.AT_MOST),
        ("no more than 40 miners", 0, 40, Bound.AT_MOST),
        ("fewer than 40 miners", 0, 39, Bound.LESS_THAN),
        ("under 40 miners", 0, 39, Bound.LESS_THAN),
        ("south of 50 miners", 0, 49, Bound.LESS_THAN),
        ("about 50 miners", 45, 55, Bound.ABOUT),
        ("about 2,500 miners", 2250, 2750, Bound.ABOUT),
        ("some 2,513 miners", 2487, 2539, Bound.ABOUT),
        ("some 50 miners", 45, 55, Bound.ABOUT),
        ("50 or so miners", 45, 55, Bound.ABOUT),
        ("about a dozen miners", 10, 14, Bound.ABOUT),
        ("a half-dozen miners", 5, 7, Bound.ABOUT),
        ("nearly 30 miners", 26, 29, Bound.NEARLY),
        ("almost 1,000 miners", 850, 999, Bound.NEARLY),
        ("between five and seven miners", 5, 7, Bound.RANGE),
        ("20 to 30 miners", 20, 30, Bound.RANGE),
        ("20-30 miners", 20, 30, Bound.RANGE),
        ("three or four miners", 3, 4, Bound.RANGE),
        ("more than 20 but fewer than 35 miners", 20, 35, Bound.RANGE),
        ("dozens of miners", 24, 99, Bound.VAGUE),
    ],
)
def test_a_hedge_on_a_count(read: Read, text: str, low: float, high: float, bound: Bound) -> None:
    (quantity,) = read(f"They found {text} there.")
    assert (quantity.low, quantity.high, quantity.bound) == (low, high, bound)
    assert quantity.text == text.removesuffix(" miners").removesuffix(" of") or bound is Bound.RANGE


def test_what_is_measured_may_equal_the_number_it_exceeds(read: Read) -> None:
    (quantity,) = read("more than 10 years")
    assert quantity.low == 10 * 365.25 * 86400
    assert quantity.high == INF


def test_a_temperature_below_a_number_has_no_lower_end(read: Read) -> None:
    (quantity,) = read("below 5 degrees Celsius")
    assert (quantity.low, quantity.high) == (-INF, 5)


def test_a_scale_word_covers_both_ends_of_a_range(read: Read) -> None:
    (quantity,) = read("$1.5 to $2 million")
    assert (quantity.low, quantity.high, quantity.unit) == (1.5e6, 2e6, "US dollar")


def test_a_change_is_no_range(read: Read) -> None:
    by, to = read("Arrests rose by 5 to 30 last week.")
    assert [(by.value, by.step), (to.value, to.step)] == [(5, "by"), (30, "to")]
    start, end = read("Prices fell from 25 percent to 20 percent.")
    assert [(start.value, start.step), (end.value, end.step)] == [(25, "from"), (20, "to")]


def test_a_conversion_in_brackets_is_bounded_with_its_original(read: Read) -> None:
    miles, kilometres = read("It flew more than 60 miles (100 kilometers).")
    assert miles.bound is kilometres.bound is Bound.MORE_THAN


def test_what_lies_under_water_is_no_bound(read: Read) -> None:
    (depth,) = read("The square was under two metres of water.")
    assert (depth.low, depth.high, depth.text) == (2, 2, "two metres")
    (bounded,) = read("The tank holds under two metres of water.")
    assert bounded.bound is Bound.LESS_THAN


@pytest.mark.parametrize(
    ("text", "bound"),
    [("The fee can be up to 40 euros.", Bound.AT_MOST), ("The fee will go up to 40 euros.", Bound.EXACT)],
)
def test_what_goes_up_to_an_amount_reaches_it(read: Read, text: str, bound: Bound) -> None:
    assert [item.bound for item in read(text)] == [bound]
