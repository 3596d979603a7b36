"""Measure each stage on annotated data, print one table, and hold the floors.

    python benchmarks/quality.py                        the development split of ../shared/bench and ../shared/gold
    python benchmarks/quality.py --only newsquant       one set
    python benchmarks/quality.py --split test --data D --gold G --json
    python benchmarks/quality.py --update               raise the floors of the development split to what was reached

`--data` is a folder with `data/*.jsonl` and the scorers `score_*.py` beside it, `--gold` one with annotated articles
whose texts stand in `../seeds`. A figure below its floor, or a false-alarm figure above its ceiling, ends with exit
code 1; data that is missing ends with 2. Floors only move the good way, unless `--allow-regression` says otherwise.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
FLOORS = HERE / "floors.json"
COUNTS = frozenset(
    {
        "compared_pairs",
        "conflicts_per_1000_pairs",
        "conflicts_article_pairs",
        "conflicts_reported",
        "registry_counts_stated",
        "agreeing_pairs",
        "pronouns_told",
        "reported",
        "unplanned",
        "unlisted",
        "serious differences",
        "serious findings",
    }
)
SLACK = 0.05  # percentage points: what rounding may take

# name -> (module, function, what it reads). The functions take a folder and a split and return figures in percent
# unless their name says otherwise.
SUITES: dict[str, tuple[str, str, str]] = {
    "newsquant": ("quantities", "newsquant", "data"),
    "quantity_units": ("quantities", "quantity_units", "data"),
    "number_specs": ("quantities", "number_specs", "data"),
    "timebank": ("dates", "timebank", "data"),
    "datetime_specs": ("dates", "datetime_specs", "data"),
    "gold_claims": ("claims", "gold_claims", "gold"),
    "polnear": ("claims", "polnear", "data"),
    "carb": ("claims", "carb", "data"),
    "factcheckgpt_claims": ("claims", "factcheckgpt_claims", "data"),
    "pronouns": ("pronouns", "pronouns", "treebanks"),
    "gold_clusters": ("reconcile", "gold_clusters", "gold"),
    "gold_conflicts": ("reconcile", "gold_conflicts", "gold"),
    "false_alarms": ("incidents", "false_alarms", "data"),
    "violent_docs": ("incidents", "violent_docs", "data"),
    "discrepancies": ("discrepancies", "discrepancies", "data"),
    "rte3_3way": ("inference", "rte3_3way", "data"),
    "equate": ("inference", "equate", "data"),
    "breaking_nli": ("inference", "breaking_nli", "data"),
    "med": ("inference", "med", "data"),
    "clcd": ("inference", "clcd", "data"),
    "statements": ("statements", "statements", "own"),
    "drafts": ("statements", "drafts", "own"),
    "wordings": ("wordings", "wordings", "own"),
    "stories": ("stories", "stories", "own"),
    "ecbplus": ("events", "ecbplus", "data"),
    "ecbplus_docs": ("events", "ecbplus_docs", "data"),
    "violent_stories": ("events", "violent_stories", "data"),
    "copies": ("copies", "copies", "data"),
    "gold_drift": ("drift", "gold_drift", "gold"),
    "tortured": ("drift", "tortured", "data"),
    "faithful_alarms": ("drift", "faithful_alarms", "data"),
    "one_change": ("drift", "one_change", "data"),
    "renderings": ("renderings", "renderings", "own"),
    "demetr": ("drift", "demetr", "data"),
    "wmt20_zhen": ("drift", "wmt20", "data"),
    "wmt21_zhen": ("drift", "wmt21", "data"),
}


def lower_is_better(metric: str) -> bool:
    """Whether a figure counts mistakes rather than successes."""
    return any(word in metric for word in ("alarm", "false", "error", "merged"))


def held(metric: str) -> bool:
    """Whether a figure is one of ours to hold: no count, and no other reader's."""
    return metric not in COUNTS and not metric.startswith(("quantulum3_", "regex_"))


