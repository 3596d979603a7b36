"""Who did what to whom, when, where and what for: the participants of a clause in its active reading."""

from dataclasses import dataclass

from spacy.tokens import Token

from factcheck.lexicon.lists import mapping, words
from factcheck.model.claim import Argument
from factcheck.model.quantity import Quantity
from factcheck.model.time import Time
from factcheck.stages.extract.clauses import Clause
from factcheck.stages.extract.context import Context, argument, type_of
from factcheck.stages.extract.coordination import shared_object
from factcheck.stages.extract.members import own_tokens
from factcheck.stages.extract.modality import Mood, lies_ahead, mood
from factcheck.stages.extract.predicates import complements, first_conjunct, is_predicate
from factcheck.stages.extract.subjects import fronted_subject
from factcheck.stages.extract.tree import bounds, kid, kids, lemma, noun_phrase, phrase, rel, source_text, text_of

_PARTS = ("compound:prt",)


@dataclass(frozen=True, slots=True)
class ClauseFrame:
    """A clause read as predicate and participants. `subject` and `object` are the heads of the active reading."""

    clause: Clause
    predicate: str
    subject: Token | None
    object: Token | None
    arguments: tuple[Argument, ...]
    mood: Mood
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    start: int
    end: int


def frame(context: Context, clause: Clause) -> ClauseFrame:
    """The frame of a clause; amounts and times are those in the clause's own words, not in clauses within it."""
    head = clause.head
    chain = list(complements(head))
    inner = chain[-1]
    agent = next(
        (
            child
            for child in kids(inner, "obl")
            if (child.dep_ == "obl:agent" or (clause.passive and case(child) == "by")) and not _no_agent(context, child)
        ),
        None,
    )
    subject: Token | None = clause.subject
    passive = clause.passive or any(kid(verb, "aux:pass") is not None for verb in chain)
    first = fronted_subject(head)
    objects = (found for verb in reversed(chain) for found in kids(verb, "obj") if first is None or found.i != first.i)
    target = next(objects, None)
    if target is None and not passive:
        target = shared_object(head)
    if passive and (clause.passive or len(chain) > 1):
        target, subject = clause.subject if clause.subject is not None else target, agent
    if target is not None and _is_relative_pronoun(target) and clause.antecedent is not None:
        target = clause.antecedent
    if target is None and clause.base == "relcl" and clause.antecedent is not None and _object_relative(clause):
        target = clause.antecedent
    tokens = own_tokens(context, clause)
    start, end = bounds(tokens)
    own = [(token.idx, token.idx + len(token.text)) for token in tokens]
    times = tuple(time for time in context.times_in(start, end) if _within(own, time.start))
    quantities = tuple(amount for amount in context.quantities_in(start, end) if _within(own, amount.start))
    arguments = _arguments(context, clause, chain, subject, target, agent)
    return ClauseFrame(
        clause, predicate_of(chain), subject, target, arguments, mood(clause), times, quantities, start, end
    )


def _no_agent(context: Context, head: Token) -> bool:
    """Whether a phrase with "by" tells when, how or how much: "by Friday", "by hand", "side by side"."""
    word, by = head.text.lower(), kid(head, "case")
    if word in words("predicates", "by_manner") and kid(head, "det", "amod", "nmod", "nmod:poss") is None:
        return True
    if by is not None and by.i and by.i + 1 == head.i and by.nbor(-1).text.lower() == word:
        return True
    start, end = bounds(phrase(head))
    if any(time.start <= head.idx < time.end for time in context.times_in(start, end)):
        return True
    return any(
        amount.unit is not None and amount.kind != "age" and amount.start <= head.idx < amount.end
        for amount in context.quantities_in(start, end)
    )


def case(token: Token) -> str:
    """The preposition of a phrase in lower case, or the empty string."""
    found = kid(token, "case")
    if found is None:
        return ""
    return " ".join([found.text.lower(), *(child.text.lower() for child in kids(found, "fixed"))])


def predicate_of(chain: list[Token]) -> str:
    """The lemma of the predicate with its particle: the innermost verb where those around it only colour it."""
    outer, inner = chain[0], chain[-1]
    colouring = (
        words("predicates", "transparent")
        | words("predicates", "planned")
        | words("predicates", "seem")
        | {"fail", "help", "try", "expect", "include"}
    )
    if len(chain) > 1 and not all(lemma(verb) in colouring for verb in chain[:-1]):
        inner = outer
    if inner.pos_ == "ADJ" and kid(inner, "cop", "aux") is not None and lemma(inner) in {"hurt", "injured", "wounded"}:
        return mapping("people", "befell")[lemma(inner)]
    if (kid(inner, "cop") is not None and not _is_to_do(inner)) or inner.pos_ not in {"VERB", "AUX"}:
        return "be"
    place = kid(inner, "obj")
    if lemma(inner) == "take" and place is not None and place.text == "place" and place.i == inner.i + 1:
        return "take place"
    particle = kid(inner, *_PARTS)
    name = lemma(inner) + (f" {lemma(particle)}" if particle is not None else "")
    adjective = next((child for child in kids(inner, "xcomp") if child.pos_ == "ADJ" and child.i == inner.i + 1), None)
    if adjective is not None and lemma(inner) in {
        "plead",
        "go",
        "keep",
        "set",
        "stay",
        "remain",
        "get",
        "find",
        "make",
    }:
        name += f" {lemma(adjective)}"
    return name


