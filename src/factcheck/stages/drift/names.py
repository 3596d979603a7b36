"""entity_corruption: a name that the copy spells otherwise, replaces, or blends from two.

A short form, an acronym of the full name, a demonym ("Mexico", "Mexican") and other diacritics are no corruption.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA, JaroWinkler
from spacy.tokens import Token

from factcheck.lexicon import drift as lexicon
from factcheck.lexicon.dates import date_words
from factcheck.lexicon.names import aliases
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift.alike import misspelt
from factcheck.stages.drift.unit import Difference, Range, Unit, quote
from factcheck.stages.drift.view import View, Word
from factcheck.stages.drift.words import Pair

_JOINING = frozenset({"of", "the", "and", "for", "de", "la", "del", "al", "von", "van", "bin", "&", "-"})
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "mr.",
        "mrs.",
        "ms.",
        "dr.",
        "president",
        "prime",
        "minister",
        "gen.",
        "sen.",
        "rep.",
        "gov.",
        "sir",
        "lord",
        "lady",
        "king",
        "queen",
        "judge",
        "secretary",
    ]
)
_DIRECTIONS = ("north", "south", "east", "west", "northern", "southern", "eastern", "western")
_APART = frozenset([*_DIRECTIONS, "new", "old", "former", "deputy", "vice", "acting", "anti", "non", "junior"])
# Broader terms of what is a place or a people, whose names tell things apart however common they are.
_LANDS = frozenset({"country", "continent"})
_PLACES = _LANDS | {"state", "province", "island", "metropolis", "colony", "person"}
_CALENDAR = frozenset(name for names in ("month", "weekday") for name in date_words().words[names])
_HANGING = re.compile(r"(?:(?<=-)|-)\w+")
_PAIR = 2  # words of a name
_LONG = 4  # letters of a land that its people are named after
_LIKE = 0.8  # similarity of two spellings of one name ("Sinbaum", "Sheinbaum")
Run = tuple[int, int]  # words of a view, end exclusive


def name_runs(view: View) -> tuple[Run, ...]:
    """Maximal stretches of name words of a text, joined over "of", "de" and the like; in text order."""
    runs: list[Run] = []
    words = view.words
    k = 0
    while k < len(words):
        if not words[k].name or words[k].norm in _TITLES:
            k += 1
            continue
        last = k
        j = k + 1
        while j < len(words):
            if words[j].name:
                last = j
            elif not (words[j].norm in _JOINING and j + 1 < len(words) and words[j + 1].name and j == last + 1):
                break
            j += 1
        runs.append((k, last + 1))
        k = last + 1
    return tuple(runs)


class Names:
    """The names of a text: which words are parts of names, the full runs, and what each acronym stands for."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.runs = name_runs(view)
        self.norms: frozenset[str] = frozenset(word.norm for word in view.words)
        self.parts: frozenset[str] = frozenset(view.words[k].norm for run in self.runs for k in range(*run))
        self.run_of = {k: run for run in self.runs for k in range(*run)}
        self.full: dict[tuple[str, ...], Run] = {}
        self.acronyms: dict[str, Run] = {}
        for run in self.runs:
            key = _key(view, run)
            self.full.setdefault(key, run)
        self.known = frozenset(map(_canonical, self.full))
        self.by_part: dict[tuple[int, int, str], list[tuple[str, ...]]] = {}
        for key in self.full:
            for k, part in enumerate(key):
                self.by_part.setdefault((len(key), k, part), []).append(key)
        for key, run in self.full.items():
            if len(key) >= 2:
                self.acronyms.setdefault("".join(part[0] for part in key), run)

    def sharing(self, key: tuple[str, ...]) -> list[tuple[str, ...]]:
        """The names of as many words as `key` that share a word of it at the same place, in text order."""
        found = {name: None for k, part in enumerate(key) for name in self.by_part.get((len(key), k, part), ())}
        return sorted(found, key=lambda name: self.full[name])

    def length(self, word: Word) -> int:
        """How many words the name has that a word is a part of; 0 for other words."""
        first, last = self.run_of.get(word.i, (0, 0))
        return last - first

    def lengthens(self, word: Word, other: "Names") -> bool:
        """Whether a word only makes a name fuller that the other text has, in part or as an acronym.

        A common word, that is ("Republic" in "the People's Republic of China", "Group" in "Orrin Group"), which names
        nothing by itself and tells no other thing apart, as "North" or "Deputy" would.
        """
        run = self.run_of.get(word.i)
        if run is None or word.norm in _APART:
            return False
        if "".join(part[0] for part in _key(self.view, run)) in other.norms and run[1] - run[0] >= 2:
            return True
        if _canonical(_key(self.view, run)) in other.known:
            return True
        relations = lexicon.relations()
        if word.lemma not in relations.broader and word.lemma not in relations.synonyms:
            return False
        above = relations.broader.get(word.norm, frozenset())
        peoples = (relations.broader.get(kin, frozenset()) for kin in relations.kin.get(word.norm, ()))
        if not _PLACES.isdisjoint(above) or any(not _LANDS.isdisjoint(kin) for kin in peoples):
            return False
        rest = [self.view.words[k] for k in _member(self.view, run, word.i) if k != word.i]
        return any(
            twin.content and twin.name and not other.parts.isdisjoint((twin.norm, *kin_of(twin.norm))) for twin in rest
        )

    def has(self, word: Word) -> bool:
        """Whether the text has this word, a near relative of it, or a name that it abbreviates."""
        if word.norm in self.norms or word.norm.replace(".", "") in self.norms:
            return True
        plain = word.norm.replace(".", "")
        return plain in self.acronyms or any(kin in self.norms for kin in kin_of(word.norm))


