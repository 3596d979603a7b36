"""The words of a claim's text: what a word is, which are set aside, and the stems of those that carry meaning."""

import re

from factcheck.lexicon.lists import words
from factcheck.lexicon.stem import stem
from factcheck.text import plain

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
"""One word, with what a hyphen or an apostrophe joins to it."""

STOP = words("frames", "stop")
"""Words that carry no meaning of their own, in lower case."""

AUXILIARIES = words("frames", "auxiliaries")
"""Auxiliaries, negations and small adverbs ("still"), which are no part of what a predicate says."""

_DOTS = re.compile(r"\b(?:[A-Za-z]\.){2,}")


def tidy(text: str) -> str:
    """Plain punctuation, and no dots in acronyms: "U.S." is one word."""
    return _DOTS.sub(lambda match: match.group().replace(".", ""), plain(text[:1000]))


def stems(text: str) -> list[str]:
    """The stems of the words of a text that carry meaning, in order."""
    return [stem(word) for word in WORD.findall(tidy(text)) if word.lower() not in STOP and len(word) > 1]


__all__ = ["AUXILIARIES", "STOP", "WORD", "stems", "tidy"]
