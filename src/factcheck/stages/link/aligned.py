"""Which sentences of two articles tell the same, judged by their neighbours: each the other's best counterpart.

How alike two sentences are means little by itself, since all sentences on one story are alike; that a sentence has no
better counterpart in the other article, and the other none better in this one, means much more.
"""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from factcheck.frames.compare import Match
from factcheck.frames.frame import Frame
from factcheck.stages.link.likeness import MATRIX, Similarity

Key = tuple[str, int]  # source and start of a sentence
_MUTUAL, _BEST, _LIKELY, _ALIKE = 0.7, 0.6, 0.45, 0.5  # cosines: both ways, one way, one way and doubtful, neither


class Alignment:
    """The best counterpart of each sentence in each other article.

    Memory is quadratic in the number of sentences, and so is the time, in one matrix product.
    """

    def __init__(self, frames: Mapping[str, Frame], similarity: Similarity) -> None:
        texts = {_key(frame): frame.claim.sentence.text for frame in frames.values()}
        keys = sorted(texts)
        self._at = {key: index for index, key in enumerate(keys)}
        self._cosine = np.asarray(similarity([texts[key] for key in keys]))
        rows: dict[str, list[int]] = defaultdict(list)
        for index, (source, _) in enumerate(keys):
            rows[source].append(index)
        self._best = {
            source: [found[k] for k in self._cosine[:, found].argmax(axis=1)] for source, found in sorted(rows.items())
        }

    def cosine(self, left: Frame, right: Frame) -> float:
        """How alike the sentences of two claims are, in [-1, 1]."""
        return float(self._cosine[self._at[_key(left)]][self._at[_key(right)]])

    def level(self, left: Frame, right: Frame) -> Match:
        """The level of two claims' sentences, "missing" within one article."""
        mine, theirs = _key(left), _key(right)
        if mine[0] == theirs[0]:
            return "missing", ""
        i, j = self._at[mine], self._at[theirs]
        cosine = float(self._cosine[i][j])
        ways = (self._best[theirs[0]][i] == j) + (self._best[mine[0]][j] == i)
        note = f"{cosine:.2f}, " + ("the best counterparts", "the best counterpart of one", "not the best")[2 - ways]
        if ways == 2 and cosine >= _MUTUAL:
            return "exact", note
        if ways and cosine >= _BEST:
            return "close", note
        if (ways and cosine >= _LIKELY) or cosine >= _BEST:
            return "near", note
        return ("weak" if cosine >= _ALIKE else "apart"), note


def _key(frame: Frame) -> Key:
    return frame.claim.source, frame.claim.sentence.start


def alignment(table: Mapping[str, Frame], similarity: Similarity | None) -> Alignment | None:
    """The counterparts of all sentences; nothing without an encoder or for more than `MATRIX` claims."""
    if similarity is None or not table or len(table) > MATRIX:
        return None
    return Alignment(table, similarity)
