"""To what an amount, a day or a name belongs in the source: the year of another deed, the holder of another office.

All words of "The pool was closed in 1974" stand in "The pool, built in 1974 and closed in 2022".
"""

from collections.abc import Iterator

from factcheck.model.quantity import Quantity
from factcheck.model.time import Time
from factcheck.stages.support.match import ENOUGH, Told, tells
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Statement, Word

_SAME = 0.8  # likeness of words that say the same
_UP = 4
_SHARED = frozenset({"member", "founder", "brother", "sister", "son", "daughter"})  # what several can be at a time
_STEPS = frozenset({"by", "to", "from"})  # "rose by 6 percent", "rose to 6 percent"


def attached(reading: Reading) -> str | None:
    """The first reason, in words, why a told amount, time or name says another thing in the source, or None."""
    return _amount_of_another(reading) or _other_step(reading) or _other_holder(reading)


def _amount_of_another(reading: Reading) -> str | None:
    """An amount or a time that the source has with another word, while the sentence's word has another one there."""
    for start, end, text, kind, key in _values(reading.checked):
        governor, _ = _governor(reading.checked, start, end)
        told = _told(reading, governor)
        if told is None or told.by is None or told.statement is None:
            continue
        if sum(_governor(reading.checked, value[0], value[1])[0] == governor for value in _values(reading.checked)) > 1:
            continue
        found = list(_values(told.statement))
        alike = [value for value in found if value[3:] == (kind, key)]
        if not alike or any(_belongs(told.statement, value[0], value[1], told.by, kind == "count") for value in alike):
            continue
        others = [value for value in found if value[3] == kind and value[4] != key]
        mine = [
            value[2]
            for value in others
            if (place := _governor(told.statement, value[0], value[1])[0]) is not None and place.place == told.by.place
        ]
        if mine:
            return f"In the source “{told.by.norm}” goes with “{mine[0]}”, and not with “{text}”."
    return None


def _other_step(reading: Reading) -> str | None:
    """An amount by which something rose is told as that to which it rose."""
    for start, end, text, kind, key in _values(reading.checked):
        governor, way = _governor(reading.checked, start, end)
        told = _told(reading, governor)
        if told is None or told.by is None or told.statement is None or way not in _STEPS:
            continue
        ways = {
            there
            for value in _values(told.statement)
            if value[3:] == (kind, key)
            for place, there in [_governor(told.statement, value[0], value[1])]
            if place is not None and place.place == told.by.place
        }
        if ways and ways <= _STEPS and way not in ways:
            return f"The source has “{min(ways)} {text}”, and not “{way} {text}”."
    return None


def _values(statement: Statement) -> Iterator[tuple[int, int, str, str, object]]:
    """The exact amounts and the days of a statement: start, end, text, kind, and what makes two of them equal."""
    items: list[Quantity | Time] = [*statement.amounts, *(time for time in statement.times if time.kind == "date")]
    for item in items:
        if isinstance(item, Time):
            if item.resolved or item.value:
                yield item.start, item.end, item.text, "time", item.value or (item.first, item.last)
        elif item.value is not None and not any(time.start <= item.start < time.end for time in statement.times):
            yield item.start, item.end, item.text, item.unit or item.kind, item.value


def _governor(statement: Statement, start: int, end: int) -> tuple[Word | None, str]:
    """The content word above a stretch of text, and the preposition by which the stretch hangs on it."""
    inside = [word for word in statement.words if start <= word.start and word.end <= end]
    top = next((word for word in inside if not start <= statement.words[word.head].start < end), None)
    if top is None or top.head == top.place:
        return None, ""
    way = " ".join(child.norm for child in statement.children(top.place, "case"))
    word = statement.words[top.head]
    for _ in range(_UP):
        if word.content:
            return word, way or " ".join(child.norm for child in statement.children(word.place, "case"))
        if word.head == word.place:
            break
        word = statement.words[word.head]
    return None, way


def _told(reading: Reading, word: Word | None) -> Told | None:
    if word is None:
        return None
    return next((item for item in reading.told if item.word.place == word.place and item.likeness >= _SAME), None)


def _belongs(statement: Statement, start: int, end: int, word: Word, counts: bool) -> bool:
    """Whether a stretch of text may belong to a word: it hangs on it or near it, or the word is its whole ("1,200 of
    its jobs").
    """
    place, _ = _governor(statement, start, end)
    if place is None or place.stem == word.stem or start <= statement.words[word.head].start < end:
        return True
    if place.pos != "NOUN" and word.pos == "NOUN" and counts:
        return True  # "65 people are missing and 750 have been rescued"
    if tells(place, word)[0] >= ENOUGH:
        return True  # "rose 3 percent", "added 9 percent"
    return any(
        one.head == other.place and one.dep.split(":")[0] not in ("conj", "parataxis", "advcl")
        for one, other in ((place, word), (word, place))
    )


def _other_holder(reading: Reading) -> str | None:
    """The sentence says that somebody is what the source says of another: "Per Dahl is the mayor"."""
    checked = reading.checked
    for item in reading.told:
        noun, by, statement = item.word, item.by, item.statement
        if by is None or statement is None or item.likeness < _SAME or noun.pos != "NOUN" or noun.denied:
            continue
        if not noun.person or noun.lemma in _SHARED or by.norm != by.lemma:
            continue
        holder = _copular_holder(checked, noun)
        names = _holders(statement, by)
        if holder is not None and names and not any(_name(checked, holder) & name for name in names):
            return f"In the source the {by.norm} is “{' '.join(sorted(names[0]))}”."
    return None


def _copular_holder(statement: Statement, noun: Word) -> Word | None:
    """The name in "Per Dahl is the mayor" or "The mayor is Per Dahl"."""
    copula = statement.children(noun.place, "cop")
    if copula and noun.head == noun.place:
        return next((word for word in statement.children(noun.place, "nsubj") if word.pos == "PROPN"), None)
    head = statement.words[noun.head]
    if noun.dep == "nsubj" and head.pos == "PROPN" and statement.children(head.place, "cop"):
        return head
    return None


def _holders(statement: Statement, noun: Word) -> list[set[str]]:
    """The names that a source gives an office: "the mayor, Ida Krog", "Mayor Krog", "Krog, the mayor"."""
    places = [word for word in statement.children(noun.place, "nmod") if word.pos == "PROPN"]
    beside = [noun, *places]  # "the mayor of Holm, Ida Krog": a parse may hang the name on the place
    found = [word for side in beside for word in statement.children(side.place, "appos") if word.pos == "PROPN"]
    found += [word for word in statement.children(noun.place, "flat") if word.pos == "PROPN"]
    head = statement.words[noun.head]
    if noun.dep in ("appos", "compound", "flat", "nmod:desc") and head.pos == "PROPN":
        found.append(head)
    holder = _copular_holder(statement, noun)
    return [_name(statement, word) for word in [*found, *([holder] if holder else [])]]


def _name(statement: Statement, word: Word) -> set[str]:
    parts = statement.children(word.place, "flat", "flat:name", "compound")
    return {word.norm, *(part.norm for part in parts if part.pos == "PROPN")}
