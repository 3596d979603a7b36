"""Links between claims, with the evidence for each, and the clusters that they make."""

from dataclasses import dataclass
from enum import StrEnum

from factcheck.model.claim import Claim


class Relation(StrEnum):
    """How two claims of one slot stand to each other."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    PART_OF = "part_of"
    REVISION = "revision"
    DISPUTE = "dispute"
    CONFLICT = "conflict"
    DRIFT = "drift"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class FieldMatch:
    """How well one field of two claims matches: `level` is "exact", "close", "near", "weak", "apart" or "missing",
    `weight` its share of the score in bits (log2 of the Bayes factor, as Fellegi and Sunter 1969), `note` what was
    compared."""

    field: str
    level: str
    weight: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims that answer the same question. `left` < `right` are claim ids, `score` a probability in [0, 1]."""

    left: str
    right: str
    score: float
    levels: tuple[FieldMatch, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """One answer to a cluster's question: the claims that give it, their sources, and how many origins those are."""

    value: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Pair:
    """The verdict on two claims of one cluster."""

    left: str
    right: str
    relation: Relation
    rule: str
    confidence: float
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cluster:
    """Claims that answer one question. `claims` is sorted by source and span, `values` by weight of origins.

    `guests` are the ids of those that answer another question better: they may agree here, and contradict nobody.
    """

    id: str
    question: str
    slot: str
    claims: tuple[Claim, ...]
    values: tuple[Value, ...] = ()
    relation: Relation = Relation.UNCLEAR
    pairs: tuple[Pair, ...] = ()
    guests: frozenset[str] = frozenset()
