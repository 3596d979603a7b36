"""Which names across all articles stand for one person, place or body.

Names are compared by key. A shorter name stands for a longer one where its words are a part of that one's and of no
other person's; where several fit ("the Millers"), the name stands for each of them, and says that it is vague.
Spellings one or two letters apart are one name where the rest agrees and no article uses both, since two persons are
told apart in one text and a misspelt name is not.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from factcheck.lexicon.drift import information
from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.names import aliases, countries
from factcheck.lexicon.numerals import value_of
from factcheck.model.claim import Claim
from factcheck.names import is_month_as_name, key_initials, name_key, nickname_key

_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]+(?: [A-ZÀ-ÖØ-Þ][\w’'-]+){0,3}"
_NICKNAMED = re.compile(rf"({_NAME}) [“\"]([^”\"\n]{{2,30}}?),?[”\"] ({_NAME})")
_KNOWN_AS = re.compile(rf"({_NAME}),? (?:who is |who was |also |better |widely )*known as [“\"]?({_NAME})")
_UPPER = "A-ZÀ-ÖØ-Þ"
_RUN = re.compile(
    rf"(?:[{_UPPER}][\w’'.-]*|\d+[{_UPPER}]\w*)"
    rf"(?:\s+(?:(?:of|of the|de|del|de la|la|von|van|bin|al)\s+)?[“\"'‘]?[{_UPPER}][\w’'.-]*[”\"'’]?)*"
)
_COMPOUND = re.compile(rf"[{_UPPER}][a-z]+(?:-[a-z]+)+$")  # "Fly-half Ann Lee", "Sixty-year-old Ann Lee"
_STARTERS = listed("frames", "starters")
_FUZZY_LENGTH = 6
_FIRM = frozenset({"person", "place", "organization"})  # types that a name does not change; a group is named after any


@dataclass(frozen=True, slots=True)
class Identities:
    """`of` gives the entities that a name's key can stand for; more than one means that it is vague, none that it only
    looks like a name, being a common word that opens a sentence ("Detectives said ..."). `types` says of an entity
    whether it is a person, organization, place, group or thing, where the articles show it.
    """

    of: Mapping[str, frozenset[str]]
    types: Mapping[str, str]

    def resolve(self, name: str) -> frozenset[str]:
        """The entities of a name as written; a name never seen stands for itself, an empty one for nothing."""
        key = name_key(name)
        if not key:
            return frozenset()
        found = self.of.get(key)
        if found is not None and not found:
            return found
        if (found is None or found == {key}) and key.endswith("s") and key[:-1] in self.of:
            return self.of[key[:-1]]  # "the Millers": everybody of that name
        return found or frozenset((key,))

    def called(self, name: str) -> frozenset[str]:
        """As `resolve`, and a first name alone stands for the one person who is called so."""
        stands = self.resolve(name)
        key = name_key(name)
        if " " in key or stands != frozenset((key,)):
            return stands
        full = {
            entity for names in self.of.values() for entity in names if entity.split(" ")[0] == key and " " in entity
        }
        return frozenset(full) if len(full) == 1 else stands


def names_in(text: str) -> list[str]:
    """The capitalised names in a text, in order; a common word that only opens a sentence is none."""
    found = []
    for match in _RUN.finditer(text[:2000]):
        words = match.group().strip(".").split()
        before = text[: match.start()].split()[-1:]
        while words and _opens(words):
            if is_month_as_name(words[0], "".join(before), "".join(words[1:2])):
                break
            before = [words.pop(0)]
        if words:
            name = " ".join(words).removesuffix("’s").removesuffix("'s").rstrip("’'.,")
            if len(name) > 1:
                found.append(name)
    return found


def _opens(words: Sequence[str]) -> bool:
    """Whether the first of some capitalised words is no name: a common word, "fly-half" before a name, "forty-two"."""
    first = words[0].strip(".“\"'‘”’").lower()
    if len(words) > 2 and any(first in listed("people", name) for name in ("people", "roles", "trades")):
        return True  # "Climber Ann Lee"
    if first in _STARTERS or (words[1:] and _COMPOUND.match(words[0])):
        return True
    return "-" in first and value_of(first) is not None


def claim_names(claim: Claim) -> list[str]:
    """The names that a claim mentions, as written, from its arguments and its text, in a fixed order."""
    written = [
        argument.entity for argument in claim.arguments if argument.entity and any(map(str.isupper, argument.entity))
    ]
    for text in (claim.subject, claim.object, claim.place, claim.text):
        written += names_in(text) if text else []
    return list(dict.fromkeys(name for text in written for name in (names_in(text) or [text])))


def identities(claims: Sequence[Claim]) -> Identities:
    """Resolve every name of the claims. O(n) look-ups by word; no order of the claims changes the result."""
    sources: dict[str, set[str]] = defaultdict(set)
    nicknames: dict[str, str] = {}
    sentences = sorted({claim.sentence.text[:2000] for claim in claims})
    for sentence in sentences:
        nicknames.update(_nicknames(sentence))
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    inside: set[str] = set()  # keys of names that stand somewhere else than at the beginning of a sentence
    headlines = _headline_runs(claims)
    for claim in claims:
        for argument in claim.arguments:
            if argument.entity and argument.type and name_key(argument.entity) not in headlines:
                votes[name_key(argument.entity)][argument.type] += 1
        for name in claim_names(claim):
            key = name_key(name)
            if key and key not in headlines:
                sources[key].add(claim.source)
                if key not in inside and " " not in key and _stands_inside(name, claim.sentence.text):
                    inside.add(key)
                nick = nickname_key(name)
                if nick and nick != key:
                    nicknames.setdefault(nick, key)
    for key in [key for key in sources if key not in votes and _opened(key, sources)]:
        del sources[key]
    openers = sorted(key for key in sources if key not in votes and key not in inside and _common(key))
    for key in openers:
        del sources[key]
    types = {key: min(count, key=lambda kind: (-count[kind], kind)) for key, count in sorted(votes.items())}
    by_word: dict[str, set[str]] = defaultdict(set)
    for key in sources:
        for word in key.split():
            by_word[word].add(key)
    spelled = _spellings(sources, by_word)
    forms = _forms(sources, types)
    spelled = {**forms, **{key: forms.get(name, name) for key, name in spelled.items()}}
    distinct = _nicknamed(sentences)
    acronyms = {key_initials(key): key for key in sorted(sources, reverse=True) if len(key.split()) >= 3}
    initialled: dict[str, set[str]] = defaultdict(set)  # what is no fuller name, but another form
    for form, name in forms.items():
        initialled[name].add(form)
    table: dict[str, frozenset[str]] = {}
    for key in sorted(sources):
        stands = _short_of_country(spelled.get(key, key), acronyms)
        if " " not in stands and stands in acronyms and len(stands) >= 3:
            stands = acronyms[stands]
        stands = nicknames.get(stands, stands)
        full = _longest(stands, by_word, types, distinct, initialled[stands])
        table[key] = frozenset(spelled.get(name, name) for name in full)
    for nick, key in sorted(nicknames.items()):
        table.setdefault(nick, table.get(key, frozenset((key,))))
    table.update((key, frozenset()) for key in openers)
    words = {word: {name for key in keys for name in table[key]} for word, keys in by_word.items() if not _common(word)}
    parts = {**{word: frozenset(stands) for word, stands in words.items()}, **table}
    alone = sorted(headlines - table.keys())
    small = {word for sentence in sentences if alone for word in re.findall(r"\b[a-z]{3,}\b", sentence)}
    for key in alone:
        within = _named_within(key, parts)
        if within or all(word in small for word in key.split()):
            table[key] = within  # else it may well be a name: "General Motors"
    known: dict[str, str] = {}
    for key, kind in types.items():
        for entity in table.get(key, ()):
            known.setdefault(entity, kind)
    return Identities(table, known)


_HEADLINE = 4  # words of a headline at least


def _headline_runs(claims: Sequence[Claim]) -> frozenset[str]:
    """Keys of names that stand in headlines alone, where capitals make no name: "Aide Ann Lee Dies", "Drug Lords".

    Of three words and more, or of two of which the second is a common word.
    """
    seen: dict[bool, set[str]] = {True: set(), False: set()}
    for claim in claims:
        words = re.findall(r"[^\W\d_]{4,}", claim.sentence.text)
        capital = len(words) >= _HEADLINE and all(word[0].isupper() for word in words)
        for key in map(name_key, claim_names(claim)):
            parts = key.split()
            if key in countries():
                continue
            if len(parts) >= 3 or (len(parts) == 2 and (_common(parts[1]) or _common(parts[1].removesuffix("s")))):
                seen[capital].add(key)
    return frozenset(seen[True] - seen[False])


def _named_within(key: str, table: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The entities that the words of a headline name: of its runs the longest that the articles know, from the left.

    >>> sorted(_named_within("aide ann lee dies", {"ann lee": frozenset({"ann lee"})}))
    ['ann lee']
    """
    words = key.split()
    found: set[str] = set()
    at, strange = 0, False  # whether the word before is of no name that is known, and no common one: "Tata Motors"
    while at < len(words):
        size = len(words) - at
        while size and len(table.get(name_key(" ".join(words[at : at + size])), ())) != 1:
            size -= 1  # what several names have ("cartel") names none of them
        if size > 1 or (size and not strange):
            found |= table[name_key(" ".join(words[at : at + size]))]
        strange = not size and not _common(words[at])
        at += size or 1
    return frozenset(found)


