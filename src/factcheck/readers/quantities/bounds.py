"""Hedges: which phrase bounds a number, and the interval that follows. The table is lexicon/hedges.toml."""

import math
import re

from factcheck.lexicon.quantities import hedges, numerals
from factcheck.model.quantity import Bound
from factcheck.readers.quantities.atoms import Atoms

_TABLE = hedges()
_WORD = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")


def _by_atoms(phrases: "dict[str, str]") -> dict[tuple[str, ...], str]:
    return {tuple(_WORD.findall(phrase)): effect for phrase, effect in phrases.items()}


_BEFORE = _by_atoms(dict(_TABLE.before))
_AFTER = _by_atoms(dict(_TABLE.after))
_LONGEST = max(map(len, [*_BEFORE, *_AFTER]))
_BOUNDS = {
    "exact": Bound.EXACT,
    "equal": Bound.EXACT,
    "about": Bound.ABOUT,
    "nearly": Bound.NEARLY,
    "just_over": Bound.MORE_THAN,
    "at_least": Bound.AT_LEAST,
    "more_than": Bound.MORE_THAN,
    "at_most": Bound.AT_MOST,
    "less_than": Bound.LESS_THAN,
}
_NUMBER_WORDS = frozenset(numerals().units) | frozenset(numerals().tens) | frozenset(("a", "hundred", "thousand"))
_SKIP = frozenset(("the", "a", "an", "another", "his", "her", "its", "their"))
# Words of place and manner that are hedges only beside a number that can be more or less, and what spoils them before.
_NEVER_AFTER = {
    "over": frozenset(
        ("taken", "take", "took", "all", "turned", "handed", "won", "victory", "win", "wins", "ran", "fired")
    ),
    "under": frozenset(("just", "buried", "signed")),
    "plus": frozenset(),
}


_RISING = frozenset({"go", "goes", "going", "went", "gone", "add", "adds", "added", "move", "moves", "moved"})
_POINTING = frozenset({"the", "these", "those", "his", "her", "its", "their", "our"})
_PREPOSITIONS = frozenset({"about", "around", "near", "over", "under", "above", "below"})


def before_hedge(atoms: Atoms, first: int, floor: int) -> tuple[str, int] | None:
    """The effect of the phrase that ends right before atom `first`, and where it begins; nothing at or before `floor`.

    The longest phrase wins, and one determiner may stand between ("nearly a dozen", "more than the 30").
    """
    for skip in (0, 1):
        end = first - 1 - skip
        if skip and atoms[first - 1].lower not in _SKIP:
            break
        for size in range(min(_LONGEST, end - floor), 0, -1):
            begin = end - size + 1
            effect = _BEFORE.get(tuple(atoms[k].lower for k in range(begin, end + 1)))
            if effect is None or not _applies(atoms, begin, end):
                continue
            pointed = skip and atoms[first - 1].lower in _POINTING
            if not (pointed and begin == end and atoms[end].lower in _PREPOSITIONS):  # "details about the two"
                return effect, begin
    return None


def after_hedge(atoms: Atoms, last: int) -> tuple[str, int] | None:
    """The effect of the phrase that begins right after atom `last`, and where it ends."""
    for size in range(min(_LONGEST, 5), 0, -1):
        end = last + size
        words = tuple(atoms[k].lower for k in range(last + 1, end + 1))
        effect = _AFTER.get(words)
        if effect is None:
            continue
        if words[0] in ("or", "and") and (atoms[end + 1].lower == "than" or _number(atoms, end + 1)):
            return None  # "and below 1500": the hedge of the next number
        if words in (("plus",), ("+",)) and atoms[end + 1].kind == "digits":
            return None
        if words == ("plus",) and atoms[last + 1].gap and atoms[end + 1].lower in ("a", "an", "the", "tax", "interest"):
            return None
        if words[0] in ("max", "maximum", "minimum", "exactly", "tops", "approximately") and atoms[end + 1].kind in (
            "word",
            "digits",
        ):
            return None
        return effect, end
    return None


def _number(atoms: Atoms, at: int) -> bool:
    return atoms[at].kind == "digits" or atoms[at].lower in _NUMBER_WORDS


def _applies(atoms: Atoms, begin: int, end: int) -> bool:
    word = atoms[end].lower
    previous = atoms[begin - 1].lower
    if word in ("<", ">") and atoms[begin].gap == 0 and previous in ("<", ">", "="):
        return False
    if word == "to" and atoms[begin].lower == "up" and previous in _RISING:
        return False  # "will go up to 90 euros"
    if begin == end and word in _NEVER_AFTER and previous in _NEVER_AFTER[word]:
        return False
    return not (
        begin == end and word in ("c", "ca", "near", "sub") and atoms[end + 1].gap and word != "near" and word != "ca"
    )


def bound(effect: str, ranged: bool, vague: bool) -> Bound:
    """The name of a hedge in the model."""
    if effect in ("exact", "equal"):
        return Bound.VAGUE if vague else Bound.RANGE if ranged else Bound.EXACT
    return _BOUNDS[effect]


def interval(low: float, high: float, effect: str, *, whole: bool, signed: bool) -> tuple[float, float]:
    """The closed interval that a hedge makes of a stated value, or of the two ends of a stated range.

    Args:
        low: The value, or the lower end of a range, in the written unit.
        high: The value, or the upper end.
        effect: A key of the [effects] table.
        whole: Whether the things are counted one by one: then ends are whole numbers, "about" rounds outwards, and
            "more than 600" begins at 601.
        signed: Whether values below zero are possible (temperatures, changes): then "under 5" has no lower end.
    """
    rule = _TABLE.effects[effect]
    floor = -math.inf if signed or low < 0 else 0.0
    new_low = floor if rule.low is None else _times(low, rule.low, rule.high)
    new_high = math.inf if rule.high is None else _times(high, rule.high, rule.low)
    if effect == "about" and min(_digits(low), _digits(high)) >= _PRECISE:
        new_low, new_high = _times(low, 1 - _CLOSE, 1 + _CLOSE), _times(high, 1 + _CLOSE, 1 - _CLOSE)
    if not whole or not (float(low).is_integer() and float(high).is_integer()):
        return new_low, new_high
    if effect == "nearly":
        return min(float(math.ceil(new_low)), high - 1), high - 1
    if effect in ("about", "just_over"):
        new_low, new_high = _outwards(new_low, -1), _outwards(new_high, 1)
    if rule.strict == "low":
        new_low = low + 1
        new_high = max(new_high, new_low)
    elif rule.strict == "high":
        new_high = high - 1
        new_low = min(new_low, new_high)
    return new_low, new_high


_PRECISE = 4  # digits of a number that nobody has rounded to a tenth: "some 88.41 percent"
_CLOSE = 0.01


def _digits(value: float) -> int:
    """How many digits of a number tell something: 4 of 88.41, 2 of 2,500."""
    return len(f"{abs(value):.10g}".replace(".", "").split("e", 1)[0].strip("0"))


def _times(value: float, factor: float, other: float | None) -> float:
    """`value * factor`, with the factors of the two ends swapped below zero so that the interval stays in order."""
    if value < 0 and other is not None:
        return value * other
    return value * factor


def _outwards(value: float, direction: int) -> float:
    nearest = round(value)
    if abs(value - nearest) < 1e-6:
        return float(nearest)  # 55.00000000000001
    return float(math.floor(value) if direction < 0 else math.ceil(value))
