"""FC110: one name in two spellings by two independent sources.

Only full names of people are compared: all words but one are equal, and that one is a letter or two apart. Neither
source may have the other's spelling anywhere; a copy's misspelling is drift, and reported there.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from factcheck.frames.identity import names_in
from factcheck.model.claim import Claim
from factcheck.model.finding import Finding, FindingKind, Level, SourceSpan
from factcheck.names import name_key
from factcheck.stages.reconcile.judgement import Surroundings
from factcheck.text import digest, fold

_SHORTEST = 5  # letters; shorter words are one letter apart by chance
_LONG = 8  # letters of a word that may be two letters apart
_SURE = 0.6
_WORD = re.compile(r"[^\W_]+")

Told = tuple[Claim, str]  # where a source first has a name, and the name as written


def spellings(claims: Sequence[Claim], around: Surroundings) -> Iterator[Finding]:
    """Names of people that two sources, of which none derives from the other, write in two ways.

    Args:
        claims: The claims of all sources, in any order.
    """
    first: dict[str, dict[str, Told]] = defaultdict(dict)
    people = {
        name_key(argument.entity)
        for claim in claims
        for argument in claim.arguments
        if argument.entity and argument.type == "person"
    }
    for claim in sorted(claims, key=lambda claim: (claim.source, claim.span.start, claim.span.end, claim.id)):
        for name in names_in(claim.span.text):
            key = name_key(name)
            if " " in key and key in people:
                bare = name.split()[-len(key.split()) :]  # the key has no title
                first[key].setdefault(claim.source, (claim, " ".join(bare)))
    for mine, theirs in _near(first):
        told = _apart(first[mine], first[theirs], around)
        if told is not None:
            yield _finding(*told)


def _near(names: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Pairs of names that differ in one word, by a letter or two. O(n) buckets of names that share all but a word."""
    buckets: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name in names:
        words = name.split()
        for index in range(len(words)):
            buckets[(*words[:index], "", *words[index + 1 :])].add(name)
    for rest, group in sorted(buckets.items()):
        place = rest.index("")
        for mine, theirs in combinations(sorted(group), 2):
            one, other = mine.split()[place], theirs.split()[place]
            short = place < len(rest) - 1 and (one.startswith(other) or other.startswith(one))
            if not short and _misspelt(one, other):  # "Steve" for "Steven" is a choice
                yield mine, theirs


def _misspelt(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST or one[0] != other[0] or not (one + other).isalpha():
        return False
    if one.rstrip("s") == other.rstrip("s"):
        return False  # "the Miller brothers", "the Millers"
    most = 2 if min(len(one), len(other)) >= _LONG - 1 else 1
    return DamerauLevenshtein.distance(one, other) <= most


def _apart(mine: Mapping[str, Told], theirs: Mapping[str, Told], around: Surroundings) -> tuple[Told, Told] | None:
    """The first place of each spelling, of two sources that do not know the other spelling."""
    for source, here in sorted(mine.items()):
        for other, there in sorted(theirs.items()):
            if source == other or around.origins.get(source, source) == around.origins.get(other, other):
                continue
            if (source, other) in around.derived or _has(around, source, there[1]) or _has(around, other, here[1]):
                continue
            return here, there
    return None


def _has(around: Surroundings, source: str, name: str) -> bool:
    """Whether an article has all words of a name: then it tells two people apart, or corrects itself."""
    words = set(_WORD.findall(around.folded.get(source, "")))
    return all(word in words for word in _WORD.findall(fold(name)))


def _finding(left: Told, right: Told) -> Finding:
    told = sorted((left, right), key=lambda item: item[0].source)
    quotes = [SourceSpan(c.source, c.span.start, c.span.end, c.span.text) for c, _ in told]
    marks = []
    for claim, name in told:
        found = re.search(r"\s+".join(map(re.escape, name.split())), claim.span.text)
        if found is not None:
            start = claim.span.start
            marks.append(SourceSpan(claim.source, start + found.start(), start + found.end(), found.group()))
    (one, mine), (other, theirs) = told
    return Finding(
        id=digest("FC110", one.source, fold(mine), other.source, fold(theirs)),
        rule="FC110",
        kind=FindingKind.CONFLICT,
        level=Level.WARNING,
        confidence=_SURE,
        message=f"“{mine}” ({one.source}) is spelled “{theirs}” by {other.source}.",
        explanation=(
            f"{one.source}: “{mine}”",
            f"{other.source}: “{theirs}”",
            "All words but one are equal, that one is a letter or two apart, and neither source has the other's.",
        ),
        claims=(one.id, other.id),
        spans=tuple(sorted(quotes)),
        marks=tuple(sorted(marks)),
        question=f"How is the name spelled, “{mine}” or “{theirs}”?",
    )
