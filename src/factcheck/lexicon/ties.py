"""Relations of two parties, and the words that tell them: who is above whom. The table is ties.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Ways = tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class Ties:
    """What words tell of two parties, by the words' key (lemmas joined by "_").

    `verbs` gives the relations that a verb tells, each as its id, the preposition before the other party ("" for the
    object) and whether the doer is above; `passives` the same for verbs in the passive, `nouns` for nouns of one of the
    two ("owner", "subsidiary"; without a preposition) and `deeds` for nouns of what the one does to the other.
    `standing` are the relations that last for a time and can be the other way round after it.
    """

    verbs: Mapping[str, Ways]
    passives: Mapping[str, Ways]
    nouns: Mapping[str, Ways]
    deeds: Mapping[str, Ways]
    adjectives: Mapping[str, Ways]
    never_turned: frozenset[str]
    standing: frozenset[str]
    excludes: frozenset[tuple[str, str]]
    lists: Mapping[str, frozenset[str]]


_PARTICLES = frozenset({"up", "over", "out", "off", "down", "on", "about"})


def _split(phrase: str) -> tuple[str, str]:
    """A verb with its particle, and the preposition behind it: "take_over_from" -> ("take_over", "from")."""
    verb, *rest = phrase.split("_")
    if rest and rest[0] in _PARTICLES and (len(rest) > 1 or phrase not in _RULED):
        verb, rest = f"{verb}_{rest[0]}", rest[1:]
    return verb, "_".join(rest)


_RULED: frozenset[str] = frozenset({"triumph_over", "prevail_over"})  # the word behind them is no particle


@cache
def ties() -> Ties:
    """The table of ties.toml, read once a process."""
    data = tomllib.loads(files(__package__).joinpath("ties.toml").read_text(encoding="utf-8"))
    tables: dict[str, dict[str, list[tuple[str, str, bool]]]] = {
        name: {} for name in ("verbs", "passives", "nouns", "deeds", "adjectives")
    }
    for entry in data["tie"]:
        for field, above in (("does", True), ("undergoes", False)):
            for phrase in entry.get(field, "").split():
                table = "passives" if phrase.startswith("be_") else "verbs"
                verb, ruled = _split(phrase.removeprefix("be_"))
                tables[table].setdefault(verb, []).append((entry["id"], ruled, above))
        for field, above in (("above", True), ("below", False)):
            for phrase in entry.get(field, "").split():
                tables["nouns"].setdefault(phrase, []).append((entry["id"], "", above))
        for phrase in entry.get("deeds", "").split():
            noun, _, ruled = phrase.partition("_")
            tables["deeds"].setdefault(noun, []).append((entry["id"], ruled or "of", True))
        for phrase in entry.get("is", "").split():
            adjective, _, ruled = phrase.partition("_")
            tables["adjectives"].setdefault(adjective, []).append((entry["id"], ruled, True))
    pairs = {(one, other) for one, others in data["excludes"].items() for other in others.split()}
    frozen = {name: {key: tuple(ways) for key, ways in table.items()} for name, table in tables.items()}
    return Ties(
        **frozen,
        never_turned=frozenset(entry["id"] for entry in data["tie"] if entry.get("never_turned")),
        standing=frozenset(entry["id"] for entry in data["tie"] if entry.get("standing")),
        excludes=frozenset(pairs | {(other, one) for one, other in pairs}),
        lists={name: frozenset(words.split()) for name, words in data["list"].items()},
    )
