"""Pairs of one-sentence articles, and whether they may be called a conflict."""

from collections.abc import Callable
from datetime import date
from typing import Any

import factcheck

PAIRS = "reconcile/pairs.jsonl"


def _kinds(case: dict[str, Any]) -> list[str]:
    days = [date.fromisoformat(day) if day else None for day in case.get("published", ["2025-03-07"] * 2)]
    left = factcheck.Article(id="left", text=case["a"], published=days[0])
    right = factcheck.Article(id="right", text=case["b"], published=days[1])
    return [finding.kind.value for finding in factcheck.compare(left, right).findings]


def _holds(expect: str, kinds: list[str]) -> bool:
    conflict, agreement = "conflict" in kinds, "agreement" in kinds
    return {
        "conflict": conflict,
        "agree": agreement and not conflict,
        "quiet": not conflict,
        "revision": "revision" in kinds and not conflict,
        "not-agree": not agreement,
    }[expect]


def test_a_pair_is_judged_as_a_reader_would(case: dict[str, Any], judge: Callable[..., None]) -> None:
    kinds = _kinds(case)
    judge(case, _holds(case["expect"], kinds), kinds)
