"""Which parts of an article are its publisher's furniture: known wordings, and short lines in telling places.

Nothing is removed. What is marked stays in the text, so that offsets hold, and later stages make no claims of it. Two
kinds of evidence: what a line says by itself (lexicon/furniture.toml), and where it stands: above the first paragraph,
between paragraphs, or after the article's end. Headlines and captions are left alone: they can carry claims.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.lexicon import furniture
from factcheck.model.article import Boilerplate
from factcheck.stages.read.facts import DAY, parse_date
from factcheck.text import fold, squeeze

_STOPS = ".!?…:;,"
_CLOSERS = "\"'”’»)]*"
_WORD = re.compile(r"\w[\w’'-]*")
_SHORT = 6  # words of a heading between paragraphs
_HEADLINE = 4  # words of a headline at least
_PROSE = 80  # characters of the shortest line that proves by itself to be a paragraph


@dataclass(slots=True)
class _Line:
    """A line that is not blank, without the white space around it, and why it is furniture, if it is."""

    start: int
    text: str
    reason: str | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def stopped(self) -> bool:
        """Whether it ends as sentences do."""
        bare = self.text[-12:].rstrip(_CLOSERS + " ")
        return bool(bare) and bare[-1] in ".!?…" and len(self.text) > 1

    @property
    def words(self) -> int:
        return len(_WORD.findall(self.text[:400]))

    @property
    def prose(self) -> bool:
        """Whether it can only be a paragraph: long, and ended as a sentence."""
        return (len(self.text) >= _PROSE and self.stopped) or len(self.text) > 300


def mark(
    text: str,
    *,
    author: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    headings: Iterable[tuple[int, int]] = (),
) -> tuple[tuple[Boilerplate, ...], str | None]:
    """Mark the furniture of an article.

    Args:
        text: The article, one paragraph or heading a line.
        author, publisher, title: What is known, to recognise lines that merely repeat it.
        headings: Offsets of headings that the file's format marks as such.
    Returns:
        The marked stretches, sorted and without overlaps; and the headline, where the text begins with one, else where
        a footer repeats it ("The post ... appeared first on ..."), which is then marked around the headline alone.
    """
    lines = _lines(text)
    for line in lines:
        line.reason = _by_wording(line.text)
    for start, end in headings:
        for line in lines:
            if start <= line.start and line.end <= end and line.reason is None:
                line.reason = "section heading"
    headline = _head(lines, author, publisher, title)
    _body(lines)
    _tail(lines, author, publisher)
    repeated = _repeated(lines) if headline is None and title is None else None
    marks = [Boilerplate(line.start, line.end, line.reason) for line in lines if line.reason]
    if repeated is not None:
        line, (first, last) = repeated
        headline = line.text[first:last]
        around = [(line.start, line.start + first), (line.start + last, line.end)]
        marks = [mark for mark in marks if mark.start != line.start]
        marks.extend(Boilerplate(start, end, "syndication") for start, end in around)
    marks.extend(_parts(lines))
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end))), headline


def _repeated(lines: list[_Line]) -> tuple[_Line, tuple[int, int]] | None:
    """The footer that names the article by its headline, and where in it that stands; None where several differ."""
    found = [(line, place) for line in lines if line.reason and (place := furniture.load().headline(line.text))]
    told = {line.text[start:end] for line, (start, end) in found}
    return found[0] if len(told) == 1 and len(_WORD.findall(told.pop())) >= _HEADLINE else None


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    position = 0
    for raw in text.split("\n"):
        if stripped := raw.strip():
            found.append(_Line(position + len(raw) - len(raw.lstrip()), stripped))
        position += len(raw) + 1
    return found


def _by_wording(text: str) -> str | None:
    reason = furniture.load().reason(text)
    if reason is None and len(text) <= 120 and furniture.READ_TIME.search(text) and text[-1] not in ".!?":
        return "byline"
    return reason


def _head(lines: list[_Line], author: str | None, publisher: str | None, title: str | None) -> str | None:
    """Above the first paragraph masthead, section labels and names go; the headline stays, and is returned."""
    first = next((number for number, line in enumerate(lines) if line.prose and line.reason is None), None)
    if not first:
        return None
    for line in lines[:first]:
        if line.reason is None and _dated(line):
            line.reason = "time stamp"
    above = [line for line in lines[:first] if line.reason is None]
    candidates = [
        line
        for line in above
        if line.words >= _HEADLINE and len(line.text) <= 250 and not _repeats(line.text, publisher)
    ]
    promoted = any(line.reason in {"promotion", "sign-up"} for line in lines[:first])
    wanted = fold(squeeze(title)) if title else None
    headline = next((line for line in candidates if fold(squeeze(line.text)) == wanted), None)
    if headline is None:
        unstopped = [line for line in candidates if not line.stopped]
        headline = max(unstopped, key=lambda line: (len(line.text), -line.start), default=None)
    seen: set[str] = set()
    for line in above:
        name = fold(line.text)
        if line is headline:
            continue
        if _repeats(line.text, publisher) or (name in seen and line.words <= _SHORT):
            line.reason = "outlet name"
        elif _repeats(line.text, author):
            line.reason = "byline"
        elif promoted and line.words <= _SHORT and (headline is None or line.start < headline.start):
            line.reason = "promotion" if line.stopped else _label(line)
        elif headline is not None and line.words <= 4 and line.text[-1] not in _STOPS and not _number(line.text):
            line.reason = _label(line)
        seen.add(name)
    counts = [line for line in above if line.reason == "navigation" and fold(line.text) in seen]
    for line in counts:  # a masthead printed twice: both lines are it
        if sum(fold(other.text) == fold(line.text) for other in above) > 1:
            line.reason = "outlet name"
    return headline.text if headline is not None else None


_BESIDE_A_DAY = frozenset(
    [
        *("by", "published", "posted", "updated", "modified", "on", "at", "of", "the", "and", "for", "in", "first"),
        *("last", "edition", "evening", "morning", "late", "final", "staff", "reporter", "writer", "correspondent"),
    ]
)


def _dated(line: _Line) -> bool:
    """Whether a line is a day with names beside it: "By Ann Lee, The Ledger, 10 August 2024"."""
    day = DAY.search(line.text[:_LONGEST])
    if day is None or len(line.text) > _LONGEST or line.stopped or parse_date(day.group()) is None:
        return False
    rest = _WORD.findall(f"{line.text[: day.start()]} {line.text[day.end() :]}")
    return all(word[0].isupper() or not word[0].isalpha() or word.lower() in _BESIDE_A_DAY for word in rest)


_LONGEST = 120  # characters of a line that only says who wrote it, where and when


def _label(line: _Line) -> str:
    """A short line above the article is a name or a section: two to four capitalised words are a name."""
    named = 2 <= line.words <= 4 and not line.text.isupper() and furniture.load().names.fullmatch(line.text)
    return "byline" if named else "navigation"


def _body(lines: list[_Line]) -> None:
    """Unended short lines between paragraphs are headings; in title case, links to other stories."""
    prose = [number for number, line in enumerate(lines) if line.prose and line.reason is None]
    if len(prose) < 2 or sum(line.stopped for line in lines if len(line.text) >= _PROSE) * 5 < len(prose) * 4:
        return
    for number in range(prose[0] + 1, prose[-1]):
        line = lines[number]
        before, after = lines[number - 1], lines[number + 1]
        if (
            line.reason
            or line.stopped
            or line.prose
            or line.text[-1] in _STOPS + _CLOSERS
            or not line.text[0].isupper()
        ):
            continue
        if before.text[-1] == ":" or _number(line.text) or line.text[0] in "•·-–—*":
            continue
        if line.words <= _SHORT and before.prose and after.prose:
            line.reason = "section heading"
        elif 5 <= line.words <= 20 and _title_case(line.text):
            line.reason = "related headline"


def _tail(lines: list[_Line], author: str | None, publisher: str | None) -> None:
    """After the last paragraph: names of author and outlet, and everything short once the article has visibly ended."""
    last = max((number for number, line in enumerate(lines) if line.prose and line.reason is None), default=-1)
    ended = False
    for line in lines[last + 1 :]:
        if line.reason:
            ended = ended or line.reason in furniture.END_OF_ARTICLE
        elif ended and not line.prose:
            line.reason = "after the end"
        elif last >= 0 and (_repeats(line.text, author) or _repeats(line.text, publisher)):
            line.reason = "byline"


def _parts(lines: list[_Line]) -> list[Boilerplate]:
    """Parts of lines that stay: the place before a report's first sentence, the credit after a caption."""
    found: list[Boilerplate] = []
    paragraphs = 0
    for line in lines:
        if line.reason:
            continue
        paragraphs += line.prose
        dateline = furniture.DATELINE.match(line.text[:150])
        if dateline and not dateline["agency"] and (paragraphs > 3 or len(dateline["place"]) < 4):
            dateline = None
        dateline = dateline or furniture.AGENCY_DATELINE.match(line.text[:150])
        if dateline and dateline.end() < len(line.text) and _WORD.search(line.text, dateline.end()):
            found.append(Boilerplate(line.start, line.start + dateline.end(), "dateline"))
        tail = max(0, len(line.text) - 150)
        credit = furniture.TRAILING_CREDIT.search(line.text, tail)
        if credit and credit.start() > 0:
            found.append(Boilerplate(line.start + credit.start(), line.start + len(line.text), "credit"))
    return found


def _repeats(text: str, known: str | None) -> bool:
    """Whether a line only says again what is known, in whatever case."""
    if not known or len(text) > 200:
        return False
    return fold(squeeze(text)).strip(" .|•-") == fold(squeeze(known))


def _number(text: str) -> bool:
    return any(char.isdigit() for char in text)


def _title_case(text: str) -> bool:
    """Whether nearly all longer words begin with a capital, as in headlines of American papers."""
    longer = [word for word in _WORD.findall(text) if len(word) > 3]
    return len(longer) >= 4 and sum(word[0].isupper() for word in longer) >= 0.85 * len(longer)
