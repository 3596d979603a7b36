"""What the drift stage knows of English words, read once: classes of function words and hedges.

And relations of words.
"""

import gzip
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_TAGS = {"verb": "VERB", "adjective": "ADJ", "adverb": "ADV", "noun": "NOUN"}
_UNKNOWN = 19.0  # nats: a word that is not among the 60,000 most frequent


@dataclass(frozen=True, slots=True)
class Words:
    """The closed classes of drift.toml; hedges map a lemma to its class."""

    negators: frozenset[str]
    near_negators: frozenset[str]
    denying: frozenset[str]
    incapable: frozenset[str]
    opinion: frozenset[str]
    small_opposites: dict[str, frozenset[str]]
    quantities: dict[str, str]
    clashing: frozenset[frozenset[str]]
    """Classes of `quantities` that exclude each other."""
    denials: frozenset[str]
    """All words of denial: negators, near ones, denying verbs, and the nouns and adjectives of denial."""
    averting: frozenset[str]
    deictic: frozenset[str]
    hedges: dict[str, str]
    ability: frozenset[str]
    permission: frozenset[str]
    foreseen: frozenset[str]
    unsure: frozenset[str]
    """Nouns for what may be so."""
    nearness: frozenset[str]
    """Words that say of an act that it was near."""
    gradual: frozenset[str]
    """Verbs of acts that can be done in part."""
    exclusive: frozenset[str]
    """Words that keep others out."""
    sorts: frozenset[str]
    evidence: dict[str, str]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    """Hedges of several words and their class, the longest first, by their first word."""
    aspect: dict[str, str]
    pending: frozenset[str]
    seeking: frozenset[str]
    finding: frozenset[str]
    vows: frozenset[str]
    staying: frozenset[str]
    """Verbs of which "be" with a preposition says as much."""
    cues: frozenset[str]
    records: frozenset[str]
    spokes: frozenset[str]
    """Words for a source that say nothing of who it is."""
    gender: dict[str, str]
    distinct: dict[str, frozenset[int]]
    vague: frozenset[str]
    false_friends: frozenset[frozenset[str]]
    varieties: frozenset[frozenset[str]]
    """British and American names of one thing."""
    function: frozenset[str]
    status: dict[str, str]
    bygone: frozenset[str]
    outlets: frozenset[str]
    credits: frozenset[str]
    parties: frozenset[str]
    """Sources with a side in a dispute."""
    offices: frozenset[str]
    portfolios: dict[str, int]
    """Words before an office that say what it is over; those of one number name one thing."""
    restrictions: frozenset[str]
    keeping: frozenset[str]
    ending: frozenset[str]
    giving: frozenset[str]
    getting: frozenset[str]
    owning: frozenset[str]
    blaming: frozenset[str]
    factors: dict[str, float]
    """Words that multiply, and by what."""
    slight: frozenset[str]
    """Modifiers that say so little that they come and go in faithful renderings."""
    joining: frozenset[str]
    """Adverbs that join sentences or lean on other words."""
    empty: frozenset[str]
    """Nouns that give a phrase its form and no fact."""
    ahead: frozenset[str]
    """Words with which a sentence looks ahead."""


