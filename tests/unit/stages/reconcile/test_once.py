"""One who follows "two years later" is told of once, by the dates, where both dates are claims."""

from datetime import date

import factcheck


def test_a_follower_is_reported_once() -> None:
    both = "The Ferri brothers, Marco and Paolo, were arrested in Naples in 2013."
    other = "Marco Ferri was captured in 2013, and Paolo Ferri was captured two years later."
    articles = [factcheck.Article(id_, text, published=date(2025, 3, 7)) for id_, text in (("a", both), ("b", other))]
    conflicts = [finding for finding in factcheck.reconcile(articles).findings if finding.kind.value == "conflict"]
    assert [finding.rule for finding in conflicts] == ["FC102"]
    assert any(mark.text == "two years later" for mark in conflicts[0].marks)
