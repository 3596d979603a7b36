"""entity_corruption and term_substitution: people or things put for others of their sort by a noun.

"The booksellers" for "the florists", "the cellar" for "the attic".

Two nouns that stand in one place and that nothing else ties (no synonym, broader term or near vector) are seldom a
faithful rendering of one another where both name people, or things of a sort of which one excludes another (trees,
fuels, buildings, organs): in 815 translations and 800 free renderings of our own there is no such pair, in 800 pairs of
news sentences there are three ("employee", "official"). Of nouns in general that is not so ("floor", "ground";
"projections", "forecasts"), nor of verbs.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.lexicon import drift as lexicon
from factcheck.lexicon.lists import words as listed
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.unit import Difference, Unit, word_for_word
from factcheck.stages.drift.view import Word

_PERSON = frozenset({"person", "individual", "someone", "worker"})
# Whom a writer calls so is called otherwise in the next sentence, and is the same.
_ANYBODY = frozenset({"man", "woman", "person", "people", "individual", "official", "suspect", "victim", "defendant"})
_ANYBODY |= {"spokesman", "spokeswoman", "spokesperson", "attacker", "member", "leader", "user", "executive"}
_KIN = frozenset({"same", "lemma", "form", "derived", "synonym", "spelling"})
# Endings of those who do something, where no thesaurus has the word.
_TRADES = "ist|ian|man|woman|keeper|seller|maker|owner|worker|driver|holder|dealer|goer|grower|guard"
_ENDING = re.compile(rf".{{3,}}(?:{_TRADES})")


def others_of_their_sort(unit: Unit) -> Iterator[Difference]:
    """The nouns of a unit for people or things that have become nouns for others of their sort."""
    for pair in unit.alignment.pairs:
        a, b = unit.left[pair.left], unit.right[pair.right]
        people = _names_people(a) and _names_people(b)
        if pair.how != "slot" or not (people or _one_sort(a, b)):
            continue
        if _has(unit.right, a) or _has(unit.left, b) or speaks(unit, a):
            continue
        kind = DriftType.ENTITY_CORRUPTION if people else DriftType.TERM_SUBSTITUTION
        step = f"The two nouns stand at the same place and name different {'people' if people else 'things'}."
        yield word_for_word(unit, pair, kind, Severity.MAJOR, 0.75, step)


def other_offices(unit: Unit) -> Iterator[Difference]:
    """Offices of a unit that have become others by the word that says what they are over ("finance minister", "foreign
    minister").
    """
    closed = lexicon.words()
    for pair in unit.alignment.pairs:
        a, b = unit.left[pair.left], unit.right[pair.right]
        mine, theirs = closed.portfolios.get(a.norm), closed.portfolios.get(b.norm)
        following = unit.to_right.get(pair.left + 1)
        if mine is None or theirs is None or mine == theirs or following is None or pair.how in _KIN:
            continue
        if following.right != pair.right + 1 or unit.left[following.left].lemma not in closed.offices:
            continue
        if any(closed.portfolios.get(word.norm) == theirs for word in unit.left) or any(
            closed.portfolios.get(word.norm) == mine for word in unit.right
        ):
            continue
        left, right = (
            unit.left_range([pair.left, following.left]),
            unit.right_range([pair.right, following.right]),
        )
        yield Difference(
            DriftType.ENTITY_CORRUPTION,
            Severity.MAJOR,
            0.75,
            f'"{unit.original.text[slice(*left)]}" has become "{unit.copy.text[slice(*right)]}"',
            ("The office is over something else, and held by somebody else.",),
            (left,),
            (right,),
            (unit.left_range([pair.left]),),
            (unit.right_range([pair.right]),),
        )


def speaks(unit: Unit, word: Word) -> bool:
    """Whether a noun is a source, whose change is one of attribution: "according to farmers", "farmers said"."""
    if not unit.original.parsed:
        return False
    token = unit.original.token(word)
    according = any(child.lower_ == "according" for child in (token.head, *token.children))
    return according or (token.dep_.startswith("nsubj") and token.head.lemma_ in lexicon.words().cues)


def _names_people(word: Word) -> bool:
    return _common(word) and word.lemma not in _ANYBODY and _is_person(word.lemma)


def _one_sort(a: Word, b: Word) -> bool:
    """Whether two nouns name things of one sort, of which one excludes another."""
    broader, sorts = lexicon.relations().broader, lexicon.words().sorts
    nothing: frozenset[str] = frozenset()
    return _common(a) and _common(b) and bool(broader.get(a.lemma, nothing) & broader.get(b.lemma, nothing) & sorts)


def _common(word: Word) -> bool:
    return word.pos == "NOUN" and not word.name and word.value is None


@lru_cache(maxsize=20_000)
def _is_person(lemma: str) -> bool:
    """Whether a noun names people: a thesaurus or a list says so, or, of a word that is in neither, its ending."""
    above = lexicon.relations().broader.get(lemma)
    if above is None:
        return any(lemma in listed("people", name) for name in ("roles", "kin")) or bool(_ENDING.fullmatch(lemma))
    return not _PERSON.isdisjoint(above)


def _has(words: Sequence[Word], word: Word) -> bool:
    """Whether a noun stands on the other side too, so that another word is its counterpart."""
    return any(other.stem == word.stem for other in words)
