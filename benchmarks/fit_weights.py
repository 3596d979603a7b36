"""Learn the weights of link levels: `python benchmarks/fit_weights.py`, writes src/factcheck/stages/link/weights.toml.

A ridge-regularised logistic regression over the levels of candidate pairs, one variable a level, in bits. "missing" is
the zero of every field, so that silence never counts. Positives and negatives come from the annotated development claims and
from development sentence pairs of public sets; each set weighs the same however many pairs it gives.
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
RIDGE = 0.3


def fit(sets: list[list[Example]]) -> tuple[float, dict[tuple[str, str], float]]:
    """The start and the bits of each level, by Newton's method."""
    columns = sorted({(field, level) for examples in sets for found, _ in examples for field, level, _ in found if level != "missing"})
    at = {column: index + 1 for index, column in enumerate(columns)}
    rows, labels, weight = [], [], []
    for examples in sets:
        for found, label in examples:
            row = np.zeros(len(columns) + 1)
            row[0] = 1
            for field, level, _ in found:
                if level != "missing":
                    row[at[field, level]] = 1
            rows.append(row)
            labels.append(float(label))
            weight.append(1000 / len(examples))
    x, y, w = np.array(rows), np.array(labels), np.array(weight)
    beta = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], RIDGE)
    penalty[0] = 0.01
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ beta))
        gradient = x.T @ (w * (y - p)) - penalty * beta
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < 1e-6:
            break
    bits = beta / math.log(2)
    return float(bits[0]), {column: float(bits[index]) for column, index in at.items()}


def write(path: Path, start: float, bits: dict[tuple[str, str], float], provenance: list[str]) -> None:
    """Write the table as TOML, sorted."""
    lines = [f"# {line}" for line in provenance] + ["", f"start = {start:.2f}"]
    fields = sorted({field for field, _ in bits})
    for field in fields:
        lines += ["", f"[bits.{field}]"] + [f"{level} = {bits[field, level]:.2f}" for f, level in sorted(bits) if f == field]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _claims(articles: list[Any]) -> list[Any]:
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
            topics.setdefault(row["subtopic"], []).append((article, _claims([article])))
    return topics


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, default=HERE.parent.parent / "shared" / "gold")
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "bench" / "data")
    arguments = parser.parse_args()
    sets = suite.annotated_examples(arguments.gold, _claims(suite.seed_articles(arguments.gold)))
    sets.append(("events across documents", suite.event_examples(arguments.data, _topics(arguments.data))))
    start, bits = fit([examples for _, examples in sets])
    provenance = [
        "What each level of each field says about whether two claims answer one question, in bits.",
        "Learned by benchmarks/fit_weights.py (logistic regression, ridge 0.3); do not edit by hand. Examples:",
        *(f"{name}: {sum(label for _, label in found)} that match, {sum(not label for _, label in found)} that do not" for name, found in sets),
    ]
    target = HERE.parent / "src" / "factcheck" / "stages" / "link" / "weights.toml"
    write(target, start, bits, provenance)
    print(target.read_text())


if __name__ == "__main__":
    main()
