"""When something took place that a noun names and no verb tells: "before the first flight on May 3, officials said".

A date is of the noun before it only where it can be of no verb: in front of the predicate ("at the hearing on May 3,
she"), or behind a preposition of time. What is told of a subject has its date, and so has an amount that the clause
tells; there the date says nothing further. The noun is definite, so that the text takes it for granted; a meeting or a
vote has its date before it takes place, and is told of only where what is told in the past came with it or after it.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.lexicon.lists import mapping
from factcheck.lexicon.lists import words as listed
from factcheck.model.claim import Kind
from factcheck.model.time import Time
from factcheck.stages.extract.context import Context, argument
from factcheck.stages.extract.draft import Draft
from factcheck.stages.extract.frames import case
from factcheck.stages.extract.predicates import is_predicate
from factcheck.stages.extract.restate import is_past, is_plural
from factcheck.stages.extract.tree import ancestors, bounds, kid, kids, lemma, noun_phrase, phrase, rel
from factcheck.stages.extract.wording import sentence, words_of

_TIMED = frozenset({"after", "since", "following", "before", "until", "during"})
_AHEAD = frozenset({"before", "until", "for", "to", "about", "toward", "towards", "ahead"})
_DATED = frozenset({"on", "in"})


def dated_claims(context: Context, tokens: list[Token]) -> Iterator[Draft]:
    """One date for each such noun of a sentence, in text order."""
    for token in tokens:
        if token.pos_ != "NOUN" or context.quotation_at(token.idx) is not None or not _definite(token):
            continue
        planned = lemma(token) in listed("predicates", "occasions") | listed("events", "gatherings")
        if not (planned or _happens(token)) or (planned and not _is_over(token)):
            continue
        dated = _date(context, token)
        if dated is not None and _of_noun(context, token, dated[0]):
            yield _claim(context, token, *dated)


def _happens(noun: Token) -> bool:
    word = lemma(noun)
    verbs = mapping("events", "object"), mapping("events", "subject")
    told = any(word in table for table in verbs) and kid(noun, "nmod:poss") is None
    of = any(case(child) in {"of", "by"} for child in kids(noun, "nmod"))  # told with its people (nominal.py)
    return word in listed("events", "happenings") | listed("events", "undertakings") or (told and not of)


def _definite(noun: Token) -> bool:
    """Whether a noun is known, and nothing beside it says that it has not happened."""
    beside = {child.text.lower() for child in kids(noun, "amod", "det", "compound")}
    known = "the" in beside or kid(noun, "nmod:poss") is not None
    return known and not beside & listed("events", "not_yet")


def _is_over(noun: Token) -> bool:
    """Whether what is told in the past comes with the event or after it: "at the hearing on May 3, she denied it"."""
    verb = next((above for above in ancestors(noun) if is_predicate(above)), None)
    ahead = case(noun) in _AHEAD or any(case(above) in _AHEAD for above in ancestors(noun) if above.i < noun.i)
    return verb is not None and is_past(verb) and not ahead and not kids(verb, "mark")


def _date(context: Context, noun: Token) -> tuple[Token, Time] | None:
    """The phrase "on May 3" or "in May" that hangs on a noun, with its date."""
    for child in kids(noun, "nmod"):
        if child.i < noun.i or case(child) not in _DATED:
            continue
        for time in context.times_in(*bounds(phrase(child))):
            if time.kind == "date" and time.start <= child.idx < time.end:
                return child, time
    return None


def _of_noun(context: Context, noun: Token, date: Token) -> bool:
    """Whether the date can be of no verb before it, and dates no amount that the clause around it tells."""
    verb = next((above for above in ancestors(noun) if is_predicate(above)), None)
    if verb is None:
        return False
    own = phrase(verb, lambda child: rel(child) in {"ccomp", "parataxis"})
    places = {token.idx for token in own}
    if any(amount.start in places and amount.start != date.idx for amount in context.quantities_in(*bounds(own))):
        return False  # "in the raid on May 3 four were hurt": when they were
    if case(noun) in _TIMED:
        return True
    if date.i > verb.i or rel(noun) != "obl":
        return False
    return not any(part.pos_ == "VERB" and part.tag_ != "VBG" for part in noun.doc[noun.sent.start : noun.i])


def _claim(context: Context, noun: Token, date: Token, time: Time) -> Draft:
    below = {token.i for token in phrase(date)}
    named = [token for token in noun_phrase(noun, lambda child: rel(child) == "conj") if token.i not in below]
    start, end = bounds([*named, date])
    said = words_of(context, named).strip(" ,")
    copula = "were" if is_plural(noun) else "was"
    return Draft(
        Kind.DATE, noun, start, max(end, time.end), sentence(f"{said} {copula} {case(date)} {time.text}"),
        context.describe(noun), "be", None, time=time, attribution=context.attribution(noun),
        arguments=(argument(context, "subject", noun),),
    )  # fmt: skip
