"""Verbs side by side, and the object that they share: "hit and killed a woman"."""

from spacy.tokens import Token

from factcheck.lexicon.lists import words
from factcheck.stages.extract.predicates import first_conjunct, is_passive
from factcheck.stages.extract.tree import kid, kids, lemma, rel

_BESIDE = frozenset({"punct", "conj", "cc", "parataxis"})


def shared_object(head: Token) -> Token | None:
    """The object that a verb has in common with another one of its coordination, and that the parse hung on that one.

    The last verb before an object always takes it ("hit and killed a woman"). One before that does where it is a verb
    that nearly always has an object, or shooting and stabbing that hurt somebody; a number counts those of the last
    verb alone ("shot and killed three": more may have been shot).
    """
    bare_gerund = head.tag_ == "VBG" and kid(first_conjunct(head), "aux") is None  # "a savings and borrowing plan"
    if head.pos_ != "VERB" or is_passive(head) or bare_gerund:
        return None
    verbs = _coordinated(head)
    after = [(verb, noun) for verb in verbs if verb.i != head.i for noun in kids(verb, "obj") if noun.i > head.i]
    if not after or any(child.i > head.i and rel(child) not in _BESIDE for child in head.children):
        return None
    owner, noun = after[0]
    edge = noun.left_edge.i
    last = max((verb for verb in verbs if verb.i < edge), key=lambda verb: verb.i)
    if (
        is_passive(owner)
        or owner.i > last.i
        or not _side_by_side(min(head, owner, key=lambda verb: verb.i), last, edge)
    ):
        return None
    if head.i == last.i:
        return noun
    hurts = lemma(head) in {"shoot", "stab"} and lemma(last) in {"kill", "wound", "injure"}
    takes = hurts or lemma(head) in words("predicates", "taking")
    return noun if takes and owner.i == last.i and not is_counted(noun) else None


def is_counted(noun: Token) -> bool:
    """Whether a noun comes with a number, or with a word like "several"."""
    return noun.like_num or any(
        rel(child) == "nummod" or child.text.lower() in {"several", "many", "some", "dozens", "hundreds", "thousands"}
        for child in (noun, *noun.children)
    )


def _coordinated(head: Token) -> list[Token]:
    """The verbs of a coordination in text order."""
    found = [first_conjunct(head)]
    for verb in found:
        found.extend(child for child in kids(verb, "conj") if child.pos_ == "VERB" and kid(child, "nsubj") is None)
        if len(found) > 6:
            break
    return sorted(found, key=lambda verb: verb.i)


def _side_by_side(first: Token, last: Token, edge: int) -> bool:
    """Whether only "and", commas and adverbs stand between two verbs, and nothing between the last and `edge`."""
    between = first.doc[first.i + 1 : last.i] if first.i < last.i else ()
    tight = all(
        (rel(token) == "cc" and token.text.lower() in {"and", "then", "&"})
        or rel(token) in {"punct", "advmod"}
        or (rel(token) == "conj" and token.pos_ == "VERB")
        for token in between
    )
    return tight and all(token.dep_ == "compound:prt" for token in first.doc[last.i + 1 : edge])
