"""Small words that turn a statement around: "before" and "after", "nobody" and "everybody", "most" and "few".

They carry too little to be aligned by themselves, so they are compared where what they belong to is aligned.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.grammar import negated
from factcheck.stages.drift.unit import Difference, Unit
from factcheck.stages.drift.view import View, Word

_JOINING = frozenset({"case", "mark", "advmod", "compound:prt"})
_DECIDED = frozenset(
    {"vote", "campaign", "argue", "speak", "rule", "decide", "demonstrate", "rally", "lobby", "appeal"}
)


def small_opposites(unit: Unit) -> Iterator[Difference]:
    """Prepositions, particles and quantifiers of one unit that have become their opposites."""
    if not (unit.original.parsed and unit.copy.parsed):
        return
    yield from _prepositions(unit)
    yield from _quantifiers(unit)


def _prepositions(unit: Unit) -> Iterator[Difference]:
    opposites = lexicon.words().small_opposites
    joined = [(k, head) for k, head in _joined(unit.copy, unit.right) if unit.right[k].norm in opposites]
    said = {word.norm for word in unit.left}
    for place, head in _joined(unit.original, unit.left):
        other = opposites.get(unit.left[place].norm)
        pair = unit.to_right.get(head)
        if not other or pair is None or pair.how == "slot":
            continue
        if not other <= said:
            for k, its in joined:
                if unit.right[k].norm not in other or its != pair.right or unit.right[k].norm in said:
                    continue
                if unit.left[place].norm in {word.norm for word in unit.right} or not _same_frame(unit, place, k):
                    continue
                yield _opposite(unit, place, head, k, its)


def _joined(view: View, words: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """Places of the small words of one side with the place of the word that each belongs to."""
    places = {word.token: k for k, word in enumerate(words)}
    for k, word in enumerate(words):
        token = view.token(word)
        if token.dep_ in _JOINING and token.head.i in places:
            yield k, places[token.head.i]


def _same_frame(unit: Unit, left: int, right: int) -> bool:
    """Whether two opposite small words hang from the same statement: their verbs are aligned and neither is denied.

    "For" and "against" are opposites only after a verb of taking sides.
    """
    a, b = unit.original.token(unit.left[left]), unit.copy.token(unit.right[right])
    above, other = a.head.head, b.head.head
    if a.lower_ in ("for", "against") and not {above.lemma_, other.lemma_} <= _DECIDED:
        return False
    if any(negated(token) is not None for token in (a.head, b.head, above, other)):
        return False
    if a.head.i == above.i or b.head.i == other.i:
        return a.head.lemma_ == b.head.lemma_  # a particle of the main verb
    pair, back = unit.to_right.get(unit.at_left.get(above.i, -1)), unit.to_left.get(unit.at_right.get(other.i, -1))
    if all(found is None or found.how == "slot" for found in (pair, back)):
        return a.head.pos_ == "NOUN" and a.head.lemma_ == b.head.lemma_  # "after a week of losses he told", "announced"
    return pair is not None and pair.how not in ("slot", "antonym") and pair.right == unit.at_right.get(other.i, -2)


def _quantifiers(unit: Unit) -> Iterator[Difference]:
    left, right = list(_quantified(unit.original, unit.left)), list(_quantified(unit.copy, unit.right))
    classes = {kind for _, _, kind in left}
    for place, noun, kind in left:
        pair = unit.to_right.get(noun)
        if pair is None or pair.how == "slot":
            continue
        for k, its, other in right:
            clash = frozenset((kind, other)) in lexicon.words().clashing
            if clash and its == pair.right and other not in classes and kind not in {x for _, _, x in right}:
                yield _opposite(unit, place, noun, k, its)


def _quantified(view: View, words: tuple[Word, ...]) -> Iterator[tuple[int, int, str]]:
    """Places of the quantifiers of one side, of what they count, and how much they say ("few", "half", "all")."""
    quantities = lexicon.words().quantities
    places = {word.token: k for k, word in enumerate(words)}
    for k, word in enumerate(words):
        kind = quantities.get(word.norm)
        token = view.token(word)
        if kind is None or (k and words[k - 1].norm in ("a", "not", "at", "the") and kind in ("few", "most")):
            continue
        noun = _counted(token)
        if noun is not None and noun.i in places and negated(noun.head) is None:
            yield k, places[noun.i], kind


def _counted(token: Token) -> Token | None:
    """What a quantifier counts: the noun it stands before or of which it is a part."""
    of = next((c for c in token.children if c.dep_ == "nmod" and any(x.lower_ == "of" for x in c.children)), None)
    if of is not None:
        return of
    return token.head if token.dep_ in ("det", "amod", "nummod", "det:predet") and token.head.pos_ == "NOUN" else None


def _opposite(unit: Unit, place: int, head: int, other: int, its: int) -> Difference:
    a, b = unit.left[place], unit.right[other]
    return Difference(
        DriftType.POLARITY,
        Severity.CRITICAL,
        0.75,
        f'"{a.text}" has become its opposite "{b.text}"',
        (f'Both are said of "{unit.left[head].text}", and they exclude each other.',),
        (unit.left_range([place, head]),),
        (unit.right_range([other, its]),),
        (unit.left_range([place]),),
        (unit.right_range([other]),),
    )
