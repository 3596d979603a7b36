"""Gaps between words at which a text is torn, from a reader that the caller gives."""

import math
from collections.abc import Iterator, Sequence

from factcheck.model.gap import Gap, GapReader
from factcheck.stages.drift.view import View

_KEPT = 100  # sentences whose gaps are kept
_SURE = 0.995  # chances beyond it, and beyond one minus it, are alike


class Gaps:
    """The gaps of a text, read a sentence at a time and only where somebody asks."""

    def __init__(self, text: View, reader: GapReader | None) -> None:
        self.text = text
        self.reader = reader
        self._read: dict[int, Sequence[Gap]] = {}

    def of(self, sentences: Sequence[int]) -> Iterator[tuple[int, Gap]]:
        """The gaps of some sentences in text order, each with the place, among the words of them all, of the word
        after it; for the last gap of a sentence the place after its last word. Nothing without a reader.
        """
        place = 0
        for k in sorted(sentences):
            first, last = self.text.sentences[k]
            if self.reader is not None:
                yield from enumerate(self._sentence(k), start=place)
            place += last - first

    def _sentence(self, k: int) -> Sequence[Gap]:
        if k not in self._read:
            assert self.reader is not None
            first, last = self.text.sentences[k]
            self._read[k] = self.reader.read_gaps([word.text for word in self.text.words[first:last]])
            if len(self._read) > _KEPT:
                del self._read[next(iter(self._read))]
        return self._read[k]


def log_odds(chance: float) -> float:
    """The log-odds of a chance, from -5.3 to 5.3."""
    kept = min(max(chance, 1 - _SURE), _SURE)
    return math.log(kept / (1 - kept))


def missing(gaps: Gaps) -> float:
    """The greatest chance, of all gaps of a text, that a verb or a noun is missing."""
    return max((gap.verb + gap.noun for _, gap in gaps.of(range(len(gaps.text.sentences)))), default=0.0)
