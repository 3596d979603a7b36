"""Which amount is whose where a sentence says "respectively": "Hart and Brandt got 21 and 18 months, respectively"."""

from collections.abc import Iterator

from factcheck.model.quantity import Quantity
from factcheck.stages.support.statement import Statement, Word


def respective(statement: Statement) -> tuple[tuple[tuple[Word, ...], Quantity], ...]:
    """Each of several parties, as its head with the names beside it, and its amount, in order.

    Nothing where the sentence does not say so, or where it is not just one row of names that is as long as a row of
    amounts of one unit after it.
    """
    if not any(word.norm == "respectively" for word in statement.words):
        return ()
    by_unit: dict[str | None, list[Quantity]] = {}
    for amount in statement.amounts:
        by_unit.setdefault(amount.unit, []).append(amount)
    found = [
        (row, amounts)
        for amounts in by_unit.values()
        if len(amounts) > 1 and all(amount.exact for amount in amounts)
        for row in _rows(statement)
        if len(row) == len(amounts) and row[-1].end <= amounts[0].start
    ]
    if len(found) != 1:
        return ()
    return tuple((_named(statement, head), amount) for head, amount in zip(*found[0], strict=True))


def _rows(statement: Statement) -> Iterator[tuple[Word, ...]]:
    """The rows of names that are joined by "and": a head and what is joined to it."""
    for word in statement.words:
        joined = statement.children(word.place, "conj")
        if word.name and joined and word.dep != "conj" and all(other.name for other in joined):
            yield (word, *joined)


def _named(statement: Statement, head: Word) -> tuple[Word, ...]:
    return (head, *statement.children(head.place, "flat", "compound"))
