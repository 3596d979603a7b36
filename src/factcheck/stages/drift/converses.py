"""Verbs that tell of one dealing from its two ends, or of the start and the end of one state, put for one another.

"He awarded the firm a contract" and "he won a contract from the firm" have one doer and one thing, and the thing goes
the other way. Who "claimed" an attack says so, who is "blamed" for it does not. A ban that is "extended" is not
"lifted". A thesaurus has few of these pairs as opposites, since most of the verbs have other uses; here both stand
over the same words.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift import grammar
from factcheck.stages.drift.denial import turned
from factcheck.stages.drift.unit import Difference, Unit, word_for_word
from factcheck.stages.drift.words import Pair

_REACH = 4  # words from "from" to the one that something is got from


def converse_changes(unit: Unit) -> Iterator[Difference]:
    """Verbs of one unit that have become their converses with the same participants."""
    if not (unit.original.parsed and unit.copy.parsed):
        return
    yield from _lifted(unit)
    for pair in unit.alignment.pairs:
        if pair.how in ("same", "lemma", "number", "antonym"):
            continue
        a, b = unit.original.token(unit.left[pair.left]), unit.copy.token(unit.right[pair.right])
        if not (grammar.is_verb(a) and grammar.is_verb(b)):
            continue
        if _passed_on(unit, pair, a, b):
            step = "The doer and the thing are the same, and the thing goes the other way."
            yield word_for_word(unit, pair, DriftType.ROLE_REVERSAL, Severity.CRITICAL, 0.7, step)
        elif _blamed(unit, a, b):
            step = "The one is what somebody says of themselves, the other what others say of them."
            yield word_for_word(unit, pair, DriftType.TERM_SUBSTITUTION, Severity.MAJOR, 0.7, step)
        elif _restricted(unit, pair, a, b):
            step = "After the one it is in force, after the other it is over."
            yield word_for_word(unit, pair, DriftType.POLARITY, Severity.CRITICAL, 0.7, step)


def _passed_on(unit: Unit, pair: Pair, a: Token, b: Token) -> bool:
    """Whether a doer gives a thing on one side and on the other gets it from the one that it was given to."""
    closed = lexicon.words()
    gives = a.lemma_ in closed.giving and b.lemma_ in closed.getting
    if not gives and not (a.lemma_ in closed.getting and b.lemma_ in closed.giving):
        return False
    same_doer = _meet(unit, grammar.agents(a), grammar.agents(b))
    mine, theirs = ([*grammar.patients(verb), *grammar.obliques(verb)] for verb in (a, b))
    if not same_doer or not _meet(unit, mine, theirs):
        return False
    getting, giving = (unit.right, unit.left) if gives else (unit.left, unit.right)
    back = unit.to_left if gives else unit.to_right
    verb = pair.right if gives else pair.left
    for k in range(verb + 1, len(getting)):
        if getting[k].norm != "from":
            continue
        for source in range(k + 1, min(len(getting), k + 1 + _REACH)):
            found = back.get(source)
            if found is None or not getting[source].content:
                continue
            there = found.left if gives else found.right
            return all(word.norm != "from" for word in giving[max(0, there - _REACH) : there])
    return False


def _blamed(unit: Unit, a: Token, b: Token) -> bool:
    """Whether who owns up to something on one side is said by others to have done it on the other."""
    closed = lexicon.words()
    for one, other, left in ((a, b, True), (b, a, False)):
        if one.lemma_ not in closed.owning or other.lemma_ not in closed.blaming:
            continue
        doers = grammar.agents(one)
        charged = [*grammar.patients(other), *grammar.obliques(other)]
        if _meet(unit, doers, charged) if left else _meet(unit, charged, doers):
            return True
    return False


def _restricted(unit: Unit, pair: Pair, a: Token, b: Token) -> bool:
    """Whether a ban or the like is kept up or put in force on one side and ended on the other."""
    closed = lexicon.words()
    kinds = [{lemma in closed.keeping, lemma in closed.ending} for lemma in (a.lemma_, b.lemma_)]
    if not ({a.lemma_, b.lemma_} & closed.keeping and {a.lemma_, b.lemma_} & closed.ending) or {True} in kinds:
        return False
    things = [t for t in grammar.patients(a) if t.lemma_ in closed.restrictions]
    if not _meet(unit, things, [t for t in grammar.patients(b) if t.lemma_ in closed.restrictions]):
        return False
    return not turned(unit.original, unit.left, pair.left) and not turned(unit.copy, unit.right, pair.right)


def _lifted(unit: Unit) -> Iterator[Difference]:
    """Something that is banned or limited on one side while the ban or limit is ended on the other."""
    closed = lexicon.words()
    for pair in unit.alignment.pairs:
        a, b = unit.original.token(unit.left[pair.left]), unit.copy.token(unit.right[pair.right])
        acts = [grammar.is_verb(token) and token.lemma_ in closed.restrictions for token in (a, b)]
        act, noun = (a, b) if acts[0] else (b, a)
        if pair.how == "slot" or acts[0] == acts[1] or noun.pos_ != "NOUN" or noun.lemma_ not in closed.restrictions:
            continue
        above = noun.head
        if above.lemma_ not in closed.ending or noun.i not in {token.i for token in grammar.patients(above)}:
            continue
        words = unit.left if act is a else unit.right
        ended = any(word.lemma in closed.ending for word in words)
        if ended or grammar.negated(act) is not None or grammar.negated(above) is not None or _not_done(above):
            continue
        step = "In the one it is in force, in the other it is over."
        verb = unit.at_right[above.i] if act is a else unit.at_left[above.i]
        left = [pair.left] if act is a else sorted([verb, pair.left])
        right = sorted([verb, pair.right]) if act is a else [pair.right]
        spans = unit.left_range(left), unit.right_range(right)
        message = f'"{unit.original.text[slice(*spans[0])]}" has become "{unit.copy.text[slice(*spans[1])]}"'
        yield Difference(
            DriftType.POLARITY, Severity.CRITICAL, 0.7, message, (step,), *((span,) for span in (*spans, *spans))
        )


def _not_done(verb: Token) -> bool:
    """Whether a verb tells of what may or should be done."""
    return bool(grammar.shape(verb).modal) or grammar.infinitive(verb)


def _meet(unit: Unit, left: list[Token], right: list[Token]) -> bool:
    """Whether some word of the one renders some word of the other: a pronoun only the same one."""
    for a in left:
        for b in right:
            if a.pos_ == b.pos_ == "PRON" and a.lower_ == b.lower_:
                return True
            pair = unit.to_right.get(unit.at_left.get(a.i, -1))
            if pair is not None and pair.how != "slot" and pair.right == unit.at_right.get(b.i, -2):
                return True
    return False
