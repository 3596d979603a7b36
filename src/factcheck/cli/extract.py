"""`factcheck extract`: articles to claims, printed or written to claims/."""

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from factcheck import flow, store
from factcheck.cli.emit import emit
from factcheck.cli.options import (
    ClaimsOption,
    JobsOption,
    Paths,
    PipelineOption,
    TextFormatOption,
    VerboseOption,
    choose,
    look,
)
from factcheck.cli.progress import Progress
from factcheck.cli.run import account, read_articles, show
from factcheck.model.report import Report
from factcheck.report import Format, Topic
from factcheck.report.table import written_table


def extract(
    context: typer.Context,
    paths: Paths = None,
    form: TextFormatOption = Format.TABLE,
    write: Annotated[
        bool | None,
        typer.Option(
            "--write/--no-write",
            help="Write claims/<source>.jsonl. Default: only when no PATH is named.",
            show_default=False,
        ),
    ] = None,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Print each sentence with its claims, or why none.")
    ] = False,
    jobs: JobsOption = None,
    pipeline: PipelineOption = None,
    claims: ClaimsOption = None,
    verbose: VerboseOption = False,
) -> None:
    """Take articles apart into claims. Without PATH: seeds/ to claims/<source>.jsonl, each file whole or not at all."""
    choice = choose(paths, form, jobs, pipeline, claims, verbose)
    writing = write if write is not None else not paths and not coverage
    reading = read_articles(choice)
    stored = choice.claims if choice.claims.is_dir() and not coverage else None
    with Progress() as progress:
        extracted = flow.extract(reading.articles, choice.settings, stored=stored, progress=progress)
    report = Report(
        extracted.articles, extracted.claims, (), (), tuple(sorted({*reading.skipped, *extracted.skipped})),
        extractions=extracted.extractions,
    )  # fmt: skip
    if writing:
        files = {
            extraction.source: store.claims_path(choice.claims, extraction.source)
            if extraction.source in extracted.stored
            else store.write_claims(
                choice.claims, extraction.source, extraction.claims, extracted.keys[extraction.source]
            )
            for extraction in extracted.extractions
        }
        _strangers(choice.claims, set(files.values()))
    explicit = context.get_parameter_source("form")
    if writing and not coverage and (explicit is None or explicit.name == "DEFAULT"):
        counts = Counter(claim.source for claim in extracted.claims)
        rows = [
            (source, counts[source], str(path), source not in extracted.stored)
            for source, path in sorted(files.items())
        ]
        emit(written_table(rows, report, look()))
    else:
        show(choice, Topic.COVERAGE if coverage else Topic.CLAIMS, report)
    raise typer.Exit(account(choice, report, reading))


def _strangers(folder: Path, written: set[Path]) -> None:
    """Name files of claims that no article stands behind any more; deleting is the user's to do."""
    for path in sorted(folder.glob("*.jsonl")):
        if path not in written and path.name != store.BASE:
            print(
                f"note: {path}: no article here has these claims; remove the file if its article is gone",
                file=sys.stderr,
            )
