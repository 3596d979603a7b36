"""The one way to standard output."""

import sys


class NoReaderError(Exception):
    """Nobody reads standard output any more: `factcheck conflicts | head` has what it wanted.

    Not an OSError, since typer would end the program with 1 on a broken pipe, which means "conflict found" here.
    """


def emit(text: str) -> None:
    """Write a report to standard output, at once.

    Raises:
        NoReaderError: The other end of the pipe is closed.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise NoReaderError from None
