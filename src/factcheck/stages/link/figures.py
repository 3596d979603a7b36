"""Equal telling figures of two articles: "$210 million" here and there is most likely one and the same sum.

A number that few things have ("6,200", "$15 million", "45 metres", not "two" or "dozens") and that two reports of one
matter both give is seldom a coincidence, whatever verbs the two put it with. Where an article gives it more than once,
the sentences that are most alike belong together.
"""

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

from factcheck.frames import amounts, compare
from factcheck.frames.frame import Frame, IdPair, pair_of
from factcheck.stages.link.aligned import Alignment
from factcheck.stages.link.mutual import counterparts

EXACT, CLOSE = 0.5, 0.3  # cosines of the sentences; under the lower one two equal figures are as often of two things
_OFTEN = 12  # claims of one article with one figure: more say nothing about which of them is meant
_MOST = 60  # articles with one figure; what still more of them have is found by their words, or is everywhere


def figures(table: Mapping[str, Frame], alignment: Alignment | None) -> dict[IdPair, compare.Match]:
    """The pairs of claims that give one telling figure and are each other's best counterpart by their sentences.

    Args:
        table: Frames of all claims by id.
        alignment: How alike the sentences are; without it nothing is known.

    Of c claims with one figure in each of s articles, c^2 s^2 pairs are compared; both are bounded.
    """
    if alignment is None:
        return {}
    by_value: dict[tuple[str, float, float], dict[str, list[Frame]]] = defaultdict(lambda: defaultdict(list))
    for id_ in sorted(table):
        quantity = table[id_].claim.quantity
        if quantity is not None and amounts.telling(quantity):
            key = (quantity.unit or "", quantity.low, quantity.high)
            by_value[key][table[id_].claim.source].append(table[id_])
    found: dict[IdPair, compare.Match] = {}
    for key in sorted(by_value):
        sources = by_value[key]
        if len(sources) > _MOST:
            continue
        for one, other in combinations(sorted(sources), 2):
            if len(sources[one]) > _OFTEN or len(sources[other]) > _OFTEN:
                continue
            for cosine, left, right in counterparts(sources[one], sources[other], alignment):
                if cosine < CLOSE:
                    continue
                text = left.claim.quantity.text if left.claim.quantity else ""
                level = "exact" if cosine >= EXACT else "close"
                found[pair_of(left, right)] = (level, f"{text}, sentences {cosine:.2f} alike")
    return found


__all__ = ["figures"]
