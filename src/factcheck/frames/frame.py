"""A claim made comparable: senses of its predicate, its parties, what it counts, its names, its role, its words."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from factcheck.frames.identity import Identities, claim_names, identities, names_in
from factcheck.frames.measure import measured
from factcheck.frames.predicate import predicate_of
from factcheck.frames.toll import aboard, jobs_lost, toll_of
from factcheck.frames.wording import AUXILIARIES, STOP, WORD, stems, tidy
from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.names import countries
from factcheck.lexicon.stem import stem
from factcheck.lexicon.words import nouns, predicates, roles
from factcheck.model.claim import Claim, Kind
from factcheck.names import acronym, name_key
from factcheck.text import plain

_COPULAS = listed("frames", "copulas")
_PLURAL = re.compile(r"\b(brothers|sisters|family|siblings|couple|twins|both)\b|[a-zñ](?<!s)s\b")
_CUT = re.compile(r"\s+(?:of|in|from|on|at|with|for|to|who|which|that|by|as|including)\b|[,;(—]")
_PARTITIVE = re.compile(
    r"^(?:(?:a|an|the|about|nearly|more than|at least|some|up to)\s+)*(?:many|some|most|all|each|none|any|"
    r"dozens|hundreds|thousands|millions|total|number|group|batch|lots|one|two|three|couple|string|series|handful|scores|majority|half|network)\s+of\s+"
    r"(?:the\s+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Party:
    """A participant: `names` it can be, the key of its head noun with the groups that stands in, and all its words.

    `anonymous` is one that is described by the name of something else: "a New York banker", "an FBI agent".
    """

    names: frozenset[str] = frozenset()
    head: str | None = None
    groups: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    plural: bool = False
    anonymous: bool = False

    def __bool__(self) -> bool:
        return bool(self.names or self.head)


@dataclass(frozen=True, slots=True)
class Role:
    """A standing of somebody in some body: `relations` ("head"), `stage` ("former"), `bodies` by name, their kind."""

    relations: frozenset[str]
    stage: str | None
    bodies: frozenset[str]
    kinds: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Frame:
    """A claim as linking and reconciling see it.

    `events` are its `senses` and those that its nouns name, `measures` what its amount can measure.
    """

    claim: Claim
    predicate: tuple[str, ...]
    senses: frozenset[str]
    events: frozenset[str]
    subject: Party
    object: Party
    counted: Party
    names: frozenset[str]
    vague: frozenset[str]
    words: frozenset[str]
    role: Role | None
    people: frozenset[str] = frozenset()
    passage: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()


IdPair = tuple[str, str]
"""The ids of two claims, in order."""


def pair_of(left: Frame, right: Frame) -> IdPair:
    """The ids of two claims, in order."""
    first, second = sorted((left.claim.id, right.claim.id))
    return first, second


def beside_names(frame: Frame) -> frozenset[str]:
    """The telling words of a claim that are no part of a name: two claims on one person share the name anyway."""
    return frame.words - {word for name in claim_names(frame.claim) for word in stems(name)}


@lru_cache(maxsize=4096)
def _passage(sentence: str) -> frozenset[str]:
    return frozenset(stems(sentence))


def frames(claims: Iterable[Claim]) -> dict[str, Frame]:
    """The frame of each claim by its id. Names are resolved over all the claims together."""
    listed = sorted(claims, key=lambda claim: claim.position)
    known = identities(listed)
    spans = Counter((claim.source, claim.span.start, claim.span.end, claim.predicate) for claim in listed)
    return {
        claim.id: frame(claim, known, spans[claim.source, claim.span.start, claim.span.end, claim.predicate] == 1)
        for claim in listed
    }


def frame(claim: Claim, known: Identities, alone: bool = True) -> Frame:
    """The frame of one claim, its names read through `known`; `alone` says that no other claim has its words."""
    predicate = predicate_of(claim)
    counted = _counted(claim)
    senses = predicates().of(predicate)
    if not senses and len(predicate) > 1:
        senses = predicates().of(predicate[1:])
    if senses & _VIOLENT and _DEADLY.search(claim.text):
        senses = frozenset({"kill"})  # "shot to death" is another count than "shot"
    toll = toll_of(claim, predicate) or aboard(claim, counted.groups) or jobs_lost(claim)
    senses = toll or senses
    subject, object_ = _party(claim, "subject", claim.subject, known), _party(claim, "object", claim.object, known)
    if toll:
        subject, object_ = Party(), Party()  # a toll is no party of what it counts
    if "sentence" in senses and predicate[:1] and predicate[0] in _RECEIVING:
        subject, object_ = Party(), subject  # who receives a term is who was sentenced
    done = _done_by(claim) if not predicate and not senses else None
    if done is not None:
        senses = predicates().of((done["deed"].lower(),)) or predicates().of((stem(done["deed"]),))
        subject, object_ = (_party(claim, "", done["doer"], known), Party()) if senses else (subject, object_)
    group = _group(claim)
    if group is not None:  # "Ada is among the dead" is told as "the dead include Ada"
        senses = frozenset({"include"})
        subject, object_ = _party(claim, "", group, known), subject
    if senses & {"keep_open", "shut"} and object_.words <= {"open", "close", "shut"}:
        object_ = Party()  # "stay open": what it stays is no party
    if not predicate and not senses:  # "no one was hurt"
        senses = frozenset(_STATES[group] for group in object_.groups if group in _STATES)
    if claim.kind is Kind.ROLE and len(subject.names) > 1:
        subject = _nearest(claim, subject, known)
    if alone and claim.span.text[:6].lower() == "their ":
        subject, object_ = (_several(claim, side, known) for side in (subject, object_))
    names: set[str] = set()
    vague: set[str] = set()
    for name in claim_names(claim):
        if _told_in_full(name, claim):
            continue
        stands = known.resolve(name)
        names |= stands
        if len(stands) > 1:
            vague |= stands
    names |= subject.names | object_.names
    if claim.kind is Kind.DATE:
        names |= {entity for name in follower_names(claim) for entity in known.called(name)}
    vague |= {name for side in (subject, object_) if side.plural and len(side.names) > 1 for name in side.names}
    events = set(senses)
    for part in (claim.subject, claim.predicate, claim.object):
        for word in stems(part or "")[:12]:
            if len(word) > 3:
                events |= predicates().of((word,))
    return Frame(
        claim=claim,
        predicate=predicate,
        senses=senses,
        events=frozenset(events),
        subject=subject,
        object=object_,
        counted=counted,
        names=frozenset(names),
        vague=frozenset(vague),
        words=frozenset(stems(claim.text)),
        role=_role(claim, known),
        passage=_passage(claim.sentence.text),
        people=frozenset(name for name in names if _person(name, known)),
        measures=measured(claim, predicate, subject.head, senses),
    )


_DONE_BY = re.compile(
    r"(?:(?:an?|the|this|that|more|new|further)\s+)?(?:[a-z-]+\s+){0,2}?(?P<deed>[a-z]+)\s+(?:from|by)\s+(?P<doer>[^,;]+)"
)


def _done_by(claim: Claim) -> re.Match[str] | None:
    """What "was pressure from the ministry" says was done, and by whom; None where no deed is named so."""
    return _DONE_BY.match(claim.object or "") if claim.kind in (Kind.ATTRIBUTE, Kind.EVENT, Kind.RELATION) else None


_RECEIVING = frozenset(map(stem, ("receive", "get", "serve")))


def _told_in_full(name: str, claim: Claim) -> bool:
    """Whether a bare name of the claim's words is one of a participant whose full name its article gives."""
    words = set(name.split())
    full = (set(item.entity.split()) for item in claim.arguments if item.entity and item.type == "person")
    return any(words < entity for entity in full)


