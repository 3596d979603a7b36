"""Amounts of two articles that answer one question, told by where and beside what they stand.

"The flood of 640 cubic metres" and "water rushed past at 820" share no predicate that a table could hold. Six things
about two amounts of one unit say how likely they are answers to one question: how alike what is said around them is,
by how much more than of any other amount of that unit in the two articles, how near the values are, how far apart they
stand in their articles, how early both do (the main facts come first), and whether either is one that few things have.
The weight of each was learned from stories with planted pairs (benchmarks/fit_answers.py, answers.toml) and from news
of one event, where two amounts of which one is known to have another counterpart are none.
"""

import heapq
import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations

from factcheck.frames import amounts, compare, times
from factcheck.frames.frame import Frame, IdPair, pair_of
from factcheck.frames.wording import stems
from factcheck.lexicon.words import predicates
from factcheck.stages.link.aligned import Alignment
from factcheck.stages.link.likeness import Likeness

FIELDS = ("likeness", "lead", "size", "place", "depth", "telling")
_EVENT = {"exact": 0.6, "close": 0.4, "near": 0.2, "weak": 0.1, "apart": -0.2}
_COUNTED = {"exact": 0.6, "close": 0.4, "near": 0.2, "weak": 0.1, "apart": -0.2}
_SHARED, _WORD, _DAMPING = 2.0, 0.2, 2.0  # of the share of telling words in common, of each, and for short sentences
CLOCK = "time of day"
_ALONE = 1.0  # lead of a pair without rivals
_MOST = 60  # amounts of one unit in one article, and articles with one: what has more is a table or everywhere
_NEAR = 5  # amounts of another article, those in the most alike sentences, that one is compared with
_UNASKED = frozenset({"age", "ordinal"})  # an age is a person's and told by name (reconcile/ages.py)


@dataclass(frozen=True, slots=True, eq=False)
class Amount:
    """An amount of an article with the claims that state it, in the order of their spans."""

    start: int
    """Offset in its article."""
    unit: str
    low: float
    high: float
    telling: bool
    """Whether few things have it."""
    counted: bool
    """Whether the text says what is counted."""
    claims: tuple[Frame, ...]
    words: frozenset[str]
    """Stems of its sentence, without its own."""

    @property
    def source(self) -> str:
        """The id of its article."""
        return self.claims[0].claim.source


@dataclass(frozen=True, slots=True)
class Pair:
    """Two amounts of two articles with what speaks for one question, in the order of `FIELDS`."""

    left: Amount
    right: Amount
    fields: tuple[float, ...]


def answers(
    table: Mapping[str, Frame], alignment: Alignment | None, likeness: Likeness | None
) -> dict[IdPair, compare.Match]:
    """The pairs of claims whose amounts answer one question, each the other's best by all that is compared.

    Args:
        table: Frames of all claims by id.
        alignment: How alike the sentences are; without it nothing is known.
        likeness: How alike the claims are; likewise.

    Of a amounts of one unit in each of s articles, 10 a s^2 pairs are compared; both are bounded.
    """
    if alignment is None or likeness is None:
        return {}
    scored = [(bits(pair.fields), pair) for pair in pairs(table, alignment, likeness)]
    best: dict[tuple[Amount, str], float] = {}
    for value, pair in scored:
        for mine, theirs in ((pair.left, pair.right), (pair.right, pair.left)):
            best[mine, theirs.source] = max(best.get((mine, theirs.source), -math.inf), value)
    found: dict[IdPair, compare.Match] = {}
    for value, pair in scored:
        if max(best[pair.left, pair.right.source], best[pair.right, pair.left.source]) > value:
            continue
        if value < _bar(pair):
            continue
        for one in pair.left.claims:
            for other in pair.right.claims:
                if predicates().contrary(one.senses, other.senses):
                    continue  # what both fell and climbed
                found[pair_of(one, other)] = "exact", f"{value:.1f} bits"
    return found


def _bar(pair: Pair) -> float:
    """The bits from which a pair is of one question: equal or nearly equal telling amounts are seldom a coincidence."""
    table, left, right = weights(), pair.left, pair.right
    telling = left.telling and right.telling
    if left.unit == CLOCK:
        return table.different
    if (left.low, left.high) == (right.low, right.high):
        return table.equal if telling else table.different
    quantities = [amount.claims[0].claim.quantity for amount in (left, right)]
    assert quantities[0] is not None
    assert quantities[1] is not None
    return table.rounded if telling and amounts.rounded(quantities[0], quantities[1]) else table.different


