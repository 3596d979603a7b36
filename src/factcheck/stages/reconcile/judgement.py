"""What a rule says of a pair of claims, and what it may know beside the two."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.frames import compare, times
from factcheck.frames.frame import Frame, pair_of
from factcheck.frames.wording import stems
from factcheck.lexicon.drift import relations
from factcheck.lexicon.drift import words as closed_words
from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.names import countries
from factcheck.lexicon.stem import stem
from factcheck.lexicon.words import concepts, predicates
from factcheck.model.article import Article
from factcheck.model.claim import Argument, Modality
from factcheck.model.lineage import Lineage
from factcheck.model.link import Link, Pair, Relation
from factcheck.text import fold

GRAVITY = {
    Relation.UNCLEAR: 0,
    Relation.AGREE: 1,
    Relation.COMPATIBLE: 2,
    Relation.PART_OF: 3,
    Relation.REVISION: 4,
    Relation.DISPUTE: 5,
    Relation.DRIFT: 6,
    Relation.CONFLICT: 7,
}


FEW_NAMES = 3  # of a source: fewer say nothing about which matter it reports


@dataclass(frozen=True, slots=True)
class Judgement:
    """A relation with the id of the rule that found it, how sure it is in [0, 1], and the steps in words."""

    relation: Relation
    rule: str
    confidence: float
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a rule may look at beside the pair: the articles, whom they derive from, the names each source uses, and
    what linking has found of both claims together.
    """

    articles: Mapping[str, Article]
    origins: Mapping[str, str]
    derived: frozenset[tuple[str, str]]
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    folded: Mapping[str, str] = field(default_factory=dict)
    linked: Mapping[tuple[str, str, str], str] = field(default_factory=dict)

    def borne_out(self, left: Frame, right: Frame) -> str | None:
        """How surely each of two claims bears the other out, in words; None where they do not, or were not read."""
        return self._found("borne", left, right)

    def one_circle(self, left: Frame, right: Frame) -> bool:
        """Whether one counts somebody among a circle, and the other tells of that one what came about with it."""
        return self._found("circle", left, right) is not None

    def one_figure(self, left: Frame, right: Frame) -> bool:
        """Whether both give one telling figure in sentences that are each other's best counterpart for it."""
        return self._found("shared", left, right) is not None

    def one_measure(self, left: Frame, right: Frame) -> bool:
        """Whether the two give one measure, and each the only value of it in its article."""
        return self._found("measure", left, right) is not None

    def one_answer(self, left: Frame, right: Frame) -> bool:
        """Whether the two amounts are each other's best counterpart by all that stands around them."""
        return self._found("answer", left, right) is not None

    def one_question(self, left: Frame, right: Frame) -> bool:
        """Whether either says that two amounts answer one question, however they are told."""
        return self.one_measure(left, right) or self.one_answer(left, right)

    def why_one_question(self, left: Frame, right: Frame) -> tuple[str, ...]:
        """Why two amounts are taken for answers to one question, in words; empty where their own claims say it."""
        measure, answer = (self._found(what, left, right) for what in ("measure", "answer"))
        if measure is not None:
            return (f"Each article gives one such measure ({measure}).",)
        if answer is not None:
            return (f"Each is the other's best counterpart by all that stands around it ({answer}).",)
        return ()

    def _found(self, what: str, left: Frame, right: Frame) -> str | None:
        return self.linked.get((*pair_of(left, right), what))

    def kindred(self, left: Frame, right: Frame) -> bool:
        """Whether two sources seem to report one matter: they share a name, or one of them hardly uses any."""
        mine, theirs = left.claim.source, right.claim.source
        if mine == theirs:
            return True
        ours, others = self.names.get(mine, frozenset()), self.names.get(theirs, frozenset())
        return len(ours) < FEW_NAMES or len(others) < FEW_NAMES or bool(ours & others)

    def later(self, left: Frame, right: Frame) -> Article | None:
        """The article of the two claims that is of a later day; None where a day is unknown or both are of one."""
        mine, theirs = (self.articles.get(frame.claim.source) for frame in (left, right))
        if mine is None or theirs is None or mine.published is None or theirs.published is None:
            return None
        if mine.published == theirs.published:
            return None
        return mine if mine.published > theirs.published else theirs

    def mentions(self, frame: Frame, names: frozenset[str]) -> bool:
        """Whether the article of a claim has one of the names anywhere."""
        if frame.claim.source not in self.folded:
            return bool(self.names.get(frame.claim.source, frozenset()) & names)
        text = self.folded[frame.claim.source]
        # From the start of a word ("Oman" stands in no "woman"), and whatever its end ("Omani").
        return any(name in text and re.search(rf"(?<!\w){re.escape(name)}", text) for name in names)


Rule = Callable[[Frame, Frame, Surroundings], Judgement | None]


