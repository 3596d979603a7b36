"""Why a sentence whose words are all told is not yet borne out: parties changed places, another "all", a doubt lost.

None of these makes it wrong beyond doubt, but nobody may read "supported" where one of them holds.
"""

import re
from itertools import combinations

from factcheck.lexicon import drift as lexicon
from factcheck.lexicon.lists import words as listed
from factcheck.stages.support.match import Told
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Statement, Word

_SAME = 0.95  # likeness of one and the same word in two forms
_OPEN = frozenset({"may", "might", "could"})
_TO_COME = frozenset({"will", "shall", "'ll", "’ll"})
_WAYS = frozenset({"from", "to", "into", "in", "at", "for", "against"})  # whatever noun they hang on
_UP = 4  # heads up to which a word's place is looked for
_SOME = {"some": "some", "several": "some"}
_ENTAILS = {
    "all": frozenset({"all", "most", "many", "some"}),  # how many there are, the source's class first
    "most": frozenset({"most", "many", "some"}),
    "many": frozenset({"many", "some"}),
}
_EXCHANGED = "Two things of the sentence have each other's place in the source: {} and {}."


def unlike(reading: Reading) -> str | None:
    """The first reason, in words, not to take a told sentence as borne out; None if there is none."""
    return _moved(reading) or _counted_otherwise(reading) or _firmer(reading) or _unsure(reading) or _once_more(reading)


def _moved(reading: Reading) -> str | None:
    """Two words of which each stands where the source has the other ("from Rome to Oslo", "from Oslo to Rome"), or one
    that hangs on the opposite of its preposition ("before the vote", "after the vote").
    """
    turned = lexicon.words().small_opposites
    places = []
    for item in reading.told:
        if item.by is None or item.statement is None or item.likeness < _SAME:
            continue
        if _several(reading.checked, item.word) or _several(item.statement, item.by):
            continue  # "from A to B and from B to A": which is whose counterpart is not known
        here, there = _place(reading.checked, item.word), _place(item.statement, item.by)
        clause = _in_clause(item.statement, item.by)
        if here is not None and clause is not None and here[1] == clause[1]:
            there = clause  # "Fors, who took over from Diem", beside "Diem took over from Fors"
        if here is not None and there is not None and here != there:
            places.append((item, here, there))
            mine, theirs = here[0].split(" ")[-1], there[0].split(" ")[-1]
            if here[1] == there[1] and theirs in turned.get(mine, ()):
                return f"The source has “{theirs}” before “{item.word.norm}”, and not “{mine}”."
    for (one, here, there), (other, hers, his) in combinations(places, 2):
        if one.statement is not other.statement or _mutual(one, here, reading):
            continue
        ways = {here[0], there[0], hers[0], his[0]} <= _WAYS and here[0] == his[0] != there[0] == hers[0]
        if (here == his and there == hers) or ways:
            return _EXCHANGED.format(f"“{one.word.norm}”", f"“{other.word.norm}”")
    return None


def _several(statement: Statement, word: Word) -> bool:
    return sum(other.norm == word.norm for other in statement.words) > 1


def _mutual(one: Told, place: tuple[str, str], reading: Reading) -> bool:
    """Whether it is all the same who is named first: "Ann met Bea"."""
    verb = reading.checked.words[one.word.head].lemma
    return place[0] in ("subject", "object", "with", "to", "and") and verb in listed("support", "mutual")


def _place(statement: Statement, word: Word) -> tuple[str, str] | None:
    """What a word is to its head, whatever the verb's voice, and the head's stem; None where that is not compared."""
    for _ in range(_UP):
        if word.dep.split(":")[0] not in ("conj", "flat", "compound"):
            break
        word = statement.words[word.head]
    head = statement.words[word.head]
    base = word.dep.split(":")[0]
    if word.head == word.place:
        return "root", ""
    if base in ("obj", "iobj") or word.dep == "nsubj:pass":
        return "object", head.stem
    if base == "nsubj":
        return "subject", head.stem
    if base in ("obl", "nmod"):
        cases = [child.norm for child in statement.children(word.place, "case")]
        passive = any(child.dep == "aux:pass" for child in statement.children(head.place))
        if cases == ["by"] and passive:
            return "subject", head.stem
        return (" ".join(cases) or word.dep), head.stem
    if base == "advcl":
        marks = [child.norm for child in statement.children(word.place, "mark")]
        return f"clause {' '.join(marks)}", ""
    return None


