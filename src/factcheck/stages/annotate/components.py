"""The spaCy components of the shipped pipelines; importing this module registers them."""

from factcheck.stages.annotate import joint, lemmas, tokenizer

__all__ = ["joint", "lemmas", "tokenizer"]
