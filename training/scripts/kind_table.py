"""Write the table of kinds by noun: `python scripts/kind_table.py TREEBANKS TARGET`.

Counts GUM's annotation (ten times) and what the accurate pipeline says of the nouns in the running text of all
training corpora.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from treebank import load

from factcheck.stages.annotate import annotate
from factcheck.stages.annotate import load as load_pipeline


def main(treebanks: Path, target: Path) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    nlp = load_pipeline("accurate")
    for block in load(treebanks, "train"):
        text = "".join(
            word + (" " if space else "")
            for sentence in block.sentences
            for word, space in zip(sentence.words, sentence.spaces, strict=True)
        )
        for sentence in block.sentences:
            for lemma, pos, kind in zip(sentence.lemmas or (), sentence.upos or (), sentence.kinds or (), strict=False):
                if pos == "NOUN":
                    counts[lemma][kind] += 10
        for token in annotate(text, nlp):
            if token.pos_ == "NOUN":
                counts[token.lemma_][token._.kind or "O"] += 1
    table: dict[str, str] = {}
    for lemma, found in counts.items():
        kinds = {kind: n for kind, n in found.items() if kind != "O"}
        # A noun that mostly heads no mention (a modifier) still has its kind where it does.
        if lemma.isalpha() and kinds and sum(kinds.values()) >= 3:
            best = min(kinds, key=lambda kind: (-kinds[kind], kind))
            if kinds[best] * 2 > sum(kinds.values()):
                table[lemma] = best
    target.write_text(json.dumps(dict(sorted(table.items())), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(len(table), Counter(table.values()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
