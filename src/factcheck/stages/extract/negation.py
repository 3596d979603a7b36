"""Whether a predicate is negated, by its own words or by those that it shares, and whether a verb denies."""

from spacy.tokens import Token

from factcheck.lexicon.lists import words
from factcheck.stages.extract.clauses import Clause
from factcheck.stages.extract.predicates import first_conjunct, in_the_perfect
from factcheck.stages.extract.tree import kid, kids, lemma, rel

NEGATORS = frozenset({"not", "n't", "n’t", "never", "nowhere", "neither", "nor", "hardly", "scarcely", "no"})
_NEGATIVE_NOUNS = frozenset({"nobody", "none", "nothing", "no-one", "neither", "no"})


def is_negated(verb: Token) -> bool:
    """Whether a predicate has a negator of its own, or a participant like "nobody" or "no help"."""
    for child in verb.children:
        relation, word = rel(child), lemma(child)
        text = child.text.lower()
        negator = word in NEGATORS or text in NEGATORS
        if relation in {"advmod", "det", "cc", "discourse"} and negator and (word != "no" or text == "no"):
            return True
        participant = relation in {"nsubj", "obj", "iobj", "attr"} or (relation == "obl" and text in _NEGATIVE_NOUNS)
        if participant and _negative_phrase(child):
            return True
    if (
        verb.pos_ == "NOUN"
        and kid(verb, "cop") is not None
        and any(lemma(child) == "no" for child in kids(verb, "det"))
    ):
        return True
    return verb.pos_ == "ADJ" and lemma(verb) in {"unable"}


def is_negated_before(clause: Clause) -> bool:
    """Whether a conjoined predicate shares a negation: "did not stop or help her", "nobody saw it and spoke"."""
    head = clause.head
    if clause.relation != "conj" or kid(head, "nsubj", "aux", "cop") is not None or not clause.shared:
        return False
    if clause.subject is not None and rel(clause.subject) == "nsubj" and _negative_phrase(clause.subject):
        return clause.antecedent is None
    joint = kid(head, "cc")
    either = joint is not None and joint.text.lower() in {"or", "nor"}
    return either and (head.tag_ in {"VB", "VBN"} or in_the_perfect(head)) and is_negated(first_conjunct(head))


def _negative_phrase(token: Token) -> bool:
    if token.text.lower() in _NEGATIVE_NOUNS:
        return True
    return any(child.text.lower() in {"no", "neither"} for child in kids(token, "det", "cc:preconj"))


def denies(verb: Token) -> bool:
    """Whether a verb says that its complement is not so: "denied that", "don't believe that"."""
    word = lemma(verb)
    if word in words("predicates", "denying"):
        return not is_negated(verb)
    return word in words("predicates", "neg_raising") and is_negated(verb)


def rejects(verb: Token) -> bool:
    """Whether a verb takes what is said for untrue: "dismissed the rumours that", "took offence at the claim that"."""
    taken = kid(verb, "obj") if lemma(verb) == "take" else None
    if taken is not None and lemma(taken) in {"offense", "offence", "issue", "exception", "umbrage"}:
        return True
    return lemma(verb) in words("predicates", "denying") | words("predicates", "dismissing")
