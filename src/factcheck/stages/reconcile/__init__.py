"""Clusters -> verdicts and findings: which answers to one question agree, and which cannot both be right.

Each pair of a cluster is put to the rules, a module a matter; a rule that has nothing to say keeps silent. Of what the
rules say the gravest stands. Ids: FC00x agreement, FC01x compatible, FC02x part, whole and open, FC03x revision, FC04x
dispute and drift, FC1xx conflict; docs/rules.md has a section on each.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from factcheck.frames import compare
from factcheck.frames.frame import Frame, frames
from factcheck.frames.identity import identities
from factcheck.lexicon.words import predicates
from factcheck.model.article import Article
from factcheck.model.claim import Claim, Kind
from factcheck.model.finding import Finding
from factcheck.model.lineage import Lineage
from factcheck.model.link import Cluster, Link, Pair, Relation, Value
from factcheck.stages.reconcile import dates, events, numbers, places, polarity, roles, tallies
from factcheck.stages.reconcile.ages import ages
from factcheck.stages.reconcile.drifted import drifted
from factcheck.stages.reconcile.findings import findings, shortened, stated
from factcheck.stages.reconcile.judgement import (
    GRAVITY,
    Judgement,
    Rule,
    Surroundings,
    both_announced,
    opposed,
    overall,
    quoted,
    surroundings,
)
from factcheck.stages.reconcile.order import orders
from factcheck.stages.reconcile.question import question, slot
from factcheck.stages.reconcile.spelling import spellings
from factcheck.stages.reconcile.streets import streets
from factcheck.stages.reconcile.sums import sums
from factcheck.stages.reconcile.weight import ranking
from factcheck.stages.reconcile.wording import wordings

RULES: tuple[Rule, ...] = (
    numbers.amounts,
    tallies.tallies,
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
_LEAST = 12  # characters: shorter words ("killed") do not tell what was agreed on
_SIDES = 60  # claims of one cluster that are judged in pairs; more would be one source repeating itself


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Clusters with values, verdicts and question; findings in order; how many pairs were judged."""

    clusters: tuple[Cluster, ...]
    findings: tuple[Finding, ...]
    compared_pairs: int


def reconcile(
    clusters: Sequence[Cluster],
    origins: Mapping[str, str],
    articles: Sequence[Article] = (),
    lineage: Sequence[Lineage] = (),
    told: Sequence[Claim] = (),
    links: Sequence[Link] = (),
) -> Reconciled:
    """Judge every pair of claims in each cluster and report.

    Args:
        clusters: Groups of claims that answer one question, in any order.
        origins: Source id -> the source it derives from in the end; a source not in it is its own origin.
        articles: The articles, for their dates; one that is missing is taken to have none.
        lineage: Who derives from whom.
        told: All claims, those too that are in no cluster; they are looked through for spellings and sums.
        links: What linking has found; of it is used which claims bear each other out, share a figure or a measure.
    Returns:
        The clusters with verdicts, and findings in a total order that does not depend on the order of the input.

    O(k^2) rules for a cluster of k claims, k at most 60.
    """
    claims = {claim.id: claim for claim in (*told, *(claim for item in clusters for claim in item.claims))}
    table = frames(claims.values())  # of all, so that a name stands for whom it stood for when they were linked
    around = surroundings(table.values(), origins, articles, lineage, links)
    judged = []
    found: list[Finding] = []
    compared = 0
    for item in sorted(clusters, key=lambda item: item.id):
        done, numbers_of_values = _judge(item, table, around)
        judged.append(done)
        compared += len(done.pairs)
        found += findings(
            done, numbers_of_values, lambda ids, rule: question([table[id_] for id_ in ids], rule, around.origins)
        )
    every = list(claims.values())
    found += [*sums(every), *spellings(every, around)]
    if len({claim.source for claim in every}) > 1:
        known = identities(every)
        found += [*wordings(every, around, known), *orders(every, around, known), *ages(every, around, known)]
        found += streets(every, around)
    rank = ranking(claims)
    unique = {finding.id: finding for finding in sorted(found, key=rank, reverse=True)}
    ordered = sorted(_once(list(unique.values()), claims), key=rank)
    return Reconciled(
        tuple(sorted(judged, key=lambda item: (_place(item.claims[0]), item.id))), tuple(ordered), compared
    )


def _once(found: Sequence[Finding], claims: Mapping[str, Claim]) -> list[Finding]:
    """Without what another finding says more plainly of the same two sentences: FC102, person by person, what FC109
    says, and FC120, which names the person, what FC101 says of an age.
    """

    def sentences(finding: Finding) -> frozenset[tuple[str, int]]:
        return frozenset((claims[id_].source, claims[id_].sentence.start) for id_ in finding.claims)

    plainer = {
        rule: [sentences(finding) for finding in found if finding.rule == other]
        for rule, other in (("FC109", "FC102"), ("FC101", "FC120"))
    }

    def aged(finding: Finding) -> bool:
        amounts = [claims[id_].quantity for id_ in finding.claims]
        return all(amount is not None and amount.kind == "age" for amount in amounts)

    def told_again(finding: Finding) -> bool:
        said = plainer.get(finding.rule, ()) if finding.rule != "FC101" or aged(finding) else ()
        return any(sentences(finding) <= told for told in said)

    return [finding for finding in found if not told_again(finding)]


def _place(claim: Claim) -> tuple[str, int, int, str]:
    return claim.source, claim.span.start, claim.span.end, claim.id


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


