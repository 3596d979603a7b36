"""What amounts measure, from measures.toml: a profit, a depth, a turnout."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from factcheck.lexicon.stem import stem


@dataclass(frozen=True, slots=True)
class Measure:
    """How one measure is told; all words are stems.

    `kinds` are the kinds of quantity that can be one, `near` words that stand by the amount, `after` the word right
    after it, `verbs` predicates of which it is the amount, `but` words of the sentence that make it another, `also`
    words of which the sentence has to have one. `alone` says that a question for it names no bearer ("the turnout").
    """

    kinds: frozenset[str]
    near: frozenset[str]
    after: frozenset[str]
    verbs: frozenset[str]
    but: frozenset[str]
    also: frozenset[str] = frozenset()
    alone: bool = False


@cache
def measures() -> Mapping[str, Measure]:
    """The measures by name, in the order of the file."""
    data = tomllib.loads((files("factcheck.lexicon") / "measures.toml").read_text(encoding="utf-8"))

    def listed(entry: Mapping[str, Any], field: str) -> frozenset[str]:
        return frozenset(stem(word, lemma=field == "verbs") for word in entry.get(field, "").split())

    return {
        name: Measure(
            kinds=frozenset(entry["kinds"].split()),
            near=listed(entry, "near"),
            after=listed(entry, "after"),
            verbs=listed(entry, "verbs"),
            but=listed(entry, "but"),
            also=listed(entry, "also"),
            alone=entry.get("alone", False),
        )
        for name, entry in data.items()
    }


__all__ = ["Measure", "measures"]
