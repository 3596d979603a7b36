"""Amounts that a source does not state but leaves to its reader: sums, what is left, and so many for each.

Only amounts of one thing are added up, with the sign of their verbs ("ate 3 of them", "bought 4 more"), and amounts are
multiplied only where the source says that one is for each of the other.
"""

import re
from collections.abc import Iterator, Sequence

from factcheck.lexicon.lists import words as listed
from factcheck.model.quantity import Quantity
from factcheck.stages.support.amounts import same_thing
from factcheck.stages.support.match import tells
from factcheck.stages.support.statement import Statement, Word

_WAY, _SPEED, _TIME = "metre", "metre per second", "second"
_MOST = 6  # amounts in one sum
_AS_WRITTEN = 1e-6  # share by which a result may differ from what is written of it, for decimals that go on
_WORD = re.compile(r"[a-z]+")


def follows(checked: Statement, asked: Quantity, pool: Sequence[Statement]) -> str | None:
    """How an exact amount of the checked sentence follows from several of the source; None where it does not."""
    if not asked.exact or asked.value is None or asked.value in (0, 1):
        return None
    for how, value in _results(checked, asked, pool):
        if abs(value - asked.low) <= _AS_WRITTEN * max(1.0, abs(value)):
            return how
    return None


def _results(checked: Statement, asked: Quantity, pool: Sequence[Statement]) -> Iterator[tuple[str, float]]:
    exact = [
        (statement, number, amount)
        for statement in sorted(pool, key=lambda item: item.start)
        for number, amount in enumerate(statement.amounts)
        if amount.exact
    ]
    alike = [part for part in exact if same_thing(asked, part[2]) >= 0.5][:_MOST]
    wanted = set(_WORD.findall(checked.text.lower()))
    if len(alike) >= 2:
        values = [amount.low for _, _, amount in alike]
        shown = ", ".join(amount.text for _, _, amount in alike)
        if wanted & listed("support", "total") or not any(_changes(*part, checked) for part in alike):
            yield f"Together {shown} make it.", sum(values)
        signs = [_sign(*part, checked) for part in alike]
        if -1 in signs[1:]:
            yield (
                f"What is left of {shown} makes it.",
                values[0] + sum(sign * value for sign, value in zip(signs[1:], values[1:], strict=True)),
            )
        elif not wanted & listed("support", "total"):
            yield f"Together {shown} make it.", sum(values)
    yield from _travel(asked, [amount for _, _, amount in exact])
    for statement in pool:
        parts = [amount for amount in statement.amounts if amount.exact]
        told = set(_WORD.findall(statement.text.lower()))
        if len(parts) == 2 and told & listed("support", "each") and asked.unit in {part.unit for part in parts}:
            yield f"{parts[0].text} times {parts[1].text} make it.", parts[0].low * parts[1].low
            for whole, part in (parts, parts[::-1]):
                if part.low and whole.unit == part.unit:
                    yield f"{whole.text} over {part.text} make it.", whole.low / part.low


def _travel(asked: Quantity, exact: Sequence[Quantity]) -> Iterator[tuple[str, float]]:
    """Way, speed and time: one follows from the two others where the source gives one of each."""
    given = {unit: [part for part in exact if part.unit == unit] for unit in (_WAY, _SPEED, _TIME)}
    if asked.unit not in given or any(len(given[unit]) != 1 for unit in given if unit != asked.unit):
        return
    way, speed, time = (next(iter(given[unit]), None) for unit in (_WAY, _SPEED, _TIME))
    if asked.unit == _TIME and way and speed and speed.low:
        yield f"{way.text} at {speed.text} take it.", way.low / speed.low
    if asked.unit == _SPEED and way and time and time.low:
        yield f"{way.text} in {time.text} make it.", way.low / time.low
    if asked.unit == _WAY and speed and time:
        yield f"{speed.text} for {time.text} make it.", speed.low * time.low


def _verb(statement: Statement, number: int) -> Word | None:
    current = next((word for word in statement.words if word.amount == number), None)
    for _ in range(6):
        if current is None or current.pos == "VERB":
            return current
        if current.head == current.place:
            return None
        current = statement.words[current.head]
    return None


def _changes(statement: Statement, number: int, amount: Quantity, checked: Statement) -> bool:
    return _sign(statement, number, amount, checked) < 0


def _sign(statement: Statement, number: int, amount: Quantity, checked: Statement) -> int:
    """1 where an amount adds to what the checked sentence counts, -1 where it takes from it."""
    verb = _verb(statement, number)
    if verb is None:
        return 1
    if verb.lemma in listed("support", "fewer"):
        return -1
    if verb.lemma not in listed("support", "pass_on"):
        return 1
    bearer = next((word for word in checked.words if word.dep in ("nsubj", "nsubj:pass")), None)
    giver = next((word for word in statement.children(verb.place, "nsubj")), None)
    if bearer is None or giver is None:
        return -1
    takers = [word for word in statement.children(verb.place, "iobj", "obl") if word.pos in ("PROPN", "PRON", "NOUN")]
    if bearer.pos != "PRON" and any(tells(taker, bearer)[0] >= 0.9 for taker in takers):
        return 1
    if any(taker.pos == "PRON" for taker in takers) and giver.pos != "PRON" and tells(giver, bearer)[0] < 0.9:
        return 1
    return -1
