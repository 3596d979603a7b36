import json
from datetime import date

import pytest

from factcheck.errors import ArticleError
from factcheck.stages.read.html import article_of

PARAGRAPHS = [
    "The council voted on Tuesday to close the harbor for nine months while the east pier is rebuilt.",
    "Fishermen who had asked for a shorter closure said they would appeal before the end of June.",
    "The mayor, Ann Poe, said the work would cost 14 million dollars and employ 200 people.",
]
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Not this"},
        {
            "@type": "NewsArticle",
            "headline": "Council closes harbor",
            "datePublished": "2025-02-27T23:30:00-05:00",
            "dateModified": "2025-03-02",
            "author": [{"@type": "Person", "name": "Jo Li"}, {"name": "Max Roe"}],
            "publisher": {"@type": "Organization", "name": "Harbor Ledger"},
        },
    ],
}


def page(*, head: str = "", body: str = "") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html><head><title>Site | Harbor</title>{head}</head><body><nav><a href=/>Home</a></nav>"
        f"<article><h1>Council closes harbor</h1>{text}{body}</article><footer>© 1999-2026</footer></body></html>"
    )


def test_text_title_and_date_are_found() -> None:
    text, facts = article_of(page(head=f'<script type="application/ld+json">{json.dumps(LD)}</script>'), "a.html")
    assert all(paragraph in text for paragraph in PARAGRAPHS)
    assert "Home" not in text
    assert facts.title == "Council closes harbor"
    assert facts.published == date(2025, 2, 27)
    assert (facts.author, facts.publisher) == ("Jo Li and Max Roe", "Harbor Ledger")


def test_a_footer_gives_no_date() -> None:
    assert article_of(page(), "a.html")[1].published is None


def test_a_meta_tag_gives_the_date() -> None:
    head = '<meta property="article:published_time" content="2031-02-27T08:00:00Z">'
    assert article_of(page(head=head), "a.html")[1].published == date(2031, 2, 27)  # later than any clock of ours


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "[" * 5000,
        '"text"',
        "[1, null]",
        '{"@type": ["NewsArticle"], "datePublished": 7, "author": {"name": [{}]}}',
    ],
)
def test_broken_descriptions_of_the_page_are_passed_over(script: str) -> None:
    text, _ = article_of(page(head=f'<script type="application/ld+json">{script}</script>'), "a.html")
    assert PARAGRAPHS[0] in text


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 3000 + "deep" + "</div>" * 3000,
        "<p>cut off <a href='",
        "<script>while(true){}</script><img src=x onerror=alert(1)>",
        "<p>\x01\x02</p>",
        "<!--" * 1000,
    ],
)
def test_hostile_markup_does_not_end_the_reading(markup: str) -> None:
    try:
        text, _ = article_of(page(body=markup), "a.html")
    except ArticleError as error:  # a refusal is an answer too
        text = error.message
    assert "alert(1)" not in text
    assert text


def test_equal_pages_give_equal_texts() -> None:
    assert article_of(page(), "a.html") == article_of(page(), "b.html")


@pytest.mark.parametrize("source", ["<html></html>", "<html><body><script>let x = 1</script></body>", "<"])
def test_a_page_without_an_article_is_refused(source: str) -> None:
    with pytest.raises(ArticleError, match="no article text"):
        article_of(source, "a.html")
