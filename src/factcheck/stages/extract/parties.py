"""Who does what in a text, for stages that compare sentences and not claims."""

from spacy.tokens import Doc

from factcheck.model.article import Article
from factcheck.model.parties import Meant, Parties
from factcheck.stages.extract.context import read_context
from factcheck.stages.extract.predicates import is_passive, is_predicate
from factcheck.stages.extract.subjects import subject_of


def parties(doc: Doc, article: Article) -> Parties:
    """The subject of each predicate and the referent of each pronoun that the rules of `extract` tell; linear."""
    context = read_context(doc, article)
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
        doc[place].idx: Meant(referent.head.idx, context.name_of(referent))
        for place, referent in context.pronouns.items()
    }
    return Parties(subjects, frozenset(passive), pronouns)
