"""Parts and wholes: which of two amounts can be a part of the other, and which words mark an amount as a part."""

import re

from factcheck.frames import compare, times
from factcheck.frames.frame import Frame
from factcheck.frames.limits import prices_a_deed
from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.stem import stem
from factcheck.lexicon.words import nouns
from factcheck.model.time import Time
from factcheck.stages.reconcile.judgement import (
    parties_fit,
)

_PART = re.compile(
    r"\b(?:another|other|others|additional|further|more|extra|remaining|rest|first|second|third|fourth|last|next|each|"
    r"every|per(?! ?cent)|average|among|including|includes?|included|of (?:the|those|them|whom|"
    r"which|these|his|her|its|their)|some of|"
    r"part of|apart from|besides|as well as|in addition|since|so far|initially|originally|previously|earlier|"
    r"at first(?! light)|early reports?|separate|different|unrelated|last year|a year ago)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:with|along with|together with|alongside|besides|plus|including)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_JOINED = re.compile(r"(?P<beside>[\w’'-]+),? and\s+(?:\w+\s+){0,2}$")


def one_occasion(small: Frame, large: Frame) -> bool:
    """Whether a part and a whole can be of one event: nobody and nothing in the one is in the way of the other.

    The drugs that kill hundreds of thousands of people do not have the marines among them that a crash killed.
    """
    if small.claim.modality != large.claim.modality or not parties_fit(small, large):
        return False
    if small.names & large.names or small.claim.sentence == large.claim.sentence:
        return True
    doers = compare.party(small.subject, large.subject)[0]
    counted = {frame.counted.head for frame in (small, large)}
    own = all(frame.subject.head not in counted for frame in (small, large))  # not what is counted itself
    return not (doers == "apart" and own) and compare.time(small, large)[0] != "apart"


def part_of(small: Frame, large: Frame) -> str | None:
    """Why the smaller amount can be a part of the larger one, in words; None where nothing says so."""
    less, more = small.claim.quantity, large.claim.quantity
    if less is None or more is None:
        return None
    if less.whole is not None and more.whole is None and less.exact and more.exact and re.search(r"\d", less.whole):
        return f"The smaller is given as a part of {less.whole}."
    when, wider = small.claim.time, large.claim.time
    if (
        when is not None
        and times.known(when)
        and less.unit is None
        and (wider is None or not times.known(wider) or _covers(wider, when))
        and _total(large)
    ):
        return "The smaller counts one day or period, the larger the whole."
    narrow, broad = small.counted.groups, large.counted.groups
    table = nouns()
    if any(group in broad for name in narrow for group in table.broader.get(name, frozenset())) and not narrow & broad:
        return "What the smaller counts is one kind of what the larger counts."
    if (
        small.counted.head == large.counted.head
        and small.counted.words - large.counted.words
        and not (large.counted.words - small.counted.words)
    ):
        kind = small.counted.words - large.counted.words
        if kind <= _MADE_OF and _A_HOARD.search(before(small)):
            return None
        extra = ", ".join(sorted(kind))
        return f"The smaller counts only some of them ({extra})."
    return None


# A find told whole may have its matter told or not: "a hoard of 1,260 silver coins", "1,620 coins".
_MADE_OF = frozenset(map(stem, listed("frames", "matter")))
_A_HOARD = re.compile(
    r"\b(?:hoard|haul|collection|stash|cache|set|herd|flock|fleet|shipment|cargo) of "
    r"(?:(?:about|around|some|nearly|almost|more than|over|at least) )?$",
    re.IGNORECASE,
)


def with_theirs(small: Frame, large: Frame) -> bool:
    """Whether the smaller of two counts leaves out whose they are: "a mother and her two children" are three."""
    less, more = small.claim.quantity, large.claim.quantity
    if less is None or more is None or less.unit is not None or not less.exact or not more.exact:
        return False
    found = _AND_THEIRS.search(before(small))
    return found is not None and more.low - less.low == (2 if found["two"] else 1)


_AND_THEIRS = re.compile(
    r"\b(?:(?:and|with) (?:his|her|(?P<two>their))|(?:mother|father|parent|woman|man|grandmother|grandfather) and) $",
    re.IGNORECASE,
)


def _covers(wide: Time, narrow: Time) -> bool:
    """Whether one time lies within the other and is not the same."""
    starts = wide.first is None or (narrow.first is not None and wide.first <= narrow.first)
    ends = wide.last is None or (narrow.last is not None and narrow.last <= wide.last)
    return starts and ends and (wide.first, wide.last) != (narrow.first, narrow.last)


_WHOLE = re.compile(
    r"\b(?:total|in all|altogether|combined|overall|both|(?:two|three|several) (?:separate )?\w+|all)\b", re.IGNORECASE
)


def _total(frame: Frame) -> bool:
    """Whether a sentence says that it gives a total, in words that are not the amount itself ("three members")."""
    quantity, sentence = frame.claim.quantity, frame.claim.sentence
    own = quantity.start - sentence.start if quantity is not None else -1
    return any(match.start() != own for match in _WHOLE.finditer(sentence.text))


def before(frame: Frame) -> str:
    """The words of the sentence before the amount."""
    quantity = frame.claim.quantity
    if quantity is None:
        return ""
    return frame.claim.sentence.text[: max(0, quantity.start - frame.claim.sentence.start)]


def with_the_doer(frame: Frame) -> bool:
    """Whether a count says that whoever did it is among those counted: "five people, including two gunmen"."""
    text = frame.claim.sentence.text
    return any(_THE_DOER.match(text[found.end() :]) for found in _INCLUDING.finditer(text))


def told_beside(small: Frame, large: Frame) -> bool:
    """Whether the smaller of two counts one apart comes with somebody named: "X and 28 others", "29 in all"."""
    less, more = small.claim.quantity, large.claim.quantity
    if less is None or more is None or less.unit is not None or not less.exact or not more.exact:
        return False
    after = small.claim.sentence.text[less.end - small.claim.sentence.start :]
    if more.low - less.low == 1 and _AND_SELF.match(after):
        return True
    if not 0 < more.low - less.low <= 2:
        return False
    return bool(_BESIDE.search(before(small)[-40:])) or _joined(before(small)[-40:], after)


def _joined(ahead: str, after: str) -> bool:
    """Whether a count is joined to somebody ("the driver and 28 others"), not to a clause ("two died, and 28 fled")."""
    found = _JOINED.search(ahead)
    if found is None:
        return False
    word = found["beside"]
    somebody = any(word.lower() in listed("people", name) for name in ("people", "roles", "kin", "men", "women"))
    somebody |= _OLD.search(word) is not None  # "wounded a 13-year-old and two 17-year-olds"
    return word[0].isupper() or somebody or after.lstrip().lower().startswith("other")


_OLD = re.compile(r"-year-olds?$")
_AND_SELF = re.compile(
    r"[^.;]{0,40}?\b(?:and|before)\b[^.;]{0,30}?\b(?:himself|herself|themselves|itself)\b", re.IGNORECASE
)


_OF_ALL = re.compile(
    r"of (?:(?:the|its|their) [\w-]+['’]s "
    r"|(?:its|their) (?:residents|inhabitants|people|citizens|villagers|passengers) )",
    re.IGNORECASE,
)


def marked(frame: Frame) -> bool:
    """Whether words at the amount say that it is a part or an older or other count."""
    quantity = frame.claim.quantity
    if quantity is None:
        return False
    part = quantity.whole is not None and not _OF_ALL.match(f"of {quantity.whole} ")
    return _marker(frame) is not None or part or _difference(frame) or quantity.kind in ("ordinal", "rate")


def marked_alike(left: Frame, right: Frame) -> bool:
    """Whether both amounts are marked by one word and by nothing else: both of "last year", or one of "the year"."""
    mine, theirs = _marker(left), _marker(right)
    quantities = [frame.claim.quantity for frame in (left, right)]
    bare = all(item is not None and item.whole is None and item.kind not in ("ordinal", "rate") for item in quantities)
    if not bare:
        return False
    if {mine, theirs} == {"last year", None}:
        return _THE_YEAR.search((right if theirs is None else left).claim.sentence.text) is not None
    return mine is not None and mine == theirs and mine.startswith("last ")


_THE_YEAR = re.compile(r"\b(?:last year|annual|yearly|full-year|(?:for|of|in) the (?:full )?year)\b", re.IGNORECASE)


def set_apart(frame: Frame) -> bool:
    """Whether a word at the amount says that it comes on top of another, or is another one."""
    quantity = frame.claim.quantity
    if quantity is None:
        return False
    start = max(0, quantity.start - frame.claim.sentence.start)
    text = frame.claim.sentence.text
    window = text[max(0, start - 30) : start + len(quantity.text) + 30]
    return quantity.whole is not None or _ON_TOP.search(window) is not None or _difference(frame)


_ALONE = re.compile(
    r"\b(?:in|at|on|from|for|among|by|to|of) (?:the )?(?:[\w’'.-]+ ){1,3}alone\b(?! (?:in|at|on)\b)", re.IGNORECASE
)


_STAKE = re.compile(
    r"\b(?:stakes?|holding|minority|majority|(?:shares?|interest) in|(?:percent|per cent) of)\b|% of\b", re.IGNORECASE
)


def of_a_stake(frame: Frame) -> bool:
    """Whether a sum is of a part of something: "a stake in Acme was sold for $2 million"."""
    quantity = frame.claim.quantity
    return quantity is not None and quantity.kind == "money" and _STAKE.search(frame.claim.text) is not None


def of_a_deed(frame: Frame) -> bool:
    """Whether a price is what it takes to do something: "cost $5 million to repair"."""
    return prices_a_deed(frame.claim.text)


_BRANCH = re.compile(r"\b(?:sector|division|unit|arm|branch|subsidiary|segment|department)s?\b", re.IGNORECASE)


def of_a_branch(frame: Frame) -> bool:
    """Whether a claim is of a part of a land or firm: "the private sector added", "the retail arm lost"."""
    return _BRANCH.search(frame.claim.subject or "") is not None


def alone(frame: Frame) -> bool:
    """Whether what follows the amount says that it is of one place, time or group alone: "in Hamburg alone"."""
    quantity = frame.claim.quantity
    if quantity is None:
        return False
    return _ALONE.search(frame.claim.sentence.text[max(0, quantity.end - frame.claim.sentence.start) :]) is not None


_AT_HEAD = re.compile(
    r"(?:In|Across|Within|Outside|Around) (?:the|its|their) (?:[a-z][\w-]* ){0,2}"
    rf"(?P<where>{'|'.join(sorted(listed('frames', 'regions'), key=len, reverse=True))})\b"
)
_NEXT_CLAUSE = re.compile(r";|,? (?:but|while|whereas)\b|, and\b")


def narrowed(one: Frame, other: Frame) -> bool:
    """Whether a sentence begins with a part of the place that the other does not speak of: "in the capital she won"."""
    quantity, sentence = one.claim.quantity, one.claim.sentence
    head = _AT_HEAD.match(sentence.text)
    if quantity is None or head is None:
        return False
    if _NEXT_CLAUSE.search(sentence.text, head.end(), max(head.end(), quantity.start - sentence.start)):
        return False  # "in the capital she won 61 per cent, and 52 in all"
    return re.search(rf"\b{head['where']}\b", other.claim.sentence.text, re.IGNORECASE) is None


_THAN = re.compile(
    r"(?: (?!(?:no|not|where|and|or|but|that|which|who|with|for)\b)[\w-]+){0,2} "
    r"(?:sooner|earlier|later|more|fewer|less|higher|lower|longer|shorter|larger|smaller|older|younger) than\b"
)


def _difference(frame: Frame) -> bool:
    """Whether an amount is by how much one thing is more than another: "five rounds sooner than"."""
    quantity = frame.claim.quantity
    if quantity is None:
        return False
    return _THAN.match(frame.claim.sentence.text[quantity.end - frame.claim.sentence.start :]) is not None


_ON_TOP = re.compile(
    r"\b(?:another|others?|additional|further|extra|remaining|rest|each|every|per(?! ?cent)|average|some of|part of"
    r"|apart from|besides|as well as|in addition|initially|originally|previously|earlier|at first(?! light)"
    r"|early reports?|separate|different|unrelated|last year|a year ago|including|among"
    r"|of (?:them|whom|which|those))\b",
    re.IGNORECASE,
)


def _marker(frame: Frame) -> str | None:
    """The word near the amount that says that it is a part or an older or other count; None where there is none."""
    quantity = frame.claim.quantity
    if quantity is None:
        return None
    start = max(0, quantity.start - frame.claim.sentence.start)
    begin = max(0, start - 30)
    window = frame.claim.sentence.text[begin : start + len(quantity.text) + 30]
    for found in _PART.finditer(window):
        word = found.group().lower()
        if quantity.kind == "percent" and word.startswith("of"):
            continue  # a share is always of something
        if _OF_ALL.match(window[found.start() :]):
            continue  # "11 of the region's hospitals": of all there are, not of a group told before
        if word == "of the" and _OF_A_TIME.match(window[found.end() :]):
            continue  # "in the first six months of the year"
        if word == "among" and "include" in frame.senses:
            continue  # "four children were among the dead" counts all who were
        if word in _NAMING_SOME and found.start() > start - begin and not _THE_DOER.match(window[found.end() :]):
            continue  # "19 people, including two children": a part is told of what is the whole
        if word == "since" and (_RECORD.search(window[: found.start()]) or _HAS.match(window[found.end() :])):
            continue  # "its worst result since the war", "since has received 300"
        if word == "as well as" and found.end() <= start - begin < found.end() + _CLOSE:
            continue  # "a station as well as at least three banks"
        if word in _ORDINALS:
            span = _SPAN.match(window[found.end() :])
            if span is not None and word == "last":
                return f"last {span[1].lower()}"
            beside = window[found.end() : max(found.end(), start - begin)]
            if found.end() > start - begin or len(beside.split()) > 1:
                continue  # "at first light", "the first of the year": not what is counted
        return word
    return None


_INCLUDING = re.compile(r"\bincluding\b", re.IGNORECASE)
_NAMING_SOME = frozenset({"including", "include", "includes", "included"})
# One who may be counted in here and left out there: "five people, including the gunman".
_THE_DOER = re.compile(
    r" (?:the|an?|its|their|his|her)?(?: ?(?:one|two|three|both|\d+))?(?: [a-z-]+){0,2} ?"
    r"\b(?:gunm[ae]n|shooters?|attackers?|assailants?|bombers?|suspects?|killers?|drivers?|pilots?|(?:him|her|it)self|themselves)\b",
    re.IGNORECASE,
)
_OF_A_TIME = re.compile(r" (?:financial |fiscal )?(?:year|month|week|season|quarter|century|decade|day|night)\b")
_HAS = re.compile(r" (?:has|have|had|been)\b")
_CLOSE = 12  # characters, as many as a bound before a number has
_RECORD = re.compile(r"\b(?:\w+est|most|least|worst|best|first)(?: \w+){0,2} $")
_ORDINALS = frozenset({"first", "second", "third", "fourth", "last", "next"})
_SPAN = re.compile(r"\s(year|month|week|season|spring|summer|fall|autumn|winter|quarter)\b", re.IGNORECASE)
