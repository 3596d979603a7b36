"""hedge_change: how sure, how far or how often, as the original has it, lost or changed in the copy.

Hedges are compared by class ("may", "possibly" are one) where the word that they hedge is aligned. A hedge that is lost
outright makes a report firmer than its source; a change of degree ("all but" to "just") turns it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift import grammar
from factcheck.stages.drift.exceptions import excepted
from factcheck.stages.drift.unit import Difference, Unit
from factcheck.stages.drift.view import View, Word

_DOUBT = frozenset({"possible", "likely", "seeming", "alleged", "believed", "feared"})
_DEGREE = frozenset({"partial", "only", "certain"})
_WEAKER = frozenset({"frequency", "quantifiers", "intent"})
_UNSURE = frozenset({"risk", "danger", "threat", "hazard"})  # that these are potential goes without saying
_HEARSAY = frozenset({"said", "rumoured", "rumored", "reported", "claimed"})
_ABOUT = frozenset({"regarding", "concerning", "considering"})  # prepositions
_FIRM = frozenset({"alleged", "possible", "likely", "seeming"})  # without one of these a report says too much
_ASKING = frozenset({"could", "may", "might"})
_WHATEVER = frozenset({"however", "whatever", "whoever", "wherever", "whichever", "matter"})
_LIVES = frozenset({"life", "victim"})
_BEFORE = frozenset({"before", "until"})
_A_PART = frozenset({"few", "half", "part", "some", "minority", "fraction", "handful", "one", "little", "small"})
ONE_VERB = frozenset({"same", "lemma", "form", "synonym"})
_REACH = 5


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge by the places of its words, its class, and the place of the word that it hedges."""

    places: tuple[int, ...]
    kind: str
    over: int | None


def hedges(view: View, words: tuple[Word, ...]) -> tuple[Hedge, ...]:
    """The hedges among some words of a text, in text order; of several words first."""
    closed = lexicon.words()
    found: list[Hedge] = []
    k = 0
    while k < len(words):
        length = 0
        kind = ""
        for phrase, name in closed.phrases.get(words[k].norm, ()):
            if tuple(word.norm for word in words[k : k + len(phrase)]) == phrase:
                length, kind = len(phrase), "bound" if _counts(words, k + len(phrase)) else name
                break
        if not length:
            word = words[k]
            kind = closed.hedges.get(word.norm) or closed.hedges.get(word.lemma, "")
            if word.norm in ("may", "might", "could", "should") and word.tag and word.tag != "MD":
                kind = ""
            if kind == "possible" and k + 1 < len(words) and words[k + 1].lemma in _UNSURE:
                kind = ""
            if word.norm in _HEARSAY and _passive_with_to(view, word):
                kind = "alleged"
            if word.norm == "could" and _of_ability(view, words, k):
                kind = ""
            if kind and _no_doubt(view, words, k):
                kind = ""
            if kind and (word.tag in ("NN", "NNS", "NNP", "NNPS") or word.norm in _ABOUT):
                kind = ""
            length = 1 if kind else 0
        if length and kind != "bound":
            places = tuple(range(k, k + length))
            found.append(Hedge(places, kind, _over(view, words, places)))
        k += max(length, 1)
    return tuple(found)


def _counts(words: tuple[Word, ...], place: int) -> bool:
    """Whether a number stands at a place: "no more than two" is a bound."""
    return place < len(words) and words[place].value is not None


def _passive_with_to(view: View, word: Word) -> bool:
    """Whether it is told what somebody "is said to" be or do."""
    if not view.parsed:
        return False
    token = view.token(word)
    passive = any(child.dep_ == "aux:pass" for child in token.children)
    return passive and any(child.dep_ == "xcomp" for child in token.children)


