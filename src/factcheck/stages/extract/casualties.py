"""What befell a number of people, told without a verb of its own: "were killed and 12 injured", "left 12 injured"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from factcheck.lexicon.lists import mapping, words
from factcheck.model.claim import Kind, Modality
from factcheck.model.quantity import Quantity
from factcheck.model.time import Time
from factcheck.stages.extract.clauses import Clause, clause_of
from factcheck.stages.extract.context import Context
from factcheck.stages.extract.draft import Draft
from factcheck.stages.extract.events import names_event
from factcheck.stages.extract.inflect import be
from factcheck.stages.extract.modality import Mood, mood
from factcheck.stages.extract.predicates import is_predicate
from factcheck.stages.extract.tree import ancestors, kid, kids, lemma, rel, source_text
from factcheck.stages.extract.wording import sentence as as_sentence

LEAVING = frozenset({"leave"})
"""Verbs of which nothing is left to say once what befell people is told: "left four dead and 12 injured"."""
_ON = frozenset({"and", "but", ",", ";", ":", ".", "–", "—", "-", ")"})  # marks and words that end what is told of them
_ANOTHER = frozenset({"one", "another", "other", "latter", "former"})  # of what was told of before
_BEFORE = frozenset({"the", "those", "these", "all", "both"})  # spoken of before


def casualty_claims(context: Context, sentence: Sentence, taken: set[tuple[int, int]]) -> Iterator[Draft]:
    """Each count of people that is followed by what became of them, in a sentence with a finite verb.

    `taken` holds the stretches of amounts that claims are about already, those of a verb of `LEAVING` left aside.
    """
    if not any("Fin" in token.morph.get("VerbForm", []) for token in sentence):
        return
    for amount in context.quantities_in(sentence.start_char, sentence.end_char):
        if (amount.start, amount.end) in taken or amount.unit is not None or amount.kind not in {"count", "number"}:
            continue
        told = _told(sentence, amount)
        if told is None:
            continue
        clause = _around(told[-1])
        if clause is None or not _by_another(clause):
            yield _claim(context, sentence, amount, told, clause)


def _told(sentence: Sentence, amount: Quantity) -> Sequence[Token] | None:
    """The words from an amount to what became of those it counts: "12 injured", "four other people dead"."""
    tokens = [token for token in sentence if token.idx >= amount.start and not token.is_space]
    first = next((k for k, token in enumerate(tokens) if token.idx >= amount.end), len(tokens))
    before = tokens[0].nbor(-1).text.lower() if tokens and tokens[0].i > 0 else ""
    if before in _BEFORE:
        return None
    for last in range(first, min(first + 3, len(tokens))):
        token = tokens[last]
        if token.lower_ in words("people", "outcomes"):
            return tokens[: last + 1] if _ends(tokens, last) else None
        if token.pos_ not in {"NOUN", "ADJ"}:
            return None
    return None


def _ends(tokens: Sequence[Token], last: int) -> bool:
    """Whether an outcome describes those before it, and is neither a verb with an object nor part of a noun phrase."""
    outcome = tokens[last]
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    named = following is not None and following.pos_ in {"NOUN", "PROPN", "DET", "NUM", "PRON"}
    finite = outcome.tag_ == "VBD" and rel(outcome) == "root"
    return not named and not finite and rel(outcome) not in {"amod", "compound", "nsubj"}


def _claim(
    context: Context, sentence: Sentence, amount: Quantity, told: Sequence[Token], clause: Clause | None
) -> Draft:
    outcome = told[-1]
    how = mood(clause) if clause is not None else Mood(Modality.ACTUAL, False, False)
    people = (
        source_text(context.doc)[amount.start : told[-2].idx + len(told[-2].text)] if len(told) > 1 else amount.text
    )
    cause = _cause(context, clause)
    rest = "" if cause else _where(context, sentence, outcome)
    end = outcome.idx + len(outcome.text) + len(rest)
    dead = outcome.lower_ == "dead"
    befell = "died" if dead else f"{be(amount.value != 1, True)} {outcome.lower_}"
    return Draft(
        Kind.QUANTITY, outcome, amount.start, end, as_sentence(f"{people} {befell}{cause or rest}"),
        people if dead else None, mapping("people", "befell")[outcome.lower_], None if dead else people, amount,
        _time(context, sentence, amount.start, end), context.attribution(outcome),
        how.modality, how.hedged, how.negated,
    )  # fmt: skip


def _around(outcome: Token) -> Clause | None:
    governor = next((above for above in ancestors(outcome) if is_predicate(above)), None)
    return clause_of(governor) if governor is not None else None


def _by_another(clause: Clause) -> bool:
    """Whether what left them so is only pointed at: "that one left six dead", "the other", "the second"."""
    subject = clause.subject
    if subject is None or lemma(clause.head) not in LEAVING or kid(subject, "nmod", "acl") is not None:
        return False
    definite = any(child.text.lower() == "the" for child in kids(subject, "det"))
    ordinal = definite and subject.pos_ in {"ADJ", "NUM"}
    return ordinal or lemma(subject) in _ANOTHER


def _cause(context: Context, clause: Clause | None) -> str:
    """ " in a bus crash near Selby": the event that left them so."""
    if clause is None or lemma(clause.head) not in LEAVING or clause.subject is None:
        return ""
    if not names_event(clause.subject) and lemma(clause.subject) not in words("events", "happenings"):
        return ""
    described = context.describe(clause.subject)
    article = clause.subject.left_edge.pos_ == "DET"
    return f" in {described[:1].lower() + described[1:] if article else described}"


def _where(context: Context, sentence: Sentence, outcome: Token) -> str:
    """The words after an outcome up to the next mark or joined word."""
    end = next((token.idx for token in sentence if token.i > outcome.i and token.text in _ON), sentence.end_char)
    return source_text(context.doc)[outcome.idx + len(outcome.text) : end].rstrip()


def _time(context: Context, sentence: Sentence, start: int, end: int) -> Time | None:
    """The day within what is told of them, else the one day of the sentence."""
    days = [time for time in context.times_in(sentence.start_char, sentence.end_char) if time.kind == "date"]
    within = [time for time in days if start <= time.start < end]
    return within[0] if within else days[0] if len(days) == 1 else None
