"""A checked sentence beside the sentences of a source that tell most of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.stages.support.amounts import Counted, Fit, count
from factcheck.stages.support.match import ENOUGH, Told, tell, weight
from factcheck.stages.support.statement import Statement, Word
from factcheck.stages.support.sums import follows

_POOL = 3  # sentences of the source that are read together for one sentence of the other
_TRIED = 8  # sentences that are tried as further ones
_GAIN = 0.02  # share that a further sentence has to add


@dataclass(frozen=True, slots=True)
class Reading:
    """A checked sentence beside the sentences of the source that tell most of it, best first, out of all of them."""

    checked: Statement
    pool: tuple[Statement, ...]
    told: tuple[Told, ...]
    amounts: tuple[Counted, ...]
    source: tuple[Statement, ...] = ()

    def share(self, without: frozenset[int] = frozenset()) -> float:
        """The share of the checked words that the source tells, by weight; some words left out."""
        words = [item for item in self.told if item.word.place not in without]
        total = sum(weight(item.word) for item in words)
        return sum(weight(item.word) * item.likeness for item in words) / total if total else 1.0


def told_back(statement: Statement, checked: Statement) -> float:
    """The share of a source's sentence that the checked sentence tells."""
    return Reading(statement, (checked,), tell(statement, (checked,)), ()).share()


def read(checked: Statement, source: Sequence[Statement]) -> Reading:
    """The checked sentence beside the sentences of the source that tell most of it. O(n) sentences of the source."""

    def share(pool: Sequence[Statement]) -> float:
        return Reading(checked, (), tell(checked, pool), ()).share()

    ranked = sorted(((share((item,)), -item.start, item) for item in source), key=lambda entry: (-entry[0], -entry[1]))
    pool = [entry[2] for entry in ranked[:1]]
    best = ranked[0][0] if ranked else 0.0
    for _, _, item in ranked[1:_TRIED]:
        widened = share((*pool, item)) if len(pool) < _POOL else 0.0
        if widened > best + _GAIN:
            pool.append(item)
            best = widened
    amounts = _derived(checked, pool, count(checked, pool))
    return Reading(checked, tuple(pool), tell(checked, pool), amounts, tuple(source))


def _derived(checked: Statement, pool: Sequence[Statement], counted: Sequence[Counted]) -> tuple[Counted, ...]:
    """The amounts with those that follow from several of the source taken as told."""
    made = []
    for item in counted:
        how = follows(checked, item.amount, pool) if item.fit in (Fit.APART, Fit.ABSENT) else None
        made.append(replace(item, fit=Fit.TOLD, derived=how) if how else item)
    return tuple(made)


def links(reading: Reading) -> float:
    """The share of the pairs of head and dependent among checked words that hang together in the source as well."""
    by = {item.word.place: item for item in reading.told if item.likeness >= ENOUGH and item.by is not None}
    pairs = good = 0
    for item in reading.told:
        word = item.word
        head = _content_head(reading.checked, word)
        if head is None:
            continue
        pairs += 1
        mine, theirs = by.get(word.place), by.get(head.place)
        if mine is None or theirs is None or mine.by is None or theirs.by is None:
            continue
        here = mine.statement
        if here is not None and here is theirs.statement and _near(here, mine.by, theirs.by):
            good += 1
    return good / pairs if pairs else 1.0


def _content_head(statement: Statement, word: Word) -> Word | None:
    current = word
    for _ in range(4):
        if current.head == current.place:
            return None
        current = statement.words[current.head]
        if current.content:
            return current
    return None


def _near(statement: Statement, left: Word, right: Word) -> bool:
    """Whether two words are one or stand within two steps of each other in the tree."""

    def up(word: Word, steps: int) -> list[int]:
        chain = [word.place]
        for _ in range(steps):
            word = statement.words[word.head]
            chain.append(word.place)
        return chain

    mine, theirs = up(left, 2), up(right, 2)
    return left.place in theirs or right.place in mine or mine[1] == theirs[1]
