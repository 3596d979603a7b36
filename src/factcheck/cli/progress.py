"""Progress on stderr, for runs of more than a second or two: a bar on a terminal, else a line now and then."""

import sys
import time
from types import TracebackType
from typing import Any

_QUIET, _BETWEEN = 1.5, 10.0  # seconds before anything is shown, and between two lines


class Progress:
    """Takes what `factcheck.flow` tells it; shows nothing on short runs."""

    def __init__(self) -> None:
        self._begun = self._told = time.monotonic()
        self._bar: Any = None
        self._task: Any = None
        self._what = ""

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def __call__(self, what: str, done: int, total: int) -> None:
        """`done` of `total` are done of what is going on."""
        now = time.monotonic()
        if now - self._begun < _QUIET:
            return
        if sys.stderr.isatty():
            self._show(what, done, total)
        elif now - self._told >= _BETWEEN or (self._told == self._begun and done < total):
            self._told = now
            print(f"{what}: {done:,} of {total:,}", file=sys.stderr, flush=True)

    def _show(self, what: str, done: int, total: int) -> None:
        if self._bar is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
            from rich.progress import Progress as Bar

            self._bar = Bar(
                TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
                console=Console(stderr=True), transient=True, refresh_per_second=4,
            )  # fmt: skip
            self._bar.start()
        if what != self._what:
            if self._task is not None:
                self._bar.remove_task(self._task)
            self._task, self._what = self._bar.add_task(what, total=total), what
        self._bar.update(self._task, completed=done, total=total)
