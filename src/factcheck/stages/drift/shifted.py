"""tense_or_aspect of a sentence as a whole: a future of which the original knows nothing, a present that is a past.

`tense.py` compares verbs that render one another, and holds a bare shift for a liberty. Two shifts are none. A "will"
that only the copy has tells of something still to come, if no word of the original looks ahead. And where all finite
verbs of a sentence stand in one tense, so that no sequence of tenses can ask for another, the same main verb in the
other tense tells that it was so and is not, or the other way round.
"""

from collections.abc import Iterator
from itertools import pairwise

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.kept import KEPT, share
from factcheck.stages.drift.unit import Difference, Unit
from factcheck.stages.drift.view import Word

_LEAST = 0.7  # share of the telling words that both sides have
_WILL = frozenset({"will", "'ll", "shall"})
_PAST, _PRESENT = frozenset({"VBD"}), frozenset({"VBZ", "VBP"})
_BE = frozenset({"is", "are", "was", "were", "be"})
_ENDS = frozenset(".!?;")
_HELPING = frozenset({"cop", "aux", "aux:pass"})


def shifted_times(unit: Unit) -> Iterator[Difference]:
    """The changes of time of one unit that its tenses as a whole show."""
    if not (unit.original.tagged and unit.copy.tagged):
        return
    if share(unit) >= _LEAST:
        yield from _future(unit)
        yield from _turned(unit)


def _future(unit: Unit) -> Iterator[Difference]:
    """A "will" of the copy, where nothing in the original looks ahead."""
    place = next((k for k, w in enumerate(unit.right) if w.norm in _WILL and w.pos == "AUX"), None)
    if place is None or any(map(_looks_ahead, unit.left)):
        return
    if any(a.norm in _BE and b.norm == "to" for a, b in pairwise(unit.left)):
        return  # "is to be sold"
    span = unit.right_range(range(place, min(len(unit.right), place + 2)))
    yield _difference(
        unit.left_range(range(len(unit.left))),
        span,
        (),
        (unit.right_range([place]),),
        f'"{unit.copy.text[slice(*span)]}" stands in the copy alone',
        "The copy tells of something still to come; nothing in the original looks ahead.",
    )


def _looks_ahead(word: Word) -> bool:
    ahead = lexicon.words().ahead
    return word.norm in ahead or (word.lemma in ahead and word.lemma != "have") or word.tag == "MD"


def _turned(unit: Unit) -> Iterator[Difference]:
    """The main verb of a sentence that has only presents in the original and is past in the copy, or the other way."""
    if any(word.tag == "MD" for words in (unit.left, unit.right) for word in words):
        return
    if not all(any(word.text in _ENDS for word in words[-2:]) for words in (unit.left, unit.right)):
        return  # headlines tell what happened in the present
    for then, now in ((_PAST, _PRESENT), (_PRESENT, _PAST)):
        if any(word.tag in now for word in unit.left) or not any(word.tag in then for word in unit.left):
            continue
        for pair in unit.alignment.pairs:
            a, b = unit.left[pair.left], unit.right[pair.right]
            if pair.how != "lemma" or a.tag not in then or b.tag not in now or not _main(unit, a):
                continue
            left, right = unit.left_range([pair.left]), unit.right_range([pair.right])
            yield _difference(
                left,
                right,
                (left,),
                (right,),
                f'"{a.text}" has become "{b.text}"',
                "No other verb of the sentence asks for another tense.",
            )
            return


def _main(unit: Unit, word: Word) -> bool:
    """Whether a word is the main verb of a sentence or its helper, and no verb of saying or believing."""
    token = unit.original.token(word)
    if token.dep_ == "aux" and token.lemma_ == "have":
        return False  # "had been done", "has been done": a matter of the sentences around
    above = token.head if token.dep_ in _HELPING else token
    pair = unit.to_right.get(unit.at_left.get(above.i, -1))
    kept = pair is not None and pair.how in KEPT
    return kept and above.dep_ in ("ROOT", "root") and above.lemma_ not in lexicon.words().cues


def _difference(
    left: tuple[int, int],
    right: tuple[int, int],
    left_marks: tuple[tuple[int, int], ...],
    right_marks: tuple[tuple[int, int], ...],
    message: str,
    step: str,
) -> Difference:
    return Difference(
        DriftType.TENSE_OR_ASPECT, Severity.MAJOR, 0.6, message, (step,), (left,), (right,), left_marks, right_marks
    )
