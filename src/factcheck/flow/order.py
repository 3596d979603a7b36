"""From articles to a report, with an executor for what can be done article by article.

Everything that comes out is in a total order of its own, so that neither the order of the input nor the number of
processes shows in it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck import store
from factcheck.engine import open_engine
from factcheck.errors import FactcheckError, StoreError
from factcheck.flow.signature import code_digest, program_version, signature
from factcheck.flow.work import drift_one, encode_some, extract_one, read_some, support_one
from factcheck.model.article import Article, Skip
from factcheck.model.claim import Claim, Extraction
from factcheck.model.finding import Finding, FindingKind, Level, Severity
from factcheck.model.lineage import Lineage
from factcheck.model.link import Cluster
from factcheck.model.report import DriftSummary, Report

if TYPE_CHECKING:
    from factcheck.config import Settings
    from factcheck.stages.reconcile import Reconciled

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and of how many."""

_TOGETHER = 64  # claims that go to a process at once; a claim's vector does not depend on the others
T = TypeVar("T")
R = TypeVar("R")
_KINDS = {kind: number for number, kind in enumerate(FindingKind)}
_LEVELS = {level: number for number, level in enumerate((Level.ERROR, Level.WARNING, Level.NOTE))}
_SEVERITIES = {severity: number for number, severity in enumerate(Severity)}


def _silent(_what: str, _done: int, _total: int) -> None:
    """No progress."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """Claims of all articles: by source, with the articles as they were read (furniture marked)."""

    articles: tuple[Article, ...]
    extractions: tuple[Extraction, ...]
    skipped: tuple[Skip, ...]
    keys: dict[str, str]
    stored: frozenset[str]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, by source and place."""
        return tuple(claim for extraction in self.extractions for claim in extraction.claims)


def whole(text: str) -> str:
    """The text with half surrogate pairs, which no encoding can hold, as U+FFFD; offsets stay the same."""
    if text.isascii():
        return text
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def mark(article: Article) -> Article:
    """The article as the stages take it: whole characters, and its furniture marked if nobody has marked any."""
    text = whole(article.text)
    if text != article.text:
        article = replace(article, text=text)
    if article.boilerplate:
        return article
    from factcheck.stages.read import mark as furniture

    marks, headline = furniture(article.text, author=article.author, publisher=article.publisher, title=article.title)
    return replace(article, boilerplate=marks, title=article.title or headline)


def extract(
    articles: Iterable[Article],
    settings: "Settings",
    *,
    stored: Path | None = None,
    progress: Progress = _silent,
) -> Extracted:
    """Extract the claims of each article, in as many processes as the settings and the amount of text ask for.

    Args:
        articles: With ids of their own, in any order.
        settings: Pipeline and number of processes.
        stored: A folder of stored claims; those that were made from the same article by the same code are taken as
            they are. Sentences that gave no claim are not stored, so leave it out where they are wanted.
        progress: Told of each article that is done.
    Raises:
        ValueError: Two articles have one id.
        ModelError: The pipeline is missing or unfit.
    """
    ordered = tuple(mark(article) for article in sorted(articles, key=lambda article: article.id))
    ids = [article.id for article in ordered]
    if len(set(ids)) != len(ids):
        twice = next(one for one, other in pairwise(ids) if one == other)
        raise ValueError(f"two articles have the id {twice!r}")
    keys = {article.id: store.made_from(article, maker(settings)) for article in ordered}
    found: dict[str, Extraction] = {}
    skipped: list[Skip] = []
    if stored is not None:
        for article in ordered:
            claims = _from_store(stored, article, keys[article.id], skipped)
            if claims is not None:
                found[article.id] = Extraction(article.id, claims)
    known = frozenset(found)
    todo = [article for article in ordered if article.id not in known]
    if todo:
        size = sum(len(article.text) for article in todo)
        with open_engine(settings.jobs, size, len(todo)) as engine:
            tasks = [(article, settings.pipeline) for article in todo]
            for article, made in zip(todo, _watched(engine, extract_one, tasks, "reading", progress), strict=True):
                if isinstance(made, Skip):
                    skipped.append(made)
                else:
                    found[article.id] = made
    return Extracted(
        ordered, tuple(found[id_] for id_ in ids if id_ in found), tuple(sorted(set(skipped))), keys, known
    )


def maker(settings: "Settings") -> str:
    """What makes claims out of an article: program, pipeline and code, as one string."""
    return "/".join((program_version(), pipeline_label(settings.pipeline), code_digest(), settings.fingerprint()))


def pipeline_label(name: str) -> str:
    """Name and version of a language pipeline."""
    from factcheck.stages.annotate import version

    return version(name)


