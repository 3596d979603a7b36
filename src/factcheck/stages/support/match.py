"""Which words of a source tell what the words of a checked sentence say, and how surely."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.lexicon import drift as lexicon
from factcheck.lexicon.names import aliases
from factcheck.lexicon.words import nouns, predicates
from factcheck.stages.support.statement import Statement, Word

ENOUGH = 0.6  # likeness from which a word counts as told
NEGATED = "negated"  # how "unknown" tells "not known"
_CAP = 12.0  # nats: rarer words than this tell no more


@dataclass(frozen=True, slots=True)
class Told:
    """A word of the checked sentence with the word of the source that tells it best, and how well, in [0, 1]."""

    word: Word
    by: Word | None
    statement: Statement | None
    likeness: float
    how: str


def weight(word: Word) -> float:
    """How much a word tells: its information, capped; a name tells as much as a rare word."""
    return _CAP if word.name else min(_CAP, lexicon.information(word.lemma))


def tell(checked: Statement, pool: Sequence[Statement]) -> tuple[Told, ...]:
    """For each word of the checked sentence that carries meaning, the best word of the pool."""
    found = []
    initials = _acronyms(pool)
    written_out = _written_out(checked, pool)
    for word in checked.words:
        if not word.content:
            continue
        best: tuple[float, str, Word | None, Statement | None] = (0.0, "", None, None)
        for statement in pool:
            for other in statement.words:
                if other.content or other.amount is not None:
                    likeness, how = tells(other, word)
                    if likeness < ENOUGH and other.denied != word.denied and _one_negates(other.norm, word.norm):
                        likeness, how = 0.85, NEGATED
                    if likeness > best[0]:
                        best = (likeness, how, other, statement)
        if best[0] < 1 and word.norm.replace(".", "") in initials:
            best = (0.95, "acronym", *initials[word.norm.replace(".", "")])
        if best[0] < ENOUGH and word.place in written_out:
            best = (0.95, "acronym", *written_out[word.place])
        found.append(Told(word, best[2], best[3], best[0], best[1]))
    return tuple(found)


def _acronyms(pool: Iterable[Statement]) -> dict[str, tuple[Word, Statement]]:
    """The initials of runs of names in the pool, each with its first word."""
    made: dict[str, tuple[Word, Statement]] = {}
    for statement in pool:
        for letters, run in _names(statement):
            made.setdefault(letters, (run[0], statement))
    return made


def _written_out(checked: Statement, pool: Iterable[Statement]) -> dict[int, tuple[Word, Statement]]:
    """The places of the names of a sentence that the pool has as initials in capitals, each with those."""
    capitals: dict[str, tuple[Word, Statement]] = {}
    for statement in pool:
        for word in statement.words:
            written = statement.text[word.start - statement.start : word.end - statement.start].replace(".", "")
            if word.name and written.isalpha() and written.isupper():
                capitals.setdefault(written.lower(), (word, statement))
    return {word.place: capitals[letters] for letters, run in _names(checked) if letters in capitals for word in run}


def _names(statement: Statement) -> Iterator[tuple[str, list[Word]]]:
    """The initials of each run of two names or more, with its names."""
    run: list[Word] = []
    for word in (*statement.words, None):
        if word is not None and (word.name or (run and word.norm in ("of", "the", "and", "for"))):
            run.append(word)
            continue
        names = [item for item in run if item.name]
        if len(names) >= 2:
            yield "".join(item.norm[0] for item in names), names
        run = []


def tells(told: Word, asked: Word) -> tuple[float, str]:
    """How surely a word of the source says what a word of the checked sentence says: one way only, narrow to broad."""
    if told.norm == asked.norm:
        return 1.0, "same"
    return _tells(told.norm, told.lemma, told.stem, told.name, asked.norm, asked.lemma, asked.stem, asked.name)


@lru_cache(maxsize=262144)
def _tells(
    norm: str, lemma: str, root: str, name: bool, other: str, other_lemma: str, other_root: str, other_name: bool
) -> tuple[float, str]:
    if lemma == other_lemma or root == other_root:
        return 0.97, "same"
    table = lexicon.relations()
    canonical = aliases().canonical
    if norm in canonical and canonical.get(norm) == canonical.get(other):
        return 0.95, "alias"
    if name and other_name:
        return (0.8, "form") if min(len(norm), len(other)) >= 5 and norm[:5] == other[:5] else (0.0, "")
    if table.opposite(lemma, other_lemma):
        return 0.0, "opposite"  # before the groups that both stand in: a mother and a father are parents
    if table.synonymous(lemma, other_lemma):
        return 0.85, "synonym"
    if table.related(lemma, other_lemma):
        return 0.85, "derived"
    words, things = predicates(), nouns()
    mine, theirs = words.senses.get(root, frozenset()), words.senses.get(other_root, frozenset())
    if mine & theirs or theirs & words.widened(mine):
        return 0.8, "sense"
    ours, others = things.groups.get(root, frozenset()), things.groups.get(other_root, frozenset())
    wide = ours.union(*(things.broader.get(group, frozenset()) for group in ours))
    if others & wide:
        return 0.75, "kind"
    if table.above(other_lemma, lemma):
        return 0.75, "broader"
    if min(len(root), len(other_root)) >= 5 and root[:5] == other_root[:5]:
        return 0.7, "form"
    if words.converse(mine, theirs):
        return 0.5, "converse"  # told only where the parties change places
    if words.related(mine, theirs):
        return 0.4, "related"
    if table.above(lemma, other_lemma):
        return 0.4, "narrower"
    return 0.0, ""


def opposed(told: Word, asked: Word) -> bool:
    """Whether two words exclude each other: antonyms, contraries, a word and its negated form."""
    table, words = lexicon.relations(), predicates()
    if told.lemma == asked.lemma or tells(told, asked)[0] >= ENOUGH:
        return False
    if table.opposite(told.lemma, asked.lemma) or table.opposite(told.norm, asked.norm):
        return True
    if _one_negates(told.norm, asked.norm):
        return True
    mine, theirs = words.senses.get(told.stem, frozenset()), words.senses.get(asked.stem, frozenset())
    return words.contrary(mine, theirs)


def _one_negates(word: str, other: str) -> bool:
    return _negates(word, other) or _negates(other, word)


def _negates(word: str, other: str) -> bool:
    return len(other) >= 4 and any(word == prefix + other for prefix in ("un", "in", "im", "ir", "il", "dis", "non-"))