def pairs(table: Mapping[str, Frame], alignment: Alignment, likeness: Likeness) -> Iterator[Pair]:
    """All pairs of amounts of one unit in two articles, in a fixed order."""
    rarity = _rarity(table)
    length = _lengths(table)
    for unit, sources in _amounts(table).items():
        for one, other in combinations(sorted(sources), 2):
            alike = {
                (mine, theirs): _alike(mine, theirs, alignment, likeness, rarity)
                for mine, theirs in _near(sources[one], sources[other], alignment)
            }
            top = _two_best(alike)
            for (mine, theirs), value in alike.items():
                if not unit and not mine.counted and not theirs.counted:
                    continue  # "turned 26", "by 31 to 24"
                rivals = [best[1] if best[0] == value else best[0] for best in (top[mine], top[theirs])]
                lead = value - max(rivals) if max(rivals) > -math.inf else _ALONE
                at = [amount.start / length[amount.source] for amount in (mine, theirs)]
                telling = float(mine.telling and theirs.telling)
                size = _hours(mine, theirs) if unit == CLOCK else _distance(mine, theirs)
                fields = (value, lead, size, abs(at[0] - at[1]), sum(at), telling)
                yield Pair(mine, theirs, fields)


def _near(mine: Sequence[Amount], theirs: Sequence[Amount], alignment: Alignment) -> list[tuple[Amount, Amount]]:
    """The pairs of which one is among the few of its article whose sentences are most alike to the other's."""
    cosines = [[alignment.cosine(one.claims[0], other.claims[0]) for other in theirs] for one in mine]
    kept = {(i, j) for i, row in enumerate(cosines) for j in _highest(row)}
    kept |= {(i, j) for j, column in enumerate(zip(*cosines, strict=True)) for i in _highest(column)}
    return [(mine[i], theirs[j]) for i, j in sorted(kept)]


def _highest(values: Sequence[float]) -> list[int]:
    """The places of the highest few, the first of equal ones."""
    return [-place for _, place in heapq.nlargest(_NEAR, ((value, -place) for place, value in enumerate(values)))]


def _two_best(alike: Mapping[tuple[Amount, Amount], float]) -> Mapping[Amount, tuple[float, float]]:
    """How alike each amount and its two best counterparts are; minus infinity where it has fewer."""
    found: dict[Amount, list[float]] = defaultdict(list)
    for both, value in alike.items():
        for amount in both:
            found[amount].append(value)
    best = {amount: sorted(values, reverse=True)[:2] for amount, values in found.items()}
    return {amount: (values[0], values[1] if len(values) > 1 else -math.inf) for amount, values in best.items()}


def _amounts(table: Mapping[str, Frame]) -> dict[str, dict[str, list[Amount]]]:
    """By unit and by source, the amounts and times of day that claims state, in text order."""
    stated: dict[tuple[str, int, int], list[Frame]] = defaultdict(list)
    for frame in table.values():
        quantity, when = frame.claim.quantity, frame.claim.time
        if quantity is not None and quantity.kind not in _UNASKED:
            stated[frame.claim.source, quantity.start, quantity.end].append(frame)
        if when is not None and times.minute(when) is not None:
            stated[frame.claim.source, when.start, when.end].append(frame)
    found: dict[str, dict[str, list[Amount]]] = defaultdict(lambda: defaultdict(list))
    for source, start, end in sorted(stated):
        claims = sorted(stated[source, start, end], key=lambda frame: (frame.claim.span, frame.claim.id))
        amount = _amount(start, end, claims)
        found[amount.unit][source].append(amount)
    return {
        unit: kept
        for unit, sources in sorted(found.items())
        if len(kept := {source: items for source, items in sources.items() if len(items) <= _MOST}) <= _MOST
    }