def _person(name: str, known: Identities) -> bool:
    """Whether a name is one of a person: as the articles' own analysis has it, else by having two words or more."""
    kind = known.types.get(name)
    return kind == "person" or (kind in (None, "group") and " " in name)


_STATES = {"injured": "injure", "dead": "die"}  # what befell those who are so
_VIOLENT = frozenset({"shoot", "stab", "attack", "burn"})
_DEADLY = re.compile(r"\b(?:to death|fatally|(?:shot|stabbed|beaten) dead)\b", re.IGNORECASE)


_OWNED = re.compile(r"(?:['’]s|s['’]) (?:[a-z][\w-]* ){0,2}[a-z][\w-]*$")


def _party(claim: Claim, role: str, text: str | None, known: Identities) -> Party:
    if not text:
        return Party()
    argument = next((item for item in claim.arguments if item.role == role), None)
    head = stem(argument.head, lemma=True) if argument is not None and argument.head else _head(text)
    named: set[str] = set()
    entity = argument.entity if argument is not None else None
    owned = _OWNED.search(text) is not None  # "Ann Lee's health" is not Ann Lee
    for name in [] if owned else names_in(text) or ([entity] if entity and entity[:1].isupper() else []):
        named |= known.resolve(name)
    if not named and text.lower() in _PRONOUNS:
        named, several = _before(claim, text.lower(), known)
        return Party(frozenset(named), head if not named else None, plural=several)
    words = frozenset(stems(text))
    groups = nouns().of(head or "")
    anonymous = bool(named) and _anonymous(text, groups) and not any(_called(name, known) for name in names_in(text))
    return Party(frozenset(named), head, groups, words, bool(_PLURAL.search(text)), anonymous)


