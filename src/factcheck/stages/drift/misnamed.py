"""entity_corruption: a name that the copy spells otherwise, puts for another of one word, or blends from two."""

from bisect import bisect_left
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.alike import misspelt
from factcheck.stages.drift.names import Names, Run, name_key, of_one_land, of_people, related_names
from factcheck.stages.drift.unit import Difference, Range, Unit, quote
from factcheck.stages.drift.words import Pair


def corrupted_names(unit: Unit, original: Names, copy: Names) -> Iterator[Difference]:
    """Misspelt and replaced names of one unit."""
    for pair in unit.alignment.pairs:
        left, right = unit.left[pair.left], unit.right[pair.right]
        if pair.how in ("same", "lemma", "number") or not (left.name or right.name):
            continue
        if original.has(right) or (copy.has(left) and not misspelt(left.norm, right.norm)):
            continue
        if related_names(left.norm, right.norm) and not misspelt(left.norm, right.norm):
            continue
        if of_people(left.norm, right.norm) or of_people(right.norm, left.norm):
            continue
        if of_one_land(left, right):
            continue
        near = left.norm[:1] == right.norm[:1] and misspelt(left.norm, right.norm)
        if near and left.name and (right.name or not lexicon.known(right.norm)):
            if _spelling_variant(left.norm, right.norm) or (lexicon.known(left.norm) and left.lemma == right.lemma):
                continue
            severe = Severity.MAJOR if OSA.distance(left.norm, right.norm) > 1 or len(left.norm) < 8 else Severity.MINOR
            yield _difference(
                unit,
                [pair.left],
                [pair.right],
                severe,
                0.9,
                f"{left.text} is misspelt as {right.text}",
                "The two words stand at the same place and differ by letters, and the original never spells it so.",
            )
        elif original.length(left) >= 3 and copy.length(right) >= 3:
            continue  # one word of a long name: blended_names says it better
        elif (
            left.name
            and right.name
            and pair.how == "slot"
            and (
                unit.framed((pair.left, pair.left), (pair.right, pair.right))
                or (original.length(left) == copy.length(right) == 1 and _led(unit, pair))
            )
            and left.text[:1].isupper()
            and right.text[:1].isupper()
        ):
            yield _difference(
                unit,
                [pair.left],
                [pair.right],
                Severity.CRITICAL,
                0.75,
                f"{left.text} has become {right.text}",
                "The two names stand at the same place, and the original does not have the second one anywhere.",
            )


def blended_names(unit: Unit, original: Names, copy: Names) -> Iterator[Difference]:
    """Names of several words of which the copy changes one ("Bureau" for "Administration")."""
    first, last = unit.right[0].i, unit.right[-1].i
    for run in copy.runs[bisect_left(copy.runs, (first, 0)) :]:
        if run[1] > last + 1:
            break
        key = name_key(unit.copy, run)
        if len(key) < 3 or key in original.full or all(part in original.norms for part in key):
            continue
        best: tuple[int, Run] | None = None
        for other in original.sharing(key):
            place = original.full[other]
            if len(other) == len(key):
                same = sum(a == b for a, b in zip(key, other, strict=True))
                odd = [(a, b) for a, b in zip(key, other, strict=True) if a != b]
                if (
                    same >= 2
                    and len(odd) == 1
                    and odd[0][0] not in original.norms
                    and not related_names(*odd[0])
                    and not misspelt(*odd[0])
                ):
                    best = max(best, (same, place)) if best else (same, place)
        if best is None:
            continue
        place = best[1]
        where: Range = unit.original.span(place[0], place[1] - 1)
        acronym = "".join(part[0] for part in name_key(unit.original, place))
        for word in unit.left:
            if word.norm.replace(".", "") == acronym:
                where = word.start, word.end
        span = unit.copy.span(run[0], run[1] - 1)
        true_name = quote(unit.original, unit.original.span(place[0], place[1] - 1))
        yield Difference(
            DriftType.ENTITY_CORRUPTION,
            Severity.MAJOR,
            0.85,
            f"{true_name} is named {quote(unit.copy, span)}",
            (
                "All words of the name but one are those of the original's name.",
                "The original does not have the changed word anywhere.",
            ),
            (where,),
            (span,),
            (where,),
            (span,),
        )


def _led(unit: Unit, pair: Pair) -> bool:
    """Whether two names of one kind follow the same preposition, and the same word before it.

    What follows them may have moved ("six houses in Ashby on Monday", "on Monday, six houses in Kirton").
    """
    a, b = unit.original.token(unit.left[pair.left]), unit.copy.token(unit.right[pair.right])
    if not a.ent_type_ or a.ent_type_ != b.ent_type_ or min(pair.left, pair.right) < 2:
        return False
    before = [unit.to_right.get(pair.left - step) for step in (1, 2)]
    return unit.left[pair.left - 1].pos == "ADP" and all(
        other is not None and other.right == pair.right - step and other.how == "same"
        for step, other in enumerate(before, start=1)
    )


def _spelling_variant(left: str, right: str) -> bool:
    """Whether the difference is one of convention: -our/-or, -er/-re, a plural or genitive s, a hyphen."""
    short, long = sorted((left, right), key=len)
    if long in (short + "s", short + "es", short + "'s"):
        return True
    if left[:-2] == right[:-2] and {left[-2:], right[-2:]} == {"er", "re"}:
        return True
    if long == short + "me":
        return True
    return left.replace("-", "") == right.replace("-", "") or left.replace("our", "or") == right.replace("our", "or")


def _difference(
    unit: Unit, left: list[int], right: list[int], severity: Severity, confidence: float, message: str, step: str
) -> Difference:
    a, b = unit.left_range(left), unit.right_range(right)
    return Difference(DriftType.ENTITY_CORRUPTION, severity, confidence, message, (step,), (a,), (b,), (a,), (b,))
