"""Lemmas by table and rule, from a word and its Penn Treebank tag.

The table holds what the rules get wrong: every form of the training treebanks, and the irregular and regular forms of
the verbs and nouns in the word lists of spacy-lookups-data. `training/scripts/lemma_table.py` writes it.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from factcheck.errors import ModelError
from factcheck.stages.annotate.files import MODELS, REINSTALL, check_files
from factcheck.stages.annotate.wordfeatures import plain

_LOST_E = re.compile(r"(?:[^aeioul]l|[cgsvuz]|[aiou][bdgkmptr]|at|r[sc]|i[a-z])$")
_NO_E = re.compile(r"(?:ss|oo[a-z]|ea[a-z]|ai[a-z]|ou[a-z]|oi[a-z]|[aeiou][a-z]*[aeiou]t|ng|x)$")

Table = dict[str, dict[str, str]]


def by_rule(word: str, tag: str) -> str:
    """The lemma that regular English would give."""
    word = plain(word)
    low = word.lower()
    if tag == "NNP":
        return word
    if tag == "NNPS":
        if low.endswith("ies") and len(low) > 4:
            return word[:-3] + "y"
        return word[:-1] if low.endswith("s") and not low.endswith("ss") else word
    if tag in ("NNS", "VBZ") and len(low) > 2:
        if low.endswith("ies") and len(low) > 4:
            return low[:-3] + "y"
        if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
            return low[:-2]
        return low[:-1] if low.endswith("s") and not low.endswith("ss") else low
    if tag in ("VBD", "VBN") and low.endswith("eed") and len(low) > 4:
        return low[:-1]  # "freed"
    if tag in ("VBD", "VBN") and low.endswith("ed") and len(low) > 4:
        return low[:-3] + "y" if low.endswith("ied") else _stem(low[:-2])
    if tag == "VBG" and low.endswith("ing") and len(low) > 5:
        return _stem(low[:-3])
    if tag in ("JJR", "RBR") and low.endswith("er") and len(low) > 4:
        return low[:-3] + "y" if low.endswith("ier") else _stem(low[:-2])
    if tag in ("JJS", "RBS") and low.endswith("est") and len(low) > 5:
        return low[:-4] + "y" if low.endswith("iest") else _stem(low[:-3])
    if tag == "CD":
        return low.replace(",", "") if low[:1].isdigit() else low
    if tag in ("``", "''"):
        return '"'
    if tag == "FW" or tag == "ADD":
        return word
    return low


def _stem(stem: str) -> str:
    """The base of a stem whose ending fell off: "stopp" -> stop, "mak" -> make, "walk" -> walk."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeioulsz":
        return stem[:-1]
    return stem + "e" if _LOST_E.search(stem) and not _NO_E.search(stem) else stem


def lemma(word: str, tag: str, table: Table) -> str:
    """The lemma of a word under a Penn Treebank tag, by the table, else by rule."""
    found = table.get(tag)
    if found is not None:
        low = plain(word) if tag in ("NNP", "NNPS") else plain(word).lower()
        known = found.get(low)
        if known is not None:
            return known
    return by_rule(word, tag)


@cache
def read_table(path: Path) -> Table:
    """tag -> form -> lemma."""
    try:
        found: Table = json.loads(path.read_text(encoding="utf-8"))
        return found
    except (OSError, ValueError) as error:
        raise ModelError(f"The lemma table {path} cannot be read: {error}.", REINSTALL) from error


@Language.factory("lemmas", requires=["token.tag"], assigns=["token.lemma"])
def make_lemmas(nlp: Language, name: str) -> Lemmas:
    """The component that writes lemmas; it has no files of its own."""
    return Lemmas()


class Lemmas:
    """Writes each token's lemma from its tag."""

    def __init__(self) -> None:
        folder = MODELS / "lemmas"
        check_files(folder)
        self._table = read_table(folder / "lemmas.json")

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with lemmas."""
        for token in doc:
            token.lemma_ = token.text if token.is_space else lemma(token.text, token.tag_, self._table)
        return doc
