"""FC114: the source says of the same one that it is another of a few sorts: a liberal, a conservative; the speaker, the
minority leader.

Compared are the nouns and adjectives that describe one party by name, as a predicate, beside its name or before it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from factcheck.lexicon.lists import mapping
from factcheck.lexicon.lists import words as listed
from factcheck.stages.support.circumstances import case_of, described
from factcheck.stages.support.clash import Clash
from factcheck.stages.support.counterparts import same, times_new
from factcheck.stages.support.match import ENOUGH, tells
from factcheck.stages.support.party import Party, party_of
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Statement, Word
from factcheck.stages.support.ties import bearers, told_as_so

_BODIES = ("compound", "nmod", "nmod:poss")
_INDEFINITE = frozenset({"a", "an", "another", "one", "some"})
_LIMITS = frozenset({"of", "on", "at", "in", "for", "about"})  # "a keeper of bees", "a conservative on tax"


@dataclass(frozen=True, slots=True)
class Quality:
    """A word that says of a party what it is: of which sort of which kind, with the noun that it stands before."""

    kind: str
    sort: int
    key: str
    party: Party
    word: Word
    noun: Word
    statement: Statement


def other_quality(reading: Reading) -> Iterator[Clash]:
    """The qualities of a checked sentence beside one of the source that excludes it."""
    mine = list(_qualities(reading.checked, (reading.checked,)))
    if not mine or times_new(reading):
        return
    theirs = [item for statement in reading.source for item in _qualities(statement, reading.source)]
    for one in mine:
        rivals = [item for item in theirs if item.kind == one.kind and same(one.party, item.party)]
        if not rivals or any(item.sort == one.sort for item in rivals):
            continue
        other = rivals[0]
        if one.kind in mapping("support", "one_of_a_noun") and one.noun.lemma != other.noun.lemma:
            continue
        if one.kind in mapping("support", "posts"):
            if not _one_body(one, other) or not (_as_post(one) and _as_post(other)):
                continue
        elif not _alike(_limits(one), _limits(other)):
            continue
        step = f"“{other.key}” in the source and “{one.key}” exclude each other, of the same one."
        where = (one.word.start, one.word.end), (other.word.start, other.word.end)
        yield Clash("FC114", 0.6, step, *where, other.statement)


@cache
def _sorts() -> dict[str, tuple[tuple[str, int], ...]]:
    """The kinds of a word or phrase and which sort of each it is, by its key."""
    made: dict[str, tuple[tuple[str, int], ...]] = {}
    for table in ("one_of", "one_of_a_noun", "posts"):
        for kind, sorts in mapping("support", table).items():
            for number, words in enumerate(sorts.split("|")):
                for word in words.split():
                    made[word] = (*made.get(word, ()), (kind, number))
    return made


def _qualities(statement: Statement, text: tuple[Statement, ...]) -> Iterator[Quality]:
    for noun in statement.words:
        if noun.pos not in ("NOUN", "PROPN", "ADJ", "VERB"):
            continue
        before = statement.children(noun.place, "amod", "compound")
        found = [(word, key) for word in (noun, *before) for key in _keys(statement, word, before, noun)]
        if not found or any(child.norm in listed("support", "stages") for child in statement.children(noun.place)):
            continue
        if not told_as_so(statement, noun):
            continue
        for head in _described(statement, noun):
            party = party_of(statement, head, text)
            if party is None or not party.names:
                continue
            if any(child.norm in listed("support", "stages") for child in statement.children(head.place)):
                continue
            for word, key in found:
                for kind, sort in _sorts()[key]:
                    if word is not noun and kind in mapping("support", "posts") and not _title(statement, word, noun):
                        continue  # "a private detective", "a general contractor"
                    yield Quality(kind, sort, key.replace("_", " "), party, word, noun, statement)


def _keys(statement: Statement, word: Word, before: tuple[Word, ...], noun: Word) -> Iterator[str]:
    """The keys of a word among the sorts; of a noun with what stands before it first ("minority leader")."""
    if word is noun:
        phrases = [f"{child.norm}_{noun.lemma}" for child in before]
        known = [phrase for phrase in phrases if phrase in _sorts()]
        if known:
            yield from known
        elif noun.lemma in _sorts() and not _in_another(noun, before):
            yield noun.lemma
        return
    hyphen = _hyphened(statement, word)
    if "-" in hyphen:
        if hyphen in _sorts():
            yield hyphen
    elif word.lemma in _sorts():
        yield word.lemma


def _in_another(noun: Word, before: tuple[Word, ...]) -> bool:
    """Whether the noun of a post is a part of the name of another one: "vice president", "secretary general"."""
    if any(child.norm in listed("support", "lower_posts") for child in before):
        return True
    rank = any(kind == "service" for kind, _ in _sorts()[noun.lemma])
    return rank and any(child.dep == "compound" for child in before)


def _title(statement: Statement, word: Word, noun: Word) -> bool:
    """Whether the word of a post stands as a title before a name: "Colonel Bob Roe"."""
    if noun.pos != "PROPN" or word.pos not in ("NOUN", "PROPN"):
        return False
    return all(item.dep in ("compound", "flat") for item in statement.words[word.place + 1 : noun.place])


def _hyphened(statement: Statement, word: Word) -> str:
    """A word with what is joined to it by a hyphen before: "left-wing" is three tokens."""
    start = word.start - statement.start
    while start > 0 and (statement.text[start - 1].isalnum() or statement.text[start - 1] == "-"):
        start -= 1
    return statement.text[start : word.end - statement.start].lower()


def _described(statement: Statement, noun: Word) -> Iterator[Word]:
    """Those of whom a noun or a predicate adjective is said, and a name that it stands before."""
    if noun.pos in ("ADJ", "VERB") and not any(child.dep == "cop" for child in statement.children(noun.place)):
        return
    if noun.dep != "obl":  # "served as an assistant coach" tells of any time
        yield from bearers(statement, noun)
    if noun.pos == "PROPN" and noun.dep != "nmod:desc":
        yield noun  # "liberal Senator Ann Lee"


def _one_body(one: Quality, other: Quality) -> bool:
    """Whether two posts are in one body: both say in which, and it is the same, or neither says."""
    return _alike(_bodies(one), _bodies(other))


def _alike(mine: list[Word], theirs: list[Word]) -> bool:
    if not mine or not theirs:
        return not mine and not theirs
    return any(a.stem == b.stem or max(tells(a, b)[0], tells(b, a)[0]) >= ENOUGH for a in mine for b in theirs)


def _bodies(quality: Quality) -> list[Word]:
    """The nouns that a post stands beside: "president of the Bank of Tarn"; not what it is called itself."""
    if quality.word is not quality.noun:
        return []
    statement, own = quality.statement, quality.key.split()
    beside = [item for item in statement.children(quality.noun.place, *_BODIES) if item.norm not in own]
    below = [word for item in beside for word in (item, *described(statement, item))]
    names = [word for word in below if word.name]
    return names or [word for word in below if word.pos == "NOUN"]


def _as_post(quality: Quality) -> bool:
    """Whether a post is held by one: not "a speaker at the rally"."""
    before = quality.statement.children(quality.noun.place, "det", "nummod")
    return not any(word.norm in _INDEFINITE for word in before)


def _limits(quality: Quality) -> list[Word]:
    """What a quality is said to be of or in: "a conservative on tax"."""
    statement = quality.statement
    beside = statement.children(quality.noun.place, "nmod", "obl")
    return [item for item in beside if case_of(statement, item) in _LIMITS]