def _amount(start: int, end: int, claims: Sequence[Frame]) -> Amount:
    """What stands at a stretch of an article, read off the claims that state it."""
    claim = claims[0].claim
    text, first = claim.sentence.text, claim.sentence.start
    beside = frozenset(stems(f"{text[: start - first]} {text[end - first :]}"))
    quantity = claim.quantity
    if quantity is not None and (quantity.start, quantity.end) == (start, end):
        told = quantity.low, quantity.high, amounts.telling(quantity), bool(quantity.counted)
        return Amount(start, quantity.unit or "", *told, tuple(claims), beside)
    minute = times.minute(claim.time) if claim.time is not None else None
    assert minute is not None
    return Amount(start, CLOCK, minute, minute, True, True, tuple(claims), beside)


def _rarity(table: Mapping[str, Frame]) -> Mapping[str, float]:
    """How telling each word is, by how few sentences have it."""
    sentences = {(frame.claim.source, frame.claim.sentence.start): frame.passage for frame in table.values()}
    counts = Counter(word for words in sentences.values() for word in words)
    return {word: math.log((len(sentences) + 1) / (1 + count)) for word, count in counts.items()}


def _lengths(table: Mapping[str, Frame]) -> Mapping[str, int]:
    ends: dict[str, int] = defaultdict(lambda: 1)
    for frame in table.values():
        ends[frame.claim.source] = max(ends[frame.claim.source], frame.claim.sentence.end)
    return ends


def _alike(left: Amount, right: Amount, alignment: Alignment, likeness: Likeness, rarity: Mapping[str, float]) -> float:
    """How alike what is said around two amounts is."""
    both = [(one, other) for one in left.claims for other in right.claims]
    claims = max(likeness.of(one.claim.id, other.claim.id) for one, other in both)
    event = max(_EVENT.get(compare.event(one, other)[0], 0.0) for one, other in both)
    counted = max(_COUNTED.get(compare.counted(one, other)[0], 0.0) for one, other in both)
    shared = left.words & right.words
    weight = [sum(rarity.get(word, 0.0) for word in words) for words in (shared, left.words, right.words)]
    told = _SHARED * weight[0] / (_DAMPING + min(weight[1:])) + _WORD * len(shared)
    return claims + alignment.cosine(left.claims[0], right.claims[0]) + told + event + counted


def _hours(left: Amount, right: Amount) -> float:
    """How far apart two times of day are, ten hours as much as a factor of e; 0 for less than an hour."""
    apart = times.minutes_apart(left.claims[0].claim.time, right.claims[0].claim.time)
    return 0.0 if apart < times.ONE_HOUR else apart / _SCALE


_SCALE = 600.0  # minutes that count as a factor of e
_LEAST, _FARTHEST = 1e-3, 6.0


def _distance(left: Amount, right: Amount) -> float:
    """The logarithm of how many times the one amount is the other; 0 where one number satisfies both."""
    if left.low <= right.high and right.low <= left.high:
        return 0.0
    middle = [(item.low + min(item.high, 1e15)) / 2 for item in (left, right)]
    return min(_FARTHEST, abs(math.log(max(middle[0], _LEAST) / max(middle[1], _LEAST))))


@dataclass(frozen=True, slots=True)
class Weights:
    """`steps[field]` are the values from which the next of `bits[field]` counts; `start` is added to all of them. The
    others are the bits from which a pair of different, equal and rounded amounts is of one question.
    """

    start: float
    different: float
    equal: float
    rounded: float
    steps: Mapping[str, Sequence[float]]
    bits: Mapping[str, Sequence[float]]


@cache
def weights() -> Weights:
    """The learned table, read once."""
    data = tomllib.loads((files("factcheck.stages.link") / "answers.toml").read_text(encoding="utf-8"))
    fields = data["field"]
    return Weights(
        data["start"],
        data["different"],
        data["equal"],
        data["rounded"],
        {name: fields[name]["from"] for name in FIELDS},
        {name: fields[name]["bits"] for name in FIELDS},
    )


def bits(fields: Sequence[float]) -> float:
    """What the fields of a pair say together, in bits."""
    table = weights()
    total = table.start
    for name, value in zip(FIELDS, fields, strict=True):
        total += table.bits[name][sum(value >= step for step in table.steps[name])]
    return total


__all__ = ["FIELDS", "Amount", "Pair", "answers", "bits", "pairs", "weights"]
