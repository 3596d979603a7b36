"""FC101 of how many times something came about: "was married twice", "was married three times"."""

from factcheck.frames import compare
from factcheck.frames.frame import Frame
from factcheck.frames.recurrence import beside, how_often
from factcheck.frames.wording import AUXILIARIES, stems
from factcheck.model.link import Relation
from factcheck.stages.reconcile.judgement import Judgement, Surroundings, comparable, firmly_shared, quoted

# What a player does in any game; a title is won in none.
_IN_A_GAME = frozenset(stems("score hit strike block catch throw sink steal save dunk convert tackle kick bat play"))


def times_over(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """Judge two claims that say how many times something came about: of one party, and in the same words after it.

    "Twice on Monday" and "three times" may both be right, and so may "scored twice" and "scored three times".
    """
    mine, theirs = how_often(left.claim.text), how_often(right.claim.text)
    if mine is None or theirs is None or mine == theirs:
        return None
    said = (quoted(left), quoted(right), f"Each says how many times: {mine} and {theirs}.")
    if not comparable(left, right, around) or not compare.same_event(left, right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.4, said)
    if _rest(left) != _rest(right) or _IN_A_GAME & {*left.predicate, *right.predicate}:
        return Judgement(Relation.UNCLEAR, "FC029", 0.4, (*said, "They may be of two times or games."))
    if not firmly_shared(left, right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.4, (*said, "It is not certain that both tell it of the same."))
    return Judgement(Relation.CONFLICT, "FC101", 0.6, said)


def _rest(frame: Frame) -> frozenset[str]:
    """What follows how many times it was, beside the predicate."""
    words = [word for word in beside(frame.claim.text).lower().split() if word not in AUXILIARIES]
    return frozenset(stems(" ".join(words))) - frozenset(frame.predicate)


__all__ = ["times_over"]
