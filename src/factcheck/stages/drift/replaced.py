"""term_substitution: a noun or adjective put for another that has nothing to do with it, in a sentence that is kept.

"Medicine" for "weapons". A free rendering has many such pairs ("floor", "ground"); where most of a sentence is kept, no
other word is open near the place, and neither the thesaurus nor the context brings the two near each other, it is
another thing.
"""

from collections.abc import Iterator, Sequence

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.kept import related, share
from factcheck.stages.drift.sorts import speaks
from factcheck.stages.drift.unit import Difference, Unit, word_for_word
from factcheck.stages.drift.view import Word
from factcheck.stages.drift.words import Pair

_LEAST = 0.75  # share of the telling words that both sides have
_FAR = 0.27  # cosine in context up to which two words have nothing in common
_ANY = 0.5  # and up to which no other word of the other side says what the word says
_REACH = 4
_CLASSES = ("NOUN", "ADJ")


def replaced_words(unit: Unit) -> Iterator[Difference]:
    """Nouns and adjectives in whose place stands another of their class that has nothing to do with them."""
    if unit.alignment.cosines is None or share(unit) < _LEAST:
        return
    for pair in unit.alignment.pairs:
        a, b = unit.left[pair.left], unit.right[pair.right]
        if pair.how != "slot" or pair.near > _FAR or not (_told(a) and _told(b)) or not _alike(a, b):
            continue
        if _known(a, unit.right, unit.copy.lemmas) or _known(b, unit.left, unit.original.lemmas):
            continue
        if _open_near(unit, pair) > 1 or _said(unit, pair) or speaks(unit, a):
            continue
        step = "The two stand at one place of a sentence that is kept, and have nothing to do with each other."
        yield word_for_word(unit, pair, DriftType.TERM_SUBSTITUTION, Severity.MAJOR, 0.6, step)


def _told(word: Word) -> bool:
    """Whether a word is a noun or adjective that says something, and no name or number."""
    closed = lexicon.words()
    slight = word.lemma in closed.slight or word.norm in closed.slight or word.lemma in closed.vague
    known = lexicon.known(word.norm)  # else it may be misspelt
    return word.content and known and word.pos in _CLASSES and not (word.name or word.value is not None or slight)


def _alike(a: Word, b: Word) -> bool:
    """Whether two words are of one class and have one part in the sentence."""
    return a.pos == b.pos and a.dep.partition(":")[0] == b.dep.partition(":")[0]


def _known(word: Word, others: Sequence[Word], lemmas: frozenset[str]) -> bool:
    """Whether the other text has a word, or its sentence something of its kind."""
    return word.lemma in lemmas or any(related(word, other) for other in others)


def _open_near(unit: Unit, pair: Pair) -> int:
    """How many other telling words near the place have no counterpart."""
    sides = ((unit.left, unit.to_right, pair.left), (unit.right, unit.to_left, pair.right))
    return sum(
        k != place and words[k].content and (k not in pairs or pairs[k].how == "slot")
        for words, pairs, place in sides
        for k in range(max(0, place - _REACH), min(len(words), place + _REACH + 1))
    )


def _said(unit: Unit, pair: Pair) -> bool:
    """Whether some telling word of the other side is near one of the two in context."""
    cosines = unit.alignment.cosines
    assert cosines is not None
    left = [k for k, word in enumerate(unit.left) if word.content]
    right = [k for k, word in enumerate(unit.right) if word.content]
    return float(cosines[left, pair.right].max()) > _ANY or float(cosines[pair.left, right].max()) > _ANY
