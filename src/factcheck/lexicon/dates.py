"""The words of dates and times, from dates.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day of the year with a name: one of `fixed` (month, day), `weekday` (month, ISO weekday, n-th; -1 is the last)
    or `easter` (days after Easter Sunday) is given; `plus` days are added."""

    fixed: tuple[int, int] | None = None
    weekday: tuple[int, int, int] | None = None
    easter: int | None = None
    plus: int = 0


@dataclass(frozen=True, slots=True)
class DateWords:
    """`words[category][word]` is what a lower-case word stands for; `lists[name]` are words that decide about others;
    `named_days` has names of one to four words."""

    words: Mapping[str, Mapping[str, Any]]
    lists: Mapping[str, frozenset[str]]
    named_days: Mapping[str, NamedDay]


@lru_cache(maxsize=1)
def date_words() -> DateWords:
    """Return the words of dates.toml, read once."""
    data = tomllib.loads((files("factcheck.lexicon") / "dates.toml").read_text(encoding="utf-8"))
    named = {name: _named_day(entry) for name, entry in data.pop("holiday").items()}
    lists = {name: frozenset(words) for name, words in data.pop("list").items()}
    return DateWords(MappingProxyType(data), MappingProxyType(lists), MappingProxyType(named))


def _named_day(entry: dict[str, Any]) -> NamedDay:
    if "fixed" in entry:
        month, day = entry["fixed"]
        return NamedDay(fixed=(month, day))
    if "weekday" in entry:
        month, weekday, nth = entry["weekday"]
        return NamedDay(weekday=(month, weekday, nth), plus=entry.get("plus", 0))
    return NamedDay(easter=entry["easter"])
