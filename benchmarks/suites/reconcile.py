"""How well claims are clustered and judged: against annotated clusters and conflicts, and for false alarms.

    python benchmarks/suites/reconcile.py [--gold ../shared/gold] [--data ../shared/bench/data] [--split dev] [--only NAME]

Percent values. The gold folder holds claims.jsonl, clusters.jsonl, conflicts.jsonl, nonmatches.jsonl beside a folder
`seeds` of the articles; nothing here depends on their ids or numbers.
"""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.model.claim import Attribution, Claim, Kind, Modality
from factcheck.model.quantity import Bound, Quantity
from factcheck.model.span import Span
from factcheck.model.time import Time

Row = dict[str, Any]
_PASSIVE = re.compile(r"^(?:was|were|has been|have been|is|are|being)\s+(\w+(?:ed|en|t|wn|ld))\b\s*(.*)$")
_MODALITIES = {"expected": Modality.POSSIBLE}


def rows(path: Path) -> list[Row]:
    """The rows of a JSONL file; none where there is no file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


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
    year, month, day = (parts + [12 if end else 1])[:2] + [0] if len(parts) < 3 else parts
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


def training_pairs(gold: Path, data: Path) -> list[tuple[str, list[tuple[list[tuple[str, str, str]], bool]]]]:
    """Candidate pairs with their levels and whether they answer one question, a named set each."""
    from factcheck.frames.frame import frames
    from factcheck.stages.link import barred
    from factcheck.stages.link.blocks import candidates
    from factcheck.stages.link.score import Context, levels

    claims = gold_claims(gold)
    table = frames(claims)
    context = Context(table[id_] for id_ in sorted(table))
    positive = set(gold_pairs(gold)) | _inside(gold)
    examples = []
    for left, right in candidates(table)[0]:
        if not barred(table[left], table[right]):
            examples.append((levels(table[left], table[right], context, None), (left, right) in positive))
    return [("annotated claims", examples)]


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
