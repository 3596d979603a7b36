"""FC119: in which order two events came, and how long the one came after the other.

"A happened before B" is read from one sentence, as a distance in days from A to B: above zero where no amount is given,
around the amount where there is one. Two sources contradict each other where both distances are of the same two events
and no distance fits both. Both events have to match, each by what happened and by whom or what it happened to, and so a
misread sentence would have to be misread twice, crosswise.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from factcheck.frames.frame import Frame, frame
from factcheck.frames.identity import Identities, names_in
from factcheck.frames.wording import stems
from factcheck.lexicon.lists import mapping
from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.words import predicates
from factcheck.model.claim import Claim, Kind, Modality
from factcheck.model.finding import Finding, FindingKind, Level, SourceSpan
from factcheck.stages.reconcile.judgement import Surroundings
from factcheck.text import digest, fold, squeeze

_UNDONE, _UNREAL, _LOOSE, _GENERAL = (listed("order", name) for name in ("undone", "unreal", "loose", "general"))
_NUMBERS = "|".join(mapping("order", "numbers"))
_GAP = rf"(?P<gap>\b(?P<count>\d{{1,3}}|{_NUMBERS})[\s-](?P<unit>year|month|week|day|hour|minute)s?)"
_JOINED = re.compile(
    rf"(?:{_GAP}\s+)?(?<!the )(?<!-)\b(?P<word>before|after|prior to|following|ahead of)\b(?!-)", re.IGNORECASE
)
_SHIFTED = re.compile(rf"{_GAP}\s+(?P<word>later|earlier|afterwards?)\b,?", re.IGNORECASE)
_NEXT = re.compile(r"(?:,|;|\band\b)\s+(?P<word>(?:and )?(?:then|later|afterwards?))\b", re.IGNORECASE)
_OPENED = re.compile(rf"^(?:and\s+)?(?:{_GAP}\s+)?(?:later|earlier|then|afterwards?),?\s+", re.IGNORECASE)
_AHEAD = frozenset({"before", "prior to", "ahead of", "earlier"})  # what is told first came first, or comes second
_STOPS = re.compile(r"[,;:.()—–\n]|\s-\s|\bbut\b|\bwhile\b")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NEAR = 8  # characters between a clause and the word that ties it to the other
_CROWD = 200  # orders of a story that are compared in pairs
_SURE = 0.6


@dataclass(frozen=True, slots=True)
class _Event:
    """What happened, to whom or what: senses and stem of its predicate, names and other words of it.

    Where no claim was made of a clause ("before the bridge collapsed"), `verbs` has all its stems, any of which can be
    the predicate's, and `read` is false.
    """

    start: int
    end: int
    senses: frozenset[str]
    verbs: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    people: frozenset[str] = frozenset()
    read: bool = True


@dataclass(frozen=True, slots=True)
class _Order:
    """`second` comes `low` to `high` days after `first`, in one sentence; `mark` is where that is said."""

    claim: Claim
    frame: Frame
    first: _Event
    second: _Event
    low: float
    high: float
    mark: tuple[int, int]


def orders(claims: Sequence[Claim], around: Surroundings, known: Identities) -> Iterator[Finding]:
    """Pairs of events that two sources, of which none derives from the other, put in another order or distance.

    Args:
        claims: The claims of all sources, in any order.
        known: Their names resolved.
    """
    read = read_orders(claims, known)[:_CROWD]
    for number, mine in enumerate(read):
        for theirs in read[number + 1 :]:
            one, other = mine.claim.source, theirs.claim.source
            if one == other or (one, other) in around.derived:
                continue
            if around.origins.get(one, one) == around.origins.get(other, other):
                continue
            if not _apart(mine, theirs) or not around.kindred(mine.frame, theirs.frame):
                continue
            if any(_contradicts_itself(order, read) for order in (mine, theirs)):
                continue
            yield _finding(mine, theirs)


def read_orders(claims: Sequence[Claim], known: Identities) -> list[_Order]:
    """The orders of two events that sentences state, by source and place."""
    sentences: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        text = claim.sentence.text
        if _JOINED.search(text) or _SHIFTED.search(text) or _NEXT.search(text):
            sentences[claim.source, claim.sentence.start].append(claim)
    if len({source for source, _ in sentences}) < 2:
        return []
    found = []
    for _, told in sorted(sentences.items()):
        frames = [frame(claim, known) for claim in sorted(told, key=lambda claim: claim.position) if _happened(claim)]
        if frames:
            found += list(_in_sentence(frames, known))
    return found


def _happened(claim: Claim) -> bool:
    return (
        claim.kind not in (Kind.ROLE, Kind.QUOTE)
        and claim.modality in (Modality.ACTUAL, Modality.ALLEGED)
        and not claim.negated
        and not claim.hedged
        and claim.predicate is not None
    )


def _in_sentence(frames: Sequence[Frame], known: Identities) -> Iterator[_Order]:
    sentence = frames[0].claim.sentence
    for match in _JOINED.finditer(sentence.text):
        yield from _joined(match, frames, known)
    for pattern in (_SHIFTED, _NEXT):
        for match in pattern.finditer(sentence.text):
            yield from _shifted(match, frames)


def _joined(match: re.Match[str], frames: Sequence[Frame], known: Identities) -> Iterator[_Order]:
    """ "X before Y" and "Before Y, X"."""
    sentence = frames[0].claim.sentence
    text, offset = sentence.text, sentence.start
    ahead = _WORD.findall(text[: match.start()].lower())
    if set(ahead[-3:]) & _UNDONE:
        return
    stop = _STOPS.search(text, match.end())
    end = stop.start() if stop is not None else len(text)
    told = text[match.end() : end]
    if set(_WORD.findall(told.lower())) & _UNREAL:
        return
    other = _event_of_text(told, offset + match.end(), offset + end, frames, known)
    if not match.group()[:1].isupper() and len(ahead) > 1:
        main = _ending(frames, offset + match.start(), offset + match.end())
        start = None if main is None else main.claim.span.start
    elif stop is not None and stop.group() == ",":
        main = _following(frames, offset + stop.end())
        start = offset + stop.end()
    else:
        return
    if main is None or start is None:
        return
    limit = offset + match.start() if start < offset + match.start() else main.claim.span.end
    event = _event(main, known, start, limit)
    low, high = _distance(match, text)
    first, second = (event, other) if match["word"].lower() in _AHEAD else (other, event)
    yield from _told(main, first, second, low, high, (offset + match.start(), offset + match.end()))


def _shifted(match: re.Match[str], frames: Sequence[Frame]) -> Iterator[_Order]:
    """ "X, and two years later Y", "X; a year earlier, Y", "X and then Y"."""
    sentence = frames[0].claim.sentence
    at, end = sentence.start + match.start("word"), sentence.start + match.end()
    start = sentence.start + match.start()
    before = _ending(frames, start, start)
    after = next(
        (f for f in frames if start <= f.claim.span.start <= end + _NEAR and f.claim.span.end > at and f != before),
        None,
    )
    if before is None or after is None:
        return
    one, other = (_event(f, None, f.claim.span.start, f.claim.span.end) for f in (before, after))
    gap = match.groupdict().get("gap")
    low, high = _distance(match, sentence.text) if gap else (0.0, inf)
    first, second = (other, one) if match["word"].lower() in _AHEAD else (one, other)
    yield from _told(before, first, second, low, high, (start, end))


def _told(
    main: Frame, first: _Event, second: _Event, low: float, high: float, mark: tuple[int, int]
) -> Iterator[_Order]:
    if first.verbs and second.verbs and not _matches(first, second):
        yield _Order(main.claim, main, first, second, low, high, mark)


def _ending(frames: Sequence[Frame], at: int, to: int) -> Frame | None:
    """The clause that ends at a place or goes on beyond it; of several, the shortest."""
    fitting = [
        f
        for f in frames
        if f.claim.span.start < at - 3 and (at - _NEAR <= f.claim.span.end <= to or f.claim.span.end >= to > at)
    ]
    return min(fitting, key=lambda f: (f.claim.span.end - f.claim.span.start, f.claim.id), default=None)


def _following(frames: Sequence[Frame], at: int) -> Frame | None:
    """The first clause that starts at a place; or one that has a word there and began before."""
    fitting = [f for f in frames if at <= f.claim.span.start <= at + _NEAR]
    fitting = fitting or [f for f in frames if f.claim.span.start < at < f.claim.span.end]
    return min(fitting, key=lambda f: (f.claim.span.end - f.claim.span.start, f.claim.id), default=None)


def _event(main: Frame, known: Identities | None, start: int, end: int) -> _Event:
    """The event of a clause, without what stands outside `start` and `end`."""
    sentence = main.claim.sentence
    text = sentence.text[max(0, start - sentence.start) : end - sentence.start]
    names = main.names
    if known is not None:
        inside = {entity for name in names_in(text) for entity in known.resolve(name)}
        names = (main.subject.names | main.object.names | inside) & (main.names | inside)
        if main.claim.object and main.claim.object not in text:
            names -= main.object.names - inside
    words = frozenset(stems(text)) | main.subject.words
    return _Event(
        start, end, main.senses - _GENERAL, frozenset(main.predicate[:1]) - _GENERAL, names, words, main.people
    )


def _event_of_text(text: str, start: int, end: int, frames: Sequence[Frame], known: Identities) -> _Event:
    """The event that a clause or a noun names after "before" or "after"."""
    clause = next((f for f in frames if start <= f.claim.span.start <= start + _NEAR and f.claim.span.end <= end), None)
    if clause is not None:
        return _event(clause, known, clause.claim.span.start, clause.claim.span.end)
    words = frozenset(stems(text))
    table = predicates()
    telling = [table.of((word,)) - _GENERAL for word in stems(text) if len(word) > 3]
    senses = next((found for found in telling if found), frozenset())
    names = frozenset(entity for name in names_in(text) for entity in known.resolve(name))
    people = frozenset(name for name in names if known.types.get(name) == "person")
    return _Event(start, end, senses, words - _GENERAL, names, words, people, read=False)


def _distance(match: re.Match[str], text: str) -> tuple[float, float]:
    """Days between the two, half a unit either way; more than none where no amount is given, or a loose one."""
    if match["gap"] is None:
        return 0.0, inf
    ahead = _WORD.findall(text[: match.start("gap")].lower())[-2:]
    if set(ahead) & _LOOSE:
        return 0.0, inf
    written = match["count"].lower()
    count = float(mapping("order", "numbers").get(written, written))
    unit = float(mapping("order", "units")[match["unit"].lower()])
    return (count - 0.5) * unit, (count + 0.5) * unit


def _matches(mine: _Event, theirs: _Event) -> bool:
    """Whether two events can be one: what happened, and then a name or a word of whom it happened to."""
    shared = mine.verbs & theirs.verbs if mine.read or theirs.read else frozenset()
    if not mine.senses & theirs.senses and not shared:
        return False
    if mine.names and theirs.names and not mine.names & theirs.names:
        return False
    if mine.names & theirs.names & (mine.people | theirs.people):
        return True
    ours, others = (
        frozenset(word for word in event.words - parts if word not in shared and not _tells(word, event))
        for event, parts in ((mine, _parts(mine)), (theirs, _parts(theirs)))
    )
    return bool(ours & others) or not (ours or others)


def _parts(event: _Event) -> frozenset[str]:
    """The words of the names of an event, which stand for nothing but the name."""
    return frozenset(stem for name in event.names for stem in stems(name))


def _tells(word: str, event: _Event) -> bool:
    """Whether a word is what says what happened, so that it says nothing of whom it happened to."""
    return (event.read and word in event.verbs) or bool(predicates().of((word,)) & event.senses)


def _apart(mine: _Order, theirs: _Order) -> bool:
    """Whether both put the same two events into an order or distance that cannot both be right."""
    straight = _matches(mine.first, theirs.first) and _matches(mine.second, theirs.second)
    crossed = _matches(mine.first, theirs.second) and _matches(mine.second, theirs.first)
    if straight == crossed:
        return False  # other events, or such as could be either
    if crossed:
        return True
    return mine.high < theirs.low or theirs.high < mine.low


def _contradicts_itself(order: _Order, read: Sequence[_Order]) -> bool:
    """Whether the source of an order states the contrary as well: a dispute, or two pairs of events."""
    return any(
        _apart(order, other) for other in read if other.claim.source == order.claim.source and other is not order
    )


def _finding(mine: _Order, theirs: _Order) -> Finding:
    quotes, marks = [], []
    for order in (mine, theirs):
        start = min(order.first.start, order.second.start, order.mark[0])
        end = max(order.first.end, order.second.end, order.mark[1])
        quotes.append(_span(order.claim, start, end))
        marks.append(_span(order.claim, *order.mark))
    first, second = (f"“{squeeze(quote.text)}” ({quote.source})" for quote in quotes)
    crossed = _matches(mine.first, theirs.second)
    step = "The two put the same two events in the opposite order."
    if not crossed:
        step = "The two put the same two events at distances that no day fits both of."
    what, than = (
        _OPENED.sub("", squeeze(_span(mine.claim, event.start, event.end).text)) for event in (mine.first, mine.second)
    )
    asked = "Which came first" if crossed else "How long was it between"
    return Finding(
        id=digest("FC119", *(f"{quote.source}:{fold(squeeze(quote.text))}" for quote in quotes)),
        rule="FC119",
        kind=FindingKind.CONFLICT,
        level=Level.WARNING,
        confidence=_SURE,
        message=f"{first} contradicts {second}.",
        explanation=(*(f"{quote.source}: “{squeeze(quote.text)}”" for quote in quotes), step),
        claims=(mine.claim.id, theirs.claim.id),
        spans=tuple(sorted(quotes)),
        marks=tuple(sorted(marks)),
        question=f"{asked}: “{what}” or “{than}”?" if crossed else f"{asked} “{what}” and “{than}”?",
    )


def _span(claim: Claim, start: int, end: int) -> SourceSpan:
    sentence = claim.sentence
    text = sentence.text[max(0, start - sentence.start) : end - sentence.start]
    lead = len(text) - len(text.lstrip(" ,;"))
    text = text.strip(" ,;")
    start = max(start, sentence.start) + lead
    return SourceSpan(claim.source, start, start + len(text), text)
