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
from factcheck.model.span import Span
from factcheck.names import name_key
from factcheck.stages.reconcile.judgement import Surroundings
from factcheck.text import digest, fold

_SHORTEST = 5  # letters; shorter words are one letter apart by chance
_SHORT_SURNAME = 4  # letters of a last name that may lack one behind one and the same first name
_LONG = 8  # letters of a word that may be two letters apart
_SURE = 0.6
_WORD = re.compile(r"[^\W_]+")

_SOUNDS = (("ck", "k"), ("ph", "f"), ("c", "k"), ("y", "i"), ("ie", "i"), ("z", "s"), ("w", "v"), ("j", "i"))

Told = tuple[Claim, Span, str]  # where a source first has a name, in which words, and the name as written


def spellings(claims: Sequence[Claim], around: Surroundings) -> Iterator[Finding]:
    """Names of people that two sources, of which none derives from the other, write in two ways.

    Args:
        claims: The claims of all sources, in any order.
    """
    first: dict[str, dict[str, Told]] = defaultdict(dict)
    people = _people(claims)
    listed = sorted(claims, key=lambda claim: (claim.source, claim.span.start, claim.span.end, claim.id))
    spans = [(claim, claim.span) for claim in listed]
    sentences: dict[tuple[str, int], Claim] = {}
    for claim in listed:
        sentences.setdefault((claim.source, claim.sentence.start), claim)
    spans += [(claim, claim.sentence) for claim in sentences.values()]  # a speaker stands outside the words quoted
    for claim, span in spans:
        for name in names_in(span.text):
            key = name_key(name)
            if " " in key and key in people:
                bare = name.split()[-len(key.split()) :]  # the key has no title
                first[key].setdefault(claim.source, (claim, span, " ".join(bare)))
    for mine, theirs in _near(first):
        told = _apart(first[mine], first[theirs], around)
        if told is not None:
            yield _finding(*told)


def _people(claims: Sequence[Claim]) -> set[str]:
    """The keys of the names that persons bear: participants, and who is quoted, unless it is a body elsewhere."""
    found: set[str] = set()
    bodies: set[str] = set()
    for claim in claims:
        for argument in claim.arguments:
            if argument.entity and argument.type == "person":
                found.add(name_key(argument.entity))
            elif argument.entity:
                bodies.add(name_key(argument.entity))
    spoken = {name_key(claim.attribution.speaker) for claim in claims if claim.attribution is not None}
    return found | {key for key in spoken - bodies if key and len(key.split()) <= _WORDS_OF_A_NAME}


_WORDS_OF_A_NAME = 3


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
            last = place == len(rest) - 1
            if not short and _misspelt(one, other, last):  # "Steve" for "Steven" is a choice
                yield mine, theirs


def _misspelt(one: str, other: str, last: bool) -> bool:
    """Whether two words of a name are one word spelled in two ways; `last` says that they are surnames."""
    if one[0] != other[0] or not (one + other).isalpha():
        return False
    if min(len(one), len(other)) < _SHORTEST and _sound(one) != _sound(other):
        dropped = last and len(one) != len(other) and min(len(one), len(other)) >= _SHORT_SURNAME
        if not dropped:  # "Trask", "Task"; "Lind" and "Land" are two families
            return False
    if one.rstrip("s") == other.rstrip("s"):
        return False  # "the Miller brothers", "the Millers"
    most = 2 if min(len(one), len(other)) >= _LONG - 1 else 1
    return DamerauLevenshtein.distance(one, other) <= most


def _sound(word: str) -> str:
    """A word with letters that are spelled for one another made equal: "eric" and "erik"."""
    for letters, plain in _SOUNDS:
        word = word.replace(letters, plain)
    return re.sub(r"(.)\1", r"\1", word)


def _apart(mine: Mapping[str, Told], theirs: Mapping[str, Told], around: Surroundings) -> tuple[Told, Told] | None:
    """The first place of each spelling, of two sources that do not know the other spelling."""
    for source, here in sorted(mine.items()):
        for other, there in sorted(theirs.items()):
            if source == other or around.origins.get(source, source) == around.origins.get(other, other):
                continue
            if (source, other) in around.derived or _has(around, source, there[2]) or _has(around, other, here[2]):
                continue
            return here, there
    return None


def _has(around: Surroundings, source: str, name: str) -> bool:
    """Whether an article has all words of a name: then it tells two people apart, or corrects itself."""
    words = set(_WORD.findall(around.folded.get(source, "")))
    return all(word in words for word in _WORD.findall(fold(name)))


def _finding(left: Told, right: Told) -> Finding:
    told = sorted((left, right), key=lambda item: item[0].source)
    quotes = [SourceSpan(claim.source, span.start, span.end, span.text) for claim, span, _ in told]
    marks = []
    for claim, span, name in told:
        found = re.search(r"\s+".join(map(re.escape, name.split())), span.text)
        if found is not None:
            at = span.start
            marks.append(SourceSpan(claim.source, at + found.start(), at + found.end(), found.group()))
    (one, _, mine), (other, _, theirs) = told
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
