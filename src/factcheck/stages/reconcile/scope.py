"""What two amounts may count beside one and the same thing: other doers, days, places, persons, occasions.

Each test is a reason why two different numbers are both right, so that they do not conflict.
"""

import re
from collections.abc import Callable, Sequence
from datetime import timedelta

from factcheck.frames import compare
from factcheck.frames.existence import BEFALLS
from factcheck.frames.frame import Frame
from factcheck.frames.identity import names_in
from factcheck.lexicon.names import aliases
from factcheck.lexicon.numerals import value_of
from factcheck.lexicon.stem import stem
from factcheck.lexicon.words import ONE_WORD, alike
from factcheck.model.quantity import Quantity
from factcheck.names import name_key
from factcheck.stages.reconcile.judgement import (
    Surroundings,
    firmly_shared,
    times_apart,
)
from factcheck.stages.reconcile.parts import marked, marked_alike, set_apart

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_CALENDAR = re.compile(
    rf"\b(?:{MONTHS}|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday|(?:19|20)\d\d)\b"
)


def _outcome(left: Frame, right: Frame) -> bool:
    """Whether one event killed those it counts and the other, by its verb, need not have: "shot", "shot to death"."""
    return bool(left.senses and right.senses) and bool(_DEATH & left.senses) != bool(_DEATH & right.senses)


_DEATH = frozenset({"kill", "die", "murder"})
_PAST = timedelta(days=300)


def long_ago(one: Frame, other: Frame, around: Surroundings) -> bool:
    """Whether one is dated long before it was published and the other not at all: a collision of 2003, today's.

    "The worst was in 2016, when seven died": the year of the sentence dates its clauses.
    """
    when, article = one.claim.time, around.articles.get(one.claim.source)
    if article is None or article.published is None or (other.claim.time is not None and when is not None):
        return False
    if when is not None and when.last is not None and compare.known(when):
        return when.last < article.published - _PAST
    years = [int(year) for year in _YEAR.findall(one.claim.sentence.text)]
    return bool(years) and max(years) < article.published.year - 1 and not _YEAR.search(other.claim.sentence.text)


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


_WIDE = frozenset({"month", "quarter", "season", "year"})


def _of_a_month(frame: Frame) -> bool:
    """Whether a claim dates those killed or hurt by no more than a month: "in February, a gunman killed five"."""
    when, text = frame.claim.time, frame.claim.sentence.text
    of_another = _THAT_ONE.match(text) is not None and _MONTH.search(text) is not None
    return bool(frame.senses & BEFALLS) and (of_another or (when is not None and when.precision in _WIDE))


_THAT_ONE = re.compile(r"That [a-z]+ ")  # "That temblor killed six people ... in September"
_MONTH = re.compile(rf"\b(?:{MONTHS}|(?:19|20)\d\d)\b")


def _other_day(left: Frame, right: Frame) -> bool:
    """Whether each names a day, month or year that the other does not."""
    mine, theirs = (set(_CALENDAR.findall(frame.claim.text)) for frame in (left, right))
    return bool(mine - theirs and theirs - mine)


def knows(around: Surroundings, one: Frame, other: Frame) -> bool:
    """Whether the article of the one gives the number of the other too; small numbers stand everywhere, but not with
    their unit ("12 years").
    """
    article, quantity = around.articles.get(one.claim.source), other.claim.quantity
    if article is None or quantity is None:
        return False
    if (quantity.written_value or quantity.value or 0) < compare.TELLING:
        return _with_unit(article.text, quantity)
    number = _SCALED.search(quantity.text)
    if number is None:
        return False
    scale = number["scale"] or ""
    follows = rf"\s?{scale[0]}" if scale and scale[0] != "%" else r"(?![\d]|[.,]\d)"
    return re.search(rf"(?<![\d.,]){re.escape(number['digits'])}{follows}", article.text, re.IGNORECASE) is not None


