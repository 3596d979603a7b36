"""Roles, qualities, places, polarity, legal form, quotations."""

from collections.abc import Callable

import pytest

from factcheck.model.claim import Claim, Kind

Make = Callable[..., Claim]
Rules = Callable[..., list[str]]


def role(claim: Make, source: str, who: str, what: str) -> Claim:
    return claim(source, f"{who} is {what}.", who, "be", what, kind=Kind.ROLE)


def state(claim: Make, source: str, what: str, how: str) -> Claim:
    return claim(source, f"{what} is {how}.", what, "be", how, kind=Kind.ATTRIBUTE)


def test_founder_of_one_gang_or_another(claim: Make, rules: Rules) -> None:
    left = role(claim, "a", "Leila Haddad", "a founding member of the Harbour cartel")
    right = role(claim, "b", "Leila Haddad", "founder of the Quarry Cartel")
    assert rules(left, right) == ["FC103"]


def test_former_and_present_are_two_times(claim: Make, rules: Rules) -> None:
    left = role(claim, "a", "Leila Haddad", "the leader of the Harbour cartel")
    right = role(claim, "b", "Leila Haddad", "a former leader of the Quarry cartel")
    assert "FC103" not in rules(left, right)


def test_two_persons_share_no_role(claim: Make, rules: Rules) -> None:
    left = role(claim, "a", "Leila Haddad", "founder of the Harbour cartel")
    right = role(claim, "b", "Omar Nasser", "founder of the Quarry cartel")
    assert rules(left, right) == []


def test_interim_and_acting_are_one(claim: Make, rules: Rules) -> None:
    left = role(claim, "a", "Tomas Berg", "interim head of the Coast Guard")
    right = role(claim, "b", "Tomas Berg", "the acting head of the Coast Guard")
    assert rules(left, right) == ["agree"]


@pytest.mark.parametrize(
    ("left", "right"), [("a prosecutor", "a defence lawyer"), ("the winner", "the runner-up"), ("a judge", "a juror")]
)
def test_roles_that_exclude_each_other(claim: Make, rules: Rules, left: str, right: str) -> None:
    assert rules(role(claim, "a", "Ana Kos", left), role(claim, "b", "Ana Kos", right)) == ["FC104"]


@pytest.mark.parametrize(("left", "right"), [("large", "cold"), ("red", "old"), ("a lawyer", "a mother of two")])
def test_qualities_that_go_together(claim: Make, rules: Rules, left: str, right: str) -> None:
    assert rules(state(claim, "a", "The ship", left), state(claim, "b", "The ship", right)) == []


@pytest.mark.parametrize(("left", "right"), [("open", "closed"), ("large", "small"), ("exhaustive", "non-exhaustive")])
def test_qualities_that_do_not(claim: Make, rules: Rules, left: str, right: str) -> None:
    assert rules(state(claim, "a", "The list", left), state(claim, "b", "The list", right)) == ["FC104"]


def test_a_thing_is_in_one_place(claim: Make, rules: Rules) -> None:
    left = claim("a", "The prison is in Minsk.", "The prison", "be", "Minsk", kind=Kind.ATTRIBUTE)
    right = claim("b", "The prison is in Brest.", "The prison", "be", "Brest", kind=Kind.ATTRIBUTE)
    assert rules(left, right) == ["FC105"]


def test_a_place_may_lie_in_the_other(claim: Make, rules: Rules) -> None:
    left = claim("a", "The prison is in Kamenka.", "The prison", "be", "Kamenka", kind=Kind.ATTRIBUTE)
    right = claim("b", "The prison is in Brest.", "The prison", "be", "Brest", kind=Kind.ATTRIBUTE)
    more = claim("b", "Kamenka, a part of Brest, is quiet.", "Kamenka", "be", "quiet", kind=Kind.ATTRIBUTE)
    again = claim("a", "Kamenka is quiet.", "Kamenka", "be", "quiet", kind=Kind.ATTRIBUTE)
    assert "FC105" not in rules(left, right, more, again)


def test_it_did_and_it_did_not(claim: Make, rules: Rules) -> None:
    left = claim("a", "The board approved the merger.", "The board", "approve", "the merger")
    right = claim("b", "The board did not approve the merger.", "The board", "approve", "the merger", negated=True)
    assert rules(left, right) == ["FC106"]


def test_the_contrary_happened(claim: Make, rules: Rules) -> None:
    left = claim("a", "The board accepted the offer from Norvik.", "The board", "accept", "the offer from Norvik")
    right = claim("b", "The board rejected the offer from Norvik.", "The board", "reject", "the offer from Norvik")
    assert rules(left, right) == ["FC107"]


def test_one_may_follow_the_other(claim: Make, rules: Rules) -> None:
    left = claim("a", "Police arrested Marco Ferri.", "Police", "arrest", "Marco Ferri")
    right = claim("b", "Police released Marco Ferri.", "Police", "release", "Marco Ferri")
    assert rules(left, right) == []


def test_legal_form_where_a_source_insists(claim: Make, rules: Rules) -> None:
    left = claim("a", "Chile extradited Marco Ferri to Italy.", "Chile", "extradite", "Marco Ferri")
    right = claim("b", "Chile expelled Marco Ferri to Italy on security grounds.", "Chile", "expel", "Marco Ferri")
    loose = claim("b", "Chile expelled Marco Ferri to Italy.", "Chile", "expel", "Marco Ferri")
    assert rules(left, right) == ["FC108"]
    assert rules(left, loose) == []


def test_who_did_it_to_whom_is_no_agreement(claim: Make, rules: Rules) -> None:
    left = claim("a", "Norvik sued Castell.", "Norvik", "sue", "Castell")
    right = claim("b", "Castell sued Norvik.", "Castell", "sue", "Norvik")
    assert "agree" not in rules(left, right)


def test_one_quotation(claim: Make, rules: Rules) -> None:
    def quote(source: str, words: str) -> Claim:
        text = f"Ana Kos said: “{words}”"
        return claim(source, text, "Ana Kos", "say", words, kind=Kind.QUOTE, speaker="Ana Kos")

    words = "We have never seen a harvest as rich as this one in the valley"
    assert rules(quote("a", words), quote("b", words)) == ["agree"]


@pytest.mark.parametrize(("told", "expected"), [("Police were wounded.", True), ("Police wounded.", False)])
def test_a_verb_without_its_object_does_not_say_what_befell_its_subject(
    claim: Make, rules: Rules, told: str, expected: bool
) -> None:
    denied = claim("b", "No police were injured.", "no police", "injure", negated=True)
    assert ("FC106" in rules(claim("a", told, "Police", "wound"), denied)) is expected
