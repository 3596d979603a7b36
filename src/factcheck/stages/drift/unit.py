"""The unit of comparison: one sentence of the copy with its parents in the original, word by word."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.view import View, Word
from factcheck.stages.drift.words import Pair, Vectors, WordAlignment, align_words

Range = tuple[int, int]
_LONG, _HEAD, _TAIL = 90, 60, 25  # characters of a quotation that is given whole, and of the ends of a longer one


@dataclass(frozen=True, slots=True)
class Unit:
    """Aligned words of one sentence of the copy and of its parents.

    `left` and `right` are the words in text order; places in `alignment` refer to them. `at_left` and `at_right` give
    the place of a word by the index of its token in the parse.
    """

    original: View
    copy: View
    parents: tuple[int, ...]
    children: tuple[int, ...]
    left: tuple[Word, ...]
    right: tuple[Word, ...]
    alignment: WordAlignment
    to_right: dict[int, Pair] = field(default_factory=dict)
    to_left: dict[int, Pair] = field(default_factory=dict)
    at_left: dict[int, int] = field(default_factory=dict)
    at_right: dict[int, int] = field(default_factory=dict)
    score: float = 1.0

    def framed(self, left: Range, right: Range) -> bool:
        """Whether the words right before and right after two stretches render one another, so that the place is sure.

        Stretches are given by the places of their first and last word.
        """
        for at, there in ((left[0] - 1, right[0] - 1), (left[1] + 1, right[1] + 1)):
            inside = 0 <= at < len(self.left), 0 <= there < len(self.right)
            if inside == (False, False):
                continue
            pair = self.to_right.get(at)
            if inside != (True, True) or pair is None or pair.right != there or pair.how == "slot":
                return False
        return True

    def left_range(self, places: Sequence[int]) -> Range:
        """Offsets in the original from the first to the last of some places."""
        return self.left[min(places)].start, self.left[max(places)].end

    def right_range(self, places: Sequence[int]) -> Range:
        """Offsets in the copy from the first to the last of some places."""
        return self.right[min(places)].start, self.right[max(places)].end


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference in meaning, before it becomes a finding: where it stands on both sides, and why it was found.

    `left` or `right` may be empty where one side has nothing; then the finding shows the sentence it is missing from.
    """

    type: DriftType
    severity: Severity
    confidence: float
    message: str
    steps: tuple[str, ...]
    left: tuple[Range, ...] = ()
    right: tuple[Range, ...] = ()
    left_marks: tuple[Range, ...] = ()
    right_marks: tuple[Range, ...] = ()


def word_for_word(
    unit: Unit, pair: Pair, kind: DriftType, severity: Severity, confidence: float, step: str
) -> Difference:
    """That a word of the original has become another one of the copy at its place; `step` says why it matters."""
    left, right = unit.left_range([pair.left]), unit.right_range([pair.right])
    message = f'"{unit.left[pair.left].text}" has become "{unit.right[pair.right].text}"'
    return Difference(kind, severity, confidence, message, (step,), (left,), (right,), (left,), (right,))


def make_unit(
    original: View,
    copy: View,
    parents: Sequence[int],
    children: Sequence[int],
    score: float,
    left_vectors: Vectors | None,
    right_vectors: Vectors | None,
) -> Unit:
    """Align the words of some sentences of the copy with those of their parents; vectors are of these words.

    In text order.
    """
    left_ids = [k for p in sorted(parents) for k in range(*original.sentences[p])]
    right_ids = [k for c in sorted(children) for k in range(*copy.sentences[c])]
    left = tuple(original.words[k] for k in left_ids)
    right = tuple(copy.words[k] for k in right_ids)
    alignment = align_words(left, right, left_vectors, right_vectors)
    return Unit(
        original,
        copy,
        tuple(parents),
        tuple(children),
        left,
        right,
        alignment,
        alignment.to_right(),
        alignment.to_left(),
        {word.token: k for k, word in enumerate(left)},
        {word.token: k for k, word in enumerate(right)},
        score,
    )


def quote(view: View, span: Range) -> str:
    """A short quotation of a span, for messages: without quotation marks around it, cut between words."""
    text = " ".join(view.text[span[0] : span[1]].split()).strip('"“”')
    if len(text) <= _LONG:
        return text
    head, tail = text[:_HEAD].rpartition(" ")[0], text[-_TAIL:].partition(" ")[2]
    return f"{head or text[:_HEAD]} … {tail or text[-_TAIL:]}"


def joined(words: Sequence[Word], between: Sequence[Word]) -> tuple[Range, ...]:
    """Offsets of some words of a text as few stretches: what has only function words and commas between is one.

    `between` are all words of the text, so that `between[word.i]` is `word`.
    """
    found: list[Range] = []
    last: Word | None = None
    for word in words:
        gap = between[last.i + 1 : word.i] if last is not None else ()
        if last is not None and not any(other.content or other.text in ".;:!?" for other in gap):
            found[-1] = (found[-1][0], word.end)
        else:
            found.append((word.start, word.end))
        last = word
    return tuple(found)
