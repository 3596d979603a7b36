"""Inverted statements: "Among the victims were Ann Lee and a guard" says so of Ann Lee, and of a guard."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from factcheck.model.claim import Kind
from factcheck.stages.extract.appositions import by_name
from factcheck.stages.extract.context import Context, argument
from factcheck.stages.extract.draft import Draft
from factcheck.stages.extract.predicates import is_predicate
from factcheck.stages.extract.tree import bounds, inside, kids, noun_phrase, rel
from factcheck.stages.extract.wording import sentence, words_of

_COPULAS = frozenset({"is", "are", "was", "were"})
_JOINS = frozenset({"and", "but"})
_INNER = frozenset({"compound", "flat", "amod", "nmod"})
_LONGEST = 25  # tokens between "among" and the copula


def inverted_claims(context: Context, tokens: list[Token]) -> Iterator[Draft]:
    """One relation for each of those whom an "among ... was ..." names, read by the order of its words, and for each
    who is named in apposition: "among them were two aides, Ann Lee and Bob Roe".
    """
    for position, token in enumerate(tokens):
        if not _opens(tokens, position) or context.quotation_at(token.idx) is not None:
            continue
        verb = next((part for part in tokens[position + 1 :] if part.text.lower() in _COPULAS), None)
        if verb is None or not 1 < verb.i - token.i <= _LONGEST or verb.i == tokens[-1].i:
            continue
        after = verb.nbor(1)
        if after.lower_ in {"to", "not"} or after.tag_ in {"VBN", "VBG"} or _has_subject(tokens, token, verb):
            continue  # "among other things, the firm was fined", "among the missing were feared to be two men"
        named = _after(tokens, verb)
        if named is None:
            continue
        yield _claim(context, token, verb, named)
        for person in _by_name(context, named):
            yield _claim(context, token, verb, person)
        for other in kids(named, "conj") if verb.lower_ in {"were", "are"} or named.tag_ == "NN" else ():
            if other.pos_ in {"NOUN", "PROPN"} and not is_predicate(other):
                whole = _claim(context, token, verb, other)
                start, end = bounds(_words(other, verb))
                yield replace(whole, anchor=other, start=start, end=end)


def _opens(tokens: list[Token], position: int) -> bool:
    """Whether the statement begins here: "Among", "Also among", "..., and among"."""
    if tokens[position].lower_ != "among":
        return False
    return tokens[position].text == "Among" or (position > 0 and tokens[position - 1].lower_ in {"also"} | _JOINS)


def _by_name(context: Context, named: Token) -> list[Token]:
    """The persons who are named after the several they are: "two leaders of the party, Ann Lee and Bob Roe"."""
    if named.tag_ != "NNS":
        return []
    firsts = [part for part in kids(named, "appos") if part.pos_ == "PROPN" and part.i > named.i]
    return [part for first in firsts for part in by_name(first) if context.is_named_person(part)]


def _has_subject(tokens: list[Token], among: Token, verb: Token) -> bool:
    """Whether a subject stands before the copula that is not the circle itself; before an "and" it is another's."""
    joined = among.text.islower() and among.nbor(-1).lower_ in _JOINS
    start = among.i if joined else tokens[0].i
    return any(rel(part) == "nsubj" and start <= part.i < verb.i and not inside(among, part) for part in tokens)


def tells_again(draft: Draft, inverted: Draft) -> bool:
    """Whether a draft reads an inverted statement the other way round, with the circle as its subject or object, or
    with the subject of the clause before ("the guests left, and among them were two aides").
    """
    return draft.predicate == "be" and draft.start < inverted.end and inverted.start < draft.end


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
