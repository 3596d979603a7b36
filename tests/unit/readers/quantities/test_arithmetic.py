"""What follows from the counts of one text."""

from collections.abc import Callable

import pytest

from factcheck.model.quantity import Quantity
from factcheck.readers.quantities import as_rounded, derived
from factcheck.readers.quantities.arithmetic import is_total

Read = Callable[[str], tuple[Quantity, ...]]


@pytest.mark.parametrize(
    "text",
    ["Ortega was deported along with 28 others.", "Mr Ortega and 28 others were deported."],
)
def test_a_named_person_and_others(read: Read, text: str) -> None:
    (found,) = derived(text, read(text))
    assert (found.rule, found.low, found.high) == ("companions", 29, 29)


@pytest.mark.parametrize("text", ["They and 28 others were deported.", "The other 26 others were deported."])
def test_others_of_an_unknown_number_make_no_total(read: Read, text: str) -> None:
    assert derived(text, read(text)) == ()


def test_a_part_leaves_the_rest(parsed: Read) -> None:
    text = "In the end 28 of the 55 miners were found."
    (found,) = derived(text, parsed(text))
    assert (found.rule, found.low, found.high) == ("rest", 27, 27)


def test_parts_that_add_up_and_parts_that_do_not(read: Read) -> None:
    text = "The crash hurt 15 people: 12 men and three women."
    (good,) = derived(text, read(text))
    assert (good.rule, good.low, good.adds_up) == ("sum", 15, True)
    text = "The crash hurt 16 people: 12 men and three women."
    (bad,) = derived(text, read(text))
    assert bad.stated is not None
    assert (bad.stated.value, bad.low, bad.adds_up) == (16, 15, False)


def test_including_is_no_list_of_all_parts(read: Read) -> None:
    text = "The crash hurt 15 people, including 2 men and three women."
    assert [found.rule for found in derived(text, read(text))] == []


def test_a_round_figure_may_have_been_rounded(read: Read) -> None:
    (round_one,) = read("1.2 million people")
    (sharp,) = read("1,234,567 people")
    assert not round_one.agrees_with(sharp)
    assert as_rounded(round_one).agrees_with(sharp)
    (few,) = read("14 people")
    assert as_rounded(few) == few


def test_a_total_is_one_that_says_so(read: Read) -> None:
    assert [is_total(quantity) for quantity in read("a total of 55 men and 12 women")] == [True, False]
