"""What makes one article a copy of another, and the end of each chain of copies.

Two reporters at one event share names, figures and quotations; they do not share long runs of words outside
quotations, nor tell the same sentences in the same order. A credit line says so itself. The later article is the
copy unless it is the one credited. After Dong, Berti-Equille and Srivastava (VLDB 2009): what two share and others
lack weighs most, errors above all.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.model.article import Article
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
from factcheck.stages.lineage.manner import DECIDED, leans, manner, worded, wording

# Measured on reports of one event by different papers (365 pairs of short local reports, and the seed articles):
VERBATIM = 0.2  # of the smaller article's word sequences; independent reports stay under 0.06
RETOLD = 0.85  # of the copy's sentences, with the likeness below; independent reports stay under one of the two
LIKENESS = 0.64
CREDITED = 0.25  # of the copy's sentences, where it credits the other: a passing credit is no derivation
_FEWEST = 6  # sentences of an article that credits another
_FEWEST_RETOLD = 8  # sentences of one that does not: a few are soon alike
_UNDECIDED = 0.6  # confidence at most where nothing shows which of two texts is the copy


def lineage(articles: Sequence[Article]) -> tuple[Lineage, ...]:
    """Find derived articles.

    Args:
        articles: n articles with distinct ids, in any order.
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
    share, shared = verbatim(left, right, common)
    order = _direction(left, right)
    original, copy = order.original, order.copy
    told, named = order.told or retelling(original, copy), order.credit
    long, retold = len(copy.sentences), told.share >= RETOLD and told.likeness >= LIKENESS
    credited = named is not None and long >= _FEWEST and told.share >= CREDITED
    if credited:
        confidence = min(0.99, 0.7 + told.share / 2)
    elif share >= VERBATIM:
        confidence = min(0.99, 0.75 + share / 2)
    elif long >= _FEWEST_RETOLD and retold:
        confidence = min(0.97, 0.3 + told.likeness)
    else:
        return None
    made = wording(original, copy, told)
    length = copy.length / original.length if original.length else 1.0
    how = Derivation.CREDITED if credited else manner(made, verbatim=share >= VERBATIM, length=length)
    evidence = sorted(
        [*_evidence(original, copy, named, share, shared, told), *order.shown, *worded(copy, made, how)],
        key=lambda reason: (-reason.weight, reason.what),
    )
    confidence = round(confidence if order.decided else min(confidence, _UNDECIDED), 2)
    return Lineage(original.article.id, copy.article.id, how, confidence, round(told.share, 2), tuple(evidence))


@dataclass(frozen=True, slots=True)
class _Order:
    """Which of two articles is the copy, where it credits the original, whether anything shows which is which, and what
    the texts themselves show; how far the copy tells the original again, where that was asked on the way.
    """

    original: Profile
    copy: Profile
    credit: SourceSpan | None
    decided: bool = True
    shown: tuple[Evidence, ...] = ()
    told: Retelling | None = None


def _direction(left: Profile, right: Profile) -> _Order:
    """The credited one is the original, else the earlier, else the one that the texts show, else the longer."""
    by_right, by_left = credit(right, left), credit(left, right)
    if (by_left is None) != (by_right is None):
        return _Order(left, right, by_right) if by_right is not None else _Order(right, left, by_left)
    mine, theirs = left.article.published, right.article.published
    if mine is not None and theirs is not None and mine != theirs:
        return _Order(left, right, by_right) if mine < theirs else _Order(right, left, by_left)
    told = retelling(left, right), retelling(right, left)
    forth, back = _Order(left, right, by_right, told=told[0]), _Order(right, left, by_left, told=told[1])
    found = leans(left, right, told, wording(left, right, told[0]))
    bits = sum(lean.bits for lean in found)
    if abs(bits) >= DECIDED:
        shown = tuple(Evidence(lean.what, abs(lean.bits)) for lean in found if lean.bits * bits > 0)
        return replace(forth if bits > 0 else back, shown=shown)
    nothing = Evidence("nothing shows which of the two came first; the longer is taken for the original", 0.0)
    return replace(forth if left.length >= right.length else back, decided=False, shown=(nothing,))


def _evidence(
    original: Profile,
    copy: Profile,
    named: SourceSpan | None,
    share: float,
    shared: Sequence[tuple[str, ...]],
    told: Retelling,
) -> tuple[Evidence, ...]:
    """Each reason to believe that the one derives from the other, with its weight in bits."""
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
    return tuple(reasons)


def _longest(original: Profile, copy: Profile, shared: Sequence[tuple[str, ...]]) -> tuple[SourceSpan, ...]:
    """The first long shared sequence, as it stands in both."""
    first = min(shared, key=lambda shingle: copy.shingles[shingle])
    return tuple(sorted((_span(original, *original.shingles[first]), _span(copy, *copy.shingles[first]))))


def _span(item: Profile, start: int, end: int) -> SourceSpan:
    text = item.article.text[start:end]
    lead = len(text) - len(text.lstrip())
    trimmed = text.strip()
    return SourceSpan(item.article.id, start + lead, start + lead + len(trimmed), trimmed)
