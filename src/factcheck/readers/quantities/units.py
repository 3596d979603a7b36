"""The unit beside a number: a word, a symbol, a currency sign on either side, and what it is per."""

from dataclasses import dataclass, replace

from factcheck.lexicon.quantities import Unit, numerals, units, word_set
from factcheck.readers.quantities.atoms import Atoms
from factcheck.readers.quantities.numeral import Numeral
from factcheck.readers.quantities.pounds import are_money

_WORDS = units().words
_SYMBOLS = units().symbols
_SIGNS = units().signs
# The first atom of every unit, and the last of every sign: most words beside a number are neither.
_FIRST = frozenset(Atoms(form)[0].lower for form in (*_WORDS, *_SYMBOLS))
_LAST = frozenset(Atoms(form)[len(Atoms(form)) - 1].text for form in _SIGNS)
_CODES = {code.lower(): unit for code, unit in _SIGNS.items() if len(code) == 3 and code.isalpha() and code.isupper()}
_SCALES = numerals().scales
_POUNDS = frozenset({"pound", "pounds"})
_STERLING = _WORDS["pound sterling"]
_LONGEST = 4  # atoms in a unit
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_DASHES = frozenset("-‐‑–")
_LONE = frozenset("mgWVCFKLhRNJ")  # letters that are units even after a blank
_LETTER_SIGNS = frozenset(["usd", "eur", "gbp", "aud", "cad", "rmb", "cny", "jpy", "inr"])
_NOT_UNITS = frozenset({"mark", "second", "bit", "stone", "won", "real", "turn", "ether", "sterling"})
_RESOLUTIONS = frozenset((240, 360, 480, 720, 1080, 1440, 2160, 4320))
_RELATIVE = frozenset(("ago", "earlier", "later", "before", "after", "previously", "prior", "on"))
_PREPOSITIONS = frozenset(("for", "in", "over", "within", "after", "once", "twice", "about", "than"))
_HALVES = frozenset(["half", "round", "place", "quarter", "rank", "string", "guess", "hand", "year", "baseman", "leg"])
_NO_PLURALS = frozenset({"is", "was", "has", "does", "his", "its", "this", "as", "us"})
_DIMENSIONS = word_set("units_dimensions")
_EACH = word_set("units_each")


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit as found: over which atoms it reaches (the number's own included), what it is per, and how often the
    number counts ("MUSD" is a million). `written` is the unit as the text has it."""

    unit: Unit
    first: int
    last: int
    written: str
    factor: float = 1.0
    per: str | None = None


def measure(atoms: Atoms, numeral: Numeral, floor: int = -1) -> Measure | None:
    """The unit of a number, None where it has none: what follows it then is counted, or it is no amount.

    Signs up to atom `floor` belong to the number before ("10 $ 30 $").
    """
    found = _before(atoms, numeral)
    if found is not None and found.first <= floor:
        found = None
    found = found or _after(atoms, numeral) or _code_before(atoms, numeral)
    if found is not None and found.written.lower() in _POUNDS and are_money(atoms, numeral, found.last):
        found = replace(found, unit=_STERLING)
    return None if found is None else _rated(atoms, found)


def is_million(atoms: Atoms, numeral: Numeral) -> bool:
    """Whether the "m" of "3m" is a million: with money always, else unless a length is meant."""
    tail = atoms[numeral.last].text
    if tail not in ("m", "t", "b"):
        return True
    if _before(atoms, numeral) is not None:
        return True
    nxt = atoms[numeral.last + 1]
    if tail != "m":
        return False
    if nxt.kind != "word" or nxt.lower in _DIMENSIONS:
        return False
    for at in range(numeral.last + 1, numeral.last + 6):
        if atoms[at].kind != "word":
            return False
        if (atoms[at].lower.endswith("s") and atoms[at].lower not in _NO_PLURALS) or atoms[at].lower == "people":
            return True
    return False


def _before(atoms: Atoms, numeral: Numeral) -> Measure | None:
    at = numeral.first - 1
    if atoms[numeral.first].gap > 1 or not (atoms[at].text in _LAST or _millions(atoms[at].text)):
        return None
    for size in (4, 3, 2, 1):
        first = at - size + 1
        if first < 0:
            continue
        raw = atoms.slice(first, at)
        unit = _SIGNS.get(raw)
        if unit is None:
            million = raw[1:] if raw[:1] == "M" and len(raw) == 4 else ""
            if million in _SIGNS:
                return Measure(_SIGNS[million], first, numeral.last, raw, 1e6)
            continue
        lettered = raw[0].isalpha()
        if lettered and atoms[first].gap == 0 and first > 0 and atoms[first - 1].kind != "mark":
            continue
        last = numeral.last
        while atoms[last + 1].lower in ("usd", "us") and raw in ("$", "US$") and atoms[last + 1].text.isupper():
            last += 1  # "$31.20 US"
        return Measure(unit, first, last, raw)
    return None


def _millions(word: str) -> bool:
    """ "MUSD": a million of a currency by its code."""
    return len(word) == 4 and word[0] == "M" and word[1:] in _SIGNS


def _code_before(atoms: Atoms, numeral: Numeral) -> Measure | None:
    word = atoms[numeral.first - 1].lower
    if atoms[numeral.first].gap != 1:
        return None
    if word in _LETTER_SIGNS:
        return Measure(_CODES.get(word) or _SIGNS[word], numeral.first - 1, numeral.last, word)
    if word in ("dollar", "euro") and atoms[numeral.first - 2].lower not in ("the", "a", "us", "one"):
        return Measure(_WORDS[word], numeral.first - 1, numeral.last, word)
    return None


def _after(atoms: Atoms, numeral: Numeral) -> Measure | None:
    start = numeral.last + 1
    hyphen = False
    if atoms[start].text in _BRACKETS and atoms[start].gap <= 1:
        found = _phrase(atoms, start + 1, numeral, True)
        if found is not None and atoms[found.last + 1].text == _BRACKETS[atoms[start].text]:
            return Measure(found.unit, numeral.first, found.last + 1, found.written)
        return None
    if atoms[start].text in _DASHES:
        spaced = atoms[start].gap == 1 and atoms[start + 1].gap == 1 and atoms[start + 1].lower in _WORDS
        if (spaced and atoms[start + 1].lower.endswith("s")) or (
            not spaced and (atoms[start].gap or atoms[start + 1].gap)
        ):
            return None  # a dash, not the hyphen of "28 - year - old"
        start += 1
        hyphen = True
    found = _phrase(atoms, start, numeral, hyphen)
    if found is None and not hyphen and atoms[start].lower in _BETWEEN and atoms[start].gap == 1:
        found = _phrase(atoms, start + 1, numeral, hyphen)  # "2,301 career points", "five straight days"
    return found


_BETWEEN = frozenset(
    ["career", "straight", "consecutive", "full", "whole", "solid", "long", "short", "entire", "calendar", "total"]
)


def _phrase(atoms: Atoms, start: int, numeral: Numeral, hyphen: bool) -> Measure | None:
    head = atoms[start]
    if head.kind in ("none", "digits") or head.gap > 1 or not (head.lower in _FIRST or _millions(head.text)):
        return None
    for size in range(_LONGEST, 0, -1):
        last = start + size - 1
        if atoms[last].kind == "none":
            continue
        raw = atoms.slice(start, last)
        if len(raw) > 40 or "\n" in raw:
            continue
        unit = _WORDS.get(raw.lower()) or _WORDS.get(" ".join(raw.lower().split()))
        if unit is None and (head.gap == 0 or not hyphen):
            unit = _symbol(atoms, raw, start, last, numeral)
        elif unit is not None and not _word_is_unit(atoms, raw.lower(), start, last, numeral, hyphen):
            unit = None
        if unit is None:
            factor = 1e6 if raw[:1] == "M" and raw[1:] in _SIGNS and len(raw) == 4 else 0
            if factor:
                return Measure(_SIGNS[raw[1:]], numeral.first, last, raw, factor)
            continue
        if unit.kind == "money" and atoms[last + 1].lower in ("million", "billion", "trillion") and numeral.scale == 1:
            return Measure(unit, numeral.first, last + 1, raw, _SCALES[atoms[last + 1].lower])
        return Measure(unit, numeral.first, last, raw)
    return None


def _word_is_unit(atoms: Atoms, word: str, start: int, last: int, numeral: Numeral, hyphen: bool) -> bool:
    nxt = atoms[last + 1]
    if word == "second" and not hyphen:
        after = atoms[last + 2] if nxt.text in _DASHES else nxt
        return numeral.form == "digits" and after.lower not in _HALVES
    if word in _NOT_UNITS and not hyphen:
        return word == "bit" and numeral.value > 2
    if word in ("won", "lev", "som", "dong", "rand", "taka", "mark", "sol") and atoms[start].text[0].isupper():
        return False
    return not (word in ("pound", "pounds") and numeral.form == "ordinal")


def _symbol(atoms: Atoms, raw: str, start: int, last: int, numeral: Numeral) -> Unit | None:
    unit = _SYMBOLS.get(raw)
    if unit is None:
        return None
    gap = atoms[start].gap
    after = atoms[last + 1]
    if after.gap == 0 and (after.kind != "mark" or after.text in "$£€") and raw not in ("$", "€", "£", "%", "°"):
        return None
    if raw == "$" and after.gap == 0 and after.text in "_{":
        return None
    if raw in ("'", '"', "''"):
        return unit if gap == 0 and _no_open_quote(atoms, start, raw) else None
    if raw == "p" and (numeral.value in _RESOLUTIONS or gap):
        return None
    if raw.isalpha() and gap:
        named = after.text[:1].isupper() and not after.text.isupper()
        if len(raw) == 1 and (raw not in _LONE or after.text == "." or (named and after.gap)):
            return None
        if (
            raw in ("pc", "ms", "min.", "mb", "hr", "ha", "ps", "gr", "mt", "us", "PS", "Pa", "PA", "cal")
            and not after.text.islower()
        ):
            return unit if raw in ("pc", "ha", "hr", "ms", "mt") else None
        if numeral.form not in ("digits",):
            return unit if len(raw) > 2 and raw.isupper() else None
    return unit


def _no_open_quote(atoms: Atoms, at: int, quote: str) -> bool:
    """Whether the mark after the digits closes no quotation that began shortly before."""
    opened = sum(atoms[k].text == quote[0] for k in range(max(0, at - 40), at))
    return opened % 2 == 0


def _rated(atoms: Atoms, found: Measure) -> Measure:
    """Add "per gallon", "a share", "an hour", "/week" where the unit is one that goes with it."""
    at = found.last + 1
    word = atoms[at].lower
    if word == "of" and found.unit.kind != "percent":
        at = _period_after_of(atoms, at)
        word = atoms[at].lower
    if atoms[at].text in _DASHES and atoms[at + 1].lower in ("a", "per", "an"):
        at, word = at + 1, atoms[at + 1].lower  # "$70-a-share"
    if word not in ("per", "a", "an", "/", "every", "each", "p") or found.unit.kind in ("percentage_point", "speed"):
        return found
    if word in ("a", "an") and atoms[at + 2].lower in _RELATIVE:
        return found  # "$610 million a year earlier"
    if word == "p" and not (atoms[at + 1].text == "/" and atoms[at + 2].lower == "h"):
        return found
    at += 1
    if atoms[at].text in _DASHES:
        at += 1
    for size in (2, 1):
        last = at + size - 1
        raw = atoms.slice(at, last) if atoms[last].kind != "none" else ""
        if "\n" in raw or not raw:
            continue
        unit = _WORDS.get(raw.lower()) or (_SYMBOLS.get(raw) if word in ("/", "per") else None)
        if unit is not None and (word not in ("a", "an", "each") or _goes_with(found.unit, raw.lower(), unit)):
            return Measure(
                found.unit,
                found.first,
                last,
                found.written + atoms.text[atoms[found.last].end : atoms[last].end],
                found.factor,
                unit.name,
            )
        if size == 1 and atoms[at].kind == "word" and (raw.lower() in _EACH or word == "per"):
            if word in ("a", "an", "each") and not _goes_with(found.unit, raw.lower(), None):
                continue
            return Measure(
                found.unit,
                found.first,
                last,
                found.written + atoms.text[atoms[found.last].end : atoms[last].end],
                found.factor,
                raw.lower(),
            )
    return found


def _period_after_of(atoms: Atoms, at: int) -> int:
    """Where the "a" of "gallons of jet fuel a year" stands; `at` itself where there is none."""
    for k in range(at + 1, at + 6):
        if atoms[k].kind != "word":
            return at
        if atoms[k - 1].lower in _PREPOSITIONS:
            continue
        if atoms[k].lower in ("a", "per") and atoms[k + 1].lower in ("year", "day", "month", "week", "hour", "minute"):
            return k
    return at


def _goes_with(unit: Unit, word: str, per: Unit | None) -> bool:
    """ "$5 a share", "3 hours a day", but "10 miles a group of men walked" and "a 5 percent a year" with care."""
    if per is not None and per.kind == "duration":
        return word not in ("second", "night") or unit.kind == "money"
    return unit.kind == "money" and (word in _EACH or per is not None)
