"""How likely it is that two claims answer one question: the levels of their fields, each with its weight in bits.

Fellegi and Sunter (JASA 64:328, 1969): the weight of a level is log2 of how much more often it is seen in pairs that
match than in pairs that do not, and the weights of the fields add up. The table is weights.toml, learned by
benchmarks/fit_weights.py; nothing in it is set by hand.
"""

import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from factcheck.frames import compare
from factcheck.frames.frame import Frame, IdPair, pair_of
from factcheck.lexicon.words import predicates
from factcheck.model.claim import Kind
from factcheck.model.link import FieldMatch
from factcheck.stages.link.aligned import Alignment
from factcheck.stages.link.pairwise import FIELDS


class Context:
    """What is common and what is telling in one set of claims: words and names weigh by how few claims have them."""

    def __init__(
        self,
        frames: Iterable[Frame],
        alignment: Alignment | None = None,
        pairwise: Mapping[str, Mapping[IdPair, compare.Match]] | None = None,
    ) -> None:
        listed = list(frames)
        self._alignment = alignment
        self._pairwise = pairwise or {}
        self._passages: dict[tuple[str, int], dict[tuple[str, int], tuple[str, str]]] = {}
        total = len(listed) + 1
        words = Counter(word for frame in listed for word in frame.words | frame.passage)
        names = Counter(name for frame in listed for name in frame.names)
        self.words: Mapping[str, float] = {
            word: math.log(1 + total / count) / math.log(1 + total) for word, count in words.items()
        }
        self.story = _story(listed)
        limit = max(4.0, total / 8)
        self.names: Mapping[str, float] = {name: 1.0 if count <= limit else 0.25 for name, count in names.items()}

    def aligned(self, left: Frame, right: Frame) -> tuple[str, str]:
        """Whether the sentences of two claims are each other's counterparts; missing without an encoder."""
        return self._alignment.level(left, right) if self._alignment is not None else ("missing", "")

    def of_pair(self, field: str, left: Frame, right: Frame) -> compare.Match:
        """What a field of pairwise.py says of two claims; "missing" where it says nothing."""
        return self._pairwise.get(field, {}).get(pair_of(left, right), ("missing", ""))

    def passage(self, left: Frame, right: Frame) -> tuple[str, str]:
        """How alike the sentences of two claims are, worked out once for each pair of sentences."""
        mine, theirs = ((frame.claim.source, frame.claim.sentence.start) for frame in (left, right))
        if mine not in self._passages:
            self._passages[mine] = {}
        known = self._passages[mine].get(theirs)
        if known is None:
            known = self._passages[mine][theirs] = compare.passage(left, right, self.words)
        return known


STORY = 3  # senses at most that can be what a set of articles is about


