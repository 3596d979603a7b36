"""How likely it is that two short texts differ in meaning: one number in [0, 1], from a small learned scorer.

The scorer reads the features of every word of both sides (see features.py) with three narrow convolutions a side,
gives each
word the odds of fifteen kinds of change, and weighs the strongest signs of the pair. Its weights come from
training/scripts/drift_scorer.py; docs/drift.md says from which data.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from factcheck.stages.drift.features import COLUMNS, Rows, both_sides

if TYPE_CHECKING:
    from factcheck.stages.drift.unit import Unit

Matrix = NDArray[np.float32]
Weights = Mapping[str, Matrix]

_LAYERS = 3


@cache
def weights() -> Weights:
    """The scorer's arrays by name, read once."""
    data = files("factcheck.stages.drift").joinpath("scorer.npz").read_bytes()
    with np.load(BytesIO(data)) as arrays:
        return {name: arrays[name].astype(np.float32) for name in arrays.files}


def unit_score(unit: "Unit", left_vectors: Matrix, right_vectors: Matrix) -> float:
    """Probability that the two sides of a unit differ in meaning; vectors are unit rows of its words."""
    if not unit.left or not unit.right:
        return 1.0
    left, right = both_sides(unit.left, unit.right, unit.alignment, left_vectors, right_vectors)
    model = weights()
    pooled = np.concatenate([_pool(_words(left, model, "L"), model), _pool(_words(right, model, "R"), model)])
    logit = float(pooled @ model["out.weight"][0] + model["out.bias"][0])
    logit += float(certain_signs(left.signs, right.signs) @ model["bonus"])
    return float(1.0 / (1.0 + np.exp(-max(min(logit / float(model["temperature"][0]), 30.0), -30.0))))


def certain_signs(left: Matrix, right: Matrix) -> Matrix:
    """Signs of the copy that a faithful text all but never shows.

    Another value than any of the original's where the original has one that is gone too; a word of the other gender
    only; a word that is not written in Latin letters.
    """
    return np.array(
        [_any(right, "value") and _any(left, "value"), _any(right, "gender"), _any(right, "script")], dtype=np.float32
    )


def _any(signs: Matrix, name: str) -> bool:
    return bool(len(signs)) and bool((signs[:, COLUMNS[name]] > 0).any())


def _words(rows: Rows, model: Weights, side: str) -> Matrix:
    """Log-probabilities of the kinds of change of each word (n, kinds)."""
    basis = model["basis"]
    own, other, gap = rows.own @ basis, rows.other @ basis, rows.gap @ basis
    vector = np.concatenate([own * 5, other * 5, gap * 5, (own - other) * 5], axis=1)
    hidden = (
        vector @ model[f"{side}.vec.weight"].T + model[f"{side}.vec.bias"] + rows.signs @ model[f"{side}.sig.weight"].T
    )
    hidden = _norm(_gelu(hidden), model, f"{side}.norms.0")
    for layer in range(_LAYERS):
        kernel = model[f"{side}.convs.{layer}.weight"]  # (out, in, 3)
        padded = np.pad(hidden, ((1, 1), (0, 0)))
        n = len(hidden)
        mixed = sum(padded[k : k + n] @ kernel[:, :, k].T for k in range(3)) + model[f"{side}.convs.{layer}.bias"]
        hidden = _norm(hidden + _gelu(mixed), model, f"{side}.norms.{layer + 1}")
    logits = hidden @ model[f"{side}.tok.weight"].T + model[f"{side}.tok.bias"]
    shifted = logits - logits.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)), dtype=np.float32)


def _pool(words: Matrix, model: Weights) -> Matrix:
    meaning = model["meaning"] > 0.5
    odds = np.clip(_logsum(words[:, meaning]) - _logsum(words[:, ~meaning]), -12, 8)
    ordered = np.sort(odds)[::-1]
    second = ordered[1] if len(ordered) > 1 else -12.0
    return np.concatenate([[ordered[0] / 4, second / 4], np.exp(words).max(axis=0)]).astype(np.float32)


def _logsum(values: Matrix) -> Matrix:
    top = values.max(axis=1)
    return np.asarray(top + np.log(np.exp(values - top[:, None]).sum(axis=1)), dtype=np.float32)


def _gelu(x: Matrix) -> Matrix:
    return np.asarray(0.5 * x * (1.0 + np.tanh(0.7978845608 * (x + 0.044715 * x**3))), dtype=np.float32)


def _norm(x: Matrix, model: Weights, name: str) -> Matrix:
    mean = x.mean(axis=1, keepdims=True)
    spread = np.sqrt(x.var(axis=1, keepdims=True) + 1e-5)
    return np.asarray((x - mean) / spread * model[f"{name}.weight"] + model[f"{name}.bias"], dtype=np.float32)
