"""Which claims are compared, how their fields match, and who is who across articles."""

from collections.abc import Collection, Sequence

import numpy as np
import pytest

from factcheck import Article, extract
from factcheck.frames.frame import frames
from factcheck.frames.identity import identities, names_in
from factcheck.model.claim import Claim, Kind, Modality
from factcheck.model.quantity import Bound, Quantity
from factcheck.model.span import Span
from factcheck.stages.link import Similarity, alignment, link
from factcheck.stages.link.barred import barred
from factcheck.stages.link.blocks import LIMIT, candidates
from factcheck.stages.link.figures import figures
from factcheck.text import digest


def event(
    source: str, text: str, subject: str | None, predicate: str, object_: str | None = None, **more: object
) -> Claim:
    span = Span(0, len(text), text)
    kind = more.pop("kind", Kind.EVENT)
    return Claim(digest(source, text), source, kind, text, span, span, subject, predicate, object_, **more)  # type: ignore[arg-type]


def linked(*claims: Claim) -> bool:
    return any(item.score > 0.5 for item in link(claims).links)


def test_synonymous_predicates_are_linked() -> None:
    assert linked(
        event("a", "Police arrested Marco Ferri in Naples.", "Police", "arrest", "Marco Ferri"),
        event("b", "Marco Ferri was captured by police in Naples.", "police", "capture", "Marco Ferri"),
    )


def test_different_persons_are_never_linked() -> None:
    result = link(
        [
            event("a", "Marco Ferri pleaded guilty to fraud.", "Marco Ferri", "plead", "guilty"),
            event("b", "Asha Nair pleaded guilty to fraud.", "Asha Nair", "plead", "guilty"),
        ]
    )
    assert result.links == ()


def test_what_is_feared_is_not_what_happened() -> None:
    result = link(
        [
            event("a", "The dam would break.", "the dam", "break", modality=Modality.FEARED),
            event("b", "The dam broke.", "the dam", "break"),
        ]
    )
    assert result.links == ()


def member(source: str, text: str, who: str, group: str) -> Claim:
    return event(source, text, who, "be", group, kind=Kind.RELATION)


def test_being_among_a_group_is_what_the_group_includes() -> None:
    assert linked(
        member("a", "Marco Ferri was among the dead.", "Marco Ferri", "among the dead"),
        event("b", "The dead included Marco Ferri.", "The dead", "include", "Marco Ferri", kind=Kind.RELATION),
    )
    assert linked(
        member("a", "Marco Ferri is one of the injured miners.", "Marco Ferri", "one of the injured miners"),
        member("b", "Marco Ferri was among the miners.", "Marco Ferri", "among the miners"),
    )


@pytest.mark.parametrize("group", ["among the witnesses", "one of the most patient witnesses"])
def test_another_group_or_a_judgement_is_another_membership(group: str) -> None:
    assert not linked(
        member("a", "Marco Ferri was among the bidders.", "Marco Ferri", "among the bidders"),
        member("b", f"Marco Ferri was {group}.", "Marco Ferri", group),
    )


def test_a_link_explains_itself_by_fields() -> None:
    left = event("a", "Police arrested Marco Ferri.", "Police", "arrest", "Marco Ferri")
    right = event("b", "Police captured Marco Ferri.", "Police", "capture", "Marco Ferri")
    (item,) = link([left, right]).links
    levels = {level.field: level for level in item.levels}
    assert levels["event"].level == "exact"
    assert levels["event"].note == "capture"
    assert levels["event"].weight > 0
    assert levels["time"].level == "missing"
    assert levels["time"].weight == 0


def test_a_block_too_big_is_reported_with_its_size() -> None:
    many = [event(f"s{n}", f"Reporter {n} wrote.", f"reporter {n}", "scribble") for n in range(LIMIT + 1)]
    _, skipped = candidates(frames(many))
    assert any(str(LIMIT + 1) in item.why for item in skipped)
    assert all(not item.narrows for item in skipped)


def test_similarity_proposes_and_does_not_decide() -> None:
    left = event("a", "Police arrested Marco Ferri.", "Police", "arrest", "Marco Ferri")
    right = event("b", "The harvest failed in Serbia.", "The harvest", "fail")
    assert link([left, right], lambda texts: [[1.0] * len(texts)] * len(texts)).links == ()


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Mr. Ferri", "Marco Ferri"),
        ("Marco Férri", "Marco Ferri"),
        ("the F.B.I.", "Federal Bureau of Investigation"),
    ],
)
def test_names_of_one_entity(short: str, full: str) -> None:
    known = identities([event("a", f"{full} spoke.", full, "speak"), event("b", f"{short} spoke.", short, "speak")])
    assert known.resolve(short) == known.resolve(full)


def test_two_brothers_stay_two_and_their_name_means_both() -> None:
    known = identities(
        [
            event("a", "Marco Ferri spoke.", "Marco Ferri", "speak"),
            event("a", "Paolo Ferri spoke.", "Paolo Ferri", "speak"),
            event("b", "The Ferri brothers spoke.", "The Ferri brothers", "speak"),
        ]
    )
    assert known.resolve("Marco Ferri") != known.resolve("Paolo Ferri")
    assert known.resolve("the Ferri brothers") == known.resolve("Marco Ferri") | known.resolve("Paolo Ferri")


