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
# Chances that something is missing; set on translations and pairs of our own (docs/drift.md).
_POSSIBLE = 0.05  # worth counting in a score
_LIKELY = 0.5  # worth telling, where the original has lost a word of the kind there
_SURE = 0.75  # worth telling as serious
_SURER = 0.9  # the same after a form of "be", which may stand alone ("is on Monday", "are to leave")
_CERTAIN = 0.99  # worth telling as serious whatever the original has lost
_CARRIES = frozenset({"not", "does", "did", "do", "will", "would", "can", "could", "has", "have", "had", "to"})
_STOPS = frozenset({".", "!", "?", '"', "”", "''", ")", "…"})
_ROLE = 5  # letters of a relation that tell it: "nsubj" of a passive, too
_BESIDE = 3  # words on each side of a gap whose counterparts tell where in the original it is
_WITHIN = 6  # words from there within which the lost word stands
_UPSET = 3  # gaps with words in a wrong order, more than the original has, that are told at all
_DISORDER = 5  # such gaps that make a sentence unreadable, where there are at least so many
_SHARE = 0.4  # such gaps for each word of it


@dataclass(frozen=True, slots=True)
class Loss:
    """A gap of the copy where something is missing: the place of the word after it, what is missing ("verb" or "noun"),
    how likely, and the place in the original of a word of the kind that has no counterpart, if there is one.
    """

    place: int
    sort: str
    chance: float
    lost: int | None


def losses(unit: Unit, original: Gaps, copy: Gaps) -> list[Loss]:
    """What the sentences of one unit have lost, however unlikely, in text order; each word of the original is lost at
    one gap, the likeliest. Nothing where words have no tags.
    """
    if not (unit.original.tagged and unit.copy.tagged):
        return []
    gaps = [(max((gap.verb, "verb"), (gap.noun, "noun")), place) for place, gap in copy.of(unit.children)]
    likely = sorted((-chance, place, sort) for (chance, sort), place in gaps if chance >= _POSSIBLE)
    kept = {pair.left for pair in unit.alignment.pairs if pair.how != "slot"}
    free = {k for k, word in enumerate(unit.left) if k not in kept and not word.dep.startswith("aux")}
    found = []
    for minus, place, sort in likely:
        if sort == "verb" and _left_out(unit, place):
            continue
        kind = _ACTS if sort == "verb" else _THINGS
        anchors = _anchors(unit, place)
        lost = _lost_near(unit, anchors, [k for k in free if unit.left[k].pos in kind])
        word = unit.left[lost] if lost is not None else None
        if not anchors or _stands_beside(unit, place, kind, word) or _torn_too(unit, anchors, original):
            continue
        if sort == "verb" and _answered(unit, place):
            continue
        free -= {lost}
        found.append(Loss(place, sort, -minus, lost))
    return sorted(found, key=lambda loss: loss.place)


def torn(unit: Unit, original: Gaps, copy: Gaps) -> Iterator[Difference]:
    """What the sentences of one unit have lost of their grammar; nothing without a reader of gaps."""
    if [word.norm for word in unit.left] == [word.norm for word in unit.right]:
        return  # word for word
    for loss in losses(unit, original, copy):
        right = unit.right_range(_around(unit, loss.place))
        message = f'a {loss.sort} is missing in "{quote(unit.copy, right)}"'
        severity = Severity.MAJOR if _is_sure(unit, loss) else Severity.MINOR
        if loss.lost is not None and loss.chance >= _LIKELY:
            left = unit.left_range([loss.lost])
            message += f': "{unit.left[loss.lost].text}"'
            step = "The original has this word here, and the copy nothing in its place."
            yield _garbled(message, step, left, right, severity)
        elif loss.chance >= _CERTAIN and not _of_a_list(unit, loss.place):
            left = unit.left_range(_anchors(unit, loss.place))
            step = "Without one the copy is no sentence; the original is whole here."
            yield _garbled(message, step, left, right, severity)
    yield from _disordered(unit, original, copy)


def _around(unit: Unit, place: int) -> list[int]:
    """Places of the words on both sides of a gap, without the stop of the sentence before."""
    before = place - 1 if place and unit.right[place - 1].text not in ".!?" else place
    return [min(max(before, 0), len(unit.right) - 1), min(place, len(unit.right) - 1)]


def _is_sure(unit: Unit, loss: Loss) -> bool:
    """Whether what is missing is told as serious: never in a headline, which leaves words out."""
    if unit.right[-1].text not in _STOPS:
        return False
    before = unit.right[loss.place - 1] if loss.place else None
    if loss.sort == "noun" or before is None or before.lemma != "be":
        return loss.chance >= _SURE
    if _is_there(unit, loss):
        return False
    participle = loss.lost is not None and unit.left[loss.lost].tag in ("VBN", "VBG")
    return loss.chance >= (_SURER if participle else _CERTAIN)


def _is_there(unit: Unit, loss: Loss) -> bool:
    """Whether a form of "be" says all that the lost verb did: "worked for the firm", "had been with the firm"."""
    after = unit.right[loss.place] if loss.place < len(unit.right) else None
    lost = unit.left[loss.lost] if loss.lost is not None else None
    return after is not None and lost is not None and after.pos == "ADP" and lost.lemma in lexicon.words().staying


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
    then = unit.right[place + 1] if place + 1 < len(unit.right) else None
    if after is not None and after.tag in ("VBN", "VBD"):
        return True
    if after is not None and after.pos == "ADV" and then is not None and then.tag == "VBD":
        return True  # "Officials also worried": the verb comes after the adverb
    if after is not None and after.tag == "TO" and then is not None and then.tag == "VB":
        return before is None or before.tag not in ("MD", "TO")  # "have to leave", "two schools to close"
    if before is None:
        return False
    if after is None or after.pos == "PUNCT":
        return before.norm in _CARRIES
    return before.tag in ("MD", "TO") and after.tag == "VB"


def _answered(unit: Unit, place: int) -> bool:
    """Whether a colon stands at a gap, in place of a verb: "The short answer: no"."""
    return any(unit.right[k].text == ":" for k in (place - 1, place) if 0 <= k < len(unit.right))


def _anchors(unit: Unit, place: int) -> list[int]:
    """Places in the original of the words around a gap of the copy."""
    around = range(max(0, place - _BESIDE), min(len(unit.right), place + _BESIDE))
    return [pair.left for k in around if (pair := unit.to_left.get(k)) is not None and pair.how != "slot"]


def _lost_near(unit: Unit, anchors: list[int], free: list[int]) -> int | None:
    """The word without a counterpart, of some, that stands nearest to some places."""
    far = {k: min(abs(k - anchor) for anchor in anchors) for k in free if anchors}
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
        if lost is not None and lost.pos == "PRON" and word.content and word.dep.startswith(lost.dep[:_ROLE] or "-"):
            return True  # "that he had failed", "that the Colombian had failed"
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
