"""Named people, organisations and places of one article, each mention linked to the article's fullest name for it.

The recogniser's entities are cleaned (titles, possessives, nicknames between quotation marks), names without an entity
are added from runs of proper nouns, and short names join the longest name that they can stand for. A short name that
fits two people goes to the one named last before it; brothers keep their own names and share a group.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from factcheck.lexicon.lists import words
from factcheck.model.claim import Mention
from factcheck.names import (
    acronym,
    is_acronym_of,
    name_parts,
    nickname,
    same_person,
    without_article,
    without_nickname,
    without_possessive,
    without_title,
)
from factcheck.stages.extract.tree import kid, kids, lemma, rel
from factcheck.text import fold, squeeze

_TYPES = {
    "PER": "person", "PERSON": "person", "ORG": "organization", "LOC": "place", "GPE": "place", "FAC": "place", "MISC": "thing",
    "EVENT": "thing", "PRODUCT": "thing", "WORK_OF_ART": "thing", "LAW": "thing", "NORP": "thing",
}  # fmt: skip
_CALENDAR = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mr",
        "mrs",
        "ms",
    ]
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name at one place: tokens `first` to `last` inclusive, its text without title, and its type."""

    first: int
    last: int
    text: str
    type: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Entities:
    """The linked mentions of a document. `at` maps a token's index to its mention, `members` a group to its people."""

    mentions: tuple[Mention, ...]
    at: dict[int, Mention] = field(default_factory=dict)
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)

    def of(self, head: Token) -> Mention | None:
        """The mention that a noun phrase's head word belongs to; a name inside the phrase does not count."""
        return self.at.get(head.i)


def entities(doc: Doc) -> Entities:
    """Find and link the names of a document. Mentions are in text order and do not overlap."""
    names = _names(doc)
    names = _brothers(doc, names)
    linked = _link(names)
    at: dict[int, Mention] = {}
    mentions: list[Mention] = []
    members: dict[str, tuple[str, ...]] = {}
    genders = _genders(names, linked)
    for name, entity in zip(names, linked, strict=True):
        start, last = doc[name.first], doc[name.last]
        end = last.idx + len(last.text)
        mention = Mention(start.idx, end, doc.text[start.idx : end], entity, name.type, True)
        mentions.append(mention)
        for i in range(name.first, name.last + 1):
            at[i] = mention
    _groups(doc, names, linked, mentions, at, members)
    mentions.sort(key=lambda mention: (mention.start, mention.end))
    return Entities(tuple(mentions), at, members, genders)


def _names(doc: Doc) -> list[Name]:
    taken: set[int] = set()
    found: list[Name] = []
    for ent in doc.ents:
        kind = _TYPES.get(ent.label_.upper())
        if kind is None:
            continue
        first, last = ent.start, ent.end - 1
        while first < last and (
            doc[first].text.lower() in {"the", "a", "an"} or doc[first].is_punct or doc[first].pos_ == "ADP"
        ):
            first += 1
        while last > first and (doc[last].text in {"'s", "’s", "'", "’"} or doc[last].is_punct):
            last -= 1
        if not any(char.isupper() for char in doc[first : last + 1].text):
            continue
        if doc[first].is_punct or (first == last and fold(doc[first].text).strip(".") in _CALENDAR):
            continue
        first, last = _with_nickname(doc, first, last)
        if any(i in taken for i in range(first, last + 1)):
            continue
        found.append(_name(doc, first, last, kind))
        taken.update(range(first, last + 1))
    for first, last in _proper_runs(doc, taken):
        found.append(_name(doc, first, last, _guess(doc, first, last)))
    return sorted(found, key=lambda name: name.first)


