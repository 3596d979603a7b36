"""What two amounts may count beside one and the same thing: other doers, places, persons, occasions, in one table.

Each test is a reason why two different numbers are both right, so that they do not conflict. Those of time are in
`scope_time`, those in the numbers of the text in `scope_numbers`.
"""

import re
from collections.abc import Callable, Sequence

from factcheck.frames import compare
from factcheck.frames.frame import Frame
from factcheck.frames.identity import names_in
from factcheck.frames.wording import stems
from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.names import countries
from factcheck.lexicon.stem import stem
from factcheck.lexicon.words import ONE_WORD, alike
from factcheck.names import name_key
from factcheck.stages.reconcile.judgement import Surroundings, firmly_shared, other_in_a_row
from factcheck.stages.reconcile.parts import alone, marked, marked_alike, of_a_branch, of_a_deed, of_a_stake, set_apart
from factcheck.stages.reconcile.scope_numbers import (
    add_up,
    all_differ,
    converted,
    gives_both,
    hyphened,
    scales,
    shared_out,
)
from factcheck.stages.reconcile.scope_time import SHARES, at_close, other_stretch, other_years, running

_Reason = tuple[Callable[[Frame, Frame], bool], str]
_SET_APART = "A word such as “other” or “first” marks a part."


def same_matter(left: Frame, right: Frame, around: Surroundings) -> bool:
    """Whether both amounts belong to one event: by its predicate, or by its words all but the amount; or are the one
    measure of its sort that each of the articles gives.
    """
    if compare.same_event(left, right) or around.one_question(left, right):
        return True
    if _shares_of_vote(left, right) or _what_one_has(left, right):
        return True
    if left.senses and right.senses:
        return False  # two events that the tables know, and know to be two
    return bool(left.names & right.names) and compare.words(left, right, {})[0] == "exact"


_VOTES = frozenset({"vote", "ballot"})


def _shares_of_vote(left: Frame, right: Frame) -> bool:
    """Whether both tell which share of the vote one party got, whatever the verb: won with, took, polled."""
    quantities = [frame.claim.quantity for frame in (left, right)]
    of_vote = all(item is not None and item.kind == "percent" and item.counted in _VOTES for item in quantities)
    return of_vote and bool(left.subject.names & right.subject.names)


_HAS = re.compile(r"\b(?:has|have|had|owns|runs|operates|employs|keeps)\b")


def _what_one_has(left: Frame, right: Frame) -> bool:
    """Whether both tell how many of one thing one and the same party has: "Solberg has 112 branches"."""
    verbs = [_HAS.search(frame.claim.text) for frame in (left, right)]
    if verbs[0] is None or verbs[1] is None or not all(frame.subject.names for frame in (left, right)):
        return False
    if verbs[0].group() != verbs[1].group() or any(_BY_NOW.search(f.claim.sentence.text) for f in (left, right)):
        return False  # "had", and has by now
    if _which_ones(left) != _which_ones(right):
        return False
    has = all(not frame.predicate or (frame.senses and frame.senses <= _OWNING) for frame in (left, right))
    return has and left.subject.names == right.subject.names and compare.counted(left, right)[0] == "exact"


def _which_ones(frame: Frame) -> str:
    """What follows those that are counted, within the clause: "98 branches in the south"."""
    quantity, sentence = frame.claim.quantity, frame.claim.sentence
    after = sentence.text[quantity.end - sentence.start :] if quantity is not None else ""
    found = _OF_THEM.match(after)
    return found["which"].lower() if found is not None else ""


_OF_THEM = re.compile(
    r"[^,;.]*? (?P<which>(?:in|at|on|of|for|with|across|outside|from|abroad|who|that|which)\b[^,;.]*)"
)


_BY_NOW = re.compile(r"\b(?:now|left|more|remain\w*|still|already|used|lost|uses|loses)\b", re.IGNORECASE)
_OWNING = frozenset({"own", "control", "hire", "perform"})


def other_scope(left: Frame, right: Frame, around: Surroundings) -> str | None:
    """The first reason, in words, why two amounts of one matter need not answer one question; None if there is none.

    Who bears a measure need not be told alike ("the count", "the exercise") where each article gives one alone; where
    two amounts are each other's best counterpart by all that stands around them, words count that set one apart.
    """
    if elsewhere(left, right, around) or elsewhere(right, left, around):
        return "One is of a place that the other's article does not name."
    if _two_places(left, right, around):
        return "Each is of a place that the other's article does not name."
    tables = [_OF_MEASURES] if around.one_measure(left, right) else []
    tables += [_OF_ANSWERS] if around.one_answer(left, right) else []
    found = [_first(table, left, right) for table in tables or [(*_OF_BEARERS, *_REASONS)]]
    return None if None in found else found[-1]  # what one way of telling leaves nothing against stands


