"""hedge_change: what the original states the copy asks.

"The firm sold the ship." and "Did the firm sell the ship?" have the same words. A question that the original puts, or
tells of in words ("asked whether", "it is unclear how"), is no finding.
"""

from collections.abc import Iterator, Sequence

from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.unit import Difference, Unit
from factcheck.stages.drift.view import Word

_TELLING = frozenset({"whether", "if", "how", "why", "question", "ask", "wonder", "doubt", "unclear", "unknown"})
_CLOSING = frozenset('"”’)')


def asked(unit: Unit) -> Iterator[Difference]:
    """A unit whose copy ends as a question and whose original neither does nor tells of one."""
    if not _asks(unit.right) or any(word.text == "?" for word in unit.left):
        return
    if any(word.norm in _TELLING or word.lemma in _TELLING for word in unit.left):
        return
    left = tuple(unit.original.sentence(parent) for parent in unit.parents)
    right = unit.right_range([0, len(unit.right) - 1])
    last = max(k for k, word in enumerate(unit.right) if word.text == "?")
    yield Difference(
        DriftType.HEDGE_CHANGE,
        Severity.MAJOR,
        0.8,
        "what is stated has become a question",
        ("The copy asks what the original says.",),
        left,
        (right,),
        left,
        (unit.right_range([last]),),
    )


def _asks(words: Sequence[Word]) -> bool:
    """Whether the last mark of some words, but for a closing quotation mark or bracket, is a question mark."""
    ends = [word.text for word in words if word.text not in _CLOSING]
    return bool(ends) and ends[-1] == "?"