@dataclass(frozen=True, slots=True)
class Relations:
    """Relations of frequent lemmas: WordNet 3.1 and our own antonyms.

    `broader` maps a word to those above it, `kin` to those derived from it or that it is derived from, `against` to its
    opposites, `facing` to those of opposites.toml, by word class.
    """

    synonyms: dict[str, frozenset[int]]
    antonyms: frozenset[tuple[str, str]]
    derived: frozenset[tuple[str, str]]
    broader: dict[str, frozenset[str]]
    kin: dict[str, tuple[str, ...]]
    against: dict[str, tuple[str, ...]]
    facing: dict[str, dict[str, tuple[str, ...]]]

    def synonymous(self, left: str, right: str) -> bool:
        """Whether some sense of one word is a sense of the other."""
        groups = self.synonyms.get(left)
        return groups is not None and not groups.isdisjoint(self.synonyms.get(right, frozenset()))

    def opposite(self, left: str, right: str) -> bool:
        """Whether the words are antonyms or converses in some sense."""
        return ((left, right) if left < right else (right, left)) in self.antonyms

    def faces(self, left: str, right: str, pos: str) -> bool:
        """Whether two words of one class (a universal tag) stand on two sides of opposites.toml."""
        return right in self.facing.get(pos, {}).get(left, ())

    def related(self, left: str, right: str) -> bool:
        """Whether one is derived from the other ("decide", "decision")."""
        return ((left, right) if left < right else (right, left)) in self.derived

    def above(self, broad: str, narrow: str) -> bool:
        """Whether `broad` is a broader term for some frequent sense of `narrow`."""
        return broad in self.broader.get(narrow, frozenset())


@cache
def words() -> Words:
    """The closed classes, from drift.toml."""
    data = _toml()
    classes = {name: value for name, value in data["hedge"].items() if isinstance(value, list)}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, kind in data["hedge"]["phrases"].items():
        parts = tuple(phrase.split())
        phrases.setdefault(parts[0], []).append((parts, kind))
    distinct: dict[str, set[int]] = {}
    for number, group in enumerate(data["terms"]["distinct"]):
        for word in group:
            distinct.setdefault(word, set()).add(number)
    return Words(
        negators=frozenset(data["polarity"]["negators"]),
        near_negators=frozenset(data["polarity"]["near"]),
        denying=frozenset(data["polarity"]["verbs"]),
        incapable=frozenset(data["polarity"]["incapable"]),
        small_opposites={
            word: frozenset(others) for word, others in _both_ways(map(tuple, data["small"]["opposites"])).items()
        },
        quantities=_classes(data["quantities"]),
        clashing=frozenset(frozenset(pair) for pair in data["small"]["clashing"]),
        opinion=frozenset(data["polarity"]["opinion"]),
        denials=frozenset(
            word for kind in ("negators", "near", "verbs", "incapable", "nouns") for word in data["polarity"][kind]
        ),
        averting=frozenset(data["polarity"]["averting"]),
        deictic=frozenset(data["polarity"]["deictic"]),
        hedges=_classes(classes),
        ability=frozenset(data["ability"]["words"]),
        permission=frozenset(data["permission"]["words"]),
        foreseen=frozenset(data["foreseen"]["words"]),
        unsure=frozenset(data["unsure"]["words"]),
        nearness=frozenset(data["almost"]["nearness"]),
        gradual=frozenset(data["almost"]["gradual"]),
        exclusive=frozenset(data["exclusive"]["words"]),
        sorts=frozenset(data["terms"]["sorts"]),
        evidence=_classes(data["evidence"]),
        phrases={
            first: tuple(sorted(found, key=lambda item: (-len(item[0]), item))) for first, found in phrases.items()
        },
        aspect=_classes(data["aspect"]),
        pending=frozenset(data["pending"]["words"]),
        seeking=frozenset(data["sought"]["seeking"]),
        finding=frozenset(data["sought"]["finding"]),
        vows=frozenset(data["vows"]["words"]),
        staying=frozenset(data["staying"]["words"]),
        cues=frozenset(data["attribution"]["cues"]),
        spokes=frozenset(data["attribution"]["spokes"]),
        records=frozenset(data["attribution"]["records"]),
        gender=_classes(data["gender"]),
        distinct={word: frozenset(groups) for word, groups in distinct.items()},
        vague=frozenset(data["terms"]["vague"]),
        false_friends=frozenset(frozenset(pair) for pair in data["terms"]["false_friends"]),
        varieties=frozenset(frozenset(pair) for pair in data["terms"]["varieties"]),
        function=frozenset(data["function"]["words"]),
        status=_classes({name: kinds for name, kinds in data["status"].items() if name != "bygone"}),
        bygone=frozenset(data["status"]["bygone"]),
        outlets=frozenset(data["outlets"]["words"]),
        credits=frozenset(data["outlets"]["credits"]),
        parties=frozenset(data["attribution"]["parties"]),
        offices=frozenset(data["offices"]["heads"]),
        portfolios={word: number for number, group in enumerate(data["offices"]["portfolios"]) for word in group},
        restrictions=frozenset(data["restrictions"]["things"]),
        keeping=frozenset(data["restrictions"]["keeping"]),
        ending=frozenset(data["restrictions"]["ending"]),
        giving=frozenset(data["converses"]["giving"]),
        getting=frozenset(data["converses"]["getting"]),
        owning=frozenset(data["converses"]["owning"]),
        blaming=frozenset(data["converses"]["blaming"]),
        factors=dict(data["factors"]),
        slight=frozenset(data["modifiers"]["slight"]),
        joining=frozenset(data["modifiers"]["joining"]),
        empty=frozenset(data["empty"]["words"]),
        ahead=frozenset(data["ahead"]["words"]),
    )


