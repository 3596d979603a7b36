"""garbled: the copy has the words and no sensible reading.

What machine translation leaves behind, each seen against the original: a word written twice that the original has
once, a
circumstance that has become the object of the verb because its preposition is lost, and a term taken apart into a
coordination. Words of two scripts in one sentence belong here too.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Span, Token

from factcheck.lexicon.foreign import foreign
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift import grammar
from factcheck.stages.drift.broken import helpers_alone, lacking
from factcheck.stages.drift.unit import Difference, Range, Unit, quote
from factcheck.stages.drift.view import View, Word

_APART = 8
_ACTS, _THINGS = frozenset({"VERB", "AUX"}), frozenset({"NOUN", "PROPN", "PRON"})
_NO_NOUN = frozenset({"IN", "CC", ".", ",", ":", "VBD", "VBZ", "VBP", "MD", "POS", "RB", "TO"})  # after a preposition
_PHRASES = frozenset({"fact", "addition", "contrast", "case", "course", "time", "place"})  # "in fact", "in time"
_COMPOUND = frozenset({"out", "up", "as", "from", "because", "off"})  # "out of", "from in front", "up to"
_ARTICLES = frozenset({"the", "a", "an", "its", "their"})
_AFTER = frozenset({"and", "or", "of", "in", "on", "with", "to", "from", "for", "at", "by", ".", ",", ";"})
_MOSTLY = 0.5  # of the original's telling words: a sentence that renders fewer is another
_START = 4  # letters at the start of a word that tell its family
_TIME = frozenset(["year", "month", "week", "day", "hour", "minute", "decade", "century"])


def garbled(unit: Unit) -> Iterator[Difference]:
    """Signs of a broken sentence in one unit."""
    yield from _doubled(unit)
    yield from _foreign(unit)
    if unit.original.parsed and unit.copy.parsed:
        yield from _lost_preposition(unit)
        yield from _split_term(unit)
        yield from _without_verb(unit)
        yield from _without_noun(unit)
        yield from _lost_part(unit)
        yield from _left_hanging(unit)
        yield from _bare_article(unit)


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


def _of_bare_object(case: Token) -> bool:
    """Whether an "of" follows a bare noun that is the object: "took control of", which "took over" says too."""
    before = case.nbor(-1) if case.lower_ == "of" and case.i > 0 else None
    return (
        before is not None
        and before.dep_ == "obj"
        and before.pos_ == "NOUN"
        and not any(child.dep_ == "det" for child in before.children)
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
        if case is None or not grammar.is_verb(b.head) or _of_bare_object(case):
            continue
        verb = unit.to_left.get(next((k for k, w in enumerate(unit.right) if w.token == b.head.i), -1))
        if verb is None or verb.how in ("slot", "antonym") or verb.likeness < 0.85:
            continue
        timed = a.lemma_ in _TIME and b.lemma_ in _TIME
        under = unit.original.token(unit.left[verb.left])
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


def _without_verb(unit: Unit) -> Iterator[Difference]:
    """A "will" or "must" whose verb the copy has lost, where the original has one after it."""
    if helpers_alone(_stretch(unit.original, unit.left)):
        return
    for helper in helpers_alone(_stretch(unit.copy, unit.right)):
        pair = unit.to_left.get(unit.at_right.get(helper.i, -1))
        if helper.tag_ != "MD" or pair is None or helper.i + 1 >= len(helper.doc) or helper.nbor().is_punct:
            continue  # "he said he would." is whole
        verb = unit.original.token(unit.left[pair.left]).head
        if not grammar.is_verb(verb) or verb.i < unit.left[pair.left].token:
            continue
        left, right = unit.left_range([pair.left]), unit.right_range([pair.right])
        yield _broken(f'"{helper.text}" has no verb in the copy', left, right)


def _lost_part(unit: Unit) -> Iterator[Difference]:
    """A sentence that has lost its predicate or its subject, with the words of the original that have no counterpart.

    A parse goes wrong more often than a copy: where each verb, or each noun, is rendered by some word, nothing is lost.
    """
    for part in lacking(_sentences(unit.original, unit.parents), _sentences(unit.copy, unit.children)):
        sort = _THINGS if part == "subject" else _ACTS
        gone = [k for k in unit.alignment.left_only if unit.left[k].pos in sort and _fits(unit, k, part)]
        new = [k for k in unit.alignment.right_only if unit.right[k].pos in sort and unit.right[k].content]
        if not gone or new or _rendered(unit) < _MOSTLY:
            continue  # a caption or a headline of its own is no broken sentence
        left, right = unit.left_range([gone[0]]), unit.right_range([0, len(unit.right) - 1])
        message = f'the {part} is lost: "{unit.left[gone[0]].text}" has no counterpart'
        yield _broken(message, left, right, severity=Severity.MAJOR)
        return


def _rendered(unit: Unit) -> float:
    """Share of the telling words of the original that have a counterpart of more than their place."""
    told = [k for k, word in enumerate(unit.left) if word.content]
    kept = [k for k in told if k in unit.to_right and unit.to_right[k].how != "slot"]
    return len(kept) / len(told) if told else 0.0


def _left_hanging(unit: Unit) -> Iterator[Difference]:
    """A preposition of the copy after which the noun of the original is missing ("returned to on Monday")."""
    ours = {(a.norm, b.norm) for a, b in pairwise(unit.left)}
    for k in unit.alignment.left_only:
        noun = unit.original.token(unit.left[k])
        cases = [child for child in noun.children if child.dep_ == "case" and child.i < noun.i]
        phrase = noun.lemma_ in _PHRASES
        if noun.pos_ not in ("NOUN", "PROPN") or phrase or not cases or _stands(unit, unit.left[k]):
            continue
        for place, (word, after) in enumerate(pairwise(unit.right)):
            if word.norm != cases[-1].lower_ or word.pos != "ADP" or (word.norm, after.norm) in ours:
                continue
            if after.tag not in _NO_NOUN or word.norm in _COMPOUND or word.dep == "compound:prt":
                continue
            left, right = unit.left_range([k]), unit.right_range([place, place + 1])
            message = f'what follows "{word.text}" is lost: "{unit.left[k].text}"'
            step = "The original has a noun after this preposition, and the copy has it nowhere."
            yield _broken(message, left, right, step, unit.right_range([place]), Severity.MAJOR, 0.7)
            return


def _bare_article(unit: Unit) -> Iterator[Difference]:
    """An article of the copy with no noun after it ("pulled out of the and left"), where the original has lost one."""
    ours = {(a.norm, b.norm) for a, b in pairwise(unit.left)}
    gone = [k for k in unit.alignment.left_only if unit.left[k].pos in ("NOUN", "PROPN")]
    for place, (word, after) in enumerate(pairwise(unit.right)):
        if word.text not in _ARTICLES or after.norm not in _AFTER or (word.norm, after.norm) in ours or not gone:
            continue
        if unit.copy.text[after.end : after.end + 1] == "-":
            continue  # "the on-site shooting"
        left, right = unit.left_range([gone[0]]), unit.right_range([place, place + 1])
        step = f'The original has "{unit.left[gone[0]].text}", and the copy has it nowhere.'
        message = f'"{word.text}" has no noun after it'
        yield _broken(message, left, right, step, unit.right_range([place]), Severity.MAJOR, 0.8)
        return


def _fits(unit: Unit, place: int, part: str) -> bool:
    """Whether a word can be the part that is lost: a subject, or a verb that is no mere helper."""
    word = unit.left[place]
    if part == "subject":
        return word.dep.startswith("nsubj") and word.norm != "it"  # "and it will rise", "and will rise"
    return word.pos == "VERB"


def _sentences(view: View, places: tuple[int, ...]) -> list[Span]:
    """Some sentences of a view as stretches of its parse."""
    return [_stretch(view, view.words[slice(*view.sentences[place])]) for place in places]


def _without_noun(unit: Unit) -> Iterator[Difference]:
    """A modifier that ends its phrase in the copy because its noun is lost ("a broken." for "a broken seal.")."""
    for pair in unit.alignment.pairs:
        if pair.how not in ("same", "lemma"):
            continue
        a, b = unit.original.token(unit.left[pair.left]), unit.copy.token(unit.right[pair.right])
        noun = unit.at_left.get(a.head.i)
        if a.dep_ != "amod" or b.dep_ in ("amod", "compound") or noun is None or noun in unit.to_right:
            continue
        before = b.nbor(-1) if b.i else None
        ends = b.i + 1 == len(b.doc) or b.nbor().is_punct
        if before is not None and before.lower_ in ("a", "an") and ends and not _stands(unit, unit.left[noun]):
            left = unit.left_range([pair.left, noun])
            right = unit.right_range([pair.right])
            yield _broken(f'"{unit.left[noun].text}" is missing after "{b.text}"', left, right)


def _stands(unit: Unit, word: Word) -> bool:
    return any(other.lemma == word.lemma for other in unit.right)


def _stretch(view: View, words: tuple[Word, ...]) -> Span:
    return view.doc[words[0].token : words[-1].token + 1]


def _broken(
    message: str,
    left: Range,
    right: Range,
    step: str = "The original has what the grammar of the copy lacks.",
    mark: Range | None = None,
    severity: Severity = Severity.MINOR,
    confidence: float = 0.6,
) -> Difference:
    """What the copy has lost of its grammar; `mark` is the part of `right` that shows it, without one all of it."""
    marks = (right if mark is None else mark,)
    return Difference(DriftType.GARBLED, severity, confidence, message, (step,), (left,), (right,), (left,), marks)


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
