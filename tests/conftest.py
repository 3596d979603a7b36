"""Builders and stand-ins that several test modules share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.model.article import Article
from factcheck.model.claim import Attribution, Claim, Kind
from factcheck.model.quantity import Quantity
from factcheck.model.span import Span
from factcheck.model.time import Time
from factcheck.text import digest


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file below the test's folder."""

    def make(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return make


@pytest.fixture
def make_claim() -> Callable[..., Claim]:
    """A claim with a span in its text; the sentence is the text."""

    def make(article: Article, quote: str, **fields: object) -> Claim:
        start = article.text.index(quote)
        span = Span(start, start + len(quote), quote)
        values: dict[str, object] = {
            "id": digest(article.id, start, quote),
            "source": article.id,
            "kind": Kind.EVENT,
            "text": quote,
            "span": span,
            "sentence": Span(0, len(article.text), article.text),
        }
        return Claim(**{**values, **fields})  # type: ignore[arg-type]

    return make


@pytest.fixture
def rich_claim(make_claim: Callable[..., Claim]) -> Claim:
    """A claim with every part filled, open ends and non-ASCII letters included."""
    from datetime import date

    text = "Officials in Zażółć said on Tuesday that more than 40 miners were missing since 2019."
    return make_claim(
        Article("a", text),
        "more than 40 miners were missing",
        kind=Kind.QUANTITY,
        quantity=Quantity(37, 56, "more than 40 miners", 40, 41, float("inf"), counted="miner", concepts=("miners",)),
        time=Time(76, 80, "2019", date(2019, 1, 1), None, value="2019", precision="year"),
        attribution=Attribution("officials in Zażółć", "said", 0, 19),
        subject="miners",
        predicate="be missing",
    )


@pytest.fixture(autouse=True)
def _no_settings_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs in tests depend on no variables of the machine."""
    for name in ("NO_COLOR", "FORCE_COLOR", "FACTCHECK_DEBUG", "FACTCHECK_FORMAT", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
