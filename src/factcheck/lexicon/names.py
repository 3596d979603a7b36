"""Names: keys in which spellings of one name are equal, and tables of aliases, titles and demonyms."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from factcheck.text import fold

_QUOTED = re.compile(r"[\"'“”‘’]([^\"“”]{2,30}?)[\"“”’'](?=\s|$)")
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*|\d+")


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


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """A name folded, without titles, dots, possessive, article and nickname; aliases resolved.

    >>> name_key("Mr. Ruiz Ortega’s"), name_key("the U.S."), name_key("Mexican")
    ('ruiz ortega', 'united states', 'mexico')
    """
    text = fold(_QUOTED.sub(" ", name[:200])).replace(".", "")
    words = [word.removesuffix("'s") for word in _WORD.findall(text)]
    table = aliases()
    whole = " ".join(words[1:] if words[:1] == ["the"] else words)
    if whole in table.canonical:
        return table.canonical[whole]
    while len(words) > 1 and (
        words[0] in table.titles
        or words[0] in ("the", "a", "an")
        or (words[0] in table.canonical and words[1] in table.titles)
    ):
        words.pop(0)
    if len(words) > 2 and words[0].endswith("s") and words[0] in table.canonical:
        words.pop(0)  # "Mexicans Ana and Marco Ruiz"
    while len(words) > 1 and words[-1] in table.suffixes:
        words.pop()
    key = " ".join(words)
    return table.canonical.get(key, key)


def nickname(name: str) -> str | None:
    """The quoted nickname inside a name, as a key: "la tuta" of 'Servando "La Tuta" Gómez'."""
    found = _QUOTED.search(name[:200])
    return " ".join(_WORD.findall(fold(found.group(1)))) if found else None


def initials(key: str) -> str:
    """The acronym a name of several words would have.

    >>> initials("drug enforcement administration")
    'dea'
    """
    return "".join(word[0] for word in key.split() if word not in ("of", "the", "and", "for", "in", "de", "la"))