def _no_doubt(view: View, words: tuple[Word, ...], place: int) -> bool:
    """Whether a word of doubt doubts nothing: a request ("Could somebody"), "however long it might take", "appeared in
    1913", "claimed six lives".
    """
    word = words[place]
    if word.norm in _ASKING:
        asked = place == 0 or words[place - 1].text in ".?!:"
        return asked or any(other.norm in _WHATEVER for other in words[max(0, place - _REACH) : place])
    if word.norm == "possible" and place and words[place - 1].norm == "as":
        return True  # "as finely as possible"
    if not view.parsed or word.lemma not in ("appear", "claim"):
        return False
    children = list(view.token(word).children)
    if word.lemma == "appear":
        clause = any(child.dep_ in ("xcomp", "ccomp", "csubj", "parataxis") for child in children)
        return not clause and any(child.dep_ == "obl" for child in children)
    return any(child.dep_ == "obj" and child.lemma_ in _LIVES for child in children)


def _of_ability(view: View, words: tuple[Word, ...], place: int) -> bool:
    """Whether a "could" tells of ability and not of doubt: "could not land", "before he could be asked"."""
    closed = lexicon.words()
    if any(word.norm in closed.negators | closed.near_negators for word in words[place + 1 : place + 3]):
        return True
    if not view.parsed:
        return False
    verb = view.token(words[place]).head
    subjects = (child for child in verb.children if child.dep_.startswith("nsubj"))
    denied = any(subject.lower_ in ("nobody", "none", "nothing", "neither") or _no(subject) for subject in subjects)
    return denied or any(child.dep_ in ("mark", "advmod") and child.lower_ in _BEFORE for child in verb.children)


def _no(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in ("no", "neither") for child in noun.children)


def _over(view: View, words: tuple[Word, ...], places: tuple[int, ...]) -> int | None:
    word = words[places[-1]]
    if view.parsed:
        token = view.token(word)
        by_token = {other.token: k for k, other in enumerate(words)}
        if token.dep_ in ("aux", "advmod", "amod", "det", "aux:pass") and token.head.i in by_token:
            return by_token[token.head.i]
        inner = next((c.i for c in token.children if c.dep_ in ("xcomp", "ccomp")), None)
        if inner is not None:
            return by_token.get(inner)
    for k in range(places[-1] + 1, min(len(words), places[-1] + 1 + _REACH)):
        if words[k].content:
            return k
    return None


def hedge_changes(unit: Unit) -> Iterator[Difference]:
    """Hedges of one unit that have no counterpart, where what they hedge has one."""
    left, right = hedges(unit.original, unit.left), hedges(unit.copy, unit.right)
    free = list(right)
    alone: list[Hedge] = []
    for hedge in left:
        twin = next((other for other in free if _near(unit, hedge, other) and _same(hedge.kind, other.kind)), None)
        twin = twin or next((other for other in free if _same(hedge.kind, other.kind)), None)
        if twin is None:
            alone.append(hedge)
        else:
            free.remove(twin)
    yield from _firmer(unit)
    yield from _only_these(unit, left, right)
    hedging = {place for other in free if other.kind in _DEGREE for place in other.places}
    turned = excepted(unit)  # "all but two were closed", "only two were open": polarity tells if it is not so
    for hedge in alone:
        if turned and hedge.kind in _DEGREE:
            continue
        if hedge.kind in _WEAKER or _rendered(unit, hedge.places, hedging) or _able(unit, hedge):
            continue
        other = next((other for other in free if _near(unit, hedge, other) and other.kind not in _WEAKER), None)
        if other is not None:
            free.remove(other)
            if {hedge.kind, other.kind} <= _DOUBT and "alleged" not in (hedge.kind, other.kind):
                severity = Severity.MINOR
            else:
                severity = Severity.MAJOR
            yield _difference(unit, hedge, other, severity)
        elif hedge.kind in _DOUBT and hedge.over is not None and _states(unit, hedge):
            firm = hedge.kind in _FIRM or _held_by_others(unit, hedge)
            severity = Severity.MAJOR if firm else Severity.MINOR
            yield _difference(unit, hedge, None, severity)
    for other in free:
        if other.kind in _WEAKER or all(place in unit.to_left for place in other.places):
            continue
        if other.kind in ("possible", "alleged") and other.over is not None and other.over in unit.to_left:
            yield _difference(unit, None, other, Severity.MINOR)


