"""FC116: the seat of a firm in another country than the one whose firm the source calls it.

"The Dutch retailer Wehling" has no seat in the United Kingdom. A person's nation says nothing of where he lives, so
that only firms are compared, and a source that names the other country beside the firm ("Anglo-Dutch", "the British arm
of") leaves it open.
"""

from collections.abc import Iterator

from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.names import aliases, countries
from factcheck.stages.support.clash import Clash
from factcheck.stages.support.counterparts import same
from factcheck.stages.support.party import party_of
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Statement, Word
from factcheck.stages.support.ties import bearers, is_passive, subject_of, told_as_so


def other_seat(reading: Reading) -> Iterator[Clash]:
    """A seat that the checked sentence gives to a firm, beside the nation that the source calls it of."""
    checked = reading.checked
    for verb in checked.words:
        if verb.lemma not in listed("support", "seated") or not told_as_so(checked, verb):
            continue
        firm, place = subject_of(checked, verb), _place(checked, verb)
        mine = None if firm is None else party_of(checked, firm, (checked,))
        seat = None if place is None else country(place)
        if mine is None or not mine.names or seat is None or place is None or not is_passive(checked, verb):
            continue
        for statement in reading.source:
            for word in statement.words:
                nation = country(word) if word.pos in ("ADJ", "PROPN") and word.dep in ("amod", "compound") else None
                noun = statement.words[word.head]
                if nation in (None, seat) or noun.lemma not in listed("support", "firms"):
                    continue
                if any(country(other) == seat for other in statement.words):
                    continue
                heads = [party_of(statement, head, reading.source) for head in (noun, *bearers(statement, noun))]
                if any(head is not None and same(mine, head) for head in heads) and told_as_so(statement, noun):
                    step = f"The source calls it “{word.norm} {noun.norm}”, the sentence seats it in “{place.norm}”."
                    where = (place.start, place.end), (word.start, word.end)
                    yield Clash("FC116", 0.6, step, *where, statement)


def country(word: Word) -> str | None:
    """The country that a name or an adjective stands for, by its key."""
    known = aliases().canonical.get(word.norm.replace(".", ""), word.norm)
    return known if known in countries() else None


def _place(statement: Statement, verb: Word) -> Word | None:
    for child in statement.children(verb.place, "obl"):
        if [case.norm for case in statement.children(child.place, "case")] == ["in"]:
            return child
    return None
