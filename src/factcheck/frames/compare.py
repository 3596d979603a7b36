"""How two frames compare, a field at a time, in named levels: exact, close, apart, missing.

"missing" says that one side is silent, which is no evidence of difference. What a field was compared on goes into the
note, so that a link explains itself.
"""

import math
import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from factcheck.frames.existence import NOBODY
from factcheck.frames.frame import Frame, Party, head_keys, located
from factcheck.frames.frame import describes as _describes
from factcheck.lexicon.drift import relations
from factcheck.lexicon.words import alike, concepts, nouns, predicates, roles
from factcheck.model.claim import Modality
from factcheck.model.quantity import Bound, Quantity
from factcheck.model.time import Time

Verdict = tuple[str, str]  # level, note
_UNREAL = frozenset({Modality.FEARED, Modality.CONDITIONAL, Modality.OPINION, Modality.POSSIBLE, Modality.PLANNED})


def event(left: Frame, right: Frame) -> Verdict:
    """Whether the predicates name one event."""
    table = predicates()
    if (not left.predicate and not left.events) or (not right.predicate and not right.events):
        return "missing", ""
    shared = left.senses & right.senses
    if shared:
        return "exact", "/".join(sorted(shared))
    if left.predicate and left.predicate[:1] == right.predicate[:1] and not _idiom_of_one(left, right):
        return "exact", left.predicate[0]
    if left.senses and right.senses:
        if table.converse(left.senses, right.senses):
            return "exact", "the same seen from the other side"
        if table.contrary(left.senses, right.senses):
            return "exact", "one or its contrary"
        if table.other_form(left.senses, right.senses):
            return "exact", "one act in two forms of law"
        wide = table.widened(left.senses) & table.widened(right.senses)
        if wide:
            return "close", "/".join(sorted(wide))
        if table.opposite(left.senses, right.senses):
            return "near", "opposites"
        if table.related(left.senses, right.senses):
            return "near", "related"
    both = (left.events & right.events) - {"say", "own", "believe", "know"}
    if both:
        return "close", "/".join(sorted(both))
    if table.related(left.events, right.events) or table.opposite(left.events, right.events):
        return "weak", "related"
    if not left.senses or not right.senses:
        return "missing", ""
    return "apart", ""


def _idiom_of_one(left: Frame, right: Frame) -> bool:
    """Whether one verb is a part of a set phrase and the other is not: "took hostages", "took his phone"."""
    table = predicates()
    mine, theirs = table.idiom(left.predicate), table.idiom(right.predicate)
    return mine != theirs and not left.senses & right.senses and bool(left.senses) != bool(right.senses)


def same_event(left: Frame, right: Frame) -> bool:
    """Whether the predicates name one event beyond doubt: one sense in common, or one and the same word."""
    table = predicates()
    if table.contrary(left.senses, right.senses) or table.other_form(left.senses, right.senses):
        return False
    level, _ = event(left, right)
    return level == "exact" or (level == "close" and bool(table.widened(left.senses) & table.widened(right.senses)))


def names(left: Frame, right: Frame, telling: Mapping[str, float]) -> Verdict:
    """Whether the claims are about the same named parties; common names ("Mexico") say little and are left out."""
    ours, others = (left.subject.names, right.subject.names) if describes(left, right) else (left.names, right.names)
    mine = {name for name in ours if telling.get(name, 1.0) >= 0.5}
    theirs = {name for name in others if telling.get(name, 1.0) >= 0.5}
    if not mine or not theirs:
        return "missing", ""
    shared = mine & theirs
    if shared and (mine <= theirs or theirs <= mine):
        return "exact", ", ".join(sorted(shared))
    if shared:
        return "close", ", ".join(sorted(shared))
    return "apart", ""


def other_deed(left: Frame, right: Frame) -> bool:
    """Whether the tables know both predicates and know them to be two events: charged, convicted.

    A noun that the one shares with the other's verb ("charged with murder", "murdered") is no bridge.
    """
    table, mine, theirs = predicates(), left.senses, right.senses
    if not mine or not theirs or mine & theirs or left.predicate[:1] == right.predicate[:1]:
        return False
    return not (table.converse(mine, theirs) or table.widened(mine) & table.widened(theirs))