def _in_clause(statement: Statement, word: Word) -> tuple[str, str] | None:
    """What a word is in the relative clause that hangs on it, if it is the subject there."""
    for verb in statement.children(word.place, "acl:relcl"):
        if any(child.norm in ("who", "which", "that") for child in statement.children(verb.place, "nsubj")):
            return "subject", verb.stem
    return None


def _counted_otherwise(reading: Reading) -> str | None:
    """One speaks of all of them, and the other of some: "not all survived" is not told by "all survived"."""
    for item in reading.told:
        if item.by is None or item.statement is None or item.word.pos not in ("NOUN", "PROPN"):
            continue
        asked, told = _how_many(reading.checked, item.word), _how_many(item.statement, item.by)
        if asked is not None and told is not None and asked not in _ENTAILS.get(told, frozenset({told})):
            return f"The source speaks of “{told}” of them, the sentence of “{asked}”."
    return None


def _how_many(statement: Statement, word: Word) -> str | None:
    """The class of a noun's quantifier: "most members", "half of the seats", "not all passengers"."""
    beside = [*statement.children(word.place)]
    head = statement.words[word.head]
    if word.dep.split(":")[0] == "nmod" and any(c.norm == "of" for c in statement.children(word.place, "case")):
        beside.append(head)
        beside += statement.children(head.place)
    for child in beside:
        found = lexicon.words().quantities.get(child.norm) or _SOME.get(child.norm)
        if found is None or child.place > word.place:
            continue
        before = statement.words[child.place - 1].norm if child.place else ""
        if before == "not" or before.endswith(("n't", "n’t")):
            return f"not {found}"
        return "some" if found == "few" and before == "a" else found
    return None


def _firmer(reading: Reading) -> str | None:
    """What the source leaves open or expects is told as done: "might close", "will close", "closed"."""
    for item in reading.told:
        word, by, statement = item.word, item.by, item.statement
        if by is None or statement is None or word.pos != "VERB" or by.pos != "VERB" or word.head != word.place:
            continue
        ours = {child.norm for child in reading.checked.children(word.place, "aux")}
        theirs = {child.norm for child in statement.children(by.place, "aux")}
        if theirs & _OPEN and not ours & (_OPEN | {"would", "should", "can"}) and word.real:
            return f"The source leaves open what the sentence tells as so (“{word.norm}”)."
        past = word.norm != word.lemma and word.norm.endswith("ed") and not ours
        if theirs & _TO_COME and past:
            return f"The source expects what the sentence tells as done (“{word.norm}”)."
    return None


def _unsure(reading: Reading) -> str | None:
    """What the source has somebody believe or fear is told as so: "police believe it was an accident"."""
    hedges = lexicon.words().hedges
    for item in reading.told:
        word, by, statement = item.word, item.by, item.statement
        if by is None or statement is None or by.dep != "ccomp" or word.dep == "ccomp" or word.head != word.place:
            continue
        verb = statement.words[by.head]
        if hedges.get(verb.lemma) in ("believed", "feared") and not _has(reading.checked, verb.lemma):
            return f"The source has somebody “{verb.norm}” it, and does not say that it is so."
    return None


_AGAIN = re.compile(r"\bre-?(?:elect|appoint|open|hire|arrest|enter|join|start|marri|capture)\w*", re.IGNORECASE)


def _once_more(reading: Reading) -> str | None:
    """What was done is told as done a second time: "elected", "re-elected"."""
    again = _AGAIN.search(reading.checked.text)
    if again is None or not reading.pool or any(_AGAIN.search(statement.text) for statement in reading.pool):
        return None
    return f"The source does not say that it was done before (“{again.group()}”)."


def _has(statement: Statement, lemma: str) -> bool:
    return any(word.lemma == lemma for word in statement.words)
