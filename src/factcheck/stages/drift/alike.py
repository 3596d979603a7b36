"""How alike two words are out of context, and which words of a sentence can be alike at all.

Comparing each word of a sentence with each of another is what costs time in long texts, and nearly all such pairs have
nothing in common. So each word has marks: what it shows (its form, lemma, root, senses, broader terms) and what it
seeks. Two words can be alike only where one shows what the other seeks, or where one may be a misspelling.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from factcheck.lexicon import drift as lexicon
from factcheck.stages.drift.view import Word

_NEGATIVE = ("un", "in", "im", "ir", "il", "dis", "non", "non-")
_PREFIX = 5  # letters of two roots that are enough to make them related forms


def likeness(left: Word, right: Word) -> tuple[str, float]:
    """How alike two words are out of context, and why: ("same", 1.0) to ("", 0.0)."""
    if left.norm == right.norm:
        return "same", 1.0
    if left.value is not None and right.value is not None:
        return ("number", 0.97) if left.value == right.value else ("", 0.0)
    if (left.value is None) != (right.value is None):
        ordinal = lexicon.relations().opposite(left.norm, right.norm)  # "first", "last"
        return ("antonym", 0.72) if ordinal else ("", 0.0)
    pos = left.pos if left.pos == right.pos else ""
    names = left.name and right.name
    return _likeness(left.norm, left.lemma, left.stem, right.norm, right.lemma, right.stem, pos, names)


@lru_cache(maxsize=200_000)
def _likeness(
    a: str, a_lemma: str, a_stem: str, b: str, b_lemma: str, b_stem: str, pos: str, names: bool
) -> tuple[str, float]:
    """What is added here needs a mark in `_marks`, or is never looked at."""
    if a_lemma == b_lemma:
        return "lemma", 0.95
    if _bare(a) == _bare(b):
        return "lemma", 0.95
    relations = lexicon.relations()
    if relations.opposite(a_lemma, b_lemma) or relations.opposite(a, b):
        return "antonym", 0.72
    if negated_form(a, b) or negated_form(b, a):
        return "antonym", 0.75
    if min(len(a_stem), len(b_stem)) >= 4 and a_stem == b_stem:
        return "form", 0.85
    if relations.related(a_lemma, b_lemma):
        return "derived", 0.72
    spelling = misspelt(a, b)
    if spelling and (names or not (lexicon.known(a) and lexicon.known(b))):
        return "spelling", 0.80
    if relations.synonymous(a_lemma, b_lemma):
        return "synonym", 0.78
    if relations.faces(a_lemma, b_lemma, pos):
        return "antonym", 0.70
    if len(a_stem) >= _PREFIX <= len(b_stem) and a_stem[:_PREFIX] == b_stem[:_PREFIX] and abs(len(a) - len(b)) <= 4:
        return "form", 0.70
    if relations.above(a_lemma, b_lemma) or relations.above(b_lemma, a_lemma):
        return "broader", 0.60
    if names and (a.startswith(b_stem) or b.startswith(a_stem)) and min(len(a), len(b)) >= 4:
        return "form", 0.7
    return "", 0.0


def _bare(norm: str) -> str:
    return norm.replace(".", "").replace("-", "")


def negated_form(word: str, other: str) -> bool:
    """Whether `word` is `other` with a negative prefix ("unarmed", "armed")."""
    return len(other) >= 4 and other in affirmed(word)


@lru_cache(maxsize=50_000)
def affirmed(word: str) -> tuple[str, ...]:
    """What a word leaves without each negative prefix that it has."""
    return tuple(word[len(prefix) :] for prefix in _NEGATIVE if word.startswith(prefix))


def misspelt(left: str, right: str) -> bool:
    """Whether two folded words are likely spellings of one: one or two edits apart, depending on length."""
    longer = max(len(left), len(right))
    if longer < 4 or abs(len(left) - len(right)) > 2:
        return False
    allowed = 1 if longer < 6 else 2
    if OSA.distance(left, right, score_cutoff=allowed) > allowed:
        return False
    return longer >= 6 or left[0] == right[0] or JaroWinkler.similarity(left, right) > 0.8


@lru_cache(maxsize=50_000)
def _marks(
    norm: str, lemma: str, stem: str, value: float | None, content: bool
) -> tuple[frozenset[str], frozenset[str]]:
    """What a word shows and what it seeks."""
    shown = {f"form {norm}", f"lemma {lemma}"}
    if value is not None:
        shown.add(f"value {value!r}")
    relations = lexicon.relations()
    if value is not None or not content:
        return frozenset(shown), frozenset(shown | {f"form {other}" for other in relations.against.get(norm, ())})
    shown |= {f"bare {_bare(norm)}", f"start {stem[:_PREFIX]}", f"root {stem}"}
    shown |= {f"form {rest}" for rest in affirmed(norm)}
    shown |= {f"sense {number}" for number in relations.synonyms.get(lemma, ())}
    sought = {f"lemma {other}" for other in (*relations.kin.get(lemma, ()), *relations.against.get(lemma, ()))}
    sought |= {f"form {other}" for other in relations.against.get(norm, ())}
    sought |= {f"lemma {other}" for facing in relations.facing.values() for other in facing.get(lemma, ())}
    above = relations.broader.get(lemma, frozenset())
    sought |= {f"lemma {other}" for other in above} | {f"above {lemma}"}
    return frozenset(shown | {f"above {other}" for other in above}), frozenset(shown | sought)


class Relatives:
    """An index of the words of one sentence, to ask which of them a word can be like."""

    def __init__(self, words: Sequence[Word]) -> None:
        """O(marks of the words) time and memory."""
        self._showing: dict[str, list[int]] = defaultdict(list)
        self._names: list[int] = []
        self._unknown: list[int] = []
        self._plain: list[int] = []
        for place, word in enumerate(words):
            for mark in _marks(word.norm, word.lemma, word.stem, word.value, word.content)[0]:
                self._showing[mark].append(place)
            if word.content and word.value is None:
                self._plain.append(place)
                if not lexicon.known(word.norm):
                    self._unknown.append(place)
                elif word.name:
                    self._names.append(place)
        self._shown = frozenset(self._showing)

    def of(self, word: Word) -> set[int]:
        """Places of the words for which `likeness` may be more than nothing; some of them will be nothing after all."""
        found: set[int] = set()
        for mark in _marks(word.norm, word.lemma, word.stem, word.value, word.content)[1] & self._shown:
            found.update(self._showing[mark])
        if word.content and word.value is None:
            if lexicon.known(word.norm):
                found.update(self._unknown)
                if word.name:
                    found.update(self._names)
            else:
                found.update(self._plain)
        return found
