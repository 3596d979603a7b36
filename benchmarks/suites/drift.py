"""How well drift is found: against annotated differences, one-edit corruptions, and real translations.

    python benchmarks/suites/drift.py [--gold ../shared/gold] [--data ../shared/bench/data] [--split dev] [--only NAME]

Percent values. The gold folder holds drift.jsonl and stands beside the folder `seeds` of the articles; which file
a row is
about is seen from the sentence that it quotes. Nothing here depends on ids or on numbers of rows.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from factcheck.model.article import Article
from factcheck.model.finding import DriftType, Finding, Severity

Row = dict[str, Any]
SERIOUS = ("critical", "major")


def rows(path: Path, split: str = "all") -> list[Row]:
    """The rows of a JSONL file that belong to a split; none where there is no file."""
    if not path.exists():
        return []
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [row for row in found if split == "all" or row.get("split", split) == split]


def gold_drift(gold: Path, split: str = "all") -> dict[str, float]:
    """Differences found in the articles: recall and type of serious rows, alarms on faithful stretches, share matched.

    A row is found when one finding overlaps it on both sides (on the one side that it has). `matched` is the share of
    the serious findings that overlap some row of a difference: a floor of precision, since not every one is annotated.
    """
    from factcheck.stages import annotate
    from factcheck.stages.drift import drift

    nlp = annotate.load()
    texts = [path.read_text(encoding="utf-8") for path in sorted((_seeds(gold)).glob("*.txt"))]
    by_pair: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows(gold / "drift.jsonl", split):
        left = _text_of(texts, row["source_sentence"], row["source_start"], row["source_span"])
        right = _text_of(texts, row["distorted_sentence"], row["distorted_start"], row["distorted_span"])
        by_pair[row["pair"], ""].append({**row, "left": left, "right": right})
    count = dict.fromkeys(("rows", "found", "typed", "controls", "alarms", "findings", "matched"), 0)
    for _, found in sorted(by_pair.items()):
        left = next(row["left"] for row in found if row["left"])
        right = next(row["right"] for row in found if row["right"])
        a, b = Article("original", left), Article("copy", right)
        findings = drift(nlp(left), nlp(right), a, b, encoder=annotate).findings
        serious = [f for f in findings if f.severity is not None and f.severity is not Severity.MINOR]
        count["findings"] += len(serious)
        differing = [row for row in found if not row["control"]]
        count["matched"] += sum(any(_overlap(f, row) for row in differing) for f in serious)
        for row in found:
            if row["control"]:
                count["controls"] += 1
                count["alarms"] += any(_overlap(f, row) and _narrow(f) for f in findings)
            elif row["severity"] in SERIOUS and not row["maybe_edition_difference"]:
                hits = [f for f in findings if _overlap(f, row)]
                count["rows"] += 1
                count["found"] += bool(hits)
                count["typed"] += any(f.drift is not None and f.drift.value == row["type"] for f in hits)
    return {
        "serious differences": count["rows"],
        "found": _percent(count["found"], count["rows"]),
        "type right of those found": _percent(count["typed"], count["found"]),
        "alarms on controls": _percent(count["alarms"], count["controls"]),
        "serious findings": count["findings"],
        "serious findings that match a row": _percent(count["matched"], count["findings"]),
    }


def demetr(data: Path, split: str = "dev", groups: int | None = None) -> dict[str, float]:
    """Recall of one-edit corruptions by category at five per cent alarms on the faithful translations.

    `groups` takes a sample of that many sentences. With the dev split the scorer has seen the sentences: what it
    does on
    new ones stands in docs/drift.md, from cross-validation.
    """
    found = [row for row in rows(data / "demetr.jsonl", split) if row["kind"] != "base"]
    if groups is not None:
        names = sorted({row["group"] for row in found}, key=lambda name: (zlib.crc32(name.encode()), name))[:groups]
        found = [row for row in found if row["group"] in set(names)]
    scores = dict(
        zip((row["id"] for row in found), score_pairs([(row["ref"], row["cand"]) for row in found]), strict=True)
    )
    controls = [scores[row["id"]] for row in found if row["kind"] == "control"]
    return _at_five_percent(found, scores, controls)


def _at_five_percent(found: Sequence[Row], scores: dict[str, float], controls: Sequence[float]) -> dict[str, float]:
    if not controls:
        return {}
    limit = sorted(controls, reverse=True)[int(0.05 * len(controls))]
    by_category: dict[tuple[str, str], list[float]] = defaultdict(list)
    for row in found:
        if row["kind"] != "control":
            by_category[row["kind"], row["category"]].append(scores[row["id"]])
    alarms = {key: _percent(sum(value > limit for value in values), len(values)) for key, values in by_category.items()}
    result = {f"{kind} {category}": alarms[kind, category] for kind, category in sorted(alarms)}
    for kind in ("meaning", "surface"):
        of_kind = [value for (name, _), value in alarms.items() if name == kind]
        if of_kind:
            result[f"mean of {kind} categories"] = round(sum(of_kind) / len(of_kind), 1)
    return result


def wmt20(data: Path, split: str = "dev") -> dict[str, float]:
    """Area under the curve of real translations with a heavy penalty against nearly faultless ones.

    Alarms on humans.
    """
    found = rows(data / "wmt20_zhen.jsonl", split)
    return _real(found, lambda row: row["mqm_penalty"] >= 5, lambda row: row["mqm_penalty"] < 1)


def wmt21(data: Path, split: str = "dev") -> dict[str, float]:
    """Area under the curve of real translations with a major error against those without any; alarms on humans."""
    found = rows(data / "wmt21_zhen.jsonl", split)
    return _real(found, lambda row: row["majors"] > 0, lambda row: not row["spans"])


def _real(found: Sequence[Row], bad: Callable[[Row], bool], good: Callable[[Row], bool]) -> dict[str, float]:
    scores = score_pairs([(row["ref"], row["mt"]) for row in found])
    worse = [score for row, score in zip(found, scores, strict=True) if bad(row)]
    better = [score for row, score in zip(found, scores, strict=True) if good(row)]
    human = [score for row, score in zip(found, scores, strict=True) if row.get("human")]
    if not worse or not better:
        return {}
    limit = sorted(better, reverse=True)[int(0.05 * len(better))]
    result = {
        "area under the curve": round(100 * _area(worse, better), 1),
        "recall at 5% alarms": _percent(sum(s > limit for s in worse), len(worse)),
    }
    if human:
        result["alarms on a second human translation"] = _percent(sum(s > limit for s in human), len(human))
    return result


def faithful_alarms(data: Path, split: str = "dev") -> dict[str, float]:
    """Share of faithful pairs with a critical, a serious, and a term finding. The pairs are equivalent news sentences,
    translations without an error, and second human translations, which are freer than any copy.
    """
    translations = rows(data / "wmt20_zhen.jsonl", split) + rows(data / "wmt21_zhen.jsonl", split)
    sets = {
        "news": [(r["text1"], r["text2"]) for r in rows(data / "msrp.jsonl", split) if r["label"] == "equivalent"],
        "translations": [(r["ref"], r["mt"]) for r in rows(data / "wmt21_zhen.jsonl", split) if not r["spans"]],
        "human": [(r["ref"], r["mt"]) for r in translations if r.get("human")],
    }
    figures = {}
    for name, pairs in sets.items():
        found = [findings_between(*pair) for pair in pairs[:300]]
        for kind, told in (
            ("critical", lambda f: f.severity is Severity.CRITICAL),
            ("serious", lambda f: f.severity is not Severity.MINOR),
            ("term", lambda f: f.drift is DriftType.TERM_SUBSTITUTION),
        ):
            if found:
                figures[f"{kind} alarms, {name}"] = _percent(sum(any(map(told, own)) for own in found), len(found))
    return figures


def findings_between(original: str, copy: str) -> Sequence[Finding]:
    """The findings of drift on two short texts."""
    from factcheck.stages import annotate
    from factcheck.stages.drift import drift

    nlp = annotate.load()
    articles = Article("original", original), Article("copy", copy)
    return drift(nlp(original), nlp(copy), *articles, encoder=annotate).findings


def one_change(data: Path, split: str = "dev") -> dict[str, float]:
    """Share of translations with one change with a serious finding that the unchanged translation has not, by kind
    of change, and the means of the kinds of meaning and of surface noise. A quarter of the sentences, by their hash.
    """
    found = [row for row in rows(data / "demetr.jsonl", split) if zlib.crc32(row["group"].encode()) % 4 == 1]
    intact = {row["group"]: row for row in found if row["kind"] == "control"}
    known = {
        group: {(f.rule, f.message) for f in findings_between(row["ref"], row["cand"])} for group, row in intact.items()
    }
    told: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for row in found:
        if row["kind"] in ("meaning", "surface") and row["group"] in known:
            serious = [f for f in findings_between(row["ref"], row["cand"]) if f.severity is not Severity.MINOR]
            new = any((f.rule, f.message) not in known[row["group"]] for f in serious)
            told[row["kind"], row["category"]].append(new)
    figures = {
        f"{name} told": _percent(sum(own), len(own)) for (kind, name), own in sorted(told.items()) if kind == "meaning"
    }
    for kind, title in (("meaning", "mean told"), ("surface", "mean alarms, surface")):
        shares = [100 * sum(own) / len(own) for (sort, _), own in told.items() if sort == kind]
        if shares:
            figures[title] = round(sum(shares) / len(shares), 1)
    return figures


def tortured(data: Path, split: str = "dev") -> dict[str, float]:
    """Share of tortured phrases with a finding at them, and with a serious one, where the expected term stands at the
    same place of the original. Rows that name no expected term are left out; 400 are taken, by their ids' hash.
    """
    frame = "The study describes {} and compares the results with those of earlier work."
    found = [row for row in rows(data / "tortured.jsonl", split) if any(map(str.isalpha, row["correct"]))]
    found = sorted(found, key=lambda row: zlib.crc32(row["id"].encode()))[:400]
    told = [findings_between(frame.format(row["correct"]), frame.format(row["tortured"])) for row in found]
    if not told:
        return {}
    serious = sum(any(f.severity is not Severity.MINOR for f in own) for own in told)
    return (
        {"flagged": _percent(sum(map(bool, told)), len(told)), "seriously": _percent(serious, len(told))}
        if told
        else {}
    )


def score_pairs(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """The graded score of each pair of texts."""
    from factcheck.stages import annotate
    from factcheck.stages.drift import score

    parsed = lru_cache(maxsize=1000)(annotate.load())
    return [score(parsed(left), parsed(right), reader=annotate) for left, right in pairs]


def _seeds(gold: Path) -> Path:
    return gold / "seeds" if (gold / "seeds").is_dir() else gold.parent / "seeds"


def _text_of(texts: Sequence[str], sentence: str | None, start: int | None, span: str | None) -> str | None:
    for text in texts:
        if (
            start is not None
            and span
            and text[start : start + len(span)] == span
            and (not sentence or sentence in text)
        ):
            return text
    return next((text for text in texts if sentence and sentence in text), None)


def _overlap(finding: Finding, row: Row) -> bool:
    for source, start, end in (
        ("original", "source_start", "source_end"),
        ("copy", "distorted_start", "distorted_end"),
    ):
        if row[start] is None:
            continue
        if not any(s.source == source and s.start < row[end] and row[start] < s.end for s in finding.spans):
            return False
    return True


def _narrow(finding: Finding) -> bool:
    """Whether a finding points at words and not at a whole sentence that it shows for context."""
    return sum(span.end - span.start for span in finding.spans) < 260


def _area(worse: Sequence[float], better: Sequence[float]) -> float:
    wins = sum((a > b) + 0.5 * (a == b) for a in worse for b in better)
    return wins / (len(worse) * len(better))


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def main() -> None:
    """Print all measures, or one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    shared = Path(__file__).resolve().parents[3] / "shared"
    parser.add_argument("--gold", type=Path, default=shared / "gold")
    parser.add_argument("--data", type=Path, default=shared / "bench" / "data")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--groups", type=int, help="take only so many sentences of demetr")
    parser.add_argument("--only")
    arguments = parser.parse_args()
    measures: dict[str, Callable[[], dict[str, float]]] = {
        "gold_drift": lambda: gold_drift(arguments.gold),
        "faithful_alarms": lambda: faithful_alarms(arguments.data, arguments.split),
        "one_change": lambda: one_change(arguments.data, arguments.split),
        "tortured": lambda: tortured(arguments.data, arguments.split),
        "wmt20": lambda: wmt20(arguments.data, arguments.split),
        "wmt21": lambda: wmt21(arguments.data, arguments.split),
        "demetr": lambda: demetr(arguments.data, arguments.split, arguments.groups),
    }
    for name, measure in measures.items():
        if arguments.only in (None, name):
            print(name)
            for key, value in measure().items():
                print(f"  {key:<48} {value:>7}")


if __name__ == "__main__":
    main()
