"""number_change told from the figures themselves: two that have changed places, ordinals of one thing, and figures at
one place of which neither stands on the other side.

"By 41 votes to 17" and "by 17 votes to 41" have the same numbers, "the second half" and "the first half" count nothing,
"more than 28,000" and "more than 24,000" can both be true.
"""

from collections.abc import Iterator

from factcheck.model.finding import DriftType, Severity
from factcheck.model.quantity import Quantity
from factcheck.stages.drift.amounts import Amounts, digits, figures, touching, within
from factcheck.stages.drift.computed import told_anew
from factcheck.stages.drift.unit import Difference, Range, Unit
from factcheck.stages.drift.view import Word

_TIME = "time"
_AGE = "year of age 1"
_LARGE = 100.0  # from here on whole numbers are rounded
_REACH = 4  # words from one number of a pair to the other
_OF_TIME = frozenset(
    {"half", "quarter", "week", "day", "month", "year", "decade", "century", "season", "hour", "trimester", "term"}
)
_ORDINAL = frozenset(
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last"]
)


def exchanged(unit: Unit) -> Iterator[Difference]:
    """Numbers of one unit joined by "to" of which the copy has the second first."""
    right = {(low, high): span for low, high, span in _joined(unit.right)}
    for first, second, (start, end) in _joined(unit.left):
        turned = right.get((second, first))
        if first == second or turned is None or (first, second) in right:
            continue
        span, other = unit.left_range((start, end)), unit.right_range(turned)
        yield Difference(
            DriftType.NUMBER_CHANGE,
            Severity.CRITICAL,
            0.8,
            f'"{unit.original.text[slice(*span)]}" has become "{unit.copy.text[slice(*other)]}"',
            ("The same two numbers stand there in the other order.",),
            (span,),
            (other,),
            (span,),
            (other,),
        )


def _joined(words: tuple[Word, ...]) -> Iterator[tuple[float, float, tuple[int, int]]]:
    """Pairs of numbers with "to" between them, in the order from ... to, and the places of the first and last word.

    A score ("3-2") is none: its order follows the order of the teams.
    """
    for k, word in enumerate(words):
        if word.value is None:
            continue
        for j in range(k + 2, min(len(words), k + 1 + _REACH)):
            value = words[j].value
            if value is None or words[j - 1].norm not in ("to", "from"):
                continue
            between = {other.norm for other in words[k + 1 : j - 1]}
            if between & {",", ".", ";", "and", "or"}:
                break
            back = words[j - 1].norm == "from"  # "to 66 from 63"
            if back and (k == 0 or words[k - 1].norm != "to"):
                break
            yield (value, word.value, (k, j)) if back else (word.value, value, (k, j))
            break


def ordinals(unit: Unit) -> Iterator[Difference]:
    """Ordinals of one unit that stand before aligned nouns and differ ("the second half", "the first half")."""
    left, right = dict(_ordered(unit.left)), dict(_ordered(unit.right))
    given, told = ({word.norm for word in words} for words in (unit.left, unit.right))
    for noun, place in left.items():
        pair = unit.to_right.get(noun)
        if pair is None or pair.how not in ("same", "lemma") or pair.right not in right:
            continue
        other = right[pair.right]
        a, b = unit.left[place], unit.right[other]
        if a.norm == b.norm or _stands(unit.left, b, unit.left[noun]) or _stands(unit.right, a, unit.left[noun]):
            continue
        if a.norm in told and b.norm in given:
            continue  # "finished second, with Lee in third place", "Lee was third, behind Kim in second place"
        timed = unit.left[noun].lemma in _OF_TIME
        yield Difference(
            DriftType.DATE_CHANGE if timed else DriftType.NUMBER_CHANGE,
            Severity.CRITICAL,
            0.75,
            f'"{a.text} {unit.left[noun].text}" has become "{b.text} {unit.right[pair.right].text}"',
            ("Both are counted in a row, and not in the same place of it.",),
            (unit.left_range([place, noun]),),
            (unit.right_range([other, pair.right]),),
            (unit.left_range([place]),),
            (unit.right_range([other]),),
        )


