"""Pounds that are money: "a fine of 500 pounds", and neither "500 pounds of cheese" nor "weighs 180 pounds"."""

from collections.abc import Iterator

from factcheck.lexicon.quantities import word_set
from factcheck.readers.quantities.atoms import Atom, Atoms
from factcheck.readers.quantities.numeral import Numeral

_BEFORE, _AFTER = 9, 6  # words on either side that can say what the pounds are
_MILLIONS = 1e6
_ENDS = frozenset(".!?;")
_WEIGHT = word_set("pounds_weight")
_MONEY = word_set("pounds_money")
_FUNDS = word_set("pounds_funds")


def are_money(atoms: Atoms, numeral: Numeral, last: int) -> bool:
    """Whether the pounds whose unit ends at atom `last` are money, by the words around; weight if nothing says so.

    Of what stands in news without a sign, all pounds told by the million and not followed by "of" are money.
    """
    around = {atom.lower for atom in (*_clause(atoms, numeral.first - 1, -1), *_clause(atoms, last + 1, 1))}
    if around & _WEIGHT:
        return False
    if atoms[last + 1].lower == "of":
        return any(atoms[place].lower in _FUNDS for place in (last + 2, last + 3))
    if numeral.scale >= _MILLIONS:
        return True
    if atoms[numeral.last + 1].text in ("-", "‑"):  # "a 500-pound bomb cost": only what it stands before
        return any(atoms[place].lower in _MONEY for place in (last + 1, last + 2))
    return bool(around & _MONEY)


def _clause(atoms: Atoms, start: int, step: int) -> Iterator[Atom]:
    """The atoms from a place on, up to the end of the sentence or as far as words can say what a number is of."""
    for place in range(start, start + step * (_BEFORE if step < 0 else _AFTER), step):
        atom = atoms[place]
        if atom.kind == "none" or (atom.text in _ENDS and atom.gap == 0):
            return
        yield atom
