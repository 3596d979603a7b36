"""The fields that are worked out for single pairs of claims, and not by comparing any two frames.

- "copied": one is a copy's telling of the other (`copied.py`)
- "shared": both give one telling figure, in sentences that are each other's best counterpart for it (`figures.py`)
- "measure": both give one measure, each the only value of it in its article (`measures.py`)
- "answer": both give an amount, in like surroundings and with no better counterpart (`answers.py`)
- "denial": one tells of what the other says there was none of (`denials.py`)
- "circle": one counts somebody among a circle, the other tells the circle's deed of that very one (`circles.py`)
- "case": both tell what one person is charged with, or lay the deed on one victim at his door (`cases.py`)
- "borne": each bears the other out, read together (`borne.py`)

Their weights stand in pairwise.toml. A pair with such a level is a candidate, whatever blocks its claims are in.
"""

from collections.abc import Collection, Mapping

from factcheck.frames.compare import Match
from factcheck.frames.frame import Frame, IdPair
from factcheck.stages.link.aligned import Alignment
from factcheck.stages.link.answers import answers
from factcheck.stages.link.borne import Reader, borne_out
from factcheck.stages.link.cases import one_case
from factcheck.stages.link.circles import in_circle
from factcheck.stages.link.copied import copied
from factcheck.stages.link.denials import one_and_none
from factcheck.stages.link.figures import figures
from factcheck.stages.link.likeness import Likeness
from factcheck.stages.link.measures import one_measure

FIELDS = ("copied", "shared", "borne", "measure", "answer", "denial", "circle", "case")
"""The fields, in the order in which a link shows them."""


def pairwise(
    table: Mapping[str, Frame],
    derived: Collection[tuple[str, str]],
    alignment: Alignment | None,
    likeness: Likeness | None,
    reader: Reader | None,
) -> dict[str, dict[IdPair, Match]]:
    """The level of each such field, of the pairs that it says anything of.

    Args:
        table: Frames of all claims by id.
        derived: (original, copy) ids of sources of which one is made from the other.
        alignment: How alike all sentences are, or nothing where there is no encoder.
        likeness: How alike all claims are, or nothing.
        reader: Reads pairs of texts together, or nothing.
    """
    borne = borne_out(table, likeness, reader) if likeness is not None and reader is not None else {}
    return {
        "copied": copied(table, derived, alignment),
        "shared": figures(table, alignment),
        "borne": {pair: match for pair, match in borne.items() if match[0] != "apart"},
        "measure": one_measure(table, alignment),
        "answer": answers(table, alignment, likeness),
        "denial": one_and_none(table),
        "circle": in_circle(table),
        "case": one_case(table),
    }


__all__ = ["FIELDS", "pairwise"]
