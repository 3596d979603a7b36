"""`factcheck support`: what one text says of each sentence of another."""

from typing import Annotated

import typer

from factcheck import flow
from factcheck.cli.options import ClaimsOption, JobsOption, PipelineOption, TextFormatOption, VerboseOption, choose
from factcheck.cli.progress import Progress
from factcheck.cli.run import account, in_given_order, read_articles, require_whole, show, stored
from factcheck.errors import SettingsError
from factcheck.report import Format, Topic

_TIP = "Name the source, then the text that is checked, each one file."


def support(
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="The text to check against, or - for standard input.")
    ],
    checked: Annotated[str, typer.Argument(metavar="CHECKED", help="The text whose sentences are checked.")],
    form: TextFormatOption = Format.TABLE,
    unborne: Annotated[bool, typer.Option("--unborne", help="Leave out the sentences that are told.")] = False,
    jobs: JobsOption = None,
    pipeline: PipelineOption = None,
    claims: ClaimsOption = None,
    verbose: VerboseOption = False,
) -> None:
    """Show what SOURCE says of each sentence of CHECKED: told, seems told, contradicted, or not told.

    “Seems told” says that the source tells much the same and where; compare the two before you rely on it.
    """
    choice = choose([source, checked], form, jobs, pipeline, claims, verbose)
    reading = read_articles(choice)
    if len(reading.articles) != 2:
        require_whole(reading, _TIP)
        what = "the same one is named twice" if source == checked else f"here there are {len(reading.articles)}"
        raise SettingsError(f"support compares two texts, and {what}", _TIP)
    left, right = in_given_order(choice.paths, reading.articles)
    with Progress() as progress:
        report = flow.compare(
            left,
            right,
            choice.settings,
            stored=stored(choice.claims),
            skipped=reading.skipped,
            progress=progress,
        )
    show(choice, Topic.SUPPORT, report, unborne=unborne)
    raise typer.Exit(account(choice, report, reading))
