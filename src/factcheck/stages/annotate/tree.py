"""The best dependency tree over scores of heads.

Reference: Chu and Liu (1965), Edmonds (1967); McDonald et al., "Non-projective dependency parsing using spanning tree
algorithms", HLT 2005.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]


def best_heads(scores: Scores) -> list[int]:
    """The head of each word in the tree of highest score, with exactly one root.

    `scores[i, 0]` is the score of word i (from 0) as the root, `scores[i, j + 1]` that of word j as its head. A
    root's head in the result is itself. Quadratic in the number of words for each cycle of the greedy choice, of
    which there are mostly none.
    """
    n = len(scores)
    if n == 1:
        return [0]
    full = np.full((n + 1, n + 1), -np.inf)
    full[1:, :] = scores
    np.fill_diagonal(full, -np.inf)
    greedy = full[1:].argmax(axis=1)
    if (greedy == 0).sum() != 1 or _cycle(np.concatenate(([-1], greedy))):
        # A root costs more than all else together: the best tree then has one.
        finite = full[np.isfinite(full)]
        full[1:, 0] -= (n + 1) * (finite.max() - finite.min() + 1.0)
        greedy = np.array(_edmonds(full)[1:])
    return [int(head) - 1 if head else index for index, head in enumerate(greedy)]


def _cycle(heads: npt.NDArray[np.intp]) -> list[int]:
    """The nodes of a cycle in `heads`, where heads[0] is -1 for the root; empty if there is none."""
    state = [0] * len(heads)  # 0 unseen, otherwise the walk that saw it
    state[0] = -1
    for start in range(1, len(heads)):
        node, path = start, []
        while state[node] == 0:
            state[node] = start
            path.append(node)
            node = int(heads[node])
        if state[node] == start and node != 0:
            return path[path.index(node) :]
    return []


def _edmonds(scores: Scores) -> list[int]:
    """Heads of the maximum spanning arborescence from node 0; scores[d, h] for d's head h. Contracts one cycle after
    another.
    """
    heads = np.concatenate(([-1], scores[1:].argmax(axis=1)))
    cycle = _cycle(heads)
    if not cycle:
        return [int(head) for head in heads]
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    members = np.array(cycle)
    kept = scores[members, heads[members]]
    # The contracted node comes last.
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[:-1, -1] = scores[np.ix_(outside, members)].max(axis=1)
    leaving = members[scores[np.ix_(outside, members)].argmax(axis=1)]
    gain = scores[np.ix_(members, outside)] - kept[:, None]
    small[-1, :-1] = gain.max(axis=0)
    entering = members[gain.argmax(axis=0)]
    np.fill_diagonal(small, -np.inf)
    solved = _edmonds(small)
    result = [int(head) for head in heads]
    for position, node in enumerate(outside):
        if position == 0:
            continue
        head = solved[position]
        result[node] = int(leaving[position]) if head == len(outside) else int(outside[head])
    entry = int(outside[solved[-1]])
    result[int(entering[solved[-1]])] = entry
    return result
