"""FC002 FC013 FC102: when something happened.

Times are intervals of days. Two conflict when no day fits both and a report of the next day does not explain it, the
event is one that happens once, and a party named in both claims ties them to the same event.
"""

from factcheck.frames import compare
from factcheck.frames.frame import Frame
from factcheck.lexicon.words import predicates
from factcheck.model.claim import Kind
from factcheck.model.link import Relation
from factcheck.stages.reconcile.judgement import Judgement, Surroundings, comparable, firmly_shared, quoted, times_apart

_SILENT = (Kind.ROLE, Kind.ATTRIBUTE, Kind.RELATION, Kind.QUOTE)


def times(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """Judge two times of one event; None where one is silent or neither claim is about when."""
    mine, theirs = left.claim.time, right.claim.time
    if mine is None or theirs is None or not compare.known(mine) or not compare.known(theirs):
        return None
    if left.claim.kind in _SILENT and right.claim.kind in _SILENT:
        return None
    said = (quoted(left), quoted(right), f"The times are {_show(left)} and {_show(right)}.")
    if not times_apart(left, right):
        if Kind.DATE not in (left.claim.kind, right.claim.kind):
            return None
        if (mine.first, mine.last) == (theirs.first, theirs.last):
            return Judgement(Relation.AGREE, "FC002", 0.9, (*said, "They are the same."))
        return Judgement(Relation.COMPATIBLE, "FC013", 0.85, (*said, "One day can satisfy both."))
    if _same_occasion(left, right) and comparable(left, right, around):
        return Judgement(Relation.CONFLICT, "FC102", 0.65, (*said, "All else is said in the same words, and no day fits both."))
    if not compare.same_event(left, right) or not (left.senses & right.senses & predicates().once):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "They may be two events."))
    shared = firmly_shared(left, right)
    patient = (left.object.names or left.subject.names) & (right.object.names or right.subject.names) & shared
    patient &= left.people | right.people
    if not patient or not comparable(left, right, around):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "It is not certain that they date the same event."))
    step = f"Both date one event of {', '.join(sorted(patient))}, and no day fits both."
    return Judgement(Relation.CONFLICT, "FC102", 0.75, (*said, step))


def _same_occasion(left: Frame, right: Frame) -> bool:
    """Whether both only say when one thing took place that nothing but its description names ("the opening")."""
    return (
        "occur" in left.senses & right.senses
        and left.subject.head == right.subject.head
        and left.subject.words == right.subject.words
        and left.names == right.names
    )


def _show(frame: Frame) -> str:
    when = frame.claim.time
    if when is None:
        return "none"
    if when.first == when.last:
        return f"“{when.text}” ({when.first})"
    return f"“{when.text}” ({when.first or '…'} to {when.last or '…'})"
