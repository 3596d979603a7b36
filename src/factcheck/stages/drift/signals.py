"""Signs that a faithful text seldom or never shows, told from its words alone."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import JaroWinkler

from factcheck.lexicon import drift as lexicon
from factcheck.lexicon.numerals import value_of
from factcheck.lexicon.stem import stem

_LATIN = 0x24F  # the last letter of Latin Extended-B
_LIKE = 0.8  # similarity of two spellings of one name ("Sinbaum", "Sheinbaum")
_START = 4  # letters at the start of a word that tell its family ("Mexico", "Mexican")
_OPENING = frozenset('.!?"“:')  # a capital after one of these is no sign of a name


def signals(left: Sequence[str], right: Sequence[str]) -> int:
    """How many of these the words of a copy show against those of its original: another value than any of the
    original's where one of those is gone; a word for a person of the other sex only; a word that is not written in
    Latin letters where the original has none such.
    """
    values = [{value_of(word.lower()) for word in side} - {None} for side in (left, right)]
    sexes = [{lexicon.words().gender.get(word.lower()) for word in side} - {None} for side in (left, right)]
    foreign = [any(ord(char) > _LATIN and char.isalpha() for word in side for char in word) for side in (left, right)]
    return (
        bool(values[0] - values[1] and values[1] - values[0])
        + bool(sexes[0] and sexes[1] - sexes[0])
        + (foreign[1] and not foreign[0])
    )


def renamed(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether each text has a name that no word of the other is like. Other words for a body ("Bureau", "Office") are
    told so too: a tenth of faithful translations do it.
    """
    return any(_strays(left, right)) and any(_strays(right, left))


def negated(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether only the copy has a word that negates."""
    here, there = (any(_negator(word.lower()) for word in side) for side in (right, left))
    return here and not there


def _negator(word: str) -> bool:
    return word in lexicon.words().negators or word in ("t", "cannot")  # "t" is what is left of "n't"


def _strays(there: Sequence[str], here: Sequence[str]) -> Iterator[str]:
    """The names here that no word there is like: neither a form nor another spelling of one, nor short for it."""
    others = {word.lower() for word in there if word[0].isalpha()}
    stems = {stem(word) for word in others}
    initials = {word[0] for word in there if len(word) > 1 and word.isupper()}
    for before, word in pairwise(here):
        named = word.isalpha() and word[0].isupper() and len(word) > 1 and not word.isupper()
        if not named or before in _OPENING or word[0] in initials:
            continue
        lower = word.lower()
        if lower in others or stem(lower) in stems or lower in lexicon.words().function:
            continue
        if not any(_akin(lower, other) for other in others):
            yield word


def _akin(word: str, other: str) -> bool:
    if min(len(word), len(other)) >= _START and word[:_START] == other[:_START]:
        return True
    return JaroWinkler.similarity(word, other) > _LIKE
