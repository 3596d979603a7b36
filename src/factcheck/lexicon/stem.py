"""Word stems: one key for the forms of a word, so that "killed", "killing" and "kills" meet.

Steps 1 and 5 of Porter's algorithm (Program 14:3, 1980), which take off inflection and leave derivation alone, with a
table of irregular forms before them. A stem is a key for comparison, never shown to people.
"""

import tomllib
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from factcheck.text import fold

_PAIRS = tomllib.loads(files("factcheck.lexicon").joinpath("frames.toml").read_text("utf-8"))["irregular"].split()
_FORMS = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_VOWELS = frozenset("aeiou")


def _measure(word: str) -> int:
    """Porter's m: how many times a vowel run is followed by a consonant run."""
    kinds: list[bool] = []
    for index, char in enumerate(word):
        vowel = char in _VOWELS or (char == "y" and index > 0 and word[index - 1] not in _VOWELS)
        if not kinds or kinds[-1] != vowel:
            kinds.append(vowel)
    return sum(1 for left, right in pairwise(kinds) if left and not right)


def _has_vowel(word: str) -> bool:
    return any(char in _VOWELS or (char == "y" and index > 0) for index, char in enumerate(word))


def _short(word: str) -> bool:
    """Whether a word ends consonant, vowel, consonant, the last not w, x or y (Porter's *o)."""
    return (
        len(word) >= 3
        and word[-1] not in "aeiouwxy"
        and (word[-2] in _VOWELS or word[-2] == "y")
        and word[-3] not in _VOWELS
    )


def _plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for suffix in ("ed", "ing"):
        base = word[: -len(suffix)]
        if word.endswith(suffix) and _has_vowel(base):
            if base.endswith(("at", "bl", "iz")):
                return base + "e"
            if len(base) > 2 and base[-1] == base[-2] and base[-1] not in "lsz":
                return base[:-1]
            return base + "e" if _measure(base) == 1 and _short(base) else base
    return word


@lru_cache(maxsize=65536)
def stem(word: str, lemma: bool = False) -> str:
    """The stem of one word, folded. A `lemma` is taken at its word: "found" is then to establish, not what one did.

    >>> stem("Killed"), stem("planes"), stem("planned"), stem("releasing")
    ('kill', 'plane', 'plan', 'releas')
    """
    key = fold(word)[:64].removesuffix("'s").removesuffix("'")
    if not lemma:
        key = _FORMS.get(key, key)
    if len(key) <= 2 or not key.replace("-", "").replace("'", "").isalpha():
        return key
    key = _past(_plural(key))
    if key.endswith("y") and _has_vowel(key[:-1]):
        key = key[:-1] + "i"
    if key.endswith("e"):
        measure = _measure(key[:-1])
        if measure > 1 or (measure == 1 and not _short(key[:-1])):
            key = key[:-1]
    if key.endswith("ll") and _measure(key) > 1:
        key = key[:-1]
    return key
