"""What a count says whatever its verb is: how many died or were hurt, by a toll, and how many were aboard."""

import re

from factcheck.lexicon.lists import words
from factcheck.model.claim import Claim

_TOLL = re.compile(
    r"\b(?:(?P<dead>(?:death |fatality )?toll|deaths|fatalities|number of (?:the )?(?:dead|deaths|victims|fatalities)"
    r"|number of \w+ (?:who (?:were|have been|had been) )?(?:killed|dead|who (?:died|have died)))"
    r"|(?P<hurt>injuries|number of (?:the )?(?:injured|wounded|injuries)"
    r"|number of \w+ (?:who (?:were|have been|had been) )?(?:injured|wounded|hurt)))\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:The|A) ")
_MOVES = words("frames", "moves")

_CARRIED = re.compile(r"\b(?:carry(?:ing)?|carries|carried)\s(?:\w+ ){0,2}$", re.IGNORECASE)
_WITH = re.compile(r"\b(?:with|had|having|there (?:was|were|are|is))\s(?:\w+ ){0,2}$", re.IGNORECASE)
_ON_BOARD = re.compile(r"^(?:\s[\w-]+){1,3}\s(?:aboard|on board)\b", re.IGNORECASE)
_WERE_ABOARD = re.compile(r"^(?:\s[\w-]+){1,3}\s(?:was|were|are|is) (?:aboard|on board)\b", re.IGNORECASE)
_ABLE = re.compile(r"\b(?:can|could|may|might|able to|designed to|built to|licensed to|capacity)\b", re.IGNORECASE)
_TRAVELLERS = frozenset({"person", "passenger", "crew"})


_LOSS = re.compile(
    r"\b(?:loss|cutting|shedding|axing|elimination|removal) of (?:the |about |some |around |nearly )?$", re.IGNORECASE
)
_JOBS = frozenset({"job", "post", "position"})


def jobs_lost(claim: Claim) -> frozenset[str]:
    """ "Announced the loss of 340 jobs": how many jobs go, whatever the verb. Empty for all else."""
    quantity = claim.quantity
    if quantity is None or quantity.counted not in _JOBS:
        return frozenset()
    before = claim.sentence.text[: quantity.start - claim.sentence.start]
    return frozenset({"job_cut"}) if _LOSS.search(before) else frozenset()


def toll_of(claim: Claim, predicate: tuple[str, ...]) -> frozenset[str]:
    """What a toll that rises or stands at a number says: that so many died, or were hurt. Empty for all else."""
    verb = predicate[0] if predicate else claim.predicate  # "be" is no predicate of its own
    if claim.quantity is None or claim.quantity.unit is not None or verb not in _MOVES:
        return frozenset()
    found = _TOLL.search(claim.subject or "") or _TOLL.match(_ARTICLE.sub("", claim.text))
    if found is None:
        return frozenset()
    return frozenset({"kill", "die"}) if found["dead"] else frozenset({"injure"})


def aboard(claim: Claim, counted: frozenset[str]) -> frozenset[str]:
    """How many a train, ship or plane had with it is one question, whatever verb it is told beside.

    "Carrying 80 people", "with 80 people on board", "80 people were aboard", but not "14 people aboard drowned".

    Args:
        claim: The claim.
        counted: The groups that what its quantity counts stands in.
    """
    quantity = claim.quantity
    if quantity is None or quantity.unit is not None or not counted & _TRAVELLERS:
        return frozenset()
    start = quantity.start - claim.sentence.start
    text = claim.sentence.text
    before, after = text[max(0, start - 30) : start], text[start + len(quantity.text) :][:60]
    if _ABLE.search(before):
        return frozenset()
    told = _CARRIED.search(before) or (_WITH.search(before) and _ON_BOARD.match(after)) or _WERE_ABOARD.match(after)
    return frozenset({"aboard"}) if told else frozenset()


__all__ = ["aboard", "jobs_lost", "toll_of"]
