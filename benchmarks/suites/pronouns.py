"""How often a pronoun that is replaced is replaced by what it stands for: GUM's coreference, written genres.

    python benchmarks/suites/pronouns.py ../shared/treebanks [--genres news bio] [--split dev] [--show]

A pronoun counts as right where the word that is put in its place heads a mention of the same entity, and as wrong
otherwise; what is left alone counts against recall only.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

GENRES = ("news", "bio", "voyage", "academic", "textbook", "court")
SORTS = {
    "he": frozenset({"he", "him", "she", "her", "himself", "herself"}),
    "his": frozenset({"his", "hers"}),
    "they": frozenset({"they", "them", "themselves"}),
    "their": frozenset({"their", "theirs"}),
    "it": frozenset({"it", "itself"}),
    "its": frozenset({"its"}),
}
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_PIECE = re.compile(r"\(|\)|[^()]+")


@dataclass(slots=True)
class Document:
    """A text with the offsets of its words, and the entity that each word heads a mention of."""

    text: str = ""
    starts: dict[int, str] = field(default_factory=dict)
    """Entity by the offset of a mention's head; of nested mentions with one head, the longest."""
    pronouns: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Offset of a third-person pronoun: its sort and its entity."""
    chains: dict[str, list[int]] = field(default_factory=dict)
    """Offsets of the heads of each entity's mentions."""
    names: dict[int, set[str]] = field(default_factory=dict)
    """Entities of the mentions that a proper name beside the head stands in ("spokeswoman Ann Lee"), by its offset."""


def documents(paths: Sequence[Path], genres: Sequence[str]) -> Iterator[Document]:
    """The texts of some CoNLL-U files with GUM's Entity=, in order."""
    for path in paths:
        current: Document | None = None
        rows: list[list[str]] = []
        text, paragraph = "", False
        for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
            if line.startswith("# newdoc id"):
                if current is not None and current.pronouns:
                    yield current
                genre = line.split("GUM_")[1].split("_")[0]
                current = Document() if genre in genres else None
            elif line.startswith("# newpar") and "block" not in line:
                paragraph = True
            elif line.startswith("# text = "):
                text = line[9:]
            elif line.startswith("#"):
                continue
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                if current is not None:
                    if current.text:
                        current.text += "\n\n" if paragraph else " "
                    _add(current, rows, text)
                rows, paragraph = [], False
        if current is not None and current.pronouns:
            yield current


def _add(document: Document, rows: list[list[str]], text: str) -> None:
    base = len(document.text)
    document.text += text
    tokens = [row for row in rows if row[0].isdigit()]
    surface = {int(row[0].split("-")[0]): row[1] for row in rows if "-" in row[0]}
    offsets: list[int] = []
    at = 0
    for k, row in enumerate(tokens, start=1):
        found = text.find(row[1], at)
        if found < 0 or (k in surface and found > at + 2):
            found = at
        offsets.append(base + found)
        at = found + (len(row[1]) if text.startswith(row[1], found) else 0)
    heads = [int(row[6]) - 1 for row in tokens]
    opened: list[tuple[str, int]] = []
    mentions: list[tuple[int, int, str]] = []
    for index, row in enumerate(tokens):
        value = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        before = ""
        for match in _PIECE.finditer(value):
            piece = match.group()
            if piece == ")":
                if opened:
                    entity, start = opened.pop()
                    mentions.append((start, index + 1, entity))
            elif piece != "(":
                entity = piece.split("-")[0]
                if before == "(":
                    opened.append((entity, index))
                else:
                    place = next((p for p in range(len(opened) - 1, -1, -1) if opened[p][0] == entity), None)
                    if place is not None:
                        opened.append(opened.pop(place))
            before = piece
    for start, end, entity in sorted(mentions, key=lambda m: m[0] - m[1]):
        head = next((i for i in range(start, end) if not start <= heads[i] < end), start)
        document.starts.setdefault(offsets[head], entity)
        document.chains.setdefault(entity, []).append(offsets[head])
        for i in range(start, end):
            if (
                tokens[i][3] == "PROPN"
                and heads[i] == head
                and tokens[i][7].split(":")[0] in ("flat", "appos", "compound")
            ):
                document.names.setdefault(offsets[i], set()).add(entity)
        word = tokens[head][1].lower()
        sort = next((name for name, words in SORTS.items() if word in words), None)
        if word == "her" and tokens[head][4] == "PRP$":
            sort = "his"
        if sort is not None and end - start == 1:
            document.pronouns[offsets[head]] = sort, entity


def pronouns(
    treebanks: Path, split: str = "dev", genres: Sequence[str] = GENRES, show: bool = False
) -> dict[str, float]:
    """Precision and recall of the pronouns that are replaced, in per cent, all and by sort, and how many there are.

    The split "dev" takes the training part too: nothing but rules was ever fitted to its coreference.
    """
    from factcheck.model.article import Article
    from factcheck.stages import annotate
    from factcheck.stages.extract.context import read_context

    nlp = annotate.load()
    told: Counter[str] = Counter()
    right: Counter[str] = Counter()
    named: Counter[str] = Counter()
    parts = {"dev": ("train", "dev"), "test": ("test",)}.get(split, ("train", "dev", "test"))
    for document in documents([treebanks / f"gum-{part}.conllu" for part in parts], genres):
        doc = nlp(document.text)
        found = read_context(doc, Article("text", document.text)).pronouns
        for token in doc:
            if token.idx not in document.pronouns:
                continue
            sort, entity = document.pronouns[token.idx]
            chain = [at for at in document.chains[entity] if at not in document.pronouns]
            if not chain:
                continue  # nothing in the text names it
            named.update((sort, "all"))
            referent = found.get(token.i)
            if referent is None:
                continue
            told.update((sort, "all"))
            if _names(document, referent.head.idx, referent.text if referent.named else "", entity, chain):
                right.update((sort, "all"))
            elif show:
                before, after = document.text[max(0, token.idx - 220) : token.idx], document.text[token.idx :][:80]
                told_as = {document.text[at : at + 25] for at in chain[:3]}
                print(sort, "|", " ".join(f"{before}[[{after}".split()), "| told", referent.text, "| is", told_as, "\n")
    figures: dict[str, float] = {"pronouns_told": told["all"]}
    for sort in ("all", *SORTS):
        figures[f"{sort}_precision"] = 100 * right[sort] / told[sort] if told[sort] else 0.0
        figures[f"{sort}_recall"] = 100 * right[sort] / named[sort] if named[sort] else 0.0
    return figures


def _first_word(text: str) -> str:
    found = _WORD.match(text)
    return found[0] if found else ""


def _names(document: Document, place: int, name: str, entity: str, chain: Sequence[int]) -> bool:
    """Whether a word, or the family name that is put in place of a pronoun, stands for an entity."""
    family = name.split()[-1] if name else ""
    return (
        document.starts.get(place) == entity
        or entity in document.names.get(place, ())
        or bool(family and any(_first_word(document.text[at:]) == family for at in chain))
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--split", choices=["dev", "test", "all"], default="dev")
    parser.add_argument("--genres", nargs="+", default=GENRES)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    for name, value in pronouns(options.treebanks, options.split, options.genres, options.show).items():
        print(f"{name:<24} {value:.1f}")
