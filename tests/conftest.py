"""Builders, and whole runs of the program in this process, that several test modules share."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from factcheck.cli import main
from factcheck.model.article import Article
from factcheck.model.claim import Attribution, Claim, Kind
from factcheck.model.quantity import Quantity
from factcheck.model.span import Span
from factcheck.model.time import Time
from factcheck.text import digest

# Shared and busy machines: time is no failure, and a failure comes again with the same examples.
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


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


LEDGER = """LISBON — A ferry sank off the coast of Portugal on Monday, killing 12 passengers, the coast guard said.

The ferry carried 240 people and left Setubal in the morning, according to the harbor master.

© 2024 Harbor Ledger. All rights reserved.
"""
COURIER = """A ferry sank off the coast of Portugal on Monday, killing 19 passengers, police said.

The ferry carried 240 people when it left Setubal, the harbor master said.
"""
SOURCES = """[ledger]
publisher = "Harbor Ledger"
published = 2024-05-06

[courier]
publisher = "Daily Courier"
published = 2024-05-06
"""


class Result(NamedTuple):
    """What a run left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Call `main`. Progress is off: whether it shows depends on the machine."""
    monkeypatch.setattr("factcheck.cli.progress._QUIET", float("inf"))

    def call(*arguments: object) -> Result:
        capfd.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Result(code, out, err)

    return call


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two articles in seeds/, as the current folder."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "ledger.txt").write_text(LEDGER, "utf-8")
    (seeds / "courier.txt").write_text(COURIER, "utf-8")
    (seeds / "sources.toml").write_text(SOURCES, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
