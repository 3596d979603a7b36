"""Claims against annotated articles, attribution, open extraction and human claims.

    python benchmarks/suites/claims.py --data ../shared/bench/data --gold ../shared/gold [--only NAME] [--errors]

`gold_claims`: a claim matches an annotated one when the words of their spans agree with F1 of at least one half or
one span holds the other. `recall_core` and `precision` count each claim once: the pairs are one to one, as many as
possible, the closest first. `recall_core_any` and `precision_any` let a claim match as often as it fits. Annotated
claims marked optional, and claims in furniture, count neither way. Kind, attribution, modality and negation are
shares of the matched pairs. An attribution is right if both have none, or the speakers share a word that is not a
function word; a missing one is accepted where the annotation calls it weak. "expected" is accepted as planned or
possible.

`polnear` runs the scorer beside the data. `carb` is CaRB's measure (Bhardwaj, Aggarwal and Mausam, EMNLP 2019)
written out here: words of relation and of each argument are compared as bags, precision by a one-to-one assignment,
recall by the best prediction for each annotated tuple.

`factcheckgpt_claims`: a human claim is covered if one of our claims from the same sentence (text, span and speaker)
holds at least 70 % of its content words (stems); a sentence counts if all of its claims are covered.
"""

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, DocBin

from factcheck.model.article import Article
from factcheck.model.claim import Claim
from factcheck.stages.annotate import annotate, load, version
from factcheck.stages.extract import extract
from factcheck.stages.extract.attribution import reports
from factcheck.stages.extract.quotes import quotations
from factcheck.stages.extract.tuples import tuples
from factcheck.text import fold

Row = dict[str, Any]
_WORD = re.compile(r"\w+", re.UNICODE)
_FUNCTION = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "and",
        "or",
        "but",
        "as",
        "is",
        "was",
        "are",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "that",
        "which",
        "who",
        "whom",
        "whose",
        "this",
        "these",
        "those",
        "it",
        "its",
        "he",
        "she",
        "they",
        "his",
        "her",
        "their",
        "him",
        "them",
        "not",
        "no",
        "than",
        "then",
        "there",
        "also",
        "one",
        "some",
        "said",
        "says",
    ]
)
_ATTRS = ["LEMMA", "POS", "TAG", "DEP", "HEAD", "MORPH", "ENT_TYPE", "ENT_IOB", "SENT_START", "SPACY", "ORTH"]


# ---------------------------------------------------------------- annotated articles


def gold_claims(gold_dir: Path, split: str) -> dict[str, float]:
    """Recall of core claims, precision, and how often the fields of matched claims are right."""
    return _gold(gold_dir, None)


def _gold(gold_dir: Path, show: Callable[[str], None] | None) -> dict[str, float]:
    rows = _rows(gold_dir / "claims.jsonl")
    furniture: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in _rows(gold_dir / "boilerplate.jsonl"):
        furniture[row["source"]].append((row["start"], row["end"]))
    total: dict[str, int] = defaultdict(int)
    articles = _articles(gold_dir.parent / "seeds", {row["source"] for row in rows})
    for article, doc in zip(articles, _parsed("gold", [a.text for a in articles]), strict=True):
        mine = [row for row in rows if row["source"] == article.id]
        claims = [c for c in extract(doc, article).claims if not _in(c.span.start, c.span.end, furniture[article.id])]
        _count(article.text, claims, mine, total, show)
    return {
        "recall_core": _share(total["core_hit"], total["core"]),
        "recall_minor": _share(total["minor_hit"], total["minor"]),
        "precision": _share(total["hit"], total["claims"]),
        "recall_core_any": _share(total["core_any"], total["core"]),
        "precision_any": _share(total["any"], total["claims"]),
        "kind": _share(total["kind"], total["pairs"]),
        "attribution": _share(total["attribution"], total["pairs"]),
        "modality": _share(total["modality"], total["pairs"]),
        "hedged": _share(total["hedged"], total["pairs"]),
        "negated": _share(total["negated"], total["pairs"]),
        "time": _share(total["time_hit"], total["time"]),
        "claims_per_annotated": _share(total["claims"], total["gold"]),
    }


