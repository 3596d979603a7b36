"""Counted among those to whom it was done: "the court freed 12 men, among them Ann Lee", "Ann Lee was freed".

Both answer whether Ann Lee was freed. What came about is read from the circle's own words ("those being flown out",
"the dead"), or from the statement in which the circle stands.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.frames import compare
from factcheck.frames.circle import Deed, deed_of, deed_told, has_object, membership, same_deed
from factcheck.frames.frame import Frame, IdPair, pair_of
from factcheck.model.claim import Modality

_MOST = 400  # claims on one name: more are of many events


def in_circle(table: Mapping[str, Frame]) -> dict[IdPair, compare.Match]:
    """The pairs of claims of two articles of which one counts somebody among a circle and the other tells of that very
    one what the circle did or underwent.

    With m memberships and n claims on a name m n pairs are compared; n is bounded.
    """
    by_sentence: dict[tuple[str, int], list[Frame]] = defaultdict(list)
    by_name: dict[str, list[Frame]] = defaultdict(list)
    for id_ in sorted(table):
        frame = table[id_]
        if frame.claim.modality is Modality.ACTUAL:
            by_sentence[frame.claim.source, frame.claim.sentence.start].append(frame)
            for name in frame.subject.names | frame.object.names:
                by_name[name].append(frame)
    found: dict[IdPair, compare.Match] = {}
    for id_ in sorted(table):
        counted = table[id_]
        belongs = membership(counted) if counted.claim.modality is Modality.ACTUAL else None
        if belongs is None or not belongs.members:
            continue
        names = belongs.members
        beside = by_sentence[counted.claim.source, counted.claim.sentence.start]
        told = list(_deeds(counted, belongs.circle, beside))
        if not told:
            continue
        others = {frame.claim.id: frame for name in names for frame in by_name[name]}
        for other in (others[key] for key in sorted(others)) if len(others) <= _MOST else ():
            if other.claim.source == counted.claim.source:
                continue
            deed = deed_told(other, names)
            if deed is None:
                continue
            for mine, whence in told:
                level = same_deed(mine, deed)
                stated = whence is not counted and not mine.done and not deed.done
                by_others = stated and compare.party(whence.subject, other.subject)[0] == "apart"
                if level is not None and not by_others and not _apart((counted, whence), other):
                    found[pair_of(counted, other)] = level, "/".join(sorted(mine.senses)) or mine.verb
                    break
    return found


def _deeds(counted: Frame, circle: str, beside: Sequence[Frame]) -> Iterator[tuple[Deed, Frame]]:
    """What the circle did or underwent, each with the claim that tells it."""
    own = deed_of(circle)
    if own is not None:
        yield own, counted
    place = next((item for item in counted.claim.arguments if item.role == "among"), None)
    if place is None:
        return
    for frame in beside:
        if frame.claim.negated or not frame.predicate or "include" in frame.senses:
            continue
        for item in frame.claim.arguments:
            if item.start <= place.start < item.end and item.head == place.head:
                if item.role == "object":
                    yield Deed(frame.senses, frame.predicate[0], done=False), frame
                elif item.role == "subject" and not has_object(frame):
                    yield Deed(frame.senses, frame.predicate[0], done=True), frame


def _apart(told: Sequence[Frame], other: Frame) -> bool:
    """Whether what the two tell is of two times: days that differ, or a year that only the one gives."""
    if any(compare.time(frame, other)[0] == "apart" for frame in told):
        return True
    years = [_YEAR.findall(frame.claim.sentence.text) for frame in told], _YEAR.findall(other.claim.text)
    return bool(years[1]) and not any(set(year) & set(years[1]) for year in years[0])


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

__all__ = ["in_circle"]
