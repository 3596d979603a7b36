"""`factcheck check`: for CI. Fails on conflicts that are new and that nobody has accepted."""

import sys
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from factcheck import store
from factcheck.cli.options import ClaimsOption, FormatOption, JobsOption, Paths, PipelineOption, VerboseOption, choose
from factcheck.cli.run import account, narrowed, reconciled, show
from factcheck.model.finding import Finding, FindingKind, Level
from factcheck.report import Format, Topic
from factcheck.report.view import count, select


def check(
    paths: Paths = None,
    form: FormatOption = Format.TABLE,
    base: Annotated[
        Path | None,
        typer.Option("--base", help="Folder or file of findings that were known before.", show_default="claims/"),
    ] = None,
    update: Annotated[bool, typer.Option("--update", help="Write the conflicts of now to the base, and pass.")] = False,
    on: Annotated[
        datetime | None,
        typer.Option(
            "--on",
            formats=["%Y-%m-%d"],
            help="The day on which `until` of an accepted finding is judged.",
            show_default="today",
        ),
    ] = None,
    jobs: JobsOption = None,
    pipeline: PipelineOption = None,
    claims: ClaimsOption = None,
    verbose: VerboseOption = False,
) -> None:
    """Exit 1 on a conflict that is neither in the base nor accepted, 2 on anything that could not be read."""
    choice = choose(paths, form, jobs, pipeline, claims, verbose)
    known = store.read_base(choice.claims, base, made=not update)
    report, reading = reconciled(choice, with_drift=False)
    found = tuple(finding for finding in select(report, FindingKind.CONFLICT) if finding.level is not Level.NOTE)
    today = on.date() if on else date.today()
    new: list[Finding] = []
    passed: Counter[str] = Counter()
    for finding in found:
        accepted = known.accepted.get(finding.id)
        if accepted is not None and (accepted.until is None or today <= accepted.until):
            passed["accepted"] += 1
        elif finding.id in known.known:
            passed["known"] += 1
        else:
            new.append(finding)
    written = update and not narrowed(report)
    if written:
        passed["now known"] = len(new)
        new = []
    show(choice, Topic.CHECK, report, tuple(new), passed=dict(passed))
    code = account(choice, report, reading)
    if written:
        path = store.write_base(base if base else choice.claims, found)
        print(f"note: {path}: {count(len(found), 'conflict')} known from now on", file=sys.stderr)
    elif update:
        print("note: the base is not written, since not everything could be read", file=sys.stderr)
    for finding in new:
        lapsed = known.accepted.get(finding.id)
        if lapsed is not None:
            print(f"note: {store.ACCEPTED}: {finding.id} was accepted until {lapsed.until}", file=sys.stderr)
    gone = sorted(set(known.accepted) - {finding.id for finding in report.findings})
    if gone and code == 0:
        print(f"note: {store.ACCEPTED}: no longer found: {', '.join(gone)}", file=sys.stderr)
    raise typer.Exit(code or (1 if new else 0))
