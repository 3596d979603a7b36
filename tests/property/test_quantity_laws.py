"""Laws of the quantity reader."""

import math
from dataclasses import replace

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.lexicon.quantities import hedges
from factcheck.model.quantity import Quantity
from factcheck.readers.quantities import as_rounded, derived, read_ordinals, read_quantities, render

NLP = spacy.blank("en")
ENDS = {"low": -1, "high": 1}

values = st.one_of(
    st.integers(1, 999),
    st.integers(1000, 10**9),
    st.decimals(min_value=0, max_value=10**6, places=2).map(float),
)
hedged = st.sampled_from(["", "about ", "nearly ", "at least ", "at most ", "more than ", "fewer than ", "just over "])
unit_words = st.sampled_from(
    ["", " prisoners", " percent", " kilometres", " hours", " US dollars", " kg", " degrees Celsius", " basis points"]
)
PIECES = """1 2,000 3.5 17 a the one two twenty hundred million bn and to - – / ( ) $ € % km of in from between about
nearly more than at least half third dozen dozens others year-old years , . : ; Article May 2019 's ' " ½ × ^"""
pieces = st.sampled_from([*PIECES.split(), "\n"])


def _written(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"


@st.composite
def expressions(draw: st.DrawFn) -> str:
    if draw(st.booleans()):
        return draw(hedged) + _written(draw(values)) + draw(unit_words)
    low, high = sorted((draw(values), draw(values)))
    return f"between {_written(low)} and {_written(high)}{draw(unit_words)}"


def _meaning(quantity: Quantity) -> tuple[object, ...]:
    return (quantity.bound, quantity.unit, quantity.kind, quantity.step)


@given(expressions())
def test_a_rendered_quantity_reads_the_same(text: str) -> None:
    for quantity in read_quantities(NLP(text)):
        (again,) = read_quantities(NLP(render(quantity)))
        assert _meaning(again) == _meaning(quantity)
        assert again.value == pytest.approx(quantity.value)
        assert (again.low, again.high) == (pytest.approx(quantity.low), pytest.approx(quantity.high))


@given(expressions())
def test_the_interval_never_loses_the_stated_value(text: str) -> None:
    """The value lies in the interval, or right at the end that the hedge leaves out ("more than 600" begins at 601)."""
    for quantity in read_quantities(NLP(text)):
        if quantity.value is None:
            continue
        slack = 1 if quantity.unit is None else 1e-9 * abs(quantity.value)
        assert quantity.low - slack <= quantity.value <= quantity.high + slack


@given(expressions(), expressions(), st.floats(0, 1e9), st.floats(0, 1e9))
def test_widening_never_creates_a_conflict(first: str, second: str, down: float, up: float) -> None:
    for left in read_quantities(NLP(first)):
        for right in read_quantities(NLP(second)):
            wider = replace(left, low=left.low - down, high=left.high + up)
            assert wider.agrees_with(right) or not left.agrees_with(right)
            assert as_rounded(left).agrees_with(right) or not left.agrees_with(right)
            assert left.agrees_with(right) == right.agrees_with(left)


@given(st.lists(pieces, max_size=40).map(" ".join) | st.lists(pieces, max_size=40).map("".join) | st.text(max_size=200))
@settings(max_examples=300)
def test_nothing_raises_and_every_span_is_verbatim(text: str) -> None:
    doc = NLP(text)
    found = read_quantities(doc)
    end = 0
    for quantity in found:
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.start >= end
        assert quantity.low <= quantity.high
        assert not math.isnan(quantity.low + 0 * quantity.start)
        end = quantity.end
    derived(text, found)
    for ordinal in read_ordinals(doc):
        assert text[ordinal.start : ordinal.end] == ordinal.text


@pytest.mark.parametrize(
    "piece",
    ["1,", "1,000 million and ", "9", "million ", "a hundred and ", "1 000 ", "1-", "1/2 ", "three in four of ", "~$("],
)
def test_a_long_line_of_amounts_comes_to_an_end(piece: str) -> None:
    doc = spacy.tokens.Doc(NLP.vocab, words=[piece * (16_000 // len(piece))])  # quadratic time would take minutes
    assert all(0 <= found.start < found.end <= 16_000 for found in read_quantities(doc))


def test_a_megabyte_of_digits_and_commas_is_passed_by() -> None:
    doc = spacy.tokens.Doc(NLP.vocab, words=["1,234," * 170_000])
    assert read_quantities(doc) == ()


def test_every_hedge_has_an_effect() -> None:
    table = hedges()
    assert {*table.before.values(), *table.after.values()} <= set(table.effects)
