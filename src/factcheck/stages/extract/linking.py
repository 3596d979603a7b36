"""Which entity each name stands for: the article's fullest form of it."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from types import MappingProxyType

from factcheck.lexicon.lists import words
from factcheck.names import is_acronym_of, name_parts, nickname, same_person, without_article, without_nickname
from factcheck.stages.extract.naming import Name
from factcheck.text import fold

_RECENT = 2  # sentences for which somebody just introduced keeps the family name
_HELD = 4  # times that the short name has meant one of several bearers and nobody else
_OPENING = 8  # words from the start of a sentence in which it is about who is named
Place = tuple[int, int]  # number of the sentence, and of the word in it


def link_names(names: list[Name], places: list[Place], called: Mapping[int, int] = MappingProxyType({})) -> list[str]:
    """The entity name for each name, in the same order; `places` says where each stands.

    `called` has the numbers of those names that tell a nickname, each with that of whose it is: there it stands for
    itself, and elsewhere for the person.
    """
    by_type: dict[str, list[int]] = defaultdict(list)
    for i, name in enumerate(names):
        by_type["person" if name.type == "person" else "other"].append(i)
    linked = [name.text for name in names]
    full = _full_people([names[i] for i in by_type["person"]])
    nicknames = {
        fold(names[nick].text): next((text for text in full if same_person(names[whose].text, text)), names[whose].text)
        for nick, whose in called.items()
    }
    nicknames |= {fold(nick): text for text in sorted(full) if (nick := nickname(text))}
    full = [text for text in full if fold(text) not in nicknames]
    for i in by_type["person"]:
        linked[i] = _person(names, i, full, nicknames, linked, places)
    people = {part for text in full for part in name_parts(text)}
    organisations: list[str] = []
    for i in by_type["other"]:
        text = without_article(names[i].text)
        if names[i].type == "thing" and name_parts(text) and all(part in people for part in name_parts(text)):
            linked[i] = _person(names, i, full, nicknames, linked, places)
            continue
        if fold(text.strip("“”\"'")) in nicknames:
            linked[i] = without_nickname(nicknames[fold(text.strip("“”\"'"))])
            continue
        organisations.append(text)
        linked[i] = text
    longest = sorted(set(organisations), key=lambda text: (-len(text), text))
    for i in by_type["other"]:
        if linked[i] in organisations:
            linked[i] = next((text for text in longest if is_acronym_of(linked[i], text)), linked[i])
    canonical: dict[str, str] = {}
    for i in by_type["other"]:
        linked[i] = canonical.setdefault(fold(linked[i]).replace(".", ""), linked[i])
    return [names[i].text if i in called else entity for i, entity in enumerate(linked)]


def _full_people(names: list[Name]) -> list[str]:
    """The names that are no short form of another, longest first."""
    texts = sorted({name.text for name in names}, key=lambda text: (-len(name_parts(text)), -len(text), text))
    full: list[str] = []
    for text in texts:
        matches = [other for other in full if same_person(text, other)]
        if not matches or (len(name_parts(text)) > 1 and not any(_compatible(text, other) for other in matches)):
            full.append(text)
    return full


def _compatible(short: str, full: str) -> bool:
    a, b = name_parts(short), name_parts(full)
    return a[0] == b[0] or (a[0][0] == b[0][0] and min(len(a[0]), len(b[0])) == 1) or len(a) == 1 or a == b[-len(a) :]


def _person(
    names: list[Name], i: int, full: list[str], nicknames: dict[str, str], linked: list[str], places: list[Place]
) -> str:
    """Whom a name of a person stands for; `linked` holds the people before it."""
    text = names[i].text
    if fold(text) in nicknames:
        return without_nickname(nicknames[fold(text)])
    fits = [
        other for other in full if same_person(text, other) and (len(name_parts(text)) == 1 or _compatible(text, other))
    ]
    if len(fits) > 1:
        fits = _addressed(names[i].title, fits)
    if len(fits) > 1:
        return without_nickname(_bearer(names, i, fits, linked, places))
    return without_nickname(fits[0]) if fits else without_nickname(text)


def _bearer(names: list[Name], i: int, fits: list[str], linked: list[str], places: list[Place]) -> str:
    """Which of several bearers a short name stands for: the one who has borne it alone so far, somebody whom a sentence
    just before is about, else the one whom the article named first. Relatives are named in passing, and the family
    name stays with whom it tells of.
    """
    by_name = {without_nickname(other): other for other in fits}
    held = Counter(
        linked[before]
        for before in range(i)
        if linked[before] in by_name and fold(names[before].text) == fold(names[i].text)
    )
    if len(held) == 1 and held.total() >= _HELD:
        return by_name[next(iter(held))]
    for before in range(i - 1, -1, -1):
        if places[i][0] - places[before][0] > _RECENT:
            break
        in_full = len(name_parts(names[before].text)) > 1
        if linked[before] in by_name and (not in_full or places[before][1] < _OPENING):
            return by_name[linked[before]]
    first = next((other for name in names[:i] for other in fits if fold(name.text) == fold(other)), None)
    return first if first is not None else fits[0]


def _addressed(title: str | None, people: list[str]) -> list[str]:
    """Of some people those whom a title fits: whose given name is known to be a man's or a woman's, else those of whom
    it is not known; all where that leaves nobody.
    """
    sex = _SEXES.get(fold(title or "").strip("."))
    if sex is None:
        return people
    sexes = {person: _sex(person) for person in people}
    return [p for p in people if sexes[p] == sex] or [p for p in people if sexes[p] is None] or people


def _sex(person: str) -> str | None:
    """ "m" or "f" where the given name tells."""
    parts = name_parts(person)
    male, female = (len(parts) > 1 and parts[0] in words("people", key) for key in ("male", "female"))
    return None if male == female else "m" if male else "f"


_SEXES = dict.fromkeys(("mr", "sir", "king", "prince", "congressman", "lord"), "m") | dict.fromkeys(
    ("mrs", "ms", "miss", "queen", "princess", "madam", "dame", "congresswoman"), "f"
)


def genders_of(names: list[Name], linked: list[str]) -> dict[str, str]:
    """ "m" or "f" for each person whose title or given name tells."""
    result: dict[str, str] = {}
    for name, entity in zip(names, linked, strict=True):
        if name.type != "person":
            continue
        sex = _SEXES.get(fold(name.title or "").strip("."))
        known = _sex(entity)
        if sex is not None:
            result[entity] = sex
        elif entity not in result and known is not None:
            result[entity] = known
    return result