_SCALED = re.compile(
    r"(?P<digits>\d[\d.,]*\d|\d)\s?(?P<scale>million|billion|trillion|m\b|bn\b|per ?cent|%)?", re.IGNORECASE
)


def _with_unit(text: str, quantity: Quantity) -> bool:
    """Whether a text has a whole number up to twelve together with the unit it is measured in."""
    value, unit = quantity.written_value, (quantity.written_unit or "").rstrip("s")
    if value is None or value % 1 or not 0 <= value <= 12 or not unit.isalpha() or quantity.kind in ("money", "age"):
        return False
    number = rf"(?:{int(value)}|{_SMALL[int(value)]})"
    return re.search(rf"\b{number}[ -]{re.escape(unit)}s?\b", text, re.IGNORECASE) is not None


_DIGITS = re.compile(r"\d[\d.,]*\d|\d")
_APART = 10.0  # times: counts further apart are of other things (of a match and of a career), not one misread
_RUNNING = re.compile(
    r"\b(?:so far|thus far|to date|in all|altogether|overall|(?:of|in) (?:his|her|its|their) career)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_STRETCH = re.compile(
    r"\bduring\b|\b(?:in|for|over|of) the "
    r"(?P<which>first|second|third|fourth|final|last|opening|closing)(?: \w+)? "
    r"(?P<part>half|quarter|period|inning|set|round|minute|hour|day|week|month|game)s?\b"
    r"|\b(?:in|within|over) (?:the )?(?:first |last )?(?:\d+|[a-z]+) "
    r"(?:hours?|days?|weeks?|months?|years?) (?:after|before|since|following|leading)\b",
    re.IGNORECASE,
)


def _stretch(frame: Frame) -> str | None:
    """The part of the time that the sentence tells of alone: "during the deciding run", "in the second half"."""
    found = _STRETCH.search(frame.claim.sentence.text)
    if found is None:
        return None
    if _THREE_MONTHS.search(found.group()):
        return f"{found['which']} quarter".lower()
    return f"{found['which']} {found['part']}".lower() if found["which"] else found.group().lower()


_THREE_MONTHS = re.compile(r"three months$", re.IGNORECASE)


def _scales(left: Frame, right: Frame) -> bool:
    """Whether two amounts, not of money, are of different orders."""
    mine, theirs = left.claim.quantity, right.claim.quantity
    if mine is None or theirs is None or mine.kind == "money" or not mine.value or not theirs.value:
        return False
    small, large = sorted((mine.value, theirs.value))
    return small > 0 and large / small > _APART


_EVERYWHERE = re.compile(
    r"\b(?:world|nation|country|group|company)-?wide\b|\bglobally\b|\bacross the (?:world|country|group)\b",
    re.IGNORECASE,
)


def _everywhere(frame: Frame) -> bool:
    """Whether an amount is said to be that of all places: "1,200 jobs worldwide" beside "300 jobs in Spain"."""
    return _EVERYWHERE.search(frame.claim.sentence.text) is not None


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
    deeds = {*one.predicate[:1], *other.predicate[:1]}
    return any(
        match["deed"] is None or stem(match["deed"].lower(), lemma=False) in deeds
        for match in re.finditer(
            rf"\b(?:{number}|{_SMALL[number]})\b(?![.,:]\d)(?: (?P<deed>\w+ed)\b)?", text, re.IGNORECASE
        )
    )  # "18 were injured and 12 arrested" gives no other number of the injured


def same_matter(left: Frame, right: Frame, around: Surroundings) -> bool:
    """Whether both amounts belong to one event: by its predicate, or by its words all but the amount; or are the one
    measure of its sort that each of the articles gives.
    """
    if compare.same_event(left, right) or around.one_question(left, right):
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


_ABLE = re.compile(r"\b(?:can|could|able to|capacity|designed to|built to|licensed to)\b", re.IGNORECASE)
_JUNIOR = re.compile(r"\b(?:Jr|Sr|II|III)\b")


