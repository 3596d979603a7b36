"""`factcheck support`, and what the tables say around their findings."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import progress

Run = Callable[..., Any]
SOURCE = "Mills in Ostrava employ 300 weavers. Ilse Brandt runs the biggest of them. She was born in Brno."
DRAFT = "Mills in Ostrava employ more than 400 weavers. Ilse Brandt was born in Brno. She plays the violin."


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "source.txt").write_text(SOURCE, "utf-8")
    (tmp_path / "draft.txt").write_text(DRAFT, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_sentence_has_a_verdict_and_what_it_rests_on(run: Run, two: Path) -> None:
    result = run("support", "source.txt", "draft.txt")
    assert result.code == 0
    lines = result.out.splitlines()
    assert [line.split("  ")[0] for line in lines if line[:1].isdigit()] == [
        "1. contradicted",
        "2. seems told",
        "3. not told",
    ]
    assert "Mills in Ostrava employ [300] weavers." in result.out
    assert lines[-1] == "Of 3 sentences 1 seems told, 1 contradicted, 1 not told; 0 items skipped."


def test_the_order_of_the_arguments_says_what_is_checked(run: Run, two: Path) -> None:
    result = run("support", "draft.txt", "source.txt", "--format", "json")
    rows = json.loads(result.out)["support"]
    assert {row["sentence"]["source"] for row in rows} == {"source"}
    assert [row["sentence"]["text"] for row in rows][1] == "Ilse Brandt runs the biggest of them."


def test_what_is_borne_out_can_be_left_out_of_every_format(run: Run, two: Path) -> None:
    table = run("support", "source.txt", "draft.txt", "--unborne").out
    assert "told  confidence" not in table.replace("not told", "")
    assert "1 seems told, 1 contradicted" in table  # the count is of all
    document = json.loads(run("support", "source.txt", "draft.txt", "--unborne", "-f", "json").out)
    assert [row["verdict"] for row in document["support"]] == ["contradicted", "untold"]
    lines = run("support", "source.txt", "draft.txt", "--unborne", "-f", "jsonl").out.splitlines()
    assert [json.loads(line)["verdict"] for line in lines] == ["contradicted", "untold"]
    rows = list(csv.DictReader(io.StringIO(run("support", "source.txt", "draft.txt", "--unborne", "-f", "csv").out)))
    assert [row["verdict"] for row in rows] == ["contradicted", "untold"]
    markdown = run("support", "source.txt", "draft.txt", "--unborne", "-f", "markdown").out
    assert "| contradicted | Mills in Ostrava employ **more than 400** weavers. |" in markdown
    assert "| seems told |" not in markdown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("source.txt", "source.txt"), "error: support compares two texts, and the same one is named twice"),
        (("source.txt", "nowhere.txt"), "error: nowhere.txt: there is no such file or folder"),
        (("source.txt", "draft.txt", "--format", "sarif"), "error: --format sarif shows findings alone, not support"),
        (("source.txt",), "error: Missing argument"),
    ],
)
def test_what_cannot_be_compared_is_said(run: Run, two: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run("support", *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(said)


def test_ids_stand_in_the_table_of_claims_and_explain_takes_them(run: Run, story: Path) -> None:
    shown = [line.split()[0] for line in run("extract", "seeds").out.splitlines() if " quantity " in line]
    assert shown
    assert shown[0] in run("explain", shown[0]).out


def test_a_check_without_news_is_not_headed_new_conflicts(run: Run, story: Path) -> None:
    assert run("check").out.startswith("New conflicts")
    assert run("check", "--update").out.startswith("Conflicts checked")


def test_an_unknown_format_is_named_without_jargon(run: Run, two: Path) -> None:
    assert "Value error" not in run("extract", "source.txt", "--format", "xml").err


def test_progress_in_a_pipe_ends_with_what_it_counted_to(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_QUIET", 0.0)
    with progress.Progress() as tell:
        for done in range(4):
            tell("reading", done, 3)
        tell("judging", 0, 1)
    assert capsys.readouterr().err.splitlines() == ["reading: 0 of 3", "reading: 3 of 3"]
