"""Learn which amounts answer one question: `python benchmarks/fit_answers.py`, writes stages/link/answers.toml.

A ridge-regularised logistic regression over steps of six fields, in bits, a better value never below a worse one.
Positives are the planted conflicts of training/stories of which both amounts are read; negatives are all other pairs of
amounts of one unit that no number satisfies, in those stories and in news of one event (ECB+ and shootings), where a
pair of which one amount stands in the other article's counterpart sentence as well is surely none, and any other pair
most likely none.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from factcheck.stages.link.answers import FIELDS  # noqa: E402
from fit_weights import claims_of, climb  # noqa: E402
from suites.reconcile import similarity  # noqa: E402
from suites.rows import rows  # noqa: E402

Example = tuple[tuple[float, ...], bool, float]  # fields, whether one question, weight
STEPS = {
    "likeness": (0.6, 0.9, 1.2, 1.5, 1.8, 2.1, 2.5, 3.0, 3.6),
    "lead": (-1.5, -1.0, -0.6, -0.3, 0.0, 0.2, 0.4, 0.7, 1.0),
    "size": (0.1, 0.2, 0.35, 0.5, 0.8, 1.2, 2.0, 3.0),
    "place": (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5),
    "depth": (0.2, 0.4, 0.6, 0.8, 1.0, 1.2, 1.4),
    "telling": (0.5,),
}
WORSE = frozenset({"size", "place"})  # the greater, the less likely
FREE = frozenset({"depth"})  # neither
RIDGE = 0.0003
NEWS = 0.5  # weight of a pair of news that is only most likely none
REPORTS = 6  # of one event: more would count the same pairs again and again
BARS = {"different": -1.0, "equal": -5.5, "rounded": -4.2}  # bits; see docs/linking.md
SIZE, LEAD = FIELDS.index("size"), FIELDS.index("lead")


def story_examples(articles: Sequence[Any], claims: Sequence[Any], expected: dict[str, Any]) -> Iterator[Example]:
    """The pairs of amounts of one story that no number satisfies, those of its planted conflicts as one question."""
    planted = [
        [_place(articles, row[side]) for side in ("a", "b")] for row in expected["conflicts"] if row["kind"] != "age"
    ]
    found = [pair for pair in compared(claims) if pair.fields[SIZE] > 0]
    hits = [[pair for pair in found if _covers(places, pair)] for places in planted]
    right = {id(pairs[0]) for pairs in hits if len(pairs) == 1}
    unsure = {id(pair) for pairs in hits if len(pairs) > 1 for pair in pairs}
    for pair in found:
        if id(pair) not in unsure:
            yield pair.fields, id(pair) in right, 1.0


def news_examples(claims: Sequence[Any]) -> Iterator[Example]:
    """The pairs of amounts of reports of one event that no number satisfies."""
    found = compared(claims)
    settled = set()
    for pair in found:
        alike = pair.fields[SIZE] == 0 and pair.left.low == pair.right.low and pair.left.telling
        if alike and pair.fields[LEAD] > 0:
            settled |= {(pair.left, pair.right.source), (pair.right, pair.left.source)}
    for pair in found:
        if pair.fields[SIZE] > 0:
            known = (pair.left, pair.right.source) in settled or (pair.right, pair.left.source) in settled
            yield pair.fields, False, 1.0 if known else NEWS


def compared(claims: Sequence[Any]) -> list[Any]:
    """All pairs of amounts of some claims."""
    from factcheck.frames.frame import frames
    from factcheck.stages.link import alignment, likeness
    from factcheck.stages.link.answers import pairs

    table, cosines = frames(claims), similarity()
    places, alike = alignment(table, cosines), likeness(table, cosines)
    return list(pairs(table, places, alike)) if places is not None and alike is not None else []


def _place(articles: Sequence[Any], words: str) -> tuple[str, int, int] | None:
    """Source, start and end of a stretch of words, whatever the white space."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    for article in articles:
        match = pattern.search(article.text)
        if match is not None:
            return article.id, match.start(), match.end()
    return None


