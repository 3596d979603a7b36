"""How much of a sentence is kept, and which words of two texts have anything to do with one another."""

from factcheck.lexicon import drift as lexicon
from factcheck.stages.drift.unit import Unit
from factcheck.stages.drift.view import Word

KEPT = frozenset({"same", "lemma", "form", "derived", "number", "spelling", "synonym"})
"""How words pair that render one another."""
VERBATIM = KEPT - {"synonym"}


def share(unit: Unit) -> float:
    """Share of the telling words of both sides that the other side has, in some form."""
    told = [
        (pairs.get(place), word)
        for words, pairs in ((unit.left, unit.to_right), (unit.right, unit.to_left))
        for place, word in enumerate(words)
        if word.content
    ]
    return sum(pair is not None and pair.how in VERBATIM for pair, _ in told) / len(told) if told else 0.0


def related(word: Word, other: Word) -> bool:
    """Whether two words have a root, a sense, a broader term or an opposite in common, by the thesaurus."""
    if not other.content:
        return False
    table = lexicon.relations()
    a, b = word.lemma, other.lemma
    return (
        word.stem == other.stem
        or table.synonymous(a, b)
        or table.related(a, b)
        or table.above(a, b)
        or table.above(b, a)
        or table.opposite(a, b)
    )