def party(left: Party, right: Party) -> Verdict:
    """Whether two participants can be the same persons or things."""
    if not left or not right or left.head in NOBODY or right.head in NOBODY:
        return "missing", ""  # nobody is anybody's denial
    if left.names and right.names:
        shared = left.names & right.names
        if shared:
            return ("exact" if left.names == right.names else "close"), ", ".join(sorted(shared))
        return "apart", ""
    if left.head and left.head == right.head:
        return "exact", left.head
    if described(left, right):
        return "close", ""
    if left.names or right.names:
        return "missing", ""  # a name against a description
    return "apart", ""


def parties(left: Frame, right: Frame) -> Verdict:
    """Whether the participants match: each with its counterpart, or, as verbs differ in voice, with the other one."""
    direct = [party(left.subject, right.subject), party(left.object, right.object)]
    levels = [level for level, _ in direct]
    matched = [verdict for verdict in direct if verdict[0] in ("exact", "close")]
    if matched:
        level = "exact" if "exact" in levels and "apart" not in levels else "close"
        return level, matched[0][1]
    crossed = [party(left.subject, right.object), party(left.object, right.subject)]
    for level, note in crossed:
        if level in ("exact", "close"):
            return ("near" if "apart" in levels else "close"), note
    return ("apart", "") if "apart" in levels else ("missing", "")


def described(left: Party, right: Party) -> bool:
    """Whether the descriptions leave room for the same members: one group, one broader, or both open and not apart."""
    table = nouns()
    if not left.groups or not right.groups:
        return left.head is not None and left.head == right.head
    if left.groups & right.groups:
        return True
    wide_left = left.groups.union(*(table.broader.get(group, frozenset()) for group in left.groups))
    wide_right = right.groups.union(*(table.broader.get(group, frozenset()) for group in right.groups))
    if any((a, b) in table.apart for a in wide_left for b in wide_right):
        return False
    if wide_left & right.groups or wide_right & left.groups:
        return True
    return bool(wide_left & wide_right and left.groups & table.open and right.groups & table.open)


def counted(left: Frame, right: Frame) -> Verdict:
    """Whether two amounts count or measure the same thing."""
    mine, theirs = left.claim.quantity, right.claim.quantity
    if mine is None or theirs is None:
        return "missing", ""
    if mine.unit != theirs.unit or (mine.unit is None and _plain(mine) != _plain(theirs)):
        return "apart", f"{mine.unit or mine.kind} and {theirs.unit or theirs.kind}"
    if not left.counted.head or not right.counted.head:
        return ("missing", "") if mine.unit is None else ("close", mine.unit or "")
    if left.counted.head == right.counted.head:
        return "exact", left.counted.head
    if left.counted.groups & right.counted.groups:
        return "exact", "/".join(sorted(left.counted.groups & right.counted.groups))
    if described(left.counted, right.counted):
        return "close", f"{left.counted.head} and {right.counted.head}"
    if mine.unit is not None and not (left.counted.groups and right.counted.groups):
        return "missing", ""
    return "apart", f"{left.counted.head} and {right.counted.head}"


def _plain(quantity: Quantity) -> str:
    """The kind of a bare number: one whose noun is left out ("21 of them") is a count."""
    return "count" if quantity.kind == "number" else quantity.kind


def amount(left: Frame, right: Frame) -> Verdict:
    """Whether one amount could satisfy both claims."""
    mine, theirs = left.claim.quantity, right.claim.quantity
    if mine is None or theirs is None or mine.unit != theirs.unit:
        return "missing", ""
    if mine.low == theirs.low and mine.high == theirs.high:
        small = mine.unit is None and mine.high <= 3
        return ("close" if small else "exact"), mine.text
    return ("close" if agree(mine, theirs) else "apart"), f"{mine.text} and {theirs.text}"


def agree(left: Quantity, right: Quantity) -> bool:
    """Whether two amounts overlap, or one is the other rounded: "2,000" for 1,987, "about 50" for 52."""
    if left.agrees_with(right):
        return True
    if left.unit != right.unit:
        return False
    return rounds(left, right) or rounds(right, left) or _in_larger_units(left, right)


_SPANS = {"day": 86400.0, "week": 604800.0, "month": 2629800.0, "year": 31557600.0}
_CONVERTED = 0.05  # of the larger: more is no rounding after a conversion


