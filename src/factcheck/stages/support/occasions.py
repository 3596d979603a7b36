"""FC112: an event of which there is one is put on another day than the source puts it on.

An election, a trial, a funeral: "the vote, which is slated for 30 October", "the election will be held on 14 July".
Both have to date the event itself, by its verb or in its noun phrase, and the source dates no other one of the kind.
What describes the one has to describe the other ("the strike by nurses"), since there are many strikes and launches.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.lexicon.lists import words as listed
from factcheck.model.time import Time
from factcheck.stages.support.circumstances import described
from factcheck.stages.support.clash import Clash
from factcheck.stages.support.match import ENOUGH, tell, tells
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Statement, Word
from factcheck.stages.support.ties import subject_of

_DAY = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<day>\d\d-\d\d)")
_MOVED = frozenset({"postpone", "delay", "reschedule", "cancel", "defer", "move", "bring", "put", "call"})
_COMING = frozenset({"will", "shall", "'ll", "’ll", "slate", "schedule", "set", "due", "plan", "fix"})
_INDEFINITE = frozenset({"a", "an", "another", "some", "any", "one", "each", "every", "no"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_NEW = frozenset({"new", "next"})  # which the one that is to come is in any case
_NOT_ITS_OWN = frozenset({"after", "before", "since", "until", "by", "from", "following", "till"})


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event of a kind with its day, and the noun that names it; `coming` says that it is yet to be."""

    kind: int
    coming: bool
    time: Time
    noun: Word
    statement: Statement


def other_day(reading: Reading) -> Iterator[Clash]:
    """The days of the events of a checked sentence beside those of the source."""
    mine = list(_occasions(reading.checked))
    if len(mine) != 1:
        return
    one = mine[0]
    theirs = [item for statement in reading.source for item in _occasions(statement) if item.kind == one.kind]
    named = [word for statement in reading.source for word in statement.words if _is_of(word, one.kind)]
    if len({word.start for word in named}) > len(theirs):
        return  # another one, of whose day nothing is said
    days = {_day(item.time) for item in theirs}
    if len(days) != 1 or not _two_days(one.time, theirs[0].time):
        return
    if not all(_one_event(one, item) for item in theirs) or _names_new(reading, one) or _else_new(reading, one):
        return
    if any(word.lemma in _MOVED for item in (one, *theirs) for word in item.statement.words):
        return  # it has had two days
    other = theirs[0]
    step = f"The source puts the {other.noun.norm} on “{other.time.text}”, the sentence on “{one.time.text}”."
    where = (one.time.start, one.time.end), (other.time.start, other.time.end)
    yield Clash("FC112", 0.6, step, *where, other.statement)


def _occasions(statement: Statement) -> Iterator[Occasion]:
    for noun in statement.words:
        kind = next((n for n in range(len(_kinds())) if _is_of(noun, n)), None)
        if kind is None:
            continue
        for time in statement.times:
            if _day(time) and _dates(statement, noun, time):
                yield Occasion(kind, _coming(statement, noun, time), time, noun, statement)


def _coming(statement: Statement, noun: Word, time: Time) -> bool:
    """Whether an event is yet to be, by the verb that dates it or that it is the subject of."""
    dates = [word for word in statement.words if time.start <= word.start < time.end]
    verbs = {word.head for word in dates} | {noun.head}
    near = [word for place in verbs for word in (statement.words[place], *statement.children(place))]
    return any(word.norm in _COMING or (word.lemma in _COMING and word.pos == "VERB") for word in near)


def _is_of(noun: Word, kind: int) -> bool:
    return noun.pos in ("NOUN", "PROPN") and noun.dep != "compound" and noun.lemma in _kinds()[kind]


def _kinds() -> list[frozenset[str]]:
    return [frozenset(names.split("|")) for names in sorted(listed("support", "occasions"))]


def _day(time: Time) -> str:
    """The day of a time, of its year if that is known; empty where it is no day."""
    known = time.value is not None and time.mod is None and _DAY.fullmatch(time.value) is not None
    return time.value or "" if known else ""


