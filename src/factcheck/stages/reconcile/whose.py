"""Whether one claim says of whom it tells, or whose they are, by a name that the other's article does not have.

"The pilots rejected the plan" need not be "the pilots of Vanderlaan", nor "the company" Vanderlaan where its article
names another one.
"""

import re

from factcheck.frames.frame import Frame, Party
from factcheck.frames.wording import stems
from factcheck.lexicon.names import countries
from factcheck.stages.reconcile.judgement import Surroundings
from factcheck.text import fold

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 3  # letters of a part of a name that stands for it ("Lee", not "de")


def of_one_alone(left: Frame, right: Frame, around: Surroundings) -> str | None:
    """Why two claims need not tell of the same party, in words; None where the names leave no doubt.

    A name that describes ("the pilots of Vanderlaan") sets its party apart from one that the other article leaves
    without it. A name that the party goes by may belong to what the other only describes, unless that article has
    another name to give it.
    """
    if left.claim.source == right.claim.source:
        return None
    for one, other in ((left, right), (right, left)):
        sides = (one.subject, one.claim.subject, other.subject), (one.object, one.claim.object, other.object)
        for mine, told, theirs in sides:
            names = _names(mine, told or "", one)
            if not names or theirs.names or not theirs.head or _known(names, other, around):
                continue
            if not _goes_by(mine, names):
                return f"One tells of {_listed(names)}, which the other's article does not name."
            if theirs.words and _others(one, other, around):
                return f"One tells of {_listed(names)}, and the other's article names others."
    return None


def _names(party: Party, told: str, frame: Frame) -> frozenset[str]:
    """The names in the words of a participant, whether it goes by them or they say whose it is; countries aside.

    They have to stand in the sentence, and not only at its start, where any word has a capital ("Forecasters").
    """
    words = set(_WORD.findall(fold(told)))
    within = party.names or frozenset(name for name in frame.names if words.issuperset(name.split()))
    proper = {fold(word) for match in _PROPER.finditer(frame.claim.sentence.text) for word in match.groups() if word}
    return frozenset(name for name in within - countries() if proper & set(name.split()))


_PROPER = re.compile(r"(?<=[\w,;:’')] )([A-ZÀ-Þ][^\W_]+)|^([A-ZÀ-Þ][^\W_]+)(?=['’]s? )")


def _goes_by(party: Party, names: frozenset[str]) -> bool:
    """Whether a party is called by its name, and not only described by one: "Ana Ruiz", "the Ruiz family's lawyer"."""
    parts = {word for name in names for word in stems(name)}
    return party.head is None or party.head in parts


def _known(names: frozenset[str], other: Frame, around: Surroundings) -> bool:
    """Whether the article of a claim has one of the names, or a part of it."""
    if names & around.names.get(other.claim.source, frozenset()):
        return True
    told = set(_WORD.findall(around.folded.get(other.claim.source, "")))
    return any(word in told for name in names for word in name.split() if len(word) >= _SHORTEST)


def _others(one: Frame, other: Frame, around: Surroundings) -> bool:
    """Whether the article of `other` has names that stand in none of the other's."""
    mine, theirs = (around.names.get(frame.claim.source, frozenset()) for frame in (one, other))
    return bool(theirs - mine - countries())


def _listed(names: frozenset[str]) -> str:
    return ", ".join(f"“{name}”" for name in sorted(names))


__all__ = ["of_one_alone"]