def _member(view: View, run: Run, place: int) -> range:
    """The part of a run of names ("Haiti and the Bahamas") between one "and" and the next that a word stands in."""
    first = max((k + 1 for k in range(run[0], place) if view.words[k].norm in ("and", "&")), default=run[0])
    last = min((k for k in range(place, run[1]) if view.words[k].norm in ("and", "&")), default=run[1])
    return range(first, last)


def _key(view: View, run: Run) -> tuple[str, ...]:
    return tuple(view.words[k].norm for k in range(*run) if view.words[k].norm not in _JOINING)


def kin_of(name: str) -> tuple[str, ...]:
    """Other forms of a place or people's name: demonyms from the relations of words."""
    return lexicon.relations().kin.get(name, ()) + _SAME.get(name.replace(".", ""), ())


def _canonical(key: tuple[str, ...]) -> str:
    """The name that a name is known to stand for, else the name itself."""
    name = " ".join(key).replace(".", "")
    return aliases().canonical.get(name, name)


_SAME = {
    "us": ("american", "america", "americans", "united", "usa"),
    "usa": ("american", "america", "united"),
    "american": ("u.s.", "us", "america", "united"),
    "america": ("u.s.", "us", "american"),
    "americans": ("u.s.", "us", "american"),
    "uk": ("british", "britain"),
    "british": ("u.k.", "uk", "britain"),
    "britain": ("u.k.", "uk", "british"),
    "eu": ("european", "europe"),
    "un": ("united",),
    "washington": ("u.s.", "us", "american"),
    "states": ("u.s.", "us", "american"),
    "united": ("u.s.", "us", "american", "u.n.", "un"),
}


def related_names(left: str, right: str) -> bool:
    """Whether two folded name words can name one thing: a demonym, a prefix, an initial."""
    a, b = left.replace(".", ""), right.replace(".", "")
    if a == b or right in kin_of(left) or left in kin_of(right):
        return True
    short, long = sorted((a, b), key=len)
    return (len(short) >= 3 and (long.startswith(short) or _root(long) == _root(short))) or (
        len(short) == 1 and long.startswith(short)
    )


def _people(land: str, other: str) -> bool:
    """Whether a name is that of a land with the ending of its people ("Lurania", "Luranian")."""
    return len(land) >= _LONG and any(other == land + ending for ending in ("n", "an", "ian", "ese", "i", "ish", "ns"))


def _root(name: str) -> str:
    for ending in ("ians", "ian", "eans", "ean", "ans", "an", "ese", "ish", "is", "i", "es", "s", "ia", "a", "y"):
        if name.endswith(ending) and len(name) - len(ending) >= 4:
            return name[: -len(ending)]
    return name


