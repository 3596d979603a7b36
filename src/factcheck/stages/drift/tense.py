"""tense_or_aspect: when the copy puts an event, and whether it is done, going on, begun or only meant.

Reported speech shifts tenses without changing what is said, and news mixes past and present freely, so a bare shift is
minor; a finished act that becomes a beginning, an aim or a prediction is not.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift import grammar
from factcheck.stages.drift.clause import apart
from factcheck.stages.drift.unit import Difference, Unit, joined
from factcheck.stages.drift.view import View, Word
from factcheck.stages.drift.words import Pair

_SAYING = ("say", "tell", "add", "report")


def tense_changes(unit: Unit) -> Iterator[Difference]:
    """Aligned verbs of one unit whose time or phase differs."""
    if not (unit.original.parsed and unit.copy.parsed):
        return
    for pair in unit.alignment.pairs:
        if pair.how in ("slot", "antonym", "number") or (pair.how == "vector" and pair.likeness < 0.55):
            continue
        a, b = unit.original.token(unit.left[pair.left]), unit.copy.token(unit.right[pair.right])
        if not (grammar.is_verb(a) and grammar.is_verb(b)) or not unit.left[pair.left].content:
            continue
        if apart(unit, a, b):
            continue
        found = _awaited(unit, pair, a, b) or _promised(unit, pair, a, b) or _to_be_done(unit, pair, a, b)
        if found is None:
            gained = _lacking(_phase(b), _phase(a), unit.left, pair.left)
            lost = _lacking(_phase(a), _phase(b), unit.right, pair.right)
            if gained is not None:
                found = _phase_gained(unit, pair, a, b, gained)
            elif lost is not None:
                found = _phase_lost(unit, pair, a, b, lost)
            else:
                found = _tense_change(unit, pair, a, b)
        if found is not None:
            yield found


def _lacking(phase: Token | None, other: Token | None, words: tuple[Word, ...], around: int) -> Token | None:
    """The verb of phase of one side, if the other side has none and no word of this phase among its words there."""
    if phase is None or other is not None:
        return None
    return None if _has_phase(words, around, lexicon.words().aspect[phase.lemma_]) else phase


def _phase_gained(unit: Unit, pair: Pair, a: Token, b: Token, phase: Token) -> Difference | None:
    """The finding that the copy has a verb of phase over what the original reports as done."""
    kind = lexicon.words().aspect[phase.lemma_]
    ends = kind == "end" and grammar.negated(a) is not None
    if phase.i not in unit.at_right or not _finite(a) or ends:  # "none still work", "have stopped working"
        return None
    return tense_difference(
        unit,
        Severity.MINOR if kind == "go_on" else Severity.MAJOR,
        [pair.left],
        sorted([unit.at_right[phase.i], pair.right]),
        f'"{a.text}" has become "{phase.text} ... {b.text}"',
        "What the original reports as done is begun, meant or tried in the copy.",
    )


def _phase_lost(unit: Unit, pair: Pair, a: Token, b: Token, phase: Token) -> Difference | None:
    """The finding that the copy reports as done what the original has a verb of phase over."""
    if phase.i not in unit.at_left or not _finite(b) or grammar.infinitive(b):
        return None
    aimed = lexicon.words().aspect[phase.lemma_] in ("aim", "end")
    return tense_difference(
        unit,
        Severity.MAJOR if aimed else Severity.MINOR,  # what is begun is being done
        sorted([unit.at_left[phase.i], pair.left]),
        [pair.right],
        f'"{phase.text} ... {a.text}" has become "{b.text}"',
        "What the original reports as begun, meant or tried is done in the copy.",
    )


def _tense_change(unit: Unit, pair: Pair, a: Token, b: Token) -> Difference | None:
    """The finding that two verbs of one phase differ in time, or in tense or aspect alone."""
    left, right = grammar.shape(a), grammar.shape(b)
    if a.lemma_ in _SAYING or "none" in (left.tense, right.tense) or not _own(a) or not _own(b):
        return None
    marks_left, marks_right = _group(a, unit.at_left), _group(b, unit.at_right)
    if not marks_left or not marks_right or told(unit.left, marks_left) == told(unit.right, marks_right):
        return None
    message = f'"{told(unit.left, marks_left)}" has become "{told(unit.right, marks_right)}"'
    modals = (left.modal, right.modal)
    future = ("will" in modals or "would" in modals) and not all(modals)
    if future and set(modals) != {"would", ""}:
        tenses = (left.tense, right.tense)
        happened = left.tense == "past" or left.perfect or right.tense == "past" or right.perfect
        done = "future" in tenses and happened and pair.how in ("same", "lemma")
        severity = Severity.CRITICAL if done else Severity.MINOR if "present" in tenses else Severity.MAJOR
        step = "One side tells of something that has happened or is so, the other of something still to come."
        return tense_difference(unit, severity, marks_left, marks_right, message, step)
    if any(modals) or (left.tense, left.perfect, left.progressive) == (right.tense, right.perfect, right.progressive):
        return None
    if left.tense == right.tense == "past" and left.progressive == right.progressive:
        return None  # past perfect for past: sequence of tenses
    if left.progressive == right.progressive and left.perfect == right.perfect and (_shifted(a, b) or _shifted(b, a)):
        return None
    step = "The verb is the same and its tense or aspect is not."
    if a.lemma_ != b.lemma_:
        step = "The two verbs stand for one another, in another tense or aspect."
    return tense_difference(unit, Severity.MINOR, marks_left, marks_right, message, step)


def _awaited(unit: Unit, pair: Pair, a: Token, b: Token) -> Difference | None:
    """The finding that one side expects or plans what the other reports as done, if that is so."""
    above, other = _pending(a), _pending(b)
    if above is not None and other is None and above.i in unit.at_left and _done(b):
        message = f'"{above.text} ... {a.text}" has become "{b.text}"'
        step = "What the original says is expected or planned is done in the copy."
        return tense_difference(
            unit, Severity.CRITICAL, [unit.at_left[above.i], pair.left], [pair.right], message, step
        )
    if other is not None and above is None and other.i in unit.at_right and _done(a):
        message = f'"{a.text}" has become "{other.text} ... {b.text}"'
        step = "What the original reports as done is expected or planned in the copy."
        return tense_difference(
            unit, Severity.CRITICAL, [pair.left], [unit.at_right[other.i], pair.right], message, step
        )
    return None


def _promised(unit: Unit, pair: Pair, a: Token, b: Token) -> Difference | None:
    """The finding that what is said to come on one side is said to have been on the other: "promised that they would be
    inspected", "promised that they had been inspected".
    """
    if pair.how not in ("same", "lemma") or not (_reported(a) and _reported(b)):
        return None
    left, right = grammar.shape(a), grammar.shape(b)
    to_come = [shape.modal == "would" and not shape.perfect for shape in (left, right)]
    if to_come[0] == to_come[1]:
        return None
    other = right if to_come[0] else left
    if any(lexicon.words().hedges.get(child.lower_) == "frequency" for t in (a, b) for child in t.children):
        return None  # "she would often visit him"
    if other.modal or not (other.perfect or other.tense == "past") or other.progressive:
        return None
    marks_left, marks_right = _group(a, unit.at_left), _group(b, unit.at_right)
    if not marks_left or not marks_right:
        return None
    message = f'"{told(unit.left, marks_left)}" has become "{told(unit.right, marks_right)}"'
    step = "On one side it is said to be still to come, on the other to have happened."
    vowed = {a.head.lemma_, b.head.lemma_} & lexicon.words().vows
    return tense_difference(
        unit, Severity.CRITICAL if vowed else Severity.MAJOR, marks_left, marks_right, message, step
    )


def _shifted(now: Token, then: Token) -> bool:
    """Whether a past is the present of what somebody said, told indirectly: "it is coming", "said it was coming"."""
    tenses = grammar.shape(now).tense, grammar.shape(then).tense
    return tenses == ("present", "past") and _reported(then) and grammar.shape(then.head).tense == "past"


def _reported(token: Token) -> bool:
    """Whether a verb is that of a clause which tells what somebody said."""
    above = token.head
    return token.dep_ == "ccomp" and above.lemma_ in lexicon.words().cues | lexicon.words().vows


def _to_be_done(unit: Unit, pair: Pair, a: Token, b: Token) -> Difference | None:
    """The finding that what must be done on one side was done on the other: "still have to ratify", "have ratified"; or
    what will have to be had to be.
    """
    if pair.how not in ("same", "lemma") or not _said_once(unit, pair):
        return None
    left, right = _obliged(a), _obliged(b)
    if left and right:
        if {left, right} != {"future", "past"}:
            return None
    elif not ((left == "present" and _done(b) and _telling(b)) or (right == "present" and _done(a) and _telling(a))):
        return None
    marks_left, marks_right = (_duty(unit, t, left) for left, t in ((True, a), (False, b)))
    message = f'"{told(unit.left, marks_left)}" has become "{told(unit.right, marks_right)}"'
    step = "One side tells of something still to be done, the other of something done."
    return tense_difference(unit, Severity.CRITICAL, marks_left, marks_right, message, step)


def _said_once(unit: Unit, pair: Pair) -> bool:
    """Whether a verb stands once on either side: "to say that she must smile, she said, and smiled"."""
    lemma, other = unit.left[pair.left].lemma, unit.right[pair.right].lemma
    return sum(word.lemma == lemma for word in unit.left) == sum(word.lemma == other for word in unit.right) == 1


def _obliged(token: Token) -> str:
    """When somebody has to do something: "past", "present", "future", or "" where nobody has to."""
    head = token.head
    if token.dep_ == "xcomp" and head.lemma_ in ("have", "need") and head.i < token.i and grammar.infinitive(token):
        shape = grammar.shape(head)
        return "" if shape.perfect or grammar.negated(head) is not None else shape.tense
    shape = grammar.shape(token)
    must = shape.modal == "must" and not shape.perfect
    return "present" if must and grammar.negated(token) is None else ""


def _telling(token: Token) -> bool:
    """Whether a verb tells of an event in a clause of its own, and of no condition or habit."""
    return token.dep_ in ("ROOT", "root", "conj", "ccomp", "parataxis") and grammar.negated(token) is None


def _duty(unit: Unit, token: Token, left: bool) -> list[int]:
    """Places of a verb with its helpers, and of the "have to" above it."""
    places = unit.at_left if left else unit.at_right
    if not _obliged(token) or token.dep_ != "xcomp":
        return _group(token, places)
    to = [places[child.i] for child in token.children if child.lower_ == "to" and child.i in places]
    return sorted({*_group(token.head, places), *to, *_group(token, places)})


def found_changes(unit: Unit) -> Iterator[Difference]:
    """Somebody who is sought on one side and found or caught on the other: "are hunting for a man", "have arrested a
    man".
    """
    if not (unit.original.parsed and unit.copy.parsed):
        return
    closed = lexicon.words()
    seeking = [
        [(v, t) for v, t in _with_objects(side)] for side in ((unit.original, unit.left), (unit.copy, unit.right))
    ]
    for a, thing in seeking[0]:
        for b, other in seeking[1]:
            pair = unit.to_right.get(unit.at_left.get(thing.i, -1))
            if pair is None or pair.how == "slot" or pair.right != unit.at_right.get(other.i, -2):
                continue
            lemmas = a.lemma_, b.lemma_
            if not (lemmas[0] in closed.seeking and lemmas[1] in closed.finding):
                continue
            if any(word.lemma in closed.seeking for word in unit.right) or _meant(b):
                continue
            if any(word.lemma in closed.finding for word in unit.left):
                continue
            left, right = _group(a, unit.at_left), _group(b, unit.at_right)
            message = f'"{told(unit.left, left)}" has become "{told(unit.right, right)}"'
            yield tense_difference(
                unit, Severity.CRITICAL, left, right, message, "Who is still sought on one side is found on the other."
            )


def _with_objects(side: tuple[View, tuple[Word, ...]]) -> Iterator[tuple[Token, Token]]:
    """The verbs of a side with each thing that they are done to, or that they are done for."""
    view, words = side
    for word in words:
        token = view.token(word)
        if grammar.is_verb(token):
            for thing in [
                *grammar.patients(token),
                *(t for t in grammar.obliques(token) if grammar.preposition(t) == "for"),
            ]:
                yield token, thing


def _meant(token: Token) -> bool:
    """Whether a verb tells of no event that has happened: "to arrest him", "would find him", "have not found him"."""
    shape = grammar.shape(token)
    return bool(shape.modal) or grammar.infinitive(token) or grammar.negated(token) is not None


def _pending(token: Token) -> Token | None:
    """The word right above a verb that says it is still to come: "is expected to visit", "plans to visit"."""
    head = token.head
    if token.dep_ not in ("xcomp", "ccomp") or head.i > token.i or not any(c.lower_ == "to" for c in token.children):
        return None
    pending = lexicon.words().pending
    return head if head.lemma_ in pending or head.lower_ in pending else None


def _done(token: Token) -> bool:
    shape = grammar.shape(token)
    return (shape.tense == "past" or shape.perfect) and not shape.modal and not shape.progressive and _own(token)


def _phase(token: Token) -> Token | None:
    """The verb of phase or aim right above a verb ("began sending"), if any."""
    head = token.head
    if token.dep_ == "xcomp" and head.i < token.i and head.lemma_ in lexicon.words().aspect:
        return head
    return None


def _has_phase(words: tuple[Word, ...], around: int, kind: str) -> bool:
    """Whether a word of this phase stands within five words before a place."""
    aspect = lexicon.words().aspect
    return any(aspect.get(word.lemma) == kind for word in words[max(0, around - 5) : around + 1])


def _finite(token: Token) -> bool:
    return grammar.shape(token).tense in ("past", "present") and not grammar.shape(token).modal


def _own(token: Token) -> bool:
    return token.dep_ not in ("amod", "compound", "case", "xcomp", "acl", "advcl", "csubj") or any(
        c.dep_.startswith("aux") for c in token.children
    )


def _group(token: Token, places: dict[int, int]) -> list[int]:
    parts = [
        child
        for child in token.children
        if child.dep_ in ("aux", "aux:pass", "cop") and token.i - 5 < child.i < token.i
    ]
    return sorted(places[part.i] for part in [*parts, token] if part.i in places)


def told(words: tuple[Word, ...], places: list[int]) -> str:
    """Some words of a side, as written."""
    return " ".join(words[k].text for k in places)


def tense_difference(
    unit: Unit, severity: Severity, left: list[int], right: list[int], message: str, step: str
) -> Difference:
    """A difference of tense, aspect or standing between places of the original and of the copy."""
    a, b = unit.left_range(left), unit.right_range(right)
    return Difference(
        DriftType.TENSE_OR_ASPECT,
        severity,
        0.7,
        message,
        (step,),
        (a,),
        (b,),
        joined([unit.left[k] for k in left], unit.original.words),
        joined([unit.right[k] for k in right], unit.copy.words),
    )
