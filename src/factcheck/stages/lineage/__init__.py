"""Which article derives from which, and how many independent origins a set of articles has.

Two reporters at one event share names, figures and quotations; they do not share long runs of words outside
quotations, nor tell the same sentences in the same order. A credit line says so itself. The later article is the
copy unless it is the one credited. After Dong, Berti-Equille and Srivastava (VLDB 2009): what two share and others
lack weighs most, errors above all.
"""

from collections import Counter
from collections.abc import Sequence

from factcheck.model.article import Article
from factcheck.model.claim import Claim
from factcheck.model.finding import SourceSpan
from factcheck.model.lineage import Derivation, Evidence, Lineage
from factcheck.stages.lineage.evidence import (
    SHINGLE,
    Profile,
    Retelling,
    candidates,
    credit,
    profile,
    retelling,
    verbatim,
)

# Measured on reports of one event by different papers (365 pairs of short local reports, and the seed articles):
VERBATIM = 0.2  # of the smaller article's word sequences; independent reports stay under 0.06
RETOLD = 0.85  # of the copy's sentences, with the likeness below; independent reports stay under one of the two
LIKENESS = 0.64
CREDITED = 0.25  # of the copy's sentences, where it credits the other: a passing credit is no derivation
_FEWEST = 6  # sentences of an article that credits another
_FEWEST_RETOLD = 8  # sentences of one that does not: a few are soon alike


