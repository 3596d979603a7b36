"""One text read by a transformer that tells of each gap between two words whether something is missing there.

It saw whole sentences and sentences from which a word was taken or in which words were moved, and learned where
(training/scripts/gap_reader.py). What a sentence can do without leaves no gap: "the bridge fell" for "the old bridge
fell". Telling places and not sentences alone is what error detection does (Rei and Yannakoudakis, ACL 2016).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain

import numpy as np

from factcheck.model.gap import Gap
from factcheck.stages.annotate.encoder import fitting, reader_session, word_pieces
from factcheck.stages.annotate.files import MODELS

WINDOW = 250
"""Most word pieces of a sentence that are read."""

_DIGITS = 3  # of a chance that are kept, so that machines seldom differ


def read_gaps(words: Sequence[str]) -> tuple[Gap, ...]:
    """What the reader makes of the gap before each word of one sentence, and of the one after the last.

    A text does not depend on others. Beyond the window nothing is said to be missing.

    Raises:
        ModelError: the reader's files are missing or damaged.
    """
    pieces = word_pieces(MODELS / "encoder")
    split = pieces.short_words(words)
    kept = split[: fitting(split, WINDOW)]
    ends = [0, *accumulate(map(len, kept))]
    inputs = {
        "vectors": pieces.vectors([*chain(*kept)]),
        "before": np.array(ends, dtype=np.int64),
        "after": np.array(ends, dtype=np.int64) + 1,
    }
    (chances,) = reader_session("gaps").run(None, inputs)
    found = [Gap(*(round(float(chance), _DIGITS) for chance in row[1:])) for row in chances]
    if len(kept) < len(split):  # the last gap is where the window ends
        found[-1] = Gap()
    return (*found, *(Gap() for _ in range(len(split) - len(kept))))
