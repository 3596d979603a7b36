"""Put a pipeline together: `python scripts/assemble.py JOINT TARGET NAME VERSION`.

JOINT is a folder that export_joint.py wrote.
"""

from __future__ import annotations

import sys
from pathlib import Path

import spacy

import factcheck.stages.annotate.components  # noqa: F401

TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": "factcheck.NewsTokenizer.v1"}}}


def main(joint: Path, target: Path, name: str, version: str) -> None:
    nlp = spacy.blank("en", config=TOKENIZER)
    nlp.add_pipe("joint").from_disk(joint)
    nlp.add_pipe("lemmas")
    nlp.meta.update(
        lang="en", name=f"factcheck-{name}", version=version, license="CC BY-SA 4.0",
        spacy_version=">=3.8.7,<4.0.0",
        description="English pipeline for news: Universal Dependencies, names, kinds of mentions; transformer",
        author="", email="", url="",
    )  # fmt: skip
    nlp.to_disk(target)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:5])
