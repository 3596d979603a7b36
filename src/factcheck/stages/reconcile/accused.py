"""What the claims on the case against one person ask: "What is Ana Ruiz charged with?", "Did she have a part in it?"

Asked from one of the claims, the question would name that one's counts and court, which the others need not have.
"""

import re
from collections import Counter
from collections.abc import Sequence

from factcheck.frames.charges import DEEDS, Charged, Deed, charged, deed
from factcheck.frames.frame import Frame
from factcheck.frames.identity import names_in
from factcheck.lexicon.lists import mapping
from factcheck.lexicon.stem import stem
from factcheck.text import fold


def case_question(frames: Sequence[Frame]) -> str | None:
    """The question of claims that tell a case by different steps or counts; None where one of them can be asked.

    Most of the claims have to tell of it, and at least two.
    """
    return _charges([(frame, charged(frame)) for frame in frames]) or _deed([(frame, deed(frame)) for frame in frames])


def _charges(read: Sequence[tuple[Frame, Charged | None]]) -> str | None:
    told = [(frame, item) for frame, item in read if item is not None]
    whom = _shared([item.whom for _, item in told], len(read))
    if whom is None or len({(item.step, item.crimes) for _, item in told}) < 2:
        return None
    who = _written(whom, [frame for frame, _ in told])
    return f"What is {who} charged with?" if who is not None else None


def _deed(read: Sequence[tuple[Frame, Deed | None]]) -> str | None:
    told = [(frame, item) for frame, item in read if item is not None]
    by = _shared([item.by for _, item in told], len(read))
    victim = _shared([item.victims for _, item in told], len(read))
    verbs = {frame.predicate[:1] for frame, _ in told}
    if by is None or victim is None or len(verbs) < 2 or all(verb and verb[0] in DEEDS for verb in verbs):
        return None
    frames = [frame for frame, _ in told]
    who, on = _written(by, frames), _written(victim, frames)
    nouns = mapping("charges", "nouns")
    by_stem = {stem(word): noun for word, noun in nouns.items()}
    done = Counter(by_stem[word] for frame in frames for word in sorted(frame.words) if word in by_stem)
    if who is None or on is None or not done:
        return None
    what = min(done, key=lambda noun: (-done[noun], list(nouns.values()).index(noun)))
    return f"Did {who} have a part in the {what} of {on}?"


def _shared(named: Sequence[frozenset[str]], of: int) -> str | None:
    """The name that two sets and more have, and at least half of all the claims; the commonest, the first in order."""
    count = Counter(name for names in named for name in names)
    best = min(count, key=lambda name: (-count[name], name), default=None)
    return best if best is not None and count[best] >= 2 and 2 * count[best] >= of else None


def _written(name: str, frames: Sequence[Frame]) -> str | None:
    """The fullest form in which claims write a name; of equals the first in order."""
    words = frozenset(name.split())
    found = sorted(
        {
            written
            for frame in frames
            for written in names_in(frame.claim.text)
            if (parts := frozenset(re.findall(r"\w+", fold(written)))) & words and parts <= words
        }
    )
    return max(found, key=lambda written: (len(written.split()), written), default=None)


__all__ = ["case_question"]