def _able(frame: Frame) -> bool:
    """Whether a claim says what can be, not what was: "can carry 300 people"."""
    return _ABLE.search(frame.claim.text) is not None


def _namesakes(left: Frame, right: Frame) -> bool:
    """Whether ages stand beside a name that father and son bear."""
    quantity = left.claim.quantity
    aged = quantity is not None and quantity.kind == "age"
    return aged and any(_JUNIOR.search(frame.claim.sentence.text) for frame in (left, right))


def _each_names_another(left: Frame, right: Frame) -> bool:
    return bool(left.names - right.names and right.names - left.names)


def _one_and_several(left: Frame, right: Frame) -> bool:
    """Whether a measure is of one thing in the one claim and of several in the other."""
    quantity = left.claim.quantity
    return quantity is not None and quantity.unit is not None and left.subject.plural != right.subject.plural


def _gives_both(left: Frame, right: Frame) -> bool:
    return _in_sentence(left, right) or _in_sentence(right, left)


def _marked_apart(left: Frame, right: Frame) -> bool:
    return (marked(left) or marked(right)) and not marked_alike(left, right)


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
    return not any(alike(one, other) >= ONE_WORD for one in mine for other in theirs)


def _other_manner(left: Frame, right: Frame, roles: Sequence[str] = ("on", "in", "by", "through", "for")) -> bool:
    """Whether each has an adjunct of one preposition with another noun and no name: "on the ground", "on offense".

    Two words for one thing ("in aid", "in help") are one manner.
    """
    mine, theirs = (
        {
            item.role: item.head
            for item in frame.claim.arguments
            if item.role in roles and not item.entity and item.type != "time"
        }
        for frame in (left, right)
    )
    return any(alike(stem(mine[role]), stem(theirs[role])) < ONE_WORD for role in mine.keys() & theirs.keys())


def _other_manner_but_in(left: Frame, right: Frame) -> bool:
    return _other_manner(left, right, ("on", "by", "through", "for"))


_FEATS = frozenset(
    stem(verb)
    for verb in (
        *("score", "block", "hit", "catch", "throw", "rush", "rebound", "sink", "steal", "intercept", "tackle"),
        *("pitch", "bat", "kick", "save", "dunk", "convert", "homer", "strike", "win", "lose", "play"),
    )
)


def _of_two_games(left: Frame, right: Frame) -> bool:
    """Whether a player is said to have done a thing two numbers of times, and not on one day: any game has such."""
    if not all(frame.predicate and frame.predicate[0] in _FEATS and frame.people for frame in (left, right)):
        return False
    return compare.time(left, right)[0] != "exact"


_CODE = re.compile(r"[A-Z]{1,5}[ -]{1,3}\d+|\d+[ -]{1,3}[A-Z]{2,5}\b")  # "AK - 47", which counts nothing


def _all_differ(left: Frame, right: Frame) -> bool:
    """Whether each sentence gives two more amounts, and none of the other's: two hauls, and not one miscounted."""
    mine, theirs = (_others(frame) for frame in (left, right))
    return len(mine) >= 2 and len(theirs) >= 2 and not mine & theirs


def _others(frame: Frame) -> frozenset[str]:
    """The numbers of a claim beside its own amount and its time."""
    claim = frame.claim
    text = _CODE.sub(" ", claim.text)
    for part in (claim.quantity, claim.time):
        text = text.replace(part.text, " ", 1) if part is not None else text
    small = {
        str(number) for number, word in enumerate(_SMALL) if number and re.search(rf"\b{word}\b", text, re.IGNORECASE)
    }
    return frozenset(_DIGITS.findall(text)) | small


_CONVERTED = re.compile(r"\d[^()]{0,20}\([^()]{0,20}$")


def _converted(frame: Frame) -> bool:
    """Whether a sum stands in brackets after another: the same in a second currency."""
    quantity = frame.claim.quantity
    if quantity is None or quantity.kind != "money":
        return False
    return _CONVERTED.search(frame.claim.sentence.text[: quantity.start - frame.claim.sentence.start]) is not None


