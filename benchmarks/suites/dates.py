"""Dates and times against public annotations: spans, TIMEX3 values, and days.

    python benchmarks/suites/dates.py --data ../shared/bench/data --split dev [--errors]

`timebank` is scored by the scorer that stands beside the data; `datetime_specs` has none, so its measure is here: a
recognised expression overlaps an annotated one, and its value is right when its days are those of one of the readings
that the annotation allows. Figures are percent.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from factcheck.model.time import Time
from factcheck.readers.dates import read_dates

_TYPES = {"date": "DATE", "time": "TIME", "duration": "DURATION", "set": "SET"}


def timebank(data_dir: Path, split: str) -> dict[str, float]:
    """Score the reader on TimeBank and AQUAINT: strict and relaxed span F1, and F1 of relaxed matches with the right
    value, over all expressions (`value_f1`) and over calendar days, months and years (`calendar_value_f1`)."""
    rows = _rows(data_dir / "timebank.jsonl", split)
    predictions = []
    accuracy = _Accuracy()
    for row, doc in _parsed(rows):
        times = read_dates(doc, date.fromisoformat(row["dct"][:10]))
        predictions.append({"id": row["id"], "timexes": [_timex(time) for time in times]})
        accuracy.add(row["timexes"], times)
    scores = _score(data_dir.parent / "score_timex.py", predictions, split)
    return {
        "precision": scores["relaxed"]["P"],
        "recall": scores["relaxed"]["R"],
        "relaxed_f1": scores["relaxed"]["F1"],
        "strict_f1": scores["strict"]["F1"],
        "type_f1": scores["type"]["F1"],
        "value_f1": scores["value"]["F1"],
        "calendar_value_f1": scores["day_value"]["F1"],
        "value_accuracy": accuracy.all,
        "calendar_value_accuracy": accuracy.calendar,
    }


class _Accuracy:
    """The share of found expressions whose value is the annotated one."""

    def __init__(self) -> None:
        self._right = self._found = self._right_days = self._found_days = 0

    def add(self, gold: list[dict[str, Any]], times: tuple[Time, ...]) -> None:
        for one in gold:
            hits = [time for time in times if time.start < one["end"] and one["start"] < time.end]
            if hits:
                right = any(time.value == one["value"] for time in hits)
                self._found, self._right = self._found + 1, self._right + right
                if is_calendar(one["value"]):
                    self._found_days, self._right_days = self._found_days + 1, self._right_days + right

    @property
    def all(self) -> float:
        return round(100 * self._right / max(self._found, 1), 1)

    @property
    def calendar(self) -> float:
        return round(100 * self._right_days / max(self._found_days, 1), 1)


def is_calendar(value: str | None) -> bool:
    """Whether a value is a day, month or year."""
    parts = (value or "").split("-")
    return len(parts) <= 3 and len(parts[0]) == 4 and all(part.isdigit() for part in parts)


def datetime_specs(data_dir: Path, split: str) -> dict[str, float]:
    """Score the reader on sentences with dates and times: span F1, exact span F1, and the share of the expressions with
    a day whose days are right, or overlap the right ones by half (the annotation ends "2014 to 2018" where 2018
    begins); and false dates per 1,000 words of the sentences that have none."""
    hits = exact = gold_count = read_count = placed = right = shared = false = words = 0
    for row, doc in _parsed(_rows(data_dir / "datetime_specs.jsonl", split)):
        published = datetime.fromisoformat(row["reference_date"]).date() if row["reference_date"] else None
        times = read_dates(doc, published)
        gold_count, read_count = gold_count + len(row["results"]), read_count + len(times)
        if not row["results"]:
            false, words = false + len(times), words + len(row["text"].split())
        used: set[Time] = set()
        for one in row["results"]:
            start, end = one["start"], one["end"] + 1
            exact += any((time.start, time.end) == (start, end) for time in times)
            hit = next((time for time in times if time not in used and time.start < end and start < time.end), None)
            wanted = [days for value in one["values"] if (days := _days(value)) is not None]
            placed += bool(wanted)
            if hit is not None:
                used.add(hit)
                hits += 1
                right += (hit.first, hit.last) in wanted
                shared += any(_overlap((hit.first, hit.last), days) for days in wanted)
    return {
        "precision": _percent(hits, read_count),
        "recall": _percent(hits, gold_count),
        "relaxed_f1": _percent(2 * hits, read_count + gold_count),
        "strict_f1": _percent(2 * exact, read_count + gold_count),
        "days_right": _percent(right, placed),
        "days_overlap": _percent(shared, placed),
        "false_per_1000_words": round(1000 * false / max(words, 1), 2),
    }


def _overlap(ours: tuple[date | None, date | None], theirs: tuple[date | None, date | None]) -> bool:
    """Whether two periods share at least half of what they cover together; an open end is no further than ten years."""
    bounds = [[end.toordinal() if end else None for end in days] for days in (ours, theirs)]
    known = [end for days in bounds for end in days if end is not None]
    if not known:
        return True
    low, high = min(known) - 3652, max(known) + 3652
    (first, last), (start, stop) = [(days[0] or low, days[1] or high) for days in bounds]
    return 2 * (min(last, stop) - max(first, start) + 1) >= max(last, stop) - min(first, start) + 1


def captions(data_dir: Path, split: str) -> dict[str, float]:
    """False dates per 1,000 words of captions of pictures, which name hardly any; no parse is needed to see them."""
    blank = spacy.blank("en")
    texts = sorted({row[side] for row in _rows(data_dir / "sick.jsonl", split) for side in ("premise", "hypothesis")})
    found = sum(len(read_dates(blank(text), date(2020, 6, 15))) for text in texts)
    words = sum(len(text.split()) for text in texts)
    return {"false_dates_per_1000_words": round(1000 * found / max(words, 1), 2), "words": words}


def _days(value: dict[str, str]) -> tuple[date | None, date | None] | None:
    """The closed days of one reading; None for a time, a duration or a repetition."""
    try:
        if value["type"] in ("date", "datetime"):
            day = date.fromisoformat(value["value"][:10])
            return day, day
        if value["type"] in ("daterange", "datetimerange"):
            first = date.fromisoformat(value["start"][:10]) if "start" in value else None
            last = date.fromisoformat(value["end"][:10]) if "end" in value else None
            if last is not None and (len(value["end"]) == 10 or value["end"].endswith("00:00:00")) and last != first:
                last -= timedelta(days=1)
            return first, last
    except (KeyError, ValueError):
        return None
    return None


def _percent(part: float, whole: float) -> float:
    return round(100 * part / max(whole, 1), 1)


def _timex(time: Time) -> dict[str, Any]:
    return {"start": time.start, "end": time.end, "type": _TYPES[time.kind], "value": time.value}


def _rows(path: Path, split: str) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    return [row for row in rows if split in ("all", row["split"])]


@lru_cache(maxsize=1)
def _pipeline() -> Language:
    """The shipped pipeline; a tokenizer alone where there is none."""
    try:
        from factcheck.stages.annotate import load
    except ImportError:
        return spacy.blank("en")
    return load("default")


def _parsed(rows: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Doc]]:
    yield from zip(rows, _pipeline().pipe(row["text"] for row in rows), strict=True)


def _score(scorer: Path, predictions: list[dict[str, Any]], split: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "predictions.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in predictions), encoding="utf-8")
        command = [sys.executable, str(scorer), "--pred", str(path), "--split", split, "--json"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True, help="folder of timebank.jsonl and datetime_specs.jsonl")
    options.add_argument("--split", default="dev", choices=["dev", "test", "all"])
    chosen = options.parse_args()
    scores = {suite.__name__: suite(chosen.data, chosen.split) for suite in (timebank, datetime_specs, captions)}
    print(json.dumps(scores, indent=2))


if __name__ == "__main__":
    main()
