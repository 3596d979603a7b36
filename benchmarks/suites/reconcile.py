"""How well claims are clustered and judged: against annotated clusters and conflicts, and for false alarms.

    python benchmarks/quality.py --only gold_clusters --only false_alarms

Percent values. The gold folder holds claims.jsonl, clusters.jsonl, conflicts.jsonl, nonmatches.jsonl beside a folder
`seeds` of the articles; nothing here depends on their ids or numbers.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.model.claim import Attribution, Claim, Kind, Modality
from factcheck.model.quantity import Bound, Quantity
from factcheck.model.span import Span
from factcheck.model.time import Time
from suites.rows import Row, rows

_PASSIVE = re.compile(r"^(?:was|were|has been|have been|is|are|being)\s+(\w+(?:ed|en|t|wn|ld))\b\s*(.*)$")
_MODALITIES = {"expected": Modality.POSSIBLE}


def gold_claims(gold: Path) -> list[Claim]:
    """The annotated claims as values of the model, so that the later stages can be measured without extraction."""
    return [_claim(row) for row in rows(gold / "claims.jsonl")]


def _claim(row: Row) -> Claim:
    subject, predicate, object_ = row["subject"], row["predicate"] or "", row["object"]
    passive = _PASSIVE.match(predicate)
    if passive and row["kind"] in ("event", "date", "quantity") and not re.search(r"\bby\b", predicate):
        rest = " ".join(part for part in (passive.group(2), object_) if part)
        subject, predicate, object_ = None, passive.group(1), f"{subject} {rest}".strip()
    modality = row.get("modality") or "actual"
    said = row.get("attribution")
    return Claim(
        id=row["id"],
        source=row["source"],
        kind=Kind(row["kind"]),
        text=row["claim"],
        span=Span(row["start"], row["end"], row["span_text"]),
        sentence=Span(row["sentence_start"], row["sentence_start"] + len(row["sentence"]), row["sentence"]),
        subject=subject,
        predicate=predicate,
        object=object_,
        quantity=_quantity(row),
        time=_time(row),
        attribution=Attribution(str(said), "said", row["start"], row["start"]) if said else None,
        modality=_MODALITIES.get(modality) or Modality(modality),
        hedged=bool(row.get("hedged")),
        negated=bool(row.get("negated")),
    )


def _quantity(row: Row) -> Quantity | None:
    given = row.get("quantity")
    if not given:
        return None
    low = given["low"] if given["low"] is not None else 0.0
    high = given["high"] if given["high"] is not None else float("inf")
    unit = (given.get("unit") or "").lower()
    measured = {"years": "second", "miles": "metre", "tons": "gram", "hours per day": "second"}
    return Quantity(
        start=row["start"],
        end=row["end"],
        text=row["span_text"],
        value=given["value"],
        low=low,
        high=high,
        bound=Bound(given["approx"]),
        unit=measured.get(unit),
        counted=re.sub(r"s\b", "", unit) if unit not in measured else None,
    )


def _time(row: Row) -> Time | None:
    given = row.get("time")
    if not given or not given.get("resolved"):
        return None
    first, _, last = given["resolved"].partition("/")
    return Time(row["start"], row["end"], given["text"], _day(first, False), _day(last or first, True))


def _day(text: str, end: bool) -> date | None:
    parts = [int(part) for part in text.split("-") if part.isdigit()]
    if not parts:
        return None
    year, month, day = [*[*parts, 12 if end else 1][:2], 0] if len(parts) < 3 else parts
    return date(year, month, day or (calendar.monthrange(year, month)[1] if end else 1))


def gold_pairs(gold: Path) -> dict[tuple[str, str], Row]:
    """The annotated cross-source pairs of one cluster: claim ids in order -> relation and accepted alternatives."""
    found: dict[tuple[str, str], Row] = {}
    for row in rows(gold / "clusters.jsonl"):
        for pair in row["pairs"]:
            key = (min(pair["a"], pair["b"]), max(pair["a"], pair["b"]))
            found.setdefault(key, {"relations": set(), "also": set(), "optional": row["optional"]})
            found[key]["relations"].add(pair["relation"])
            found[key]["also"] |= {pair["relation"], *(pair.get("also_ok") or ())}
    return found


Example = tuple[list[tuple[str, str, str]], bool]


def examples(claims: Sequence[Claim], same: Callable[[str, str], bool | None]) -> list[Example]:
    """Levels of the candidate pairs of one set of claims, with whether they answer one question."""
    from factcheck.frames.frame import frames
    from factcheck.stages.link import alignment, barred, likeness
    from factcheck.stages.link.blocks import candidates
    from factcheck.stages.link.score import Context, levels

    table = frames(claims)
    context = Context((table[id_] for id_ in sorted(table)), alignment(table, similarity()))
    pairs = [pair for pair in candidates(table)[0] if not barred(table[pair[0]], table[pair[1]])]
    pairs = [pair for pair in pairs if same(*pair) is not None]
    alike = likeness(table, similarity())
    return [
        (levels(table[left], table[right], context, alike.of(left, right) if alike else None), bool(same(left, right)))
        for left, right in pairs
    ]


def annotated_examples(gold: Path, extracted: Sequence[Claim]) -> list[tuple[str, list[Example]]]:
    """Examples from the annotated articles: the annotated claims, and the extracted ones that stand for them."""
    claims = gold_claims(gold)
    positive = set(gold_pairs(gold)) | _inside(gold)
    table = align(extracted, claims)

    def same(left: str, right: str) -> bool | None:
        if left not in table or right not in table:
            return None
        return bool(_mapped(left, right, table) & positive)

    direct = examples(claims, lambda left, right: (min(left, right), max(left, right)) in positive)
    return [("annotated claims", direct), ("extracted claims of the annotated articles", examples(extracted, same))]


def event_examples(data: Path, by_topic: Mapping[str, Sequence[tuple[Any, Sequence[Claim]]]]) -> list[Example]:
    """Examples from events annotated across documents (ecbplus): two claims whose predicates are one event, or two.

    `by_topic`: subtopic -> its articles with their claims.
    """
    mentions: dict[str, list[Row]] = {}
    for row in rows(data / "ecbplus.jsonl"):
        if row["split"] == "dev":
            mentions.setdefault(row["doc_id"], []).append(row)
    found: list[Example] = []
    for _, documents in sorted(by_topic.items()):
        event: dict[str, str] = {}
        claims: list[Claim] = []
        for article, made in documents:
            placed = placed_mentions(article.text, mentions.get(article.id, []))
            claims += made
            for claim in made:
                cluster = predicate_event(claim, placed)
                if cluster is not None:
                    event[claim.id] = cluster

        def same(left: str, right: str, event: dict[str, str] = event) -> bool | None:
            return event[left] == event[right] if left in event and right in event else None

        found += examples(claims, same)
    return found


def placed_mentions(text: str, mentions: Sequence[Row]) -> list[tuple[int, int, str, str]]:
    """(start, end, words, cluster) of each annotated mention that is found in the text, whatever the white space."""
    at = [index for index, char in enumerate(text) if not char.isspace()]
    compact = "".join(text[index] for index in at)
    placed = []
    for row in mentions:
        tokens = row["sentence"].split()
        where = compact.find("".join(tokens))
        if where < 0 or max(row["tokens"]) >= len(tokens):
            continue
        first, last = min(row["tokens"]), max(row["tokens"])
        start = where + sum(len(token) for token in tokens[:first])
        end = where + sum(len(token) for token in tokens[: last + 1])
        placed.append((at[start], at[end - 1] + 1, row["mention"], row["cluster"]))
    return placed


def predicate_event(claim: Claim, placed: Sequence[tuple[int, int, str, str]]) -> str | None:
    """The annotated event that a claim's predicate is: a mention in its span whose first word has the same stem."""
    from factcheck.lexicon.stem import stem

    if not claim.predicate:
        return None
    head = stem(claim.predicate.split()[0])
    for start, end, words, cluster in placed:
        inside = claim.span.start <= start and end <= claim.span.end
        if inside and head in {stem(word) for word in words.split()}:
            return cluster
    return None


