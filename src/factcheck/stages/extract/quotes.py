"""Quotation marks paired into quoted stretches, across sentences and across paragraphs that open a quotation anew."""

from bisect import bisect_left
from dataclasses import dataclass

_OPENERS = {"“": "”", "„": "”", "«": "»"}
_BEFORE_OPEN = frozenset(" \t\n\u00a0([{—–-/‘'")
_LONGEST = 3000  # characters that a quotation left open at the end of its paragraph may have
_LONGEST_CLOSED = 1200


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """A quoted stretch with its marks: `start` at the opening mark, `end` after the closing one.

    `closed` is False where the paragraph ends first, as it does when a speech goes on in the next paragraph.
    """

    start: int
    end: int
    closed: bool


def quotations(text: str) -> list[Quotation]:
    """The quoted stretches of a text in order, without overlaps; one pass, O(n).

    Curly and straight double marks, two back-ticks with two apostrophes, and single curly marks around several words
    are paired within a paragraph. A mark without partner makes a quotation to the end of its paragraph if it opens one.
    """
    found: list[Quotation] = []
    position = 0
    for paragraph in text.split("\n"):
        found.extend(_paragraph(paragraph, position))
        position += len(paragraph) + 1
    return found


def _paragraph(text: str, offset: int) -> list[Quotation]:
    found: list[Quotation] = []
    start, closer, i = -1, "", 0
    while i < len(text):
        mark = text[i : i + 2] if text[i : i + 2] in {"``", "''"} else text[i]
        if start < 0:
            if mark in _OPENERS or mark == "``" or (mark in {'"', "''"} and (i == 0 or text[i - 1] in _BEFORE_OPEN)):
                start, closer = i, _OPENERS.get(mark, '"')
        elif i - start > _LONGEST_CLOSED:  # a stray mark: what follows is no quotation
            i, start = start, -1
        elif mark == closer or (closer == '"' and mark in {"''", '"', "”"}) or (closer == "”" and mark == '"'):
            found.append(Quotation(offset + start, offset + i + len(mark), True))
            start = -1
        elif mark in _OPENERS:  # opened anew without having been closed
            start = i
        i += len(mark)
    if 0 <= start <= len(text) - len(text.lstrip()) and len(text) - start < _LONGEST and len(text.rstrip()) - start > 1:
        found.append(Quotation(offset + start, offset + len(text.rstrip()), False))
    return found


def overlapping(quoted: list[Quotation], start: int, end: int) -> list[Quotation]:
    """The quotations that share a character with the stretch, in order; O(log n) and the length of the answer."""
    first = max(0, bisect_left(quoted, start, key=lambda quotation: quotation.start) - 1)
    found = []
    for quotation in quoted[first : first + 200]:
        if quotation.start >= end:
            break
        if quotation.end > start:
            found.append(quotation)
    return found


def is_scare(text: str) -> bool:
    """Whether a quoted stretch is no speech by itself: fewer than three words and no end of a sentence, or a title."""
    inner = text.strip("“”\"'‘’`„«» ")
    return (len(inner.split()) < 3 and not inner.endswith((".", "!", "?", ","))) or is_title(inner)


def is_title(words: str) -> bool:
    """Whether words are written as the name of a work: all but the small ones with a capital, and no stop or comma.

    >>> is_title("Girl at a Window"), is_title("We will not go"), is_title("Stop the March,")
    (True, False, False)
    """
    long = [word for word in words.split() if len(word) > 3]
    marked = words.rstrip().endswith((".", "!", "?", ",", ";"))
    return len(words.split()) >= 2 and len(long) >= 2 and all(word[0].isupper() for word in long) and not marked
