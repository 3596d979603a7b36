"""Gaps between words at which a text is torn, from a reader that the caller gives."""

import math
from collections.abc import Iterator, Sequence

from factcheck.model.gap import Gap, GapReader
from factcheck.stages.drift.vectors import forget
from factcheck.stages.drift.view import View

_KEPT = 100  # sentences whose gaps are kept
_NEAR_ONE = 0.995  # chances beyond it, and beyond one minus it, are alike
_LONGEST = 80  # words of a sentence that is read: what is longer is a list, a table or a cut


class Gaps:
    """The gaps of a text, read a sentence at a time and only where somebody asks."""

    def __init__(self, text: View, reader: GapReader | None) -> None:
        self.text = text
        self.reader = reader
        self._read: dict[int, Sequence[Gap]] = {}

    def of(self, sentences: Sequence[int]) -> Iterator[tuple[int, Gap]]:
        """The gaps of some sentences in text order, each with the place, among the words of them all, of the word
        after it; of the last sentence the gap at its end too. Nothing without a reader, nor of very long sentences.
        """
        place, last = 0, max(sentences, default=0)
        for k in sorted(sentences):
            first, end = self.text.sentences[k]
            if self.reader is not None and end - first <= _LONGEST:
                gaps = self._sentence(k)
                yield from enumerate(gaps if k == last else gaps[:-1], start=place)
            place += end - first

    def _sentence(self, k: int) -> Sequence[Gap]:
        if k not in self._read:
            assert self.reader is not None
            first, last = self.text.sentences[k]
            self._read[k] = self.reader.read_gaps([word.text for word in self.text.words[first:last]])
            forget(self._read, _KEPT)
        return self._read[k]


def log_odds(chance: float) -> float:
    """The log-odds of a chance, from -5.3 to 5.3."""
    kept = min(max(chance, 1 - _NEAR_ONE), _NEAR_ONE)
    return math.log(kept / (1 - kept))


def missing(gaps: Gaps) -> float:
    """The greatest chance, of all gaps of a text, that a verb or a noun is missing."""
    return max((gap.verb + gap.noun for _, gap in gaps.of(range(len(gaps.text.sentences)))), default=0.0)
