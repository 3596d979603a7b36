"""What is said of several people named together, told of each: "Ann Lee and Bea Roe were arrested", "the Lee brothers,
Ann and Bea, were arrested".

Only what happens to people one by one (arrested, killed, named, freed): nobody meets or agrees alone, what people do
side by side is told well enough of both, and an amount is said of all.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from factcheck.lexicon.lists import words
from factcheck.model.claim import Kind, Modality
from factcheck.stages.extract.clauses import Clause
from factcheck.stages.extract.context import Context
from factcheck.stages.extract.draft import Draft
from factcheck.stages.extract.inflect import present
from factcheck.stages.extract.members import own_tokens
from factcheck.stages.extract.predicates import complements
from factcheck.stages.extract.tree import inside, kid, kids, lemma, rel
from factcheck.stages.extract.wording import sentence, words_of

_JOINTLY = frozenset({"together", "jointly", "both", "each", "either", "neither", "respectively", "another"})
_SINGULAR = {"were": "was", "are": "is", "have": "has", "do": "does"}


def distributed(context: Context, clause: Clause, whole: Draft) -> Iterator[Draft]:
    """One claim for each person that a clause names as its subject or object together with others."""
    if whole.kind not in {Kind.EVENT, Kind.DATE} or whole.quantity is not None or clause.shared:
        return
    if whole.modality is not Modality.ACTUAL or whole.negated:
        return
    if lemma(clause.head) not in words("predicates", "undergone") or _jointly(clause.head):
        return
    target = kid(clause.head, "obj") if not clause.passive else None
    for participant in (clause.subject, target):
        if participant is None or rel(participant) not in {"nsubj", "obj"}:
            continue
        people = _people(context, participant)
        if len(people) > 1:
            for person in people:
                yield _of(context, clause, whole, participant, person)
            return


def _jointly(head: Token) -> bool:
    """Whether a word says how several people share in what is told ("together", "respectively")."""
    return any(token.text.lower() in _JOINTLY for token in head.subtree)


def _people(context: Context, participant: Token) -> list[str]:
    """The names of the people that a phrase names together, in text order; empty if it names anything else too."""
    mention = context.names.of(participant)
    if mention is not None and mention.type == "group":
        return list(context.names.members.get(mention.entity, ()))
    names = [part for part in kids(participant, "appos") if part.pos_ == "PROPN"]
    first = names[0] if names and mention is None and participant.tag_ == "NNS" else participant
    heads = [first, *kids(first, "conj")]
    if any(child.text.lower() in {"or", "nor"} for head in heads for child in kids(head, "cc")):
        return []
    found = [context.names.of(head) for head in heads]
    named = [item.entity for item in found if item is not None and item.type == "person" and item.proper]
    return named if len(named) == len(heads) and len(set(named)) == len(named) else []


def _of(context: Context, clause: Clause, whole: Draft, participant: Token, person: str) -> Draft:
    own = own_tokens(context, clause)
    first = participant.left_edge.i
    before = [token for token in own if token.i < first and not inside(token, participant)]
    after = [token for token in own if token.i > first and not inside(token, participant)]
    lead, rest = words_of(context, before).strip(), words_of(context, after, person).strip(" ,")
    if rel(participant) == "nsubj":
        rest = _singular(clause, rest)
    roles = {part.role for part in whole.arguments if part.start <= participant.idx < part.end}
    return replace(
        whole,
        text=sentence(f"{lead} {person} {rest}"),
        subject=person if "subject" in roles else whole.subject,
        object=person if "object" in roles else whole.object,
    )


def _singular(clause: Clause, rest: str) -> str:
    """The words after a subject with the finite verb in the singular."""
    verbs = sorted([*kids(clause.head, "aux", "cop"), *complements(clause.head)], key=lambda token: token.i)
    finite = verbs[0]
    form = _SINGULAR.get(finite.text.lower())
    if form is None and finite.tag_ == "VBP" and finite.pos_ == "VERB":
        form = present(lemma(finite), False)
    return rest.replace(finite.text, form, 1) if form is not None else rest
