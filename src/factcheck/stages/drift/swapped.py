"""role_reversal and number_change: two names, or two numbers, that have changed places between clauses.

"Japan sent a camera, and Canada built the arm" and "Canada sent a camera, and Japan built the arm" have the same words.
A text is cut into its clauses at commas and at "and"; two things have changed places where all that stood beside the
one stands beside the other now. Whatever moves with its thing ("sold" with "Anna", where "Anna sold it and Ben bought
it" is told from the other end) speaks against it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.lexicon import drift as lexicon
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.names import Names, name_key, related_names
from factcheck.stages.drift.unit import Difference, Range, Unit, quote
from factcheck.stages.drift.view import Word
from factcheck.stages.drift.words import Pair

_CUTS = frozenset({",", ";", ":", ".", "!", "?", "-", "–", "—", "(", ")", "and", "but", "while", "whereas", "or"})
_LISTING = frozenset({",", "and", "or", "&", "/", "the", "nor"})
_SURE = frozenset({"same", "lemma", "form", "derived", "synonym", "number"})
_ONE = frozenset({"same", "lemma", "number"})
_WITH_A_NAME = frozenset({"PROPN", "ADJ", "DET", "NOUN"})
_DOERS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})


@dataclass(frozen=True, slots=True)
class _Clauses:
    """Which clause each word of the two sides of a unit stands in, and the pairs that tell where a clause has gone."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    telling: tuple[Pair, ...]


def swapped(unit: Unit, names: Names) -> Iterator[Difference]:
    """Names, doers and numbers of one unit that have changed places between two clauses; `names` are the original's."""
    once = _singular(unit)
    clauses = _Clauses(_cut(unit.left), _cut(unit.right), tuple(p for p in once if p.how in _SURE))
    if len(set(clauses.left)) < 2 or len(set(clauses.right)) < 2:
        return
    told: set[frozenset[int]] = set()
    for sort in ("name", "doer", "number"):
        things = [pair for pair in once if pair.how in _ONE and _sort(unit, pair) == sort]
        for one, other in combinations(things, 2):
            between = frozenset({clauses.left[one.left], clauses.left[other.left]})
            if (
                between in told
                or _listed(unit, one, other)
                or (sort != "number" and _one_thing(unit, names, one, other))
            ):
                continue
            if _changed_places(unit, clauses, one, other):
                told.add(between)
                yield _difference(unit, names, one, other, sort)


def _singular(unit: Unit) -> list[Pair]:
    """The pairs of telling words that stand once on either side, so that nothing else can be their counterpart."""
    left, right = (Counter(word.lemma for word in words) for words in (unit.left, unit.right))
    return [
        pair
        for pair in unit.alignment.pairs
        if unit.left[pair.left].content
        and left[unit.left[pair.left].lemma] == 1
        and right[unit.right[pair.right].lemma] == 1
        and unit.left[pair.left].lemma not in right.keys() - {unit.right[pair.right].lemma}
    ]


def _cut(words: Sequence[Word]) -> tuple[int, ...]:
    """The number of the clause of each word."""
    found: list[int] = []
    number = 0
    for word in words:
        if word.norm in _CUTS or word.text in _CUTS:
            number += 1
        found.append(number)
    return tuple(found)


def _sort(unit: Unit, pair: Pair) -> str:
    a, b = unit.left[pair.left], unit.right[pair.right]
    if a.value is not None or b.value is not None:
        return "number" if a.value == b.value else ""
    if a.name and b.name:
        return "name" if unit.original.token(a).ent_type_ and not _says(unit, a) else ""
    return "doer" if {a.dep, b.dep} <= _DOERS and {a.pos, b.pos} == {"NOUN"} else ""


def _listed(unit: Unit, one: Pair, other: Pair) -> bool:
    """Whether nothing but other names and numbers stands between two things on a side: a list has no order."""
    for words, ends in ((unit.left, (one.left, other.left)), (unit.right, (one.right, other.right))):
        between = words[min(ends) + 1 : max(ends)]
        if all(word.name or word.value is not None or word.norm in _LISTING for word in between):
            return True
    return False


