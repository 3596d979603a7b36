"""What is missing between two words of a sentence."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class Gap(NamedTuple):
    """How likely it is, in [0, 1], that in the gap between two words a verb, a noun or pronoun, or another word is
    missing; and that the two words do not belong beside each other.
    """

    verb: float = 0.0
    noun: float = 0.0
    other: float = 0.0
    order: float = 0.0


class GapReader(Protocol):
    """Reads the gaps of one sentence, as the annotate stage does."""

    def read_gaps(self, words: Sequence[str]) -> Sequence[Gap]:
        """The gap before each word, and the one after the last."""
        ...