def _covers(places: Sequence[tuple[str, int, int] | None], pair: Any) -> bool:
    """Whether the one amount stands in the one stretch and the other in the other."""

    def inside(place: tuple[str, int, int] | None, amount: Any) -> bool:
        return place is not None and place[0] == amount.source and place[1] <= amount.start < place[2]

    one, other = places
    return (inside(one, pair.left) and inside(other, pair.right)) or (
        inside(one, pair.right) and inside(other, pair.left)
    )


def fit(found: Sequence[Example]) -> tuple[float, dict[str, list[float]]]:
    """The start and the bits of the steps of each field."""
    columns = [(name, step) for name in FIELDS for step in range(len(STEPS[name]))]
    rows_ = []
    for fields, _, _ in found:
        row = [1.0]
        for name, step in columns:
            value, edge = fields[FIELDS.index(name)], STEPS[name][step]
            row.append(float(value < edge if name in WORSE else value >= edge))
        rows_.append(row)
    x, y = np.array(rows_), np.array([float(label) for _, label, _ in found])
    w = np.array([weight for _, _, weight in found])
    free = np.array([True] + [name in FREE for name, _ in columns])
    beta = climb(x, y, w / w.sum(), free, RIDGE) / math.log(2)
    start, bits = float(beta[0]), {}
    for name in FIELDS:
        steps = [float(beta[1 + columns.index((name, step))]) for step in range(len(STEPS[name]))]
        signed = [-value for value in steps] if name in WORSE else steps
        bits[name] = [sum(signed[:upto]) + (sum(steps) if name in WORSE else 0.0) for upto in range(len(steps) + 1)]
    return start, bits


def write(path: Path, start: float, bits: dict[str, list[float]], provenance: Sequence[str]) -> None:
    """Write the table as TOML."""
    lines = [
        *(f"# {line}" for line in provenance),
        "",
        f"start = {start:.2f}",
        *(f"{name} = {bar}" for name, bar in BARS.items()),
    ]
    for name in FIELDS:
        steps, values = list(STEPS[name]), [round(value, 2) for value in bits[name]]
        for at in range(len(steps) - 1, -1, -1):  # a step that changes nothing is none
            if values[at] == values[at + 1]:
                del steps[at], values[at + 1]
        lines += ["", f"[field.{name}]", f"from = {steps}", f"bits = {values}"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def of_stories(folder: Path) -> list[Example]:
    """The examples of all stories of a folder."""
    import factcheck

    found: list[Example] = []
    for story in sorted(path for path in folder.iterdir() if path.is_dir()):
        articles = [article for path in sorted(story.glob("*.txt")) for article in factcheck.read(path)]
        expected = json.loads((story / "expected.json").read_text(encoding="utf-8"))
        found += story_examples(articles, claims_of(articles), expected)
    return found


def of_news(data: Path) -> list[Example]:
    """The examples of the reports of each event, development part."""
    from factcheck.model.article import Article

    found: list[Example] = []
    for name, key in (("ecbplus_docs", "subtopic"), ("violent_docs", "cluster")):
        events: dict[str, list[Any]] = {}
        for row in rows(data / f"{name}.jsonl"):
            if row["split"] == "dev":
                events.setdefault(str(row[key]), []).append(Article(row["id"], f"{row['title']}\n\n{row['text']}"))
        for _, articles in sorted(events.items()):
            found += news_examples(claims_of(articles[:REPORTS]))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stories", type=Path, default=HERE.parent / "training" / "stories")
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "bench" / "data")
    arguments = parser.parse_args()
    stories, news = of_stories(arguments.stories), of_news(arguments.data)
    start, bits = fit([*stories, *news])
    provenance = [
        "What six things about two amounts of two articles say on whether they answer one question, in bits, and the",
        "bits from which they do. Learned by benchmarks/fit_answers.py (logistic regression, ridge",
        f"{RIDGE}), not edited: {sum(e[1] for e in stories)} planted pairs and {sum(not e[1] for e in stories)} others",
        f"of the training stories, {len(news)} pairs of news of one event.",
    ]
    target = HERE.parent / "src" / "factcheck" / "stages" / "link" / "answers.toml"
    write(target, start, bits, provenance)
    print(target.read_text())


if __name__ == "__main__":
    main()
