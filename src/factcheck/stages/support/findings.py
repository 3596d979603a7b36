"""Contradicted sentences -> conflict findings, where comparing claims has not found what sets them apart already."""

from collections.abc import Iterable, Sequence

from factcheck.model.claim import Claim
from factcheck.model.finding import Finding, FindingKind, Level, SourceSpan
from factcheck.model.support import Support, Verdict
from factcheck.text import digest, fold, squeeze


def conflicts(judged: Iterable[Support], claims: Sequence[Claim], known: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that two texts contradict each other, by id; `known` are those that are there already.

    No sentence of a known conflict is told again, nor are two that a revision or a dispute explains.
    """
    known = tuple(known)
    there = {_key(span) for item in known if item.kind is FindingKind.CONFLICT for span in item.spans}
    explained = [{_key(span) for span in item.spans} for item in known if item.kind in _EXPLAINED]
    made = {}
    for item in judged:
        if item.verdict is not Verdict.CONTRADICTED or not item.evidence:
            continue
        spans = tuple(sorted((item.sentence, *item.evidence)))
        if any(_touched(span, there) for span in spans):
            continue
        if any(all(_touched(span, pair) for span in spans) for pair in explained):
            continue
        finding = _finding(item, spans, claims)
        made[finding.id] = finding
    return tuple(made[id_] for id_ in sorted(made))


_EXPLAINED = (FindingKind.REVISION, FindingKind.DISPUTE)


def _key(span: SourceSpan) -> tuple[str, int, int]:
    return span.source, span.start, span.end


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
