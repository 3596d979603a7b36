"""FC112: another day of birth or death than the source gives behind a name: "Ann Lee (born 4 May 1950)".

Verbs that date a birth or a death are compared with the claims of the two texts (FC102); what stands in brackets makes
no claim.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from factcheck.model.time import Time
from factcheck.stages.support.clash import Clash
from factcheck.stages.support.counterparts import same
from factcheck.stages.support.party import Party, party_of
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Statement, Word
from factcheck.stages.support.ties import subject_of, told_as_so

_OPEN = re.compile(r"(?:\(|-LRB-)\s*(?P<born>born:?(?: on)?|b\.)?\s*$")
_TO = re.compile(r"\s*(?:-{1,2}|–|—|−|to)\s*(?:died(?: on)?|d\.)?\s*")
_CLOSE = re.compile(r"\s*(?:\)|-RRB-)")


@dataclass(frozen=True, slots=True)
class LifeDate:
    """When somebody was born or died, and where it says so."""

    birth: bool
    time: Time
    party: Party
    statement: Statement


def other_life(reading: Reading) -> Iterator[Clash]:
    """The dates of birth and death of a checked sentence beside those in brackets in the source."""
    mine = list(_told(reading.checked))
    if not mine:
        return
    theirs = [item for statement in reading.source for item in _bracketed(statement, reading.source)]
    for one in mine:
        rivals = [item for item in theirs if item.birth == one.birth and same(one.party, item.party)]
        if rivals and not any(one.time.overlaps(item.time) for item in rivals):
            other = rivals[0]
            step = f"The source gives “{other.time.text}”, the sentence “{one.time.text}”."
            where = (one.time.start, one.time.end), (other.time.start, other.time.end)
            yield Clash("FC112", 0.65, step, *where, other.statement)


def _told(statement: Statement) -> Iterator[LifeDate]:
    for verb in statement.words:
        if (
            verb.lemma not in ("bear", "die", "born")
            or verb.pos not in ("VERB", "ADJ")
            or not told_as_so(statement, verb)
        ):
            continue
        head = subject_of(statement, verb)
        party = None if head is None else party_of(statement, head, (statement,))
        times = [
            time for time in statement.times if time.first is not None and time.kind == "date" and time.mod is None
        ]
        if party is not None and party.names and len(times) == 1:
            yield LifeDate(verb.lemma != "die", times[0], party, statement)


def _bracketed(statement: Statement, text: tuple[Statement, ...]) -> Iterator[LifeDate]:
    times = sorted((time for time in statement.times if time.first is not None), key=lambda time: time.start)
    base = statement.start
    for place, time in enumerate(times):
        opening = _OPEN.search(statement.text[: time.start - base])
        if opening is None:
            continue
        name = _before(statement, base + opening.start())
        party = None if name is None else party_of(statement, name, text)
        if party is None or not party.names:
            continue
        ends = _ends(time)
        if ends:
            yield from (LifeDate(birth, end, party, statement) for birth, end in zip((True, False), ends, strict=True))
            continue
        after = times[place + 1] if place + 1 < len(times) else None
        span = "" if after is None else statement.text[time.end - base : after.start - base]
        spanned = after is not None and _TO.fullmatch(span) is not None
        if opening["born"] or spanned:
            yield LifeDate(True, time, party, statement)
        if spanned and after is not None and _CLOSE.match(statement.text[after.end - base :]):
            yield LifeDate(False, after, party, statement)


def _ends(time: Time) -> tuple[Time, ...]:
    """The two ends of a period that is written with a dash, each as the day, month or year that it is."""
    dash, values = _TO.search(time.text), (time.value or "").split("/")
    if dash is None or len(values) != 2 or time.precision != "interval":
        return ()
    places = (time.start, time.start + dash.start()), (time.start + dash.end(), time.end)
    made = []
    for (start, end), value in zip(places, values, strict=True):
        days = _days(value)
        if days is None:
            return ()
        made.append(Time(start, end, time.text[start - time.start : end - time.start], *days))
    return tuple(made)


def _days(value: str) -> tuple[date, date] | None:
    """The first and the last day of a year, month or day in numbers ("1894-02")."""
    parts = value.split("-")
    if not 1 <= len(parts) <= 3 or not all(part.isdigit() for part in parts):
        return None
    year, month, day = (int(part) for part in (*parts, "0", "0")[:3])
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, month, day or 1), date(year, month, day or monthrange(year, month)[1])


def _before(statement: Statement, end: int) -> Word | None:
    """The head of the name that ends before an offset."""
    words = [word for word in statement.words if word.end <= end]
    if not words or not words[-1].name:
        return None
    word = words[-1]
    while word.dep.startswith("flat") or (word.dep == "compound" and statement.words[word.head].name):
        word = statement.words[word.head]
    return word
