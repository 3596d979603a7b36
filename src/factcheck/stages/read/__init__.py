"""Files to articles: find them, decode them, take the text out of its format, and mark what is not reporting."""

import warnings
from collections.abc import Callable, Iterator
from os import PathLike

from factcheck.errors import ArticleError
from factcheck.model.article import Article, Skip
from factcheck.stages.read.boilerplate import mark
from factcheck.stages.read.gather import Limits, Reading, gather

__all__ = ["Limits", "Reading", "gather", "mark", "read"]


def read(path: str | PathLike[str], on_skip: Callable[[Skip], None] | None = None) -> Iterator[Article]:
    """Read a file, a folder (with its sub-folders), a glob, or standard input ("-"), and yield its articles by id.

    A single file that cannot be read ends the reading; a bad file in a folder does not, but is never silent either.

    Args:
        path: .txt, .md (YAML front matter) or .html. Facts in a `sources.toml` beside a file win over its own.
        on_skip: Is told of each thing passed over; without it those that narrow the result become warnings.

    Raises:
        ArticleError: There is no such file, or none of its articles can be read.
    """
    reading = gather([path])
    failures = [skip for skip in reading.skipped if skip.narrows]
    if failures and not reading.articles:
        first = failures[0]
        more = f" (and {len(failures) - 1} more)" if len(failures) > 1 else ""
        raise ArticleError(
            f"{first.where}: {first.why}{more}", reading.tips.get(first.where, "Name a readable article.")
        )
    for skip in reading.skipped:
        if on_skip is not None:
            on_skip(skip)
        elif skip.narrows:
            warnings.warn(f"{skip.where}: {skip.why}", stacklevel=2)
    yield from reading.articles
