"""Two sentences told in the same words but for their amounts: then each amount answers the one at its place."""

import re
from difflib import SequenceMatcher

from factcheck.model.quantity import Bound, Quantity
from factcheck.stages.support.amounts import Counted, fit
from factcheck.stages.support.statement import Statement

_BOUNDS = {"more": Bound.MORE_THAN, "over": Bound.MORE_THAN, "less": Bound.LESS_THAN, "fewer": Bound.LESS_THAN}
_BOUNDS |= {"under": Bound.LESS_THAN, "least": Bound.AT_LEAST, "most": Bound.AT_MOST, "about": Bound.ABOUT}
_HEDGES = frozenset({"than", "at", "around", "only", "just", "nearly", "almost", "exactly", *_BOUNDS})
_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|[^\W\d_]+|[^\w\s]")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_LEAST_WORDS = 4


def twins(checked: Statement, told: Statement) -> tuple[Counted, ...] | None:
    """The amounts that differ between two sentences that are else the same, each with the one at its place.

    Returns nothing where any other word differs or where nothing does, or where the same words are too few to speak of
    one matter.
    """
    mine, theirs = _tokens(checked.text), _tokens(told.text)
    matcher = SequenceMatcher(None, theirs, mine, autojunk=False)
    found = []
    same = 0
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            same += sum(1 for token in mine[c:d] if token[0].isalpha())
            continue
        left, right = _around(theirs, a, b), _around(mine, c, d)
        if _dated(left, told) or _dated(right, checked):
            return None  # two days, and perhaps two events
        first, second = _amount(left), _amount(right)
        if first is None or second is None:
            return None
        read, asked = _read(first, told), _read(second, checked)
        if read is not None and asked is not None:
            first, second = read, asked
        if first.unit != second.unit:
            return None
        found.append(Counted(second, fit(second, first), first, told, 1.0))
    return tuple(found) if found and same >= _LEAST_WORDS else None


def _tokens(text: str) -> list[str]:
    tokens = [token.lower() for token in _TOKEN.findall(text)]
    while tokens and not tokens[-1][0].isalnum():
        tokens.pop()
    return tokens


def _around(tokens: list[str], start: int, end: int) -> list[str]:
    """A stretch that differs, with the number after it if it has none, and the hedge words before its number."""
    if not any(_NUMBER.fullmatch(token) for token in tokens[start:end]):
        end = min(len(tokens), end + 1)
    while start > 0 and tokens[start - 1] in _HEDGES:
        start -= 1
    return tokens[start:end]


def _amount(tokens: list[str]) -> Quantity | None:
    """The amount of a stretch that is one number with hedge words and nothing else."""
    numbers = [token for token in tokens if _NUMBER.fullmatch(token)]
    if len(numbers) != 1 or any(token not in _HEDGES and token not in numbers for token in tokens):
        return None
    value = float(numbers[0].replace(",", ""))
    bound = next((_BOUNDS[token] for token in tokens if token in _BOUNDS), Bound.EXACT)
    low = (
        value
        if bound in (Bound.EXACT, Bound.MORE_THAN, Bound.AT_LEAST)
        else 0.9 * value
        if bound is Bound.ABOUT
        else 0.0
    )
    high = (
        value
        if bound in (Bound.EXACT, Bound.LESS_THAN, Bound.AT_MOST)
        else 1.1 * value
        if bound is Bound.ABOUT
        else float("inf")
    )
    text = " ".join(tokens)
    return Quantity(0, len(text), text, value, low, max(low, high), bound)


def _dated(tokens: list[str], statement: Statement) -> bool:
    """Whether a number of a stretch is a part of a date."""
    numbers = [token for token in tokens if _NUMBER.fullmatch(token)]
    return any(
        number in _TOKEN.findall(time.text) for number in numbers for time in statement.times if time.kind != "duration"
    )


def _read(amount: Quantity, statement: Statement) -> Quantity | None:
    """The amount as the statement's reader has it, with its unit, where just one of its amounts has that number."""
    number = next(token for token in amount.text.split() if _NUMBER.fullmatch(token))
    same = [item for item in statement.amounts if number in _TOKEN.findall(item.text) and item.bound is amount.bound]
    return same[0] if len(same) == 1 else None
