"""number_change, and the same figure with another unit: an amount that the copy does not give as the original does.

Amounts are compared as intervals and only where they stand at one place: they count the same thing, or the words around
them render one another. A hedge of a number that is lost or gained is a hedge_change.
"""

from collections.abc import Iterator
from itertools import combinations, pairwise

from factcheck.model.finding import DriftType, Severity
from factcheck.model.quantity import Bound, Quantity
from factcheck.stages.drift.amounts import Amounts, equal, inside, is_near, places_of, same_figure
from factcheck.stages.drift.computed import Computed
from factcheck.stages.drift.unit import Difference, Unit
from factcheck.stages.drift.view import View, Word

_LOOSE = {Bound.ABOUT, Bound.NEARLY, Bound.VAGUE, Bound.RANGE}
_ONE_SIDED = frozenset({Bound.AT_LEAST, Bound.AT_MOST, Bound.MORE_THAN, Bound.LESS_THAN})
_UPPER = frozenset({Bound.AT_MOST, Bound.LESS_THAN})
_BEFORE = 6  # words before a number among which a word of comparison speaks of it
_BOUNDING = (frozenset({"least", "minimum"}), frozenset({"most", "maximum", "best"}))  # lower, upper
_NAMED = frozenset({"flat", "appos", "compound"})
_ESTIMATED = frozenset({"estimate", "approximate", "approximately", "roughly", "round"})
_COMPARED = frozenset(
    {"above", "over", "below", "under", "higher", "lower", "exceed", "more", "fewer", "less", "beyond"}
)


def number_changes(unit: Unit, original: Amounts, copy: Amounts, follows: Computed) -> Iterator[Difference]:
    """Amounts of one unit that differ; `follows` are those that the other side lets a reader compute."""
    left = inside(original.quantities, unit.left)
    right = inside(copy.quantities, unit.right)
    free = list(right)
    rest: list[Quantity] = []
    twins = dict(_twins(unit, left, right))
    yield from _crossed(twins)
    for amount in left:
        twin = twins.get(amount)
        if twin is None:
            rest.append(amount)
            continue
        free.remove(twin)
        if amount in follows.left and twin in follows.right:
            continue  # "more than half oppose it", "fewer than half support it"
        yield from _bound_change(unit, amount, twin)
        yield from _step_change(unit, amount, twin)
    free = [other for other in free if other not in follows.right]
    for amount in rest:
        if amount in follows.left:
            continue
        best: tuple[float, Quantity] | None = None
        for other in free:
            score = _same_place(unit, amount, other)
            if score > 0 and (best is None or score > best[0]):
                best = score, other
        if best is None:
            continue
        other = best[1]
        if _elsewhere(amount, copy.quantities) and _elsewhere(other, original.quantities):
            continue
        if amount.unit is other.unit is None and amount.value in copy.figures and other.value in original.figures:
            continue  # years of a list, of which one is read as a number
        free.remove(other)
        yield from _change(unit, amount, other)


