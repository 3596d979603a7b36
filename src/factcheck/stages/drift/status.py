"""tense_or_aspect of standing: who is former, late or still in office in the one text and not in the other."""

from collections.abc import Iterator
from itertools import pairwise

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import Severity
from factcheck.stages.drift.tense import tense_difference, told
from factcheck.stages.drift.unit import Difference, Unit
from factcheck.stages.drift.view import Word
from factcheck.stages.drift.words import Pair

_DEAD = frozenset({"die", "dead", "death", "deceased"})
_OFFICE = 4  # words from an office to the name of who holds it


def status_changes(unit: Unit) -> Iterator[Difference]:
    """Offices that are former on one side and held on the other, where the office is aligned."""
    status = lexicon.words().status
    for pair in unit.alignment.pairs:
        a = unit.left[pair.left]
        if pair.how in ("antonym", "number") or a.pos not in ("NOUN", "PROPN", "") or not a.content:
            continue
        left, right = _status(unit.left, pair.left), _status(unit.right, pair.right)
        if left is None and right is None:
            continue
        was = status[unit.left[left].norm] if left is not None else ""
        now = status[unit.right[right].norm] if right is not None else ""
        late = any(
            place is not None and words[place].norm == "late"
            for words, place in ((unit.left, left), (unit.right, right))
        )
        if late and any(word.lemma in _DEAD for word in (*unit.left, *unit.right)):
            continue  # "her late father", "her father, who has died"
        if late and a.pos != "PROPN" and not lexicon.relations().above("person", a.lemma):
            continue  # "a late shot"
        if a.name and not _office_kept(unit, pair, left, right):
            continue
        if was == now or (left in unit.to_right and right in unit.to_left) or "past" not in (was, now):
            continue
        others = {_standing(word) for word in (unit.right if was == "past" else unit.left)}
        office = unit.left[left] if was == "past" and left is not None else None
        if office is not None and any(word.stem == office.stem or word.norm == "retirement" for word in unit.right):
            continue  # "a retired postman", "a postman in retirement"
        if "past" in others or _bygone(unit.right if was == "past" else unit.left):
            continue
        marks_left = [k for k in (left,) if k is not None] + [pair.left]
        marks_right = [k for k in (right,) if k is not None] + [pair.right]
        first, second = told(unit.left, marks_left), told(unit.right, marks_right)
        yield tense_difference(
            unit,
            Severity.MAJOR,
            marks_left,
            marks_right,
            f'"{first}" has become "{second}"',
            "Whether the office is still held differs.",
        )
        return


def _office_kept(unit: Unit, pair: Pair, left: int | None, right: int | None) -> bool:
    """Whether the office between a word like "former" and a name stands before the name on the other side too.

    "Former mayor Smith" and "Smith" are a fuller and a shorter way to name one man.
    """
    for words, place, mark, there, other in (
        (unit.left, pair.left, left, unit.to_right, pair.right),
        (unit.right, pair.right, right, unit.to_left, pair.left),
    ):
        if mark is None:
            continue
        office = [k for k in range(mark + 1, place) if words[k].content]
        found = [there[k] for k in office if k in there]
        places = [p.right if words is unit.left else p.left for p in found]
        if office and not any(0 < other - k <= _OFFICE for k in places):
            return False
    return True


def _bygone(words: tuple[Word, ...]) -> bool:
    """Whether a text says in a clause that something is over: "used to be", "was once", "had been ... until"."""
    bygone = lexicon.words().bygone
    used = any(a.norm == "used" and b.norm == "to" for a, b in pairwise(words))
    return used or any(word.norm in bygone for word in words)


def _standing(word: Word) -> str | None:
    """What a word says of an office: "past" ("former", "ex-wife"), "present" and so on, or None."""
    return "past" if word.norm.startswith("ex-") else lexicon.words().status.get(word.norm)


def _status(words: tuple[Word, ...], place: int) -> int | None:
    """The place of a status word at most three words before a noun, with no punctuation between."""
    for k in range(place - 1, max(-1, place - 4), -1):
        if not any(char.isalnum() for char in words[k].text) and words[k].text != "-":
            return None
        if words[k].norm in lexicon.words().status:
            return k
    return None
