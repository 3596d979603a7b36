"""FC007: claims that bear each other out agree, unless something that is compared differs."""

from collections.abc import Callable
from typing import Any

import pytest

from factcheck.frames.frame import frames
from factcheck.model.claim import Claim, Modality
from factcheck.model.link import FieldMatch, Link, Relation
from factcheck.stages.reconcile.judge import judge
from factcheck.stages.reconcile.judgement import Judgement, surroundings

Make = Callable[..., Claim]


def judged(left: Claim, right: Claim, level: str = "exact") -> Judgement:
    table = frames([left, right])
    first, second = sorted((left.id, right.id))
    link = Link(first, second, 0.9, (FieldMatch("borne", level, 1.0, "log-odds 1.0, 0.80 alike"),))
    return judge(table[left.id], table[right.id], surroundings(table.values(), {}, (), (), [link]))


MADE = (
    "a",
    "The plant makes solvents for the paint industry.",
    "The plant",
    "makes",
    "solvents for the paint industry",
)


def test_two_that_bear_each_other_out_agree(claim: Make) -> None:
    left = claim(*MADE)
    right = claim("b", "It turns out solvents, mostly for makers of paint.", "It", "turns out", "solvents")
    assert judged(left, right, "close").relation is not Relation.AGREE
    found = judged(left, right)
    assert (found.relation, found.rule) == (Relation.AGREE, "FC007")
    assert "log-odds 1.0, 0.80 alike" in found.steps[-1]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("It will turn out solvents, mostly for makers of paint.", {"modality": Modality.PLANNED}),
        ("It never turned out solvents, mostly for makers of paint.", {"negated": True}),
        ("It may turn out solvents, mostly for makers of paint.", {"hedged": True}),
        ("It also turns out solvents, mostly for makers of paint.", {}),
    ],
)
def test_a_plan_a_denial_a_hedge_or_a_further_thing_is_not_the_same(
    claim: Make, text: str, more: dict[str, Any]
) -> None:
    right = claim("b", text, "It", "turns out", "solvents", **more)
    assert judged(claim(*MADE), right).rule != "FC007"


def test_an_amount_that_only_fits_is_not_the_same(claim: Make) -> None:
    fit = {"counted": "people"}
    left = claim("a", "At least 20 were burned.", None, "burn", None, number="20", value=20, high=float("inf"), **fit)
    right = claim("b", "26 people suffered burns.", "people", "suffer", "burns", number="26", value=26, **fit)
    assert judged(left, right).relation is Relation.COMPATIBLE


def test_two_deeds_that_the_tables_know_are_two(claim: Make) -> None:
    left = claim("a", "Andrew Lopez was charged with her murder.", "Andrew Lopez", "charge", None)
    right = claim("b", "Andrew Lopez was found guilty of her murder.", "Andrew Lopez", "find", "guilty of her murder")
    assert judged(left, right).rule != "FC007"


def test_one_deed_of_another_doer_is_another(claim: Make) -> None:
    left = claim("a", "The cables are owned by phone companies.", "phone companies", "own", "the cables")
    right = claim("b", "The cables are owned by several countries.", "several countries", "own", "the cables")
    assert judged(left, right).rule != "FC007"
