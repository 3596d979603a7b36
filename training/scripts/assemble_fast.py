"""Put the fast pipeline together: `python scripts/assemble_fast.py SYNTAX NAMES TARGET VERSION`."""

from __future__ import annotations

import sys
from pathlib import Path

import spacy

import factcheck.stages.annotate.components  # noqa: F401

TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": "factcheck.NewsTokenizer.v1"}}}


def main(syntax: Path, names: Path, target: Path, version: str) -> None:
    parsed, named = spacy.load(syntax), spacy.load(names)
    nlp = spacy.blank("en", config=TOKENIZER, vocab=parsed.vocab)
    nlp.add_pipe("line_breaks")
    for name in parsed.pipe_names:
        if name != "line_breaks":
            nlp.add_pipe(name, source=parsed)
    nlp.add_pipe("ner", source=named)
    nlp.add_pipe("kinds")
    nlp.add_pipe("lemmas", after="tagger")
    nlp.meta.update(
        lang="en", name="factcheck-fast", version=version, license="CC BY-SA 4.0",
        spacy_version=">=3.8.7,<4.0.0",
        description="English pipeline for news: Universal Dependencies, names; convolutional",
        author="", email="", url="",
    )  # fmt: skip
    nlp.to_disk(target)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4])
