"""What in a checked sentence is a figure of its kind, where the source gives another: a day, a score, how many times.

"They voted 6-3 on 21 January" has all its words in "voted 7-2 on January 12": what makes it false are the figures.
"""

import re
from collections.abc import Iterable

from factcheck.frames.recurrence import how_often, other_interval
from factcheck.lexicon.numerals import value_of
from factcheck.model.time import Time
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Statement

_SCORE = re.compile(
    r"(?<![\w$€£.,–-])(?P<one>\d{1,3})[-–](?P<other>\d{1,3})(?![\w.,]*\d|[–-]|\w)"
    r"(?! ?(?:%|percent|per cent|days?|hours?|years?|weeks?|months?|minutes?|met(?:re|er)s?|miles?|people|points?)\b)"
)
_DECIDED = re.compile(
    r"\b(?:vot\w+|w[io]n\w*|lost|los[es]\w*|beat\w*|defeat\w*|scor\w+|draw\w*|drew|tie[ds]?|penalt\w+|by)\b"
)
_RANK = re.compile(
    r"\b(?P<rank>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\b"
    r"(?![-\w]| (?:half|quarter|floor|grade|degree|century|term|time|of [A-Z]))",
    re.IGNORECASE,
)
# "January 12th" is a day, and what was "first opened" is no first one.
_NO_RANK = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? $|\bat $")
_BEFORE_RANK = re.compile(r"\b(?:the|an?|his|her|its|their|our|my|your)(?: [a-z]+)? $|['’]s? $", re.IGNORECASE)

_CALENDAR = re.compile(r"(?:\d{4}|XXXX)-(?P<month>\d\d)-(?P<day>\d\d)")


def figures(reading: Reading) -> str | None:
    """The first figure, in words, in whose place the source has another, or None."""
    return _score(reading) or _day(reading) or _often(reading) or _interval(reading) or _rank(reading)


def _score(reading: Reading) -> str | None:
    mine, theirs = _scores([reading.checked]), _scores(reading.source)
    if len(mine) != 1 or mine & theirs or not _scores(reading.pool):
        return None
    return f"The source has another result than {' to '.join(*mine)}."


def _scores(statements: Iterable[Statement]) -> set[tuple[str, ...]]:
    """The two numbers of each vote or match, the larger first."""
    return {
        tuple(sorted(match.groups(), key=int, reverse=True))
        for item in statements
        if _DECIDED.search(item.text)
        for match in _SCORE.finditer(item.text)
    }


def _day(reading: Reading) -> str | None:
    """A day of the calendar that the source does not have, where what it tells of the matter has another one."""
    mine = _days(reading.checked.times)
    everywhere = {day for item in reading.source for day in _days(item.times)}
    there = {day for item in reading.pool for day in _days(item.times)}
    if len(mine) != 1 or not there or mine & everywhere:
        return None
    return "The source gives another day."


def _days(times: Iterable[Time]) -> set[tuple[int, int]]:
    """Month and day of each time that names them."""
    found = set()
    for time in times:
        match = _CALENDAR.fullmatch(time.value or "") if time.kind == "date" else None
        if match is not None and re.search(r"\d", time.text):
            found.add((int(match["month"]), int(match["day"])))
    return found


def _often(reading: Reading) -> str | None:
    mine = how_often(reading.checked.text)
    theirs = {number for item in reading.pool if (number := how_often(item.text)) is not None}
    if mine is None or not theirs or mine in theirs:
        return None
    return f"The source has it {' and '.join(map(str, sorted(theirs)))} times, and not {mine}."


def _interval(reading: Reading) -> str | None:
    if reading.pool and other_interval(reading.checked.text, reading.pool[0].text):
        return "The source has it so much sooner or later after what it follows."
    return None


def _rank(reading: Reading) -> str | None:
    """An ordinal that the source has nowhere, where the sentence that tells most of the rest has another one."""
    mine, theirs = _ranks([reading.checked]), _ranks(reading.source)
    if len(mine) != 1 or mine & theirs or not _ranks(reading.pool[:1]):
        return None
    return "The source has another one of several."


def _ranks(statements: Iterable[Statement]) -> set[int]:
    return {
        int(number)
        for item in statements
        for match in _RANK.finditer(item.text)
        if _BEFORE_RANK.search(item.text[: match.start()]) and not _NO_RANK.search(item.text[: match.start()])
        if (number := value_of(match["rank"].lower())) is not None
    }


__all__ = ["figures"]
