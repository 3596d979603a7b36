"""Ordinals: which one, not how many. Kept apart from quantities, because "the second transfer" counts nothing."""

from dataclasses import dataclass

from spacy.tokens import Doc

from factcheck.lexicon.quantities import word_set
from factcheck.readers.quantities.atoms import Atoms
from factcheck.readers.quantities.scan import numbers

_RELATIVE = {
    ("last", "but", "one"): "end-1",
    ("second", "to", "last"): "end-1",
    ("next", "to", "last"): "end-1",
    ("one", "before", "the", "last"): "end-1",
    ("last", "but", "two"): "end-2",
    ("third", "to", "last"): "end-2",
    ("antepenultimate",): "end-2",
    ("penultimate",): "end-1",
    ("previous", "one"): "current-1",
    ("current", "one"): "current+0",
    ("next", "one"): "current+1",
    ("previous",): "current-1",
    ("current",): "current+0",
    ("next",): "current+1",
    ("last",): "end+0",
}
_WITH_ARTICLE = frozenset(("last", "second", "one", "third"))
_TIMES = word_set("ordinals_times")


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A place in an order: `place` is "3" counted from the start, "end-1" from the end, "current+1" from where one is.

    `text` is verbatim: `source_text[start:end] == text`.
    """

    start: int
    end: int
    text: str
    place: str


def read_ordinals(doc: Doc) -> tuple[Ordinal, ...]:
    """The ordinals of a text by start, none overlapping: "the second transfer", "21st", "the penultimate day".

    "last month" and its like are times and not among them.
    """
    atoms = Atoms(doc.text)
    numerals = {numeral.first: numeral for numeral in numbers(atoms) if numeral.form == "ordinal"}
    out: list[Ordinal] = []
    index = 0
    while index < len(atoms):
        relative = _relative(atoms, index)
        if relative is not None:
            first, last, place = relative
        elif index in numerals:
            numeral = numerals[index]
            first, last, place = index, numeral.last, f"{numeral.value:.0f}"
        else:
            index += 1
            continue
        out.append(Ordinal(atoms[first].start, atoms[last].end, atoms.slice(first, last), place))
        index = last + 1
    return tuple(out)


def _relative(atoms: Atoms, index: int) -> tuple[int, int, str] | None:
    start = index + 1 if atoms[index].lower == "the" else index
    for size in (4, 3, 2, 1):
        words = tuple(atoms[k].lower for k in range(start, start + size))
        place = _RELATIVE.get(words)
        if place is None:
            continue
        if size == 1 and (start > index or atoms[start + 1].lower in _TIMES):
            return None
        wide = size > 2 and words[0] in _WITH_ARTICLE
        if start > index and not wide:
            return None
        return index, start + size - 1, place
    return None
