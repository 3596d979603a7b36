"""JSON: one document with its format's name and version, and JSON lines: one record a line.

The shape is a promise: docs/json.md describes it, and the committed schemas in this package are tested against it.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from factcheck.model import plain
from factcheck.model.claim import Claim
from factcheck.model.finding import Finding
from factcheck.model.report import Report
from factcheck.report.view import Topic, View

REPORT_FORMAT, CLAIMS_FORMAT, FINDINGS_FORMAT = "factcheck.report/1", "factcheck.claims/1", "factcheck.findings/1"


def to_json(value: Report | Sequence[Claim] | Sequence[Finding]) -> str:
    """A report, claims or findings as a JSON document that ends in a line break; equal values give equal bytes.

    Raises:
        TypeError: It is none of these, or a mixture.
    """
    if isinstance(value, Report):
        return dump(report_document(value))
    items = list(value)
    if all(isinstance(item, Claim) for item in items):
        return dump(
            {"format": CLAIMS_FORMAT, "claims": [plain.claim(item) for item in items if isinstance(item, Claim)]}
        )
    if all(isinstance(item, Finding) for item in items):
        rows = [plain.finding(item) for item in items if isinstance(item, Finding)]
        return dump({"format": FINDINGS_FORMAT, "findings": rows})
    raise TypeError("to_json takes a Report, claims, or findings")


def report_document(report: Report, findings: Iterable[Finding] | None = None) -> dict[str, Any]:
    """The report as plain values; `findings` narrows it to some of them."""
    return {
        "format": REPORT_FORMAT,
        "signature": plain.signature(report.signature) if report.signature else None,
        "articles": [plain.article(item) for item in report.articles],
        "claims": [plain.claim(item) for item in report.claims],
        "clusters": [plain.cluster(item) for item in report.clusters],
        "findings": [plain.finding(item) for item in (report.findings if findings is None else findings)],
        "stories": [list(story) for story in report.stories],
        "lineage": [plain.lineage(item) for item in report.lineage],
        "drift": [plain.drift_summary(item) for item in report.drift],
        "support": [plain.support(item) for item in report.support],
        "skipped": [plain.skip(item) for item in report.skipped],
        "compared_pairs": report.compared_pairs,
    }


def json_view(view: View) -> str:
    """The document of a view: claims alone where only claims were asked for, otherwise the report."""
    if view.topic is Topic.CLAIMS:
        return to_json(view.report.claims)
    if view.topic is Topic.COVERAGE:
        return dump({"format": "factcheck.coverage/1", "sentences": coverage_rows(view)})
    report = replace(view.report, support=view.told)
    document = report_document(report, None if view.topic is Topic.SOURCES else view.findings)
    if view.topic is Topic.CHECK:
        document["passed"] = dict(sorted(view.passed.items()))
    return dump(document)


def jsonl_view(view: View) -> str:
    """One record a line: claims, sentences, derivations, or findings."""
    rows: list[dict[str, Any]]
    if view.topic is Topic.CLAIMS:
        rows = [plain.claim(item) for item in view.report.claims]
    elif view.topic is Topic.COVERAGE:
        rows = coverage_rows(view)
    elif view.topic is Topic.SOURCES:
        rows = [plain.lineage(item) for item in view.report.lineage]
    elif view.topic is Topic.SUPPORT:
        rows = [plain.support(item) for item in view.told]
    else:
        rows = [plain.finding(item) for item in view.findings]
    return "".join(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n" for row in rows)


def coverage_rows(view: View) -> list[dict[str, Any]]:
    """Each sentence of each article, its claims, or why there are none."""
    articles = view.articles
    return [
        {
            "source": extraction.source,
            "text": articles[extraction.source].text[sentence.start : sentence.end],
            **plain.coverage(sentence),
        }
        for extraction in view.report.extractions
        for sentence in extraction.coverage
    ]


def dump(document: dict[str, Any]) -> str:
    """Indented JSON with characters as they are; keys keep the order of the description."""
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
