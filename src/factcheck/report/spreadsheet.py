"""CSV (RFC 4180) for spreadsheets. A cell that a spreadsheet would run as a formula gets an apostrophe before it, and
characters that would steer a terminal are replaced.
"""

import csv
import io
from collections.abc import Iterable
from typing import Any

from factcheck.model import plain
from factcheck.model.claim import Claim
from factcheck.report.document import coverage_rows
from factcheck.report.quoting import steers
from factcheck.report.view import Topic, View

_CLAIM = [
    "id", "source", "kind", "text", "quote", "start", "end", "subject", "predicate", "object", "quantity", "value",
    "low", "high", "bound", "unit", "counted", "time", "first_day", "last_day", "speaker", "modality", "hedged",
    "negated",
]  # fmt: skip
_FINDING = [
    "id", "kind", "rule", "level", "confidence", "severity", "type", "origins", "question", "message", "source",
    "start", "end", "quote", "marked",
]  # fmt: skip
_LINEAGE = ["original", "copy", "how", "confidence", "share", "evidence"]
_SUPPORT = ["verdict", "rule", "confidence", "source", "start", "end", "sentence", "evidence", "why"]
_COVERAGE = ["source", "start", "end", "text", "claims", "reason"]


def csv_view(view: View) -> str:
    """A header and a row a claim, sentence or derivation; a row a quote for findings."""
    if view.topic is Topic.CLAIMS:
        return _table(_CLAIM, map(_claim, view.report.claims))
    if view.topic is Topic.COVERAGE:
        rows = [
            [row["source"], row["start"], row["end"], row["text"], len(row["claims"]), row["reason"]]
            for row in coverage_rows(view)
        ]
        return _table(_COVERAGE, rows)
    if view.topic is Topic.SOURCES:
        rows = [
            [item.original, item.copy, item.how.value, plain.rounded(item.confidence), plain.rounded(item.share),
             "; ".join(evidence.what for evidence in item.evidence)]
            for item in view.report.lineage
        ]  # fmt: skip
        return _table(_LINEAGE, rows)
    if view.topic is Topic.SUPPORT:
        rows = [
            [item.verdict.value, item.rule, plain.rounded(item.confidence), item.sentence.source, item.sentence.start,
             item.sentence.end, item.sentence.text, " … ".join(span.text for span in item.evidence),
             item.explanation[-1] if item.explanation else ""]
            for item in view.told
        ]  # fmt: skip
        return _table(_SUPPORT, rows)
    return _table(_FINDING, _findings(view))


def _claim(claim: Claim) -> list[Any]:
    amount, when = claim.quantity, claim.time
    return [
        claim.id, claim.source, claim.kind.value, claim.text, claim.span.text, claim.span.start, claim.span.end,
        claim.subject, claim.predicate, claim.object,
        *([amount.text, plain.finite(amount.value), plain.finite(amount.low), plain.finite(amount.high),
           amount.bound.value, amount.unit, amount.counted] if amount else [None] * 7),
        *([when.text, when.first, when.last] if when else [None] * 3),
        claim.attribution.speaker if claim.attribution else None,
        claim.modality.value, claim.hedged, claim.negated,
    ]  # fmt: skip


def _findings(view: View) -> Iterable[list[Any]]:
    for finding in view.findings:
        for span in finding.spans:
            marked = [
                mark.text
                for mark in finding.marks
                if mark.source == span.source and span.start <= mark.start < span.end
            ]
            yield [
                finding.id, finding.kind.value, finding.rule, finding.level.value, plain.rounded(finding.confidence),
                finding.severity.value if finding.severity else None, finding.drift.value if finding.drift else None,
                finding.origins, finding.question, finding.message, span.source, span.start, span.end, span.text,
                "; ".join(marked),
            ]  # fmt: skip


def _table(header: list[str], rows: Iterable[Iterable[Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        if not (value.isascii() and value.isprintable()):
            value = "".join("\ufffd" if steers(char) else char for char in value)
        return "'" + value if value[:1] in set("=+-@\t\r\n") or value.lstrip()[:1] in set("=+-@") else value
    return value
