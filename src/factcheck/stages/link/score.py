"""How likely it is that two claims answer one question: the levels of their fields, each with its weight in bits.

Fellegi and Sunter (JASA 64:328, 1969): the weight of a level is log2 of how much more often it is seen in pairs that
match than in pairs that do not, and the weights of the fields add up. The table is weights.toml, learned by
benchmarks/fit_weights.py; nothing in it is set by hand.
"""

import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from factcheck.frames import compare
from factcheck.frames.frame import Frame
from factcheck.model.link import Level


class Context:
    """What is common and what is telling in one set of claims: weights of words and names by how few claims have them."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        listed = list(frames)
        total = len(listed) + 1
        words = Counter(word for frame in listed for word in frame.words)
        names = Counter(name for frame in listed for name in frame.names)
        self.words: Mapping[str, float] = {
            word: math.log(1 + total / count) / math.log(1 + total) for word, count in words.items()
        }
        limit = max(4.0, total / 8)
        self.names: Mapping[str, float] = {name: 1.0 if count <= limit else 0.25 for name, count in names.items()}


@cache
def weights() -> tuple[float, Mapping[tuple[str, str], float]]:
    """The weight in bits that any candidate pair starts with, and of each level of each field."""
    data = tomllib.loads(files("factcheck.stages.link").joinpath("weights.toml").read_text(encoding="utf-8"))
    table = {(field, level): bits for field, levels in data["bits"].items() for level, bits in levels.items()}
    return data["start"], table


def levels(left: Frame, right: Frame, context: Context, similar: float | None) -> list[tuple[str, str, str]]:
    """The level of each field with its note, in a fixed order."""
    standing = compare.role(left, right)
    found = [
        ("event", *compare.event(left, right)),
        ("names", *compare.names(left, right, context.names)),
        ("slot", *compare.slot(left, right)),
        ("role", *standing),
        ("parties", *compare.parties(left, right)),
        ("counted", *compare.counted(left, right)),
        ("amount", *compare.amount(left, right)),
        ("time", *compare.time(left, right)),
        ("words", *(("missing", "") if standing[0] == "exact" else compare.words(left, right, context.words))),
        ("modality", *compare.modality(left, right)),
        ("kind", *compare.kind(left, right)),
        ("sentence", *_sentence(similar)),
    ]
    return found


def _sentence(similar: float | None) -> tuple[str, str]:
    if similar is None:
        return "missing", ""
    level = "exact" if similar >= 0.8 else "close" if similar >= 0.65 else "weak" if similar >= 0.5 else "apart"
    return level, f"{similar:.2f}"


def score(found: list[tuple[str, str, str]]) -> tuple[float, tuple[Level, ...]]:
    """The probability that the pair answers one question, and the levels with their bits."""
    start, table = weights()
    scored = tuple(Level(field, level, table.get((field, level), 0.0), note) for field, level, note in found)
    bits = start + sum(level.weight for level in scored)
    return 1 / (1 + 2 ** -max(-60.0, min(60.0, bits))), scored