def _is_to_do(verb: Token) -> bool:
    """Whether somebody "is to" do something or it "is to be" done; in "the aim is to do it" it is what the aim is."""
    if not lies_ahead(verb):
        return False
    subject = kid(verb, "nsubj")
    if kid(verb, "aux:pass") is not None or subject is None:
        return True
    return subject.ent_type_ in {"PER", "PERSON", "ORG", "GPE"} or type_of(subject) in {
        "person",
        "group",
        "organization",
    }


def _within(stretches: list[tuple[int, int]], offset: int) -> bool:
    return any(start <= offset < end for start, end in stretches)


def _is_relative_pronoun(token: Token) -> bool:
    return token.tag_ in {"WDT", "WP"} or (
        token.pos_ in {"PRON", "SCONJ"} and token.text.lower() in {"that", "which", "whom", "who"}
    )


def _object_relative(clause: Clause) -> bool:
    head = first_conjunct(clause.head)
    return (
        kid(head, "nsubj") is not None
        and not clause.shared
        and not any(child.tag_ in {"WRB", "WP$"} for child in phrase(head))
    )


def _arguments(
    context: Context,
    clause: Clause,
    chain: list[Token],
    subject: Token | None,
    target: Token | None,
    agent: Token | None,
) -> tuple[Argument, ...]:
    found: list[Argument] = []
    if subject is not None:
        found.extend(_each(context, "subject", subject))
    if target is not None and (subject is None or target.i != subject.i):
        found.extend(_each(context, "object", target))
    head = clause.head
    if kid(head, "cop") is not None and head.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "PRON"}:
        found.append(argument(context, "predicative", head))
    for verb in chain:
        found.extend(_oblique(context, verb, agent))
    return tuple(sorted(dict.fromkeys(found), key=lambda item: (item.start, item.end, item.role)))


def _each(context: Context, role: str, head: Token) -> list[Argument]:
    """One argument for each conjunct of a participant."""
    heads = [
        head,
        *(
            child
            for child in kids(head, "conj")
            if not is_predicate(child) and child.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}
        ),
    ]
    return [argument(context, role, each) for each in heads]


def _oblique(context: Context, verb: Token, agent: Token | None) -> list[Argument]:
    found: list[Argument] = []
    for child in verb.children:
        relation = rel(child)
        if agent is not None and child.i == agent.i:
            continue
        if relation == "iobj":
            found.append(argument(context, "iobject", child))
        elif relation in {"obl", "nmod"} and child.pos_ != "SCONJ":
            start, end = bounds(phrase(child))
            preposition = case(child)
            times = context.times_in(start, end)
            if times and (child.dep_ == "obl:tmod" or times[0].start <= child.idx < times[0].end):
                role = "time"
            elif context.argument_is_place(child) and preposition in {
                "in",
                "at",
                "near",
                "outside",
                "inside",
                "within",
                "across",
                "on",
            }:
                role = "place"
            else:
                role = preposition or "with"
            found.append(argument(context, role, child))
        elif relation == "xcomp" and child.pos_ in {"ADJ", "NOUN", "PROPN"}:
            found.append(argument(context, "predicative", child))
        elif (
            relation == "advcl"
            and child.tag_ == "VB"
            and kid(child, "mark") is not None
            and kid(child, "nsubj") is None
        ):
            start, end = bounds(phrase(child))
            found.append(Argument("purpose", source_text(context.doc)[start:end], start, end, lemma(child)))
    return found


def object_text(context: Context, item: ClauseFrame) -> str | None:
    """The object of the active reading in words, names resolved; for a copula what is said of the subject."""
    head = item.clause.head
    if item.predicate == "be" and item.object is None:
        inner = list(complements(head))[-1]
        source = inner if kid(inner, "cop") is not None or inner.pos_ not in {"VERB", "AUX"} else None
        return text_of(noun_phrase(source, _joined_clause)) or None if source is not None else None
    if item.object is not None:
        return context.describe(item.object)
    oblique = next(
        (part for part in item.arguments if part.role not in {"subject", "time", "place", "purpose", "agent"}), None
    )
    return oblique.text if oblique is not None else None


def _joined_clause(token: Token) -> bool:
    """Whether a conjunct is a clause of its own and no second noun."""
    return rel(token) == "conj" and is_predicate(token)
