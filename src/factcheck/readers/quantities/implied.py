"""Amounts without a number: "nearly a year", "for decades", "tons of heroin"."""

from factcheck.lexicon.quantities import Unit, units, word_set
from factcheck.readers.quantities.amount import Amount
from factcheck.readers.quantities.atoms import Atoms
from factcheck.readers.quantities.bounds import before_hedge

_WORDS = units().words
_WITH_ARTICLE = frozenset(("duration", "length", "mass"))
_BULK = frozenset(("mass", "volume", "length", "area"))
_LONG = frozenset(["hours", "days", "weeks", "months", "years", "decades", "centuries"])
_AFTER_NONE = word_set("implied_after_none")
_FIGURATIVE = frozenset(["foot", "feet", "points", "pounds", "yards", "marks", "metres", "meters", "inches"])


def implied(atoms: Atoms) -> list[Amount]:
    """Units that an article, or nothing at all, stands before, where the text still says how much.

    An article counts only with a hedge ("more than a decade": without one it is mere syntax), a plural only after "for"
    ("for decades") or before "of" ("tons of cocaine"). Plurals begin at two and have no end.
    """
    out: list[Amount] = []
    for index in range(len(atoms)):
        atom = atoms[index]
        if atom.lower in ("a", "an"):
            found = _article(atoms, index)
        elif atom.lower == "none":
            found = _none(atoms, index)
        elif atom.kind == "word" and atom.lower.endswith("s") and atom.lower in _WORDS:
            found = _plural(atoms, index)
        else:
            continue
        if found is not None:
            out.append(found)
    return out


def _article(atoms: Atoms, index: int) -> Amount | None:
    unit = _WORDS.get(atoms[index + 1].lower)
    if unit is None or unit.kind not in _WITH_ARTICLE or atoms[index + 1].lower in _FIGURATIVE:
        return None
    if atoms[index + 2].lower in ("old", "long"):
        return None
    half = [atoms[k].lower for k in range(index + 2, index + 5)] == ["and", "a", "half"]
    value, last = (1.5, index + 4) if half else (1.0, index + 1)
    if atoms[index - 1].lower == "than" and atoms[index - 2].lower not in ("more", "less", "longer", "fewer"):
        return None  # "higher than a year earlier"
    hedge = before_hedge(atoms, index, -1)
    if hedge is None or hedge[0] in ("exact", "equal"):
        return None
    return Amount(index, last, (index, index), value, value, value, "article", unit=unit, written=atoms[index + 1].text)


def _none(atoms: Atoms, index: int) -> Amount | None:
    """ "None succeeded", "none of the men": nought of what was spoken of."""
    after = atoms[index + 1]
    if after.kind != "word" or not after.text.islower() or after.lower in _AFTER_NONE or after.gap != 1:
        return None
    return Amount(index, index, (index, index), 0.0, 0.0, 0.0, "words")


def _plural(atoms: Atoms, index: int) -> Amount | None:
    unit: Unit = _WORDS[atoms[index].lower]
    before, after = atoms[index - 1], atoms[index + 1]
    lasting = atoms[index].lower in _LONG and before.lower == "for" and after.lower not in ("to", "of")
    bulk = unit.kind in _BULK and after.lower == "of" and atoms[index].lower not in _FIGURATIVE
    if not lasting and not (bulk and before.kind != "digits"):
        return None
    return Amount(index, index, (index, index), None, 2.0, float("inf"), "some", unit=unit, written=atoms[index].text)