_COMMON = 15.0  # nats: a word that is no rarer than this is a common one, unless it stands as a name elsewhere


def _common(key: str) -> bool:
    return " " not in key and information(key) < _COMMON


def _stands_inside(name: str, sentence: str) -> bool:
    """Whether a sentence has a name, as written, behind its first word and not right after a mark that opens one."""
    return re.search(rf"[\w,;)’'] {re.escape(name)}(?![\w-])", sentence) is not None


def _opened(key: str, names: Mapping[str, set[str]]) -> bool:
    """Whether a name is another one of two words and more behind a word that only opened its sentence."""
    _, _, rest = key.partition(" ")
    return " " in rest and rest in names


def _short_of_country(key: str, acronyms: Mapping[str, str]) -> str:
    """The acronym of a named body without the country before it: "the U.S. FBI" is the FBI.

    Only where the articles give the body's full name as well; "the navy" of two countries is two navies.
    """
    country, _, rest = key.partition(" ")
    return rest if rest in acronyms and country in aliases().canonical else key


def _nicknames(sentence: str) -> dict[str, str]:
    """Nicknames that a sentence gives with the name: 'Servando "Tata" Ruiz', 'Ruiz, known as Tata'."""
    found: dict[str, set[str]] = defaultdict(set)
    for match in _NICKNAMED.finditer(sentence):
        found[name_key(match[2])].add(name_key(f"{match[1]} {match[3]}"))
    for match in _KNOWN_AS.finditer(sentence):
        found[name_key(match[2])].add(name_key(match[1]))
    return {nick: next(iter(names)) for nick, names in found.items() if nick and len(names) == 1 and names - {nick, ""}}


