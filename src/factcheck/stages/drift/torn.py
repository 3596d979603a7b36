"""garbled, by what is missing: the copy has lost a part that its grammar needs and that its original has."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Span

from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift import grammar
from factcheck.stages.drift.broken import helpers_alone, lacking
from factcheck.stages.drift.unit import Difference, Range, Unit
from factcheck.stages.drift.view import View, Word

_ACTS, _THINGS = frozenset({"VERB", "AUX"}), frozenset({"NOUN", "PROPN", "PRON"})
_NO_NOUN = frozenset({"IN", "CC", ".", ",", ":", "VBD", "VBZ", "VBP", "MD", "POS", "RB", "TO"})  # after a preposition
_PHRASES = frozenset({"fact", "addition", "contrast", "case", "course", "time", "place"})  # "in fact", "in time"
_COMPOUND = frozenset({"out", "up", "as", "from", "because", "off"})  # "out of", "from in front", "up to"
_ARTICLES = frozenset({"the", "a", "an", "its", "their"})
_AFTER = frozenset({"and", "or", "of", "in", "on", "with", "to", "from", "for", "at", "by", ".", ",", ";"})
_MOSTLY = 0.5  # of the original's telling words: a sentence that renders fewer is another


def torn(unit: Unit) -> Iterator[Difference]:
    """What the sentences of one unit have lost of their grammar; nothing where there is no parse."""
    if unit.original.parsed and unit.copy.parsed:
        yield from _without_verb(unit)
        yield from _without_noun(unit)
        yield from _lost_part(unit)
        yield from _left_hanging(unit)
        yield from _bare_article(unit)


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


def _fits(unit: Unit, place: int, part: str) -> bool:
    """Whether a word can be the part that is lost: a subject, or a verb that is no mere helper."""
    word = unit.left[place]
    if part == "subject":
        return word.dep.startswith("nsubj") and word.norm != "it"  # "and it will rise", "and will rise"
    return word.pos == "VERB"


def _stands(unit: Unit, word: Word) -> bool:
    return any(other.lemma == word.lemma for other in unit.right)


def _sentences(view: View, places: tuple[int, ...]) -> list[Span]:
    """Some sentences of a view as stretches of its parse."""
    return [_stretch(view, view.words[slice(*view.sentences[place])]) for place in places]


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