def _in_larger_units(left: Quantity, right: Quantity) -> bool:
    """Whether one amount is the other told in another unit and rounded: "seven weeks" and "two months", "41 C" and
    "106 F".

    A stretch of time told in a larger unit is rounded to the half of it; what is converted to the half of its last
    digit.
    """
    if left.value is None or right.value is None or _one_unit(left, right):
        return False
    apart = abs(left.value - right.value)
    if left.kind == "duration":
        units = [_SPANS.get((item.written_unit or "").rstrip("s"), 0.0) for item in (left, right)]
        return units[0] != units[1] and min(units) > 0 and apart <= max(units) / 2
    if left.unit is None or left.kind == "money":
        return False
    steps = [1.0 if item.kind == "temperature" else _last_digit(item) for item in (left, right)]
    most = max(steps) / 2
    return apart <= (most if left.kind == "temperature" else min(most, _CONVERTED * max(left.value, right.value)))


def _one_unit(left: Quantity, right: Quantity) -> bool:
    """Whether both are written in one unit, however it is spelled ("%", "percent")."""
    if not left.written_value or not right.written_value or left.value is None or right.value is None:
        return left.written_unit == right.written_unit
    mine, theirs = left.value / left.written_value, right.value / right.written_value
    return math.isclose(mine, theirs, rel_tol=1e-6)


def _last_digit(quantity: Quantity) -> float:
    """What one more in the last digit that is not zero would add, in the base unit: 1,000 feet of "2,000 feet"."""
    written, value = quantity.written_value, quantity.value
    if not written or not value or written % 1:
        return 0.0
    digits = str(int(written))
    return float(10 ** (len(digits) - len(digits.rstrip("0")))) * value / written


_ROUNDED = 0.12  # of the larger, by which two values of one amount differ at most


def rounded(left: Quantity, right: Quantity) -> bool:
    """Whether one amount can satisfy both, and their values are near: "58" and "almost sixty", "612" and "over 600"."""
    if not left.agrees_with(right) or left.value is None or right.value is None:
        return False
    return abs(left.value - right.value) <= _ROUNDED * max(abs(left.value), abs(right.value))


TELLING = 13  # counts from here on; smaller ones are everywhere
_COMMON = frozenset({"age", "ordinal", "rate", "duration"})  # kinds whose values many things have


def telling(quantity: Quantity) -> bool:
    """Whether few things can have an amount: large enough, not vague, and not an age or the like."""
    if quantity.kind in _COMMON or quantity.bound in (Bound.VAGUE, Bound.RANGE) or quantity.value is None:
        return False
    written = quantity.written_value if quantity.written_value is not None else quantity.value
    return written >= TELLING or written % 1 != 0 or quantity.kind == "money"


ONE_HOUR = 60  # minutes: reports of one hour round it to the hour or the half
_CLOCK = re.compile(r"T(?P<hour>\d\d):(?P<minute>\d\d)")
_HALF_OF_DAY = re.compile(
    r"\b(?:[ap]\.? ?m\b|\d[ap]m\b|morning|noon|midday|afternoon|evening|night|midnight|dawn|dusk|GMT|UTC)"
    r"|(?:\b1[3-9]|\b2[0-4]|\b0\d)[:.]?\d\d",
    re.IGNORECASE,
)


def minute(when: Time) -> int | None:
    """The minute of the day that a time names, or None."""
    match = _CLOCK.search(when.value or "")
    return int(match["hour"]) * 60 + int(match["minute"]) if match is not None else None


def minutes_apart(left: Time | None, right: Time | None) -> float:
    """How many minutes two times of day are apart at least, on a clock of twelve hours where one does not say which
    half of the day it means; infinite where one is none.
    """
    mine, theirs = (minute(when) if when is not None else None for when in (left, right))
    if mine is None or theirs is None or left is None or right is None:
        return float("inf")
    halves = all(_HALF_OF_DAY.search(when.text) for when in (left, right))
    around = 24 * 60 if halves else 12 * 60
    apart = abs(mine - theirs) % around
    return float(min(apart, around - apart))


_HALF = 0.5
_NEAR = 1 / 6  # "300" is 250 and not 200 rounded; "200" is not 150


