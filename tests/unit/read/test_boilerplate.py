from itertools import pairwise

import pytest

from factcheck.stages.read.boilerplate import mark

STORY = (
    "The council voted on Tuesday to close the harbor for nine months while the pier is rebuilt, officials said.\n\n"
    "Fishermen who had asked for a shorter closure said they would appeal to the court before the end of June.\n\n"
)


def reasons(text: str, **facts: str) -> dict[str, str]:
    marks, _ = mark(text, **facts)  # type: ignore[arg-type]
    return {text[found.start : found.end]: found.reason for found in marks}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("© 2024 Harbor Ledger. All rights reserved.", "copyright"),
        ("Copyright 2019 WXYZ News", "copyright"),
        ("(c) 2019 Harbor Ledger", "copyright"),
        ("The post Council closes harbor appeared first on Harbor Ledger.", "syndication"),
        ("This story was originally published at 7:40 a.m.", "syndication"),
        ("Follow the Ledger’s coverage of the coast at https://ledger.example/coast", "coverage"),
        ("Follow Ann Poe on Twitter @annpoe.", "social"),
        ("Share this story", "social"),
        ("Ann Poe contributed to this report.", "contributors"),
        ("Additional reporting by Ann Poe and Jo Li; editing by Max Roe", "contributors"),
        ("Roe reported from Lisbon. Ann Poe contributed to this story from Porto.", "contributors"),
        ("Sign up to read this article", "sign-up"),
        ("Already a subscriber? Log in here", "sign-up"),
        ("Subscribe now for full access.", "sign-up"),
        ("Get all your news in one app.", "promotion"),
        ("Download our app here.", "promotion"),
        ("Click here to see the map.", "navigation"),
        ("READ MORE: Pier collapses in storm", "navigation"),
        ("Related Stories", "navigation"),
        ("Advertisement", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Photo by Ann Poe/Harbor Ledger", "credit"),
        ("Updated: Oct 28, 2016 - 10:28 PM", "time stamp"),
        ("4 min read", "time stamp"),
        ("By Ann Poe and Jo Li, Harbor Ledger", "byline"),
        ("____", "separator"),
        ("Correction: An earlier version of this article gave the wrong year.", "note"),
    ],
)
def test_furniture_is_known_by_its_wording(line: str, reason: str) -> None:
    assert reasons(STORY + line + "\n\n" + STORY)[line] == reason


@pytest.mark.parametrize(
    "line",
    [
        "The copyright office rejected 40 claims in May.",
        "Follow-up tests on the pier found no damage.",
        "He contributed to the plan to close the harbor.",
        "She said readers should sign up for the draft.",
        "Ann Poe, the mayor of Lisbon, resigned on Monday.",
        "The photo shows twelve men on the pier.",
        "Share prices fell 4 percent after the vote.",
        "More than 40 boats left the harbor.",
        "Read was 85.",
        "Watch officers said the boat sank at 4 a.m.",
        "Related charges were dropped in 2019.",
        "By Monday, the council had met twice.",
        "Subscribers fell to 40,000 in 2019.",
        "“The posts appeared on Monday,” she said.",
    ],
)
def test_reporting_that_looks_like_furniture_stays(line: str) -> None:
    assert reasons(STORY + line + "\n\n" + STORY) == {}


def test_the_top_of_an_aggregator_page_goes_and_the_headline_stays() -> None:
    text = (
        "One app.\nGet all your news in one place.\nHarbor Ledger\nHarbor Ledger\nWorld\n"
        "Ann Poe\n\nCouncil Closes Harbor For Nine Months Despite Protest\n\n" + STORY
    )
    marks, headline = mark(text, publisher="Harbor Ledger", author="Ann Poe")
    assert headline == "Council Closes Harbor For Nine Months Despite Protest"
    found = {text[item.start : item.end]: item.reason for item in marks}
    assert found["Ann Poe"] == "byline"
    assert found["Harbor Ledger"] == "outlet name"
    assert found["World"] == "navigation"
    assert headline not in found
    assert not any(line in STORY for line in found)


