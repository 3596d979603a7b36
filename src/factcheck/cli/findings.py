"""`factcheck agreements`, `conflicts` and `drift`: the findings of one kind."""

from pathlib import Path
from typing import Annotated

import typer

from factcheck import flow
from factcheck.cli.options import (
    ClaimsOption,
    FormatOption,
    JobsOption,
    Paths,
    PipelineOption,
    TextFormatOption,
    VerboseOption,
    choose,
)
from factcheck.cli.run import account, in_given_order, read_articles, reconciled, require_whole, show
from factcheck.errors import ArticleError
from factcheck.model.finding import FindingKind, Severity
from factcheck.model.report import Report
from factcheck.report import Format, Topic
from factcheck.report.view import select

_TIP = "Name both, factcheck drift ORIGINAL COPY, or a folder that holds them."
_RANK = {severity: number for number, severity in enumerate(Severity)}


def agreements(
    paths: Paths = None,
    form: TextFormatOption = Format.TABLE,
    jobs: JobsOption = None,
    pipeline: PipelineOption = None,
    claims: ClaimsOption = None,
    verbose: VerboseOption = False,
) -> None:
    """Show what sources agree on, counted by independent origins: a copy is no second witness."""
    choice = choose(paths, form, jobs, pipeline, claims, verbose)
    report, reading = reconciled(choice, with_drift=False)
    show(choice, Topic.AGREEMENTS, report, select(report, FindingKind.AGREEMENT))
    raise typer.Exit(account(choice, report, reading))


def conflicts(
    paths: Paths = None,
    form: FormatOption = Format.TABLE,
    everything: Annotated[
        bool, typer.Option("--all", help="Also revisions, disputes inside an article, and parts of a whole.")
    ] = False,
    jobs: JobsOption = None,
    pipeline: PipelineOption = None,
    claims: ClaimsOption = None,
    verbose: VerboseOption = False,
) -> None:
    """Show where sources say what cannot both be true, with the quotes and the words that differ."""
    choice = choose(paths, form, jobs, pipeline, claims, verbose)
    report, reading = reconciled(choice, with_drift=False)
    others = (FindingKind.REVISION, FindingKind.DISPUTE, FindingKind.PART_WHOLE) if everything else ()
    show(choice, Topic.CONFLICTS, report, select(report, FindingKind.CONFLICT, *others))
    raise typer.Exit(account(choice, report, reading))


def drift(
    paths: Paths = None,
    form: FormatOption = Format.TABLE,
    least: Annotated[
        Severity, typer.Option("--min-severity", help="The least severe changes to show.", case_sensitive=False)
    ] = Severity.MINOR,
    jobs: JobsOption = None,
    pipeline: PipelineOption = None,
    claims: ClaimsOption = None,
    verbose: VerboseOption = False,
) -> None:
    """Show what copies changed. Two files: ORIGINAL COPY, or two versions of one article. Else the copies are found."""
    choice = choose(paths, form, jobs, pipeline, claims, verbose)
    reading = read_articles(choice)
    named = not choice.default and not any(Path(path).is_dir() for path in choice.paths)
    if named and len(choice.paths) == 2:
        require_whole(reading, _TIP)
    if named and len(reading.articles) == 1:
        twice = len(choice.paths) == 2 and len(set(choice.paths)) == 1
        raise ArticleError(
            f"{choice.paths[0]}: a copy is compared with its original, and "
            f"{'the same article is named twice' if twice else 'one article alone was given'}",
            _TIP,
        )
    if len(choice.paths) == 2 and len(reading.articles) == 2:
        original, copy = in_given_order(choice.paths, reading.articles)
        findings, summary = flow.drift_between(original, copy, choice.settings)
        signature = flow.signature(choice.settings, flow.pipeline_label(choice.settings.pipeline))
        report = Report(
            tuple(sorted((flow.mark(original), flow.mark(copy)), key=lambda article: article.id)), (), (), findings,
            tuple(reading.skipped), drift=(summary,), signature=signature,
        )  # fmt: skip
    else:
        report, reading = reconciled(choice, with_drift=True)
    kept = [
        finding
        for finding in select(report, FindingKind.DRIFT)
        if finding.severity is None or _RANK[finding.severity] <= _RANK[least]
    ]
    show(choice, Topic.DRIFT, report, tuple(kept))
    raise typer.Exit(account(choice, report, reading))
