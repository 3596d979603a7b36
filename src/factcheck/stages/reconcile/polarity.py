"""FC106 FC107: it happened and it did not; it happened and its contrary did; one was for it and against it."""

import re

from factcheck.frames import compare, times
from factcheck.frames.existence import NOBODY, befalls, none_of, of_nobody, one_where_none
from factcheck.frames.frame import Frame, Party
from factcheck.frames.limits import leaves_out
from factcheck.frames.wording import stems
from factcheck.lexicon.stem import stem
from factcheck.lexicon.words import alike, predicates
from factcheck.model.claim import Kind
from factcheck.model.link import Relation
from factcheck.stages.reconcile.denial import denial
from factcheck.stages.reconcile.judgement import (
    Judgement,
    Surroundings,
    both_announced,
    has_opposites,
    plain,
    quoted,
    times_apart,
)
from factcheck.stages.reconcile.scope_time import MONTHS, long_ago, stretch

_YET = re.compile(r"\b(?:yet|still|so far|until|initially|at first)\b", re.IGNORECASE)
_NEGATOR = re.compile(
    r"n['’]t\b|\b(?:not?|never|none|nobody|nothing|without|hardly|denied|refused|(?:is|are|was|were|ran|run) out of)\b",
    re.IGNORECASE,
)
_DISMISSED = re.compile(
    r"\b(?:discount|dismiss|reject|den(?:y|ie)|rumou?r)\w*\b[^.;]{0,40}\b(?:that|he|she|it|they)\b", re.IGNORECASE
)
_LEFT_BEHIND = re.compile(r"\bsurvived by\b", re.IGNORECASE)


