"""Dates, times, durations and repetitions of an English text, as closed intervals of days.

Own grammar over tokens (`lexer`, `grammar`, `rules`), joined into whole expressions (`compose`) and placed in time
(`resolve`) by the article's date, the tense of the governing verb (`tense`) and the dates named before. Values follow
TIMEX3 (ISO-TimeML, ISO 24617-1); docs/dates.md says what is read and what each kind of expression becomes.
"""

from functools import partial
from typing import TYPE_CHECKING

from factcheck.lexicon.dates import date_words
from factcheck.model.time import Time
from factcheck.readers.dates.compose import compose
from factcheck.readers.dates.guards import inside_entity, is_name, is_weak, names_a_kind
from factcheck.readers.dates.meaning import Item, Shifted
from factcheck.readers.dates.periods import named_days
from factcheck.readers.dates.place import Context
from factcheck.readers.dates.resolve import Resolved, resolve
from factcheck.readers.dates.rules import grammar
from factcheck.readers.dates.tense import direction, points_back
from factcheck.readers.dates.view import View

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc

    from factcheck.readers.dates.calendar import Period
    from factcheck.readers.dates.lexer import Lexed

__all__ = ["read_dates"]

_TITLES = date_words().lists["titles"]
_CLOSING = 4  # quotation marks and brackets between two sentences


def read_dates(doc: "Doc", published: "date | None" = None) -> tuple[Time, ...]:
    """Read every date, time of day, duration and repetition of a text.

    Args:
        doc: A text. A parse, tags and entities are used where there are any; `spacy.blank("en")` does too.
        published: The day that "Thursday" and "last month" are told from; without it they stay unresolved.
    Returns:
        Times in the order of the text, none overlapping another; `doc.text[time.start:time.end] == time.text`.

    Never raises, and is linear in the length of the text.
    """
    text, view = doc.text, View(doc)
    lexed = grammar().lex(text)
    times: list[Time] = []
    anchor: Period | None = None
    before: Period | None = None
    quarter: Period | None = None
    sentence_end = 0
    ends = _sentence_ends(lexed)
    for item in compose(_select(lexed), lexed):
        if is_weak(item, lexed) or is_name(item, lexed):
            continue
        start, end = lexed.starts[item.first], lexed.ends[item.stop - 1]
        if inside_entity(view, lexed.starts[item.stem], end) or names_a_kind(view, start, end):
            continue
        while sentence_end < len(ends) and ends[sentence_end] <= item.first:
            sentence_end, before, anchor = sentence_end + 1, anchor, None
        asked = (lexed.starts[item.stem], end)
        looks, back = partial(direction, view, *asked), partial(points_back, view, *asked)
        found = resolve(item.expression, Context(published, anchor, before, quarter, looks, back))
        times.append(_time(text, start, end, found))
        if found.point is not None:
            anchor = found.point
            if found.point.precision == "quarter" and not isinstance(item.expression.meaning, Shifted):
                quarter = found.point
    return tuple(times)


def _select(lexed: "Lexed") -> list[Item]:
    """Leftmost, then longest, then the earlier rule."""
    matches = sorted([*grammar().matches(lexed), *named_days(lexed)], key=lambda match: match[:3])
    items: list[Item] = []
    stop = 0
    for first, length, _, expression in matches:
        if first >= stop:
            stop = first - length
            items.append(Item(first, stop, expression, first))
    return items


def _sentence_ends(lexed: "Lexed") -> list[int]:
    """Token indices after a full stop and before a capital, or at a gap; abbreviations may end one too many."""
    ends = []
    for index, word in enumerate(lexed.words):
        if word in (".", "!", "?", ";"):
            after = next((at for at in range(index + 1, index + 1 + _CLOSING) if lexed.word(at).isalnum()), None)
            last = lexed.word(index - 1)
            if after is not None and lexed.is_capital(after) and len(last) > 2 and last not in _TITLES:
                ends.append(index + 1)
        elif word.startswith("\n"):
            ends.append(index + 1)
    return ends


def _time(text: str, start: int, end: int, found: Resolved) -> Time:
    return Time(
        start,
        end,
        text[start:end],
        found.first,
        found.last,
        found.kind,
        found.value,
        found.precision,
        found.first is not None or found.last is not None,
        found.mod,
    )
