"""Numbers that a text leaves open: "dozens", "several hundred", "half a million"."""

from factcheck.lexicon.quantities import numerals, word_set
from factcheck.readers.quantities.atoms import Atoms
from factcheck.readers.quantities.cardinals import NUMBER_WORDS
from factcheck.readers.quantities.numeral import Numeral

_DASHES = frozenset("-‐‑")
_SCALES = numerals().scales
_DOZENS = numerals().dozens
_VAGUE = numerals().vague
_FEW = numerals().few
_NOT_A_HALF = word_set("vague_not_a_half")
_AFTER_HALF = word_set("vague_after_half")


def read_vague(atoms: Atoms, index: int) -> Numeral | None:
    """ "dozens", "tens of thousands", "hundreds of millions", "low thousands"."""
    word = atoms[index].lower
    start = index
    part = (1.0, 1.0)
    if word in ("low", "high", "mid") and atoms[index + 1].lower in ("hundreds", "thousands", "millions"):
        word = atoms[index + 1].lower
        part = {"low": (0.5, 4), "mid": (2, 7), "high": (3.5, 10)}[atoms[index].lower]
        unit = _VAGUE[word][0] / 2
        low, high = max(part[0], 1) * unit, part[1] * unit - 1
        return Numeral(start, index + 1, low, low, high, "vague")
    if word in ("thousand", "million", "hundred", "billion") and atoms[index + 1].lower == "of":
        word += "s"  # "thousand of times": the plural is meant
    if word not in _VAGUE:
        return None
    low, high = _VAGUE[word]
    last = index
    multiplied = False
    while atoms[last + 1].lower == "of" and atoms[last + 2].lower in _VAGUE and last - index < 6:
        factor = _VAGUE[atoms[last + 2].lower][0] / 2
        high = (10 ** len(str(int(low))) if not multiplied else high + 1) * factor - 1
        low, last, multiplied = low * factor, last + 2, True
    if word in ("tens", "scores") and not multiplied and atoms[last + 1].lower != "of":
        return None
    if word == "tens" and not multiplied:
        return None
    return Numeral(start, last, low, float(low), float(high), "vague")


def read_few(atoms: Atoms, index: int) -> Numeral | None:
    """ "several hundred", "a few thousand", "a couple of million"."""
    at = index + 1 if atoms[index].lower == "a" else index
    few = _FEW.get(atoms[at].lower)
    if few is None:
        return None
    at += 2 if atoms[at + 1].lower == "of" else 1
    word = atoms[at].lower
    factor = _SCALES.get(word) or _DOZENS.get(word)
    if factor is None:
        return None
    last = at
    while atoms[last + 1].lower in _SCALES:
        last += 1
        factor *= _SCALES[atoms[last].lower]
    low, high = few[0] * factor, (few[1] + 1) * factor - 1
    return Numeral(index, last, low, low, high, "vague", factor)


def read_half(atoms: Atoms, index: int) -> Numeral | None:
    """ "half a million", "half-dozen", "a quarter of a million", "half the men": where half and quarter are numbers."""
    at = index + 1 if atoms[index].lower in ("a", "one") else index
    word = atoms[at].lower
    if word not in ("half", "quarter") or (word == "quarter" and at == index and atoms[at + 1].lower not in _SCALES):
        return None
    if atoms[index - 1].lower in _NOT_A_HALF and not _begins(atoms, index):
        return None
    if atoms[index - 1].text in _DASHES and atoms[index].gap == 0:
        return None
    share = 0.5 if word == "half" else 0.25
    nxt = at + 1
    if atoms[nxt].text in _DASHES:
        nxt += 1
    if atoms[nxt].lower == "of" and atoms[nxt + 1].lower in ("a", "one") and atoms[nxt + 2].lower in _SCALES:
        nxt += 1
    if atoms[nxt].lower in ("a", "an"):
        nxt += 1
    unit = _SCALES.get(atoms[nxt].lower) or _DOZENS.get(atoms[nxt].lower)
    if unit is not None:
        value = share * unit
        return Numeral(index, nxt, value, value, value, "half" if unit == 12 else "words", unit)
    follower = atoms[at + 1].lower
    if follower == "percent" or (word == "half" and at == index and follower not in _AFTER_HALF):
        return None
    if word == "quarter" and follower not in ("of", "to", "more", "less"):
        return None
    if word == "half" and at > index and follower not in _AFTER_HALF:
        return None
    return Numeral(index, at, share, share, share, "fraction")


def _begins(atoms: Atoms, index: int) -> bool:
    """Whether "and half a million" goes on with something new, and does not end a number ("two and half a million")."""
    before = atoms[index - 2]
    scale = atoms[index].lower == "half" and atoms[index + 1].lower == "a" and atoms[index + 2].lower in _SCALES
    counted = before.kind == "digits" or before.lower in NUMBER_WORDS
    return scale and atoms[index - 1].lower == "and" and not counted
