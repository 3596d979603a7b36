"""garbled, by what is missing: the copy has lost a word that its grammar needs and that its original has, or its words
are in disorder.

Where something is missing a reader tells that sees the copy alone (gaps.py); what it is, the original. A gap counts
only where a word of the kind has no counterpart, because good English may look torn ("the ministers are to swear").
"""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.gaps import Gaps
from factcheck.stages.drift.unit import Difference, Range, Unit, quote
from factcheck.stages.drift.view import Word

_ACTS, _THINGS = frozenset({"VERB", "AUX"}), frozenset({"NOUN", "PROPN", "PRON"})
_POSSIBLE = 0.05  # chance from which something may be missing
_LIKELY = 0.5  # and from which it is told, where the original has lost a word of the kind there
_SURE = 0.75  # and told as serious
_SURER = 0.9  # and told as serious after a form of "be", which may stand alone ("is on Monday", "are to leave")
_CERTAIN = 0.985  # and told as serious whatever the original has
_CARRIES = frozenset({"not", "does", "did", "do", "will", "would", "can", "could", "has", "have", "had", "to"})
_BESIDE = 3  # words on each side of a gap whose counterparts tell where in the original it is
_WITHIN = 6  # words from there within which the lost word stands
_UPSET = 3  # gaps with words in a wrong order, more than the original has, from which some have changed places
_DISORDER = 5  # and from which nobody can read the sentence, if they are
_SHARE = 0.4  # of its gaps


@dataclass(frozen=True, slots=True)
class Loss:
    """A gap of the copy where something is missing: the place of the word after it, what is missing ("verb" or "noun"),
    how likely, and the place in the original of a word of the kind that has no counterpart, if there is one.
    """

    place: int
    sort: str
    chance: float
    lost: int | None


def losses(unit: Unit, original: Gaps, copy: Gaps) -> Iterator[Loss]:
    """What the sentences of one unit have lost, however unlikely, in text order."""
    for place, gap in copy.of(unit.children):
        chance, sort = max((gap.verb, "verb"), (gap.noun, "noun"))
        if chance < _POSSIBLE or (sort == "verb" and _left_out(unit, place)):
            continue
        kind = _ACTS if sort == "verb" else _THINGS
        anchors = _anchors(unit, place)
        lost = _lost_near(unit, anchors, kind)
        word = unit.left[lost] if lost is not None else None
        if not _stands_beside(unit, place, kind, word) and not _torn_too(unit, anchors, original):
            yield Loss(place, sort, chance, lost)


def torn(unit: Unit, original: Gaps, copy: Gaps) -> Iterator[Difference]:
    """What the sentences of one unit have lost of their grammar; nothing without a reader of gaps."""
    for loss in losses(unit, original, copy):
        right = unit.right_range([max(loss.place - 1, 0), min(loss.place, len(unit.right) - 1)])
        message = f'a {loss.sort} is missing in "{quote(unit.copy, right)}"'
        if loss.lost is not None and loss.chance >= _LIKELY:
            left = unit.left_range([loss.lost])
            message += f': "{unit.left[loss.lost].text}"'
            step = "The original has this word here, and the copy nothing in its place."
            yield _garbled(message, step, left, right, Severity.MAJOR if _is_sure(unit, loss) else Severity.MINOR)
        elif loss.chance >= _CERTAIN and not _of_a_list(unit, loss.place):
            left = unit.left_range(_anchors(unit, loss.place) or range(len(unit.left)))
            yield _garbled(message, "Without one the copy is no sentence; the original is whole here.", left, right)
    yield from _disordered(unit, original, copy)


def _is_sure(unit: Unit, loss: Loss) -> bool:
    """Whether what is missing is told as serious."""
    before = unit.right[loss.place - 1] if loss.place else None
    if loss.sort == "noun" or before is None or before.lemma != "be":
        return loss.chance >= _SURE
    participle = loss.lost is not None and unit.left[loss.lost].tag in ("VBN", "VBG")
    return loss.chance >= (_SURER if participle else _CERTAIN)


