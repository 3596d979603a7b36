"""FC113: all of them, none, few, or only some: what the source tells of so many of a group, the sentence of others.

"Only three of the 12 passengers survived", "all the passengers survived". The group and what is told of it have to be
the same, and the rest of the sentence told.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.lexicon.lists import words as listed
from factcheck.stages.support.circumstances import described, two_occasions
from factcheck.stages.support.clash import Clash
from factcheck.stages.support.counterparts import all_else_told, times_new
from factcheck.stages.support.match import ENOUGH, tells
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Statement, Word
from factcheck.stages.support.ties import is_passive, object_of, put_forward

_ONLY = frozenset({"only", "just", "merely"})
ALL, NONE, FEW, MANY, PART = "all", "none", "few", "many", "part"
_EXCLUDE = {frozenset(pair) for pair in ((ALL, NONE), (ALL, FEW), (ALL, PART), (NONE, MANY), (NONE, PART), (FEW, MANY))}
_SAME = 0.8


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a group do something: "all", "none", "few", "many" or "part"."""

    many: str
    group: Word
    deed: Word
    statement: Statement


def other_share(reading: Reading) -> Iterator[Clash]:
    """The shares of a checked sentence beside those of the source."""
    mine = list(_shares(reading.checked))
    if not mine or times_new(reading):
        return
    theirs = [share for statement in reading.source for share in _shares(statement)]
    for one in mine:
        for other in theirs:
            if frozenset((one.many, other.many)) not in _EXCLUDE or one.group.lemma != other.group.lemma:
                continue
            if tells(other.deed, one.deed)[0] < _SAME or one.deed.dep.split(":")[0] == "advcl":
                continue
            if not _described_alike(one, other) or not _one_deed(one, other) or not all_else_told(reading, one.deed):
                continue
            step = f"The source tells it of “{other.many}” of them, the sentence of “{one.many}”."
            where = (one.deed.start, one.deed.end), (other.deed.start, other.deed.end)
            yield Clash("FC113", 0.6, step, *where, other.statement)


def _shares(statement: Statement) -> Iterator[Share]:
    for group in statement.words:
        if group.pos != "NOUN":
            continue
        top, many = _how_many(statement, group)
        if any(statement.children(word.place, "acl:relcl") for word in (top, group)):
            continue  # "both of the men who were murdered" are not all the men
        deed = statement.words[top.head]
        if not many or top.dep not in ("nsubj", "nsubj:pass") or deed.pos not in ("VERB", "ADJ"):
            continue
        negated = any(child.norm in ("not", "n't", "n’t", "never") for child in statement.children(deed.place))
        if not negated and put_forward(statement, deed):
            yield Share(many, group, deed, statement)


def _how_many(statement: Statement, group: Word) -> tuple[Word, str]:
    """How many of a group are meant, and the word that stands for them in the sentence."""
    over = statement.words[group.head]
    if group.dep == "nmod" and any(c.norm == "of" for c in statement.children(group.place, "case")):
        before = statement.words[over.place - 1].norm if over.place else ""
        if over.amount is not None and over.pos in ("NUM", "NOUN") and before != "least":
            amount = statement.amounts[over.amount]
            part = before in _ONLY or _other_whole(statement, group, amount.low)
            return over, PART if part and amount.exact and amount.kind == "count" and amount.low > 0 else ""
        if before == "not":
            return over, ""
        return over, _class(over.norm)
    for child in statement.children(group.place, "det", "amod", "det:predet"):
        before = statement.words[child.place - 1].norm if child.place else ""
        if _class(child.norm) and before not in ("not", "a", "almost", "nearly"):
            return group, _class(child.norm)
    return group, ""


def _other_whole(statement: Statement, group: Word, count: float) -> bool:
    """Whether it is said how many there are in all, and it is more: "three of the 12 passengers"."""
    amounts = [word.amount for word in (group, *statement.children(group.place, "nummod"))]
    return any(statement.amounts[number].low > count for number in amounts if number is not None)


def _class(word: str) -> str:
    for many, name in ((ALL, "all_of"), (NONE, "none_of"), (FEW, "few_of"), (MANY, "many_of")):
        if word in listed("support", name):
            return many
    return ""


def _described_alike(one: Share, other: Share) -> bool:
    """Whether what describes the one group describes the other, and back: those "in the north plant" are others."""
    mine, theirs = ([w for w in _describing(s) if w.pos != "NUM"] for s in (one, other))
    there = all(any(tells(b, a)[0] >= ENOUGH for b in theirs) for a in mine)
    return there and all(any(tells(a, b)[0] >= ENOUGH for a in mine) for b in theirs)


def _describing(share: Share) -> list[Word]:
    return [word for word in described(share.statement, share.group) if not _class(word.norm)]


def _one_deed(one: Share, other: Share) -> bool:
    """Whether the two deeds are alike in voice, object and circumstances: to lose money is not to be lost."""
    if is_passive(one.statement, one.deed) != is_passive(other.statement, other.deed):
        return False
    mine, theirs = object_of(one.statement, one.deed), object_of(other.statement, other.deed)
    if (mine is None) != (theirs is None) or (mine and theirs and tells(theirs, mine)[0] < ENOUGH):
        return False
    return not two_occasions(one.statement, one.deed, other.statement, other.deed)
