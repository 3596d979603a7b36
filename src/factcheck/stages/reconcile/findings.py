"""Judged clusters -> findings: who agrees, who contradicts whom, what is part of what, what was revised."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from factcheck.lexicon.stem import stem
from factcheck.model.claim import Claim, Kind
from factcheck.model.finding import Finding, FindingKind, Level, SourceSpan
from factcheck.model.link import Cluster, Pair, Relation, Value
from factcheck.stages.reconcile.denial import denial
from factcheck.stages.reconcile.remainder import remainder
from factcheck.text import digest, fold, squeeze

_KINDS = {
    Relation.CONFLICT: FindingKind.CONFLICT,
    Relation.REVISION: FindingKind.REVISION,
    Relation.DISPUTE: FindingKind.DISPUTE,
    Relation.PART_OF: FindingKind.PART_WHOLE,
}


_LATER = re.compile(r"\b\w+ (?:years?|months?|weeks?|days?) later\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
Ask = Callable[[Sequence[str], str], str]
Newer = Callable[[str, str], str | None]


def findings(cluster: Cluster, values: Mapping[str, int], ask: Ask, newer: Newer) -> Iterator[Finding]:
    """The findings of one judged cluster.

    Args:
        values: The number of the value that each claim states.
        ask: Gives the question of some claims under a rule.
        newer: Gives of two claims the id of the one that replaces the other, or nothing where that is not known.
    """
    by_id = {claim.id: claim for claim in cluster.claims}
    for value in cluster.values:
        if len(value.sources) > 1:
            yield _agreement(cluster, value, by_id, ask)
    sides: dict[tuple[Relation, str, int, int], list[Pair]] = defaultdict(list)
    for pair in cluster.pairs:
        if pair.relation in _KINDS:
            left, right = sorted((values[pair.left], values[pair.right]))
            sides[pair.relation, pair.rule, left, right].append(pair)
    for key in sorted(sides, key=lambda item: (item[0].value, *item[1:])):
        yield _difference(cluster, key[0], sides[key], by_id, ask, newer)


def _agreement(cluster: Cluster, value: Value, by_id: Mapping[str, Claim], ask: Ask) -> Finding:
    members = [by_id[id_] for id_ in value.claims]
    inside = {claim.id for claim in members}
    agreeing = [p for p in cluster.pairs if p.relation is Relation.AGREE and p.left in inside and p.right in inside]
    across = [p for p in agreeing if by_id[p.left].source != by_id[p.right].source] or agreeing
    best = min(across, key=lambda pair: (-pair.confidence, pair.left, pair.right))
    chosen = _witnesses(members, across, best)
    witnesses = f"{value.origins} independent origin{'s' if value.origins != 1 else ''}"
    by_value = {id_ for pair in across if pair.rule == best.rule for id_ in (pair.left, pair.right)}
    by_value = {id_ for id_ in by_value if _of_one_amount(by_id[id_], by_id[best.left])}
    message = f"{len(value.sources)} sources, {witnesses}, {_said(chosen, value.value, best.rule, by_value)}."
    return Finding(
        id=_fingerprint("agreement", cluster, chosen),
        rule=best.rule,
        kind=FindingKind.AGREEMENT,
        level=Level.NOTE,
        confidence=best.confidence,
        message=message,
        explanation=(*best.steps, f"{witnesses} among {', '.join(value.sources)}."),
        claims=value.claims,
        spans=_spans(chosen),
        cluster=cluster.id,
        question=ask([claim.id for claim in chosen], best.rule),
        origins=value.origins,
    )


def _of_one_amount(claim: Claim, shown: Claim) -> bool:
    """Whether a claim's amount fits the one that a finding shows: "13 homers and 43 runs" give two that agree."""
    if claim.quantity is None or shown.quantity is None:
        return True
    return claim.quantity.agrees_with(shown.quantity)