def _hyphened(frame: Frame) -> bool:
    """Whether the number is a part of a compound: "a two-time champion" counts no times."""
    quantity = frame.claim.quantity
    if quantity is None or quantity.unit is not None:
        return False
    return re.match(r" ?-", frame.claim.sentence.text[quantity.end - frame.claim.sentence.start :]) is not None


_SHARE = re.compile(
    r"(?:,|\band)\s+(?:\d{1,3}|" + "|".join(_SMALL[1:]) + r"|another|the other)\s+(?:to|in|at|from|for|into|near|by)\s",
    re.IGNORECASE,
)


def _shared_out(frame: Frame) -> bool:
    """Whether a list of places follows the amount, each with its own number: "two to one hospital, one to another"."""
    quantity = frame.claim.quantity
    if quantity is None:
        return False
    after = frame.claim.sentence.text[max(0, quantity.end - frame.claim.sentence.start) :]
    return bool(_SHARE.search(after))


def other_time(left: Frame, right: Frame, around: Surroundings) -> str | None:
    """Why two amounts may be of two times; None where nothing says so."""
    if times_apart(left, right):
        return "They speak of different times."
    if long_ago(left, right, around) or long_ago(right, left, around):
        return "One is dated years before the reports."
    if _of_a_month(left) != _of_a_month(right):
        return "One tells of a month, as of what is no longer news."
    return "They name different days or months." if _other_day(left, right) else None


def other_scope(left: Frame, right: Frame, around: Surroundings) -> str | None:
    """The first reason, in words, why two amounts of one matter need not answer one question; None if there is none.

    Who bears a measure need not be told alike ("the count", "the exercise") where each article gives one alone; where
    two amounts are each other's best counterpart by all that stands around them, words count that set one apart.
    """
    if _elsewhere(left, right, around) or _elsewhere(right, left, around):
        return "One is of a place that the other's article does not name."
    tables = [_OF_MEASURES] if around.one_measure(left, right) else []
    tables += [_OF_ANSWERS] if around.one_answer(left, right) else []
    found = [_first(table, left, right) for table in tables or [(*_OF_BEARERS, *_REASONS)]]
    return None if None in found else found[-1]  # what one way of telling leaves nothing against stands


def _first(reasons: Sequence["_Reason"], left: Frame, right: Frame) -> str | None:
    return next((reason for test, reason in reasons if test(left, right)), None)


_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?|[A-Za-z]+(?:-[a-z]+)?")


def _add_up(left: Frame, right: Frame) -> bool:
    """Whether what the larger has more stands in either sentence: "15 in Germany and one in Sweden", "sixteen"."""
    mine, theirs = left.claim.quantity, right.claim.quantity
    if mine is None or theirs is None or not mine.written_value or not theirs.written_value:
        return False
    more = round(abs(mine.written_value - theirs.written_value), 6)
    told = {
        value_of(word.lower().replace(",", ""))
        for frame in (left, right)
        for word in _NUMBER.findall(frame.claim.sentence.text)
    }
    return more > 0 and more in told


def _elsewhere(one: Frame, other: Frame, around: Surroundings) -> bool:
    """Whether one says where, by a name that the other's article does not have, and the other does not say."""
    if any(item.role in _WHERE and item.type == "place" for item in other.claim.arguments):
        return False
    placed = [item for item in one.claim.arguments if item.role in _WHERE and item.type == "place"]
    named = [frozenset({name_key(name)}) for item in placed for name in names_in(item.entity or item.text)]
    return bool(named) and not any(around.mentions(other, name) for name in named)


_WHERE = ("place", "in", "at", "near", "around", "outside")


def _same_deed(left: Frame, right: Frame) -> bool:
    """Whether two did one thing, each for its own part: one family owns a share, and a fund owns one."""
    return compare.same_event(left, right) and _other_doers(left, right)


