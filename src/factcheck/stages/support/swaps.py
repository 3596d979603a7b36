"""Words of a checked sentence in whose place the source has another: "a German tourist" for "a French tourist"."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from factcheck.lexicon import drift as lexicon
from factcheck.lexicon.lists import mapping
from factcheck.lexicon.names import aliases, countries
from factcheck.stages.support.match import ENOUGH, tells
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Statement, Word

_KINDS = ("NOUN", "PROPN", "ADJ", "VERB", "ADV", "NUM")
_ORDINAL = re.compile(r"(?P<number>\d+)(?:st|nd|rd|th)")
_SORT = 200  # words: a broader term of more than these is no sort of thing ("artifact")
_NAMES = frozenset({"PROPN", "NOUN", "ADJ"})


@dataclass(frozen=True, slots=True)
class Swap:
    """A word that the source does not tell, and what the source has at its place."""

    word: Word
    other: Word
    statement: Statement


def swaps(reading: Reading) -> Iterator[Swap]:
    """The words that the source does not tell and for which it has another at the same place, in order.

    One place is one relation to heads that tell each other, or two roots of which each has the other's subject.
    """
    used = {(item.statement.start, item.by.place) for item in reading.told if item.by and item.statement}
    for item in reading.told:
        word = item.word
        if item.likeness >= ENOUGH:
            continue
        for statement in reading.pool[:2]:
            found = next(
                (
                    other
                    for other in statement.words
                    if other.content
                    and (statement.start, other.place) not in used
                    and (other.pos == word.pos or {other.pos, word.pos} <= _NAMES)
                    and tells(other, word)[0] < ENOUGH
                    and tells(word, other)[0] < ENOUGH
                    and same_place(reading.checked, word, statement, other)
                ),
                None,
            )
            if found is not None:
                yield Swap(word, found, statement)
                break


def same_place(checked: Statement, word: Word, statement: Statement, other: Word) -> bool:
    """Whether two words stand in one relation to heads that tell each other, or are both roots with one subject."""
    if word.pos not in _KINDS:
        return False
    roots = (word.head == word.place, other.head == other.place)
    if any(roots):
        mine, theirs = (
            next((c for c in s.words if c.head == w.place and c.dep.startswith("nsubj")), None)
            for s, w in ((checked, word), (statement, other))
        )
        return all(roots) and mine is not None and theirs is not None and tells(theirs, mine)[0] >= ENOUGH
    if word.dep.split(":")[0] != other.dep.split(":")[0]:
        return False
    head, their_head = checked.words[word.head], statement.words[other.head]
    return head.norm == their_head.norm or tells(their_head, head)[0] >= ENOUGH


def exclusive(left: Word, right: Word) -> bool:
    """Whether nothing is both at one place: two colours, countries, days, months, ranks, points of the compass."""
    mine, theirs = kind(left.norm), kind(right.norm)
    return mine is not None and theirs is not None and mine[0] == theirs[0] and mine[1] != theirs[1]


def sisters(left: Word, right: Word) -> bool:
    """Whether two words name different things of one sort (coffee, tea), two names, or two numbers."""
    if left.name and right.name:
        return True
    if left.pos == right.pos == "NUM" or exclusive(left, right):
        return True
    table = lexicon.relations().broader
    shared = table.get(left.lemma, frozenset()) & table.get(right.lemma, frozenset())
    return any(_members()[sort] <= _SORT for sort in shared)


@cache
def _members() -> dict[str, int]:
    """How many words a broader term has below it."""
    return Counter(sort for sorts in lexicon.relations().broader.values() for sort in sorts)


def kind(word: str) -> tuple[str, str] | None:
    """The kind of a word of which a thing has one, and which of the kind it is."""
    table = aliases().canonical
    if word in table:
        return "country", table[word]
    if word in countries():
        return "country", word
    written = _ORDINAL.fullmatch(word)
    if written is not None:
        return "rank", written["number"]
    ranks = mapping("numerals", "ordinals")
    if word in ranks:
        return "rank", str(ranks[word])
    return (_exclusive()[word], word) if word in _exclusive() else None


@cache
def _exclusive() -> dict[str, str]:
    return {word: name for name, words in mapping("support", "kinds").items() for word in words.split()}