def _called(name: str, known: Identities) -> bool:
    """Whether a name as written can be somebody's own: no acronym, no place, no body."""
    if all(acronym(word) is not None for word in name.split()) or name_key(name) in countries():
        return False
    kinds = {known.types.get(entity) for entity in known.resolve(name)}
    body = name_key(name).split()[-1:]
    return not kinds & {"place", "organization", "thing"} and not frozenset(map(stem, body)) & roles().organisations


def _anonymous(text: str, groups: frozenset[str]) -> bool:
    """Whether a text describes a person in common words behind its last name: "a New York banker"."""
    table = nouns()
    people = any(group == "person" or "person" in table.broader.get(group, ()) for group in groups)
    last = _CUT.split(tidy(text).strip(), maxsplit=1)[0].split()[-1:]
    return people and bool(last) and last[0].islower()


_PRONOUNS = {
    "he": 1,
    "him": 1,
    "his": 1,
    "she": 1,
    "her": 1,
    "they": 2,
    "them": 2,
    "their": 2,
    "who": 0,
    "whom": 0,
    "whose": 0,
}


def _before(claim: Claim, pronoun: str, known: Identities) -> tuple[set[str], bool]:
    """Whom a pronoun left as it is can stand for: the last name before it, of several persons if it is plural."""
    ahead = claim.sentence.text[: max(0, claim.span.start - claim.sentence.start)]
    stands = [known.resolve(name) for name in names_in(ahead)]
    if _PRONOUNS[pronoun] == 2:
        stands = [names for names in stands if len(names) > 1]
    return (set(stands[-1]), len(stands[-1]) > 1) if stands else (set(), False)


LATER = re.compile(
    r"\band\b(?P<before>[^.;]{0,60}?)\b(?P<number>\d{1,2}|a|one|two|three|four|five|six|seven|eight|nine|ten)\s+"
    r"(?P<unit>year|month|week|day)s?\s+later\b(?P<after>[^.;]{0,60})",
    re.IGNORECASE,
)


def follower_names(claim: Claim) -> list[str]:
    """The names in "and two years later his brother Omar" after the time of a claim."""
    when = claim.time
    if when is None:
        return []
    match = LATER.search(claim.sentence.text, max(0, when.end - claim.sentence.start))
    return names_in(match["before"]) + names_in(match["after"]) if match is not None else []


def _several(claim: Claim, side: Party, known: Identities) -> Party:
    """A party that stands for "their", with all whom the word can mean where its sentence names several."""
    stands, several = _before(claim, "their", known)
    return (
        replace(side, names=frozenset(stands), plural=True) if several and side.names and side.names <= stands else side
    )


def _nearest(claim: Claim, subject: Party, known: Identities) -> Party:
    """Of a subject with several names, the one that stands right before the role: each of a list has its own."""
    where = claim.span.text.find((claim.object or "")[:25])
    before = names_in(claim.span.text[:where]) if where > 0 else []
    stands = known.resolve(before[-1]) & subject.names if before else frozenset()
    return replace(subject, names=stands) if stands else subject


def _group(claim: Claim) -> str | None:
    """Whom a claim counts its subject among ("is among the dead", "is one of the injured"); None where it does not."""
    copular = claim.predicate and set(WORD.findall(claim.predicate.lower())) <= AUXILIARIES | _COPULAS
    if not copular or not claim.subject or claim.kind not in (Kind.RELATION, Kind.ATTRIBUTE, Kind.QUANTITY):
        return None
    if claim.kind is Kind.QUANTITY:  # "four children were among the dead"
        told = _WERE_AMONG.search(claim.text)
        return told["group"] if told is not None else None
    phrase = claim.object or ""
    whole = _WERE_AMONG.search(claim.text)
    if whole is not None and phrase and whole["group"].startswith(phrase):
        phrase = f"among {whole['group']}"  # a parse may have the group alone for the object, and "those" for the group
    match = _AMONG.match(phrase)
    if match is None:
        return None
    group = phrase[match.end() :]
    done = _DONE_TO.match(group)
    if done is not None and not nouns().of(stem(done["deed"])):
        return "those"  # "those being flown out" are anybody, "those killed" the dead
    return group


