"""Claims about an amount beside the one that a clause as a whole makes: each further number with what it counts."""

from collections.abc import Iterator

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from factcheck.model.claim import Kind
from factcheck.model.quantity import Quantity
from factcheck.stages.extract.clauses import clause_of, is_predicate
from factcheck.stages.extract.context import Context, argument
from factcheck.stages.extract.draft import Draft
from factcheck.stages.extract.events import telling
from factcheck.stages.extract.frames import frame
from factcheck.stages.extract.restate import sentence as restated
from factcheck.stages.extract.restate import words_of
from factcheck.stages.extract.tree import ancestors, bounds, noun_phrase, phrase, rel


def amount_claims(context: Context, sentence: Sentence, taken: set[tuple[int, int]]) -> Iterator[Draft]:
    """The amounts of a sentence that no claim is about yet (`taken`: their stretches)."""
    for amount in context.quantities_in(sentence.start_char, sentence.end_char):
        if (amount.start, amount.end) in taken or not telling(amount) or amount.kind in {"duration", "age"}:
            continue
        head = _head(context, amount)
        if head is not None:
            yield _claim(context, amount, head)


def _head(context: Context, amount: Quantity) -> Token | None:
    """The noun whose phrase holds the amount."""
    span = context.doc.char_span(amount.start, amount.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    token = span.root
    while rel(token) in {"nummod", "det", "advmod", "compound", "amod", "fixed", "flat"} and token.head.i != token.i:
        token = token.head
    return token if token.pos_ in {"NOUN", "PROPN", "NUM", "SYM"} else None


def _claim(context: Context, amount: Quantity, head: Token) -> Draft:
    governor = next((above for above in ancestors(head) if is_predicate(above)), None)
    tokens = noun_phrase(head)
    start, end = bounds(tokens)
    start, end = min(start, amount.start), max(end, amount.end)
    if governor is None:
        text = words_of(context, tokens)
        return Draft(
            Kind.QUANTITY,
            head,
            start,
            end,
            restated(text),
            None,
            amount.event,
            None,
            amount,
            None,
            context.attribution(head),
            arguments=(argument(context, "object", head),),
        )
    clause = clause_of(governor)
    item = frame(context, clause)
    times = item.times
    described = words_of(
        context,
        phrase(
            governor,
            lambda child: (
                rel(child) in {"advcl", "parataxis", "cc"} or (rel(child) == "conj" and child.head.i == governor.i)
            ),
        ),
    )
    return Draft(
        Kind.QUANTITY, head, start, end, restated(described), context.describe(item.subject) if item.subject is not None else None,
        item.predicate, context.describe(item.object) if item.object is not None else None, amount, times[0] if times else None,
        context.attribution(governor), item.mood.modality, item.mood.hedged, item.mood.negated, item.arguments,
    )  # fmt: skip
