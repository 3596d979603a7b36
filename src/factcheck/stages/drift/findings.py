"""From differences to findings: spans quoted verbatim, stable ids, one finding for one change, in one order."""

from collections.abc import Iterable
from hashlib import blake2b

from factcheck.model.article import Article
from factcheck.model.finding import DriftType, Finding, FindingKind, Level, Severity, SourceSpan
from factcheck.stages.drift.unit import Difference, Range

RULES = {kind: f"FC3{number:02d}" for number, kind in enumerate(DriftType, start=1)}
_LEVEL = {Severity.CRITICAL: Level.ERROR, Severity.MAJOR: Level.WARNING, Severity.MINOR: Level.NOTE}
_RANK = {Severity.CRITICAL: 0, Severity.MAJOR: 1, Severity.MINOR: 2}
_CELL = 100
# What is said of one place by several rules is said once, by the first of these.
_FIRST = (
    DriftType.UNIT_CHANGE,
    DriftType.NUMBER_CHANGE,
    DriftType.DATE_CHANGE,
    DriftType.ENTITY_CORRUPTION,
    DriftType.POLARITY,
    DriftType.ROLE_REVERSAL,
    DriftType.GARBLED,
    DriftType.HEDGE_CHANGE,
    DriftType.TERM_SUBSTITUTION,
    DriftType.ATTRIBUTION_CHANGE,
    DriftType.TENSE_OR_ASPECT,
    DriftType.OMISSION,
    DriftType.ADDITION,
)


def to_findings(differences: Iterable[Difference], original: Article, copy: Article) -> tuple[Finding, ...]:
    """Findings by severity, then place in the original, then in the copy.

    What a stronger rule says of a place is kept.
    """
    ordered = sorted(differences, key=_strength)
    kept: list[Difference] = []
    near: dict[tuple[str, int], list[Difference]] = {}
    for difference in ordered:
        cells = _cells(difference)
        if not any(_same_place(difference, other) for cell in cells for other in near.get(cell, ())):
            kept.append(difference)
            for cell in cells:
                near.setdefault(cell, []).append(difference)
    findings = {finding.id: finding for finding in (_finding(difference, original, copy) for difference in kept)}
    return tuple(sorted(findings.values(), key=lambda f: _order(f, original.id)))


def _cells(difference: Difference) -> list[tuple[str, int]]:
    """The stretches of a hundred characters, on both sides, that a difference marks words in."""
    return [
        (side, cell)
        for side, marks in (("left", difference.left_marks), ("right", difference.right_marks))
        for start, end in marks
        for cell in range(start // _CELL, end // _CELL + 1)
    ]


def _strength(difference: Difference) -> tuple[int, int, tuple[Range, ...], tuple[Range, ...], str]:
    return (
        _RANK[difference.severity],
        _FIRST.index(difference.type),
        difference.left,
        difference.right,
        difference.message,
    )


def _same_place(one: Difference, other: Difference) -> bool:
    """Whether two differences mark the same words on both sides (or on the only side that they mark)."""
    left, right = _touch(one.left_marks, other.left_marks), _touch(one.right_marks, other.right_marks)
    if DriftType.ADDITION in (one.type, other.type):
        return right
    if DriftType.OMISSION in (one.type, other.type):
        return left
    if one.left_marks and other.left_marks and one.right_marks and other.right_marks:
        return left and right
    if one.type is other.type:
        return left or right
    return False


def _touch(one: tuple[Range, ...], other: tuple[Range, ...]) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] for a in one for b in other)


def _finding(difference: Difference, original: Article, copy: Article) -> Finding:
    spans = tuple(sorted([*_quoted(original, difference.left), *_quoted(copy, difference.right)]))
    marks = tuple(sorted([*_quoted(original, difference.left_marks), *_quoted(copy, difference.right_marks)]))
    content = "\x1f".join(
        [RULES[difference.type], *(f"{s.source}\x1e{s.text}" for s in spans), *(m.text for m in marks)]
    )
    steps = [f"{'Original' if s.source == original.id else 'Copy'}: “{s.text}”" for s in spans]
    steps.sort(key=lambda step: not step.startswith("Original"))
    return Finding(
        id=blake2b(content.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest(),
        rule=RULES[difference.type],
        kind=FindingKind.DRIFT,
        level=_LEVEL[difference.severity],
        confidence=difference.confidence,
        message=difference.message,
        explanation=(*steps, *difference.steps),
        claims=(),
        spans=spans,
        marks=marks,
        drift=difference.type,
        severity=difference.severity,
    )


def _quoted(article: Article, ranges: Iterable[Range]) -> list[SourceSpan]:
    return [SourceSpan(article.id, start, end, article.text[start:end]) for start, end in sorted(set(ranges))]


def _order(finding: Finding, original: str) -> tuple[int, int, int, str, str]:
    left = min((span.start for span in finding.spans if span.source == original), default=1 << 60)
    right = min((span.start for span in finding.spans if span.source != original), default=1 << 60)
    rank = _RANK[finding.severity] if finding.severity else 3
    return rank, left, right, finding.rule, finding.id
