"""Real reports of one incident by several papers: false alarms, and whether the counts that a registry has are read.

    python benchmarks/quality.py --only false_alarms --only violent_docs

violent_docs groups local reports of shootings by incident, with the numbers of killed and injured of the Gun Violence
Archive. Percent values unless named otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from factcheck.model.article import Article
from factcheck.model.claim import Claim
from suites.discrepancies import listed, passages, tells
from suites.reconcile import finish
from suites.rows import Row, selected

Figures = dict[str, float | None]
Group = list[tuple[Article, list[Claim]]]

_NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen"),
)
_WORDS = {  # what a registry counts -> words that tell of it
    "num_killed": r"kill(?:s|ed|ing)?|dead|die[sd]?|deaths?|fatal(?:ly)?|slain|murder(?:s|ed)?|homicides?|bodies",
    "num_injured": r"injur(?:ed|ies|ing|y)|wound(?:ed|ing|s)?|hurt|hospitali[sz]ed|survived",
}
_HEADS = (
    r"people|persons?|men|women|victims?|others|teens?|teenagers|boys|girls|children|students|adults|officers|bodies"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A count of the registry that a report states: which, its value, and the sentence-like stretches that state it."""

    article: str
    what: str
    value: int
    places: tuple[tuple[int, int], ...]


def stated(row: Row) -> list[Stated]:
    """The registry's counts, of two and more, that a report gives in so many words."""
    found = []
    for what, words in _WORDS.items():
        value = row[what]
        if value is None or not 2 <= value < len(_NUMBERS):
            continue
        number = rf"\b(?:{int(value)}|{_NUMBERS[int(value)]})"
        told = re.compile(
            rf"{number}\s+(?:\w+\s+)?(?:{_HEADS})\b[^.;\n,]{{0,25}}\b(?:{words})\b"
            rf"|{number}\s+(?:{words})\b|\b(?:{words})\s+{number}(?:\s+\w+)?\s+(?:{_HEADS})\b",
            re.IGNORECASE,
        )
        places = tuple(match.span() for match in told.finditer(row["text"]))
        if places:
            found.append(Stated(row["id"], what, int(value), places))
    return found


def is_read(count: Stated, claims: Sequence[Claim]) -> bool:
    """Whether a claim gives the count as its amount where the report states it."""
    return any(
        claim.quantity is not None
        and claim.quantity.value == count.value
        and any(claim.span.start < end and start < claim.span.end for start, end in count.places)
        for claim in claims
    )


def violent_docs(data: Path, split: str = "dev") -> Figures:
    """Registry counts that a report states and a claim gives; pairs of reports of one figure called a conflict."""
    rows = selected(data / "violent_docs.jsonl", split)
    return registry_figures(rows, groups_of(data, split))


def registry_figures(rows: Sequence[Row], groups: Mapping[str, Group]) -> Figures:
    """The figures of `violent_docs`, of claims that are there already; `groups` holds incidents of one report too."""
    made = {article.id: claims for group in groups.values() for article, claims in group}
    counts = {row["id"]: stated(row) for row in rows if row["id"] in made}
    every = [count for listed in counts.values() for count in listed]
    read = [count for count in every if is_read(count, made[count.article])]
    agreeing = called = 0
    for _, group in sorted(groups.items()):
        pairs = {
            frozenset((a.id, b.id))
            for (a, _), (b, _) in combinations(group, 2)
            if {(c.what, c.value) for c in counts[a.id]} & {(c.what, c.value) for c in counts[b.id]}
        }
        agreeing += len(pairs)
        if pairs:
            clashing = {frozenset(span.source for span in finding.spans) for finding in conflicts(group)}
            called += len(pairs & clashing)
    return {
        "registry_counts_stated": float(len(every)),
        "registry_counts_read": 100 * len(read) / len(every) if every else None,
        "agreeing_pairs": float(agreeing),
        "false_agreeing_pairs_called": 100 * called / agreeing if agreeing else None,
    }


def conflicts(group: Group) -> list[Any]:
    """The conflicts reported among the articles of one incident."""
    _, result = finish([article for article, _ in group], [claim for _, claims in group for claim in claims])
    return [finding for finding in result.findings if finding.kind.value == "conflict"]


def false_alarms(data: Path, split: str = "dev") -> Figures:
    """Conflicts reported among real reports of one incident, a thousand pairs of claims compared, and those of them
    that are false as far as is known.

    Each incident's articles are run together. Papers do differ: what readers have found to be a true difference
    (benchmarks/discrepancies.jsonl, development part) is no false alarm, all else that is reported counts as one.
    `conflicts_article_pairs` is the share of article pairs of one incident between which a conflict is reported.
    """
    titles = {row["id"]: row["title"] or "" for row in selected(data / "violent_docs.jsonl", split)}
    return alarm_figures(groups_of(data, split), listed("violent_docs") if split == "dev" else {}, titles)


@cache
def groups_of(data: Path, split: str) -> dict[str, Group]:
    """The articles of each incident with their claims."""
    from factcheck.stages.annotate import annotate, load
    from factcheck.stages.extract import extract

    nlp = load()
    groups: dict[str, Group] = {}
    for row in selected(data / "violent_docs.jsonl", split):
        published = date.fromisoformat(row["date"]) if row.get("date") else None
        article = Article(row["id"], row["text"], published=published)
        groups.setdefault(row["cluster"], []).append((article, list(extract(annotate(article, nlp), article).claims)))
    return dict(sorted(groups.items()))


def alarm_figures(
    groups: Mapping[str, Group],
    true: Mapping[str, Sequence[Row]] | None = None,
    titles: Mapping[str, str] | None = None,
) -> Figures:
    """The figures of `false_alarms`, of claims that are extracted already.

    Args:
        groups: The articles of each incident with their claims.
        true: By incident the differences that readers have found; their offsets count the title and a blank line.
        titles: By article its title.
    """
    compared = reported = false = articles = called = 0
    for event, group in sorted(groups.items()):
        if len(group) < 2:
            continue
        made = [claim for _, claims in group for claim in claims]
        _, result = finish([article for article, _ in group], made)
        compared += result.compared_pairs
        articles += len(group) * (len(group) - 1) // 2
        by_id = {claim.id: claim for claim in made}
        before = {article.id: len(f"{(titles or {}).get(article.id, '')}\n\n") for article, _ in group}
        text = {article.id: " " * before[article.id] + article.text for article, _ in group}
        touched = set()
        for finding in result.findings:
            if finding.kind.value != "conflict":
                continue
            reported += 1
            places = [
                (source, start + before[source], end + before[source])
                for source, start, end in passages(by_id, finding)
            ]
            false += not any(tells(finding, row, text, places) for row in (true or {}).get(event, ()))
            sources = sorted({span.source for span in finding.spans})
            touched |= {tuple(sources)} if len(sources) == 2 else set()
        called += len(touched)
    return {
        "false_alarms_per_1000_pairs": 1000 * false / compared if compared else None,
        "conflicts_per_1000_pairs": 1000 * reported / compared if compared else None,
        "conflicts_article_pairs": 100 * called / articles if articles else None,
        "conflicts_reported": float(reported),
        "compared_pairs": float(compared),
    }
