"""The command line. `main` maps whatever happens to an exit code and, where something is wrong, one line on stderr."""

import os
import sys
from collections.abc import Sequence

from factcheck.cli.emit import NoReaderError
from factcheck.errors import FactcheckError

CLEAN, FINDINGS, TROUBLE = 0, 1, 2
_ISSUES = "please report this as a bug, with the command that led to it"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code.

    0: clean. 1: `check` found new conflicts. 2: anything that stopped or narrowed the run: wrong usage, an unreadable
    article, a bug of ours. Python's own exit code for a crash is 1, which in CI would read as a conflict.
    """
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that cannot show a quote shows "?" in it and goes on
            stream.reconfigure(errors="backslashreplace" if stream is sys.stderr else "replace")
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except (NoReaderError, BrokenPipeError):
        # The reader has gone (`factcheck ... | head`). What is left in the buffer would fail again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except KeyboardInterrupt:
        return _say("interrupted", None)
    except FactcheckError as error:
        return _say(error.message, error.tip)
    except MemoryError:
        return _say("out of memory", "Give fewer or shorter articles at a time, or fewer --jobs.")
    except Exception as error:
        if _wants_traceback(arguments):
            _print_traceback()
        why = " ".join(str(error).split())[:300]
        return _say(f"factcheck failed: {type(error).__name__}: {why}", f"{_ISSUES} and the output of --verbose.")
    return code


def _run(arguments: list[str]) -> int:
    import typer

    from factcheck.cli.app import app

    try:
        result = app(args=arguments, prog_name="factcheck", standalone_mode=False)
    except typer.Exit as error:
        return error.exit_code
    except typer.Abort:
        return _say("interrupted", None)
    except Exception as error:
        # Wrong usage. The class is click's in one release of typer and typer's own in another; the method stays.
        if not hasattr(error, "format_message"):
            raise
        return _say(error.format_message().replace("Value error, ", ""), "factcheck --help shows how it is used.")
    return result if isinstance(result, int) else CLEAN


def _say(message: str, tip: str | None) -> int:
    from factcheck.report.quoting import clean

    print(f"error: {clean(message)}", file=sys.stderr)
    if tip:
        print(f"tip: {clean(tip)}", file=sys.stderr)
    return TROUBLE


def _wants_traceback(arguments: list[str]) -> bool:
    return bool(os.environ.get("FACTCHECK_DEBUG")) or "--verbose" in arguments or "-v" in arguments


def _print_traceback() -> None:
    import traceback

    traceback.print_exc(file=sys.stderr)
