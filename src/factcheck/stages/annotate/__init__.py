"""From an article to a spaCy Doc: tokens, sentences, tags, dependencies, lemmas, names; and what a text is about."""

from factcheck.stages.annotate.encoder import encode, encode_tokens, similarity
from factcheck.stages.annotate.pairs import PairReading, read_pair
from factcheck.stages.annotate.pipeline import annotate, load, version

__all__ = ["PairReading", "annotate", "encode", "encode_tokens", "load", "read_pair", "similarity", "version"]