def _states(unit: Unit, hedge: Hedge) -> bool:
    """Whether the copy has what is hedged, and states it: of a "could" a clause, and no noun or infinitive ("with a
    view of" for "who could see", "was to be found" for "could be found").
    """
    pair = unit.to_right.get(hedge.over) if hedge.over is not None else None
    if pair is None:
        return False
    if unit.left[hedge.places[0]].norm not in _ASKING or not unit.copy.parsed:
        return True
    token = unit.copy.token(unit.right[pair.right])
    return token.pos_ != "NOUN" and not token.lower_.endswith("able") and not grammar.infinitive(token)


def _firmer(unit: Unit) -> Iterator[Difference]:
    """Verbs of evidence that have become verbs of proof, or the other way round ("suggests that", "proves that")."""
    closed = lexicon.words()
    pairs = [p for p in unit.alignment.pairs if {unit.left[p.left].pos, unit.right[p.right].pos} <= {"VERB", ""}]
    for pair in pairs:
        a, b = unit.left[pair.left], unit.right[pair.right]
        kinds = closed.evidence.get(a.lemma), closed.evidence.get(b.lemma)
        if None in kinds or kinds[0] == kinds[1]:
            continue
        places = Hedge((pair.left,), "possible", None), Hedge((pair.right,), "certain", None)
        if kinds == ("proof", "sign"):
            places = Hedge((pair.left,), "certain", None), Hedge((pair.right,), "possible", None)
        yield _difference(unit, *places, Severity.MAJOR)


def _only_these(unit: Unit, left: tuple[Hedge, ...], right: tuple[Hedge, ...]) -> Iterator[Difference]:
    """ "Only" before those who do something, lost: "only members can vote" has become "members can vote"."""
    if not (unit.original.parsed and unit.copy.parsed) or any(hedge.kind == "only" for hedge in right):
        return
    closed = lexicon.words()
    if any(word.lemma in closed.exclusive or word.norm in closed.negators for word in unit.right):
        return
    for hedge in left:
        token = unit.original.token(unit.left[hedge.places[0]])
        doer = token.head
        pair = unit.to_right.get(unit.at_left.get(doer.i, -1))
        if (
            token.lower_ != "only"
            or doer.dep_ not in ("nsubj", "nsubj:pass")
            or pair is None
            or pair.how not in ONE_VERB
        ):
            continue
        other = unit.copy.token(unit.right[pair.right])
        counted = any(part.pos_ == "NUM" or part.lower_ in _A_PART for part in doer.subtree)
        if token.i > doer.i or counted or not other.dep_.startswith("nsubj"):
            continue
        yield _difference(unit, Hedge(hedge.places, "only", unit.at_left[doer.i]), None, Severity.MAJOR)


def _same(left: str, right: str) -> bool:
    return left == right or {left, right} <= {"possible", "likely"} or {left, right} <= {"believed", "seeming"}


def _rendered(unit: Unit, places: tuple[int, ...], hedging: set[int]) -> bool:
    """Whether the words of a hedge have counterparts that are no degree of another class ("almost", "completely")."""
    return all((pair := unit.to_right.get(place)) is not None and pair.right not in hedging for place in places)


def _held_by_others(unit: Unit, hedge: Hedge) -> bool:
    """Whether a belief is that of somebody named ("police believe that", "is believed to"), and the copy cites nobody.

    "I think" and "we believe" are a manner of speaking.
    """
    if hedge.kind != "believed" or unit.left[hedge.places[-1]].lemma == "estimate" or not unit.original.parsed:
        return False
    token = unit.original.token(unit.left[hedge.places[-1]])
    named = any(child.dep_ == "nsubj" and child.pos_ in ("NOUN", "PROPN") for child in token.children)
    said = any(child.dep_ in ("ccomp", "xcomp") for child in token.children)
    passive = any(child.dep_ == "aux:pass" for child in token.children)
    cues = lexicon.words().cues
    return said and (named or passive) and not any(word.lemma in cues for word in unit.right)


