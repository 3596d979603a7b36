"""FC020: what a part leaves of its whole, which no source states."""

from factcheck.model.claim import Claim
from factcheck.model.quantity import Quantity


def remainder(left: Claim, right: Claim) -> str | None:
    """The rest in words, marked as derived; None where one amount is no exact count or nothing is left.

    Both have to count the same, by the same words, by the same noun where the part is that of a day or period, or by
    "28 of the 55"; "two officers" of "five people" leave three people, but nobody asks for them. The order of the two
    does not matter.
    """
    counts = [(claim, claim.quantity) for claim in (left, right) if claim.quantity and _counts(claim.quantity)]
    if len(counts) < 2:
        return None
    (holder, part), (_, whole) = sorted(counts, key=lambda item: item[1].low)
    rest = whole.low - part.low
    if rest <= 0 or not _alike(holder, part, whole):
        return None
    return f"That leaves {rest:,.0f} as the rest ({whole.low:,.0f} - {part.low:,.0f}): derived, no source states it."


def _counts(amount: Quantity) -> bool:
    return (
        amount.unit is None and amount.kind in ("count", "number") and amount.exact and float(amount.low).is_integer()
    )


def _alike(holder: Claim, part: Quantity, whole: Quantity) -> bool:
    if part.whole is not None:
        return True
    mine, theirs = (part.counted or "").split(), (whole.counted or "").split()
    return bool(mine) and (mine == theirs or (holder.time is not None and mine[-1:] == theirs[-1:]))
