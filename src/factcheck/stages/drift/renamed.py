"""entity_corruption: a name put for another that has nothing in common with it, or only one of two words."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import JaroWinkler
from spacy.tokens import Token

from factcheck.lexicon import drift as lexicon
from factcheck.lexicon.dates import date_words
from factcheck.lexicon.names import aliases
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.alike import misspelt
from factcheck.stages.drift.forms import base
from factcheck.stages.drift.kept import share
from factcheck.stages.drift.names import (
    APART,
    PLACES,
    TITLES,
    Names,
    Run,
    canonical,
    name_key,
    of_one_land,
    related_names,
)
from factcheck.stages.drift.unit import Difference, Range, Unit, quote
from factcheck.stages.drift.view import View, Word

CALENDAR = frozenset(name for names in ("month", "weekday") for name in date_words().words[names])
_HANGING = re.compile(r"(?:(?<=-)|-)\w+")
_KEPT = 0.5  # share of the telling words of two sentences that both have
_LONG = 3  # words of a name, beyond which it is described in words of its own
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


def lone_names(unit: Unit, original: Names, copy: Names) -> Iterator[Difference]:
    """The one name of each side of which the other text has nothing, where most of the rest is kept: a part of the name
    before it may be ("President Roe", "President Ames"), and their verbs may be others.
    """
    if share(unit) < _KEPT:
        return
    left = _strange(unit.original, unit.left, copy)
    right = _strange(unit.copy, unit.right, original)
    if len(left) != 1 or len(right) != 1:
        return
    mine, theirs = left[0], right[0]
    if max(len(mine), len(theirs)) > _LONG:
        return
    runs = original.run_of.get(mine[0].i), copy.run_of.get(theirs[0].i)
    if runs[0] is None or runs[1] is None or _same_named(unit.original, runs[0], unit.copy, runs[1]):
        return
    if _shortens(mine, theirs) or _shortens(theirs, mine) or not _beside(unit, mine, theirs):
        return
    if all(map(_common, mine)) or all(map(_common, theirs)):
        return  # "the Health Bureau", "the Department of Health"
    if len(mine) == len(theirs) == 1 and _person(unit.original, mine[0]) and _person(unit.copy, theirs[0]):
        return  # "Ms. Haque", "Fatima" may be two names of one woman
    spans = (mine[0].start, mine[-1].end), (theirs[0].start, theirs[-1].end)
    yield Difference(
        DriftType.ENTITY_CORRUPTION,
        Severity.MAJOR,
        0.65,
        f"{quote(unit.original, spans[0])} has become {quote(unit.copy, spans[1])}",
        ("Neither stands anywhere in the other text, and no other name of the two sentences does so.",),
        (spans[0],),
        (spans[1],),
        (spans[0],),
        (spans[1],),
    )


def _parting(word: Word) -> bool:
    """Whether a word between two words of names makes them two names."""
    return word.content or word.norm in ("and", "&", "or", ",", ";")


def _common(word: Word) -> bool:
    """Whether a word of a name is a common word too."""
    table = lexicon.relations()
    plain = base(word.norm)
    above = table.broader.get(plain, frozenset())
    return (plain in table.synonyms or bool(above)) and PLACES.isdisjoint(above)


def _person(view: View, word: Word) -> bool:
    return view.token(word).ent_type_ in ("PER", "PERSON")


def _beside(unit: Unit, mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether two names stand at one place: taken for one another, or after or before words that render one another."""
    left, right = (
        {at[word.token] for word in name if word.token in at}
        for at, name in ((unit.at_left, mine), (unit.at_right, theirs))
    )
    if not left or not right:
        return False
    if any(pair.left in left and pair.right in right for pair in unit.alignment.pairs):
        return True
    for step, first, second in ((-1, min(left), min(right)), (1, max(left), max(right))):
        a, b = _nearest(unit.left, first, step), _nearest(unit.right, second, step)
        pair = unit.to_right.get(a) if a is not None else None
        if pair is not None and pair.right == b and pair.how != "slot":
            return True
    return False


def _nearest(words: Sequence[Word], place: int, step: int) -> int | None:
    """The place of the next telling word on one side of a place."""
    k = place + step
    while 0 <= k < len(words) and not words[k].content:
        k += step
    return k if 0 <= k < len(words) else None


def _strange(view: View, words: Sequence[Word], other: Names) -> list[list[Word]]:
    """The stretches of name words of which the other text has nothing."""
    found: list[list[Word]] = []
    last: Word | None = None
    for word in words:
        if not word.name:
            continue
        strange = word.content and word.text[:1].isupper() and word.norm not in TITLES | CALENDAR | aliases().titles
        strange = strange and not other.has(word) and not any(_alike(word, name) for name in other.parts)
        if strange and last is not None and not any(map(_parting, view.words[last.i + 1 : word.i])):
            found[-1].append(word)
        elif strange:
            found.append([word])
        last = word if strange else last
    return found


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
    if any(word.norm in CALENDAR for span in spans for word in span):
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