def _two_days(one: Time, other: Time) -> bool:
    mine, theirs = (_DAY.fullmatch(_day(time)) for time in (one, other))
    if mine is None or theirs is None:
        return False
    years = {mine["year"], theirs["year"]} - {"XXXX"}
    return mine["day"] != theirs["day"] and len(years) < 2  # two years are two elections


def _dates(statement: Statement, noun: Word, time: Time) -> bool:
    """Whether a time is of the event itself: on its verb, or in its noun phrase ("the 30 October vote")."""
    top = next((w for w in statement.words if time.start <= w.start < time.end), None)
    while top is not None and time.start <= statement.words[top.head].start < time.end and top.head != top.place:
        top = statement.words[top.head]
    if top is None or any(c.norm in _NOT_ITS_OWN for c in statement.children(top.place, "case", "mark")):
        return False
    over = statement.words[top.head]
    if over.place == noun.place:
        return True
    if over.denied or over.lemma not in listed("support", "taking_place") | listed("support", "arranged"):
        return False
    cases = {child.norm for child in statement.children(top.place, "case")}
    if over.lemma in listed("support", "arranged") and "for" not in cases:
        return False  # "set on 3 May" is the day on which that was done
    subject = subject_of(statement, over)
    done = next(iter(statement.children(over.place, "obj")), None)
    return noun.place in {word.place for word in (subject, done) if word is not None}


def _one_event(one: Occasion, other: Occasion) -> bool:
    """Whether two events can be told to be one: what describes the one describes the other, and one is definite.

    Those of one word for a kind that are both to come can have an adjective less: "the presidential vote" is the vote.
    """
    coming = one.coming and other.coming
    if one.noun.lemma != other.noun.lemma and not coming:
        return False
    definite = [_definite(item) for item in (one, other)]
    if None in definite or not any(definite):
        return False
    mine, theirs = (_describing(item) for item in (one, other))
    if coming and len(_kinds()[one.kind]) > 1 and not (mine and theirs):
        return all(word.dep in ("amod", "compound") for word in (*mine, *theirs))
    return _all_told(mine, theirs) and _all_told(theirs, mine)


def _definite(item: Occasion) -> bool | None:
    """Whether a noun is definite; None where it is one of several."""
    before = item.statement.children(item.noun.place, "det", "nmod:poss", "nummod")
    if any(word.norm in _INDEFINITE for word in before):
        return None
    return any(word.norm in _DEFINITE or word.dep == "nmod:poss" for word in before)


def _all_told(asked: list[Word], told: list[Word]) -> bool:
    return all(any(tells(b, a)[0] >= ENOUGH for b in told) for a in asked)


def _describing(item: Occasion) -> list[Word]:
    """What describes an event, but for its day; whose it is too, though nobody knows who "she" is."""
    whose = [word for word in item.statement.children(item.noun.place, "nmod:poss") if word.pos == "PRON"]
    return [
        word
        for word in (*described(item.statement, item.noun), *whose)
        if word.lemma not in _NEW and not item.time.start <= word.start < item.time.end
    ]


def _else_new(reading: Reading, one: Occasion) -> bool:
    """Whether the sentence tells, beside the event and its day, what the source does not."""
    dated = listed("support", "taking_place") | listed("support", "arranged") | _NEW | {"place"}
    return any(
        item.likeness < ENOUGH
        for item in tell(reading.checked, reading.source)
        if item.word.lemma not in dated
        and item.word.place != one.noun.place
        and not one.time.start <= item.word.start < one.time.end
    )


def _names_new(reading: Reading, one: Occasion) -> bool:
    """Whether the sentence names what the source does not, so that it may be of another event."""
    inside = range(one.time.start, one.time.end)
    return any(
        max((tells(other, word)[0] for s in reading.source for other in s.words), default=0.0) < ENOUGH
        for word in reading.checked.words
        if word.name and word.start not in inside
    )