def _inside(gold: Path) -> set[tuple[str, str]]:
    """Pairs of one source that stand in one annotated cluster: they answer its question too."""
    found = set()
    for row in rows(gold / "clusters.jsonl"):
        members = sorted(row["members"])
        found |= {(a, b) for i, a in enumerate(members) for b in members[i + 1 :]}
    return found


def pair_scores(positive: set[tuple[str, str]], predicted: set[tuple[str, str]]) -> dict[str, float]:
    """Precision, recall and F1 of pairs, in percent."""
    hits = len(positive & predicted)
    precision = 100 * hits / len(predicted) if predicted else 0.0
    recall = 100 * hits / len(positive) if positive else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return {"precision": precision, "recall": recall, "f1": f1}


def seed_articles(gold: Path) -> list[Any]:
    """The annotated articles, whose texts stand in the folder `seeds` beside the gold folder."""
    import tomllib

    from factcheck.model.article import Article

    folder = gold.parent / "seeds"
    facts = tomllib.loads((folder / "sources.toml").read_text(encoding="utf-8"))
    known = ("publisher", "author", "published", "url", "title")
    articles = []
    for stem, values in sorted(facts.items()):
        path = folder / f"{stem}.txt"
        if path.exists():
            given = {key: values[key] for key in known if key in values}
            articles.append(Article(str(values["id"]), path.read_text(encoding="utf-8"), **given))
    return articles