def polarity(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """FC106, FC107: it happened and it did not; or it happened and its contrary did."""
    if not (plain(left, right) or both_announced(left, right)) or not around.kindred(left, right):
        return None
    if left.claim.kind is right.claim.kind is Kind.QUOTE:
        return None  # all that is said has one verb, "say": FC118 compares the words
    who, _ = compare.parties(left, right)
    same_parties = _all_match(left, right)
    said = (quoted(left), quoted(right))
    if left.claim.negated != right.claim.negated:
        denied, affirmed = (left, right) if left.claim.negated else (right, left)
        matched = compare.words(left, right, {})[0] == "exact" and left.names == right.names
        matched = matched and not _adds_to_object(affirmed, denied)
        matched = matched or _denies(denied, affirmed)
        none = none_of(denied)
        if none is not None or of_nobody(denied):
            same_parties = matched = (
                one_where_none(denied, affirmed)
                and not lacking(_told_of_none(denied) - {none or ""}, affirmed.words)
                and not long_ago(affirmed, denied, around)
                and not _of_a_dated_deed(denied)
                and not (_INSIDE.search(denied.claim.text) and _NOT_THERE.search(affirmed.claim.text))
            )
        matched = (
            matched and not _other_occasion(denied, affirmed) and not _IN_CUSTODY.search(denied.claim.sentence.text)
        )
        matched = matched and not _NEGATOR.search(affirmed.claim.span.text)
        matched = matched and not _DISMISSED.search(affirmed.claim.sentence.text)
        matched = matched and not _AGAIN.search(affirmed.claim.text) and not has_opposites(left, right)
        matched = matched and not _goes_on(affirmed, denied)
        matched = matched and not any(leaves_out(frame.claim.text) for frame in (left, right))
        matched = matched and "plead" not in denied.predicate  # a plea is changed, and each charge has its own
        matched = matched and not any(_YET.search(frame.claim.sentence.text) for frame in (left, right))
        one = left.senses & right.senses or _same_quality(left, right) or _same_words(denied, affirmed, around)
        if one and same_parties and matched and compare.time(left, right)[0] != "apart":
            since = _since(denied, affirmed, around)
            if since is not None:
                return Judgement(Relation.REVISION, "FC030", 0.6, (*said, since))
            words = denial(denied.claim)
            how = f" (“{words.text}”)" if words is not None else ""
            step = f"One says that it is so, the other that it is not{how}."
            return Judgement(Relation.CONFLICT, "FC106", 0.65, (*said, step))
        if who in ("exact", "close"):
            return Judgement(
                Relation.UNCLEAR, "FC029", 0.4, (*said, "One is negated, but not plainly the other's denial.")
            )
        return None
    if _sides_taken(left, right):
        step = "One was for it, the other has it against it."
        return Judgement(Relation.CONFLICT, "FC107", 0.65, (*said, step))
    if predicates().contrary(left.senses, right.senses) and not left.senses & right.senses:
        if any(_LEFT_BEHIND.search(frame.claim.sentence.text) for frame in (left, right)):
            return None  # "survived by his wife": he did not survive
        same_parties = (same_parties or _one_party(left, right)) and not _other_charges(left, right)
        same_parties = same_parties and not _elsewhere_or_before(left, right)
        if same_parties and _of_one_thing(left, right) and compare.time(left, right)[0] != "apart":
            return Judgement(Relation.CONFLICT, "FC107", 0.65, (*said, "The one excludes the other."))
        return Judgement(Relation.UNCLEAR, "FC029", 0.4, (*said, "Contraries, but perhaps of different things."))
    return None


_ROUND = re.compile(
    r"\b(?:first|second|third|fourth|fifth|final|opening|last|next) "
    r"(?:round|half|leg|quarter|set|game|match|vote|ballot|period|stage|test|race|heat|night|day|week|month|year)\b",
    re.IGNORECASE,
)
_HAD = re.compile(r"\bhad (?!been\b|to\b)\w+", re.IGNORECASE)


def _elsewhere_or_before(left: Frame, right: Frame) -> bool:
    """Whether contraries are of two places ("fell in Norway", "rose in Sweden"), or one of a time before ("had refused
    it in 1995", "accepted it").
    """
    if left.names - right.names and right.names - left.names:
        return True
    rounds = [{found.group().lower() for found in _ROUND.finditer(frame.claim.text)} for frame in (left, right)]
    if rounds[0] and rounds[1] and not rounds[0] & rounds[1]:
        return True
    had = [_HAD.search(frame.claim.text) is not None for frame in (left, right)]
    return had[0] != had[1] and compare.time(left, right)[0] != "exact"


# "no arrests have been made, but two men are in custody": who is held is no arrest yet
_IN_CUSTODY = re.compile(
    r"\b(?:but|although|though|while)\b[^.;]*\b(?:in custody|detained|questioned|held)\b", re.IGNORECASE
)
_WHEN = re.compile(r",? (?:when|after|as|while|once) (?P<occasion>.+)$", re.IGNORECASE)


def _other_occasion(denied: Frame, affirmed: Frame) -> bool:
    """Whether each is told of an occasion of its own that shares no word with the other's: "nobody was hurt when the
    roof fell in", "two were hurt in a crash on the bridge"; or of another round or half.
    """
    mine, theirs = stretch(denied), stretch(affirmed)
    if mine is not None and mine != "during" and mine != theirs:
        return True
    after = denied.claim.sentence.text[denied.claim.span.end - denied.claim.sentence.start :]
    when = _WHEN.match(after)
    if when is None:
        return False
    told = set(stems(when["occasion"]))
    beside = set(stems(affirmed.claim.sentence.text)) - denied.words - set(affirmed.predicate)
    return len(told) >= _OCCASION and len(beside) >= _OCCASION and not told & beside


_OCCASION = 2  # words that make one
_NOT = frozenset(stems("not no never n't"))
# what is done in its own time: "police did not name him" today and do tomorrow
_IN_TIME = frozenset(
    stems("say tell know name identify release publish disclose reveal confirm announce specify give comment")
) | frozenset(
    stems("respond reply answer speak decide finish complete find arrive appear return see hear believe think")
)


def _same_words(denied: Frame, affirmed: Frame, around: Surroundings) -> bool:
    """Whether a denial has all the words of what the other, of the same day, affirms and no other: "was insured"."""
    if not denied.predicate or denied.predicate != affirmed.predicate or set(denied.predicate) & _IN_TIME:
        return False
    return around.later(denied, affirmed) is None and denied.words - _NOT == affirmed.words - _NOT


def _since(denied: Frame, affirmed: Frame, around: Surroundings) -> str | None:
    """Why a deed may have come after the denial of it, in words; None where both are of one time.

    An article of a later day tells of what may have been done since: an arrest, or any other of what befalls people
    and was said to have befallen nobody. What it dates before the day of the denial was denied in vain.
    """
    later, first = around.later(affirmed, denied), around.articles.get(denied.claim.source)
    if both_announced(denied, affirmed) or later is None or first is None or later.id != affirmed.claim.source:
        return None
    when, day = affirmed.claim.time, first.published
    if when is not None and times.known(when) and day is not None:
        if when.first is not None and when.first > day:
            return f"One denies it on {day}, the other dates it {when.text}."
        if when.last is not None and when.last < day:
            return None
    may_follow = none_of(denied) is not None or of_nobody(denied) or befalls(affirmed)
    may_follow = may_follow and none_of(denied) != "shot"  # robbers shoot while they rob, or not at all
    if not may_follow and not _SO_FAR.search(denied.claim.text):
        return None
    return f"One says that it is so, the other, earlier, that it is not; {later.id} is the later report."


# "nobody was hurt in the hotel"; a firefighter was, "on the way to the hotel"
_INSIDE = re.compile(r"\b(?:in|inside|at|aboard|on board) (?:the |its |their )?[\w-]+", re.IGNORECASE)
_NOT_THERE = re.compile(
    r"\b(?:on (?:the|his|her|its|their) way|en route|on the road|outside|near|behind|driving|rushing|heading) "
    r"(?:to|the|an?|from|it)\b",
    re.IGNORECASE,
)
_DATED = re.compile(rf"\b(?:{MONTHS}|last \w+|(?:19|20)\d\d)['’]s\b")


def _of_a_dated_deed(denied: Frame) -> bool:
    """Whether a denial is of one of several deeds, told apart by its date: "June's raid injured no one"."""
    return _DATED.match(denied.claim.subject or "") is not None


def _told_of_none(denied: Frame) -> frozenset[str]:
    """The words of a denial that another claim has to tell for it to be the one that there was not: not who looked in
    vain, nor when.
    """
    told = denied.words - frozenset(denied.predicate) - NOBODY
    told -= frozenset(word for now in _NOW.findall(denied.claim.text) for word in stems(now))
    if denied.object and not denied.subject.names:
        told -= frozenset(stems(denied.claim.subject or ""))
    return told - frozenset(stems(denied.claim.time.text)) if denied.claim.time is not None else told


_NOW = re.compile(
    r"\b(?:at this (?:time|point|stage)|so far|to date|under (?:the|this) (?:plan|deal|proposal|agreement))\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\b(?:second|another|later|again|revised|eventually|finally)\b", re.IGNORECASE)
_SO_FAR = re.compile(
    r"\b(?:has|have|is|are)\b|['’](?:s|ve|re) ", re.IGNORECASE
)  # as of the report, not once and for all


_TOLD = 0.6  # likeness of a word and the one that tells it


def _denies(denied: Frame, affirmed: Frame) -> bool:
    """Whether a denial says no more than what the other affirms: "was not arrested", "was arrested at home on Friday".

    All words of the denial are told by the other but those of its verb, which has the same sense; what the other
    adds does not make room for both. A denial that adds a circumstance denies the circumstance alone.
    """
    if denied.names - affirmed.names:
        return False
    if _adds_to_object(affirmed, denied):
        return False
    named = {word for name in denied.names & affirmed.names for word in stems(name)}
    told = frozenset(stems(_ASIDE.sub(" ", denied.claim.text))) - frozenset(denied.predicate) - named
    return not lacking(told, affirmed.words)


_INTO = ("into", "to", "for", "with", "on", "out", "through")


def _goes_on(affirmed: Frame, denied: Frame) -> bool:
    """Whether another verb with a preposition is set against a bare one: "fell into a fortune", "never went down"."""
    if affirmed.predicate[:1] == denied.predicate[:1] or denied.object:
        return False
    ours = {item.role for item in affirmed.claim.arguments if item.type != "time"}
    return bool(ours & set(_INTO)) and not {item.role for item in denied.claim.arguments} & ours & set(_INTO)


def _adds_to_object(affirmed: Frame, denied: Frame) -> bool:
    """Whether the affirmed deed is done to something told more exactly, or to any of a kind: "approved the plan", "the
    rival's plan", "a plan".
    """
    vague = [_INDEFINITE.match(frame.claim.object or "") is not None for frame in (affirmed, denied)]
    if vague[0] != vague[1] and denied.object.words:
        return True
    if affirmed.object.names or not denied.object.words:
        return False
    return bool(lacking(affirmed.object.words, denied.object.words))


_ASIDE = re.compile(  # who somebody is, and against whom it is said
    r"^(?:The|An?) [a-z][^,.;]{0,40}, (?=[A-Z])|, (?:the|an?|his|her) [^,.;]{1,60},|, contrary to [^,.;]{1,60}"
)
_INDEFINITE = re.compile(r"(?:an?|another|some|any|no)\b", re.IGNORECASE)


def _same_quality(left: Frame, right: Frame) -> bool:
    """Whether both say of their subject that it is, or is not, one thing: "was not hurt", "was slightly hurt"."""
    if left.senses or right.senses or not compare.both_describe(left, right):
        return False
    return left.object.head is not None and left.object.head == right.object.head


_TAKING_SIDES = frozenset({"vote", "campaign", "testify", "argue", "rule", "decide", "speak"})


def _sides_taken(left: Frame, right: Frame) -> bool:
    """Whether one and the same party voted for a thing in the one claim and against it in the other."""
    verbs = {(frame.claim.predicate or "").split(" ")[0] for frame in (left, right)}
    if len(verbs) != 1 or not verbs <= _TAKING_SIDES:
        return False
    if compare.party(left.subject, right.subject)[0] not in ("exact", "close") or times_apart(left, right):
        return False
    stands = []
    for frame in (left, right):
        sides = {item.role: stem(item.head) for item in frame.claim.arguments if item.role in ("for", "against")}
        if len(sides) != 1:
            return False
        stands.append(sides.popitem())
    return stands[0][0] != stands[1][0] and alike(stands[0][1], stands[1][1]) >= _TOLD


def _all_match(left: Frame, right: Frame) -> bool:
    """Whether subject matches subject and object object, and at least one of them is there on both sides."""
    verdicts = [compare.party(left.subject, right.subject)[0], compare.party(left.object, right.object)[0]]
    people = left.people | right.people
    for mine, theirs in ((left.subject, right.subject), (left.object, right.object)):
        if each_its_own(mine, theirs) and not mine.names & theirs.names & people:
            return False  # the teachers' union and the nurses' union, prices of food and of homes
    return (
        "apart" not in verdicts
        and any(verdict in ("exact", "close") for verdict in verdicts)
        and (verdicts.count("missing") < 2)
    )


def each_its_own(mine: Party, theirs: Party) -> bool:
    """Whether each of two participants is told with a word that the other lacks, and has no other word for."""
    return bool(lacking(mine.words, theirs.words)) and bool(lacking(theirs.words, mine.words))


def lacking(told: frozenset[str], by: frozenset[str]) -> frozenset[str]:
    """The words that are not among others, nor like one of them in meaning."""
    return frozenset(
        word for word in told - by if max((alike(word, other) for other in sorted(by)), default=0.0) < _TOLD
    )


def _one_party(left: Frame, right: Frame) -> bool:
    """Whether each has one participant, and it is the same wherever the verb puts it: schools close, are closed."""
    sides = [[party for party in (frame.subject, frame.object) if party] for frame in (left, right)]
    if any(len(parties) != 1 for parties in sides):
        return False
    (one,), (other,) = sides
    return compare.party(one, other)[0] == "exact" and not each_its_own(one, other)


_ANY_CHARGE = frozenset(stems("all any the charges counts crime offence offense wrongdoing everything"))
_CHARGE = re.compile(
    r"\b(?:acquit|clear|convict|guilty)\w*\b[^.;]*?\b(?:of|on|for) (?P<charge>[a-z][^,.;]*)", re.IGNORECASE
)
_VERDICTS = frozenset({"acquit", "convict"})


def _other_charges(left: Frame, right: Frame) -> bool:
    """Whether a verdict is on a charge that the other does not tell of: acquitted of laundering, convicted of fraud."""
    if not left.senses & _VERDICTS or not right.senses & _VERDICTS:
        return False
    found = (_CHARGE.search(frame.claim.text) for frame in (left, right))
    mine, theirs = (frozenset(stems(match["charge"])) - _ANY_CHARGE if match else frozenset() for match in found)
    return not mine & theirs and bool(mine or theirs)


_FATES = frozenset({"die", "survive"})
_BARE = frozenset({"it", "them", "this", "that", "one", "some"})


def _of_one_thing(left: Frame, right: Frame) -> bool:
    """Whether both name what was won or lost, or neither does: who wins today loses another day."""
    if (left.senses | right.senses) & _FATES or _one_party(left, right):
        return True  # "drowned along with the children": the others are no object
    if bool(left.object) != bool(right.object):
        return False
    return not any((frame.claim.object or "").lower() in _BARE for frame in (left, right))
