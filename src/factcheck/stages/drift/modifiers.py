"""addition and omission of one modifier: "the nuclear plant" for "the plant", "reluctantly agreed" for "agreed".

One word more or less is mostly a liberty of who rewrites. Not so in a sentence that is kept nearly word for word: where
the noun or verb is rendered, has no other modifier that is open on the other side, and nothing of the same root, sense
or context stands in the other text, somebody put the word in or took it out. Adjectives and adverbs that say next to
nothing ("various", "already") are passed over or told as minor.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.alike import misspelt
from factcheck.stages.drift.grammar import SPANS
from factcheck.stages.drift.kept import KEPT, VERBATIM, related, share
from factcheck.stages.drift.unit import Difference, Unit
from factcheck.stages.drift.view import View, Word
from factcheck.stages.drift.words import Pair, Vectors

_CLOSE = 0.65  # share of the telling words of both sides that the other has from which a sentence is kept
_CLOSER = 0.8  # the same for a noun before a noun, which a rendering often leaves out or puts in for clearness
_OPEN = 0.5  # cosine in context up to which an open word of the other side is none that says it
_ANY = 0.62  # the same for any word of the other side
_RELATION = {"ADJ": "amod", "VERB": "amod", "ADV": "advmod", "NOUN": "compound"}
# What a noun or verb may have in place of the modifier.
_INSTEAD = frozenset(
    {"amod", "compound", "nmod", "acl", "acl:relcl", "nummod", "advmod", "nmod:poss", "appos", "compound:prt"}
)
_INSTEAD_OF_ADVERB = _INSTEAD | {"obl", "advcl", "xcomp"}
_STATES = frozenset(
    {"root", "xcomp", "acl", "advcl", "conj", "ccomp", "appos", "acl:relcl", "parataxis", "nsubj", "obj"}
)
_NEGATIVE = ("un", "in", "im", "ir", "il", "dis", "non")
_TOP = frozenset({"JJS", "RBS"})
_ENDS = ".;:!?"
_HYPHENS = frozenset({"-", "–", "—"})
_AGES = frozenset({"old", "young", "last", "past", "aged"})  # beside a length of time they say no more than it
_REACH, _STEP, _WIDE = 3, 3, 5


@dataclass(frozen=True, slots=True)
class _Side:
    """The side that has a modifier (`words`) and the one that may lack it (`others`); places are those of its words."""

    view: View
    words: Sequence[Word]
    places: dict[int, int]
    pairs: dict[int, Pair]
    other_view: View
    others: Sequence[Word]
    other_places: dict[int, int]
    taken: dict[int, Pair]
    cosines: Vectors
    added: bool

    def there(self, place: int) -> int | None:
        """Where the counterpart of a word stands."""
        pair = self.pairs.get(place)
        return None if pair is None else pair.left if self.added else pair.right

    def head(self, place: int) -> int | None:
        """The place of the word above a word."""
        return self.places.get(self.view.token(self.words[place]).head.i)


def modifier_changes(unit: Unit) -> Iterator[Difference]:
    """Adjectives, adverbs and nouns before nouns that one side has alone, where the rest is kept word for word."""
    cosines = unit.alignment.cosines
    if cosines is None or not (unit.original.parsed and unit.copy.parsed):
        return
    kept = share(unit)
    if kept < _CLOSE:
        return
    copy = unit.copy, unit.right, unit.at_right
    original = unit.original, unit.left, unit.at_left
    for side in (
        _Side(*copy, unit.to_left, *original, unit.to_right, cosines, True),
        _Side(*original, unit.to_right, *copy, unit.to_left, cosines.T, False),
    ):
        for place, word in enumerate(side.words):
            if _tells(side, place, kept) and not _elsewhere(side, place):
                yield _difference(unit, side, place, word)


def _tells(side: _Side, place: int, kept: float) -> bool:
    """Whether a word is a modifier put in: of a kept word without another, or between words kept as they are."""
    word = side.words[place]
    if not word.content or word.name or word.value is not None or place in side.pairs or word.pos not in _RELATION:
        return False
    if word.tag in _TOP:
        return False  # "at the earliest", "the largest": what is compared is said in many ways
    closed = lexicon.words()
    if word.norm in closed.joining or word.norm.startswith(("when", "where")) or _told_elsewhere(word):
        return False
    near = side.words[max(0, place - 1) : place + 2]
    if any(other.text in _HYPHENS for other in near) or (word.norm in _AGES and _of_age(side, place)):
        return False
    if word.pos == "NOUN":
        return kept >= _CLOSER and _modifies(side, place)
    return _modifies(side, place) or (word.pos != "VERB" and word.dep not in _STATES and _inserted(side, place))


def _told_elsewhere(word: Word) -> bool:
    """Whether other rules read a word with more care: hedges, denials, and what says in which capacity."""
    closed = lexicon.words()
    forms = {word.norm, word.lemma}
    return any(
        not forms.isdisjoint(group) for group in (closed.hedges, closed.denials, closed.status, closed.exclusive)
    )


def _of_age(side: _Side, place: int) -> bool:
    """Whether a length of time stands near a word, or the word belongs to one."""
    near = side.words[max(0, place - _REACH) : place + _REACH + 1]
    return any(word.lemma in SPANS or word.value is not None for word in near)


def _modifies(side: _Side, place: int) -> bool:
    """Whether a word modifies one that is kept, of which the other side has no modifier that is open."""
    word = side.words[place]
    head = side.head(place)
    if head is None or head == place or word.dep != _RELATION[word.pos]:
        return False
    pair, there = side.pairs.get(head), side.there(head)
    if pair is None or there is None or pair.how not in (VERBATIM if word.pos == "NOUN" else KEPT):
        return False
    instead = _INSTEAD_OF_ADVERB if word.pos == "ADV" else _INSTEAD
    for k, other in enumerate(side.others):
        if not other.content or (k in side.taken and not _strays(side, k, head)):
            continue
        above = side.other_places.get(side.other_view.token(other).head.i)
        if above == there and other.dep in instead:
            return False
        close = there - _REACH <= k < there + _REACH
        if close and (other.pos == word.pos or (word.pos != "ADV" and other.pos in ("ADJ", "NOUN"))):
            return False
    return True


def _strays(side: _Side, other: int, head: int) -> bool:
    """Whether a word of the other side is taken for the counterpart of one that hangs elsewhere, no form of it."""
    pair = side.taken[other]
    return pair.how not in KEPT and side.head(pair.right if side.added else pair.left) != head


def _inserted(side: _Side, place: int) -> bool:
    """Whether the telling words before and after a word are kept, and stand side by side on the other side."""
    before = next((k for k in range(place - 1, -1, -1) if _tell_or_end(side.words[k])), -1)
    after = next((k for k in range(place + 1, len(side.words)) if _tell_or_end(side.words[k])), len(side.words))
    if (before >= 0 and place - before > _STEP) or (after < len(side.words) and after - place > _STEP):
        return False
    bounds: list[int | None] = []
    for k in (before, after):
        pair = side.pairs.get(k)
        if pair is not None and pair.how == "slot":
            return False
        if pair is None and 0 <= k < len(side.words) and side.words[k].text not in _ENDS:
            return False
        bounds.append(side.there(k) if pair is not None else None)
    low, high = bounds
    if low is None and before < 0:
        low = -1
    if high is None and after >= len(side.words):
        high = len(side.others)
    if low is None and high is None:
        return False
    low = high - 1 if low is None and high is not None else low
    high = low + 1 if high is None and low is not None else high
    if low is None or high is None or not low < high <= low + _WIDE:
        return False
    return not any(word.content for word in side.others[low + 1 : high])


def _tell_or_end(word: Word) -> bool:
    return word.content or word.text in _ENDS


def _elsewhere(side: _Side, place: int) -> bool:
    """Whether the other text has the word, a relative of it, or one that says as much in its context."""
    word = side.words[place]
    if not lexicon.known(word.norm) or any(
        _may_be(word, other) for k, other in enumerate(side.others) if k not in side.taken
    ):
        return True
    if word.lemma in side.other_view.lemmas or any(related(word, other) for other in side.others):
        return True
    denied = any(other.norm in lexicon.words().denials for other in side.others)
    if denied and word.norm.startswith(_NEGATIVE):
        return True
    telling = [k for k, other in enumerate(side.others) if other.content]
    column = np.asarray(side.cosines[telling, place], dtype=np.float64)
    limits = np.array([_ANY if k in side.taken else _OPEN for k in telling])
    return bool((column > limits).any())


def _may_be(word: Word, other: Word) -> bool:
    """Whether a word that is no English may be another word misspelt."""
    return other.content and not other.name and not lexicon.known(other.norm) and misspelt(word.norm, other.norm)


def _difference(unit: Unit, side: _Side, place: int, word: Word) -> Difference:
    head = side.head(place)
    there = side.there(head) if head is not None else None
    slight = word.lemma in lexicon.words().slight or word.norm in lexicon.words().slight
    mine = unit.right_range if side.added else unit.left_range
    theirs = unit.left_range if side.added else unit.right_range
    span = mine([place] if head is None or abs(head - place) > _WIDE else [place, head])
    shown = (theirs([there]),) if there is not None else (theirs([0, len(side.others) - 1]),)
    mark = (mine([place]),)
    where = "the original" if side.added else "the copy"
    return Difference(
        DriftType.ADDITION if side.added else DriftType.OMISSION,
        Severity.MINOR if slight else Severity.MAJOR,
        0.6,
        f'"{word.text}" is {"added" if side.added else "left out"}',
        (f"The words around it are kept as they are, and nothing in {where} says it.",),
        shown if side.added else (span,),
        (span,) if side.added else shown,
        () if side.added else mark,
        mark if side.added else (),
    )