def _nicknamed(sentences: Sequence[str]) -> dict[str, frozenset[str]]:
    """Names that a nickname stands inside of ('Servando "Tata" Ruiz'), with the longer ones that have the same one."""
    known: dict[str, set[str]] = defaultdict(set)
    inner: dict[str, set[str]] = defaultdict(set)
    for sentence in sentences:
        for nick, name in _nicknames(sentence).items():
            known[nick].add(name)
        for match in _NICKNAMED.finditer(sentence):
            inner[name_key(f"{match[1]} {match[3]}")].add(name_key(match[2]))
    return {name: frozenset().union(*(known[nick] for nick in nicks)) - {name} for name, nicks in sorted(inner.items())}


def _longest(
    key: str,
    by_word: Mapping[str, set[str]],
    types: Mapping[str, str],
    distinct: Mapping[str, frozenset[str]],
    forms: set[str],
) -> frozenset[str]:
    """The fullest names that contain all words of this one: one name, several where it is vague.

    A country is no short form; a single word is one only of a name that does not begin with it ("Durham" is not the
    Durham gang); a name with a nickname of its own is no short form of a longer one (a son's of his father's), unless
    that one has the same nickname.
    """
    words = key.split()
    if not words or key in countries():
        return frozenset((key,))
    if key in distinct:
        one = {name for name in distinct[key] if set(words) < set(name.split())}
        return frozenset(one) if len(one) == 1 else frozenset((key,))
    fitting = set.intersection(*(by_word.get(word, set()) for word in words))
    fitting = {
        name
        for name in fitting - forms
        if len(name.split()) <= len(words) + 4
        and (len(words) > 1 or name == key or _first(name) != key or (types.get(name) == "person" == types.get(key)))
        and (name == key or not {types.get(name), types.get(key)} <= _FIRM or types.get(name) == types.get(key))
    }
    top = {name for name in fitting if not any(_part(name, other) for other in fitting if other != name)}
    merged: dict[frozenset[str], str] = {}
    for name in sorted(top, key=lambda name: (-len(name.split()), name)):
        if not any(
            len(known & set(name.split())) >= 2 and _first(name) == _first(full) for known, full in merged.items()
        ):
            merged[frozenset(name.split())] = name
    if not merged or len(merged) > 4:
        return frozenset((key,))
    return frozenset(merged.values())


