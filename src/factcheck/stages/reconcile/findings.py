"""Judged clusters -> findings: who agrees, who contradicts whom, what is part of what, what was revised."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.model.article import Article
from factcheck.model.claim import Claim
from factcheck.model.finding import Finding, FindingKind, Level, SourceSpan
from factcheck.model.link import Cluster, Pair, Relation, Value
from factcheck.text import digest, fold, squeeze

_KINDS = {
    Relation.CONFLICT: FindingKind.CONFLICT,
    Relation.REVISION: FindingKind.REVISION,
    Relation.DISPUTE: FindingKind.DISPUTE,
    Relation.PART_OF: FindingKind.PART_WHOLE,
}


def findings(cluster: Cluster, values: Mapping[str, int], articles: Mapping[str, Article]) -> Iterator[Finding]:
    """The findings of one judged cluster; `values` gives the number of the value that each claim states."""
    by_id = {claim.id: claim for claim in cluster.claims}
    for value in cluster.values:
        if len(value.sources) > 1:
            yield _agreement(cluster, value, by_id)
    sides: dict[tuple[Relation, str, int, int], list[Pair]] = defaultdict(list)
    for pair in cluster.pairs:
        if pair.relation in _KINDS:
            left, right = sorted((values[pair.left], values[pair.right]))
            sides[pair.relation, pair.rule, left, right].append(pair)
    for key in sorted(sides, key=lambda item: (item[0].value, *item[1:])):
        yield _difference(cluster, key[0], sides[key], by_id)


def _agreement(cluster: Cluster, value: Value, by_id: Mapping[str, Claim]) -> Finding:
    members = [by_id[id_] for id_ in value.claims]
    chosen: dict[str, Claim] = {}
    for claim in members:
        chosen.setdefault(claim.source, claim)
    inside = {claim.id for claim in members}
    agreeing = [p for p in cluster.pairs if p.relation is Relation.AGREE and p.left in inside and p.right in inside]
    best = min(agreeing, key=lambda pair: (-pair.confidence, pair.left, pair.right))
    witnesses = f"{value.origins} independent origin{'s' if value.origins != 1 else ''}"
    message = f"{len(value.sources)} sources, {witnesses}, say “{value.value}”: {', '.join(value.sources)}."
    return Finding(
        id=_fingerprint("agreement", cluster, chosen.values()),
        rule=best.rule,
        kind=FindingKind.AGREEMENT,
        level=Level.NOTE,
        confidence=best.confidence,
        message=message,
        explanation=(*best.steps, f"{witnesses} among {', '.join(value.sources)}."),
        claims=value.claims,
        spans=_spans(chosen.values()),
        cluster=cluster.id,
        question=cluster.question,
        origins=value.origins,
    )


def _difference(cluster: Cluster, relation: Relation, pairs: Sequence[Pair], by_id: Mapping[str, Claim]) -> Finding:
    best = min(pairs, key=lambda pair: (-pair.confidence, _place(by_id[pair.left]), _place(by_id[pair.right])))
    shown = sorted((by_id[best.left], by_id[best.right]), key=_place)
    involved = sorted({id_ for pair in pairs for id_ in (pair.left, pair.right)}, key=lambda id_: _place(by_id[id_]))
    word = {
        Relation.CONFLICT: "contradicts",
        Relation.REVISION: "is revised by or revises",
        Relation.DISPUTE: "is disputed by",
        Relation.PART_OF: "is a part or the whole of",
    }[relation]
    left, right = shown
    message = f"“{squeeze(left.span.text)}” ({left.source}) {word} “{squeeze(right.span.text)}” ({right.source})."
    return Finding(
        id=_fingerprint(best.rule, cluster, shown),
        rule=best.rule,
        kind=_KINDS[relation],
        level=_level(relation, best.confidence),
        confidence=best.confidence,
        message=message,
        explanation=best.steps,
        claims=tuple(involved),
        spans=_spans(shown),
        marks=tuple(sorted(mark for claim in shown for mark in _marks(claim, best.rule))),
        cluster=cluster.id,
        question=cluster.question,
    )


def _level(relation: Relation, confidence: float) -> Level:
    if relation is not Relation.CONFLICT:
        return Level.NOTE
    return Level.ERROR if confidence >= 0.7 else Level.WARNING


def _place(claim: Claim) -> tuple[str, int, int, str]:
    return claim.source, claim.span.start, claim.span.end, claim.id


def _spans(claims: Iterable[Claim]) -> tuple[SourceSpan, ...]:
    return tuple(sorted(SourceSpan(c.source, c.span.start, c.span.end, c.span.text) for c in claims))


def _marks(claim: Claim, rule: str) -> list[SourceSpan]:
    """The words that differ: the amount, the time, or the object of the claim."""
    sentence = claim.sentence
    pieces: list[tuple[int, int]] = []
    if claim.quantity is not None and rule in ("FC101", "FC020", "FC030", "FC112"):
        pieces.append((claim.quantity.start, claim.quantity.end))
    elif claim.time is not None and rule == "FC102":
        pieces.append((claim.time.start, claim.time.end))
    else:
        pieces += [(item.start, item.end) for item in claim.arguments if item.role in ("object", "predicative")][:1]
    return [
        SourceSpan(claim.source, start, end, sentence.text[start - sentence.start : end - sentence.start])
        for start, end in pieces
        if sentence.start <= start < end <= sentence.end
    ]


def _fingerprint(rule: str, cluster: Cluster, claims: Iterable[Claim]) -> str:
    """Rule, slot and sources with their words, not their offsets: a moved line is no new finding."""
    parts = sorted(f"{claim.source}:{fold(squeeze(claim.span.text))}" for claim in claims)
    return digest(rule, cluster.slot, *parts)
