"""One finding, cluster or claim in full: quotes with offsets, values as understood, the steps, the verdict."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from factcheck.model import plain
from factcheck.model.claim import Claim
from factcheck.model.finding import Finding
from factcheck.model.link import Cluster
from factcheck.model.quantity import Quantity
from factcheck.model.report import Report
from factcheck.model.time import Time
from factcheck.report.document import dump
from factcheck.report.markdown import escaped
from factcheck.report.quoting import clean
from factcheck.report.summary import label
from factcheck.report.table import draw
from factcheck.report.view import Look, count

if TYPE_CHECKING:
    from rich.console import Console

Line = tuple[int, str]
"""How deep a line stands (0: a heading), and its words."""


def explain_json(item: Finding | Cluster | Claim, report: Report) -> str:
    """The thing itself, its cluster and its claims, as one document."""
    claims, cluster = _parts(item, report)
    kind = "finding" if isinstance(item, Finding) else "cluster" if isinstance(item, Cluster) else "claim"
    return dump(
        {
            "format": "factcheck.explanation/1",
            "kind": kind,
            "finding": plain.finding(item) if isinstance(item, Finding) else None,
            "cluster": plain.cluster(cluster) if cluster else None,
            "claims": [plain.claim(claim) for claim in claims],
        }
    )


def explain_table(item: Finding | Cluster | Claim, report: Report, look: Look) -> str:
    """The explanation as lines for a terminal."""
    from rich.padding import Padding
    from rich.text import Text

    def fill(console: "Console") -> None:
        for number, (depth, words) in enumerate(_lines(item, report)):
            if depth == 0 and number:
                console.print()
            text = Text(clean(words), style="bold" if depth == 0 else "")
            console.print(Padding(text, (0, 0, 0, 2 * depth)))

    return draw(fill, look)


def explain_markdown(item: Finding | Cluster | Claim, report: Report) -> str:
    """The explanation as headings and lists."""
    out = []
    for depth, words in _lines(item, report):
        out.append(f"\n## {escaped(words)}\n" if depth == 0 else "  " * (depth - 1) + f"- {escaped(words)}")
    return "\n".join(out).strip("\n") + "\n"


def _parts(item: Finding | Cluster | Claim, report: Report) -> tuple[list[Claim], Cluster | None]:
    by_id = {claim.id: claim for claim in report.claims}
    if isinstance(item, Cluster):
        return list(item.claims), item
    if isinstance(item, Claim):
        told_in = (cluster for cluster in report.clusters if any(claim.id == item.id for claim in cluster.claims))
        return [item], min(told_in, key=lambda cluster: (item.id in cluster.guests, cluster.id), default=None)
    cluster = next((cluster for cluster in report.clusters if cluster.id == item.cluster), None)
    return [by_id[id_] for id_ in item.claims if id_ in by_id], cluster


def _lines(item: Finding | Cluster | Claim, report: Report) -> Iterator[Line]:
    claims, cluster = _parts(item, report)
    if isinstance(item, Finding):
        yield 0, f"{item.kind.value.replace('_', ' ').capitalize()} {item.id}"
        yield 1, item.message
        yield 1, label(item)
        if item.question:
            yield 1, f"question: {item.question}"
        yield 0, "What the sources say"
        for span in item.spans:
            yield 1, f"{span.source} [{span.start}, {span.end}): “{span.text}”"
        if item.marks:
            yield 1, "what differs: " + "; ".join(f"{mark.source} “{mark.text}”" for mark in item.marks)
        yield 0, "How the verdict was reached"
        for number, step in enumerate(item.explanation, start=1):
            yield 1, f"{number}. {step}"
        yield 1, f"verdict: {item.kind.value.replace('_', ' ')}, rule {item.rule}, confidence {item.confidence:.2f}"
    elif isinstance(item, Cluster):
        yield 0, f"Cluster {item.id}"
        yield 1, item.question
    else:
        yield 0, f"Claim {item.id}"
        yield 1, item.text
    if cluster is not None:
        yield from _cluster(cluster, item)
    if claims:
        yield 0, "The claims as understood"
    for source, group in groupby(claims, key=lambda claim: claim.source):
        yield 1, source
        for claim in group:
            yield from _claim(claim)


def _cluster(cluster: Cluster, item: Finding | Cluster | Claim) -> Iterator[Line]:
    yield 0, "The question and its answers"
    yield 1, f"{cluster.question}  ({cluster.id}, slot {cluster.slot})"
    for value in cluster.values:
        sources = ", ".join(value.sources)
        yield 2, f"{value.value}: {count(value.origins, 'independent origin')}, {sources}"
    mine = set(item.claims) if isinstance(item, Finding) else {item.id} if isinstance(item, Claim) else None
    by_id = {claim.id: claim for claim in cluster.claims}
    pairs = [
        pair
        for pair in cluster.pairs
        if mine is None
        or (pair.left in mine and pair.right in mine)
        or (isinstance(item, Claim) and mine & {pair.left, pair.right})
    ]
    if pairs and not isinstance(item, Finding):
        yield 0, "How its claims stand to one another"
        for pair in pairs:
            left, right = by_id.get(pair.left), by_id.get(pair.right)
            names = " / ".join(f"{side.source} “{side.span.text}”" for side in (left, right) if side)
            yield 1, f"{pair.relation.value.replace('_', ' ')} ({pair.rule}, {pair.confidence:.2f}): {names}"
            for step in pair.steps:
                yield 2, step


def _claim(claim: Claim) -> Iterator[Line]:
    yield 2, f"{claim.id}  {claim.text}"
    yield 3, f"{claim.kind.value}, from [{claim.span.start}, {claim.span.end}): “{claim.span.text}”"
    who = [part for part in (claim.subject, claim.predicate, claim.object) if part]
    if who:
        yield 3, "read as: " + " | ".join(who)
    if claim.quantity:
        yield 3, f"amount: {amount(claim.quantity)}"
    if claim.time:
        yield 3, f"time: {period(claim.time)}"
    if claim.attribution:
        via = f", by way of {claim.attribution.via}" if claim.attribution.via else ""
        yield 3, f"says who: {claim.attribution.speaker} (“{claim.attribution.cue}”{via})"
    manner = [claim.modality.value, *(["hedged"] if claim.hedged else []), *(["negated"] if claim.negated else [])]
    if manner != ["actual"]:
        yield 3, f"manner: {', '.join(manner)}"


def amount(value: Quantity) -> str:
    """A quantity as its interval: "“nearly 30” = 26 to 29 prisoner (nearly)"."""
    low, high = plain.finite(value.low), plain.finite(value.high)
    if low == high and low is not None:
        interval = _number(low)
    elif low is None:
        interval = f"at most {_number(high)}"
    elif high is None:
        interval = f"at least {_number(low)}"
    else:
        interval = f"{_number(low)} to {_number(high)}"
    what = " ".join(part for part in (value.unit, value.counted) if part)
    return f"“{value.text}” = {interval}" + (f" {what}" if what else "") + f" ({value.bound.value.replace('_', ' ')})"


def _number(value: Any) -> str:
    return "any" if value is None else f"{value:,}"


def period(value: Time) -> str:
    """A time as its days: "“Thursday” = 2025-02-27"."""
    if not value.resolved:
        return f"“{value.text}”, which the article's date does not settle"
    first, last = (day.isoformat() if day else "open" for day in (value.first, value.last))
    return f"“{value.text}” = {first}" + (f" to {last}" if last != first else "")
