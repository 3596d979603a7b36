"""How a denial and a revision are told: which words are marked, what is asked, and which of two replaced the other."""

from datetime import date

from factcheck import Article, compare, reconcile
from factcheck.model.finding import Finding, FindingKind
from factcheck.model.report import Report

_FIRST = """Three people died and 11 were injured when a coach left the pass road near Lodva, police said.
The driver is being questioned. The pass was closed in both directions."""
_SECOND = """Four people died and 16 were injured when a coach left the pass road near Lodva, police said.
The driver is being questioned. The pass was closed in both directions. A helicopter flew the worst hurt to hospital."""


def _articles(first: str, second: str, days: tuple[int, int] = (6, 6)) -> tuple[Article, Article]:
    one, other = (date(2025, 5, day) for day in days)
    return Article("a", first, published=one), Article("b", second, published=other)


def _of(report: Report, kind: FindingKind) -> list[Finding]:
    return [finding for finding in report.findings if finding.kind is kind]


def test_a_denial_is_marked_and_named_and_asked_for_without_it() -> None:
    report = compare(*_articles("Police in Tolna arrested no one.", "Police in Tolna arrested two men."))
    (found,) = _of(report, FindingKind.CONFLICT)
    assert [mark.text for mark in found.marks] == ["arrested", "no one", "arrested"]
    assert "“no one”" in found.explanation[-1]
    assert found.question == "Did police in Tolna arrest anyone?"


def test_what_somebody_would_not_do_is_marked() -> None:
    report = compare(*_articles("Ana Ruiz said she would not resign.", "Ana Ruiz said she would resign."))
    (found,) = _of(report, FindingKind.CONFLICT)
    assert [mark.text for mark in found.marks] == ["would not", "resign", "resign"]


def test_a_revision_says_which_replaced_which() -> None:
    dead = "{} people were killed in the storm in Tolna."
    (found,) = _of(compare(*_articles(dead.format("Four"), dead.format("Five"), (6, 7))), FindingKind.REVISION)
    assert "(a) is revised by “Five" in found.message
    (found,) = _of(compare(*_articles(dead.format("Five"), dead.format("Four"), (7, 6))), FindingKind.REVISION)
    assert "(a) revises “Four" in found.message


def test_a_toll_of_two_editions_of_one_day_is_revised() -> None:
    report = reconcile(_articles(_FIRST, _SECOND))
    assert report.lineage
    assert not _of(report, FindingKind.CONFLICT)
    assert [finding.rule for finding in _of(report, FindingKind.REVISION)] == ["FC030", "FC030"]
    assert "FC303" in [finding.rule for finding in _of(report, FindingKind.DRIFT)]  # as a change the copy is told still


def test_only_one_of_what_is_counted_together_is_asked_for() -> None:
    report = compare(
        *_articles(
            "Eighty firefighters and three helicopters took part.",
            "Sixty firefighters and three helicopters took part.",
        )
    )
    (found,) = _of(report, FindingKind.CONFLICT)
    assert found.question == "How many firefighters took part?"