def _first(reasons: Sequence[_Reason], left: Frame, right: Frame) -> str | None:
    return next((reason for test, reason in reasons if test(left, right)), None)


def elsewhere(one: Frame, other: Frame, around: Surroundings) -> bool:
    """Whether one says where, by a name that the other's article does not have, and the other does not say."""
    if any(item.role in _WHERE and item.type == "place" for item in other.claim.arguments):
        return False
    placed = [item.entity or item.text for item in one.claim.arguments if item.role in _WHERE and item.type == "place"]
    named = [frozenset({name_key(name)}) for text in (*placed, *_within(one)) for name in names_in(text)]
    return bool(named) and not any(around.mentions(other, name) for name in named)


def _two_places(left: Frame, right: Frame, around: Surroundings) -> bool:
    """Whether both say where, and neither article has the other's place: 14 arrested in Tolna, 17 in Brenna."""
    mine, theirs = _places(left), _places(right)
    if not mine or not theirs or mine & theirs:
        return False
    return not any(
        around.mentions(frame, frozenset({name})) for frame, names in ((left, theirs), (right, mine)) for name in names
    )


def _places(frame: Frame) -> set[str]:
    """The names that the sentence of a claim puts something at, without months and weekdays."""
    found = (name_key(match["name"]) for match in _AT_A_NAME.finditer(frame.claim.sentence.text))
    return {name for name in found if name not in listed("people", "calendar")}


def _within(frame: Frame) -> list[str]:
    """Where what is counted is said to be, in the words of the participant itself: "120 flights at Oslo airport"."""
    quantity = frame.claim.quantity
    sides = (frame.claim.subject, frame.claim.object)
    told = next((side for side in sides if side and quantity is not None and quantity.text in side), "")
    after = told.partition(quantity.text)[2] if quantity is not None else ""
    return [match["name"] for match in _AT_A_NAME.finditer(after)]


_AT_A_NAME = re.compile(
    r"\b(?:in|at|near|around|outside|across|from) (?:the )?(?P<name>[A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*)*)"
)
_WHERE = ("place", "in", "at", "near", "around", "outside")


def _tied(left: Frame, right: Frame) -> bool:
    """Whether two measures are of one person or thing: an event ties a count, an age or a length needs a bearer."""
    mine = left.claim.quantity
    if mine is None or (mine.unit is None and mine.kind != "age"):
        return True
    if left.people and right.people:
        return bool(firmly_shared(left, right) or left.people & right.people)
    if mine.kind in ("money", "percent", "percentage_point"):
        return compare.parties(left, right)[0] in ("exact", "close") or compare.counted(left, right)[0] == "exact"
    if left.names or right.names:
        return bool((left.names & right.names) - countries())
    return any(
        compare.party(one, other)[0] == "exact" and one.words == other.words
        for one, other in ((left.subject, right.subject), (left.object, right.object))
    )


_DEATH = frozenset({"kill", "die", "murder"})


def _outcome(left: Frame, right: Frame) -> bool:
    """Whether one counts the dead and the other need not: "shot", "shot to death"; people, and bodies, pulled out."""
    dead = [bool(_DEATH & frame.senses) or "dead" in frame.counted.groups for frame in (left, right)]
    return bool(left.senses and right.senses) and dead[0] != dead[1]


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


_EVERYWHERE = re.compile(
    r"\b(?:world|nation|country|group|company)-?wide\b|\bglobally\b|\bacross the (?:world|country|group)\b",
    re.IGNORECASE,
)


def _everywhere(frame: Frame) -> bool:
    """Whether an amount is said to be that of all places: "1,200 jobs worldwide" beside "300 jobs in Spain"."""
    return _EVERYWHERE.search(frame.claim.sentence.text) is not None


_ABLE = re.compile(r"\b(?:can|could|able to|capacity|designed to|built to|licensed to)\b", re.IGNORECASE)


def _able(frame: Frame) -> bool:
    """Whether a claim says what can be, not what was: "can carry 300 people"."""
    return _ABLE.search(frame.claim.text) is not None


_JUNIOR = re.compile(r"\b(?:Jr|Sr|II|III)\b")


def _namesakes(left: Frame, right: Frame) -> bool:
    """Whether ages stand beside a name that father and son bear."""
    quantity = left.claim.quantity
    aged = quantity is not None and quantity.kind == "age"
    return aged and any(_JUNIOR.search(frame.claim.sentence.text) for frame in (left, right))


def _each_names_another(left: Frame, right: Frame) -> bool:
    return bool(left.names - right.names and right.names - left.names)


