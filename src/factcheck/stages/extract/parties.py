"""Who does what in a text, for stages that compare sentences and not claims."""

from spacy.tokens import Doc

from factcheck.model.parties import Meant, Parties
from factcheck.stages.extract.appositions import appositions
from factcheck.stages.extract.context import name_of
from factcheck.stages.extract.entities import entities
from factcheck.stages.extract.predicates import is_passive, is_predicate
from factcheck.stages.extract.pronouns import resolve
from factcheck.stages.extract.quotes import quotations
from factcheck.stages.extract.subjects import subject_of
from factcheck.stages.extract.tree import source_text


def parties(doc: Doc) -> Parties:
    """The subject of each predicate and the referent of each pronoun that the rules of `extract` tell; linear."""
    names = entities(doc)
    referents = resolve(doc, names, quotations(source_text(doc)), appositions(doc, names))
    subjects: dict[int, int] = {}
    passive: set[int] = set()
    for token in doc:
        if not is_predicate(token):
            continue
        subject, _, _ = subject_of(token)
        if subject is not None:
            subjects[token.idx] = subject.idx
            if is_passive(token):
                passive.add(token.idx)
    pronouns = {
        doc[place].idx: Meant(referent.head.idx, name_of(referent, referents)) for place, referent in referents.items()
    }
    return Parties(subjects, frozenset(passive), pronouns)
