"""Learn the weights of link levels: `python benchmarks/fit_weights.py`, writes src/factcheck/stages/link/weights.toml.

A ridge-regularised logistic regression over the levels of candidate pairs, in bits, a better level never below a worse
one. "missing" is the zero of every field, so that silence never counts. Positives and negatives come from the
annotated development claims and from development sentence pairs of public sets; each set has its share of the weight,
however many pairs it gives.
"""

from __future__ import annotations

import argparse
import math
import sys
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from suites import reconcile as suite  # noqa: E402

Example = tuple[list[tuple[str, str, str]], bool]
RIDGE = 0.0005


SHARES = [1.0, 1.0, 0.5]  # of the sets: the events only cover claims whose predicates were annotated
ORDER = ("apart", "weak", "near", "close", "exact")  # of the levels of every field, the worst first


def fit(sets: list[list[Example]], shares: list[float]) -> tuple[float, dict[tuple[str, str], float]]:
    """The start and the bits of each level: projected gradient ascent on the weighted likelihood.

    A better level of a field never weighs less than a worse one: each step between them is held at zero or above.
    """
    seen = {
        (field, level) for found in sets for example, _ in found for field, level, _ in example if level != "missing"
    }
    fields = sorted({field for field, _ in seen})
    steps = [(field, level) for field in fields for level in ORDER if (field, level) in seen]
    at = {step: index + 1 for index, step in enumerate(steps)}
    lowest = {field: next(level for level in ORDER if (field, level) in seen) for field in fields}
    rows, labels, weight = [], [], []
    for found, share in zip(sets, shares, strict=True):
        for example, label in found:
            row = np.zeros(len(steps) + 1)
            row[0] = 1
            for field, level, _ in example:
                if level != "missing":
                    for lower in ORDER[: ORDER.index(level) + 1]:
                        if (field, lower) in at:
                            row[at[field, lower]] = 1
            rows.append(row)
            labels.append(float(label))
            weight.append(share / len(found))
    x, y, w = np.array(rows), np.array(labels), np.array(weight) / sum(shares)
    free = np.array([True] + [level == lowest[field] for field, level in steps])
    beta = climb(x, y, w, free, RIDGE)
    total: dict[tuple[str, str], float] = {}
    for field in fields:
        running = 0.0
        for level in ORDER:
            if (field, level) in at:
                running += float(beta[at[field, level]])
                total[field, level] = running / math.log(2)
    return float(beta[0]) / math.log(2), total


def climb(x: Any, y: Any, w: Any, free: Any, ridge: float) -> Any:
    """The coefficients of a logistic regression with a ridge on all but the first, those not `free` at zero or above.

    Args:
        x: (n, k) rows of zeros and ones.
        y: (n,) labels.
        w: (n,) weights that add up to 1.
        free: (k,) which coefficients may be negative.
        ridge: Of the squares of the coefficients.
    """
    beta = np.zeros(x.shape[1])
    velocity = beta.copy()
    for round_ in range(4000):
        ahead = beta + velocity * 0.9
        p = 1 / (1 + np.exp(-x @ ahead))
        gradient = x.T @ (w * (y - p)) - ridge * np.where(np.arange(len(beta)) == 0, 0, ahead)
        moved = ahead + 2.0 * gradient
        moved = np.where(free, moved, np.maximum(moved, 0))
        velocity = moved - beta
        beta = moved
        if np.abs(velocity).max() < 1e-7 and round_ > 50:
            break
    return beta


FROM_ENCODER = frozenset({"sentence", "aligned"})  # the fields that are missing without an encoder


def start_alone(sets: list[list[Example]], shares: list[float], bits: dict[tuple[str, str], float]) -> float:
    """The start, in bits, where there is no encoder: the one under which as many pairs match as do, by bisection."""
    sums, wanted, weight = [], 0.0, []
    for found, share in zip(sets, shares, strict=True):
        for example, label in found:
            told = [(field, level) for field, level, _ in example if level != "missing" and field not in FROM_ENCODER]
            sums.append(sum(bits.get(step, 0.0) for step in told))
            weight.append(share / len(found))
            wanted += label * share / len(found)
    low, high = -30.0, 30.0
    for _ in range(60):
        middle = (low + high) / 2
        expected = float(np.array(weight) @ (1 / (1 + 2 ** -(np.array(sums) + middle))))
        low, high = (middle, high) if expected < wanted else (low, middle)
    return low


def write(path: Path, starts: tuple[float, float], bits: dict[tuple[str, str], float], provenance: list[str]) -> None:
    """Write the table as TOML, sorted."""
    lines = [f"# {line}" for line in provenance]
    lines += ["", f"start = {starts[0]:.2f}", f"start_without_encoder = {starts[1]:.2f}"]
    fields = sorted({field for field, _ in bits})
    for field in fields:
        lines += ["", f"[bits.{field}]"] + [
            f"{level} = {bits[field, level]:.2f}" for f, level in sorted(bits) if f == field
        ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def claims_of(articles: list[Any]) -> list[Any]:
    """The claims of some articles, in their order."""
    from factcheck.stages.annotate import annotate, load
    from factcheck.stages.extract import extract

    nlp = load()
    return [claim for article in articles for claim in extract(annotate(article, nlp), article).claims]


def _topics(data: Path) -> dict[str, list[tuple[Any, list[Any]]]]:
    from factcheck.model.article import Article

    topics: dict[str, list[tuple[Any, list[Any]]]] = {}
    for row in suite.rows(data / "ecbplus_docs.jsonl"):
        if row["split"] == "dev":
            article = Article(row["id"], row["text"])
            topics.setdefault(row["subtopic"], []).append((article, claims_of([article])))
    return topics


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, default=HERE.parent.parent / "shared" / "gold")
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "bench" / "data")
    arguments = parser.parse_args()
    sets = suite.annotated_examples(arguments.gold, claims_of(suite.seed_articles(arguments.gold)))
    sets.append(("events across documents", suite.event_examples(arguments.data, _topics(arguments.data))))
    start, bits = fit([examples for _, examples in sets], SHARES)
    provenance = [
        "What each level of each field says about whether two claims answer one question, in bits.",
        "Learned by benchmarks/fit_weights.py (logistic regression, ridge 0.0005), not edited. Examples:",
        *(
            f"{name}: {sum(label for _, label in found)} that match, {sum(not label for _, label in found)} that do not"
            for name, found in sets
        ),
    ]
    target = HERE.parent / "src" / "factcheck" / "stages" / "link" / "weights.toml"
    write(target, (start, start_alone([examples for _, examples in sets], SHARES, bits)), bits, provenance)
    print(target.read_text())


if __name__ == "__main__":
    main()
