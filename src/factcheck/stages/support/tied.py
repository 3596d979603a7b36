"""FC115, FC114: the source has two parties the other way round in a relation, or in one that excludes it.

"A owns B" is not so where "A is a subsidiary of B", nor "A prevents B" where "B is a side effect of A". The two
sentences need not be alike beside: both parties have to be named on both sides, and whatever else the checked sentence
names or dates has to be told by the source.
"""

from collections.abc import Iterator

from factcheck.lexicon.ties import ties
from factcheck.stages.support.circumstances import phrase_alike, two_occasions
from factcheck.stages.support.clash import Clash
from factcheck.stages.support.counterparts import all_else_told, another_time, same, times_new, told_too
from factcheck.stages.support.party import party_of
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Word
from factcheck.stages.support.ties import Tie, is_past, tied


def tied_otherwise(reading: Reading) -> Iterator[Clash]:
    """The clashes of relations between a checked sentence and its source."""
    if times_new(reading) or another_time(reading.checked):
        return
    mine = list(tied(reading.checked, (reading.checked,)))
    if not mine:
        return
    theirs = [tie for statement in reading.source for tie in tied(statement, reading.source)]
    for one in mine:
        for other in theirs:
            if not _of_one_matter(one, other):
                continue
            if one.kind == other.kind:
                if one.kind not in ties().never_turned or not _turned(one, other) or _same_way(one, theirs):
                    continue
                if not all_else_told(reading, one.word):
                    continue
                step = f"Who is what to whom (“{one.word.norm}”, “{other.word.norm}”) is the other way round."
                yield _clash("FC115", step, one, other)
            elif _excluded(one, other) and _as_told(one, other) and not _same_way(one, theirs):
                again = one.word.pos == "VERB" and told_too(other.statement, one.word)
                if again or not all_else_told(reading, one.word):
                    continue  # "had refused it in 1995, but accepted it"
                step = f"“{other.word.norm}” in the source and “{one.word.norm}” exclude each other, of the same two."
                yield _clash("FC114", step, one, other)


def tied_as_told(reading: Reading) -> bool:
    """Whether the source tells a relation of the checked sentence as the sentence does."""
    theirs = [tie for statement in reading.source for tie in tied(statement, reading.source)]
    return any(_same_way(one, theirs) for one in tied(reading.checked, (reading.checked,)))


def _clash(rule: str, step: str, one: Tie, other: Tie) -> Clash:
    mine, theirs = one.word, other.word
    return Clash(rule, 0.6, step, (mine.start, mine.end), (theirs.start, theirs.end), other.statement)


def _of_one_matter(one: Tie, other: Tie) -> bool:
    """Whether two relations are about the same thing, on one occasion; a standing one of one time.

    What only one of them tells of ("of two counts") can differ, so that nothing is said.
    """
    if one.kind == other.kind and one.kind in ties().standing and _past(one) != _past(other):
        return False
    matched = [(a, b) for a in one.things for b in other.things if _same_thing(one, a, other, b)]
    if len({a.place for a, _ in matched}) < len(one.things) or len({b.place for _, b in matched}) < len(other.things):
        return False
    parties = (one.above.head, one.below.head), (other.above.head, other.below.head)
    return not two_occasions(one.statement, one.word, other.statement, other.word, parties)


def _past(tie: Tie) -> bool:
    return is_past(tie.statement, tie.word)


def _same_thing(one: Tie, mine: Word, other: Tie, theirs: Word) -> bool:
    if phrase_alike(one.statement, mine, other.statement, theirs):
        return True
    parties = party_of(one.statement, mine, (one.statement,)), party_of(other.statement, theirs, (other.statement,))
    pronoun = "PRON" in (mine.pos, theirs.pos)  # "bought it from"
    return pronoun and parties[0] is not None and parties[1] is not None and same(parties[0], parties[1])


def _excluded(one: Tie, other: Tie) -> bool:
    """Whether two relations cannot both hold; what is offered is received before it is declined."""
    if (one.kind, other.kind) not in ties().excludes:
        return False
    return "receive" not in (one.kind, other.kind) or one.below.head.lemma not in ties().lists["offers"]


def _turned(one: Tie, other: Tie) -> bool:
    crossed = same(one.above, other.below) and same(one.below, other.above)
    return crossed and not same(one.above, other.above) and not same(one.below, other.below)


def _as_told(one: Tie, other: Tie) -> bool:
    return same(one.above, other.above) and same(one.below, other.below)


def _same_way(one: Tie, theirs: list[Tie]) -> bool:
    """Whether the source tells the relation as the sentence does somewhere else."""
    return any(one.kind == tie.kind and _as_told(one, tie) for tie in theirs)
