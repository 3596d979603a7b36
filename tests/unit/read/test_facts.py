from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from factcheck.stages.read.facts import Facts, facts_from, load_sources, parse_date


@pytest.mark.parametrize(
    "value",
    [
        date(2025, 2, 27),
        datetime(2025, 2, 27, 23, 59, tzinfo=UTC),
        "2025-02-27",
        "2025-02-27T23:30:00-05:00",
        "27 February 2025",
        "27th Feb. 2025",
        "Feb. 27, 2025",
        "Thursday, February 27th, 2025 at 9 p.m.",
        "Thu, 27 Feb 2025 21:00:00 -0500",
    ],
)
def test_a_day_is_read_in_the_forms_that_papers_use(value: object) -> None:
    assert parse_date(value) == date(2025, 2, 27)


@pytest.mark.parametrize(
    "value", ["", "soon", "2025-13-01", "31 Foo 2025", "February 30, 2025", None, 7, ["2025"], "x" * 500]
)
def test_what_is_no_day_is_none(value: object) -> None:
    assert parse_date(value) is None


def test_facts_join_field_by_field() -> None:
    mine, other = Facts(id="a", publisher="Mine"), Facts(publisher="Other", title="T")
    assert mine.over(other) == Facts(id="a", publisher="Mine", title="T")


def test_front_matter_names_are_understood_and_foreign_ones_ignored() -> None:
    facts, skipped = facts_from(
        {"Date": "2025-02-27", "source": "Daily", "tags": ["x"], "author": ["A B", "C D"]}, "f", strict=False
    )
    assert facts == Facts(publisher="Daily", published=date(2025, 2, 27), author="A B and C D")
    assert skipped == []


def test_a_date_that_is_none_is_reported() -> None:
    facts, skipped = facts_from({"published": "yesterday"}, "f", strict=False)
    assert facts.published is None
    assert [skip.narrows for skip in skipped] == [True]


def test_sources_are_found_by_stem_or_by_name(write: Callable[[str, str], Path]) -> None:
    path = write("sources.toml", '[a]\nid = "left"\npublished = 2025-02-27\n\n["b.md"]\npublisher = "B"\n')
    table = load_sources(path.parent)
    assert table.facts(Path("x/a.txt")) == Facts(id="left", published=date(2025, 2, 27))
    assert table.facts(Path("b.md")) == Facts(publisher="B")
    assert table.facts(Path("c.txt")) == Facts()
    assert table.skipped == []


@pytest.mark.parametrize(
    "content",
    [
        "[a",
        "[a]\npublishd = 2025-01-01",
        'a = "no table"',
        "[a]\npublished = 'then'",
        "[a]\nid = {x = 1}",
        b"\xff\xfe\x00".decode("latin-1"),
    ],
)
def test_a_broken_sources_file_is_reported_and_ends_nothing(write: Callable[[str, str], Path], content: str) -> None:
    table = load_sources(write("sources.toml", content).parent)
    assert len(table.skipped) == 1
    assert table.skipped[0].narrows


def test_no_sources_file_is_no_trouble(tmp_path: Path) -> None:
    assert load_sources(tmp_path).skipped == []
