"""How two frames compare, a field at a time, in named levels: exact, close, near, weak, apart, missing.

"missing" says that one side is silent, which is no evidence of difference. What a field was compared on goes into the
note, so that a link explains itself.
"""

from collections.abc import Mapping

from factcheck.frames import amounts, times
from factcheck.frames.existence import NOBODY
from factcheck.frames.frame import Frame, Party, describes, head_keys, located
from factcheck.lexicon.drift import relations
from factcheck.lexicon.words import alike, concepts, nouns, predicates, roles
from factcheck.model.claim import Kind, Modality
from factcheck.model.quantity import Quantity

Match = tuple[str, str]  # level, note
_UNREAL = frozenset({Modality.FEARED, Modality.CONDITIONAL, Modality.OPINION, Modality.POSSIBLE, Modality.PLANNED})


def event(left: Frame, right: Frame) -> Match:
    """Whether the predicates name one event."""
    table = predicates()
    if (not left.predicate and not left.events) or (not right.predicate and not right.events):
        return "missing", ""
    shared = left.senses & right.senses
    if shared:
        return "exact", "/".join(sorted(shared))
    if left.predicate and left.predicate[:1] == right.predicate[:1] and not _idiom_of_one(left, right):
        return "exact", left.predicate[0]
    if left.senses and right.senses:
        if table.converse(left.senses, right.senses):
            return "exact", "the same seen from the other side"
        if table.contrary(left.senses, right.senses):
            return "exact", "one or its contrary"
        if table.other_form(left.senses, right.senses):
            return "exact", "one act in two forms of law"
        wide = table.widened(left.senses) & table.widened(right.senses)
        if wide:
            return "close", "/".join(sorted(wide))
        if table.opposite(left.senses, right.senses):
            return "near", "opposites"
        if table.related(left.senses, right.senses):
            return "near", "related"
    both = (left.events & right.events) - {"say", "own", "believe", "know"}
    if both:
        return "close", "/".join(sorted(both))
    if table.related(left.events, right.events) or table.opposite(left.events, right.events):
        return "weak", "related"
    if not left.senses or not right.senses:
        return "missing", ""
    return "apart", ""


def _idiom_of_one(left: Frame, right: Frame) -> bool:
    """Whether one verb is a part of a set phrase and the other is not: "took hostages", "took his phone"."""
    table = predicates()
    mine, theirs = table.idiom(left.predicate), table.idiom(right.predicate)
    return mine != theirs and not left.senses & right.senses and bool(left.senses) != bool(right.senses)


def same_event(left: Frame, right: Frame) -> bool:
    """Whether the predicates name one event beyond doubt: one sense in common, or one and the same word."""
    table = predicates()
    if table.contrary(left.senses, right.senses) or table.other_form(left.senses, right.senses):
        return False
    level, _ = event(left, right)
    return level == "exact" or (level == "close" and bool(table.widened(left.senses) & table.widened(right.senses)))


def names(left: Frame, right: Frame, telling: Mapping[str, float]) -> Match:
    """Whether the claims are about the same named parties; common names ("Mexico") say little and are left out."""
    ours, others = (
        (left.subject.names, right.subject.names) if both_describe(left, right) else (left.names, right.names)
    )
    mine = {name for name in ours if telling.get(name, 1.0) >= 0.5}
    theirs = {name for name in others if telling.get(name, 1.0) >= 0.5}
    if not mine or not theirs:
        return "missing", ""
    shared = mine & theirs
    if shared and (mine <= theirs or theirs <= mine):
        return "exact", ", ".join(sorted(shared))
    if shared:
        return "close", ", ".join(sorted(shared))
    return "apart", ""


def other_deed(left: Frame, right: Frame) -> bool:
    """Whether the tables know both predicates and know them to be two events: charged, convicted.

    A noun that the one shares with the other's verb ("charged with murder", "murdered") is no bridge.
    """
    table, mine, theirs = predicates(), left.senses, right.senses
    if not mine or not theirs or mine & theirs or left.predicate[:1] == right.predicate[:1]:
        return False
    return not (table.converse(mine, theirs) or table.widened(mine) & table.widened(theirs))


def party(left: Party, right: Party) -> Match:
    """Whether two participants can be the same persons or things."""
    if not left or not right or left.head in NOBODY or right.head in NOBODY:
        return "missing", ""  # nobody is anybody's denial
    if left.names and right.names:
        shared = left.names & right.names
        if shared:
            return ("exact" if left.names == right.names else "close"), ", ".join(sorted(shared))
        return ("missing" if left.anonymous != right.anonymous else "apart"), ""
    if left.head and left.head == right.head:
        return "exact", left.head
    if described(left, right):
        return "close", ""
    if left.names or right.names:
        return "missing", ""  # a name against a description
    return "apart", ""