def _judge(cluster: Cluster, table: Mapping[str, Frame], around: Surroundings) -> tuple[Cluster, dict[str, int]]:
    members = sorted(cluster.claims, key=_place)
    pairs = []
    for left, right in combinations(members[:_SIDES], 2):
        first, second = sorted((left.id, right.id))
        verdict = judge(table[left.id], table[right.id], around)
        pairs.append(Pair(first, second, verdict.relation, verdict.rule, verdict.confidence, verdict.steps))
    pairs = _given_by_both(pairs, {claim.id: claim for claim in members})
    values, numbered = _values(members, pairs, around.origins)
    listed = [table[claim.id] for claim in members]
    return (
        replace(
            cluster,
            question=question(listed, origins=around.origins),
            slot=slot(listed),
            claims=tuple(members),
            values=values,
            relation=overall(pairs, {claim.id: claim.source for claim in members}),
            pairs=tuple(pairs),
        ),
        numbered,
    )


def _given_by_both(pairs: Sequence[Pair], members: Mapping[str, Claim]) -> list[Pair]:
    """Pairs by ids; a conflict between two sources is a dispute where one of them gives the other's answer as well, and
    somebody is said to hold one of the two; else it is left open.
    """
    source = {id_: claim.source for id_, claim in members.items()}
    agreeing = {Relation.AGREE, Relation.COMPATIBLE}
    friends: dict[str, set[str]] = {}
    for pair in pairs:
        if pair.relation in agreeing and pair.rule in _FITTING:
            friends.setdefault(pair.left, set()).add(source[pair.right])
            friends.setdefault(pair.right, set()).add(source[pair.left])
    settled = []
    for pair in pairs:
        known = source[pair.left] in friends.get(pair.right, ()) or source[pair.right] in friends.get(pair.left, ())
        if pair.relation is Relation.CONFLICT and pair.rule in _AMOUNT_OR_TIME and known:
            step = "One of the sources gives the other's answer as well, so that it reports a dispute or two things."
            sides = [members[id_] for id_ in (pair.left, pair.right)]
            aged = any(claim.quantity is not None and claim.quantity.kind == "age" for claim in sides)
            held = not aged and any(claim.attribution is not None for claim in sides)  # nobody disputes an age
            relation, rule = (Relation.DISPUTE, "FC040") if held else (Relation.UNCLEAR, "FC029")
            pair = replace(pair, relation=relation, rule=rule, steps=(*pair.steps, step))
        settled.append(pair)
    return sorted(settled, key=lambda pair: (pair.left, pair.right))


_AMOUNT_OR_TIME = frozenset({"FC101", "FC102"})
# Rules by which an amount or a time fits another one; FC018 says only that nothing clashes, of any two claims.
_FITTING = frozenset({"FC001", "FC002", "FC008", "FC010", "FC011", "FC012", "FC013"})


def _values(
    members: Sequence[Claim], pairs: Sequence[Pair], origins: Mapping[str, str]
) -> tuple[tuple[Value, ...], dict[str, int]]:
    """The distinct answers: a claim joins those that it agrees with, unless it differs from one of them.

    Claims that most other sources agree with come first, so that an aside of one source does not draw its best away.
    """
    rules = {frozenset((pair.left, pair.right)): pair.rule for pair in pairs if pair.relation is Relation.AGREE}
    agreeing = frozenset(rules)
    fitting = agreeing | {frozenset((pair.left, pair.right)) for pair in pairs if pair.relation is Relation.COMPATIBLE}
    source = {claim.id: claim.source for claim in members}
    friends = Counter(id_ for pair in agreeing for id_ in pair if len({source[other] for other in pair}) == 2)
    groups: list[list[Claim]] = []
    for claim in sorted(members, key=lambda claim: (-friends[claim.id], _place(claim))):
        for group in groups:
            both = [frozenset((claim.id, other.id)) for other in group]
            if any(pair in agreeing for pair in both) and all(pair in fitting for pair in both):
                group.append(claim)
                break
        else:
            groups.append([claim])
    groups = sorted((sorted(group, key=_place) for group in groups), key=lambda group: _place(group[0]))
    values = [
        Value(
            _shown(group, rules),
            tuple(claim.id for claim in group),
            tuple(sorted({claim.source for claim in group})),
            len({origins.get(claim.source, claim.source) for claim in group}),
        )
        for group in groups
    ]
    order = sorted(range(len(values)), key=lambda index: (-values[index].origins, -len(values[index].sources), index))
    numbered = {id_: place for place, index in enumerate(order) for id_ in values[index].claims}
    return tuple(values[index] for index in order), numbered


def _shown(group: Sequence[Claim], rules: Mapping[frozenset[str], str]) -> str:
    """A value in a few words: the amount or the time that sources agree on, else the shortest claim of those that do.

    Args:
        group: The claims of one value.
        rules: The rule by which a pair of claims agrees, by their ids.
    """
    across = {
        frozenset((left.id, right.id)): rules[frozenset((left.id, right.id))]
        for left, right in combinations(group, 2)
        if frozenset((left.id, right.id)) in rules and (left.source != right.source or len(_sources(group)) == 1)
    }
    for rule, kind in (("FC001", Kind.QUANTITY), ("FC008", Kind.QUANTITY), ("FC002", Kind.DATE)):
        ids = {id_ for pair, by in across.items() if by == rule for id_ in pair}
        told = [claim for claim in group if claim.id in ids] or (list(group) if not across else [])
        said = [words for claim in told if (words := stated(claim, kind))]
        if said:
            return min(said, key=lambda words: (len(words), words))
    ids = {id_ for pair in across for id_ in pair}
    told = [claim for claim in group if claim.id in ids] or list(group)
    claim = min(told, key=lambda item: (len(item.span.text) < _LEAST, len(item.span.text), _place(item)))
    return shortened(claim.span.text)


def _sources(group: Sequence[Claim]) -> set[str]:
    return {claim.source for claim in group}


__all__ = ["RULES", "Reconciled", "drifted", "judge", "reconcile"]
