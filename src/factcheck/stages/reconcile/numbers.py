"""FC001 FC010 FC020 FC030 FC101: two amounts that answer "how many" or "how much".

An amount is an interval, and only disjoint intervals can conflict. Before they do, everything that makes two different
numbers both right is ruled out: other things counted, a part of the whole, another day, a later count, a round figure,
one person told beside the rest.
"""

import re
from datetime import timedelta

from factcheck.frames import compare
from factcheck.frames.frame import Frame
from factcheck.lexicon.names import aliases
from factcheck.lexicon.stem import stem
from factcheck.lexicon.words import alike, nouns, predicates
from factcheck.model.link import Relation
from factcheck.model.quantity import Bound, Quantity
from factcheck.stages.reconcile.judgement import (
    Judgement,
    Surroundings,
    comparable,
    details_differ,
    firmly_shared,
    parties_fit,
    quoted,
    times_apart,
)

_PART = re.compile(
    r"\b(?:another|other|others|additional|further|more|extra|remaining|rest|first|second|third|fourth|last|next|each|"
    r"every|per|average|among|including|includes?|included|of (?:the|those|them|whom|"
    r"which|these|his|her|its|their)|some of|"
    r"part of|apart from|besides|as well as|in addition|since|so far|initially|originally|previously|earlier|at first|"
    r"early reports?|separate|different|unrelated|last year|a year ago)\b",
    re.IGNORECASE,
)
_ALIKE = ("exact", "close", "near")
_AS_OF = re.compile(r"(?:by|as of|until|as at)\b", re.IGNORECASE)
_BESIDE = re.compile(
    r"\b(?:with|along with|together with|alongside|besides|plus|including|and)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)


def amounts(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """Judge two amounts of one slot; None where they do not measure the same thing."""
    mine, theirs = left.claim.quantity, right.claim.quantity
    if mine is None or theirs is None or mine.unit != theirs.unit:
        return None
    level, note = compare.counted(left, right)
    if level == "apart" or (level == "missing" and mine.unit is None and not _bare(left, right)):
        return None
    what = f"Both give an amount of {note or mine.unit or 'the same'}: {_show(mine)} and {_show(theirs)}."
    said = (quoted(left), quoted(right), what)
    if predicates().opposite(left.senses, right.senses) or predicates().contrary(left.senses, right.senses):
        return None  # the amount is the same and what became of it is not: another rule's matter
    if mine.agrees_with(theirs):
        grown = _grown(left, right, around)
        if grown is not None:
            return Judgement(Relation.REVISION, "FC030", 0.6, (*said, grown))
        return _together(left, right, mine, theirs, said)
    if compare.agree(mine, theirs):
        return Judgement(Relation.COMPATIBLE, "FC010", 0.85, (*said, "One is the other rounded."))
    return _different(left, right, around, said)


_TALLY = re.compile(
    r"(?<![\d(-])(?P<one>\d{1,3})[-–](?P<other>\d{1,3})(?![-\d)])"
    r"|\b(?P<for>\d{1,3}) votes? to (?P<against>\d{1,3})\b"
    r"|\b(?:by|of|was) (?P<ayes>\d{1,3}) to (?P<noes>\d{1,3})\b"
)


def _tally(frame: Frame) -> frozenset[int]:
    """The two numbers of a score or a vote, whoever is named first; empty where there is none, or several."""
    found = list(_TALLY.finditer(frame.claim.text))
    if len(found) != 1:
        return frozenset()
    return frozenset(int(number) for number in found[0].groups() if number is not None)


_DECIDING = frozenset({"accept", "reject", "defeat", "win", "elect"})


def tallies(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """FC101 of two scores of one match, or two results of one vote: "52-48", "54 votes to 46"."""
    mine, theirs = _tally(left), _tally(right)
    if not mine or not theirs or mine == theirs or not comparable(left, right, around):
        return None
    one = compare.same_event(left, right) or predicates().related(left.senses, right.senses)
    one = one and all(frame.senses & _DECIDING for frame in (left, right))  # the record of a season decides nothing
    named = bool(left.names) and left.names == right.names
    parties = compare.party(left.object, right.object)[0] in ("exact", "close")
    dated = (left.claim.time is None) == (right.claim.time is None) and not times_apart(left, right)
    if not one or not (named or parties) or not dated:
        return None
    if compare.party(left.subject, right.subject)[0] == "apart" or _turn(left) != _turn(right):
        return None  # the committee's vote and the council's, the first leg and the second
    step = f"Two results of one vote or match: {_listed(mine)} and {_listed(theirs)}."
    return Judgement(Relation.CONFLICT, "FC101", 0.6, (quoted(left), quoted(right), step))


_TURN = re.compile(
    r"\b(first|second|third|fourth|final|opening) (?:\w+ )?(?:leg|round|reading|vote|ballot|match|game|set|test)\b"
)


def _turn(frame: Frame) -> frozenset[str]:
    """Which of several votes or matches a claim tells of."""
    return frozenset(match[1] for match in _TURN.finditer(frame.claim.text.lower()))


def _listed(numbers: frozenset[int]) -> str:
    return " to ".join(str(number) for number in sorted(numbers, reverse=True))


def _bare(left: Frame, right: Frame) -> bool:
    """Whether one side leaves out what is counted ("55 were freed") of an event that both name."""
    return (not left.counted.head) != (not right.counted.head) and compare.same_event(left, right)


def _together(left: Frame, right: Frame, mine: Quantity, theirs: Quantity, said: tuple[str, ...]) -> Judgement:
    if mine.low == theirs.low and mine.high == theirs.high:
        if mine.bound is Bound.VAGUE:
            return Judgement(Relation.COMPATIBLE, "FC011", 0.8, (*said, "Both are vague in the same way."))
        if details_differ(left, right):
            return Judgement(
                Relation.COMPATIBLE, "FC018", 0.6, (*said, "Equal, but each names what the other does not.")
            )
        sure = 0.95 if compare.counted(left, right)[0] == "exact" else 0.85
        return Judgement(Relation.AGREE, "FC001", sure, (*said, "The amounts are equal."))
    return Judgement(Relation.COMPATIBLE, "FC011", 0.85, (*said, "One amount can satisfy both: the intervals overlap."))


def _different(left: Frame, right: Frame, around: Surroundings, said: tuple[str, ...]) -> Judgement | None:
    """Judge two amounts that no single number satisfies."""
    small, large = sorted((left, right), key=lambda frame: frame.claim.quantity.low if frame.claim.quantity else 0.0)
    if _ROSE_TO.search(_before(large)) and _same_matter(left, right) and comparable(left, right, around):
        risen = _revised(left, right, around)
        if risen is not None:
            return Judgement(Relation.REVISION, "FC030", 0.7, (*said, risen))
    whole = _part_of(small, large)
    if whole is not None and (compare.same_event(left, right) or compare.words(left, right, {})[0] in _ALIKE):
        if _one_occasion(small, large):
            return Judgement(Relation.PART_OF, "FC020", 0.7, (*said, whole))
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "Nothing ties the two to one occasion."))
    if _told_beside(small, large):
        step = "The smaller number is told beside a person who is named apart: the two can be the same group."
        return Judgement(Relation.COMPATIBLE, "FC012", 0.75, (*said, step))
    if times_apart(left, right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "They speak of different times."))
    if _long_ago(left, right, around) or _long_ago(right, left, around):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "One is dated years before the reports."))
    if _other_day(left, right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "They name different days or months."))
    if not _same_matter(left, right) or not comparable(left, right, around):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "It is not certain that they count the same."))
    if _knows(around, left, right) or _knows(around, right, left):
        step = "One of the articles gives the other's number as well, so that it reports a dispute or two things."
        told = left.claim.attribution is not None or right.claim.attribution is not None
        if not told:  # nobody is said to hold either of them
            return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, step))
        return Judgement(Relation.DISPUTE, "FC040", 0.5, (*said, step))
    if left.names - right.names and right.names - left.names:
        return Judgement(
            Relation.UNCLEAR, "FC029", 0.5, (*said, "Each names a party or place that the other does not.")
        )
    if _outcome(left, right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "One counts the dead, the other all who were hit."))
    if _one_of_places(left, right):
        return Judgement(
            Relation.UNCLEAR,
            "FC029",
            0.5,
            (*said, "One names a place where the other speaks of any: it may be a part."),
        )
    if not _tied(left, right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "Nothing ties them to one person or thing."))
    if (
        left.claim.quantity is not None
        and left.claim.quantity.unit is not None
        and left.subject.plural != right.subject.plural
    ):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "One speaks of one thing, the other of several."))
    if _other_doers(left, right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "Not the same did it."))
    if _able(left) != _able(right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "One says how many there can be."))
    if _is_age(left) and any(_JUNIOR.search(frame.claim.sentence.text) for frame in (left, right)):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "There are two of the name."))
    if _other_gathering(left, right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "They tell who came to two gatherings."))
    if _scales(left, right):
        return Judgement(
            Relation.UNCLEAR, "FC029", 0.5, (*said, "They are so far apart that they can hardly be one count.")
        )
    if _running(left) != _running(right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "One is a total over several occasions."))
    if _stretch(left) != _stretch(right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "One speaks of a stretch of the time alone."))
    if _other_years(left, right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "Their sentences name different years."))
    if _in_sentence(left, right) or _in_sentence(right, left):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "One of the sentences gives both numbers."))
    if _other_manner(left, right) or _hyphened(left) or _hyphened(right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "Each says in which way, and the ways differ."))
    if _shared_out(left) or _shared_out(right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "One goes on with how many more went elsewhere."))
    if (_marked(left) or _marked(right)) and not _marked_alike(left, right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.5, (*said, "A word such as “other” or “first” marks a part."))
    revised = _revised(left, right, around)
    if revised is not None:
        return Judgement(Relation.REVISION, "FC030", 0.7, (*said, revised))
    exact = compare.counted(left, right)[0] == "exact" and left.senses & right.senses
    step = "No number satisfies both, and nothing says that one is a part of the other, rounded, or older."
    return Judgement(Relation.CONFLICT, "FC101", 0.8 if exact else 0.6, (*said, step))


