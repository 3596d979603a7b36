"""FC119: in which order two events came, and how long between them."""

import pytest

from factcheck import Article, compare
from factcheck.model.finding import Finding

RESIGNED = "Mayor Ilse Brandt resigned before the bridge in Ghent collapsed."
LATER = "The Quarry bank collapsed, and two years later Mayor Ilse Brandt resigned."


def told(one: str, other: str) -> list[Finding]:
    return [finding for finding in compare(Article("a", one), Article("b", other)).findings if finding.rule == "FC119"]


@pytest.mark.parametrize(
    ("one", "other", "marks"),
    [
        (RESIGNED, "Mayor Ilse Brandt resigned after the bridge in Ghent collapsed.", ["before", "after"]),
        (RESIGNED, "The bridge in Ghent collapsed before Mayor Ilse Brandt resigned.", ["before", "before"]),
        (
            "Mayor Ilse Brandt resigned after the collapse of the bridge in Ghent.",
            "The bridge in Ghent collapsed after Mayor Ilse Brandt resigned.",
            ["after", "after"],
        ),
        (
            "Omar Haddad shot the guard, then fled the house in Basra.",
            "Omar Haddad fled the house in Basra before he shot the guard.",
            ["then", "before"],
        ),
        (
            "The company first closed the school in Lund and then sold the land.",
            "The company sold the land before it closed the school in Lund.",
            ["and then", "before"],
        ),
        (
            LATER,
            "Mayor Ilse Brandt resigned a year before the Quarry bank collapsed.",
            ["two years later", "a year before"],
        ),
        (
            "Ilse Brandt resigned in 2010; a year earlier, the Quarry bank had collapsed.",
            "The Quarry bank collapsed after Ilse Brandt resigned.",
            ["a year earlier", "after"],
        ),
    ],
)
def test_two_orders_of_the_same_two_events(one: str, other: str, marks: list[str]) -> None:
    [found] = told(one, other)
    assert (found.kind.value, found.level.value) == ("conflict", "warning")
    assert [mark.text for mark in found.marks] == marks
    assert (found.question or "").startswith("Which came first: “")


def test_another_distance_is_another_question() -> None:
    [found] = told(LATER, "Mayor Ilse Brandt resigned nine years after the Quarry bank collapsed.")
    assert found.question == ("How long was it between “The Quarry bank collapsed” and “Mayor Ilse Brandt resigned”?")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # the same order, in other words
        (RESIGNED, "The bridge in Ghent collapsed after Mayor Ilse Brandt resigned."),
        # distances that one day can fit, or that are loose
        (LATER, "Mayor Ilse Brandt resigned three years after the Quarry bank collapsed."),
        (LATER, "Mayor Ilse Brandt resigned more than five years after the Quarry bank collapsed."),
        # another bridge, another mayor
        (RESIGNED, "Mayor Ilse Brandt resigned after the tower in Ghent collapsed."),
        (RESIGNED, "Mayor Karl Horn resigned after the bridge in Ghent collapsed."),
        # denied, taken back, or never happened
        (RESIGNED, "Mayor Ilse Brandt did not resign after the bridge in Ghent collapsed."),
        (RESIGNED, "Mayor Ilse Brandt resigned not long after the bridge in Ghent had collapsed, or before."),
        (
            "Omar Haddad fled the house in Basra before police could arrest him.",
            "Omar Haddad fled the house in Basra after police arrested him.",
        ),
        # two events that are alike
        (
            "Omar Haddad shot a guard before he shot a clerk in Basra.",
            "Omar Haddad shot a clerk in Basra, then he shot a guard.",
        ),
        (
            "The dam at Novi did not break until after the army reached the valley.",
            "The dam at Novi broke before the army reached the valley.",
        ),
        # a place and an hour are no events
        ("Ilse Brandt stood before the court in Ghent.", "Ilse Brandt left after the court in Ghent."),
        ("Ilse Brandt resigned before noon.", "Ilse Brandt resigned after noon."),
        # a source that knows both orders
        (RESIGNED, "Mayor Ilse Brandt resigned after the bridge in Ghent collapsed. " + RESIGNED),
    ],
)
def test_what_is_no_other_order(one: str, other: str) -> None:
    assert told(one, other) == []
