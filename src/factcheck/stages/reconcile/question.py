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
_ONE_ONLY = frozenset({"head", "founder", "owner", "leader", "chief", "chair", "president", "director", "minister"})
# Words that point outside the claim, or deny it: with one as its subject, no question can be asked of the claim alone.
_POINTING = re.compile(
    r"^(?:none|no|nobody|nothing|neither|it|its|they|this|that|these|those|there|he|she|his|her|their|who|which|what|"
    r"some|others?|another|one|all|both|many|few|several|i|we|you|our|my|your)\b(?! of\b)",
    re.IGNORECASE,
)
_OPEN = re.compile(r"^(?:to|that|no idea|it|them|so)\b", re.IGNORECASE)  # objects that say too little alone
_WITH_MORE = frozenset({"allow", "let", "make", "help", "force", "enable", "cause", "have", "say", "believe", "think"})
_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})
# "As of Tuesday, the toddler": the phrase before the subject is no part of it.
_OPENED = re.compile(r"^(?:As|In|On|At|By|After|Before|During|Since|Until|For|With|From)\b[^,]*,\s+(?=\S)")
_NOUN = re.compile(r"(?:an?|the|no|his|her|its|their|some|any|many|several)\s", re.IGNORECASE)
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
        thing = re.sub(r"^an? (?:combined )?total of ", "the ", frames[0].claim.object or "them")
        return f"In law, did they {verbs[0]} or {verbs[1]} {thing}?"
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
        return f"How old is {_ageless(claim)}?"
    asked = {"money": "how much money", "percent": "what share", "duration": "how long"}.get(quantity.kind, "how many")
    if quantity.unit is not None and asked == "how many":
        asked = f"how much (in {plural(quantity.unit)})"
    text = _short(claim.text)
    if quantity.text not in text:
        thing = f" {plural(quantity.counted)}" if quantity.counted else ""
        return f"{asked.capitalize()}{thing}: {text}?"
    begin = text.find(claim.subject) if claim.subject else -1
    if 0 < begin < text.find(quantity.text) and text[:begin].strip(" ,").count(" ") < 3 and "," not in text[begin:]:
        text = text[begin:]  # "Weeks the council closed three pools": what was before belongs to a clause left out
    replaced = text.replace(quantity.text, asked, 1)
    if _POINTING.match(replaced) or replaced.endswith("…") or f"a {asked}" in replaced:
        thing = f" {plural(quantity.counted)}" if quantity.counted else ""
        return f"{asked[:1].upper()}{asked[1:]}{thing}: {_quotation(claim)}?"
    return replaced[:1].upper() + replaced[1:] + "?"


_AGED = re.compile(
    r"[\s,-]*\b[\w-]+[\s-](?:years?|yrs?|months?)[\s-]olds?\b|\b(?:an?|the)\b(?=\s*[\w-]+[\s-](?:year|yr|month))", re.I
)


def _ageless(claim: Claim) -> str:
    """Who is asked for, without the age that is the answer: "the boy" for "an 11-year-old boy"."""
    who = claim.subject or claim.object or ""
    bare = " ".join(_AGED.sub(" ", who).split())
    if bare == who:
        return _lowered(who) if who else "the person"
    if _NOUN.match(bare):
        return _lowered(bare)
    return f"the {bare[:1].lower()}{bare[1:]}" if bare else "the person"


def _which_role(frame: Frame) -> str:
    claim, role = frame.claim, frame.role
    who = claim.subject or "the person"
    if role is None or not role.relations:
        return f"Who or what is {who}?"
    if not role.bodies:
        return f"What office does or did {who} hold?"
    relation = min(role.relations)
    if frame.subject.plural and len(frame.subject.names) > 1:
        who = f"the {who}" if who[:1].islower() and not who.startswith("the ") else who
        asked = f"Which {min(role.kinds)}" if role.kinds else "What"
        return f"{asked} are or were {who} {plural(relation)} of?"
    if role.kinds:
        return f"Which {min(role.kinds)} is or was {who} {_one(relation)} of?"
    return f"What is or was {who} {_one(relation)} of?"


def _one(relation: str) -> str:
    """A standing as one says it of a person: "head", of whom there is one, but "an agent", "a member"."""
    if relation in _ONE_ONLY:
        return relation
    return f"{'an' if relation[0] in 'aeiou' else 'a'} {relation}"


def _asked(opening: str, claim: Claim, without: str | None = None) -> str:
    """A claim turned into a question: its auxiliary before its subject, or "did" before its base form."""
    text = _short(claim.text)
    if text.endswith("…") or _unaskable(claim, dated=without is not None):
        return f"{opening.strip() or 'Is it so'}: {_quotation(claim)}?"
    if without is not None:
        text = re.sub(rf"\s*\b(?:in|on|at|since|by|during|of)?\s*\b{re.escape(without)}", "", text, count=1).strip(" ,")
    match = _AUXILIARY.match(text)
    if match is not None:
        subject = _lowered(_OPENED.sub("", match["subject"]))
        if match["auxiliary"] in ("has", "have", "had") and _NOUN.match(match["rest"]):
            does = "did" if match["auxiliary"] == "had" else "does" if match["auxiliary"] == "has" else "do"
            words = f"{opening}{does} {subject} have {match['rest']}"
        else:
            words = f"{opening}{match['auxiliary']} {subject} {match['rest']}"
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


def _unaskable(claim: Claim, dated: bool = False) -> bool:
    """Whether a question made of the claim's parts would not say what it asks: who, or what was done, is left out."""
    subject = claim.subject or ""
    stated = _AUXILIARY.match(_short(claim.text))
    if dated and stated is not None and not _POINTING.match(stated["subject"]):
        return False
    if not subject or _POINTING.match(subject) or subject.lower() == (claim.object or "").lower():
        return True
    if dated:
        return False
    if stated is not None:
        return False
    return not claim.object or bool(_OPEN.match(claim.object)) or (claim.predicate or "") in _WITH_MORE


def _quotation(claim: Claim) -> str:
    """The source's own words, in quotation marks; cut at a word where they are long."""
    text = _short(claim.span.text).strip('“”"').translate(_INNER)
    return f"“{text}”"


def _short(text: str) -> str:
    text = " ".join(text.split()).rstrip(" .")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"


def _lowered(text: str) -> str:
    """The text with the article or pronoun that begins it in lower case; a name keeps its capital."""
    first, _, rest = text.partition(" ")
    small = {"The", "A", "An", "Some", "Many", "Its", "His", "Her", "Their", "They", "He", "She", "It", "This", "These"}
    small |= {
        "There",
        "That",
        "Those",
        "Police",
        "Officers",
        "Authorities",
        "Officials",
        "Investigators",
        "People",
        "Other",
        "Another",
        "Two",
        "Three",
        "Several",
    }
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
