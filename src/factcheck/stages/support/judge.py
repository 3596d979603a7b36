"""How likely a sentence is borne out by what a source tells, from a few features with learned weights.

Logistic regression on pairs of news sentences, weights.toml, learned by benchmarks/fit_support.py; nothing in the table
is set by hand.
"""

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from factcheck.stages.support.amounts import Fit
from factcheck.stages.support.match import ENOUGH, NEGATED, weight
from factcheck.stages.support.reading import Reading, links
from factcheck.stages.support.vectors import Vectors

_SURE = 4.0  # log-odds: what the reader of both texts is surer of says no more
_NEW = 5  # words that the source does not tell: more than these say no more


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature, and the start, in nats."""
    text = files("factcheck.stages.support").joinpath("weights.toml").read_text(encoding="utf-8")
    return {name: float(value) for name, value in tomllib.loads(text).items()}


def features(reading: Reading, vectors: Vectors) -> dict[str, float]:
    """What speaks for and against a sentence being borne out, each in [0, 1]; `read` in [-1, 1]."""
    near = vectors.near(reading.checked, reading.pool)
    told = [(item, max(item.likeness, near[item.word.place])) for item in reading.told]
    total = sum(weight(item.word) for item, _ in told)
    values = {
        value
        for statement in reading.pool
        for amount in statement.amounts
        for value in (amount.low, amount.high, amount.value)
    }
    fits = [item.fit for item in reading.amounts]
    given = [item.derived or item.amount.value in values for item in reading.amounts]
    return {
        "told": sum(weight(item.word) * likeness for item, likeness in told) / total if total else 1.0,
        "alike": max(0.0, vectors.alike(reading.checked, reading.pool)),
        "links": links(reading),
        "new": min(1.0, sum(likeness < 0.5 for _, likeness in told) / _NEW),
        "other_amount": float(not all(given)),
        "amount_apart": float(Fit.APART in fits),
        "read": surely(vectors.telling(reading.checked, reading.pool)[0]),
        "denied": float(
            any(
                item.by is not None
                and item.likeness >= ENOUGH
                and item.how != NEGATED
                and item.by.denied != item.word.denied
                and item.word.pos in ("VERB", "ADJ")
                for item in reading.told
            )
        ),
    }


def surely(odds: float) -> float:
    """The reader's log-odds as a feature in [-1, 1]."""
    return max(-1.0, min(1.0, odds / _SURE))


def probability(reading: Reading, vectors: Vectors) -> float:
    """The probability that the source bears the sentence out, in [0, 1]."""
    table = weights()
    bits = table["start"] + sum(table[name] * value for name, value in features(reading, vectors).items())
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, bits))))
