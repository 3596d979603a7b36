"""Names from scores."""

import numpy as np

from factcheck.stages.annotate.names import allowed, best_tags

TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]
TABLE = allowed(TAGS)


def scores(*rows: dict[str, float]) -> np.ndarray:
    return np.array([[row.get(tag, -9.0) for tag in TAGS] for row in rows])


def test_a_name_is_of_one_kind() -> None:
    # Word by word the second would be of another kind than the first.
    rows = scores({"B-ORG": -0.1}, {"I-PER": -0.5, "I-ORG": -0.6}, {"O": -0.1})
    assert [TAGS[i] for i in best_tags(rows, [0], TABLE)] == ["B-ORG", "I-ORG", "O"]


def test_no_name_goes_over_a_sentence_boundary() -> None:
    rows = scores({"B-PER": -0.1}, {"I-PER": -0.1, "B-PER": -0.9})
    assert [TAGS[i] for i in best_tags(rows, [0], TABLE)] == ["B-PER", "I-PER"]
    assert [TAGS[i] for i in best_tags(rows, [0, 1], TABLE)] == ["B-PER", "B-PER"]


def test_no_name_begins_inside() -> None:
    rows = scores({"I-PER": -0.1, "O": -0.4, "B-PER": -0.2}, {"O": -0.1})
    assert [TAGS[i] for i in best_tags(rows, [0], TABLE)] == ["B-PER", "O"]
