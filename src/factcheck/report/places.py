"""Where a quote stands in the file that its article was read from, as lines and columns."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from factcheck.model.article import Article
from factcheck.model.finding import SourceSpan


class Place(NamedTuple):
    """A stretch of a file: lines and columns from 1, the end column exclusive, as SARIF and GitHub count them."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


def place(article: Article | None, span: SourceSpan) -> Place | None:
    """The place of a span, or None for an article that came from no file.

    A text file holds the text as read. For HTML and Markdown the quote is looked for in the file, and its first line
    stands for it where markup runs through the quote.
    """
    if article is None or article.path is None:
        return None
    text, start = article.text, span.start
    source = _file(article.path)
    if source is not None and source != text:
        found = source.find(span.text)
        text, start = (source, found) if found >= 0 else (source, 0)
        if found < 0:
            return Place(article.path, 1, 1, 1, 1)
    line, column = _position(text, start)
    end_line, end_column = _position(text, start + len(span.text))
    return Place(article.path, line, column, end_line, end_column)


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


@lru_cache(maxsize=64)
def _file(path: str) -> str | None:
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