def test_a_misspelt_name_is_the_known_one_unless_an_article_uses_both() -> None:
    heard = event("a", "Claudia Sternbaum spoke.", "Claudia Sternbaum", "speak")
    again = event("c", "Claudia Sternbaum left.", "Claudia Sternbaum", "leave")
    wrong = event("b", "Claudia Sternbaun spoke.", "Claudia Sternbaun", "speak")
    assert identities([heard, again, wrong]).resolve("Claudia Sternbaun") == frozenset({"claudia sternbaum"})
    both = event("b", "Claudia Sternbaum met Claudia Sternbaun.", "Claudia Sternbaum", "meet", "Claudia Sternbaun")
    assert len(identities([heard, both]).resolve("Claudia Sternbaun")) == 1
    assert identities([heard, both]).resolve("Claudia Sternbaun") != identities([heard, both]).resolve(
        "Claudia Sternbaum"
    )


def test_a_word_that_opens_a_sentence_is_no_name() -> None:
    assert names_in("Dozens of people saw Ana Kos in Minsk.") == ["Ana Kos", "Minsk"]


@pytest.mark.parametrize("title", ["Surgeon", "Principal", "Councillor"])
def test_what_somebody_is_before_the_name_is_no_part_of_it(title: str) -> None:
    known = identities(
        [
            event("a", "Ana Ferrelli spoke.", "Ana Ferrelli", "speak"),
            event("b", f"{title} Ana Ferrelli spoke.", f"{title} Ana Ferrelli", "speak"),
        ]
    )
    assert known.resolve(f"{title} Ana Ferrelli") == known.resolve("Ana Ferrelli") == frozenset({"ana ferrelli"})


def alike(texts: Sequence[str]) -> list[list[float]]:
    """Every sentence as near to every other, each nearest to itself."""
    return [[1.0 if one == other else 0.8 for other in texts] for one in texts]


def copies(derived: Collection[tuple[str, str]]) -> dict[frozenset[str], float]:
    told = [
        event("a", "Sheila Baum planned to work with the court on reform.", "Sheila Baum", "work", "reform"),
        event(
            "b",
            "Sheela Bum works with the court on reforms.",
            "Sheela Bum",
            "work",
            "reforms",
            modality=Modality.PLANNED,
        ),
    ]
    return {frozenset((item.left, item.right)): item.score for item in link(told, alike, derived).links}


def test_a_copy_with_a_misspelt_name_still_answers_the_question_of_its_original() -> None:
    assert copies(()) == {}
    assert all(score > 0.5 for score in copies([("a", "b")]).values())
    assert copies([("a", "b")])


def test_a_shared_name_alone_makes_no_copy() -> None:
    told = [
        event("a", "Marco Ferri is founder of the club.", "Marco Ferri", "be", "founder of the club", kind=Kind.ROLE),
        event("b", "The guests include Marco Ferri.", "The guests", "include", "Marco Ferri", kind=Kind.RELATION),
    ]
    assert not [item for item in link(told, alike, [("a", "b")]).links if item.score > 0.5]


def amount(source: str, start: int, text: str, written: str, value: float, **more: object) -> Claim:
    at = start + text.index(written)
    quantity = Quantity(at, at + len(written), written, value, value, value, **more)  # type: ignore[arg-type]
    span = Span(start, start + len(text), text)
    return Claim(digest(source, text), source, Kind.QUANTITY, text, span, span, None, None, None, quantity=quantity)


def cosines_of(cosines: dict[frozenset[str], float]) -> Similarity:
    def matrix(texts: Sequence[str]) -> np.ndarray:
        return np.array([[1.0 if a == b else cosines.get(frozenset((a, b)), 0.1) for b in texts] for a in texts])

    return matrix


def shared(claims: Sequence[Claim], cosines: dict[frozenset[str], float]) -> dict[tuple[str, str], str]:
    table = frames(claims)
    text = {id_: claim.text for id_, claim in ((claim.id, claim) for claim in claims)}
    found = figures(table, alignment(table, cosines_of(cosines)))
    return {(text[left], text[right]): level for (left, right), (level, _) in found.items()}


def test_a_telling_figure_belongs_to_the_sentence_that_is_most_alike() -> None:
    bill, loan = "The bill came to $640 million.", "A loan of $640 million fell through."
    cost = "The stadium cost $640 million."
    claims = [
        amount("a", 0, bill, "$640 million", 6.4e8, unit="US dollar", kind="money"),
        amount("a", 40, loan, "$640 million", 6.4e8, unit="US dollar", kind="money"),
        amount("b", 0, cost, "$640 million", 6.4e8, unit="US dollar", kind="money"),
    ]
    pairs = shared(claims, {frozenset((bill, cost)): 0.6, frozenset((loan, cost)): 0.4})
    assert {frozenset(pair): level for pair, level in pairs.items()} == {frozenset((bill, cost)): "exact"}


