"""What a person is accused of: the charges against one who is named, and the deed on a victim laid at his door.

"Is charged with killing Ana Ruiz", "faces drug charges in two courts" and "pleaded not guilty to fraud" say what there
is against somebody; "convicted of masterminding the murder of Ana Ruiz" and "the role he played in her killing" say
whether he did it. Both are read from the voice of the claim and the words of lexicon/charges.toml.
"""

import re
from dataclasses import dataclass

from factcheck.frames.frame import Frame
from factcheck.frames.wording import WORD, tidy
from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.stem import stem
from factcheck.lexicon.words import predicates
from factcheck.model.claim import Kind, Modality
from factcheck.text import fold

_FIRM = (Modality.ACTUAL, Modality.ALLEGED)
_ON_CHARGES = re.compile(r"\b(?:on|for|over) (?:[\w-]+ ){0,4}(?:charges?|counts?)\b", re.IGNORECASE)
_UNDER = re.compile(r"\bunder (?:[\w-]+ ){0,2}indictments?\b", re.IGNORECASE)
_PLEA = re.compile(r"\b(?:guilty|no contest|innocent)\b", re.IGNORECASE)
_NOT_GUILTY = re.compile(r"\b(?:not guilty|innocent)\b", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:previous(?:ly)?|prior|earlier|unrelated|separate(?:ly)?|once|in the past|another case)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b|\b(?:last|previous) year\b|\byears? (?:ago|earlier|before)\b", re.IGNORECASE)
_FULL_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_LONG = frozenset({"month", "quarter", "season", "year", "decade"})
_BEING = frozenset({"", "be", "remain", "stand"})
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
_UNSURE = re.compile(  # "may", and not "in May"
    r"\b(?:(?i:if|unless|could|might|would|expected to|likely|plans?|whether|not been|never)|may)\b"
)