def _from_store(folder: Path, article: Article, key: str, skipped: list[Skip]) -> tuple[Claim, ...] | None:
    try:
        stored = store.read_claims(folder, article.id, key)
    except StoreError as error:
        skipped.append(Skip(error.message.split(":")[0], "claims", "damaged; its article was read anew", narrows=False))
        return None
    return stored.claims if stored is not None else None


def _watched(
    engine: Executor, work: Callable[[T], R], tasks: Sequence[T], what: str, progress: Progress
) -> Iterator[R]:
    """Map over the tasks, in chunks that depend on nothing but their number, and tell of each that is done."""
    progress(what, 0, len(tasks))
    for done, result in enumerate(engine.map(work, tasks, chunksize=max(1, min(32, len(tasks) // 64))), start=1):
        progress(what, done, len(tasks))
        yield result


def reconcile(
    extracted: Extracted,
    settings: "Settings",
    *,
    skipped: Iterable[Skip] = (),
    with_drift: bool = True,
    one_matter: bool = False,
    progress: Progress = _silent,
) -> Report:
    """Tell the stories apart, link and cluster the claims of each, judge the clusters, compare copies with originals.

    Args:
        extracted: Claims of all articles.
        settings: As for `extract`.
        skipped: What reading passed over; it becomes part of the report.
        one_matter: Whether all articles are known to tell of one matter, so that all are compared.
        with_drift: Whether to compare copies with their originals, which takes their annotation again.
        progress: Told of each step.
    """
    from factcheck.stages.lineage import lineage, origins
    from factcheck.stages.reconcile import drifted
    from factcheck.stages.story import stories

    articles, claims = extracted.articles, extracted.claims
    passed = [*skipped, *extracted.skipped]
    progress("comparing articles", 0, 1)
    derived = lineage(articles)
    ids = tuple(article.id for article in articles)
    told = (ids,) if one_matter and ids else stories(articles, [(item.original, item.copy) for item in derived])
    first = origins(articles, derived)
    findings: list[Finding] = []
    clusters: list[Cluster] = []
    compared = 0
    story_of = {id_: number for number, story in enumerate(told) for id_ in story}
    articles_of: list[list[Article]] = [[] for _ in told]
    claims_of: list[list[Claim]] = [[] for _ in told]
    for article in articles:
        articles_of[story_of[article.id]].append(article)
    for claim in claims:
        claims_of[story_of[claim.source]].append(claim)
    progress("judging", 0, len(told))
    for done, (its_articles, its_claims) in enumerate(zip(articles_of, claims_of, strict=True), start=1):
        judged, skips = _judge_story(
            its_articles,
            its_claims,
            first,
            derived,
            settings,
            progress,
        )
        passed.extend(skips)
        findings.extend(judged.findings)
        clusters.extend(judged.clusters)
        compared += judged.compared_pairs
        progress("judging", done, len(told))
    summaries: list[DriftSummary] = []
    if with_drift and derived:
        more, summaries, failed = _drift_all(extracted, derived, settings, progress)
        clusters = list(drifted(clusters, more))
        findings.extend(more)
        passed.extend(failed)
    return Report(
        articles=articles,
        claims=claims,
        clusters=tuple(sorted(clusters, key=lambda item: (not item.guests, item.id))),
        findings=_ordered(findings, claims),
        skipped=tuple(sorted(set(passed))),
        lineage=tuple(sorted(derived, key=lambda item: (item.original, item.copy))),
        extractions=extracted.extractions,
        drift=tuple(sorted(summaries, key=lambda item: (item.original, item.copy))),
        compared_pairs=compared,
        signature=signature(settings, pipeline_label(settings.pipeline)),
        stories=told,
    )


def _judge_story(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    first: Mapping[str, str],
    derived: Sequence[Lineage],
    settings: "Settings",
    progress: Progress,
) -> "tuple[Reconciled, Sequence[Skip]]":
    """The judged clusters of the articles of one story; claims of two stories never meet."""
    from factcheck.stages.cluster import cluster
    from factcheck.stages.link import link
    from factcheck.stages.reconcile import reconcile as judge

    copies = [(item.original, item.copy) for item in derived]
    linked = link(
        claims,
        lambda texts: _alike(texts, settings, progress),
        copies,
        lambda pairs: _told(pairs, settings, progress),
    )
    grouped = cluster(claims, linked.links)
    return judge(grouped, first, articles, derived, claims, linked.links), linked.skipped


def _alike(texts: Sequence[str], settings: "Settings", progress: Progress) -> Any:
    """How alike texts are, as a matrix of cosines; rounded, since the last bits differ from machine to machine."""
    import numpy

    parts = [list(texts[start : start + _TOGETHER]) for start in range(0, len(texts), _TOGETHER)]
    with open_engine(settings.jobs, sum(map(len, texts)), len(parts)) as engine:
        vectors = numpy.concatenate(list(_watched(engine, encode_some, parts, "comparing claims", progress)))
    return (vectors @ vectors.T).round(4)


def _told(pairs: Sequence[tuple[str, str]], settings: "Settings", progress: Progress) -> list[float]:
    """The log-odds that the first text of each pair bears the second out; rounded as cosines are."""
    parts = [list(pairs[start : start + _TOGETHER]) for start in range(0, len(pairs), _TOGETHER)]
    size = sum(len(text) for pair in pairs for text in pair)
    with open_engine(settings.jobs, size, len(parts)) as engine:
        return [
            odds for part in _watched(engine, read_some, parts, "reading claims together", progress) for odds in part
        ]


def _ordered(findings: Sequence[Finding], claims: Sequence[Claim]) -> tuple[Finding, ...]:
    """Findings as a reader should meet them; agreements by their weight."""
    from factcheck.stages.reconcile.weight import ranking

    weight = ranking({claim.id: claim for claim in claims})

    def rank(finding: Finding) -> tuple[Any, ...]:
        first = finding_order(finding)
        return (*first[:3], *weight(finding)) if finding.kind is FindingKind.AGREEMENT else first

    return tuple(sorted(findings, key=rank))


def finding_order(finding: Finding) -> tuple[Any, ...]:
    """Kinds apart, what matters most first; drift in the order of the copy's text."""
    severity = _SEVERITIES[finding.severity] if finding.severity else len(_SEVERITIES)
    return (
        _KINDS[finding.kind], severity, _LEVELS[finding.level], -(finding.origins or 0), -finding.confidence,
        finding.spans, finding.rule, finding.id,
    )  # fmt: skip


def _drift_all(
    extracted: Extracted, derived: Sequence[Lineage], settings: "Settings", progress: Progress
) -> tuple[list[Finding], list[DriftSummary], list[Skip]]:
    by_id = {article.id: article for article in extracted.articles}
    pairs = [(by_id[item.original], by_id[item.copy], settings.pipeline) for item in derived]
    size = sum(len(original.text) + len(copy.text) for original, copy, _ in pairs)
    findings: list[Finding] = []
    summaries: list[DriftSummary] = []
    skipped: list[Skip] = []
    with open_engine(settings.jobs, size, len(pairs)) as engine:
        for made in _watched(engine, drift_one, pairs, "aligning copies", progress):
            if isinstance(made, Skip):
                skipped.append(made)
            else:
                findings.extend(made[0])
                summaries.append(made[1])
    return findings, summaries, skipped


def drift_between(original: Article, copy: Article, settings: "Settings") -> tuple[tuple[Finding, ...], DriftSummary]:
    """What the copy changed, for two articles whose relation is known.

    Raises:
        FactcheckError: The pipeline is missing, or the comparison failed.
    """
    made = drift_one((mark(original), mark(copy), settings.pipeline))
    if isinstance(made, Skip):
        raise FactcheckError(f"{made.where}: {made.why}", "Run it again with FACTCHECK_DEBUG=1 for the details.")
    return tuple(sorted(made[0], key=finding_order)), made[1]


def compare(
    source: Article,
    checked: Article,
    settings: "Settings",
    *,
    stored: Path | None = None,
    skipped: Iterable[Skip] = (),
    progress: Progress = _silent,
) -> Report:
    """Reconcile two articles that are about one matter, and judge each sentence of the second by the first.

    Options are those of `run`.
    """
    from factcheck.stages.support import conflicts

    report = run([source, checked], settings, stored=stored, skipped=skipped, one_matter=True, progress=progress)
    by_id = {article.id: article for article in report.articles}
    made = support_one((by_id[source.id], by_id[checked.id], settings.pipeline, report.findings))
    if isinstance(made, Skip):
        return replace(report, skipped=tuple(sorted({*report.skipped, made})))
    more = conflicts(made, report.claims, report.findings)
    return replace(report, findings=_ordered((*report.findings, *more), report.claims), support=made)


def run(
    articles: Iterable[Article],
    settings: "Settings",
    *,
    stored: Path | None = None,
    skipped: Iterable[Skip] = (),
    with_drift: bool = True,
    one_matter: bool = False,
    progress: Progress = _silent,
) -> Report:
    """Extract and reconcile: articles in, a report out. Options are those of `reconcile`, and `stored` of `extract`."""
    extracted = extract(articles, settings, stored=stored, progress=progress)
    return reconcile(
        extracted, settings, skipped=skipped, with_drift=with_drift, one_matter=one_matter, progress=progress
    )