def align(extracted: Iterable[Claim], gold: Iterable[Claim]) -> dict[str, set[str]]:
    """Extracted claim id -> ids of the annotated claims it stands for: their spans overlap by half.

    Cover is measured on the shorter span.
    """
    by_source: dict[str, list[Claim]] = {}
    for claim in gold:
        by_source.setdefault(claim.source, []).append(claim)
    found: dict[str, set[str]] = {}
    for claim in extracted:
        fits = []
        for other in by_source.get(claim.source, []):
            shared = min(claim.span.end, other.span.end) - max(claim.span.start, other.span.start)
            if shared > 0:
                lengths = (claim.span.end - claim.span.start, other.span.end - other.span.start)
                fits.append((2 * shared / sum(lengths), shared / min(lengths), other.id))
        good = {id_ for f1, cover, id_ in fits if f1 >= 0.5 or cover >= 0.5}
        if good:
            found[claim.id] = good
    return found


def run_end_to_end(articles: Sequence[Any]) -> tuple[list[Claim], Any, Any]:
    """Claims, lineage, and the reconciled result of a set of articles, as the tool makes them."""
    from factcheck.stages.annotate import annotate, load
    from factcheck.stages.extract import extract

    nlp = load()
    claims = [claim for article in articles for claim in extract(annotate(article, nlp), article).claims]
    return claims, *finish(articles, claims)


def finish(articles: Sequence[Any], claims: Sequence[Claim]) -> tuple[Any, Any]:
    """Lineage and reconciled result of claims that are there already."""
    from factcheck.flow.work import read_some
    from factcheck.stages.cluster import cluster
    from factcheck.stages.lineage import lineage, origins
    from factcheck.stages.link import link
    from factcheck.stages.reconcile import reconcile

    found = lineage(articles)
    links = link(claims, similarity(), [(item.original, item.copy) for item in found], read_some).links
    return found, reconcile(cluster(claims, links), origins(articles, found), articles, found, claims, links)


def similarity() -> Any:
    """The sentence encoder as linking takes it; None where it is not there."""
    try:
        from factcheck.stages.annotate import encode
    except ImportError:
        return None

    def matrix(texts: Sequence[str]) -> Any:
        vectors = encode(list(texts))
        return vectors @ vectors.T

    return matrix


def _mapped(left: str, right: str, table: Mapping[str, set[str]]) -> set[tuple[str, str]]:
    return {(min(a, b), max(a, b)) for a in table.get(left, ()) for b in table.get(right, ()) if a != b}


def gold_clusters(gold: Path, split: str = "dev") -> dict[str, float | None]:
    """Pairs of claims in one cluster, end to end, against the annotation; look-alikes merged; relations; lineage."""
    import factcheck

    report = factcheck.reconcile(seed_articles(gold))
    return score_clusters(gold, report.claims, report.lineage, report)


def score_clusters(gold: Path, claims: Sequence[Claim], lineages: Any, result: Any) -> dict[str, float | None]:
    """As `gold_clusters`, of a result that is there. A predicted pair is right if it stands for an annotated one.

    Pairs of claims that stand for nothing annotated count neither way; recall is over all annotated pairs that are not
    optional, `recall_reachable` over those of which both claims were extracted, `recall_agree` over those that agree
    (of the others, many are claims of different things that merely go together).
    """
    annotated = gold_claims(gold)
    table = align(claims, annotated)
    source = {claim.id: claim.source for claim in annotated}
    truth = gold_pairs(gold)
    hit: set[tuple[str, str]] = set()
    right = wrong = judged = good = 0
    inside: set[tuple[str, str]] = set()
    for cluster in result.clusters:
        for pair in cluster.pairs:
            stands = _mapped(pair.left, pair.right, table)
            inside |= stands
            across = {key for key in stands if source[key[0]] != source[key[1]]}
            if not across:
                continue
            matched = across & set(truth)
            hit |= matched
            right += bool(matched)
            wrong += not matched
            if matched:
                judged += 1
                said = {pair.relation.value} | (
                    {"compatible"} if pair.relation.value in ("part_of", "revision") else set()
                )
                good += any(said & truth[key]["also"] for key in matched)
    needed = {key for key, row in truth.items() if not row["optional"]}
    reached = {id_ for ids in table.values() for id_ in ids}
    reachable = {key for key in needed if key[0] in reached and key[1] in reached}
    agreeing = {key for key in needed if "agree" in truth[key]["relations"]}
    alike = {(min(row["a"], row["b"]), max(row["a"], row["b"])) for row in rows(gold / "nonmatches.jsonl")}
    known = {claim.source for claim in annotated}
    expected = _annotated_lineage(gold)
    told = {
        (link.original, link.copy)
        for link in lineages
        if {link.original, link.copy} <= known | {s for e in expected for s in e}
    }
    return {
        "precision": 100 * right / (right + wrong) if right + wrong else None,
        "recall": 100 * len(hit & needed) / len(needed) if needed else None,
        "recall_reachable": 100 * len(hit & reachable) / len(reachable) if reachable else None,
        "recall_agree": _share(hit, agreeing),
        "relations": 100 * good / judged if judged else None,
        "lookalikes_merged": float(len(inside & alike)),
        "lineage_errors": float(len(told ^ expected)) if expected else None,
    }


