"""FC003 FC005 FC015 FC105 FC106 FC107 FC108: what happened, where, in which legal form, and what was said."""

import re

from factcheck.frames import compare
from factcheck.frames.frame import Frame, Party, located, stems
from factcheck.lexicon.stem import stem
from factcheck.lexicon.words import alike, predicates
from factcheck.model.claim import Kind, Modality
from factcheck.model.link import Relation
from factcheck.stages.reconcile.judgement import (
    Judgement,
    Surroundings,
    comparable,
    details_differ,
    firmly_shared,
    other_complement,
    other_in_a_row,
    parties_fit,
    plain,
    quoted,
    times_apart,
)
from factcheck.text import fold

_POINT = re.compile(
    r"\b(?:grounds|bypass\w*|instead of|rather than|formal\w*|treat(?:y|ies)|legal\w*|law|laws|statute|not an?|"
    r"due process|technically)\b",
    re.IGNORECASE,
)
_YET = re.compile(r"\b(?:yet|still|so far|until|initially|at first)\b", re.IGNORECASE)
_NEGATOR = re.compile(
    r"n['’]t\b|\b(?:not?|never|none|nobody|nothing|without|hardly|denied|refused|(?:is|are|was|were|ran|run) out of)\b",
    re.IGNORECASE,
)
_DISMISSED = re.compile(
    r"\b(?:discount|dismiss|reject|den(?:y|ie)|rumou?r)\w*\b[^.;]{0,40}\b(?:that|he|she|it|they)\b", re.IGNORECASE
)
_QUOTATION = re.compile(r"[“\"]([^“”\"]{8,})[”\"]")


_LEFT_BEHIND = re.compile(r"\bsurvived by\b", re.IGNORECASE)


