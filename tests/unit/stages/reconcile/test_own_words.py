"""What the sources of an agreement are said to say, and which of their claims is shown."""

from datetime import date

from factcheck import Article, compare
from factcheck.model.finding import Finding, FindingKind


def found(one: str, other: str, second: int = 7) -> list[Finding]:
    left, right = (Article("a", one, published=date(2025, 3, 7)), Article("b", other, published=date(2025, 3, second)))
    return list(compare(left, right).findings)


def test_sources_that_say_it_in_other_words_are_quoted_each() -> None:
    [agreement] = [
        finding
        for finding in found("The mayor of Lund sold five ferries in May.", "The mayor of Lund sold 5 ferries in May.")
        if finding.rule == "FC001"
    ]
    assert agreement.message == "2 sources, 2 independent origins, agree: “five” (a); “5” (b)."


def test_sources_that_say_it_in_the_same_words_are_quoted_once() -> None:
    [agreement] = [
        finding
        for finding in found(
            "The mayor of Lund sold five ferries in May.", "In May the mayor of Lund sold five ferries."
        )
        if finding.rule == "FC001"
    ]
    assert agreement.message == "2 sources, 2 independent origins, say “five”: a, b."


def test_a_toll_that_rises_revises_a_count_of_the_dead() -> None:
    [revised] = [
        finding
        for finding in found(
            "The sinking of the ferry Aurora off Bergen killed 31 people on Monday.",
            "The death toll from the ferry Aurora has risen to 36, officials in Bergen said.",
            9,
        )
        if finding.rule == "FC030"
    ]
    assert revised.kind is FindingKind.REVISION
    assert [mark.text for mark in revised.marks] == ["31", "36"]
