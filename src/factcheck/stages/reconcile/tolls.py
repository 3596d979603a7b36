"""FC030: counts that grow while an event goes on, so that a later report replaces an earlier one."""

import re

from factcheck.frames.existence import BEFALLS
from factcheck.frames.frame import Frame
from factcheck.lexicon.words import predicates
from factcheck.model.quantity import Bound
from factcheck.stages.reconcile.judgement import (
    Surroundings,
    comparable,
    times_apart,
)
from factcheck.stages.reconcile.parts import before, marked
from factcheck.stages.reconcile.scope import same_matter
from factcheck.stages.reconcile.scope_time import long_ago, so_far

_AS_OF = re.compile(r"(?:by|as of|until|as at)\b", re.IGNORECASE)
ROSE_TO = re.compile(
    r"\b(?:ris(?:es|en|ing)|rose|climb\w*|jump\w*|gr[eo]w\w*|increas\w*|soar\w*|surg\w*) "
    r"(?:(?!by\b|from\b)\w+ ){0,3}to (?:\w+ ){0,2}$",  # "rose on Friday to 14"
    re.IGNORECASE,
)


_MOVING = re.compile(  # sums and shares that come in or are worked out bit by bit
    r"\b(?:rewards?|bail|bond|damages?|estimat\w+|rais(?:ed|ing)|donat\w+|pledg\w+|collect\w+|counted|contain\w+"
    r"|so far|losses|toll|turnout|results?)\b",
    re.IGNORECASE,
)
_TOLLS = BEFALLS | {"infect", "rescue"}  # what is counted anew for each edition of a day
_GROW = frozenset({"money", "percent", "area"})  # what is measured and grows while an event goes on; a depth does not


def revised(left: Frame, right: Frame, around: Surroundings) -> str | None:
    """Why one count replaces the other: the event's count grows, and the reports are of different days."""
    quantity = left.claim.quantity
    changing = (
        quantity is not None and quantity.kind in ("money", "percent") and not (left.claim.time or right.claim.time)
    ) and (not around.one_answer(left, right) or any(_MOVING.search(f.claim.sentence.text) for f in (left, right)))
    growing = quantity is not None and (quantity.unit is None or quantity.kind in _GROW)
    rose = [ROSE_TO.search(before(frame)) is not None for frame in (left, right)]
    counts = quantity is not None and quantity.unit is None and quantity.kind == "count"
    moved = (counts and all(rose)) or (any(rose) and around.one_answer(left, right))
    adds_up = any(so_far(frame) for frame in (left, right))
    if (
        not changing
        and not moved
        and not adds_up
        and not (growing and (left.senses | left.events) & predicates().growing)
    ):
        return None
    dated = [frame.claim.time for frame in (left, right)]
    lasts = {when.last for when in dated if when is not None and when.last is not None and _AS_OF.match(when.text)}
    if len(lasts) == 2:
        return "Such counts are revised, and each is given as of another day."
    more = max((left, right), key=_least)
    if ROSE_TO.search(before(more)):
        return "Such counts are revised, and the larger is said to have risen to what it is."
    later = around.later(left, right)
    if later is not None:
        return f"Such counts are revised; {later.id} is the later report ({later.published})."
    if counts and left.senses & right.senses & _TOLLS and (left.claim.source, right.claim.source) in around.derived:
        return "Such counts rise by the hour, and the one article is made from the other on the same day."
    return None


def newer(left: Frame, right: Frame, around: Surroundings) -> Frame | None:
    """Which of two claims of which one revises the other is the later; None where their days do not tell."""
    as_of = {
        frame.claim.time.last: frame
        for frame in (left, right)
        if frame.claim.time is not None and frame.claim.time.last is not None and _AS_OF.match(frame.claim.time.text)
    }
    if len(as_of) == 2:
        return as_of[max(as_of)]
    risen = [frame for frame in (left, right) if ROSE_TO.search(before(frame))]
    if len(risen) == 1 and risen[0] is max((left, right), key=_least):
        return risen[0]
    later = around.later(left, right)
    return None if later is None else left if later.id == left.claim.source else right


def _least(frame: Frame) -> float:
    return frame.claim.quantity.low if frame.claim.quantity is not None else 0.0


def grown(left: Frame, right: Frame, around: Surroundings) -> str | None:
    """Why a toll of "at least 23" became 37: both may be right, and the reader needs the later one."""
    bounds = {Bound.AT_LEAST, Bound.MORE_THAN}
    less, more = sorted((left, right), key=_least)
    small, large = less.claim.quantity, more.claim.quantity
    if small is None or large is None or small.bound not in bounds or small.unit is not None or large.low <= small.low:
        return None
    if not same_matter(left, right, around) or not comparable(left, right, around) or marked(left) or marked(right):
        return None
    if times_apart(left, right) or long_ago(left, right, around) or long_ago(right, left, around):
        return None
    later = around.later(less, more)
    return revised(less, more, around) if later is not None and later.id == more.claim.source else None