def surroundings(
    frames: Iterable[Frame],
    origins: Mapping[str, str],
    articles: Sequence[Article],
    lineage: Sequence[Lineage],
    links: Iterable[Link] = (),
) -> Surroundings:
    """The surroundings of all pairs of a run."""
    names: dict[str, set[str]] = defaultdict(set)
    for frame in frames:
        names[frame.claim.source] |= frame.names
    derived = {(link.original, link.copy) for link in lineage}
    return Surroundings(
        {article.id: article for article in sorted(articles, key=lambda article: article.id)},
        origins,
        frozenset(derived | {(copy, original) for original, copy in derived}),
        {source: frozenset(values) for source, values in sorted(names.items())},
        {article.id: fold(article.text) for article in articles},
        {
            (link.left, link.right, level.field): level.note
            for link in links
            for level in link.levels
            if level.field in ("borne", "shared", "measure", "answer", "circle") and level.level == "exact"
        },
    )


def overall(pairs: Sequence[Pair], source: Mapping[str, str]) -> Relation:
    """The gravest relation between sources; inside one source where there is only one."""
    across = [pair for pair in pairs if source[pair.left] != source[pair.right]] or list(pairs)
    return max((pair.relation for pair in across), key=lambda relation: GRAVITY[relation], default=Relation.UNCLEAR)


def plain(left: Frame, right: Frame) -> bool:
    """Whether both claims are put forward as fact, so that they can contradict each other at all."""
    firm = (Modality.ACTUAL, Modality.ALLEGED)
    claims = (left.claim, right.claim)
    return all(claim.modality in firm and not claim.hedged for claim in claims)


def both_announced(left: Frame, right: Frame) -> bool:
    """Whether both say what will be: "will not resign", "will step down"; jobs that "are being" cut will be."""
    claims = (left.claim, right.claim)
    ahead = {Modality.PLANNED, *([Modality.ACTUAL] if left.senses & right.senses & _AHEAD else [])}
    return all(claim.modality in ahead and not claim.hedged for claim in claims)


_AHEAD = frozenset({"job_cut"})  # what news tells before it is done, in whatever tense


def comparable(left: Frame, right: Frame, around: Surroundings) -> bool:
    """Whether two claims are so surely about one thing that different answers are a conflict.

    Stricter than being in one cluster: fact against fact or plan against plan, one event beyond doubt, no party that
    differs, and two sources that share a name.
    """
    return (
        (plain(left, right) or both_announced(left, right))
        and left.claim.negated == right.claim.negated
        and around.kindred(left, right)
        and parties_fit(left, right)
    )


def parties_fit(left: Frame, right: Frame) -> bool:
    """Whether no participant of the one clearly differs from its counterpart in the other."""
    parties = [(left.subject, right.subject)]
    if not compare.both_describe(left, right):
        parties.append((left.object, right.object))
    return not any(mine.names and theirs.names and not mine.names & theirs.names for mine, theirs in parties)


def firmly_shared(left: Frame, right: Frame) -> frozenset[str]:
    """The names that are a party of both claims, without those that could be somebody else."""
    mine = (left.subject.names | left.object.names) - left.vague
    theirs = (right.subject.names | right.object.names) - right.vague
    if left.vague and (left.subject.plural or left.object.plural):
        mine |= left.vague  # "the Miller brothers" are both of them
    if right.vague and (right.subject.plural or right.object.plural):
        theirs |= right.vague
    return mine & theirs


def quoted(frame: Frame) -> str:
    """The source and the verbatim span of a claim, for an explanation."""
    text = " ".join(frame.claim.span.text.split())
    return f"{frame.claim.source}: “{text if len(text) <= 160 else text[:157] + '…'}”"


def times_apart(left: Frame, right: Frame) -> bool:
    """Whether both give a time and no one day, nor the next, fits both."""
    mine, theirs = times.of_one_year(left.claim.time, right.claim.time)
    if mine is None or theirs is None or not times.known(mine) or not times.known(theirs):
        return False
    return not times.near(mine, theirs)


_WORD = re.compile(r"[^\W\d_]+(?:['’]t)?")
_NOT = frozenset({"not", "no", "never", "nobody", "none", "nothing", "without"})


def opposed(left: Frame, right: Frame) -> bool:
    """Whether one has a word whose opposite the other has, or a "not" that the other lacks: "alive" and "dead"."""
    mine, theirs = (frozenset(_WORD.findall(frame.claim.text.lower())) for frame in (left, right))
    if bool(mine & _NOT) != bool(theirs & _NOT):
        return True
    closed = closed_words()
    one, other = ({closed.quantities[word] for word in told if word in closed.quantities} for told in (mine, theirs))
    if any(frozenset((a, b)) in closed.clashing for a in one - other for b in other - one):
        return True  # "few members voted", "most members voted"
    return has_opposites(left, right)


def has_opposites(left: Frame, right: Frame) -> bool:
    """Whether one has a word whose opposite the other has: "to stay indoors", "not to go outdoors"."""
    mine, theirs = (frozenset(_WORD.findall(frame.claim.text.lower())) for frame in (left, right))
    return any(relations().opposite(one, other) for one in mine - theirs for other in theirs - mine)


_NUMBER = re.compile(r"\d[\d.,:-]*\d|\d")


