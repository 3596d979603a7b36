"""FC120: two ages of one person, wherever two sources give them.

An age stands beside a name and has nothing to do with what the sentence tells, so that the claims around two ages of
one person need not answer one question. Only full names are compared, and only sources that give one age each. Reports
of different days may lie on two sides of a birthday, unless one of them tells of the death of that person.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from factcheck.frames.identity import Identities, names_in
from factcheck.lexicon.numerals import value_of
from factcheck.model.claim import Claim, Modality
from factcheck.model.finding import Finding, FindingKind, Level, SourceSpan
from factcheck.stages.reconcile.judgement import Surroundings
from factcheck.text import digest, squeeze

_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_NUMBER = (
    rf"\d{{1,3}}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:{_UNITS}))?|{_UNITS}|ten|eleven|twelve"
    "|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
)
_WHOLE = r"(?<!hundred )(?<!hundred and )(?<![a-z]ty )(?<![a-z]ty-)"  # no end of "one hundred and one", "sixty-one"
_DESCRIBING = (  # words that can stand before a noun or name: no verb, no "and"
    r"(?:(?!(?:and|or|with|of|to|for|said|told|met|saw|had|was|is)\b|(?!retired|married|widowed|divorced|disabled)"
    r"\w+ed\b)[a-z][\w-]* )"
)
_BEFORE = re.compile(
    rf"(?:{_WHOLE}\b(?P<age>{_NUMBER})[- ]{{1,3}}year[- ]{{1,3}}old {_DESCRIBING}{{0,3}}"
    rf"|^At (?:the age of )?(?P<opening>\d{{1,3}}), (?:(?:the|an?) {_DESCRIBING}{{1,3}})?)$",
    re.IGNORECASE,
)
_CALLED = re.compile(
    rf"{_WHOLE}\b(?P<age>{_NUMBER})[- ]{{1,3}}year[- ]{{1,3}}old {_DESCRIBING}{{0,2}}[a-z][\w-]*, $"
    rf"|\bthe (?P<bare>{_NUMBER})[- ]{{1,3}}year[- ]{{1,3}}old, $",  # "The six-year-old, Noah Lind, had been out there"
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^(?:, (?:who (?:is|was|turned) |aged? )?(?P<age>\d{1,3})(?=,| and\b| who\b| years old\b|\.|;|$)"
    r"| \((?P<bracketed>\d{1,3})\)"
    rf"|, (?:an?|the|his|her|their) (?:[a-z][\w-]* ){{1,4}}aged? (?P<called>{_NUMBER})(?=,| and\b| who\b|\.|;|$)"
    rf"|,? aged? (?P<aged>{_NUMBER})(?=,| and\b| who\b|\.|;|$)"
    rf"|(?:, (?:an?|the|his|her|their|who (?:is|was) an?) | is an? )(?:[a-z][\w-]* ){{0,2}}"
    rf"(?P<described>{_NUMBER})[- ]{{1,3}}year[- ]{{1,3}}old\b"
    r"|,? (?:who )?(?:is|was) (?P<said>\d{1,3})(?=,| and\b| when (?:he|she)\b| years old\b|\.|;|$)"
    r"|,? (?:who )?(?:had )?turned (?P<turned>\d{1,3})(?![\d.,]*\d)(?! (?:percent|per|years?|of)\b)"
    r"|, an? (?:[a-z][\w-]* ){1,4}of (?P<of>\d\d)(?=,| and\b| who\b|\.|;|$)"
    r"|, at (?P<at>\d\d)(?=,| (?:is |was )?(?:the|one of the) (?:oldest|youngest|eldest)\b))"
)
# "Ivan Petrov Jr.", "Maria Lopez, 53, the victim's mother": there may be two of the name. Not of somebody who has kin
# of her own behind a verb ("Ana Ruiz, 66, was texting her son") or is "a father of three", nobody's in the story.
_NAMESAKE = re.compile(
    r"^,? (?:Jr|Sr|II|III)\b"
    r"|^(?:(?!\b(?:is|was|are|were|has|had|said|says|told|who|and|while|when)\b)[^.;])*?"
    r"\b(?:mother|father|son|daughter|brother|sister|wife|husband|aunt|uncle|cousin|grand\w+)\b"
    rf"(?! of (?:{_UNITS}|ten|\d+|twins)\b)"
)
_OLDEST = 122  # years, the oldest of all ages that are proven; a larger number beside a name is no age
_REACH_BEFORE = 60  # characters before a name in which its age begins
_REACH = 50  # characters after a name in which its age begins and ends
_SLACK = 7  # days between two reports, over whole years, within which a birthday is unlikely to lie
_UNDATED = 3  # years that ages differ by at least where nobody knows when the reports were made


@dataclass(frozen=True, slots=True)
class Told:
    """Where a source gives an age: the claim whose sentence it is, name and age as written, and the age's offsets."""

    claim: Claim
    name: str
    written: str
    age: int
    start: int
    end: int