_CALENDAR = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday|(?:19|20)\d\d)\b"
)


def _outcome(left: Frame, right: Frame) -> bool:
    """Whether one event killed those it counts and the other, by its verb, need not have: "shot", "shot to death"."""
    return bool(left.senses and right.senses) and bool(_DEATH & left.senses) != bool(_DEATH & right.senses)


_DEATH = frozenset({"kill", "die", "murder"})


_PAST = timedelta(days=300)


def _long_ago(one: Frame, other: Frame, around: Surroundings) -> bool:
    """Whether one is dated long before it was published and the other not at all: a collision of 2003, today's."""
    when, article = one.claim.time, around.articles.get(one.claim.source)
    if when is None or when.last is None or not compare.known(when) or other.claim.time is not None:
        return False
    return article is not None and article.published is not None and when.last < article.published - _PAST


_PLACED = ("at", "from", "in", "into", "to")


def _one_of_places(left: Frame, right: Frame) -> bool:
    """Whether one says where by name and the other by a common noun: "to nearby hospitals", "to St. Luke's"."""
    for role in _PLACED:
        mine, theirs = (
            [argument for argument in frame.claim.arguments if argument.role == role] for frame in (left, right)
        )
        if mine and theirs and any(argument.entity for argument in mine) != any(argument.entity for argument in theirs):
            return True
    return False