def _twins(unit: Unit, left: list[Quantity], right: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Equal amounts of both sides, one to one, those at one place before others."""
    free = list(right)
    rest = []
    for amount in left:
        twin = next((other for other in free if equal(amount, other) and _same_place(unit, amount, other) > 0), None)
        if twin is not None:
            free.remove(twin)
            yield amount, twin
        else:
            rest.append(amount)
    for amount in rest:
        twin = next((other for other in free if equal(amount, other)), None)
        if twin is not None:
            free.remove(twin)
            yield amount, twin


def _crossed(twins: dict[Quantity, Quantity]) -> Iterator[Difference]:
    """Two amounts that count what the other counts on the other side: "14 women and 11 men", "11 women and 14 men"."""
    for (a, b), (c, d) in combinations(twins.items(), 2):
        nouns = [amount.counted.split()[-1] if amount.counted else "" for amount in (a, b, c, d)]
        if not all(nouns) or nouns[0] == nouns[1] or nouns[0] != nouns[3] or nouns[1] != nouns[2] or equal(a, c):
            continue
        left, right = tuple((x.start, x.end) for x in (a, c)), tuple((x.start, x.end) for x in (b, d))
        yield Difference(
            DriftType.NUMBER_CHANGE,
            Severity.CRITICAL,
            0.8,
            f"{a.text} and {c.text} have changed places",
            (f'Each counts what the other counts in the original ("{nouns[0]}", "{nouns[2]}").',),
            left,
            right,
            left,
            right,
        )


def _change(unit: Unit, amount: Quantity, other: Quantity) -> Iterator[Difference]:
    a, b = (amount.start, amount.end), (other.start, other.end)
    units = amount.written_unit or amount.unit, other.written_unit or other.unit
    if same_figure(amount, other) and None not in units and units[0] != units[1] and not amount.agrees_with(other):
        yield Difference(
            DriftType.UNIT_CHANGE,
            Severity.CRITICAL,
            0.85,
            f"{amount.text} has become {other.text}",
            (
                "Both amounts have the same figure and stand at the same place.",
                f"The unit was {amount.written_unit or 'none'} and is {other.written_unit or 'none'}.",
            ),
            (a,),
            (b,),
            (a,),
            (b,),
        )
        return
    if amount.kind != other.kind or amount.unit != other.unit:
        return
    if amount.agrees_with(other):
        if _exchanged(amount, other):
            reason = (
                f"The original gives the bound {_plain(amount.value)}, the copy {_plain(other.value)} as the number."
            )
            yield _another_number(amount, other, reason)
        elif amount.bound in _LOOSE or other.bound in _LOOSE or amount.value != other.value:
            yield from _bound_change(unit, amount, other)
        return
    yield _another_number(amount, other, _disjoint(amount, other))


def _step_change(unit: Unit, amount: Quantity, other: Quantity) -> Iterator[Difference]:
    """The finding that what something changed to has become what it changed by, or from what: "rose to 5 percent" has
    become "rose by 5 percent".
    """
    if not amount.step or not other.step or amount.step == other.step:
        return
    verb, its = _changing(unit.original, unit.left, amount), _changing(unit.copy, unit.right, other)
    pair = unit.to_right.get(verb) if verb is not None else None
    if pair is None or pair.right != its or pair.how in ("slot", "antonym"):
        return
    if _said_before(unit.left, amount) != amount.step or _said_before(unit.right, other) != other.step:
        return
    a, b = (amount.start, amount.end), (other.start, other.end)
    yield Difference(
        DriftType.NUMBER_CHANGE,
        Severity.CRITICAL,
        0.8,
        f"{amount.step} {amount.text} has become {other.step} {other.text}",
        ("The amount is the same; whether it is the change or one end of it is not.",),
        (a,),
        (b,),
        (a,),
        (b,),
    )


def _said_before(words: tuple[Word, ...], amount: Quantity) -> str:
    """The word right before an amount."""
    places = places_of(words, amount.start, amount.end)
    return words[places[0] - 1].norm if places and places[0] else ""


def _changing(view: View, words: tuple[Word, ...], amount: Quantity) -> int | None:
    """The place of the verb or noun that an amount of a change depends on."""
    places = places_of(words, amount.start, amount.end)
    if not view.parsed or not places:
        return None
    at = {word.token: k for k, word in enumerate(words)}
    own = {words[k].token for k in places}
    token = view.token(words[places[-1]])
    while token.i in own and token.head.i != token.i:
        token = token.head
    return at.get(token.i) if token.i not in own else None


def _bearers(view: View, words: tuple[Word, ...], age: Quantity) -> set[str]:
    """The names and the noun of whom an age belongs to: "Smith, 58", "the 58-year-old driver"."""
    place = _changing(view, words, age)
    if place is None or view.token(words[place]).pos_ not in ("NOUN", "PROPN"):
        return set()
    token = view.token(words[place])
    named = [child for child in token.children if child.dep_ in _NAMED]
    return {
        token.lower_,
        *(part.lower_ for child in named for part in (child, *child.children) if part.pos_ == "PROPN"),
    }


def _exchanged(amount: Quantity, other: Quantity) -> bool:
    """Whether a bound has become an exact number far from it ("at least 20", "30"): within it, and told by nobody."""
    if amount.bound not in _ONE_SIDED or other.bound is not Bound.EXACT or amount.value is None or other.value is None:
        return False
    return not is_near(amount.value, other.value)


def _another_number(amount: Quantity, other: Quantity, reason: str) -> Difference:
    a, b = (amount.start, amount.end), (other.start, other.end)
    steps = ("The two amounts stand at the same place.", reason)
    message = f"{amount.text} has become {other.text}"
    return Difference(DriftType.NUMBER_CHANGE, Severity.CRITICAL, 0.85, message, steps, (a,), (b,), (a,), (b,))


def _disjoint(amount: Quantity, other: Quantity) -> str:
    return f"No number satisfies both: {_interval(amount)} and {_interval(other)}."


def _bound_change(unit: Unit, amount: Quantity, other: Quantity) -> Iterator[Difference]:
    if amount.bound is other.bound or (amount.low == other.low and amount.high == other.high):
        return
    exact = {Bound.EXACT, Bound.VAGUE}
    if amount.bound in exact and other.bound in exact:
        return
    if _told_apart(unit.right, amount, other) or _told_apart(unit.left, other, amount):
        return
    turned = {amount.bound, other.bound} <= _ONE_SIDED and (amount.bound in _UPPER) != (other.bound in _UPPER)
    lost = amount.bound in _ONE_SIDED and amount.value == other.value  # the reader takes the bound for the number
    severity = (
        Severity.CRITICAL
        if turned
        else Severity.MAJOR
        if lost or Bound.EXACT not in (amount.bound, other.bound)
        else Severity.MINOR
    )
    same = amount.value is not None and amount.value == other.value
    a, b = (amount.start, amount.end), (other.start, other.end)
    yield Difference(
        DriftType.HEDGE_CHANGE,
        severity,
        0.7,
        f"{amount.text} has become {other.text}",
        (
            "The number is the same, its bound is not." if same else "Neither the number nor its bound is the same.",
            f"The original allows {_interval(amount)}, the copy {_interval(other)}.",
        ),
        (a,),
        (b,),
        (a,),
        (b,),
    )


def _told_apart(words: tuple[Word, ...], bounded: Quantity, bare: Quantity) -> bool:
    """Whether the words around a bare number say what the bound of the other one does.

    "It is estimated that 50 left" says "an estimated 50", "above the limit of 50" "more than 50".
    """
    if bare.bound is not Bound.EXACT:
        return False
    if bounded.bound is Bound.RANGE:
        return any(value.value in (bounded.low, bounded.high) and value.value != bare.value for value in words)
    places = places_of(words, bare.start, bare.end)
    before = words[max(0, places[0] - _BEFORE) : places[0]] if places else ()
    behind = [word.norm for word in words[places[-1] + 1 : places[-1] + 1 + _BEFORE]] if places else []
    if any(first in ("at", "the") and then in _BOUNDING[bounded.bound in _UPPER] for first, then in pairwise(behind)):
        return bounded.bound in _ONE_SIDED  # "ten dollars at most", "at the earliest"
    if bounded.bound in (Bound.ABOUT, Bound.NEARLY):
        return any(word.lemma in _ESTIMATED for word in words)
    return any(word.norm in _COMPARED or word.lemma in _COMPARED for word in before)


def _elsewhere(amount: Quantity, others: tuple[Quantity, ...]) -> bool:
    return any(equal(amount, other) for other in others)


def _same_place(unit: Unit, amount: Quantity, other: Quantity) -> float:
    """How surely two amounts stand in one slot: their words are aligned, or what they count is."""
    left = places_of(unit.left, amount.start, amount.end)
    right = set(places_of(unit.right, other.start, other.end))
    for place in left:
        pair = unit.to_right.get(place)
        if pair is not None and pair.right in right and (unit.left[place].value is not None or pair.how == "slot"):
            return 1.0
    if amount.counted and other.counted and amount.counted.split()[-1] == other.counted.split()[-1]:
        return 0.9
    if not left or not right:
        return 0.0
    if amount.kind == other.kind == "age":
        bearers = _bearers(unit.original, unit.left, amount), _bearers(unit.copy, unit.right, other)
        if bearers[0] & bearers[1]:
            return 0.9
    near = 0.0
    for step, edge, other_edge in ((-1, left[0], min(right)), (1, left[-1], max(right))):
        for d in (1, 2):
            pair = unit.to_right.get(edge + step * d)
            if (
                pair is not None
                and unit.left[edge + step * d].content
                and abs(pair.right - (other_edge + step * d)) <= 1
            ):
                near += 0.4
                break
    return near if near > 0.5 else 0.0


def _interval(amount: Quantity) -> str:
    if amount.low == amount.high:
        return _plain(amount.low)
    if amount.high == float("inf"):
        return f"{_plain(amount.low)} or more"
    return f"{_plain(amount.low)} to {_plain(amount.high)}"


def _plain(value: float | None) -> str:
    """A number with all its figures: 3,200,000,000."""
    if value is None or value in (float("inf"), float("-inf")):
        return "any number"
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.10g}"
