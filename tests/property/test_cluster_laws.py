"""Laws of linking, clustering and reconciling that hold for any claims and any links."""

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model.claim import Claim, Kind
from factcheck.model.link import Link
from factcheck.model.quantity import Quantity
from factcheck.model.span import Span
from factcheck.stages.cluster import cluster
from factcheck.stages.link import link
from factcheck.stages.reconcile import reconcile

WORDS = st.sampled_from(
    ["miners", "the mayor", "Ana Kos", "Ana", "Marco Ferri", "the Ferri brothers", "a ship", "Zażółć"]
)
VERBS = st.sampled_from(["kill", "free", "arrest", "send", "deny", "approve", "found", "xyzzy"])


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    """Up to nine claims of up to three sources, ids and spans distinct."""
    made = []
    for index in range(draw(st.integers(0, 9))):
        subject, predicate, object_ = draw(WORDS), draw(VERBS), draw(WORDS)
        number = draw(st.one_of(st.none(), st.integers(1, 60)))
        text = f"{subject} {predicate} {number if number is not None else ''} {object_}."
        start = 100 * index
        amount = text.find(str(number)) if number is not None else -1
        quantity = None
        if number is not None:
            size = len(str(number))
            quantity = Quantity(
                start + amount, start + amount + size, str(number), number, number, number, counted="miner"
            )
        span = Span(start, start + len(text), text)
        made.append(
            Claim(
                f"c{index}",
                draw(st.sampled_from("xyz")),
                Kind.QUANTITY if number is not None else Kind.EVENT,
                text,
                span,
                span,
                subject,
                predicate,
                object_,
                quantity,
                negated=draw(st.booleans()),
            )
        )
    return made


@st.composite
def linked(draw: st.DrawFn) -> tuple[list[Claim], list[Link]]:
    """Claims, and links of any strength between them."""
    made = draw(claims())
    pairs = [(left.id, right.id) for left in made for right in made if left.id < right.id]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return made, [Link(left, right, draw(st.floats(0, 1))) for left, right in chosen]


@settings(deadline=None, max_examples=60)
@given(linked(), st.randoms(use_true_random=False))
def test_no_order_changes_the_clusters(given_: tuple[list[Claim], list[Link]], random: object) -> None:
    made, links = given_
    shuffled, mixed = list(made), list(links)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert cluster(made, links) == cluster(shuffled, mixed)


@settings(deadline=None, max_examples=60)
@given(linked())
def test_no_two_claims_meet_in_two_clusters(given_: tuple[list[Claim], list[Link]]) -> None:
    made, links = given_
    made_of = [sorted(claim.id for claim in item.claims) for item in cluster(made, links)]
    pairs = [(a, b) for ids in made_of for i, a in enumerate(ids) for b in ids[i + 1 :]]
    assert len(pairs) == len(set(pairs))
    assert all(len(ids) > 1 for ids in made_of)


@settings(deadline=None, max_examples=60)
@given(linked())
def test_pairs_of_a_cluster_speak_for_it_on_average(given_: tuple[list[Claim], list[Link]]) -> None:
    made, links = given_
    strong = {frozenset((item.left, item.right)) for item in links if item.score > 1 / 3}  # below the bar of a merge
    for item in cluster(made, links):
        ids = [claim.id for claim in item.claims]
        pairs = [frozenset((a, b)) for i, a in enumerate(ids) for b in ids[i + 1 :]]
        assert any(pair in strong for pair in pairs)


@settings(deadline=None, max_examples=60)
@given(linked())
def test_without_links_there_are_no_clusters(given_: tuple[list[Claim], list[Link]]) -> None:
    assert cluster(given_[0], []) == ()


@settings(deadline=None, max_examples=60)
@given(claims(), st.randoms(use_true_random=False))
def test_no_order_changes_links_or_findings(made: list[Claim], random: object) -> None:
    shuffled = list(made)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    first, second = link(made), link(shuffled)
    assert first == second
    assert reconcile(cluster(made, first.links), {}) == reconcile(cluster(shuffled, second.links), {})


@settings(deadline=None, max_examples=60)
@given(claims())
def test_links_are_probabilities_between_claims_that_are_there(made: list[Claim]) -> None:
    ids = {claim.id for claim in made}
    for item in link(made).links:
        assert {item.left, item.right} <= ids
        assert item.left < item.right
        assert 0 <= item.score <= 1


@settings(deadline=None, max_examples=60)
@given(claims())
def test_every_finding_quotes_its_sources(made: list[Claim]) -> None:
    by_id = {claim.id: claim for claim in made}
    for finding in reconcile(cluster(made, link(made).links), {}).findings:
        assert finding.claims
        assert 0 <= finding.confidence <= 1
        for span in finding.spans:
            assert any(
                by_id[id_].source == span.source and by_id[id_].span == Span(span.start, span.end, span.text)
                for id_ in finding.claims
            )
