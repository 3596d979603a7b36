"""Claims from clauses: events, states, amounts, dates, relations, and roles that a predicate states."""

from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.lexicon.lists import mapping, words
from factcheck.model.claim import Kind, Modality
from factcheck.model.quantity import Quantity
from factcheck.model.time import Time
from factcheck.stages.extract.clauses import Clause, complements
from factcheck.stages.extract.context import Context
from factcheck.stages.extract.draft import Draft
from factcheck.stages.extract.frames import Frame, case, frame, object_text
from factcheck.stages.extract.members import set_off
from factcheck.stages.extract.restate import restate
from factcheck.stages.extract.select import clause_reason
from factcheck.stages.extract.tree import kid, kids, lemma, rel, source_text

_MONTHS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
_RELATIVE_DATES = frozenset({"ago", "last", "next", "before", "earlier", "later", "previous", "following"})
_EXACT_ENOUGH = frozenset(
    {"day", "week", "month", "quarter", "season", "half", "year", "decade", "hour", "minute", "century", "weekend"}
)


def clause_claims(context: Context, sentence_tokens: list[Clause]) -> Iterator[Draft]:
    """One claim for each clause that states something; clauses inside quotations are left to the quotation."""
    for clause in sentence_tokens:
        if context.quotation_at(clause.head.idx) is not None and not _own_words(context, clause):
            continue
        if clause_reason(context, clause) is None:
            yield claim_of(context, clause)


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
    place = next((part.entity or part.text for part in item.arguments if part.role == "place"), None)
    subject = context.describe(item.subject) if item.subject is not None else None
    return Draft(
        kind, clause.head, item.start, item.end, restate(context, clause), subject, item.predicate,
        object_text(context, item),
        amount, time, context.attribution(clause.head), item.mood.modality, item.mood.hedged, item.mood.negated,
        item.arguments, place,
    )  # fmt: skip


def main_quantity(item: Frame) -> Quantity | None:
    """The amount that is the point of a clause: not "one", an ordinal, part of a name, or an afterthought."""
    return next((amount for amount in item.quantities if telling(amount) and not _aside(item, amount)), None)


