"""FC004 FC014 FC103 FC104: what somebody is: founder of which body, prosecutor or defence lawyer.

Most people are several things, so two roles conflict only where the tables say that one excludes the other, or where
both name the same standing in a body of a kind that one has one of (a cartel, a party, a team), and the bodies differ.
"""

import re
from itertools import pairwise

from factcheck.frames import compare
from factcheck.frames.frame import Frame
from factcheck.frames.wording import WORD, stems, tidy
from factcheck.lexicon.names import countries
from factcheck.lexicon.stem import stem
from factcheck.lexicon.words import roles
from factcheck.model.link import Relation
from factcheck.names import name_key
from factcheck.stages.reconcile.judgement import Judgement, Surroundings, comparable, quoted
from factcheck.text import fold


def standings(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """Judge two roles of one person; None where one claim gives none or the persons differ."""
    mine, theirs = left.role, right.role
    if mine is None or theirs is None or not left.subject.names & right.subject.names:
        return None
    who = ", ".join(sorted(left.subject.names & right.subject.names))
    said = (quoted(left), quoted(right), f"Both say what {who} is or was.")
    shared = mine.relations & theirs.relations
    if _one_body(mine.bodies, theirs.bodies):
        if shared and mine.stage == theirs.stage and not _other_posts(left, right):
            return Judgement(Relation.AGREE, "FC004", 0.85, (*said, "The same standing in the same body."))
        return Judgement(Relation.COMPATIBLE, "FC014", 0.7, (*said, "The same body; the standings can both hold."))
    kinds = mine.kinds & theirs.kinds
    if not (shared and mine.bodies and theirs.bodies and _one_person(left, right)):
        return None
    if mine.stage != theirs.stage or not comparable(left, right, around):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "Different bodies, perhaps at different times."))
    names = f"{', '.join(sorted(mine.bodies))} or {', '.join(sorted(theirs.bodies))}"
    if kinds:
        step = f"One is {'/'.join(sorted(shared))} of one {'/'.join(sorted(kinds))} as a rule; which, {names}?"
        return Judgement(Relation.CONFLICT, "FC103", 0.7, (*said, step))
    if shared & _DEFINING and not mine.kinds and not theirs.kinds and _never_both(left, right, around):
        step = f"Each presents one body as the one that counts: {names}."
        return Judgement(Relation.CONFLICT, "FC103", 0.6, (*said, step))
    return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "One can stand so in several bodies."))


def _other_posts(left: Frame, right: Frame) -> bool:
    """Whether each gives a post at the head of a body that the other does not: chairman, chief executive."""
    mine, theirs = (_posts(frame.claim.object or "") for frame in (left, right))
    return bool(mine and theirs and not mine & theirs)


def _posts(described: str) -> frozenset[str]:
    told = [stem(word) for word in WORD.findall(tidy(described))]
    keys = (*told, *(" ".join(pair) for pair in pairwise(told)))
    return frozenset(roles().posts[key] for key in keys if key in roles().posts)


_DEFINING = frozenset({"founder"})


def _one_body(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two bodies can be one: a word of a name in common is enough not to tell them apart."""
    ours, others = ({word for name in names for word in name.split() if len(word) > 3} for names in (mine, theirs))
    return bool(mine & theirs or ours & others)


def _one_person(left: Frame, right: Frame) -> bool:
    """Whether each claim's subject is one person, not a list that was read as one."""
    return len(left.subject.names) == 1 == len(right.subject.names)


def _never_both(left: Frame, right: Frame, around: Surroundings) -> bool:
    """Whether neither article mentions the other's body at all, so that each takes its own for the only one."""
    mine, theirs = left.role, right.role
    if mine is None or theirs is None:
        return False
    return not (around.mentions(left, theirs.bodies) or around.mentions(right, mine.bodies))


def _of_two_things(left: Frame, right: Frame, words: tuple[str, str]) -> bool:
    """Whether each says with what, and not with the same: "happy with the result", "unhappy with the referee"."""
    found = [
        re.search(rf"\b{re.escape(word)}\w* (?:with|about|of|at|over|by|on) ([^.,;]+)", frame.claim.text, re.IGNORECASE)
        for frame, word in zip((left, right), words, strict=True)
    ]
    told = [frozenset(stems(match[1])) for match in found if match is not None]
    return len(told) == 2 and not told[0] & told[1]


def qualities(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """FC104: two roles or qualities that one person or thing cannot have together."""
    if not compare.both_describe(left, right) or not comparable(left, right, around):
        return None
    if compare.party(left.subject, right.subject)[0] not in ("exact", "close"):
        return None
    found = compare.clash(left, right) or _of_two_nations(left, right, around)
    if found is None or _for_two_things(left, right, found) or _of_two_things(left, right, found):
        return None
    step = f"Nobody and nothing is “{found[0]}” and “{found[1]}” in one matter."
    return Judgement(Relation.CONFLICT, "FC104", 0.7, (quoted(left), quoted(right), step))


_OF_A_NATION = re.compile(r"(?:the |an? )?(?P<nation>[A-Z][a-z]+) (?P<what>[a-z]+)\b")
_FIRMS = frozenset({"company", "firm", "group", "bank", "airline", "maker", "producer", "miner", "retailer", "insurer"})


def _of_two_nations(left: Frame, right: Frame, around: Surroundings) -> tuple[str, str] | None:
    """The nations to which two descriptions give one company, where neither article has the other's: a person may be of
    two.
    """
    told = [_OF_A_NATION.match(frame.claim.object or "") for frame in (left, right)]
    if told[0] is None or told[1] is None or not all(match["what"] in _FIRMS for match in told if match is not None):
        return None
    mine, theirs = (match["nation"] for match in told if match is not None)
    nations = [name_key(nation) for nation in (mine, theirs)]
    if nations[0] == nations[1] or not set(nations) <= countries() or left.subject.names != right.subject.names:
        return None
    if any(around.mentions(frame, frozenset({fold(other)})) for frame, other in ((left, theirs), (right, mine))):
        return None
    return mine, theirs


def _for_two_things(left: Frame, right: Frame, words: tuple[str, str]) -> bool:
    """Whether each says what for: "competent to stand trial", "incompetent to testify"."""
    found = [
        re.search(rf"\b{re.escape(word)}\w* to (\w+)", frame.claim.text, re.IGNORECASE)
        for frame in (left, right)
        for word in words
    ]
    verbs = {match[1].lower() for match in found if match is not None}
    return len(verbs) > 1
