"""Cardinal numbers in digits, in words and mixed, with the fraction or ratio that ends them."""

from factcheck.lexicon.quantities import numerals, word_set
from factcheck.readers.quantities.atoms import Atoms
from factcheck.readers.quantities.digits import DENOMINATORS, digit_group, digits_value, read_share
from factcheck.readers.quantities.fractions import fraction, spoken_decimal
from factcheck.readers.quantities.numeral import Numeral, Sum, scaled
from factcheck.readers.quantities.parts import counted_part

_DASHES = frozenset("-‐‑")
_UNITS = numerals().units
_TENS = numerals().tens
_SCALES = numerals().scales
_MARKS = numerals().scale_marks
_ATTACHED = numerals().attached_scales
_DOZENS = numerals().dozens
_ORDINALS = numerals().ordinals
_FRACTIONS = numerals().fractions
NUMBER_WORDS = frozenset(_UNITS) | frozenset(_TENS) | frozenset(_SCALES)
"""Words of which cardinals are made, in lower case."""
_PERIODS = word_set("cardinals_periods")
_SMALL = frozenset(_UNITS) | frozenset(_TENS)
_MILLION = 1e6
_LONGEST_SMALL = 4  # atoms of "twenty-five"
_TIMES = word_set("cardinals_times")
_APART = frozenset({"ago", "earlier", "later", "before", "after", "previously"})


def cardinal(atoms: Atoms, index: int, first: int, implied: bool = False, simple: bool = False) -> Numeral | None:
    """Read a cardinal, with its fraction, from `index`; the numeral starts at `first` (a sign or article before it).

    `simple` reads no "and" and no fraction: looking ahead never looks ahead again, which keeps the time linear.
    """
    state = Sum()
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
        named = state.total + (state.current or 0.0)
        return Numeral(first, last, named, named, named, state.form)
    value = state.total + (state.current or 0.0)
    if simple:
        return Numeral(first, last, value, value, value, state.form, state.scale, state.joined)
    if state.form == "words" and not state.done:
        value, last, decimal = spoken_decimal(atoms, value, last)
        if decimal and atoms[last + 1].lower in _SCALES:
            last += 1
            state.scale = _SCALES[atoms[last].lower]
            value = scaled(value, state.scale)
    found = fraction(atoms, value, last, state, index)
    value, last, form = _ratio(atoms, value, last, state) if found is None else found
    return Numeral(first, last, value, value, value, form, state.scale, state.joined)


def _take(atoms: Atoms, at: int, state: Sum, opening: bool) -> int:
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
    if atom.text in _DASHES and atom.gap == 0 and atoms[at + 1].gap == 0 and state.form == "digits":
        scaled = atoms[at + 1].lower in _SCALES and state.current is not None  # "38-million"
        return 1 + _take_scale(atoms[at + 1].lower, state) if scaled else 0
    if atom.text in _DASHES and atom.gap <= 1 and state.form == "words" and atoms[at + 1].gap <= 1:
        joins = _joins(atoms, at + 1, state)
        return 1 + _take_word(atoms, at + 1, state) if joins else 0
    if atom.lower == "and":
        return 0 if state.simple else _take_and(atoms, at, state)
    if atom.lower in _MARKS and state.form == "digits" and state.current is not None and atom.gap <= 1:
        _close(state, _MARKS[atom.lower])
        state.done = True
        return 1
    if (
        atom.kind == "word"
        and atom.gap == 0
        and atom.text in _ATTACHED
        and state.form == "digits"
        and state.current is not None
    ):
        _close(state, _ATTACHED[atom.text])
        state.done = state.joined = True
        return 1
    return _take_word(atoms, at, state)


def _joins(atoms: Atoms, at: int, state: Sum) -> bool:
    """Whether the word after a hyphen continues the number: "twenty-one", "two-hundred"."""
    word = atoms[at].lower
    if word in _SCALES:
        return True
    small = _UNITS.get(word, 0) or (_ORDINALS.get(word, 0) if _ORDINALS.get(word, 99) < 10 else 0)
    return state.current is not None and state.current % 100 in _TENS.values() and 0 < small < 10


