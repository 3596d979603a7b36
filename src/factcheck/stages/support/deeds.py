"""FC113, FC114: of the same doer and the same thing the source denies what the sentence tells, or tells its opposite.

The sentences need not be alike: where doer and thing are both the same by name or description, the rest of the checked
sentence has to be told only for the most part. Nothing is called so that can change from one day to the next
("yet", "still", "until").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.lexicon import drift as lexicon
from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.words import predicates
from factcheck.stages.support.circumstances import two_matters
from factcheck.stages.support.clash import Clash
from factcheck.stages.support.counterparts import all_else_told, same, times_new, told_too
from factcheck.stages.support.match import opposed, tells
from factcheck.stages.support.party import Party, party_of
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Statement, Word
from factcheck.stages.support.ties import is_passive, put_forward, subject_of

_SAME = 0.8
_CHANGES = re.compile(r"\b(?:so far|no longer|any ?more|at first|at the time|any other)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deed:
    """What a verb tells: who does it and to whom or what."""

    verb: Word
    doer: Party
    done: Party
    statement: Statement


def other_deed(reading: Reading) -> Iterator[Clash]:
    """The deeds of a checked sentence beside those of the source that exclude them."""
    if times_new(reading) or _changes(reading.checked):
        return
    mine = list(_deeds(reading.checked, (reading.checked,)))
    if not mine:
        return
    theirs = [deed for statement in reading.source for deed in _deeds(statement, reading.source)]
    for one in mine:
        alike = [deed for deed in theirs if same(one.doer, deed.doer) and same(one.done, deed.done)]
        for other in alike:
            told = tells(other.verb, one.verb)[0]
            where = (one.verb.start, one.verb.end), (other.verb.start, other.verb.end)
            if _changes(other.statement) or not all_else_told(reading, one.verb):
                continue
            if two_matters(one.statement, one.verb, other.statement, other.verb):
                continue  # "convicted of fraud", "acquitted of perjury"
            if told >= _SAME and other.verb.denied != one.verb.denied:
                if not (_plainly(one) and _plainly(other)) or _said(one) != _said(other):
                    continue
                if any(tells(d.verb, one.verb)[0] >= _SAME and d.verb.denied == one.verb.denied for d in alike):
                    continue
                step = f"One has “{one.verb.norm}” so, the other denies it, of the same two."
                yield Clash("FC113", 0.6, step, *where, other.statement)
            elif not other.verb.denied and not one.verb.denied and _contrary(other.verb, one.verb):
                if _in_turn(other.verb, one.verb) or told_too(other.statement, one.verb):
                    continue  # "bought it" and "sold it", "had refused it, but accepted it"
                if any(not d.verb.denied and tells(d.verb, one.verb)[0] >= _SAME for d in alike):
                    continue  # sold, and bought back
                step = f"“{other.verb.norm}” in the source and “{one.verb.norm}” exclude each other, of the same two."
                yield Clash("FC114", 0.6, step, *where, other.statement)


def _changes(statement: Statement) -> bool:
    """Whether what a sentence tells can be otherwise by now, or is said of a part."""
    some = any(word.norm in listed("support", "changing") for word in statement.words)
    return some or _CHANGES.search(statement.text) is not None


def _contrary(told: Word, asked: Word) -> bool:
    """Whether two verbs exclude each other, and the one does not follow the other: a career begins and ends."""
    table = predicates()
    theirs, mine = (table.senses.get(word.stem, frozenset()) for word in (told, asked))
    return opposed(told, asked) and (table.contrary(theirs, mine) or not table.opposite(theirs, mine))


def _in_turn(told: Word, asked: Word) -> bool:
    """Whether one party can do both to one thing, the one after the other: buy it and sell it."""
    return {told.lemma, asked.lemma} <= listed("support", "in_turn")


_NO_ONE = frozenset({"t", "no", "neither", "any", "none", "nobody", "without"})


def _plainly(deed: Deed) -> bool:
    """Whether a deed is denied, if it is, by a "not" of its own or of its thing: not "for which no gang", "without"."""
    near = [*deed.statement.children(deed.verb.place), *deed.statement.children(deed.doer.head.place), deed.doer.head]
    neither = any(word.norm in ("neither", "nor") for word in deed.statement.words)
    return not neither and not any(word.norm in _NO_ONE for word in near)


def _said(deed: Deed) -> bool:
    """Whether it is told as somebody's words."""
    head = deed.statement.words[deed.verb.head]
    return deed.verb.dep == "ccomp" and head.lemma in lexicon.words().cues


def _deeds(statement: Statement, text: tuple[Statement, ...]) -> Iterator[Deed]:
    for verb in statement.words:
        if verb.pos != "VERB" or not put_forward(statement, verb):
            continue
        passive = is_passive(statement, verb)
        subject = subject_of(statement, verb)
        done = subject if passive else next(iter(statement.children(verb.place, "obj")), None)
        doer = subject
        if passive:
            doer = next((c for c in statement.children(verb.place, "obl:agent")), None)
        if doer is None or done is None or done.amount is not None:
            continue  # "rose 2 points" is no deed to a thing
        parties = party_of(statement, doer, text), party_of(statement, done, text)
        if parties[0] is not None and parties[1] is not None:
            yield Deed(verb, parties[0], parties[1], statement)
