"""Claims from clauses: events, states, amounts, dates, relations, and roles that a predicate states."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.lexicon.lists import mapping, words
from factcheck.model.claim import Kind
from factcheck.model.quantity import Quantity
from factcheck.model.time import Time
from factcheck.stages.extract.clauses import Clause
from factcheck.stages.extract.context import Context
from factcheck.stages.extract.distributed import distributed
from factcheck.stages.extract.draft import Draft
from factcheck.stages.extract.frames import ClauseFrame, case, frame, object_text
from factcheck.stages.extract.kinds import EXACT_ENOUGH, counts_from, dates_it, kind_of, telling
from factcheck.stages.extract.members import set_off
from factcheck.stages.extract.predicates import complements, first_conjunct
from factcheck.stages.extract.restate import restate
from factcheck.stages.extract.select import clause_reason
from factcheck.stages.extract.tree import bounds, kids, lemma, phrase, rel, source_text


def clause_claims(context: Context, sentence_tokens: list[Clause]) -> Iterator[Draft]:
    """One claim for each clause that states something; clauses inside quotations are left to the quotation."""
    for clause in sentence_tokens:
        if context.quotation_at(clause.head.idx) is not None and not _own_words(context, clause):
            continue
        if clause_reason(context, clause) is None:
            whole = claim_of(context, clause)
            yield whole
            yield from distributed(context, clause, whole)


def _own_words(context: Context, clause: Clause) -> bool:
    """Whether only a few words of the clause are quoted: a scare quote inside the paper's own sentence."""
    quotation = context.quotation_at(clause.head.idx)
    if quotation is None:
        return True
    subject = clause.subject
    return subject is not None and not quotation.start <= subject.idx < quotation.end and not clause.shared


def claim_of(context: Context, clause: Clause) -> Draft:
    """The claim that a clause makes as a whole."""
    item = frame(context, clause)
    amount, time = main_quantity(item), main_time(item)
    kind = kind_of(context, item, amount, time)
    time = time or _when_told(context, clause) or _when_struck(context, clause) or _when_named(context, clause)
    if kind is Kind.QUOTE and time is None and rel(first_conjunct(clause.head)) == "ccomp":
        time = when_said(context, first_conjunct(clause.head).head)
    place = next((part.entity or part.text for part in item.arguments if part.role == "place"), None)
    subject = context.describe(item.subject) if item.subject is not None else None
    return Draft(
        kind, clause.head, item.start, item.end, restate(context, clause), subject, item.predicate,
        object_text(context, item),
        amount, time, context.attribution(clause.head), item.mood.modality, item.mood.hedged, item.mood.negated,
        item.arguments, place,
    )  # fmt: skip


def _when_told(context: Context, clause: Clause) -> Time | None:
    """The date in front of "In May, Lee said the cuts were fair and praised the board": of the praise as well."""
    told = first_conjunct(clause.head)
    cue, teller = told.head, clause.subject
    if clause.relation != "conj" or rel(told) != "ccomp" or teller is None or teller.head.i != cue.i:
        return None
    return _date_of(context, [child for child in kids(cue, "obl") if child.i < teller.i])


def when_said(context: Context, cue: Token) -> Time | None:
    """The date of a verb of saying: "In September, Lee said ..." """
    return _date_of(context, kids(cue, "obl"))


def _when_struck(context: Context, clause: Clause) -> Time | None:
    """The date of what did harm: "a quake hit the town in February, killing hundreds"."""
    head = clause.head
    struck = first_conjunct(head).head
    after = clause.base == "advcl" and head.tag_ == "VBG" and struck.i < head.i and struck.tag_ in {"VBD", "VBN"}
    if not after or lemma(head) not in words("predicates", "harming"):
        return None
    if any(
        part.lower_ in {"after", "before", "since", "later", "ago"} for part in head.doc[struck.left_edge.i : head.i]
    ):
        return None  # "a year after the flood in February 2010": when the flood was
    return _date_of(context, kids(struck, "obl"))


def _when_named(context: Context, clause: Clause) -> Time | None:
    """The date that a clause with "when" follows: "in May 2019, when the board dismissed her"."""
    first = next(token for token in clause.head.subtree if token.pos_ != "PUNCT")
    if first.lower_ != "when" or rel(clause.head) not in {"advcl", "acl", "acl:relcl", "relcl"}:
        return None
    for time in context.times_in(first.sent.start_char, first.idx):
        between = source_text(context.doc)[time.end : first.idx]
        opens = time.text.lower().split()[0] in {"since", "until", "till", "before", "after"}
        if time.kind == "date" and not opens and between.strip(" ,") == "":
            return time
    return None