@pytest.mark.parametrize(
    ("written", "value", "more"),
    [("three", 3.0, {}), ("52-year-old", 52.0, {"kind": "age"}), ("dozens", 24.0, {"bound": Bound.VAGUE})],
)
def test_a_small_or_vague_number_or_an_age_is_no_telling_figure(
    written: str, value: float, more: dict[str, object]
) -> None:
    left, right = f"There were {written} on board.", f"Police spoke to {written} of them."
    claims = [amount("a", 0, left, written, value, **more), amount("b", 0, right, written, value, **more)]
    assert shared(claims, {frozenset((left, right)): 0.9}) == {}


def test_equal_figures_in_sentences_that_have_nothing_in_common_are_no_evidence() -> None:
    left, right = "The stadium cost $640 million.", "Exports of $640 million went abroad."
    claims = [
        amount("a", 0, left, "$640 million", 6.4e8, unit="US dollar", kind="money"),
        amount("b", 0, right, "$640 million", 6.4e8, unit="US dollar", kind="money"),
    ]
    assert shared(claims, {frozenset((left, right)): 0.2}) == {}


def test_the_words_of_a_headline_are_names_only_as_the_articles_know_them() -> None:
    head = event("a", "Kelby Frees Dozens of Ferri Aides", "Kelby", "free", "Dozens of Ferri Aides")
    body = event("a", "Marco Ferri thanked the town of Kelby.", "Marco Ferri", "thank", "the town of Kelby")
    table = frames([head, body])
    assert table[head.id].names == {"kelby", "marco ferri"}


def test_a_word_that_several_names_have_names_none_of_them_in_a_headline() -> None:
    head = event("a", "Kelby Frees Dozens of Gang Aides", "Kelby", "free", "Dozens of Gang Aides")
    bodies = [
        event("a", "The Marlow Gang fought the Tolna Gang in Kelby.", "the Marlow Gang", "fight", "the Tolna Gang"),
        event("a", "The aides of a gang fled.", "the aides of a gang", "flee"),
    ]
    assert frames([head, *bodies])[head.id].names == {"kelby"}
    assert "gang aides" in frames([head, *bodies[:1]])[head.id].names  # it may well be a name


def test_two_names_that_stand_in_headlines_alone_are_two() -> None:
    left = event("a", "General Motors Recalls Nine Cars", "General Motors", "recall", "nine cars")
    right = event("b", "Tata Motors Recalls Six Cars", "Tata Motors", "recall", "six cars")
    lands = [event("a", "North Korea Frees Nine Sailors", "North Korea", "free", "nine sailors"),
             event("b", "South Korea Frees Six Sailors", "South Korea", "free", "six sailors")]  # fmt: skip
    for pair in ((left, right), lands):
        table = frames(pair)
        assert table[pair[0].id].names
        assert not table[pair[0].id].names & table[pair[1].id].names


@pytest.mark.parametrize(
    ("text", "subject", "predicate", "object_"),
    [
        ("The bank was leaning hard on the town.", "the bank", "lean", "the town"),
        ("The cause was pressure from the bank.", "the cause", "be", "pressure from the bank"),
    ],
)
def test_pressure_in_other_words(text: str, subject: str, predicate: str, object_: str) -> None:
    told = event("a", text, subject, predicate, object_, kind=Kind.ATTRIBUTE if predicate == "be" else Kind.EVENT)
    frame = frames([told])[told.id]
    assert frame.senses == {"press"}
    assert frame.subject.head == "bank"


def test_a_nickname_that_two_names_share_makes_them_one() -> None:
    shared = extract(
        [
            Article("a", "Rodrigo “El Zorro” Salas ran the port of Tolna. Rodrigo Salas was moved in August."),
            Article("b", "Rodrigo Salas Vega, known as “El Zorro,” was moved from Tolna."),
        ]
    )
    assert identities(shared).resolve("Rodrigo Salas") == {"rodrigo salas vega"}
    other = extract(
        [
            Article("a", "Rodrigo “El Zorro” Salas ran the port of Tolna. Rodrigo Salas was moved in August."),
            Article("b", "Rodrigo Salas Vega, known as “El Lobo,” was moved from Tolna."),
        ]
    )
    assert identities(other).resolve("Rodrigo Salas") == {"rodrigo salas"}


def test_who_is_described_by_the_name_of_another_may_be_one_who_is_named() -> None:
    texts = (
        "A U.S. FBI agent was killed in 1985. The FBI is based in Washington.",
        "Marco Ferri was murdered in 1985.",
        "An agent of the CIA was killed in 1985. The CIA is based in Langley.",
        "The Ferri brothers were killed in 1985. Marco Ferri was killed by his brother Ivo Ferri.",
    )
    told = extract([Article(str(place), text) for place, text in enumerate(texts)])
    table = frames(told)
    fbi, named, cia, band = (next(table[claim.id] for claim in told if claim.source == name) for name in "0123")
    assert [frame.object.anonymous for frame in (fbi, named, cia, band)] == [True, False, True, False]
    assert not barred(fbi, named)
    assert barred(fbi, cia)
