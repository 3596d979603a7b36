"""The question that the claims of a cluster answer, in words for people, and the slot as a line for machines."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from factcheck.frames.frame import Frame, follower_names
from factcheck.lexicon.drift import information, relations
from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.measures import measures
from factcheck.lexicon.names import aliases
from factcheck.lexicon.stem import stem
from factcheck.model.claim import Claim, Kind
from factcheck.model.time import Time
from factcheck.names import name_key

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
_UNCHANGED = listed("frames", "unchanged")
_PERSONS = listed("people", "people") | listed("people", "male") | listed("people", "female")
_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})
_DENYING = re.compile(rf"{_POINTING.pattern}|(?:none|neither)\b", re.IGNORECASE)
# "As of Tuesday, the toddler": the phrase before the subject is no part of it.
_OPENED = re.compile(r"^(?:As|In|On|At|By|After|Before|During|Since|Until|For|With|From)\b[^,]*,\s+(?=\S)")
_NOUN = re.compile(r"(?:an?|the|no|his|her|its|their|some|any|many|several)\s", re.IGNORECASE)
_FEW = 3  # blanks in a claim's words: with fewer, its sentence is quoted
_COMMON = 17.0  # nats: words that are rarer may be names
_LONGEST = 150  # characters of a statement inside a question


def slot(frames: Sequence[Frame]) -> str:
    """Kind, event, thing counted and names that most claims of a cluster share, in a fixed order."""
    kinds = Counter(frame.claim.kind.value for frame in frames)
    events = Counter(sense for frame in frames for sense in frame.senses)
    things = Counter(frame.counted.head for frame in frames if frame.counted.head)
    names = Counter(name for frame in frames for name in frame.names)
    shared = sorted(name for name, count in names.items() if 2 * count > len(frames))[:4]
    return "|".join((_top(kinds) or "event", _top(events) or "-", _top(things) or "-", ",".join(shared) or "-"))


def question(frames: Sequence[Frame], rule: str = "", origins: Mapping[str, str] | None = None) -> str:
    """What the claims of a cluster answer, asked from its clearest claim: of most parts, then no copy's, the shortest.

    Args:
        rule: The rule of the finding that asks, which says what is asked for.
        origins: Source id -> the source it derives from in the end; a copy's words are the last resort.
    """
    copies = {source for source, origin in (origins or {}).items() if source != origin}
    if rule == "FC109":
        followed = _followed(frames)
        if followed is not None:
            return followed
    verbs = list(dict.fromkeys(frame.claim.predicate for frame in frames if frame.claim.predicate))
    if rule == "FC108" and len(verbs) > 1:
        thing = re.sub(r"^an? (?:combined )?total of ", "the ", frames[0].claim.object or "them")
        return f"In law, did they {verbs[0]} or {verbs[1]} {thing}?"
    events = Counter(sense for frame in frames for sense in frame.senses)
    shared = {sense for sense, count in events.items() if 2 * count >= len(frames)}
    frames = [frame for frame in frames if frame.senses & shared] or list(frames)
    kind = _kind(frames, rule)
    amounts = [frame for frame in frames if frame.claim.quantity is not None]
    if kind is Kind.QUANTITY and amounts:
        pointed = [frame for frame in amounts if frame.claim.kind is kind] or amounts
        ranked = _ranked(pointed, copies)
        measure = _measure(ranked)
        if measure is not None and not _counted_by_event(ranked):
            return measure
        asked = (_how_many(frame) for frame in ranked)
        well = next((words for words in asked if not words.startswith(_LAST_RESORT)), measure)
        return well or _how_many(ranked[0])
    frame = _clearest([frame for frame in frames if frame.claim.kind is kind] or list(frames), copies)
    claim = frame.claim
    if kind is Kind.DATE and claim.time is not None:
        return _asked("When ", claim, without=claim.time.text)
    if kind is Kind.ROLE:
        return _which_role(frame)
    if kind is Kind.QUOTE:
        speaker = claim.attribution.speaker if claim.attribution else claim.subject
        if not speaker or _POINTING.match(speaker):
            return f"What was said: {_quotation(claim)}?"
        return f"What did {_lowered(speaker, claim)} say?"
    return _asked("", claim)


def _measure(ranked: Sequence[Frame]) -> str | None:
    """ "What was the speed of the express?", of amounts that are all of one measure; None where they are not."""
    shared = frozenset.intersection(*(frame.measures for frame in ranked))
    if len(ranked) < 2 or len(shared) != 1:
        return None
    (name,) = shared
    told = measures()[name]
    bearer = next((frame.claim.subject for frame in ranked if _bears(frame, told.near)), None)
    return f"What was the {name}?" if told.alone or bearer is None else f"What was the {name} of {_lowered(bearer)}?"


def _counted_by_event(ranked: Sequence[Frame]) -> bool:
    """Whether what the amounts measure is told by the event alone, of which there may be another: "the death toll"."""
    return all(not measures()[name].kinds for frame in ranked for name in frame.measures)


def _bears(frame: Frame, near: Collection[str]) -> bool:
    """Whether the subject of a claim is what has the measure, and no word for the measure itself."""
    subject = frame.claim.subject
    return bool(subject) and frame.subject.head not in near and not _POINTING.match(subject or "")


def _followed(frames: Sequence[Frame]) -> str | None:
    """ "When was Omar caught?", of "Miguel was caught in 2013, and Omar two years later"; None if nobody follows."""
    for frame in frames:
        claim, names = frame.claim, follower_names(frame.claim)
        whom = claim.subject or claim.object
        if names and whom and claim.time is not None:
            asked = _asked("When ", claim, without=claim.time.text)
            written = next((part for part in (whom, whom.split()[0]) if part in asked), None)
            if written is not None and not asked.startswith("When was it:"):
                return asked.replace(written, names[0], 1)
    return None


_ASKED = {
    **dict.fromkeys(("FC001", "FC008", "FC020", "FC030", "FC101", "FC111"), Kind.QUANTITY),
    **dict.fromkeys(("FC003", "FC106", "FC107"), Kind.EVENT),
    **dict.fromkeys(("FC002", "FC102"), Kind.DATE),
    **dict.fromkeys(("FC004", "FC103"), Kind.ROLE),
    "FC005": Kind.QUOTE,
}


def _kind(frames: Sequence[Frame], rule: str) -> Kind:
    """What is asked for: what the rule is about; without one, what most of the claims are, an amount before all."""
    kinds = Counter(frame.claim.kind for frame in frames)
    asked = _ASKED.get(rule)
    if asked is Kind.EVENT:
        rest = {kind: count for kind, count in kinds.items() if kind not in (Kind.QUANTITY, Kind.DATE, Kind.QUOTE)}
        return min(rest, key=lambda item: (-rest[item], item.value)) if rest else asked
    if asked is not None:
        return asked
    if 2 * kinds[Kind.QUANTITY] >= len(frames):
        return Kind.QUANTITY
    return min(kinds, key=lambda item: (-kinds[item], item.value))


def _clearest(frames: Sequence[Frame], copies: Collection[str]) -> Frame:
    return _ranked(frames, copies)[0]


def _ranked(frames: Sequence[Frame], copies: Collection[str]) -> list[Frame]:
    """The claims by how clear they are, the clearest first."""

    def rank(frame: Frame) -> tuple[int, bool, int, str]:
        claim = frame.claim
        parts = (claim.subject, claim.predicate, claim.object, claim.time, claim.quantity)
        return -sum(part is not None for part in parts), claim.source in copies, len(claim.text), claim.id

    return sorted(frames, key=rank)


_LAST_RESORT = ("What is the number in", "Which age is right in")


def _how_many(frame: Frame) -> str:
    """The claim with the amount asked for in its place; where that would not read well, the amount of a quotation."""
    claim, quantity = frame.claim, frame.claim.quantity
    if quantity is None:
        return _asked("", claim)
    if quantity.kind == "age":
        who = _aged(claim)
        return f"How old is or was {who}?" if who else f"{_LAST_RESORT[1]} {_quotation(claim)}?"
    asked = {"money": "how much money", "percent": "what share", "duration": "how long"}.get(quantity.kind, "how many")
    measured = asked != "how many"
    if not measured and quantity.unit is not None and _UNIT_WORD.fullmatch(quantity.written_unit or ""):
        asked = f"how many {quantity.written_unit}"  # "at a depth of how many metres"
        measured = True
    text = _joined(_cut_after(claim.text, quantity.text))
    begin = text.find(claim.subject) if claim.subject else -1
    at = text.find(quantity.text)
    if 0 < begin < at and text[:begin].strip(" ,").count(" ") < 3 and "," not in text[begin:]:
        text = text[begin:]  # "Weeks the council closed three pools": what was before belongs to a clause left out
        at -= begin
    if not measured and at > 0:
        known = _KNOWN.search(text[:at])
        if known is not None:  # "expelled the 55 prisoners": "expelled how many prisoners"
            text, at = text[: known.start()] + text[at:], known.start()
    if at < 0 or (quantity.unit is not None and asked == "how many") or not _fits_in(text, at, quantity.text, measured):
        return f"{_LAST_RESORT[0]} {_quotation(claim)}?"
    rest = text[at + len(quantity.text) :]
    if quantity.unit is None and not _SOME_OF.match(rest):
        rest = re.sub(r"^ of (?=\w)", " ", rest)  # "hundreds of people": "how many people"
    return _opened(f"{text[:at]}{asked}{rest}") + "?"


def _cut_after(text: str, amount: str) -> str:
    """A text too long for a question, without what a comma or a relative word adds after its amount."""
    line = " ".join(text.split()).rstrip(" .")
    at = line.find(amount)
    if len(line) <= _LONGEST or at < 0:
        return text
    end = _ADDED.search(line, at + len(amount))
    return line[: end.start()] if end is not None else text


_UNIT_WORD = re.compile(r"[a-z]{3,}s|feet")
_KNOWN = re.compile(r"\b(?:the|these|those) $")
_ADDED = re.compile(r",|\s(?:who|which|that|including|after|before|while|because|when|where)\b")
_SOME_OF = re.compile(r" of (?:(?:the|them|these|those|whom|which|his|her|its|their|all)\b|\w+['’]s?\s)", re.IGNORECASE)
_CODE = re.compile(r"\b[A-Z]{1,5}[\s-]*$")  # "AK 47", "flight BA 117"
_LOOSE_START = re.compile(r"^(?:\w+ing|to|and|or|but|who|which|that|while|when|as|after|before|if)\b", re.IGNORECASE)


# Words that an amount belongs to: "the 55 prisoners" are known, and nobody asks how many.
_HELD = re.compile(
    r"\b(?:an?|the|these|those|his|her|its|their|our|my|your|both|other|over|under|than|per|no|number|first|last|next)\s*$",
    re.IGNORECASE,
)
_WHOLE_NUMBER = re.compile(r"^(?!.*\b(?:half|third|quarter|thirds|quarters)\b)", re.IGNORECASE)
# After "how much money" and "how long" no noun can follow, as it can after "how many".
_ENDS_THERE = re.compile(
    r"\s*(?:$|[,;:)—–]|(?:in|for|to|from|as|on|of|at|by|with|and|or|since|after|before|that|who|when|ago|per|a|an|the)\b)"
)


def _fits_in(text: str, at: int, amount: str, measured: bool) -> bool:
    """Whether a sentence still reads well with "how many" where its amount stands."""
    before, after = text[:at], text[at + len(amount) :]
    return not (
        text.endswith("…")
        or _uneven(text)
        or not _WHOLE_NUMBER.search(amount)
        or (measured and not _ENDS_THERE.match(after))
        or _POINTING.match(text)
        or _LOOSE_START.match(text)
        or _CODE.search(before)
        or _HELD.search(before)
        or re.match(r"\s?[-–/]|\s*(?:years?[ -]olds?\b)|[.,]\d|\s\d", after)
        or re.search(r"[-–$€£.,]\s*$", before.removesuffix(", "))
    )


_NAMED = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*(?: (?:de|la|von|van|bin|al|[A-ZÀ-ÖØ-Þ])[\w'’.-]*)+"
_NAME_BEFORE = re.compile(rf"({_NAMED}), $")
_NAME_AFTER = re.compile(rf"^({_NAMED})")
_AFTER_AGE = re.compile(r"^[\s-]*(?:years?|yrs?|months?)?[\s-]*(?:olds?)?\b\s*")


def _aged(claim: Claim) -> str | None:
    """Who is of that age, as the sentence has it right beside the age; None where it is not told there."""
    quantity = claim.quantity
    if quantity is None:
        return None
    text, offset = claim.sentence.text, claim.sentence.start
    before = " ".join(text[: max(0, quantity.start - offset)].split(" "))
    after = text[max(0, quantity.end - offset) :]
    named = _NAME_BEFORE.search(before)
    if named is not None:
        return named[1]
    if re.search(r"old", quantity.text) or _AFTER_AGE.match(after):
        rest = _AFTER_AGE.sub("", after, count=1)
        name = _NAME_AFTER.match(rest)
        if name is not None:
            return name[1]
        noun = re.match(r"((?:[a-z]+ ){0,1}[a-z]+)", rest)
        kind = next((word for word in (noun[1].split() if noun else []) if word in _PERSONS), None)
        if kind is not None:
            return f"the {kind}"
    told = re.escape(claim.subject or "")
    if told and re.match(rf"{told} (?:is|was|,) ?{re.escape(quantity.text)}", claim.text) and claim.subject:
        return _lowered(claim.subject)
    return None


def _which_role(frame: Frame) -> str:
    claim, role = frame.claim, frame.role
    who = claim.subject or "the person"
    if role is None or not role.relations:
        return f"Who or what is {who}?"
    relation = min(role.relations)
    several = frame.subject.plural and len(frame.subject.names) != 1
    if relation not in _ONE_ONLY or (not role.bodies and relation in ("owner", "founder")):
        return f"Who or what {'are or were' if several else 'is or was'} {_lowered(who, claim)}?"
    if not role.bodies:
        return f"What office does or did {who} hold?"
    if several:
        who = f"the {who}" if who[:1].islower() and not who.startswith("the ") else who
        asked = f"Which {min(role.kinds)}" if role.kinds else "What"
        return f"{asked} are or were {who} {plural(relation)} of?"
    if role.kinds:
        return f"Which {min(role.kinds)} is or was {who} {relation} of?"
    return f"What is or was {who} {relation} of?"


def _asked(opening: str, claim: Claim, without: str | None = None) -> str:
    """A claim turned into a question, its auxiliary before its subject or "did" before its base form.

    That is done only where the claim's own subject stands right before its verb; else the claim is asked for as it is.
    """
    text = _joined(claim.text)
    if without is not None:
        near = (
            r"(?:(?:shortly|just|soon) (?:before|after)|about|around|approximately|nearly|some time (?:before|after))"
        )
        leading = rf"(?:(?:back )?in|on|at|since|by|during|of)?\s*(?:\b{near})?"
        text = re.sub(rf"\s*\b{leading}\s*\b{re.escape(without)}", "", text, count=1)
        text = " ".join(text.split()).strip(" ,").replace(",,", ",").replace(" ,", ",")
        if _DANGLING.search(text):
            return _plainly(opening, claim)
    text = _OPENED.sub("", text)
    words = None if text.endswith("…") or _uneven(text) else _turned(opening, text, claim)
    return words if words is not None else _plainly(opening, claim)


_DANGLING = re.compile(r"\b(?:to|in|of|by|since|from|on|at|until|for|with)\s*(?:,|$)")  # "in the year to,"


def _plainly(opening: str, claim: Claim) -> str:
    """The form that always reads right: the claim as it is, with "is it so" or "when" before it."""
    text = _joined(claim.text)
    if opening:
        return f"When was it: {_quotation(claim)}?"
    if text.endswith("…") or not claim.subject or not text[:1].isalnum() or _DENYING.match(text):
        return f"Is it so: {_quotation(claim)}?"
    return f"Is it so that {_lowered(text, claim)}?"


_BE = frozenset({"was", "were", "is", "are"})
_DOES = {"had": "did", "has": "does", "have": "do"}


_VERB = re.compile(r"(?P<adverb>\s(?:\w+ly|also|then|later|first))?\s(?P<verb>[\w'’-]+)(?P<rest>.*)$", re.DOTALL)


def _turned(opening: str, text: str, claim: Claim) -> str | None:
    """The question in its own order of words; None where the claim's parts do not stand in the order it takes."""
    match = _AUXILIARY.match(text)
    if match is not None and _is_a_subject(match["subject"], claim) and not _DENYING.match(match["subject"]):
        subject, auxiliary, rest = _lowered(match["subject"], claim), match["auxiliary"], match["rest"]
        if auxiliary in _DOES and _NOUN.match(rest):
            return _opened(f"{opening}{_DOES[auxiliary]} {subject} have {rest}") + "?"
        if opening and auxiliary in ("has", "have"):
            return None
        if auxiliary in _BE and opening and not re.match(r"(?:\w+ly )?\w+(?:ed|en|n|t|ing|un|ot|ld|id|ut|ot)\b", rest):
            return None
        return _opened(f"{opening}{auxiliary} {subject} {rest}") + "?"
    verb, subject = (claim.predicate or "").split(" ")[0], claim.subject or ""
    if not verb or not subject or verb == "be" or _DENYING.match(subject):
        return None
    short = subject.split(" ")[-1]
    if short[:1].isupper() and text.startswith(f"{short} "):
        subject = short  # "Horn sold the mill", of Karl Horn
    if not text.lower().startswith(subject.lower()):
        return None
    rest = _VERB.match(text[len(subject) :])
    if rest is None:
        return None
    written = rest["verb"].lower()
    if not {stem(written), stem(written, lemma=True)} & {stem(verb), stem(verb, lemma=True)}:
        return None
    if written.endswith("ing") and not verb.endswith("ing"):
        return None
    does = "did"
    if written in (f"{verb}s", f"{verb}es", f"{verb[:-1]}ies"):
        does = "does"
    elif written == verb and verb not in _UNCHANGED:
        does = "do"
    return _opened(f"{opening}{does} {_lowered(subject, claim)}{rest['adverb'] or ''} {verb}{rest['rest']}") + "?"


