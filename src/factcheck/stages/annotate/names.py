"""Names from scores of BIO tags: the best sequence in which every name is whole and of one kind."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def allowed(tags: list[str]) -> npt.NDArray[np.float64]:
    """0 where tag j may follow tag i, -inf where not; the last row stands for the start of a sentence."""
    table = np.zeros((len(tags) + 1, len(tags)))
    for j, tag in enumerate(tags):
        if tag.startswith("I-"):
            table[:, j] = [0.0 if before[2:] == tag[2:] and before != "O" else -np.inf for before in [*tags, "O"]]
    return table


def best_tags(scores: npt.NDArray[np.float64], begins: list[int], table: npt.NDArray[np.float64]) -> list[int]:
    """The tags of highest sum by Viterbi's algorithm; `scores[i, t]` are log probabilities, `begins` where sentences
    begin.
    """
    starts = set(begins)
    total = table[-1] + scores[0]
    back: list[npt.NDArray[np.intp]] = []
    for index in range(1, len(scores)):
        if index in starts:
            back.append(np.full(scores.shape[1], int(total.argmax()), dtype=np.intp))
            total = total.max() + table[-1] + scores[index]
        else:
            steps = total[:, None] + table[:-1]
            back.append(steps.argmax(axis=0))
            total = steps.max(axis=0) + scores[index]
    found = [int(total.argmax())]
    for row in reversed(back):
        found.append(int(row[found[-1]]))
    return found[::-1]
