"""Names of people, organisations and places as strings: parts, keys, acronyms, and whether one is short for another.

Used inside an article (to find its fullest form of a name) and between articles. Nothing here knows a particular name.
"""

import re
from functools import lru_cache

from factcheck.lexicon.lists import words
from factcheck.lexicon.names import aliases
from factcheck.text import fold, plain, squeeze

_NICKNAME = re.compile(r"""["“”'‘’]([^"“”'‘’]{2,30})["“”'‘’](?=\s|$|,)""")
_PARTICLES = frozenset(
    {"de", "del", "la", "las", "los", "el", "da", "dos", "di", "van", "von", "der", "den", "bin", "ibn", "al", "y"}
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq"})
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "a", "an", "&", "de", "del", "la", "y", "at"})
_KEY_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*|\d+")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")


def without_title(name: str) -> str:
    """The name without the titles that stand before it: "Gen. Ann Lee" and "President Ann Lee" become "Ann Lee".

    A name of one word after its title keeps that word ("Mr. Smith" becomes "Smith"); a bare title is left alone.
    """
    parts = squeeze(name).split(" ")
    titles = words("people", "titles")
    first = 0
    while first < len(parts) - 1 and fold(parts[first]).strip(".,") in titles:
        first += 1
    return " ".join(parts[first:])


def without_possessive(name: str) -> str:
    """The name without a possessive ending or stray punctuation at its ends."""
    trimmed = squeeze(name).strip(" ,;:()[]—–-")
    return re.sub(r"['’]s?$", "", trimmed) if re.search(r"\w['’]s?$", trimmed) else trimmed


def without_article(name: str) -> str:
    """The name without "the" before it."""
    return re.sub(r"^(?:the|The)\s+", "", name)


def nickname(name: str) -> str | None:
    """The nickname quoted inside a name ('Ann "Ace" Lee' gives "Ace"), or None."""
    found = _NICKNAME.search(name)
    return found[1] if found else None


def nickname_key(name: str) -> str | None:
    """The quoted nickname inside a name, as a key: "la tuta" of 'Servando "La Tuta" Gómez'."""
    found = nickname(name[:200])
    return " ".join(_KEY_WORD.findall(fold(found))) if found else None


def without_nickname(name: str) -> str:
    """The name without a nickname quoted inside it."""
    return squeeze(_NICKNAME.sub(" ", name))


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """A name folded, without titles, dots, possessive, article and nickname; aliases resolved.

    >>> name_key("Mr. Ruiz Ortega’s"), name_key("the U.S."), name_key("Mexican")
    ('ruiz ortega', 'united states', 'mexico')
    """
    text = fold(without_nickname(name[:200])).replace(".", "")
    parts = [word.removesuffix("'s") for word in _KEY_WORD.findall(text)]
    table = aliases()
    whole = " ".join(parts[1:] if parts[:1] == ["the"] else parts)
    if whole in table.canonical:
        return table.canonical[whole]
    while len(parts) > 1 and (
        parts[0] in table.titles
        or parts[0] in ("the", "a", "an")
        or (parts[0] in table.canonical and parts[1] in table.titles)
    ):
        parts.pop(0)
    if len(parts) > 2 and parts[0].endswith("s") and parts[0] in table.canonical:
        parts.pop(0)  # "Mexicans Ana and Marco Ruiz"
    while len(parts) > 1 and parts[-1] in table.suffixes:
        parts.pop()
    key = " ".join(parts)
    return table.canonical.get(key, key)


def is_month_as_name(word: str, before: str, after: str) -> bool:
    """Whether a month's word is somebody's first name, by its neighbours: a capitalised word that is no acronym behind.

    >>> is_month_as_name("Jan", "by", "Verhulst"), is_month_as_name("June", "in", "Carter")
    (True, False)
    """
    if fold(word) not in words("people", "month_names") or fold(before) in words("people", "month_openers"):
        return False
    capital = after[:1].isupper() and not (len(after) > 1 and after.isupper())
    return capital and fold(after) not in words("people", "calendar")


def name_parts(name: str) -> tuple[str, ...]:
    """The folded words of a name that identify it: no titles, particles, suffixes, nicknames, possessives."""
    bare = without_title(without_nickname(without_possessive(without_article(name))))
    found = [fold(part).strip(".") for part in _WORD.findall(plain(bare))]
    kept = [part for part in found if part not in _PARTICLES and part not in _SUFFIXES]
    return tuple(kept or found)


def initials(name: str) -> str:
    """The first letters of a name's capitalised words, in capitals: "Drug Enforcement Administration" gives "DEA"."""
    found = [part for part in re.split(r"[\s-]+", plain(name)) if part and part.casefold() not in _SMALL]
    return "".join(part[0].upper() for part in found if part[0].isalpha() and part[0].isupper())


def key_initials(key: str) -> str:
    """The acronym that a name of several words, given as a key, would have, in small letters.

    >>> key_initials("drug enforcement administration")
    'dea'
    """
    return "".join(word[0] for word in key.split() if word not in _SMALL)


def acronym(name: str) -> str | None:
    """The name as an acronym without points ("D.E.A." gives "DEA"), or None if it is none."""
    compact = without_article(without_possessive(name)).replace(".", "")
    return compact if re.fullmatch(r"[A-Z][A-Z0-9&]{1,6}", compact) else None


def is_acronym_of(short: str, name: str) -> bool:
    """Whether `short` is made of the initials of `name`; small words may be counted or not."""
    letters = acronym(short)
    if letters is None or " " not in name.strip():
        return False
    every = "".join(part[0].upper() for part in re.split(r"[\s-]+", name) if part and part[0].isalpha())
    return letters in (initials(name), every)


def same_person(short: str, full: str) -> bool:
    """Whether `short` can be a short form of the person's name `full`.

    All parts of the short form must be in the full one, in order, and a short form of one part must be the given name
    or a family name. Two first names never match, so brothers stay two. Initials match the name they begin.
    """
    if _generation(short) is not None and _generation(short) != _generation(full):
        return False
    short_parts, full_parts = name_parts(short), name_parts(full)
    if not short_parts or not full_parts or len(short_parts) > len(full_parts):
        return False
    position = 0
    for part in short_parts:
        while position < len(full_parts) and not _same_part(part, full_parts[position]):
            position += 1
        if position == len(full_parts):
            return False
        position += 1
    return True


def _generation(name: str) -> str | None:
    """The word that tells father and son apart ("Jr.", "III"), folded, or None."""
    last = fold(name).replace(",", " ").split()
    return last[-1].strip(".") if len(last) > 1 and last[-1].strip(".") in _SUFFIXES else None


def _same_part(part: str, other: str) -> bool:
    return part == other or (len(part) == 1 and other.startswith(part))