def _aside(item: Frame, amount: Quantity) -> bool:
    """Whether an amount stands in a relative clause or in a phrase that a comma sets off after the predicate."""
    span = item.clause.head.doc.char_span(amount.start, amount.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    chain = {verb.i for verb in complements(item.clause.head)}
    token = span.root
    for _ in range(20):
        if token.i in chain or token.head.i == token.i:
            return False
        if rel(token) == "acl":
            return True
        if token.head.i in chain and rel(token) != "conj":
            return token.i > token.head.i and rel(token) not in {"obj", "nsubj"} and set_off(token)
        token = token.head
    return False


def telling(amount: Quantity) -> bool:
    """Whether an amount says how many or how much, and is no article-like "one", ordinal, or "for years"."""
    if amount.kind in {"ordinal", "year", "label"} or (amount.kind == "duration" and amount.value is None):
        return False
    lower = amount.text.lower()
    return not (amount.value == 1 and not lower[:1].isdigit() and "percent" not in lower)


def main_time(item: Frame) -> Time | None:
    """The time that dates a clause: the most exact one, else the first; times that hang on a noun date that noun."""
    own = [time for time in item.times if not _dates_a_noun(item, time)]
    exact = [
        time for time in own if time.resolved and time.precision in _EXACT_ENOUGH and time.kind in {"date", "time"}
    ]
    return exact[0] if exact else (own[0] if own else None)


def _dates_a_noun(item: Frame, time: Time) -> bool:
    """Whether a time stands before a noun ("the 1985 murder") or after one that names an event ("its transfer
    in May").
    """
    span = item.clause.head.doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    token = span.root
    chain = {verb.i for verb in complements(item.clause.head)}
    for _ in range(12):
        governor = token.head
        if governor.i in chain or governor.i == token.i or token.i in chain:
            return False
        if rel(token) in {"nmod", "compound", "nummod", "amod"} and governor.pos_ in {"NOUN", "PROPN"}:
            outside = not time.start <= governor.idx < time.end
            event = lemma(governor) in mapping("events", "object") or lemma(governor) in mapping("events", "subject")
            return outside and (governor.i > token.i or event)
        token = governor
    return False


def dates_it(time: Time | None) -> bool:
    """Whether a time is exact enough to be the point of a claim: a date or a month or a year, not "on Monday"."""
    if time is None or time.kind not in {"date", "time"} or time.precision not in _EXACT_ENOUGH:
        return False
    words_ = time.text.lower().split()
    return (
        any(char.isdigit() for char in time.text)
        or any(word.strip(".,")[:3] in _MONTHS for word in words_)
        or not _RELATIVE_DATES.isdisjoint(words_)
    )


def kind_of(context: Context, item: Frame, amount: Quantity | None, time: Time | None) -> Kind:
    """What the point of a clause is."""
    if _quotes(context, item):
        return Kind.QUOTE
    if dates_it(time):
        return Kind.DATE  # an amount beside it makes a claim of its own
    if amount is not None and amount.kind != "duration" and not _known(item, amount):
        return Kind.QUANTITY
    if amount is not None and amount.kind == "duration" and item.mood.modality is Modality.ACTUAL:
        return Kind.QUANTITY
    head = item.clause.head
    inner = list(complements(head))[-1]
    if item.predicate == "be":
        return _copular(inner)
    word = lemma(inner)
    if _states_role(context, item, word):
        return Kind.ROLE
    if word in words("predicates", "relation") or lemma(head) in words("predicates", "relation"):
        return Kind.RELATION
    if word in words("predicates", "stative") or _lasting(head):
        return Kind.ATTRIBUTE
    return Kind.EVENT


def _quotes(context: Context, item: Frame) -> bool:
    """Whether a clause is told partly in the words of the one who says it ("was done “for the good of the
    country”").
    """
    for quotation in context.quoted:
        if quotation.start >= item.end:
            break
        if (
            quotation.start >= item.start
            and len(source_text(context.doc)[quotation.start : quotation.end].split()) >= 5
        ):
            return context.attribution(item.clause.head) is not None
    return False


def _lasting(head: Token) -> bool:
    """Whether the clause is in the simple present, active or passive: what holds or recurs, not what happened."""
    helpers = kids(head, "aux")
    if any(child.dep_ == "aux:pass" for child in helpers):
        return all(child.tag_ in {"VBZ", "VBP"} for child in helpers)
    return head.tag_ in {"VBZ", "VBP"} and not helpers


def _known(item: Frame, amount: Quantity) -> bool:
    """Whether the amount is spoken of as known ("the 55 prisoners"), so that it is not the point of the clause."""
    span = item.clause.head.doc.char_span(amount.start, amount.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    noun = span.root if span.root.pos_ == "NOUN" else span.root.head
    return any(
        child.text.lower() in {"the", "these", "those", "both"} and child.i < span.start for child in kids(noun, "det")
    )


def _copular(inner: Token) -> Kind:
    word = lemma(inner)
    if inner.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        if word in words("predicates", "be_relation") or case(inner) in {"among", "between"}:
            return Kind.RELATION
        if (
            word in words("people", "roles")
            and kid(inner, "nmod", "compound", "nmod:poss", "amod") is not None
            and not case(inner)
        ):
            return Kind.ROLE
    if lemma(inner) in {"among", "because"}:
        return Kind.RELATION
    return Kind.ATTRIBUTE


def _states_role(context: Context, item: Frame, word: str) -> bool:
    if (
        word in {"lead", "head", "chair", "command", "captain", "found", "cofound", "co-found"}
        and item.object is not None
        and item.subject is not None
    ):
        mention, target = context.names.of(item.subject), context.names.of(item.object)
        people = mention is not None and mention.type in {"person", "group"}
        group = (target is not None and target.type == "organization") or lemma(item.object) in words(
            "people", "organizations"
        )
        return people and group
    return word in {"serve", "act", "work"} and any(part.role == "as" for part in item.arguments)
