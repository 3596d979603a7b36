"""FC114: the source has the same thing go up that the sentence has go down, or somebody survive who died.

"Exports declined", "a rise in exports", "cut prices", "prices are higher": what goes up or down has to be the same by
name or description. A figure that the source does not have may be of another day, and then nothing is said.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.words import predicates
from factcheck.stages.support.circumstances import two_occasions
from factcheck.stages.support.clash import Clash
from factcheck.stages.support.counterparts import all_else_told, same, times_new
from factcheck.stages.support.match import ENOUGH, tells
from factcheck.stages.support.party import Party, party_of
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Statement, Word
from factcheck.stages.support.ties import is_passive, some_of, subject_of, told_as_so

UP, DOWN, ALIVE, DEAD = "up", "down", "alive", "dead"
_AGAINST = {UP: DOWN, DOWN: UP, ALIVE: DEAD, DEAD: ALIVE}
_OF_ITSELF = {"rise": UP, "fall": DOWN, "die": DEAD, "survive": ALIVE}
_OF_ANOTHER = {"raise": UP, "cut": DOWN, "kill": DEAD, "murder": DEAD}
_OWN = frozenset({"fall", "drop", "lose", "beat", "shoot"})  # "fell from a ladder", "dropped the ball": no amount moves


@dataclass(frozen=True, slots=True)
class Course:
    """What becomes of a party: "up", "down", "alive" or "dead", and the word that says so."""

    way: str
    party: Party
    word: Word
    statement: Statement


def other_course(reading: Reading) -> Iterator[Clash]:
    """The courses of a checked sentence beside one of the source that is the other way."""
    if times_new(reading) or _figures_new(reading):
        return
    mine = list(_courses(reading.checked, (reading.checked,)))
    if not mine:
        return
    theirs = [course for statement in reading.source for course in _courses(statement, reading.source)]
    for one in mine:
        alike = [course for course in theirs if same(one.party, course.party)]
        turned = [course for course in alike if course.way == _AGAINST[one.way] and _of_one_time(one, course)]
        if not turned or any(course.way == one.way for course in alike) or not all_else_told(reading, one.word):
            continue
        other = turned[0]
        step = f"“{other.word.norm}” in the source and “{one.word.norm}” exclude each other, of the same one."
        where = (one.word.start, one.word.end), (other.word.start, other.word.end)
        yield Clash("FC114", 0.6, step, *where, other.statement)


def _of_one_time(one: Course, other: Course) -> bool:
    """Whether both tell what has been or both what will be, and of what is survived the other tells as well."""
    if _ahead(one) != _ahead(other) or two_occasions(one.statement, one.word, other.statement, other.word):
        return False
    for alive, dead in ((one, other), (other, one)):
        if alive.way == ALIVE:
            through = alive.statement.children(alive.word.place, "obj")
            return all(any(tells(word, item)[0] >= ENOUGH for word in dead.statement.words) for item in through)
    return True


def _ahead(course: Course) -> bool:
    return any(child.norm in ("will", "shall", "'ll", "’ll") for child in course.statement.children(course.word.place))


def _figures_new(reading: Reading) -> bool:
    told = {amount.low for statement in reading.source for amount in statement.amounts}
    return any(amount.low not in told for amount in reading.checked.amounts)


def _courses(statement: Statement, text: tuple[Statement, ...]) -> Iterator[Course]:
    for word in statement.words:
        for way, head in _ways(statement, word):
            if not told_as_so(statement, word) or some_of(statement, head):
                continue
            party = party_of(statement, head, text)
            if party is not None:
                yield Course(way, party, word, statement)


def _ways(statement: Statement, word: Word) -> Iterator[tuple[str, Word]]:
    if word.pos == "VERB":
        yield from _by_verb(statement, word)
    elif word.pos == "NOUN":
        up, down = (word.lemma in listed("support", name) for name in ("upward", "downward"))
        way = UP if up else DOWN if down else ""
        for child in statement.children(word.place, "nmod"):
            if way and [case.norm for case in statement.children(child.place, "case")] == ["in"]:
                yield way, child
    elif word.norm in listed("support", "higher") | listed("support", "lower"):
        way = UP if word.norm in listed("support", "higher") else DOWN
        if any(child.dep == "cop" for child in statement.children(word.place)):
            yield from ((way, subject) for subject in statement.children(word.place, "nsubj"))


def _by_verb(statement: Statement, verb: Word) -> Iterator[tuple[str, Word]]:
    if statement.children(verb.place, "compound:prt"):
        return
    senses = predicates().senses.get(verb.stem, frozenset())
    done = next(iter(statement.children(verb.place, "obj")), None)
    subject = subject_of(statement, verb)
    if is_passive(statement, verb):
        done, subject = subject, None
    for sense in sorted(senses):
        way = _OF_ANOTHER.get(sense)
        if way is not None and done is not None and done.amount is None and verb.lemma not in _OWN:
            yield way, done
        way = _OF_ITSELF.get(sense)
        moved = done is None or done.amount is not None or way in (ALIVE, DEAD)
        if way is not None and subject is not None and moved and not (verb.lemma in _OWN and subject.person):
            if way == DEAD and "kill" in senses:
                continue
            yield way, subject
