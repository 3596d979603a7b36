"""Claims that answer two questions, and claims that fit one claim of a group and not the group."""

import math

from factcheck.model.claim import Claim, Kind
from factcheck.model.link import Link
from factcheck.model.span import Span
from factcheck.stages.cluster import cluster


def claims(*sources: str) -> list[Claim]:
    """A claim of each source, with ids in order: c0, c1, ..."""
    return [
        Claim(
            f"c{at}", source, Kind.EVENT, f"{at}", Span(9 * at, 9 * at + 1, f"{at}"), Span(9 * at, 9 * at + 1, f"{at}")
        )
        for at, source in enumerate(sources)
    ]


def links(**bits: float) -> list[Link]:
    """Links named by their two claims, "c0c1", of so many bits."""
    return [Link(name[:2], name[2:], 1 / (1 + math.pow(2, -value))) for name, value in bits.items()]


def groups(sources: str, **bits: float) -> list[list[str]]:
    return sorted([claim.id for claim in item.claims] for item in cluster(claims(*sources), links(**bits)))


def test_a_claim_that_fits_two_groups_beyond_doubt_stands_in_both() -> None:
    found = groups("abcde", c0c1=9, c2c3=9, c0c4=6, c1c4=6, c2c4=3, c3c4=3)
    assert found == [["c0", "c1", "c4"], ["c2", "c3", "c4"]]


def test_one_good_link_makes_a_pair_and_no_guest_of_the_group() -> None:
    assert groups("abcde", c0c1=9, c2c3=9, c0c4=6, c1c4=6, c2c4=3) == [["c0", "c1", "c4"], ["c2", "c3"], ["c2", "c4"]]


def test_those_who_have_another_group_are_the_guests() -> None:
    made = {tuple(claim.id for claim in item.claims): item.guests for item in
            cluster(claims(*"abcde"), links(c0c1=9, c2c3=9, c0c4=6, c1c4=6, c2c4=3, c3c4=3))}  # fmt: skip
    assert made == {("c0", "c1", "c4"): frozenset(), ("c2", "c3", "c4"): {"c4"}}
    pair = cluster(claims(*"abcd"), links(c0c1=9, c0c2=9, c1c2=9, c2c3=2.5))[-1]
    assert pair.guests == {"c2"}


def test_a_homeless_claim_makes_a_pair_with_its_one_sure_match() -> None:
    assert groups("abcd", c0c1=9, c0c2=9, c1c2=9, c2c3=2.5) == [["c0", "c1", "c2"], ["c2", "c3"]]


def test_a_weak_or_an_undecided_match_makes_no_pair() -> None:
    assert groups("abcd", c0c1=9, c0c2=9, c1c2=9, c2c3=1) == [["c0", "c1", "c2"]]
    group = dict.fromkeys(("c0c1", "c0c2", "c0c4", "c1c2", "c1c4", "c2c4"), 9.0)
    assert groups("abcde", **group, c1c3=1.8, c2c3=1.8) == [["c0", "c1", "c2", "c4"]]


def test_no_pair_is_made_within_one_source() -> None:
    assert groups("abcc", c0c1=9, c0c2=9, c1c2=9, c2c3=2.5) == [["c0", "c1", "c2"]]


def test_no_two_claims_meet_twice() -> None:
    found = groups("abcd", c0c1=9, c2c3=9, c0c2=3, c0c3=3, c1c2=3, c1c3=-2.6)
    pairs = [(one, other) for ids in found for one in ids for other in ids if one < other]
    assert len(pairs) == len(set(pairs))
