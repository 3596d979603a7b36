"""The day that an article's own head gives: "Published: 2024-06-20", "June 19, 2024 | By Ann Lee".

Only the publisher's furniture is searched, and only for days with their year: a day in the story is no day of the
story. A day of publication is taken before one of a correction; where two remain, none is, since the wrong one would
move every "Thursday" of the text.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.model.article import Boilerplate
from factcheck.stages.read.facts import DAY, parse_date

_KINDS = frozenset({"time stamp", "byline", "dateline", "outlet name"})
_CHANGED = re.compile(r"\b(?:updated|modified|corrected|revised|amended)\b", re.IGNORECASE)


def printed_day(text: str, marks: Sequence[Boilerplate]) -> date | None:
    """The one day of publication that the furniture of an article gives; None where it gives none, or several.

    Args:
        text: The article.
        marks: Its furniture, as `boilerplate.mark` finds it.
    """
    told = [text[mark.start : mark.end] for mark in marks if mark.reason in _KINDS]
    days = [found for line in told for found in _days(line)]
    first = {day for day, changed in days if not changed} or {day for day, _ in days}
    return first.pop() if len(first) == 1 else None


def _days(line: str) -> Iterator[tuple[date, bool]]:
    """The days in a line, each with whether it is one of a later change."""
    before = 0
    for match in DAY.finditer(line):
        day = parse_date(match.group())
        if day is not None:
            yield day, _CHANGED.search(line, before, match.start()) is not None
            before = match.end()
