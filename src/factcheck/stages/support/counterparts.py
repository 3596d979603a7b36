"""Whether a party of a checked sentence is one of the source, by name or by what describes both."""

from functools import cache

from factcheck.lexicon.names import aliases
from factcheck.lexicon.stem import stem
from factcheck.stages.support.match import ENOUGH, tell, tells
from factcheck.stages.support.party import Party
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Statement, Word

_CIRCUMSTANCES = ("obl", "obl:unmarked", "obl:tmod", "advcl")
_TOLD = 0.75  # likeness from which one noun tells another
_DEED = 0.8  # likeness from which one verb tells another
_ALL_ELSE = 0.65  # share of the other words from which two sentences speak of one matter


def times_new(reading: Reading) -> bool:
    """Whether the checked sentence gives a time that the source does not."""
    told = " ".join(statement.text.lower() for statement in reading.source)
    return any(time.text.lower() not in told for time in reading.checked.times)


_BEFORE = frozenset({"had", "than", "again", "once", "earlier", "previous", "previously", "rematch", "before"})


def another_time(statement: Statement) -> bool:
    """Whether a sentence may tell of an earlier or another time, or compares: "had beaten him before"."""
    return any(word.norm in _BEFORE for word in statement.words)


def all_else_told(reading: Reading, deed: Word) -> bool:
    """Whether the source tells the checked sentence but for a deed, so that both speak of one matter.

    A circumstance of the deed that the source does not tell ("in the group stage") makes it another deed.
    """
    found = tell(reading.checked, reading.source)
    told = Reading(reading.checked, (), found, ())
    new = {item.word.place for item in found if item.likeness < ENOUGH}
    beside = reading.checked.children(deed.place, *_CIRCUMSTANCES)
    below = [item for word in beside for item in reading.checked.children(word.place, "nmod")]
    below += [item for word in beside for inner in below for item in reading.checked.children(inner.place, "nmod")]
    if any(child.place in new for child in (*beside, *below)):
        return False
    return told.share(frozenset({deed.place})) >= _ALL_ELSE


def told_too(statement: Statement, asked: Word) -> bool:
    """Whether a sentence of the source tells a deed, whatever it calls its thing: "refused it, then took it"."""
    return any(
        word.pos == asked.pos and word.denied == asked.denied and tells(word, asked)[0] >= _DEED
        for word in statement.words
    )


def same(mine: Party, theirs: Party) -> bool:
    """Whether a party of the sentence is one of the source, by name or by what describes both."""
    ours = mine.names - _titles()
    if ours:
        for others in (theirs.names - _titles(), theirs.joined - _titles()):
            if ours & others and (ours <= others or others <= ours):
                return True
        return False
    heads = [noun for noun in (theirs.head, *theirs.nouns, *_listed(theirs)) if _tells(noun, mine.head)]
    return any(_alike(mine, noun, theirs.statement) for noun in heads)


@cache
def _titles() -> frozenset[str]:
    return frozenset({stem(title) for title in aliases().titles} | {f"{title}." for title in aliases().titles})


def _tells(theirs: Word, mine: Word) -> bool:
    return theirs.stem == mine.stem or tells(theirs, mine)[0] >= _TOLD


def _listed(party: Party) -> list[Word]:
    """The nouns joined to a party, or given as examples of it: "drugs such as aspirin or ibuprofen"."""
    found, open_ = [], [party.head, *party.nouns]
    while open_:
        word = open_.pop()
        for child in party.statement.children(word.place, "conj", "nmod"):
            cases = [case.norm for case in party.statement.children(child.place, "case")]
            if child.dep == "conj" or cases[:1] in (["such"], ["like"], ["including"]):
                found.append(child)
                open_.append(child)
    return found


def _alike(mine: Party, noun: Word, statement: Statement) -> bool:
    """Whether what describes one noun is told of the other, both ways."""
    ours, others = _described(mine.statement, mine.head), _described(statement, noun)
    return _all_told(ours, others) and _all_told(others, ours)


def _described(statement: Statement, noun: Word) -> list[Word]:
    deps = ("amod", "compound", "nmod", "nmod:poss", "nummod")
    return [child for child in statement.children(noun.place, *deps) if child.content and child.pos != "PRON"]


def _all_told(asked: list[Word], told: list[Word]) -> bool:
    return all(any(max(tells(b, a)[0], tells(a, b)[0]) >= ENOUGH for b in told) for a in asked)