def _witnesses(members: Sequence[Claim], across: Sequence[Pair], best: Pair) -> list[Claim]:
    """Of each source the claim to show: one of the surest pair, else the one that agrees with most by the same rule."""
    votes: dict[str, tuple[int, float]] = {}
    for pair in across:
        for id_ in (pair.left, pair.right):
            count, sure = votes.get(id_, (0, 0.0))
            votes[id_] = (count + (2 if pair.rule == best.rule else 1), max(sure, pair.confidence))
    chosen: dict[str, Claim] = {}
    for claim in sorted(members, key=lambda claim: claim.position):
        known = chosen.get(claim.source)
        if known is None or _vote(claim, votes, best) > _vote(known, votes, best):
            chosen[claim.source] = claim
    return [chosen[source] for source in sorted(chosen)]


def _vote(claim: Claim, votes: Mapping[str, tuple[int, float]], best: Pair) -> tuple[bool, int, float]:
    return claim.id in (best.left, best.right), *votes.get(claim.id, (0, 0.0))


def _said(chosen: Sequence[Claim], value: str, rule: str, by_value: Collection[str]) -> str:
    """What the sources say, each in its own words where they differ: "say “5”: a, b", "agree: “five” (a); “5” (b)".

    Of a claim that is not in `by_value`, which agrees by other means than its amount or time, the words are shown.
    """
    kind = {"FC001": Kind.QUANTITY, "FC008": Kind.QUANTITY, "FC002": Kind.DATE}.get(rule)
    words: dict[str, list[str]] = defaultdict(list)
    spelled: dict[str, str] = {}
    for claim in chosen:
        own = (claim.id in by_value and stated(claim, kind)) or shortened(claim.span.text, 60)
        spelled.setdefault(_alike(own), own)
        words[_alike(own)].append(claim.source)
    if len(words) == 1:
        [(only, sources)] = words.items()
        shown = value if _alike(value) == only else spelled[only]  # the value of a group may be another's amount
        return f"say “{_unquoted(shown)}”: {', '.join(sources)}"
    told = (f"“{_unquoted(spelled[key])}” ({', '.join(sources)})" for key, sources in words.items())
    return f"agree: {'; '.join(told)}"


def _alike(words: str) -> str:
    return " ".join(_WORD.findall(fold(words)))


def _unquoted(words: str) -> str:
    """Words to stand in quotation marks: without marks around them, and with single ones inside."""
    return words.strip(" “”\"'‘’,").translate(_INNER)


_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})
_LONGEST = 120  # characters of a value as shown


def stated(claim: Claim, kind: Kind | None) -> str:
    """The amount or the time of a claim in the source's words; nothing where it has none, or another kind is asked."""
    if kind is Kind.QUANTITY and claim.quantity is not None:
        words = squeeze(claim.quantity.text)
        return words if len(words) < _LONGEST // 2 else str(claim.quantity.value)
    if kind is Kind.DATE and claim.time is not None:
        return squeeze(claim.time.text)
    return ""


def shortened(text: str, longest: int = _LONGEST) -> str:
    """The text on one line, cut at a word where it is long."""
    text = squeeze(text)
    return text if len(text) <= longest else text[: longest - 2].rsplit(" ", 1)[0] + " …"


def _difference(
    cluster: Cluster, relation: Relation, pairs: Sequence[Pair], by_id: Mapping[str, Claim], ask: Ask, newer: Newer
) -> Finding:
    best = min(pairs, key=lambda pair: (-pair.confidence, by_id[pair.left].position, by_id[pair.right].position))
    shown = sorted((by_id[best.left], by_id[best.right]), key=lambda claim: claim.position)
    involved = sorted({id_ for pair in pairs for id_ in (pair.left, pair.right)}, key=lambda id_: by_id[id_].position)
    left, right = shown
    last = newer(left.id, right.id) if relation is Relation.REVISION else None
    word = {
        Relation.CONFLICT: "contradicts",
        Relation.REVISION: {left.id: "revises", right.id: "is revised by", None: "is revised by or revises"}[last],
        Relation.DISPUTE: "is disputed by",
        Relation.PART_OF: "is a part or the whole of",
    }[relation]
    denied = left.negated != right.negated
    quotes = [_quote(claim, best.rule) for claim in shown]
    first, second = (f"“{squeeze(quote.text)}” ({quote.source})" for quote in quotes)
    rest = remainder(left, right) if relation is Relation.PART_OF else None
    message = f"{first} {word} {second}." + (f" {rest}" if rest else "")
    return Finding(
        id=_fingerprint(best.rule, cluster, shown),
        rule=best.rule,
        kind=_KINDS[relation],
        level=_level(relation, best.confidence),
        confidence=best.confidence,
        message=message,
        explanation=(*best.steps, rest) if rest else best.steps,
        claims=tuple(involved),
        spans=tuple(sorted(quotes)),
        marks=tuple(sorted(mark for claim in shown for mark in _marks(claim, best.rule, denied))),
        cluster=cluster.id,
        question=ask((left.id, right.id), best.rule),
    )


