"""Contradicted sentences -> conflict findings, where comparing claims has not found the conflict already."""

from collections.abc import Iterable, Sequence

from factcheck.model.claim import Claim
from factcheck.model.finding import Finding, FindingKind, Level, SourceSpan
from factcheck.model.support import Support, Verdict
from factcheck.text import digest, fold, squeeze


def conflicts(judged: Iterable[Support], claims: Sequence[Claim], known: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that two texts contradict each other, by id; `known` are those that are there already."""
    there = {
        (span.source, span.start, span.end)
        for item in known
        if item.kind is FindingKind.CONFLICT
        for span in item.spans
    }
    made = {}
    for item in judged:
        if item.verdict is not Verdict.CONTRADICTED or not item.evidence:
            continue
        spans = tuple(sorted((item.sentence, *item.evidence)))
        if any(_touched(span, there) for span in spans):
            continue
        finding = _finding(item, spans, claims)
        made[finding.id] = finding
    return tuple(made[id_] for id_ in sorted(made))


def _touched(span: SourceSpan, there: Iterable[tuple[str, int, int]]) -> bool:
    return any(source == span.source and start < span.end and span.start < end for source, start, end in there)


def _finding(item: Support, spans: tuple[SourceSpan, ...], claims: Sequence[Claim]) -> Finding:
    first, second = (f"“{squeeze(span.text)}” ({span.source})" for span in (spans[0], spans[-1]))
    inside = sorted(
        claim.id
        for claim in claims
        if any(claim.source == s.source and s.start <= claim.span.start and claim.span.end <= s.end for s in spans)
    )
    return Finding(
        id=digest(item.rule, *sorted(f"{span.source}:{fold(squeeze(span.text))}" for span in spans)),
        rule=item.rule,
        kind=FindingKind.CONFLICT,
        level=Level.ERROR if item.confidence >= 0.7 else Level.WARNING,
        confidence=item.confidence,
        message=f"{first} contradicts {second}.",
        explanation=item.explanation,
        claims=tuple(inside),
        spans=spans,
        marks=item.marks,
    )
