"""Measure a pipeline from raw text against the treebanks, the names and the gold sentences.

    python benchmarks/pipeline.py fast accurate --treebanks ../shared/treebanks --gold ../shared/gold [--speed]
    [--markdown]

Raw text: a paragraph goes in as running text; a word counts where its offsets are those of an annotated word (CoNLL
2018's way), so that every mistake of the tokenizer counts. F1 throughout. Relations with their subtypes; `las*`
leaves subtypes away.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "training" / "scripts"))

from treebank import Block, Sentence, load, load_pud

from factcheck.stages.annotate import annotate
from factcheck.stages.annotate import load as load_pipeline
from factcheck.stages.annotate.files import MODELS

RELATIONS = (
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl",
    "nmod",
    "appos",
    "nummod",
    "advcl",
    "ccomp",
    "parataxis",
    "conj",
    "acl:relcl",
)


@dataclass(slots=True)
class Tally:
    """True positives, predicted and annotated, by measure."""

    right: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def f1(self, name: str) -> float:
        total = self.predicted[name] + self.gold[name]
        return 100 * 2 * self.right[name] / total if total else float("nan")


def raw(sentences: Iterable[Sentence]) -> tuple[str, list[list[tuple[int, int]]]]:
    """The running text of sentences, and the offsets of their words."""
    text, found = "", []
    for sentence in sentences:
        row = []
        for word, space in zip(sentence.words, sentence.spaces, strict=True):
            row.append((len(text), len(text) + len(word)))
            text += word + (" " if space else "")
        found.append(row)
    return text.rstrip(), found


def names_of(sentence: Sentence, offsets: list[tuple[int, int]]) -> set[tuple[int, int, str]]:
    found: set[tuple[int, int, str]] = set()
    start, label = -1, ""
    for index, tag in enumerate([*(sentence.names or []), "O"]):
        if start >= 0 and tag != "I-" + label:
            found.add((offsets[start][0], offsets[index - 1][1], label))
            start = -1
        if tag.startswith("B-"):
            start, label = index, tag[2:]
    return {name for name in found if name[2] in ("PER", "ORG", "LOC")}


def measure(nlp: Any, blocks: list[Block]) -> Tally:
    tally = Tally()
    for block in blocks:
        text, offsets = raw(block.sentences)
        doc = annotate(text, nlp)
        tokens = [token for token in doc if not token.is_space]
        span = {token.i: (token.idx, token.idx + len(token)) for token in tokens}
        gold: dict[tuple[int, int], dict[str, Any]] = {}
        for sentence, row in zip(block.sentences, offsets, strict=True):
            for i, where in enumerate(row):
                head = sentence.heads[i]
                gold[where] = {
                    "upos": sentence.upos[i], "xpos": sentence.xpos[i],
                    "feats": sentence.feats[i], "lemma": sentence.lemmas[i],
                    "head": row[head] if head != i else None, "rel": sentence.deprels[i],
                }  # fmt: skip
        for name, n_predicted, n_gold, n_right in (
            ("words", len(tokens), len(gold), sum(span[token.i] in gold for token in tokens)),
        ):
            tally.predicted[name] += n_predicted
            tally.gold[name] += n_gold
            tally.right[name] += n_right
        for measure_name in ("upos", "xpos", "feats", "lemma", "uas", "las", "las*"):
            tally.predicted[measure_name] += len(tokens)
            tally.gold[measure_name] += len(gold)
        for token in tokens:
            rel = "root" if token.dep_ == "ROOT" else token.dep_
            tally.predicted["rel " + rel] += 1
            found = gold.get(span[token.i])
            if found is None:
                continue
            head = None if token.head is token or token.head.i == token.i else span.get(token.head.i)
            tally.right["upos"] += token.pos_ == found["upos"]
            tally.right["xpos"] += token.tag_ == found["xpos"]
            tally.right["feats"] += str(token.morph) == found["feats"]
            tally.right["lemma"] += token.lemma_ == found["lemma"]
            if head == found["head"] and (head is not None or rel == "root"):
                tally.right["uas"] += 1
                tally.right["las"] += rel == found["rel"]
                tally.right["las*"] += rel.partition(":")[0] == found["rel"].partition(":")[0]
                tally.right["rel " + rel] += rel == found["rel"]
        for found in gold.values():
            tally.gold["rel " + found["rel"]] += 1
        predicted_sentences = set()
        for sentence in doc.sents:
            inside = [token for token in sentence if not token.is_space]
            if inside:
                predicted_sentences.add((inside[0].idx, inside[-1].idx + len(inside[-1])))
        gold_sentences = {(row[0][0], row[-1][1]) for row in offsets}
        add(tally, "sentences", predicted_sentences, gold_sentences)
        if all(sentence.names is not None for sentence in block.sentences):
            names = {(e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ in ("PER", "ORG", "LOC")}
            wanted = set().union(
                *(names_of(sentence, row) for sentence, row in zip(block.sentences, offsets, strict=True))
            )
            add(tally, "names", names, wanted)
            for label in ("PER", "ORG", "LOC"):
                add(tally, label, {n for n in names if n[2] == label}, {n for n in wanted if n[2] == label})
    return tally


def add(tally: Tally, name: str, predicted: set[Any], gold: set[Any]) -> None:
    tally.predicted[name] += len(predicted)
    tally.gold[name] += len(gold)
    tally.right[name] += len(predicted & gold)


def gold_sentences(nlp: Any, gold: Path, seeds: Path) -> Tally:
    """Sentences of the annotated articles; offsets are into the file."""
    tally = Tally()
    rows: dict[str, list[dict[str, Any]]] = {}
    for line in (gold / "sentences.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows.setdefault(row["source"], []).append(row)
    for source, found in sorted(rows.items()):
        path = next(path for path in sorted(seeds.iterdir()) if matches(path, found))
        text = path.read_text(encoding="utf-8")
        doc = annotate(text, nlp)
        predicted = set()
        for sentence in doc.sents:
            inside = [token for token in sentence if not token.is_space]
            if inside:
                predicted.add((inside[0].idx, inside[-1].idx + len(inside[-1])))
        wanted = set()
        for row in found:
            piece = text[row["start"] : row["end"]]
            start = row["start"] + len(piece) - len(piece.lstrip())
            wanted.add((start, start + len(piece.strip())))
        add(tally, "sentences", predicted, wanted)
        if "--show" in sys.argv:
            for start, end in sorted(predicted ^ wanted):
                print(source, "predicted" if (start, end) in predicted else "annotated", repr(text[start:end][:160]))
    return tally


def matches(path: Path, rows: list[dict[str, Any]]) -> bool:
    if not path.is_file() or path.suffix != ".txt":
        return False
    text = path.read_text(encoding="utf-8")
    return all(text[row["start"] : row["end"]] == row["text"] for row in rows[:5])


def figures(tally: Tally) -> dict[str, float]:
    shown = ("words", "sentences", "upos", "xpos", "feats", "lemma", "uas", "las", "las*", "names", "PER", "ORG", "LOC")
    result = {name: round(tally.f1(name), 1) for name in shown if tally.gold[name]}
    result |= {rel: round(tally.f1("rel " + rel), 1) for rel in RELATIONS if tally.gold["rel " + rel]}
    return result


def sets(treebanks: Path, dev: bool) -> dict[str, list[Block]]:
    split = "dev" if dev else "test"
    blocks = load(treebanks, split)
    found = {
        f"EWT {split}": [b for b in blocks if b.corpus == "ewt"],
        f"GUM {split}": [b for b in blocks if b.corpus == "gum"],
        f"GUM {split}, news": [b for b in blocks if b.corpus == "gum" and "_news_" in b.sentences[0].doc],
    }
    for name, part in found.items():
        if name.startswith("GUM"):  # GUM's names are ours, derived from its mentions: not a test
            for block in part:
                for sentence in block.sentences:
                    sentence.names = None
    if not dev:
        found["PUD, news"] = [b for b in load_pud(treebanks) if b.sentences[0].sent_id.startswith("n")]
    return found


def speed(name: str, texts: list[str]) -> dict[str, float]:
    """Load time, words a second, peak memory, and whether all outputs are the same.

    Times are CPU time, so that a busy machine does not count; everything runs on one thread, and two processes do
    twice as much.
    """
    code = (
        "import time, sys, resource; t = time.process_time(); import spacy; print(time.process_time() - t); "
        "t = time.process_time(); import factcheck.stages.annotate as a; "
        "nlp = a.load(sys.argv[1]); a.annotate('It works.', nlp); print(time.process_time() - t); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code, name], capture_output=True, text=True, check=True).stdout.split()
        for _ in range(3)
    ]
    nlp = load_pipeline(name)
    started = time.process_time()
    docs = [annotate(text, nlp) for text in texts]
    seconds = time.process_time() - started
    words = sum(not token.is_space for doc in docs for token in doc)
    digests = {digest(docs)}
    for size in (1, 7, 64):
        digests.add(digest(nlp.pipe(texts, batch_size=size)))
    folder = MODELS / name
    return {
        "import of spaCy, s": round(min(float(run[0]) for run in runs), 2),
        "load and first sentence, s": round(min(float(run[1]) for run in runs), 2),
        "words a second": round(words / seconds),
        "memory after loading, MiB": round(float(runs[0][2])),
        "peak memory, MiB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "size, MB": round(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6, 1),
        "distinct outputs": len(digests),
    }


def digest(docs: Iterable[Any]) -> str:
    state = hashlib.blake2b()
    for doc in docs:
        for token in doc:
            row = (
                token.text,
                token.tag_,
                token.pos_,
                str(token.morph),
                token.lemma_,
                token.dep_,
                token.head.i,
                token.is_sent_start,
                token.ent_iob_,
                token.ent_type_,
            )
            state.update(repr(row).encode())
    return state.hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pipelines", nargs="+")
    parser.add_argument("--treebanks", type=Path, default=Path("../shared/treebanks"))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--seeds", type=Path, default=Path("../shared/seeds"))
    parser.add_argument("--dev", action="store_true", help="on the development parts instead of the test parts")
    parser.add_argument("--speed", action="store_true", help="speed, memory and identical output instead of accuracy")
    parser.add_argument("--show", action="store_true", help="list the sentences of the annotated articles that differ")
    args = parser.parse_args()
    for name in args.pipelines:
        if args.speed:
            texts = [raw(block.sentences)[0] for block in load_pud(args.treebanks)]
            print(name, json.dumps(speed(name, texts)), flush=True)
            continue
        nlp = load_pipeline(name)
        for title, blocks in sets(args.treebanks, args.dev).items():
            print(name, title, json.dumps(figures(measure(nlp, blocks))), flush=True)
        print(name, "annotated articles", json.dumps(figures(gold_sentences(nlp, args.gold, args.seeds))), flush=True)


if __name__ == "__main__":
    main()
