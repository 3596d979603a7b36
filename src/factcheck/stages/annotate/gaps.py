"""One text read by a transformer that tells of each gap between two words whether something is missing there.

It saw whole sentences and sentences from which a word was taken or in which words were moved, and learned where
(training/scripts/gap_reader.py). What a sentence can do without leaves no gap: "the bridge fell" for "the old bridge
fell". Telling places and not sentences alone is what error detection does (Rei and Yannakoudakis, ACL 2016).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from factcheck.model.gap import Gap
from factcheck.stages.annotate.encoder import session, word_pieces
from factcheck.stages.annotate.files import MODELS, check_files

WINDOW = 250
"""Most word pieces of a sentence that are read."""

LONGEST_WORD = 16
"""Most word pieces of one word that are read."""

_UNKNOWN = 100
_DIGITS = 3  # of a chance that are kept, so that all machines give the same


def read_gaps(words: Sequence[str]) -> tuple[Gap, ...]:
    """What the reader makes of the gap before each word of one sentence, and of the one after the last.

    A text does not depend on others. Beyond the window nothing is said to be missing.

    Raises:
        ModelError: the reader's files are missing or damaged.
    """
    pieces = word_pieces(MODELS / "encoder")
    split = [ids[:LONGEST_WORD] or [_UNKNOWN] for ids in pieces.split_words(list(words))]
    flat: list[int] = []
    before, after = [0], []
    for ids in split:
        if len(flat) + len(ids) > WINDOW:
            break
        after.append(len(flat) + 1)
        flat += ids
        before.append(len(flat))
    after.append(len(flat) + 1)
    inputs = {
        "vectors": pieces.vectors(flat),
        "before": np.array(before, dtype=np.int64),
        "after": np.array(after, dtype=np.int64),
    }
    (chances,) = _session().run(None, inputs)
    found = [Gap(*(round(float(chance), _DIGITS) for chance in row[1:])) for row in chances]
    if len(before) <= len(split):  # the last gap is where the window ends
        found[-1] = Gap()
    return (*found, *(Gap() for _ in range(len(split) + 1 - len(found))))


@cache
def _session() -> Any:
    folder = MODELS / "gaps"
    check_files(folder)
    return session(folder / "gaps.onnx")
