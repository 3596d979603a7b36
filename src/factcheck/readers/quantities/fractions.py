"""What ends a cardinal: "and a half", "three fifths", "one in five", "point zero three"."""

from factcheck.lexicon.quantities import numerals
from factcheck.readers.quantities.atoms import Atoms
from factcheck.readers.quantities.numeral import Sum
from factcheck.readers.quantities.parts import counted_part, read_part, reads_as_part

_DASHES = frozenset("-‐‑")
_UNITS = numerals().units
_SCALES = numerals().scales


def spoken_decimal(atoms: Atoms, value: float, last: int) -> tuple[float, int, bool]:
    """ "two hundred point zero three"."""
    if atoms[last + 1].lower != "point":
        return value, last, False
    digits = ""
    at = last + 2
    while atoms[at].lower in _UNITS and len(digits) < 12:
        digits += str(_UNITS[atoms[at].lower])
        at += 1
    if not digits:
        return value, last, False
    return value + float("0." + digits), at - 1, True


def fraction(atoms: Atoms, value: float, last: int, state: Sum, index: int) -> tuple[float, int, str] | None:
    """The value with "and a half" or "and two thirds" added, or made a part of one; None without one."""
    nxt = last + 1
    if atoms[nxt].lower == "and":
        share, end = counted_part(atoms, nxt + 1)
        if share and share < 1:
            scale = _SCALES.get(atoms[end + 1].lower, 0.0)
            if state.last_scale != float("inf"):
                unit = scale if scale and scale < state.last_scale else state.last_scale
                return value + share * unit, end + (1 if scale and scale < state.last_scale else 0), "words"
            if scale and scale > 100:
                state.scale = scale
                return (value + share) * scale, end + 1, "words"
            return value + share, end, state.form
    if state.form == "words" and not state.joined and atoms[index].kind != "digits":
        at = nxt + 1 if atoms[nxt].text in _DASHES else nxt
        part, end = read_part(atoms, at)
        single = atoms[end].lower[-1:] != "s"
        if part and (single == (value == 1)) and reads_as_part(atoms, at, end, index):
            result = value / part
            follows = end + 1
            if atoms[follows].lower == "of" and atoms[follows + 1].lower in ("a", "one"):
                follows += 2
            times = _SCALES.get(atoms[follows].lower)
            if times is not None and times > 100:
                return result * times, follows, "words"
            return result, end, "fraction"
    return None
