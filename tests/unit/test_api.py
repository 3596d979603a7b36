import json
from datetime import date

import pytest

import factcheck
from factcheck import Article
from factcheck.errors import ModelError
from factcheck.model.finding import FindingKind
from factcheck.model.report import Report

DAY = date(2024, 5, 6)
LEDGER = Article(
    "ledger", "LISBON — A ferry sank off the coast of Portugal on Monday, killing 12 passengers.", published=DAY
)
COURIER = Article("courier", "A ferry sank off the coast of Portugal on Monday, killing 19 passengers.", published=DAY)


def test_every_public_name_is_there() -> None:
    for name in factcheck.__all__:
        assert getattr(factcheck, name) is not None
    assert set(factcheck.__all__) <= set(dir(factcheck))
    with pytest.raises(AttributeError, match="nonsense"):
        factcheck.nonsense  # noqa: B018


def test_claims_come_in_order_with_verbatim_spans() -> None:
    claims = factcheck.extract([LEDGER, COURIER])
    assert [claim.source for claim in claims] == sorted(claim.source for claim in claims)
    texts = {article.id: article.text for article in (LEDGER, COURIER)}
    for claim in claims:
        assert texts[claim.source][claim.span.start : claim.span.end] == claim.span.text
        assert claim.sentence.start <= claim.span.start
        assert claim.span.end <= claim.sentence.end
        assert "LISBON" not in claim.span.text
    assert factcheck.extract([COURIER, LEDGER]) == claims


def test_two_articles_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="ledger"):
        factcheck.extract([LEDGER, LEDGER])


def test_reconcile_and_compare_find_the_conflict() -> None:
    report = factcheck.reconcile(iter([LEDGER, COURIER]))
    assert isinstance(report, Report)
    (conflict,) = [finding for finding in report.findings if finding.kind is FindingKind.CONFLICT]
    assert {mark.text for mark in conflict.marks} == {"12", "19"}
    other = factcheck.compare(LEDGER.text, COURIER.text)
    assert {article.id for article in other.articles} == {"a", "b"}
    assert any(finding.kind is FindingKind.CONFLICT for finding in other.findings)


def test_an_article_does_not_conflict_with_itself() -> None:
    report = factcheck.compare(LEDGER, LEDGER)
    assert not [finding for finding in report.findings if finding.kind is FindingKind.CONFLICT]
    assert factcheck.drift(LEDGER.text, LEDGER.text) == []


def test_drift_finds_a_changed_number() -> None:
    findings = factcheck.drift(
        "The mayor sent 40 buses to the coast on Monday.", "The mayor sent 14 buses to the coast on Monday."
    )
    assert {mark.text for finding in findings for mark in finding.marks} >= {"40", "14"}


def test_the_readers_alone() -> None:
    (amount,) = factcheck.quantities("At least 28 prisoners were moved.")
    assert (amount.low, amount.high) == (28, float("inf"))
    (day,) = factcheck.dates("They came on Thursday.", date(2024, 5, 8))
    assert (day.first, day.last) == (date(2024, 5, 2), date(2024, 5, 2))


def test_json_of_whatever_is_given() -> None:
    report = factcheck.compare(LEDGER, COURIER)
    assert json.loads(factcheck.to_json(report))["format"] == "factcheck.report/1"
    assert json.loads(factcheck.to_json(report.claims))["format"] == "factcheck.claims/1"
    assert json.loads(factcheck.to_json(report.findings))["format"] == "factcheck.findings/1"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "x", "\ud800", "🙂" * 50, "a\0b", "1,2,3 " * 500])
def test_no_text_raises(text: str) -> None:
    factcheck.reconcile([Article("a", text), Article("b", text + ".")])
    factcheck.quantities(text)
    factcheck.dates(text)
    factcheck.drift(text, text + " x")


def test_a_pipeline_is_loaded_once_and_a_missing_one_is_named() -> None:
    assert factcheck.pipeline() is factcheck.pipeline()
    with pytest.raises(ModelError, match="no-such"):
        factcheck.pipeline("no-such")
