"""Text as a flat list of digits, words and marks with offsets: what the number grammar reads.

The grammar has its own tokens because a pipeline may cut "5-10W", "$1.2bn" or "~25–40min" in any way it likes.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

_ATOM = re.compile(
    r"(?P<digits>\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*)"
    r"|(?P<mark>\S)"
)


@dataclass(frozen=True, slots=True)
class Atom:
    """One run of digits (with its inner points and commas), one word, or one other character.

    `gap` is how much white space stands before it: 0 is "attached".
    """

    start: int
    end: int
    text: str
    lower: str
    kind: str
    gap: int


class Atoms:
    """The atoms of a text in order, with safe access beyond both ends."""

    __slots__ = ("_starts", "items", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.items: list[Atom] = []
        last = 0
        for match in _ATOM.finditer(text):
            piece = match.group()
            self.items.append(
                Atom(match.start(), match.end(), piece, piece.lower(), match.lastgroup or "mark", match.start() - last)
            )
            last = match.end()
        self._starts = [atom.start for atom in self.items]

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: int) -> Atom:
        """The atom at `index`, or an empty one outside the text."""
        if 0 <= index < len(self.items):
            return self.items[index]
        return _NOTHING

    def at(self, offset: int) -> int:
        """The index of the first atom that starts at or after a character offset."""
        return bisect_left(self._starts, offset)

    def slice(self, first: int, last: int) -> str:
        """The text from the first to the last atom, both included."""
        return self.text[self[first].start : self[last].end]


_NOTHING = Atom(-1, -1, "", "", "none", 9)
