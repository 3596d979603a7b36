"""What the amount of a claim measures: a profit, a depth, a turnout. It is told by the words that stand by the amount,
or else by the predicate and the subject.
"""

import re

from factcheck.lexicon.measures import Measure, measures
from factcheck.lexicon.stem import stem
from factcheck.model.claim import Claim, Kind

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_EDGE = re.compile(r"[;:,()—]|\d|\.\s")
_BEFORE, _AFTER = 6, 5  # words by the amount


_BEFELL = {
    **dict.fromkeys(("kill", "die", "murder"), "death toll"),
    "injure": "number of injured",
    "capture": "number of arrests",
    "job_cut": "number of jobs cut",
    "attend": "attendance",
    "aboard": "number aboard",
}


def measured(
    claim: Claim, predicate: tuple[str, ...], subject: str | None, senses: frozenset[str] = frozenset()
) -> frozenset[str]:
    """The names of what the amount can measure; empty where the words do not tell, or there is none.

    Args:
        claim: The claim.
        predicate: The stems of its predicate.
        subject: The stem of the head of its subject.
        senses: What its predicate says: a count is told by what befell those it counts.
    """
    quantity = claim.quantity
    if quantity is None:
        return frozenset()
    befell = frozenset(_BEFELL[sense] for sense in senses & _BEFELL.keys())
    if quantity.kind == "count" and claim.kind is Kind.QUANTITY and len(befell) == 1:
        return befell
    table = {name: entry for name, entry in measures().items() if quantity.kind in entry.kinds}
    if not table:
        return frozenset()
    said = frozenset(_stems(claim.sentence.text))
    table = {name: entry for name, entry in table.items() if not entry.but & said}
    before, after = _beside(claim)
    near = frozenset(before + after)
    found = frozenset(name for name, entry in table.items() if entry.near & near or entry.after & frozenset(after[:1]))
    if found or quantity.kind == "count":
        return found
    about = {subject, *(stem(word) for concept in quantity.concepts for word in _WORD.findall(concept))}
    return frozenset(name for name, entry in table.items() if _told(entry, predicate, about))


def _told(entry: Measure, predicate: tuple[str, ...], about: set[str | None]) -> bool:
    if not entry.near and not entry.verbs:
        return True
    return bool(entry.verbs & frozenset(predicate[:1]) or entry.near & about)


def _beside(claim: Claim) -> tuple[list[str], list[str]]:
    """The stems of the few words before and after the amount, as far as the next comma or number."""
    quantity = claim.quantity
    assert quantity is not None
    text, start = claim.sentence.text, quantity.start - claim.sentence.start
    before, after = text[:start], text[start + len(quantity.text) :]
    edges = [match.end() for match in _EDGE.finditer(before)]
    stop = _EDGE.search(after)
    return (
        _stems(before[edges[-1] if edges else 0 :])[-_BEFORE:],
        _stems(after[: stop.start() if stop else len(after)])[:_AFTER],
    )


def _stems(text: str) -> list[str]:
    return [stem(part) for word in _WORD.findall(text.lower()) for part in re.split(r"[-'’]", word)]


__all__ = ["measured"]
