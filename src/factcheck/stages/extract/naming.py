"""The names of a document as found: recognised entities cleaned, nicknames taken in, runs of proper nouns added."""

from collections.abc import Collection
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from factcheck.lexicon.lists import words
from factcheck.names import acronym, is_month_as_name, without_possessive, without_title
from factcheck.stages.extract.tree import lemma, rel
from factcheck.text import fold, squeeze

_WHERE = frozenset({"in", "at", "near", "outside", "inside", "around", "across"})
_LOOSE_ENDS = frozenset({"of", "for", "from", "in", "and", "or", "the", "at", "to"})  # "Ann Lee of" Ostrania
_TYPES = {
    "PER": "person",
    "PERSON": "person",
    "ORG": "organization",
    "LOC": "place",
    "GPE": "place",
    "FAC": "place",
    "MISC": "thing",
    "EVENT": "thing",
    "PRODUCT": "thing",
    "WORK_OF_ART": "thing",
    "LAW": "thing",
    "NORP": "thing",
}


@dataclass(frozen=True, slots=True)
class Name:
    """A name at one place: tokens `first` to `last` inclusive, its text without title, and its type."""

    first: int
    last: int
    text: str
    type: str
    title: str | None = None


def names_of(doc: Doc) -> list[Name]:
    """The names of a document in text order, without overlaps; siblings who share a family name get theirs."""
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
        for i in range(first, last):  # "(Jerry) Lee" recognised from within the brackets
            if doc[i].text in {")", "]"} and not any(doc[k].text in {"(", "["} for k in range(first, i)):
                first = i + 1
                break
        while last > first and (
            doc[last].text in {"'s", "’s", "'", "’"} or doc[last].is_punct or doc[last].text.lower() in _LOOSE_ENDS
        ):
            last -= 1
        if not any(doc[i].text[:1].isupper() or doc[i].pos_ == "PROPN" for i in range(first, last + 1)):
            continue
        first = _from_month(doc, first, taken) if kind == "person" else first
        if doc[first].is_punct or (first == last and fold(doc[first].text).strip(".") in words("people", "calendar")):
            continue
        first, last = _with_nickname(doc, first, last)
        if any(i in taken for i in range(first, last + 1)):
            continue
        found.append(_name(doc, first, last, kind))
        taken.update(range(first, last + 1))
    for first, last in _proper_runs(doc, taken):
        found.append(_name(doc, first, last, _guess(doc, first, last)))
    return _brothers(doc, sorted(found, key=lambda name: name.first))


def _from_month(doc: Doc, first: int, taken: Collection[int]) -> int:
    """Where a person's name begins whose first name is a month that was recognised apart or not at all."""
    if first == 0 or first - 1 in taken:
        return first
    before = doc[first - 2].text if first > 1 else ""
    return first - 1 if is_month_as_name(doc[first - 1].text, before, doc[first].text) else first


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
            and fold(doc[i].text).strip(".") not in words("people", "calendar")
        ) or (start >= 0 and _holds_office(doc, i))
        if inside and start < 0:
            start = i
        if start >= 0 and (not inside or (i > start and doc[i].is_sent_start)):
            runs.append((start, i - 1))
            start = i if inside else -1
    return [(a, b) for a, b in runs if any(char.isalpha() for char in doc[a].text) and not doc[a].like_url]


def _holds_office(doc: Doc, mark: int) -> bool:
    """Whether a possessive mark stands within the name of a body: "the Attorney General's Office"."""
    return (
        0 < mark < len(doc) - 1
        and doc[mark].text in {"'s", "’s"}
        and fold(doc[mark - 1].text) in words("people", "roles") | words("people", "titles")
        and doc[mark + 1].text[:1].isupper()
        and doc[mark + 1].pos_ == "PROPN"
        and fold(doc[mark + 1].text) in words("people", "organizations")
    )


def _name(doc: Doc, first: int, last: int, kind: str) -> Name:
    office = _office(doc, first, last) if kind == "person" else first
    text = squeeze(doc[office : last + 1].text)
    owned = any(_holds_office(doc, i) for i in range(first, last))
    bare = text if owned else without_title(without_possessive(text))
    title = text[: len(text) - len(bare)].strip() or None
    if kind in {"thing", "place"} and _speaks(doc, first, last):
        kind = "person"
    if title is None and first > 0 and fold(doc[first - 1].text).strip(".") in words("people", "titles"):
        title = doc[first - 1].text
    if title and kind in {"thing", "person"}:
        kind = "person"
        while first < last and fold(doc[first].text).strip(".") in words("people", "titles"):
            first += 1
    return Name(max(first, office), last, bare, kind, title)


def _office(doc: Doc, first: int, last: int) -> int:
    """Where the person's own name begins in "Springfield Councilman Ann Lee": after the last word of office."""
    start = first
    for i in range(first, last - 1):
        if fold(doc[i].text) in words("people", "roles") and doc[i].text[:1].isupper():
            start = i + 1
    return start


def _speaks(doc: Doc, first: int, last: int) -> bool:
    """Whether a name is what people are: the subject of saying or telling, followed by an age (", 32,"), or called
    somebody's kin, a man or a woman.
    """
    head = next((doc[i] for i in range(first, last + 1) if not first <= doc[i].head.i <= last), doc[first])
    if _placed(doc, head, last):
        return False  # "at his home in Springfield, Ill., his son Lee said": the town is nobody's son
    described = [child for child in head.children if rel(child) == "appos" and child.i > last and child.tag_ == "NN"]
    if any(
        lemma(child) in words("people", "kin") | words("people", "women") | words("people", "men")
        for child in described
    ):
        return True  # "Raj Chohan, a 59-year-old grandmother"
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


def _placed(doc: Doc, head: Token, last: int) -> bool:
    """Whether a name is where something is: after "in" or "near", or before its state."""
    state = last + 2 < len(doc) and doc[last + 1].text == "," and doc[last + 2].text in words("people", "states")
    return state or any(rel(child) == "case" and child.text.lower() in _WHERE for child in head.children)


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
            follower is not None
            and name.type == "person"
            and follower.type in {"person", "thing"}
            and follower.first == name.last + 2
            and doc[name.last + 1].text.lower() in {"and", "&"}
            and _kin_near(doc, name.first)
        ):
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
