"""What a number leaves unsaid because its neighbour has just said it.

"435 homes by open sale and 187 by tender" counts homes twice, "more than 100 km (60 miles)" bounds both, "fell 3
points, or 2%" falls once, and "four-, five- and six-cylinder" has one noun for three numbers.
"""

from collections.abc import Sequence
from dataclasses import replace

from factcheck.lexicon.quantities import word_set
from factcheck.model.quantity import Quantity
from factcheck.readers.quantities.amount import Amount
from factcheck.readers.quantities.atoms import Atoms

_LINKS = word_set("ellipsis_links")
_LASTING = frozenset(("duration", "age", "ratio", "rate"))
_NEAR = {"percent": 5.0, "percentage_point": 5.0, "points": 1000.0}
_NEAR_ELSE = 20.0  # an unsaid unit is believed only where the sizes are alike
_COMMAS = ([","], ["and"], ["or"], [",", "and"], [",", "or"])
_BACK = 4  # quantities to look back over


def restated(atoms: Atoms, found: Sequence[Amount]) -> list[Amount]:
    """Carry the hedge of an amount over to its conversion in brackets."""
    out: list[Amount] = []
    for amount in found:
        left = out[-1] if out else None
        if left is not None and amount.effect == "exact" and left.effect != "exact" and bracketed(atoms, left, amount):
            amount = replace(amount, effect=left.effect)
        out.append(amount)
    return out


def bracketed(atoms: Atoms, left: Amount, right: Amount) -> bool:
    """Whether `right` says `left` again in another unit: "7 miles (11 km)", "800 yuan ($110)"."""
    if left.unit is None or right.unit is None or left.unit.kind != right.unit.kind:
        return False
    return (
        right.first == left.last + 2
        and atoms[left.last + 1].text in ("(", "[")
        and atoms[right.last + 1].text in (")", "]", ";", ",")
    )


def alternative(atoms: Atoms, left: Amount, right: Amount) -> bool:
    """Whether `right` says the same change as `left` in other terms: "190 points, or 0.6%"."""
    between = [atoms[k].lower for k in range(left.last + 1, right.first)]
    return between in ([",", "or"], ["or"], [",", "or", "about"], ["("]) and left.unit != right.unit


def unsaid(atoms: Atoms, pairs: Sequence[tuple[Amount, Quantity]]) -> tuple[Quantity, ...]:
    """Fill in units, counted things, trends and concepts that a neighbour in the same sentence has."""
    out: list[Quantity] = []
    for index, (amount, quantity) in enumerate(pairs):
        if index:
            before, said = pairs[index - 1][0], out[-1]
            same = bracketed(atoms, before, amount) or alternative(atoms, before, amount)
            if same and atoms[amount.last + 1].lower != "of":
                quantity = replace(
                    quantity, trend=quantity.trend or said.trend, concepts=said.concepts or quantity.concepts
                )
            elif (
                quantity.trend is None
                and _gapped(atoms, amount)
                and said.trend
                and _same_sentence(atoms, before, amount)
            ):
                quantity = replace(quantity, trend=said.trend)
        if quantity.kind == "number":
            quantity = _named(atoms, pairs, out, index, quantity)
        out.append(quantity)
    return _suspended(atoms, pairs, _listed(atoms, pairs, out))


def _listed(atoms: Atoms, pairs: Sequence[tuple[Amount, Quantity]], out: list[Quantity]) -> list[Quantity]:
    """ "after five, 12 and 24 years": from the right, a bare number in a list takes the unit or noun of the next."""
    units = [amount.unit for amount, _ in pairs]
    for index in range(len(out) - 2, -1, -1):
        left, right, said = pairs[index][0], pairs[index + 1][0], out[index + 1]
        between = [atoms[k].lower for k in range(left.last + 1, right.first)]
        if out[index].kind != "number" or left.value is None or between not in _COMMAS:
            continue
        if atoms[right.first].kind == "mark" or said.kind not in ("duration", "count") or left.low > 20 * right.high:
            continue
        unit = units[index + 1]
        if unit is None:
            out[index] = replace(out[index], kind="count", counted=said.counted, concepts=said.concepts)
            continue
        units[index] = unit
        low, high, value = (unit.to_base(end) for end in (out[index].low, out[index].high, left.value))
        out[index] = replace(
            out[index], kind=said.kind, unit=said.unit, written_unit=said.written_unit, value=value, low=low, high=high
        )
    return out


def _gapped(atoms: Atoms, amount: Amount) -> bool:
    return atoms[amount.first - 1].lower == "by"


def _same_sentence(atoms: Atoms, left: Amount, right: Amount) -> bool:
    for at in range(left.last + 1, right.first):
        if atoms[at].text in ".!?" and atoms[at + 1].gap > 0 and atoms[at + 1].text[:1].isupper():
            return False
    return right.first - left.last < 30


def _named(
    atoms: Atoms, pairs: Sequence[tuple[Amount, Quantity]], out: Sequence[Quantity], index: int, quantity: Quantity
) -> Quantity:
    """Give a bare number the unit or counted thing of the nearest earlier one of like size that it is set beside."""
    amount = pairs[index][0]
    if amount.value is None or quantity.step == "by":
        return quantity
    for back in range(index - 1, max(-1, index - 1 - _BACK), -1):
        earlier, said = pairs[back][0], out[back]
        if not _same_sentence(atoms, earlier, amount):
            break
        if said.kind in _LASTING or (said.unit is None and said.counted is None) or earlier.value is None:
            continue
        limit = _NEAR.get(said.kind, _NEAR_ELSE)
        ratio = abs(amount.value / earlier.value) if earlier.value else 0.0
        if not 1 / limit <= ratio <= limit or not _linked(atoms, earlier, amount):
            continue
        unit = earlier.unit
        if unit is None:
            return replace(quantity, kind="count", counted=said.counted)
        return replace(
            quantity,
            kind=said.kind,
            unit=said.unit,
            written_unit=said.written_unit,
            value=unit.to_base(amount.value),
            low=min(unit.to_base(quantity.low), unit.to_base(quantity.high)),
            high=max(unit.to_base(quantity.low), unit.to_base(quantity.high)),
        )
    return quantity


def _linked(atoms: Atoms, left: Amount, right: Amount) -> bool:
    return any(atoms[k].lower in _LINKS for k in range(left.last + 1, right.first))


def _suspended(atoms: Atoms, pairs: Sequence[tuple[Amount, Quantity]], out: list[Quantity]) -> tuple[Quantity, ...]:
    """ "four-, five- and six-cylinder": from the right, a hanging hyphen takes the noun of the next number."""
    for index in range(len(out) - 2, -1, -1):
        amount = pairs[index][0]
        dash, after = atoms[amount.core[1] + 1], atoms[amount.core[1] + 2]
        if dash.text != "-" or dash.gap or (after.gap == 0 and after.kind == "word") or out[index].kind != "number":
            continue
        nxt = out[index + 1]
        if pairs[index + 1][0].first - amount.last > 4 or nxt.unit is not None:
            continue
        out[index] = replace(out[index], kind=nxt.kind, counted=nxt.counted, concepts=nxt.concepts)
    return tuple(out)
