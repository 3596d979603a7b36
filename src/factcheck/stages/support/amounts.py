"""How an amount of the checked sentence stands to the amounts of a source that can be of the same thing."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.frames import compare
from factcheck.lexicon.stem import stem
from factcheck.lexicon.words import nouns
from factcheck.model.quantity import Bound, Quantity
from factcheck.stages.support.match import ENOUGH, tells
from factcheck.stages.support.statement import Statement, Word

_CONVERSION = 0.02  # of an amount: what converting a unit and rounding may change


class Fit(StrEnum):
    """What the source says of an amount."""

    TOLD = "told"  # every number that the source leaves open satisfies the checked sentence
    OPEN = "open"  # some do and some do not
    APART = "apart"  # none does
    ABSENT = "absent"  # the source gives no amount of the thing


@dataclass(frozen=True, slots=True)
class Counted:
    """A checked amount, the amount of the source that answers it, and how the two fit; `near` in [0, 1]."""

    amount: Quantity
    fit: Fit
    by: Quantity | None = None
    statement: Statement | None = None
    near: float = 0.0
    derived: str = ""


def fit(asked: Quantity, told: Quantity) -> Fit:
    """How two amounts of one thing fit.

    A strict bound leaves its own number out, so that "20" does not tell "less than 20"; but papers write "more than
    600" for 600 and a few, so that the two are not apart either. Nor is a number and the same one rounded.
    """
    slack = 1e-9 * max(1.0, abs(told.low) if math.isfinite(told.low) else 1.0)
    strict = asked.bound in (Bound.MORE_THAN, Bound.LESS_THAN) and told.bound is not asked.bound
    if strict and asked.value is not None and told.low - slack <= asked.value <= told.high + slack:
        return Fit.OPEN
    if told.high < asked.low - slack or asked.high + slack < told.low:
        return Fit.OPEN if compare.agree(asked, told) or _converted(asked, told) else Fit.APART
    inside = asked.low - slack <= told.low and told.high <= asked.high + slack
    return Fit.TOLD if inside else Fit.OPEN


def _converted(asked: Quantity, told: Quantity) -> bool:
    """Whether one amount is the other in another unit, rounded: "3 miles" and "4.8 kilometers"."""
    if asked.unit is None or asked.written_unit == told.written_unit or asked.value is None or told.value is None:
        return False
    return asked.unit == told.unit and abs(asked.value - told.value) <= _CONVERSION * max(
        abs(asked.value), abs(told.value)
    )


def same_thing(asked: Quantity, told: Quantity) -> float:
    """How likely two amounts measure one thing by their units and what they count, in [0, 1]."""
    if asked.unit != told.unit:
        return 0.0
    if asked.unit is not None:
        return 0.8
    mine, theirs = _head(asked), _head(told)
    if not mine or not theirs:
        return 0.5
    if mine == theirs:
        return 1.0
    table = nouns()
    ours, others = table.of(mine), table.of(theirs)
    if ours & others:
        return 0.9
    wide = others.union(*(table.broader.get(group, frozenset()) for group in others))
    return 0.8 if ours & wide else 0.2


def _head(amount: Quantity) -> str:
    return stem(amount.counted.split()[-1]) if amount.counted else ""


def count(checked: Statement, pool: Sequence[Statement]) -> tuple[Counted, ...]:
    """For each amount of the checked sentence the amount of the pool that answers it best."""
    made = []
    for number, asked in enumerate(checked.amounts):
        options = []
        for order, statement in enumerate(pool):
            for index, told in enumerate(statement.amounts):
                thing = same_thing(asked, told)
                if thing < 0.5:
                    continue
                near = _context(checked, number, statement, index)
                verdict = fit(asked, told)
                rank = {Fit.TOLD: 2, Fit.OPEN: 1, Fit.APART: 0}[verdict]
                options.append(((thing + near, rank, -order, -told.start), verdict, told, statement, near))
        if not options:
            made.append(Counted(asked, Fit.ABSENT))
            continue
        best = max(options, key=lambda option: option[0])
        told_exactly = [o for o in options if o[1] is Fit.TOLD and o[0][0] >= best[0][0] - 0.5]
        chosen = max(told_exactly, key=lambda option: option[0]) if told_exactly else best
        made.append(Counted(asked, chosen[1], chosen[2], chosen[3], chosen[4]))
    return tuple(made)


def _context(checked: Statement, number: int, statement: Statement, index: int) -> float:
    """How much of what stands around the checked amount stands around the other: its heads and their dependents."""
    mine, theirs = _around(checked, number), _around(statement, index)
    if not mine:
        return 0.5
    return sum(max((tells(other, word)[0] for other in theirs), default=0.0) for word in mine) / len(mine)


def _around(statement: Statement, number: int) -> tuple[Word, ...]:
    """The words that an amount hangs on, up to its verb, with the verb's subject."""
    inside = [word for word in statement.words if word.amount == number]
    found: dict[int, Word] = {}
    for word in inside:
        current = word
        for _ in range(4):
            if current.head == current.place:
                break
            current = statement.words[current.head]
            if current.content:
                found[current.place] = current
            if current.pos == "VERB":
                for child in statement.children(current.place, "nsubj", "nsubj:pass", "obj"):
                    if child.content:
                        found[child.place] = child
                break
        for child in statement.words:
            if child.head == word.place and child.content:
                found[child.place] = child
    return tuple(found[place] for place in sorted(found))


__all__ = ["ENOUGH", "Counted", "Fit", "count", "fit", "same_thing"]
