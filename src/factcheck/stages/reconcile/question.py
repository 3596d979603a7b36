"""The question that the claims of a cluster answer, in words for people, and the slot as a line for machines."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from factcheck.frames.circle import deed_of, membership
from factcheck.frames.existence import none_of, of_nobody
from factcheck.frames.frame import Frame, follower_names
from factcheck.lexicon.measures import measures
from factcheck.model.claim import Claim, Kind
from factcheck.stages.reconcile.accused import case_question
from factcheck.stages.reconcile.how_many import LAST_RESORT, how_many
from factcheck.stages.reconcile.ordinals import numbered
from factcheck.stages.reconcile.phrases import POINTING, lowered, quotation
from factcheck.stages.reconcile.places import BORN_IN
from factcheck.stages.reconcile.turned import as_question

_IRREGULAR_PLURAL = {"person": "people", "people": "people", "man": "men", "woman": "women", "child": "children"}
_ONE_ONLY = frozenset({"head", "founder", "owner", "leader", "chief", "chair", "president", "director", "minister"})


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
    if rule in ("FC106", "FC030"):
        doubted = _denied(frames, copies)
        if doubted is not None:
            return as_question("", doubted.claim)
    case = case_question(frames) if not rule else None
    if case is not None:
        return case
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
        asked = (how_many(frame) for frame in ranked)
        well = next((words for words in asked if not words.startswith(LAST_RESORT)), measure)
        return well or how_many(ranked[0])
    told = [frame for frame in frames if frame.claim.kind is kind] or list(frames)
    if kind is Kind.ROLE:  # "which cartel is he founder of" is asked from "the founder", not from "a founding member"
        told = [frame for frame in told if _names_standing(frame)] or told
    told = _of_circles_that_say(told)
    plain = _plainest(told, rule) if rule in _AGREEING else told
    frame = _clearest(plain, copies)
    claim = frame.claim
    if kind is Kind.DATE and claim.time is not None:
        return as_question("When ", claim, without=claim.time.text)
    if kind is Kind.ROLE:
        return _which_role(frame)
    if kind is Kind.QUOTE:
        speaker = claim.attribution.speaker if claim.attribution else claim.subject
        if not speaker or POINTING.match(speaker):
            return f"What was said: {quotation(claim)}?"
        return f"What did {lowered(speaker, claim)} say?"
    born = BORN_IN.search(claim.text) if rule == "FC105" else None
    if born is not None:
        return as_question("Where ", claim, without=born["where"].rstrip(".,"))
    which = numbered(claim.text) if rule == "FC101" and not amounts else None
    if which is not None:
        return as_question(which[0], claim, without=which[1])
    return as_question("", claim, without=_time_of_one(claim, told))


def _of_circles_that_say(told: list[Frame]) -> list[Frame]:
    """Of claims that count somebody among a circle those that say what became of the circle, where there are any: "was
    Ann Lee among those flown out" asks for more than "do the prisoners include Ann Lee".
    """
    belongs = [(frame, membership(frame)) for frame in told]
    if any(circle is None for _, circle in belongs):
        return told
    return [frame for frame, circle in belongs if circle is not None and deed_of(circle.circle) is not None] or told


def _time_of_one(claim: Claim, told: Sequence[Frame]) -> str | None:
    """The time of a claim as an adjunct of its own ("until noon") that not all of the others give; None without one."""
    when = claim.time.text if claim.time is not None else ""
    adjunct = any(item.role == "time" and item.text == when for item in claim.arguments)
    if not adjunct or f"{when}'s" in claim.text or f"{when}’s" in claim.text:
        return None
    return when if any(frame.claim.time is None for frame in told) else None


def _denied(frames: Sequence[Frame], copies: Collection[str]) -> Frame | None:
    """Of claims of which some are denied, the one to ask: that there was none ("did police arrest anyone?"), else what
    the others affirm.
    """
    denied = [frame for frame in frames if frame.claim.negated]
    if not denied or len(denied) == len(frames):
        return None
    none = [frame for frame in denied if of_nobody(frame) or none_of(frame) is not None]
    return _clearest(none or [frame for frame in frames if not frame.claim.negated], copies)


def _measure(ranked: Sequence[Frame]) -> str | None:
    """ "What was the speed of the express?", of amounts that are all of one measure; None where they are not."""
    shared = frozenset.intersection(*(frame.measures for frame in ranked))
    if len(ranked) < 2 or len(shared) != 1:
        return None
    (name,) = shared
    told = measures()[name]
    bearer = next((frame.claim.subject for frame in ranked if _bears(frame, told.near)), None)
    return f"What was the {name}?" if told.alone or bearer is None else f"What was the {name} of {lowered(bearer)}?"


def _counted_by_event(ranked: Sequence[Frame]) -> bool:
    """Whether what the amounts measure is told by the event alone, of which there may be another: "the death toll"."""
    return all(not measures()[name].kinds for frame in ranked for name in frame.measures)


def _bears(frame: Frame, near: Collection[str]) -> bool:
    """Whether the subject of a claim is what has the measure, and no word for the measure itself."""
    subject = frame.claim.subject
    return bool(subject) and frame.subject.head not in near and not POINTING.match(subject or "")


def _followed(frames: Sequence[Frame]) -> str | None:
    """ "When was Omar caught?", of "Miguel was caught in 2013, and Omar two years later"; None if nobody follows."""
    for frame in frames:
        claim, names = frame.claim, follower_names(frame.claim)
        whom = claim.subject or claim.object
        if names and whom and claim.time is not None:
            asked = as_question("When ", claim, without=claim.time.text)
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
    counting = {frame.claim.source for frame in frames if frame.claim.quantity is not None}
    if len(counting) == 1 and any(membership(frame) is not None for frame in frames):
        kinds[Kind.EVENT] += kinds.pop(Kind.QUANTITY, 0)  # whether one was among the 14, and not how many they were
    if 2 * kinds[Kind.QUANTITY] >= len(frames):
        return Kind.QUANTITY
    dated = {frame.claim.source for frame in frames if frame.claim.time is not None}
    if len(dated) == 1 and kinds[Kind.DATE] < len(frames):
        kinds[Kind.EVENT] += kinds.pop(Kind.DATE, 0)  # when it was is not what the others answer
    return min(kinds, key=lambda item: (-kinds[item], item.value))


def _names_standing(frame: Frame) -> bool:
    """Whether a claim calls the standing by its own noun: "founder"."""
    words = frozenset(re.findall(r"\w+", (frame.claim.object or "").lower()))
    return frame.role is not None and bool(frame.role.relations & words)


_AGREEING = frozenset({"FC002", "FC003", "FC007"})
_FIGURE = re.compile(r"\d[\d.,:]*")


def _plainest(told: Sequence[Frame], rule: str) -> list[Frame]:
    """The claims with the fewest figures that others among them lack: what only one says is not agreed on."""

    def own(frame: Frame) -> int:
        when = frame.claim.time.text if frame.claim.time is not None and rule == "FC002" else ""
        figures = set(_FIGURE.findall(frame.claim.text.replace(when, " ") if when else frame.claim.text))
        others = [other for other in told if other.claim.source != frame.claim.source]
        return sum(figure not in other.claim.sentence.text for figure in figures for other in others)

    least = min(map(own, told))
    return [frame for frame in told if own(frame) == least]


def _clearest(frames: Sequence[Frame], copies: Collection[str]) -> Frame:
    return _ranked(frames, copies)[0]


def _ranked(frames: Sequence[Frame], copies: Collection[str]) -> list[Frame]:
    """The claims by how clear they are, the clearest first."""

    def rank(frame: Frame) -> tuple[int, bool, int, str]:
        claim = frame.claim
        parts = (claim.subject, claim.predicate, claim.object, claim.time, claim.quantity)
        return -sum(part is not None for part in parts), claim.source in copies, len(claim.text), claim.id

    return sorted(frames, key=rank)


def _which_role(frame: Frame) -> str:
    claim, role = frame.claim, frame.role
    who = claim.subject or "the person"
    if role is None or not role.relations:
        return f"Who or what is {who}?"
    relation = min(role.relations)
    several = frame.subject.plural and len(frame.subject.names) != 1
    if relation not in _ONE_ONLY or (not role.bodies and relation in ("owner", "founder")):
        return f"Who or what {'are or were' if several else 'is or was'} {lowered(who, claim)}?"
    if not role.bodies:
        return f"What office does or did {who} hold?"
    if several:
        who = f"the {who}" if who[:1].islower() and not who.startswith("the ") else who
        asked = f"Which {min(role.kinds)}" if role.kinds else "What"
        return f"{asked} are or were {who} {plural(relation)} of?"
    if relation not in re.findall(r"\w+", (claim.object or "").lower()):
        return f"Who or what is or was {lowered(who, claim)}?"  # "head", of a chief executive
    if role.kinds:
        return f"Which {min(role.kinds)} is or was {who} {relation} of?"
    return f"What is or was {who} {relation} of?"


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


def _top(counter: Counter[str]) -> str | None:
    return min(counter, key=lambda item: (-counter[item], item)) if counter else None
