"""Numbers joined into amounts: unit, range and hedge, over the atoms alone.

An amount knows its span and its interval but neither what it counts nor whether it is one at all: grammar.py and
refuse.py decide that with the sentence at hand.
"""

from dataclasses import replace

from factcheck.lexicon.quantities import word_set
from factcheck.readers.quantities.amount import Amount
from factcheck.readers.quantities.atoms import Atoms
from factcheck.readers.quantities.bounds import after_hedge, before_hedge
from factcheck.readers.quantities.implied import implied
from factcheck.readers.quantities.numeral import Numeral
from factcheck.readers.quantities.ranges import ranges, steps
from factcheck.readers.quantities.scan import numbers
from factcheck.readers.quantities.units import Measure, is_million, measure

_DASHES = frozenset("-‐‑–—~")


def amounts(atoms: Atoms) -> list[Amount]:
    """Every number expression of a text with its unit and hedge, in order, none overlapping."""
    single: list[Amount] = []
    for numeral in numbers(atoms):
        single.append(_single(atoms, numeral, single[-1].last if single else -1))
    single = _with_implied(single, implied(atoms))
    ranged = steps(atoms, ranges(atoms, ranges(atoms, _coins(atoms, single), dashes=True)))
    hedged = [_hedged(atoms, amount, ranged[index - 1] if index else None) for index, amount in enumerate(ranged)]
    return _two_sided(atoms, hedged)


def _with_implied(single: list[Amount], unstated: list[Amount]) -> list[Amount]:
    """Both lists by place; where they overlap the stated number wins."""
    taken = {at for amount in single for at in range(amount.first, amount.last + 1)}
    free = [amount for amount in unstated if taken.isdisjoint(range(amount.first, amount.last + 1))]
    return sorted([*single, *free], key=lambda amount: amount.first) if free else single


def _single(atoms: Atoms, numeral: Numeral, floor: int) -> Amount:
    if numeral.form in ("ordinal", "decade"):
        return Amount(
            numeral.first,
            numeral.last,
            (numeral.first, numeral.last),
            numeral.value,
            numeral.low,
            numeral.high,
            numeral.form,
        )
    if numeral.joined and not is_million(atoms, numeral):
        plain = replace(
            numeral,
            last=numeral.last - 1,
            value=numeral.value / numeral.scale,
            low=numeral.low / numeral.scale,
            high=numeral.high / numeral.scale,
            scale=1.0,
            joined=False,
        )
        found = measure(atoms, plain, floor)
        if found is not None:
            return _of(plain, found)
    something = _something(atoms, numeral)
    if something is not None:
        return something
    return _of(numeral, measure(atoms, numeral, floor))


def _something(atoms: Atoms, numeral: Numeral) -> Amount | None:
    """ "70-something", "twentysomething" apart: some number of that ten."""
    at = numeral.last + 1
    if atoms[at].text in _DASHES:
        at += 1
    if atoms[at].lower not in ("something", "somethings") or numeral.value % 10 or not 20 <= numeral.value <= 90:
        return None
    return Amount(numeral.first, at, (numeral.first, at), None, numeral.value, numeral.value + 9, "tens")


def _coins(atoms: Atoms, single: list[Amount]) -> list[Amount]:
    """Add "and forty-five cents" to "thirteen dollars", and the bare "and 50" that ends "15 dollars and 50"."""
    out: list[Amount] = []
    for amount in single:
        left = out[-1] if out else None
        if left is not None and _completes(atoms, left, amount):
            value = left.low + amount.low / 100
            out[-1] = replace(left, last=amount.last, value=value, low=value, high=value)
        else:
            out.append(amount)
    return out


def _completes(atoms: Atoms, left: Amount, right: Amount) -> bool:
    if left.unit is None or left.unit.kind != "money" or left.unit.factor != 1 or left.scale != 1 or left.per:
        return False
    if left.value is None or right.value is None or not left.value.is_integer() or not 0 < right.value < 100:
        return False
    between = [atoms[k].lower for k in range(left.last + 1, right.first)]
    if between not in ([], ["and"]):
        return False
    if right.unit is not None:
        return right.unit.kind == "money" and right.unit.factor == 0.01 and right.unit.base == left.unit.base
    ended = atoms[right.last + 1].kind == "none" or atoms[right.last + 1].text in (".", ",", ";")
    return between == ["and"] and ended and right.value >= 5


