"""Events that a noun names: "the 2013 arrest of X", "his release in August", "the murder of Y shocked the town".

A noun with a date is a claim about when; one without is an event, and only where the text takes it for granted that it
happened to somebody it names: "the murder of X" under no plan, fear, charge or denial. The participant after "of" or
before "'s" is the one to whom it happens or who does it, by the noun. A group is one claim for the group; its members
stand in the arguments.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from factcheck.lexicon.dates import date_words
from factcheck.lexicon.lists import mapping
from factcheck.lexicon.lists import words as listed
from factcheck.model.claim import Argument, Kind, Modality
from factcheck.model.time import Time
from factcheck.stages.extract.clauses import clause_of
from factcheck.stages.extract.context import Context, argument, type_of
from factcheck.stages.extract.draft import Draft
from factcheck.stages.extract.frames import case
from factcheck.stages.extract.inflect import be, past
from factcheck.stages.extract.members import set_off
from factcheck.stages.extract.modality import mood
from factcheck.stages.extract.predicates import is_predicate
from factcheck.stages.extract.restate import is_plural
from factcheck.stages.extract.tree import ancestors, bounds, kid, kids, lemma, phrase, rel, source_text
from factcheck.stages.extract.wording import sentence

_HAPPENING = frozenset({"come", "happen", "occur", "follow"})
_OPEN_PREPOSITIONS = frozenset({"without", "against", "for", "before", "until", "pending", "despite", "into"})


@dataclass(frozen=True, slots=True)
class _Event:
    """What a noun names: the verb that tells it, whether its participant is that verb's "object" or "subject", who did
    it, and when.
    """

    noun: Token
    verb: str
    whom: str
    agent: Token | None = None
    time: Time | None = None


def nominal_claims(context: Context, tokens: list[Token]) -> Iterator[Draft]:
    """The dated events that nouns of a sentence name, in text order."""
    for token in tokens:
        if token.pos_ not in {"NOUN", "PROPN"} or context.quotation_at(token.idx) is not None:
            continue
        verb, whom = _verb(token)
        if verb is None:
            continue
        yield from _dated_claims(context, token, verb, whom)


def named_events(context: Context, tokens: list[Token]) -> Iterator[Draft]:
    """The undated events that nouns of a sentence take for granted, in text order."""
    for token in tokens:
        if token.pos_ != "NOUN" or lemma(token) not in words("taken_for_granted"):
            continue
        if context.quotation_at(token.idx) is not None or _time(context, token) is not None or not _granted(token):
            continue
        verb, whom = _verb(token)
        if verb is None:
            continue
        for person in _participants(token):
            if not _somebody(context, person):
                continue
            described = context.describe(person)
            for who in context.names.members.get(described, ()) or (described,):
                yield _claim(context, _Event(token, verb, whom), person, who)


def words(name: str) -> frozenset[str]:
    """A list of events.toml."""
    return listed("events", name)


def _granted(token: Token) -> bool:
    """Whether the noun stands in a statement about what is so, and nothing beside it makes the event less than that."""
    if rel(token) in {"compound", "amod", "conj", "appos", "root"} or case(token) in _OPEN_PREPOSITIONS:
        return False
    described = {lemma(child) for child in kids(token, "amod", "compound")} | {
        child.text.lower() for child in kids(token, "amod", "det")
    }
    if described & words("not_yet") or not (kid(token, "nmod:poss") or {"the", "this", "that"} & described):
        return False
    for above in ancestors(token):
        if lemma(above) in words("intensional"):
            return False
        if rel(above) == "acl" and lemma(above.head) in words("intensional"):
            return False  # "information leading to her arrest"
        if is_predicate(above):
            how = mood(clause_of(above))
            return how.modality is Modality.ACTUAL and not how.negated and not how.hedged
    return False


def _human(context: Context, person: Token) -> bool:
    mention = context.names.of(person)
    if mention is not None:
        return mention.type != "place"
    return person.pos_ == "PRON" or type_of(person) in {"person", "group"}


def _somebody(context: Context, person: Token) -> bool:
    """Whether a participant is somebody who can be told from others."""
    if person.i in context.pronouns:
        event = person.head
        subject = kid(event.head, "nsubj") if rel(event) == "obj" else None
        if subject is not None and context.describe(subject) == context.pronouns[person.i].text:
            return False  # nobody confirms or mourns his own death
        return context.pronouns[person.i].type in {"person", "group"}
    mention = context.names.of(person)
    if mention is not None:
        return mention.type in {"person", "group"} and mention.proper
    definite = any(child.text.lower() in {"the", "these", "those"} for child in kids(person, "det"))
    return definite and type_of(person) == "group" and kid(person, "nummod") is None


def _verb(token: Token) -> tuple[str | None, str]:
    word = lemma(token)
    undergoes, does = mapping("events", "object"), mapping("events", "subject")
    if word in undergoes:
        return undergoes[word], "object"
    return does.get(word), "subject"


def _dated_claims(context: Context, token: Token, verb: str, whom: str) -> Iterator[Draft]:
    """The claims that an event happened on a date, one for each of its people."""
    time = _time(context, token) or _came(context, token)
    if time is None or time.text.lower().endswith(("before", "after")):
        return  # "five days before the vote" says nothing without the vote
    if rel(token) in {"obj", "obl"} and lemma(token.head) in words("offered"):
        return  # "offered her resignation on Thursday; the board turned it down", "asked for it in May"
    people = _participants(token)
    agents = [child for child in kids(token, "nmod", "obl") if case(child) == "by"]
    if not people and not agents:
        return
    event = _Event(token, verb, whom, agents[0] if agents else None, time)
    if not people:
        yield _claim(context, event, None, None)
    for person in people:
        if person.pos_ == "PRON" and person.i not in context.pronouns:
            continue
        if lemma(token) in words("of_people") and not _human(context, person):
            continue  # "a conviction of assault"
        described = context.describe(person)
        for who in context.names.members.get(described, ()) or (described,):
            yield _claim(context, event, person, who)


def _time(context: Context, token: Token) -> Time | None:
    """The date that hangs on the noun itself."""
    for child in token.children:
        if rel(child) in {"nmod", "compound", "nummod", "amod", "obl", "nmod:poss", "advmod"}:
            start, end = bounds(phrase(child))
            found = [
                time
                for time in context.times_in(start, end)
                if time.kind == "date" and time.start <= child.idx < time.end
            ]
            if found:
                return found[0]
    edge = token.i + 1
    if edge < len(token.doc):
        following = context.times_in(token.doc[edge].idx, token.sent.end_char)
        if following and following[0].kind == "date" and following[0].start - (token.idx + len(token.text)) <= 12:
            return following[0]
    return None


def _came(context: Context, token: Token) -> Time | None:
    """The day of a verb that says no more than that it happened: "the arrest of X came on Tuesday"."""
    verb = token.head
    place = kid(verb, "obj")
    light = lemma(verb) in _HAPPENING or (lemma(verb) == "take" and place is not None and place.text == "place")
    if rel(token) != "nsubj" or token.i > verb.i or not light:
        return None
    how = mood(clause_of(verb))
    if how.modality is not Modality.ACTUAL or how.negated or how.hedged:
        return None
    for child in kids(verb, "obl", "nmod", "advmod"):
        start, end = bounds(phrase(child))
        for time in context.times_in(start, end):
            if time.kind in {"date", "time"} and time.resolved and time.start <= child.idx < time.end:
                return time
    return None


def _place(context: Context, token: Token, person: Token | None) -> Token | None:
    """Where it happened: a place beside the noun, or beside the name of whom it happened to ("the death of Lee at X").

    "The death of a professor at Harvard" does not say where.
    """
    named = person is not None and person.pos_ == "PROPN"
    beside = kids(token, "nmod", "obl")
    if named and person is not None:  # also after an apposition: "the death of Lee, a miner, at X"
        beside += kids(person, "nmod")
        beside += [far for part in kids(person, "appos") for far in kids(part, "nmod") if set_off(far)]
    for child in beside:
        at = case(child)
        if at not in {"in", "at", "near", "outside"} or child.i < token.i:
            continue
        if context.argument_is_place(child) or (named and at != "in" and child.pos_ == "PROPN"):
            start, end = bounds(phrase(child))
            if not any(time.start <= child.idx < time.end for time in context.times_in(start, end)):
                return child
    return None


def _participants(token: Token) -> list[Token]:
    owner = kid(token, "nmod:poss")
    dated = owner is not None and owner.text.lower() in date_words().words["weekday"]
    found = [owner] if owner is not None and not dated else []  # "Friday's crash" is nobody's
    if not found:
        found = [child for child in kids(token, "nmod") if case(child) == "of" and not child.like_num][:1]
    return [
        each
        for first in found
        for each in (first, *(c for c in kids(first, "conj") if c.pos_ in {"NOUN", "PROPN", "PRON"}))
    ]


def _claim(context: Context, event: _Event, person: Token | None, who: str | None) -> Draft:
    """The claim that an event happened; `who` is `person`, or one of them, in words that stand alone."""
    place = _place(context, event.noun, person)
    agent = context.describe(event.agent) if event.agent is not None else None
    start, end = _stretch(event, person, place)
    return Draft(
        Kind.DATE if event.time is not None else Kind.EVENT,
        event.noun,
        start,
        end,
        _text(context, event, person, who, place),
        agent if agent is not None else (who if event.whom == "subject" else None),
        event.verb,
        who if event.whom == "object" else None,
        None,
        event.time,
        context.attribution(event.noun),
        arguments=_arguments(context, event, person, who, place),
        place=context.describe(place) if place is not None else None,
    )


def _arguments(
    context: Context, event: _Event, person: Token | None, who: str | None, place: Token | None
) -> tuple[Argument, ...]:
    found: list[Argument] = []
    if person is not None:
        found.append(replace(argument(context, event.whom, person), entity=who if who != person.text else None))
    if event.agent is not None:
        found.append(argument(context, "subject", event.agent))
    if place is not None:
        found.append(argument(context, "place", place))
    return tuple(sorted(found, key=lambda part: (part.start, part.end, part.role)))


def _text(context: Context, event: _Event, person: Token | None, who: str | None, place: Token | None) -> str:
    """An event as a sentence: "Ann Lee was arrested by police in Ashby in 2013", "Ann Lee resigned on Friday"."""
    where = f" {case(place)} {context.describe(place)}" if place is not None else ""
    dated = _dated(context, event.time) if event.time is not None else ""
    agent = context.describe(event.agent) if event.agent is not None else "Somebody"
    if event.whom == "subject":
        return sentence(f"{who or agent} {past(event.verb)}{where}{dated}")
    plural = person is not None and who == context.describe(person) and _several(context, person)
    first, _, particle = event.verb.partition(" ")
    participle = _participle(first) + (f" {particle}" if particle else "")
    by = f" by {agent}" if event.agent is not None else ""
    return sentence(f"{who or 'Somebody'} {be(plural, True)} {participle}{by}{where}{dated}")


def _stretch(event: _Event, person: Token | None, place: Token | None) -> tuple[int, int]:
    """Offsets from the first to the last of what tells the event: noun, time, place and participant."""
    stretches = [bounds([event.noun])]
    if event.time is not None:
        stretches.append((event.time.start, event.time.end))
    stretches += [
        bounds(phrase(part, lambda child: rel(child) in {"acl", "appos", "conj"}))
        for part in (place, person)
        if part is not None
    ]
    return min(start for start, _ in stretches), max(end for _, end in stretches)


def _dated(context: Context, time: Time) -> str:
    text = source_text(context.doc)[time.start : time.end]
    return f" in {text}" if text.strip().isdigit() else f" {_preposition(context, time)}{text}"


def _several(context: Context, person: Token) -> bool:
    """Whether a participant is more than one, as said or as referred to."""
    referent = context.pronouns.get(person.i)
    if referent is not None:
        return referent.plural
    mention = context.names.of(person)
    return is_plural(person) or (mention is not None and mention.type == "group")


def _preposition(context: Context, time: Time) -> str:
    before = source_text(context.doc)[max(0, time.start - 12) : time.start].split()
    return f"{before[-1]} " if before and before[-1].lower() in {"in", "on", "at", "during", "since"} else ""


def _participle(verb: str) -> str:
    irregular = mapping("inflection", "participle")
    return irregular.get(verb, past(verb))