def run(name: str, data: Path, gold: Path, split: str) -> dict[str, float]:
    """The figures of one suite. Raises FileNotFoundError when its data is not there."""
    module, function, reads = SUITES[name]
    folder = {"data": data / "data", "gold": gold, "treebanks": SHARED / "treebanks"}.get(reads, HERE)
    if not folder.is_dir():
        raise FileNotFoundError(folder)
    suite: Callable[[Path, str], dict[str, float]] = getattr(importlib.import_module(f"suites.{module}"), function)
    return {metric: round(float(value), 2) for metric, value in suite(folder, split).items() if value is not None}


def shortfalls(name: str, figures: dict[str, float], floors: dict[str, dict[str, float]]) -> list[str]:
    """One sentence for each figure of a suite that is worse than its floor."""
    worse = []
    for metric, floor in sorted(floors.get(name, {}).items()):
        if metric not in figures:
            worse.append(f"{name}.{metric} was not measured (floor {floor})")
            continue
        gap = figures[metric] - floor if lower_is_better(metric) else floor - figures[metric]
        if gap > SLACK:
            worse.append(f"{name}.{metric} is {figures[metric]}, floor {floor}")
    return worse


def raised(
    figures: dict[str, dict[str, float]], floors: dict[str, dict[str, float]], allow_regression: bool
) -> dict[str, dict[str, float]]:
    """The floors after a run: each moves to what was reached where that is better, and otherwise stays."""
    merged = {name: dict(metrics) for name, metrics in floors.items()}
    for name, metrics in figures.items():
        kept = merged.setdefault(name, {})
        for metric, value in metrics.items():
            if not held(metric):
                continue
            old = kept.get(metric)
            better = old is None or (value < old if lower_is_better(metric) else value > old)
            if better or allow_regression:
                kept[metric] = value
    return {name: dict(sorted(metrics.items())) for name, metrics in sorted(merged.items())}


def main() -> int:
    """Run the suites that were asked for; the exit code says whether the floors held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED / "bench")
    parser.add_argument("--gold", type=Path, default=SHARED / "gold")
    parser.add_argument("--split", choices=["dev", "test", "all"], default="dev")
    parser.add_argument("--only", action="append", metavar="NAME", help=f"one of {', '.join(SUITES)}; may be repeated")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    parser.add_argument("--update", action="store_true", help="raise the committed floors to what was reached")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: lower floors too")
    args = parser.parse_args()

    sys.path.insert(0, str(HERE))
    unknown = sorted(set(args.only or ()) - set(SUITES))
    if unknown:
        print(f"error: no suite called {', '.join(unknown)}; there are {', '.join(SUITES)}", file=sys.stderr)
        return 2
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    figures: dict[str, dict[str, float]] = {}
    missing: list[str] = []
    for name in args.only or SUITES:
        began = time.monotonic()
        try:
            figures[name] = run(name, args.data, args.gold, args.split)
        except FileNotFoundError as error:
            missing.append(f"{name}: {error}")
            continue
        print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr)
    worse = (
        [line for name in figures for line in shortfalls(name, figures[name], floors)] if args.split == "dev" else []
    )

    if args.json:
        print(json.dumps(figures, indent=1, sort_keys=True))
    else:
        for name, metrics in figures.items():
            for metric, value in metrics.items():
                floor = floors.get(name, {}).get(metric)
                print(f"{name:20} {metric:32} {value:9.2f}" + (f"   floor {floor:.2f}" if floor is not None else ""))
    if args.update and args.split == "dev":
        new = raised(figures, floors, args.allow_regression)
        FLOORS.write_text(json.dumps(new, indent=1, sort_keys=True) + "\n", "utf-8")
    for line in missing:
        print(f"not measured: {line}", file=sys.stderr)
    for line in worse:
        print(f"below the floor: {line}", file=sys.stderr)
    return 2 if missing else 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
