"""Reasons of time why two amounts of one matter are both right: another day or year, a stretch of the time, a career.

What is told of another time is no other answer to the question of how many there are.
"""

import re
from datetime import timedelta

from factcheck.frames.existence import BEFALLS
from factcheck.frames.frame import Frame
from factcheck.frames.times import known
from factcheck.frames.wording import STOP
from factcheck.stages.reconcile.judgement import Surroundings, times_apart

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_CALENDAR = re.compile(
    rf"\b(?:{MONTHS}|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday|(?:19|20)\d\d)\b"
)
_PAST = timedelta(days=300)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def other_time(left: Frame, right: Frame, around: Surroundings) -> str | None:
    """Why two amounts may be of two times; None where nothing says so."""
    if times_apart(left, right):
        return "They speak of different times."
    if long_ago(left, right, around) or long_ago(right, left, around):
        return "One is dated years before the reports."
    if _of_a_month(left) != _of_a_month(right):
        return "One tells of a month, as of what is no longer news."
    if _other_span(left, right):
        return "One tells of a stretch of days, the other of a day."
    return "They name different days or months." if _other_day(left, right) else None


def long_ago(one: Frame, other: Frame, around: Surroundings) -> bool:
    """Whether one is dated long before it was published and the other not at all: a collision of 2003, today's.

    "The worst was in 2016, when seven died": the year of the sentence dates its clauses.
    """
    when, article = one.claim.time, around.articles.get(one.claim.source)
    if article is None or article.published is None or (other.claim.time is not None and when is not None):
        return False
    if when is not None and when.last is not None and known(when):
        said = set(_YEAR.findall(when.text)) & set(_YEAR.findall(other.claim.sentence.text))
        return not said and when.last < article.published - _PAST
    years = [int(year) for year in _YEAR.findall(_without_comparison(one))]
    return bool(years) and max(years) < article.published.year - 1 and not _YEAR.search(other.claim.sentence.text)


_COMPARED = re.compile(r"\b(?:than|since|twice|times|compared|as (?:high|many|much|bad))\b[^,;.]*", re.IGNORECASE)


def _without_comparison(frame: Frame) -> str:
    """A sentence without what is compared with its amount: "£85 million, more than what was expected in 2011"."""
    quantity, sentence = frame.claim.quantity, frame.claim.sentence
    if quantity is None:
        return sentence.text
    end = quantity.end - sentence.start
    return sentence.text[:end] + _COMPARED.sub("", sentence.text[end:])


_WIDE = frozenset({"month", "quarter", "season", "year"})


def _of_a_month(frame: Frame) -> bool:
    """Whether a claim dates those killed or hurt by no more than a month: "in February, a gunman killed five"."""
    when, text = frame.claim.time, frame.claim.sentence.text
    of_another = _THAT_ONE.match(text) is not None and _MONTH.search(text) is not None
    return bool(frame.senses & BEFALLS) and (of_another or (when is not None and when.precision in _WIDE))


_THAT_ONE = re.compile(r"That [a-z]+ ")  # "That temblor killed six people ... in September"
_MONTH = re.compile(rf"\b(?:{MONTHS}|(?:19|20)\d\d)\b")


_OVER = re.compile(
    r"\b(?:over|throughout|across|in the course of) (?:the|this|that|last) (?:\w+ ){0,2}"
    r"(?:weekend|week|fortnight|month|quarter|year|season|summer|winter|spring|autumn|fall|holidays?)\b",
    re.IGNORECASE,
)


def _other_span(left: Frame, right: Frame) -> bool:
    """Whether only one of two times is told as a stretch that adds up: "on Friday", "over the weekend"."""
    over = [_OVER.search(frame.claim.text) is not None for frame in (left, right)]
    return over[0] != over[1] and (right if over[0] else left).claim.time is not None


_DAILY = frozenset({"percent", "percentage_point", "money"})


def _other_day(left: Frame, right: Frame) -> bool:
    """Whether each names a day, month or year that the other does not; of a share or a sum, which each day has its own
    of, the times are enough, whatever else is named beside ("fell 5 percent on Friday, after 3 percent on Thursday").
    """
    if all(frame.claim.quantity is not None and frame.claim.quantity.kind in _DAILY for frame in (left, right)):
        times = [frame.claim.time.text if frame.claim.time is not None else "" for frame in (left, right)]
        dated = [set(_CALENDAR.findall(time)) for time in times]
        if all(dated) and not dated[0] & dated[1]:
            return True
    mine, theirs = (set(_CALENDAR.findall(frame.claim.text)) for frame in (left, right))
    return bool(mine - theirs and theirs - mine)


