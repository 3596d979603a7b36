"""How many times something came about, and how long after something else, as a text says it in words.

"Was married twice", "had been shot eleven times"; "the following day", "two weeks later".
"""

import re

from factcheck.lexicon.numerals import value_of

_SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_TIMES = re.compile(
    rf"\b(?:(?P<adverb>twice|thrice|once)|(?P<number>\d+|{_SMALL}) times)\b"
    # no rate ("twice a day"), no size ("three times as many"), no conjunction ("once the storm had passed")
    r"(?! (?:an?|per|every|each|daily|weekly|monthly|yearly|annually|as|more|the|that|higher|larger|bigger|greater|"
    r"less|fewer|again|upon|his|her|its|their|he|she|it|they|we|you|[a-z]+er than)\b)(?!-)",
    re.IGNORECASE,
)
_ONLY_ONCE = re.compile(r"\b(?:only|just|but) once\b|\bonce (?:before|already|earlier)\b", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?:at least|more than|over|up to|about|around|some|nearly|almost|another|all|several) $", re.IGNORECASE
)
_ADVERBS = {"once": 1, "twice": 2, "thrice": 3}


def how_often(text: str) -> int | None:
    """How many times a text says that it came about; None where it does not say, or not exactly, or of several."""
    found = [match for match in _TIMES.finditer(text) if match.group().lower() != "once" or _ONLY_ONCE.search(text)]
    if len(found) != 1 or _BOUND.search(text[: found[0].start()]):
        return None
    match = found[0]
    if match["adverb"]:
        return _ADVERBS[match["adverb"].lower()]
    value = value_of(match["number"].lower())
    return int(value) if value is not None else None


_LATER = re.compile(
    rf"\b(?:(?P<next>(?:the )?(?:next|following) (?P<named>day|morning|week|month|year))"
    rf"|(?P<number>an?|\d+|{_SMALL}) (?P<unit>hour|day|week|month|year)s? "
    r"(?P<way>later|after|afterwards|earlier|before))\b",
    re.IGNORECASE,
)
_DAYS = {"hour": 1 / 24, "day": 1.0, "morning": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}
_ROUGHLY = 0.25  # of the longer, by which two ways to tell one interval differ at most: "12 days", "two weeks"
_LOOSE = re.compile(r"\b(?:than|about|around|some|nearly|almost|within|roughly|least|over|under) $", re.IGNORECASE)


def after_how_long(text: str) -> frozenset[float]:
    """How many days after something else a text puts it ("the following day", "two days later"); before, below 0."""
    found = set()
    for match in _LATER.finditer(text):
        if match["next"]:
            found.add(_DAYS[match["named"].lower()])
        elif not _LOOSE.search(text[: match.start()]):
            number = 1.0 if match["number"].lower() in ("a", "an") else float(value_of(match["number"].lower()) or 0)
            back = match["way"].lower() in ("earlier", "before")
            found.add((-number if back else number) * _DAYS[match["unit"].lower()])
    return frozenset(found)


def other_interval(left: str, right: str) -> bool:
    """Whether both texts say after how long, and not the same."""
    mine, theirs = after_how_long(left), after_how_long(right)
    apart = all(abs(one - other) > _ROUGHLY * max(abs(one), abs(other)) for one in mine for other in theirs)
    return bool(mine and theirs and apart)


__all__ = ["after_how_long", "how_often", "other_interval"]