@dataclass(frozen=True, slots=True)
class Charged:
    """Charges against persons: `whom` they are against, the `step` of the case that is told, `victims` named in it.

    The step is "charge" or "accuse", or how the charge is answered: "admit" or "deny".
    `crimes` are the stems that name what the charge is, `when` the month or year in which it was brought or answered,
    where the claim says so.
    """

    whom: frozenset[str]
    step: str
    victims: frozenset[str]
    crimes: frozenset[str]
    when: str | None


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed on somebody laid at somebody's door: the one or ones it is laid to, and on whom it was done.

    `victims` are those named; `acts` are the senses of what was done, and `years` those that the claim gives.
    """

    by: frozenset[str]
    victims: frozenset[str]
    acts: frozenset[str]
    years: frozenset[str]


def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(word, lemma=True) for word in listed("charges", name))


_BROUGHT = _stems("brought")
_COUNTS = _stems("counts")
_FACING = _stems("facing")
_ACCUSERS = _stems("accusers")
_ENDED = _stems("ended")
DEEDS = _stems("deeds")
_CRIMES = _stems("crimes")
_BLAMED = _stems("blamed")
_RESPONSIBLE = _stems("responsible")
_BETWEEN = _stems("between")
_DENIES = _stems("denies")
_HELD = _stems("held")
_PLEADING = _stems("pleading")
_CONVICTED = _stems("convicted")
_LOSING = _stems("losing")


def charged(frame: Frame) -> Charged | None:
    """The charges that a claim tells of against a named person; None where it tells of none.

    Charges that were dropped, that may come, or that belong to an earlier case are none.
    """
    claim = frame.claim
    if not _told(frame) or _ANOTHER.search(claim.text):
        return None
    told = _against(frame)
    if told is None:
        return None
    step, whom = told
    if not whom:
        return None
    crimes = (DEEDS | _CRIMES) & frozenset(map(_lemma, WORD.findall(claim.text)))
    return Charged(whom, step, _victims(frame, whom), crimes, _when(frame))


def _when(frame: Frame) -> str | None:
    """The month or year in which a charge was brought or answered, as written; "since 2019" is still."""
    claim = frame.claim
    if claim.kind is not Kind.DATE or claim.time is None or _SINCE.search(claim.text):
        return None
    return claim.time.text if claim.time.precision in _LONG or _YEAR.search(claim.time.text) else None


def deed(frame: Frame) -> Deed | None:
    """The deed on a victim, named or told by its year, that a claim lays at a named person's door; None where it lays
    none.

    A sentence passed for it is another matter, and so is what somebody denies.
    """
    if not _told(frame) or frame.claim.kind is Kind.QUANTITY or "sentence" in frame.senses:
        return None
    by = _blamed(frame)
    if not by:
        return None
    victims = _victims(frame, by)
    done = [_lemma(word) for word in WORD.findall(frame.claim.text)]
    table = predicates()
    acts = frozenset(sense for word in done if word in DEEDS for sense in table.widened(table.of((word,))))
    years = frozenset(_FULL_YEAR.findall(frame.claim.text))
    return Deed(by, victims, acts, years) if victims or (acts and years) else None


def _told(frame: Frame) -> bool:
    claim = frame.claim
    if claim.kind is Kind.QUOTE or claim.modality not in _FIRM or not frame.people or _UNSURE.search(claim.text):
        return False
    return not claim.negated and not _ENDED & frozenset(map(_lemma, WORD.findall(claim.text)))


def _lemma(word: str) -> str:
    return stem(word.lower())


def _against(frame: Frame) -> tuple[str, frozenset[str]] | None:
    """The step of a case that a claim tells, and against whom it goes; None where it tells none."""
    claim, verb = frame.claim, "".join(frame.predicate[:1])
    doer, done_to = frame.subject.names & frame.people, frame.object.names & frame.people
    nouns = frozenset(map(_lemma, WORD.findall(tidy(claim.object or ""))))
    if verb in _BROUGHT:
        return ("charge", done_to) if not doer else None
    if verb == stem("accuse") and (not claim.subject or _accuses(frame)):
        return ("accuse", done_to) if (DEEDS | _CRIMES) & frame.words else None
    if verb in _PLEADING and _PLEA.search(claim.text):
        return ("deny" if _NOT_GUILTY.search(claim.text) else "admit", doer)
    if verb in _DENIES and _COUNTS & nouns:
        return ("deny", doer)
    if (verb in _FACING and _COUNTS & nouns) or (verb in _HELD and _ON_CHARGES.search(claim.text)):
        return ("charge", doer or done_to)
    if verb in _BEING and _UNDER.search(claim.text):
        return ("charge", doer)
    against = next((item for item in claim.arguments if item.role == "against"), None)
    if against is not None and against.entity and _COUNTS & nouns:
        return ("charge", frozenset(name for name in frame.people if fold(against.entity) == name))
    return None


def _accuses(frame: Frame) -> bool:
    return bool(_ACCUSERS & frozenset(map(_lemma, WORD.findall(frame.claim.subject or ""))))


def _blamed(frame: Frame) -> frozenset[str]:
    """Who is said to have done something to somebody, or to be tried for it."""
    claim, verb = frame.claim, "".join(frame.predicate[:1])
    doer, done_to = frame.subject.names & frame.people, frame.object.names & frame.people
    if verb in _BLAMED or "convict" in frame.senses:
        return done_to if not doer and _lays(claim.text, _BLAMED | _CONVICTED) else frozenset()
    if verb in DEEDS and done_to:
        return doer
    return doer if verb not in _DENIES and verb not in _LOSING and _lays(claim.text, _RESPONSIBLE) else frozenset()


def _lays(text: str, openers: frozenset[str]) -> bool:
    """Whether a text goes from a word for having done it straight to the deed: "behind the 1985 killing", "the role he
    played in the torture", "convicted of masterminding the murder".
    """
    written = WORD.findall(text)
    told = [_lemma(word) for word in written]
    for at, word in enumerate(told):
        if word not in openers:
            continue
        for place in range(at + 1, min(at + _REACH, len(told))):
            if told[place] in DEEDS:
                return True
            # "convicted in Brukland of the 1985 murder"
            named = written[place][0].isupper() or written[place].isdigit()
            if not named and told[place] not in _BETWEEN | _RESPONSIBLE:
                break
    return False


def _victims(frame: Frame, by: frozenset[str]) -> frozenset[str]:
    """The persons of a claim to whom a deed is said to be done: "killing Ana Ruiz", "Ruiz's death"."""
    text = fold(frame.claim.text)
    return frozenset(name for name in frame.people - by if _done_to(name, text))


def _done_to(name: str, text: str) -> bool:
    last = re.escape(name.split()[-1])
    for match in re.finditer(rf"\b{last}\b(?P<whose>['’]s)?", text):
        before = WORD.findall(re.split(r"[;.]\s", text[: match.start()])[-1])[-_REACH:]
        # "Ruiz's murder" is on Ruiz, and the murder of "Ruiz's son" is not
        told = WORD.findall(text[match.end() :])[:3] if match["whose"] else before
        if any(_lemma(word) in DEEDS for word in told):
            return True
    return False


_REACH = 8  # words between a deed and the end of its victim's name: "the killing in 1985 of the agent Ana Maria Ruiz"

__all__ = ["DEEDS", "Charged", "Deed", "charged", "deed"]
