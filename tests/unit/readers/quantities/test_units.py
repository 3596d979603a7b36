"""Units and currencies to base units."""

from collections.abc import Callable

import pytest

from factcheck.lexicon.quantities import units
from factcheck.model.quantity import Quantity

Read = Callable[[str], tuple[Quantity, ...]]


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("12 km", 12000, "metre", "length"),
        ("about 50 miles", 80467.2, "metre", "length"),
        ("a 6.1-inch screen", 0.15494, "metre", "length"),
        ("1.8m tall", 1.8, "metre", "length"),
        ("3 sq km", 3e6, "square metre", "area"),
        ("40 acres", 161874.25688, "square metre", "area"),
        ("2 tonnes", 2e6, "gram", "mass"),
        ("5kg", 5000, "gram", "mass"),
        ("3 hours", 10800, "second", "duration"),
        ("20°C", 20, "degree Celsius", "temperature"),
        ("68 degrees Fahrenheit", 20, "degree Celsius", "temperature"),
        ("36 km/h", 10, "metre per second", "speed"),
        ("550 megawatts", 5.5e8, "watt", "power"),
        ("120Hz", 120, "hertz", "frequency"),
        ("54GB", 5.4e10, "byte", "data"),
        ("25 percent", 25, "percent", "percent"),
        ("25 per cent", 25, "percent", "percent"),
        ("1.38pc", 1.38, "percent", "percent"),
        ("60 basis points", 0.6, "percentage point", "percentage_point"),
        ("3 percentage points", 3, "percentage point", "percentage_point"),
        ("$13.4bn", 13.4e9, "US dollar", "money"),
        ("€1,5 million", 1.5e6, "euro", "money"),
        ("US $84 billion", 84e9, "US dollar", "money"),
        ("C$300 million", 3e8, "Canadian dollar", "money"),
        ("5 million Mexican pesos", 5e6, "Mexican peso", "money"),
        ("EUR 125", 125, "euro", "money"),
        ("£3.5m", 3.5e6, "pound sterling", "money"),
        ("470 pence", 4.7, "pound sterling", "money"),
        ("thirteen dollars and forty-five cents", 13.45, "US dollar", "money"),
        ("30 MUSD", 3e7, "US dollar", "money"),
        ("$70 a share", 70, "US dollar per share", "rate"),
        ("$3,500 a month", 3500, "US dollar per month", "rate"),
        ("2 million barrels a day", 2e6 * 158.987294928, "litre per day", "rate"),
    ],
)
def test_a_unit(read: Read, text: str, value: float, unit: str, kind: str) -> None:
    (quantity,) = read(text)
    assert (quantity.value, quantity.unit, quantity.kind) == (pytest.approx(value), unit, kind)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The house cost 500,000 pounds.", "pound sterling"),
        ("for 21 million pounds", "pound sterling"),
        ("the 40,000 pound Harrow Prize", "pound sterling"),
        ("a 500-pound fine", "pound sterling"),
        ("5 million pounds of taxpayers' money", "pound sterling"),
        ("2 million pounds of beef were recalled", "gram"),
        ("They seized 6,700 pounds of marijuana.", "gram"),
        ("He weighed 200 pounds, and his ticket cost him nothing.", "gram"),
        ("10 kilograms (22 pounds) of heroin", "gram"),
        ("a 500-pound bomb", "gram"),
        ("He lost 30 pounds in a month.", "gram"),
    ],
)
def test_pounds_are_money_by_the_words_around(read: Read, text: str, unit: str) -> None:
    assert next(quantity.unit for quantity in read(text) if "pound" in quantity.text) == unit


def test_a_year_earlier_is_no_rate(read: Read) -> None:
    (sales,) = read("Sales were $610 million a year earlier.")
    assert (sales.text, sales.unit) == ("$610 million", "US dollar")


def test_plus_may_add_something_else(read: Read) -> None:
    assert read("He gets $10 million plus bonuses.")[0].exact


def test_m_is_a_million_of_things_and_a_metre_of_height(read: Read) -> None:
    (sold,) = read("It sold 2.7m copies.")
    (tall,) = read("It is 2.7m tall.")
    assert (sold.value, sold.unit) == (2.7e6, None)
    assert (tall.value, tall.unit) == (2.7, "metre")
    (far,) = read("The 1,500m runner was banned.")
    assert (far.value, far.unit) == (1500, "metre")
    (won,) = read("The 800m champion was second.")
    assert (won.value, won.unit) == (800, "metre")


def test_written_value_and_unit_are_kept(read: Read) -> None:
    (quantity,) = read("It hit 80 mph.")
    assert (quantity.written_value, quantity.written_unit, quantity.text) == (80, "mph", "80 mph")


def test_every_unit_converts_to_a_base_that_has_factor_one() -> None:
    table = units()
    bases = {
        unit.name for unit in {*table.words.values(), *table.symbols.values()} if unit.factor == 1 and not unit.offset
    }
    for unit in {*table.words.values(), *table.symbols.values()}:
        assert unit.base in bases, unit


def test_a_sign_belongs_to_one_number(read: Read) -> None:
    assert [(q.value, q.unit) for q in read("10 $ 30 $")] == [(10, "US dollar"), (30, "US dollar")]
