"""What `compare` makes of statements about a passage of news, in words of their own: benchmarks/statements, ours.

    python benchmarks/quality.py --only statements --only drafts

An item is a passage (`P`) and the statements that follow from it (`+`), that it excludes (`-`, with the sort in
brackets) and that it leaves open (`0`), one a line:

    P The clinic in Tarn was shut on Monday, and its 40 patients were moved to Oslo.
    + Tarn has lost its clinic.
    - [outcome] The clinic in Tarn stays open.
    0 The clinic was shut because it had no doctors.

They were written by hand to be hard: what follows shares few words with its passage, what is excluded or left open
many. Another reader, who did not see the marks, gave 454 of 458 the same. Nothing has been learned from them and no
rule read against them. There are 4,220 passages with 34,700 statements, of which every sixtieth passage is measured.

`drafts` is what a careless writer makes of a source, benchmarks/drafts.jsonl: 150 passages with two sentences
each that follow and three that do not, all in the passage's own words, written by hand by people who knew no rule.
Rules have been written with the first sixty in view since (docs/support.md).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import factcheck

DRAFTS = Path(__file__).resolve().parent.parent / "drafts.jsonl"
FOLDER = Path(__file__).resolve().parent.parent / "statements"
MARKS = ("+", "-", "0")
EVERY = 60  # passages of which one is measured
_SORT = re.compile(r"^\[\w+\] ")
Passage = tuple[str, tuple[tuple[str, str], ...]]


def read_passages(path: Path) -> Iterator[Passage]:
    """The passages of a file with their statements as (mark, text), in order."""
    passage, statements = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        mark, _, text = line.partition(" ")
        if mark == "P":
            if passage:
                yield passage, tuple(statements)
            passage, statements = text, []
        elif mark in MARKS:
            statements.append((mark, _SORT.sub("", text)))
    if passage:
        yield passage, tuple(statements)


def statements(folder: Path, split: str = "dev") -> dict[str, float]:
    """How many of each sort are called supported and contradicted, and how many of those called so are.

    Args:
        folder: Not read: the passages are ours and stand beside the suite.
        split: Not read.
    """
    said: Counter[tuple[str, str]] = Counter()
    passages = [passage for path in sorted(FOLDER.glob("*.txt")) for passage in read_passages(path)]
    for passage, asked in passages[::EVERY]:
        for mark, text in asked:
            said[mark, _verdict(passage, text)] += 1

    def share(mark: str, verdict: str) -> float:
        return 100 * said[mark, verdict] / sum(said[mark, other] for other in ("supported", "contradicted", "untold"))

    def precision(mark: str, verdict: str) -> float:
        return 100 * said[mark, verdict] / max(1, sum(said[other, verdict] for other in MARKS))

    return {
        "supported recall": share("+", "supported"),
        "supported precision": precision("+", "supported"),
        "excluded called supported, alarms": share("-", "supported"),
        "open called supported, alarms": share("0", "supported"),
        "contradicted recall": share("-", "contradicted"),
        "contradicted precision": precision("-", "contradicted"),
    }


def drafts(folder: Path, split: str = "dev") -> dict[str, float]:
    """How much of what follows from a source is called supported, and how much of what a careless writer makes of it.

    Args:
        folder: Not read: the passages are ours.
        split: Not read.
    """
    said: Counter[tuple[str, str]] = Counter()
    for line in DRAFTS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for kind in ("follows", "careless"):
            for text in row[kind]:
                said[kind, _verdict(row["source"], text)] += 1
    total = {kind: sum(n for (other, _), n in said.items() if other == kind) for kind in ("follows", "careless")}
    both = said["follows", "supported"] + said["careless", "supported"]
    against = said["follows", "contradicted"] + said["careless", "contradicted"]
    return {
        "supported recall": 100 * said["follows", "supported"] / total["follows"],
        "supported precision": 100 * said["follows", "supported"] / both,
        "careless called supported, alarms": 100 * said["careless", "supported"] / total["careless"],
        "contradicted recall": 100 * said["careless", "contradicted"] / total["careless"],
        "contradicted precision": 100 * said["careless", "contradicted"] / max(1, against),
    }


def _verdict(source: str, text: str) -> str:
    report = factcheck.compare(factcheck.Article("passage", source), factcheck.Article("statement", text))
    verdicts = {item.verdict.value for item in report.support}
    return verdicts.pop() if len(verdicts) == 1 else "untold"