def _date_of(context: Context, phrases: list[Token]) -> Time | None:
    """The first date that one of some phrases is."""
    for child in phrases:
        for time in context.times_in(*bounds(phrase(child))):
            if time.kind == "date" and time.start <= child.idx < time.end:
                return time
    return None


def main_quantity(item: ClauseFrame) -> Quantity | None:
    """The amount that is the point of a clause: not "one", an ordinal, part of a name, or an afterthought; one that
    only describes a noun ("the 1,500-metre runner") where there is no other.
    """
    told = [amount for amount in item.quantities if telling(amount) and not _aside(item, amount)]
    told = [amount for amount in told if not _drawn_from(item, amount)] or told
    return next((amount for amount in told if not _JOINED.search(amount.text)), told[0] if told else None)


def _drawn_from(item: ClauseFrame, amount: Quantity) -> bool:
    """Whether an amount is what another is a part of: "Of the 1,150 members who voted, 812 backed the deal"."""
    span = item.clause.head.doc.char_span(amount.start, amount.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    noun = span.root if rel(span.root) != "nummod" else span.root.head
    fronted = rel(noun) == "obl" and noun.i < item.clause.head.i
    return fronted and any(child.text.lower() == "of" for child in noun.children)


_JOINED = re.compile(r"[\w.,]-[a-z]+$", re.IGNORECASE)


def _aside(item: ClauseFrame, amount: Quantity) -> bool:
    """Whether an amount stands in a relative clause or in a phrase that a comma sets off after the predicate."""
    span = item.clause.head.doc.char_span(amount.start, amount.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    chain = {verb.i for verb in complements(item.clause.head)}
    token = span.root
    for _ in range(20):
        if token.i in chain or token.head.i == token.i:
            return False
        if rel(token) == "acl" and token.tag_ != "VB":  # "a plan to build 12 ships" is about the 12
            return True
        if rel(token) == "appos" and set_off(token) and token.head.i not in chain:
            return True
        if token.head.i in chain and rel(token) != "conj":
            return token.i > token.head.i and rel(token) not in {"obj", "nsubj"} and set_off(token)
        token = token.head
    return False


def main_time(item: ClauseFrame) -> Time | None:
    """The time that dates a clause: one that tells when, else the most exact, else the first.

    Times that hang on a noun, or stand in a clause that describes one, date that noun; what is compared with is of
    another time ("lower than five years ago").
    """
    own = [time for time in item.times if not _dates_a_noun(item, time) and not _compared_with(item, time)]
    pointed = [time for time in own if dates_it(time)]
    if pointed:
        return pointed[0]
    exact = [time for time in own if time.resolved and time.precision in EXACT_ENOUGH and time.kind in {"date", "time"}]
    return exact[0] if exact else (own[0] if own else None)


_THAN = re.compile(r"\bthan (?:(?:in|on|at|during|the) )*$", re.IGNORECASE)


def _compared_with(item: ClauseFrame, time: Time) -> bool:
    return _THAN.search(source_text(item.clause.head.doc)[max(0, time.start - 20) : time.start]) is not None


_RECKONED = frozenset({"since", "before", "after", "until"})


def names_event(noun: Token) -> bool:
    """Whether a noun names what a verb of events.toml tells: "its transfer in May"."""
    return lemma(noun) in mapping("events", "object") or lemma(noun) in mapping("events", "subject")


def _dates_a_noun(item: ClauseFrame, time: Time) -> bool:
    """Whether a time stands before a noun ("the 1985 murder") or after one that names an event ("its transfer
    in May", "has fled twice since his arrest ten years ago").
    """
    span = item.clause.head.doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None or not len(span) or counts_from(time):
        return False
    before = span[0].nbor(-1) if span[0].i > 0 else None
    if before is not None and before.pos_ == "ADP" and before.i > 0:
        before = before.nbor(-1)  # "before the war in 1914"
    reckoned = before is not None and before.pos_ == "NOUN" and case(before) in _RECKONED
    if before is not None and reckoned and (names_event(before) or case(before) != "after"):
        return True
    token = span.root
    chain = {verb.i for verb in complements(item.clause.head)}
    for _ in range(12):
        governor = token.head
        if rel(token) == "acl" and token.i not in chain:
            return lemma(token) not in words("predicates", "scheduling")
        if governor.i in chain or governor.i == token.i or token.i in chain:
            return False
        if governor.tag_ == "VBG" and lemma(governor.head) in words("predicates", "charging"):
            return True  # "charged with stealing a car in 2015": when it was stolen
        if rel(token) in {"nmod", "compound", "nummod", "amod"} and governor.pos_ in {"NOUN", "PROPN"}:
            outside = not time.start <= governor.idx < time.end
            return outside and (governor.i > token.i or names_event(governor))
        token = governor
    return False
