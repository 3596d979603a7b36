"""FC105: where something is, and where what happens to a person once took place."""

import re

from factcheck.frames import compare
from factcheck.frames.frame import Frame, located
from factcheck.frames.wording import stems
from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.names import countries
from factcheck.model.link import Relation
from factcheck.names import name_key
from factcheck.stages.reconcile.judgement import (
    Judgement,
    Surroundings,
    comparable,
    firmly_shared,
    quoted,
    times_apart,
)
from factcheck.text import fold


def places(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """FC105: where something is: different named places, neither of which an article mentions with the other."""
    mine, theirs = located(left), located(right)
    if not mine or not theirs:
        return _scenes(left, right, around)
    if mine & theirs or not comparable(left, right, around):
        return None
    if compare.party(left.subject, right.subject)[0] not in ("exact", "close"):
        return None
    for frame, other in ((left, theirs), (right, mine)):
        if around.mentions(frame, other):
            return Judgement(
                Relation.COMPATIBLE, "FC017", 0.5, (quoted(left), quoted(right), "One place may lie in the other.")
            )
    step = f"The places differ: {', '.join(sorted(mine))} and {', '.join(sorted(theirs))}."
    return Judgement(Relation.CONFLICT, "FC105", 0.65, (quoted(left), quoted(right), step))


_NAME = r"[A-Z][\w’'.-]*(?: (?:of |the |and )?[A-Z][\w’'.-]*)*"
_AT = re.compile(rf"\bat (?:the )?(?P<place>{_NAME})")
_AT_ONCE = re.compile(r"\b(?:at|on) the (?:scene|spot)\b")
_IN_HOSPITAL = re.compile(r"\b(?:in|at) (?:an? |the )?(?:[\w-]+ ){0,2}hospital\b", re.IGNORECASE)


def _where_died(frame: Frame) -> str:
    """Whether somebody died at the scene or in hospital; empty for all else."""
    if "die" not in frame.senses or frame.claim.quantity is not None:
        return ""
    text = frame.claim.text
    return "scene" if _AT_ONCE.search(text) else "hospital" if _IN_HOSPITAL.search(text) else ""


def _died_elsewhere(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    who = firmly_shared(left, right) & (left.people | right.people)
    if not who or not comparable(left, right, around):
        return None
    step = f"One has it that {', '.join(sorted(who))} died at the scene, the other in hospital."
    return Judgement(Relation.CONFLICT, "FC105", 0.6, (quoted(left), quoted(right), step))


_PLACED_ONCE = frozenset({"die", "born", "marry", "capture", "murder"})


_FOUND = frozenset({"find", "rescue"})
_KNOWN = re.compile(r"(?:the|his|her|its|their|both)\b", re.IGNORECASE)


def _found_elsewhere(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """FC105 of where those that both articles have told of before were found: "the boys", in Lecco and in Bergamo."""
    mine, theirs = left.object or left.subject, right.object or right.subject
    told = [frame.claim.object or frame.claim.subject or "" for frame in (left, right)]
    known = all(_KNOWN.match(text) for text in told) and mine.words == theirs.words
    if not known and not (mine.names and mine.names == theirs.names):
        return None
    spots = [[item for item in frame.claim.arguments if item.type == "place"] for frame in (left, right)]
    named = [items[0].entity if len(items) == 1 and items[0].role in ("place", "in") else None for items in spots]
    if named[0] is None or named[1] is None or not comparable(left, right, around) or times_apart(left, right):
        return None
    if {name_key(place) for place in named if place} & countries() or _beside(left, named[0]) != _beside(
        right, named[1]
    ):
        return None  # one place may lie in the other, the more so where more is told
    if left.claim.quantity is not None or right.claim.quantity is not None or left.claim.source == right.claim.source:
        return None
    if any(around.mentions(frame, frozenset((fold(other),))) for frame, other in ((left, named[1]), (right, named[0]))):
        return None
    step = f"The places differ: {named[0]} and {named[1]}."
    return Judgement(Relation.CONFLICT, "FC105", 0.6, (quoted(left), quoted(right), step))


def _beside(frame: Frame, place: str) -> frozenset[str]:
    """What a claim tells beside the place, the day and who did it."""
    when, who = frame.claim.time, frame.claim.subject if frame.claim.object else None
    aside = (place, when.text if when is not None else "", who or "")
    return frame.words - {word for text in aside for word in stems(text)} - frozenset(frame.predicate)


BORN_IN = re.compile(
    rf"\b[Bb]orn (?:[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)* )?(?P<where>in (?:the )?(?P<place>{_NAME}))(?![\w’'-])"
)
"""Where somebody was born, as a claim says it; a full stop may have stuck to it."""
_MARKS = ".,’'\""


def _born_elsewhere(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """FC105 of where one person was born: two towns of which neither article has the other's. Lands and months are no
    towns; a part of a town can still be told by one and the town by the other.
    """
    told = [BORN_IN.search(frame.claim.text) for frame in (left, right)]
    who = firmly_shared(left, right) & (left.people | right.people)
    if told[0] is None or told[1] is None or not who or not comparable(left, right, around):
        return None
    mine, theirs = (name_key(match["place"].strip(_MARKS)) for match in told if match is not None)
    if {mine, theirs} & (countries() | listed("people", "lands") | listed("people", "calendar")) or mine == theirs:
        return None
    if any(around.mentions(frame, frozenset({other})) for frame, other in ((left, theirs), (right, mine))):
        return None
    shown = [match["place"].strip(_MARKS) for match in told if match is not None]
    step = f"The places of birth differ: {' and '.join(shown)}."
    return Judgement(Relation.CONFLICT, "FC105", 0.6, (quoted(left), quoted(right), step))


def _scenes(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """FC105: at which hospital, airport or club it was, for what happens to one person once and on one day."""
    if _where_died(left) and _where_died(right) and _where_died(left) != _where_died(right):
        return _died_elsewhere(left, right, around)
    if left.senses & right.senses & _FOUND:
        return _found_elsewhere(left, right, around)
    if "born" in left.senses & right.senses:
        return _born_elsewhere(left, right, around)
    told = [_AT.search(frame.claim.text) for frame in (left, right)]
    if told[0] is None or told[1] is None or not left.senses & right.senses & _PLACED_ONCE:
        return None
    patient = firmly_shared(left, right) & (left.people | right.people)
    mine, theirs = (frozenset(stems(match["place"])) for match in told if match is not None)
    if not patient or mine & theirs or not comparable(left, right, around) or times_apart(left, right):
        return None
    for frame, other in ((left, told[1]["place"]), (right, told[0]["place"])):
        if around.mentions(frame, frozenset((fold(other),))):
            return None  # one of the two may lie in the other, or it was moved from one to the other
    step = f"The places differ: {told[0]['place']} and {told[1]['place']}."
    return Judgement(Relation.CONFLICT, "FC105", 0.6, (quoted(left), quoted(right), step))
