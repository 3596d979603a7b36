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
    known = {sex for _, sex in _sexed(unit.left)}
    for pronouns in (True, False):
        left = [(k, sex) for k, sex in _sexed(unit.left) if _pronoun(unit.left[k]) is pronouns]
        right = [(k, sex) for k, sex in _sexed(unit.right) if _pronoun(unit.right[k]) is pronouns]
        sexes = {sex for _, sex in left}
        new = [place for place, sex in right if sex not in known]
        if len(sexes) == 1 and new and len(right) - len(new) < len(left):
            kept = {unit.right[place].norm for place, sex in right if sex in sexes}
            gone = [place for place, _ in left if unit.left[place].norm not in kept] or [left[0][0]]
            yield _difference(unit, gone[0], new[0])
            return


def _difference(unit: Unit, a: int, b: int) -> Difference:
    return Difference(
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
