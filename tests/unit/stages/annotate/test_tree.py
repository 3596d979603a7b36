"""Trees over scores of heads."""

import itertools

import numpy as np
import pytest

from factcheck.stages.annotate.tree import best_heads


def is_tree(heads: list[int]) -> bool:
    if sum(head == index for index, head in enumerate(heads)) != 1:
        return False
    for index in range(len(heads)):
        node, steps = index, 0
        while heads[node] != node and steps <= len(heads):
            node, steps = heads[node], steps + 1
        if heads[node] != node:
            return False
    return True


def value(scores: np.ndarray, heads: tuple[int, ...] | list[int]) -> float:
    return float(sum(scores[i, 0] if head == i else scores[i, head + 1] for i, head in enumerate(heads)))


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5])
def test_no_tree_has_a_higher_score(n: int) -> None:
    rng = np.random.default_rng(n)
    for _ in range(60):
        scores = rng.normal(size=(n, n + 1)) * 3
        heads = best_heads(scores)
        assert is_tree(heads)
        best = max(value(scores, every) for every in itertools.product(range(n), repeat=n) if is_tree(list(every)))
        assert value(scores, heads) == pytest.approx(best)


def test_a_long_sentence_of_equal_scores_is_a_tree() -> None:
    assert is_tree(best_heads(np.zeros((120, 121))))


def test_a_cycle_of_all_words_is_opened() -> None:
    scores = np.full((4, 5), -5.0)
    for word in range(4):
        scores[word, (word + 1) % 4 + 1] = 10.0
    heads = best_heads(scores)
    assert is_tree(heads)
    assert sum(heads[word] == (word + 1) % 4 for word in range(4)) == 3
