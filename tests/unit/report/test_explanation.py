import json
from datetime import date

import pytest

from factcheck.model.quantity import Bound, Quantity
from factcheck.model.report import Report
from factcheck.model.time import Time
from factcheck.report.explanation import amount, explain_json, explain_markdown, explain_table, period
from factcheck.report.view import Look


def test_a_finding_is_told_from_quotes_to_verdict(report: Report) -> None:
    text = explain_table(report.findings[1], report, Look(100))
    order = [
        "What the sources say",
        "killing 12 passengers",
        "How the verdict was reached",
        "1. ledger says 12",
        "verdict: conflict",
    ]
    positions = [text.index(words) for words in order]
    assert positions == sorted(positions)
    assert "19: 1 independent origin, courier" in text
    assert max(map(len, text.splitlines())) <= 100


def test_a_cluster_and_a_claim_are_told_too(report: Report) -> None:
    cluster = explain_table(report.clusters[0], report, Look(100))
    assert "conflict (FC101, 0.80)" in cluster
    assert "no number satisfies both" in cluster
    claim = explain_table(report.claims[0], report, Look(100))
    assert "amount: “19 passengers” = 19 passenger (exact)" in claim
    assert "How many passengers died?" in claim


def test_the_other_formats_hold_the_same(report: Report) -> None:
    document = json.loads(explain_json(report.findings[1], report))
    assert (document["format"], document["finding"]["id"]) == ("factcheck.explanation/1", "f1f1f1f1")
    assert [claim["id"] for claim in document["claims"]] == [claim.id for claim in report.claims]
    assert "## How the verdict was reached" in explain_markdown(report.findings[1], report)


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(0, 9, "nearly 30", 30, 26, 29, Bound.NEARLY, counted="boat"), "“nearly 30” = 26 to 29 boat (nearly)"),
        (Quantity(0, 2, "28", 28, 28, float("inf"), Bound.AT_LEAST), "“28” = at least 28 (at least)"),
        (Quantity(0, 2, "28", 28, float("-inf"), 28.5, Bound.AT_MOST, "metre"), "“28” = at most 28.5 metre (at most)"),
    ],
)
def test_amounts_are_intervals_in_words(quantity: Quantity, words: str) -> None:
    assert amount(quantity) == words


def test_periods_are_days_in_words() -> None:
    assert period(Time(0, 4, "2013", date(2013, 1, 1), date(2013, 12, 31))) == "“2013” = 2013-01-01 to 2013-12-31"
    assert period(Time(0, 4, "then", resolved=False)) == "“then”, which the article's date does not settle"
    assert period(Time(0, 10, "since 2013", date(2013, 1, 1))) == "“since 2013” = 2013-01-01 to open"
