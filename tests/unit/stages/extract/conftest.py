"""Sentences of our own, parsed by the shipped pipeline once a run, and their claims."""

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from factcheck.model.article import Article, Boilerplate
from factcheck.model.claim import Claim, Extraction
from factcheck.stages.annotate import annotate, load
from factcheck.stages.extract import extract


@cache
def _extraction(text: str, published: date | None, boilerplate: tuple[Boilerplate, ...]) -> Extraction:
    article = Article("test", text, published=published, boilerplate=boilerplate)
    return extract(annotate(article, load()), article)


@pytest.fixture
def extracted() -> Callable[..., Extraction]:
    """Everything that is extracted from a text."""

    def make(
        text: str, published: date | None = date(2024, 5, 6), boilerplate: tuple[Boilerplate, ...] = ()
    ) -> Extraction:
        return _extraction(text, published, boilerplate)

    return make


@pytest.fixture
def claims(extracted: Callable[..., Extraction]) -> Callable[..., list[Claim]]:
    """The claims of a text in order."""
    return lambda text, **facts: list(extracted(text, **facts).claims)


@pytest.fixture
def claim(claims: Callable[..., list[Claim]]) -> Callable[[str, str], Claim]:
    """The first claim of a text whose span holds the given words."""

    def find(text: str, words: str) -> Claim:
        found = [item for item in claims(text) if words in item.span.text]
        assert found, [item.span.text for item in claims(text)]
        return min(found, key=lambda item: (len(item.span.text), item.span.start))

    return find
