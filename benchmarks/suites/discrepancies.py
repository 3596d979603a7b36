"""What reports of one event really disagree on: discrepancies that readers found, against those that are told.

    python benchmarks/quality.py --only discrepancies

All 1,075 reports of 164 events (shootings and the events of ECB+, development parts) were read by readers who had not
seen what the tool finds, and who wrote down every two statements that cannot both be true of one thing, in two reports
or in one. benchmarks/discrepancies.jsonl has the places of the two passages in "title, blank line, text", a kind, and
how sure the reader was: "hard", "soft" if effort explains it away, "revision" if a later report updates an earlier one.
Half A of the events was looked at when rules were written, half B was not. Nobody lists everything: what the tool told
and no reader had listed, and what was true when it was read, has the level "told", and counts for nothing but as right;
what is told and not listed at all is `unlisted`. Percent values.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from suites.rows import Row, selected

LISTED = Path(__file__).resolve().parent.parent / "discrepancies.jsonl"
GROUPS = {
    **dict.fromkeys(("spelling", "name", "age"), "names_and_ages"),
    **dict.fromkeys(("count", "measure", "money", "rank"), "amounts"),
    **dict.fromkeys(("clock", "day", "date", "order"), "times"),
}
_WORDS_DECIDE = frozenset({"FC110", "FC120", "FC121"})  # which reports a name or an age is quoted from does not matter


def discrepancies(data: Path, split: str = "dev") -> dict[str, float | None]:
    """How many of the listed discrepancies are told as a conflict, dispute or revision, by half and sort.

    Args:
        data: The folder with violent_docs.jsonl and ecbplus_docs.jsonl.
        split: Only "dev" has a list.
    """
    import factcheck.flow
    from factcheck.config import Settings

    known = {name: listed(name) if split == "dev" else {} for name in ("ecbplus_docs", "violent_docs")}
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    reported = unlisted = 0
    for (name, event), reports in _events(data, split).items():
        report = factcheck.flow.run(reports, Settings(), one_matter=True, with_drift=False)
        text = {article.id: article.text for article in report.articles}
        claims = {claim.id: claim for claim in report.claims}
        told = [finding for finding in report.findings if finding.kind.value in ("conflict", "dispute", "revision")]
        right = set()
        for row in known[name].get(event, ()):
            hits = {finding.id for finding in told if tells(finding, row, text, passages(claims, finding))}
            right |= hits
            for figure in _figures(row):
                wanted[figure] += 1
                found[figure] += bool(hits)
        conflicts = [finding for finding in told if finding.kind.value == "conflict"]
        reported += len(conflicts)
        unlisted += sum(finding.id not in right for finding in conflicts)
    shares: dict[str, float | None] = {
        f"{figure}_found": 100 * found[figure] / wanted[figure] for figure in sorted(wanted)
    }
    return {**shares, "reported": float(reported), "unlisted": float(unlisted)}


def listed(name: str) -> dict[str, list[Row]]:
    """The differences that are known of a set, by event."""
    found: dict[str, list[Row]] = defaultdict(list)
    for line in LISTED.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["set"] == name:
            found[row["event"]].append(row)
    return dict(found)


def _events(data: Path, split: str) -> Mapping[tuple[str, str], list[Any]]:
    """The reports of each event that has several."""
    from factcheck.model.article import Article

    events: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for name, key in (("violent_docs", "cluster"), ("ecbplus_docs", "subtopic")):
        for row in selected(data / f"{name}.jsonl", split):
            published = date.fromisoformat(row["date"][:10]) if row.get("date") else None
            text = f"{row['title'] or ''}\n\n{row['text']}".strip()
            events[name, str(row[key])].append(Article(row["id"], text, published=published))
    return {event: reports for event, reports in sorted(events.items()) if len(reports) > 1}


def _figures(row: Row) -> Iterable[str]:
    """Of which figures a listed discrepancy is counted."""
    if row["level"] == "told":
        return ()
    if row["level"] != "hard":
        return (row["level"],)
    group = GROUPS.get(row["kind"], "other")
    return (f"hard_{row['half']}", f"hard_{row['half']}_{group}")


def passages(claims: Mapping[str, Any], finding: Any) -> list[tuple[str, int, int]]:
    """What a finding quotes, and the sentences of the claims that it rests on, which are among `claims` by id."""
    quoted = [(span.source, span.start, span.end) for span in finding.spans]
    return quoted + [
        (claims[id_].source, claims[id_].sentence.start, claims[id_].sentence.end) for id_ in finding.claims
    ]


def tells(finding: Any, row: Row, text: Mapping[str, str], quoted: Sequence[tuple[str, int, int]]) -> bool:
    """Whether a finding quotes both passages of a row, or, of a name or an age, marks words of both."""
    if all(any(source == row[side][0] and start < row[side][2] and row[side][1] < end for source, start, end in quoted)
           for side in ("a", "b")):  # fmt: skip
        return True
    if finding.rule not in _WORDS_DECIDE:
        return False
    marked = [
        {mark.text for mark in finding.marks if mark.text in text[row[side][0]][row[side][1] : row[side][2]]}
        for side in ("a", "b")
    ]
    return all(marked) and len(marked[0] | marked[1]) > 1
