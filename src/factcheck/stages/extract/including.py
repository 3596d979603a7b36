"""Members of a group that a list names: "12 people, including the mayor and two guards", "12 men, among them a guard".

One relation for each member that "including" or "among them" introduces. It is restated with the statement around
it ("The police arrested 12 people, among them the mayor"), so that it says no more than the text, and nothing where the
statement is only feared, planned or denied.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from factcheck.model.claim import Kind, Modality
from factcheck.stages.extract.clauses import clause_of
from factcheck.stages.extract.context import Context, argument
from factcheck.stages.extract.draft import Draft
from factcheck.stages.extract.frames import case
from factcheck.stages.extract.members import added_to_list, own_tokens, set_off
from factcheck.stages.extract.modality import mood
from factcheck.stages.extract.predicates import is_predicate
from factcheck.stages.extract.select import clause_reason
from factcheck.stages.extract.tree import ancestors, bounds, inside, kid, kids, noun_phrase, phrase, rel, text_of
from factcheck.stages.extract.wording import sentence, words_of

_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_LISTED = frozenset({"appos", "parataxis", "dep", "list"})
_COLLECTIVE = frozenset(
    {"team", "group", "staff", "crew", "family", "series", "range", "number", "lot", "total", "people"}
)


@dataclass(frozen=True, slots=True)
class Listing:
    """Members that a list names of a group: the word or mark that opens the list, the noun that names the group, the
    predicate of the statement around it, and the heads of the list, under which all of its words stand.
    """

    opening: Token
    circle: Token
    predicate: Token
    heads: tuple[Token, ...]


def including_claims(context: Context, tokens: list[Token]) -> Iterator[Draft]:
    """The memberships of a sentence, in text order."""
    for token in tokens:
        if context.quotation_at(token.idx) is not None:
            continue
        member = _first_member(token)
        if member is None or member.pos_ not in _NOUNS or member.i < token.i:
            continue
        circle = _circle(token, member)
        predicate = next((above for above in ancestors(member) if is_predicate(above)), None)
        if circle is None or predicate is None or not inside(circle, predicate):
            continue
        listing = Listing(token, circle, predicate, (token.head, member, *_after_colon(member)[:1]))
        yield from membership_claims(context, listing, _members(member))


def _first_member(opening: Token) -> Token | None:
    """The head of the list that "including" or ", among them" opens."""
    word = opening.text.lower()
    if rel(opening) != "case" or word not in {"including", "among"}:
        return None
    if word == "including":
        return opening.head
    them = opening.head
    if them.text.lower() != "them" or them.i != opening.i + 1 or not set_off(them):
        return None
    after = (token for token in them.doc[them.i + 1 : them.sent.end] if token.left_edge.i == them.i + 1)
    return next((token for token in after if token.head.i < opening.i), None)


def _circle(including: Token, member: Token) -> Token | None:
    """The noun that the list is part of: the head of the plural phrase that ends right before "including"."""
    position = including.i - 1
    doc = including.doc
    while position > including.sent.start and doc[position].is_punct:
        position -= 1
    last = doc[position]
    best: Token | None = None
    for noun in (last, *ancestors(last)):
        if noun.pos_ not in _NOUNS or (noun.right_edge.i >= including.i and not inside(member, noun)):
            break
        if noun.tag_ in {"NNS", "NNPS"} or (noun.lemma_ or noun.text).lower() in _COLLECTIVE:
            best = noun
            if rel(noun) not in {"nmod"} or case(noun) != "of":
                break
    return best


def membership_claims(
    context: Context, listing: Listing, members: Iterable[tuple[Token, list[Token]]]
) -> Iterator[Draft]:
    """One claim for each member, with its words, in the statement around the group; none where that is not stated."""
    circle, opening, head = listing.circle, listing.opening, listing.predicate
    clause = clause_of(head)
    if clause_reason(context, clause) is not None:
        return
    how = mood(clause)
    if how.negated or how.modality is not Modality.ACTUAL:
        return
    own = own_tokens(context, clause)
    listed = {token.i for part in listing.heads for token in phrase(part)}
    if not any(token.i == circle.i for token in own):
        return
    before = [token for token in own if token.i < opening.i]
    after = [token for token in own if token.i > max(listed) and token.i not in listed]
    if clause.shared and clause.subject is not None and clause.subject.i not in {token.i for token in own}:
        return
    lead = words_of(context, before).strip(" ,")
    rest = words_of(context, after, lead).strip(" ,")
    group = text_of(noun_phrase(circle, lambda child: child.i in listed))
    for position, (each, named) in enumerate(members):
        start, end = bounds(named)
        said = words_of(context, named, lead).strip(" ,")
        mention = context.names.of(each)
        yield Draft(
            Kind.RELATION,
            each,
            opening.idx if position == 0 and opening.head.i == each.i else start,
            end,
            sentence(f"{lead}, among them {said}{', ' + rest if rest else ''}"),
            mention.entity if mention is not None else said,
            "be",
            f"among {group}",
            attribution=context.attribution(head),
            arguments=(argument(context, "subject", each), argument(context, "among", circle)),
        )


def _members(member: Token) -> Iterator[tuple[Token, list[Token]]]:
    """Each member with its words: what a list says of some ("leaders of the guild"), and whom it names of them."""
    for each in (member, *(part for part in kids(member, "conj") if part.pos_ in _NOUNS)):
        if each.text.lower() in {"one", "those", "some", "several"} or any(
            child.i < each.i and child.text.lower() not in {"including", "among"} for child in kids(each, "case")
        ):
            continue
        names = [part for part in kids(each, "appos") if part.pos_ == "PROPN"]
        told = _after_colon(each)
        if told:
            yield each, member_words(each)
            yield from _named(told)
        elif names and each.tag_ == "NNS":
            for name in (names[0], *kids(names[0], "conj")):
                yield name, noun_phrase(name, lambda child: rel(child) == "conj")
        elif names:
            yield names[0], member_words(each)
        else:
            yield each, member_words(each)


def _named(told: list[Token]) -> Iterator[tuple[Token, list[Token]]]:
    """The members that a colon introduces, and those whom ", along with other ..." adds to them."""
    for name in told:
        names = [part for part in kids(name, "appos") if part.pos_ == "PROPN" and part.i == name.i + 1]
        joined = [token for part in names for token in phrase(part, lambda child: rel(child) in {"acl", "appos"})]
        words = {token.i: token for token in (*member_words(name), *joined)}
        yield name, [words[place] for place in sorted(words)]
    for name in told:
        for clause in kids(name, "acl"):
            for added in (child for child in clause.children if added_to_list(child)):
                yield added, [*noun_phrase(added), *(t for part in kids(added, "acl") for t in phrase(part))]


def _after_colon(each: Token) -> list[Token]:
    """The names that a colon right after a noun phrase introduces, wherever the parse attached them."""
    colon = each.right_edge.i + 1
    if colon + 1 >= each.sent.end or each.doc[colon].text != ":":
        return []
    first = next(
        (
            token
            for token in each.doc[colon + 1 : each.sent.end]
            if token.left_edge.i in {colon, colon + 1} and token.pos_ == "PROPN" and rel(token) in _LISTED
        ),
        None,
    )
    if first is None or kid(first, "nsubj", "cop") is not None:
        return []
    return [first, *(part for part in kids(first, "conj") if part.pos_ in _NOUNS)]


def member_words(each: Token) -> list[Token]:
    """The words of one member, with a bare name in apposition, without the members after it."""
    named = noun_phrase(each, lambda child: rel(child) == "conj" and child.head.i == each.i)
    names = [part for part in kids(each, "appos") if part.pos_ == "PROPN"]
    extra = [token for name in names for token in phrase(name, lambda child: rel(child) in {"conj", "acl"})]
    return sorted({token.i: token for token in (*named, *extra)}.values(), key=lambda token: token.i)
