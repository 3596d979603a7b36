"""What is written comes back the same: no claim loses anything on its way through a file."""

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import store
from factcheck.model import plain
from factcheck.model.claim import Argument, Attribution, Claim, Kind, Modality
from factcheck.model.quantity import Bound, Quantity
from factcheck.model.span import Span
from factcheck.model.time import Time

texts = st.text(max_size=30)
maybe = st.none() | texts
numbers = st.floats(-1e12, 1e12, allow_nan=False)
offsets = st.integers(0, 10_000)
days = st.none() | st.dates()


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start, text = draw(offsets), draw(texts)
    return Span(start, start + len(text), text)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, high = sorted((draw(numbers | st.just(float("-inf"))), draw(numbers | st.just(float("inf")))))
    if low == float("inf") or high == float("-inf"):
        low, high = float("-inf"), float("inf")
    words = draw(st.lists(texts, max_size=3))
    return Quantity(
        0,
        5,
        draw(texts),
        draw(st.none() | numbers),
        low,
        high,
        draw(st.sampled_from(Bound)),
        draw(maybe),
        concepts=tuple(words),
    )


@st.composite
def times(draw: st.DrawFn) -> Time:
    first, last = draw(days), draw(days)
    resolved = draw(st.booleans())
    if not resolved:
        first = last = None
    elif first is not None and last is not None and first > last:
        first, last = last, first
    return Time(
        draw(offsets), draw(offsets), draw(texts), first, last, value=draw(maybe), resolved=resolved, mod=draw(maybe)
    )


claims = st.builds(
    Claim,
    id=texts,
    source=st.just("s"),
    kind=st.sampled_from(Kind),
    text=texts,
    span=spans(),
    sentence=spans(),
    subject=maybe,
    predicate=maybe,
    object=maybe,
    quantity=st.none() | quantities(),
    time=st.none() | times(),
    attribution=st.none() | st.builds(Attribution, texts, texts, offsets, offsets, maybe),
    modality=st.sampled_from(Modality),
    hedged=st.booleans(),
    negated=st.booleans(),
    arguments=st.lists(st.builds(Argument, texts, texts, offsets, offsets, texts, maybe, maybe), max_size=2).map(tuple),
    place=maybe,
)


@settings(deadline=None)
@given(claims)
def test_a_claim_is_the_same_after_json(claim: Claim) -> None:
    text = json.dumps(plain.claim(claim), allow_nan=False)
    assert store.claim_from(json.loads(text)) == claim


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.lists(claims, max_size=4, unique_by=lambda claim: claim.id))
def test_a_file_gives_back_its_claims(tmp_path: Path, made: list[Claim]) -> None:
    store.write_claims(tmp_path, "s", made, "k")
    stored = store.read_claims(tmp_path, "s")
    assert stored is not None
    assert sorted(stored.claims, key=lambda claim: claim.id) == sorted(made, key=lambda claim: claim.id)


def test_no_field_is_left_out() -> None:
    renamed = {"start", "end", "first", "last"}  # of a time: its words stand under `span`, its days under start and end
    amount = Quantity(0, 1, "1", 1, 1, 1)
    assert set(plain.quantity(amount)) == set(Quantity.__dataclass_fields__)
    assert set(plain.time(Time(0, 4, "2013"))) - {"span"} == set(Time.__dataclass_fields__) - renamed | {"start", "end"}
    assert set(plain.argument(Argument("subject", "x", 0, 1, "x"))) == set(Argument.__dataclass_fields__)
    assert set(plain.attribution(Attribution("a", "said", 0, 1))) == set(Attribution.__dataclass_fields__)
    claim = Claim("i", "s", Kind.EVENT, "t", Span(0, 1, "t"), Span(0, 1, "t"))
    assert set(plain.claim(claim)) == set(Claim.__dataclass_fields__)
