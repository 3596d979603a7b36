"""The distinct answers that the claims of one cluster give, and which pairs of them one source gives both of."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from factcheck.model.claim import Claim, Kind
from factcheck.model.link import Pair, Relation, Value
from factcheck.stages.reconcile.findings import shortened, stated

_AMOUNT_OR_TIME = frozenset({"FC101", "FC102"})
# Rules by which an amount or a time fits another one; FC018 says only that nothing clashes, of any two claims.
_FITTING = frozenset({"FC001", "FC002", "FC008", "FC010", "FC011", "FC012", "FC013"})
_LEAST = 12  # characters: shorter words ("killed") do not tell what was agreed on


def given_by_both(pairs: Sequence[Pair], members: Mapping[str, Claim], guests: Collection[str] = ()) -> list[Pair]:
    """Pairs by ids; a conflict between two sources is a dispute where one of them gives the other's answer as well, and
    somebody is said to hold one of the two; else it is left open. So is one of a claim that answers another question
    better (`guests`): "rose in May and fell in June" does not contradict "fell".
    """
    source = {id_: claim.source for id_, claim in members.items()}
    agreeing = {Relation.AGREE, Relation.COMPATIBLE}
    friends: dict[str, set[str]] = {}
    for pair in pairs:
        fits = pair.rule in _FITTING or (pair.relation is Relation.AGREE and _amounts_meet(members, pair))
        if pair.relation in agreeing and fits:
            friends.setdefault(pair.left, set()).add(source[pair.right])
            friends.setdefault(pair.right, set()).add(source[pair.left])
    settled = []
    for pair in pairs:
        known = source[pair.left] in friends.get(pair.right, ()) or source[pair.right] in friends.get(pair.left, ())
        if pair.relation is Relation.CONFLICT and {pair.left, pair.right} & set(guests):
            step = "One of them answers another question better, so that the two may be of two things."
            pair = replace(pair, relation=Relation.UNCLEAR, rule="FC029", steps=(*pair.steps, step))
        elif pair.relation is Relation.CONFLICT and pair.rule in _AMOUNT_OR_TIME and known:
            step = "One of the sources gives the other's answer as well, so that it reports a dispute or two things."
            sides = [members[id_] for id_ in (pair.left, pair.right)]
            aged = any(claim.quantity is not None and claim.quantity.kind == "age" for claim in sides)
            held = not aged and any(claim.attribution is not None for claim in sides)  # nobody disputes an age
            relation, rule = (Relation.DISPUTE, "FC040") if held else (Relation.UNCLEAR, "FC029")
            pair = replace(pair, relation=relation, rule=rule, steps=(*pair.steps, step))
        settled.append(pair)
    return sorted(settled, key=lambda pair: (pair.left, pair.right))


def _amounts_meet(members: Mapping[str, Claim], pair: Pair) -> bool:
    """Whether both claims of a pair give an amount, and one number satisfies both."""
    mine, theirs = members[pair.left].quantity, members[pair.right].quantity
    return mine is not None and theirs is not None and mine.agrees_with(theirs)


def distinct_values(
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
    for claim in sorted(members, key=lambda claim: (-friends[claim.id], claim.position)):
        for group in groups:
            both = [frozenset((claim.id, other.id)) for other in group]
            if any(pair in agreeing for pair in both) and all(pair in fitting for pair in both):
                group.append(claim)
                break
        else:
            groups.append([claim])
    groups = sorted(
        (sorted(group, key=lambda claim: claim.position) for group in groups), key=lambda group: group[0].position
    )
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
    claim = min(told, key=lambda item: (len(item.span.text) < _LEAST, len(item.span.text), item.position))
    return shortened(claim.span.text)


def _sources(group: Sequence[Claim]) -> set[str]:
    return {claim.source for claim in group}
