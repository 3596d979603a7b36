"""The typed loader of the word lists: sets of lemmas and small maps, read once a process.

A word list is a TOML file whose values are strings of words separated by blanks, or tables from word to word.
"""

import tomllib
from functools import cache
from importlib.resources import files

Table = dict[str, str | dict[str, str]]


@cache
def _table(file: str) -> Table:
    text = files(__package__).joinpath(f"{file}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def words(file: str, name: str) -> frozenset[str]:
    """The words of list `name` in `file`.toml.

    Raises:
        KeyError: There is no such list.
    """
    value = _table(file)[name]
    listed = value if isinstance(value, str) else " ".join(value)
    return frozenset(listed.split())


@cache
def mapping(file: str, name: str) -> dict[str, str]:
    """The table `name` of `file`.toml, from word to word.

    Raises:
        KeyError: There is no such table.
    """
    value = _table(file)[name]
    return {} if isinstance(value, str) else value
