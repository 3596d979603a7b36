"""FC004 FC014 FC103 FC104: what somebody is: founder of which body, prosecutor or defence lawyer.

Most people are several things, so two roles conflict only where the tables say that one excludes the other, or where both
name the same standing in a body of a kind that one has one of (a cartel, a party, a team), and the bodies differ.
"""

from factcheck.frames.frame import Frame
from factcheck.lexicon.words import roles as tables
from factcheck.model.link import Relation
from factcheck.stages.reconcile.judgement import Judgement, Surroundings, comparable, quoted


def standings(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """Judge two roles of one person; None where one claim gives none or the persons differ."""
    mine, theirs = left.role, right.role
    if mine is None or theirs is None or not left.subject.names & right.subject.names:
        return None
    who = ", ".join(sorted(left.subject.names & right.subject.names))
    said = (quoted(left), quoted(right), f"Both say what {who} is or was.")
    shared = mine.relations & theirs.relations
    if mine.bodies & theirs.bodies:
        if shared and mine.stage == theirs.stage:
            return Judgement(Relation.AGREE, "FC004", 0.85, (*said, "The same standing in the same body."))
        return Judgement(Relation.COMPATIBLE, "FC014", 0.7, (*said, "The same body; the standings can both hold."))
    kinds = mine.kinds & theirs.kinds
    if shared and mine.bodies and theirs.bodies and kinds:
        if mine.stage == theirs.stage and comparable(left, right, around):
            names = f"{', '.join(sorted(mine.bodies))} or {', '.join(sorted(theirs.bodies))}"
            step = f"One is {'/'.join(sorted(shared))} of one {'/'.join(sorted(kinds))} as a rule; which, {names}?"
            return Judgement(Relation.CONFLICT, "FC103", 0.7, (*said, step))
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "Different bodies, perhaps at different times."))
    return None


def qualities(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """FC104: two roles or qualities that one person or thing cannot have together."""
    if left.predicate and left.senses and not left.role or right.predicate and right.senses and not right.role:
        return None
    same = left.subject.names & right.subject.names or (left.subject.head and left.subject.head == right.subject.head)
    if not same or not comparable(left, right, around):
        return None
    table = tables()
    for mine in _described(left):
        for theirs in _described(right):
            if table.exclude(mine, theirs):
                step = f"Nobody and nothing is “{mine}” and “{theirs}” in one matter."
                return Judgement(Relation.CONFLICT, "FC104", 0.7, (quoted(left), quoted(right), step))
    return None


def _described(frame: Frame) -> tuple[str, ...]:
    """What a claim says that its subject is, as keys of one word and of two."""
    from factcheck.frames.frame import head_keys

    return head_keys(frame.claim.object or "") if _plainly(frame) else ()


def _plainly(frame: Frame) -> bool:
    return not frame.predicate or frame.role is not None
