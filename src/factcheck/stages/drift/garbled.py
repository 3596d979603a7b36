"""garbled, by what is there: words of the copy that make no sensible reading.

What machine translation leaves behind, each seen against the original: a word written twice that the original has once,
a word of another script or language, a circumstance that has become the object of the verb because its preposition is
lost, and a term taken apart into a coordination.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from factcheck.lexicon.foreign import foreign
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift import grammar
from factcheck.stages.drift.unit import Difference, Range, Unit, quote

_APART = 8  # words between two that are written twice
_START = 4  # letters at the start of a word that tell its family
_SHIFTED = frozenset({"to", "for"})  # "sent the letter to Lee", "sent Lee the letter"


def garbled(unit: Unit) -> Iterator[Difference]:
    """Words of one unit that make no sense; those that need a parse only where there is one."""
    yield from _doubled(unit)
    yield from _foreign(unit)
    if unit.original.parsed and unit.copy.parsed:
        yield from _lost_preposition(unit)
        yield from _split_term(unit)


def _doubled(unit: Unit) -> Iterator[Difference]:
    ours = Counter(word.lemma for word in unit.right if word.content)
    theirs = Counter(word.lemma for word in unit.left if word.content)
    last: dict[str, int] = {}
    for k, word in enumerate(unit.right):
        if not word.content or word.name or word.value is not None:
            continue
        before = last.get(word.lemma)
        last[word.lemma] = k
        if before is None or k - before > _APART or theirs[word.lemma] != 1 or ours[word.lemma] != 2:
            continue
        if k - before == 1 or _hyphenated(unit, before) or _hyphenated(unit, k):
            continue  # a slip of the typist, or a compound made of the same ("19 seats in the 150-seat hall")
        if all(unit.right[at - 1].value is not None for at in (before, k) if at):
            continue  # "from 5 euros to 8 euros"
        one, two = unit.to_left.get(before), unit.to_left.get(k)
        if (one is None) == (two is None) and not (one and two and "slot" in (one.how, two.how)):
            continue
        between = unit.right[before:k]
        if word.weight < 0.3 or any(other.text in ".!?,;:" or other.norm in ("and", "or", "but") for other in between):
            continue
        source = one if two is None or two.how == "slot" else two
        left: tuple[Range, ...] = (unit.left_range([source.left]),) if source else ()
        yield Difference(
            DriftType.GARBLED,
            Severity.MAJOR,
            0.7,
            f'"{word.text}" stands twice in the copy and once in the original',
            ("The second one has no counterpart in the original.",),
            left,
            (unit.right_range([before, k]),),
            left,
            (unit.right_range([before]), unit.right_range([k])),
        )


def _hyphenated(unit: Unit, place: int) -> bool:
    """Whether a word is a part of a compound with a hyphen."""
    start, end = unit.right[place].start, unit.right[place].end
    return unit.copy.text[max(0, start - 1) : start] == "-" or unit.copy.text[end : end + 1] == "-"


def _foreign(unit: Unit) -> Iterator[Difference]:
    """Words of a script, or of a language, that the original has no word of."""
    starts = {word.norm[:_START] for word in unit.left}
    for k, word in enumerate(unit.right):
        if not word.content:
            continue
        script = _script(word.text)
        if script not in ("", "LATIN"):
            if any(_script(other.text) == script for other in unit.left):
                continue
            step = "The original has no word of this script."
        elif word.text.islower() and word.norm[:_START] not in starts and foreign(word.text):
            step = "It is not in the dictionary, nor like a word that is, and the original does not have it."
        else:
            continue
        near = [pair.left for d in (-1, 1) if (pair := unit.to_left.get(k + d)) is not None]
        left = (unit.left_range(near),) if near else ()
        span = unit.right_range([k])
        yield Difference(
            DriftType.GARBLED,
            Severity.MAJOR,
            0.9,
            f'"{word.text}" is not written in English',
            (step,),
            left,
            (span,),
            (),
            (span,),
        )


def _script(text: str) -> str:
    for char in text:
        if char.isalpha():
            return "LATIN" if char.isascii() else unicodedata.name(char, "LATIN").split()[0]
    return ""


def _shifted(case: Token, noun: Token) -> bool:
    """Whether a recipient has come before the other object, where English needs no preposition."""
    others = [child for child in noun.head.children if child.dep_ in ("obj", "iobj") and child.i != noun.i]
    return case.lower_ in _SHIFTED and any(other.i > noun.i for other in others)


def _changed_places(unit: Unit, verb: Token) -> bool:
    """Whether the object of a verb has got a preposition: "set fire to the mill", "set the mill on fire"."""
    objects = [child for child in verb.children if child.dep_ == "obj"]
    pairs = [unit.to_right.get(unit.at_left.get(child.i, -1)) for child in objects]
    return any(
        pair is not None and any(child.dep_ == "case" for child in unit.copy.token(unit.right[pair.right]).children)
        for pair in pairs
    )


def _lost_preposition(unit: Unit) -> Iterator[Difference]:
    for pair in unit.alignment.pairs:
        a, b = unit.original.token(unit.left[pair.left]), unit.copy.token(unit.right[pair.right])
        if (
            pair.how in ("slot", "antonym")
            or b.dep_ != "obj"
            or a.dep_ not in ("obl", "nmod", "obl:tmod", "obl:npmod", "obl:unmarked")
        ):
            continue
        case = next((c for c in a.children if c.dep_ == "case"), None)
        if case is None or not grammar.is_verb(b.head) or _of_bare_object(case) or _shifted(case, b):
            continue
        verb = unit.to_left.get(next((k for k, w in enumerate(unit.right) if w.token == b.head.i), -1))
        if verb is None or verb.how in ("slot", "antonym") or verb.likeness < 0.85:
            continue
        timed = {a.lemma_, b.lemma_} <= grammar.SPANS
        under = unit.original.token(unit.left[verb.left])
        if _changed_places(unit, under):
            continue
        if not timed and a.head.i != under.i:
            continue
        rendered = unit.to_right.get(unit.at_left.get(case.i, -1))
        if rendered is not None or any(c.dep_ == "case" for c in b.children):
            continue
        twice = any(c.dep_ == "obj" and c.i != b.i for c in b.head.children)
        if (
            not timed
            and not twice
            and (not any(c.dep_ == "obj" for c in under.children) or grammar.shape(under).passive)
        ):
            continue
        left = unit.left_range([k for k in (unit.at_left.get(case.i), pair.left, verb.left) if k is not None])
        right = unit.right_range([pair.right, next(k for k, w in enumerate(unit.right) if w.token == b.head.i)])
        yield Difference(
            DriftType.GARBLED,
            Severity.CRITICAL if timed else Severity.MAJOR,
            0.7,
            f'"{case.text} ... {a.text}" has become the object of "{b.head.text}"',
            (f'The original says it with "{case.text}"; without it the copy says that this is what is acted on.',),
            (left,),
            (right,),
            tuple(unit.left_range([k]) for k in (unit.at_left.get(case.i), pair.left) if k is not None),
            (unit.right_range([pair.right]),),
        )


def _of_bare_object(case: Token) -> bool:
    """Whether an "of" follows a bare noun that is the object: "took control of", which "took over" says too."""
    before = case.nbor(-1) if case.lower_ == "of" and case.i > 0 else None
    return (
        before is not None
        and before.dep_ == "obj"
        and before.pos_ == "NOUN"
        and not any(child.dep_ == "det" for child in before.children)
    )


def _split_term(unit: Unit) -> Iterator[Difference]:
    for pair in unit.alignment.pairs:
        a, b = unit.original.token(unit.left[pair.left]), unit.copy.token(unit.right[pair.right])
        if a.pos_ != "NOUN" or b.pos_ != "ADJ" or pair.how not in ("form", "derived", "lemma", "synonym", "vector"):
            continue
        for child in a.children:
            if child.dep_ not in ("amod", "compound"):
                continue
            other = unit.to_right.get(unit.at_left.get(child.i, -1))
            if other is None or other.how not in ("same", "lemma", "form"):
                continue
            twin = unit.copy.token(unit.right[other.right])
            if (b.head.i == twin.i and b.dep_ == "conj") or (twin.head.i == b.i and twin.dep_ == "conj"):
                noun = b.head if b.head.i != twin.i else twin.head
                places = [
                    pair.right,
                    other.right,
                    *([unit.at_right[noun.i]] if noun.i in unit.at_right and noun.pos_ == "NOUN" else []),
                ]
                left, right = unit.left_range([pair.left, unit.at_left[child.i]]), unit.right_range(places)
                yield Difference(
                    DriftType.GARBLED,
                    Severity.MAJOR,
                    0.75,
                    f'"{quote(unit.original, left)}" has been taken apart into "{quote(unit.copy, right)}"',
                    ("The head noun of the term has become an adjective beside its own modifier.",),
                    (left,),
                    (right,),
                    (left,),
                    (right,),
                )
