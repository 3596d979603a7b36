"""Number expressions in a text, in digits, in words and mixed, as values: no units, no hedges, no grammar of the sentence.

Covers the styles of news agencies, the continental habits that leak through translation ("816 000", "1,5 million",
"1.234.567") and vague plurals ("tens of thousands"), which have an interval and no value.
"""

import re
from dataclasses import dataclass

from factcheck.lexicon.quantities import numerals
from factcheck.readers.quantities.atoms import Atom, Atoms

LONGEST = 30  # characters of digits that can still be an amount; longer runs are codes
_POWER = re.compile(r"\s?[x×*·]\s?10\s?(?:\^\s?([-−–+]?\d{1,2})|([-−–+]\d{1,2}))(?!\d)|\^([-+]{0,2}\d{1,3})(?![\d.])")
_EXPONENT = re.compile(r"[eE]([-+]?\d{1,3})(?![\w.])")
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 32, 64, 100, 1000))
_MINUS = frozenset("-−–")
_DASHES = frozenset("-‐‑")
_UNITS = numerals().units
_TENS = numerals().tens
_SCALES = numerals().scales
_MARKS = numerals().scale_marks
_ATTACHED = numerals().attached_scales
_DOZENS = numerals().dozens
_ORDINALS = numerals().ordinals
_PARTS = numerals().parts
_FRACTIONS = numerals().fractions
_VAGUE = numerals().vague
_FEW = numerals().few
_NUMBER_WORDS = frozenset(_UNITS) | frozenset(_TENS) | frozenset(_SCALES)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, over the atoms `first` to `last`, both included.

    `form` is "digits", "words" (also mixed), "fraction", "vague" (no value; `low` to `high`), "article" ("a dozen", "a
    million": the number is only implied), "ordinal" or "decade" ("1990s", value 1990). `scale` is the last scale word's
    factor, 1 without one; `joined` tells a scale letter without a blank ("3m"), which may be a unit instead.
    """

    first: int
    last: int
    value: float
    low: float
    high: float
    form: str
    scale: float = 1.0
    joined: bool = False


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
        found = _vague(atoms, index) or _few(atoms, index) or _half(atoms, index)
        if found is not None:
            return found
        if atom.lower in ("minus", "negative"):
            return _negative(atoms, index)
        if atom.lower in ("a", "an"):
            return _with_article(atoms, index)
        if atom.lower in _ORDINALS and atom.lower not in ("hundredth",):
            return _ordinal(index, index, _ORDINALS[atom.lower])
    if atom.text in _MINUS and atom.gap > 0 or atom.text in _MINUS and atoms[index - 1].text in ("", "$", "(", "€", "£"):
        if atoms[index + 1].kind == "digits" and atoms[index + 1].gap == 0:
            return _negative(atoms, index)
        return None
    if atom.text == "." and atoms[index + 1].kind == "digits" and atoms[index + 1].gap == 0:
        before = atoms[index - 1]
        if before.kind == "none" or atom.gap > 0 or before.text in ("(", "$", "£", "€", "~"):
            return _point_first(atoms, index)
        return None
    return _cardinal(atoms, index, index)


def _negative(atoms: Atoms, index: int) -> Numeral | None:
    start = index + 1
    if atoms[start].text in _MINUS and atoms[index].kind == "word":
        start += 1
    positive = _cardinal(atoms, start, index)
    if positive is None or positive.form not in ("digits", "words", "fraction"):
        return None
    return Numeral(
        index, positive.last, -positive.value, -positive.high, -positive.low, positive.form, positive.scale, positive.joined
    )


def _point_first(atoms: Atoms, index: int) -> Numeral | None:
    digits = atoms[index + 1]
    if not digits.text.isdigit() or len(digits.text) > LONGEST:
        return None
    value = float("0." + digits.text)
    return Numeral(index, index + 1, value, value, value, "digits")


def _vague(atoms: Atoms, index: int) -> Numeral | None:
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


def _few(atoms: Atoms, index: int) -> Numeral | None:
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


def _half(atoms: Atoms, index: int) -> Numeral | None:
    """ "half a million", "half-dozen", "a quarter of a million", "half the men": where half and quarter are numbers."""
    at = index + 1 if atoms[index].lower in ("a", "one") else index
    word = atoms[at].lower
    if word not in ("half", "quarter") or (word == "quarter" and at == index and atoms[at + 1].lower not in _SCALES):
        return None
    if atoms[index - 1].lower in _NOT_A_HALF or (atoms[index - 1].text in _DASHES and atoms[index].gap == 0):
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


_NOT_A_HALF = frozenset(
    "first second last latter other third fourth this next previous better closing opening final and each every either".split()
)
_AFTER_HALF = frozenset("of the a an its his her their our my your those these that as".split())


def _with_article(atoms: Atoms, index: int) -> Numeral | None:
    """ "a hundred", "a dozen", "a million and a half", "a third of": the number after the article."""
    word = atoms[index + 1].lower
    if word in _SCALES or word in _DOZENS:
        found = _cardinal(atoms, index + 1, index, implied=True)
        if found is not None:
            plain = found.last == index + 1
            return Numeral(
                index, found.last, found.value, found.low, found.high, "article" if plain else "words", found.scale
            )
    part, last = _part(atoms, index + 1)
    if part and word not in _PARTS and (atoms[last + 1].lower in ("of", "less", "more") or _ends(atoms, last)):
        value = 1 / part
        return Numeral(index, last, value, value, value, "fraction")
    return None


def _ends(atoms: Atoms, last: int) -> bool:
    nxt = atoms[last + 1]
    return nxt.kind == "none" or nxt.text in (".", ",", ";", ")") or (nxt.text in ("-", "–", "—") and nxt.gap > 0)


def _part(atoms: Atoms, at: int) -> tuple[float, int]:
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


def _ordinal(first: int, last: int, value: float) -> Numeral:
    return Numeral(first, last, value, value, value, "ordinal")


def _cardinal(atoms: Atoms, index: int, first: int, implied: bool = False, simple: bool = False) -> Numeral | None:
    """Read a cardinal, with its fraction, from `index`; the numeral starts at `first` (a sign or article before it).

    `simple` reads no "and" and no fraction: looking ahead never looks ahead again, which keeps the time linear.
    """
    state = _Sum()
    state.simple = simple
    at = index
    if implied:
        state.current = 1.0
    while True:
        step = _take(atoms, at, state, at == index)
        if step == 0:
            break
        at += step
        if state.done:
            break
    last = at - 1
    if last < index:
        return None
    if state.form in ("ordinal", "decade"):
        return Numeral(first, last, state.total + (state.current or 0), *([state.total + (state.current or 0)] * 2), state.form)
    value = state.total + (state.current or 0.0)
    if simple:
        return Numeral(first, last, value, value, value, state.form, state.scale, state.joined)
    if state.form == "words" and not state.done:
        value, last, decimal = _spoken_decimal(atoms, value, last)
        if decimal and atoms[last + 1].lower in _SCALES:
            last += 1
            state.scale = _SCALES[atoms[last].lower]
            value *= state.scale
    value, last, form = _fraction(atoms, value, last, state, index)
    return Numeral(first, last, value, value, value, form, state.scale, state.joined)


class _Sum:
    """What has been read of a number so far: `total` of closed scale groups and the `current` open one."""

    __slots__ = ("current", "decimal", "done", "form", "joined", "last_scale", "scale", "simple", "total", "worded")

    def __init__(self) -> None:
        self.total = 0.0
        self.current: float | None = None
        self.form = "words"
        self.scale = 1.0
        self.last_scale = float("inf")
        self.joined = False
        self.done = False
        self.decimal = False
        self.worded = True
        self.simple = False


def _take(atoms: Atoms, at: int, state: _Sum, opening: bool) -> int:
    """Add the atom at `at` to the sum; returns how many atoms it took, 0 where the number has ended."""
    atom = atoms[at]
    if atom.kind == "digits":
        return _take_digits(atoms, at, state, opening)
    if atom.text in _FRACTIONS:
        if not opening and (atom.gap > 1 or state.form != "digits" or state.current is None):
            return 0
        state.current = (state.current or 0.0) + _FRACTIONS[atom.text]
        state.form, state.decimal = "fraction" if opening else "digits", True
        return 1
    if opening:
        return _take_word(atoms, at, state)
    if atom.text in _DASHES and atom.gap <= 1 and state.form == "words" and atoms[at + 1].gap <= 1:
        joins = _joins(atoms, at + 1, state)
        return 1 + _take_word(atoms, at + 1, state) if joins else 0
    if atom.lower == "and":
        return 0 if state.simple else _take_and(atoms, at, state)
    if atom.lower in _MARKS and state.form == "digits" and state.current is not None and atom.gap <= 1:
        _close(state, _MARKS[atom.lower])
        state.done = True
        return 1
    if atom.kind == "word" and atom.gap == 0 and atom.text in _ATTACHED and state.form == "digits" and state.current is not None:
        _close(state, _ATTACHED[atom.text])
        state.done = state.joined = True
        return 1
    return _take_word(atoms, at, state)


def _joins(atoms: Atoms, at: int, state: _Sum) -> bool:
    """Whether the word after a hyphen continues the number: "twenty-one", "two-hundred"."""
    word = atoms[at].lower
    if word in _SCALES:
        return True
    small = _UNITS.get(word, 0) or (_ORDINALS.get(word, 0) if _ORDINALS.get(word, 99) < 10 else 0)
    return state.current is not None and state.current % 100 in _TENS.values() and 0 < small < 10


def _take_and(atoms: Atoms, at: int, state: _Sum) -> int:
    nxt = atoms[at + 1]
    closed = state.current is None
    if not closed and (state.current or 0) % 100 != 0:
        return 0
    if nxt.kind == "digits":
        small = _digits_value(nxt.text)
        if small is None or small == 0 or (small >= 100 and not closed) or (closed and not state.worded):
            return 0
    elif nxt.lower not in _UNITS and nxt.lower not in _TENS:
        return 0
    elif _UNITS.get(nxt.lower) == 0:
        return 0
    else:
        share, end = _counted_part(atoms, at + 1)
        if share and (closed or atoms[end + 1].lower in _SCALES):
            return 0  # "one billion and three quarters million"
    probe = _cardinal(atoms, at + 1, at + 1, simple=True)
    limit = 100.0 if not closed else state.last_scale
    if not closed and probe is not None and probe.scale >= 1000 and probe.value < 100 * probe.scale:
        limit = probe.value + 1  # "two hundred and two thousand"
    if probe is None or probe.value >= limit or probe.form not in ("words", "digits"):
        return 0
    if state.form == "digits" and closed and not any(
        atoms[k].lower in _SCALES for k in range(at + 1, probe.last + 1)
    ):
        return 0  # "5 million and three others" are two numbers
    taken = _take_digits(atoms, at + 1, state, False) if nxt.kind == "digits" else _take_word(atoms, at + 1, state)
    return 1 + taken if taken else 0


def _take_word(atoms: Atoms, at: int, state: _Sum) -> int:
    word = atoms[at].lower
    current = state.current
    if word in _UNITS:
        value = _UNITS[word]
        if current is None:
            state.current = float(value)
        elif state.form != "words" or value == 0:
            return 0
        elif current % 100 == 0 and current >= 100:
            state.current = current + value
        elif current % 10 == 0 and 20 <= current % 100 <= 90 and value < 10:
            state.current = current + value
        else:
            return 0
        return 1
    if word in _TENS:
        if current is None:
            state.current = float(_TENS[word])
        elif state.form == "words" and current % 100 == 0 and current >= 100:
            state.current = current + _TENS[word]
        else:
            return 0
        return 1
    if word in _SCALES:
        return _take_scale(word, state)
    if word in _DOZENS and current is not None:
        rest = current % 100 if current > 100 else current
        state.current = current - rest + rest * 12
        state.scale, state.done = 12.0, True
        return 1
    single = word
    if single in _ORDINALS and current is not None and state.form == "words":
        value = _ORDINALS[single]
        if value < 10 and current % 10 == 0 and (20 <= current % 100 <= 90 or (current % 100 == 0 and current >= 100)):
            state.current = current + value
        elif 10 <= value < 100 and current % 100 == 0 and current >= 100:
            state.current = current + value
        elif value >= 100 and (current >= 100 or current > 1 and value == 100):
            state.current = current * value
        else:
            return 0
        state.form, state.done = "ordinal", True
        return 1
    return 0


def _take_scale(word: str, state: _Sum) -> int:
    factor = _SCALES[word]
    if factor == 100:
        if state.current is None or (state.current >= 100 and state.form == "words"):
            return 0
        state.current *= 100
        state.scale = 100.0
        return 1
    if state.current is None:
        if state.total == 0 or state.last_scale > factor:
            return 0
        state.total *= factor  # "a hundred thousand million"
        state.scale = state.last_scale = factor
        return 1
    if factor >= state.last_scale:
        return 0
    _close(state, factor)
    return 1


def _close(state: _Sum, factor: float) -> None:
    state.total += (state.current or 0.0) * factor
    state.current = None
    state.scale = state.last_scale = factor


def _take_digits(atoms: Atoms, at: int, state: _Sum, opening: bool) -> int:
    if not opening and (state.current is not None or state.decimal):
        after_and = atoms[at - 1].lower == "and" and state.current is not None and state.current % 100 == 0
        if state.current is not None and state.form == "digits" and not state.decimal and not after_and:
            return _slash(atoms, at, state)
        if not after_and:
            return 0
    value, taken = _digit_group(atoms, at)
    if value is None:
        return 0
    if not opening:
        if value >= min(state.last_scale, 1000) or value == 0 or not value.is_integer():
            return 0
        if state.current is not None:  # "3 hundred and 21"
            state.current += value
            return taken
        if atoms[at - 1].lower != "and" and atoms[at + taken].lower not in _SCALES:
            return 0  # "4 thousand 3 hundred" is one number, "4 thousand 3" is none
        state.current = value
        return taken
    state.form, state.worded = "digits", False
    state.decimal = not value.is_integer() and "/" in atoms.slice(at, at + taken - 1)
    state.current = value
    tail = atoms[at + taken]
    if tail.gap == 0 and tail.kind == "word":
        if tail.lower in ("st", "nd", "rd", "th"):
            state.form, state.done = "ordinal", True
            return taken + 1
        if tail.lower in ("s", "’s", "'s") and value % 10 == 0:
            state.form, state.done = "decade", True
            return taken + 1
    if tail.text in ("'", "’") and tail.gap == 0 and atoms[at + taken + 1].lower == "s" and value % 10 == 0:
        state.form, state.done = "decade", True
        return taken + 2
    return taken


def _slash(atoms: Atoms, at: int, state: _Sum) -> int:
    """The "1/4" of "2 1/4"."""
    if atoms[at].gap > 2 or not float(state.current or 0).is_integer():
        return 0
    share = _share(atoms, at)
    if share is None or share >= 1:
        return 0
    state.current = (state.current or 0.0) + share
    state.decimal = True
    return 3


def _share(atoms: Atoms, at: int) -> float | None:
    """ "3/4" as a number, where it is a fraction and no date."""
    top, slash, below = atoms[at], atoms[at + 1], atoms[at + 2]
    if slash.text not in ("/", "⁄") or slash.gap or below.gap or below.kind != "digits":
        return None
    if atoms[at + 3].text in ("/", "-") and atoms[at + 3].gap == 0 and atoms[at + 4].kind == "digits":
        return None
    if atoms[at - 1].text == "/" or not (top.text.isdigit() and below.text.isdigit()) or len(below.text) > 4:
        return None
    bottom = int(below.text)
    if bottom not in _DENOMINATORS or len(top.text) > 3 or int(top.text) == 0:
        return None
    return int(top.text) / bottom


def _digit_group(atoms: Atoms, at: int) -> tuple[float | None, int]:
    """The value of the digits at `at`, joined over blanks where they are groups of three, and how many atoms it took."""
    share = _share(atoms, at)
    if share is not None:
        return share, 3
    head = atoms[at]
    if len(head.text) > LONGEST:
        return None, 1
    joined, taken = _grouped(atoms, at)
    value = _digits_value(joined)
    if value is None:
        return None, 1
    end = atoms[at + taken - 1].end
    power = _POWER.match(atoms.text, end)
    if power is not None:
        exponent = power.group(1) or power.group(2)
        try:
            if exponent is not None:
                value *= 10.0 ** int(exponent.replace("−", "-").replace("–", "-"))
            else:
                sign = power.group(3)
                value **= int(sign.replace("--", "-"))
        except (OverflowError, ZeroDivisionError):
            return None, 1
        return value, atoms.at(power.end()) - at
    science = _EXPONENT.match(atoms.text, end)
    if science is not None:
        value *= 10.0 ** int(science.group(1)) if abs(int(science.group(1))) < 300 else 1.0
        return value, atoms.at(science.end()) - at
    return value, taken


def _grouped(atoms: Atoms, at: int) -> tuple[str, int]:
    """Digits with the groups of three that follow after blanks ("816 000") or after a comma and a blank ("10, 000")."""
    head = atoms[at]
    if not head.text.isdigit() or len(head.text) > 3 or head.text.startswith("0"):
        return head.text, 1
    parts, index = [head.text], at + 1
    while _is_group(atoms[index]) and len(parts) < 6:
        parts.append(atoms[index].text[:3])
        index += 1
    blank_is_plain = atoms.text[head.end : head.end + 1] == " "
    if len(parts) > 1 and (len(parts) > 2 or not blank_is_plain or parts[-1] == "000") and atoms[index].kind != "digits":
        return "".join(parts) + atoms[index - 1].text[3:], index - at
    if atoms[at + 1].text == "," and atoms[at + 1].gap == 0 and atoms[at + 2].text == "000" and atoms[at + 2].gap == 1:
        return head.text + "000", 3
    return head.text, 1


def _is_group(atom: Atom) -> bool:
    if atom.kind != "digits" or atom.gap != 1:
        return False
    return len(atom.text) == 3 and atom.text.isdigit() or (atom.text[3:4] == "." and atom.text[:3].isdigit())


def _digits_value(text: str) -> float | None:
    """The value of digits with points and commas as English or, where that cannot be, as the continent writes them."""
    if len(text) > LONGEST:
        return None
    if text.isdigit():
        return float(text)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", text) or re.fullmatch(r"\d{1,2}(?:,\d{2})+,\d{3}", text):
        return float(text.replace(",", ""))
    if re.fullmatch(r"\d+\.\d+", text):
        return float(text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?", text) or re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d+", text):
        return float(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+,\d{1,2}", text):
        return float(text.replace(",", "."))
    if re.fullmatch(r"\d{4,},\d{3}", text):
        return float(text.replace(",", ""))
    return None


def _spoken_decimal(atoms: Atoms, value: float, last: int) -> tuple[float, int, bool]:
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


def _fraction(atoms: Atoms, value: float, last: int, state: _Sum, index: int) -> tuple[float, int, str]:
    """Add "and a half", "and two thirds", or turn "three quarters", "one-fifth", "two out of five" into a part of one."""
    nxt = last + 1
    if atoms[nxt].lower == "and":
        share, end = _counted_part(atoms, nxt + 1)
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
        part, end = _part(atoms, at)
        single = atoms[end].lower[-1:] != "s"
        if part and (single == (value == 1)) and _reads_as_part(atoms, at, end, index):
            result = value / part
            follows = end + 1
            if atoms[follows].lower == "of" and atoms[follows + 1].lower in ("a", "one"):
                follows += 2
            scale = _SCALES.get(atoms[follows].lower)
            if scale is not None and scale > 100:
                return result * scale, follows, "words"
            return result, end, "fraction"
    return _ratio(atoms, value, last, state)


def _reads_as_part(atoms: Atoms, at: int, end: int, index: int) -> bool:
    """ "two quarters" of a year are no fraction; "three quarters of the men" are."""
    if atoms[at].lower not in _PARTS:
        return atoms[end].lower != "seconds"
    after = atoms[end + 1].lower
    return (
        after in ("of", "the") or after in _SCALES or atoms[end].lower in ("half", "halves")
        or (atoms[index - 1].kind == "none" and atoms[end + 1].kind == "none") or atoms[at - 1].text in _DASHES
    )


def _counted_part(atoms: Atoms, at: int) -> tuple[float, int]:
    """ "a half", "one fourth", "two thirds", "fifty-four hundredths" from `at`: the share and its last atom, or (0, at)."""
    word = atoms[at].lower
    if atoms[at].kind == "digits":
        share = _share(atoms, at)
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
    part, last = _part(atoms, nxt)
    return (top / part, last) if part else (0.0, at)


def _ratio(atoms: Atoms, value: float, last: int, state: _Sum) -> tuple[float, int, str]:
    """ "one in five", "two out of three"."""
    at = last + 1
    if atoms[at].lower in ("in", "of") and atoms[at + 1].lower == "every":
        at += 2
    elif atoms[at].lower == "in":
        at += 1
    elif atoms[at].lower == "out" and atoms[at + 1].lower == "of":
        at += 3 if atoms[at + 2].lower == "every" else 2
    elif atoms[at].lower == "over" and value == 1:
        at += 1
    else:
        return value, last, state.form
    if state.scale != 1 or not 0 < value < 100 or not value.is_integer():
        return value, last, state.form
    nxt = atoms[at]
    if nxt.kind != "digits" and nxt.lower not in _NUMBER_WORDS:
        return value, last, state.form
    below = _cardinal(atoms, at, at, simple=True)
    if below is None or below.form not in ("words", "digits") or not value < below.value:
        return value, last, state.form
    if 1000 < below.value < 2100 and below.form == "digits":
        return value, last, state.form  # "one in 2019"
    if atoms[last + 1].lower == "in" and at == last + 2 and (atoms[below.last + 1].lower in _PERIODS or below.value not in _DENOMINATORS | {50}):
        return value, last, state.form  # "two in five days"
    return value / below.value, below.last, "fraction"


_PERIODS = frozenset(
    "second seconds minute minutes hour hours day days week weeks month months year years decade decades games matches "
    "innings starts attempts nights weekends quarters seasons outings rounds carries appearances".split()
)
