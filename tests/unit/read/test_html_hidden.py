"""What a browser does not show, characters that are no text, and pages that break off."""

from pathlib import Path

import pytest

from factcheck.stages.read import gather
from factcheck.stages.read.html import is_cut_off

SHOWN = "The mayor of Lund opened the new bridge on Monday, and 300 people came to see it."
SECOND = "The bridge took three years to build and cost more than the council had planned for."


def page(inside: str) -> str:
    return (
        f"<html><head><title>The bridge of Lund</title></head><body><article><h1>The bridge of Lund</h1>"
        f"<p>{SHOWN}</p>{inside}<p>{SECOND}</p></article></body></html>"
    )


def text(tmp_path: Path, source: str) -> str:
    path = tmp_path / "page.html"
    path.write_text(source, encoding="utf-8")
    [article] = gather([path]).articles
    return article.text


@pytest.mark.parametrize(
    "opened",
    [
        "<p hidden>",
        '<p class="x" hidden="">',
        '<p style="color: red; display:none">',
        "<p style='display : none;'>",
        '<p style="visibility:hidden">',
        '<p aria-hidden="true">',
    ],
)
def test_hidden_paragraphs_are_not_read(tmp_path: Path, opened: str) -> None:
    found = text(tmp_path, page(f"{opened}Nine hundred sailors drowned under the old bridge.</p>"))
    assert "drowned" not in found
    assert SHOWN in found
    assert SECOND in found


def test_a_hidden_element_ends_where_it_ends(tmp_path: Path) -> None:
    inside = "<div hidden><div><p>Nobody sees this sentence of the page at all.</p></div><p>Nor this.</p></div>"
    found = text(tmp_path, page(inside))
    assert "Nobody" not in found
    assert "Nor this" not in found
    assert SHOWN in found
    assert SECOND in found


@pytest.mark.parametrize(
    "opened",
    ['<p aria-hidden="false">', '<p data-hidden="1">', '<p style="display:block">', '<p hidden="until-found">', "<p>"],
)
def test_what_is_shown_is_read(tmp_path: Path, opened: str) -> None:
    assert "Nine hundred sailors" in text(
        tmp_path, page(f"{opened}Nine hundred sailors crossed the old bridge in a day.</p>")
    )


@pytest.mark.parametrize("control", ["&#27;", "&#x1b;", "&#x1B", "&#0;", "&#7;", "\x1b"])
def test_a_control_character_costs_no_page(tmp_path: Path, control: str) -> None:
    found = text(tmp_path, page(f"<p>The ferry{control}[31m sank in the harbour of Lund on Friday morning.</p>"))
    assert "The ferry\ufffd[31m sank" in found
    assert SHOWN in found


def test_line_ends_and_tabs_are_text(tmp_path: Path) -> None:
    found = text(tmp_path, page("<p>The ferry&#10;sank in the harbour&#9;of Lund on Friday morning.</p>"))
    assert "\ufffd" not in found


@pytest.mark.parametrize(
    ("source", "cut"),
    [
        (page(""), False),
        (page("")[:-20], True),  # inside a tag
        (page("").removesuffix("</article></body></html>"), True),
        ("<html><body><p>One sentence.<p>Another one.</p>", False),  # ends that may be left out
        ("<html><body><p>One sentence. And half of", True),
        ("<p>A piece of a page.</p>", False),
    ],
)
def test_a_page_that_breaks_off_is_known(tmp_path: Path, source: str, cut: bool) -> None:
    assert is_cut_off(source) is cut


def test_a_page_that_breaks_off_narrows_the_run(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page("").removesuffix("</article></body></html>"), encoding="utf-8")
    reading = gather([path])
    assert len(reading.articles) == 1
    assert [(skip.narrows, "breaks off" in skip.why) for skip in reading.skipped] == [(True, True)]