_DONE_TO = re.compile(r"those (?:being |to be )?(?P<deed>[a-z]+)", re.IGNORECASE)
_WERE_AMONG = re.compile(r"\b(?:is|are|was|were) among(?:st)? (?P<group>[^,.;]+)")


_AMONG = re.compile(
    r"(?:among|amongst|one of|some of)\s+"
    r"(?!(?:the |its |their |his |her )?"
    r"(?:most|more|least|best|worst|first|last|(?!priest|guest|arrest|protest)[a-z]{3,}est)\b)",
    re.IGNORECASE,
)


def _head(text: str) -> str | None:
    """The head of a noun phrase: its last word before a preposition, a comma or a relative clause."""
    text = _PARTITIVE.sub("", tidy(text).strip())
    part = _CUT.split(text, maxsplit=1)[0]
    words = WORD.findall(part) or WORD.findall(text)
    return stem(words[-1]) if words else None


def head_keys(text: str) -> tuple[str, ...]:
    """The head of a noun phrase or adjective phrase as look-up keys: its last two words, and its last."""
    part = _CUT.split(tidy(text).strip(), maxsplit=1)[0]
    words = [stem(word) for word in WORD.findall(part)]
    return tuple(dict.fromkeys(key for key in (" ".join(words[-2:]), words[-1] if words else "") if key))


def _counted(claim: Claim) -> Party:
    """What a quantity counts, as a party: the head of its lemma phrase, its groups, and its modifiers."""
    quantity = claim.quantity
    if quantity is None or not quantity.counted:
        return Party()
    words = [word for word in WORD.findall(plain(quantity.counted.lower())) if word not in STOP or word == "other"]
    if not words:
        return Party()
    parts = [stem(word) for word in words]
    pair = " ".join(parts[-2:])
    groups = nouns().of(pair) or nouns().of(parts[-1])
    return Party(head=parts[-1], groups=groups, words=frozenset(parts[:-1]))


def _role(claim: Claim, known: Identities) -> Role | None:
    """The role that a claim ascribes to its subject, read from predicate and object."""
    if claim.kind not in (Kind.ROLE, Kind.RELATION, Kind.ATTRIBUTE):
        return None
    phrase = f"{claim.predicate or ''} {claim.object or ''}"
    words = [stem(word) for word in WORD.findall(tidy(phrase))]
    table = roles()
    relations: set[str] = set()
    for index, word in enumerate(words):
        relations |= table.relations.get(" ".join(words[index : index + 2]), frozenset())
        relations |= table.relations.get(word, frozenset())
    if "founder" in relations or ("member" in relations and "found" in words):
        relations = {"founder"}
    stage = next((table.stages[word] for word in words if word in table.stages), None)
    bodies = {_body(entity) for name in names_in(claim.object or "") for entity in known.resolve(name)}
    kinds = frozenset(words) & table.organisations
    plainly = frozenset(WORD.findall(tidy(claim.predicate or "").lower())) <= AUXILIARIES | _COPULAS
    if claim.kind is not Kind.ROLE and not (plainly and _head(claim.object or "") in table.relations):
        return None
    return Role(frozenset(relations), stage, frozenset(bodies), kinds, frozenset(stems(phrase)))


_LOCATED = re.compile(
    r"\b(?:is|are|was|were|lies|lie|lay|sits|sit|stands|stand|located|situated) (?:in|at|near|outside|on)\s",
    re.IGNORECASE,
)


def describes(frame: Frame) -> bool:
    """Whether a claim says what or where its subject is, so that its object is the answer and no party."""
    return bool(frame.subject) and (frame.role is not None or not frame.predicate)


def located(frame: Frame) -> frozenset[str]:
    """The named place of a claim that says where its subject is; empty where it says no such thing."""
    if (frame.predicate and not frame.senses & {"find"}) or not frame.subject or not _LOCATED.search(frame.claim.text):
        return frozenset()
    return frame.object.names


def _body(name: str) -> str:
    """The name of an organisation without the word for its kind: "crimson" of "crimson gang"."""
    words = name.split()
    while len(words) > 1 and stem(words[-1]) in roles().organisations:
        words.pop()
    return " ".join(words)


__all__ = [
    "Frame",
    "IdPair",
    "Party",
    "Role",
    "beside_names",
    "frame",
    "frames",
    "pair_of",
]
