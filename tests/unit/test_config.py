from pathlib import Path

import pytest

from factcheck.config import Settings, load
from factcheck.errors import SettingsError


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path) == Settings()


def test_settings_come_from_either_file_and_the_own_one_wins(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.factcheck]\nseeds = "news"\n')
    assert load(tmp_path).seeds == "news"
    (tmp_path / "factcheck.toml").write_text("jobs = 3\n")
    assert load(tmp_path) == Settings(jobs=3)


def test_a_project_file_of_others_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert load(tmp_path) == Settings()


@pytest.mark.parametrize("text", ["jobs = -1", "job = 1", 'max_bytes = "many"', "jobs = "])
def test_a_setting_without_meaning_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "factcheck.toml").write_text(text)
    with pytest.raises(SettingsError, match=r"factcheck\.toml"):
        load(tmp_path)


def test_a_broken_project_file_with_settings_of_ours_is_an_error_and_another_is_not(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other]\nx = \n")
    assert load(tmp_path) == Settings()
    (tmp_path / "pyproject.toml").write_text('[tool.factcheck]\nseeds = "news"\n[tool.other]\nx = \n')
    with pytest.raises(SettingsError, match=r"pyproject\.toml"):
        load(tmp_path)


def test_the_fingerprint_knows_what_changes_results() -> None:
    assert Settings().fingerprint() == Settings(jobs=4, seeds="x", claims="y").fingerprint()
    assert Settings().fingerprint() != Settings(max_characters=5).fingerprint()
