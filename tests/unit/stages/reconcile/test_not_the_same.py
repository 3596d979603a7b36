"""What looks like the same statement and is none: another office, another day."""

import factcheck


def kinds(a: str, b: str) -> set[str]:
    return {finding.kind.value for finding in factcheck.compare(a, b).findings}


def test_two_ministers_of_one_name_do_not_hold_one_office() -> None:
    left = "Pavel Renn, the transport minister, ordered an inquiry into the fire on the ferry Santa Lucia."
    right = "Pavel Renn, the interior minister, said the inquiry into the fire on the ferry Santa Lucia goes on."
    report = factcheck.compare(left, right)
    offices = [f for f in report.findings if f.kind.value == "agreement" and "minister" in f.message]
    assert offices == []


def test_one_office_in_two_orders_of_words_is_one() -> None:
    left = "The transport minister, Pavel Renn, ordered an inquiry into the fire on the ferry Santa Lucia."
    right = "Pavel Renn, the transport minister, ordered an inquiry into the fire on the Santa Lucia."
    assert "agreement" in kinds(left, right)


def test_a_day_that_differs_is_no_agreement() -> None:
    left = factcheck.Article("a", "The fire on the ferry Santa Lucia started on Tuesday, March 4, 2025.")
    right = factcheck.Article("b", "The fire on the ferry Santa Lucia started on Monday, March 3, 2025.")
    assert not any(f.kind.value == "agreement" for f in factcheck.compare(left, right).findings)