def ages(claims: Sequence[Claim], around: Surroundings, known: Identities) -> Iterator[Finding]:
    """Persons to whom two sources, of which none derives from the other, give ages that differ.

    Args:
        claims: The claims of all sources, in any order.
        known: Whom the names of the claims stand for.

    O(n) in the text of the claims' sentences.
    """
    found: dict[str, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for claim, text in _texts(claims):
        for person, told in _told(claim, text, known):
            found[person][claim.source].append(told)
    dead = _dead(claims, known)
    for person in sorted(found):
        single = {source: told[0] for source, told in found[person].items() if len({item.age for item in told}) == 1}
        yield from _differing(person, single, around, dead[person])


_DYING = frozenset({"die", "perish", "succumb"})
# "the deaths of Ana Ruiz, 39, and 22-year-old Marco Lee"; nobody behind a verb, a preposition or a possessive
_DEATH_OF = re.compile(
    r"\b(?:deaths?|killings?|murders?|slayings?|bod(?:y|ies)) of "
    r"(?P<whose>(?:(?:and|\d[\w-]*,?|[A-Z][\w.-]*(?![\w'’.-]),?) ?){1,16})"
)
_KILLING = frozenset({"kill", "murder", "slay", "execute", "assassinate"})


def _dead(claims: Sequence[Claim], known: Identities) -> Mapping[str, frozenset[str]]:
    """By person the sources that tell of a death of that person, as fact or as what is alleged."""
    found: dict[str, set[str]] = defaultdict(set)
    for source, sentence in sorted({(claim.source, claim.sentence.text) for claim in claims}):
        for match in _DEATH_OF.finditer(sentence):
            for name in names_in(match["whose"]):
                for person in known.resolve(name):
                    found[person].add(source)
    for claim in claims:
        if claim.negated or claim.modality not in (Modality.ACTUAL, Modality.ALLEGED):
            continue
        role = "subject" if claim.predicate in _DYING else "object" if claim.predicate in _KILLING else None
        for argument in claim.arguments:
            if argument.role == role and argument.entity:
                for person in known.resolve(argument.entity):
                    found[person].add(claim.source)
    return defaultdict(frozenset, {person: frozenset(sources) for person, sources in found.items()})


def _texts(claims: Sequence[Claim]) -> Iterator[tuple[Claim, str]]:
    """Each sentence once, and each claim that restates a part of its sentence with its pronouns resolved."""
    seen: set[tuple[str, int, str]] = set()
    for claim in sorted(claims, key=lambda item: (item.source, item.sentence.start, item.span.start, item.id)):
        for text in (claim.sentence.text, claim.text):
            place = (claim.source, claim.sentence.start, text)
            if place not in seen and (text == claim.sentence.text or text not in claim.sentence.text):
                seen.add(place)
                yield claim, text


def _told(claim: Claim, text: str, known: Identities) -> Iterator[tuple[str, Told]]:
    """The ages that a text gives to persons with a full name."""
    for written in dict.fromkeys(names_in(text)):
        name = written.split(" of ")[0]  # "Ana Ruiz of the U.K."
        stands = known.resolve(name)
        if len(stands) != 1:
            continue
        (person,) = stands
        if " " not in person or known.types.get(person) not in ("person", None):
            continue
        for place in re.finditer(rf"(?<!\w){re.escape(name)}(?![\w-])", text):
            found = _age_at(text, *place.span())
            if found is None:
                continue
            age, start, end = found
            whole = text == claim.sentence.text
            first = claim.sentence.start
            at = (first + start, first + end) if whole else _place_in_sentence(claim, age)
            if at is None or _then(claim, at[1]) or _OF_A_YEAR.search(_WHO.sub(",", claim.sentence.text)):
                continue
            years = int(value_of(age.lower()) or 0)
            if 0 < years <= _OLDEST:
                yield person, Told(claim, name, age, years, *at)


def _age_at(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """The age, in words or digits, that stands by the name from `start` to `end`, with its own place in the text."""
    first = max(0, start - _REACH_BEFORE)
    before, after = text[first:start], text[end:]
    if _NAMESAKE.search(after[:60]):
        return None
    for match, offset in (
        (_AFTER.match(after[:_REACH]), end),
        (_BEFORE.search(before), first),
        (_CALLED.search(before) if after[:1] == "," else None, first),  # "a six-year-old girl, Ana Ruiz, was found"
    ):
        if match is None:
            continue
        for group, told in sorted(match.groupdict().items()):
            if told:
                return told, offset + match.start(group), offset + match.end(group)
    return None


_WHO = re.compile(
    r", who (?:took|has|had|joined|became|founded|started|came) [^,;]*(?:,|$)"
)  # "said Falk, 48, who took over in 2021": not the year of that age
_OF_A_YEAR = re.compile(
    r"(?<!\bthan )\b(?:in|by|since|until|of) (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b", re.IGNORECASE
)  # "In 1972, Ana Ruiz, 39"; not "said it rose faster than in 2013"
_OF_ANOTHER_TIME = re.compile(r",? (?:when|at the time|then|in (?:19|20)\d\d)\b")


def _then(claim: Claim, end: int) -> bool:
    """Whether what follows an age says that it was the age of another time: "was 49 when he took office"."""
    return _OF_ANOTHER_TIME.match(claim.sentence.text[end - claim.sentence.start :]) is not None


def _place_in_sentence(claim: Claim, age: str) -> tuple[int, int] | None:
    """The offsets of an age in the sentence; None where it is not there, or more than once."""
    found = [match.span() for match in re.finditer(rf"(?<![\w.,]){re.escape(age)}(?!\w)", claim.sentence.text)]
    if len(found) != 1:
        return None
    return claim.sentence.start + found[0][0], claim.sentence.start + found[0][1]


def _differing(person: str, told: Mapping[str, Told], around: Surroundings, dead: frozenset[str]) -> Iterator[Finding]:
    """One finding for each pair of ages, from the first sources that give them."""
    reported: set[tuple[int, int]] = set()
    for one, other in combinations(sorted(told), 2):
        mine, theirs = told[one], told[other]
        ages_ = (min(mine.age, theirs.age), max(mine.age, theirs.age))
        if mine.age == theirs.age or ages_ in reported or not _independent(one, other, around):
            continue
        if not {one, other} & dead and not _one_time(one, other, ages_[1] - ages_[0], around):
            continue  # birthdays may lie between the reports
        reported.add(ages_)
        yield _finding(person, mine, theirs)


def _independent(one: str, other: str, around: Surroundings) -> bool:
    return (one, other) not in around.derived and around.origins.get(one, one) != around.origins.get(other, other)


def _one_time(one: str, other: str, years: int, around: Surroundings) -> bool:
    """Whether two reports lie so near that ages cannot both be right which differ by so many years."""
    dates: list[date] = []
    for source in (one, other):
        article = around.articles.get(source)
        if article is None or article.published is None:
            return years >= _UNDATED
        dates.append(article.published)
    return abs((dates[0] - dates[1]).days) <= (years - 1) * 365 + _SLACK


def _called(sides: Sequence[Told]) -> str:
    """The longest of a person's names as written, without what stands before the name itself: "goalkeeper"."""
    last = max((told.name for told in sides), key=lambda name: (len(name), name))
    known = {told.name for told in sides}
    known |= {item.entity for told in sides for item in told.claim.arguments if item.entity}
    return min((name for name in known if " " in name and last.endswith(f" {name}")), key=len, default=last)


def _finding(person: str, mine: Told, theirs: Told) -> Finding:
    sides = (mine, theirs)
    marks = [SourceSpan(t.claim.source, t.start, t.end, t.written) for t in sides]
    quotes = [
        SourceSpan(t.claim.source, t.claim.sentence.start, t.claim.sentence.end, t.claim.sentence.text) for t in sides
    ]
    name = _called(sides)
    return Finding(
        id=digest("FC120", person, mine.claim.source, str(mine.age), theirs.claim.source, str(theirs.age)),
        rule="FC120",
        kind=FindingKind.CONFLICT,
        level=Level.WARNING,
        confidence=0.65 if abs(mine.age - theirs.age) > 1 else 0.55,
        message=f"{name} is {mine.age} ({mine.claim.source}) and {theirs.age} ({theirs.claim.source}).",
        explanation=(
            *(f"{t.claim.source}: “{squeeze(t.claim.sentence.text)}”" for t in sides),
            "Each source gives this person one age, and no birthday between the reports explains the difference.",
        ),
        claims=(mine.claim.id, theirs.claim.id),
        spans=tuple(sorted(quotes)),
        marks=tuple(sorted(marks)),
        question=f"How old is or was {name}?",
    )
