"""The question that the claims of a cluster answer, in words for people, and the slot as a line for machines."""

import re
from collections import Counter
from collections.abc import Sequence

from factcheck.frames.frame import Frame
from factcheck.model.claim import Claim, Kind
from factcheck.model.time import Time

_IRREGULAR_PLURAL = {"person": "people", "people": "people", "man": "men", "woman": "women", "child": "children"}
_AUXILIARY = re.compile(
    r"^(?P<subject>.{1,90}?)\s(?P<auxiliary>was|were|is|are|has|have|had|will|would|could|can|may|might)\s(?P<rest>.+)$",
    re.S,
)
_LONGEST = 150  # characters of a statement inside a question


def slot(frames: Sequence[Frame]) -> str:
    """Kind, event, thing counted and names that most claims of a cluster share, in a fixed order."""
    kinds = Counter(frame.claim.kind.value for frame in frames)
    events = Counter(sense for frame in frames for sense in frame.senses)
    things = Counter(frame.counted.head for frame in frames if frame.counted.head)
    names = Counter(name for frame in frames for name in frame.names)
    shared = sorted(name for name, count in names.items() if 2 * count > len(frames))[:4]
    return "|".join((_top(kinds) or "event", _top(events) or "-", _top(things) or "-", ",".join(shared) or "-"))


def question(frames: Sequence[Frame], rule: str = "") -> str:
    """What the claims of a cluster answer, asked from its clearest claim: of most parts, then the shortest."""
    verbs = list(dict.fromkeys(frame.claim.predicate for frame in frames if frame.claim.predicate))
    if rule == "FC108" and len(verbs) > 1:
        return f"In law, did they {verbs[0]} or {verbs[1]} {frames[0].claim.object or 'them'}?"
    events = Counter(sense for frame in frames for sense in frame.senses)
    shared = {sense for sense, count in events.items() if 2 * count >= len(frames)}
    frames = [frame for frame in frames if frame.senses & shared] or list(frames)
    kinds = Counter(frame.claim.kind for frame in frames)
    kind = min(kinds, key=lambda item: (-kinds[item], item.value))
    amounts = [frame for frame in frames if frame.claim.quantity is not None and frame.claim.kind is Kind.QUANTITY]
    if amounts and 2 * len(amounts) >= len(frames):
        return _how_many(_clearest(amounts))
    frame = _clearest([frame for frame in frames if frame.claim.kind is kind])
    claim = frame.claim
    if kind is Kind.DATE and claim.time is not None:
        return _asked("When ", claim, without=claim.time.text)
    if kind is Kind.ROLE:
        return _which_role(frame)
    if kind is Kind.QUOTE:
        speaker = claim.attribution.speaker if claim.attribution else claim.subject
        return f"What did {speaker or 'the speaker'} say?"
    return _asked("", claim)


def _clearest(frames: Sequence[Frame]) -> Frame:
    def rank(frame: Frame) -> tuple[int, int, str]:
        claim = frame.claim
        parts = (claim.subject, claim.predicate, claim.object, claim.time, claim.quantity)
        return -sum(part is not None for part in parts), len(claim.text), claim.id

    return min(frames, key=rank)


def _how_many(frame: Frame) -> str:
    claim, quantity = frame.claim, frame.claim.quantity
    if quantity is None:
        return _asked("", claim)
    if quantity.kind == "age":
        return f"How old is {claim.subject or claim.object or 'the person'}?"
    asked = {"money": "how much money", "percent": "what share", "duration": "how long"}.get(quantity.kind, "how many")
    if quantity.unit is not None and asked == "how many":
        asked = f"how much (in {plural(quantity.unit)})"
    text = _short(claim.text)
    if quantity.text not in text:
        thing = f" {plural(quantity.counted)}" if quantity.counted else ""
        return f"{asked.capitalize()}{thing}: {text}?"
    replaced = text.replace(quantity.text, asked, 1)
    return replaced[:1].upper() + replaced[1:] + "?"


def _which_role(frame: Frame) -> str:
    claim, role = frame.claim, frame.role
    who = claim.subject or "the person"
    if role is None or not role.relations:
        return f"Who or what is {who}?"
    if not role.bodies:
        return f"What office does or did {who} hold?"
    asked = f"Which {min(role.kinds)}" if role.kinds else "What"
    return f"{asked} is or was {who} {min(role.relations)} of?"


def _asked(opening: str, claim: Claim, without: str | None = None) -> str:
    """A claim turned into a question: its auxiliary before its subject, or "did" before its base form."""
    text = _short(claim.text)
    if without is not None:
        text = re.sub(rf"\s*\b(?:in|on|at|since|by|during|of)?\s*\b{re.escape(without)}", "", text, count=1).strip(" ,")
    match = _AUXILIARY.match(text)
    if match is not None:
        words = f"{opening}{match['auxiliary']} {_lowered(match['subject'])} {match['rest']}"
    elif claim.predicate and claim.subject and without is None:
        words = " ".join(part for part in ("did", _lowered(claim.subject), claim.predicate, claim.object) if part)
    elif claim.predicate and claim.subject:
        words = opening + " ".join(
            part for part in ("did", _lowered(claim.subject), claim.predicate, claim.object) if part and part != without
        )
    else:
        words = f"{opening or 'Is it so that '}{_lowered(text)}"
    words = " ".join(words.split())
    return words[:1].upper() + words[1:].rstrip(" .?") + "?"


def _short(text: str) -> str:
    text = " ".join(text.split()).rstrip(" .")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"


def _lowered(text: str) -> str:
    """The text with the article or pronoun that begins it in lower case; a name keeps its capital."""
    first, _, rest = text.partition(" ")
    small = {"The", "A", "An", "Some", "Many", "Its", "His", "Her", "Their", "They", "He", "She", "It", "This", "These"}
    return f"{first.lower()} {rest}".strip() if first in small else text


def plural(noun: str) -> str:
    """The plural of a lemma phrase, by its last word.

    >>> plural("cartel prisoner"), plural("person"), plural("country")
    ('cartel prisoners', 'people', 'countries')
    """
    *rest, last = noun.split() or [noun]
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
        return " ".join(when.text.split())
    if first == last:
        return f"{first.day} {first:%b %Y}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and last.day >= 28:
        return f"{first:%b %Y}"
    return f"{first.day} {first:%b %Y} to {last.day} {last:%b %Y}"


def _top(counter: Counter[str]) -> str | None:
    return min(counter, key=lambda item: (-counter[item], item)) if counter else None
