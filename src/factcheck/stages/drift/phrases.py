"""omission of one phrase: "inserted their DNA", without "into a bacterium"; an object, or a member of a list.

A circumstance that is left out of a sentence which is kept is a fact that is gone, however short it is. It is told
where the word that it hangs from is rendered, all of the phrase is gone, and nothing near that place of the copy is
open that might say it in other words.
"""

from collections.abc import Iterator

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.kept import KEPT, related, share
from factcheck.stages.drift.names import Names, of_one_land
from factcheck.stages.drift.renamed import CALENDAR
from factcheck.stages.drift.unit import Difference, Unit
from factcheck.stages.drift.view import Word

_LEAST = 0.65  # share of the telling words that both sides have
_ANY = 0.55  # cosine in context from which a word of the copy may say what the noun says
_REACH = 4
_ROOT = 5  # letters in common from which two words may be forms of one
_PARTS = frozenset({"nmod", "obl", "obj", "conj"})
_OWNER = "nmod:poss"
_HYPHENS = frozenset({"-", "–", "—"})


def lost_phrases(unit: Unit, copy: Names) -> Iterator[Difference]:
    """Nouns of the original with all that hangs from them, of which the copy has nothing; `copy` are its names."""
    if unit.alignment.cosines is None or not (unit.original.parsed and unit.copy.parsed) or share(unit) < _LEAST:
        return
    for place, word in enumerate(unit.left):
        if not _lost(unit, place, word, copy):
            continue
        token = unit.original.token(word)
        phrase = sorted(unit.at_left[part.i] for part in token.subtree if part.i in unit.at_left)
        head = unit.to_right[unit.at_left[token.head.i]]
        span = unit.left_range(phrase)
        yield Difference(
            DriftType.OMISSION,
            Severity.MAJOR,
            0.6,
            f'"{unit.original.text[slice(*span)]}" is left out',
            (f'"{unit.left[head.left].text}" is kept, and nothing beside it in the copy says this.',),
            (span,),
            (unit.right_range([head.right]),),
            (unit.left_range([place]),),
            (),
        )


def _lost(unit: Unit, place: int, word: Word, copy: Names) -> bool:
    """Whether a word is the head of a phrase that is gone."""
    closed = lexicon.words()
    if not word.content or word.value is not None or word.pos not in ("NOUN", "PROPN") or place in unit.to_right:
        return False
    if word.dep.partition(":")[0] not in _PARTS or word.dep == _OWNER or not lexicon.known(word.norm):
        return False
    if word.norm in CALENDAR:
        return False  # "on July 25th", "on the 25th"
    if word.lemma in closed.vague | closed.slight | closed.empty:
        return False
    token = unit.original.token(word)
    pair = unit.to_right.get(unit.at_left.get(token.head.i, -1))
    if pair is None or pair.how not in KEPT or pair.left == place:
        return False
    if any(unit.at_left.get(child.i) in unit.to_right and _telling(unit, child.i) for child in token.children):
        return False
    if any(child.lower_ == "according" for child in token.children):
        return False  # a source, which attribution.py reads
    if any(other.text in _HYPHENS for other in unit.left[max(0, place - 1) : place + 2]):
        return False
    return not _open_at(unit, pair.right) and not _said(unit, place, word, pair.right, copy)


def _telling(unit: Unit, token: int) -> bool:
    return unit.left[unit.at_left[token]].content


def _open_at(unit: Unit, head: int) -> bool:
    """Whether a telling word of the copy that renders nothing stands near a word, or hangs from it."""
    for k, word in enumerate(unit.right):
        if word.content and k not in unit.to_left:
            above = unit.at_right.get(unit.copy.token(word).head.i)
            if above == head or abs(k - head) <= _REACH:
                return True
    return False


def _said(unit: Unit, place: int, word: Word, head: int, copy: Names) -> bool:
    """Whether the copy has the word, a relative of it, or one that is near it in context."""
    if word.lemma in unit.copy.lemmas or (word.name and copy.has(word)):
        return True
    root = word.norm[:_ROOT]
    for other in unit.right:
        if related(word, other) or of_one_land(word, other) or other.norm.startswith(root):
            return True
    cosines = unit.alignment.cosines
    assert cosines is not None
    others = [k for k, other in enumerate(unit.right) if other.content and k != head]
    return bool(others) and float(cosines[place, others].max()) > _ANY