def _of(numeral: Numeral, found: Measure | None) -> Amount:
    core = (numeral.first, numeral.last)
    value = None if numeral.form == "vague" else numeral.value
    if found is None:
        return Amount(
            *core, core, value, numeral.low, numeral.high, numeral.form, scale=numeral.scale, joined=numeral.joined
        )
    factor = found.factor
    return Amount(
        min(found.first, core[0]),
        max(found.last, core[1]),
        core,
        None if value is None else value * factor,
        numeral.low * factor,
        numeral.high * factor,
        numeral.form,
        unit=found.unit,
        written=found.written,
        per=found.per,
        scale=numeral.scale * factor,
        joined=numeral.joined,
    )


def _hedged(atoms: Atoms, amount: Amount, previous: Amount | None) -> Amount:
    """Apply the hedge before the number and the one after it; the one before wins where both say something."""
    if amount.form in ("ordinal", "decade", "tens", "some"):
        return amount
    floor = previous.last if previous is not None else -1
    before = before_hedge(atoms, amount.first, floor)
    after = after_hedge(atoms, amount.last)
    if after is not None and amount.unit is not None and _adds(atoms, amount.last + 1):
        after = None
    first, last, effect = amount.first, amount.last, "exact"
    behind: int | None = None
    if before is not None and _lies_under(atoms, before, amount):
        before = None
    if before is not None:
        effect, first = before
    if after is not None and after[0] == "equal":
        effect, behind = _OR_EQUAL.get(effect, effect), after[1]
        last = behind
    elif after is not None and (before is None or effect in ("exact", "equal") or after[0] in ("at_least", "at_most")):
        effect, last = after
        behind, first = last, amount.first if before is not None and before[0] == "about" else first
    if (
        amount.ranged
        and effect == "at_most"
        and atoms[amount.core[0] - 1].lower == "to"
        and atoms[first - 1].lower == "from"
    ):
        effect = "exact"  # "from up to 250 to 290 miles"
    if amount.form == "half" and effect == "exact":
        effect = "about"  # "a half-dozen" is six or so
    return replace(amount, first=first, last=max(last, amount.last), effect=effect, after=behind)


def _lies_under(atoms: Atoms, hedge: tuple[str, int], amount: Amount) -> bool:
    """Whether "under" says where something is and not how much: "the square was under two metres of water"."""
    if amount.unit is None or amount.unit.kind != "length" or atoms[amount.last + 1].lower != "of":
        return False
    at = hedge[1]
    return atoms[at].lower in ("under", "below") and at == amount.first - 1 and atoms[at - 1].lower in _LYING


def _adds(atoms: Atoms, at: int) -> bool:
    """Whether a "plus" adds something else: "$10 million plus bonuses"."""
    return atoms[at].lower == "plus" and atoms[at].gap > 0 and atoms[at + 1].kind == "word"


_OR_EQUAL = {"less_than": "at_most", "more_than": "at_least"}
_LYING = word_set("amounts_lying")
_LOWER = frozenset(("at_least", "more_than"))
_UPPER = frozenset(("at_most", "less_than"))


def _two_sided(atoms: Atoms, hedged: list[Amount]) -> list[Amount]:
    """Join "more than 20 but less than 35" into one range."""
    out: list[Amount] = []
    for amount in hedged:
        left = out[-1] if out else None
        if left is not None and _bounds_the_same(atoms, left, amount):
            lower, upper = (left, amount) if left.effect in _LOWER else (amount, left)
            out[-1] = replace(
                amount,
                first=left.first,
                core=(left.core[0], amount.core[1]),
                value=(lower.low + upper.high) / 2,
                low=lower.low,
                high=upper.high,
                effect="exact",
                ranged=True,
                ends=(lower.effect, upper.effect),
                unit=amount.unit or left.unit,
                written=amount.written or left.written,
            )
        else:
            out.append(amount)
    return out


def _bounds_the_same(atoms: Atoms, left: Amount, right: Amount) -> bool:
    sides = {left.effect in _LOWER, right.effect in _LOWER} == {True, False}
    if not sides or not {left.effect, right.effect} <= _LOWER | _UPPER or left.ranged or right.ranged:
        return False
    lower, upper = (left, right) if left.effect in _LOWER else (right, left)
    between = [atoms[k].lower for k in range(left.last + 1, right.first)]
    same = left.unit == right.unit or left.unit is None or right.unit is None
    return between in (["and"], ["but"], [","], [",", "but"], [",", "and"]) and same and lower.low < upper.high
