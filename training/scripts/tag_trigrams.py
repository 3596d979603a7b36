"""Write src/factcheck/lexicon/tagtrigrams.txt.gz: `python tag_trigrams.py TREEBANK.conllu...`.

Counts of sequences of three Penn tags in treebank training data (sentence bounds included), for the fluency sign of the
drift scorer. Sequences seen once are left out: what the model then backs off to is the shorter context.
"""

from __future__ import annotations

import gzip
import sys
from collections import Counter
from pathlib import Path

TARGET = Path(__file__).resolve().parents[2] / "src" / "factcheck" / "lexicon" / "tagtrigrams.txt.gz"


def main(paths: list[Path]) -> None:
    counts: Counter[tuple[str, str, str]] = Counter()
    tags: list[str] = []
    for path in paths:
        for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
            if line and line[0].isdigit():
                parts = line.split("\t")
                if parts[0].isdigit():
                    tags.append(parts[4])
            elif not line and tags:
                padded = ["<", "<", *tags, ">"]
                counts.update(zip(padded, padded[1:], padded[2:], strict=False))
                tags = []
    lines = [f"{' '.join(key)} {count}" for key, count in sorted(counts.items()) if count > 1]
    TARGET.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), 9, mtime=0))
    print(len(lines), TARGET.stat().st_size)


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
