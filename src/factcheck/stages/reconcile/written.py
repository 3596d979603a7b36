"""Where articles write a name, with the sentence that shows it: for rules that compare how a thing is called."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.model.claim import Claim
from factcheck.model.finding import SourceSpan
from factcheck.stages.reconcile.judgement import Surroundings
from factcheck.text import fold

_CONTEXT = 90  # characters around a name that is quoted where no claim has its sentence
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Written:
    """A name as a source writes it from `start` to `end`, in the sentence quoted.

    `claim` is one that was made of that sentence; None where there is none.
    """

    source: str
    claim: Claim | None
    quote: SourceSpan
    name: str
    start: int
    end: int

    @property
    def mark(self) -> SourceSpan:
        """The name alone."""
        inside = slice(self.start - self.quote.start, self.end - self.quote.start)
        return SourceSpan(self.source, self.start, self.end, self.quote.text[inside])


Quoter = Callable[[str, int, int], Written]
"""Gives for a source and the offsets of a name how it is written there."""


def quoter(claims: Sequence[Claim], around: Surroundings) -> Quoter:
    """What shows a name in its sentence, or, where no claim was made of that, with the words around it."""
    sentences: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda item: (item.source, item.sentence.start, item.span.start, item.id)):
        sentences[claim.source].append(claim)

    def quote(source: str, first: int, last: int) -> Written:
        text = around.articles[source].text
        for claim in sentences[source]:
            if claim.sentence.start <= first and last <= claim.sentence.end:
                sentence = claim.sentence
                shown = SourceSpan(source, sentence.start, sentence.end, sentence.text)
                return Written(source, claim, shown, text[first:last], first, last)
        start = max(text.rfind("\n", 0, first) + 1, first - _CONTEXT)
        end = min((text + "\n").find("\n", last), last + _CONTEXT)
        while start < first and start and text[start - 1].isalnum():
            start += 1
        while last < end < len(text) and text[end].isalnum():
            end -= 1
        return Written(source, None, SourceSpan(source, start, end, text[start:end]), text[first:last], first, last)

    return quote


def of_two_sources(
    mine: Mapping[str, Written], theirs: Mapping[str, Written], around: Surroundings
) -> tuple[Written, Written] | None:
    """The first of each, of two sources that do not know the other's name and of which neither derives from the other.

    Args:
        mine: By source where it has the one name first.
        theirs: By source where it has the other.
    """
    for source, here in sorted(mine.items()):
        for other, there in sorted(theirs.items()):
            if source == other or around.origins.get(source, source) == around.origins.get(other, other):
                continue
            if (source, other) in around.derived or has(around, source, there.name) or has(around, other, here.name):
                continue
            return here, there
    return None


def has(around: Surroundings, source: str, name: str) -> bool:
    """Whether an article has all words of a name: then it tells two apart, or corrects itself."""
    words = set(_WORD.findall(around.folded.get(source, "")))
    return all(word in words for word in _WORD.findall(fold(name)))