def _of_other_ends(left: Frame, right: Frame) -> bool:
    """Whether lengths or times go on with another thing: four years as mayor, two in prison; 30 metres from the school,
    50 from the bridge.
    """
    ends = []
    for frame in (left, right):
        quantity, sentence = frame.claim.quantity, frame.claim.sentence
        if quantity is None or quantity.kind not in ("duration", "length"):
            return False
        ends.append(_GOES_ON.match(sentence.text, quantity.end - sentence.start))
    if ends[0] is None or ends[1] is None or set(stems(ends[0]["what"])) & set(stems(ends[1]["what"])):
        return False
    return ends[0]["how"] == ends[1]["how"] or "as" in (ends[0]["how"], ends[1]["how"])


_GOES_ON = re.compile(
    r" (?P<how>as|from|in|on|at|of) (?:(?:the|an?|his|her|its|their) )?"
    r"(?P<what>[\w’'-]+(?: (?!(?:in|at|on|of|for|from|and|or)\b)[\w’'-]+)?)"
)


def _of_two_firms(left: Frame, right: Frame) -> bool:
    """Whether share prices are of two firms: each sentence has a name, and none in common."""
    if not left.measures & right.measures & SHARES:
        return False
    mine, theirs = (
        {name_key(name) for name in _CAPITALS.findall(frame.claim.text)} - listed("people", "calendar")
        for frame in (left, right)
    )
    return bool(mine and theirs and not mine & theirs)


_CAPITALS = re.compile(r"\b(?!Shares?\b|Stocks?\b|The\b|A\b|An\b|In\b|On\b|Its\b)[A-ZÀ-Þ][\w-]+")


def _one_and_several(left: Frame, right: Frame) -> bool:
    """Whether a measure is of one thing in the one claim and of several in the other."""
    quantity = left.claim.quantity
    return quantity is not None and quantity.unit is not None and left.subject.plural != right.subject.plural


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


_ELECTED = re.compile(r"\b(?:elections?|votes?|voters?|ballots?|polls?|referendum|run-?off)\b", re.IGNORECASE)


def _of_two_games(left: Frame, right: Frame) -> bool:
    """Whether a player is said to have done a thing two numbers of times, and not on one day: any game has such."""
    if not all(frame.predicate and frame.predicate[0] in _FEATS and frame.people for frame in (left, right)):
        return False
    if all(_ELECTED.search(frame.claim.sentence.text) for frame in (left, right)):
        return False
    return compare.time(left, right)[0] != "exact"


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
    (all_differ, "All other numbers differ as well: they may be two occasions."),
    (_of_other_ends, "They go on in other words: they may be of two things."),
    (_of_two_firms, "They are the shares of two firms."),
    (_either(converted), "One is a sum told again in another currency."),
    (scales, "They are so far apart that they can hardly be one count."),
    (_differ(running), "One is a total over several occasions."),
    (_differ(at_close), "One is the price at the end of the day."),
    (_differ(_everywhere), "One is for all places together."),
    (_differ(alone), "One is of a part alone."),
    (_differ(of_a_stake), "One is of a part alone."),
    (_differ(of_a_branch), "One is of a part alone."),
    (_differ(of_a_deed), "One is what it takes to do something with it."),
    (other_in_a_row, "One is of what came before or after the other."),
    (other_stretch, "One speaks of a stretch of the time alone."),
    (other_years, "Their sentences name different years."),
    (gives_both, "One of the sentences gives both numbers."),
    (_other_manner, "Each says in which way, and the ways differ."),
    (_either(hyphened), "Each says in which way, and the ways differ."),
    (_either(shared_out), "One goes on with how many more went elsewhere."),
    (_marked_apart, _SET_APART),
)
# Where each article has one value alone, the events in which it came about may have two names ("in the riots").
_OF_MEASURES: tuple[_Reason, ...] = tuple(
    (_other_manner_but_in if test is _other_manner else test, reason) for test, reason in _REASONS
)
_OF_ANSWERS: tuple[_Reason, ...] = (
    (_of_other_ends, "They go on in other words: they may be of two things."),
    (_same_deed, "Not the same did it."),
    (_of_other_shares, "They are the shares of two parties."),
    (_outcome, "One counts the dead, the other all who were hit."),
    (_differ(_able), "One says how many there can be."),
    (all_differ, "All other numbers differ as well: they may be two occasions."),
    (_either(converted), "One is a sum told again in another currency."),
    (scales, "They are so far apart that they can hardly be one count."),
    (_differ(_everywhere), "One is for all places together."),
    (_differ(alone), "One is of a part alone."),
    (_differ(of_a_stake), "One is of a part alone."),
    (_differ(of_a_branch), "One is of a part alone."),
    (_differ(of_a_deed), "One is what it takes to do something with it."),
    (other_in_a_row, "One is of what came before or after the other."),
    (other_stretch, "One speaks of a stretch of the time alone."),
    (other_years, "Their sentences name different years."),
    (gives_both, "One of the sentences gives both numbers."),
    (add_up, "One may be the other with what is told beside it."),
    (_either(hyphened), "Each says in which way, and the ways differ."),
    (_either(set_apart), _SET_APART),
)
