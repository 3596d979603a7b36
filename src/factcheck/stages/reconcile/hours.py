"""FC102 of hours: a blow, an accident or an answer that two sources put more than an hour apart."""

import re

from factcheck.frames import compare
from factcheck.frames.frame import Frame
from factcheck.frames.times import ONE_HOUR, minute, minutes_apart
from factcheck.lexicon.lists import mapping
from factcheck.lexicon.stem import stem
from factcheck.model.link import Relation
from factcheck.stages.reconcile.judgement import (
    Judgement,
    Surroundings,
    comparable,
    other_in_a_row,
)
from factcheck.stages.reconcile.occasion import same_occasion

_ZONES = "|".join(zone.upper() for zone in mapping("dates", "zone"))
_COASTS = r"(?:a|p)\.?m\.? (?:Eastern|Central|Mountain|Pacific)"
_ZONE = re.compile(rf"\b(?:{_ZONES}|local time|[A-Z][a-z]+ time|{_COASTS})\b")
_STROKES = frozenset(map(stem, ("quake", "earthquake", "tremor", "fire", "blaze", "blast", "explosion", "crash")))


def hours_apart(left: Frame, right: Frame) -> bool:
    """Whether both give a time of day, of one clock as far as is said, that differ by more than an hour."""
    mine, theirs = left.claim.time, right.claim.time
    if mine is None or theirs is None or any(_ZONE.search(frame.claim.text) for frame in (left, right)):
        return False
    apart = minutes_apart(mine, theirs)
    return ONE_HOUR <= apart < float("inf")


def at_other_hours(left: Frame, right: Frame, around: Surroundings, said: tuple[str, ...]) -> Judgement:
    """FC102 for a blow that falls once, told of two hours; for all else the hours say nothing."""
    if not comparable(left, right, around) or _fits_side(left, right) or other_in_a_row(left, right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "They need not be of one event."))
    if (_HELP.search(left.claim.text) is None) != (_HELP.search(right.claim.text) is None):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "One is when help was called or came."))
    if around.one_answer(left, right):
        step = "Both say at what hour, and the hours are more than one apart."
        return Judgement(Relation.CONFLICT, "FC102", 0.6, (*said, *around.why_one_question(left, right), step))
    if same_occasion(left, right):
        step = "Both say at what hour one thing happened that happens once, and the hours are more than one apart."
        return Judgement(Relation.CONFLICT, "FC102", 0.6, (*said, step))
    parties = [frame.subject or frame.object for frame in (left, right)]
    one = parties[0].head in _STROKES and parties[0].head == parties[1].head
    if not one or not compare.same_event(left, right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "They give other hours, perhaps of two events."))
    return Judgement(Relation.CONFLICT, "FC102", 0.6, (*said, "Both say when it began, more than an hour apart."))


# that help was called, or came, which is not when it happened: "police were called at 11.55"
_HELP = re.compile(
    r"\b(?:police|officers?|deputies|firefighters?|fire ?fighters?|paramedics?|ambulances?|coast ?guards?"
    r"|(?:fire|police|ambulance|emergency|rescue) (?:brigades?|services?|departments?|workers)|crews?|rescuers?)\b"
    r"[^.;]{0,30}?\b(?:called|alerted|summoned|notified|sent|dispatched|responded|respond|arrived?|came|reached)\b"
    r"|\b(?:called|alerted|phoned|rang|summoned|notified) (?:the )?"
    r"(?:police|ambulance|fire brigade|coast ?guard|emergency)\b"
    r"|\b(?:alarm|alert|distress (?:call|signal)|mayday|emergency call|911 call|999 call|calls? (?:came|was|were))\b",
    re.IGNORECASE,
)


_SIDE = re.compile(r"\b(?P<side>until|till|before|after|since|from|by|between)(?: about| around)?$", re.IGNORECASE)
_SIDE_FIRST = re.compile(r"(?P<side>until|till|before|after|since|from|by|between)\b", re.IGNORECASE)


def _fits_side(left: Frame, right: Frame) -> bool:
    """Whether one gives a side of an hour that the other's can be on ("before noon", "at ten"), or an end of a stretch
    ("until noon").
    """
    for one, other in ((left, right), (right, left)):
        when, theirs = one.claim.time, other.claim.time
        mine, others = (minute(item) if item is not None else None for item in (when, theirs))
        if when is None or mine is None or others is None:
            return True
        before = one.claim.sentence.text[: max(0, when.start - one.claim.sentence.start)].rstrip()
        match = _SIDE_FIRST.match(when.text) or _SIDE.search(before)
        side = match["side"].lower() if match is not None else ""
        if side in ("until", "till", "since", "from", "between"):
            return True
        if (side in ("before", "by") and others < mine) or (side == "after" and others > mine):
            return True
    return False
