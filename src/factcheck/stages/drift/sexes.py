"""entity_corruption: a man has become a woman, or the other way round.

"He resigned" and "she resigned" tell of two people. Words for the other sex alone are no finding where the original has
both, or where the copy only adds somebody.
"""

from collections.abc import Iterator, Sequence

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.unit import Difference, Unit
from factcheck.stages.drift.view import Word

_PRONOUNS = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})


def other_sex(unit: Unit) -> Iterator[Difference]:
    """The first word of a unit that speaks of a man where the original speaks of women alone, or the reverse: a pronoun
    for a pronoun, or a noun for a noun.
    """
    left, right = _sexed(unit.left), _sexed(unit.right)
    sexes = {sex for _, sex in left}
    new = [place for place, sex in right if sex not in sexes]
    if len(sexes) != 1 or not new or len(right) - len(new) >= len(left):
        return
    kept = {unit.right[place].norm for place, sex in right if sex in sexes}
    gone = [place for place, _ in left if unit.left[place].norm not in kept] or [place for place, _ in left]
    pairs = [(a, b) for b in new for a in gone if _pronoun(unit.left[a]) == _pronoun(unit.right[b])]
    if not pairs:
        return
    a, b = pairs[0]
    yield Difference(
        DriftType.ENTITY_CORRUPTION,
        Severity.MAJOR,
        0.75,
        f'"{unit.left[a].text}" has become "{unit.right[b].text}"',
        ("The original speaks of one sex only, the copy of the other.",),
        (unit.left_range([a]),),
        (unit.right_range([b]),),
        (unit.left_range([a]),),
        (unit.right_range([b]),),
    )


def _pronoun(word: Word) -> bool:
    return word.norm in _PRONOUNS


def _sexed(words: Sequence[Word]) -> list[tuple[int, str]]:
    """The places of the words for a man or a woman, and which of them."""
    table = lexicon.words().gender
    return [(k, table[word.norm]) for k, word in enumerate(words) if word.norm in table]
