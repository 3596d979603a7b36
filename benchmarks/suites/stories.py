"""Stories written to be found: three articles each, with conflicts and agreements planted in other words.

    python benchmarks/quality.py --only stories

benchmarks/stories holds sixty-eight invented stories, each written without a look at the rules; what is planted was
written down before the tool was run (expected.json: the two sentences of each, or the words of them that answer).
Percent values. A finding tells a planted one if it quotes, or rests on claims of, both of its sentences. Those of
training/stories are not among them: from these the weights of stages/link/answers.toml are learned.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import factcheck

STORIES = Path(__file__).resolve().parent.parent / "stories"
Row = Mapping[str, str]


def stories(folder: Path, split: str = "dev") -> dict[str, float | None]:
    """How much of what was planted is told, end to end, and how many conflicts touch nothing planted.

    Args:
        folder: Not read: the stories are ours and stand beside the suite.
        split: Not read.
    """
    found = {"conflict": 0, "agreement": 0}
    planted = {"conflict": 0, "agreement": 0}
    reported = unplanned = trapped = traps = 0
    for story in sorted(path for path in STORIES.iterdir() if path.is_dir()):
        expected = json.loads((story / "expected.json").read_text(encoding="utf-8"))
        report = factcheck.reconcile(
            article for path in sorted(story.glob("*.txt")) for article in factcheck.read(path)
        )
        for kind, rows in (("conflict", expected["conflicts"]), ("agreement", expected["agreements"])):
            told = [_sentences(report, finding) for finding in report.findings if finding.kind.value == kind]
            planted[kind] += len(rows)
            found[kind] += sum(any(_tells(sentences, row) for sentences in told) for row in rows)
            if kind == "conflict":
                reported += len(told)
                others = [sentences for sentences in told if not any(_tells(sentences, row) for row in rows)]
                unplanned += len(others)
                traps += len(expected["traps"])
                # Two sentences can hold a conflict and a trap: what tells the one is no false alarm on the other.
                trapped += sum(any(_tells(sentences, row) for sentences in others) for row in expected["traps"])
    return {
        "conflicts_found": 100 * found["conflict"] / planted["conflict"],
        "agreements_found": 100 * found["agreement"] / planted["agreement"],
        "reported": float(reported),
        "unplanned": float(unplanned),
        "false_traps": 100 * trapped / traps,
    }


def _sentences(report: Any, finding: Any) -> frozenset[str]:
    """The sentences that a finding quotes or whose claims it rests on, on one line each."""
    by_id = {claim.id: claim for claim in report.claims}
    texts: Iterable[str] = (*(by_id[id_].sentence.text for id_ in finding.claims), *(s.text for s in finding.spans))
    return frozenset(" ".join(text.split()) for text in texts)


def _tells(sentences: frozenset[str], row: Row) -> bool:
    return all(any(_one(text, row[side]) for text in sentences) for side in ("a", "b"))


def _one(text: str, planted: str) -> bool:
    line = " ".join(planted.split())
    return text in line or line in text
