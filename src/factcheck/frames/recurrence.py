"""How many times something came about, and how long after something else, as a text says it in words.

"Was married twice", "had been shot eleven times"; "the following day", "two weeks later".
"""

import re

from factcheck.lexicon.numerals import value_of

_SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_ALONE = r"(?<![\w.,’'-])"  # no end of "twenty-two", "1,200", "2.5"
_TIMES = re.compile(
    rf"{_ALONE}(?:(?P<adverb>twice|thrice|once)|(?P<number>\d+|{_SMALL}) (?-i:times))\b(?!-)"
    # no rate ("twice a day"), no size ("three times as many"), no conjunction ("once the storm had passed"), no score
    r"(?! (?:an?|per|every|each|daily|weekly|monthly|yearly|annually|as (?:many|much|often|big|large|high|long|likely"
    r"|fast|far|good|old)|more|the|that|what|higher|larger|bigger|greater|worse|better|faster|slower|less|fewer|again"
    r"|upon|his|her|its|their|he|she|it|they|we|you|or|out|running|in a row|straight|in succession|[a-z]+er than)\b)",
    re.IGNORECASE,
)
_ONLY_ONCE = re.compile(r"\b(?:only|just|but) once\b|\bonce (?:before|already|earlier)\b", re.IGNORECASE)
_LOOSE = re.compile(
    r"\b(?:at least|at most|than|over|under|up to|about|around|some|nearly|almost|roughly|close to|maybe|perhaps|within"
    r"|as many as|or|to|and|between|another|all|several) $",
    re.IGNORECASE,
)
_PRIOR = re.compile(
    rf"{_ALONE}(?P<number>one|\d+|{_SMALL}) (?:earlier|previous|prior) (?:[a-z]+ )?"
    r"(?:convictions?|arrests?|marriages?|attempts?|titles?|wins?|victor(?:y|ies)|offen[cs]es?)\b",
    re.IGNORECASE,
)  # "had one earlier conviction"
_ADVERBS = {"once": 1, "twice": 2, "thrice": 3}


def how_often(text: str) -> int | None:
    """How many times a text says that it came about; None where it does not say, only roughly, or of several things."""
    found = [match for match in _TIMES.finditer(text) if match.group().lower() != "once" or _ONLY_ONCE.search(text)]
    match = found[0] if found else _PRIOR.search(text)
    if match is None or len(found) > 1 or _LOOSE.search(text[: match.start()]):
        return None
    adverb = match.groupdict().get("adverb")
    if adverb:
        return _ADVERBS[adverb.lower()]
    value = value_of(match["number"].lower())
    return int(value) if value else None


def beside(text: str) -> str:
    """What a text says after how many times it was, without the mark at its end."""
    match = next(iter(_TIMES.finditer(text)), None)
    return text[match.end() :].strip(" .,;") if match is not None else ""


_LATER = re.compile(
    r"\b(?P<next>(?:the |on the )?following (?P<named>day|morning|week|month|year)"
    r"|the next (?P<other>day|morning|week|month|year))\b"
    rf"|{_ALONE}(?<!half )(?P<number>an?|\d+|{_SMALL}) (?P<unit>hour|day|week|month|year)s? "
    r"(?P<way>later|after|afterwards|earlier|before)\b(?! than)",
    re.IGNORECASE,
)
_DAYS = {"hour": 1 / 24, "day": 1.0, "morning": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}
_ROUGHLY = 0.25  # of the longer, by which two ways to tell one interval differ at most: "12 days", "two weeks"


def after_how_long(text: str) -> frozenset[float]:
    """How many days after something else a text puts it ("the following day", "two days later"); before, below 0."""
    found = set()
    for match in _LATER.finditer(text):
        if match["next"]:
            found.add(_DAYS[(match["named"] or match["other"]).lower()])
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


__all__ = ["after_how_long", "beside", "how_often", "other_interval"]
