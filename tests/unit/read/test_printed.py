"""Which day the head of an article gives as its day of publication."""

from datetime import date
from pathlib import Path

import pytest

from factcheck.stages.read import read
from factcheck.stages.read.boilerplate import mark
from factcheck.stages.read.printed import printed_day

_STORY = (
    "Two people were hurt when a crane fell onto a school in Halden on Tuesday, the fire brigade said.\n\n"
    "The crane had been put up on 3 March 2019 for work on the roof, which was never finished, the owner said."
)


def day(*head: str) -> date | None:
    text = "\n".join(("Crane falls onto school in Halden", *head, "", _STORY))
    marks, headline = mark(text)
    assert headline in (text.split("\n")[0], *head)
    return printed_day(text, marks)


@pytest.mark.parametrize(
    "line",
    [
        "Published: 2024-06-20",
        "June 20, 2024 | By Ann Lee",
        "By Ann Lee, The Ledger, 20 June 2024",
        "The National Observer - Thursday, June 20, 2024",
        "Halden Herald | Published: 2024-06-20, evening edition",
        "Published June 20, 2024, updated June 22, 2024",
        "Updated June 22, 2024 | Published June 20, 2024",
        "Updated: Jun 20, 2024 - 4:18 PM",
    ],
)
def test_the_day_beside_the_headline_is_the_day_of_the_article(line: str) -> None:
    assert day(line) == date(2024, 6, 20)
    assert mark(f"Crane falls onto school\n{line}\n\n{_STORY}")[1] == "Crane falls onto school"


@pytest.mark.parametrize(
    "head",
    [
        (),
        ("Thursday",),
        ("June 20",),
        ("A school that has stood since June 20, 1924 is closed",),
        ("Published June 20, 2024", "Published June 22, 2024"),
        ("Published: 2024-13-45",),
    ],
)
def test_no_day_is_guessed(head: tuple[str, ...]) -> None:
    assert day(*head) is None


def test_a_stated_day_wins_over_a_printed_one(tmp_path: Path) -> None:
    (tmp_path / "crane.txt").write_text(f"Crane falls onto school\nPublished: 2024-06-20\n\n{_STORY}\n", "utf-8")
    assert [article.published for article in read(tmp_path)] == [date(2024, 6, 20)]
    (tmp_path / "sources.toml").write_text('[crane]\npublished = "2024-06-21"\n', "utf-8")
    assert [article.published for article in read(tmp_path)] == [date(2024, 6, 21)]