def forms(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """FC108: one act under two legal names ("expelled", "extradited"), where a source makes a point of its form."""
    if not predicates().other_form(left.senses, right.senses) or not plain(left, right) or not parties_fit(left, right):
        return None
    said = (quoted(left), quoted(right))
    pointed = [frame for frame in (left, right) if _makes_a_point(frame)]
    if not pointed:
        return Judgement(Relation.COMPATIBLE, "FC016", 0.6, (*said, "Loosely the two words name one act."))
    step = f"{pointed[0].claim.source} makes a point of the form, and in law the two exclude each other."
    return Judgement(Relation.CONFLICT, "FC108", 0.7, (*said, step))


def _makes_a_point(frame: Frame) -> bool:
    return bool(_POINT.search(frame.claim.sentence.text))


def polarity(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """FC106, FC107: it happened and it did not; or it happened and its contrary did."""
    if not (plain(left, right) or _both_announced(left, right)) or not around.kindred(left, right):
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
        none = _none_of(denied)
        if none is not None:
            same_parties = matched = _some_of(none, affirmed) and not _lacking(
                denied.words - frozenset(denied.predicate) - {none}, affirmed.words
            )
        if any(_NOBODY.match(part or "") for part in (denied.claim.subject, denied.claim.object)):
            same_parties = matched = _somebody(affirmed) and not _lacking(
                denied.words - frozenset(denied.predicate) - _NOBODYS, affirmed.words
            )
        matched = matched and not _NEGATOR.search(affirmed.claim.span.text)
        matched = matched and not _DISMISSED.search(affirmed.claim.sentence.text)
        matched = matched and not _AGAIN.search(affirmed.claim.text)
        matched = matched and "plead" not in denied.predicate  # a plea is changed, and each charge has its own
        matched = matched and not any(_YET.search(frame.claim.sentence.text) for frame in (left, right))
        one = left.senses & right.senses or _same_quality(left, right)
        if one and same_parties and matched and compare.time(left, right)[0] != "apart":
            later = _published_later(affirmed, denied, around)
            if later and _SO_FAR.search(denied.claim.text):
                step = f"One says that it is so, the other, earlier, that it is not; {later} is the later report."
                return Judgement(Relation.REVISION, "FC030", 0.6, (*said, step))
            return Judgement(
                Relation.CONFLICT, "FC106", 0.65, (*said, "One says that it is so, the other that it is not.")
            )
        if who in ("exact", "close"):
            return Judgement(
                Relation.UNCLEAR, "FC029", 0.4, (*said, "One is negated, but not plainly the other's denial.")
            )
        return None
    if _sides_taken(left, right):
        step = "One was for it, the other has it against it."
        return Judgement(Relation.CONFLICT, "FC107", 0.65, (*said, step)) if around.kindred(left, right) else None
    if predicates().contrary(left.senses, right.senses) and not left.senses & right.senses:
        if any(_LEFT_BEHIND.search(frame.claim.sentence.text) for frame in (left, right)):
            return None  # "survived by his wife": he did not survive
        same_parties = same_parties or _one_party(left, right)
        if same_parties and _of_one_thing(left, right) and compare.time(left, right)[0] != "apart":
            return Judgement(Relation.CONFLICT, "FC107", 0.65, (*said, "The one excludes the other."))
        return Judgement(Relation.UNCLEAR, "FC029", 0.4, (*said, "Contraries, but perhaps of different things."))
    return None


_AGAIN = re.compile(r"\b(?:second|another|later|again|revised|eventually|finally)\b", re.IGNORECASE)
_SO_FAR = re.compile(
    r"\b(?:has|have|is|are)\b|['’](?:s|ve|re) ", re.IGNORECASE
)  # as of the report, not once and for all


def _both_announced(left: Frame, right: Frame) -> bool:
    """Whether both say what will be: "will not resign", "will step down"."""
    claims = (left.claim, right.claim)
    return all(claim.modality is Modality.PLANNED and not claim.hedged for claim in claims)


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
    return not _lacking(told, affirmed.words)


_NO_SUCH = re.compile(r"no (?:[a-z-]+ ){0,1}(?P<noun>[a-z]+)$", re.IGNORECASE)


def _none_of(denied: Frame) -> str | None:
    """The stem of what there was none of: "no shots were fired", "no arrests have been made"."""
    told = (_NO_SUCH.match(part or "") for part in (denied.claim.subject, denied.claim.object))
    return next((stem(match["noun"]) for match in told if match is not None), None)


def _some_of(noun: str, affirmed: Frame) -> bool:
    """Whether a claim tells of one such thing or deed: "fired a single shot", "two were arrested"."""
    befell = (affirmed.object,) if affirmed.object else (affirmed.subject,)  # not who did it
    if any(alike(noun, party.head) >= _ONE_THING for party in befell if party.head):
        return True
    verb = affirmed.predicate[0] if affirmed.predicate else ""
    return len(noun) >= _ROOT and verb[:_ROOT] == noun[:_ROOT]  # "no arrests", "were arrested"


_ROOT = 5  # letters that a noun and its verb share
_ONE_THING = 0.85  # likeness of two words of one sense or group
_NOBODY = re.compile(r"(?:nobody|no[ -]one|none)$", re.IGNORECASE)
_NOBODYS = frozenset(stems("nobody none"))


def _somebody(frame: Frame) -> bool:
    """Whether a claim tells what became of somebody, which makes "nobody" wrong."""
    told = [frame.claim.subject, frame.claim.object]
    return bool(frame.senses & _BEFALLS) and any(part and not _NOBODY.match(part) for part in told)


_BEFALLS = frozenset({"injure", "die", "kill", "murder", "capture", "shoot", "stab"})


def _adds_to_object(affirmed: Frame, denied: Frame) -> bool:
    """Whether the affirmed deed is done to something told more exactly, or to any of a kind: "approved the plan", "the
    rival's plan", "a plan".
    """
    vague = [_INDEFINITE.match(frame.claim.object or "") is not None for frame in (affirmed, denied)]
    if vague[0] != vague[1] and denied.object.words:
        return True
    if affirmed.object.names or not denied.object.words:
        return False
    return bool(_lacking(affirmed.object.words, denied.object.words))


_ASIDE = re.compile(  # who somebody is, and against whom it is said
    r"^(?:The|An?) [a-z][^,.;]{0,40}, (?=[A-Z])|, (?:the|an?|his|her) [^,.;]{1,60},|, contrary to [^,.;]{1,60}"
)
_INDEFINITE = re.compile(r"(?:an?|another|some|any|no)\b", re.IGNORECASE)


def _same_quality(left: Frame, right: Frame) -> bool:
    """Whether both say of their subject that it is, or is not, one thing: "was not hurt", "was slightly hurt"."""
    if left.senses or right.senses or not compare.describes(left, right):
        return False
    return left.object.head is not None and left.object.head == right.object.head


def _published_later(affirmed: Frame, denied: Frame, around: Surroundings) -> str | None:
    """The source that affirms, if it is of a later day than the one that denies: what was not so may be so by then."""
    mine, theirs = (around.articles.get(frame.claim.source) for frame in (affirmed, denied))
    if mine is None or theirs is None or mine.published is None or theirs.published is None:
        return None
    return mine.id if mine.published > theirs.published else None


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
        if _each_its_own(mine, theirs) and not mine.names & theirs.names & people:
            return False  # the teachers' union and the nurses' union, prices of food and of homes
    return (
        "apart" not in verdicts
        and any(verdict in ("exact", "close") for verdict in verdicts)
        and (verdicts.count("missing") < 2)
    )


def _each_its_own(mine: Party, theirs: Party) -> bool:
    """Whether each of two participants is told with a word that the other lacks, and has no other word for."""
    return bool(_lacking(mine.words, theirs.words)) and bool(_lacking(theirs.words, mine.words))


def _lacking(told: frozenset[str], by: frozenset[str]) -> frozenset[str]:
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
    return compare.party(one, other)[0] == "exact" and not _each_its_own(one, other)


_FATES = frozenset({"die", "survive"})
_BARE = frozenset({"it", "them", "this", "that", "one", "some"})


def _of_one_thing(left: Frame, right: Frame) -> bool:
    """Whether both name what was won or lost, or neither does: who wins today loses another day."""
    if (left.senses | right.senses) & _FATES or _one_party(left, right):
        return True  # "drowned along with the children": the others are no object
    if bool(left.object) != bool(right.object):
        return False
    return not any((frame.claim.object or "").lower() in _BARE for frame in (left, right))


def places(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """FC105: where something is: different named places, neither of which an article mentions with the other."""
    mine, theirs = located(left), located(right)
    if not mine or not theirs:
        return _scenes(left, right, around)
    if mine & theirs or not comparable(left, right, around):
        return None
    if compare.party(left.subject, right.subject)[0] not in ("exact", "close"):
        return None
    for frame, other in ((left, theirs), (right, mine)):
        if around.mentions(frame, other):
            return Judgement(
                Relation.COMPATIBLE, "FC017", 0.5, (quoted(left), quoted(right), "One place may lie in the other.")
            )
    step = f"The places differ: {', '.join(sorted(mine))} and {', '.join(sorted(theirs))}."
    return Judgement(Relation.CONFLICT, "FC105", 0.65, (quoted(left), quoted(right), step))


_AT = re.compile(r"\bat (?:the )?(?P<place>[A-Z][\w’'.-]*(?: (?:of |the |and )?[A-Z][\w’'.-]*)*)")


_AT_ONCE = re.compile(r"\b(?:at|on) the (?:scene|spot)\b")
_IN_HOSPITAL = re.compile(r"\b(?:in|at) (?:an? |the )?(?:[\w-]+ ){0,2}hospital\b", re.IGNORECASE)


def _where_died(frame: Frame) -> str:
    """Whether somebody died at the scene or in hospital; empty for all else."""
    if "die" not in frame.senses or frame.claim.quantity is not None:
        return ""
    text = frame.claim.text
    return "scene" if _AT_ONCE.search(text) else "hospital" if _IN_HOSPITAL.search(text) else ""


def _died_elsewhere(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    who = firmly_shared(left, right) & (left.people | right.people)
    if not who or not comparable(left, right, around):
        return None
    step = f"One has it that {', '.join(sorted(who))} died at the scene, the other in hospital."
    return Judgement(Relation.CONFLICT, "FC105", 0.6, (quoted(left), quoted(right), step))


_PLACED_ONCE = frozenset({"die", "born", "marry", "capture", "murder"})


def _scenes(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """FC105: at which hospital, airport or club it was, for what happens to one person once and on one day."""
    if _where_died(left) and _where_died(right) and _where_died(left) != _where_died(right):
        return _died_elsewhere(left, right, around)
    told = [_AT.search(frame.claim.text) for frame in (left, right)]
    if told[0] is None or told[1] is None or not left.senses & right.senses & _PLACED_ONCE:
        return None
    patient = firmly_shared(left, right) & (left.people | right.people)
    mine, theirs = (frozenset(stems(match["place"])) for match in told if match is not None)
    if not patient or mine & theirs or not comparable(left, right, around) or times_apart(left, right):
        return None
    for frame, other in ((left, told[1]["place"]), (right, told[0]["place"])):
        if around.mentions(frame, frozenset((fold(other),))):
            return None  # one of the two may lie in the other, or it was moved from one to the other
    step = f"The places differ: {told[0]['place']} and {told[1]['place']}."
    return Judgement(Relation.CONFLICT, "FC105", 0.6, (quoted(left), quoted(right), step))


def quotes(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """FC005, FC015: the same words of one speaker, or nearly the same."""
    if Kind.QUOTE not in (left.claim.kind, right.claim.kind):
        return None
    mine, theirs = (
        set(stems(" ".join(_QUOTATION.findall(frame.claim.span.text)) or frame.claim.span.text))
        for frame in (left, right)
    )
    if not mine or not theirs:
        return None
    shared = len(mine & theirs) / min(len(mine), len(theirs))
    said = (quoted(left), quoted(right))
    if shared >= 0.9:
        return Judgement(Relation.AGREE, "FC005", 0.9, (*said, "The words quoted are the same."))
    if shared >= 0.5:
        return Judgement(Relation.COMPATIBLE, "FC015", 0.7, (*said, "The words quoted are nearly the same."))
    return None


def _one_pair(left: Frame, right: Frame) -> bool:
    """Whether who did it, and to whom, match wherever both claims say so: a name against "his lawyer" does not."""
    return all(
        not mine or not theirs or compare.party(mine, theirs)[0] in ("exact", "close")
        for mine, theirs in ((left.subject, right.subject), (left.object, right.object))
    )


def _described_otherwise(left: Frame, right: Frame) -> bool:
    """Whether both say what somebody is, each with a word that the other lacks: the interior and the transport
    minister.
    """
    return compare.describes(left, right) and _each_its_own(left.object, right.object)


_ALSO = re.compile(r"\balso\b", re.IGNORECASE)
_STAGE = re.compile(r"\b(?:provisional|interim|temporar|preliminar|partial|initial)\w*\b", re.IGNORECASE)


def same(left: Frame, right: Frame, around: Surroundings) -> Judgement | None:
    """FC003: both tell the same event or state, and nothing in it differs."""
    said = (quoted(left), quoted(right))
    if left.claim.negated != right.claim.negated:
        return None
    event = compare.event(left, right)[0]
    who = compare.parties(left, right)[0]
    alike = compare.words(left, right, {})[0]
    if left.claim.modality != right.claim.modality:
        if Modality.ACTUAL in (left.claim.modality, right.claim.modality) and Modality.PLANNED in (
            left.claim.modality,
            right.claim.modality,
        ):
            return Judgement(
                Relation.DRIFT, "FC041", 0.5, (*said, "What one reports as done, the other reports as planned.")
            )
        return Judgement(Relation.COMPATIBLE, "FC018", 0.6, (*said, "They differ in how sure they are."))
    if compare.time(left, right)[0] == "apart":
        step = "They give different times." if times_apart(left, right) else "They give neighbouring days."
        return Judgement(Relation.UNCLEAR, "FC029", 0.4, (*said, step))
    if left.role is not None and right.role is not None and left.role.relations != right.role.relations:
        return Judgement(Relation.COMPATIBLE, "FC014", 0.5, (*said, "The standings differ and can both hold."))
    if _described_otherwise(left, right):
        return Judgement(Relation.COMPATIBLE, "FC014", 0.5, (*said, "Each has a word for it that the other lacks."))
    if details_differ(left, right):
        return Judgement(Relation.COMPATIBLE, "FC018", 0.5, (*said, "They fit together, but a name or number differs."))
    if other_in_a_row(left, right):
        return Judgement(Relation.UNCLEAR, "FC029", 0.4, (*said, "Each says which of several it tells of."))
    if other_complement(left, right):
        return Judgement(Relation.COMPATIBLE, "FC018", 0.4, (*said, "The verb goes on with other things."))
    if not _one_pair(left, right):
        return Judgement(Relation.COMPATIBLE, "FC018", 0.4, (*said, "It is not certain that both tell it of the same."))
    if (_ALSO.search(left.claim.text) is None) != (_ALSO.search(right.claim.text) is None):
        return Judgement(Relation.COMPATIBLE, "FC018", 0.4, (*said, "One tells a further thing of the kind."))
    if (_STAGE.search(left.claim.text) is None) != (_STAGE.search(right.claim.text) is None):
        return Judgement(Relation.COMPATIBLE, "FC018", 0.4, (*said, "One speaks of a stage before the last."))
    firm = alike in ("exact", "close", "near") or (
        # so few words in common that it takes a party in common, and more than a refusal, to tell one event
        alike == "weak" and who in ("exact", "close") and not left.senses & {"reject"}
    )
    if event == "exact" and who != "apart" and firm:
        return Judgement(Relation.AGREE, "FC003", 0.8, (*said, "The same is said of the same parties."))
    if predicates().opposite(left.senses, right.senses):
        return Judgement(Relation.UNCLEAR, "FC029", 0.4, (*said, "Opposites of which one can follow the other."))
    if alike == "exact" and event in ("exact", "close", "missing") and who != "apart":
        return Judgement(Relation.AGREE, "FC003", 0.75, (*said, "Nearly the same words."))
    if event in ("exact", "close") or alike in ("close", "near"):
        return Judgement(
            Relation.COMPATIBLE, "FC018", 0.6, (*said, "They fit together; one says more or less than the other.")
        )
    return Judgement(
        Relation.COMPATIBLE, "FC018", 0.4, (*said, "They are about one matter, and nothing in them clashes.")
    )
