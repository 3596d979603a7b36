"""date_change, and spans of another length or unit: a time that the copy does not give as the original does."""

from collections.abc import Iterator

from factcheck.model.finding import DriftType, Severity
from factcheck.model.time import Time
from factcheck.stages.drift.amounts import Amounts, inside, places_of, same_time
from factcheck.stages.drift.spans import in_words, is_span, other_unit
from factcheck.stages.drift.unit import Difference, Unit
from factcheck.stages.drift.view import View, Word


def date_changes(unit: Unit, original: Amounts, copy: Amounts) -> Iterator[Difference]:
    """Times of one unit that cannot both be right, or of which one is narrower than the original says."""
    left = inside(original.times, unit.left)
    right = inside(copy.times, unit.right)
    free = [time for time in right if not any(same_time(time, other) for other in left)]
    for time in left:
        if any(same_time(time, other) for other in right):
            continue
        for other in list(free):
            if time.kind != other.kind or not _placed(unit, time, other):
                continue
            if time.kind == "date" and time.first and other.first and time.overlaps(other):
                continue
            if time.value and other.value and _coarser(time.value, other.value):
                continue
            if time.value is None or other.value is None or "REF" in time.value or "REF" in other.value:
                continue
            if _year(time) in copy.figures and _year(other) in original.figures:
                continue
            free.remove(other)
            a, b = (time.start, time.end), (other.start, other.end)
            yield Difference(
                _kind_of_change(time.value, other.value),
                Severity.CRITICAL,
                0.8,
                f"{time.text} has become {other.text}",
                ("The two times stand at the same place.", _apart(time.value, other.value)),
                (a,),
                (b,),
                (a,),
                (b,),
            )
            break


def _year(time: Time) -> float | None:
    """The year that is all that a time says."""
    return float(time.value) if time.value is not None and time.value.isdigit() else None


def _apart(value: str, other: str) -> str:
    """Why two times are not one, in words."""
    if is_span(value) and is_span(other):
        return f"The one is {in_words(value)}, the other {in_words(other)}."
    return "They have no day or hour in common."


def _kind_of_change(value: str, other: str) -> DriftType:
    """Another unit, another length of time, or another time; "six years in prison" dates nothing."""
    if other_unit(value, other):
        return DriftType.UNIT_CHANGE
    return DriftType.NUMBER_CHANGE if is_span(value) and is_span(other) else DriftType.DATE_CHANGE


def _coarser(value: str, other: str) -> bool:
    """Whether two TIMEX3 values differ only in what one of them leaves open ("XXXX-07-25", "2020-07-25"; "2020-07")."""
    parts, others = value.split("-"), other.split("-")
    return all(a == b or "X" in a or "X" in b for a, b in zip(parts, others, strict=False))


def _placed(unit: Unit, time: Time, other: Time) -> bool:
    """Whether two times have aligned words, or hang on aligned words."""
    left = places_of(unit.left, time.start, time.end)
    right = set(places_of(unit.right, other.start, other.end))
    if any(
        (pair := unit.to_right.get(place)) is not None and pair.right in right and unit.left[place].content
        for place in left
    ):
        return True
    if not unit.original.parsed or not unit.copy.parsed or not left or not right:
        return False
    heads = {_head(unit.original, unit.left, left)}
    others = {_head(unit.copy, unit.right, sorted(right))}
    return any(
        a is not None and b is not None and (pair := unit.to_right.get(a)) is not None and pair.right == b
        for a in heads
        for b in others
    )


def _head(view: View, words: tuple[Word, ...], places: list[int]) -> int | None:
    """The place of the word that a stretch of words depends on."""
    own = {words[place].token for place in places}
    by_token = {word.token: place for place, word in enumerate(words)}
    for place in places:
        head = view.doc[words[place].token].head.i
        if head not in own:
            return by_token.get(head)
    return None
