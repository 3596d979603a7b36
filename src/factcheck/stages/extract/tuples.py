"""Clauses as open-information-extraction tuples: a relation phrase and its arguments, in the text's own words.

An adapter for comparison with other extractors; the stage itself does not use it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from factcheck.stages.extract.clauses import Clause, clauses
from factcheck.stages.extract.predicates import complements, is_predicate
from factcheck.stages.extract.tree import kid, kids, noun_phrase, phrase, rel


@dataclass(frozen=True, slots=True)
class Tuple:
    """`arguments` holds the subject first; `confidence` in [0, 1] orders tuples of different construction."""

    relation: str
    arguments: tuple[str, ...]
    confidence: float


def tuples(doc: Doc) -> list[Tuple]:
    """The tuples of a document, sentence by sentence."""
    return [item for sentence in doc.sents for clause in clauses(sentence) for item in _clause(clause)]


def _clause(clause: Clause) -> Iterator[Tuple]:
    if clause.subject is None:
        return
    chain = list(complements(clause.head))
    relation = _relation(chain)
    arguments = _arguments(chain)
    confidence = 0.9 if not clause.shared else 0.7
    for subject in _conjuncts(clause.subject):
        named = _words(subject)
        if not arguments:
            yield Tuple(relation, (named, ""), confidence - 0.3)
            continue
        yield Tuple(relation, (named, *arguments), confidence)


def _relation(chain: list[Token]) -> str:
    parts: list[Token] = []
    for verb in chain:
        parts.append(verb)
        parts.extend(
            child
            for child in verb.children
            if rel(child) in {"aux", "cop", "mark"}
            or child.dep_ in {"compound:prt"}
            or (rel(child) == "advmod" and child.text.lower() in {"not", "n't", "never"})
        )
        if verb is chain[0]:
            parts = [part for part in parts if rel(part) != "mark"]
    if kid(chain[-1], "cop") is not None:
        parts = [part for part in parts if part.i != chain[-1].i]
    return " ".join(part.text for part in sorted(parts, key=lambda t: t.i))


def _arguments(chain: list[Token]) -> list[str]:
    found: list[list[Token]] = []
    last = chain[-1]
    if kid(last, "cop") is not None:
        skip = {"cop", "nsubj", "aux", "mark", "punct", "advcl", "cc", "parataxis", "expl"}
        found.append(
            phrase(
                last,
                lambda c: (
                    (c.head.i == last.i and (rel(c) in skip or (rel(c) == "conj" and is_predicate(c))))
                    or rel(c) in {"parataxis"}
                ),
            )
        )
    for verb in chain:
        for child in verb.children:
            if (
                rel(child) in {"obj", "iobj", "obl", "ccomp", "xcomp", "advmod"}
                and child not in chain
                and child.text.lower() not in {"not", "n't", "never"}
            ):
                if kid(last, "cop") is not None and verb.i == last.i:
                    continue
                found.append(_core(child))
    found.sort(key=lambda tokens: tokens[0].i)
    return [" ".join(token.text for token in tokens) for tokens in found]


def _core(head: Token) -> list[Token]:
    tokens = phrase(
        head,
        lambda child: (
            rel(child) in {"parataxis"}
            or (child.dep_ == "acl:relcl" and child.left_edge.i > 0 and child.doc[child.left_edge.i - 1].text == ",")
        ),
    )
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens.pop()
    return tokens


def _words(head: Token) -> str:
    return " ".join(token.text for token in noun_phrase(head, lambda child: rel(child) == "conj"))


def _conjuncts(head: Token) -> list[Token]:
    return [head, *(child for child in kids(head, "conj") if not is_predicate(child))]
