"""A claim in the making: what the rules of this stage yield, before it has an id and its sentence."""

from dataclasses import dataclass

from spacy.tokens import Token

from factcheck.model.claim import Argument, Attribution, Claim, Kind, Modality
from factcheck.model.quantity import Quantity
from factcheck.model.span import Span
from factcheck.model.time import Time
from factcheck.stages.extract.context import Context
from factcheck.stages.extract.tree import source_text, trim
from factcheck.text import digest


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of a claim with the word that anchors it (its sentence is that word's)."""

    kind: Kind
    anchor: Token
    start: int
    end: int
    text: str
    subject: str | None = None
    predicate: str | None = None
    object: str | None = None
    quantity: Quantity | None = None
    time: Time | None = None
    attribution: Attribution | None = None
    modality: Modality = Modality.ACTUAL
    hedged: bool = False
    negated: bool = False
    arguments: tuple[Argument, ...] = ()
    place: str | None = None


def finish(context: Context, draft: Draft) -> Claim | None:
    """The claim, with its span trimmed and clipped to its sentence; None if nothing is left of it."""
    sentence = draft.anchor.sent
    text = source_text(context.doc)
    start, end = trim(text, max(draft.start, sentence.start_char), min(draft.end, sentence.end_char))
    if start >= end or not draft.text:
        return None
    first, last = sentence.start_char, sentence.end_char
    while last > first and text[last - 1].isspace():
        last -= 1
    while first < last and text[first].isspace():
        first += 1
    source = context.article.id
    return Claim(
        digest(source, start, end, draft.kind.value, draft.text), source, draft.kind, draft.text,
        Span(start, end, text[start:end]), Span(first, last, text[first:last]),
        draft.subject, draft.predicate, draft.object, draft.quantity, draft.time, draft.attribution,
        draft.modality, draft.hedged, draft.negated, draft.arguments, draft.place,
    )  # fmt: skip
