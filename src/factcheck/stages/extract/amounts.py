"""Claims about an amount beside the one that a clause as a whole makes: each further number with what it counts."""

from collections.abc import Iterator

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from factcheck.model.claim import Kind
from factcheck.model.quantity import Quantity
from factcheck.stages.extract.clauses import clause_of
from factcheck.stages.extract.context import Context
from factcheck.stages.extract.draft import Draft
from factcheck.stages.extract.events import main_time
from factcheck.stages.extract.frames import frame
from factcheck.stages.extract.kinds import telling
from factcheck.stages.extract.predicates import is_predicate
from factcheck.stages.extract.restate import restate
from factcheck.stages.extract.select import clause_reason
from factcheck.stages.extract.tree import ancestors, bounds, kid, noun_phrase, rel, source_text

_KNOWN = frozenset({"the", "these", "those", "both", "his", "her", "its", "their"})  # spoken of before
_STATED = frozenset({None, "part of a noun phrase", "manner or time", "time or background", "subordinate"})


def amount_claims(context: Context, sentence: Sentence, taken: set[tuple[int, int]]) -> Iterator[Draft]:
    """The amounts of a sentence that no claim is about yet (`taken`: their stretches)."""
    for amount in context.quantities_in(sentence.start_char, sentence.end_char):
        if (amount.start, amount.end) in taken or not telling(amount) or amount.kind in {"duration", "age"}:
            continue
        if source_text(context.doc)[amount.start - 1 : amount.start] == "(" and amount.unit is not None:
            continue  # the same amount in another unit or currency
        head = _head(context, amount)
        if head is not None and not any(child.text.lower() in _KNOWN and child.i < head.i for child in head.children):
            yield from _claim(context, amount, head)


def _head(context: Context, amount: Quantity) -> Token | None:
    """The noun whose phrase holds the amount."""
    span = context.doc.char_span(amount.start, amount.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    token = span.root
    while rel(token) in {"nummod", "det", "advmod", "compound", "amod", "fixed", "flat"} and token.head.i != token.i:
        token = token.head
    return token if token.pos_ in {"NOUN", "PROPN", "NUM", "SYM"} else None


def _claim(context: Context, amount: Quantity, head: Token) -> Iterator[Draft]:
    governor = next((above for above in (head, *ancestors(head)) if is_predicate(above)), None)
    if governor is None or not (governor.pos_ in {"VERB", "AUX"} or kid(governor, "cop") is not None):
        return
    clause = clause_of(_outer(governor))
    reason = clause_reason(context, clause)
    item = frame(context, clause)
    if reason not in _STATED or amount not in item.quantities:
        return
    if clause.subject is None and kid(clause.head, "expl", "aux:pass") is None:
        return  # "leaders responsible for smuggling two tons": who did it is not known
    gerund = clause.head.tag_ == "VBG" and kid(clause.head, "nsubj") is None
    if clause.base == "acl" and gerund and kid(clause.head, "mark", "case") is not None:
        return  # "a framework of respecting both parties", "a shot at passing the two leaders": no framework respects
    start, end = bounds(noun_phrase(head))
    start, end = min(start, amount.start), max(end, amount.end)
    if not any(char.isalpha() for char in source_text(context.doc)[start:end]):
        return  # a score ("13 - 3"), a ratio, a time of day
    yield Draft(
        Kind.QUANTITY, head, start, end, restate(context, clause),
        context.describe(item.subject) if item.subject is not None else None, item.predicate,
        context.describe(item.object) if item.object is not None else None, amount, main_time(item),
        context.attribution(governor), item.mood.modality, item.mood.hedged, item.mood.negated, item.arguments,
    )  # fmt: skip


def _outer(token: Token) -> Token:
    """The verb that an infinitive or participle completes."""
    while rel(token) == "xcomp" and token.head.i != token.i:
        token = token.head
    return token
