"""The spaCy components of the shipped pipelines; importing this module registers them."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from factcheck.stages.annotate import joint, kinds, lemmas, tokenizer
from factcheck.stages.annotate.hints import sentence_hints

__all__ = ["joint", "kinds", "lemmas", "line_breaks", "tokenizer"]


@Language.component("line_breaks")
def line_breaks(doc: Doc) -> Doc:
    """Tell the parser where a sentence surely begins or does not."""
    for token, hint in zip(doc, sentence_hints(doc), strict=True):
        if token.i and hint is not None:
            token.is_sent_start = hint
    return doc
