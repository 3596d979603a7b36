"""SARIF 2.1.0 (OASIS) for code-scanning services."""

from typing import Any
from urllib.parse import quote

from factcheck.model import plain
from factcheck.model.article import Article
from factcheck.model.finding import Finding, FindingKind, SourceSpan
from factcheck.report.document import dump
from factcheck.report.places import place
from factcheck.report.quoting import clean
from factcheck.report.view import View

_MOST = 5_000  # results that GitHub shows; the worst come first
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif_view(view: View) -> str:
    """A log with one run: a rule a kind of finding, a result a finding, the other sources as related locations."""
    report = view.report
    findings = view.findings[:_MOST]
    driver: dict[str, Any] = {
        "name": "factcheck",
        "rules": [
            {
                "id": rule,
                "shortDescription": {"text": rule.replace("_", " ").replace("-", " ")},
                "help": {"text": "factcheck explain ID prints every step from the quotes to the verdict."},
            }
            for rule in sorted({finding.rule for finding in findings})
        ],
    }
    if report.signature:
        driver["version"] = report.signature.version
    notes = [
        {"level": "error" if skip.narrows else "note", "message": {"text": clean(f"{skip.where}: {skip.why}")}}
        for skip in report.skipped
    ]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not any(skip.narrows for skip in report.skipped),
                "toolExecutionNotifications": notes,
            }
        ],
        "results": [_result(finding, view.articles) for finding in findings],
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _result(finding: Finding, articles: dict[str, Article]) -> dict[str, Any]:
    placed = [(span, location) for span in finding.spans if (location := _location(span, articles))]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": finding.level.value,
        "message": {"text": clean(finding.message)},
        "partialFingerprints": {"factcheckFinding/v1": finding.id},
        "properties": {"confidence": plain.rounded(finding.confidence), "explanation": list(finding.explanation)},
    }
    if finding.kind is not FindingKind.CONFLICT:
        result["properties"]["kind"] = finding.kind.value
    if placed:
        result["locations"] = [placed[0][1]]
    if len(placed) > 1:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": clean(f"{span.source}: {span.text}")}, **location}
            for number, (span, location) in enumerate(placed[1:100], start=1)
        ]
    return result


def _location(span: SourceSpan, articles: dict[str, Article]) -> dict[str, Any] | None:
    at = place(articles.get(span.source), span)
    if at is None:
        return None
    region = {"startLine": at.line, "startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column}
    uri = quote(at.path.replace("\\", "/"))
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri},
            "region": {**region, "snippet": {"text": clean(span.text)}},
        }
    }