def _level(relation: Relation, confidence: float) -> Level:
    if relation is not Relation.CONFLICT:
        return Level.NOTE
    return Level.ERROR if confidence >= 0.7 else Level.WARNING


def _spans(claims: Iterable[Claim]) -> tuple[SourceSpan, ...]:
    return tuple(sorted(_quote(claim) for claim in claims))


def _quote(claim: Claim, rule: str = "") -> SourceSpan:
    """The claim's own words; for one who follows "two years later", on to where that is said."""
    start, end = claim.span.start, claim.span.end
    later = _later(claim) if rule == "FC109" else None
    if later is not None:
        end = max(end, claim.sentence.start + _end_of_clause(claim.sentence.text, later.end()))
    return SourceSpan(claim.source, start, end, claim.sentence.text[start - claim.sentence.start :][: end - start])


def _end_of_clause(text: str, start: int) -> int:
    return next((index for index in range(start, len(text)) if text[index] in ".;:!?\n"), len(text))


def _later(claim: Claim) -> re.Match[str] | None:
    if claim.time is None:
        return None
    return _LATER.search(claim.sentence.text, max(0, claim.time.end - claim.sentence.start))


def _marks(claim: Claim, rule: str, denied: bool = False) -> list[SourceSpan]:
    """The words that differ: the amount, the time, the verb, or what the subject is said to be.

    Where one of two is `denied`, what denies and the verb differ, whatever else the claim gives.
    """
    sentence = claim.sentence
    pieces: list[tuple[int, int]] = []
    rule = "FC106" if rule == "FC030" and denied else rule
    if claim.quantity is not None and rule in ("FC101", "FC020", "FC030", "FC040", "FC111"):
        pieces.append((claim.quantity.start, claim.quantity.end))
    elif claim.time is not None and rule in ("FC102", "FC109"):
        later = _later(claim) if rule == "FC109" else None
        pieces.append((claim.time.start, claim.time.end))
        if later is not None:
            pieces.append((sentence.start + later.start(), sentence.start + later.end()))
    elif rule in ("FC106", "FC107", "FC108"):
        verb = stem((claim.predicate or "").split(" ")[0], lemma=True)
        words = (word for word in _WORD.finditer(sentence.text) if stem(word.group()) == verb)
        denying = denial(claim) if rule == "FC106" else None
        pieces += [(denying.start, denying.end)] if denying is not None else []
        pieces += [(sentence.start + word.start(), sentence.start + word.end()) for word in words][:1]
    elif claim.object and claim.object in sentence.text:
        start = sentence.start + sentence.text.index(claim.object)
        pieces.append((start, start + len(claim.object)))
    return [
        SourceSpan(claim.source, start, end, sentence.text[start - sentence.start : end - sentence.start])
        for start, end in pieces
        if sentence.start <= start < end <= sentence.end
    ]


def _fingerprint(rule: str, cluster: Cluster, claims: Iterable[Claim]) -> str:
    """Rule, slot and sources with their words, not their offsets: a moved line is no new finding."""
    parts = sorted(f"{claim.source}:{fold(squeeze(claim.span.text))}" for claim in claims)
    return digest(rule, cluster.slot, *parts)
