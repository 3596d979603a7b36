"""What is told of a free but faithful rendering of a sentence, and of one change in it: benchmarks/renderings, our own.

    python benchmarks/quality.py --only renderings
    python benchmarks/suites/renderings.py          the serious findings on faithful renderings, to be read

Two lines an item: `O` the original, `F` the rendering, in which each place in braces shows one change that could be
made there, with its sort after the bar (`{+a:...}` puts words in):

    O The clinic was shut on Monday.
    F On Monday the {+a:private} clinic was {closed|o:opened}.

The 2,601 pairs were written for this by hand, as free as a rendering can be, before the rules were run on them. Rules
have been mended with the first files in view (docs/drift.md says which figures are of pairs that nobody had looked at).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck.model.finding import Finding, Severity
from suites.drift import findings_between

FOLDER = Path(__file__).resolve().parent.parent / "renderings"
SORTS = {
    "a": "word added",
    "o": "opposite",
    "s": "another thing",
    "b": "broader word",
    "m": "word lost",
    "n": "name replaced",
    "t": "tense or mood",
    "x": "negation",
}
CHANGED = 10  # of so many items one has its changes made, one by one

_PLACE = re.compile(r"\{\+(?P<in>a):(?P<put>[^{}|]+)\}|\{(?P<kept>[^{}|+]+)\|(?P<sort>[osbmntx]):(?P<new>[^{}|]*)\}")
_BEFORE, _SPACES = re.compile(r" +([.,;:!?])"), re.compile(r"  +")


@dataclass(frozen=True, slots=True)
class Rendering:
    """An original, its faithful rendering, and (sort, rendering) with one change each, in text order."""

    original: str
    faithful: str
    changed: tuple[tuple[str, str], ...]


def read_renderings(folder: Path = FOLDER) -> Iterator[Rendering]:
    """The items of the files of a folder, in order.

    Raises:
        ValueError: a rendering without its original, or braces that are not understood.
    """
    for path in sorted(folder.glob("*.txt")):
        original = ""
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            mark, _, text = line.partition(" ")
            if mark == "O":
                original = text
            elif mark == "F":
                if not original or set("{}") & set(_PLACE.sub("", text)):
                    raise ValueError(f"{path.name}, line {number}: no original, or a marked place is not understood")
                places = list(_PLACE.finditer(text))
                changed = tuple((SORTS[place["in"] or place["sort"]], _written(text, place)) for place in places)
                yield Rendering(original, _written(text, None), changed)
                original = ""


def _written(marked: str, changed: re.Match[str] | None) -> str:
    """The text with one of its places changed, or with none."""

    def word(place: re.Match[str]) -> str:
        if changed is not None and place.start() == changed.start():
            return place["put"] or place["new"] or ""
        return place["kept"] or ""

    text = _BEFORE.sub(r"\1", _SPACES.sub(" ", _PLACE.sub(word, marked))).strip()
    return text[:1].upper() + text[1:]


def renderings(folder: Path, split: str = "dev") -> dict[str, float]:
    """Shares of faithful renderings with a critical and with a serious finding, and of single changes, by sort, with a
    serious finding that the faithful rendering has not.

    Args:
        folder: Not read: the renderings are ours and stand beside the suite.
        split: Not read.
    """
    items = list(read_renderings())
    alarms = {"critical": 0, "serious": 0}
    told: dict[str, list[bool]] = defaultdict(list)
    for number, item in enumerate(items):
        known = findings_between(item.original, item.faithful)
        alarms["critical"] += any(finding.severity is Severity.CRITICAL for finding in known)
        alarms["serious"] += any(map(_serious, known))
        if number % CHANGED == 0:
            before = {(finding.rule, finding.message) for finding in known}
            for sort, text in item.changed:
                found = filter(_serious, findings_between(item.original, text))
                told[sort].append(any((finding.rule, finding.message) not in before for finding in found))
    figures = {f"{level} alarms": 100 * count / len(items) for level, count in alarms.items()}
    return figures | {f"{sort} told": 100 * sum(own) / len(own) for sort, own in sorted(told.items())}


def _serious(finding: Finding) -> bool:
    return finding.severity is not Severity.MINOR


def main() -> None:
    """Print the serious findings on faithful renderings with both texts."""
    for item in read_renderings():
        for finding in filter(_serious, findings_between(item.original, item.faithful)):
            print(f"{finding.rule} {finding.message}\n  O {item.original}\n  F {item.faithful}")


if __name__ == "__main__":
    main()
