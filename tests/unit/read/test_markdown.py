import pytest

from factcheck.stages.read.markdown import front_matter, plain_text


def test_front_matter_is_taken_off() -> None:
    table, text, skipped = front_matter('---\ntitle: "Two: a story"\npublished: 2025-02-27\n---\n\nBody.\n', "a.md")
    assert (table["title"], str(table["published"]), text, skipped) == ("Two: a story", "2025-02-27", "Body.\n", [])


@pytest.mark.parametrize("text", ["No front matter.\n", "---\nnever closed\n", "--- \nx", ""])
def test_text_without_front_matter_stays(text: str) -> None:
    table, body, skipped = front_matter(text, "a.md")
    assert (table, skipped) == ({}, [])
    assert body == text


@pytest.mark.parametrize(
    "inside", ["title: [", "- a\n- b", "a: &x [*x]\nb: {", "!!python/object:os.system x", "\t: x: y"]
)
def test_front_matter_that_is_no_table_is_reported(inside: str) -> None:
    table, body, skipped = front_matter(f"---\n{inside}\n---\nBody.", "a.md")
    assert table == {}
    assert body == "Body."
    assert [skip.narrows for skip in skipped] == [True]


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("The **mayor** *resigned* on __Monday__.", "The mayor resigned on Monday."),
        ("See [the report](https://example.org/a_(b)) now.", "See the report now."),
        ("![a photo](x.png)The fire.", "The fire."),
        ("A note[^1] and [ref][1].", "A note and ref."),
        ("[1]: https://example.org", ""),
        ("> “We won,” she said.", "“We won,” she said."),
        ("- twelve men\n- three women", "twelve men\nthree women"),
        ("5 * 3 * 2 and snake_case_name stay", "5 * 3 * 2 and snake_case_name stay"),
        ("It cost \\$5 \\*net\\*.", "It cost \\$5 *net*."),
        ("A <b>bold</b> word<br/>", "A bold word"),
        ("one <!-- hidden\nlines --> two", "one \n two"),
    ],
)
def test_markup_goes_and_words_stay(source: str, plain: str) -> None:
    assert plain_text(source)[0] == plain


def test_headings_are_found_and_the_first_is_the_title() -> None:
    text, headings, title = plain_text(
        "# Mayor resigns\n\nHe left.\n\n## What next\n\nA vote.\n\nThe *plan*\n---\n\nEnd.\n"
    )
    assert title == "Mayor resigns"
    assert [text[start:end] for start, end in headings] == ["What next", "The plan"]
    assert text.count("\n") == 12


def test_a_line_of_stars_takes_linear_time() -> None:
    for sign in "*_[`<!":
        assert plain_text(sign * 200_000 + " x")
