"""Claims of two articles that bear each other out when they are read together."""

from collections.abc import Sequence

import numpy as np

from factcheck.frames.frame import frames
from factcheck.model.claim import Claim, Kind
from factcheck.model.span import Span
from factcheck.stages.link import Reader, link
from factcheck.stages.link.borne import borne_out
from factcheck.stages.link.likeness import likeness
from factcheck.text import digest

REFUSED = "The judge refused bail."
TURNED_DOWN = "The judge turned down an application for bail."
ADJOURNED = "The judge adjourned the bail hearing."


def told(source: str, text: str) -> Claim:
    span = Span(0, len(text), text)
    return Claim(digest(source, text), source, Kind.EVENT, text, span, span, "The judge", text.split()[2], None)


def odds(value: float) -> Reader:
    return lambda pairs: [value for _ in pairs]


def levels(claims: Sequence[Claim], cosines: dict[frozenset[str], float], reader: Reader) -> dict[frozenset[str], str]:
    def alike(texts: Sequence[str]) -> np.ndarray:
        return np.array([[1.0 if a == b else cosines.get(frozenset((a, b)), 0.1) for b in texts] for a in texts])

    table = frames(claims)
    known = likeness(table, alike)
    assert known is not None
    found = borne_out(table, known, reader)
    return {frozenset((table[a].claim.text, table[b].claim.text)): level for (a, b), (level, _) in found.items()}


def test_likeness_and_reading_together_decide() -> None:
    pair = frozenset((REFUSED, TURNED_DOWN))
    both = [told("a", REFUSED), told("b", TURNED_DOWN)]
    assert levels(both, {pair: 0.8}, odds(0.0)) == {pair: "exact"}
    assert levels(both, {pair: 0.8}, odds(-1.5)) == {pair: "close"}
    assert levels(both, {pair: 0.8}, odds(-4.0)) == {pair: "apart"}
    assert levels(both, {pair: 0.5}, odds(3.0)) == {}


def test_only_best_counterparts_are_read() -> None:
    claims = [told("a", REFUSED), told("b", TURNED_DOWN), told("b", ADJOURNED)]
    cosines = {frozenset((REFUSED, TURNED_DOWN)): 0.8, frozenset((REFUSED, ADJOURNED)): 0.7}
    assert set(levels(claims, cosines, odds(1.0))) == {frozenset((REFUSED, TURNED_DOWN))}


def test_claims_of_one_article_are_not_read() -> None:
    pair = frozenset((REFUSED, TURNED_DOWN))
    assert levels([told("a", REFUSED), told("a", TURNED_DOWN)], {pair: 0.9}, odds(3.0)) == {}


def test_a_name_in_common_is_not_enough() -> None:
    moved, back = "Mirela Dobos was moved.", "Mirela Dobos has hit back."
    pair = frozenset((moved, back))
    claims = [told("a", moved), told("b", back)]
    assert levels(claims, {pair: 0.72}, odds(0.1)) == {pair: "close"}


def test_the_same_words_need_no_reading() -> None:
    def never(pairs: Sequence[tuple[str, str]]) -> list[float]:
        raise AssertionError(pairs)

    assert levels([told("a", REFUSED), told("b", REFUSED)], {}, never) == {frozenset((REFUSED,)): "exact"}


def test_what_bears_each_other_out_is_linked_and_says_so() -> None:
    claims = [told("a", REFUSED), told("b", TURNED_DOWN)]

    def alike(texts: Sequence[str]) -> np.ndarray:
        return np.full((len(texts), len(texts)), 0.85)

    def score(reader: Reader | None) -> tuple[float, str]:
        (item,) = link(claims, alike, (), reader).links
        return item.score, next(level.level for level in item.levels if level.field == "borne")

    alone, together = score(None), score(odds(1.0))
    assert (alone[1], together[1]) == ("missing", "exact")
    assert together[0] > alone[0]
