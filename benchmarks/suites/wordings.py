"""One fact in other words: do two sentences of one event with other figures contradict each other, however worded?

    python benchmarks/quality.py --only wordings

benchmarks/wordings.toml has tables of six to ten wordings of one fact, with two values of its figure. Each wording with
the one value is compared with each (itself too) with the other value: `told` is the share of which a conflict or a
revision is told. With one value in both, `false` is the share of which one is told, `agree` of which an agreement is.
Figures of tables that were in view when rules were written begin with `seen`. Percent values.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path

TABLES = Path(__file__).resolve().parent.parent / "wordings.toml"
_AGAINST = frozenset({"conflict", "revision", "dispute"})


def wordings(folder: Path, split: str = "dev") -> dict[str, float]:
    """How much of what cannot both be true is told, and how much of what is one is told as other.

    Args:
        folder: Not read: the sentences are ours.
        split: Not read.
    """
    pairs: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    for table in tomllib.loads(TABLES.read_text(encoding="utf-8")).values():
        kind = "seen" if table.get("seen") else "other"
        one, two = table["values"]
        for left, right in product(table["wordings"], repeat=2):
            told = _kinds(_told(left, one), _told(right, two))
            pairs[kind, "told"] += 1
            found[kind, "told"] += bool(told & (_AGAINST - {"dispute"}))
            if left == right:
                continue
            told = _kinds(_told(left, one), _told(right, one))
            for figure, hit in (("false", bool(told & _AGAINST)), ("agree", "agreement" in told)):
                pairs[kind, figure] += 1
                found[kind, figure] += hit
    return dict(_shares(pairs, found))


def _shares(pairs: Counter[tuple[str, str]], found: Counter[tuple[str, str]]) -> Iterator[tuple[str, float]]:
    for kind, figure in sorted(pairs):
        name = figure if kind == "other" else f"seen_{figure}"
        yield name, 100 * found[kind, figure] / pairs[kind, figure]


def _told(wording: str, value: str) -> str:
    text = wording.format(N=value)
    return text[:1].upper() + text[1:]


def _kinds(left: str, right: str) -> frozenset[str]:
    """The kinds of what comparing two texts finds."""
    import factcheck

    return frozenset(finding.kind.value for finding in factcheck.compare(left, right).findings)
