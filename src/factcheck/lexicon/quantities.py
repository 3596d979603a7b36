"""Typed access to the number, unit, currency and hedge tables that the quantity reader works from."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

_MICRO_SIGNS = ("µ", "μ")  # the micro sign and the Greek letter look alike, and both are written


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `factor * written + offset` is the amount in `base`. `name` is its own English name, in the singular."""

    name: str
    kind: str
    base: str
    factor: float = 1.0
    offset: float = 0.0

    def to_base(self, value: float) -> float:
        """The amount in the base unit. Money stays in its currency, in the major unit."""
        return self.factor * value + self.offset


@dataclass(frozen=True, slots=True)
class Effect:
    """What a hedge does to a stated value: factors of it, None for an open end; `strict` names the end without it."""

    low: float | None
    high: float | None
    strict: str | None = None


@dataclass(frozen=True, slots=True)
class Numerals:
    """Number words and marks by form; numerals.toml says what each table means."""

    units: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, float]
    scale_marks: Mapping[str, float]
    attached_scales: Mapping[str, float]
    dozens: Mapping[str, int]
    ordinals: Mapping[str, float]
    parts: Mapping[str, int]
    fractions: Mapping[str, float]
    vague: Mapping[str, tuple[float, float]]
    few: Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class UnitTable:
    """Units by the way they are written.

    `words` has lower-case phrases, singular and plural; `symbols` are case-sensitive; `signs` are the currency signs
    and codes that may stand before a number.
    """

    words: Mapping[str, Unit]
    symbols: Mapping[str, Unit]
    signs: Mapping[str, Unit]


@dataclass(frozen=True, slots=True)
class Hedges:
    """Phrases by lower-case text, each with its key in `effects`; `longest` is the most words in one."""

    before: Mapping[str, str]
    after: Mapping[str, str]
    effects: Mapping[str, Effect]


@cache
def numerals() -> Numerals:
    """The number words. Read once a process."""
    return Numerals(**{key: MappingProxyType(_tuples(table)) for key, table in _read("numerals.toml").items()})


@cache
def hedges() -> Hedges:
    """The phrases that bound a number, and what each kind of them does."""
    data = _read("hedges.toml")
    effects = {
        name: Effect(_factor(row["low"]), _factor(row["high"]), row.get("strict"))
        for name, row in data.pop("effects").items()
    }
    before = {phrase: effect for effect, table in data.items() for phrase in table["before"]}
    after = {phrase: effect for effect, table in data.items() for phrase in table["after"]}
    return Hedges(MappingProxyType(before), MappingProxyType(after), MappingProxyType(effects))


@cache
def units() -> UnitTable:
    """Every unit and currency, with the SI multiples. A form listed twice belongs to the entry that comes first."""
    words: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    signs: dict[str, Unit] = {}
    data = _read("units.toml")
    for row in data["unit"]:
        _add_unit(row, data["prefixes"], words, symbols)
    for row in _read("currencies.toml")["currency"]:
        _add_currency(row, words, symbols, signs)
    return UnitTable(MappingProxyType(words), MappingProxyType(symbols), MappingProxyType(signs))


def word_set(name: str) -> frozenset[str]:
    """A closed class of words from quantity_words.toml. Raises KeyError for a name that is not there."""
    return frozenset(_word_sets()[name].split())


@cache
def _word_sets() -> dict[str, str]:
    return _read("quantity_words.toml")


def plural(word: str) -> str:
    """The regular English plural of a lower-case noun or phrase.

    >>> plural("penny"), plural("inch"), plural("acre")
    ('pennies', 'inches', 'acres')
    """
    if word.endswith("y") and word[-2:-1] not in set("aeiou"):
        return word[:-1] + "ies"
    if re.search(r"(?:s|x|ch|sh)$", word):
        return word + "es"
    return word + "s"


def _add_unit(
    row: Mapping[str, Any], prefixes: Mapping[str, Any], words: dict[str, Unit], symbols: dict[str, Unit]
) -> None:
    unit = Unit(row["name"], row["kind"], row["base"], row.get("factor", 1.0), row.get("offset", 0.0))
    same = row.get("plural") == "same"
    for word in row["words"]:
        _put_word(words, word, unit, same)
    for symbol in row["symbols"]:
        symbols.setdefault(symbol, unit)
    if not row.get("si"):
        return
    for prefix, entry in prefixes.items():
        multiple = Unit(prefix + unit.name, unit.kind, unit.base, unit.factor * entry["factor"])
        marks = _MICRO_SIGNS if entry["symbol"] in _MICRO_SIGNS else (entry["symbol"],)
        for word in row["words"]:
            _put_word(words, prefix + word, multiple, same)
        for symbol in row["symbols"]:
            for mark in marks:
                symbols.setdefault(mark + symbol, multiple)


def _add_currency(
    row: Mapping[str, Any], words: dict[str, Unit], symbols: dict[str, Unit], signs: dict[str, Unit]
) -> None:
    unit = Unit(row["name"], "money", row["name"])
    for word in row["words"]:
        _put_word(words, word, unit, same=False)
    for sign in row["signs"]:
        signs.setdefault(sign, unit)
        symbols.setdefault(sign, unit)
    names = row.get("minor", ())
    for word in names:
        minor = Unit(names[0], "money", row["name"], 0.01)
        if len(word) > 1:
            _put_word(words, word, minor, same=word == "pence")
        else:
            symbols.setdefault(word, minor)


def _put_word(words: dict[str, Unit], word: str, unit: Unit, same: bool) -> None:
    lower = word.lower()
    words.setdefault(lower, unit)
    if not same:
        words.setdefault(plural(lower), unit)


def _factor(value: float | str) -> float | None:
    return None if isinstance(value, str) else value


def _tuples(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
