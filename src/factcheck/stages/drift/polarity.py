"""polarity: the copy denies what the original affirms, or the other way round.

Two aligned predicates are compared by the parity of what turns them around (`denial.py`) and the opposition of the two
words themselves. "Did not succeed" and "failed" come out even and are no finding.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.denial import answered, turned
from factcheck.stages.drift.exceptions import excepted_no_more, only_excepted
from factcheck.stages.drift.opposites import compatible
from factcheck.stages.drift.unit import Difference, Unit
from factcheck.stages.drift.words import Pair

_BUT = frozenset({"but", "yet", "though"})


def polarity_changes(unit: Unit, others: bool = False) -> Iterator[Difference]:
    """Aligned words of which one is turned around and the other is not.

    `others` says that the copy tells of what the number of the original leaves of a whole, so that the opposite is
    right: "two of five voted for", "three of five voted against".
    """
    if others:
        return
    found = only_excepted(unit) or excepted_no_more(unit)
    if found is not None:
        yield _exception_lost(unit, *found)
    seen: set[int] = set()
    lone: list[tuple[Pair, list[int], list[int]]] = []
    # one finding for each negator, of a verb if there is one
    denied: dict[tuple[bool, int], tuple[bool, Difference]] = {}
    opposite = {pair.left for pair in unit.alignment.pairs if pair.how == "antonym"}
    for pair in unit.alignment.pairs:
        a, b = unit.left[pair.left], unit.right[pair.right]
        if not a.content or pair.how in ("number", "spelling") or (a.value is None) != (b.value is None):
            continue  # "first" and "last" are compared as numbers
        if pair.how == "slot" or (pair.how == "vector" and pair.likeness < 0.6):
            continue
        left, right = turned(unit.original, unit.left, pair.left), turned(unit.copy, unit.right, pair.right)
        prefixes = (pair.left in left) + (pair.right in right)
        left, right = [k for k in left if k != pair.left], [k for k in right if k != pair.right]
        if prefixes == 1 and pair.how not in ("same", "lemma", "antonym", "synonym"):
            continue  # "uninterrupted" and "without interruption", or "constant": either way round
        odd = (len(left) + len(right) + (pair.left in opposite)) % 2
        if not odd:
            continue
        if pair.left not in opposite and len(left) + len(right) != 1:
            continue
        if pair.left not in opposite:
            lone.append((pair, left, right))
            if answered(unit, pair, left, right):
                continue
        marks_left = sorted({pair.left, *left, *(unit.to_left[k].left for k in right if k in unit.to_left)})
        marks_right = sorted({pair.right, *right, *(unit.to_right[k].right for k in left if k in unit.to_right)})
        key = max(marks_right)
        if key in seen:
            continue
        seen.add(key)
        if pair.left in opposite:
            if compatible(unit, pair):
                continue
            message = f'"{a.text}" has become its opposite "{b.text}"'
            step = "The two words stand at the same place and exclude each other."
        else:
            word = unit.left[left[0]].text if left else unit.right[right[0]].text
            message = f'"{a.text}" is denied in the {"original" if left else "copy"} alone'
            step = f'Only one side has "{word}" over it.'
        span_left, span_right = unit.left_range(marks_left), unit.right_range(marks_right)
        difference = Difference(
            DriftType.POLARITY,
            Severity.CRITICAL,
            0.8,
            message,
            (step,),
            (span_left,),
            (span_right,),
            tuple(unit.left_range([k]) for k in marks_left),
            tuple(unit.right_range([k]) for k in marks_right),
        )
        if pair.left in opposite:
            yield difference
            continue
        negator, acts = (bool(left), (left or right)[0]), a.pos in ("VERB", "")
        if negator not in denied or (acts and not denied[negator][0]):
            denied[negator] = acts, difference
    yield from (difference for _, difference in denied.values())
    yield from _moved(unit, lone)


def _moved(unit: Unit, lone: list[tuple[Pair, list[int], list[int]]]) -> Iterator[Difference]:
    """One negator that has gone from one of two joined words to the other: "not perfect but fair", "perfect but not
    fair".
    """
    if not (unit.original.parsed and unit.copy.parsed):
        return
    for one, (negator, *_), _ in ((pair, left, right) for pair, left, right in lone if left):
        for other, _, (its, *_) in ((pair, left, right) for pair, left, right in lone if right):
            moved = unit.to_right.get(negator)
            if moved is None or moved.right != its:
                continue
            a, b = (unit.original.token(unit.left[pair.left]) for pair in (one, other))
            c, d = (unit.copy.token(unit.right[pair.right]) for pair in (one, other))
            if not (_joined(a, b) and _joined(c, d)):
                continue
            places, there = [negator, one.left, other.left], [its, one.right, other.right]
            left, right = unit.left_range(places), unit.right_range(there)
            yield Difference(
                DriftType.POLARITY,
                Severity.CRITICAL,
                0.75,
                f'"{unit.original.text[slice(*left)]}" has become "{unit.copy.text[slice(*right)]}"',
                (f'What is denied is "{a.text}" on one side, "{b.text}" on the other.',),
                (left,),
                (right,),
                (left,),
                (right,),
            )


def _joined(one: Token, other: Token) -> bool:
    """Whether a "but" stands between two joined words; a "not" before "or" and "nor" denies both."""
    later = one if one.dep_ == "conj" and one.head.i == other.i else other
    first = other if later is one else one
    return later.dep_ == "conj" and later.head.i == first.i and any(c.lower_ in _BUT for c in later.children)


def _exception_lost(unit: Unit, left: int, right: int) -> Difference:
    """The finding that all but some on one side are only those on the other."""
    a, b = (
        unit.left_range(range(max(0, left - 2), left + 1)),
        unit.right_range(range(max(0, right - 2), right + 1)),
    )
    return Difference(
        DriftType.POLARITY,
        Severity.CRITICAL,
        0.75,
        f'"{unit.original.text[slice(*a)]}" has become "{unit.copy.text[slice(*b)]}"',
        ("One side says it of all others, the other of these alone.",),
        (a,),
        (b,),
        (a,),
        (b,),
    )
