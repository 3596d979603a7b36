import pytest

from factcheck.errors import ArticleError
from factcheck.stages.read.decode import decode


@pytest.mark.parametrize(
    "data",
    [
        "Zażółć gęślą jaźń.".encode(),
        "Zażółć gęślą jaźń.".encode("utf-8-sig"),
        "Zażółć gęślą jaźń.".encode("utf-16"),
        "Zażółć gęślą jaźń.".encode("utf-32"),
    ],
)
def test_text_says_its_encoding_or_is_utf8(data: bytes) -> None:
    assert decode(data, "a.txt") == "Zażółć gęślą jaźń."


def test_line_ends_become_line_feeds() -> None:
    assert decode(b"one\r\ntwo\rthree\n", "a.txt") == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        ("\ufeff".encode(), "empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04rest", "office document"),
        (b"\x89PNG\r\n", "a picture"),
        (b"one\x00two", "binary"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x01\x02\x03\x04 text", "binary"),
        ("Trevi\u00f1o".encode("latin-1"), "not valid UTF-8 (byte 0xf1 in line 1)"),
        (b"good\nline\n\xe9", "in line 3"),
    ],
)
def test_what_is_not_text_is_refused_with_the_reason(data: bytes, why: str) -> None:
    with pytest.raises(ArticleError) as caught:
        decode(data, "a.txt")
    assert caught.value.message.startswith("a.txt: ")
    assert why in caught.value.message
    assert caught.value.tip
    assert "\n" not in str(caught.value)


def test_a_page_is_decoded_as_it_says() -> None:
    page = '<html><meta charset="iso-8859-1"><p>Treviño</p>'
    assert "Treviño" in decode(page.encode("latin-1"), "a.html", html=True)


def test_a_page_that_names_the_wrong_encoding_may_still_be_utf8() -> None:
    page = '<html><meta charset="ascii"><p>Treviño</p>'
    assert "Treviño" in decode(page.encode(), "a.html", html=True)


def test_an_unknown_encoding_is_named() -> None:
    with pytest.raises(ArticleError, match="klingon"):
        decode(b'<meta charset="klingon"><p>x', "a.html", html=True)