def _of_a_list(unit: Unit, place: int) -> bool:
    """Whether a name, a number or a mark comes after the gap: "Tarn, July 25 (Lee)" is no sentence and wants none."""
    after = unit.right[place] if place < len(unit.right) else None
    return after is None or after.name or after.value is not None or after.pos in ("PROPN", "PUNCT")


def _left_out(unit: Unit, place: int) -> bool:
    """Whether no verb is missing but a helper, as in headlines ("appeal rejected"), or English leaves it out ("he did
    not."), or it is there and looks like a noun ("will house").
    """
    before = unit.right[place - 1] if place else None
    after = unit.right[place] if place < len(unit.right) else None
    if after is not None and after.tag in ("VBN", "VBD"):
        return True
    if before is None:
        return False
    if after is None or after.pos == "PUNCT":
        return before.norm in _CARRIES
    if before.lemma == "have" and after.norm == "to":
        return place + 1 < len(unit.right) and unit.right[place + 1].tag == "VB"  # "have to leave"
    return before.tag in ("MD", "TO") and after.tag == "VB"


def _anchors(unit: Unit, place: int) -> list[int]:
    """Places in the original of the words around a gap of the copy."""
    around = range(max(0, place - _BESIDE), min(len(unit.right), place + _BESIDE))
    return [pair.left for k in around if (pair := unit.to_left.get(k)) is not None and pair.how != "slot"]


def _lost_near(unit: Unit, anchors: list[int], sort: frozenset[str]) -> int | None:
    """The word of some parts of speech without a counterpart of its own that stands nearest to some places."""
    kept = {pair.left for pair in unit.alignment.pairs if pair.how != "slot"}
    far = {
        k: min(abs(k - anchor) for anchor in anchors)
        for k, word in enumerate(unit.left)
        if anchors and k not in kept and word.pos in sort and not word.dep.startswith("aux")
    }
    best = min(far, key=lambda k: (far[k], not unit.left[k].content, k), default=None)
    return best if best is not None and far[best] <= _WITHIN else None


def _stands_beside(unit: Unit, place: int, sort: frozenset[str], lost: Word | None) -> bool:
    """Whether a word at the gap is what is missing, misspelt or in a wrong form ("has bee", "he explanation")."""
    for k in (place - 1, place):
        word = unit.right[k] if 0 <= k < len(unit.right) else None
        if word is None:
            continue
        pair = unit.to_left.get(k)
        if word.text.isalpha() and word.text.islower() and not lexicon.known(word.norm):
            return True
        if (lost is None or lost.pos == "PRON") and sort is _THINGS and (word.pos == "PRON" or word.tag == "PRP$"):
            return True
        if pair is not None and pair.how != "slot" and word.pos not in sort and unit.left[pair.left].pos in sort:
            return True
    return False


def _torn_too(unit: Unit, anchors: list[int], original: Gaps) -> bool:
    """Whether something is missing in the original, too, beside some of its words."""
    near = {anchor + step for anchor in anchors for step in (0, 1)}
    return any(place in near and max(gap.verb, gap.noun) >= _LIKELY for place, gap in original.of(unit.parents))


def _disordered(unit: Unit, original: Gaps, copy: Gaps) -> Iterator[Difference]:
    """A sentence with words in a wrong order at several places, more than in the original."""
    wrong = [place for place, gap in copy.of(unit.children) if gap.order >= _LIKELY]
    if len(wrong) < _UPSET:
        return
    more = len(wrong) - sum(gap.order >= _LIKELY for _, gap in original.of(unit.parents))
    if more < _UPSET:
        return
    right = unit.right_range([max(0, min(wrong) - 1), min(max(wrong), len(unit.right) - 1)])
    left = unit.left_range([0, len(unit.left) - 1])
    step = "Words stand beside others with which they make no sentence; the original is in order."
    severe = more >= max(_DISORDER, _SHARE * len(unit.right))
    severity = Severity.MAJOR if severe else Severity.MINOR
    yield _garbled("words of the sentence are in disorder", step, left, right, severity)


def _garbled(message: str, step: str, left: Range, right: Range, severity: Severity = Severity.MAJOR) -> Difference:
    return Difference(DriftType.GARBLED, severity, 0.8, message, (step,), (left,), (right,), (left,), (right,))