@cache
def relations() -> Relations:
    """Relations of words, from relations.txt.gz and the antonyms of drift.toml."""
    synonyms: dict[str, set[int]] = {}
    pairs: dict[str, set[tuple[str, str]]] = {"!": set(), "+": set()}
    broader: dict[str, frozenset[str]] = {}
    for number, line in enumerate(_lines("relations.txt.gz")):
        mark, _, rest = line.partition(" ")
        parts = rest.split()
        if mark == "=":
            for word in parts:
                synonyms.setdefault(word, set()).add(number)
        elif mark == "<":
            broader[parts[0]] = frozenset(parts[1:])
        else:
            pairs[mark].add((parts[0], parts[1]))
    own, never = ({(min(pair), max(pair)) for pair in _toml()["antonyms"][name]} for name in ("pairs", "never"))
    antonyms = (pairs["!"] | own) - never
    return Relations(
        synonyms={word: frozenset(groups) for word, groups in synonyms.items()},
        antonyms=frozenset(antonyms),
        derived=frozenset(pairs["+"]),
        broader=broader,
        kin=_both_ways(pairs["+"]),
        against=_both_ways(antonyms),
        facing=_facing(),
    )


def _facing() -> dict[str, dict[str, tuple[str, ...]]]:
    """For each word class the opposites of its words by opposites.toml."""
    text = files("factcheck.lexicon").joinpath("opposites.toml").read_text(encoding="utf-8")
    return {
        _TAGS[name]: _both_ways((a, b) for left, right in sides for a in left.split() for b in right.split())
        for name, sides in tomllib.loads(text).items()
    }


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """For each word of some pairs the words that it is paired with, sorted."""
    found: dict[str, set[str]] = {}
    for left, right in pairs:
        found.setdefault(left, set()).add(right)
        found.setdefault(right, set()).add(left)
    return {word: tuple(sorted(others)) for word, others in found.items()}


@cache
def _frequencies() -> dict[str, float]:
    table: dict[str, float] = {}
    for line in _lines("frequency.txt.gz"):
        value, *known = line.split()
        for word in known:
            table[word] = float(value)
    return table


def information(word: str) -> float:
    """How much a lower-case word tells, in nats: minus the logarithm of its frequency in English text.

    19 if unknown.
    """
    return _frequencies().get(word, _UNKNOWN)


def known(word: str) -> bool:
    """Whether a lower-case word is among the 60,000 most frequent ones."""
    return word in _frequencies()


def known_words() -> tuple[str, ...]:
    """The 60,000 most frequent words, most frequent first."""
    return tuple(_frequencies())


def _classes(data: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {word: name for name, members in data.items() for word in members}


@cache
def _toml() -> dict[str, Any]:
    return tomllib.loads(files("factcheck.lexicon").joinpath("drift.toml").read_text(encoding="utf-8"))


def _lines(name: str) -> list[str]:
    return gzip.decompress(files("factcheck.lexicon").joinpath(name).read_bytes()).decode().splitlines()
