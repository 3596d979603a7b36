"""FC115, FC114: two compared the other way round ("the tunnel is longer than the bridge", "the bridge is longer").

The same adjective with the two exchanged, or its opposite with the two as they are ("shorter than the bridge"); and so
which of two places lies north or east of the other.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.lexicon import drift as lexicon
from factcheck.stages.support.clash import Clash
from factcheck.stages.support.counterparts import all_else_told, same, times_new
from factcheck.stages.support.party import Party, party_of
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Statement, Word
from factcheck.stages.support.ties import told_as_so

_LESS = "less"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is more so than what: the adjective's base form, and the two."""

    quality: str
    more: Party
    less: Party
    word: Word
    statement: Statement


def compared_otherwise(reading: Reading) -> Iterator[Clash]:
    """The comparisons of a checked sentence beside those of the source."""
    mine = _all(reading.checked, (reading.checked,))
    if not mine or times_new(reading):
        return
    theirs = [item for statement in reading.source for item in _all(statement, reading.source)]
    for one in mine:
        for other in theirs:
            straight = same(one.more, other.more) and same(one.less, other.less)
            turned = same(one.more, other.less) and same(one.less, other.more)
            opposite = lexicon.relations().opposite(one.quality, other.quality)
            if straight == turned or not all_else_told(reading, one.word):
                continue
            where = (one.word.start, one.word.end), (other.word.start, other.word.end)
            if turned and one.quality == other.quality:
                step = f"What is “{one.word.norm}” than what is the other way round."
                yield Clash("FC115", 0.6, step, *where, other.statement)
            elif straight and opposite:
                step = f"“{other.word.norm}” in the source and “{one.word.norm}” exclude each other, of the same two."
                yield Clash("FC114", 0.6, step, *where, other.statement)


def _all(statement: Statement, text: tuple[Statement, ...]) -> list[Comparison]:
    return [*_comparisons(statement, text), *_placed(statement, text)]


def _comparisons(statement: Statement, text: tuple[Statement, ...]) -> Iterator[Comparison]:
    for word in statement.words:
        if word.pos != "ADJ" or not told_as_so(statement, word):
            continue
        one = next(iter(statement.children(word.place, "nsubj")), None)
        other = next((c for c in statement.children(word.place, "obl", "advcl", "nmod") if _than(statement, c)), None)
        less = any(child.norm == _LESS for child in statement.children(word.place, "advmod"))
        more = any(child.norm == "more" for child in statement.children(word.place, "advmod"))
        if one is None or other is None or not (less or more or word.lemma != word.norm):
            continue
        parties = party_of(statement, one, text), party_of(statement, other, text)
        if parties[0] is None or parties[1] is None:
            continue
        above, below = parties[::-1] if less else parties
        if above is not None and below is not None:
            yield Comparison(word.lemma, above, below, word, statement)


_WAYS = {"north": "south", "east": "west", "northeast": "southwest", "northwest": "southeast"}


def _placed(statement: Statement, text: tuple[Statement, ...]) -> Iterator[Comparison]:
    """What lies on which side of what: "Tarn is east of Arl"; the opposite side is told from the other's."""
    turned = {away: way for way, away in _WAYS.items()}
    for word in statement.words:
        if word.norm not in _WAYS and word.norm not in turned:
            continue
        if not any(
            child.norm == "of" for item in statement.children(word.place) for child in statement.children(item.place)
        ):
            continue
        over = word if any(c.dep == "cop" for c in statement.children(word.place)) else statement.words[word.head]
        one = next(iter(statement.children(over.place, "nsubj", "nsubj:pass")), None)
        other = next((c for c in statement.children(word.place, "obl", "nmod")), None)
        if one is None or other is None or over.lemma not in (word.lemma, "lie", "locate", "situate", "be"):
            continue
        parties = party_of(statement, one, text), party_of(statement, other, text)
        if parties[0] is not None and parties[1] is not None and told_as_so(statement, over):
            first, second = parties if word.norm in _WAYS else parties[::-1]
            if first is not None and second is not None:
                yield Comparison(turned.get(word.norm, word.norm), first, second, word, statement)


def _than(statement: Statement, word: Word) -> bool:
    return any(child.norm == "than" for child in statement.children(word.place, "case", "mark"))
