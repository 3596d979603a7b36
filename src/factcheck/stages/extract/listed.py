"""Members of a group that a list without "including" names: "Five people were charged: Ann Lee, Bea Roe and Carl Fox",
"police identified the victims as Ann Lee, 34, and Bea Roe".

A list after a colon is restated like one after "including" (`including.py`), for it may name some of several only. The
group is counted, and the list names no more than it has: what follows a colon without that explains more often than it
lists. Names alone are taken for members.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.lexicon.lists import words
from factcheck.model.claim import Kind, Modality
from factcheck.stages.extract.clauses import clause_of
from factcheck.stages.extract.context import Context, argument
from factcheck.stages.extract.draft import Draft
from factcheck.stages.extract.including import Listing, member_words, membership_claims
from factcheck.stages.extract.members import own_tokens
from factcheck.stages.extract.modality import mood
from factcheck.stages.extract.predicates import is_predicate
from factcheck.stages.extract.select import clause_reason
from factcheck.stages.extract.tree import ancestors, bounds, kid, kids, lemma, rel
from factcheck.stages.extract.wording import sentence, words_of

_PLURAL = frozenset({"NNS", "NNPS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_UNCOUNTED = frozenset({"several", "following", "other", "more"})


def listed_claims(context: Context, tokens: list[Token]) -> Iterator[Draft]:
    """The memberships of a sentence that lists without "including" tell, in text order."""
    for token in tokens:
        if context.quotation_at(token.idx) is not None:
            continue
        if token.text == ":":
            yield from _after_colon(context, token)
        elif lemma(token) in words("predicates", "identifying"):
            yield from _identified(context, token)
        elif lemma(token) == "include" and token.pos_ == "VERB":
            yield from _included(context, token)


def _after_colon(context: Context, colon: Token) -> Iterator[Draft]:
    first = next(
        (
            token
            for token in colon.doc[colon.i + 1 : colon.sent.end]
            if token.left_edge.i in {colon.i, colon.i + 1} and token.head.i < colon.i
        ),
        None,
    )
    if first is None or rel(first) not in {"appos", "parataxis"} or kid(first, "nsubj", "cop") is not None:
        return
    members = [first, *kids(first, "conj")]
    ended = all(token.is_punct or token.is_space for token in colon.doc[first.right_edge.i + 1 : colon.sent.end])
    if not ended or not _are_names(context, members):
        return
    circle = _counted(context, colon, first, len(members))
    predicate = (
        next((above for above in ancestors(circle) if is_predicate(above)), None) if circle is not None else None
    )
    if circle is not None and predicate is not None:
        listing = Listing(colon, circle, predicate, (first,))
        yield from membership_claims(context, listing, [(each, member_words(each)) for each in members])


def _are_names(context: Context, members: list[Token]) -> bool:
    """Whether there are two or more, and each is the name of somebody or something, and another one."""
    for_whom = (mark.lower_ for each in members for child in kids(each, "nmod") for mark in kids(child, "case"))
    if {"for", "to", "against"} & set(for_whom):
        return False  # "Arl for Lee, Tarn for Roe"
    named = [context.names.of(each) for each in members]
    entities = {mention.entity for mention in named if mention is not None and mention.proper}
    return len(members) > 1 and len(entities) == len(members)


def _counted(context: Context, colon: Token, first: Token, members: int) -> Token | None:
    """The noun before a colon that says how many there are, of which the list has no more."""
    if rel(first) == "appos" and _has(context, first.head, members):
        return first.head
    clause = colon.doc[colon.sent.start : colon.i]
    found = [token for token in clause if _has(context, token, members)]
    return found[0] if len(found) == 1 else None


def _has(context: Context, noun: Token, members: int) -> bool:
    """Whether a plural noun is counted, by a number that the members do not exceed or a word like "several"."""
    if noun.tag_ not in _PLURAL or noun.ent_type_ in {"DATE", "TIME"}:
        return False
    if kid(noun, "nummod") is None:
        return any(child.text.lower() in _UNCOUNTED for child in kids(noun, "amod", "det"))
    amounts = context.quantities_in(noun.left_edge.idx, noun.idx)
    return any(amount.high is None or amount.high >= members for amount in amounts)


def _identified(context: Context, verb: Token) -> Iterator[Draft]:
    """One claim for each of several people who are named as those that a plural noun means."""
    named = next((child for child in kids(verb, "obl") if _as(child) and child.i > verb.i), None)
    group = kid(verb, "nsubj:pass", "obj")
    if named is None or group is None or group.i > named.i or group.tag_ not in _PLURAL:
        return
    people = [named, *(part for part in kids(named, "conj") if part.pos_ == "PROPN")]
    if not _are_names(context, people) or not all(context.is_named_person(each) for each in people):
        return
    clause = clause_of(verb)
    how = mood(clause)
    if clause_reason(context, clause) is not None or how.negated or how.modality is not Modality.ACTUAL:
        return
    doubted = any(lemma(child) in words("predicates", "mistakenly") for child in kids(verb, "advmod"))
    if doubted or not _knows(clause.passive, clause.subject):
        return  # "wrongly identified", "at first identified"; "a hoax identified"
    circle = _definite(context, group)
    for each in people:
        mention = context.names.of(each)
        assert mention is not None
        yield Draft(
            Kind.RELATION, each, mention.start, mention.end,
            sentence(f"{mention.entity} was identified as one of {circle}"), mention.entity, "be", f"among {circle}",
            attribution=context.attribution(verb),
            arguments=(argument(context, "subject", each), argument(context, "among", group)),
        )  # fmt: skip


def _knows(passive: bool, teller: Token | None) -> bool:
    """Whether those who identify somebody are an authority, or nobody says who they are."""
    known = words("people", "organizations") | words("people", "roles") | {"authority"}
    return passive or (teller is not None and (lemma(teller) in known or teller.pos_ == "PROPN"))


def _included(context: Context, verb: Token) -> Iterator[Draft]:
    """One claim for each of several things that a finite "include" has as its objects."""
    first, clause = kid(verb, "obj"), clause_of(verb)
    if first is None or clause.subject is None or clause.shared or verb.tag_ not in _FINITE:
        return
    members = [first, *(part for part in kids(first, "conj") if part.pos_ in _NOMINAL)]
    if len(members) < 2 or first.pos_ not in _NOMINAL or clause_reason(context, clause) is not None:
        return
    if kid(verb, "advmod") is not None or any(_is_open(each) for each in members):
        return  # "includes only Ann and Bob", "a tax or a fee", "tax but not wine"
    how = mood(clause)
    if how.negated or how.modality is not Modality.ACTUAL:
        return
    lead = [token for token in own_tokens(context, clause) if token.i < first.left_edge.i]
    for each in members:
        named = _unbroken(each, member_words(each))
        start, end = bounds(named)
        said = words_of(context, lead).strip()
        yield Draft(
            Kind.RELATION, each, start, end, sentence(f"{said} {words_of(context, named, said)}"),
            context.describe(clause.subject), "include", context.describe(each),
            attribution=context.attribution(verb),
            arguments=(argument(context, "subject", clause.subject), argument(context, "object", each)),
        )  # fmt: skip


def _is_open(member: Token) -> bool:
    """Whether a member of a list may be none: one of two, left out, or the only one."""
    joint = kid(member, "cc")
    either = joint is not None and joint.lower_ in {"or", "nor", "but"}
    return either or any(child.lower_ in {"not", "no", "only", "nearly", "just", "mostly"} for child in member.children)


def _unbroken(head: Token, tokens: list[Token]) -> list[Token]:
    """The tokens around the head up to the first gap: "Acme; like most firms," is no phrase."""
    last = head.i
    places = {token.i for token in tokens}
    while last + 1 in places and head.doc[last + 1].text != ";":
        last += 1
    return [token for token in tokens if token.i <= last]


def _as(child: Token) -> bool:
    return child.pos_ == "PROPN" and any(mark.text.lower() == "as" for mark in kids(child, "case"))


def _definite(context: Context, group: Token) -> str:
    """The group as it is known once it has been told of: "the two men"."""
    told = context.describe(group)
    if group.is_sent_start or group.left_edge.is_sent_start:
        told = told[:1].lower() + told[1:]
    own = kid(group, "det", "nmod:poss")
    return told if own is not None or group.i in context.pronouns else f"the {told}"
