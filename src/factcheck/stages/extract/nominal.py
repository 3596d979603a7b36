"""Events that a noun names: "the 2013 arrest of X", "his release in August", "the murder of Y shocked the town".

A noun with a date is a claim about when; one without is an event, and only where the text takes it for granted that it
happened to somebody it names: "the murder of X" under no plan, fear, charge or denial. The participant after "of" or
before "'s" is the one to whom it happens or who does it, by the noun. A group is one claim for the group; its members
stand in the arguments.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from factcheck.lexicon.lists import mapping
from factcheck.lexicon.lists import words as listed
from factcheck.model.claim import Argument, Kind, Modality
from factcheck.model.time import Time
from factcheck.stages.extract.clauses import clause_of, is_predicate
from factcheck.stages.extract.context import Context, argument, type_of
from factcheck.stages.extract.draft import Draft
from factcheck.stages.extract.frames import case
from factcheck.stages.extract.inflect import be, past
from factcheck.stages.extract.members import set_off
from factcheck.stages.extract.modality import mood
from factcheck.stages.extract.restate import is_plural, sentence
from factcheck.stages.extract.tree import ancestors, bounds, kid, kids, lemma, phrase, rel, source_text

_HAPPENING = frozenset({"come", "happen", "occur", "follow"})
_OPEN_PREPOSITIONS = frozenset({"without", "against", "for", "before", "until", "pending", "despite", "into"})


def nominal_claims(context: Context, tokens: list[Token]) -> Iterator[Draft]:
    """The dated events that nouns of a sentence name, in text order."""
    for token in tokens:
        if token.pos_ not in {"NOUN", "PROPN"} or context.quotation_at(token.idx) is not None:
            continue
        verb, whom = _verb(token)
        if verb is None:
            continue
        yield from _event(context, token, verb, whom)


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
                yield _claim(context, token, verb, whom, person, who, None, None)


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


def _event(context: Context, token: Token, verb: str, whom: str) -> Iterator[Draft]:
    time = _time(context, token) or _came(context, token)
    if time is None or time.text.lower().endswith(("before", "after")):
        return  # "five days before the vote" says nothing without the vote
    if rel(token) == "obj" and lemma(token.head) in words("offered"):
        return  # "offered her resignation on Thursday; the board turned it down"
    people = _participants(token)
    agents = [child for child in kids(token, "nmod", "obl") if case(child) == "by"]
    if not people and not agents:
        return
    by = agents[0] if agents else None
    if not people:
        yield _claim(context, token, verb, whom, None, None, by, time)
    for person in people:
        if person.pos_ == "PRON" and person.i not in context.pronouns:
            continue
        if lemma(token) in words("of_people") and not _human(context, person):
            continue  # "a conviction of assault"
        described = context.describe(person)
        for who in context.names.members.get(described, ()) or (described,):
            yield _claim(context, token, verb, whom, person, who, by, time)


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
    found = [owner] if owner is not None else []
    if not found:
        found = [child for child in kids(token, "nmod") if case(child) == "of" and not child.like_num][:1]
    return [
        each
        for first in found
        for each in (first, *(c for c in kids(first, "conj") if c.pos_ in {"NOUN", "PROPN", "PRON"}))
    ]


def _claim(
    context: Context,
    token: Token,
    verb: str,
    whom: str,
    person: Token | None,
    who: str | None,
    agent: Token | None,
    time: Time | None,
) -> Draft:
    plural = person is not None and who == context.describe(person) and _several(context, person)
    arguments: list[Argument] = []
    if person is not None:
        arguments.append(replace(argument(context, whom, person), entity=who if who != person.text else None))
    if agent is not None:
        arguments.append(argument(context, "subject", agent))
    place = _place(context, token, person)
    if place is not None:
        arguments.append(argument(context, "place", place))
    by = f" by {context.describe(agent)}" if agent is not None else ""
    where = f" {case(place)} {context.describe(place)}" if place is not None else ""
    dated = _dated(context, time) if time is not None else ""
    if whom == "object":
        first, _, particle = verb.partition(" ")
        participle = _participle(first) + (f" {particle}" if particle else "")
        text = f"{who or 'Somebody'} {be(plural, True)} {participle}{by}{where}{dated}"
    else:
        doer = who or (context.describe(agent) if agent is not None else "Somebody")
        text = f"{doer} {past(verb)}{where}{dated}"
    stretches = [bounds([token])]
    if time is not None:
        stretches.append((time.start, time.end))
    if place is not None:
        stretches.append(bounds(phrase(place, lambda child: rel(child) in {"acl", "appos", "conj"})))
    if person is not None:
        stretches.append(bounds(phrase(person, lambda child: rel(child) in {"acl", "appos", "conj"})))
    start, end = min(part[0] for part in stretches), max(part[1] for part in stretches)
    subject = context.describe(agent) if agent is not None else (who if whom == "subject" else None)
    return Draft(
        Kind.DATE if time is not None else Kind.EVENT,
        token,
        start,
        end,
        sentence(text),
        subject,
        verb,
        who if whom == "object" else None,
        None,
        time,
        context.attribution(token),
        arguments=tuple(sorted(arguments, key=lambda part: (part.start, part.end, part.role))),
        place=context.describe(place) if place is not None else None,
    )


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