def parties(left: Frame, right: Frame) -> Match:
    """Whether the participants match: each with its counterpart, or, as verbs differ in voice, with the other one."""
    direct = [party(left.subject, right.subject), party(left.object, right.object)]
    levels = [level for level, _ in direct]
    matched = [match for match in direct if match[0] in ("exact", "close")]
    if matched:
        level = "exact" if "exact" in levels and "apart" not in levels else "close"
        return level, matched[0][1]
    crossed = [party(left.subject, right.object), party(left.object, right.subject)]
    for level, note in crossed:
        if level in ("exact", "close"):
            return ("near" if "apart" in levels else "close"), note
    return ("apart", "") if "apart" in levels else ("missing", "")


def described(left: Party, right: Party) -> bool:
    """Whether the descriptions leave room for the same members: one group, one broader, or both open and not apart."""
    table = nouns()
    if not left.groups or not right.groups:
        return left.head is not None and left.head == right.head
    if left.groups & right.groups:
        return True
    wide_left = left.groups.union(*(table.broader.get(group, frozenset()) for group in left.groups))
    wide_right = right.groups.union(*(table.broader.get(group, frozenset()) for group in right.groups))
    if any((a, b) in table.apart for a in wide_left for b in wide_right):
        return False
    if wide_left & right.groups or wide_right & left.groups:
        return True
    return bool(wide_left & wide_right and left.groups & table.open and right.groups & table.open)


def counted(left: Frame, right: Frame) -> Match:
    """Whether two amounts count or measure the same thing."""
    mine, theirs = left.claim.quantity, right.claim.quantity
    if mine is None or theirs is None:
        return "missing", ""
    if mine.unit != theirs.unit or (mine.unit is None and _plain(mine) != _plain(theirs)):
        return "apart", f"{mine.unit or mine.kind} and {theirs.unit or theirs.kind}"
    if not left.counted.head or not right.counted.head:
        return ("missing", "") if mine.unit is None else ("close", mine.unit or "")
    if left.counted.head == right.counted.head:
        return "exact", left.counted.head
    if left.counted.groups & right.counted.groups:
        return "exact", "/".join(sorted(left.counted.groups & right.counted.groups))
    if described(left.counted, right.counted):
        return "close", f"{left.counted.head} and {right.counted.head}"
    if mine.unit is not None and not (left.counted.groups and right.counted.groups):
        return "missing", ""
    return "apart", f"{left.counted.head} and {right.counted.head}"


def _plain(quantity: Quantity) -> str:
    """The kind of a bare number: one whose noun is left out ("21 of them") is a count."""
    return "count" if quantity.kind == "number" else quantity.kind


def amount(left: Frame, right: Frame) -> Match:
    """Whether one amount could satisfy both claims."""
    mine, theirs = left.claim.quantity, right.claim.quantity
    if mine is None or theirs is None or mine.unit != theirs.unit:
        return "missing", ""
    if mine.low == theirs.low and mine.high == theirs.high:
        small = mine.unit is None and mine.high <= 3
        return ("close" if small else "exact"), mine.text
    return ("close" if amounts.agree(mine, theirs) else "apart"), f"{mine.text} and {theirs.text}"


def time(left: Frame, right: Frame) -> Match:
    """Whether the times given overlap; a date and a year that contains it are close.

    Of a quotation the time is that of the saying, and much is said on one day.
    """
    if Kind.QUOTE in (left.claim.kind, right.claim.kind):
        return "missing", ""
    mine, theirs = times.of_one_year(left.claim.time, right.claim.time)
    if mine is None or theirs is None or not times.known(mine) or not times.known(theirs):
        return "missing", ""
    if mine.first == theirs.first and mine.last == theirs.last:
        return "exact", mine.value or mine.text
    return ("close" if times.bounds(mine).overlaps(times.bounds(theirs)) else "apart"), f"{mine.text} and {theirs.text}"


def modality(left: Frame, right: Frame) -> Match:
    """Whether both are held to be so in the same way: a fear is not the thing feared."""
    mine, theirs = left.claim.modality, right.claim.modality
    if mine == theirs:
        return "exact", mine.value
    if Modality.FEARED in (mine, theirs) or Modality.CONDITIONAL in (mine, theirs):
        other = theirs if mine in (Modality.FEARED, Modality.CONDITIONAL) else mine
        return ("close" if other in _UNREAL else "apart"), f"{mine.value} and {theirs.value}"
    return "close", f"{mine.value} and {theirs.value}"


