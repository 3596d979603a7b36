"""A spaCy `Doc` by character offsets, with what is asked of it for each date looked up once."""

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


class View:
    """A document's tokens by character. `Doc.char_span`, `Doc.ents` and `Doc.has_annotation` are linear in the text."""

    __slots__ = ("_starts", "doc", "has_names", "is_parsed")

    def __init__(self, doc: "Doc") -> None:
        self.doc = doc
        self._starts = [token.idx for token in doc]
        self.is_parsed = bool(doc.has_annotation("DEP"))
        self.has_names = bool(doc.ents)

    def span(self, start: int, end: int) -> "Span | None":
        """The tokens that characters `start` to `end` touch; None where there are none."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        stop = bisect_left(self._starts, end)
        return self.doc[first:stop] if stop > first else None
