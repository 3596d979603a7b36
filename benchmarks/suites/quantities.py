"""Quantities against public annotations: value, unit, hedge or trend, and what is measured.

    python benchmarks/suites/quantities.py --data ../shared/bench/data --split dev [--errors newsquant]

Each function runs the reader on one set and scores it with the scorer beside the data; figures are F1 in percent. An
adapter puts our quantities in the terms of each annotation. What it changes is a difference of convention, named where
it is made; it never looks at what the annotation of a row says.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, DocBin

from factcheck.lexicon.quantities import numerals, units
from factcheck.model.quantity import Bound, Quantity
from factcheck.readers.quantities import read_ordinals, read_quantities
from factcheck.readers.quantities.amount import Amount
from factcheck.readers.quantities.amounts import amounts
from factcheck.readers.quantities.atoms import Atoms
from factcheck.readers.quantities.grammar import Grammar
from factcheck.readers.quantities.refuse import refusal
from factcheck.readers.quantities.scan import numbers

Row = dict[str, Any]

# Names of units as the annotations have them.
_NAMES = {
    "percent": "percentage",
    "US dollar": "dollar",
    "degree Celsius": "celsius",
    "degree Fahrenheit": "fahrenheit",
    "Dutch guilder": "netherlands guilde",
    "kip": "lao kip",
    "cent": "cent",
    "watt-hour": "watt hour",
    "p": "point",  # so is the sign of the penny read there
}
_SCALE_OF_VAGUE = 2  # "thousands" is [2000, 99999] here and 1,000 to 10,000 there


def newsquant(data_dir: Path, split: str) -> dict[str, float]:
    """Values, units, changes and concepts in news sentences (protocol "paper" of its scorer).

    Also false quantities per 1,000 words of the sentences without any, and both for a regular expression and for
    quantulum3, where it is installed here or in the Python that QUANTULUM3_PYTHON names.
    """
    rows = _rows(data_dir / "newsquant.jsonl", split)
    docs = list(_parsed(rows))
    read = [read_quantities(doc) for doc in docs]
    predictions = [
        {"id": row["id"], "quantities": [*_as_newsquant(found, doc), *_generations(row["text"])]}
        for row, doc, found in zip(rows, docs, read, strict=True)
    ]
    scores = _score(data_dir, "newsquant", predictions, split)
    figures = {
        "value_f1": scores["paper:value"]["F1"],
        "value_unit_f1": scores["paper:value+unit"]["F1"],
        "value_change_f1": scores["paper:value+change"]["F1"],
        "concept_partial_f1": scores["paper:value+concept_partial"]["F1"],
        "concept_complete_f1": scores["paper:value+concept_complete"]["F1"],
        "strict_value_f1": scores["strict:value"]["F1"],
        "strict_value_unit_f1": scores["strict:value+unit"]["F1"],
        "false_per_1000_words": _false_rate(rows, [len(found) for found in read]),
    }
    for name, values in _baselines([row["text"] for row in rows]):
        guesses = [{"id": row["id"], "quantities": found} for row, found in zip(rows, values, strict=True)]
        scored = _score(data_dir, "newsquant", guesses, split)
        figures[f"{name}_value_f1"] = scored["paper:value"]["F1"]
        figures[f"{name}_value_unit_f1"] = scored["paper:value+unit"]["F1"]
        figures[f"{name}_false_per_1000_words"] = _false_rate(rows, [len(found) for found in values])
    return figures


def quantity_units(data_dir: Path, split: str) -> dict[str, float]:
    """Value and unit of ages, money, dimensions and temperatures, scored as newsquant is."""
    rows = _rows(data_dir / "quantity_units.jsonl", split)
    predictions = [
        {"id": row["id"], "quantities": _as_newsquant(read_quantities(doc), doc, vague_low=True)}
        for row, doc in zip(rows, _parsed(rows), strict=True)
    ]
    scores = _score(data_dir, "quantity_units", predictions, split)
    return {"value_f1": scores["paper:value"]["F1"], "value_unit_f1": scores["paper:value+unit"]["F1"]}


def reader_time(data_dir: Path, split: str) -> dict[str, float]:
    """What the reader takes beside the pipeline that parses for it, in percent of its time, on news sentences."""
    from factcheck.stages.annotate import annotate, load

    nlp = load()
    texts = [row["text"] for row in _rows(data_dir / "newsquant.jsonl", split)]
    annotate(texts[0], nlp)  # the first call loads what it needs
    began = time.process_time()
    docs = [annotate(text, nlp) for text in texts]
    parsed = time.process_time()
    for doc in docs:
        read_quantities(doc)
    return {"percent_of_pipeline_time": 100 * (time.process_time() - parsed) / (parsed - began)}


def number_specs(data_dir: Path, split: str) -> dict[str, float]:
    """Rows whose numbers, ranges, ordinals or percentages are all found with exact offsets and value, in percent."""
    rows = _rows(data_dir / "number_specs.jsonl", split)
    right: dict[str, list[bool]] = {}
    for row, doc in zip(rows, _parsed(rows), strict=True):
        right.setdefault(row["subset"], []).append(_spec_found(row, doc) == _spec_wanted(row))
    every = [hit for hits in right.values() for hit in hits]
    figures = {"exact": 100 * sum(every) / max(1, len(every))}
    figures.update({f"exact_{name}": 100 * sum(hits) / len(hits) for name, hits in sorted(right.items())})
    return figures


# -- newsquant and quantity_units -----------------------------------------------------------------------------------


def _as_newsquant(found: tuple[Quantity, ...], doc: Doc, vague_low: bool = False) -> list[Row]:
    """Our quantities as that annotation has them.

    Differences of convention: a hedge hides the trend; "from A to B" of a change is one range without trend; a vague
    plural is a range of one power of ten (in quantity_units its lower end); an amount that only an article states
    ("a decade") and one without a number ("tons of") are not annotated; the unit of a count is its noun phrase, and
    "count" for times.
    """
    out: list[Row] = []
    previous: Quantity | None = None
    for quantity in found:
        if _implied(quantity) or _apposed_age(quantity, doc):
            continue
        row = _row(quantity, vague_low)
        if previous is not None and out and _one_change(previous, quantity, doc):
            first = out.pop()
            ends = [*_ends(first["value"]), *_ends(row["value"])]
            row = {**first, **row, "value": [ends[0], ends[-1]], "change": "="}
        out.append(row)
        previous = quantity
    return out


def _ends(value: float | list[float]) -> list[float]:
    return value if isinstance(value, list) else [value]


def _row(quantity: Quantity, vague_low: bool) -> Row:
    return {
        "value": _value(quantity, vague_low),
        "normalized_unit": _unit_name(quantity),
        "change": _change(quantity),
        "referred_concepts": list(quantity.concepts) or ["-"],
    }


def _implied(quantity: Quantity) -> bool:
    words = re.findall(r"[a-z]+|\d", quantity.text.lower())
    table = numerals()
    known = (
        table.units,
        table.tens,
        table.scales,
        table.scale_marks,
        table.dozens,
        table.parts,
        table.ordinals,
        table.vague,
    )
    return not any(word.isdigit() or any(word in part or word + "s" in part for part in known) for word in words)


def _apposed_age(quantity: Quantity, doc: Doc) -> bool:
    """ "Ortega, 43, said": the annotation leaves these out."""
    return (
        quantity.kind == "age" and quantity.text.isdigit() and doc.text[: quantity.start].rstrip().endswith((",", "("))
    )


def _value(quantity: Quantity, vague_low: bool) -> float | list[float]:
    if quantity.written_range is None:
        return quantity.written_value or 0.0
    low, high = quantity.written_range
    if quantity.value is None:
        low = low / _SCALE_OF_VAGUE
        return low if vague_low else [low, low * 10]
    return [low, high]


def _one_change(first: Quantity, second: Quantity, doc: Doc) -> bool:
    if first.step != "from" or second.step != "to" or first.unit not in (second.unit, None):
        return False
    between = doc.text[first.end : second.start].lower().split()
    return between == ["to"] or (len(between) == 3 and between[0] == "in" and between[2] == "to")


def _change(quantity: Quantity) -> str:
    marks = {
        Bound.ABOUT: "~",
        Bound.NEARLY: "~",
        Bound.AT_LEAST: ">",
        Bound.MORE_THAN: ">",
        Bound.AT_MOST: "<",
        Bound.LESS_THAN: "<",
    }
    return marks.get(quantity.bound) or quantity.trend or "="


def _unit_name(quantity: Quantity) -> str:
    if quantity.kind == "age":
        written = _plain_unit(quantity.written_unit) if quantity.written_unit else "year"
        return f"{written} of age"
    if quantity.written_unit is not None and quantity.unit is not None:
        head = _plain_unit(quantity.written_unit)
        if quantity.kind == "rate" and " per " not in head:
            return f"{head} per {quantity.unit.rsplit(' per ', 1)[1]}"
        return head
    if quantity.kind == "ratio":
        return f"% {quantity.counted or '-'}"
    if quantity.counted in ("time", "one-time"):
        return "count"
    return quantity.counted or "-"


@cache
def _plain_unit(written: str) -> str:
    table = units()
    head = re.split(r"\s*(?:/|\bper\b|-an?-|\ban?\b|\bevery\b|\beach\b)\s*", written.strip())[0].strip() or written
    if head in _NAMES:
        return _NAMES[head]
    for form in (written, head):
        unit = table.symbols.get(form) or table.words.get(form.lower()) or table.signs.get(form.upper())
        if unit is None and form[:1] == "M":
            unit = table.signs.get(form[1:])
        if unit is not None:
            return _NAMES.get(unit.name, unit.name).lower()
    return head.lower()


def _generations(text: str) -> list[Row]:
    """Marks like "5G", which the annotation counts as a value; to us they are names."""
    return [
        {
            "value": float(match.group(1)),
            "normalized_unit": "generation wireless",
            "change": "=",
            "referred_concepts": ["-"],
        }
        for match in re.finditer(r"\b([2-6])G\b", text)
    ]


def _false_rate(rows: list[Row], counts: list[int]) -> float:
    """Quantities read in the sentences that have none, for each 1,000 of their words."""
    empty = [(row, count) for row, count in zip(rows, counts, strict=True) if not row["quantities"]]
    words = sum(len(row["text"].split()) for row, _ in empty)
    return 1000 * sum(count for _, count in empty) / max(1, words)


def _baselines(texts: list[str]) -> Iterator[tuple[str, list[list[Row]]]]:
    yield "regex", [_regex(text) for text in texts]
    python = os.environ.get("QUANTULUM3_PYTHON", sys.executable)
    command = [python, "-W", "ignore", "-c", _QUANTULUM]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True)
    if done.returncode == 0:
        yield "quantulum3", json.loads(done.stdout)


_QUANTULUM = """
import json, sys
from quantulum3 import parser
out = []
for text in json.load(sys.stdin):
    try:
        found = parser.parse(text)
    except Exception:
        found = []
    out.append([{"value": q.value, "normalized_unit": q.unit.name} for q in found])
