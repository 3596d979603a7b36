"""Two sentences told in the same words but for their amounts: then each amount answers the one at its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, number or mark in lower case, and its offset in the article."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def twins(checked: Statement, told: Statement) -> tuple[Counted, ...] | None:
    """The amounts that differ between two sentences that are else the same, each with the one at its place.

    Returns nothing where any other word differs or where nothing does, or where the same words are too few to speak of
    one matter.
    """
    mine, theirs = _tokens(checked), _tokens(told)
    matcher = SequenceMatcher(None, [t.text for t in theirs], [t.text for t in mine], autojunk=False)
    found = []
    same = 0
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            same += sum(1 for token in mine[c:d] if token.text[0].isalpha())
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


def _tokens(statement: Statement) -> list[_Token]:
    tokens = [_Token(match[0].lower(), statement.start + match.start()) for match in _TOKEN.finditer(statement.text)]
    while tokens and not tokens[-1].text[0].isalnum():
        tokens.pop()
    return tokens


def _around(tokens: Sequence[_Token], start: int, end: int) -> Sequence[_Token]:
    """A stretch that differs, with the number after it if it has none, and the hedge words before its number."""
    if not _numbers(tokens[start:end]):
        end = min(len(tokens), end + 1)
    while start > 0 and tokens[start - 1].text in _HEDGES:
        start -= 1
    return tokens[start:end]


def _numbers(tokens: Sequence[_Token]) -> list[str]:
    return [token.text for token in tokens if _NUMBER.fullmatch(token.text)]


def _amount(tokens: Sequence[_Token]) -> Quantity | None:
    """The amount of a stretch that is one number with hedge words and nothing else, at its place in the article."""
    numbers, words = _numbers(tokens), [token.text for token in tokens]
    if len(numbers) != 1 or any(word not in _HEDGES and word not in numbers for word in words):
        return None
    value = float(numbers[0].replace(",", ""))
    bound = next((_BOUNDS[word] for word in words if word in _BOUNDS), Bound.EXACT)
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
    return Quantity(tokens[0].start, tokens[-1].end, " ".join(words), value, low, max(low, high), bound)


def _dated(tokens: Sequence[_Token], statement: Statement) -> bool:
    """Whether a number of a stretch is a part of a date."""
    return any(
        number in _TOKEN.findall(time.text)
        for number in _numbers(tokens)
        for time in statement.times
        if time.kind != "duration"
    )


def _read(amount: Quantity, statement: Statement) -> Quantity | None:
    """The amount as the statement's reader has it, with its unit, where just one of its amounts has that number."""
    number = next(token for token in amount.text.split() if _NUMBER.fullmatch(token))
    same = [item for item in statement.amounts if number in _TOKEN.findall(item.text) and item.bound is amount.bound]
    return same[0] if len(same) == 1 else None
