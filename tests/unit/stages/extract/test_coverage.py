from datetime import date

import pytest
from spacy.tokens import Doc

from factcheck.model.article import Article, Boilerplate
from factcheck.stages.annotate import annotate, load
from factcheck.stages.extract import extract


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Who closed the bridge?", "question"),
        ("Please sign up for our newsletter.", "instruction"),
        ("Related stories", "fragment"),
    ],
)
def test_what_is_no_statement_says_why(extracted, text: str, reason: str):
    found = extracted(text)
    assert found.claims == ()
    assert [sentence.reason for sentence in found.coverage] == [reason]


def test_furniture_makes_no_claims(extracted):
    text = "The bridge was closed on Monday.\nHarbor Ledger owns all rights."
    found = extracted(text, boilerplate=(Boilerplate(33, len(text), "copyright"),))
    assert [sentence.reason for sentence in found.coverage] == [None, "boilerplate"]


def test_every_sentence_is_accounted_for(extracted):
    found = extracted("The bridge was closed. Who closed it? Police said nothing on Monday.")
    ids = {item.id for item in found.claims}
    assert {claim for sentence in found.coverage for claim in sentence.claims} == ids
    assert all(sentence.claims or sentence.reason for sentence in found.coverage)


def test_spans_are_verbatim_and_inside_their_sentences(extracted):
    text = "“Never,” said Ana Duarte, the mayor, who was elected in 2019.\n\nThe 30 guests, she added, had left — all."
    found = extracted(text)
    assert found.claims
    for item in found.claims:
        assert text[item.span.start : item.span.end] == item.span.text
        assert text[item.sentence.start : item.sentence.end] == item.sentence.text
        assert item.sentence.start <= item.span.start <= item.span.end <= item.sentence.end
        assert all(text[part.start : part.end] == part.text for part in item.arguments)


def test_the_same_text_gives_the_same_claims():
    text = "Police in Lima arrested 30 people on Monday, a judge said, and freed 12 of them."
    article = Article("again", text, published=date(2024, 5, 6))
    assert extract(annotate(article, load()), article) == extract(annotate(article, load()), article)


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "!!!", "“", "1,2,3,4,5,6,7,8,9", "said said said", "According to", "— , ; ”"]
)
def test_odd_texts_raise_nothing(text: str):
    article = Article("odd", text)
    extract(annotate(article, load()), article)


def test_an_unparsed_doc_raises_nothing():
    doc = Doc(load().vocab, words=["A", "bus", "crashed", "."], sent_starts=[True, False, False, False])
    extract(doc, Article("bare", doc.text))