print(json.dumps(out))
"""


def _regex(text: str) -> list[Row]:
    """Any digits with a scale word, and the word or sign beside them as the unit: what one writes in a minute."""
    scales = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9, "k": 1e3}
    out = []
    for match in re.finditer(
        r"([$£€])?\s?(\d[\d,]*(?:\.\d+)?)\s?(thousand|million|billion|trillion|bn|[mk]\b)?\s?(%|[a-zA-Z]+)?", text
    ):
        value = float(match.group(2).replace(",", "")) * scales.get(match.group(3) or "", 1)
        unit = {"$": "dollar", "£": "pound sterling", "€": "euro"}.get(match.group(1) or "") or _plain_unit(
            match.group(4) or "-"
        )
        out.append({"value": value, "normalized_unit": unit})
    return out


# -- number_specs -----------------------------------------------------------------------------------------------------


def _spec_wanted(row: Row) -> list[tuple[int, int, str]]:
    return sorted(
        (one["start"], one["end"] + 1, _canonical(one["value"])) for one in row["results"] if one["value"] != "null"
    )


def _spec_found(row: Row, doc: Doc) -> list[tuple[int, int, str]]:
    subset = row["subset"]
    atoms = Atoms(row["text"])
    grammar = Grammar(doc, atoms)
    if subset == "OrdinalModel":
        return sorted((one.start, one.end, one.place) for one in read_ordinals(doc))
    if subset == "PercentModel":
        return sorted(
            (q.start, q.end, f"{_canonical(q.written_value)}%") for q in read_quantities(doc) if q.kind == "percent"
        )
    if subset == "NumberModel":
        return _spec_numbers(atoms, grammar)
    return sorted(
        (
            atoms[a.core[0] if a.effect == "about" else a.first].start,
            atoms[a.core[1] if a.after is None else a.after].end,
            text,
        )
        for a in amounts(atoms)
        if (text := _spec_range(a)) and refusal(grammar, a) != "code"
    )


def _spec_numbers(atoms: Atoms, grammar: Grammar) -> list[tuple[int, int, str]]:
    """Bare numbers: the parts of dates and telephone numbers count, those that touch a letter and pronouns do not."""
    found = []
    pronouns = {a.core for a in amounts(atoms) if refusal(grammar, a) == "pronoun"}
    for numeral in numbers(atoms):
        after = atoms[numeral.last + 1]
        if numeral.form in ("ordinal", "vague", "decade") or (numeral.first, numeral.last) in pronouns:
            continue
        if (after.gap == 0 and after.kind == "word") or (
            numeral.form == "article" and not atoms.slice(numeral.first, numeral.last)
        ):
            continue
        found.append((atoms[numeral.first].start, atoms[numeral.last].end, _canonical(numeral.value)))
    return sorted(found)


def _spec_range(amount: Amount) -> str | None:
    """The interval in brackets, round where an end is left out; None for a plain number."""
    low, high = _canonical(amount.low), _canonical(amount.high)
    if amount.ends is not None:
        return (
            ("(" if amount.ends[0] == "more_than" else "[")
            + f"{low},{high}"
            + ("]" if amount.ends[1] == "at_most" else ")")
        )
    if amount.ranged:
        return f"[{low},{high})"
    return {
        "at_least": f"[{low},)",
        "more_than": f"({low},)",
        "just_over": f"({low},)",
        "at_most": f"(,{high}]",
        "less_than": f"(,{high})",
        "equal": f"[{low},{high}]",
    }.get(amount.effect)


def _canonical(value: Any) -> str:
    """Numbers to twelve digits, so that formats do not matter; other text as it stands."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return (
            re.sub(r"-?\d+(?:\.\d+)?", lambda m: f"{float(m.group()):.12g}", value) if value[:1] in "[(" else str(value)
        )
    return f"{number:.12g}" if math.isfinite(number) else str(value)