def _of_other_shares(left: Frame, right: Frame) -> bool:
    """Whether two shares are of two parties: of a family and of funds; of those born abroad and of foreign citizens.

    Either the deed is one and its doers are not, or both are shares of one whole with other words for whose.
    """
    quantity = left.claim.quantity
    whose = [bool(frame.subject) and frame.subject.head != frame.counted.head for frame in (left, right)]
    if quantity is None or quantity.kind != "percent" or not any(whose):
        return False
    if not all(whose):  # "11.8 percent of residents were born abroad"
        return compare.counted(left, right)[0] == "exact" and not compare.same_event(left, right)
    if compare.party(left.subject, right.subject)[0] in ("exact", "close"):
        return False
    return compare.same_event(left, right) or compare.counted(left, right)[0] == "exact"


def _differ(test: Callable[[Frame], bool]) -> Callable[[Frame, Frame], bool]:
    """Whether a test holds for one of two claims and not for the other."""
    return lambda left, right: test(left) != test(right)


def _either(test: Callable[[Frame], bool]) -> Callable[[Frame, Frame], bool]:
    return lambda left, right: test(left) or test(right)


_Reason = tuple[Callable[[Frame, Frame], bool], str]
_SET_APART = "A word such as “other” or “first” marks a part."
_OF_BEARERS: tuple[_Reason, ...] = (
    (lambda left, right: not _tied(left, right), "Nothing ties them to one person or thing."),
    (_one_and_several, "One speaks of one thing, the other of several."),
    (_other_doers, "Not the same did it."),
)
_REASONS: tuple[_Reason, ...] = (
    (_of_other_shares, "They are the shares of two parties."),
    (_each_names_another, "Each names a party or place that the other does not."),
    (_outcome, "One counts the dead, the other all who were hit."),
    (_one_of_places, "One names a place where the other speaks of any: it may be a part."),
    (_differ(_able), "One says how many there can be."),
    (_namesakes, "There are two of the name."),
    (_other_gathering, "They tell who came to two gatherings."),
    (_of_two_games, "A player does such a thing in many games."),
    (_all_differ, "All other numbers differ as well: they may be two occasions."),
    (_either(_converted), "One is a sum told again in another currency."),
    (_scales, "They are so far apart that they can hardly be one count."),
    (_differ(_running), "One is a total over several occasions."),
    (_differ(_everywhere), "One is for all places together."),
    (lambda left, right: _stretch(left) != _stretch(right), "One speaks of a stretch of the time alone."),
    (_other_years, "Their sentences name different years."),
    (_gives_both, "One of the sentences gives both numbers."),
    (_other_manner, "Each says in which way, and the ways differ."),
    (_either(_hyphened), "Each says in which way, and the ways differ."),
    (_either(_shared_out), "One goes on with how many more went elsewhere."),
    (_marked_apart, _SET_APART),
)
# Where each article has one value alone, the events in which it came about may have two names ("in the riots").
_OF_MEASURES: tuple[_Reason, ...] = tuple(
    (_other_manner_but_in if test is _other_manner else test, reason) for test, reason in _REASONS
)
_OF_ANSWERS: tuple[_Reason, ...] = (
    (_same_deed, "Not the same did it."),
    (_of_other_shares, "They are the shares of two parties."),
    (_outcome, "One counts the dead, the other all who were hit."),
    (_differ(_able), "One says how many there can be."),
    (_all_differ, "All other numbers differ as well: they may be two occasions."),
    (_either(_converted), "One is a sum told again in another currency."),
    (_scales, "They are so far apart that they can hardly be one count."),
    (_differ(_everywhere), "One is for all places together."),
    (lambda left, right: _stretch(left) != _stretch(right), "One speaks of a stretch of the time alone."),
    (_other_years, "Their sentences name different years."),
    (_gives_both, "One of the sentences gives both numbers."),
    (_add_up, "One may be the other with what is told beside it."),
    (_either(_hyphened), "Each says in which way, and the ways differ."),
    (_either(set_apart), _SET_APART),
)
