"""From a parsed text to its quantities."""

from dataclasses import replace

from spacy.tokens import Doc

from factcheck.lexicon.quantities import Unit, units
from factcheck.model.quantity import Bound, Quantity
from factcheck.readers.quantities.ages import age_end, aged_bound, decade_of_life
from factcheck.readers.quantities.amount import Amount
from factcheck.readers.quantities.amounts import amounts
from factcheck.readers.quantities.atoms import Atoms
from factcheck.readers.quantities.bounds import bound, interval
from factcheck.readers.quantities.concepts import Concepts
from factcheck.readers.quantities.counted import Counted, counted
from factcheck.readers.quantities.ellipsis import restated, unsaid
from factcheck.readers.quantities.grammar import Grammar
from factcheck.readers.quantities.refuse import refusal
from factcheck.readers.quantities.trend import trend

_SIGNED = frozenset(("temperature", "angle"))
_YEAR = units().words["year"]


def read_quantities(doc: Doc) -> tuple[Quantity, ...]:
    """Every amount stated in a text, with its interval in base units, what is counted, and how it is bounded.

    Args:
        doc: A text in any state of annotation. With tags and Universal Dependencies the names are told from the amounts
            best and what is counted is found; a Doc with tokens alone gives values, bounds and units.

    Returns:
        Quantities by start; no two overlap, and `doc.text[start:end]` is each one's text. Ordinals are not among them
        (ordinals.py reads those), nor are dates, times of day, scores, names and other numbers that state no amount.

    Linear in the length of the text; no input raises.
    """
    atoms = Atoms(doc.text)
    grammar = Grammar(doc, atoms)
    found: list[tuple[Amount, Quantity]] = []
    for amount in restated(atoms, amounts(atoms)):
        quantity = _quantity(grammar, amount)
        if quantity is not None and (not found or found[-1][1].end <= quantity.start):
            found.append((amount, quantity))
    return unsaid(atoms, _with_concepts(grammar, found))


def _with_concepts(grammar: Grammar, found: list[tuple[Amount, Quantity]]) -> list[tuple[Amount, Quantity]]:
    """Add the words for what each amount belongs to: a phrase never runs through another quantity."""
    if not grammar.tagged or not found:
        return found
    taken: set[int] = set()
    for _, quantity in found:
        taken.update(grammar.tokens(quantity.start, quantity.end))
    finder = Concepts(grammar, frozenset(taken))
    out = []
    for amount, quantity in found:
        run = counted(grammar, amount).tokens if quantity.kind == "count" else ()
        words = finder.of(amount, quantity.kind, run, grammar.atoms.at(quantity.end) - 1)
        out.append((amount, replace(quantity, concepts=words)))
    return out


def _quantity(grammar: Grammar, amount: Amount) -> Quantity | None:
    if amount.form == "ordinal":
        return None
    if amount.form == "decade":
        return _decade(grammar, amount)
    old = age_end(grammar, amount)
    if old is None and refusal(grammar, amount):
        return None
    if old is not None:
        return _age(grammar, amount, old)
    return _plain(grammar, amount)


def _decade(grammar: Grammar, amount: Amount) -> Quantity | None:
    life = decade_of_life(grammar, amount)
    if life is None:
        return None
    first, low, high = life
    return _build(
        grammar, first, amount.last, None, low, high, Bound.VAGUE, "age", "year of age", None, Counted(), None, amount
    )


def _age(grammar: Grammar, amount: Amount, last: int) -> Quantity:
    hedge = aged_bound(grammar, amount)
    if hedge is not None:
        amount = replace(amount, effect=hedge[0], first=hedge[1])
    unit = amount.unit or _YEAR
    years = unit.factor / _YEAR.factor
    low, high = interval(amount.low, amount.high, amount.effect, whole=False, signed=False)
    value = None if amount.value is None else amount.value * years
    name = bound(amount.effect, amount.ranged, amount.value is None)
    return _build(
        grammar,
        amount.first,
        last,
        value,
        low * years,
        high * years,
        name,
        "age",
        "year of age",
        amount.written,
        replace(counted(grammar, amount), noun=None),  # an age counts nobody
        None,
        amount,
    )


def _plain(grammar: Grammar, amount: Amount) -> Quantity:
    unit = amount.unit
    things = counted(grammar, amount)
    kind = _kind(grammar, amount, unit, things)
    whole = unit is None and kind in ("count", "number")
    low, high = interval(
        amount.low, amount.high, amount.effect, whole=whole, signed=unit is not None and unit.kind in _SIGNED
    )
    value = amount.value
    if unit is not None:
        low, high = unit.to_base(low), unit.to_base(high)
        value = None if value is None else unit.to_base(value)
    name = bound(amount.effect, amount.ranged, amount.value is None)
    base = None if unit is None else unit.base if amount.per is None else f"{unit.base} per {amount.per}"
    last = max(amount.last, amount.core[1])
    return _build(
        grammar,
        amount.first,
        last,
        value,
        low,
        high,
        name,
        kind,
        base,
        amount.written,
        things,
        trend(grammar, amount),
        amount,
    )


def _kind(grammar: Grammar, amount: Amount, unit: Unit | None, things: Counted) -> str:
    if unit is not None:
        return "rate" if amount.per is not None else unit.kind
    written = amount.form == "fraction" or "/" in grammar.atoms.slice(*amount.core)
    if written and amount.value is not None and 0 < amount.value < 1:
        return "ratio"
    return "count" if things.noun is not None else "number"


def _build(
    grammar: Grammar,
    first: int,
    last: int,
    value: float | None,
    low: float,
    high: float,
    name: Bound,
    kind: str,
    unit: str | None,
    written: str | None,
    things: Counted,
    direction: str | None,
    amount: Amount,
) -> Quantity:
    start, end = grammar.atoms[first].start, grammar.atoms[last].end
    if low > high:
        low, high = high, low
    return Quantity(
        start=start,
        end=end,
        text=grammar.atoms.text[start:end],
        value=value,
        low=low,
        high=high,
        bound=name,
        unit=unit,
        counted=things.noun,
        trend=direction,
        kind=kind,
        written_unit=written,
        written_value=None if amount.ranged else amount.value,
        written_range=(amount.low, amount.high) if amount.ranged or amount.value is None else None,
        whole=things.whole,
        event=things.event,
        step=amount.step,
    )
