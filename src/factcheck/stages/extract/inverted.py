"""Inverted statements: "Among the victims were Ann Lee and a guard" says so of Ann Lee, and of a guard."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from factcheck.model.claim import Kind
from factcheck.stages.extract.context import Context, argument
from factcheck.stages.extract.draft import Draft
from factcheck.stages.extract.predicates import is_predicate
from factcheck.stages.extract.tree import bounds, inside, kids, noun_phrase, rel
from factcheck.stages.extract.wording import sentence, words_of

_COPULAS = frozenset({"is", "are", "was", "were"})
_INNER = frozenset({"compound", "flat", "amod", "nmod"})
_LONGEST = 25  # tokens between "among" and the copula


def inverted_claims(context: Context, tokens: list[Token]) -> Iterator[Draft]:
    """One relation for each of those whom an "among ... was ..." names, read by the order of its words."""
    for position, token in enumerate(tokens):
        also = token.text == "among" and position == 1 and tokens[0].text == "Also"
        if not (token.text == "Among" or also) or context.quotation_at(token.idx) is not None:
            continue
        verb = next((part for part in tokens[position + 1 :] if part.text.lower() in _COPULAS), None)
        if verb is None or not 1 < verb.i - token.i <= _LONGEST or verb.i == tokens[-1].i:
            continue
        if verb.nbor(1).text.lower() == "to" or _has_subject(tokens, token, verb):
            continue  # "among other things, the firm was fined"
        named = _after(tokens, verb)
        if named is None:
            continue
        yield _claim(context, token, verb, named)
        for other in kids(named, "conj"):
            if other.pos_ in {"NOUN", "PROPN"} and not is_predicate(other):
                whole = _claim(context, token, verb, other)
                start, end = bounds(_words(other, verb))
                yield replace(whole, anchor=other, start=start, end=end)


def _has_subject(tokens: list[Token], among: Token, verb: Token) -> bool:
    """Whether a subject stands before the copula that is not the circle itself."""
    return any(rel(part) == "nsubj" and part.i < verb.i and not inside(among, part) for part in tokens)


def tells_again(draft: Draft, inverted: Draft) -> bool:
    """Whether a draft reads an inverted statement the other way round, with the circle as its subject or object."""
    return draft.kind in {Kind.ATTRIBUTE, Kind.RELATION} and draft.start == inverted.start and draft.predicate == "be"


def _after(tokens: list[Token], verb: Token) -> Token | None:
    """The head of the noun phrase that follows the copula."""
    nouns = [part for part in tokens if part.i > verb.i and part.pos_ in {"NOUN", "PROPN"}]
    if not nouns or nouns[0].i - verb.i > 6:
        return None
    head = nouns[0]
    while rel(head) in _INNER and head.head.i > verb.i and head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    return head


def _words(named: Token, verb: Token) -> list[Token]:
    """The words of one of those who are named, with its own name in apposition."""
    phrase = noun_phrase(named, lambda child: rel(child) == "conj" and child.head.i == named.i)
    names = [part for part in kids(named, "appos") if part.pos_ == "PROPN"]
    return [token for token in (*phrase, *names) if token.i > verb.i] or [named]


def _claim(context: Context, among: Token, verb: Token, named: Token) -> Draft:
    phrase = [token for token in _words(named, verb) if rel(token) != "appos"] or [named]
    start, end = bounds([among, *_words(named, verb)])
    mention = context.names.of(named)
    subject = mention.entity if mention is not None and mention.proper else words_of(context, phrase).strip(" .,;")
    circle = words_of(context, list(among.doc[among.i : verb.i])).strip()
    circle = circle[:1].lower() + circle[1:]
    return Draft(
        Kind.RELATION,
        verb,
        start,
        end,
        sentence(f"{subject} {_agreeing(verb.text, named)} {circle}"),
        subject,
        "be",
        circle,
        attribution=context.attribution(verb),
        arguments=(argument(context, "subject", named),),
    )


def _agreeing(verb: str, named: Token) -> str:
    """The copula for the first of several who are named."""
    if named.tag_ in {"NNS", "NNPS"}:
        return verb
    return {"are": "is", "were": "was"}.get(verb.lower(), verb)
