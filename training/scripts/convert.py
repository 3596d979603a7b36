"""Write the corpora as spaCy DocBins: syntax-{train,dev}.spacy, names-{train,dev}.spacy and the test sets.

python scripts/convert.py ../../shared/treebanks corpus
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import spacy
from augment import variant
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab
from treebank import Block, load, load_pud


def to_doc(
    vocab: Vocab, blocks: Sequence[Block], breaks: Sequence[str] = (), syntax: bool = True, names: bool = True
) -> Doc:
    """A Doc of blocks; breaks[i] is the white space written between block i and i + 1 (a token of its own, as spaCy
    has it).
    """
    words: list[str] = []
    spaces: list[bool] = []
    pos: list[str] = []
    tags: list[str] = []
    morphs: list[str] = []
    lemmas: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    ents: list[str] = []
    starts: list[bool] = []
    for number, block in enumerate(blocks):
        for sentence in block.sentences:
            base = len(words)
            n = len(sentence.words)
            words += sentence.words
            spaces += sentence.spaces
            starts += [index == 0 for index in range(n)]
            if syntax:
                assert sentence.upos is not None
                assert sentence.xpos is not None
                assert sentence.feats is not None
                assert sentence.lemmas is not None
                assert sentence.heads is not None
                assert sentence.deprels is not None
                pos += sentence.upos
                tags += sentence.xpos
                morphs += sentence.feats
                lemmas += sentence.lemmas
                heads += [base + head for head in sentence.heads]
                deps += ["ROOT" if rel == "root" else rel for rel in sentence.deprels]
            if names:
                ents += sentence.names if sentence.names is not None else [""] * n
        if number < len(blocks) - 1:
            spaces[-1] = False
            words.append(breaks[number])
            spaces.append(False)
            starts.append(False)
            if syntax:
                pos.append("SPACE")
                tags.append("_SP")
                morphs.append("")
                lemmas.append(breaks[number])
                heads.append(len(words) - 2)
                deps.append("dep")
            if names:
                ents.append("O")
    if spaces:
        spaces[-1] = False
    if syntax:
        return Doc(
            vocab,
            words=words,
            spaces=spaces,
            pos=pos,
            tags=tags,
            morphs=morphs,
            lemmas=lemmas,
            heads=heads,
            deps=deps,
            ents=ents if names else None,
        )
    return Doc(vocab, words=words, spaces=spaces, sent_starts=starts, ents=ents)


def joined(blocks: Sequence[Block], rng: random.Random) -> Iterable[tuple[list[Block], list[str]]]:
    """Runs of one to four neighbouring blocks of a corpus, with the white space between them."""
    index = 0
    while index < len(blocks):
        size = rng.choice((1, 1, 1, 2, 3, 4))
        run = list(blocks[index : index + size])
        yield run, [rng.choice(("\n", "\n", "\n\n", "\n\n")) for _ in run[1:]]
        index += size


def write(path: Path, docs: Iterable[Doc]) -> None:
    found = DocBin(docs=docs, store_user_data=False)
    found.to_disk(path)
    print(path, len(found))


def main(source: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    vocab = spacy.blank("en").vocab
    rng = random.Random(7)
    train = load(source, "train")
    parsed = [block for block in train if block.corpus in ("ewt", "gum")]
    docs = [to_doc(vocab, run, breaks) for run, breaks in joined(parsed, rng)]
    docs += [to_doc(vocab, run, breaks) for run, breaks in joined([variant(block, rng) for block in parsed], rng)]
    write(target / "syntax-train.spacy", docs)
    named = [block for block in train if all(sentence.names is not None for sentence in block.sentences)]
    docs = [to_doc(vocab, run, breaks, syntax=False) for run, breaks in joined(named, rng)]
    docs += [
        to_doc(vocab, run, breaks, syntax=False)
        for run, breaks in joined([variant(block, rng) for block in named], rng)
    ]
    write(target / "names-train.spacy", docs)
    dev = load(source, "dev")
    write(target / "dev.spacy", [to_doc(vocab, [block]) for block in dev])
    ewt = [block for block in dev if block.corpus == "ewt" and all(sentence.names for sentence in block.sentences)]
    write(target / "names-dev.spacy", [to_doc(vocab, [block]) for block in ewt])
    test = load(source, "test")
    for corpus in ("ewt", "gum"):
        write(target / f"{corpus}-test.spacy", [to_doc(vocab, [block]) for block in test if block.corpus == corpus])
    write(target / "pud-test.spacy", [to_doc(vocab, [block]) for block in load_pud(source)])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