def _other_day(left: Frame, right: Frame) -> bool:
    """Whether each names a day, month or year that the other does not."""
    mine, theirs = (set(_CALENDAR.findall(frame.claim.text)) for frame in (left, right))
    return bool(mine - theirs and theirs - mine)


def _knows(around: Surroundings, one: Frame, other: Frame) -> bool:
    """Whether the article of the one gives the number of the other too; small numbers stand everywhere."""
    article, quantity = around.articles.get(one.claim.source), other.claim.quantity
    if article is None or quantity is None or (quantity.written_value or quantity.value or 0) < 13:
        return False
    number = re.search(r"\d[\d.,]*\d|\d", quantity.text)
    return (
        number is not None
        and re.search(rf"(?<![\d.,]){re.escape(number.group())}(?![\d]|[.,]\d)", article.text) is not None
    )


_DIGITS = re.compile(r"\d[\d.,]*\d|\d")
_APART = 10.0  # times: counts further apart are of other things (of a match and of a career), not one misread
_RUNNING = re.compile(
    r"\b(?:so far|thus far|to date|in all|altogether|overall|(?:of|in) (?:his|her|its|their) career)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


_STRETCH = re.compile(
    r"\bduring\b|\bin the (?:first|second|third|fourth|final|last|opening|closing)(?: \w+)? "
    r"(?:half|quarter|period|inning|set|round|minutes?|hours?|days?|weeks?|months?|games?)\b",
    re.IGNORECASE,
)


def _stretch(frame: Frame) -> bool:
    """Whether the sentence tells of a part of the time alone: "during the deciding run", "in the second half"."""
    return _STRETCH.search(frame.claim.sentence.text) is not None


def _scales(left: Frame, right: Frame) -> bool:
    """Whether two amounts, not of money, are of different orders."""
    mine, theirs = left.claim.quantity, right.claim.quantity
    if mine is None or theirs is None or mine.kind == "money" or not mine.value or not theirs.value:
        return False
    small, large = sorted((mine.value, theirs.value))
    return small > 0 and large / small > _APART


def _running(frame: Frame) -> bool:
    """Whether the sentence sums up what came about on several occasions."""
    return _RUNNING.search(frame.claim.sentence.text) is not None


def _other_years(left: Frame, right: Frame) -> bool:
    """Whether each sentence names a year, and none that the other names: a term served in 1959, one given in 1997.

    Of terms of time it is enough that one does: there may be several in a life.
    """
    mine, theirs = (set(_YEAR.findall(frame.claim.sentence.text)) for frame in (left, right))
    terms = all(frame.claim.quantity is not None and frame.claim.quantity.kind == "duration" for frame in (left, right))
    return bool((mine and theirs and not mine & theirs) or (terms and bool(mine) != bool(theirs)))


_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def _in_sentence(one: Frame, other: Frame) -> bool:
    """Whether the sentence of the one gives the other's number too: a small one for a part or another thing, a sum of
    money in another currency or in brackets.
    """
    quantity = other.claim.quantity
    if quantity is not None and quantity.kind == "money":
        digits = _DIGITS.search(quantity.text)
        alone = rf"(?<![\d.,]){re.escape(digits.group())}(?![\d.,]*\d)" if digits is not None else "(?!)"
        return re.search(alone, one.claim.sentence.text) is not None
    if quantity is None or quantity.value is None or quantity.unit is not None or not 0 <= quantity.value <= 12:
        return False
    number = int(quantity.value)
    text = one.claim.sentence.text
    return re.search(rf"\b(?:{number}|{_SMALL[number]})\b(?![.,:]\d)", text, re.IGNORECASE) is not None


def _same_matter(left: Frame, right: Frame) -> bool:
    """Whether both amounts belong to one event: by its predicate, or by its words all but the amount."""
    if compare.same_event(left, right):
        return True
    if left.senses and right.senses:
        return False  # two events that the tables know, and know to be two
    return bool(left.names & right.names) and compare.words(left, right, {})[0] == "exact"


def _tied(left: Frame, right: Frame) -> bool:
    """Whether two measures are of one person or thing: an event ties a count, an age or a length needs a bearer."""
    mine = left.claim.quantity
    if mine is None or (mine.unit is None and mine.kind != "age"):
        return True
    if left.people and right.people:
        return bool(firmly_shared(left, right) or left.people & right.people)
    if mine.kind in ("money", "percent", "percentage_point"):
        return compare.parties(left, right)[0] in ("exact", "close") or compare.counted(left, right)[0] == "exact"
    countries = frozenset(aliases().canonical.values())
    if left.names or right.names:
        return bool((left.names & right.names) - countries)
    return any(
        compare.party(one, other)[0] == "exact" and one.words == other.words
        for one, other in ((left.subject, right.subject), (left.object, right.object))
    )


def _one_occasion(small: Frame, large: Frame) -> bool:
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


def _part_of(small: Frame, large: Frame) -> str | None:
    """Why the smaller amount can be a part of the larger one, in words; None where nothing says so."""
    less, more = small.claim.quantity, large.claim.quantity
    if less is None or more is None:
        return None
    if less.whole is not None and more.whole is None and less.exact and more.exact and re.search(r"\d", less.whole):
        return f"The smaller is given as a part of {less.whole}."
    when, wider = small.claim.time, large.claim.time
    if (
        when is not None
        and compare.known(when)
        and less.unit is None
        and (wider is None or not compare.known(wider) or _covers(wider, when))
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
        extra = ", ".join(sorted(small.counted.words - large.counted.words))
        return f"The smaller counts only some of them ({extra})."
    return None


def _covers(wide: object, narrow: object) -> bool:
    from factcheck.model.time import Time

    if not isinstance(wide, Time) or not isinstance(narrow, Time):
        return False
    starts = wide.first is None or (narrow.first is not None and wide.first <= narrow.first)
    ends = wide.last is None or (narrow.last is not None and narrow.last <= wide.last)
    return starts and ends and (wide.first, wide.last) != (narrow.first, narrow.last)


_WHOLE = re.compile(
    r"\b(?:total|in all|altogether|combined|overall|both|(?:two|three|several) (?:separate )?\w+|all)\b", re.IGNORECASE
)


def _total(frame: Frame) -> bool:
    return bool(_WHOLE.search(frame.claim.sentence.text))


def _before(frame: Frame) -> str:
    """The words of the sentence before the amount."""
    quantity = frame.claim.quantity
    if quantity is None:
        return ""
    return frame.claim.sentence.text[: max(0, quantity.start - frame.claim.sentence.start)]


def _told_beside(small: Frame, large: Frame) -> bool:
    """Whether the smaller of two counts one apart comes with somebody named: "X and 28 others", "29 in all"."""
    less, more = small.claim.quantity, large.claim.quantity
    if less is None or more is None or less.unit is not None or not less.exact or not more.exact:
        return False
    return 0 < more.low - less.low <= 2 and bool(_BESIDE.search(_before(small)[-40:]))


_OF_ALL = re.compile(r"of (?:the|its|their) [\w-]+['’]s ", re.IGNORECASE)


def _marked(frame: Frame) -> bool:
    """Whether words at the amount say that it is a part or an older or other count."""
    quantity = frame.claim.quantity
    if quantity is None:
        return False
    part = quantity.whole is not None and not _OF_ALL.match(f"of {quantity.whole} ")
    return _marker(frame) is not None or part or quantity.kind in ("ordinal", "rate")


def _marked_alike(left: Frame, right: Frame) -> bool:
    """Whether both amounts are marked by the same word and by nothing else: both of "last year"."""
    mine, theirs = _marker(left), _marker(right)
    quantities = [frame.claim.quantity for frame in (left, right)]
    bare = all(item is not None and item.whole is None and item.kind not in ("ordinal", "rate") for item in quantities)
    return mine is not None and mine == theirs and mine.startswith("last ") and bare


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
        if word == "among" and "include" in frame.senses:
            continue  # "four children were among the dead" counts all who were
        if word in _ORDINALS:
            span = _SPAN.match(window[found.end() :])
            if span is not None and word == "last":
                return f"last {span[1].lower()}"
            beside = window[found.end() : max(found.end(), start - begin)]
            if found.end() > start - begin or len(beside.split()) > 1:
                continue  # "at first light", "the first of the year": not what is counted
        return word
    return None


_ORDINALS = frozenset({"first", "second", "third", "fourth", "last", "next"})
_SPAN = re.compile(r"\s(year|month|week|season|spring|summer|fall|autumn|winter|quarter)\b", re.IGNORECASE)
_ONE_WORD = 0.6  # likeness of two words that can stand for one another


_ABLE = re.compile(r"\b(?:can|could|able to|capacity|designed to|built to|licensed to)\b", re.IGNORECASE)
_JUNIOR = re.compile(r"\b(?:Jr|Sr|II|III)\b")


def _able(frame: Frame) -> bool:
    """Whether a claim says what can be, not what was: "can carry 300 people"."""
    return _ABLE.search(frame.claim.text) is not None


def _is_age(frame: Frame) -> bool:
    return frame.claim.quantity is not None and frame.claim.quantity.kind == "age"


def _other_doers(left: Frame, right: Frame) -> bool:
    """Whether each names who did it and they are not the same: the committee's votes and the council's."""
    if compare.party(left.subject, right.subject)[0] != "apart":
        return False
    return all(frame.subject.head not in (None, frame.counted.head) for frame in (left, right))


def _other_gathering(left: Frame, right: Frame) -> bool:
    """Whether both count who attended, and not one and the same thing: a funeral, a rally."""
    if "attend" not in left.senses & right.senses:
        return False
    mine, theirs = (
        {stem(item.head) for item in frame.claim.arguments if item.role in ("object", "in")} - {"part"}
        for frame in (left, right)
    )
    return not any(alike(one, other) >= _ONE_WORD for one in mine for other in theirs)


def _other_manner(left: Frame, right: Frame) -> bool:
    """Whether each has an adjunct of one preposition with another noun and no name: "on the ground", "on offense".

    Two words for one thing ("in aid", "in help") are one manner.
    """
    mine, theirs = (
        {
            item.role: item.head
            for item in frame.claim.arguments
            if item.role in ("on", "in", "by", "through", "for") and not item.entity and item.type != "time"
        }
        for frame in (left, right)
    )
    return any(alike(stem(mine[role]), stem(theirs[role])) < _ONE_WORD for role in mine.keys() & theirs.keys())


def _hyphened(frame: Frame) -> bool:
    """Whether the number is a part of a compound: "a two-time champion" counts no times."""
    quantity = frame.claim.quantity
    if quantity is None or quantity.unit is not None:
        return False
    return re.match(r" ?-", frame.claim.sentence.text[quantity.end - frame.claim.sentence.start :]) is not None


_SHARE = re.compile(
    r"(?:,|\band)\s+(?:\d+|" + "|".join(_SMALL[1:]) + r"|another|the other)\s+(?:to|in|at|from|for|into|near|by)\s",
    re.IGNORECASE,
)


def _shared_out(frame: Frame) -> bool:
    """Whether a list of places follows the amount, each with its own number: "two to one hospital, one to another"."""
    quantity = frame.claim.quantity
    if quantity is None:
        return False
    after = frame.claim.sentence.text[max(0, quantity.end - frame.claim.sentence.start) :]
    return bool(_SHARE.search(after))


_ROSE_TO = re.compile(
    r"\b(?:ris(?:es|en|ing)|rose|climb\w*|jump\w*|gr[eo]w\w*|increas\w*|soar\w*|surg\w*) "
    r"(?:\w+ )?to (?:\w+ ){0,2}$",
    re.IGNORECASE,
)


def _revised(left: Frame, right: Frame, around: Surroundings) -> str | None:
    """Why one count replaces the other: the event's count grows, and the reports are of different days."""
    quantity = left.claim.quantity
    changing = (
        quantity is not None and quantity.kind in ("money", "percent") and not (left.claim.time or right.claim.time)
    )
    if not changing and not (left.senses | left.events) & predicates().growing:
        return None
    dated = [frame.claim.time for frame in (left, right)]
    lasts = {when.last for when in dated if when is not None and when.last is not None and _AS_OF.match(when.text)}
    if len(lasts) == 2:
        return "Such counts are revised, and each is given as of another day."
    more = max((left, right), key=lambda frame: frame.claim.quantity.low if frame.claim.quantity else 0.0)
    if _ROSE_TO.search(_before(more)):
        return "Such counts are revised, and the larger is said to have risen to what it is."
    mine, theirs = (around.articles.get(frame.claim.source) for frame in (left, right))
    if mine is None or theirs is None or mine.published is None or theirs.published is None:
        return None
    if mine.published == theirs.published:
        return None
    later = mine if mine.published > theirs.published else theirs
    return f"Such counts are revised; {later.id} is the later report ({later.published})."


def _grown(left: Frame, right: Frame, around: Surroundings) -> str | None:
    """Why a toll of "at least 23" became 37: both may be right, and the reader needs the later one."""
    bounds = {Bound.AT_LEAST, Bound.MORE_THAN}
    less, more = sorted((left, right), key=lambda frame: frame.claim.quantity.low if frame.claim.quantity else 0.0)
    small, large = less.claim.quantity, more.claim.quantity
    if small is None or large is None or small.bound not in bounds or small.unit is not None or large.low <= small.low:
        return None
    if not _same_matter(left, right) or not comparable(left, right, around) or _marked(left) or _marked(right):
        return None
    if times_apart(left, right) or _long_ago(left, right, around) or _long_ago(right, left, around):
        return None
    mine, theirs = (around.articles.get(frame.claim.source) for frame in (less, more))
    if mine is None or theirs is None or mine.published is None or theirs.published is None:
        return None
    return _revised(less, more, around) if mine.published < theirs.published else None


def _show(quantity: Quantity) -> str:
    return f"“{quantity.text}”"