def refigured(unit: Unit, original: Amounts, copy: Amounts) -> Iterator[Difference]:
    """Figures at one place of which neither stands anywhere on the other side, whatever they count or date."""
    for pair in unit.alignment.pairs:
        a, b = unit.left[pair.left], unit.right[pair.right]
        mine, theirs = figures(a), figures(b)
        gone, new = mine - copy.figures, theirs - original.figures
        if not gone or not new or len(mine) != len(theirs):
            continue
        if (digits(a.text) or a.norm) == (digits(b.text) or b.norm):
            continue  # "272.000" and "272,000"
        told_left, told_right = told_anew([unit], original, copy)
        if a.i in told_left or b.i in told_right:
            continue
        measure = _measure(original, a)
        dated = measure == _TIME
        other_measure = _measure(copy, b)
        if {measure, other_measure} == {"", _AGE} and _set_off(unit.left, pair.left) != _set_off(
            unit.right, pair.right
        ):
            measure = other_measure  # "Smith, 58, denied it", "Smith, 85 years old, denied it"
        if measure != other_measure or (not dated and _rounded(max(gone), max(new))):
            continue
        if min(*gone, *new) < 1 or within(_amount(original, a), _amount(copy, b)):
            continue  # "the first half of the year", "the first six months"; "at least 70", "75"
        span, other = _whole(original, a), _whole(copy, b)
        yield Difference(
            DriftType.DATE_CHANGE if dated else DriftType.NUMBER_CHANGE,
            Severity.CRITICAL,
            0.75,
            f"{unit.original.text[slice(*span)]} has become {unit.copy.text[slice(*other)]}",
            ("The two figures stand at the same place.", "Neither stands anywhere in the other text."),
            (span,),
            (other,),
            (span,),
            (other,),
        )


def _set_off(words: tuple[Word, ...], place: int) -> bool:
    """Whether a number stands between commas behind a name, as an age does."""
    around = [words[k].text for k in (place - 1, place + 1) if 0 <= k < len(words)]
    return around == [",", ","] and place > 1 and words[place - 2].name


def _measure(amounts: Amounts, word: Word) -> str:
    """What sort of thing a figure is a figure of: a time, an amount of some unit and size of it ("km", "metres"), or ""
    for a mere count.
    """
    if touching(amounts.times, word.start, word.end):
        return _TIME
    found = _amount(amounts, word)
    if found is None or found.unit is None:
        return ""
    size = found.value / found.written_value if found.value and found.written_value else 1.0
    return f"{found.unit} {size:.3g}"


def _amount(amounts: Amounts, word: Word) -> Quantity | None:
    return next(iter(touching(amounts.quantities, word.start, word.end)), None)


def _whole(amounts: Amounts, word: Word) -> Range:
    """The amount or time that a figure is a part of, else the figure."""
    found = _amount(amounts, word)
    if found is not None:
        return found.start, found.end
    times = touching(amounts.times, word.start, word.end)
    return (times[0].start, times[0].end) if times else (word.start, word.end)


def _rounded(one: float, other: float) -> bool:
    """Whether the one is the other with fewer figures ("2,513", "2,500"; "4.87", "4.9"). Small whole numbers never."""
    if max(abs(one), abs(other)) < _LARGE and float(one).is_integer() and float(other).is_integer():
        return False
    steps = _step(one), _step(other)
    return steps[0] != steps[1] and abs(one - other) <= max(steps) / 2


def _step(value: float) -> float:
    """The worth of the last figure of a number: 100 for 2,500, 0.01 for 4.87."""
    digits = f"{abs(value):.6f}".rstrip("0").rstrip(".")
    if "." in digits:
        return float(10.0 ** -len(digits.partition(".")[2]))
    return float(10 ** (len(digits) - len(digits.rstrip("0"))))


def _stands(words: tuple[Word, ...], ordinal: Word, noun: Word) -> bool:
    """Whether some words have this ordinal with this noun at most three words behind it."""
    return any(
        word.norm == ordinal.norm and any(other.lemma == noun.lemma for other in words[k + 1 : k + 4])
        for k, word in enumerate(words)
    )


def _ordered(words: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """Places of nouns and of the ordinals right before them."""
    for k in range(len(words) - 1):
        noun = words[k + 1]
        if words[k].norm in _ORDINAL and noun.content and (not noun.pos or noun.pos == "NOUN"):
            compound = k + 2 < len(words) and words[k + 2].text == "-"
            if not compound and not (k and words[k - 1].text == "-"):
                yield k + 1, k
