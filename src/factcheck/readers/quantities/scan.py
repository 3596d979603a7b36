"""Number expressions in a text, in digits, in words and mixed, as values: no units, no hedges, no grammar.

Covers the styles of news agencies, the continental habits that leak through translation ("816 000", "1,5 million",
"1.234.567") and vague plurals ("tens of thousands"), which have an interval and no value.
"""

from factcheck.lexicon.quantities import numerals
from factcheck.readers.quantities.atoms import Atoms
from factcheck.readers.quantities.cardinals import cardinal
from factcheck.readers.quantities.digits import LONGEST
from factcheck.readers.quantities.numeral import Numeral
from factcheck.readers.quantities.parts import read_part
from factcheck.readers.quantities.vague import read_few, read_half, read_vague

_MINUS = frozenset("-−–")
_SCALES = numerals().scales
_DOZENS = numerals().dozens
_ORDINALS = numerals().ordinals
_PARTS = numerals().parts


def numbers(atoms: Atoms) -> list[Numeral]:
    """Every number expression, longest first at each place, left to right, none overlapping. O(len(atoms))."""
    found: list[Numeral] = []
    index = 0
    while index < len(atoms):
        numeral = _at(atoms, index)
        if numeral is None:
            index += 1
        else:
            found.append(numeral)
            index = numeral.last + 1
    return found


def _at(atoms: Atoms, index: int) -> Numeral | None:
    atom = atoms[index]
    if atom.kind == "word":
        found = read_vague(atoms, index) or read_few(atoms, index) or read_half(atoms, index)
        if found is not None:
            return found
        if atom.lower in ("minus", "negative"):
            return _negative(atoms, index)
        if atom.lower in ("a", "an"):
            return _with_article(atoms, index)
        if atom.lower in _SCALES and atoms[index - 1].lower == "some" and atoms[index + 1].text not in _MINUS:
            return _bare_scale(atoms, index, index)  # "some hundred and seventy calves"
        if atom.lower in _ORDINALS and atom.lower not in ("hundredth",):
            return _ordinal(index, index, _ORDINALS[atom.lower])
    if (atom.text in _MINUS and atom.gap > 0) or (
        atom.text in _MINUS and atoms[index - 1].text in ("", "$", "(", "€", "£")
    ):
        if atoms[index + 1].kind == "digits" and atoms[index + 1].gap == 0:
            return _negative(atoms, index)
        return None
    if atom.text == "." and atoms[index + 1].kind == "digits" and atoms[index + 1].gap == 0:
        before = atoms[index - 1]
        if before.kind == "none" or atom.gap > 0 or before.text in ("(", "$", "£", "€", "~"):
            return _point_first(atoms, index)
        return None
    return cardinal(atoms, index, index)


def _negative(atoms: Atoms, index: int) -> Numeral | None:
    start = index + 1
    if atoms[start].text in _MINUS and atoms[index].kind == "word":
        start += 1
    positive = cardinal(atoms, start, index)
    if positive is None or positive.form not in ("digits", "words", "fraction"):
        return None
    return Numeral(
        index,
        positive.last,
        -positive.value,
        -positive.high,
        -positive.low,
        positive.form,
        positive.scale,
        positive.joined,
    )


def _point_first(atoms: Atoms, index: int) -> Numeral | None:
    digits = atoms[index + 1]
    if not digits.text.isdigit() or len(digits.text) > LONGEST:
        return None
    value = float("0." + digits.text)
    return Numeral(index, index + 1, value, value, value, "digits")


def _with_article(atoms: Atoms, index: int) -> Numeral | None:
    """ "a hundred", "a dozen", "a million and a half", "a third of": the number after the article."""
    word = atoms[index + 1].lower
    if word in _SCALES or word in _DOZENS:
        found = _bare_scale(atoms, index, index + 1)
        if found is not None:
            return found
    part, last = read_part(atoms, index + 1)
    if part and word not in _PARTS and (atoms[last + 1].lower in ("of", "less", "more") or _ends(atoms, last)):
        value = 1 / part
        return Numeral(index, last, value, value, value, "fraction")
    return None


def _bare_scale(atoms: Atoms, first: int, scale: int) -> Numeral | None:
    """The number that starts at `first` and whose "hundred" or "million", at `scale`, counts one of them."""
    found = cardinal(atoms, scale, first, implied=True)
    if found is None:
        return None
    form = "article" if found.last == scale else "words"
    return Numeral(first, found.last, found.value, found.low, found.high, form, found.scale)


def _ends(atoms: Atoms, last: int) -> bool:
    nxt = atoms[last + 1]
    return nxt.kind == "none" or nxt.text in (".", ",", ";", ")") or (nxt.text in ("-", "–", "—") and nxt.gap > 0)


def _ordinal(first: int, last: int, value: float) -> Numeral:
    return Numeral(first, last, value, value, value, "ordinal")
