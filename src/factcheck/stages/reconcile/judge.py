"""The verdict on one pair of claims: what the rules say of it, the gravest first, and what keeps it from standing."""

import re

from factcheck.frames import compare
from factcheck.frames.frame import Frame
from factcheck.frames.recurrence import other_interval
from factcheck.lexicon.words import predicates
from factcheck.model.link import Relation
from factcheck.stages.reconcile import dates, events, numbers, often, ordinals, places, polarity, roles, tallies
from factcheck.stages.reconcile.judgement import (
    GRAVITY,
    Judgement,
    Rule,
    Surroundings,
    both_announced,
    opposed,
    other_in_a_row,
    quoted,
)

RULES: tuple[Rule, ...] = (
    numbers.amounts,
    tallies.tallies,
    ordinals.ordinals,
    often.times_over,
    dates.times,
    dates.sequence,
    roles.standings,
    roles.qualities,
    places.places,
    events.forms,
    polarity.polarity,
    events.quotes,
)
_SPOKEN_OF = re.compile(r"(?:all|both|the|these|those|his|her|their)\b", re.IGNORECASE)


def judge(left: Frame, right: Frame, around: Surroundings) -> Judgement:
    """The gravest thing that a rule says of a pair; where none speaks, whether the two say the same.

    Two that agree in all that the rules see are left open where the one has a word whose opposite the other has, where
    one word has taken another's place, or where the parties have changed places. Of two plans that exclude each other
    the later one stands: plans change.
    """
    found = _judgement(left, right, around)
    one_sentence = left.claim.source == right.claim.source and left.claim.sentence == right.claim.sentence
    if one_sentence and found.relation in (Relation.DISPUTE, Relation.REVISION):
        return Judgement(Relation.COMPATIBLE, "FC018", 0.6, (*found.steps, "One sentence says both."))
    if found.relation is Relation.CONFLICT and both_announced(left, right):
        later = around.later(left, right)
        if later is not None:
            change = f"Plans change; {later.id} is the later report ({later.published})."
            return Judgement(Relation.REVISION, "FC030", 0.6, (*found.steps, change))
    if found.relation is Relation.AGREE:
        unlike = _unlike(found, left, right)
        if unlike is not None:
            return Judgement(Relation.UNCLEAR, "FC029", 0.4, (*found.steps, unlike))
    return found


def _unlike(found: Judgement, left: Frame, right: Frame) -> str | None:
    """What sets two claims apart that agree in all that the rules see, in words."""
    if all(frame.claim.quantity is not None and frame.claim.quantity.kind == "age" for frame in (left, right)):
        return None  # an age is one, whatever else is told beside it
    if opposed(left, right) or _contrary(left, right):
        return "One has a “not” or a word whose opposite the other has."
    if found.rule not in ("FC001", "FC003", "FC007", "FC008"):
        return None
    if found.rule in ("FC003", "FC007") and _one_more(left) != _one_more(right):
        return "One tells of a further one."
    if other_in_a_row(left, right):
        return "Each is of another in a row."
    if other_interval(left.claim.text, right.claim.text):
        return "Each says after how long, and not the same."
    if events.word_replaced(left, right):
        return "All else is the same, and one word is another."
    return "Who did it to whom is the other way round." if events.changed_places(left, right) else None


_FURTHER = re.compile(
    r"(?:an?|the|by then an?) (?:second|third|fourth|fifth|sixth|further)\b|(?:yet )?another\b", re.IGNORECASE
)


def _one_more(frame: Frame) -> bool:
    """Whether a claim is of one more than were told before: "a second victim died", "a third body was found"."""
    return any(_FURTHER.match(part or "") is not None for part in (frame.claim.subject, frame.claim.object))


def _contrary(left: Frame, right: Frame) -> bool:
    """Whether what happened in the one undoes what happened in the other: began and ended, passed and failed."""
    table, mine, theirs = predicates(), left.senses, right.senses
    return not mine & theirs and (table.contrary(mine, theirs) or table.opposite(mine, theirs))


def _judgement(left: Frame, right: Frame, around: Surroundings) -> Judgement:
    if compare.reversed_parties(left, right) and not predicates().converse(left.senses, right.senses):
        step = "Who did it to whom is the other way round."
        return Judgement(Relation.UNCLEAR, "FC029", 0.4, (quoted(left), quoted(right), step))
    said = [judgement for rule in RULES if (judgement := rule(left, right, around)) is not None]
    plain_word = events.same(left, right, around)
    if said:
        gravest = max(said, key=lambda judgement: (GRAVITY[judgement.relation], judgement.confidence, judgement.rule))
        if gravest.relation is Relation.COMPATIBLE:
            return _retold(left, right, around) or gravest
        if gravest.relation is not Relation.UNCLEAR:
            return _within(left, right, gravest)
        return gravest
    if plain_word is None or plain_word.relation is Relation.COMPATIBLE:
        plain_word = _retold(left, right, around) or plain_word
    return plain_word or Judgement(Relation.UNCLEAR, "FC029", 0.3, (quoted(left), quoted(right), "No rule decides."))


def _retold(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    found = events.retold(left, right, around)
    return found if found is not None and _unlike(found, left, right) is None else None


def _within(left: Frame, right: Frame, judgement: Judgement) -> Judgement:
    """A conflict inside one article is a dispute between those it quotes, or, if it is its own, a lesser certainty."""
    if judgement.relation is not Relation.CONFLICT or left.claim.source != right.claim.source:
        return judgement
    mine, theirs = left.claim.attribution, right.claim.attribution
    if mine is not None and theirs is not None and mine.speaker != theirs.speaker:
        step = f"The article gives both, the one from {mine.speaker}, the other from {theirs.speaker}."
        return Judgement(Relation.DISPUTE, "FC040", judgement.confidence, (*judgement.steps, step))
    if _SPOKEN_OF.match(left.claim.span.text) or _SPOKEN_OF.match(right.claim.span.text):
        step = "One speaks of a group that the article has told of before, which need not be the other's."
        return Judgement(Relation.UNCLEAR, "FC029", 0.4, (*judgement.steps, step))
    alike = left.names == right.names and compare.words(left, right, {})[0] in ("exact", "close")
    if judgement.confidence < 0.75 or judgement.rule != "FC101" or not alike:
        return Judgement(Relation.UNCLEAR, "FC029", 0.4, judgement.steps)
    step = "Both stand in one article."
    return Judgement(Relation.CONFLICT, "FC111", round(judgement.confidence - 0.15, 2), (*judgement.steps, step))
