"""FC002 FC013 FC102 FC109: when something happened.

Times are intervals of days. Two conflict when no day fits both and a report of the next day does not explain it, the
event is one that happens once, and a party named in both claims ties them to the same event.
"""

import re
from datetime import date, timedelta

from factcheck.frames import compare
from factcheck.frames.frame import LATER, Frame, follower_names
from factcheck.frames.recurrence import how_often
from factcheck.frames.times import bounds, known, of_one_year
from factcheck.lexicon.words import predicates
from factcheck.model.claim import Kind
from factcheck.model.link import Relation
from factcheck.model.time import Time
from factcheck.names import name_key
from factcheck.stages.reconcile.hours import at_other_hours, hours_apart
from factcheck.stages.reconcile.judgement import (
    Judgement,
    Surroundings,
    both_announced,
    comparable,
    details_differ,
    firmly_shared,
    other_complement,
    plain,
    quoted,
    times_apart,
)
from factcheck.stages.reconcile.occasion import ACCIDENTS, of_office, same_occasion, same_words


def times(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """Judge two times of one event; None where one is silent or neither claim is about when."""
    mine, theirs = of_one_year(left.claim.time, right.claim.time)
    if mine is None or theirs is None or Kind.QUOTE in (left.claim.kind, right.claim.kind):
        return None  # when something was said is not when it happened
    if hours_apart(left, right) and not times_apart(left, right):
        told = (quoted(left), quoted(right), f"The times are “{mine.text}” and “{theirs.text}”.")
        return at_other_hours(left, right, around, told)
    if not known(mine) or not known(theirs):
        return None
    if left.claim.kind is right.claim.kind is Kind.ROLE:
        return None
    said = (quoted(left), quoted(right), f"The times are {_show(left)} and {_show(right)}.")
    if not times_apart(left, right):
        small = any(_SMALL_HOURS.search(frame.claim.text) for frame in (left, right))
        if (_parts_apart(mine, theirs) and not small) or _by_day(left, right, around):
            return _on_neighbouring_days(left, right, around, said)
        if Kind.DATE not in (left.claim.kind, right.claim.kind):
            return None
        if (mine.first, mine.last) == (theirs.first, theirs.last):
            others = compare.counted(left, right)[0] == "apart" and compare.parties(left, right)[0] == "apart"
            if _of_two_deeds(left, right) or others:
                return Judgement(Relation.COMPATIBLE, "FC018", 0.5, (*said, "The same, but of two things."))
            if _amounts_differ(left, right):
                return Judgement(Relation.COMPATIBLE, "FC018", 0.6, (*said, "The same, but the amounts told differ."))
            if details_differ(left, right) or other_complement(left, right):
                return Judgement(Relation.COMPATIBLE, "FC018", 0.6, (*said, "The same, but each names another thing."))
            return Judgement(Relation.AGREE, "FC002", 0.9, (*said, "They are the same."))
        if _same_year(mine, theirs) and not details_differ(left, right):
            return Judgement(Relation.AGREE, "FC002", 0.8, (*said, "Counted in years, they are the same."))
        one_day = bounds(mine).overlaps(bounds(theirs))
        step = (
            "One day can satisfy both."
            if one_day
            else "They give neighbouring days, of which a report may mean either."
        )
        return Judgement(Relation.COMPATIBLE, "FC013", 0.85 if one_day else 0.6, (*said, step))
    if (same_occasion(left, right) or same_words(left, right)) and comparable(left, right, around):
        return Judgement(
            Relation.CONFLICT, "FC102", 0.65, (*said, "All else is said in the same words, and no day fits both.")
        )
    once = left.senses & right.senses & predicates().once
    if any((how_often(frame.claim.text) or 1) > 1 for frame in (left, right)):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "One came about several times."))
    if not compare.same_event(left, right) or not once or (once == _TERMS and _of_two_terms(mine, theirs)):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "They may be two events."))
    shared = firmly_shared(left, right)
    patient = _patient(left) & _patient(right) & shared & (left.people | right.people)
    if not patient or not comparable(left, right, around):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "It is not certain that they date the same event."))
    if compare.amount(left, right)[0] == "apart":
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "The amounts differ as well: they may be two events."))
    if any(_from_another_event(frame) for frame in (left, right)):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "One time is counted from another event."))
    if any(_of_a_noun(frame) for frame in (left, right)):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "One time is that of a thing named in the sentence."))
    if compare.party(left.object, right.object)[0] == "apart":
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "It was done to two things: they may be two events."))
    step = f"Both date one event of {', '.join(sorted(patient))}, and no day fits both."
    return Judgement(Relation.CONFLICT, "FC102", 0.75, (*said, step))