def _first(name: str) -> str:
    return name.split()[0]


def _part(name: str, other: str) -> bool:
    """Whether all words of a name are words of another, longer one."""
    words, others = set(name.split()), set(other.split())
    return words < others


def _spellings(sources: Mapping[str, set[str]], by_word: Mapping[str, set[str]]) -> dict[str, str]:
    """Names that are another name misspelt: the rarer spelling to the commoner, ties to the first in order."""
    words = sorted(word for word in by_word if len(word) >= _FUZZY_LENGTH and word.isalpha())
    buckets: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in words:
        for length in range(len(word) - 2, len(word) + 3):
            buckets[word[0], length].append(word)
    weight = {word: sum(len(sources[name]) for name in by_word[word]) for word in words}
    where = {word: frozenset().union(*(sources[name] for name in by_word[word])) for word in words}
    better: dict[str, str] = {}
    for word in words:
        candidates = [
            (-weight[other], other)
            for other in buckets[word[0], len(word)][:400]
            if other != word and not where[word] & where[other] and _near(word, other)
        ]
        if candidates and min(candidates) < (-weight[word], word):
            better[word] = min(candidates)[1]
    spelled = {}
    for key in sources:
        mended = " ".join(better.get(word, word) for word in key.split())
        if mended != key and (mended in sources or " " not in key):
            spelled[key] = mended
    return spelled


_PREFIX = 3  # letters of a short form that a first name begins with


def _forms(sources: Mapping[str, set[str]], types: Mapping[str, str]) -> dict[str, str]:
    """Names of persons that are another one with an initial or a short first name: "Fred", "Frederick C. Lane".

    The form that most sources have stands for all, of equals the shortest. Where two initials stand between one first
    name and one surname there are two persons, and so there are where one article has both first names.
    """
    bare: dict[str, set[str]] = defaultdict(set)
    by_surname: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for key in sources:
        words = key.split()
        plain = tuple(word for word in words if len(word) > 1)
        if len(plain) == 2 and len(words) <= 3 and len(words[0]) > 1 and types.get(key, "person") == "person":
            bare[" ".join(plain)].add(key)
            by_surname[plain[1]].add(plain)
    where = {name: frozenset[str]().union(*(sources[key] for key in keys)) for name, keys in bare.items()}

    def one_person(name: tuple[str, ...], others: Sequence[tuple[str, ...]]) -> bool:
        return all(
            same_first_name(name[0], other[0]) and not where[" ".join(name)] & where[" ".join(other)]
            for other in others
        )

    groups: list[set[str]] = []
    for surname in sorted(by_surname):
        left = sorted(by_surname[surname])
        while left:
            alike: list[tuple[str, ...]] = []
            for name in list(left):
                if one_person(name, alike):
                    alike.append(name)
                    left.remove(name)
            groups.append({key for name in alike for key in bare[" ".join(name)]})
    forms = {}
    for group in groups:
        initials = {word for key in group for word in key.split() if len(word) == 1}
        people = [key for key in group if types.get(key) == "person"]
        if len(group) < 2 or len(initials) > 1 or not people:
            continue
        best = min(group, key=lambda key: (-len(sources[key]), len(key), key))
        forms.update({key: best for key in sorted(group) if key != best})
    return forms


@cache
def _short_forms() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split(":")) for pair in listed("people", "short_forms"))


def same_first_name(one: str, other: str) -> bool:
    """Whether two folded first names are equal, or one is a short form of the other: "fred" and "frederick"."""
    short, full = sorted((one, other), key=len)
    if short == full or frozenset((short, full)) in _short_forms():
        return True
    given = listed("people", "male") | listed("people", "female")
    return len(short) >= _PREFIX and full.startswith(short) and {short, full} <= given and not two_sexes(short, full)


def two_sexes(one: str, other: str) -> bool:
    """Whether one is a man's name and the other a woman's: "paul", "paula"."""
    sexes = [{sex for sex in ("male", "female") if name in listed("people", sex)} for name in (one, other)]
    return all(sexes) and not sexes[0] & sexes[1]


def _near(word: str, other: str) -> bool:
    allowed = 1 if max(len(word), len(other)) < 8 else 2
    return DamerauLevenshtein.distance(word, other, score_cutoff=allowed) <= allowed
