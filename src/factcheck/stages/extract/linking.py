"""Which entity each name stands for: the article's fullest form of it."""

from collections import defaultdict

from factcheck.lexicon.lists import words
from factcheck.names import is_acronym_of, name_parts, nickname, same_person, without_article, without_nickname
from factcheck.stages.extract.naming import Name
from factcheck.text import fold


def link_names(names: list[Name]) -> list[str]:
    """The entity name for each name, in the same order."""
    by_type: dict[str, list[int]] = defaultdict(list)
    for i, name in enumerate(names):
        by_type["person" if name.type == "person" else "other"].append(i)
    linked = [name.text for name in names]
    full = _full_people([names[i] for i in by_type["person"]])
    nicknames = {fold(nick): text for text in sorted(full) if (nick := nickname(text))}
    for i in by_type["person"]:
        linked[i] = _person(names, i, full, nicknames)
    people = {part for text in full for part in name_parts(text)}
    organisations: list[str] = []
    for i in by_type["other"]:
        text = without_article(names[i].text)
        if names[i].type == "thing" and name_parts(text) and all(part in people for part in name_parts(text)):
            linked[i] = _person(names, i, full, nicknames)
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
    return linked


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


def _person(names: list[Name], i: int, full: list[str], nicknames: dict[str, str]) -> str:
    text = names[i].text
    if fold(text) in nicknames:
        return without_nickname(nicknames[fold(text)])
    fits = [
        other for other in full if same_person(text, other) and (len(name_parts(text)) == 1 or _compatible(text, other))
    ]
    if len(fits) > 1:
        for before in range(i - 1, -1, -1):
            nearest = next((other for other in fits if fold(names[before].text) == fold(other)), None)
            if nearest is not None:
                return without_nickname(nearest)
    return without_nickname(fits[0]) if fits else without_nickname(text)


def genders_of(names: list[Name], linked: list[str]) -> dict[str, str]:
    """ "m" or "f" for each person whose title or given name tells."""
    result: dict[str, str] = {}
    for name, entity in zip(names, linked, strict=True):
        if name.type != "person":
            continue
        title = fold(name.title or "").strip(".")
        parts = name_parts(entity)
        given = parts[0] if len(parts) > 1 else ""
        if title in {"mr", "sir", "king", "prince", "congressman", "lord"}:
            result[entity] = "m"
        elif title in {"mrs", "ms", "miss", "queen", "princess", "madam", "dame", "congresswoman"}:
            result[entity] = "f"
        elif entity not in result and given:
            male = given in words("people", "male")
            if male != (given in words("people", "female")):
                result[entity] = "m" if male else "f"
    return result