_STRETCH = re.compile(
    r"\bduring\b|\b(?:in|for|over|of) the "
    r"(?P<which>first|second|third|fourth|final|last|opening|closing)(?: \w+)? "
    r"(?P<part>half|quarter|period|inning|set|round|minute|hour|day|week|month|game)s?\b"
    r"|\b(?:in|within|over) (?:the )?(?:first |last )?(?:\d+|[a-z]+) "
    r"(?:hours?|days?|weeks?|months?|years?) (?:after|before|since|following|leading)\b"
    r"|\bat (?:the|its|their|his|her) (?:very )?(?-i:peak|height|worst|busiest|outset|start|opening)\b(?! of \d)"
    r"|\bat one (?:point|stage|time)\b"
    r"|\b(?:in|during) (?:early|late|morning|midday|afternoon|evening|overnight|after-hours|pre-?market|initial|partial"
    r"|preliminary) (?:trad(?:e|ing)|deal(?:s|ings?)|count(?:s|ing)?|voting|returns?|results?|tall(?:y|ies))\b",
    re.IGNORECASE,
)


def stretch(frame: Frame) -> str | None:
    """The part of the time that the sentence tells of alone: "during the deciding run", "in the second half"."""
    found = _STRETCH.search(frame.claim.sentence.text)
    if found is None:
        return None
    for months, part in _IN_MONTHS.items():
        if re.search(rf"\b{months} months$", found.group(), re.IGNORECASE):
            return f"{found['which']} {part}".lower()
    return f"{found['which']} {found['part']}".lower() if found["which"] else found.group().lower()


def other_stretch(left: Frame, right: Frame) -> bool:
    """Whether one tells of a part of the time that the other does not; "during" and "after the riot" are no two."""
    mine, theirs = stretch(left), stretch(right)
    if mine == theirs:
        return False
    if {mine, theirs} == {"during", None} and left.measures & right.measures & _TOLLS:
        return False  # "arrested during the march", "taken into custody when a rally turned violent"
    sides = [(mine, left, right), (theirs, right, left)]
    return any(told is not None and not (told == "during" and _one_event(one, other)) for told, one, other in sides)


def _one_event(during: Frame, other: Frame) -> bool:
    """Whether what a sentence puts its amount into ("during a riot in Selby") is named by the other as well."""
    found = _DURING.search(during.claim.sentence.text)
    told = set(found["what"].lower().split()) - STOP if found is not None else set()
    return bool(told & set(re.findall(r"[a-z]+", other.claim.sentence.text.lower())))


_TOLLS = frozenset({"death toll", "number of injured", "number of arrests"})
_DURING = re.compile(r"\bduring (?P<what>(?:[\w’'-]+ ?){1,3})")
_IN_MONTHS = {"three": "quarter", "six": "half"}
_AT_CLOSE = re.compile(r"\b(?:clos(?:e[sd]?|ing)|end(?:ed)? the day|finish(?:ed)?|settled)\b", re.IGNORECASE)
SHARES = frozenset({"change of the share price"})
"""The measure (lexicon/measures.toml) of which each day and each firm has its own."""


def at_close(frame: Frame) -> bool:
    """Whether a share price is told as that of the end of the day: by noon it had another."""
    return bool(frame.measures & SHARES) and _AT_CLOSE.search(frame.claim.sentence.text) is not None


_RUNNING = re.compile(
    r"\b(?:so far|thus far|to date|in all|altogether|overall|(?:of|in) (?:his|her|its|their) career)\b", re.IGNORECASE
)


_SO_FAR = re.compile(r"\b(?:so far|thus far|to date)\b", re.IGNORECASE)


def so_far(frame: Frame) -> bool:
    """Whether the sentence says that more may come: "1,200 tonnes have escaped so far"."""
    return _SO_FAR.search(frame.claim.sentence.text) is not None


def running(frame: Frame) -> bool:
    """Whether the sentence sums up what came about on several occasions."""
    return _RUNNING.search(frame.claim.sentence.text) is not None


def other_years(left: Frame, right: Frame) -> bool:
    """Whether each sentence names a year, and none that the other names: a term served in 1959, one given in 1997.

    Of terms of time it is enough that one does: there may be several in a life.
    """
    mine, theirs = (set(_YEAR.findall(frame.claim.sentence.text)) for frame in (left, right))
    terms = all(frame.claim.quantity is not None and frame.claim.quantity.kind == "duration" for frame in (left, right))
    return bool((mine and theirs and not mine & theirs) or (terms and bool(mine) != bool(theirs)))
