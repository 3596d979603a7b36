"""Who does what in a text, as far as its grammar tells: offsets alone, so that any stage can look its own words up."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Meant:
    """What a pronoun stands for: the offset of the word that heads it, and its name or description."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Parties:
    """The subjects of a text's predicates, which of those are passive, and what its pronouns stand for.

    All keys are offsets in the text of a predicate or a pronoun; a subject is the offset of its head word, wherever in
    the sentence it stands ("stolen" of "a painting stolen in May", "pay" of "ordered the firm to pay").
    """

    subjects: Mapping[int, int] = field(default_factory=dict)
    passive: frozenset[int] = frozenset()
    pronouns: Mapping[int, Meant] = field(default_factory=dict)