def _count(
    text: str, claims: list[Claim], rows: list[Row], total: dict[str, int], show: Callable[[str], None] | None
) -> None:
    fits = {
        (i, j): score
        for i, claim in enumerate(claims)
        for j, row in enumerate(rows)
        if (score := _fit(text, claim, row)) > 0
    }
    pairs = _assign(fits)
    optional = {i for i, j in pairs if rows[j]["optional"]}
    optional |= {i for i, j in fits if rows[j]["optional"] and i not in {a for a, _ in pairs}}
    kept = [(i, j) for i, j in pairs if i not in optional and not rows[j]["optional"]]
    by_row = {j: i for i, j in kept}
    fitting, fitted = {i for i, _ in fits}, {j for _, j in fits}
    matched = {i for i, _ in kept}
    total["claims"] += sum(i not in optional for i in range(len(claims)))
    total["hit"] += len(matched)
    total["any"] += sum(i in fitting and i not in optional for i in range(len(claims)))
    for j, row in enumerate(rows):
        if row["optional"]:
            continue
        total["gold"] += 1
        total[row["tier"]] += 1
        total[f"{row['tier']}_hit"] += j in by_row
        total[f"{row['tier']}_any"] += j in fitted
        if j not in by_row and show:
            show(f"MISS {row['tier']:5} {row['kind']:9} {row['id']} {row['span_text']!r}")
    for i, claim in enumerate(claims):
        if i not in matched and i not in optional and show:
            show(f"EXTRA {claim.kind:9} {claim.span.text!r} {'(fits)' if i in fitting else ''}")
    for i, j in kept:
        _fields(claims[i], rows[j], total, show)


def _fields(claim: Claim, row: Row, total: dict[str, int], show: Callable[[str], None] | None) -> None:
    total["pairs"] += 1
    checks = {
        "kind": claim.kind.value == row["kind"],
        "attribution": _same_speaker(claim.attribution.speaker if claim.attribution else None, row),
        "modality": claim.modality.value == row["modality"]
        or (row["modality"] == "expected" and claim.modality.value in {"planned", "possible"}),
        "hedged": claim.hedged == row["hedged"],
        "negated": claim.negated == row["negated"],
    }
    for name, right in checks.items():
        total[name] += right
        if not right and show:
            ours = {
                "kind": claim.kind.value,
                "modality": claim.modality.value,
                "hedged": claim.hedged,
                "negated": claim.negated,
                "attribution": claim.attribution.speaker if claim.attribution else None,
            }[name]
            show(f"FIELD {name}: {ours!r} is {row[name]!r}: {row['id']} {claim.span.text!r}")
    if row["time"] and row["time"]["text"]:
        total["time"] += 1
        total["time_hit"] += claim.time is not None and bool(
            set(_words(claim.time.text)) & set(_words(row["time"]["text"]))
        )


def _fit(text: str, claim: Claim, row: Row) -> float:
    """How well a claim fits an annotated one, 0 if it does not: F1 of the words of both spans, a little more
    for one kind.
    """
    low, high = max(claim.span.start, row["start"]), min(claim.span.end, row["end"])
    if low >= high:
        return 0.0
    shared = len(_words(text[low:high]))
    ours, theirs = len(_words(claim.span.text)), len(_words(row["span_text"]))
    if not shared:
        return 0.0
    f1 = 2 * shared / (ours + theirs)
    if f1 < 0.5 and shared < min(ours, theirs):
        return 0.0
    return f1 + 0.2 * (claim.kind.value == row["kind"])