def rounds(rough: Quantity, fine: Quantity) -> bool:
    """Whether an amount is another one rounded to its own last significant digit, and has one digit less at least.

    Shares are rounded to whole ones: "40 percent" is 39.6 and not 45.
    """
    value, exact = rough.written_value or rough.value, fine.written_value or fine.value
    if not value or not exact or rough.bound not in (Bound.EXACT, Bound.ABOUT) or value < 20:
        return False
    if rough.unit is not None:
        value, exact = rough.value or 0.0, fine.value or 0.0
    if rough.kind == "percent" and rough.bound is Bound.EXACT:
        return value % 1 == 0 and exact % 1 != 0 and abs(value - exact) <= _HALF
    step = 1.0
    while value % (step * 10) == 0 and step < value:
        step *= 10
    return step >= 10 and exact % step != 0 and abs(value - exact) <= min(step / 2, value * _NEAR)


def time(left: Frame, right: Frame) -> Verdict:
    """Whether the times given overlap; a date and a year that contains it are close."""
    mine, theirs = of_one_year(left.claim.time, right.claim.time)
    if mine is None or theirs is None or not known(mine) or not known(theirs):
        return "missing", ""
    if mine.first == theirs.first and mine.last == theirs.last:
        return "exact", mine.value or mine.text
    return ("close" if bounds(mine).overlaps(bounds(theirs)) else "apart"), f"{mine.text} and {theirs.text}"


def known(when: Time | None) -> bool:
    """Whether a time is resolved to days on both ends or one."""
    return (
        when is not None
        and when.resolved
        and when.kind != "duration"
        and (when.first is not None or when.last is not None)
    )


_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?$")
_ANY_YEAR = 2000  # a leap year: it has a February 29


def of_one_year(left: Time | None, right: Time | None) -> tuple[Time | None, Time | None]:
    """Two times, a day or month without a year ("May 20", an article without a date) put into the year of the other.

    Reports of one event are of one year far more often than not; where neither has a year, any will do.
    """
    return _in_year_of(left, right), _in_year_of(right, left)


def _in_year_of(when: Time | None, other: Time | None) -> Time | None:
    day = _YEARLESS.match(when.value or "") if when is not None and not when.resolved else None
    if when is None or day is None or other is None:
        return when
    year = other.first.year if other.first is not None else _ANY_YEAR
    month = int(day[1])
    length = monthrange(year, month)[1]
    first, last = (int(day[2]), int(day[2])) if day[2] else (1, length)
    if last > length:  # February 29 beside another year
        return when
    return replace(when, first=date(year, month, first), last=date(year, month, last), resolved=True)


_MORE = re.compile(r"^(?:more than|over|at least|well over|some time before)\b|\bor more\b", re.IGNORECASE)
_ROUGH = re.compile(
    r"^(?:about|around|nearly|almost|some|roughly|approximately|less than|up to|under|as early as)\b", re.IGNORECASE
)


def bounds(when: Time) -> Time:
    """A time with its hedge taken at its word: "more than 10 years ago" has no beginning."""
    if _MORE.search(when.text):
        return replace(when, first=None)
    return replace(when, first=None, last=None) if _ROUGH.search(when.text) else when


_CALENDAR = frozenset({"month", "quarter", "year", "decade"})


def near(left: Time, right: Time, days: int = 1) -> bool:
    """Whether two known times overlap or lie within some days of each other, as reports written overnight do.

    Two years side by side, or two months, are no neighbours.
    """
    slack = timedelta(days=0 if {left.precision, right.precision} <= _CALENDAR else days)
    left, right = bounds(left), bounds(right)
    if left.last is not None and right.first is not None and left.last + slack < right.first:
        return False
    return not (right.last is not None and left.first is not None and right.last + slack < left.first)


def modality(left: Frame, right: Frame) -> Verdict:
    """Whether both are held to be so in the same way: a fear is not the thing feared."""
    mine, theirs = left.claim.modality, right.claim.modality
    if mine == theirs:
        return "exact", mine.value
    if Modality.FEARED in (mine, theirs) or Modality.CONDITIONAL in (mine, theirs):
        other = theirs if mine in (Modality.FEARED, Modality.CONDITIONAL) else mine
        return ("close" if other in _UNREAL else "apart"), f"{mine.value} and {theirs.value}"
    return "close", f"{mine.value} and {theirs.value}"


def words(left: Frame, right: Frame, weight: Mapping[str, float]) -> Verdict:
    """How much of the telling words of two claims is shared, synonyms in part, in five levels."""
    if not left.words or not right.words:
        return "missing", ""
    likeness = soft_cosine(left.words, right.words, weight)
    level = "exact" if likeness >= 0.7 else "close" if likeness >= 0.5 else "near" if likeness >= 0.35 else "weak"
    return (level if likeness >= 0.2 else "apart"), f"{likeness:.2f}"


