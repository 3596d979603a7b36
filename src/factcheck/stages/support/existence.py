"""FC113: "there is no gap", and the source gives the gap a value, or the other way round.

A thing that has a size, or is said to have changed, is there. Both have to name the same thing, with nothing that
describes the one set against what describes the other, and whatever the denial names has to be told by the source.
"""

from collections.abc import Iterator

from factcheck.lexicon.lists import words as listed
from factcheck.stages.support.clash import Clash
from factcheck.stages.support.counterparts import times_new
from factcheck.stages.support.match import ENOUGH, tells
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Statement, Word
from factcheck.stages.support.ties import put_forward, told_as_so

_BE = frozenset({"is", "are", "was", "were", "'s"})


def existence(reading: Reading) -> Iterator[Clash]:
    """The denials of existence of a checked sentence, beside what the source gives a value."""
    if times_new(reading):
        return
    checked = reading.checked
    for denied in _denials(checked):
        for statement in reading.source:
            for there in _values(statement):
                if _one_thing(checked, denied, statement, there) and _named(reading, denied):
                    yield _clash(denied, there, statement, f"The source has such a {there.norm}, with a value.")
    for statement in reading.source:
        for denied in _denials(statement):
            for there in _values(checked):
                if any(
                    _one_thing(checked, there, other, value) for other in reading.source for value in _values(other)
                ):
                    continue
                if _one_thing(statement, denied, checked, there) and _named(reading, there):
                    yield _clash(there, denied, statement, f"The source says that there is no {denied.norm}.")


def _clash(mine: Word, theirs: Word, statement: Statement, step: str) -> Clash:
    return Clash("FC113", 0.6, step, (mine.start, mine.end), (theirs.start, theirs.end), statement)


def _denials(statement: Statement) -> Iterator[Word]:
    """The nouns of which a sentence says that there is none at all."""
    for word in statement.words:
        over = statement.words[word.head]
        if word.pos != "NOUN" or word.dep != "nsubj" or over.norm not in _BE:
            continue
        if word.lemma in listed("support", "no_thing"):
            continue
        there = any(child.dep == "expl" and child.norm == "there" for child in statement.children(over.place))
        none = any(child.norm == "no" for child in statement.children(word.place, "det"))
        if there and none and put_forward(statement, over):
            yield word


def _values(statement: Statement) -> Iterator[Word]:
    """The nouns of which a sentence gives a value: "the gap was $5bn", "a gap of $5bn", "the gap widened to $5bn"."""
    for word in statement.words:
        if word.pos != "NOUN" or word.denied or not told_as_so(statement, word):
            continue
        over = statement.words[word.head]
        cop = any(child.dep == "cop" for child in statement.children(over.place))
        valued = [over] if word.dep == "nsubj" and (cop or over.lemma in listed("support", "changed")) else []
        below = [c for c in statement.children(over.place, "obl", "obj") if valued and not cop]
        of = statement.children(word.place, "nmod", "nummod")
        if any(_positive(statement, item) for item in (*valued, *below, *of)):
            yield word


def _positive(statement: Statement, word: Word) -> bool:
    amount = statement.amounts[word.amount] if word.amount is not None else None
    return amount is not None and amount.low > 0 and amount.kind in ("money", "percent", "count", "length", "mass")


def _one_thing(mine: Statement, denied: Word, theirs: Statement, there: Word) -> bool:
    if denied.lemma != there.lemma or _of_others(mine, denied, theirs, there):
        return False
    ours, others = (
        [c for c in s.children(w.place, "amod", "compound") if c.content] for s, w in ((mine, denied), (theirs, there))
    )
    return all(any(tells(a, b)[0] >= ENOUGH for a in ours) for b in others)


def _of_others(mine: Statement, one: Word, theirs: Statement, other: Word) -> bool:
    """Whether each is said to be of names that the other is not: "with Norway", "with Sweden"."""
    names = []
    for statement, word in ((mine, one), (theirs, other)):
        below = statement.children(word.place, "nmod", "nmod:poss")
        joined = [c for item in below for c in (item, *statement.children(item.place, "conj", "nmod"))]
        names.append({item.stem for item in joined if item.name})
    return bool(names[0] and names[1] and not names[0] & names[1])


def _named(reading: Reading, thing: Word) -> bool:
    """Whether the source has what else the checked sentence names, and one name at least."""
    words = [w for w in reading.checked.words if w.content and w.place != thing.place]
    told = [w for w in words if any(tells(o, w)[0] >= ENOUGH for s in reading.source for o in s.words)]
    return any(w.name for w in told) and all(w in told for w in words if w.name)
