"""How a copy was made, and which of two texts it is: pairs of texts whose history is known.

    python benchmarks/quality.py --only copies

Each pair is an original and what was made from it, without dates, publishers or credit lines:

    verbatim    a news article with a tenth of its sentences left out
    condensed   two fifths of the sentences of one, as they are; or of a dozen free renderings
    spun        a news article with four in ten of its words replaced by synonyms, as spinning programs do
    translated  twelve segments of a machine's translation, beside the translation by hand (WMT)
    retold      twelve free renderings by hand of single sentences (benchmarks/renderings)

Of the last two nobody can say from the texts which of them was first, since neither loses anything; what is said all
the same is counted as an error. Percent values.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from factcheck.lexicon.drift import relations
from factcheck.model.article import Article
from factcheck.model.lineage import Lineage
from factcheck.stages.lineage import lineage
from suites.renderings import read_renderings
from suites.rows import selected

Pair = tuple[str, str, str]
"""How the copy was made, the original, and the copy."""

_SENTENCE_END = re.compile(r"(?<=[.!?][\"”’)])\s+(?=[A-Z“\"])|(?<=[a-z0-9)][.!?])\s+(?=[A-Z“\"])|\n+")
_ENDINGS = ("s", "ed", "ing", "d")
_TOGETHER = 12  # single sentences that make a text
_SEEN = frozenset({"verbatim", "condensed", "condensed by hand", "spun"})  # whose direction can be seen


def copies(folder: Path, split: str = "dev") -> dict[str, float]:
    """How many copies are told as what they are, and how often the original is taken for the copy."""
    how: dict[str, Counter[str]] = defaultdict(Counter)
    way: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, original, copy in _pairs(folder, split):
        for first, second in (("a", "b"), ("b", "a")):  # neither order of the ids may decide
            found = lineage((Article(first, original), Article(second, copy)))
            said = found[0].how.value if found else "none"
            how[kind][said] += 1
            if found:
                way[kind][_way(found[0], first)] += 1
    seen: Counter[str] = sum((way[kind] for kind in sorted(_SEEN)), Counter())
    blind: Counter[str] = sum((way[kind] for kind in sorted(set(way) - _SEEN)), Counter())
    share = {
        kind: Counter({said: 100 * n / sum(all_.values()) for said, n in all_.items()}) for kind, all_ in how.items()
    }
    return {
        "verbatim told": share["verbatim"]["verbatim"],
        "condensed told": share["condensed"]["condensed"],
        "condensed by hand told": share["condensed by hand"]["condensed"],
        "spun told": share["spun"]["spun"],
        "translated told": share["translated"]["translated"],
        "retold called translated or spun, alarms": share["retold"]["translated"] + share["retold"]["spun"],
        "copy told": 100 * seen["right"] / seen.total(),
        "original taken for the copy, false": 100 * seen["wrong"] / seen.total(),
        "copy named where none can be told, false": 100 * (1 - blind["open"] / blind.total()),
    }


def _way(found: Lineage, original: str) -> str:
    if any(reason.what.startswith("nothing shows which") for reason in found.evidence):
        return "open"
    return "right" if found.original == original else "wrong"


def _pairs(folder: Path, split: str) -> Iterator[Pair]:
    chance = random.Random(1)
    for number, sentences in enumerate(_news(folder, split)):
        made = (
            ("verbatim", [sentence for sentence in sentences if chance.random() > 0.1]),
            ("condensed", [s for place, s in enumerate(sentences) if place < 2 or chance.random() < 0.35]),
            ("spun", [_spun(sentence, chance) for sentence in sentences]),
        )[number % 3]
        yield made[0], "\n".join(sentences), "\n".join(made[1])
    items = list(read_renderings())
    for start in range(0, len(items) - _TOGETHER + 1, _TOGETHER):
        part = items[start : start + _TOGETHER]
        yield "retold", "\n".join(item.original for item in part), "\n".join(item.faithful for item in part)
    for start in range(0, len(items) - 2 * _TOGETHER + 1, 2 * _TOGETHER):
        part = items[start : start + 2 * _TOGETHER]
        kept = [item.faithful for item in part if chance.random() < 0.4]
        yield "condensed by hand", "\n".join(item.original for item in part), "\n".join(kept)
    for name in ("wmt20_zhen", "wmt21_zhen"):
        yield from _translated(folder / f"{name}.jsonl", split)


def _translated(path: Path, split: str) -> Iterator[Pair]:
    by_system: dict[str, dict[str, str]] = defaultdict(dict)
    for row in selected(path, split):
        if not row["human"]:
            by_system[row["system"]].setdefault(row["ref"], row["mt"])
    for _, translated in sorted(by_system.items()):
        segments = list(translated.items())
        for start in range(0, len(segments) - _TOGETHER + 1, _TOGETHER):
            part = segments[start : start + _TOGETHER]
            yield "translated", "\n".join(by_hand for by_hand, _ in part), "\n".join(machine for _, machine in part)


def _news(folder: Path, split: str) -> Iterator[list[str]]:
    for name, step in (("timebank", 1), ("violent_docs", 3), ("ecbplus_docs", 4)):
        for row in selected(folder / f"{name}.jsonl", split)[::step]:
            sentences = [part.strip() for part in _SENTENCE_END.split(row["text"]) if len(part.split()) >= 6]
            if len(sentences) >= _TOGETHER:
                yield sentences


def _spun(sentence: str, chance: random.Random) -> str:
    """A sentence as a spinning program leaves it: whatever sense a synonym has, and endings put on as they were."""

    def put(match: re.Match[str]) -> str:
        word = match.group()
        if word[0].isupper() or len(word) < 4 or chance.random() > 0.45:
            return word
        for ending in ("", *_ENDINGS):
            base = word.removesuffix(ending)
            others = _synonyms().get(base, ()) if word.endswith(ending) else ()
            if others:
                return chance.choice(others) + ending
        return word

    return re.sub(r"[A-Za-z]+", put, sentence)


@cache
def _synonyms() -> dict[str, tuple[str, ...]]:
    members: dict[int, set[str]] = defaultdict(set)
    for word, senses in relations().synonyms.items():
        for sense in senses:
            members[sense].add(word)
    return {
        word: tuple(sorted({other for sense in senses for other in members[sense]} - {word}))
        for word, senses in relations().synonyms.items()
    }


__all__ = ["copies"]