def _take_and(atoms: Atoms, at: int, state: Sum) -> int:
    nxt = atoms[at + 1]
    closed = state.current is None
    if not closed and (state.current or 0) % 100 != 0:
        return 0
    if nxt.kind == "digits":
        small = digits_value(nxt.text)
        if small is None or small == 0 or (small >= 100 and not closed) or (closed and not state.worded):
            return 0
    elif (nxt.lower not in _UNITS and nxt.lower not in _TENS) or _UNITS.get(nxt.lower) == 0:
        return 0
    else:
        share, end = counted_part(atoms, at + 1)
        if share and (closed or atoms[end + 1].lower in _SCALES):
            return 0  # "one billion and three quarters million"
    probe = cardinal(atoms, at + 1, at + 1, simple=True)
    limit = 100.0 if not closed else state.last_scale
    if not closed and probe is not None and probe.scale >= 1000 and probe.value < 100 * probe.scale:
        limit = probe.value + 1  # "two hundred and two thousand"
    if probe is None or probe.value >= limit or probe.form not in ("words", "digits"):
        return 0
    if state.form == "digits" and closed and not any(atoms[k].lower in _SCALES for k in range(at + 1, probe.last + 1)):
        return 0  # "5 million and three others" are two numbers
    taken = _take_digits(atoms, at + 1, state, False) if nxt.kind == "digits" else _take_word(atoms, at + 1, state)
    return 1 + taken if taken else 0


def _take_word(atoms: Atoms, at: int, state: Sum) -> int:
    word = atoms[at].lower
    current = state.current
    if current is None and state.total >= _MILLION and word in _SMALL and _begins_anew(atoms, at, state):
        return 0
    if word in _UNITS:
        value = _UNITS[word]
        if current is None:
            state.current = float(value)
        elif state.form != "words" or value == 0:
            return 0
        elif (current % 100 == 0 and current >= 100) or (
            current % 10 == 0 and 20 <= current % 100 <= 90 and value < 10
        ):
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
    if word in _ORDINALS and current is not None and state.form == "words":
        place = _ORDINALS[word]
        if (
            place < 10 and current % 10 == 0 and (20 <= current % 100 <= 90 or (current % 100 == 0 and current >= 100))
        ) or (10 <= place < 100 and current % 100 == 0 and current >= 100):
            state.current = current + place
        elif place >= 100 and (current >= 100 or (current > 1 and place == 100)):
            state.current = current * place
        else:
            return 0
        state.form, state.done = "ordinal", True
        return 1
    return 0


def _begins_anew(atoms: Atoms, at: int, state: Sum) -> bool:
    """Whether a small number after "38 million" is another one: "cost 38 million three years ago".

    After digits it goes on only to a scale of its own ("3 million two hundred thousand"), after words unless a length
    of time follows that tells when.
    """
    if atoms[at - 1].lower == "and":
        return False
    if state.form == "digits":
        return atoms[at + 1].lower not in _SCALES
    end = at + 1
    while end < at + _LONGEST_SMALL and (atoms[end].lower in _SMALL or atoms[end].text in _DASHES):
        end += 1
    return atoms[end].lower in _TIMES and atoms[end + 1].lower in _APART


def _take_scale(word: str, state: Sum) -> int:
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


def _close(state: Sum, factor: float) -> None:
    state.total += scaled(state.current or 0.0, factor)
    state.current = None
    state.scale = state.last_scale = factor


def _take_digits(atoms: Atoms, at: int, state: Sum, opening: bool) -> int:
    if not opening and (state.current is not None or state.decimal):
        after_and = atoms[at - 1].lower == "and" and state.current is not None and state.current % 100 == 0
        if state.current is not None and state.form == "digits" and not state.decimal and not after_and:
            return _slash(atoms, at, state)
        if not after_and:
            return 0
    value, taken = digit_group(atoms, at)
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


def _slash(atoms: Atoms, at: int, state: Sum) -> int:
    """The "1/4" of "2 1/4"."""
    if atoms[at].gap > 2 or not float(state.current or 0).is_integer():
        return 0
    share = read_share(atoms, at)
    if share is None or share >= 1:
        return 0
    state.current = (state.current or 0.0) + share
    state.decimal = True
    return 3


def _ratio(atoms: Atoms, value: float, last: int, state: Sum) -> tuple[float, int, str]:
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
    if nxt.kind != "digits" and nxt.lower not in NUMBER_WORDS:
        return value, last, state.form
    below = cardinal(atoms, at, at, simple=True)
    if below is None or below.form not in ("words", "digits") or not value < below.value:
        return value, last, state.form
    if 1000 < below.value < 2100 and below.form == "digits":
        return value, last, state.form  # "one in 2019"
    if (
        atoms[last + 1].lower == "in"
        and at == last + 2
        and (atoms[below.last + 1].lower in _PERIODS or below.value not in DENOMINATORS | {50})
    ):
        return value, last, state.form  # "two in five days"
    return value / below.value, below.last, "fraction"
