"""Which words head a clause, how the clause is embedded, and what its subject is.

A clause here is a predicate with its participants, as in ClausIE (Del Corro and Gemulla, WWW 2013), read off Universal
Dependencies: verbs, and nouns, adjectives and adverbs with a copula. Infinitives and participles that only complete
another verb (`xcomp`) stay in that verb's clause.
"""

from dataclasses import dataclass

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from factcheck.lexicon.lists import words
from factcheck.stages.extract.predicates import (
    complements,
    first_conjunct,
    is_fronted,
    is_gerund_noun,
    is_participle,
    is_passive,
    is_predicate,
    mark_of,
)
from factcheck.stages.extract.subjects import noun_before, subject_of
from factcheck.stages.extract.tree import kid, lemma, rel

_CLAUSAL = frozenset({"root", "ccomp", "advcl", "acl", "csubj", "parataxis", "xcomp"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate and how it is embedded.

    `head` is the predicate's word, `relation` how the clause hangs on its governor ("root", "relcl", "acl", "advcl",
    "ccomp", "csubj", "parataxis", "conj"); for a conjoined predicate it is "conj" and `base` is the relation of the
    first conjunct. `subject` is the word that names the subject, wherever it stands; `shared` says that it does not
    stand in this clause. `antecedent` is the noun that a relative clause describes. `passive` is the syntactic voice.
    """

    head: Token
    relation: str
    base: str
    subject: Token | None
    shared: bool
    passive: bool
    antecedent: Token | None = None
    mark: str | None = None


def clauses(sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence by the position of their head words."""
    return [clause_of(token) for token in sentence if is_predicate(token) and _heads_clause(token)]


def _heads_clause(token: Token) -> bool:
    relation = rel(token)
    if relation in {"xcomp"}:
        return False
    if relation == "conj":
        first = first_conjunct(token)
        if is_gerund_noun(token):
            return False
        return is_predicate(first) and (rel(first) in _CLAUSAL or is_predicate(token))
    if relation in {
        "nmod",
        "obl",
        "obj",
        "nsubj",
        "appos",
        "dep",
        "list",
    }:  # gerunds as nouns, free relatives, parser slips
        return kid(token, "nsubj", "cop", "obj", "aux") is not None or token.pos_ == "VERB"
    return relation in _CLAUSAL or relation in {"advmod", "dislocated", "orphan"}


def clause_of(token: Token) -> Clause:
    """The clause that the token heads, with its subject looked up through coordination, control and relativisation."""
    first = first_conjunct(token)
    base = _relation(first)
    subject, shared, antecedent = subject_of(token)
    if base == "relcl" and antecedent is None and first.left_edge.tag_ == "WP$":
        near = noun_before(first)  # "the identity of Lee, whose name ..."
        antecedent = near if near is not None and near.pos_ == "PROPN" and first.head.pos_ != "PROPN" else None
    return Clause(
        token,
        "conj" if first.i != token.i else base,
        base,
        subject,
        shared,
        is_passive(token),
        antecedent or (_antecedent(first) if subject is not None or not shared else None),
        mark_of(token),
    )


def _relation(token: Token) -> str:
    relation = rel(token)
    if relation == "parataxis" and is_participle(token):
        return "advcl"
    if relation == "acl" and is_fronted(token):
        return "advcl"
    if relation == "acl":
        return "relcl" if (token.dep_ == "acl:relcl" or _is_relative(token)) and not says_what(token) else "acl"
    return relation if relation in _CLAUSAL else ("root" if relation == "conj" else relation)


def says_what(token: Token) -> bool:
    """Whether a clause with "that" lacks nothing, so that it says what a noun holds and describes none: "a signal that
    he planned to leave", "the accusation that he led a gang".
    """
    opening = kid(token, "mark")
    if opening is None or opening.text.lower() != "that" or kid(token, "nsubj", "expl") is None or _is_relative(token):
        return False
    noun = lemma(token.head)
    if noun in words("speech", "nouns") or noun in words("predicates", "be_relation"):
        return True
    chain = list(complements(token))
    whole = kid(token, "cop", "aux:pass", "expl") is not None or any(kid(verb, "obj") is not None for verb in chain)
    return whole and not any(part.pos_ == "ADP" and part.i == token.right_edge.i for part in token.subtree)


def _is_relative(token: Token) -> bool:
    return any(child.tag_ in {"WDT", "WP", "WP$", "WRB"} for child in token.children)


def _antecedent(token: Token) -> Token | None:
    return token.head if rel(token) == "acl" and not is_fronted(token) and token.head.i != token.i else None
