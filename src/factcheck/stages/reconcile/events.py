"""FC003 FC005 FC007 FC015 FC105 FC106 FC107 FC108: what happened, where, in which legal form, and what was said."""

import re

from factcheck.frames import compare
from factcheck.frames.frame import Frame, beside_names
from factcheck.frames.wording import stems
from factcheck.lexicon.lists import words
from factcheck.lexicon.words import ONE_WORD, alike, nouns, predicates
from factcheck.model.claim import Kind, Modality
from factcheck.model.link import Relation
from factcheck.stages.reconcile.judgement import (
    Judgement,
    Surroundings,
    comparable,
    details_differ,
    firmly_shared,
    on_one_side,
    other_complement,
    other_in_a_row,
    parties_fit,
    plain,
    quoted,
    times_apart,
)
from factcheck.stages.reconcile.polarity import each_its_own, lacking
from factcheck.stages.reconcile.whose import of_one_alone

_POINT = re.compile(
    r"\b(?:grounds|bypass\w*|instead of|rather than|formal\w*|treat(?:y|ies)|legal\w*|law|laws|statute|not an?|"
    r"due process|technically|by the board|for (?:\w+ )?reasons|of (?:his|her|their) own|voluntar(?:y|ily))\b",
    re.IGNORECASE,
)
_QUOTATION = re.compile(r"[“\"]([^“”\"]{8,})[”\"]")