_TERMS = frozenset({"swear_in"})  # again after each election


def _of_two_terms(left: Time, right: Time) -> bool:
    if left.first is None or right.first is None:
        return True
    return abs((left.first - right.first).days) > _TERM


_TERM = 300  # days
_LIGHT = frozenset({"own", "give", "receive", "perform", "control"})  # "hold a march" is to march


def _amounts_differ(left: Frame, right: Frame) -> bool:
    """Whether two amounts of one thing differ; prisoners and the planes that they are flown in are two things."""
    return compare.amount(left, right)[0] == "apart" and compare.counted(left, right)[0] != "apart"


def _of_two_deeds(left: Frame, right: Frame) -> bool:
    """Whether the times are of what two parties do, with a noun in common at most: the union "would strike", the
    minister "would support a strike".
    """
    if (left.senses | right.senses) & _LIGHT or predicates().related(left.senses, right.senses):
        return False
    return compare.other_deed(left, right) and compare.party(left.subject, right.subject)[0] == "apart"


def _from_another_event(frame: Frame) -> bool:
    """Whether a time is "the next day" of what else the sentence tells: "convicted of killing one and the next day
    killing another".
    """
    when = frame.claim.time
    return when is not None and _NEXT.fullmatch(when.text.strip()) is not None


_NEXT = re.compile(r"(?:the )?(?:next|following|previous|same) (?:day|night|morning|week|month|year)", re.IGNORECASE)


def _of_a_noun(frame: Frame) -> bool:
    """Whether a time stands inside a noun phrase: "convicted of the June 20 shooting", "the 2006 case"."""
    when, sentence = frame.claim.time, frame.claim.sentence
    if when is None:
        return False
    before, after = sentence.text[: when.start - sentence.start], sentence.text[when.end - sentence.start :]
    return (
        re.search(r"\b(?:the|an?|his|her|its|their) $", before) is not None and re.match(r" [a-z]", after) is not None
    )


_NUMBERS = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_DAYS = {"year": 365.25, "month": 30.4, "week": 7.0, "day": 1.0}


