"""Progress on stderr, for runs of more than a second or two: a bar on a terminal, else a line now and then."""

import sys
import threading
import time
from types import TracebackType
from typing import Any

_QUIET, _BETWEEN = 1.5, 10.0  # seconds before anything is shown, and between two lines


class Progress:
    """Takes what `factcheck.flow` tells it; shows nothing on short runs.

    Loading a language pipeline takes seconds in which nothing is told, so a timer shows where things stand.
    """

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._told: float | None = None
        self._lock = threading.Lock()
        self._now: tuple[str, int, int] | None = None
        self._timer: threading.Timer | None = None
        self._bar: Any = None
        self._task: Any = None
        self._what = ""

    def __enter__(self) -> "Progress":
        if _QUIET < threading.TIMEOUT_MAX:
            self._timer = threading.Timer(_QUIET, self._update)
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self._timer is not None:
            self._timer.cancel()
        with self._lock:
            self._now = None
            if self._bar is not None:
                self._bar.stop()
                self._bar = None

    def __call__(self, what: str, done: int, total: int) -> None:
        """`done` of `total` are done of what is going on."""
        self._now = (what, done, total)
        self._update()

    def _update(self) -> None:
        now = time.monotonic()
        with self._lock:
            if self._now is None or now - self._begun < _QUIET:
                return
            if sys.stderr.isatty():
                self._show(*self._now)
            elif self._told is None or now - self._told >= _BETWEEN or self._finishes():
                self._told = now
                what, done, total = self._now
                self._what = what
                print(f"{what}: {done:,} of {total:,}", file=sys.stderr, flush=True)

    def _finishes(self) -> bool:
        """Whether what lines have been shown of is done now, so that the last of them says so."""
        if self._now is None:
            return False
        what, done, total = self._now
        return what == self._what and done == total

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
