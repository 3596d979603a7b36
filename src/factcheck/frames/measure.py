"""What the amount of a claim measures: a profit, a depth, a turnout. It is told by the words that stand by the amount,
or else by the predicate and the subject.
"""

import re

from factcheck.lexicon.measures import Measure, measures
from factcheck.lexicon.stem import stem
from factcheck.model.claim import Claim, Kind

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_EDGE = re.compile(r"[;:,()—]|\d|\.\s")
_BEFORE, _AFTER = 6, 5  # words by the amount


_BEFELL = {
    **dict.fromkeys(("kill", "die", "murder"), "death toll"),
    "injure": "number of injured",
    "capture": "number of arrests",
    "job_cut": "number of jobs cut",
    "attend": "attendance",
    "protest": "attendance",
    "aboard": "number aboard",
    "displace": "number evacuated",
    "infect": "number infected",
    "walk_out": "number on strike",
}

# The same of nouns: "58 arrests", "the arrest of 58 people", "the number of injured was put at 31".
_NOUNS = {
    **dict.fromkeys(("arrest", "detention"), "number of arrests"),
    **dict.fromkeys(("death", "fatality", "dead", "killing"), "death toll"),
    **dict.fromkeys(("injured", "wounded", "injury"), "number of injured"),
    **dict.fromkeys(("dismissal", "layoff", "redundancy"), "number of jobs cut"),
    "evacuation": "number evacuated",
    "infection": "number infected",
}
_BY_STEM = {stem(noun): told for noun, told in _NOUNS.items()}
_SUCH = "|".join(sorted((f"{noun[:-1]}(?:y|ies)" if noun.endswith("y") else f"{noun}s?" for noun in _NOUNS), key=len))
_DEED_OF = re.compile(
    r"\b(?:led to|end(?:s|ed)? (?:with|in)|result(?:s|ed)? in|caus(?:es|ed)|means?|meant|announced|brought) "
    rf"(?:the |an? )?(?P<noun>{_SUCH}) of (?:(?:at least|about|some|around|nearly|more than|over) )?$",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(rf"\bnumber of (?:people |those )?(?P<noun>{_SUCH})\b[^;.]{{0,60}}$", re.IGNORECASE)
# "58 arrests", "58 more arrests", "58 dead"; not "two victims injured in the blast", of whom there may be more.
_COUNTED = re.compile(
    rf"^ (?:(?:more|other|new|confirmed|reported|suspected) )?(?P<noun>{_SUCH})\b"
    r"(?!-| (?:squad|team|rate|record|penalty|warrant|toll|threat|sentence|row|certificate|notice|time|[a-z]+s\b))",
    re.IGNORECASE,
)


def measured(
    claim: Claim, predicate: tuple[str, ...], subject: str | None, senses: frozenset[str] = frozenset()
) -> frozenset[str]:
    """The names of what the amount can measure; empty where the words do not tell, or there is none.

    Args:
        claim: The claim.
        predicate: The stems of its predicate.
        subject: The stem of the head of its subject.
        senses: What its predicate says: a count is told by what befell those it counts.
    """
    quantity = claim.quantity
    if quantity is None:
        return frozenset()
    people = claim.kind is Kind.QUANTITY and quantity.kind in ("count", "number") and not _of_a_scale(claim)
    befell = frozenset(_BEFELL[sense] for sense in senses & _BEFELL.keys())
    if people and quantity.kind == "count" and len(befell) == 1:
        return befell
    if people and (noun := _noun_of(claim)):
        return frozenset((noun,))
    table = {name: entry for name, entry in measures().items() if quantity.kind in entry.kinds}
    if not table:
        return frozenset()
    said = frozenset(_stems(claim.sentence.text))
    table = {
        name: entry for name, entry in table.items() if not entry.but & said and (not entry.also or entry.also & said)
    }
    before, after = _beside(claim)
    near = frozenset(before + after)
    found = frozenset(name for name, entry in table.items() if entry.near & near or entry.after & frozenset(after[:1]))
    if found or quantity.kind == "count":
        return found
    about = {subject, *(stem(word) for concept in quantity.concepts for word in _WORD.findall(concept))}
    return frozenset(name for name, entry in table.items() if _told(entry, predicate, about))


def _noun_of(claim: Claim) -> str | None:
    """What befell those counted, by a noun that counts them or that they are counted by; None where there is none."""
    before, after = _sides(claim)
    found = _COUNTED.match(after) or _DEED_OF.search(before) or _NUMBER_OF.search(before)
    return _BY_STEM[stem(found["noun"].lower())] if found is not None else None


_SCALE = re.compile(
    r"\b(?:magnitude|category|grade|level|number|no\.?|flight|route|highway|section|article)(?: of)?[ -]$",
    re.IGNORECASE,
)


def _of_a_scale(claim: Claim) -> bool:
    """Whether an amount counts nobody: "a quake of magnitude 6.4 killed dozens", "was arrested three times"."""
    before, _ = _sides(claim)
    quantity = claim.quantity
    whole = quantity is None or quantity.value is None or quantity.value % 1 == 0
    return _SCALE.search(before) is not None or not whole or (quantity is not None and quantity.counted == "time")


def _sides(claim: Claim) -> tuple[str, str]:
    """The sentence before and after the amount."""
    quantity = claim.quantity
    assert quantity is not None
    text, start = claim.sentence.text, quantity.start - claim.sentence.start
    return text[:start], text[start + len(quantity.text) :]


def _told(entry: Measure, predicate: tuple[str, ...], about: set[str | None]) -> bool:
    if not entry.near and not entry.verbs:
        return True
    return bool(entry.verbs & frozenset(predicate[:1]) or entry.near & about)


def _beside(claim: Claim) -> tuple[list[str], list[str]]:
    """The stems of the few words before and after the amount, as far as the next comma or number."""
    before, after = _sides(claim)
    edges = [match.end() for match in _EDGE.finditer(before)]
    stop = _EDGE.search(after)
    return (
        _stems(before[edges[-1] if edges else 0 :])[-_BEFORE:],
        _stems(after[: stop.start() if stop else len(after)])[:_AFTER],
    )


def _stems(text: str) -> list[str]:
    return [stem(part) for word in _WORD.findall(text.lower()) for part in re.split(r"[-'’]", word)]


__all__ = ["measured"]
