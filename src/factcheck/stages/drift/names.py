"""The names of a text: which words are parts of names, and which words and names can mean one thing.

A short form, an acronym of the full name, a demonym ("Mexico", "Mexican") and other diacritics are no other name.
"""

from factcheck.lexicon import drift as lexicon
from factcheck.lexicon.names import aliases
from factcheck.stages.drift.view import View, Word

_JOINING = frozenset({"of", "the", "and", "for", "de", "la", "del", "al", "von", "van", "bin", "&", "-"})
TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "mr.", "mrs.", "ms.", "dr.", "president", "prime", "minister", "gen.", "sen.", "rep."}
    | {"gov.", "sir", "lord", "lady", "king", "queen", "judge", "secretary"}
)
"""Words before a name that are no part of it."""
_DIRECTIONS = ("north", "south", "east", "west", "northern", "southern", "eastern", "western")
APART = frozenset([*_DIRECTIONS, "new", "old", "former", "deputy", "vice", "acting", "anti", "non", "junior"])
"""Words that tell apart two names of otherwise the same words."""
# Broader terms of what is a place or a people, whose names tell things apart however common they are.
_LANDS = frozenset({"country", "continent"})
PLACES = _LANDS | {"state", "province", "island", "metropolis", "colony", "person"}
"""Broader terms of what a name by itself can stand for."""
_LONG = 4  # letters of a land that its people are named after
Run = tuple[int, int]  # words of a view, end exclusive


def name_runs(view: View) -> tuple[Run, ...]:
    """Maximal stretches of name words of a text, joined over "of", "de" and the like; in text order."""
    runs: list[Run] = []
    words = view.words
    k = 0
    while k < len(words):
        if not words[k].name or words[k].norm in TITLES:
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
            key = name_key(view, run)
            self.full.setdefault(key, run)
        self.known = frozenset(map(canonical, self.full))
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
        if run is None or word.norm in APART:
            return False
        if "".join(part[0] for part in name_key(self.view, run)) in other.norms and run[1] - run[0] >= 2:
            return True
        if canonical(name_key(self.view, run)) in other.known:
            return True
        relations = lexicon.relations()
        if word.lemma not in relations.broader and word.lemma not in relations.synonyms:
            return False
        above = relations.broader.get(word.norm, frozenset())
        peoples = (relations.broader.get(kin, frozenset()) for kin in relations.kin.get(word.norm, ()))
        if not PLACES.isdisjoint(above) or any(not _LANDS.isdisjoint(kin) for kin in peoples):
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
        if plain in self.acronyms or any(kin in self.norms for kin in kin_of(word.norm)):
            return True
        return len(plain) >= _LONG and any(plain + ending in self.parts for ending in _ENDINGS)


def _member(view: View, run: Run, place: int) -> range:
    """The part of a run of names ("Haiti and the Bahamas") between one "and" and the next that a word stands in."""
    first = max((k + 1 for k in range(run[0], place) if view.words[k].norm in ("and", "&")), default=run[0])
    last = min((k for k in range(place, run[1]) if view.words[k].norm in ("and", "&")), default=run[1])
    return range(first, last)


def name_key(view: View, run: Run) -> tuple[str, ...]:
    """The words of a name, folded, without "of", "and" and the like."""
    return tuple(view.words[k].norm for k in range(*run) if view.words[k].norm not in _JOINING)


def kin_of(name: str) -> tuple[str, ...]:
    """Other forms of a place or people's name: demonyms from the relations of words."""
    return lexicon.relations().kin.get(name, ()) + _SAME.get(name.replace(".", ""), ())


def canonical(key: tuple[str, ...]) -> str:
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
    "eu": ("european", "europe"),
    "un": ("united",),
    "washington": ("u.s.", "us", "american"),
    "states": ("u.s.", "us", "american"),
    "united": ("u.s.", "us", "american", "u.n.", "un"),
    "spain": ("spaniard", "spaniards"),
    "spaniard": ("spain", "spanish"),
    "denmark": ("dane", "danes"),
    "dane": ("denmark", "danish"),
    "poland": ("pole", "poles"),
    "pole": ("poland", "polish"),
    "sweden": ("swede", "swedes"),
    "swede": ("sweden", "swedish"),
    "finland": ("finn", "finns"),
    "finn": ("finland", "finnish"),
    "turkey": ("turk", "turks"),
    "turk": ("turkey", "turkish"),
    "scotland": ("scot", "scots", "scotsman"),
    "scot": ("scotland", "scottish"),
    "france": ("frenchman", "frenchwoman"),
    "frenchman": ("france", "french"),
    "netherlands": ("dutch", "dutchman", "dutchwoman"),
    "dutchman": ("netherlands", "dutch"),
    "england": ("englishman", "englishwoman"),
    "englishman": ("england", "english"),
    "ireland": ("irishman", "irishwoman"),
    "irishman": ("ireland", "irish"),
    "wales": ("welsh", "welshman", "welshwoman"),
    "welshman": ("wales", "welsh"),
    "switzerland": ("swiss",),
    "swiss": ("switzerland",),
    "britain": ("briton", "britons", "british", "u.k.", "uk"),
    "briton": ("britain", "british", "uk"),
    "brittany": ("breton", "bretons"),
    "breton": ("brittany",),
    "flanders": ("flemish",),
    "flemish": ("flanders",),
    "moscow": ("muscovite", "muscovites"),
    "normandy": ("norman", "normans"),
    "naples": ("neapolitan", "neapolitans"),
    "cyprus": ("cypriot", "cypriots"),
    "cypriot": ("cyprus",),
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


def of_people(land: str, other: str) -> bool:
    """Whether a name is that of a land with the ending of its people ("Lurania", "Luranian"), or that of a people with
    the ending of their land ("Slovak", "Slovakia").
    """
    return len(land) >= _LONG and other.startswith(land) and other[len(land) :] in _ENDINGS


_ENDINGS = frozenset({"n", "an", "ian", "ese", "i", "ish", "ns", "ia", "y"})


def _root(name: str) -> str:
    for ending in ("ians", "ian", "eans", "ean", "ans", "an", "ese", "ish", "is", "i", "es", "s", "ia", "a", "y"):
        if name.endswith(ending) and len(name) - len(ending) >= 4:
            return name[: -len(ending)]
    return name


def of_one_land(left: Word, right: Word) -> bool:
    """Whether two words name the people of one country ("Polish women", "Poles")."""
    return any(kin in kin_of(right.lemma) and kin not in (left.norm, right.norm) for kin in kin_of(left.lemma))
