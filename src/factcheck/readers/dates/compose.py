"""Whole expressions from what the rules found: "late" + "last year", "about" + "two years", "since" + 2020.

Each step looks at the tokens before neighbours or between them, so it holds for any expressions of the right kinds.
"""

from collections.abc import Iterable
from dataclasses import replace

from factcheck.lexicon.dates import date_words
from factcheck.readers.dates.joins import HYPHENS, is_date, is_weekday, merge, precision, ranges, share_year
from factcheck.readers.dates.lexer import Lexed
from factcheck.readers.dates.meaning import (
    Clock,
    Item,
    Length,
    Part,
    Recurring,
    Reference,
    Repeats,
    Shifted,
    Window,
)

_OPENERS = {"since": "since", "until": "until", "till": "until", "til": "until", "before": "before", "after": "after"}
_OPENERS |= {"by": "by", "through": "until"}
_AMOUNT_BEFORE = {
    ("more", "than"): "MORE_THAN",
    ("less", "than"): "LESS_THAN",
    ("fewer", "than"): "LESS_THAN",
    ("longer", "than"): "MORE_THAN",
    ("at", "least"): "EQUAL_OR_MORE",
    ("at", "most"): "EQUAL_OR_LESS",
    ("up", "to"): "EQUAL_OR_LESS",
    ("as", "many"): "EQUAL_OR_LESS",
}
# What may follow "after the 1996 election" does not: then the date belongs to a noun, and "after" to that.
_CLOSES = date_words().lists["clause_words"]


def compose(items: Iterable[Item], lexed: Lexed) -> list[Item]:
    """Join the items of a text, given in order, into whole expressions, in order."""
    found = [_with_edge(_with_weekend(item, lexed), lexed) for item in items]
    found = merge(found, lexed)
    found = [_with_edge(item, lexed) if item.first == item.stem else item for item in found]
    found = merge(found, lexed)
    found = [_with_approximation(item, lexed) for item in map(_part_alone, found)]
    found = ranges(share_year(found, lexed), lexed)
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


def _part_alone(item: Item) -> Item:
    """ "the first two years" of nothing on the calendar are an amount of time."""
    part = item.expression.meaning
    if isinstance(part, Part) and item.expression.within is None and part.length is not None:
        return replace(item, expression=replace(item.expression, meaning=part.length))
    return item


def _with_weekend(item: Item, lexed: Lexed) -> Item:
    """ "Labor Day weekend", "Easter week"."""
    expression = item.expression
    meaning = expression.meaning
    if isinstance(meaning, Recurring) and meaning.cycle == "year" and meaning.precision == "day":
        unit = lexed.word(item.stop)
        if unit in ("weekend", "week"):
            return Item(item.first, item.stop + 1, replace(expression, unit_of=unit), item.stem)
    return item


def _with_edge(item: Item, lexed: Lexed) -> Item:
    """ "early 1990", "the end of last year", "mid-November", "earlier this month", "the week of March 6"."""
    expression = item.expression
    if not is_date(expression) or expression.edge or (expression.clock and precision(expression) != "day"):
        return item
    at = item.first
    day = precision(expression) == "day"
    if lexed.word(at - 1) in ("earlier", "later"):
        if lexed.word(at) in ("the", "this", "that", "last", "next") and not day:
            side = "BEFORE" if lexed.word(at - 1) == "earlier" else "AFTER"
            return Item(at - 1, item.stop, replace(expression, edge=side), item.stem)
        if isinstance(expression.meaning, Shifted) or (day and expression.clock):
            return Item(at - 1, item.stop, expression, item.stem)
    before = at - 1
    if lexed.word(before) == "the" and lexed.word(before - 1) in ("of", "in"):
        before -= 1
    of = lexed.word(before) == "of"
    if of or (lexed.word(before) in HYPHENS and lexed.word(before - 1) in ("mid", "early", "late")):
        before -= 1
    word = lexed.word(before)
    if of and word in ("week", "weekend", "month") and day and not expression.clock:
        first = before - 1 if lexed.word(before - 1) in ("the", "that") else before
        return Item(first, item.stop, replace(expression, unit_of=word), item.stem)
    edge = date_words().words["edge"].get(word)
    if edge is None or of == (word in ("early", "late", "mid")):
        return item
    first = before
    if word in ("mid", "late") and lexed.word(before - 1) == "to":  # "mid- to late 2024": no one part
        at = before - 2 - (lexed.word(before - 2) in HYPHENS)
        if lexed.word(at) in ("early", "mid"):
            first = at - (lexed.word(at - 1) == "the")
            return Item(first, item.stop, expression, item.stem)
    while lexed.word(first - 1) in ("the", "very") and before - first < 2:
        first -= 1
    return Item(first, item.stop, expression if day else replace(expression, edge=edge), item.stem)


def _with_approximation(item: Item, lexed: Lexed) -> Item:
    """ "nearly four years", "more than a decade ago", "around Nov. 1"."""
    expression = item.expression
    meaning = expression.meaning
    if isinstance(meaning, Reference | Clock | Repeats) or expression.mod or is_weekday(expression):
        return item
    at = item.first - 1
    word = lexed.word(at)
    counted = isinstance(meaning, Shifted) and meaning.count is not None and abs(meaning.count) > 1
    amount = isinstance(meaning, Length | Window) or (isinstance(meaning, Shifted) and (counted or not meaning.exact))
    if isinstance(meaning, Length) and word in ("additional", "extra"):
        at, word = at - 1, lexed.word(at - 1)
    if amount and (mod := _AMOUNT_BEFORE.get((lexed.word(at - 1), word))) is not None:
        first = at - 1
        if lexed.word(first - 1) == "no" and mod in ("MORE_THAN", "LESS_THAN"):
            first, mod = first - 1, "EQUAL_OR_LESS" if mod == "MORE_THAN" else "EQUAL_OR_MORE"
        return Item(first, item.stop, replace(expression, mod=mod), item.stem)
    words = date_words().words["approximate"]
    if word not in words or not (amount or word in ("around", "about", "circa", "approximately")):
        return item
    if word == "over" and isinstance(meaning, Window):
        return item  # "over the past year" is "during"
    if word in ("within", "under", "some") and not isinstance(meaning, Length):
        return item
    return Item(at, item.stop, replace(expression, mod=str(words[word])), item.stem)


def _with_bound(item: Item, lexed: Lexed) -> Item:
    """ "since 2020", "until Friday", "by the end of the year"; not "after Friday's game"."""
    expression = item.expression
    before = lexed.word(item.first - 1)
    if isinstance(expression.meaning, Length) and before == "in" and item.first == item.stem:
        return replace(item, expression=replace(expression, bound="in"))
    if not is_date(expression) or expression.until or expression.bound or expression.origin:
        return item
    bound = _OPENERS.get(before)
    if bound is None or _modifies(item, lexed):
        return item
    return Item(item.first - 1, item.stop, replace(expression, bound=bound), item.stem)


def _modifies(item: Item, lexed: Lexed) -> bool:
    """Whether the date belongs to a noun after it: "after Friday's game", "before the 1996 election"."""
    after = lexed.word(item.stop)
    if after in ("'s", "'"):
        return True
    return lexed.word(item.first) in ("the", "its", "his", "her", "their", "a") and (
        after.isalpha() and after not in _CLOSES
    )
