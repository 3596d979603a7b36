"""Headlines without a verb: "2 dead, 3 injured in Harlow shooting" gives a count of the dead and one of the injured."""

from collections.abc import Iterator

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from factcheck.lexicon.lists import words
from factcheck.model.claim import Kind
from factcheck.model.quantity import Quantity
from factcheck.stages.extract.context import Context
from factcheck.stages.extract.draft import Draft
from factcheck.stages.extract.tree import source_text
from factcheck.stages.extract.wording import sentence as as_sentence

_STOPS = frozenset({",", ";", ":", "–", "—", "-"})


def headline_claims(context: Context, sentence: Sentence, taken: set[tuple[int, int]]) -> Iterator[Draft]:
    """Each count of people of a sentence without a finite verb that is followed by what became of them.

    `taken` holds the stretches of amounts that claims are about already.
    """
    if any("Fin" in token.morph.get("VerbForm", []) for token in sentence):
        return
    for amount in context.quantities_in(sentence.start_char, sentence.end_char):
        if (amount.start, amount.end) in taken or amount.unit is not None or amount.kind not in {"count", "number"}:
            continue
        outcome = _outcome(sentence, amount)
        if outcome is not None:
            yield _claim(context, sentence, amount, outcome)


def _outcome(sentence: Sentence, amount: Quantity) -> Token | None:
    """The word right after the amount that says what became of them."""
    following = next((token for token in sentence if token.idx >= amount.end and not token.is_space), None)
    return following if following is not None and following.lower_ in words("people", "outcomes") else None


def _claim(context: Context, sentence: Sentence, amount: Quantity, outcome: Token) -> Draft:
    end = sentence.end_char
    for token in sentence:
        if token.i > outcome.i and (token.text in _STOPS or token.like_num or token.text == "and"):
            end = token.idx
            break
    text = source_text(context.doc)[amount.start : end].strip(" .,;:")
    verb = outcome.lemma_.lower() if outcome.pos_ == "VERB" else outcome.lower_
    people = f"{amount.text} people"
    return Draft(
        Kind.QUANTITY, outcome, amount.start, end, as_sentence(text), None, verb, people, amount,
        attribution=context.attribution(outcome),
    )  # fmt: skip
