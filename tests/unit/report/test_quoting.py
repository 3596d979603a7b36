from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.article import Article
from factcheck.model.finding import SourceSpan
from factcheck.report.quoting import Piece, Weight, clean, excerpt, narrowed

TEXT = "Mr. Poe met U.S. officials on Feb. 27 in Lisbon. He said 12 boats sank. They left.\nNext line here."


def bracketed(pieces: Iterable[Piece]) -> str:
    """A quote as plain text, with the marked words in square brackets."""
    return "".join(f"[{piece.text}]" if piece.weight is Weight.MARK else piece.text for piece in pieces)


def at(words: str, text: str = TEXT) -> SourceSpan:
    start = text.index(words)
    return SourceSpan("a", start, start + len(words), words)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Lisbon", "Mr. Poe met U.S. officials on Feb. 27 in [Lisbon]."),
        ("12 boats", "He said [12 boats] sank."),
        ("They left.", "[They left.]"),
        ("Next", "[Next] line here."),
    ],
)
def test_a_quote_stands_in_its_sentence(words: str, shown: str) -> None:
    assert bracketed(excerpt(Article("a", TEXT), at(words), [at(words)], None, 200)) == shown


def test_a_long_sentence_is_cut_at_words_around_the_mark() -> None:
    text = "Long ago " + "and then " * 60 + "twelve boats sank " + "and more " * 60 + "at last."
    shown = bracketed(excerpt(Article("a", text), at("twelve boats sank", text), [at("twelve", text)], None, 80))
    assert "[twelve] boats sank" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 110
    assert set(shown.strip("… ").replace("[", "").replace("]", "").split()) <= set(text.split())


def test_a_span_that_is_not_in_the_text_is_shown_alone() -> None:
    assert bracketed(excerpt(Article("a", "other"), SourceSpan("a", 0, 3, "one"), [], None, 80)) == "one"
    assert bracketed(excerpt(None, SourceSpan("a", 0, 3, "one"), [], None, 80)) == "one"


@given(st.text(max_size=300), st.data())
def test_any_span_of_any_text_is_shown_whole_or_cut(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = SourceSpan("a", start, end, text[start:end])
    mark = SourceSpan("a", start, min(end, start + 2), text[start : min(end, start + 2)])
    limit = data.draw(st.integers(1, 100))
    pieces = excerpt(Article("a", text), span, [mark], None, limit)
    assert len("".join(piece.text for piece in pieces)) <= limit + 60 + 4


def test_clean_leaves_letters_alone() -> None:
    assert clean("Treviño “said”\n\tso\u00a0far") == "Treviño “said”  so far"
    assert clean("a\x1b[0m\x9b\u202eb\ud800") == "a\ufffd[0m\ufffd\ufffdb\ufffd"


def marks(*texts: str) -> list[SourceSpan]:
    return [SourceSpan(f"s{number}", 10, 10 + len(text), text) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "left"),
    [
        (["a total of 55 prisoners", "the 28 prisoners"], ["total of 55", "28"]),
        (
            ["founder of the Guadalajara cartel", "a founding member of the Sinaloa cartel"],
            ["founder of the Guadalajara", "founding member of the Sinaloa"],
        ),
        (["19", "12"], ["19", "12"]),
        (
            ["the former head of the Zetas", "the former head of the Zetas"],
            ["the former head of the Zetas", "the former head of the Zetas"],
        ),
        (["red one and green two here", "red six and green two now"], ["one", "here", "six", "now"]),
        (["only one side of it"], ["only one side of it"]),
    ],
)
def test_marks_are_cut_down_to_what_differs(texts: list[str], left: list[str]) -> None:
    found = narrowed(marks(*texts))
    assert [mark.text for mark in found] == left
    for mark in found:
        text = texts[int(mark.source[1:])]
        assert text[mark.start - 10 : mark.end - 10] == mark.text


def test_what_steers_a_terminal_is_told_from_white_space():
    from factcheck.report.quoting import steers

    assert [steers(char) for char in ("\x1b", "\u202e", "\x9b", "\n", "\t", " ", "é", "”")] == [True] * 3 + [False] * 5


def test_a_bound_stays_whole() -> None:
    found = narrowed(marks("at least 48 people have been killed", "people who have been killed at noon: 71"))
    assert "at least 48" in {mark.text for mark in found}
