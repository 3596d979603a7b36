"""What looks like a date and is not: people, papers, companies and amounts that carry a date's words."""

from factcheck.lexicon.dates import date_words
from factcheck.names import is_month_as_name
from factcheck.readers.dates.lexer import Lexed
from factcheck.readers.dates.meaning import Clock, Item, Length, Part, Recurring, Shifted
from factcheck.readers.dates.view import View

_NAMED_DAYS = frozenset({"super", "cyber", "bloody", "fat", "holy", "giving", "red", "ruby"})
_MONTH_STRONG = frozenset(
    {"in", "since", "until", "till", "by", "last", "this", "next", "early", "late", "mid", "during"}
)
_MONTH_CUES = date_words().lists["month_cues"]
_FIRM = date_words().lists["firms"]
_NAMES = frozenset({"april", "may", "june", "august", "jan", "mar", "dec"})


def is_name(item: Item, lexed: Lexed) -> bool:
    """Whether a month's or weekday's name, or a day's, is part of somebody's or something's name."""
    words = date_words().words
    meaning = item.expression.meaning
    before, after = lexed.word(item.first - 1), lexed.word(item.stop)
    next_capital = item.stop < len(lexed.words) and lexed.is_capital(item.stop) and after not in words["month"]
    if next_capital and after in _FIRM:
        return True
    if item.stem == item.stop - 1 and item.stop < len(lexed.words) and isinstance(meaning, Recurring):
        month, follows = (lexed.span(at, at + 1) for at in (item.stem, item.stop))
        opened = lexed.word(item.stem - 1)
        if (opened not in _MONTH_STRONG or month.lower() in words["month_short"]) and is_month_as_name(
            month, opened, follows
        ):
            return True  # "by Jan Verhulst"; "by June Selby Bank had lost"
    if item.stop - item.first != 1:
        return _is_title(item, lexed)
    if not isinstance(meaning, Recurring) or item.expression.within is not None:
        return False
    word = lexed.word(item.first)
    if word in words["month"]:
        if after in ("for", "on", "of") and item.stop + 1 < len(lexed.words) and lexed.is_capital(item.stop + 1):
            return True
        if next_capital and before not in _MONTH_STRONG:
            return True
        if (
            item.first
            and lexed.is_capital(item.first - 1)
            and before not in _MONTH_CUES
            and before not in ("on", "the")
        ):
            return word in _NAMES
        return word in ("may", "march") and before not in _MONTH_CUES and before not in ("a", "the", "'s")
    if word in words["month_short"]:
        return before not in _MONTH_CUES
    if word in words["weekday_short"]:
        return before not in ("on", "last", "next", "this", "until", "by", "every")
    if word in words["weekday"]:
        if before in _NAMED_DAYS and lexed.is_capital(item.first - 1):
            return True
        named_before = item.first > 0 and lexed.is_capital(item.first - 1) and before not in words["weekday"]
        if next_capital and before in ("the", "'s"):
            return True
        return named_before and next_capital and before not in ("on",)
    return False


def _is_fraction(item: Item, lexed: Lexed) -> bool:
    """ "a quarter of the votes", "three-quarters": quarters of something other than a year."""
    amount = lexed.word(item.stop - 2)
    if amount in ("-", "‐", "‑"):
        return lexed.word(item.stop - 1) == "quarters"
    return amount in ("a", "one", "three", "3")


def _is_title(item: Item, lexed: Lexed) -> bool:
    """Whether every word has a capital though it is none that has one by itself: "This Week", "60 Minutes"."""
    last = item.stop - 1
    if not isinstance(item.expression.meaning, Shifted | Length) or lexed.text[lexed.starts[last] :][:2].isupper():
        return False
    unit = lexed.word(last) in date_words().words["unit"] or lexed.word(last) in date_words().words["units"]
    return unit and lexed.is_capital(last)


def is_weak(item: Item, lexed: Lexed) -> bool:
    """Whether nothing but a weak word was found: "night" alone, "a quarter" of something."""
    meaning = item.expression.meaning
    if isinstance(meaning, Clock) and ":" not in meaning.value:
        return True
    if isinstance(meaning, Part) and item.expression.within is None:
        return True
    if isinstance(meaning, Length):
        word = lexed.word(item.stop - 1)
        if word in ("quarter", "quarters") and _is_fraction(item, lexed):
            return True
        if item.stop - item.first == 1 and word in (
            "seconds",
            "minutes",
            "quarters",
            "nights",
            "weekends",
            "hours",
            "secs",
        ):
            return True
    return False


def names_a_kind(view: View, start: int, end: int) -> bool:
    """Whether "a night", "a day" and their like only say which kind of thing follows: "a night watchman"."""
    span = view.span(start, end) if view.is_parsed else None
    if span is None or len(span) != 2 or span[0].lower_ not in ("a", "an"):
        return False
    noun = span[1]
    return noun.dep_ == "compound" and noun.head.i == noun.i + 1 and span[0].head.i == noun.head.i


def inside_entity(view: View, start: int, end: int) -> bool:
    """Whether a person's or an organisation's name, as the pipeline sees it, is longer than the date and holds it."""
    span = view.span(start, end) if view.has_names else None
    if span is None:
        return False
    for token in (span[0], span[-1]):
        if token.ent_type_ not in ("PER", "PERSON", "ORG"):
            return False
    doc, left, right = view.doc, span.start, span.end
    inside_left = left > 0 and doc[left].ent_iob_ == "I"
    inside_right = right < len(doc) and doc[right].ent_iob_ == "I"
    return inside_left or inside_right