def _assign(fits: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """As many one-to-one pairs as possible (Kuhn's augmenting paths), the best-fitting ones tried first."""
    options: dict[int, list[int]] = defaultdict(list)
    for (i, j), _ in sorted(fits.items(), key=lambda item: (-item[1], item[0])):
        options[i].append(j)
    owner: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j in options[i]:
            if j not in seen:
                seen.add(j)
                if j not in owner or place(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    best = {i: max(fits[i, j] for j in js) for i, js in options.items()}
    for i in sorted(options, key=lambda i: (-best[i], i)):
        place(i, set())
    return sorted((i, j) for j, i in owner.items())


def _same_speaker(speaker: str | None, row: Row) -> bool:
    expected = row["attribution"]
    if expected is None or speaker is None:
        return speaker == expected or bool(row["attribution_weak"] and speaker is None)
    return bool(_content(speaker) & _content(expected))


def _in(start: int, end: int, stretches: list[tuple[int, int]]) -> bool:
    return any(low <= start < high or low < end <= high for low, high in stretches)


def _articles(folder: Path, wanted: set[str]) -> list[Article]:
    sources = tomllib.loads((folder / "sources.toml").read_text(encoding="utf-8"))
    return [
        Article(facts["id"], (folder / f"{stem}.txt").read_text(encoding="utf-8"), published=facts.get("published"))
        for stem, facts in sorted(sources.items())
        if facts["id"] in wanted
    ]


# ---------------------------------------------------------------- attribution


def polnear(data_dir: Path, split: str) -> dict[str, float]:
    """Attribution on PolNeAR: characters of content, and the share of found attributions with the right source."""
    rows = _split(_rows(data_dir / "polnear.jsonl"), split)
    predictions = []
    for row, doc in zip(rows, _parsed("polnear", [row["text"] for row in rows]), strict=True):
        found = reports(doc, quotations(doc.text))
        predictions.append(
            {
                "id": row["id"],
                "attributions": [
                    {
                        "content": [list(part) for part in report.content],
                        "cue": [list(report.cue_stretch)],
                        "source": [list(report.source_stretch)] if report.source_stretch else [],
                    }
                    for report in found
                ],
            }
        )
    scores = _score(data_dir.parent / "score_quotes.py", predictions, split)
    return {
        "content_precision": scores["content_chars"]["P"],
        "content_recall": scores["content_chars"]["R"],
        "content_f1": scores["content_chars"]["F1"],
        "source_f1": scores["source_chars"]["F1"],
        "cue_f1": scores["cue_chars"]["F1"],
        "attribution_precision": scores["attribution"]["P"],
        "attribution_recall": scores["attribution"]["R"],
        "attribution_f1": scores["attribution"]["F1"],
        "right_source": scores["source_found"]["share"],
        "recall_direct": scores["recall_direct"]["R"],
        "recall_indirect": scores["recall_indirect"]["R"],
    }


# ---------------------------------------------------------------- open extraction


def carb(data_dir: Path, split: str) -> dict[str, float]:
    """Open information extraction on CaRB: precision, recall and F1 at the best confidence."""
    rows = _split(_rows(data_dir / "carb.jsonl"), split)
    scored = []
    for row, doc in zip(rows, _parsed("carb", [row["sentence"] for row in rows]), strict=True):
        predicted = [(item.confidence, item.relation, item.arguments) for item in tuples(doc)]
        gold = [(extraction[0], tuple(extraction[1:])) for extraction in row["extractions"]]
        scored.append(([(c, [_tuple_match(r, a, r2, a2) for r, a in gold]) for c, r2, a2 in predicted], len(gold)))
    best = (0.0, 0.0, 0.0)
    for threshold in sorted({c for predicted, _ in scored for c, _ in predicted}):
        best = max(best, _prf_carb(scored, threshold), key=lambda item: item[2])
    return {"precision": best[0], "recall": best[1], "f1": best[2]}


def _prf_carb(
    scored: list[tuple[list[tuple[float, list[tuple[float, float]]]], int]], threshold: float
) -> tuple[float, float, float]:
    p = r = 0.0
    n = m = 0
    for predicted, size in scored:
        kept = [scores for confidence, scores in predicted if confidence >= threshold]
        n, m = n + len(kept), m + size
        r += sum(max((scores[g][1] for scores in kept), default=0.0) for g in range(size))
        free_rows, free_cols = set(range(size)), set(range(len(kept)))
        for _ in range(min(size, len(kept))):
            value, g, k = max(((kept[k][g][0], -g, -k) for g in free_rows for k in free_cols), default=(0.0, 0, 0))
            p += value
            free_rows.discard(-g)
            free_cols.discard(-k)
    precision, recall = p / n if n else 0.0, r / m if m else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return 100 * precision, 100 * recall, 100 * f1


def _tuple_match(
    relation: str, arguments: tuple[str, ...], ours: str, our_arguments: tuple[str, ...]
) -> tuple[float, float]:
    """Precision and recall of one tuple against an annotated one, further arguments joined to the second."""
    gold, mine = _binary(arguments), _binary(our_arguments)
    straight = _bags(relation, gold, ours, mine)
    if not any(verb in relation for verb in ("said", "told", "added", "adds", "says")) or len(mine) < 2:
        return straight
    return max(straight, _bags(relation, gold, ours, (mine[1], mine[0])))


def _binary(arguments: tuple[str, ...]) -> tuple[str, ...]:
    return (arguments[0], " ".join(arguments[1:])) if len(arguments) > 1 else arguments


def _bags(relation: str, arguments: tuple[str, ...], ours: str, mine: tuple[str, ...]) -> tuple[float, float]:
    shared = _common(relation, ours)
    if not shared:
        return 0.0, 0.0
    hit, n_ours, n_gold = shared, len(ours.split()), len(relation.split())
    for position, argument in enumerate(arguments):
        n_gold += len(argument.split())
        if position >= len(mine):
            return 0.0, 0.0
        n_ours += len(mine[position].split())
        hit += _common(argument, mine[position])
    return hit / n_ours, hit / n_gold


def _common(left: str, right: str) -> int:
    rest = right.split()
    count = 0
    for word in left.split():
        if word in rest:
            rest.remove(word)
            count += 1
    return count


# ---------------------------------------------------------------- human claims


def factcheckgpt_claims(data_dir: Path, split: str) -> dict[str, float]:
    """The share of sentences of which every human claim is covered, and of human claims that are."""
    return _human(data_dir, split, None)


def _human(data_dir: Path, split: str, show: Callable[[str], None] | None) -> dict[str, float]:
    rows = [row for row in _split(_rows(data_dir / "factcheckgpt_claims.jsonl"), split) if row["claims"]]
    docs = _parsed("factcheckgpt", [row["decontextualised"] or row["sentence"] for row in rows])
    sentences = claims = covered = 0
    ours = 0
    for row, doc in zip(rows, docs, strict=True):
        found = extract(doc, Article(row["id"], doc.text)).claims
        ours += len(found)
        bags = [_stems(f"{c.text} {c.span.text} {c.attribution.speaker if c.attribution else ''}") for c in found]
        hits = [any(_held(_stems(text), bag) for bag in bags) for text in row["claims"]]
        sentences += all(hits)
        claims, covered = claims + len(hits), covered + sum(hits)
        if not all(hits) and show:
            missed = [text for text, hit in zip(row["claims"], hits, strict=True) if not hit]
            show(f"{doc.text!r}\n   ours {[claim.text for claim in found]}\n   missed {missed}")
    return {
        "sentences": _share(sentences, len(rows)),
        "claims": _share(covered, claims),
        "ours_per_human": _share(ours, claims),
    }


def _held(wanted: set[str], bag: set[str]) -> bool:
    return not wanted or len(wanted & bag) >= 0.7 * len(wanted)


def _stems(text: str) -> set[str]:
    return {word[:5] for word in _content(text)}


# ---------------------------------------------------------------- shared


def _content(text: str) -> set[str]:
    return {word for word in _words(fold(text)) if word not in _FUNCTION}


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _split(rows: list[Row], split: str) -> list[Row]:
    return rows if split == "all" else [row for row in rows if row["split"] == split]


@lru_cache(maxsize=1)
def _pipeline() -> Language:
    return load()


def _parsed(name: str, texts: Iterable[str]) -> list[Doc]:
    """The texts parsed; kept on disk where FACTCHECK_PARSES names a folder, by pipeline version and content."""
    listed = list(texts)
    folder = os.environ.get("FACTCHECK_PARSES")
    key = hashlib.blake2b("\x1f".join([version(), *listed]).encode(), digest_size=8).hexdigest()
    path = Path(folder) / f"{name}-{key}.docs" if folder else None
    if path is not None and path.exists():
        return list(DocBin().from_bytes(path.read_bytes()).get_docs(_pipeline().vocab))
    docs = [annotate(text, _pipeline()) for text in listed]
    if path is not None:
        path.write_bytes(DocBin(docs=docs, attrs=_ATTRS).to_bytes())
    return docs


def _score(scorer: Path, predictions: list[Row], split: str) -> dict[str, Any]:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in predictions)
        file.flush()
        command = [sys.executable, str(scorer), "--pred", file.name, "--split", split, "--json"]
        return dict(
            json.loads(subprocess.run(command, check=True, capture_output=True, text=True, cwd=scorer.parent).stdout)
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--split", default="dev", choices=["dev", "test", "all"])
    parser.add_argument("--only", choices=["gold_claims", "polnear", "carb", "factcheckgpt_claims"])
    parser.add_argument(
        "--errors", action="store_true", help="show what was missed, what was too much, and wrong fields"
    )
    args = parser.parse_args()
    show = print if args.errors else None
    suites: dict[str, Callable[[], dict[str, float]]] = {
        "gold_claims": lambda: _gold(args.gold, show),
        "polnear": lambda: polnear(args.data, args.split),
        "carb": lambda: carb(args.data, args.split),
        "factcheckgpt_claims": lambda: _human(args.data, args.split, show),
    }
    for name, suite in suites.items():
        if args.only in (None, name):
            print(name, {metric: round(value, 1) for metric, value in suite().items()})


if __name__ == "__main__":
    main()