def details_differ(left: Frame, right: Frame) -> bool:
    """Whether each names a party, place or number that the other does not, so that they may tell two things.

    Countries say too little to tell two things apart, and a date is compared as one.
    """
    return names_differ(left, right) or _numbers_differ(left, right)


def names_differ(left: Frame, right: Frame) -> bool:
    """Whether each names a party or place that the other does not; countries aside."""
    beside = countries()
    return bool(left.names - right.names - beside and right.names - left.names - beside)


def _numbers_differ(left: Frame, right: Frame) -> bool:
    ours, others = (_numbers(frame) for frame in (left, right))
    return bool(ours - others and others - ours)


def _numbers(frame: Frame) -> frozenset[str]:
    text = frame.claim.text
    if frame.claim.time is not None:
        text = text.replace(frame.claim.time.text, " ")
    beside = text.replace(frame.claim.quantity.text, " ") if frame.claim.quantity is not None else text
    words = (_IN_WORDS.get(word) for word in _WORD.findall(beside.lower()))
    return frozenset(_NUMBER.findall(text)) | {number for number in words if number is not None}


_CARDINALS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = (
    *("second", "third", "fourth", "fifth", "sixth", "seventh"),
    *("eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
_IN_WORDS = {word: str(number) for names in (_CARDINALS, _ORDINALS) for number, word in enumerate(names, start=2)}


_FIRST, _NUMBERED, _LATER = ("first", "initial"), ("second", "third", "fourth", "fifth"), ("another", "next", "further")
_IN_A_ROW = (*_FIRST, *_NUMBERED, *_LATER)
_COUNTED_OFF = re.compile(
    rf"\b({'|'.join(_IN_A_ROW)}) (?:[a-z]+ ){{0,2}}(?:shooting|attack|explosion|fire|group|batch|transfer|flight|"
    r"victim|suspect|man|woman|officer|aftershock|quake|trial|strike|crash|arrest|round|wave|meeting|vote|match|game|"
    r"building|boat)s?\b",
    re.IGNORECASE,
)


_FOLLOWS = frozenset(map(stem, listed("frames", "follows")))


def other_in_a_row(left: Frame, right: Frame) -> bool:
    """Whether both say which of several they tell of, and not of the same: "the first shooting", "another shooting".

    A word can say that by itself: the aftershock is not the earthquake, nor the rematch the match.
    """
    follows = _FOLLOWS & (left.words ^ right.words)
    if follows and not follows <= left.passage & right.passage:
        return True
    mine, theirs = ({match[1].lower() for match in _COUNTED_OFF.finditer(frame.claim.text)} for frame in (left, right))
    if not mine or not theirs:
        return False
    return all(
        (one in _FIRST) != (other in _FIRST) or (one != other and one in _NUMBERED and other in _NUMBERED)
        for one in mine
        for other in theirs
    )


def on_one_side(left: Frame, right: Frame) -> bool:
    """Whether one party is said to have been on both sides of what takes two: "Halden beat", "Halden lost to"."""
    if left.senses & right.senses or not predicates().converse(left.senses, right.senses):
        return False
    return compare.party(left.subject, right.subject)[0] in ("exact", "close")


_RELATIVE = ("which", "whom", "who", "that", "where")
_TO = ("to", "into", "from", "for", "with", "against", "of", "about", "in", "on")


def _by_name(item: Argument) -> bool:
    """Whether what is named is called by its name alone: "the Louvre", and not "the Halden museum"."""
    head = re.search(rf"\b{re.escape(item.head)}", item.text, re.IGNORECASE)
    return bool(item.entity) and (head is None or head.group()[:1].isupper())


def _infinitive(frame: Frame) -> str | None:
    """The stem of the verb with which a predicate goes on: "returned to hide"."""
    told = _WORD.findall(frame.claim.text.lower())
    for verb, particle, follows in zip(told, told[1:], told[2:], strict=False):
        if particle == "to" and frame.predicate and stem(verb) == frame.predicate[0]:
            return stem(follows)
    return None


def other_complement(left: Frame, right: Frame) -> bool:
    """Whether a verb without an object goes on with one preposition and other nouns: returned to work, to hiding."""
    mine, theirs = (
        {item.role: item for item in frame.claim.arguments if item.role in _TO and item.type != "time"}
        for frame in (left, right)
    )
    if ("to" in mine) != ("to" in theirs):
        going, doing = (mine["to"], _infinitive(right)) if "to" in mine else (theirs["to"], _infinitive(left))
        if doing is not None and doing not in stems(going.text):
            return True  # "returned to the drug trade", "returned to hide"
    for role in mine.keys() & theirs.keys():
        one, other = mine[role], theirs[role]
        if any(_by_name(item) or item.head in _RELATIVE for item in (one, other)):
            continue  # names are compared as such
        heads = [stem(item.head, lemma=True) for item in (one, other)]
        words = [frozenset(stems(item.text)) for item in (one, other)]
        if heads[0] != heads[1] and not words[0] & words[1] and not concepts(heads[0]) & concepts(heads[1]):
            return True
    return False
