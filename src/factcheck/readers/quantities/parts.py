"""Parts of one in words: "two thirds", "a half", "fifty-four hundredths"."""

from factcheck.lexicon.quantities import numerals
from factcheck.readers.quantities.atoms import Atoms
from factcheck.readers.quantities.digits import read_share

_DASHES = frozenset("-‐‑")
_UNITS = numerals().units
_TENS = numerals().tens
_SCALES = numerals().scales
_ORDINALS = numerals().ordinals
_PARTS = numerals().parts


def read_part(atoms: Atoms, at: int) -> tuple[float, int]:
    """The denominator named from `at` ("third", "twenty-fifths", "quarters") and its last atom, or (0, at)."""
    word = atoms[at].lower
    if word in _TENS:
        step = 2 if atoms[at + 1].text in _DASHES else 1
        tail = _singular(atoms[at + step].lower)
        if tail in _ORDINALS and _ORDINALS[tail] < 10:
            return _TENS[word] + _ORDINALS[tail], at + step
        return 0, at
    if word in _PARTS:
        return _PARTS[word], at
    single = _singular(word)
    if single in _ORDINALS and _ORDINALS[single] > 2:
        return _ORDINALS[single], at
    return 0, at


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") else word


def counted_part(atoms: Atoms, at: int) -> tuple[float, int]:
    """The share and its last atom of "a half", "two thirds", "fifty-four hundredths" from `at`, or (0, at)."""
    word = atoms[at].lower
    if atoms[at].kind == "digits":
        share = read_share(atoms, at)
        return (share, at + 2) if share else (0.0, at)
    top, end = (1.0, at) if word in ("a", "an") else (float(_UNITS.get(word, _TENS.get(word, 0))), at)
    if not top:
        return 0.0, at
    if word in _TENS:
        step = 2 if atoms[end + 1].text in _DASHES else 1
        if 0 < _UNITS.get(atoms[end + step].lower, 0) < 10:
            top += _UNITS[atoms[end + step].lower]
            end += step
    nxt = end + 2 if atoms[end + 1].text in _DASHES else end + 1
    part, last = read_part(atoms, nxt)
    return (top / part, last) if part else (0.0, at)


def reads_as_part(atoms: Atoms, at: int, end: int, index: int) -> bool:
    """ "two quarters" of a year are no fraction; "three quarters of the men" are."""
    if atoms[at].lower not in _PARTS:
        return atoms[end].lower != "seconds"
    after = atoms[end + 1].lower
    return (
        after in ("of", "the")
        or after in _SCALES
        or atoms[end].lower in ("half", "halves")
        or (atoms[index - 1].kind == "none" and atoms[end + 1].kind == "none")
        or atoms[at - 1].text in _DASHES
    )
