"""Which words are no English: neither known, nor made of known words, nor near enough to one to be a slip of the pen.

The 60,000 most frequent words of English are known (frequency.txt.gz). Of 2,753 pairs of news sentences with one
content three have such a word that the other sentence lacks, of 388 translations with a word left in another language
a third (the rest are mostly in other scripts).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from factcheck.lexicon import drift as lexicon
from factcheck.lexicon.names import aliases
from factcheck.lexicon.stem import stem

_LEAST = 4  # letters
_PREFIXES = (
    "un",
    "re",
    "non",
    "pre",
    "over",
    "out",
    "mis",
    "anti",
    "co",
    "sub",
    "super",
    "inter",
    "under",
    "dis",
    "arch",
)
_SUFFIXES = (
    *("ous", "al", "ly", "ness", "ism", "ist", "ists", "istic", "tion", "tions", "sion", "ment", "able", "ible", "er"),
    *("ers", "ing", "ed", "ize", "ized", "ise", "ised", "ified", "ify", "ity", "ive", "ful", "less", "ship", "hood"),
    *("ward", "wards", "like", "ology", "graphy", "man", "men", "ish", "naut", "nauts", "ical", "ics", "ance", "ence"),
    *("ary", "ory"),
)
_PART = 3  # letters of a part of a compound
_RARE = 15.0  # nats: parts of a compound are no rarer
_SHORT = 6  # letters up to which one slip is looked for, from there on two


@lru_cache(maxsize=20_000)
def foreign(word: str) -> bool:
    """Whether a word in lower case, without marks, is no English.

    >>> foreign("landesweit"), foreign("unhappiness"), foreign("recieved"), foreign("doorbell")
    (True, False, False, False)
    """
    if len(word) < _LEAST or not word.isalpha() or not word.islower() or word.endswith(_SUFFIXES):
        return False
    if lexicon.known(word) or stem(word) in _stems() or word in _named():
        return False
    rests = [word[len(prefix) :] for prefix in _PREFIXES if word.startswith(prefix)]
    if any(lexicon.known(rest) or stem(rest) in _stems() for rest in rests):
        return False
    if any(_joined(word[:k], word[k:]) for k in range(_PART, len(word) - _PART + 1)):
        return False
    return not _misspelt(word)


def _joined(first: str, second: str) -> bool:
    return max(lexicon.information(first), lexicon.information(second)) < _RARE


def _misspelt(word: str) -> bool:
    """Whether a known word is one or two slips away."""
    slips = 1 if len(word) < _SHORT else 2
    words = _by_length()
    return any(
        process.extractOne(word, words[n], scorer=OSA.distance, score_cutoff=slips) is not None
        for n in range(len(word) - slips, len(word) + slips + 1)
        if n in words
    )


@cache
def _named() -> frozenset[str]:
    """Names of countries, bodies and currencies, and their adjectives."""
    table = aliases().canonical
    return frozenset(table) | frozenset(table.values())


@cache
def _stems() -> frozenset[str]:
    return frozenset(map(stem, lexicon.known_words()))


@cache
def _by_length() -> Mapping[int, Sequence[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for word in lexicon.known_words():
        found[len(word)].append(word)
    return dict(found)
