"""Markdown for pull requests and notes: a heading and a small table of quotes a finding."""

import re
from collections.abc import Iterable, Sequence

from factcheck.model.claim import Claim
from factcheck.model.finding import Finding, SourceSpan
from factcheck.report.document import coverage_rows
from factcheck.report.quoting import Piece, Weight, clean, excerpt, narrowed, sentences_of
from factcheck.report.summary import between, closing, compared, heading, kept, label
from factcheck.report.view import Topic, View, verdict_words

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$])")


def markdown_view(view: View) -> str:
    """The view as GitHub-flavoured Markdown."""
    if view.topic is Topic.CLAIMS:
        body = _claims(view)
    elif view.topic is Topic.COVERAGE:
        body = _table(
            ["source", "sentence", "claims"],
            (
                [_text(row["source"]), _text(row["text"]), str(len(row["claims"]) or _text(row["reason"] or "none"))]
                for row in coverage_rows(view)
            ),
        )
    elif view.topic is Topic.SOURCES:
        body = _table(
            ["copy", "original", "how", "confidence", "share", "evidence"],
            (
                [_text(item.copy), _text(item.original), item.how.value, f"{item.confidence:.2f}", f"{item.share:.0%}",
                 _text("; ".join(evidence.what for evidence in item.evidence))]
                for item in view.report.lineage
            ),
        )  # fmt: skip
    elif view.topic is Topic.SUPPORT:
        body = _table(
            ["verdict", "sentence", "evidence", "rule", "why"],
            (
                [
                    verdict_words(item),
                    _spans(view, (item.sentence,), item.marks),
                    _spans(view, item.evidence, item.marks),
                    item.rule,
                    _text(item.explanation[-1] if item.explanation else ""),
                ]
                for item in view.told
            ),
        )
    elif view.topic is Topic.DRIFT:
        body = "\n\n".join(
            "\n\n".join(
                (
                    f"**{_text(compared(view, pair))}**",
                    _text(kept(pair)),
                    *(_finding(view, finding).strip() for finding in between(view, pair)),
                )
            )
            for pair in view.report.drift
        )
    else:
        body = "\n".join(_finding(view, finding) for finding in view.findings)
    return "\n\n".join(part.strip("\n") for part in (f"# {heading(view)}", body, closing(view)) if part.strip()) + "\n"


def _spans(view: View, spans: Sequence[SourceSpan], marked: Sequence[SourceSpan]) -> str:
    """Quotes of one cell, one after the other, the marked words in bold."""
    articles, marks = view.articles, narrowed(marked)
    return " … ".join(
        _quote(excerpt(articles.get(span.source), span, marks, (span.start, span.end), 300)) for span in spans
    )


def _claims(view: View) -> str:
    parts = []
    for article in view.report.articles:
        rows = [claim for claim in view.report.claims if claim.source == article.id]
        parts.append(f"## {_text(article.id)}\n\n" + _table(["id", "kind", "claim", "says"], map(_claim, rows)))
    return "\n".join(parts)


def _claim(claim: Claim) -> list[str]:
    return [
        f"`{claim.id}`",
        claim.kind.value,
        _text(claim.text),
        _text(claim.attribution.speaker if claim.attribution else ""),
    ]


def _finding(view: View, finding: Finding) -> str:
    articles, sentences = view.articles, sentences_of(finding, view.claims)
    marks = narrowed(finding.marks)
    rows = [
        [_text(span.source), _quote(excerpt(articles.get(span.source), span, marks, sentences.get(span), 300))]
        for span in finding.spans
    ]
    title = _text(finding.question or finding.message)
    lines = [f"## {title}", "", _text(label(finding)) + f" `{finding.id}`", "", _table(["source", "quote"], rows)]
    if finding.question:
        lines += ["", _text(finding.message)]
    return "\n".join(lines) + "\n"


def _quote(pieces: Iterable[Piece]) -> str:
    """Marked words in bold; the stars stand next to letters, or Markdown would not see them."""
    shown = []
    for piece in pieces:
        inner = piece.text.strip()
        if piece.weight is Weight.MARK and inner:
            before, _, after = piece.text.partition(inner)
            shown.append(f"{before}**{_text(inner)}**{after}")
        else:
            shown.append(escaped(piece.text))
    return "".join(shown)


def _table(header: list[str], rows: Iterable[list[str]]) -> str:
    lines = ["| " + " | ".join(header) + " |", "|" + " --- |" * len(header)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    return escaped(text).strip()


def escaped(text: str) -> str:
    """Characters that Markdown would act on, escaped; "@" as an entity, so that nobody is notified by a quote."""
    return _SPECIAL.sub(r"\\\1", clean(text)).replace("@", "&#64;")
