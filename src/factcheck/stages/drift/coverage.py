"""omission and addition: what one side says and the other has nowhere.

A stretch of words without a counterpart counts by what of it stands nowhere else in the other text: a name or a number
that is gone is a fact that is gone, a few plain words may be a tighter wording.
"""

from collections.abc import Iterator, Sequence

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.names import Names
from factcheck.stages.drift.unit import Difference, Range, Unit, quote
from factcheck.stages.drift.view import View, Word

_BRIDGE = 3  # function words that a stretch may run over
_HEAVY = 2.4
_LIGHT = 1.1


class Stock:
    """The lemmas, stems, numbers and names of a text, to ask whether a word of the other text stands anywhere in it."""

    def __init__(self, view: View, names: Names) -> None:
        self.names = names
        self.lemmas = frozenset(word.lemma for word in view.words if word.content)
        self.stems = frozenset(word.stem for word in view.words if word.content)
        self.values = frozenset(word.value for word in view.words if word.value is not None)
        groups: set[int] = set()
        for lemma in sorted(self.lemmas):
            groups |= lexicon.relations().synonyms.get(lemma, frozenset())
        self.senses = frozenset(groups)

    def has(self, word: Word) -> bool:
        """Whether the text has the word, its number, a form of it, or (of a name) a form of the name."""
        if word.value is not None:
            return word.value in self.values
        if word.name:
            return self.names.has(word) or word.lemma in self.lemmas
        return word.lemma in self.lemmas or word.stem in self.stems

    def knows(self, word: Word) -> bool:
        """Whether the text has the word or a synonym of it."""
        return self.has(word) or not lexicon.relations().synonyms.get(word.lemma, frozenset()).isdisjoint(self.senses)


def stretches(words: Sequence[Word], covered: frozenset[int]) -> list[list[Word]]:
    """Maximal stretches of content words without a counterpart; function words between them are passed over."""
    found: list[list[Word]] = []
    current: list[Word] = []
    gap = 0
    for word in words:
        if word.content and word.i not in covered:
            current.append(word)
            gap = 0
        elif word.content or word.text in ".;:!?":
            if current:
                found.append(current)
            current = []
        else:
            gap += 1
            if gap > _BRIDGE and current:
                found.append(current)
                current = []
    if current:
        found.append(current)
    return found


def lost_stretches(
    view: View, sentence: int, covered: frozenset[int], other: Stock, shown: tuple[Range, ...]
) -> Iterator[Difference]:
    """Omissions inside a sentence of the original that has a counterpart, at `shown` in the copy."""
    words = view.words[slice(*view.sentences[sentence])]
    for run in stretches(words, covered):
        gone = [word for word in run if not other.has(word)]
        weight = sum(word.weight for word in gone)
        facts = [word for word in gone if word.name or word.value is not None]
        strong = (bool(facts) and weight >= _LIGHT) or (weight >= _HEAVY and len(gone) >= 4)
        if not strong and (weight < _LIGHT or len(gone) < 2 or all(other.knows(word) for word in gone)):
            continue
        span = view.span(run[0].i, run[-1].i)
        severity = Severity.MAJOR if strong else Severity.MINOR
        yield Difference(
            DriftType.OMISSION, severity, 0.7 if facts else 0.6, f'"{quote(view, span)}" is left out',
            (f"The rest of the sentence is kept; {_list(gone)} stands nowhere in the copy.",), (span,), shown, tuple((w.start, w.end) for w in gone),
        )  # fmt: skip


def added_stretches(
    view: View, sentence: int, covered: frozenset[int], other: Stock, shown: tuple[Range, ...]
) -> Iterator[Difference]:
    """Additions inside a sentence of the copy that has a counterpart, at `shown` in the original."""
    words = view.words[slice(*view.sentences[sentence])]
    for run in stretches(words, covered):
        new = [word for word in run if not other.has(word)]
        facts = [word for word in new if word.name or word.value is not None]
        weight = sum(word.weight for word in new)
        if not facts and (weight < 1.8 or len(new) < 3 or all(other.knows(word) for word in new)):
            continue
        span = view.span(run[0].i, run[-1].i)
        yield Difference(
            DriftType.ADDITION, Severity.MAJOR if facts else Severity.MINOR, 0.7 if facts else 0.5, f'"{quote(view, span)}" is added',
            (f"{_list(new)} stands nowhere in the original.",), shown, (span,), (), tuple((w.start, w.end) for w in new),
        )  # fmt: skip


def lost_sentence(view: View, sentence: int, other: Stock, kept_around: bool) -> Difference | None:
    """The omission of a whole sentence, or None if all that it says stands elsewhere in the copy.

    `kept_around`: both neighbour sentences are rendered, so that the gap is a choice and not the end of a shorter text.
    """
    words = [word for word in view.words[slice(*view.sentences[sentence])] if word.content]
    gone = [word for word in words if not other.has(word)]
    facts = [word for word in gone if word.name or word.value is not None]
    if sum(word.weight for word in gone) < _LIGHT:
        return None
    start, end = view.sentences[sentence]
    span = view.span(start, end - 1)
    severity = Severity.MAJOR if kept_around and facts else Severity.MINOR
    return Difference(
        DriftType.OMISSION, severity, 0.7, f'The sentence "{quote(view, span)}" is left out',
        (f"No sentence of the copy renders it; {_list(gone)} stands nowhere in the copy.",), (span,), (), tuple((w.start, w.end) for w in gone),
    )  # fmt: skip


def added_sentence(view: View, sentence: int, other: Stock) -> Difference | None:
    """The addition of a whole sentence, or None if it has nothing that the original lacks."""
    words = [word for word in view.words[slice(*view.sentences[sentence])] if word.content]
    new = [word for word in words if not other.has(word)]
    if sum(word.weight for word in new) < _LIGHT or len(words) < 4:
        return None
    start, end = view.sentences[sentence]
    span = view.span(start, end - 1)
    return Difference(
        DriftType.ADDITION, Severity.MINOR, 0.6, f'The sentence "{quote(view, span)}" is added',
        (f"It renders no sentence of the original; {_list(new)} stands nowhere in it.",), (), (span,), (), tuple((w.start, w.end) for w in new),
    )  # fmt: skip


def covered_words(units: Sequence[Unit], left: bool) -> frozenset[int]:
    """Indices of the words of one text that some unit aligns."""
    if left:
        return frozenset(unit.left[pair.left].i for unit in units for pair in unit.alignment.pairs)
    return frozenset(unit.right[pair.right].i for unit in units for pair in unit.alignment.pairs)


def _list(words: Sequence[Word]) -> str:
    shown = ", ".join(f'"{word.text}"' for word in words[:4])
    return shown + (f" and {len(words) - 4} more" if len(words) > 4 else "")
