"""omission and term_substitution: what is said or told of something is another thing altogether, while all around it is
as it was.

A faithful rendering of "police said the cause was not known" has some word in what is said that renders one of the
original. In 3,856 faithful pairs there is none that has none.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.unit import Difference, Unit, word_for_word

_SAYING = frozenset({"say", "tell", "report", "add", "announce", "state", "argue", "claim", "write", "warn", "insist"})
_KEPT = frozenset({"same", "lemma"})
_LEAST = 2  # telling words of what is said, on each side
_BEING = frozenset({"cop", "aux:pass"})
_AROUND = frozenset({"aux", "aux:pass", "cop", "punct", "mark", "cc"})
_APART = 0.1  # mean nearness of their words from which two statements may be one ("taxes rise", "people pay more")
_ALIEN = 0.2  # nearness up to which two predicates say nothing alike


def other_statements(unit: Unit) -> Iterator[Difference]:
    """Statements of one unit that the same source makes, of which the copy has no word."""
    if not (unit.original.parsed and unit.copy.parsed):
        return
    for pair in unit.alignment.pairs:
        a, b = unit.original.token(unit.left[pair.left]), unit.copy.token(unit.right[pair.right])
        if pair.how not in _KEPT or a.lemma_ not in _SAYING or not _same_subject(unit, a, b):
            continue
        said, told = _said(a, unit.at_left), _said(b, unit.at_right)
        left = [k for k in said if unit.left[k].content]
        right = [k for k in told if unit.right[k].content]
        if min(len(left), len(right)) < _LEAST or _rendered(unit, left, right):
            continue
        if unit.alignment.nearness(left, right) >= _APART:
            continue
        if 2 * sum(unit.left[k].lemma in unit.copy.lemmas for k in left) > len(left):
            continue  # the copy says it elsewhere
        span, other = unit.left_range(said), unit.right_range(told)
        yield Difference(
            DriftType.OMISSION,
            Severity.MAJOR,
            0.6,
            f'"{unit.original.text[slice(*span)]}" has become "{unit.copy.text[slice(*other)]}"',
            ("The same source says it, and no word of the one statement renders one of the other.",),
            (span,),
            (other,),
            (span,),
            (other,),
        )


def other_states(unit: Unit) -> Iterator[Difference]:
    """States of one unit that have become others with the same subject ("was unhurt", "was arrested")."""
    if not (unit.original.parsed and unit.copy.parsed):
        return
    for pair in unit.alignment.pairs:
        x, y = unit.left[pair.left], unit.right[pair.right]
        if pair.how != "slot" or pair.near >= _ALIEN or x.name or y.name:
            continue
        a, b = unit.original.token(x), unit.copy.token(y)
        if not (_state(a) and _state(b) and _same_subject(unit, a, b)):
            continue
        step = "The same is said to be the one and the other, and they have nothing in common."
        yield word_for_word(unit, pair, DriftType.TERM_SUBSTITUTION, Severity.MAJOR, 0.6, step)


def _state(token: Token) -> bool:
    """Whether a participle or adjective is all that is said of a subject."""
    if token.pos_ not in ("VERB", "ADJ") or not any(child.dep_ in _BEING for child in token.children):
        return False
    return all(child.dep_ in _AROUND or child.dep_.startswith("nsubj") for child in token.children)


def _same_subject(unit: Unit, a: Token, b: Token) -> bool:
    """Whether the subjects of two verbs render one another."""
    mine, theirs = ([c for c in verb.children if c.dep_.startswith("nsubj")] for verb in (a, b))
    if not mine or not theirs:
        return False
    pair = unit.to_right.get(unit.at_left.get(mine[0].i, -1))
    return pair is not None and pair.how != "slot" and pair.right == unit.at_right.get(theirs[0].i, -2)


def _said(verb: Token, at: dict[int, int]) -> list[int]:
    """Places of the words of what is said, in order."""
    clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    return [] if clause is None else sorted(at[t.i] for t in clause.subtree if t.i in at and not t.is_punct)


def _rendered(unit: Unit, left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether some of these words have counterparts, other than by their place."""
    mine = any(k in unit.to_right and unit.to_right[k].how != "slot" for k in left)
    return mine or any(k in unit.to_left and unit.to_left[k].how != "slot" for k in right)
