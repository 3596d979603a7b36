"""Small words that turn a statement around: "before" and "after", "nobody" and "everybody", "most" and "few".

They carry too little to be aligned by themselves, so they are compared where what they belong to is aligned.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.exceptions import excepted
from factcheck.stages.drift.grammar import negated
from factcheck.stages.drift.unit import Difference, Unit
from factcheck.stages.drift.view import View, Word

_JOINING = frozenset({"case", "mark", "advmod", "compound:prt"})
_DECIDED = frozenset(
    {"vote", "campaign", "argue", "speak", "rule", "decide", "demonstrate", "rally", "lobby", "appeal"}
)

_SCANT, _PLENTY = frozenset({"little", "few"}), frozenset({"much", "many"})
_ALIKE = frozenset({"same", "lemma"})
# Of these both say the same: "an hour from the town", "an hour to the town".
_EITHER_WAY = frozenset({"distance", "way", "road", "route", "path", "walk", "drive", "minute", "hour", "day", "mile"})
_MOVING = frozenset({"go", "come", "move", "return", "travel", "flee", "send", "bring", "fly", "sail", "drive", "walk"})
_MOVING |= {
    "run",
    "ship",
    "export",
    "import",
    "transfer",
    "transport",
    "carry",
    "deliver",
    "emigrate",
    "migrate",
    "march",
}
_MOVING |= {
    "escape",
    "switch",
    "fall",
    "rise",
    "drop",
    "climb",
    "hurry",
    "rush",
    "commute",
    "evacuate",
    "deport",
    "smuggle",
}
_EITHER_WAY |= {"kilometre", "kilometer", "metre", "meter", "border", "access", "link", "connection", "differ"}


def small_opposites(unit: Unit, others: bool = False) -> Iterator[Difference]:
    """Prepositions, particles and quantifiers of one unit that have become their opposites.

    `others` says that the copy tells of those that the number of the original leaves, of whom the opposite is right.
    """
    if others or excepted(unit) or not (unit.original.parsed and unit.copy.parsed):
        return
    yield from _prepositions(unit)
    yield from _quantifiers(unit)
    yield from _none_or_few(unit)
    yield from _too_much(unit)
    yield from _directions(unit)


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


def _too_much(unit: Unit) -> Iterator[Difference]:
    """ "Too little" or "too few" where the other side has "too much" or "too many", and the verbs are the same."""
    left, right = _excesses(unit.left), _excesses(unit.right)
    if len(left) != 1 or len(right) != 1 or left[0][1] == right[0][1]:
        return
    (place, _), (other, _) = left[0], right[0]
    a, b = unit.original.token(unit.left[place]).head, unit.copy.token(unit.right[other]).head
    pair = unit.to_right.get(unit.at_left.get(a.i, -1))
    if pair is None or pair.how in ("slot", "antonym") or pair.right != unit.at_right.get(b.i, -2):
        return
    if negated(a) is None and negated(b) is None:
        yield _opposite(unit, place, pair.left, other, pair.right)


def _excesses(words: tuple[Word, ...]) -> list[tuple[int, bool]]:
    """Places of "little" and "few" (True), "much" and "many" (False) after "too"."""
    return [
        (k, words[k].norm in _SCANT)
        for k in range(1, len(words))
        if words[k - 1].norm == "too" and words[k].norm in _SCANT | _PLENTY
    ]


def _directions(unit: Unit) -> Iterator[Difference]:
    """ "To" that has become "from", or the other way round, between the same two words ("exports to Peru")."""
    right = {(head, noun): k for k, head, noun in _ways(unit.copy, unit.right)}
    for place, head, noun in _ways(unit.original, unit.left):
        pairs = unit.to_right.get(head), unit.to_right.get(noun)
        if pairs[0] is None or pairs[1] is None or not {pair.how for pair in pairs if pair} <= _ALIKE:
            continue
        other = right.get((pairs[0].right, pairs[1].right))
        if other is None or unit.right[other].norm == unit.left[place].norm:
            continue
        verb = unit.left[head].pos == "VERB"
        either = unit.left[head].lemma in _EITHER_WAY or (verb and unit.left[head].lemma not in _MOVING)
        if not either and unit.left[head].lemma == unit.right[pairs[0].right].lemma:
            yield _opposite(unit, place, noun, other, pairs[1].right)


def _ways(view: View, words: tuple[Word, ...]) -> Iterator[tuple[int, int, int]]:
    """Places of each "to" and "from" with a noun, of the noun or verb that the phrase belongs to, and of its noun."""
    places = {word.token: k for k, word in enumerate(words)}
    for k, word in enumerate(words):
        token = view.token(word)
        if word.norm not in ("to", "from") or token.dep_ != "case":
            continue
        noun, head = token.head, token.head.head
        counted = any(child.pos_ == "NUM" for child in noun.children)  # "to 5 percent from 4 percent"
        if counted or noun.pos_ not in ("NOUN", "PROPN") or head.pos_ not in ("NOUN", "VERB"):
            continue
        if noun.i in places and head.i in places:
            yield k, places[head.i], places[noun.i]


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


def _none_or_few(unit: Unit) -> Iterator[Difference]:
    """ "No" that has become "few", or the other way round, before one noun."""
    left, right = (dict(_scant(view, words)) for view, words in ((unit.original, unit.left), (unit.copy, unit.right)))
    for noun, place in left.items():
        pair = unit.to_right.get(noun)
        other = right.get(pair.right) if pair is not None and pair.how != "slot" else None
        if pair is None or other is None or unit.left[place].norm == unit.right[other].norm:
            continue
        a, b = unit.left[place], unit.right[other]
        yield Difference(
            DriftType.POLARITY,
            Severity.MAJOR,
            0.7,
            f'"{a.text}" has become "{b.text}"',
            ("One side says that there is none, the other that there are some.",),
            (unit.left_range([place, noun]),),
            (unit.right_range([other, pair.right]),),
            (unit.left_range([place]),),
            (unit.right_range([other]),),
        )


def _scant(view: View, words: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """Places of the nouns after "no" and "few", and of that word; "very few" and "few if any" are next to none."""
    places = {word.token: k for k, word in enumerate(words)}
    for k, word in enumerate(words):
        if word.norm not in ("no", "few") or (word.norm == "few" and k and words[k - 1].norm in ("a", "very", "the")):
            continue
        noun = _counted(view.token(word))
        if noun is not None and noun.i in places and not any(other.norm == "any" for other in words[k + 1 : k + 5]):
            yield places[noun.i], k


def _quantified(view: View, words: tuple[Word, ...]) -> Iterator[tuple[int, int, str]]:
    """Places of the quantifiers of one side, of what they count, and how much they say ("few", "half", "all")."""
    quantities = lexicon.words().quantities
    places = {word.token: k for k, word in enumerate(words)}
    for k, word in enumerate(words):
        kind = quantities.get(word.norm)
        token = view.token(word)
        before = words[k - 1].norm if k else ""
        if kind is None or (before in ("a", "at", "the") and kind in ("few", "most", "little", "much")):
            continue
        if before == "not" or (kind == "some" and k + 1 < len(words) and words[k + 1].value is not None):
            continue  # "not all", "some 300"
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
