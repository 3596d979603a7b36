"""`factcheck sources`: which article derives from which."""

import typer

from factcheck.cli.options import (
    ClaimsOption,
    JobsOption,
    Paths,
    PipelineOption,
    TextFormatOption,
    VerboseOption,
    choose,
)
from factcheck.cli.run import account, reconciled, show
from factcheck.report import Format, Topic


def sources(
    paths: Paths = None,
    form: TextFormatOption = Format.TABLE,
    jobs: JobsOption = None,
    pipeline: PipelineOption = None,
    claims: ClaimsOption = None,
    verbose: VerboseOption = False,
) -> None:
    """Show who derives from whom, and the evidence for it."""
    choice = choose(paths, form, jobs, pipeline, claims, verbose)
    report, reading = reconciled(choice, with_drift=False)
    show(choice, Topic.SOURCES, report)
    raise typer.Exit(account(choice, report, reading))
