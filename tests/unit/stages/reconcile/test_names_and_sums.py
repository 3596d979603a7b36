"""Spellings of names, totals that do not add up, what a part leaves, and the order in which agreements are read."""

from collections.abc import Callable
from dataclasses import replace

import pytest

import factcheck
from factcheck.model.claim import Argument, Claim, Kind
from factcheck.stages.reconcile.remainder import remainder

Make = Callable[..., Claim]
Rules = Callable[..., list[str]]


def judge(claim: Make, source: str, name: str) -> Claim:
    text = f"{name} opened the hearing in Split."
    made = claim(source, text, name, "open", "the hearing")
    return replace(made, arguments=(Argument("subject", name, 0, len(name), name.split()[-1], name, "person"),))


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Marta Holzmann", "Marta Holzman", True),
        ("Jaime Oroszko", "Jamie Oroszko", True),
        ("Marta Holzmann", "Marta Holzmann", False),
        ("Marta Kovač", "Marta Kovac", False),  # an accent is no letter
        ("Marta Horn", "Marta Horn", False),
        ("Marta Lind", "Marta Land", False),  # short words are near by chance
        ("Marta Trask", "Marta Task", True),  # a letter is sooner lost than changed
        ("Erik Tandberg", "Eric Tandberg", True),
        ("Mark Tandberg", "Mary Tandberg", False),
        ("Marta Holzmann", "Petra Holzman", False),
        ("Holzmann", "Holzman", False),
        ("Steve Oroszko", "Steven Oroszko", False),  # a short form is a choice
    ],
)
def test_full_names_a_letter_apart(claim: Make, rules: Rules, one: str, other: str, told: bool) -> None:
    assert ("FC110" in rules(judge(claim, "a", one), judge(claim, "b", other))) is told


def test_a_source_with_both_spellings_knows_two_people(claim: Make, rules: Rules) -> None:
    both = [judge(claim, "a", "Marta Holzmann"), judge(claim, "a", "Marta Holzman")]
    assert "FC110" not in rules(*both, judge(claim, "b", "Marta Holzmann"))


def test_the_misspelling_of_a_copy_is_left_to_drift(claim: Make, rules: Rules) -> None:
    claims = judge(claim, "a", "Marta Holzmann"), judge(claim, "b", "Marta Holzman")
    assert "FC110" not in rules(*claims, origins={"b": "a"})


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("The fire began on Quillenan Street.", "The fire in Quilenan Street was put out.", ("Quillenan", "Quilenan")),
        ("The driver is from Tarnobrzeg.", "The man from Tarnobrezg was held.", ("Tarnobrzeg", "Tarnobrezg")),
        ("The driver is from Tarno.", "The man from Tarna was held.", None),  # too short to stand alone
        ("The judge fined Ana Bergmeyer.", "The judge fined Tom Bergmeier.", None),  # two given names, two people
        ("The judge fined Ana Bergmeyer.", "The judge fined Ana Bergmeier.", ("Ana Bergmeyer", "Ana Bergmeier")),
        ("The Zorvanians fled.", "The Zorvanian army fled.", None),  # a plural is no misspelling
        ("The Zorvani army fled.", "The Zorvania army fled.", None),  # two forms of one stem
        ("The mill in Northern Brankia closed.", "The mill in Northern Brankia closed.", None),
        ("The Martins bought the mill.", "The Marvins bought the mill.", None),  # both are words of English
    ],
)
def test_any_name_whose_two_spellings_cannot_both_be_words(one: str, other: str, told: tuple[str, str] | None) -> None:
    found = factcheck.compare(one, other).findings
    marks = [tuple(mark.text for mark in finding.marks) for finding in found if finding.rule == "FC110"]
    assert marks == ([told] if told else [])


def test_one_article_with_two_spellings() -> None:
    text = "Vera Oblomskaya ran the mill. The court heard that Oblomskaja had left it in May."
    (finding,) = [item for item in factcheck.reconcile([factcheck.Article("a", text)]).findings if item.rule == "FC110"]
    assert finding.message == "a spells one name “Oblomskaya” and “Oblomskaja”."
    assert [text[mark.start : mark.end] for mark in finding.marks] == ["Oblomskaya", "Oblomskaja"]


def test_three_spellings_are_one_finding() -> None:
    names = ("Salaluddin", "Salahaddin", "Salahuddin")
    texts = [f"The navy stopped the dhow {name} off Aden." for name in names]
    found = factcheck.reconcile([factcheck.Article(f"p{i}", text) for i, text in enumerate(texts)]).findings
    (finding,) = [item for item in found if item.rule == "FC110"]
    assert {mark.text for mark in finding.marks} == set(names)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The coach carried 15 people: 12 men and four women.", True),
        ("The coach carried 15 people: 12 men and three women.", False),
        ("The coach carried 15 people: 12 men, two women and several more.", False),
    ],
)
def test_a_total_and_the_parts_after_it(text: str, told: bool) -> None:
    found = factcheck.reconcile([factcheck.Article("a", text)]).findings
    assert ("FC117" in {finding.rule for finding in found}) is told


def moved(claim: Make, source: str, number: int, thing: str) -> Claim:
    text = f"{number} {thing}s were moved."
    return claim(
        source, text, None, "move", f"{number} {thing}s", kind=Kind.QUANTITY, number=str(number), value=number,
        low=number, high=number, counted=thing,
    )  # fmt: skip


def test_the_rest_is_derived_and_says_so(claim: Make) -> None:
    rest = remainder(moved(claim, "a", 55, "inmate"), moved(claim, "b", 29, "inmate"))
    assert rest is not None
    assert "26" in rest
    assert "derived" in rest


def test_no_rest_of_other_things_or_of_nothing(claim: Make) -> None:
    assert remainder(moved(claim, "a", 55, "inmate"), moved(claim, "b", 55, "inmate")) is None
    assert remainder(moved(claim, "a", 6, "member"), moved(claim, "b", 5, "teenager")) is None


def test_more_sources_come_first(claim: Make, reconciled: Callable[..., object]) -> None:
    few = [moved(claim, source, 40, "table") for source in ("a", "b")]
    many = [moved(claim, source, 55, "inmate") for source in ("a", "b", "c")]
    found = reconciled(*few, *many).findings  # type: ignore[attr-defined]
    assert [finding.origins for finding in found if finding.kind.value == "agreement"] == [3, 2]


def test_a_slip_and_a_third_spelling_are_one_finding() -> None:
    slip = "Vera Oblomskaya ran the mill in Orin. The court heard that Oblomskaja had left the mill in May."
    found = factcheck.compare(slip, "Vera Oblomskaia ran the mill in Orin, the court heard.").findings
    (finding,) = [item for item in found if item.rule == "FC110"]
    assert {mark.text.split()[-1] for mark in finding.marks} == {"Oblomskaya", "Oblomskaja", "Oblomskaia"}


@pytest.mark.parametrize(
    "text",
    [
        "Two villages, Stratton and Stretton, share one school. The school in Stratton is the older one.",
        "Three Stegosauri were found. The Stegosaurus of the north is older than the Stegosaurs of the south.",
    ],
)
def test_two_names_of_one_article_that_are_no_slip(text: str) -> None:
    assert "FC110" not in {item.rule for item in factcheck.reconcile([factcheck.Article("a", text)]).findings}