def lineage(articles: Sequence[Article], claims: Sequence[Claim] = ()) -> tuple[Lineage, ...]:
    """Find derived articles.

    Args:
        articles: n articles with distinct ids, in any order.
        claims: Not needed to find copies of whole articles; kept for the seam.
    Returns:
        One entry a copy and original, by copy and original id, with evidence in bits, the strongest first.

    Linear in the text, and quadratic only in articles that share word sequences or a credit line.
    """
    profiles = sorted((profile(article) for article in articles), key=lambda item: item.article.id)
    shingles = Counter(shingle for item in profiles for shingle in item.shingles)
    common = frozenset(shingle for shingle, count in shingles.items() if count > max(2, len(profiles) // 10))
    pairs = set(candidates(profiles)) | _credited(profiles)
    found = [
        link for left, right in sorted(pairs) if (link := _derive(profiles[left], profiles[right], common)) is not None
    ]
    return tuple(sorted(found, key=lambda link: (link.copy, link.original)))


def origins(articles: Sequence[Article], links: Sequence[Lineage]) -> dict[str, str]:
    """The root of each article by source id: the end of its chain of strongest originals."""
    parent: dict[str, str] = {}
    for link in sorted(links, key=lambda link: (-link.confidence, link.original, link.copy)):
        parent.setdefault(link.copy, link.original)
    roots = {}
    for id_ in sorted(article.id for article in articles):
        seen = [id_]
        while seen[-1] in parent and parent[seen[-1]] not in seen:
            seen.append(parent[seen[-1]])
        roots[id_] = min(seen) if seen[-1] in parent else seen[-1]
    return roots


def _credited(profiles: Sequence[Profile]) -> set[tuple[int, int]]:
    """Pairs of which one names the other's publisher."""
    named = [
        (index, item.article.publisher.removeprefix("The ").strip())
        for index, item in enumerate(profiles)
        if item.article.publisher
    ]
    found = set()
    for index, item in enumerate(profiles):
        for other, name in named:
            if other != index and len(name) >= 4 and name in item.article.text:
                found.add((min(index, other), max(index, other)))
    return found


def _derive(left: Profile, right: Profile, common: frozenset[tuple[str, ...]]) -> Lineage | None:
    """Judge one pair of articles; None where nothing shows that one derives from the other."""
    by_right, by_left = credit(right, left), credit(left, right)
    share, shared = verbatim(left, right, common)
    original, copy = _direction(left, right, by_left, by_right)
    told = retelling(original, copy)
    named = by_right if copy is right else by_left
    enough = len(copy.sentences) >= _FEWEST
    if named is not None and enough and told.share >= CREDITED:
        how, confidence = Derivation.CREDITED, min(0.99, 0.7 + told.share / 2)
    elif share >= VERBATIM:
        how, confidence = Derivation.VERBATIM, min(0.99, 0.75 + share / 2)
    elif len(copy.sentences) >= _FEWEST_RETOLD and told.share >= RETOLD and told.likeness >= LIKENESS:
        how, confidence = Derivation.TRANSLATED, min(0.97, 0.3 + told.likeness)
    else:
        return None
    evidence = _evidence(original, copy, named, share, shared, told)
    return Lineage(original.article.id, copy.article.id, how, round(confidence, 2), round(told.share, 2), evidence)


def _direction(
    left: Profile, right: Profile, by_left: SourceSpan | None, by_right: SourceSpan | None
) -> tuple[Profile, Profile]:
    """(original, copy): the credited one is the original, else the earlier, else the longer, else the first by id."""
    if (by_left is None) != (by_right is None):
        return (left, right) if by_right is not None else (right, left)
    mine, theirs = left.article.published, right.article.published
    if mine is not None and theirs is not None and mine != theirs:
        return (left, right) if mine < theirs else (right, left)
    if len(left.sentences) != len(right.sentences):
        return (left, right) if len(left.sentences) > len(right.sentences) else (right, left)
    return left, right


def _evidence(
    original: Profile,
    copy: Profile,
    named: SourceSpan | None,
    share: float,
    shared: Sequence[tuple[str, ...]],
    told: Retelling,
) -> tuple[Evidence, ...]:
    """Each reason with its weight in bits, the strongest first."""
    reasons = []
    if named is not None:
        reasons.append(Evidence(f"{copy.article.id} credits {named.text}", 8.0, (named,)))
    if shared:
        spans = _longest(original, copy, shared)
        what = f"{len(shared)} sequences of {SHINGLE} words outside quotations are shared ({share:.0%} of the smaller)"
        reasons.append(Evidence(what, round(min(20.0, 2.0 * len(shared)), 1), spans))
    if told.matches:
        first, second = told.matches[0]
        spans = tuple(
            sorted(
                (
                    _span(original, original.sentences[first].start, original.sentences[first].end),
                    _span(copy, copy.sentences[second].start, copy.sentences[second].end),
                )
            )
        )
        what = (
            f"{len(told.matches)} of {len(copy.sentences)} sentences tell a sentence of the original again, "
            f"{told.order:.0%} of them in its order"
        )
        reasons.append(Evidence(what, round(10 * told.share * told.likeness, 1), spans))
    odd = sorted(original.odd & copy.odd)
    if odd:
        reasons.append(
            Evidence(f"both use rare words or spellings: {', '.join(odd[:5])}", round(min(6.0, 1.5 * len(odd)), 1))
        )
    earlier, later = original.article.published, copy.article.published
    if earlier is not None and later is not None and earlier < later:
        reasons.append(
            Evidence(f"{copy.article.id} is dated later ({later}) than {original.article.id} ({earlier})", 1.0)
        )
    return tuple(sorted(reasons, key=lambda reason: (-reason.weight, reason.what)))


def _longest(original: Profile, copy: Profile, shared: Sequence[tuple[str, ...]]) -> tuple[SourceSpan, ...]:
    """The first long shared sequence, as it stands in both."""
    first = min(shared, key=lambda shingle: copy.shingles[shingle])
    return tuple(sorted((_span(original, *original.shingles[first]), _span(copy, *copy.shingles[first]))))


def _span(item: Profile, start: int, end: int) -> SourceSpan:
    text = item.article.text[start:end]
    lead = len(text) - len(text.lstrip())
    trimmed = text.strip()
    return SourceSpan(item.article.id, start + lead, start + lead + len(trimmed), trimmed)


__all__ = ["lineage", "origins"]
