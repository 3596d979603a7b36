"""`factcheck explain`: one finding, cluster or claim, from the quotes to the verdict."""

from typing import Annotated

import typer

from factcheck.cli.emit import emit
from factcheck.cli.options import ClaimsOption, JobsOption, Paths, PipelineOption, VerboseOption, choose, look
from factcheck.cli.run import account, reconciled
from factcheck.errors import SettingsError
from factcheck.model.claim import Claim
from factcheck.model.finding import Finding
from factcheck.model.link import Cluster
from factcheck.model.report import Report
from factcheck.report import Format
from factcheck.report.explanation import explain_json, explain_markdown, explain_table

_LEAST = 4  # characters of an id that a prefix must have, if it is not the whole id


def explain(
    identity: Annotated[
        str, typer.Argument(metavar="ID", help="A finding, cluster or claim, or the beginning of its id.")
    ],
    paths: Paths = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="table, markdown or json.")] = Format.TABLE,
    jobs: JobsOption = None,
    pipeline: PipelineOption = None,
    claims: ClaimsOption = None,
    verbose: VerboseOption = False,
) -> None:
    """Show every step from the quotes to the verdict on one finding, cluster or claim."""
    if form not in {Format.TABLE, Format.MARKDOWN, Format.JSON}:
        raise SettingsError(f"--format {form.value} cannot show an explanation", "Use table, markdown or json.")
    if len(identity.strip()) < _LEAST:
        raise SettingsError(f"{identity}: too short for an id", f"Give {_LEAST} characters of it or more.")
    choice = choose(paths, form, jobs, pipeline, claims, verbose)
    report, reading = reconciled(choice, with_drift=True)
    item = find(report, identity)
    if form is Format.JSON:
        text = explain_json(item, report)
    elif form is Format.MARKDOWN:
        text = explain_markdown(item, report)
    else:
        text = explain_table(item, report, look())
    emit(text)
    raise typer.Exit(account(choice, report, reading))


def find(report: Report, identity: str) -> Finding | Cluster | Claim:
    """The one thing whose id is, or begins with, the given characters.

    Raises:
        SettingsError: There is none, or more than one.
    """
    wanted = identity.strip()
    items: list[Finding | Cluster | Claim] = [*report.findings, *report.clusters, *report.claims]
    exact = [item for item in items if item.id == wanted]
    found = exact[:1] or [item for item in items if item.id.startswith(wanted)]
    if not found:
        raise SettingsError(
            f"{identity}: nothing here has this id",
            "Ids stand beside the findings and claims of the other commands; name the same articles as there.",
        )
    if len(found) > 1:
        ids = ", ".join(sorted(item.id for item in found)[:5])
        raise SettingsError(f"{identity}: {len(found)} ids begin like this: {ids}", "Give more of the id.")
    return found[0]