def _is_a_subject(text: str, claim: Claim) -> bool:
    """Whether words before an auxiliary are all of a participant of the claim, and not half a sentence."""
    bare = _bare(text)
    parts = [part for part in (claim.subject, claim.object) if part]
    if any(bare == _bare(part) or name_key(text) == name_key(part) for part in parts):
        return True
    return text[:1].isupper() and any(set(bare.split()) <= set(_bare(part).split()) for part in parts)


def _bare(text: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", " ".join(text.lower().split()))


def _opened(words: str) -> str:
    words = " ".join(words.split()).rstrip(" .?,")
    return words[:1].upper() + words[1:]


def _uneven(text: str) -> bool:
    """Whether a bracket or a quotation mark in a text has lost its other half."""
    return text.count("[") != text.count("]") or text.count("(") != text.count(")") or _marks(text) % 2 == 1


def _marks(text: str) -> int:
    return sum(text.count(mark) for mark in '"“”')


def _quotation(claim: Claim) -> str:
    """The source's own words, in quotation marks; cut at a word where they are long."""
    told = claim.span.text if claim.span.text.count(" ") >= _FEW else claim.sentence.text
    text = _short(told).strip('“”"').translate(_INNER)
    return f"“{text}”"


def _joined(text: str) -> str:
    """As `_short`, without a full stop inside a sentence that an abbreviation or a name has left there."""
    return re.sub(r"(?<=[a-z]{3})\.\s+(?=[a-z])", " ", _short(text))


def _short(text: str) -> str:
    text = " ".join(text.split()).rstrip(" .")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"


_SMALL = re.compile(
    r"(?:the|an?|some|many|most|all|both|several|its|his|her|their|our|they|he|she|it|this|these|those|that|there|"
    r"other|another|multiple|after|around|before|during|on|in|when|no|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|nearly|about|at|more|"
    r"police|officers|authorities|officials|investigators|people)\b",
    re.IGNORECASE,
)


def _lowered(text: str, claim: Claim | None = None) -> str:
    """The text with its first word in lower case, unless that is a name: by its word, or by what it is linked to."""
    first = text.split(" ")[0]
    if not first[:1].isupper() or first.isupper():
        return f"{first.lower()}{text[len(first) :]}" if first == "A" else text
    small = bool(_SMALL.fullmatch(first))
    if claim is not None and not small and not first.endswith(("'s", "’s")):
        told = [argument for argument in claim.arguments if argument.text.lower().startswith(first.lower())]
        named = any((argument.entity or "")[:1].isupper() or argument.type == "person" for argument in told)
        second = text.split(" ")[1:2]
        common = first.lower() in relations().synonyms or stem(first.lower(), lemma=True) in relations().synonyms
        common = common or information(first.lower()) < _COMMON
        nation = name_key(first) in aliases().canonical
        small = bool(told) and not named and common and not nation and not (second and second[0][:1].isupper())
    return text[:1].lower() + text[1:] if small else text


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
