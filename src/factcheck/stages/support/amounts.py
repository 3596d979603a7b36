"""How an amount of the checked sentence stands to the amounts of a source that can be of the same thing."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.frames.amounts import agree, rounds
from factcheck.lexicon.stem import stem
from factcheck.lexicon.words import nouns
from factcheck.model.quantity import Bound, Quantity
from factcheck.stages.support.match import ENOUGH, tells
from factcheck.stages.support.statement import Statement, Word

_FIGURE = re.compile(r"\d[\d,]*(?:\.(?P<decimals>\d+))?")
_CONVERSION = 0.02  # of an amount: what converting a unit and rounding may change
_ROUNDING = 0.05  # the same for rounding alone


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
    600" for 600 and a few, so that the two are not apart either, whichever has the bound. Nor is a number and the same
    one rounded: what is rounded is told by what is not ("$1.8 trillion" by "$1.845 trillion"), not the other way round.
    "Thousands" is told by whatever is as many at least.
    """
    slack = 1e-9 * max(1.0, abs(told.low) if math.isfinite(told.low) else 1.0)
    for strict, other in ((asked, told), (told, asked)):
        bounded = strict.bound in (Bound.MORE_THAN, Bound.LESS_THAN) and other.bound is not strict.bound
        if bounded and strict.value is not None and other.low - slack <= strict.value <= other.high + slack:
            return Fit.OPEN
    if asked.bound is Bound.VAGUE and asked.value is None and told.low >= asked.low - slack:
        return Fit.TOLD
    if told.high < asked.low - slack or asked.high + slack < told.low:
        if _close(asked, told, _ROUNDING) and (rounds(asked, told) or _shortened(asked, told)):
            return Fit.TOLD
        near = agree(asked, told) or _converted(asked, told) or _shortened(told, asked)
        return Fit.OPEN if near else Fit.APART
    inside = asked.low - slack <= told.low and told.high <= asked.high + slack
    return Fit.TOLD if inside else Fit.OPEN


def _converted(asked: Quantity, told: Quantity) -> bool:
    """Whether one amount is the other in another unit, rounded: "3 miles" and "4.8 kilometers"."""
    if asked.unit is None or asked.written_unit == told.written_unit or asked.value is None or told.value is None:
        return False
    return asked.unit == told.unit and _close(asked, told, _CONVERSION)


def _close(left: Quantity, right: Quantity, share: float) -> bool:
    """Whether the numbers of two amounts differ by a share of the greater at most."""
    if left.value is None or right.value is None:
        return False
    return abs(left.value - right.value) <= share * max(abs(left.value), abs(right.value))


def _shortened(rough: Quantity, fine: Quantity) -> bool:
    """Whether an exact amount is another one with fewer decimals, as written: "1.8 trillion" for "1.845 trillion"."""
    if not (rough.exact and fine.exact) or rough.unit != fine.unit or rough.written_unit != fine.written_unit:
        return False
    mine, theirs = _FIGURE.search(rough.text), _FIGURE.search(fine.text)
    if mine is None or theirs is None or rough.text[mine.end() :].split() != fine.text[theirs.end() :].split():
        return False
    kept = len(mine["decimals"] or "")
    if kept >= len(theirs["decimals"] or "") or not float(mine[0].replace(",", "")):
        return False
    apart = abs(float(mine[0].replace(",", "")) - float(theirs[0].replace(",", "")))
    return apart <= 0.5 * 10.0**-kept + 1e-9 and _close(rough, fine, _ROUNDING)


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


@dataclass(frozen=True, slots=True)
class _Option:
    """An amount of the source that can answer a checked one: how well by thing and place, and how the two fit."""

    score: float
    fit: Fit
    told: Quantity
    statement: Statement
    near: float
    order: int

    @property
    def key(self) -> tuple[float, int, int, int]:
        return self.score, _RANK[self.fit], -self.order, -self.told.start


_RANK = {Fit.TOLD: 2, Fit.OPEN: 1, Fit.APART: 0}
_BEHIND = 0.5  # score by which an amount that tells the checked one may lie behind the best


def count(checked: Statement, pool: Sequence[Statement]) -> tuple[Counted, ...]:
    """For each amount of the checked sentence the amount of the pool that answers it best.

    An amount of the source that tells one checked amount contradicts no other: of "17 died and 47 were hurt" the 17 is
    no answer to "47 were wounded".
    """
    options = [_options(checked, number, asked, pool) for number, asked in enumerate(checked.amounts)]
    chosen = [_best(found) for found in options]
    spent = {(item.order, item.told.start) for item in chosen if item is not None and item.fit is Fit.TOLD}
    made = []
    for asked, found, item in zip(checked.amounts, options, chosen, strict=True):
        if item is not None and item.fit is not Fit.TOLD:
            item = _best([other for other in found if (other.order, other.told.start) not in spent])
        made.append(
            Counted(asked, Fit.ABSENT)
            if item is None
            else Counted(asked, item.fit, item.told, item.statement, item.near)
        )
    return tuple(made)


def _options(checked: Statement, number: int, asked: Quantity, pool: Sequence[Statement]) -> list[_Option]:
    """The amounts of the pool that can be of the same thing."""
    found = []
    for order, statement in enumerate(pool):
        for index, told in enumerate(statement.amounts):
            thing = same_thing(asked, told)
            if thing >= 0.5:
                near = _context(checked, number, statement, index)
                found.append(_Option(thing + near, fit(asked, told), told, statement, near, order))
    return found


def _best(options: Sequence[_Option]) -> _Option | None:
    """The best amount, or one that tells the checked one where it is not far behind."""
    if not options:
        return None
    best = max(options, key=lambda option: option.key)
    telling = [o for o in options if o.fit is Fit.TOLD and o.score >= best.score - _BEHIND]
    return max(telling, key=lambda option: option.key) if telling else best


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
