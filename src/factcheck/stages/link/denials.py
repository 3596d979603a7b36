"""One where there was none: "no arrests have been made", "police arrested two men".

Both answer whether there was any, whoever did it and however it is told. Of "nobody" only what befalls people is
compared, of "no ransom" and "no shots" what was done with just such a thing.
"""

from collections import defaultdict
from collections.abc import Mapping

from factcheck.frames import compare
from factcheck.frames.existence import one_where_none
from factcheck.frames.frame import Frame, IdPair, pair_of

_SAYING = frozenset({"say", "report", "know", "believe", "see", "find", "give", "receive"})  # of many things
_MOST = 400  # claims of one sense: more are of many events, and say nothing about each other


def one_and_none(table: Mapping[str, Frame]) -> dict[IdPair, compare.Match]:
    """The pairs of claims of two articles of which one tells of what the other says there was none of.

    Of n denials and m other claims of one sense n m pairs are compared; both are bounded.
    """
    by_sense: dict[str, tuple[list[Frame], list[Frame]]] = defaultdict(lambda: ([], []))
    for id_ in sorted(table):
        for sense in sorted(table[id_].senses - _SAYING):
            by_sense[sense][table[id_].claim.negated].append(table[id_])
    found: dict[IdPair, compare.Match] = {}
    for sense in sorted(by_sense):
        told, denied = by_sense[sense]
        if len(told) + len(denied) > _MOST:
            continue
        for none in denied:
            for one in told:
                if one.claim.source != none.claim.source and not none.names - one.names and one_where_none(none, one):
                    found[pair_of(none, one)] = "exact", sense
    return found


__all__ = ["one_and_none"]