# -- running ----------------------------------------------------------------------------------------------------------


def _rows(path: Path, split: str) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    return rows if split == "all" else [row for row in rows if row["split"] == split]


def _parsed(rows: list[Row]) -> Iterator[Doc]:
    from factcheck.stages.annotate import annotate, load

    if _CACHE is not None and (_CACHE / "texts.json").exists():
        texts = json.loads((_CACHE / "texts.json").read_text("utf-8"))
        vocab = spacy.blank("en").vocab.from_disk(_CACHE / "vocab")
        known = dict(zip(texts, DocBin().from_disk(_CACHE / "docs.spacy").get_docs(vocab), strict=True))
        if all(row["text"] in known for row in rows):
            yield from (known[row["text"]] for row in rows)
            return
    nlp = load()
    for row in rows:
        yield annotate(row["text"], nlp)


_CACHE: Path | None = None


def _score(data_dir: Path, name: str, predictions: list[Row], split: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "predictions.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in predictions), encoding="utf-8")
        scorer = data_dir.parent / "score_newsquant.py"
        gold = data_dir / f"{name}.jsonl"
        command = [sys.executable, str(scorer), "--gold", str(gold), "--pred", str(path), "--split", split, "--json"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    scores: dict[str, Any] = json.loads(done.stdout)["scores"]
    return scores


SUITES: dict[str, Callable[[Path, str], dict[str, float]]] = {
    "newsquant": newsquant,
    "quantity_units": quantity_units,
    "number_specs": number_specs,
    "reader_time": reader_time,
}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True, help="folder of newsquant.jsonl and the others")
    options.add_argument("--split", default="dev", choices=["dev", "test", "all"])
    options.add_argument("--only", choices=sorted(SUITES))
    options.add_argument(
        "--parsed", type=Path, help="folder with docs.spacy, texts.json and vocab: parses to use again"
    )
    chosen = options.parse_args()
    global _CACHE
    _CACHE = chosen.parsed
    names = [chosen.only] if chosen.only else sorted(SUITES)
    print(json.dumps({name: SUITES[name](chosen.data, chosen.split) for name in names}, indent=2))


if __name__ == "__main__":
    main()
