"""The typed loader of aliases.toml: names of one thing, the adjectives made from them, titles and suffixes."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Aliases:
    """`canonical` maps a name's key to the key it stands for; `titles` and `suffixes` are no part of a name."""

    canonical: dict[str, str]
    titles: frozenset[str]
    suffixes: frozenset[str]


@cache
def aliases() -> Aliases:
    """The tables of aliases.toml."""
    data = tomllib.loads(files("factcheck.lexicon").joinpath("aliases.toml").read_text(encoding="utf-8"))
    canonical = {other.strip(): name for name, others in data["same"].items() for other in others.split(",")}
    titles = data["titles"]
    return Aliases(canonical, frozenset(titles["words"].split()), frozenset(titles["suffixes"].split()))


@cache
def countries() -> frozenset[str]:
    """The keys that other names stand for: of countries most of them, the rest of cities, bodies and papers."""
    return frozenset(aliases().canonical.values())
