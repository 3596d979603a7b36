"""How likely it is that a text and its copy differ in meaning: one number in [0, 1].

They differ where some word was changed, or where the copy is freer than a faithful one; the odds of the two are added.
For the first a transformer reads both texts together (the caller gives it) and is told of each word how it stands in
the other text; what a faithful text seldom or never shows is added by hand (signals.py), because training shows it too
rarely. For the second count how far apart the texts are as a whole, how many names are new and how many words lost,
and their length, because a longer text has more places at which to go wrong.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from factcheck.lexicon.signs import signs, word_list
from factcheck.model.article import Article
from factcheck.model.finding import Severity
from factcheck.model.gap import GapReader
from factcheck.stages.drift.align import align_sentences
from factcheck.stages.drift.compare import drift, make_units
from factcheck.stages.drift.gaps import Gaps, log_odds, missing
from factcheck.stages.drift.signals import (
    lost,
    negated,
    new_names,
    opposed,
    renamed,
    signals,
    skipped,
    untranslated,
)
from factcheck.stages.drift.torn import losses
from factcheck.stages.drift.vectors import WordVectors
from factcheck.stages.drift.view import View, view

Vectors = npt.NDArray[np.float32]
_GRAVITY = {Severity.CRITICAL: 1.0, Severity.MAJOR: 0.7, Severity.MINOR: 0.3}
# Added to the log-odds, which go from about -10 to 10. Set on a quarter of the development sentences with a reader that
# had not seen them; see docs/drift.md.
_SIGNAL = 6.0
_RENAMED = 3.0
_NEGATED = 2.0
_OPPOSED = 3.0
_UNTRANSLATED = 2.0
_SKIPPED = 2.0
_LOST = 1.5  # for each nat by which the copy is more likely than most texts to lack a word that the original has
_TORN = 0.5  # and to lack any word, where the original is not as torn
_FEW = 8  # sentences: longer texts do not fit into one reading, and are compared a sentence at a time
_WHOLE = -2.0  # log-odds up to which a text is as whole as most are
_APART = 4.0  # for two texts whose vectors have nothing in common
_LENGTH = 1.5  # for each factor of e in the number of words
_USUAL = 20  # words: a length for which nothing is added
_TEMPERATURE = 2.0


@dataclass(frozen=True, slots=True)
class _Freedom:
    """Log-odds that a copy is too free to be faithful: of a usual length, and what is added for each thing."""

    start: float = -2.0
    apart: float = 8.0
    length: float = 3.0
    name: float = 1.0
    lost: float = 1.0  # for each factor of e in the number of lost words and one


_FREE = _Freedom()


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


class PairReader(GapReader, Protocol):
    """Reads two texts together, and the gaps of one, as the annotate stage does."""

    def read_pair(
        self, left: Sequence[str], left_signs: Sequence[int], right: Sequence[str], right_signs: Sequence[int]
    ) -> Reading:
        """What is made of an original and its copy, given as words with a sign each (see signs.py)."""
        ...

    def encode(self, texts: Iterable[str]) -> Vectors:
        """A vector of length 1 for each text."""
        ...


def score(original: Doc, copy: Doc, *, reader: PairReader | None = None) -> float:
    """How likely it is, in [0, 1], that two short texts differ in meaning.

    Texts of more than about 500 word pieces together are compared a matched sentence at a time, and the greatest score
    stands. Without a reader the gravest finding decides. Two empty texts differ by 0, an empty one from another by 1.
    """
    if reader is None:
        found = drift(original, copy, Article("original", original.text), Article("copy", copy.text)).findings
        return max((_GRAVITY[f.severity] * f.confidence for f in found if f.severity is not None), default=0.0)
    left, right = word_list(original.text), word_list(copy.text)
    if not left or not right:
        return float(bool(left) != bool(right))
    first, second = view(original), view(copy)
    short = max(len(first.sentences), len(second.sentences)) <= _FEW
    value, whole = _log_odds(left, right, reader, _torn(first, second, reader) if short else 0.0)
    if not whole:
        value = max((_log_odds(a, b, reader)[0] for a, b in _matched(first, second)), default=value)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, value / _TEMPERATURE))))


def _torn(original: View, copy: View, reader: GapReader) -> float:
    """What the gaps of a copy add: those where a word of the original is lost, and those that the original has not."""
    gaps = Gaps(original, reader), Gaps(copy, reader)
    vectors = WordVectors(original, None), WordVectors(copy, None)
    units = make_units(original, copy, align_sentences(original, copy), *vectors, set())
    found = [loss for unit in units for loss in losses(unit, *gaps)]
    lost = max((loss.chance for loss in found if loss.lost is not None), default=0.0)
    usual = max(log_odds(missing(gaps[0])), _WHOLE)
    return _LOST * max(0.0, log_odds(lost) - _WHOLE) + _TORN * max(0.0, log_odds(missing(gaps[1])) - usual)


def _log_odds(left: Sequence[str], right: Sequence[str], reader: PairReader, torn: float = 0.0) -> tuple[float, bool]:
    """Log-odds that two texts differ, and whether the reader read them to their ends; `torn` is what a word adds
    that the copy lacks.
    """
    here, there = signs(left, right), signs(right, left)
    reading = reader.read_pair(left, here, right, there)
    first, second = reader.encode((" ".join(left), " ".join(right)))
    apart, length = 1.0 - float(first @ second), math.log(len(left) / _USUAL)
    changed = (
        reading.log_odds
        + _SIGNAL * signals(left, right)
        + _RENAMED * renamed(left, right)
        + _NEGATED * negated(left, right)
        + _OPPOSED * opposed(left, right)
        + _UNTRANSLATED * untranslated(left, right)
        + _SKIPPED * skipped(left, right, here)
        + torn
        + _APART * apart
        + _LENGTH * length
    )
    free = (
        _FREE.start
        + _FREE.apart * apart
        + _FREE.length * length
        + _FREE.name * new_names(there)
        + _FREE.lost * math.log1p(lost(here))
    )
    return float(np.logaddexp(changed, free)), reading.whole


def _matched(left: View, right: View) -> Iterator[tuple[list[str], list[str]]]:
    """The words of each sentence of the copy and of its parents."""
    for match in align_sentences(left, right, None, None).matches:
        parents = " ".join(left.text[slice(*left.sentence(k))] for k in match.parents)
        yield word_list(parents), word_list(right.text[slice(*right.sentence(match.copy))])
