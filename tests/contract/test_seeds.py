"""What the repository ships is what the program makes of it: seeds/ gives claims/, and its conflicts are known."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
Run = Callable[..., Any]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped articles and claims, as the current folder."""
    for name in ("seeds", "claims"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_committed_claims_are_those_of_the_articles(run: Run, project: Path) -> None:
    committed = {path.name: path.read_text("utf-8").splitlines()[1:] for path in (project / "claims").glob("*.jsonl")}
    committed.pop("findings.jsonl", None)
    shutil.rmtree(project / "claims")
    assert run("extract").code == 0
    made = {path.name: path.read_text("utf-8").splitlines()[1:] for path in (project / "claims").glob("*.jsonl")}
    assert made == committed, "run: factcheck extract && factcheck check --update"


def test_the_shipped_conflicts_are_known(run: Run, project: Path) -> None:
    result = run("check")
    assert result.code == 0, result.out
    known = (project / "claims" / "findings.jsonl").read_text("utf-8").splitlines()
    assert len(known) > 1, "the shipped story has conflicts"
    assert json.loads(known[0])["format"] == "factcheck.base/1"
