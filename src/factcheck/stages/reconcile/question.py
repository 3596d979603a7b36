"""The question that the claims of a cluster answer, in words for people, and the slot as a line for machines."""

from collections import Counter
from collections.abc import Sequence

from factcheck.frames.frame import Frame
from factcheck.lexicon.words import predicates
from factcheck.model.claim import Claim, Kind
from factcheck.model.time import Time

_IRREGULAR_PLURAL = {"person": "people", "man": "men", "woman": "women", "child": "children", "life": "lives"}


def slot(frames: Sequence[Frame]) -> str:
    """Kind, event, thing counted and names that most claims of a cluster share, in a fixed order."""
    kinds = Counter(frame.claim.kind.value for frame in frames)
    events = Counter(sense for frame in frames for sense in frame.senses)
    things = Counter(frame.counted.head for frame in frames if frame.counted.head)
    names = Counter(name for frame in frames for name in frame.names)
    parts = [
        _top(kinds) or "event",
        _top(events) or "-",
        _top(things) or "-",
        ",".join(sorted(name for name, count in names.items() if 2 * count > len(frames))[:4]) or "-",
    ]
    return "|".join(parts)


def question(frames: Sequence[Frame]) -> str:
    """What the claims of a cluster answer, asked from its clearest claim: the one with most parts, then the shortest."""
    kinds = Counter(frame.claim.kind for frame in frames)
    kind = min(kinds, key=lambda item: (-kinds[item], item.value))
    dated = [frame for frame in frames if frame.claim.kind is Kind.DATE]
    amounts = [frame for frame in frames if frame.claim.quantity is not None]
    if 2 * len(amounts) >= len(frames) and kind is not Kind.ROLE and not (dated and kind is Kind.DATE):
        return _how_many(_clearest(amounts))
    if dated and kind is Kind.DATE:
        claim = _clearest(dated)
        return f"When {_did(claim)}?"
    claim = _clearest([frame for frame in frames if frame.claim.kind is kind])
    if kind is Kind.ROLE:
        return f"What is {claim.subject or 'the person'} or was, and where?"
    if kind is Kind.QUOTE:
        speaker = claim.attribution.speaker if claim.attribution else claim.subject
        return f"What did {speaker or 'the speaker'} say?"
    if claim.predicate and claim.predicate not in ("be", "is", "are", "was", "were") and (claim.subject or claim.object):
        return f"Is it so that {_statement(claim)}?"
    return f"What is said of {claim.subject or claim.object or 'this'}?"


def _clearest(frames: Sequence[Frame]) -> Claim:
    def rank(frame: Frame) -> tuple[int, int, str]:
        claim = frame.claim
        parts = sum(part is not None for part in (claim.subject, claim.predicate, claim.object, claim.time, claim.quantity))
        return -parts, len(claim.text), claim.id

    return min(frames, key=rank).claim


def _how_many(claim: Claim) -> str:
    quantity = claim.quantity
    assert quantity is not None
    if quantity.kind == "age" or (quantity.unit == "second" and "year" in (quantity.written_unit or "") and not claim.predicate):
        return f"How old is {claim.subject or 'the person'}?"
    thing = plural(quantity.counted) if quantity.counted else None
    if quantity.unit is None:
        asked = f"How many {thing or 'there are'}"
    elif quantity.kind == "money":
        asked = "How much money"
    elif quantity.kind == "percent":
        asked = f"What share{' of ' + thing if thing else ''}"
    elif quantity.unit == "second":
        asked = "How long"
    else:
        asked = f"How much{' ' + thing if thing else ''} (in {plural(quantity.unit)})"
    return f"{asked}: {_statement(claim)}?" if claim.predicate else f"{asked}?"


def _did(claim: Claim) -> str:
    return f"was it that {_statement(claim)}"


def _statement(claim: Claim) -> str:
    text = claim.text.rstrip(" .")
    return text if len(text) <= 140 else text[:137].rsplit(" ", 1)[0] + " …"


def plural(noun: str) -> str:
    """The plural of a lemma phrase, by its last word.

    >>> plural("cartel prisoner"), plural("person"), plural("country")
    ('cartel prisoners', 'people', 'countries')
    """
    *rest, last = noun.split()
    if last in _IRREGULAR_PLURAL:
        last = _IRREGULAR_PLURAL[last]
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        last = last[:-1] + "ies"
    elif last.endswith(("s", "x", "ch", "sh")):
        last += "es"
    elif last[-1:].isalpha():
        last += "s"
    return " ".join((*rest, last))


def day(when: Time) -> str:
    """A time as short as its precision allows: "27 Feb 2025", "Feb 2025", "2025"."""
    first, last = when.first, when.last
    if first is None or last is None:
        return when.text
    if first == last:
        return f"{first.day} {first:%b %Y}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    if first.day == 1 and first.month == last.month and first.year == last.year:
        return f"{first:%b %Y}"
    return f"{first.day} {first:%b %Y} to {last.day} {last:%b %Y}"


def _top(counter: Counter[str]) -> str | None:
    return min(counter, key=lambda item: (-counter[item], item)) if counter else None


def sense_names(frame: Frame) -> tuple[str, ...]:
    """The senses of a frame's predicate that the lexicon knows, sorted."""
    return tuple(sorted(frame.senses & frozenset(predicates().once | frame.senses)))
