"""Which words of a source tell what the words of a checked sentence say, and how surely."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.lexicon import drift as lexicon
from factcheck.lexicon.names import aliases
from factcheck.lexicon.words import nouns, predicates
from factcheck.stages.support.statement import Statement, Word

ENOUGH = 0.6  # likeness from which a word counts as told
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
    for word in checked.words:
        if not word.content:
            continue
        best: tuple[float, str, Word | None, Statement | None] = (0.0, "", None, None)
        for statement in pool:
            for other in statement.words:
                if other.content or other.amount is not None:
                    likeness, how = tells(other, word)
                    if likeness > best[0]:
                        best = (likeness, how, other, statement)
        if best[0] < 1 and word.norm.replace(".", "") in initials:
            best = (0.95, "acronym", *initials[word.norm.replace(".", "")])
        found.append(Told(word, best[2], best[3], best[0], best[1]))
    return tuple(found)


def _acronyms(pool: Iterable[Statement]) -> dict[str, tuple[Word, Statement]]:
    """The initials of runs of names in the pool, each with its first word."""
    made: dict[str, tuple[Word, Statement]] = {}
    for statement in pool:
        run: list[Word] = []
        for word in (*statement.words, None):
            if word is not None and (word.name or (run and word.norm in ("of", "the", "and", "for"))):
                run.append(word)
                continue
            letters = "".join(item.norm[0] for item in run if item.name)
            if len(letters) >= 2:
                made.setdefault(letters, (run[0], statement))
            run = []
    return made


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
    if _negates(told.norm, asked.norm) or _negates(asked.norm, told.norm):
        return True
    mine, theirs = words.senses.get(told.stem, frozenset()), words.senses.get(asked.stem, frozenset())
    return words.contrary(mine, theirs)


def _negates(word: str, other: str) -> bool:
    return len(other) >= 4 and any(word == prefix + other for prefix in ("un", "in", "im", "ir", "il", "dis", "non-"))
