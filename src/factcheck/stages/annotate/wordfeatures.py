"""What the transformer is told of each word besides its word pieces; training uses the same functions."""

from __future__ import annotations

_PLAIN = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "\u2032": "'", "\u00a0": " ", "\u00ad": None})

N_SHAPES = 16


def plain(word: str) -> str:
    """The word with one kind of apostrophe; a word of nothing else than what is dropped stays as it is."""
    return word.translate(_PLAIN) or word


def shape(word: str, after_space: bool) -> int:
    """Case and kind of a word as a number below N_SHAPES; `after_space` says whether white space comes before it."""
    if not any(char.isalnum() for char in word):
        kind = 0
    elif not any(char.isalpha() for char in word):
        kind = 1
    elif any(char.isdigit() for char in word):
        kind = 2
    elif word.islower():
        kind = 3
    elif len(word) == 1:
        kind = 4
    elif word.isupper():
        kind = 5
    elif word[0].isupper() and word[1:].islower():
        kind = 6
    else:
        kind = 7
    return 2 * kind + int(after_space)
