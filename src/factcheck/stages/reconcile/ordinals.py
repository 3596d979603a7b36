"""FC101 of which time it was: "for the third time", "for the second time"; "sent off in the 78th minute"."""

import re

from factcheck.frames import compare
from factcheck.frames.frame import Frame
from factcheck.frames.wording import stems
from factcheck.lexicon.numerals import value_of
from factcheck.model.link import Relation
from factcheck.stages.reconcile.judgement import Judgement, Surroundings, comparable, quoted, times_apart

_WHICH = re.compile(
    r"\b(?:for (?:the|a|her|his|its|their) (?P<turn>[a-z]+|\d+(?:st|nd|rd|th))"
    r"(?P<row> (?:straight|successive|consecutive))? (?P<what>time|year|month|week|day|night)"
    r"|in (?:the (?P<at>\d+(?:st|nd|rd|th)|[a-z]+) (?P<part>minute|round|set|inning|lap)"
    r"|(?P<of>round|set|lap) (?P<number>\d+|[a-z]+)))\b(?P<after>[^.;]*)",
    re.IGNORECASE,
)
_PARTS = frozenset({"minute", "round", "set", "inning", "lap"})
# What ends a match for somebody, so that it is done once.
_ENDS = frozenset({("send", "off"), ("knock", "out"), ("stop",), ("knock",)})
_WITHIN = ("of", "against", "at", "with")  # words that say of which match it was


def _part(match: re.Match[str]) -> str:
    return (match["part"] or match["of"]).lower()


def _which(frame: Frame) -> tuple[int, str, frozenset[str]] | None:
    """The number of the time that a claim tells of, what is numbered, and what it is numbered within."""
    found = list(_WHICH.finditer(frame.claim.text))
    if len(found) != 1:
        return None
    match = found[0]
    number = value_of((match["turn"] or match["at"] or match["number"]).lower())
    if number is None or (number < 2 and match["turn"]):
        return None
    if not match["turn"]:
        within = frozenset(stems(match["after"])) if match["after"].strip().startswith(_WITHIN) else frozenset()
        return int(number), _part(match), within
    day = frozenset(stems(frame.claim.time.text)) if frame.claim.time is not None else frozenset()
    within = frozenset(stems(match["after"])) - day
    return int(number), f"{match['row'] or ''} {match['what']}".lower().strip(), within


def ordinals(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """Judge two numbers of the time that something came about, told of one named party in the same words."""
    mine, theirs = _which(left), _which(right)
    if mine is None or theirs is None or mine[0] == theirs[0] or mine[1:] != theirs[1:]:
        return None
    ends = all(frame.predicate[:2] in _ENDS for frame in (left, right))
    one_event = compare.same_event(left, right) or ends
    if not comparable(left, right, around) or not one_event or times_apart(left, right):
        return None
    if mine[1] in _PARTS:  # one scores in the 12th and in the 80th, and is sent off once
        who, whom = (frame.people - frame.subject.names - frame.vague for frame in (left, right))
        if not ends or not who & whom:
            return None
    elif not left.names or left.names != right.names or compare.words(left, right, {})[0] != "exact":
        return None
    step = f"Each says which {mine[1]} it was: {mine[0]} and {theirs[0]}."
    return Judgement(Relation.CONFLICT, "FC101", 0.6, (quoted(left), quoted(right), step))


def numbered(text: str) -> tuple[str, str] | None:
    """What to open a question with that asks for the number of a time, and the words that answer it; None without one.

    >>> numbered("Price was sent off in the 78th minute")
    ('In which minute ', 'in the 78th minute')
    """
    match = _WHICH.search(text)
    if match is None:
        return None
    opening = f"For which {match['what'].lower()} " if match["turn"] else f"In which {_part(match)} "
    return opening, match.group().removesuffix(match["after"])


__all__ = ["numbered", "ordinals"]
