"""How time and memory of drift grow with the length of the texts: seconds of CPU on one thread, peak memory, ratios.

    python benchmarks/drift_speed.py [--data ../shared/bench/data] [--words 10000 20000 40000 100000]

The original is a run of development news articles; the copy drops every twentieth paragraph and replaces every fiftieth
word. Each size runs in a process of its own. "Alignment" is that of sentences and of words by form and thesaurus;
"drift" is all of `drift`, the sentence encoder included; annotation, which is linear, is reported apart. The last
column is the seconds of drift a thousand words, over those of the smallest size: 1.0 is linear.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

SETS = ("violent_docs", "polnear", "ecbplus_docs")


def texts(data: Path, words: int) -> tuple[str, str]:
    """An original of so many words and its copy; the same arguments give the same texts."""
    rng = random.Random(3)
    paragraphs: list[str] = []
    total = 0
    for name in SETS:
        for line in (data / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            for paragraph in json.loads(line)["text"].splitlines():
                size = len(paragraph.split())
                if size > 5 and total < words:
                    paragraphs.append(paragraph.strip())
                    total += size
    copied = []
    for paragraph in paragraphs:
        found = paragraph.split()
        if rng.random() >= 0.05:
            copied.append(" ".join(rng.choice(found) if rng.random() < 0.02 else word for word in found))
    return "\n".join(paragraphs), "\n".join(copied)


def one(data: Path, words: int) -> dict[str, float]:
    """The figures of one size."""
    from factcheck.model.article import Article
    from factcheck.stages import annotate
    from factcheck.stages.drift import drift
    from factcheck.stages.drift.align import align_sentences
    from factcheck.stages.drift.compare import make_units
    from factcheck.stages.drift.vectors import WordVectors
    from factcheck.stages.drift.view import view

    nlp = annotate.load("fast")
    left, right = texts(data, words)
    began = time.process_time()
    original, copy = annotate.annotate(left, nlp), annotate.annotate(right, nlp)
    annotated = time.process_time() - began
    began = time.process_time()
    a, b = view(original), view(copy)
    make_units(a, b, align_sentences(a, b), WordVectors(a, None), WordVectors(b, None), set())
    aligned = time.process_time() - began
    began = time.process_time()
    found = drift(original, copy, Article("original", left), Article("copy", right), encoder=annotate)
    seconds = time.process_time() - began
    return {
        "words": len(left.split()),
        "annotation": annotated,
        "alignment": aligned,
        "drift": seconds,
        "findings": len(found.findings),
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main() -> None:
    """Run each size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "bench" / "data")
    parser.add_argument("--words", type=int, nargs="+", default=[10_000, 20_000, 40_000, 100_000])
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(one(given.data, given.one)))
        return
    print("| words | annotation, s | alignment, s | drift, s | findings | peak, MiB | drift a word, ratio |")
    print("|---|---|---|---|---|---|---|")
    first = 0.0
    for words in given.words:
        command = [sys.executable, __file__, "--data", str(given.data), "--one", str(words)]
        row = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        rate = row["drift"] / row["words"]
        first = first or rate
        print(
            f"| {row['words']:,} | {row['annotation']:.1f} | {row['alignment']:.1f} | {row['drift']:.1f} | "
            f"{row['findings']} | {row['peak']:.0f} | {rate / first:.2f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
