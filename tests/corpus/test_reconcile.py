"""Pairs of one-sentence articles, and whether they may be called a conflict."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import factcheck

CASES = [
    json.loads(line) for line in (Path(__file__).parent / "reconcile" / "pairs.jsonl").read_text("utf-8").splitlines()
]


def _kinds(case: dict[str, Any]) -> list[str]:
    published = date(2025, 3, 7)
    left = factcheck.Article(id="left", text=case["a"], published=published)
    right = factcheck.Article(id="right", text=case["b"], published=published)
    return [finding.kind.value for finding in factcheck.compare(left, right).findings]


def _holds(expect: str, kinds: list[str]) -> bool:
    conflict, agreement = "conflict" in kinds, "agreement" in kinds
    return {
        "conflict": conflict,
        "agree": agreement and not conflict,
        "quiet": not conflict,
        "not-agree": not agreement,
    }[expect]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_pair_is_judged_as_a_reader_would(case: dict[str, Any]) -> None:
    kinds = _kinds(case)
    if "known_failure" in case:
        assert not _holds(case["expect"], kinds), f"mended: remove known_failure ({case['known_failure']})"
        pytest.xfail(case["known_failure"])
    assert _holds(case["expect"], kinds), kinds
