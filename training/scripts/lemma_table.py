"""Write the table of lemmas that the rules get wrong: `python scripts/lemma_table.py TREEBANKS TARGET`.

From the training treebanks, and from the word lists of spacy-lookups-data (MIT; they come from WordNet).
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

import spacy_lookups_data
from treebank import load

from factcheck.stages.annotate.lemmas import by_rule
from factcheck.stages.annotate.wordfeatures import plain


def main(treebanks: Path, target: Path) -> None:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for block in load(treebanks, "train"):
        for sentence in block.sentences:
            for word, tag, lemma in zip(sentence.words, sentence.xpos or (), sentence.lemmas or (), strict=False):
                form = plain(word) if tag in ("NNP", "NNPS") else plain(word).lower()
                counts[tag, form][lemma] += 1
    data = Path(spacy_lookups_data.__file__).parent / "data"
    index = json.loads(gzip.decompress((data / "en_lemma_index.json.gz").read_bytes()))
    exceptions = json.loads(gzip.decompress((data / "en_lemma_exc.json.gz").read_bytes()))
    tags = {"noun": ("NNS",), "verb": ("VBD", "VBN", "VBG", "VBZ"), "adj": ("JJR", "JJS"), "adv": ("RBR", "RBS")}
    kind_of = {tag: kind for kind, found in tags.items() for tag in found}
    table: dict[str, dict[str, str]] = defaultdict(dict)
    for (tag, form), found in counts.items():
        best = min(found, key=lambda lemma: (-found[lemma], lemma))
        kind = kind_of.get(tag)
        if (
            kind and best not in index[kind] and form in exceptions[kind]
        ):  # a slip of the annotators: "fled" as a form of "flead"
            best = exceptions[kind][form][0]
        if tag not in ("GW", "XX", "AFX") and best != by_rule(form, tag):
            table[tag][form] = best

    probability = json.loads(gzip.decompress((data / "en_lexeme_prob.json.gz").read_bytes()))
    options: dict[tuple[str, str], set[str]] = defaultdict(set)

    def add(tag: str, form: str, lemma: str) -> None:
        if form.isalpha() and (tag, form) not in counts:
            options[tag, form].add(lemma)

    endings = {"NNS": "s", "VBZ": "s", "VBG": "ing", "JJR": "er", "JJS": "est", "RBR": "er", "RBS": "est"}
    for kind, forms in sorted(exceptions.items()):
        for form, lemmas in sorted(forms.items()):
            for tag in tags[kind]:
                if tag not in endings or form.endswith(endings[tag]) or tag == "NNS":
                    for lemma in lemmas:
                        if lemma != form:
                            add(tag, form, lemma)
    for word in sorted(index["verb"]):
        stem = word[:-1] if word.endswith("e") else word
        for tag, form in (("VBD", stem + "ed"), ("VBN", stem + "ed"), ("VBG", stem + "ing"), ("VBZ", word + "s")):
            add(tag, form, word)
        if word.endswith(("ch", "sh", "s", "x", "z", "o")):
            add("VBZ", word + "es", word)
    for word in sorted(index["noun"]):
        add("NNS", word + "s", word)
        if word.endswith(("s", "x", "z", "ch", "sh", "o")):
            add("NNS", word + "es", word)
    add("NNS", "series", "series")
    add("NNS", "species", "species")
    for (tag, form), lemmas in sorted(options.items()):
        best = min(lemmas, key=lambda lemma: (-probability.get(lemma, -99.0), lemma))
        if best != by_rule(form, tag):
            table[tag][form] = best
    text = json.dumps(
        {tag: dict(sorted(found.items())) for tag, found in sorted(table.items())}, ensure_ascii=False, indent=0
    )
    target.write_text(text + "\n", encoding="utf-8")
    print({tag: len(found) for tag, found in table.items()}, target.stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
