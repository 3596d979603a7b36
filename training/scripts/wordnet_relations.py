"""Write src/factcheck/lexicon/relations.txt.gz: `python wordnet_relations.py WORDNET_DICT_FOLDER`.

Takes from the WordNet 3.1 database files what word alignment needs of frequent English words, and no glosses:
synonyms, antonyms (direct, and of adjectives through the head of their cluster), hypernyms up to three steps above the
first senses, and derivations. Frequencies are the word probabilities of spacy-lookups-data (MIT); the same run
writes frequency.txt.gz, words by class of frequency.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).resolve().parents[2] / "src" / "factcheck" / "lexicon"
KNOWN = 60_000
RELATED = 30_000
SENSES = {"n": 3, "v": 4, "a": 3, "r": 3}


def frequencies() -> dict[str, float]:
    import spacy_lookups_data

    folder = Path(spacy_lookups_data.__file__).parent / "data"
    table = json.loads(gzip.decompress((folder / "en_lexeme_prob.json.gz").read_bytes()))
    best: dict[str, float] = {}
    for word, value in table.items():
        if word.isascii() and word.replace("-", "").replace("'", "").isalpha():
            best[word.lower()] = max(value, best.get(word.lower(), -99.0))
    return best


def main(folder: Path) -> None:
    probability = frequencies()
    ranked = sorted(probability, key=lambda word: (-probability[word], word))
    classes: dict[int, list[str]] = defaultdict(list)
    for word in ranked[:KNOWN]:
        classes[round(-probability[word] * 2)].append(word)
    lines = [f"{key / 2} {' '.join(sorted(classes[key]))}" for key in sorted(classes)]
    write("frequency.txt.gz", "\n".join(lines) + "\n")
    known = set(ranked[:RELATED])

    synsets: dict[tuple[str, str], tuple[list[str], list[tuple[str, str, str, str]]]] = {}
    for name, pos in (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r")):
        for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
            if line.startswith("  "):
                continue
            parts = line.split(" | ")[0].split()
            count = int(parts[3], 16)
            words = [parts[4 + 2 * k].split("(")[0].lower() for k in range(count)]
            at = 4 + 2 * count
            pointers = []
            for k in range(int(parts[at])):
                symbol, offset, other, where = parts[at + 1 + 4 * k : at + 5 + 4 * k]
                pointers.append((symbol, offset, "a" if other == "s" else other, where))
            synsets[pos, parts[0]] = (words, pointers)
    out: list[str] = []
    synonyms: set[tuple[str, ...]] = set()
    antonyms: set[tuple[str, str]] = set()
    derived: set[tuple[str, str]] = set()
    for (pos, _), (words, pointers) in synsets.items():
        frequent = tuple(sorted({w for w in words if w in known}))
        if len(frequent) > 1:
            synonyms.add(frequent)
        for symbol, offset, other, where in pointers:
            target_words, target_pointers = synsets[other, offset]
            if symbol == "!":
                source = words[int(where[:2], 16) - 1]
                target = target_words[int(where[2:], 16) - 1]
                pairs = {(source, target)}
                if pos == "a":
                    near = [synsets["a", o][0] for s, o, _, _ in pointers if s == "&"]
                    far = [synsets["a", o][0] for s, o, _, _ in target_pointers if s == "&"]
                    pairs |= {(w, target) for group in near for w in group[:2]}
                    pairs |= {(source, w) for group in far for w in group[:2]}
                antonyms |= {(min(p), max(p)) for p in pairs if p[0] in known and p[1] in known and p[0] != p[1]}
            if symbol == "+":
                source = words[int(where[:2], 16) - 1]
                target = target_words[int(where[2:], 16) - 1]
                if source in known and target in known and source[:4] != target[:4]:
                    derived.add((min(source, target), max(source, target)))
            if symbol == "\\" and pos in "ar":
                derived |= {
                    (min(a, b), max(a, b)) for a in words for b in target_words if a in known and b in known and a != b
                }
    broader: dict[str, set[str]] = defaultdict(set)
    for name, pos in (("noun", "n"), ("verb", "v")):
        for line in (folder / f"index.{name}").read_text(encoding="utf-8").splitlines():
            if line.startswith("  "):
                continue
            parts = line.split()
            word, count = parts[0], int(parts[2])
            if word not in known:
                continue
            offsets = parts[-count:]
            for offset in offsets[: SENSES[pos]]:
                level = [offset]
                for _ in range(3):
                    level = [o for at in level for s, o, p, _ in synsets[pos, at][1] if s in ("@", "@i") and p == pos]
                    broader[word] |= {w for at in level for w in synsets[pos, at][0][:3] if w in known and w != word}
    out += sorted("= " + " ".join(group) for group in synonyms)
    out += sorted("! " + " ".join(pair) for pair in antonyms)
    out += sorted("+ " + " ".join(pair) for pair in derived)
    out += sorted(f"< {word} {' '.join(sorted(above))}" for word, above in broader.items() if above)
    write("relations.txt.gz", "\n".join(out) + "\n")
    print(len(synonyms), len(antonyms), len(derived), len(broader))


def write(name: str, text: str) -> None:
    (TARGET / name).write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(name, len(text), (TARGET / name).stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