def _with_nickname(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """Take in a quoted nickname between two parts of a name."""
    quote = {"“", '"', "”", "‘", "’", "``", "''"}
    if last + 3 < len(doc) and doc[last + 1].text in quote:
        for close in range(last + 2, min(last + 6, len(doc) - 1)):
            if doc[close].text in quote and doc[close + 1].pos_ == "PROPN" and doc[close + 1].text[:1].isupper():
                end = close + 1
                while end + 1 < len(doc) and doc[end + 1].pos_ == "PROPN" and rel(doc[end + 1]) in {"flat", "compound"}:
                    end += 1
                return first, end
    return first, last


def _proper_runs(doc: Doc, taken: set[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start = -1
    for i in range(len(doc) + 1):
        inside = (
            i < len(doc)
            and i not in taken
            and doc[i].pos_ == "PROPN"
            and doc[i].text[:1].isupper()
            and fold(doc[i].text).strip(".") not in _CALENDAR
        )
        if inside and start < 0:
            start = i
        if start >= 0 and (not inside or (i > start and doc[i].is_sent_start)):
            runs.append((start, i - 1))
            start = i if inside else -1
    return [(a, b) for a, b in runs if any(char.isalpha() for char in doc[a].text) and not doc[a].like_url]


def _name(doc: Doc, first: int, last: int, kind: str) -> Name:
    text = squeeze(doc[first : last + 1].text)
    bare = without_title(without_possessive(text))
    title = text[: len(text) - len(bare)].strip() or None
    if kind == "thing" and _speaks(doc, first, last):
        kind = "person"
    if title is None and first > 0 and fold(doc[first - 1].text).strip(".") in words("people", "titles"):
        title = doc[first - 1].text
    if title and kind in {"thing", "person"}:
        kind = "person"
        while first < last and fold(doc[first].text).strip(".") in words("people", "titles"):
            first += 1
    return Name(first, last, bare, kind, title)


def _speaks(doc: Doc, first: int, last: int) -> bool:
    """Whether a name is what people are: the subject of saying or telling, or followed by an age (", 32,")."""
    head = next((doc[i] for i in range(first, last + 1) if not first <= doc[i].head.i <= last), doc[first])
    if (
        rel(head) == "nsubj"
        and lemma(head.head) in {"say", "tell", "testify", "recall", "argue", "admit"}
        and last - first < 4
    ):
        return lemma(doc[last]) not in words("people", "organizations") and not acronym(doc[last].text)
    return (
        last + 3 < len(doc)
        and doc[last + 1].text == ","
        and doc[last + 2].like_num
        and len(doc[last + 2].text) == 2
        and doc[last + 3].text == ","
    )


def _guess(doc: Doc, first: int, last: int) -> str:
    parts = [fold(doc[i].text) for i in range(first, last + 1)]
    if parts[-1] in words("people", "organizations") or acronym(doc[first : last + 1].text):
        return "organization"
    if parts[-1] in words("people", "places"):
        return "place"
    if parts[0] in words("people", "male") or parts[0] in words("people", "female"):
        return "person"
    return "thing"


def _brothers(doc: Doc, names: list[Name]) -> list[Name]:
    """ "Ann and Bea Lee": two names of which the first borrows the family name, if a noun of kinship says so."""
    result: list[Name] = []
    for position, name in enumerate(names):
        text = doc[name.first : name.last + 1].text
        joint = [i for i in range(name.first + 1, name.last) if doc[i].text.lower() == "and"]
        if name.type == "person" and joint and doc[name.last].pos_ == "PROPN":
            left, right = (
                Name(name.first, joint[0] - 1, doc[name.first : joint[0]].text, "person"),
                Name(joint[0] + 1, name.last, doc[joint[0] + 1 : name.last + 1].text, "person"),
            )
            result.extend((_borrow(left, right), right))
            continue
        follower = names[position + 1] if position + 1 < len(names) else None
        if (
            follower is not None and name.type == "person" and follower.type in {"person", "thing"} and follower.first == name.last + 2
            and doc[name.last + 1].text.lower() in {"and", "&"} and _kin_near(doc, name.first)
        ):  # fmt: skip
            result.append(_borrow(name, follower))
            continue
        result.append(Name(name.first, name.last, squeeze(name.text if name.text else text), name.type, name.title))
    return result


def _borrow(left: Name, right: Name) -> Name:
    own, other = left.text.split(), right.text.split()
    if len(other) < 2 or fold(own[-1]) == fold(other[-1]):
        return left
    return Name(left.first, left.last, " ".join([*own, *other[1:]]), "person", left.title)


def _kin_near(doc: Doc, first: int) -> bool:
    near = doc[max(0, first - 3) : first]
    return any(lemma(token) in {"brother", "sister", "twin", "sibling", "couple", "cousin"} for token in near)


def _link(names: list[Name]) -> list[str]:
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


def _genders(names: list[Name], linked: list[str]) -> dict[str, str]:
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


def _groups(
    doc: Doc,
    names: list[Name],
    linked: list[str],
    mentions: list[Mention],
    at: dict[int, Mention],
    members: dict[str, tuple[str, ...]],
) -> None:
    """Groups of people: "the Lee brothers", "the Lees", "the brothers"; members are known if they were named together."""
    people = sorted({entity for name, entity in zip(names, linked, strict=True) if name.type == "person"})
    known: str | None = None
    for token in doc:
        if lemma(token) in {"brother", "sister", "sibling", "twin"} and token.tag_ in {"NNS", "NNPS"}:
            start = token
            surname = next(
                (
                    child
                    for child in kids(token, "compound", "amod", "nmod:poss", "flat")
                    if child.pos_ == "PROPN" and child.i < token.i
                ),
                None,
            )
            named = [at[child.i].entity for child in _named_below(token) if child.i in at]
            if surname is not None:
                start = surname
                parts = name_parts(surname.text)
                named = named or [person for person in people if parts and parts[-1] in name_parts(person)[1:]]
                known = f"the {surname.text} {token.text}"
                members[known] = tuple(named)
            elif len(named) > 1:
                shared = [
                    part for part in name_parts(named[0]) if all(part in name_parts(other) for other in named[1:])
                ]
                title = next((word for word in named[0].split() if shared and fold(word) == shared[0]), None)
                known = f"the {title} {token.text}" if title else " and ".join(named)
                members[known] = tuple(dict.fromkeys(named))
            if known is not None:
                end = token.idx + len(token.text)
                mention = Mention(start.idx, end, doc.text[start.idx : end], known, "group", surname is not None)
                if surname is None and not named:
                    at[token.i] = mention
                    mentions.append(mention)
                elif surname is not None:
                    for old in {at[i] for i in range(surname.i, token.i + 1) if i in at}:
                        if old in mentions:
                            mentions.remove(old)
                    for i in range(surname.i, token.i + 1):
                        at[i] = mention
                    mentions.append(mention)
        elif token.tag_ == "NNPS" and token.i in at and kid(token, "det") is not None and token.text.endswith("s"):
            family = [person for person in people if fold(token.text[:-1]) in name_parts(person)[1:]]
            if len(family) > 1:
                group = next(
                    (
                        name
                        for name in sorted(members)
                        if set(family) <= set(members[name]) or set(members[name]) & set(family)
                    ),
                    f"the {token.text}",
                )
                members.setdefault(group, tuple(family))
                old = at[token.i]
                mention = Mention(token.idx, token.idx + len(token.text), token.text, group, "group", True)
                if old in mentions:
                    mentions.remove(old)
                mentions.append(mention)
                at[token.i] = mention


def _named_below(token: Token) -> list[Token]:
    """The names in apposition to, or flat with, a plural noun of kinship, with their conjuncts."""
    heads = [child for child in kids(token, "appos", "flat", "nmod") if child.pos_ == "PROPN" and child.i > token.i]
    if not heads and token.head.pos_ == "PROPN" and rel(token) in {"compound", "nmod", "amod"}:
        heads = [token.head]
    return [part for head in heads for part in (head, *kids(head, "conj"))]