def forms(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """FC108: one act under two legal names ("expelled", "extradited"), where a source makes a point of its form."""
    charged = _other_crime(left, right, around)
    if charged is not None:
        return Judgement(Relation.CONFLICT, "FC108", 0.65, (quoted(left), quoted(right), charged))
    if not predicates().other_form(left.senses, right.senses) or not plain(left, right) or not parties_fit(left, right):
        return None
    said = (quoted(left), quoted(right))
    pointed = [frame for frame in (left, right) if _makes_a_point(frame)]
    if not pointed:
        return Judgement(Relation.COMPATIBLE, "FC016", 0.6, (*said, "Loosely the two words name one act."))
    step = f"{pointed[0].claim.source} makes a point of the form, and in law the two exclude each other."
    return Judgement(Relation.CONFLICT, "FC108", 0.7, (*said, step))


_KILLED = re.compile(r"\b(?P<attempted>attempted )?(?P<crime>murder|manslaughter)\b", re.IGNORECASE)
_TRIED = frozenset({"charge", "convict", "acquit", "sentence", "plead_guilty", "plead_not_guilty"})


def _other_crime(left: Frame, right: Frame, around: Surroundings) -> str | None:
    """Why one is said to be charged with two crimes that exclude each other, in words: murder, manslaughter.

    Neither article may have the other's word: many are charged with the one and convicted of the other.
    """
    if not left.senses & right.senses & _TRIED or not comparable(left, right, around) or times_apart(left, right):
        return None
    told = [_KILLED.findall(frame.claim.text) for frame in (left, right)]
    if len(told[0]) != 1 or len(told[1]) != 1 or not firmly_shared(left, right) & left.people:
        return None
    mine, theirs = (f"{attempted}{crime}".lower() for ((attempted, crime),) in told)
    if {mine, theirs} != {"murder", "manslaughter"}:
        return None
    if any(around.mentions(frame, frozenset({other})) for frame, other in ((left, theirs), (right, mine))):
        return None
    return f"A killing is one or the other: {mine}, {theirs}."


def _makes_a_point(frame: Frame) -> bool:
    return bool(_POINT.search(frame.claim.sentence.text))


def quotes(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """FC005, FC015: the same words of one speaker, or nearly the same."""
    if Kind.QUOTE not in (left.claim.kind, right.claim.kind):
        return None
    mine, theirs = (
        set(stems(" ".join(_QUOTATION.findall(frame.claim.span.text)) or frame.claim.span.text))
        for frame in (left, right)
    )
    if not mine or not theirs:
        return None
    shared = len(mine & theirs) / min(len(mine), len(theirs))
    said = (quoted(left), quoted(right))
    if shared >= 0.9 and (min(len(mine), len(theirs)) >= _QUOTED or mine == theirs):
        return Judgement(Relation.AGREE, "FC005", 0.9, (*said, "The words quoted are the same."))
    if shared >= 0.5:
        return Judgement(Relation.COMPATIBLE, "FC015", 0.7, (*said, "The words quoted are nearly the same."))
    if left.claim.kind is right.claim.kind:
        return Judgement(Relation.COMPATIBLE, "FC018", 0.6, (*said, "They quote other words."))
    return None


_QUOTED = 3
"""Telling words that make a quotation known within a longer one; "there was blood" is in many."""


def _one_pair(left: Frame, right: Frame) -> bool:
    """Whether who did it, and to whom, match wherever both claims say so: a name against "his lawyer" does not."""
    return all(
        not mine or not theirs or compare.party(mine, theirs)[0] in ("exact", "close")
        for mine, theirs in ((left.subject, right.subject), (left.object, right.object))
    )


def _described_otherwise(left: Frame, right: Frame) -> bool:
    """Whether both say what somebody is, each with a word that the other lacks: the interior and the transport
    minister, the brother and the cousin.
    """
    if not compare.both_describe(left, right):
        return False
    kin = words("people", "kin")  # all near each other in meaning: likeness cannot tell them apart
    mine, theirs = (kin & frozenset((frame.claim.object or "").lower().split()) for frame in (left, right))
    return each_its_own(left.object, right.object) or bool(mine - theirs and theirs - mine)


_ROOT = 4  # letters in which one word's forms agree: "Norway", "Norwegian"; a name in two spellings
_LIGHT = frozenset(stems("use"))  # "used to pay", "used the name"


def word_replaced(left: Frame, right: Frame) -> bool:
    """Whether one word stands in another's place, all else the same: "half were empty", "half were taken".

    Words like each other in meaning are the same, and so are two predicates of one sense.
    """
    mine, theirs = (frozenset(stems(frame.claim.text)) for frame in (left, right))
    told = frozenset(left.predicate) | frozenset(right.predicate) if left.senses & right.senses else frozenset()
    for frame in (left, right):
        if frame.claim.quantity is not None:  # amounts are compared as such: "fifty-five" is 55
            told |= frozenset(stems(frame.claim.quantity.text))
    one, other = mine - theirs - told - _LIGHT, theirs - mine - told - _LIGHT
    if len(one) != 1 or len(other) != 1 or len(mine & theirs) < 2:
        return False
    (word,), (instead,) = one, other
    return word[:_ROOT] != instead[:_ROOT] and bool(lacking(one, theirs)) and bool(lacking(other, mine))


_LED_TO = re.compile(r"\b(from|to|into|at|in|for|against|with|over|before|after|by) ([A-ZÀ-Þ][\w’'-]+)")


def changed_places(left: Frame, right: Frame) -> bool:
    """Whether the same words make another the doer ("Lee owed the bank", "the bank owed Lee") or the goal ("from Oslo
    to Lund", "from Lund to Oslo").
    """
    if sorted(stems(left.claim.text)) != sorted(stems(right.claim.text)):
        return False
    mine, theirs = (frozenset(_LED_TO.findall(frame.claim.text)) for frame in (left, right))
    if mine != theirs and {name for _, name in mine} == {name for _, name in theirs}:
        return True
    if not compare.same_event(left, right):
        return False
    if not left.subject or not right.subject:
        return False
    return compare.party(left.subject, right.subject)[0] not in ("exact", "close")


def _days_unknown(left: Frame, right: Frame) -> bool:
    """Whether both name a day that nothing anchors, and not the same: "Monday", "Tuesday" in articles without dates."""
    mine, theirs = left.claim.time, right.claim.time
    if mine is None or theirs is None or mine.resolved or theirs.resolved:
        return False
    return mine.value is not None and theirs.value is not None and mine.value != theirs.value


def _one_or_several(left: Frame, right: Frame) -> bool:
    """Whether it befell one in the one claim and several in the other, in words of which none is the same."""
    mine, theirs = left.object, right.object
    if not mine.head or not theirs.head or mine.names or theirs.names or mine.head == theirs.head:
        return False
    return mine.plural != theirs.plural and not mine.words & theirs.words


def _several_and_one(several: Frame, one: Frame) -> bool:
    """Whether the one counts several of those of whom the other tells a single one: "three workers", "a worker"."""
    quantity = several.claim.quantity
    if quantity is None or quantity.kind != "count" or quantity.low < 2 or one.claim.quantity is not None:
        return False
    mine, theirs = (frame.object or frame.subject for frame in (several, one))
    if any(party.names and not party.anonymous for party in (mine, theirs)):
        return False
    if theirs.plural or mine.head != several.counted.head:
        return False
    table = nouns()
    kinds = theirs.groups.union(*(table.broader.get(group, frozenset()) for group in theirs.groups))
    return mine.head == theirs.head or ("person" in kinds and not _BAND & theirs.words)


_BAND = frozenset(stems("family couple pair crew team group trio band gang squad staff party unit people public"))
_UNTIL = re.compile(r"\b(?:until|till) (?P<end>[^,.;()]+)", re.IGNORECASE)


def _of_another_end(left: Frame, right: Frame) -> bool:
    """Whether both say until when, in words of which none is the same: "until further notice", "until Friday"."""
    mine, theirs = (_UNTIL.search(frame.claim.text) for frame in (left, right))
    if mine is None or theirs is None or compare.time(left, right)[0] in ("exact", "close"):
        return False
    return not set(stems(mine["end"])) & set(stems(theirs["end"]))


_RANK = re.compile(
    r"(?:the )?(?P<rank>(?:deputy|vice|assistant|former|ex|acting|interim)[ -])?(?P<title>[a-z]+) ", re.IGNORECASE
)


def _other_rank(left: Frame, right: Frame) -> bool:
    """Whether one title has a word before it by which it is another: "deputy mayor Ann Lee", "mayor Ann Lee"."""
    mine, theirs = (_RANK.match(frame.claim.text) for frame in (left, right))
    if mine is None or theirs is None or mine["title"].lower() != theirs["title"].lower():
        return False
    return (mine["rank"] or "").lower() != (theirs["rank"] or "").lower()


_ALSO = re.compile(r"\balso\b", re.IGNORECASE)
_ATTEMPT = re.compile(
    r"\b(?:attempt(?:ed|s|ing)?|(?:try|tries|tried|trying|sought|seeks?|seeking) to)\b", re.IGNORECASE
)
_REFUSED = re.compile(r"\b(?:declin|refus|fail)(?:e|es|ed|s|ing)? to\b", re.IGNORECASE)
_ADVICE = re.compile(r"\b(?:recommend|urg|advis|suggest|propos|demand|insist)(?:e|es|ed|s|ing)?\b", re.IGNORECASE)
_ABLE = re.compile(r"\b(?:can|cannot|can't|can’t|could|(?:is|are|was|were) able to)\b", re.IGNORECASE)
_STAGE = re.compile(r"\b(?:provisional|interim|temporar|preliminar|partial|initial)\w*\b", re.IGNORECASE)


def _of_another(left: Frame, right: Frame) -> str | None:
    """Which word of only one of the two says that it tells a further thing, or what came before the last, in words."""
    for word, why in (
        (_ALSO, "One tells a further thing of the kind."),
        (_STAGE, "One speaks of an earlier stage."),
        (_ATTEMPT, "One speaks of an attempt."),
        (_REFUSED, "One says that it was not done."),
        (_ADVICE, "One says what should be done."),
        (_ABLE, "One says what can be done."),
    ):
        if (word.search(left.claim.text) is None) != (word.search(right.claim.text) is None):
            return why
    return _on_condition(left, right) or _of_another_crime(left, right)


_OFFENCE = re.compile(
    r"\b(?:convicted|accused|guilty|suspected|charged|indicted|acquitted|cleared) (?:of|with|for|on) (?P<crime>[^,;]+)",
    re.IGNORECASE,
)


def _of_another_crime(left: Frame, right: Frame) -> str | None:
    """Why one trial or suspicion is not the other: each names a crime, and not the same; in words."""
    mine, theirs = (_OFFENCE.search(frame.claim.text) for frame in (left, right))
    if mine is None or theirs is None:
        return None
    one, other = (frozenset(stems(match["crime"])) for match in (mine, theirs))
    return None if compare.soft_cosine(one, other, {}) >= _ALIKE else "They name different crimes."


_IF = re.compile(r"\b(?:if|unless) (?P<condition>[^,;]+)", re.IGNORECASE)
_TELLING = 0.35  # soft cosine of the words beside names, from which two acts of saying or beginning can be one
_ALIKE = 0.2  # soft cosine of two conditions from which they can be one


def _on_condition(left: Frame, right: Frame) -> str | None:
    """Why a claim with an "if" is not the other one: that has none, or another; in words."""
    mine, theirs = (_IF.search(frame.claim.text) for frame in (left, right))
    if mine is None and theirs is None:
        return None
    if mine is None or theirs is None:
        return "One names a condition."
    one, other = (frozenset(stems(match["condition"])) for match in (mine, theirs))
    return None if compare.soft_cosine(one, other, {}) >= _ALIKE else "They name different conditions."


def same(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """FC003: both tell the same event or state, and nothing in it differs."""
    said = (quoted(left), quoted(right))
    if left.claim.negated != right.claim.negated:
        return None
    event = compare.event(left, right)[0]
    who = compare.parties(left, right)[0]
    shared = compare.words(left, right, {})[0]
    if left.claim.modality != right.claim.modality:
        if Modality.ACTUAL in (left.claim.modality, right.claim.modality) and Modality.PLANNED in (
            left.claim.modality,
            right.claim.modality,
        ):
            return Judgement(
                Relation.DRIFT, "FC041", 0.5, (*said, "What one reports as done, the other reports as planned.")
            )
        return Judgement(Relation.COMPATIBLE, "FC018", 0.6, (*said, "They differ in how sure they are."))
    if compare.time(left, right)[0] == "apart":
        days = all(when is not None and when.precision == "day" for when in (left.claim.time, right.claim.time))
        near = days and not times_apart(left, right)
        step = "They give neighbouring days." if near else "They give different times."
        return Judgement(Relation.UNCLEAR, "FC029", 0.4, (*said, step))
    if _days_unknown(left, right):
        hours = all(when is not None and when.kind == "time" for when in (left.claim.time, right.claim.time))
        step = "They give different hours." if hours else "They name different days, and which these are is not known."
        return Judgement(Relation.UNCLEAR, "FC029", 0.4, (*said, step))
    if left.role is not None and right.role is not None and left.role.relations != right.role.relations:
        return Judgement(Relation.COMPATIBLE, "FC014", 0.5, (*said, "The standings differ and can both hold."))
    if _described_otherwise(left, right):
        return Judgement(Relation.COMPATIBLE, "FC014", 0.5, (*said, "Each has a word for it that the other lacks."))
    if on_one_side(left, right):
        return Judgement(
            Relation.UNCLEAR, "FC029", 0.4, (*said, "Both have one party do what only its other side did.")
        )
    if details_differ(left, right):
        return Judgement(Relation.COMPATIBLE, "FC018", 0.5, (*said, "They fit together, but a name or number differs."))
    if other_in_a_row(left, right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.4, (*said, "Each says which of several it tells of."))
    if other_complement(left, right):
        return Judgement(Relation.COMPATIBLE, "FC018", 0.4, (*said, "The verb goes on with other things."))
    if _of_another_end(left, right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.4, (*said, "Each says until when, and not the same."))
    if _other_rank(left, right):
        return Judgement(Relation.COMPATIBLE, "FC018", 0.4, (*said, "They call who it was by two ranks."))
    if _several_and_one(left, right) or _several_and_one(right, left):
        return Judgement(Relation.COMPATIBLE, "FC018", 0.4, (*said, "One counts several, the other tells of one."))
    if _one_or_several(left, right):
        return Judgement(Relation.COMPATIBLE, "FC018", 0.4, (*said, "One tells it of one, the other of several."))
    if not _one_pair(left, right):
        return Judgement(Relation.COMPATIBLE, "FC018", 0.4, (*said, "It is not certain that both tell it of the same."))
    aside = _of_another(left, right) or of_one_alone(left, right, around)
    if aside is not None:
        return Judgement(Relation.COMPATIBLE, "FC018", 0.4, (*said, aside))
    vague = bool(left.senses & words("frames", "open_senses"))
    telling = compare.soft_cosine(beside_names(left), beside_names(right), {}) >= _TELLING
    firm = (shared in ("exact", "close", "near") and (telling or not vague)) or (
        # so few words in common that it takes a party in common, and more than a refusal, to tell one event
        shared == "weak" and who in ("exact", "close") and not vague
    )
    if event == "exact" and who != "apart" and firm:
        return Judgement(Relation.AGREE, "FC003", 0.8, (*said, "The same is said of the same parties."))
    if predicates().opposite(left.senses, right.senses):
        return Judgement(Relation.UNCLEAR, "FC029", 0.4, (*said, "Opposites of which one can follow the other."))
    if shared == "exact" and event in ("exact", "close", "missing") and who != "apart":
        return Judgement(Relation.AGREE, "FC003", 0.75, (*said, "Nearly the same words."))
    if event in ("exact", "close") or shared in ("close", "near"):
        return Judgement(
            Relation.COMPATIBLE, "FC018", 0.6, (*said, "They fit together; one says more or less than the other.")
        )
    return Judgement(
        Relation.COMPATIBLE, "FC018", 0.4, (*said, "They are about one matter, and nothing in them clashes.")
    )


def retold(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """FC007: each claim bears the other out, as a reader of both finds, and nothing that is compared differs."""
    note = around.borne_out(left, right)
    claims = (left.claim, right.claim)
    if note is None or Kind.QUOTE in (claims[0].kind, claims[1].kind):
        return None
    held = all(getattr(claims[0], field) == getattr(claims[1], field) for field in ("modality", "negated", "hedged"))
    if not held or not parties_fit(left, right) or details_differ(left, right) or _described_otherwise(left, right):
        return None
    if compare.time(left, right)[0] == "apart" or _days_unknown(left, right) or _other_amount(left, right):
        return None
    standings = [frame.role.relations if frame.role is not None else frozenset() for frame in (left, right)]
    if standings[0] != standings[1]:
        return None
    if (compare.other_deed(left, right) and not around.one_circle(left, right)) or _other_doer(left, right):
        return None
    denied = left.claim.negated and compare.event(left, right)[0] not in ("exact", "close")
    if denied and compare.parties(left, right)[0] not in ("exact", "close"):
        return None  # "no cause was found", "no arrest was made": two things that are not so
    if _of_another_end(left, right) or _other_rank(left, right):
        return None
    if other_in_a_row(left, right) or _of_another(left, right) is not None:
        return None
    if of_one_alone(left, right, around) is not None:
        return None
    step = f"Read together, each bears the other out ({note})."
    return Judgement(Relation.AGREE, "FC007", 0.7, (quoted(left), quoted(right), step))


def _other_doer(left: Frame, right: Frame) -> bool:
    """Whether both tell one deed, and not of the same doer: "owned by companies", "owned by several countries"."""
    if compare.event(left, right)[0] != "exact" or left.subject.names & right.subject.names:
        return False
    mine, theirs = left.subject.head, right.subject.head
    if mine is None or theirs is None or compare.described(left.subject, right.subject):
        return False
    return alike(mine, theirs) < ONE_WORD


def _other_amount(left: Frame, right: Frame) -> bool:
    """Whether both give an amount of one kind, and not the same number: "at least 20" fits 26 and does not say it."""
    mine, theirs = left.claim.quantity, right.claim.quantity
    if mine is None or theirs is None or (mine.unit, mine.kind) != (theirs.unit, theirs.kind):
        return False  # "two countries" and "$300 million", of a sentence that gives both
    return mine.value != theirs.value