def _says(unit: Unit, word: Word) -> bool:
    """Whether a word names a person who says something, whose change is one of attribution."""
    token = unit.original.token(word)
    while token.dep_ in ("flat", "compound") and token.head.i != token.i:
        token = token.head
    person = token.ent_type_ in ("PER", "PERSON") and token.dep_.startswith("nsubj")
    said = any(child.dep_ in ("ccomp", "parataxis") for child in token.head.children)
    return person and said and token.head.lemma_ in lexicon.words().cues


def _one_thing(unit: Unit, names: Names, one: Pair, other: Pair) -> bool:
    """Whether two words can mean one thing, so that either may stand for it: a name and its acronym, a person and the
    people of the land, "the driver" and "the man".
    """
    a, b = unit.left[one.left], unit.left[other.left]
    if not (a.name and b.name):
        return a.tag == b.tag
    kinds = {unit.original.token(word).ent_type_ for word in (a, b)}
    runs = names.run_of.get(a.i), names.run_of.get(b.i)
    if None in runs or runs[0] == runs[1] or ("MISC" in kinds and len(kinds) > 1):
        return True
    keys = [name_key(unit.original, run) for run in runs if run is not None]
    short = {_initials(keys[0]), _initials(keys[1])}
    return bool(short & {a.norm.replace(".", ""), b.norm.replace(".", "")}) or related_names(a.norm, b.norm)


def _initials(key: tuple[str, ...]) -> str:
    return "".join(part[0] for part in key)


def _changed_places(unit: Unit, clauses: _Clauses, one: Pair, other: Pair) -> bool:
    """Whether two things of different clauses each stand where the other stood."""
    places = clauses.left[one.left], clauses.left[other.left], clauses.right[one.right], clauses.right[other.right]
    if places[0] == places[1] or places[2] == places[3]:
        return False
    moving = _together(unit, one) | _together(unit, other)
    for thing, before, here, there in ((one, *places[:1], *places[2:]), (other, places[1], places[3], places[2])):
        around = [p for p in clauses.telling if clauses.left[p.left] == before and p.left not in moving]
        goes = {clauses.right[p.right] for p in around if p.left != thing.left}
        if there not in goes or here in goes:
            return False
    return True


def _together(unit: Unit, pair: Pair) -> set[int]:
    """Places of a thing and of the words beside it that belong to it and have moved with it: a name in full."""
    number = unit.left[pair.left].value is not None
    found = {pair.left}
    for step in (-1, 1):
        k = pair.left + step
        while 0 <= k < len(unit.left):
            word, own = unit.left[k], unit.to_right.get(k)
            belongs = word.value is not None if number else word.pos in _WITH_A_NAME and word.value is None
            if not belongs or (own is not None and own.right - pair.right != k - pair.left):
                break
            found.add(k)
            k += step
    return found


def _in_full(unit: Unit, names: Names, pair: Pair) -> Range:
    """The name that a word is a part of, else the word."""
    word = unit.left[pair.left]
    run = names.run_of.get(word.i)
    return unit.original.span(run[0], run[1] - 1) if run is not None else (word.start, word.end)


def _difference(unit: Unit, names: Names, one: Pair, other: Pair, sort: str) -> Difference:
    left = _in_full(unit, names, one), _in_full(unit, names, other)
    right = unit.right_range([one.right]), unit.right_range([other.right])
    things = " and ".join(f'"{quote(unit.original, span)}"' for span in left)
    return Difference(
        DriftType.NUMBER_CHANGE if sort == "number" else DriftType.ROLE_REVERSAL,
        Severity.CRITICAL,
        0.75,
        f"{things} have changed places",
        ("What the original says of the one the copy says of the other.",),
        left,
        right,
        left,
        right,
    )
