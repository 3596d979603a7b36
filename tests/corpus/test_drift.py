"""Pairs of an original and a copy: a paraphrase is left in peace, and the one real change is told, and it alone."""

from collections.abc import Callable, Sequence
from typing import Any

import factcheck
from factcheck.model.finding import Finding, Severity

PAIRS = "drift/pairs.jsonl"
RANK = {Severity.MINOR: 0, Severity.MAJOR: 1, Severity.CRITICAL: 2}


def _touches(finding: Finding, case: dict[str, Any]) -> bool:
    """Whether a finding quotes the changed words on each side that has some."""
    for source in ("original", "copy"):
        words = case["expect"][source]
        start = case[source].index(words)
        spans = [span for span in finding.spans if span.source == source]
        if words and not any(span.start < start + len(words) and start < span.end for span in spans):
            return False
    return True


def _holds(case: dict[str, Any], findings: Sequence[Finding]) -> bool:
    serious = [finding for finding in findings if finding.severity is not Severity.MINOR]
    if case["expect"] == "faithful":
        return not serious
    least = RANK[Severity(case["expect"]["severity"])]
    told = any(
        finding.drift is not None
        and finding.drift.value == case["expect"]["type"]
        and finding.severity is not None
        and RANK[finding.severity] >= least
        and _touches(finding, case)
        for finding in findings
    )
    return told and all(_touches(finding, case) for finding in serious)


def test_a_pair_is_judged_as_a_reader_would(case: dict[str, Any], judge: Callable[..., None]) -> None:
    original = factcheck.Article(id="original", text=case["original"])
    copy = factcheck.Article(id="copy", text=case["copy"])
    findings = list(factcheck.drift(original, copy))
    judge(case, _holds(case, findings), [(f.drift, f.severity, f.message) for f in findings])
