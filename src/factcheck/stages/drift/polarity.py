"""polarity: the copy denies what the original affirms, or the other way round.

Two aligned predicates are compared by the parity of what turns them around (`denial.py`) and the opposition of the two
words themselves. "Did not succeed" and "failed" come out even and are no finding.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift import grammar
from factcheck.stages.drift.clause import apart
from factcheck.stages.drift.denial import answered, raised, turned
from factcheck.stages.drift.unit import Difference, Unit
from factcheck.stages.drift.view import Word
from factcheck.stages.drift.words import Pair

_GIVING, _GETTING = frozenset({"give", "send", "lend", "award"}), frozenset({"receive", "get", "borrow", "obtain"})
_SINCE = frozenset({"starting", "beginning"})  # "starting on Friday" tells from when on


def polarity_changes(unit: Unit) -> Iterator[Difference]:
    """Aligned words of which one is turned around and the other is not."""
    seen: set[int] = set()
    opposite = {pair.left for pair in unit.alignment.pairs if pair.how == "antonym"}
    for pair in unit.alignment.pairs:
        a, b = unit.left[pair.left], unit.right[pair.right]
        if not a.content or pair.how in ("number", "spelling"):
            continue
        if pair.how == "slot" or (pair.how == "vector" and pair.likeness < 0.6):
            continue
        left, right = turned(unit.original, unit.left, pair.left), turned(unit.copy, unit.right, pair.right)
        prefixes = (pair.left in left) + (pair.right in right)
        left, right = [k for k in left if k != pair.left], [k for k in right if k != pair.right]
        if prefixes == 1 and pair.how not in ("same", "lemma", "antonym", "synonym"):
            continue  # "uninterrupted" and "without interruption", or "constant": either way round
        odd = (len(left) + len(right) + (pair.left in opposite)) % 2
        if not odd:
            continue
        if pair.left not in opposite and len(left) + len(right) != 1:
            continue
        if pair.left not in opposite and answered(unit, pair, left, right):
            continue
        marks_left = sorted({pair.left, *left, *(unit.to_left[k].left for k in right if k in unit.to_left)})
        marks_right = sorted({pair.right, *right, *(unit.to_right[k].right for k in left if k in unit.to_right)})
        key = max(marks_right)
        if key in seen:
            continue
        seen.add(key)
        if pair.left in opposite:
            if _another_kind(unit, pair) or _converse(unit, pair.left, pair.right):
                continue
            if raised(unit.original, a) != raised(unit.copy, b) or _elsewhere(unit, pair):
                continue
            if _lessened(unit.left, pair.left) != _lessened(unit.right, pair.right):
                continue
            message = f'"{a.text}" has become its opposite "{b.text}"'
            step = "The two words stand at the same place and exclude each other."
        else:
            word = unit.left[left[0]].text if left else unit.right[right[0]].text
            message = f'"{a.text}" is denied in the {"original" if left else "copy"} alone'
            step = f'Only one side has "{word}" over it.'
        span_left, span_right = unit.left_range(marks_left), unit.right_range(marks_right)
        yield Difference(
            DriftType.POLARITY,
            Severity.CRITICAL,
            0.8,
            message,
            (step,),
            (span_left,),
            (span_right,),
            tuple(unit.left_range([k]) for k in marks_left),
            tuple(unit.right_range([k]) for k in marks_right),
        )


def _another_kind(unit: Unit, pair: Pair) -> bool:
    """Whether opposites say no opposite thing: a verb of losing beside a noun of winning tells the same match from the
    other side, "go" and "come" differ in where the writer stands, and of two joined by "and" either can be taken for
    the other's counterpart ("domestic and overseas", "local and foreign").
    """
    a, b = unit.left[pair.left], unit.right[pair.right]
    if {a.lemma, b.lemma} <= lexicon.words().deictic or not _SINCE.isdisjoint((a.norm, b.norm)):
        return True
    if not (unit.original.parsed and unit.copy.parsed):
        return False
    left, right = unit.original.token(a), unit.copy.token(b)
    kinds = {_kind(left), _kind(right)}
    return kinds == {"act", "thing"} or (_joined(left) and _joined(right))


def _elsewhere(unit: Unit, pair: Pair) -> bool:
    """Whether two opposite adjectives or adverbs are said of different things: "foreign debt", "domestic currency"."""
    if not (unit.original.parsed and unit.copy.parsed):
        return False
    a, b = unit.original.token(unit.left[pair.left]), unit.copy.token(unit.right[pair.right])
    if not {a.pos_, b.pos_} <= {"ADJ", "ADV"}:
        return False
    of, other = unit.at_left.get(_said_of(a).i, -1), unit.at_right.get(_said_of(b).i, -1)
    there, back = unit.to_right.get(of), unit.to_left.get(other)
    if there is None or there.how == "slot" or there.right == other:
        return False
    return back is None or back.left != of


def _said_of(token: Token) -> Token:
    """What an adjective or adverb is said of: the word that it modifies, or its subject."""
    subject = next((child for child in token.children if child.dep_.startswith("nsubj")), None)
    return subject if subject is not None else token.head


def _lessened(words: tuple[Word, ...], place: int) -> bool:
    """Whether "less" stands before a word, perhaps with a hyphen: "less severe" is milder."""
    return any(word.norm in ("less", "least") for word in words[max(0, place - 2) : place])


def _kind(token: Token) -> str:
    if token.pos_ in ("NOUN", "PROPN"):
        return "thing"
    return "act" if token.pos_ == "VERB" and token.dep_ != "amod" else "quality"


def _joined(token: Token) -> bool:
    return token.pos_ in ("ADJ", "NOUN") and (token.dep_ == "conj" or any(c.dep_ == "conj" for c in token.children))


def _converse(unit: Unit, left: int, right: int) -> bool:
    """Whether an opposite is none here: the verbs tell of different things, or the participants changed places too
    ("sold to A by B", "bought by A from B"; "was given", "received").
    """
    if not (unit.original.parsed and unit.copy.parsed):
        return False
    a, b = unit.original.token(unit.left[left]), unit.copy.token(unit.right[right])
    if not (grammar.is_verb(a) and grammar.is_verb(b)):
        return False
    if apart(unit, a, b) or (_given(a) and _getting(b)) or (_getting(a) and _given(b)):
        return True
    return _aligned(unit, grammar.agents(a), _obliques(b)) or _aligned(unit, _obliques(a), grammar.agents(b))


def _given(token: Token) -> bool:
    """Whether a verb says that somebody was given, sent or lent something: in the passive, what receiving is."""
    return token.lemma_ in _GIVING and (grammar.shape(token).passive or token.tag_ == "VBN")


def _getting(token: Token) -> bool:
    return token.lemma_ in _GETTING and not grammar.shape(token).passive


def _obliques(token: Token) -> list[Token]:
    return [child for child in token.children if child.dep_ in ("obl", "iobj")]


def _aligned(unit: Unit, left: list[Token], right: list[Token]) -> bool:
    for a in left:
        for b in right:
            pair = unit.to_right.get(unit.at_left.get(a.i, -1))
            if pair is not None and pair.right == unit.at_right.get(b.i, -2):
                return True
    return False
