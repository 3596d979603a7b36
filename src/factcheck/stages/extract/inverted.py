"""Inverted statements: "Among the victims was Ann Lee" says that Ann Lee was among the victims."""

from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.model.claim import Kind
from factcheck.stages.extract.context import Context, argument
from factcheck.stages.extract.draft import Draft
from factcheck.stages.extract.restate import sentence, words_of
from factcheck.stages.extract.tree import bounds, kids, noun_phrase, rel

_COPULAS = frozenset({"is", "are", "was", "were"})


def inverted_claims(context: Context, tokens: list[Token]) -> Iterator[Draft]:
    """One relation for each "among ... was ..." of a sentence, read by the order of its words."""
    for position, token in enumerate(tokens):
        if token.text != "Among" or context.quotation_at(token.idx) is not None:
            continue
        verb = next(
            (
                part
                for part in tokens[position + 1 :]
                if part.text.lower() in _COPULAS and part.tag_ in {"VBD", "VBZ", "VBP"}
            ),
            None,
        )
        if verb is None or verb.i + 1 >= len(token.doc) or verb.i - token.i > 25 or verb.i == token.i + 1:
            continue
        named = _after(tokens, verb)
        if named is not None:
            yield _claim(context, token, verb, named)


def _after(tokens: list[Token], verb: Token) -> Token | None:
    """The head of the noun phrase that follows the copula."""
    nouns = [part for part in tokens if part.i > verb.i and part.pos_ in {"NOUN", "PROPN"}]
    if not nouns or nouns[0].i - verb.i > 6:
        return None
    head = nouns[0]
    while (
        rel(head) in {"compound", "flat", "amod", "nmod"}
        and head.head.i > verb.i
        and head.head.pos_ in {"NOUN", "PROPN"}
    ):
        head = head.head
    return head


def _claim(context: Context, among: Token, verb: Token, named: Token) -> Draft:
    doc = among.doc
    circle = list(doc[among.i : verb.i])
    phrase = [token for token in noun_phrase(named) if token.i > verb.i]
    start, end = bounds([among, *phrase, *(part for part in kids(named, "appos") if part.pos_ == "PROPN")])
    subject = context.describe(named)
    words = words_of(context, circle).strip()
    text = sentence(f"{subject} {verb.text} {words[0].lower()}{words[1:]}")
    return Draft(
        Kind.RELATION, verb, start, end, text, subject, "be", words[0].lower() + words[1:], attribution=context.attribution(verb),
        arguments=(argument(context, "subject", named),),
    )  # fmt: skip
