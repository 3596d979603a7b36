"""Join what the rules found into whole expressions: "late" + "last year", "4 p.m." + "Tuesday", "between" 2015 "and" 2018.

Each step looks at the tokens between or before neighbours, so it holds for any two expressions of the right kinds.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from factcheck.lexicon.dates import date_words
from factcheck.readers.dates.lexer import Lexed
from factcheck.readers.dates.meaning import (
    Clock,
    Expression,
    Fixed,
    Length,
    Recurring,
    Reference,
    Repeats,
    Shifted,
    Window,
)

_HYPHENS = frozenset({"-", "‐", "‑", "–"})
_OPENERS = {"since": "since", "until": "until", "till": "until", "til": "until", "before": "before", "after": "after"}
_OPENERS |= {"by": "by", "through": "until"}
_YEARLY = frozenset({"month", "quarter", "half", "season", "day"})
_BETWEEN_WHOLE_AND_PART = frozenset({(), ("of",), ("in",), (",",), ("of", "the"), ("'s",), ("-",), ("during",), ("'",)})
_BETWEEN_CLOCK_AND_DAY = frozenset({(), ("on",), (",",), ("at",), ("in", "the"), ("at", "about"), (",", "at"), ("by",)})
_BETWEEN_CLOCK_AND_DAY |= {("at", "around"), ("of",), ("before",), ("around",), ("about",), ("after",)}


@dataclass(frozen=True, slots=True)
class Item:
    """An expression and its tokens, `stop` excluded; `stem` is the token where its own words start."""

    first: int
    stop: int
    expression: Expression
    stem: int


def compose(items: Iterable[Item], lexed: Lexed) -> list[Item]:
    """Join the items of a text, given in order, into whole expressions, in order."""
    found = [_with_edge(item, lexed) for item in items]
    found = _merge(found, lexed)
    found = [_with_edge(item, lexed) if item.first == item.stem else item for item in found]
    found = _merge(found, lexed)
    found = [_with_approximation(item, lexed) for item in found]
    found = _ranges(found, lexed)
    return _disjoint(_with_bound(item, lexed) for item in found)


def _disjoint(items: Iterable[Item]) -> list[Item]:
    """Cut what a step took from the neighbour on the left."""
    kept: list[Item] = []
    for item in items:
        if kept and item.first < kept[-1].stop:
            item = replace(item, first=kept[-1].stop)
        if item.first < item.stop:
            kept.append(item)
    return kept


def is_date(expression: Expression) -> bool:
    """Whether it is a point or period of the calendar, not an amount, a repetition or a time without a day."""
    return isinstance(expression.meaning, Fixed | Recurring | Shifted)


def _precision(expression: Expression) -> str:
    meaning = expression.meaning
    if expression.unit_of:
        return expression.unit_of
    if isinstance(meaning, Fixed):
        return meaning.period.precision
    if isinstance(meaning, Recurring):
        return meaning.precision
    return meaning.unit if isinstance(meaning, Shifted) else ""


def _with_edge(item: Item, lexed: Lexed) -> Item:
    """ "early 1990", "the end of last year", "mid-November", "earlier this month", "the week of March 6"."""
    expression = item.expression
    if not is_date(expression) or expression.edge or (expression.clock and _precision(expression) != "day"):
        return item
    at = item.first
    if lexed.word(at) in ("the", "this", "that", "last", "next") and lexed.word(at - 1) in ("earlier", "later"):
        side = "BEFORE" if lexed.word(at - 1) == "earlier" else "AFTER"
        return Item(at - 1, item.stop, replace(expression, edge=side), item.stem)
    if lexed.word(at - 1) in ("earlier", "later") and _precision(expression) == "day" and expression.clock:
        return Item(at - 1, item.stop, expression, item.stem)
    if lexed.word(at - 1) in ("earlier", "later") and isinstance(expression.meaning, Shifted):
        return Item(at - 1, item.stop, expression, item.stem)
    before = at - 1
    if lexed.word(before) == "the" and lexed.word(before - 1) in ("of", "in"):
        before -= 1
    of = lexed.word(before) in ("of", "in")
    if of:
        before -= 1
    elif lexed.word(before) in _HYPHENS and lexed.word(before - 1) in ("mid", "early", "late"):
        before -= 1
    word = lexed.word(before)
    if of and word in ("week", "weekend", "month") and _precision(expression) == "day" and not expression.clock:
        first = before - 1 if lexed.word(before - 1) in ("the", "that") else before
        return Item(first, item.stop, replace(expression, unit_of=word), item.stem)
    edge = date_words().words["edge"].get(word)
    if edge is None or of != (word not in ("early", "late", "mid")) or (of and lexed.word(before + 1) == "in"):
        return item
    if _precision(expression) == "day":
        return Item(before, item.stop, expression, item.stem)
    first = before - 1 if lexed.word(before - 1) in ("the", "very") else before
    if lexed.word(before - 1) == "very" and lexed.word(before - 2) == "the":
        first = before - 2
    return Item(first, item.stop, replace(expression, edge=edge), item.stem)


def _merge(items: list[Item], lexed: Lexed) -> list[Item]:
    found: list[Item] = []
    for item in items:
        while found and (joined := _join(found[-1], item, lexed)) is not None:
            found.pop()
            item = joined
        found.append(item)
    return found


def _join(left: Item, right: Item, lexed: Lexed) -> Item | None:
    """One expression of two neighbours, where they are one."""
    if not 0 <= right.first - left.stop <= 3:
        return None
    between = lexed.words[left.stop : right.first]
    one, two = left.expression, right.expression
    if isinstance(one.meaning, Clock) and isinstance(two.meaning, Clock) and not between and ":" in one.meaning.value:
        return Item(left.first, right.stop, one, left.stem)
    if isinstance(one.meaning, Clock) and isinstance(two.meaning, Clock) and between == ("(",):
        if right.stop < len(lexed.words) and lexed.words[right.stop] == ")":  # "10:35 a.m. (0735 GMT)"
            return Item(left.first, right.stop + 1, one, left.stem)
    if between in _BETWEEN_CLOCK_AND_DAY:
        if isinstance(one.meaning, Clock) and _precision(two) == "day" and is_date(two) and between != ("before",):
            return Item(left.first, right.stop, replace(two, clock=one.meaning.value), left.stem)
        if isinstance(two.meaning, Clock) and is_date(one) and _precision(one) == "day" and between[:1] != ("by",):
            return Item(left.first, right.stop, replace(one, clock=two.meaning.value), left.stem)
    if (
        between in ((), (",",))
        and _is_weekday(one)
        and _precision(two) == "day"
        and not _is_weekday(two)
        and is_date(two)
    ):
        return Item(left.first, right.stop, two, left.stem)
    if between in _BETWEEN_WHOLE_AND_PART and is_date(one) and is_date(two):
        if _fits(one, two) and between != ("'s",):
            return Item(left.first, right.stop, replace(one, within=two), left.stem)
        if _fits(two, one) and between in ((), ("'s",), ("'",)) and lexed.word(right.first) not in ("the", "its"):
            return Item(left.first, right.stop, replace(two, within=one), left.stem)
    if isinstance(one.meaning, Shifted) and one.meaning.anchor == "text" and not between and is_date(two):
        if lexed.word(left.stop - 1) in ("before", "after"):
            return Item(left.first, right.stop, replace(one, origin=two), left.stem)
    if between in (("before",), ("after",), ("from",), ("prior", "to"), ("following",)) and is_date(two):
        if isinstance(one.meaning, Length) and two.bound is None and one.mod is None:
            count = _count_of(one.meaning)
            if count is not None:
                sign = -1 if between[0] in ("before", "prior") else 1
                shifted = Shifted(one.meaning.unit, sign * count, exact=one.meaning.unit == "day")
                return Item(left.first, right.stop, Expression(shifted, origin=two), left.stem)
    return None


def _is_weekday(expression: Expression) -> bool:
    meaning = expression.meaning
    return isinstance(meaning, Recurring) and meaning.cycle == "week" and meaning.precision == "day"


def _fits(part: Expression, whole: Expression) -> bool:
    """Whether a recurring part can be placed in the whole: a quarter in a year, a weekday in a week."""
    if not isinstance(part.meaning, Recurring) or part.within is not None or part.meaning.near or whole.bound:
        return False
    if whole.clock or whole.edge:
        return False
    unit = _precision(whole)
    if part.meaning.cycle == "week":
        return unit == "week" and isinstance(whole.meaning, Shifted)
    return unit == "year" and part.meaning.precision in _YEARLY


def _count_of(length: Length) -> float | None:
    digits = "".join(character for character in length.value if character.isdigit())
    if not digits or len(digits) > 6 or "M" in length.value[:-1] or "X" in length.value:
        return None
    factor = {"fortnight": 2, "quarter": 3, "half": 6, "decade": 10, "century": 100, "millennium": 1000}
    return int(digits) / factor.get(length.unit, 1)


def _with_approximation(item: Item, lexed: Lexed) -> Item:
    """ "nearly four years", "more than a decade ago", "around Nov. 1"."""
    expression = item.expression
    if isinstance(expression.meaning, Reference | Clock) or expression.mod:
        return item
    at = item.first - 1
    words = date_words().words["approximate"]
    word = lexed.word(at)
    amount = isinstance(expression.meaning, Length | Window) or (
        isinstance(expression.meaning, Shifted)
        and lexed.word(item.first)[:1].isalnum()
        and not expression.meaning.exact
    )
    if isinstance(expression.meaning, Length) and word in ("additional", "extra"):
        at, word = at - 1, lexed.word(at - 1)
    pairs = {
        ("more", "than"): "MORE_THAN",
        ("less", "than"): "LESS_THAN",
        ("fewer", "than"): "LESS_THAN",
        ("longer", "than"): "MORE_THAN",
        ("at", "least"): "EQUAL_OR_MORE",
        ("at", "most"): "EQUAL_OR_LESS",
        ("up", "to"): "EQUAL_OR_LESS",
        ("as", "many"): "EQUAL_OR_LESS",
    }
    if amount and (mod := pairs.get((lexed.word(at - 1), word))) is not None:
        first = at - 1
        if lexed.word(first - 1) == "no" and mod in ("MORE_THAN", "LESS_THAN"):
            first, mod = first - 1, "EQUAL_OR_LESS" if mod == "MORE_THAN" else "EQUAL_OR_MORE"
        return Item(first, item.stop, replace(expression, mod=mod), item.stem)
    if (
        word in words
        and (amount or word in ("around", "about", "circa", "approximately"))
        and is_amount_or_date(expression)
    ):
        if (
            _is_weekday(expression)
            or word in ("over", "within", "under", "some")
            and not isinstance(expression.meaning, Length)
        ):
            return item
        return Item(at, item.stop, replace(expression, mod=str(words[word])), item.stem)
    return item


def is_amount_or_date(expression: Expression) -> bool:
    """Whether "about" can stand before it."""
    return is_date(expression) or isinstance(expression.meaning, Length | Window)


def _ranges(items: list[Item], lexed: Lexed) -> list[Item]:
    """ "from June to August", "between 2015 and 2018", "Jan. 3 - Feb. 4"."""
    found: list[Item] = []
    for item in items:
        if found and (joined := _range(found[-1], item, lexed)) is not None:
            found[-1] = joined
        else:
            found.append(item)
    return found


def _range(left: Item, right: Item, lexed: Lexed) -> Item | None:
    if not 1 <= right.first - left.stop <= 2 or not is_date(left.expression) or not is_date(right.expression):
        return None
    if left.expression.until or right.expression.until or isinstance(right.expression.meaning, Repeats):
        return None
    between = lexed.words[left.stop : right.first]
    opener = lexed.word(left.first - 1)
    to = between in (("to",), ("through",), ("until",), ("till",), ("up", "to")) or (
        len(between) == 1 and between[0] in _HYPHENS
    )
    if between[:1] == ("and",):
        to = opener == "between" and len(between) == 1
    if (
        not to
        or opener in ("and",)
        or (between == ("to",) and opener not in ("from", "between", ",", "") and not _same(left, right))
    ):
        return None
    first = left.first - 1 if opener in ("from", "between") else left.first
    return Item(first, right.stop, replace(left.expression, until=right.expression), left.stem)


def _same(left: Item, right: Item) -> bool:
    return _precision(left.expression) == _precision(right.expression)


def _with_bound(item: Item, lexed: Lexed) -> Item:
    """ "since 2020", "until Friday", "by the end of the year"; not "after Friday's game"."""
    expression = item.expression
    if isinstance(expression.meaning, Length) and lexed.word(item.first - 1) == "in" and item.first == item.stem:
        return replace(item, expression=replace(expression, bound="in"))
    if not is_date(expression) or expression.until or expression.bound or expression.origin:
        return item
    bound = _OPENERS.get(lexed.word(item.first - 1))
    if bound is None or _modifies(item, lexed):
        return item
    if (
        bound == "by"
        and _precision(expression) == "day"
        and isinstance(expression.meaning, Shifted)
        and expression.meaning.count == 0
    ):
        pass
    return Item(item.first - 1, item.stop, replace(expression, bound=bound), item.stem)


def _modifies(item: Item, lexed: Lexed) -> bool:
    """Whether the date belongs to a noun after it: "after Friday's game", "before the 1996 election"."""
    after = lexed.word(item.stop)
    if after in ("'s", "'") or lexed.word(item.first) in ("the", "its", "his", "her", "their", "a") and after.isalpha():
        return after in ("'s", "'") or after not in _PLAIN_AFTER
    return False


_PLAIN_AFTER = frozenset(
    "and or but to in on at by with for from as when that which who is was were are will would".split()
)
