"""polarity and number_change of comparisons: "more than planned" and "less than planned", "twice as many" and "half as
many".

Both words are too common to be aligned by themselves, so they are compared where what they are measured by is aligned.
A bound of a number ("more than 200") is read with the number.
"""

from collections.abc import Iterator, Sequence

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.unit import Difference, Unit
from factcheck.stages.drift.view import Word

_MORE = {"more": 1, "less": -1, "fewer": -1}
_NO_MORE = frozenset({"no", "not", "or", "any", "once", "never"})
_KEPT = frozenset({"same", "lemma", "form", "synonym"})
_NEAR = 4  # words from a comparative to what it is measured by
_LONG = 8  # words from "twice as" to it
_SIZES = frozenset({"many", "much"})


def comparison_changes(unit: Unit) -> Iterator[Difference]:
    """Comparatives and factors of one unit that have been turned around."""
    yield from _more_or_less(unit)
    yield from _times_as_many(unit)


def _more_or_less(unit: Unit) -> Iterator[Difference]:
    if _contrary(unit):
        return
    left, right = list(_comparatives(unit.left)), list(_comparatives(unit.right))
    signs = [{sign for _, sign, _ in side} for side in (left, right)]
    for place, sign, by in left:
        pair = unit.to_right.get(by)
        if pair is None or pair.how not in _KEPT:
            continue
        for other, its, its_by in right:
            if its_by == pair.right and its != sign and its not in signs[0] and sign not in signs[1]:
                a, b = unit.left_range([place, by]), unit.right_range([other, its_by])
                yield Difference(
                    DriftType.POLARITY,
                    Severity.CRITICAL,
                    0.75,
                    f'"{unit.original.text[slice(*a)]}" has become "{unit.copy.text[slice(*b)]}"',
                    ("The one is above what it is measured by, the other below it.",),
                    (a,),
                    (b,),
                    (unit.left_range([place]),),
                    (unit.right_range([other]),),
                )


def _comparatives(words: Sequence[Word]) -> Iterator[tuple[int, int, int]]:
    """Places of "more", "less" and "fewer", which way they point, and the place of the telling word behind "than".

    "No more", "more or less" and bounds of numbers are none.
    """
    for k, word in enumerate(words):
        if word.norm not in _MORE or (k and words[k - 1].norm in _NO_MORE):
            continue
        reach = range(k + 1, min(len(words), k + 1 + _NEAR))
        than = next((j for j in reach if words[j].norm == "than"), None)
        if than is None or any(words[j].norm == "or" or words[j].text in ".,;:!?" for j in range(k, than)):
            continue
        behind = range(than + 1, min(len(words), than + 1 + _NEAR))
        first = next((j for j in behind if words[j].content or words[j].value is not None), None)
        if first is not None and words[first].value is None:
            yield k, _MORE[word.norm], first


def _contrary(unit: Unit) -> bool:
    """Whether the two sides are turned around by a negator or by opposite words, so that both may say the same."""
    negators = lexicon.words().negators
    denied = [sum(word.norm in negators for word in words) % 2 for words in (unit.left, unit.right)]
    others = (pair for pair in unit.alignment.pairs if unit.left[pair.left].norm not in _MORE)
    return denied[0] != denied[1] or any(pair.how == "antonym" for pair in others)


def _times_as_many(unit: Unit) -> Iterator[Difference]:
    """Factors before "as many" and the like that differ, where both are measured by the same: "twice as many as in May"
    and "half as many as in May". "Half as high" the other way round is twice as high, and measured by the other.
    """
    left, right = list(_factors(unit.left)), list(_factors(unit.right))
    if len(left) != 1 or len(right) != 1 or left[0][1] == right[0][1] or left[0][3] != right[0][3]:
        return
    (place, _, by, _), (other, _, its_by, _) = left[0], right[0]
    pairs = [unit.to_right.get(k) for k in by]
    if not any(pair is not None and pair.how in _KEPT and pair.right in its_by for pair in pairs):
        return
    a, b = unit.left_range([place]), unit.right_range([other])
    yield Difference(
        DriftType.NUMBER_CHANGE,
        Severity.CRITICAL,
        0.8,
        f'"{unit.left[place].text} as {left[0][3]}" has become "{unit.right[other].text} as {right[0][3]}"',
        ("Both are measured by the same, and by another factor.",),
        (unit.left_range([place, by[-1]]),),
        (unit.right_range([other, its_by[-1]]),),
        (a,),
        (b,),
    )


def _factors(words: Sequence[Word]) -> Iterator[tuple[int, float, list[int], str]]:
    """Places of words that multiply before "as", their factors, the places of what follows the second "as", and the
    word between.
    """
    table = {**lexicon.words().factors, "half": 0.5}
    for k, word in enumerate(words):
        factor = table.get(word.norm)
        if factor is None or [other.norm for other in words[k + 1 : k + 2]] != ["as"] or k + 2 >= len(words):
            continue
        end = next((j for j in range(k + 3, min(len(words), k + _LONG)) if words[j].norm in ("as", "than")), None)
        if end is not None:
            by = [j for j in range(end + 1, min(len(words), end + _NEAR)) if words[j].content or words[j].name]
            if by:
                yield k, factor, by, "many" if words[k + 2].norm in _SIZES else words[k + 2].norm
