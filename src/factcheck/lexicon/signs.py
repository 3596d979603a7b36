"""What the reader of pairs is told of each word besides its word pieces: how the word relates to the other text.

Training uses the same functions.
"""

import re
from collections import Counter
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from factcheck.lexicon import drift as lexicon
from factcheck.lexicon.numerals import value_of
from factcheck.lexicon.stem import stem

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*|[^\w\s]|_")


class Sign(IntEnum):
    """How a word stands on the other side. All from NUMBER on stand there in no form."""

    NONE = 0
    SAME = 1
    FEWER = 2
    """The word stands there, but fewer times than here."""
    FORM = 3
    """Another form of the word stands there."""
    NUMBER = 4
    NEGATOR = 5
    GENDER = 6
    OPPOSITE = 7
    """It is the opposite of a word there that is missing here; the four below likewise."""
    BROADER = 8
    NARROWER = 9
    SYNONYM = 10
    DERIVED = 11
    NAME = 12
    CONTENT = 13
    FUNCTION = 14
    SCRIPT = 15
    """It has letters that are not Latin ones without marks."""


_KINSHIP = (Sign.OPPOSITE, Sign.SYNONYM, Sign.BROADER, Sign.NARROWER, Sign.DERIVED, Sign.CONTENT)
"""Which relation is told where a word has several."""


def split_words(text: str) -> list[tuple[int, int]]:
    """Offsets (start, end) of the words of a text: runs of letters and digits, figures with their commas, and each
    other mark by itself.
    """
    return [match.span() for match in _WORD.finditer(text)]


def word_list(text: str) -> list[str]:
    """The words of a text, as `split_words` finds them."""
    return [text[start:end] for start, end in split_words(text)]


def signs(words: Sequence[str], others: Sequence[str]) -> list[Sign]:
    """A sign for each of the words of one text, `others` being those of the other. O(n + m), plus the product of the
    numbers of words that are missing on either side.
    """
    there, here = Counter(map(str.lower, others)), Counter(map(str.lower, words))
    stems = {stem(word) for word in there}
    own = {stem(word) for word in here}
    missing = [word for word in there if word.isalpha() and stem(word) not in own]
    found = []
    for word in words:
        lower = word.lower()
        if there[lower] >= here[lower]:
            found.append(Sign.SAME)
        elif there[lower]:
            found.append(Sign.FEWER)
        elif stem(lower) in stems:
            found.append(Sign.FORM)
        else:
            found.append(_absent(word, lower, missing))
    return found


def _absent(word: str, lower: str, missing: Sequence[str]) -> Sign:
    known = lexicon.words()
    if any(char.isdigit() for char in word) or value_of(lower) is not None:
        return Sign.NUMBER
    if lower in known.negators or lower in ("t", "cannot"):  # "t" is what is left of "n't"
        return Sign.NEGATOR
    if lower in known.gender:
        return Sign.GENDER
    if not word.isascii() and word[0].isalpha():
        return Sign.SCRIPT
    if lower in known.function or not word[0].isalnum():
        return Sign.FUNCTION
    kinship = min((_kinship(lower, other) for other in missing), default=Sign.CONTENT, key=_KINSHIP.index)
    return Sign.NAME if kinship is Sign.CONTENT and word[0].isupper() else kinship


@lru_cache(maxsize=200_000)
def _kinship(word: str, other: str) -> Sign:
    """The relation of a word to another, CONTENT where there is none."""
    relations = lexicon.relations()
    for sign, holds in (
        (Sign.OPPOSITE, relations.opposite),
        (Sign.SYNONYM, relations.synonymous),
        (Sign.BROADER, relations.above),
        (Sign.NARROWER, lambda a, b: relations.above(b, a)),
        (Sign.DERIVED, relations.related),
    ):
        if any(holds(a, b) for a in _bases(word) for b in _bases(other) if a != b):
            return sign
    return Sign.CONTENT


def facing(word: str, other: str) -> bool:
    """Whether two words in lower case stand on two sides of opposites.toml, in some dictionary form and class."""
    relations = lexicon.relations()
    return any(relations.faces(a, b, pos) for pos in relations.facing for a in _bases(word) for b in _bases(other))


@lru_cache(maxsize=200_000)
def opposite(word: str, other: str) -> bool:
    """Whether two words in lower case are opposites in some dictionary form."""
    relations = lexicon.relations()
    return any(relations.opposite(a, b) for a in _bases(word) for b in _bases(other) if a != b)


@lru_cache(maxsize=50_000)
def _bases(word: str) -> frozenset[str]:
    """What may be the dictionary form of a word."""
    root = stem(word)
    return frozenset((word, root, root + "e", root[:-1] + "y" if root.endswith("i") else root))
