"""Semantic kinds of mentions by table, for the fast pipeline: the transformer reads them in context.

`training/scripts/kind_table.py` counts what the transformer and GUM's annotators say of each noun.
"""

from __future__ import annotations

import json

from spacy.language import Language
from spacy.tokens import Doc

from factcheck.errors import ModelError
from factcheck.stages.annotate.files import MODELS, REINSTALL, check_files

OF_NAME = {"PER": "person", "ORG": "organization", "LOC": "place"}
OF_PRONOUN = dict.fromkeys(
    ("I", "we", "you", "he", "she", "who", "whoever", "somebody", "someone", "everyone", "nobody"), "person"
)
_INSIDE = frozenset(("compound", "flat", "nmod:desc", "goeswith", "fixed"))


@Language.factory("kinds", requires=["token.pos", "token.lemma", "token.dep", "doc.ents"], assigns=["token._.kind"])
def make_kinds(nlp: Language, name: str) -> Kinds:
    """The component that writes `token._.kind`; it has no files of its own."""
    return Kinds()


class Kinds:
    """Writes the kind of each mention to the word that heads it."""

    def __init__(self) -> None:
        folder = MODELS / "lemmas"
        check_files(folder)
        try:
            self._table: dict[str, str] = json.loads((folder / "kinds.json").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise ModelError(f"The table of kinds in {folder} cannot be read: {error}.", REINSTALL) from error

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with kinds."""
        for token in doc:
            if token.pos_ == "NOUN":
                kind = self._table.get(token.lemma_) if token.dep_ not in _INSIDE else None
            elif token.pos_ == "PROPN":
                kind = OF_NAME.get(token.ent_type_) if token.dep_ not in _INSIDE else None
            elif token.pos_ == "PRON":
                kind = OF_PRONOUN.get(token.lemma_)
            else:
                continue
            if kind:
                token._.kind = kind
        return doc
