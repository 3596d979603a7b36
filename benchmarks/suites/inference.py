"""What one text says of another one's sentences, against pairs labelled entailment, neutral or contradiction.

    python benchmarks/quality.py --only rte3_3way --only equate

A pair's label is read off `factcheck.compare(premise, hypothesis)`: a conflict finding or a contradicted sentence says
contradiction; all sentences of the hypothesis supported says entailment; all else is neutral. Sets with two labels take
the nearer one, as their scorer does. Percent values.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from suites.rows import Row, selected

_NEARER = {
    frozenset(("entailment", "neutral")): {"contradiction": "neutral"},
    frozenset(("entailment", "contradiction")): {"neutral": "contradiction"},
    frozenset(("contradiction", "not_contradiction")): {
        "entailment": "not_contradiction",
        "neutral": "not_contradiction",
    },
}
Labelled = list[tuple[Row, str]]


def label(premise: str, hypothesis: str) -> str:
    """What the comparison of two texts says of the second: entailment, contradiction or neutral."""
    import factcheck

    report = factcheck.compare(premise, hypothesis)
    verdicts = [item.verdict.value for item in report.support]
    clashes = [finding for finding in report.findings if finding.kind.value == "conflict" and finding.rule != "FC110"]
    if "contradicted" in verdicts or clashes:  # a name in two spellings contradicts nothing that a sentence says
        return "contradiction"
    return "entailment" if verdicts and set(verdicts) == {"supported"} else "neutral"


def labelled(name: str, data: Path, split: str) -> Labelled:
    """The rows of a set, each with what the tool says."""
    return [(row, label(row["premise"], row["hypothesis"])) for row in selected(data / f"{name}.jsonl", split)]


def nearer(said: str, allowed: Iterable[str]) -> str:
    """A label, or the nearest of those that a set has."""
    return _NEARER.get(frozenset(allowed), {}).get(said, said)


def accuracy(pairs: Labelled) -> float | None:
    right = sum(nearer(said, row["labels"]) == row["label"] for row, said in pairs)
    return 100 * right / len(pairs) if pairs else None


def contradiction(pairs: Labelled) -> dict[str, float | None]:
    """Precision and recall of "contradiction" as said, before any mapping, and false alarms among the other pairs."""
    table = Counter((row["label"] == "contradiction", said == "contradiction") for row, said in pairs)
    hit, missed, wrong, quiet = table[True, True], table[True, False], table[False, True], table[False, False]
    return {
        "contradiction_precision": 100 * hit / (hit + wrong) if hit + wrong else None,
        "contradiction_recall": 100 * hit / (hit + missed) if hit + missed else None,
        "false_alarms": 100 * wrong / (wrong + quiet) if wrong + quiet else None,
    }


def _suite(name: str) -> Callable[[Path, str], dict[str, float | None]]:
    def suite(data: Path, split: str = "dev") -> dict[str, float | None]:
        pairs = labelled(name, data, split)
        return {"accuracy": accuracy(pairs), **contradiction(pairs)}

    return suite


rte3_3way = _suite("rte3_3way")
breaking_nli = _suite("breaking_nli")
clcd = _suite("clcd")
med = _suite("med")


def equate(data: Path, split: str = "dev") -> dict[str, float | None]:
    """Numbers: accuracy by subset; contradiction as said where a subset has that label beside others."""
    by_subset: dict[str, Labelled] = defaultdict(list)
    for row, said in labelled("equate", data, split):
        by_subset[row["subset"]].append((row, said))
    figures = {f"accuracy_{subset}": accuracy(pairs) for subset, pairs in sorted(by_subset.items())}
    return figures | contradiction([pair for pairs in by_subset.values() for pair in pairs])