def corrupted_names(unit: Unit, original: Names, copy: Names) -> Iterator[Difference]:
    """Misspelt and replaced names of one unit."""
    for pair in unit.alignment.pairs:
        left, right = unit.left[pair.left], unit.right[pair.right]
        if pair.how in ("same", "lemma", "number") or not (left.name or right.name):
            continue
        if original.has(right) or (copy.has(left) and not misspelt(left.norm, right.norm)):
            continue
        if related_names(left.norm, right.norm) and not misspelt(left.norm, right.norm):
            continue
        if _people(left.norm, right.norm) or _people(right.norm, left.norm):
            continue
        if _of_one_land(left, right):
            continue
        near = left.norm[:1] == right.norm[:1] and misspelt(left.norm, right.norm)
        if near and left.name and (right.name or not lexicon.known(right.norm)):
            if _spelling_variant(left.norm, right.norm) or (lexicon.known(left.norm) and left.lemma == right.lemma):
                continue
            severe = Severity.MAJOR if OSA.distance(left.norm, right.norm) > 1 or len(left.norm) < 8 else Severity.MINOR
            yield _difference(
                unit,
                [pair.left],
                [pair.right],
                severe,
                0.9,
                f"{left.text} is misspelt as {right.text}",
                "The two words stand at the same place and differ by letters, and the original never spells it so.",
            )
        elif original.length(left) >= 3 and copy.length(right) >= 3:
            continue  # one word of a long name: blended_names says it better
        elif (
            left.name
            and right.name
            and pair.how == "slot"
            and (_tight(unit, pair) or (original.length(left) == copy.length(right) == 1 and _led(unit, pair)))
            and left.text[:1].isupper()
            and right.text[:1].isupper()
        ):
            yield _difference(
                unit,
                [pair.left],
                [pair.right],
                Severity.CRITICAL,
                0.75,
                f"{left.text} has become {right.text}",
                "The two names stand at the same place, and the original does not have the second one anywhere.",
            )


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
        span, other = _whole(unit.original, mine), _whole(unit.copy, theirs)
        yield Difference(
            DriftType.ENTITY_CORRUPTION,
            Severity.CRITICAL,
            0.75,
            f"{quote(unit.original, span)} has become {quote(unit.copy, other)}",
            ("The two names stand at the same place.", "Neither stands anywhere in the other text."),
            (span,),
            (other,),
            (span,),
            (other,),
        )


def half_replaced_names(unit: Unit, original: Names, copy: Names) -> Iterator[Difference]:
    """Names of as many words of which one is another word that the other text has nowhere ("Ann Mendrick", "Ann
    Hendricks"; "Hollis College", "Harlow College").
    """
    for pair in unit.alignment.pairs:
        left, right = unit.left[pair.left], unit.right[pair.right]
        mine, theirs = original.run_of.get(left.i), copy.run_of.get(right.i)
        if pair.how in ("same", "lemma") or mine is None or theirs is None:
            continue
        keys = _key(unit.original, mine), _key(unit.copy, theirs)
        odd = [(a, b) for a, b in zip(*keys, strict=False) if a != b]
        if len(keys[0]) != len(keys[1]) or len(keys[0]) != _PAIR or odd != [(left.norm, right.norm)]:
            continue
        if copy.has(left) or original.has(right) or misspelt(left.norm, right.norm) or _of_one_land(left, right):
            continue
        if related_names(left.norm, right.norm) or not _TITLES.union(_APART, aliases().titles).isdisjoint(odd[0]):
            continue
        span, other = _whole(unit.original, mine), _whole(unit.copy, theirs)
        yield Difference(
            DriftType.ENTITY_CORRUPTION,
            Severity.MAJOR,
            0.7,
            f"{quote(unit.original, span)} is named {quote(unit.copy, other)}",
            ("One word of the two is the same, the other stands nowhere in the other text.",),
            (span,),
            (other,),
            (span,),
            (other,),
        )


def _whole(view: View, run: Run) -> Range:
    """The stretch of a name with what hangs on it without a space ("Hui Ching-yu")."""
    start, end = view.span(run[0], run[1] - 1)
    rest = _HANGING.match(view.text, end)
    return start, rest.end() if rest is not None else end


def _same_named(view: View, run: Run, other: View, theirs: Run) -> bool:
    """Whether two names are known for names of one thing, or one is made of the other's initials."""
    if _canonical(_key(view, run)) == _canonical(_key(other, theirs)):
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
    if _framed(unit, spans[0], spans[1]):
        return True
    if not (unit.original.parsed and unit.copy.parsed):
        return False
    a, b = (
        view.doc[words[0].token : words[-1].token + 1].root
        for view, words in ((unit.original, spans[0]), (unit.copy, spans[1]))
    )
    return bool(a.ent_type_) and a.ent_type_ == b.ent_type_ and _role(a) == _role(b) and _under_one(unit, a, b)


