"""Whether two words are told of one occasion: where, when and of what, as far as their sentences say so.

Prices differ from land to land, a party loses the primary and wins the election. Where each has a phrase that the other
does not have, they may be told of two occasions.
"""

from collections.abc import Sequence

from factcheck.stages.support.match import ENOUGH, opposed, tells
from factcheck.stages.support.statement import Statement, Word

Phrases = list[tuple[str, Word]]

_PHRASES = ("obl", "obl:unmarked", "obl:tmod")
_DESCRIBING = ("amod", "compound", "nmod", "nmod:poss", "nmod:desc", "nummod", "flat")
_OCCASION = frozenset({"in", "at", "on", "during", "near", "inside", "under", "within", ""})
_MATTER = frozenset({"of", "for", "from", "over"})  # "convicted of fraud", "acquitted of perjury"
_DEPTH = 3  # "in the first quarter of the year to June"


def phrases(statement: Statement, deed: Word, without: Sequence[Word] = ()) -> Phrases:
    """The circumstances of a deed, each with its preposition; what is read as of a name or sum it is done to is one."""
    found = list(statement.children(deed.place, *_PHRASES))
    for done in statement.children(deed.place, "obj"):
        found += [item for item in statement.children(done.place, "nmod") if done.amount is not None or done.name]
    if deed.pos == "NOUN":  # "a victory over the Reds in the first round"
        own = statement.children(deed.place, "nmod")
        further = [item for word in own if word.name for item in statement.children(word.place, "nmod")]
        found += [item for item in (*own, *further) if case_of(statement, item) in _OCCASION]
        over = statement.words[deed.head]
        found += statement.children(over.place, *_PHRASES) if deed.dep == "obj" else []
    left_out = {word.place for word in without}
    return [(case_of(statement, word), word) for word in found if word.place not in left_out]


def case_of(statement: Statement, word: Word) -> str:
    """The preposition before a word; empty without one."""
    return next((child.norm for child in statement.children(word.place, "case")), "")


def set_against(one: Statement, mine: Phrases, other: Statement, theirs: Phrases) -> bool:
    """Whether each of two deeds has a circumstance that the other does not have: "at the Open", "in the Cup".

    Their words are compared whatever hangs on what, as "in the final in Porto" is read in two ways; but "early trading"
    is not all trading.
    """
    if not all_matched(one, mine, other, theirs) and not all_matched(other, theirs, one, mine):
        ours, others = _words(one, mine), _words(other, theirs)
        stems = [{word.stem for word in side} for side in (ours, others)]
        told = stems[0] <= stems[1] or stems[1] <= stems[0] or (_all(ours, others) and _all(others, ours))
        return not told or _of_two_sorts(one, mine, other, theirs) or not _numbers_meet(one, mine, other, theirs)
    return False


def _words(statement: Statement, found: Phrases) -> list[Word]:
    heads = [word for _, word in found if word.amount is None]
    return [inner for word in heads for inner in (word, *described(statement, word))]


def _of_two_sorts(one: Statement, mine: Phrases, other: Statement, theirs: Phrases) -> bool:
    """Whether two phrases with one head have something else before it."""
    for a, b in ((a, b) for _, a in mine for _, b in theirs if a.lemma == b.lemma):
        ours, others = (side.children(word.place, "amod", "compound") for side, word in ((one, a), (other, b)))
        if not _all(list(ours), list(others)) or not _all(list(others), list(ours)):
            return True
    return False


def _numbers_meet(one: Statement, mine: Phrases, other: Statement, theirs: Phrases) -> bool:
    ours, others = (
        {number for _, word in found for number in numbers(side, word)}
        for side, found in ((one, mine), (other, theirs))
    )
    return ours <= others or others <= ours


def two_occasions(
    one: Statement,
    deed: Word,
    other: Statement,
    its: Word,
    parties: tuple[Sequence[Word], Sequence[Word]] = ((), ()),
) -> bool:
    """Whether two deeds are told of two occasions: "in the primary", "in the general election".

    The parties of each are no circumstances of it, whatever their prepositions.
    """
    mine, theirs = (
        [(way, word) for way, word in phrases(statement, word, without) if way in _OCCASION]
        for statement, word, without in ((one, deed, parties[0]), (other, its, parties[1]))
    )
    return set_against(one, mine, other, theirs)


def two_matters(one: Statement, deed: Word, other: Statement, its: Word) -> bool:
    """Whether two deeds are, or may be, about two matters or of two occasions: "of one count", "of two counts"."""
    mine, theirs = (
        [(way, word) for way, word in phrases(statement, word) if way in _MATTER]
        for statement, word in ((one, deed), (other, its))
    )
    matched = all_matched(one, mine, other, theirs) and all_matched(other, theirs, one, mine)
    return not matched or two_occasions(one, deed, other, its)


def all_matched(one: Statement, mine: Phrases, other: Statement, theirs: Phrases) -> bool:
    """Whether each circumstance of the one is one of the other, whatever the preposition."""
    return all(any(phrase_alike(one, a, other, b) for _, b in theirs) for _, a in mine)


def phrase_alike(one: Statement, word: Word, other: Statement, its: Word) -> bool:
    """Whether two phrases say the same: their heads, what describes them, and their numbers."""
    if numbers(one, word) != numbers(other, its):
        return False
    mine, theirs = described(one, word), described(other, its)
    if not (word.amount is not None and its.amount is not None) and not _either(word, its):
        return False
    return _all(mine, theirs) and _all(theirs, mine)


def numbers(statement: Statement, word: Word) -> set[tuple[float, str]]:
    """The amounts that a word is part of or that stand before it."""
    inside = {item.amount for item in (word, *statement.children(word.place, "nummod", "compound"))}
    amounts = [statement.amounts[number] for number in inside if number is not None]
    return {(amount.low, str(amount.unit) if amount.kind == "money" else "") for amount in amounts}


def described(statement: Statement, word: Word, depth: int = _DEPTH) -> list[Word]:
    """The words of meaning that describe a noun, at any depth."""
    if depth == 0:
        return []
    found = statement.children(word.place, *_DESCRIBING)
    below = [inner for child in found for inner in described(statement, child, depth - 1)]
    return [child for child in found if (child.content or child.pos == "ADJ") and child.amount is None] + below


def _all(asked: list[Word], told: list[Word]) -> bool:
    return all(any(_either(a, b) for b in told) for a in asked)


def _either(one: Word, other: Word) -> bool:
    if one.lemma == other.lemma or one.stem == other.stem:
        return True
    return not opposed(one, other) and max(tells(other, one)[0], tells(one, other)[0]) >= ENOUGH