def passage(left: Frame, right: Frame, weight: Mapping[str, float]) -> Verdict:
    """How much of the telling words of the whole sentences is shared: one told again tells all its claims."""
    likeness = soft_cosine(left.passage, right.passage, weight)
    level = "exact" if likeness >= 0.6 else "close" if likeness >= 0.4 else "weak" if likeness >= 0.25 else "apart"
    return level, f"{likeness:.2f}"


def soft_cosine(left: frozenset[str], right: frozenset[str], weight: Mapping[str, float]) -> float:
    """Cosine of two sets of words by weight, each word paired with the one it is most alike.

    After Sidorov et al. 2014, greedily: equal words first, then the weightiest with a synonym.
    """
    if not left or not right:
        return 0.0
    shared = left & right
    total = sum(weight.get(word, 1.0) ** 2 for word in sorted(shared))
    rest = sorted(left - shared, key=lambda word: (-weight.get(word, 1.0), word))
    free = set(right - shared)
    if rest and free:
        index: dict[str | int, list[str]] = {}
        for word in sorted(free):
            for concept in concepts(word):
                index.setdefault(concept, []).append(word)
        for word in rest:
            near = {other for concept in concepts(word) for other in index.get(concept, ()) if other in free}
            if near:
                likeness, other = max((alike(word, other), other) for other in near)
                free.discard(other)
                total += likeness * weight.get(word, 1.0) * weight.get(other, 1.0)
    norms = [sum(weight.get(word, 1.0) ** 2 for word in sorted(side)) for side in (left, right)]
    return total / (norms[0] * norms[1]) ** 0.5 if all(norms) else 0.0


def role(left: Frame, right: Frame) -> Verdict:
    """Whether both ascribe a standing of one kind to one person: the body may differ, for that is what is asked.

    So do two descriptions of one thing that cannot both hold, and two that say where it is.
    """
    if not describes(left, right):
        return "missing", ""
    mine, theirs = left.role, right.role
    named = left.subject.names & right.subject.names
    alike = named or (not left.subject.names and not right.subject.names and left.subject.head == right.subject.head)
    if alike and located(left) and located(right):
        return "exact", "where it is"
    if alike and clash(left, right) is not None:
        return "exact", "what it is"
    if mine is None or theirs is None:
        return "missing", ""
    if not named:
        return "apart", ""
    if mine.relations & theirs.relations:
        return "exact", "/".join(sorted(mine.relations & theirs.relations))
    if mine.bodies & theirs.bodies or mine.kinds & theirs.kinds:
        return "close", "/".join(sorted(mine.bodies & theirs.bodies or mine.kinds & theirs.kinds))
    return "apart", ""


def clash(left: Frame, right: Frame) -> tuple[str, str] | None:
    """Two roles or qualities that one subject cannot have together, as keys; None where the descriptions fit."""
    table = roles()
    for mine in head_keys(left.claim.object or ""):
        for theirs in head_keys(right.claim.object or ""):
            if table.exclude(mine, theirs):
                return mine, theirs
    one, other = ((frame.claim.object or "").lower().strip(" .") for frame in (left, right))
    return (one, other) if relations().opposite(one, other) else None


def reversed_parties(left: Frame, right: Frame) -> bool:
    """Whether who did it in the one is to whom it was done in the other."""
    crossed = left.subject.names & right.object.names and left.object.names & right.subject.names
    straight = left.subject.names & right.subject.names or left.object.names & right.object.names
    return bool(crossed) and not straight


def describes(left: Frame, right: Frame) -> bool:
    """Whether both say what or where their subject is."""
    return _describes(left) and _describes(right)


def slot(left: Frame, right: Frame) -> Verdict:
    """Whether event and participants match together, which says more than each alone."""
    happened, who = event(left, right)[0], parties(left, right)[0]
    if "missing" in (happened, who):
        return "missing", ""
    if who == "apart":
        return "apart", ""
    fits = who in ("exact", "close")
    if happened == "exact" and fits:
        return "exact", ""
    return ("close" if fits and happened == "close" else "near"), ""


def kind(left: Frame, right: Frame) -> Verdict:
    """Whether the point of both claims is of one kind."""
    mine, theirs = left.claim.kind, right.claim.kind
    if mine == theirs:
        return "exact", mine.value
    return "close", f"{mine.value} and {theirs.value}"
