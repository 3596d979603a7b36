"""Numbers as newspapers write them."""

import pytest

from factcheck.readers.quantities.atoms import Atoms
from factcheck.readers.quantities.scan import numbers


def _values(text: str) -> list[float]:
    return [numeral.value for numeral in numbers(Atoms(text)) if numeral.form != "ordinal"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.5", 1234.5),
        ("1.2bn", 1.2e9),
        ("4.5 trn", 4.5e12),
        ("816 000", 816000),
        ("816\u202f412", 816412),
        ("1.234.567", 1234567),
        ("1,5 million", 1.5e6),
        ("12,50,000", 1250000),
        (".375", 0.375),
        ("7 1/2", 7.5),
        ("3/4", 0.75),
        ("2½", 2.5),
        ("6.02×10^23", 6.02e23),
        ("fifty-five", 55),
        ("nine hundred and twelve", 912),
        ("two thousand three hundred", 2300),
        ("two and a half million", 2.5e6),
        ("a million and a half", 1.5e6),
        ("half a million", 5e5),
        ("some million and a half", 1.5e6),
        ("some hundred and seventy", 170),
        ("a quarter of a million", 2.5e5),
        ("half-dozen", 6),
        ("three dozen", 36),
        ("two thirds", 2 / 3),
        ("one in five", 0.2),
        ("two out of three", 2 / 3),
        ("one of every nine", 1 / 9),
        ("6 crore", 6e7),
        ("minus four", -4),
        ("zero point zero five", 0.05),
        ("400k", 4e5),
        ("3 million two hundred thousand", 3.2e6),
        ("two million three hundred", 2000300),
    ],
)
def test_one_number(text: str, value: float) -> None:
    assert _values(text) == [pytest.approx(value)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", 24, 99),
        ("hundreds", 200, 999),
        ("thousands", 2000, 99999),
        ("tens of thousands", 20000, 99999),
        ("hundreds of thousands", 200000, 999999),
        ("hundreds of millions", 2e8, 999999999),
        ("several hundred", 300, 999),
        ("a few thousand", 3000, 9999),
        ("a couple of hundred", 200, 399),
    ],
)
def test_a_vague_number_is_an_interval(text: str, low: float, high: float) -> None:
    (numeral,) = numbers(Atoms(text))
    assert (numeral.form, numeral.low, numeral.high) == ("vague", low, high)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("5 million and three others", [5e6, 3]),
        ("two hundred men and five boys", [200, 5]),
        ("4000 3 hundred", [4000, 300]),
        ("cost 38 million three years ago", [38e6, 3]),
        ("sold two million ten days later", [2e6, 10]),
        ("in the second half of the match", []),
        ("a third man", []),
        ("for two quarters", [2]),
    ],
)
def test_neighbours_stay_apart(text: str, values: list[float]) -> None:
    assert _values(text) == values


def test_ordinals_are_kept_apart() -> None:
    forms = {numeral.form for numeral in numbers(Atoms("the 21st and the twenty-second and the third"))}
    assert forms == {"ordinal"}


def test_a_run_of_digits_too_long_for_an_amount_is_none() -> None:
    assert _values("9" * 31) == []


def test_a_decimal_of_a_scale_is_what_it_says() -> None:
    assert _values("8.2 billion or 1.1 trillion") == [8200000000, 1100000000000]  # exactly: it is printed as it is