def test_after_the_end_everything_short_goes() -> None:
    text = STORY + "© 2024 Harbor Ledger\nOur offers\nGood all year round\nA thousand trusted voices.\n"
    assert list(reasons(text).values()) == ["copyright", "after the end", "after the end", "after the end"]


def test_a_last_short_paragraph_is_not_after_the_end() -> None:
    assert reasons(STORY + "He declined to comment.\n") == {}


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("LISBON —", " The harbor closed."),
        ("LISBON (AP) —", " The harbor closed."),
        ("NEW HAVEN, Conn. —", " The harbor closed."),
        ("LISBON, Feb 27 (Reuters) -", " The harbor closed."),
        ("Lisbon (AFP) –", " The harbor closed."),
        ("MEXICO CITY—", "The harbor closed."),
    ],
)
def test_a_dateline_is_a_part_of_its_line(dateline: str, rest: str) -> None:
    assert reasons(dateline + rest + "\n" + STORY) == {dateline: "dateline"}


@pytest.mark.parametrize(
    "text", ["UN — the council met.", "HIV/AIDS – a virus.", "He left — at last.", "GPS -based maps"]
)
def test_a_dash_is_not_always_a_dateline(text: str) -> None:
    assert reasons(text + "\n" + STORY) == {}


def test_a_caption_loses_its_credit_and_stays() -> None:
    assert reasons("Boats at the east pier on Monday. (Photo: Ann Poe)\n\n" + STORY) == {"(Photo: Ann Poe)": "credit"}


def test_a_heading_between_paragraphs_is_one_and_a_list_is_not() -> None:
    assert reasons(STORY + "The long wait\n\n" + STORY) == {"The long wait": "section heading"}
    assert reasons(STORY + "The boats are:\nMaria Rosa\nAtlantic Star\n\n" + STORY) == {}


def test_a_related_headline_in_title_case_goes() -> None:
    line = "Storm Damage Forces Second Closure of Harbor"
    assert reasons(STORY + line + "\n\n" + STORY) == {line: "related headline"}


def test_marks_are_sorted_verbatim_and_apart() -> None:
    text = "By Ann Poe\nLISBON — The harbor closed. (Photo: Ann Poe)\n" + STORY + "____\nSign up for our newsletter\n"
    marks, _ = mark(text)
    assert list(marks) == sorted(marks, key=lambda item: item.start)
    assert all(one.end <= other.start for one, other in pairwise(marks))
    assert all(text[item.start : item.end].strip() == text[item.start : item.end] != "" for item in marks)


@pytest.mark.parametrize(
    "text", ["", "\n\n", "x", "a" * 300_000, "By " * 100_000, "A, " * 100_000, "(" * 100_000, "AB CD " * 60_000]
)
def test_any_text_is_marked_in_time(text: str) -> None:
    mark(text)


PARAGRAPH = "The council voted on Monday to close the old harbor after a survey found that its walls might give way."
FOOTER = "The post Council Closes Old Harbor for Good appeared first on Harbor Ledger."


def test_a_footer_gives_the_headline_that_the_text_lacks():
    marks, headline = mark(f"{PARAGRAPH}\n{FOOTER}")
    assert headline == "Council Closes Old Harbor for Good"
    text = f"{PARAGRAPH}\n{FOOTER}"
    assert [text[found.start : found.end] for found in marks] == ["The post ", " appeared first on Harbor Ledger."]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (f"{PARAGRAPH}\n{FOOTER}", {"title": "Harbor to close"}),
        (f"Harbor to close for good in May\n{PARAGRAPH}\n{FOOTER}", {}),
        (f"{PARAGRAPH}\n{FOOTER}\nThe post Ferry Line Sold to Kelby Group appeared first on Harbor Ledger.", {}),
        (f"{PARAGRAPH}\nThe post Harbor Closed appeared first on Harbor Ledger.", {}),
    ],
)
def test_a_footer_is_whole_where_the_headline_is_known_or_uncertain(text, facts):
    marked = reasons(text, **facts)
    assert all(line in marked for line in text.split("\n") if line.startswith("The post"))
