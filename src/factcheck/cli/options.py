"""Arguments and options that commands share, and what they mean together."""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.report.formats import Format
from factcheck.report.view import Look

if TYPE_CHECKING:
    from factcheck.config import Settings

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH...",
        help="Articles (.txt, .md, .html), folders of them, globs, or - for standard input. Default: seeds/.",
        show_default=False,
    ),
]


def _format(metavar: str | None = None) -> Any:
    return typer.Option(
        "--format",
        "-f",
        help="How to print the report.",
        envvar="FACTCHECK_FORMAT",
        case_sensitive=False,
        metavar=metavar,
    )


FormatOption = Annotated[Format, _format()]
TextFormatOption = Annotated[Format, _format("<table|json|jsonl|csv|markdown>")]
"""For what shows no findings: the formats of code review have no place for it."""

JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=0,
        metavar="NUMBER",
        help="Processes; 0, which is the default, is one a core where that pays.",
        show_default=False,
    ),
]
PipelineOption = Annotated[
    str | None,
    typer.Option(
        "--pipeline",
        "-p",
        metavar="NAME",
        help="Language pipeline: accurate, which is the default, fast, or a spaCy package or folder.",
        show_default=False,
    ),
]
ClaimsOption = Annotated[
    Path | None,
    typer.Option(
        "--claims",
        metavar="FOLDER",
        help="Folder of stored claims and accepted findings; claims/ by default.",
        show_default=False,
    ),
]
VerboseOption = Annotated[bool, typer.Option("--verbose", "-v", help="Say what was left out, and why.")]


@dataclass(frozen=True, slots=True)
class Choice:
    """What the shared options come to for one run; `default` says that no path was named."""

    paths: tuple[str, ...]
    settings: "Settings"
    claims: Path
    form: Format
    verbose: bool
    default: bool = False


def choose(
    paths: list[str] | None, form: Format, jobs: int | None, pipeline: str | None, claims: Path | None, verbose: bool
) -> Choice:
    """Options over settings file over defaults.

    Raises:
        SettingsError: The settings file is wrong.
    """
    from factcheck.config import load

    settings = load()
    chosen = {key: value for key, value in (("jobs", jobs), ("pipeline", pipeline)) if value is not None}
    if chosen:
        settings = settings.model_copy(update=chosen)
    folder = claims if claims is not None else Path(settings.claims)
    return Choice(tuple(paths) if paths else (settings.seeds,), settings, folder, form, verbose, not paths)


def look() -> Look:
    """Width and colours of standard output: colours on a terminal only, and never against NO_COLOR or TERM=dumb."""
    terminal = sys.stdout.isatty()
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    if os.environ.get("FORCE_COLOR") and not os.environ.get("NO_COLOR"):
        colour = True
    return Look(shutil.get_terminal_size((80, 24)).columns, colour)
