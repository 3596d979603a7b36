"""Where the work runs: any `concurrent.futures.Executor`. Results come back in the order of the input."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

from factcheck.errors import FactcheckError

T = TypeVar("T")
R = TypeVar("R")

SERIAL_BELOW = 150_000  # characters: loading a pipeline in a second process costs more than they do


class SerialExecutor(Executor):
    """Runs each call at once and in this process: for small input, debuggers and tests."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run the call and return its finished future; an exception waits in it, as it would from a worker."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future

    def map(self, fn: Callable[..., R], /, *iterables: Iterable[Any], **_: Any) -> Iterator[R]:  # type: ignore[override]
        """One result after the other, so that progress is seen and nothing is held."""
        return map(fn, *iterables)


@contextmanager
def open_engine(jobs: int, characters: int, articles: int) -> Iterator[Executor]:
    """An executor for so much work.

    Args:
        jobs: Processes, 0 or more; 1 is this one alone, 0 is one a core where the work is worth it.
        characters: How much text there is.
        articles: How many articles; there is never more than one process for each.
    Raises:
        FactcheckError: A process was ended from outside.
    """
    if jobs == 0:
        jobs = 1 if characters < SERIAL_BELOW else _cores()
    workers = min(jobs, articles)
    if workers <= 1:
        yield SerialExecutor()
        return
    # Spawned, not forked: a fork copies the locks of threads that it does not copy, and ONNX Runtime has threads.
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        try:
            yield pool
        except BrokenExecutor:
            raise FactcheckError(
                "a worker process was ended from outside, most often since memory ran out",
                "Give fewer or shorter articles at a time, or fewer --jobs.",
            ) from None
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
