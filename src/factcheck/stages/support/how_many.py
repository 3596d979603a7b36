"""FC113: all of them, none, few, or only some: what the source tells of so many of a group, the sentence of others.

"Only three of the 12 passengers survived", "all the passengers survived". The group and what is told of it have to be
the same, and the rest of the sentence told.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.lexicon.lists import words as listed
from factcheck.stages.support.clash import Clash
from factcheck.stages.support.counterparts import all_else_told, times_new
from factcheck.stages.support.match import ENOUGH, tells
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Statement, Word
from factcheck.stages.support.ties import put_forward

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
            if not _described_alike(one, other) or not all_else_told(reading, one.deed):
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
            return over, PART if amount.exact and amount.kind == "count" and amount.low > 0 else ""
        if before == "not":
            return over, ""
        return over, _class(over.norm)
    for child in statement.children(group.place, "det", "amod", "det:predet"):
        before = statement.words[child.place - 1].norm if child.place else ""
        if _class(child.norm) and before not in ("not", "a", "almost", "nearly"):
            return group, _class(child.norm)
    return group, ""


def _class(word: str) -> str:
    for many, name in ((ALL, "all_of"), (NONE, "none_of"), (FEW, "few_of"), (MANY, "many_of")):
        if word in listed("support", name):
            return many
    return ""


def _described_alike(one: Share, other: Share) -> bool:
    """Whether the words that describe the one group are told of the other, and back."""
    mine, theirs = (
        [c for c in s.statement.children(s.group.place, "amod", "compound", "nmod") if c.content and c.pos != "NUM"]
        for s in (one, other)
    )
    there = all(any(tells(b, a)[0] >= ENOUGH for b in other.statement.words) for a in mine)
    return there and all(any(tells(b, a)[0] >= ENOUGH for a in one.statement.words) for b in theirs)