def words(left: Frame, right: Frame, weight: Mapping[str, float]) -> Match:
    """How much of the telling words of two claims is shared, synonyms in part, in five levels."""
    if not left.words or not right.words:
        return "missing", ""
    likeness = soft_cosine(left.words, right.words, weight)
    level = "exact" if likeness >= 0.7 else "close" if likeness >= 0.5 else "near" if likeness >= 0.35 else "weak"
    return (level if likeness >= 0.2 else "apart"), f"{likeness:.2f}"


def passage(left: Frame, right: Frame, weight: Mapping[str, float]) -> Match:
    """How much of the telling words of the whole sentences is shared: one told again tells all its claims."""
    likeness = soft_cosine(left.passage, right.passage, weight)
    level = "exact" if likeness >= 0.6 else "close" if likeness >= 0.4 else "weak" if likeness >= 0.25 else "apart"
    return level, f"{likeness:.2f}"


def soft_cosine(left: frozenset[str], right: frozenset[str], weight: Mapping[str, float]) -> float:
    """Cosine of two sets of words by weight, each word paired with the one it is most alike.

    After Sidorov et al. 2014, greedily: equal words first, then the weightiest with a synonym.
    """
    if not left or not right:
        return 0.0
    shared = left & right
    total = sum(weight.get(word, 1.0) ** 2 for word in sorted(shared))
    rest = sorted(left - shared, key=lambda word: (-weight.get(word, 1.0), word))
    free = set(right - shared)
    if rest and free:
        index: dict[str | int, list[str]] = {}
        for word in sorted(free):
            for concept in concepts(word):
                index.setdefault(concept, []).append(word)
        for word in rest:
            near = {other for concept in concepts(word) for other in index.get(concept, ()) if other in free}
            if near:
                likeness, other = max((alike(word, other), other) for other in near)
                free.discard(other)
                total += likeness * weight.get(word, 1.0) * weight.get(other, 1.0)
    norms = [sum(weight.get(word, 1.0) ** 2 for word in sorted(side)) for side in (left, right)]
    return total / (norms[0] * norms[1]) ** 0.5 if all(norms) else 0.0


def role(left: Frame, right: Frame) -> Match:
    """Whether both ascribe a standing of one kind to one person: the body may differ, for that is what is asked.

    So do two descriptions of one thing that cannot both hold, and two that say where it is.
    """
    if not both_describe(left, right):
        return "missing", ""
    mine, theirs = left.role, right.role
    named = left.subject.names & right.subject.names
    alike = named or (not left.subject.names and not right.subject.names and left.subject.head == right.subject.head)
    if alike and located(left) and located(right):
        return "exact", "where it is"
    if alike and clash(left, right) is not None:
        return "exact", "what it is"
    if mine is None or theirs is None:
        return "missing", ""
    if not named:
        return "apart", ""
    if mine.relations & theirs.relations:
        return "exact", "/".join(sorted(mine.relations & theirs.relations))
    if mine.bodies & theirs.bodies or mine.kinds & theirs.kinds:
        return "close", "/".join(sorted(mine.bodies & theirs.bodies or mine.kinds & theirs.kinds))
    return "apart", ""


def clash(left: Frame, right: Frame) -> tuple[str, str] | None:
    """Two roles or qualities that one subject cannot have together, as keys; None where the descriptions fit."""
    table = roles()
    for mine in head_keys(left.claim.object or ""):
        for theirs in head_keys(right.claim.object or ""):
            if table.exclude(mine, theirs):
                return mine, theirs
    one, other = ((frame.claim.object or "").lower().strip(" .") for frame in (left, right))
    return (one, other) if relations().opposite(one, other) else None


def reversed_parties(left: Frame, right: Frame) -> bool:
    """Whether who did it in the one is to whom it was done in the other."""
    crossed = left.subject.names & right.object.names and left.object.names & right.subject.names
    straight = left.subject.names & right.subject.names or left.object.names & right.object.names
    return bool(crossed) and not straight


def both_describe(left: Frame, right: Frame) -> bool:
    """Whether both say what or where their subject is."""
    return describes(left) and describes(right)


def slot(left: Frame, right: Frame) -> Match:
    """Whether event and participants match together, which says more than each alone."""
    happened, who = event(left, right)[0], parties(left, right)[0]
    if "missing" in (happened, who):
        return "missing", ""
    if who == "apart":
        return "apart", ""
    fits = who in ("exact", "close")
    if happened == "exact" and fits:
        return "exact", ""
    return ("close" if fits and happened == "close" else "near"), ""


def kind(left: Frame, right: Frame) -> Match:
    """Whether the point of both claims is of one kind."""
    mine, theirs = left.claim.kind, right.claim.kind
    if mine == theirs:
        return "exact", mine.value
    return "close", f"{mine.value} and {theirs.value}"
