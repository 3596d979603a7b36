"""From an article to a spaCy Doc: tokens, sentences, tags, dependencies, lemmas, names; and what a text is about."""

from factcheck.stages.annotate.encoder import encode, encode_tokens, similarity
from factcheck.stages.annotate.gaps import read_gaps
from factcheck.stages.annotate.pairs import PairReading, TellReading, read_pair, read_telling
from factcheck.stages.annotate.pipeline import annotate, load, version

__all__ = [
    "PairReading",
    "TellReading",
    "annotate",
    "encode",
    "encode_tokens",
    "load",
    "read_gaps",
    "read_pair",
    "read_telling",
    "similarity",
    "version",
]