def _able(unit: Unit, hedge: Hedge) -> bool:
    """Whether the copy tells of ability ("were able to", "let them") where the original has a "could", of what is
    allowed where it has a "may", of a forecast where something is expected, or of a risk of what may be.
    """
    words, hedging = lexicon.words(), unit.left[hedge.places[0]]
    if hedge.kind == "possible" and _at_risk(unit, hedge):
        return True
    if hedging.norm == "could":
        return any(unit.right[k].lemma in words.ability for k in unit.alignment.right_only)
    told = words.permission if hedging.norm == "may" else words.foreseen if hedging.lemma == "expect" else frozenset()
    kept = {word.lemma for word in unit.left}  # a ban that may be lifted allows nothing
    return any((word.lemma in told or word.norm in told) and word.lemma not in kept for word in unit.right)


def _at_risk(unit: Unit, hedge: Hedge) -> bool:
    """Whether what may be so hangs from a noun of the copy for what is not sure: "there is a risk that it will"."""
    pair = unit.to_right.get(hedge.over) if hedge.over is not None else None
    if pair is None or not unit.copy.parsed:
        return False
    unsure = lexicon.words().unsure
    above = list(unit.copy.token(unit.right[pair.right]).ancestors)
    kept = {word.lemma for word in unit.left}
    return any(token.lemma_ in unsure and token.lemma_ not in kept for token in above)


def _near(unit: Unit, left: Hedge, right: Hedge) -> bool:
    """Whether two hedges hedge aligned words, or stand before aligned words."""
    if left.over is not None and right.over is not None:
        pair = unit.to_right.get(left.over)
        if pair is not None and pair.right == right.over:
            return True
    for step in (1, 2, 3):
        pair = unit.to_right.get(left.places[-1] + step)
        if pair is not None and unit.left[pair.left].content:
            return 0 < pair.right - right.places[-1] <= 3
    return False


def _difference(unit: Unit, left: Hedge | None, right: Hedge | None, severity: Severity) -> Difference:
    spans_left: tuple[tuple[int, int], ...] = ()
    spans_right: tuple[tuple[int, int], ...] = ()
    if left is not None:
        spans_left = (unit.left_range(_with(left)),)
        if right is None and left.over is not None and (pair := unit.to_right.get(left.over)) is not None:
            spans_right = (unit.right_range([pair.right]),)
    if right is not None:
        spans_right = (unit.right_range(_with(right)),)
        if left is None and right.over is not None and (back := unit.to_left.get(right.over)) is not None:
            spans_left = (unit.left_range([back.left]),)
    a = " ".join(unit.left[k].text for k in left.places) if left else ""
    b = " ".join(unit.right[k].text for k in right.places) if right else ""
    if left is not None and right is not None:
        message = f'"{a}" has become "{b}"'
        step = f"The first says {_SAYS[left.kind]}, the second {_SAYS[right.kind]}."
    elif left is not None:
        message, step = f'"{a}" is lost', f"The original says {_SAYS[left.kind]}; the copy states it outright."
    else:
        message = f'"{b}" is added'
        step = f"The original states it outright; the copy says {_SAYS[right.kind] if right else ''}."
    marks_left = (unit.left_range(left.places),) if left else ()
    marks_right = (unit.right_range(right.places),) if right else ()
    return Difference(
        DriftType.HEDGE_CHANGE, severity, 0.7, message, (step,), spans_left, spans_right, marks_left, marks_right
    )


def _with(hedge: Hedge) -> list[int]:
    over = [hedge.over] if hedge.over is not None and 0 < hedge.over - hedge.places[-1] <= _REACH else []
    return [*hedge.places, *over]


_SAYS = {
    "possible": "that it may be so",
    "likely": "that it is likely",
    "seeming": "that it appears so",
    "alleged": "that it is alleged",
    "believed": "that it is believed",
    "feared": "that it is feared",
    "partial": "not quite",
    "only": "no more than this",
    "certain": "that it is certain",
    "frequency": "how often",
    "quantifiers": "how many",
    "intent": "that it is intended",
}
