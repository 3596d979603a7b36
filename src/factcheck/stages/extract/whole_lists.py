"""Who the members of a group are, told between dashes: "the three victims — a woman and two boys — were found",
"the two biggest ports — Oslo and Bergen".

A list between dashes gives all members, one after "including" some (`including.py`). It is believed where it can be
checked: names beside a group that is definite, as many as the group counts if it counts, or people whose numbers add
up. "Mainly" and "such as" give examples, and one name explains.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.model.claim import Kind
from factcheck.stages.extract.context import Context, argument, type_of
from factcheck.stages.extract.draft import Draft
from factcheck.stages.extract.inflect import be
from factcheck.stages.extract.restate import is_past
from factcheck.stages.extract.tree import bounds, kid, kids, noun_phrase, phrase, rel, text_of
from factcheck.stages.extract.wording import sentence, words_of

_DASHES = frozenset({"—", "–", "--", "-"})
_PLURAL = frozenset({"NNS", "NNPS"})
_KNOWN = frozenset({"the", "these", "those", "all", "both"})


def whole_list_claims(context: Context, tokens: list[Token]) -> Iterator[Draft]:
    """One relation for each list between dashes that says who the members of a group are, in text order."""
    for token in tokens:
        if token.tag_ not in _PLURAL or context.quotation_at(token.idx) is not None:
            continue
        first = next((child for child in kids(token, "appos") if child.i > token.i), None)
        if first is None or not _between_dashes(first):
            continue
        members = [first, *kids(first, "conj")]
        if len(members) > 1 and (_named(context, token, members) or _adds_up(context, token, members)):
            yield _claim(context, token, first)


def _between_dashes(first: Token) -> bool:
    """Whether a dash opens a list and another one, or the sentence's end, closes it."""
    inner = _listed(first)
    before, after = inner[0].i - 1, inner[-1].i + 1
    opened = before >= first.sent.start and first.doc[before].text in _DASHES
    closed = after >= first.sent.end or first.doc[after].text in _DASHES or first.doc[after].text in ".!"
    return opened and closed and not any(token.pos_ in {"ADV", "VERB", "AUX"} for token in inner)


def _listed(first: Token) -> list[Token]:
    """The words of a list without the marks around it."""
    tokens = phrase(first)
    while len(tokens) > 1 and tokens[0].is_punct:
        tokens.pop(0)
    while len(tokens) > 1 and (tokens[-1].is_punct or tokens[-1].is_space):
        tokens.pop()
    return tokens


def _named(context: Context, group: Token, members: list[Token]) -> bool:
    """Whether the members are names, and the group is a known one that has as many if it says how many."""
    names = all(each.pos_ == "PROPN" or (each.tag_ in _PLURAL and each.nbor(-1).pos_ == "PROPN") for each in members)
    amounts = context.quantities_in(group.left_edge.idx, group.idx)
    if amounts:
        return names and all(amount.value == len(members) for amount in amounts)
    known = any(child.text.lower() in _KNOWN for child in kids(group, "det")) or kid(group, "nmod:poss") is not None
    return names and known


def _adds_up(context: Context, group: Token, members: list[Token]) -> bool:
    """Whether the members are people, as many as the group has: "three victims — a man and two boys"."""
    counts = [_count(context, each) for each in members]
    amounts = [amount.value for amount in context.quantities_in(group.left_edge.idx, group.idx)]
    people = all(type_of(each) in {"person", "group"} for each in members)
    return people and len(amounts) == 1 and None not in counts and sum(filter(None, counts)) == amounts[0]


def _count(context: Context, member: Token) -> float | None:
    """How many a member of a list is: one for "a woman"."""
    if any(child.text.lower() in {"a", "an"} for child in kids(member, "det")):
        return 1
    number = kid(member, "nummod")
    if number is None:
        return None
    amounts = context.quantities_in(number.idx, number.idx + len(number.text))
    return amounts[0].value if len(amounts) == 1 else None


def _claim(context: Context, group: Token, first: Token) -> Draft:
    own = noun_phrase(group, lambda child: rel(child) == "conj")
    listed = _listed(first)
    start, _ = bounds(own)
    said = words_of(context, own).strip(" ,")
    counted = kid(group, "nummod") is not None and kid(group, "det", "nmod:poss") is None
    if counted:
        said = f"the {said[:1].lower() + said[1:] if own[0].is_sent_start else said}"
    return Draft(
        Kind.RELATION, group, start, bounds(listed)[1],
        sentence(f"{said} {be(True, is_past(group))} {words_of(context, listed, said)}"),
        said, "be", text_of(listed), attribution=context.attribution(group),
        arguments=(argument(context, "subject", group), argument(context, "predicative", first)),
    )  # fmt: skip
