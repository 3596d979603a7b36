"""Whether two verbs that were taken for counterparts tell of the same people and things at all."""

from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.stages.drift.unit import Unit

_TAKING_PART = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "obl", "obl:agent"})
_NAMING = frozenset({"appos", "flat", "compound"})


def apart(unit: Unit, a: Token, b: Token) -> bool:
    """Whether two verbs stand in clauses about different things, so that neither renders the other.

    No participant of one is aligned with one of the other, and the subject of one has its counterpart elsewhere, or
    there are several sentences to choose from: "the currency gained, while shares fell" against "the currency
    strengthened. Stocks dropped".
    """
    left = {unit.at_left[t.i] for t in _participants(a) if t.i in unit.at_left}
    right = {unit.at_right[t.i] for t in _participants(b) if t.i in unit.at_right}
    pairs = [p for p in unit.alignment.pairs if p.how != "slot" and unit.left[p.left].content]
    if any(pair.left in left and pair.right in right for pair in pairs):
        return False
    subjects = {unit.at_left[t.i] for t in _subjects(a) if t.i in unit.at_left}
    others = {unit.at_right[t.i] for t in _subjects(b) if t.i in unit.at_right}
    if not subjects or not others:
        return False
    if len(unit.parents) > 1:
        return True  # the sentence may have rendered only one clause of each of its parents
    return any(pair.left in subjects or pair.right in others for pair in pairs)


def _participants(verb: Token) -> Iterator[Token]:
    yield from _subjects(verb)
    for child in verb.children:
        if child.dep_ in _TAKING_PART:
            yield from _named(child)


def _subjects(verb: Token) -> Iterator[Token]:
    """The subject of a verb, the one of the verb that it is joined to, or the noun that its clause describes."""
    own = [child for child in verb.children if child.dep_.startswith("nsubj")]
    if not own and verb.dep_ == "conj" and verb.head.i != verb.i:
        own = [child for child in verb.head.children if child.dep_.startswith("nsubj")]
    for subject in own:
        relative = subject.tag_ in ("WDT", "WP") and verb.dep_ == "acl:relcl"
        yield from _named(verb.head if relative else subject)


def _named(noun: Token) -> Iterator[Token]:
    yield noun
    yield from (child for child in noun.children if child.dep_ in _NAMING)
