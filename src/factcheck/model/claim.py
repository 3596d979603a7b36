"""An atomic claim: one statement that could be confirmed or refuted alone, with the words that make it."""

from dataclasses import dataclass
from enum import StrEnum

from factcheck.model.quantity import Quantity
from factcheck.model.span import Span
from factcheck.model.time import Time


class Kind(StrEnum):
    """What the point of a claim is."""

    QUANTITY = "quantity"
    DATE = "date"
    EVENT = "event"
    ROLE = "role"
    ATTRIBUTE = "attribute"
    RELATION = "relation"
    QUOTE = "quote"


class Modality(StrEnum):
    """In which way the claim is held to be so."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    FEARED = "feared"
    ALLEGED = "alleged"
    CONDITIONAL = "conditional"
    OPINION = "opinion"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so: `speaker` as resolved ("Derek Maltz"), `cue` the words that say it ("said", "according to").

    `start` and `end` cover the source phrase in the article. `via` is the outer speaker of a nested report
    ("X said that Y told Z": speaker Y, via X).
    """

    speaker: str
    cue: str
    start: int
    end: int
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, organisation, place or described group as named at one spot, and the entity it was linked to.

    `entity` is the article's fullest name for it ("Rafael Caro Quintero"), `type` one of person, organization, place,
    group, thing; `proper` says that the mention is a name and not a description.
    """

    start: int
    end: int
    text: str
    entity: str
    type: str
    proper: bool = True


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant or circumstance of a claim's predicate.

    `role` is "subject", "object", "iobject", "agent", "predicative", "time", "place", "purpose", or the preposition of
    an oblique ("to", "from", "with"). `head` is the lemma of its head word, `entity` the linked entity if it is one,
    `type` that of the head (person, organization, place, group, thing, time ...).
    """

    role: str
    text: str
    start: int
    end: int
    head: str
    entity: str | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One atomic statement of one source.

    `text` stands alone (names resolved, tense kept) and never says more than its source; `span` is verbatim and lies in
    `sentence`. `predicate` is the lemma with its particle, in the active voice ("take over"); `subject` and `object`
    are the participants of the active reading, names resolved. `arguments` holds all participants and circumstances in
    text order. `id` is a content hash of source, span and text.
    """

    id: str
    source: str
    kind: Kind
    text: str
    span: Span
    sentence: Span
    subject: str | None = None
    predicate: str | None = None
    object: str | None = None
    quantity: Quantity | None = None
    time: Time | None = None
    attribution: Attribution | None = None
    modality: Modality = Modality.ACTUAL
    hedged: bool = False
    negated: bool = False
    arguments: tuple[Argument, ...] = ()
    place: str | None = None

    @property
    def position(self) -> tuple[str, int, int, str]:
        """Sort key of claims: by source, then where their words begin and end, then id, so that no two are equal."""
        return self.source, self.span.start, self.span.end, self.id


@dataclass(frozen=True, slots=True)
class SentenceCoverage:
    """A sentence of an article with the claims made from it, or why there are none."""

    start: int
    end: int
    claims: tuple[str, ...]
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that one article says: its claims in text order, its mentions, and each sentence accounted for."""

    source: str
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...] = ()
    coverage: tuple[SentenceCoverage, ...] = ()
