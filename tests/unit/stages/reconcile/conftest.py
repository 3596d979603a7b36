"""Claims built by hand, and what the later stages make of them, without a pipeline."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from factcheck.model.article import Article
from factcheck.model.claim import Attribution, Claim, Kind, Modality
from factcheck.model.finding import Finding
from factcheck.model.quantity import Bound, Quantity
from factcheck.model.span import Span
from factcheck.model.time import Time
from factcheck.stages.cluster import cluster
from factcheck.stages.link import link
from factcheck.stages.reconcile import Reconciled, reconcile
from factcheck.text import digest

Make = Callable[..., Claim]


def build(
    source: str,
    text: str,
    subject: str | None,
    predicate: str | None,
    object_: str | None = None,
    *,
    kind: Kind = Kind.EVENT,
    number: str | None = None,
    value: float | None = None,
    low: float | None = None,
    high: float | None = None,
    bound: Bound = Bound.EXACT,
    counted: str | None = None,
    unit: str | None = None,
    amount: str = "count",
    when: tuple[str, date, date] | None = None,
    speaker: str | None = None,
    **more: Any,
) -> Claim:
    """A claim that is its own sentence and span."""
    quantity = time = None
    if number is not None:
        start = text.index(number)
        exact = value if value is not None else 0.0
        quantity = Quantity(
            start=start,
            end=start + len(number),
            text=number,
            value=value,
            low=exact if low is None else low,
            high=exact if high is None else high,
            bound=bound,
            counted=counted,
            unit=unit,
            kind=amount,
        )
    if when is not None:
        start = text.index(when[0])
        time = Time(start, start + len(when[0]), when[0], when[1], when[2])
    span = Span(0, len(text), text)
    said = Attribution(speaker, "said", 0, 0) if speaker else None
    return Claim(
        digest(source, text, kind.value),
        source,
        kind,
        text,
        span,
        span,
        subject,
        predicate,
        object_,
        quantity,
        time,
        said,
        more.pop("modality", Modality.ACTUAL),
        **more,
    )


@pytest.fixture
def claim() -> Make:
    """Build one claim."""
    return build


def run(*claims: Claim, published: dict[str, date] | None = None, origins: dict[str, str] | None = None) -> Reconciled:
    """Link, cluster and reconcile claims; each source's article is its claims' texts."""
    sources = sorted({item.source for item in claims})
    articles = [
        Article(
            source,
            "\n".join(item.text for item in claims if item.source == source),
            published=(published or {}).get(source),
        )
        for source in sources
    ]
    return reconcile(cluster(claims, link(claims).links), origins or {}, articles, (), claims)


@pytest.fixture
def reconciled() -> Callable[..., Reconciled]:
    """What becomes of some claims."""
    return run


@pytest.fixture
def rules() -> Callable[..., list[str]]:
    """The rules of the findings other than agreements, and "agree" for those, in the order of the findings."""

    def make(*claims: Claim, **more: Any) -> list[str]:
        found: tuple[Finding, ...] = run(*claims, **more).findings
        return ["agree" if item.kind.value == "agreement" else item.rule for item in found]

    return make
