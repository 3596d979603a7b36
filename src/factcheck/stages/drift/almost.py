"""hedge_change of verbs: what almost happened and did, and a "whether" that has become "that"."""

from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift import grammar
from factcheck.stages.drift.hedges import ONE_VERB, hedges
from factcheck.stages.drift.unit import Difference, Unit

_TELLING = frozenset(
    {"say", "tell", "know", "ask", "confirm", "decide", "find", "learn", "reveal", "disclose", "explain"}
)
_SHUT = ("close", "VERB")
_NEARLY = frozenset({"almost", "nearly"})


def nearly_done(unit: Unit) -> Iterator[Difference]:
    """Acts that almost happened on one side and happened on the other: what almost failed did not."""
    if not (unit.original.parsed and unit.copy.parsed):
        return
    closed = lexicon.words()
    for pair in unit.alignment.pairs:
        if pair.how not in ONE_VERB:
            continue
        a, b = unit.original.token(unit.left[pair.left]), unit.copy.token(unit.right[pair.right])
        mine, theirs = _almost(a), _almost(b)
        almost = mine or theirs
        if almost is None or (mine and theirs) or not (_happens(a) and _happens(b)):
            continue
        view, words = (unit.copy, unit.right) if mine else (unit.original, unit.left)
        near = any(word.lemma in closed.nearness and (word.lemma, word.pos) != _SHUT for word in words)
        if near or "partial" in {hedge.kind for hedge in hedges(view, words)}:
            continue
        if grammar.negated(a) is not None or grammar.negated(b) is not None:
            continue
        severity = Severity.MAJOR if a.lemma_ in closed.gradual else Severity.CRITICAL
        left = [k for k in (unit.at_left.get(mine.i) if mine else None, pair.left) if k is not None]
        right = [k for k in (unit.at_right.get(theirs.i) if theirs else None, pair.right) if k is not None]
        spans = unit.left_range(left), unit.right_range(right)
        yield Difference(
            DriftType.HEDGE_CHANGE,
            severity,
            0.8,
            f'"{almost.text}" is {"lost" if mine else "added"} before "{(a if mine else b).text}"',
            ("What almost happened did not happen.",),
            (spans[0],),
            (spans[1],),
            (unit.left_range(left[:1]),),
            (unit.right_range(right[:1]),),
        )


def settled(unit: Unit) -> Iterator[Difference]:
    """ "Whether" that has become "that", or the other way round, below the same verb: an open question is none now."""
    if not (unit.original.parsed and unit.copy.parsed):
        return
    for pair in unit.alignment.pairs:
        if pair.how not in ONE_VERB:
            continue
        a, b = unit.original.token(unit.left[pair.left]), unit.copy.token(unit.right[pair.right])
        mine, theirs = _opened(a), _opened(b)
        if mine is None or theirs is None or mine.lower_ == theirs.lower_ or a.head.lemma_ != b.head.lemma_:
            continue
        if a.head.lemma_ not in _TELLING or grammar.negated(a) is not None or grammar.negated(b) is not None:
            continue
        left, right = unit.left_range([unit.at_left[mine.i]]), unit.right_range([unit.at_right[theirs.i]])
        wide = (
            unit.left_range([unit.at_left[mine.i], pair.left]),
            unit.right_range([unit.at_right[theirs.i], pair.right]),
        )
        yield Difference(
            DriftType.HEDGE_CHANGE,
            Severity.MAJOR,
            0.7,
            f'"{mine.text}" has become "{theirs.text}"',
            ("After the one it is open, after the other it is so.",),
            (wide[0],),
            (wide[1],),
            (left,),
            (right,),
        )


def _opened(verb: Token) -> Token | None:
    """The "whether" or "that" with which a clause of what is said begins."""
    if verb.dep_ != "ccomp":
        return None
    return next((c for c in verb.children if c.lower_ in ("whether", "that") and c.dep_ in ("mark", "advmod")), None)


def _almost(verb: Token) -> Token | None:
    """The "almost" before a verb."""
    return next((c for c in verb.children if c.lower_ in _NEARLY and c.dep_ == "advmod" and c.i < verb.i), None)


def _happens(token: Token) -> bool:
    """Whether a verb tells of an event, and is no participle before a noun nor a change of so many times."""
    subject = any(child.dep_.startswith("nsubj") for child in token.children)
    told = grammar.is_verb(token) and (subject or grammar.shape(token).tense in ("past", "present", "future"))
    counted = token.lemma_ in lexicon.words().factors or any(
        child.pos_ == "NUM" and child.dep_ in ("obj", "obl:unmarked", "xcomp", "nummod") for child in token.children
    )
    return told and token.dep_ not in ("amod", "compound") and not counted