def sequence(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """FC109: one source gives one time for two persons, another has the second follow "two years later"."""
    for one, both in ((left, right), (right, left)):
        found = _follower(one, both)
        if found is not None and compare.same_event(left, right) and plain(left, right):
            name, shift, words = found
            said = (quoted(left), quoted(right), f"{both.claim.source} gives {_show(both)} for both.")
            step = f"{one.claim.source} has it for {name} only “{words}”, {shift:.0f} days after {_show(one)}."
            return Judgement(Relation.CONFLICT, "FC109", 0.7, (*said, step))
    return None


def _follower(one: Frame, both: Frame) -> tuple[str, float, str] | None:
    """Whom a sentence puts some time after the claim's own person, and the other claim at the same time."""
    when, other = one.claim.time, both.claim.time
    if when is None or other is None or not known(when) or not known(other) or not when.overlaps(other):
        return None
    parties = (both.subject.names | both.object.names) & both.names
    if not parties or when.first is None or other.last is None:
        return None
    match = LATER.search(one.claim.sentence.text, max(0, when.end - one.claim.sentence.start))
    if match is None:
        return None
    number = match["number"].lower()
    count = int(number) if number.isdigit() else max(1, _NUMBERS.index(number))
    shift = count * _DAYS[match["unit"].lower()]
    if when.first + timedelta(days=shift * 0.75) <= other.last:
        return None  # so vague a time that both can stand
    own = one.subject.names | one.object.names
    for name in sorted(parties):
        for written in follower_names(one.claim):
            words = set(name_key(written).split())
            if words and (words <= set(name.split()) or set(name.split()) <= words) and own - {name}:
                return name, shift, " ".join(match.group().split())
    return None


_PART_OF_DAY = re.compile(r"\b(?:morning|afternoon|evening)\b", re.IGNORECASE)
_SMALL_HOURS = re.compile(r"\b(?:early|late|overnight|midnight)\b", re.IGNORECASE)


def _parts_apart(left: Time, right: Time) -> bool:
    """Whether two days follow one another and no midnight explains it.

    Either the first of them has its morning or afternoon told, or the second its afternoon or evening, or a night lies
    between the two parts ("Tuesday evening", "Wednesday morning").
    """
    if left.first is None or right.first is None or left.first != left.last or right.first != right.last:
        return False
    if abs((left.first - right.first).days) != 1:
        return False
    early, late = sorted((left, right), key=lambda when: when.first or date.max)
    parts = [match.group().lower() if (match := _PART_OF_DAY.search(when.text)) else "" for when in (early, late)]
    return parts[0] in ("morning", "afternoon") or parts[1] in ("afternoon", "evening") or all(parts)


def _patient(frame: Frame) -> frozenset[str]:
    """To whom it happened, by name: who it was done to, or whose own step it was ("resigned as mayor of Welby")."""
    own = "resign" in frame.senses
    return frame.subject.names if own else frame.object.names or frame.subject.names


_BY_DAY = frozenset({"resign", "elect", "hire", "dismiss", "convict", "acquit", "sentence", "swear_in", "marry"})
_BY_NIGHT = re.compile(
    r"\b(?:early|late|overnight|midnight|night|evening|dawn|hours|local time|announced?|[ap]\.?m)\b", re.IGNORECASE
)


def _by_day(left: Frame, right: Frame, around: Surroundings) -> bool:
    """Whether both tell, on one day, of what is done by day or will be, and give two days that follow one another.

    No night between can have been taken for either of them: "resigned on Monday", "will close on Tuesday".
    """
    mine, theirs = left.claim.time, right.claim.time
    if mine is None or theirs is None or mine.first != mine.last or theirs.first != theirs.last:
        return False
    if mine.first is None or theirs.first is None or abs((mine.first - theirs.first).days) != 1:
        return False
    published = {article.published for frame in (left, right) if (article := around.articles.get(frame.claim.source))}
    if len(published) != 1 or None in published:
        return False
    if any(_BY_NIGHT.search(frame.claim.sentence.text) for frame in (left, right)):
        return False
    coming = both_announced(left, right) and same_occasion(left, right)
    return coming or bool(left.senses & right.senses & _BY_DAY)


def _on_neighbouring_days(left: Frame, right: Frame, around: Surroundings, said: tuple[str, ...]) -> Judgement | None:
    """FC102 for what happens once to a person, told of two parts of neighbouring days; less sure than days apart."""
    patient = _patient(left) & _patient(right) & (left.people | right.people) & firmly_shared(left, right)
    accident = same_occasion(left, right) and bool(left.senses & right.senses & ACCIDENTS)
    once = left.senses & right.senses & predicates().once
    coming = both_announced(left, right) or of_office(left, right)
    told_alike = same_occasion(left, right) and coming
    if not ((patient and once) or accident or told_alike) or not comparable(left, right, around):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "They give neighbouring days."))
    what = ", ".join(sorted(patient or left.names))
    what = f"one event of {what}" if what else "one event"
    step = f"Both date {what}, on two days, and no night in between explains it."
    return Judgement(Relation.CONFLICT, "FC102", 0.55, (*said, step))


_YEARS_AGO = re.compile(r"^(?:\d+|[a-z]+(?:-[a-z]+)?) years (?:ago|earlier|before)$", re.IGNORECASE)


def _same_year(left: Time, right: Time) -> bool:
    """Whether one time is "six years ago" and the other the year that this comes to."""
    for ago, year in ((left, right), (right, left)):
        whole = year.first is not None and year.last is not None and (year.last - year.first).days in (364, 365)
        if whole and _YEARS_AGO.match(ago.text.strip()) and ago.overlaps(year):
            return True
    return False


def _show(frame: Frame) -> str:
    when = frame.claim.time
    if when is None:
        return "none"
    if not when.resolved:
        return f"“{when.text}”"
    if when.first == when.last:
        return f"“{when.text}” ({when.first})"
    return f"“{when.text}” ({when.first or '…'} to {when.last or '…'})"
