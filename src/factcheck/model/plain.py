"""Values as plain dicts, lists, strings and numbers: the one form in which anything of ours becomes JSON.

An open end of an interval is None, never an infinity, which JSON does not know. Days are ISO 8601. Offsets count
characters (code points) of `Article.text`, end exclusive.
"""

import math
from typing import Any

from factcheck.model.article import Article, Boilerplate, Skip
from factcheck.model.claim import Argument, Attribution, Claim, SentenceCoverage
from factcheck.model.finding import Finding, SourceSpan
from factcheck.model.lineage import Lineage
from factcheck.model.link import Cluster
from factcheck.model.quantity import Quantity
from factcheck.model.report import DriftSummary, Signature
from factcheck.model.span import Span
from factcheck.model.support import Support
from factcheck.model.time import Time

Plain = dict[str, Any]


def finite(value: float | None) -> float | int | None:
    """The number, whole ones without a fraction; None for an open end."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < 2**53 else value


def quantity(value: Quantity) -> Plain:
    """A quantity: value and interval in the base unit, and where its words stand."""
    return {
        "text": value.text,
        "start": value.start,
        "end": value.end,
        "value": finite(value.value),
        "low": finite(value.low),
        "high": finite(value.high),
        "bound": value.bound.value,
        "unit": value.unit,
        "counted": value.counted,
        "trend": value.trend,
        "kind": value.kind,
        "concepts": list(value.concepts),
        "written_unit": value.written_unit,
        "written_value": finite(value.written_value),
        "written_range": [finite(end) for end in value.written_range] if value.written_range else None,
        "whole": value.whole,
        "event": value.event,
        "step": value.step,
    }


def time(value: Time) -> Plain:
    """A time: `start` and `end` are its first and last day; where its words stand is under `span`."""
    return {
        "text": value.text,
        "start": value.first.isoformat() if value.first else None,
        "end": value.last.isoformat() if value.last else None,
        "kind": value.kind,
        "value": value.value,
        "precision": value.precision,
        "resolved": value.resolved,
        "mod": value.mod,
        "span": {"start": value.start, "end": value.end},
    }


def span(value: Span) -> Plain:
    """A stretch of an article with its text."""
    return {"start": value.start, "end": value.end, "text": value.text}


def source_span(value: SourceSpan) -> Plain:
    """A stretch of one source's text."""
    return {"source": value.source, "start": value.start, "end": value.end, "text": value.text}


def attribution(value: Attribution) -> Plain:
    """Who says so, and where the article says that."""
    return {"speaker": value.speaker, "cue": value.cue, "start": value.start, "end": value.end, "via": value.via}


def argument(value: Argument) -> Plain:
    """A participant or circumstance of a claim."""
    return {
        "role": value.role,
        "text": value.text,
        "start": value.start,
        "end": value.end,
        "head": value.head,
        "entity": value.entity,
        "type": value.type,
    }


def claim(value: Claim) -> Plain:
    """A claim with all that it holds."""
    return {
        "id": value.id,
        "source": value.source,
        "kind": value.kind.value,
        "text": value.text,
        "span": span(value.span),
        "sentence": span(value.sentence),
        "subject": value.subject,
        "predicate": value.predicate,
        "object": value.object,
        "quantity": quantity(value.quantity) if value.quantity else None,
        "time": time(value.time) if value.time else None,
        "attribution": attribution(value.attribution) if value.attribution else None,
        "modality": value.modality.value,
        "hedged": value.hedged,
        "negated": value.negated,
        "arguments": [argument(item) for item in value.arguments],
        "place": value.place,
    }


def coverage(value: SentenceCoverage) -> Plain:
    """A sentence with its claims, or why it has none."""
    return {"start": value.start, "end": value.end, "claims": list(value.claims), "reason": value.reason}


def cluster(value: Cluster) -> Plain:
    """A question with its answers, and the verdict on each pair of claims."""
    return {
        "id": value.id,
        "question": value.question,
        "slot": value.slot,
        "claims": [item.id for item in value.claims],
        "guests": sorted(value.guests),
        "values": [
            {"value": item.value, "claims": list(item.claims), "sources": list(item.sources), "origins": item.origins}
            for item in value.values
        ],
        "relation": value.relation.value,
        "pairs": [
            {
                "left": item.left,
                "right": item.right,
                "relation": item.relation.value,
                "rule": item.rule,
                "confidence": rounded(item.confidence),
                "steps": list(item.steps),
            }
            for item in value.pairs
        ],
    }


def finding(value: Finding) -> Plain:
    """A finding; `type` and `severity` are there for drift alone."""
    plain: Plain = {
        "id": value.id,
        "rule": value.rule,
        "kind": value.kind.value,
        "level": value.level.value,
        "confidence": rounded(value.confidence),
        "message": value.message,
        "explanation": list(value.explanation),
        "claims": list(value.claims),
        "spans": [source_span(item) for item in value.spans],
        "marks": [source_span(item) for item in value.marks],
        "cluster": value.cluster,
        "question": value.question,
        "origins": value.origins,
    }
    if value.drift is not None:
        plain["type"] = value.drift.value
    if value.severity is not None:
        plain["severity"] = value.severity.value
    return plain


def lineage(value: Lineage) -> Plain:
    """That one article derives from another, and on what evidence."""
    return {
        "original": value.original,
        "copy": value.copy,
        "how": value.how.value,
        "confidence": rounded(value.confidence),
        "share": rounded(value.share),
        "evidence": [
            {"what": item.what, "weight": rounded(item.weight), "spans": [source_span(at) for at in item.spans]}
            for item in value.evidence
        ],
    }


def drift_summary(value: DriftSummary) -> Plain:
    """How many sentences of an original arrived in the copy."""
    return {
        "original": value.original,
        "copy": value.copy,
        "faithful": value.faithful,
        "changed": value.changed,
        "lost": value.lost,
        "added": value.added,
    }


def boilerplate(value: Boilerplate) -> Plain:
    """A stretch of furniture and the rule that marked it."""
    return {"start": value.start, "end": value.end, "reason": value.reason}


def article(value: Article) -> Plain:
    """What is known about an article; its text stays in its file."""
    return {
        "id": value.id,
        "title": value.title,
        "publisher": value.publisher,
        "author": value.author,
        "published": value.published.isoformat() if value.published else None,
        "url": value.url,
        "path": value.path,
        "characters": len(value.text),
        "boilerplate": [boilerplate(item) for item in value.boilerplate],
    }


def skip(value: Skip) -> Plain:
    """Something seen and not used."""
    return {"where": value.where, "what": value.what, "why": value.why, "narrows": value.narrows}


def signature(value: Signature) -> Plain:
    """What a report depends on beside its input."""
    return {
        "version": value.version,
        "pipeline": value.pipeline,
        "lexicon": value.lexicon,
        "settings": value.settings,
    }


def rounded(value: float) -> float:
    """Four places: enough to rank by, and the same on every machine."""
    return round(value, 4)


def support(value: Support) -> Plain:
    """What one source says of one sentence of another."""
    return {
        "sentence": source_span(value.sentence),
        "verdict": value.verdict.value,
        "rule": value.rule,
        "confidence": value.confidence,
        "explanation": list(value.explanation),
        "evidence": [source_span(item) for item in value.evidence],
        "marks": [source_span(item) for item in value.marks],
    }