def _annotated_lineage(gold: Path) -> set[tuple[str, str]]:
    """(original, copy) pairs of the annotation: the drift rows name them."""
    found = set()
    for name in ("drift.jsonl", "alignment.jsonl"):
        for row in rows(gold / name):
            original = row.get("parent") or row.get("original_source") or row.get("parent_source")
            copy = row.get("derived") or row.get("copy_source") or row.get("derived_source")
            if isinstance(original, str) and isinstance(copy, str):
                found.add((original, copy))
    return found


def gold_conflicts(gold: Path, split: str = "dev") -> dict[str, float | None]:
    """Annotated conflicts found, and how many of those reported are annotated, end to end."""
    articles = seed_articles(gold)
    claims, lineages, result = run_end_to_end(articles)
    figures = score_conflicts(gold, claims, result)
    told = _found(gold, claims, result) | _found_as_drift(gold, articles, lineages)
    return figures | {"recall_with_drift": _share(told, _wanted(rows(gold / "conflicts.jsonl")))}


def score_conflicts(gold: Path, claims: Sequence[Claim], result: Any) -> dict[str, float | None]:
    """As `gold_conflicts`, of a result that is there already.

    A finding matches an annotated conflict when its claims stand on two different sides of it. One that touches
    no annotated source is not counted.
    """
    table = align(claims, gold_claims(gold))
    known = {claim.source for claim in gold_claims(gold)}
    conflicts = rows(gold / "conflicts.jsonl")
    by_id = {claim.id: claim for claim in claims}
    reported = right = wording = 0
    for finding in _conflicts(result):
        if not {by_id[id_].source for id_ in finding.claims} <= known:
            continue
        reported += 1
        strengths = {row["strength"] for row in _matched(conflicts, finding, table)}
        right += bool(strengths & {"hard", "soft"})
        wording += strengths == {"wording"}
    found = _found(gold, claims, result)
    return {
        "hard_recall": _share(found, {row["id"] for row in conflicts if row["strength"] == "hard"}),
        "recall": _share(found, _wanted(conflicts)),
        "precision": 100 * right / reported if reported else None,
        "reported_false": float(reported - right),
        "wording_false": float(wording),
        "reported": float(reported),
    }


def _conflicts(result: Any) -> list[Any]:
    return [finding for finding in result.findings if finding.kind.value == "conflict"]


def _matched(conflicts: Sequence[Row], finding: Any, table: Mapping[str, set[str]]) -> list[Row]:
    """The annotated conflicts on two sides of which the finding's claims stand."""
    stands = {gold_id for id_ in finding.claims for gold_id in table.get(id_, ())}
    return [row for row in conflicts if _both_sides(row, stands)]


def _found(gold: Path, claims: Sequence[Claim], result: Any) -> set[str]:
    table, conflicts = align(claims, gold_claims(gold)), rows(gold / "conflicts.jsonl")
    return {row["id"] for finding in _conflicts(result) for row in _matched(conflicts, finding, table)}


def _wanted(conflicts: Sequence[Row]) -> set[str]:
    """Those that one would report to a reader."""
    return {
        row["id"]
        for row in conflicts
        if row["strength"] == "hard" or (row["strength"] == "soft" and row["sure"] >= 0.5)
    }


def _found_as_drift(gold: Path, articles: Sequence[Any], lineages: Any) -> set[str]:
    """The annotated conflicts of which a serious drift finding between a copy and its original touches both sides."""
    from factcheck import drift

    by_id = {article.id: article for article in articles}
    found: set[str] = set()
    for link in lineages:
        for finding in drift(by_id[link.original], by_id[link.copy]):
            if finding.level.value == "note":
                continue
            for row in rows(gold / "conflicts.jsonl"):
                touched = [
                    any(_meet(span, other) for span in side["spans"] for other in finding.spans)
                    for side in row["sides"]
                ]
                found |= {row["id"]} if sum(touched) >= 2 else set()
    return found


def _meet(span: Row, other: Any) -> bool:
    return bool(span["source"] == other.source and other.start < span["end"] and span["start"] < other.end)


def _share(found: set[Any], wanted: set[Any]) -> float | None:
    return 100 * len(found & wanted) / len(wanted) if wanted else None


def _both_sides(row: Row, stands: set[str]) -> bool:
    touched = [bool(stands & set(side["claim_ids"])) for side in row["sides"]]
    return sum(touched) >= 2