def _framed(unit: Unit, left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether the words right before and right after two names render one another."""
    for step, place, other in ((-1, left[0], right[0]), (1, left[-1], right[-1])):
        at, there = unit.at_left.get(place.token, 0) + step, unit.at_right.get(other.token, 0) + step
        inside = 0 <= at < len(unit.left), 0 <= there < len(unit.right)
        if inside == (False, False):
            continue
        pair = unit.to_right.get(at)
        if inside != (True, True) or pair is None or pair.right != there or pair.how == "slot":
            return False
    return True


def _role(token: Token) -> str:
    """What a name is to its head, in the active voice as far as a label tells."""
    return token.dep_.partition(":")[0]


def _under_one(unit: Unit, a: Token, b: Token) -> bool:
    """Whether the heads of two words render one another."""
    pair = unit.to_right.get(unit.at_left.get(a.head.i, -1))
    return pair is not None and pair.right == unit.at_right.get(b.head.i, -2)


def _capitals(view: View, run: Run) -> list[Word]:
    """The words of a name that are written with a capital and name something by themselves."""
    return [word for word in view.words[slice(*run)] if word.text[:1].isupper() and word.norm not in _TITLES]


def _alike(word: Word, name: str) -> bool:
    """Whether a word may be another spelling or form of a name, or its initial or acronym."""
    return related_names(word.norm, name) or JaroWinkler.similarity(word.norm, name) > _LIKE


def blended_names(unit: Unit, original: Names, copy: Names) -> Iterator[Difference]:
    """Names of several words of which the copy changes one ("Bureau" for "Administration")."""
    first, last = unit.right[0].i, unit.right[-1].i
    for run in copy.runs[bisect_left(copy.runs, (first, 0)) :]:
        if run[1] > last + 1:
            break
        key = _key(unit.copy, run)
        if len(key) < 3 or key in original.full or all(part in original.norms for part in key):
            continue
        best: tuple[int, Run] | None = None
        for other in original.sharing(key):
            place = original.full[other]
            if len(other) == len(key):
                same = sum(a == b for a, b in zip(key, other, strict=True))
                odd = [(a, b) for a, b in zip(key, other, strict=True) if a != b]
                if (
                    same >= 2
                    and len(odd) == 1
                    and odd[0][0] not in original.norms
                    and not related_names(*odd[0])
                    and not misspelt(*odd[0])
                ):
                    best = max(best, (same, place)) if best else (same, place)
        if best is None:
            continue
        place = best[1]
        where: Range = unit.original.span(place[0], place[1] - 1)
        acronym = "".join(part[0] for part in _key(unit.original, place))
        for word in unit.left:
            if word.norm.replace(".", "") == acronym:
                where = word.start, word.end
        span = unit.copy.span(run[0], run[1] - 1)
        true_name = quote(unit.original, unit.original.span(place[0], place[1] - 1))
        yield Difference(
            DriftType.ENTITY_CORRUPTION,
            Severity.MAJOR,
            0.85,
            f"{true_name} is named {quote(unit.copy, span)}",
            (
                "All words of the name but one are those of the original's name.",
                "The original does not have the changed word anywhere.",
            ),
            (where,),
            (span,),
            (where,),
            (span,),
        )


def _tight(unit: Unit, pair: Pair) -> bool:
    """Whether the words right before and right after both words render one another, so that the place is sure."""
    for step in (-1, 1):
        k, j = pair.left + step, pair.right + step
        if 0 <= k < len(unit.left) and 0 <= j < len(unit.right):
            other = unit.to_right.get(k)
            if other is None or other.right != j or other.how == "slot":
                return False
        elif (0 <= k < len(unit.left)) != (0 <= j < len(unit.right)):
            return False
    return True


def _led(unit: Unit, pair: Pair) -> bool:
    """Whether two names of one kind follow the same preposition, and the same word before it.

    What follows them may have moved ("six houses in Ashby on Monday", "on Monday, six houses in Kirton").
    """
    a, b = unit.original.token(unit.left[pair.left]), unit.copy.token(unit.right[pair.right])
    if not a.ent_type_ or a.ent_type_ != b.ent_type_ or min(pair.left, pair.right) < 2:
        return False
    before = [unit.to_right.get(pair.left - step) for step in (1, 2)]
    return unit.left[pair.left - 1].pos == "ADP" and all(
        other is not None and other.right == pair.right - step and other.how == "same"
        for step, other in enumerate(before, start=1)
    )


def _of_one_land(left: Word, right: Word) -> bool:
    """Whether two words name the people of one country ("Polish women", "Poles")."""
    return any(kin in kin_of(right.lemma) and kin not in (left.norm, right.norm) for kin in kin_of(left.lemma))


def _spelling_variant(left: str, right: str) -> bool:
    """Whether the difference is one of convention: -our/-or, -er/-re, a plural or genitive s, a hyphen."""
    short, long = sorted((left, right), key=len)
    if long in (short + "s", short + "es", short + "'s"):
        return True
    if left[:-2] == right[:-2] and {left[-2:], right[-2:]} == {"er", "re"}:
        return True
    if long == short + "me":
        return True
    return left.replace("-", "") == right.replace("-", "") or left.replace("our", "or") == right.replace("our", "or")


def _difference(
    unit: Unit, left: list[int], right: list[int], severity: Severity, confidence: float, message: str, step: str
) -> Difference:
    a, b = unit.left_range(left), unit.right_range(right)
    return Difference(DriftType.ENTITY_CORRUPTION, severity, confidence, message, (step,), (a,), (b,), (a,), (b,))
