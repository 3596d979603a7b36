"""What is read: an article, and what had to be passed over."""

from dataclasses import dataclass
from datetime import date

from factcheck.model.span import Span


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A stretch of an article that is the publisher's furniture, not reporting: a byline, a credit, a sign-up line.

    `reason` is the name of the rule that recognised it ("byline", "copyright", "dateline" ...).
    """

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as read. All offsets anywhere refer to `text`.

    `id` names the source in findings and file names; it is unique in a run. `published` anchors "Thursday" and
    "last month"; without it relative dates stay unresolved. `boilerplate` is sorted and without overlaps.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    author: str | None = None
    path: str | None = None
    boilerplate: tuple[Boilerplate, ...] = ()

    def quote(self, span: Span) -> str:
        """The text that a span of this article covers."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True, order=True)
class Skip:
    """Something that was seen and not used, so that silence is never read as agreement.

    `where` is a path or a source id, `what` a short name of the kind of thing ("file", "block", "sentence"), `why` one
    sentence for people. `narrows` says that the run saw less than the user asked for, which makes it exit with 2.
    """

    where: str
    what: str
    why: str
    narrows: bool = True
