"""A small shared vectors table from the Brown clusters of spacy-lookups-data (MIT): `python scripts/brown_vectors.py
vectors/brown`.

Each cluster is a path of bits in a tree. A word's vector is the sum of one random vector for each of several prefixes
of its path, so words whose paths share a prefix share a part of their vectors; all words of one cluster share one
row.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import numpy as np
import spacy
import spacy_lookups_data
from spacy.vectors import Vectors

PREFIXES = (4, 6, 8, 10, 12, 14)
WIDTH = 96
MAX_WORDS = 120_000


def main(target: Path, max_words: int = MAX_WORDS) -> None:
    data = Path(spacy_lookups_data.__file__).parent / "data"
    clusters = json.loads(gzip.decompress((data / "en_lexeme_cluster.json.gz").read_bytes()))
    probabilities = json.loads(gzip.decompress((data / "en_lexeme_prob.json.gz").read_bytes()))
    words = sorted((w for w in clusters if clusters[w]), key=lambda w: (-probabilities.get(w, -99.0), w))[:max_words]
    rng = np.random.default_rng(0)
    parts: dict[tuple[int, int], np.ndarray] = {}

    def part(length: int, prefix: int) -> np.ndarray:
        if (length, prefix) not in parts:
            parts[length, prefix] = rng.normal(size=WIDTH).astype("float32")
        return parts[length, prefix]

    used = sorted({clusters[word] for word in words})
    rows = {cluster: row for row, cluster in enumerate(used)}
    table = np.zeros((len(used), WIDTH), dtype="float32")
    for cluster in used:
        # The lowest bits are the first steps from the tree's root.
        for length in PREFIXES:
            table[rows[cluster]] += part(length, cluster & ((1 << length) - 1))
        table[rows[cluster]] += part(0, cluster)
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    nlp = spacy.blank("en")
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=table, name="brown")
    for word in words:
        nlp.vocab.vectors.add(nlp.vocab.strings.add(word), row=rows[clusters[word]])
    nlp.to_disk(target)
    print(len(words), "words", table.shape)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else MAX_WORDS)
