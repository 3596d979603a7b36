"""What words have to do with one another: senses of predicates, groups of counted nouns, roles and exclusive qualities.

The tables (senses.toml, things.toml, standing.toml) are curated by hand and meant to be read and argued with. They are
loaded once, on first use, and looked up by stem.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from factcheck.lexicon.stem import stem

ONE_WORD = 0.6  # likeness from which two words can stand for one another
Senses = frozenset[str]
_NONE: Senses = frozenset()


def _key(word: str) -> str:
    """The look-up key of a word or of a phrase with "_" or blanks between its words."""
    return " ".join(stem(part, lemma=True) for part in word.replace("_", " ").split())


@dataclass(frozen=True, slots=True)
class Predicates:
    """Senses of predicates: `senses` by key of a word or phrase, and how senses relate, by their ids."""

    senses: Mapping[str, Senses]
    broader: Mapping[str, Senses]
    relatives: frozenset[tuple[str, str]]
    opposites: frozenset[tuple[str, str]]
    converses: frozenset[tuple[str, str]]
    contraries: frozenset[tuple[str, str]]
    forms: frozenset[tuple[str, str]]
    once: Senses
    growing: Senses

    def of(self, phrase: Iterable[str]) -> Senses:
        """The senses of a predicate given as stems: of the longest run of words from its start that is known."""
        parts = list(phrase)
        for length in range(min(len(parts), 4), 0, -1):
            found = self.senses.get(" ".join(parts[:length]))
            if found:
                return found
        return _NONE

    def idiom(self, phrase: Iterable[str]) -> bool:
        """Whether a phrase of several words, given as stems, has a sense of its own ("take into custody")."""
        parts = list(phrase)
        return len(parts) > 1 and " ".join(parts) in self.senses

    def related(self, left: Senses, right: Senses) -> bool:
        """Whether some sense of the one is commonly told in place of some sense of the other."""
        return any((a, b) in self.relatives for a in left for b in right)

    def opposite(self, left: Senses, right: Senses) -> bool:
        """Whether some sense of the one excludes some sense of the other."""
        return any((a, b) in self.opposites for a in left for b in right)

    def contrary(self, left: Senses, right: Senses) -> bool:
        """Whether the two cannot both have happened in one matter, whatever came first."""
        return any((a, b) in self.contraries for a in left for b in right)

    def other_form(self, left: Senses, right: Senses) -> bool:
        """Whether the two are ways to one end that the law keeps apart."""
        return any((a, b) in self.forms for a in left for b in right)

    def converse(self, left: Senses, right: Senses) -> bool:
        """Whether the two name one event from its two sides, as buying and selling."""
        return any((a, b) in self.converses for a in left for b in right)

    def widened(self, senses: Senses) -> Senses:
        """The senses and all that are broader than one of them."""
        return senses.union(*(self.broader.get(sense, _NONE) for sense in senses)) if senses else senses


@dataclass(frozen=True, slots=True)
class Nouns:
    """Groups of nouns: `groups` by key of a word or phrase, and how groups relate, by their ids."""

    groups: Mapping[str, Senses]
    broader: Mapping[str, Senses]
    apart: frozenset[tuple[str, str]]
    open: Senses

    def of(self, word: str) -> Senses:
        """The groups of one noun or noun phrase given as stems joined by blanks."""
        return self.groups.get(word, _NONE)


@dataclass(frozen=True, slots=True)
class Roles:
    """Roles and qualities: relations of persons to bodies, marks of their stage, and sets that exclude one another."""

    relations: Mapping[str, Senses]
    posts: Mapping[str, str]
    stages: Mapping[str, str]
    organisations: Senses
    exclusive: Mapping[str, Senses]  # key of a role or quality -> numbers of the sets it stands in

    def exclude(self, left: str, right: str) -> bool:
        """Whether two roles or qualities, by key, are different members of one exclusive set."""
        return left != right and bool(self.exclusive.get(left, _NONE) & self.exclusive.get(right, _NONE))


def _load(name: str) -> dict[str, list[dict[str, object]]]:
    return tomllib.loads(files("factcheck.lexicon").joinpath(name).read_text(encoding="utf-8"))


def _words(entry: Mapping[str, object], field: str = "words") -> list[str]:
    value = entry.get(field, "")
    return value.split() if isinstance(value, str) else [str(item) for item in value]  # type: ignore[attr-defined]


def _frozen(table: Mapping[str, set[str]]) -> dict[str, Senses]:
    return {key: frozenset(values) for key, values in sorted(table.items())}


def _symmetric(table: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    pairs = {(name, other) for name, others in table.items() for other in others.split()}
    return frozenset(pairs | {(right, left) for left, right in pairs})


def _both_ways(entries: Iterable[Mapping[str, object]], field: str) -> frozenset[tuple[str, str]]:
    pairs = {(str(entry["id"]), other) for entry in entries for other in _words(entry, field)}
    return frozenset(pairs | {(right, left) for left, right in pairs})


@cache
def predicates() -> Predicates:
    """The senses of predicates, from senses.toml."""
    data = tomllib.loads(files("factcheck.lexicon").joinpath("senses.toml").read_text(encoding="utf-8"))
    senses: dict[str, set[str]] = defaultdict(set)
    for name, words in data["senses"].items():
        for word in words.split():
            senses[_key(word)].add(name)
    return Predicates(
        _frozen(senses),
        {name: frozenset(others.split()) for name, others in sorted(data["broader"].items())},
        _symmetric(data["related"]),
        _symmetric(data["opposite"]),
        _symmetric(data["converse"]),
        _symmetric(data["contrary"]),
        _symmetric(data["forms"]),
        frozenset(data["list"]["once"].split()),
        frozenset(data["list"]["growing"].split()),
    )


@cache
def nouns() -> Nouns:
    """The groups of counted and described nouns, from things.toml."""
    entries = _load("things.toml")["group"]
    groups: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for word in _words(entry):
            groups[_key(word)].add(str(entry["id"]))
    broader = {str(entry["id"]): set(_words(entry, "broader")) for entry in entries}
    return Nouns(
        _frozen(groups),
        _frozen(broader),
        _both_ways(entries, "apart"),
        frozenset(str(entry["id"]) for entry in entries if entry.get("open")),
    )


@cache
def roles() -> Roles:
    """Roles, their stages, and what excludes what, from standing.toml."""
    data = _load("standing.toml")
    relations: dict[str, set[str]] = defaultdict(set)
    for entry in data["relation"]:
        for word in _words(entry):
            relations[_key(word)].add(str(entry["id"]))
    posts = {_key(word): str(entry["id"]) for entry in data["post"] for word in _words(entry)}
    stages = {_key(word): str(entry["id"]) for entry in data["stage"] for word in _words(entry)}
    organisations = frozenset(_key(word) for word in _words(data["exclusive"], "organisations"))  # type: ignore[arg-type]
    exclusive: dict[str, set[str]] = defaultdict(set)
    for name in ("exclusive_roles", "exclusive_qualities"):
        for number, entry in enumerate(data[name]):
            for word in _words(entry):
                exclusive[_key(word)].add(f"{name}-{number}")
    return Roles(_frozen(relations), posts, stages, organisations, _frozen(exclusive))


@cache
def _thesaurus() -> Mapping[str, frozenset[int]]:
    """Synonym groups of frequent words by stem, from the relations that the drift stage reads."""
    from factcheck.lexicon.drift import relations

    table: dict[str, set[int]] = defaultdict(set)
    for word, groups in relations().synonyms.items():
        table[stem(word, lemma=True)] |= groups
    return {key: frozenset(groups) for key, groups in table.items()}


@lru_cache(maxsize=65536)
def concepts(word: str) -> frozenset[str | int]:
    """All that a stem can mean: its senses and groups here, and its synonym groups in the thesaurus."""
    own: frozenset[str | int] = predicates().senses.get(word, _NONE) | nouns().groups.get(word, _NONE)
    return own | _thesaurus().get(word, frozenset())


@lru_cache(maxsize=262144)
def alike(left: str, right: str) -> float:
    """How alike two stems are in meaning: 1 the same, 0.85 one sense or group of ours, 0.6 synonyms, 0 otherwise."""
    if left == right:
        return 1.0
    table, things = predicates().senses, nouns().groups
    if table.get(left, _NONE) & table.get(right, _NONE) or things.get(left, _NONE) & things.get(right, _NONE):
        return 0.85
    return 0.6 if concepts(left) & concepts(right) else 0.0
