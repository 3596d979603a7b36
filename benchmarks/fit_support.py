"""Learn how much each feature says about whether a source bears out a sentence: stages/support/weights.toml.

    python benchmarks/fit_support.py --held HELD.json ... [--data DIR]

Pairs of news sentences of the development parts of RTE-3 and EQUATE (the news subsets), "entailment" against the rest;
logistic regression with a ridge, checked by ten-fold cross-validation over groups of sentences that belong together.

The shipped reader of both texts has seen these pairs and is surer of them than of others. So its feature comes from
readers that have not: HELD.json are what training/scripts/support_pairs.py makes of the fold that it leaves out.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from factcheck.model.article import Article
from factcheck.stages import annotate
from factcheck.stages.support.judge import features, surely
from factcheck.stages.support.reading import read
from factcheck.stages.support.statement import Statement, statements
from factcheck.stages.support.vectors import Vectors
from suites.rows import Row, rows

SETS = {"rte3_3way": None, "equate": {"NewsNLI", "RTE-Quant", "RedditNLI"}}
WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "factcheck" / "stages" / "support" / "weights.toml"


def scores(paths: list[Path]) -> dict[str, list[float]]:
    """The three scores of each pair that a reader has not seen, by its id."""
    return {id_: row for path in paths for id_, row in json.loads(path.read_text(encoding="utf-8")).items()}


def examples(data: Path, held: dict[str, list[float]]) -> tuple[list[str], np.ndarray, np.ndarray, list[str]]:
    """Names of the features, a row of them for each pair, whether it is entailed, and its group."""
    nlp = annotate.load()

    def told(text: str, name: str) -> tuple[Statement, ...]:
        article = Article(name, text)
        return statements(annotate.annotate(article, nlp), article)

    names: list[str] = []
    table, labels, groups = [], [], []
    for file, subsets in SETS.items():
        kept: list[Row] = [
            row
            for row in rows(data / f"{file}.jsonl")
            if row["split"] == "dev" and (subsets is None or row["subset"] in subsets)
        ]
        for row in kept:
            source, checked = told(row["premise"], "a"), told(row["hypothesis"], "b")
            if not source or not checked:
                continue
            found = features(read(max(checked, key=lambda item: len(item.words)), source), Vectors(annotate))
            borne_out, *others = held[row["id"]]
            found["read"] = surely(borne_out - float(np.logaddexp(*others)))
            names = list(found)
            table.append(list(found.values()))
            labels.append(row["label"] == "entailment")
            groups.append(row["group"])
    return names, np.array(table), np.array(labels), groups


def fit(table: np.ndarray, labels: np.ndarray, ridge: float = 0.5) -> np.ndarray:
    """Weights of a start and each feature by Newton's method; the start is not held back."""
    rows_ = np.column_stack([np.ones(len(table)), table])
    hold = ridge * np.diag([0.0, *[1.0] * table.shape[1]])
    weights = np.zeros(rows_.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows_ @ weights))
        slope = rows_.T @ (labels - chance) - hold @ weights
        curve = rows_.T @ (rows_ * (chance * (1 - chance))[:, None]) + hold
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def held_out(table: np.ndarray, labels: np.ndarray, groups: list[str], parts: int = 10) -> float:
    """The share of pairs judged right by weights that were learned without their group."""
    order = {group: number % parts for number, group in enumerate(sorted(set(groups)))}
    part = np.array([order[group] for group in groups])
    right = 0
    for number in range(parts):
        weights = fit(table[part != number], labels[part != number])
        said = weights[0] + table[part == number] @ weights[1:] > 0
        right += int((said == labels[part == number]).sum())
    return right / len(labels)


def main() -> None:
    """Fit, print the cross-validated accuracy, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    shared = Path(__file__).resolve().parents[2] / "shared"
    parser.add_argument("--data", type=Path, default=shared / "bench" / "data")
    parser.add_argument("--held", type=Path, nargs="+", required=True)
    args = parser.parse_args()
    names, table, labels, groups = examples(args.data, scores(args.held))
    accuracy = f"{len(labels)} pairs; accuracy held out {100 * held_out(table, labels, groups):.1f} %"
    print(accuracy)
    start, *weights = fit(table, labels)
    lines = [
        "# What each feature says about whether a source bears out a sentence, in nats.",
        "# Learned by benchmarks/fit_support.py (logistic regression with a ridge); do not edit by hand.",
        f"# {accuracy}",
        "",
        f"start = {start:.2f}",
        *(f"{name} = {value:.2f}" for name, value in zip(names, weights, strict=True)),
    ]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