def _story(frames: list[Frame]) -> frozenset[str]:
    """The senses of the events that most articles tell, and tell most often: what the articles are about.

    Where all tell of one transfer, two transfers without names are most likely the same one; where a sense is told by
    one article, they need names to be.
    """
    sources: dict[str, set[str]] = defaultdict(set)
    claims: Counter[str] = Counter()
    for frame in frames:
        for sense in predicates().widened(frame.events) - _TALK:
            sources[sense].add(frame.claim.source)
            claims[sense] += 1
    needed = max(2, (len({frame.claim.source for frame in frames}) + 1) // 2)
    told = [sense for sense in claims if len(sources[sense]) >= needed and claims[sense] >= needed + 1]
    return frozenset(sorted(told, key=lambda sense: (-claims[sense], sense))[:STORY])


_TALK = frozenset({"say", "own", "believe", "know", "report", "want", "expect", "receive", "give", "face", "include"})


def _in_story(left: Frame, right: Frame, story: frozenset[str]) -> tuple[str, str]:
    """Whether both tell an event that the articles are about, of parties without names that can be the same."""
    table = predicates()
    mine, theirs = table.widened(left.senses or left.events), table.widened(right.senses or right.events)
    shared = story & mine & theirs
    near = {
        sense
        for sense in story
        if (sense in mine and table.related(frozenset((sense,)), theirs))
        or (sense in theirs and table.related(frozenset((sense,)), mine))
    }
    if not shared and not near:
        return "missing", ""
    ours, others = (
        [party for party in (frame.subject, frame.object, frame.counted) if party.groups] for frame in (left, right)
    )
    fit = any(compare.described(a, b) for a in ours for b in others)
    level = ("exact" if fit else "close") if shared else ("near" if fit else "weak")
    return level, "/".join(sorted(shared or near))


def _figure(left: Frame, right: Frame, told: str) -> tuple[str, str]:
    """Whether both give a figure or date of the story's own event: how many and when, the first questions of all."""
    kinds = (left.claim.kind, right.claim.kind)
    if told == "missing" or not all(kind in (Kind.QUANTITY, Kind.DATE) for kind in kinds):
        return "missing", ""
    if left.people or right.people:
        return "weak", "of persons named"
    return {"exact": "exact", "close": "near", "near": "close", "weak": "near"}[told], ""


def _tally(left: Frame, right: Frame, told: str, matches: Mapping[str, compare.Match]) -> tuple[str, str]:
    """Whether both count those whom the story's own event befell, and one number can satisfy both: "dozens", "55"."""
    counts = [frame.claim.quantity for frame in (left, right)]
    if told not in ("exact", "close") or any(count is None or count.unit is not None for count in counts):
        return "missing", ""
    if matches["event"][0] not in ("exact", "close") or matches["amount"][0] != "close":
        return "missing", ""
    if matches["counted"][0] not in ("exact", "close") or matches["time"][0] == "apart":
        return "missing", ""
    return "exact", matches["amount"][1]


@cache
def weights() -> tuple[float, float, Mapping[tuple[str, str], float]]:
    """The weight in bits that any candidate pair starts with, with an encoder and without, and of each level."""
    data, pairwise = (
        tomllib.loads(files("factcheck.stages.link").joinpath(name).read_text(encoding="utf-8"))
        for name in ("weights.toml", "pairwise.toml")
    )
    fields = {**data["bits"], **pairwise["bits"]}
    table = {(field, level): bits for field, levels in fields.items() for level, bits in levels.items()}
    return data["start"], data["start_without_encoder"], table


def levels(left: Frame, right: Frame, context: Context, similar: float | None) -> list[tuple[str, str, str]]:
    """The level of each field with its note, in a fixed order."""
    standing = compare.role(left, right)
    told = _in_story(left, right, context.story)
    matches = {
        "event": compare.event(left, right),
        "counted": compare.counted(left, right),
        "amount": compare.amount(left, right),
        "time": compare.time(left, right),
    }
    return [
        ("event", *matches["event"]),
        ("names", *compare.names(left, right, context.names)),
        ("slot", *compare.slot(left, right)),
        ("role", *standing),
        ("story", *told),
        ("figure", *_figure(left, right, told[0])),
        ("parties", *compare.parties(left, right)),
        ("counted", *matches["counted"]),
        ("amount", *matches["amount"]),
        ("time", *matches["time"]),
        ("words", *(("missing", "") if standing[0] == "exact" else compare.words(left, right, context.words))),
        ("passage", *context.passage(left, right)),
        ("aligned", *context.aligned(left, right)),
        ("tally", *_tally(left, right, told[0], matches)),
        *((field, *context.of_pair(field, left, right)) for field in FIELDS),
        ("modality", *compare.modality(left, right)),
        ("kind", *compare.kind(left, right)),
        ("sentence", *_sentence(similar)),
    ]


def _sentence(similar: float | None) -> tuple[str, str]:
    if similar is None:
        return "missing", ""
    level = "exact" if similar >= 0.8 else "close" if similar >= 0.65 else "weak" if similar >= 0.5 else "apart"
    return level, f"{similar:.2f}"


def score(found: list[tuple[str, str, str]]) -> tuple[float, tuple[FieldMatch, ...]]:
    """The probability that the pair answers one question, and the levels with their bits."""
    start, alone, table = weights()
    read = any(field == "sentence" and level != "missing" for field, level, _ in found)
    scored = tuple(FieldMatch(field, level, table.get((field, level), 0.0), note) for field, level, note in found)
    bits = (start if read else alone) + sum(level.weight for level in scored)
    return 1 / (1 + 2 ** -max(-60.0, min(60.0, bits))), scored
