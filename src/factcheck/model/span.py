"""A stretch of an article's text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Offsets into `Article.text` (Python string offsets, end exclusive) and the text that stands there, verbatim."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end or self.end - self.start != len(self.text):
            raise ValueError(f"span [{self.start}, {self.end}) does not fit its text {self.text!r}")

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character of one article."""
        return self.start < other.end and other.start < self.end
