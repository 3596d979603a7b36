"""entity_corruption: a name put for another that has nothing in common with it, or only one of two words."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import JaroWinkler
from spacy.tokens import Token

from factcheck.lexicon.dates import date_words
from factcheck.lexicon.names import aliases
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.alike import misspelt
from factcheck.stages.drift.names import APART, TITLES, Names, Run, canonical, name_key, of_one_land, related_names
from factcheck.stages.drift.unit import Difference, Range, Unit, quote
from factcheck.stages.drift.view import View, Word

_CALENDAR = frozenset(name for names in ("month", "weekday") for name in date_words().words[names])
_HANGING = re.compile(r"(?:(?<=-)|-)\w+")
_PAIR = 2  # words of a name
_LIKE = 0.8  # similarity of two spellings of one name ("Lindqvist", "Lindkvist")


def replaced_names(unit: Unit, original: Names, copy: Names) -> Iterator[Difference]:
    """Names of one unit of which no word stands on the other side, nor one like it, and that stand at one place: the
    words around them are the same, or both are names of one sort with one part in aligned clauses.
    """
    seen: set[Run] = set()
    for pair in unit.alignment.pairs:
        left, right = unit.left[pair.left], unit.right[pair.right]
        mine, theirs = original.run_of.get(left.i), copy.run_of.get(right.i)
        if pair.how != "slot" or mine is None or theirs is None or mine in seen:
            continue
        words, others = _capitals(unit.original, mine), _capitals(unit.copy, theirs)
        if not words or not others or any(map(copy.has, words)) or any(map(original.has, others)):
            continue
        if any(_alike(word, name) for word in words for name in copy.parts) or any(
            _alike(word, name) for word in others for name in original.parts
        ):
            continue
        if _same_named(unit.original, mine, unit.copy, theirs) or not _one_part(unit, mine, theirs):
            continue
        seen.add(mine)
        steps = "The two names stand at the same place.", "Neither stands anywhere in the other text."
        yield _difference(unit, mine, theirs, Severity.CRITICAL, "has become", steps)


def half_replaced_names(unit: Unit, original: Names, copy: Names) -> Iterator[Difference]:
    """Names of as many words of which one is another word that the other text has nowhere ("Ann Mendrick", "Ann
    Hendricks"; "Hollis College", "Harlow College").
    """
    for pair in unit.alignment.pairs:
        left, right = unit.left[pair.left], unit.right[pair.right]
        mine, theirs = original.run_of.get(left.i), copy.run_of.get(right.i)
        if pair.how in ("same", "lemma") or mine is None or theirs is None:
            continue
        keys = name_key(unit.original, mine), name_key(unit.copy, theirs)
        odd = [(a, b) for a, b in zip(*keys, strict=False) if a != b]
        if len(keys[0]) != len(keys[1]) or len(keys[0]) != _PAIR or odd != [(left.norm, right.norm)]:
            continue
        if copy.has(left) or original.has(right) or misspelt(left.norm, right.norm) or of_one_land(left, right):
            continue
        if related_names(left.norm, right.norm) or not TITLES.union(APART, aliases().titles).isdisjoint(odd[0]):
            continue
        steps = ("One word of the two is the same, the other stands nowhere in the other text.",)
        yield _difference(unit, mine, theirs, Severity.MAJOR, "is named", steps)


def _difference(
    unit: Unit, mine: Run, theirs: Run, severity: Severity, what: str, steps: tuple[str, ...]
) -> Difference:
    a, b = _whole(unit.original, mine), _whole(unit.copy, theirs)
    message = f"{quote(unit.original, a)} {what} {quote(unit.copy, b)}"
    return Difference(DriftType.ENTITY_CORRUPTION, severity, 0.75, message, steps, (a,), (b,), (a,), (b,))


def _whole(view: View, run: Run) -> Range:
    """The stretch of a name with what hangs on it without a space ("Hui Ching-yu")."""
    start, end = view.span(run[0], run[1] - 1)
    rest = _HANGING.match(view.text, end)
    return start, rest.end() if rest is not None else end


def _same_named(view: View, run: Run, other: View, theirs: Run) -> bool:
    """Whether two names are known for names of one thing, or one is made of the other's initials."""
    if canonical(name_key(view, run)) == canonical(name_key(other, theirs)):
        return True
    return _shortens(view.words[slice(*run)], other.words[slice(*theirs)]) or _shortens(
        other.words[slice(*theirs)], view.words[slice(*run)]
    )


def _shortens(short: Sequence[Word], long: Sequence[Word]) -> bool:
    """Whether a word in capitals has the initials of a longer name, of which it may leave some out ("ADA", "CDC")."""
    initials = "".join(word.norm[0] for word in long)
    letters = "".join(char for word in short if word.text.isupper() for char in word.norm if char.isalpha())
    return min(len(letters), len(long)) > 1 and (_within(letters, initials) or _within(initials, letters))


def _within(letters: str, others: str) -> bool:
    """Whether some letters stand among others in their order."""
    rest = iter(others)
    return all(letter in rest for letter in letters)


def _one_part(unit: Unit, mine: Run, theirs: Run) -> bool:
    """Whether two names have one part in one statement."""
    spans = (unit.original.words[slice(*mine)], unit.copy.words[slice(*theirs)])
    if any(word.norm in _CALENDAR for span in spans for word in span):
        return False
    left, right = (
        (at.get(words[0].token, 0), at.get(words[-1].token, 0))
        for at, words in ((unit.at_left, spans[0]), (unit.at_right, spans[1]))
    )
    if unit.framed(left, right):
        return True
    if not (unit.original.parsed and unit.copy.parsed):
        return False
    a, b = (
        view.doc[words[0].token : words[-1].token + 1].root
        for view, words in ((unit.original, spans[0]), (unit.copy, spans[1]))
    )
    if not a.ent_type_ or not b.ent_type_:
        return False
    if a.ent_type_ == b.ent_type_ and _role(a) == _role(b) and _under_one(unit, a, b):
        return True
    a, b = _named(a), _named(b)
    return a.dep_ == b.dep_ == "obl:agent" and _under_one(unit, a, b)


def _named(token: Token) -> Token:
    """The noun that a name stands beside ("the firm Brandt"), else the name."""
    return token.head if token.dep_ == "appos" and token.head.pos_ == "NOUN" else token


def _role(token: Token) -> str:
    """What a name is to its head, in the active voice as far as a label tells."""
    return token.dep_.partition(":")[0]


def _under_one(unit: Unit, a: Token, b: Token) -> bool:
    """Whether the heads of two words render one another."""
    pair = unit.to_right.get(unit.at_left.get(a.head.i, -1))
    return pair is not None and pair.right == unit.at_right.get(b.head.i, -2)


def _capitals(view: View, run: Run) -> list[Word]:
    """The words of a name that are written with a capital and name something by themselves."""
    return [word for word in view.words[slice(*run)] if word.text[:1].isupper() and word.norm not in TITLES]


def _alike(word: Word, name: str) -> bool:
    """Whether a word may be another spelling or form of a name, or its initial or acronym."""
    return related_names(word.norm, name) or JaroWinkler.similarity(word.norm, name) > _LIKE
