"""The commands, each with examples in its help."""

from collections.abc import Callable
from typing import Annotated

import typer

from factcheck.cli.check import check
from factcheck.cli.explain import explain
from factcheck.cli.extract import extract
from factcheck.cli.findings import agreements, conflicts, drift
from factcheck.cli.sources import sources
from factcheck.cli.support import support

_COMMANDS: list[tuple[Callable[..., None], str, list[str]]] = [
    (
        extract,
        "Articles to claims; without PATH into claims/.",
        ["factcheck extract", "factcheck extract story.txt --format jsonl", "factcheck extract seeds/ --coverage"],
    ),
    (
        agreements,
        "What sources agree on, by origins.",
        ["factcheck agreements", "factcheck agreements news/ --format markdown"],
    ),
    (
        conflicts,
        "Where sources conflict, with quotes.",
        [
            "factcheck conflicts",
            "factcheck conflicts a.txt b.html --format json",
            "cat a.txt | factcheck conflicts - b.txt",
        ],
    ),
    (
        drift,
        "What copies changed.",
        ["factcheck drift", "factcheck drift original.txt copy.txt --min-severity major"],
    ),
    (
        support,
        "What a source says of each sentence.",
        ["factcheck support source.txt draft.txt", "factcheck support source.txt draft.txt --unborne"],
    ),
    (
        check,
        "For CI: exit 1 on a new conflict.",
        ["factcheck check", "factcheck check --update", "factcheck check --format github"],
    ),
    (
        explain,
        "Every step to the verdict on one finding.",
        ["factcheck explain 3f2a91c0", "factcheck explain 3f2a91c0 news/ --format markdown"],
    ),
    (
        sources,
        "Who derives from whom, and why.",
        ["factcheck sources", "factcheck sources news/ --format json"],
    ),
]
_EPILOG = """\b
Examples:
  factcheck conflicts
  factcheck extract story.txt --format jsonl
  factcheck drift original.txt copy.txt

\b
Exit codes:
  0  clean
  1  new conflicts (check only)
  2  anything that stopped or narrowed the run
"""

app = typer.Typer(
    name="factcheck",
    help="Take news articles apart into claims; show where they agree, where they conflict, and what copies changed.",
    epilog=_EPILOG,
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

for command, summary, examples in _COMMANDS:
    listed = "\b\nExamples:\n" + "\n".join(f"  {example}" for example in examples)
    app.command(short_help=summary, epilog=listed)(command)


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version; with --verbose, licences too.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="With --version: licences of what is shipped.")
    ] = False,
) -> None:
    """Entry point of all commands; `--version` and a bare `factcheck` are answered here."""
    if version:
        from factcheck.cli.version import version_text

        typer.echo(version_text(verbose=verbose), nl=False)
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit
