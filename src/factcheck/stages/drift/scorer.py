"""How likely it is that a text and its copy differ in meaning: one number in [0, 1].

A transformer reads both texts together (the caller gives it) and is told of each word how it stands in the other text.
Three things that a faithful text all but never shows are added by hand, because training shows them too rarely, and
the length of the text, because a longer one has more places at which to go wrong.
"""

import math
from collections.abc import Iterator, Sequence
from typing import Protocol

from spacy.tokens import Doc

from factcheck.lexicon import drift as lexicon
from factcheck.model.article import Article
from factcheck.model.finding import Severity
from factcheck.stages.drift.align import align_sentences
from factcheck.stages.drift.compare import drift
from factcheck.stages.drift.numerals import value_of
from factcheck.stages.drift.signs import signs, split_words
from factcheck.stages.drift.view import View, view

_GRAVITY = {Severity.CRITICAL: 1.0, Severity.MAJOR: 0.7, Severity.MINOR: 0.3}
_CERTAIN = 6.0  # added to the log-odds, which go from about -10 to 10
_LENGTH = 2.0  # added to the log-odds for each factor of e in the number of words
_USUAL = 20  # words: a length for which nothing is added
_TEMPERATURE = 2.0
_LATIN = 0x24F  # the last letter of Latin Extended-B


class Reading(Protocol):
    """Log-odds that two texts differ in meaning, and whether both were read to their ends."""

    @property
    def log_odds(self) -> float:
        """Of the pair."""
        ...

    @property
    def whole(self) -> bool:
        """False where the texts were too long."""
        ...


class PairReader(Protocol):
    """Reads two texts together, as the annotate stage does."""

    def read_pair(
        self, left: Sequence[str], left_signs: Sequence[int], right: Sequence[str], right_signs: Sequence[int]
    ) -> Reading:
        """What is made of an original and its copy, given as words with a sign each (see signs.py)."""
        ...


def score(original: Doc, copy: Doc, *, reader: PairReader | None = None) -> float:
    """How likely it is, in [0, 1], that two short texts differ in meaning.

    Texts of more than about 500 word pieces together are compared a matched sentence at a time, and the greatest score
    stands. Without a reader the gravest finding decides. Two empty texts differ by 0, an empty one from another by 1.
    """
    if reader is None:
        found = drift(original, copy, Article("original", original.text), Article("copy", copy.text)).findings
        return max((_GRAVITY[f.severity] * f.confidence for f in found if f.severity is not None), default=0.0)
    left, right = _words(original.text), _words(copy.text)
    if not left or not right:
        return float(bool(left) != bool(right))
    value, whole = _log_odds(left, right, reader)
    if not whole:
        value = max((_log_odds(a, b, reader)[0] for a, b in _matched(view(original), view(copy))), default=value)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, value / _TEMPERATURE))))


def _words(text: str) -> list[str]:
    return [text[start:end] for start, end in split_words(text)]


def _log_odds(left: Sequence[str], right: Sequence[str], reader: PairReader) -> tuple[float, bool]:
    reading = reader.read_pair(left, signs(left, right), right, signs(right, left))
    longer = _LENGTH * math.log(len(left) / _USUAL)
    return reading.log_odds + longer + _CERTAIN * _certain(left, right), reading.whole


def _certain(left: Sequence[str], right: Sequence[str]) -> int:
    """How many signs the copy shows that a faithful text all but never shows.

    Another value than any of the original's where one of those is gone; a word for a person of the other sex only; a
    word that is not written in Latin letters where the original has none such.
    """
    values = [{value_of(word.lower()) for word in side} - {None} for side in (left, right)]
    sexes = [{lexicon.words().gender.get(word.lower()) for word in side} - {None} for side in (left, right)]
    foreign = [any(ord(char) > _LATIN and char.isalpha() for word in side for char in word) for side in (left, right)]
    return (
        bool(values[0] - values[1] and values[1] - values[0])
        + bool(sexes[0] and sexes[1] - sexes[0])
        + (foreign[1] and not foreign[0])
    )


def _matched(left: View, right: View) -> Iterator[tuple[list[str], list[str]]]:
    """The words of each sentence of the copy and of its parents."""
    for match in align_sentences(left, right, None, None).matches:
        parents = " ".join(_sentence(left, k) for k in match.parents)
        yield _words(parents), _words(_sentence(right, match.copy))


def _sentence(text: View, k: int) -> str:
    first, last = text.sentences[k]
    start, end = text.span(first, last - 1)
    return text.text[start:end]
