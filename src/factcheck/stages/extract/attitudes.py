"""The attitude that a clause stands under and that its claim keeps: "officials feared that", "it seems that"."""

from spacy.tokens import Token

from factcheck.lexicon.lists import words
from factcheck.stages.extract.clauses import Clause, clause_of
from factcheck.stages.extract.context import Context
from factcheck.stages.extract.cues import manner_of
from factcheck.stages.extract.inflect import past
from factcheck.stages.extract.modality import is_subjunctive
from factcheck.stages.extract.negation import denies, is_negated
from factcheck.stages.extract.predicates import first_conjunct, mark_of
from factcheck.stages.extract.tree import kid, kids, lemma, phrase, rel
from factcheck.stages.extract.wording import words_of

_ATTITUDES = frozenset({"belief", "fear", "want"})


def attitude_over(context: Context, clause: Clause) -> str:
    """ "Officials feared that ", "it seems that ": the attitude that the clause stands under, unless it is plain
    speech.
    """
    first = first_conjunct(clause.head)
    if rel(first) not in {"ccomp", "csubj"}:
        return ""
    governor = first.head
    if kid(governor, "expl") is not None:
        return _impersonal(context, first, governor)
    if rel(first) == "csubj":
        return ""
    if governor.pos_ == "ADJ" or manner_of(governor) in _ATTITUDES or is_subjunctive(first) or denies(governor):
        holder = kid(governor, "nsubj")
        bare = denies(governor) and clause.subject is None and any(part.tag_ == "VBG" for part in kids(first, "aux"))
        if holder is None and denies(governor):
            return _denial(context, governor).removesuffix("that " if bare else "")
        if holder is None and first_conjunct(governor).i != governor.i:
            holder = clause_of(governor).subject  # "the owner met his men and decided that he had to sell"
        if holder is None:
            return ""
        negators = [child for child in kids(governor, "advmod") if lemma(child) in {"not", "n't", "n’t", "never"}]
        verb = sorted([*kids(governor, "aux", "cop"), *negators, governor], key=lambda token: token.i)
        if bare:
            return f"{context.describe(holder)} {words_of(context, verb).strip()} "  # "denied ever having been fined"
        joined = "whether" if mark_of(first) in {"if", "whether"} else "that"
        return f"{context.describe(holder)} {words_of(context, verb).strip()} {joined} "
    return ""


def _denial(context: Context, governor: Token) -> str:
    """ "Lee denied that ", of "denying he was there, Lee ..."."""
    subject = clause_of(governor).subject
    if subject is None:
        return ""
    return f"{context.describe(subject)} {past(lemma(governor)) if governor.tag_ != 'VB' else governor.text} that "


def _impersonal(context: Context, clause: Token, governor: Token) -> str:
    """ "It seems that ", "it was reported that ", "it is unlikely that ": nobody's doubt or report, which is kept; what
    is said to be clear or true is told as such.
    """
    doubt = (
        lemma(governor) in words("predicates", "seem")
        or lemma(governor) in words("predicates", "possible_adjectives")
        or (kid(governor, "aux:pass") is not None and manner_of(governor) in {"speech", "belief", "fear"})
        or denies(governor)
        or (lemma(governor) in words("predicates", "certain_adjectives") and is_negated(governor))
    )
    if not doubt or all(child.i > governor.i for child in kids(governor, "expl")):
        return ""
    joined = "whether" if mark_of(clause) in {"if", "whether"} else "that"
    subject = kid(governor, "expl")
    copula = kid(governor, "cop")
    if copula is not None and any(child.text.lower() == "nor" for child in kids(governor, "cc")):
        return f"it {copula.text.lower()} not {governor.text} {joined} "
    first = subject.i if subject is not None else governor.i
    kept = phrase(governor, lambda child: child.i == clause.i or rel(child) in {"punct", "cc", "mark"})
    before = [token for token in kept if first <= token.i < clause.left_edge.i]
    return f"{words_of(context, before).strip()} {joined} "
