"""Amounts of two articles that answer one question by all that stands around them."""

from collections.abc import Sequence

import factcheck
from factcheck.frames.frame import frames
from factcheck.stages.annotate import encode
from factcheck.stages.link import alignment, likeness
from factcheck.stages.link.answers import FIELDS, answers, bits, pairs, weights

PLAN = (
    "Castleford council approved a tram line on Monday. "
    "The route will run 14 kilometres from Castle Square to the airport. "
    "The line will have 18 stops and cost £640 million. "
    "Building starts in May."
)
CRITICS = (
    "Castleford's tram has many enemies. "
    "At 22 kilometres, the line from Castle Square to the airport would be the longest in the country. "
    "The tram will cost £640m, too much for eighteen stops. "
    "Shops on Mill Street expect to lose 300 customers a day."
)


def similarity(texts: Sequence[str]) -> object:
    vectors = encode(texts)
    return vectors @ vectors.T


def linked(*texts: str) -> set[frozenset[str]]:
    """The amounts, as written, that are taken for answers to one question."""
    claims = factcheck.extract([factcheck.Article(f"{number}", text) for number, text in enumerate(texts)])
    table = frames(claims)
    found = answers(table, alignment(table, similarity), likeness(table, similarity))
    quantities = [[table[id_].claim.quantity for id_ in pair] for pair in found]
    return {frozenset(item.text for item in both if item is not None) for both in quantities}


def test_amounts_in_like_surroundings_are_linked_whatever_their_verbs() -> None:
    assert frozenset(("14 kilometres", "22 kilometres")) in linked(PLAN, CRITICS)
    assert frozenset(("£640 million", "£640m")) in linked(PLAN, CRITICS)


def test_amounts_of_other_things_are_not() -> None:
    assert not any("300 customers a day" in pair or "300" in pair for pair in linked(PLAN, CRITICS))


def test_no_order_of_the_articles_matters() -> None:
    assert linked(PLAN, CRITICS) == linked(CRITICS, PLAN)


def test_without_an_encoder_nothing_is_known() -> None:
    table = frames(factcheck.extract([factcheck.Article("a", PLAN), factcheck.Article("b", CRITICS)]))
    assert answers(table, None, None) == {}


def test_every_field_has_one_more_weight_than_steps_and_a_better_value_never_weighs_less() -> None:
    table = weights()
    for name in FIELDS:
        assert len(table.bits[name]) == len(table.steps[name]) + 1
        assert list(table.steps[name]) == sorted(table.steps[name])
    for name in ("likeness", "lead", "telling"):
        assert list(table.bits[name]) == sorted(table.bits[name])
    for name in ("size", "place"):
        assert list(table.bits[name]) == sorted(table.bits[name], reverse=True)


def test_a_pair_without_a_rival_leads() -> None:
    claims = factcheck.extract([factcheck.Article("a", PLAN), factcheck.Article("b", CRITICS)])
    table = frames(claims)
    places, alike = alignment(table, similarity), likeness(table, similarity)
    assert places is not None
    assert alike is not None
    lengths = [pair for pair in pairs(table, places, alike) if pair.left.unit == "metre"]
    assert len(lengths) == 1
    assert lengths[0].fields[FIELDS.index("lead")] == 1.0
    assert bits(lengths[0].fields) > weights().different
