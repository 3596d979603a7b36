import io
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck import flow
from factcheck.cli import main

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 40),
        ("latin.txt", "Treviño".encode("latin-1")),
        ("cut.html", b"<html><body><p"),
    ],
)
@pytest.mark.parametrize("command", ["conflicts", "check", "extract"])
def test_an_unreadable_article_is_one_line_and_the_others_are_reported(
    run: Run, story: Path, command: str, name: str, content: bytes
) -> None:
    (story / "seeds" / name).write_bytes(content)
    result = run(command)
    assert result.code == 2
    lines = result.err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(f"error: seeds/{name}: ")
    assert "2 articles" in " ".join(result.out.split())
    assert "Traceback" not in result.err


def test_a_line_of_twenty_megabytes_is_refused(run: Run, story: Path) -> None:
    (story / "seeds" / "long.txt").write_bytes(b"1,000 million " * 1_500_000)
    result = run("conflicts")
    assert result.code == 2
    assert "too long for an article" in result.err
    assert "2 articles" in " ".join(result.out.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("conflicts", "nowhere.txt"),
        ("conflicts", "void"),
        ("conflicts", "*.html"),
        ("extract", "nowhere"),
        ("drift", "nowhere", "void"),
        ("nonsense",),
        ("conflicts", "--nonsense"),
        ("conflicts", "--format", "xml"),
        ("conflicts", "--format", "sarif", "--jobs", "-1"),
        ("agreements", "--format", "sarif"),
        ("extract", "--format", "github", "seeds"),
        ("conflicts", "--pipeline", "no-such-pipeline"),
        ("explain", "ffffffff", "--format", "csv"),
        ("check", "--on", "tomorrow"),
    ],
)
def test_what_cannot_be_done_is_said_on_stderr_alone(run: Run, story: Path, arguments: tuple[str, ...]) -> None:
    (story / "void").mkdir()
    result = run(*arguments)
    assert result.code == 2
    assert result.out == ""
    assert result.err.count("error: ") >= 1
    assert "Traceback" not in result.err
    assert all(line.startswith(("error: ", "tip: ")) for line in result.err.splitlines())


def test_a_missing_path_leaves_the_others(run: Run, story: Path) -> None:
    result = run("conflicts", "seeds", "nowhere.txt")
    assert result.code == 2
    assert "nowhere.txt: there is no such file" in result.err
    assert "1 conflict" in result.out


def test_check_is_2_when_something_could_not_be_read(run: Run, story: Path) -> None:
    (story / "seeds" / "empty.txt").write_bytes(b"")
    assert run("check").code == 2
    result = run("check", "--update")
    assert result.code == 2
    assert not (story / "claims" / "findings.jsonl").exists()
    assert "now known" not in result.out


def test_an_article_that_is_not_english_is_no_quiet_pass(run: Run, story: Path) -> None:
    german = (
        "Vier Menschen starben, als am Montag eine Brücke in der Stadt Holm einstürzte, sagte die Polizei am Abend."
    )
    (story / "seeds" / "german.txt").write_text(german, encoding="utf-8")
    result = run("check", "--update")
    assert result.code == 2
    assert "german.txt: this is not English" in result.err


def test_front_matter_that_is_never_closed_is_said(run: Run, story: Path) -> None:
    (story / "seeds" / "open.md").write_text("---\npublished: 2024-05-06\n\nA ferry sank off the coast on Monday.\n")
    result = run("conflicts")
    assert result.code == 2
    assert "no closing line of ---" in result.err


def test_a_base_that_is_named_and_missing_is_no_empty_one(run: Run, story: Path) -> None:
    result = run("check", "--base", "man")
    assert (result.code, result.out) == (2, "")
    assert "there is no base here" in result.err


def test_a_damaged_base_stops_the_check(run: Run, story: Path) -> None:
    (story / "claims").mkdir()
    (story / "claims" / "findings.jsonl").write_text("{")
    result = run("check")
    assert result.code == 2
    assert "findings.jsonl" in result.err


def test_a_bug_is_one_line_and_2(run: Run, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("all wrong\nreally")

    monkeypatch.setattr(flow, "extract", broken)
    result = run("conflicts")
    assert result.code == 2
    assert result.out == ""
    assert result.err.startswith("error: factcheck failed: ZeroDivisionError: all wrong really\ntip: ")
    assert "Traceback" in run("conflicts", "--verbose").err
    monkeypatch.setenv("FACTCHECK_DEBUG", "1")
    assert "Traceback" in run("conflicts").err


def test_a_bug_on_one_article_leaves_the_others(run: Run, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck.flow import work
    from factcheck.model.article import Article

    whole = work.doc_of

    def broken(article: Article, name: str) -> object:
        if article.id == "ledger":
            raise ZeroDivisionError("all wrong")
        return whole(article, name)

    monkeypatch.setattr(work, "doc_of", broken)
    result = run("conflicts")
    assert result.code == 2
    assert "seeds/ledger.txt: factcheck failed on it (ZeroDivisionError: all wrong); please report this" in result.err


def test_standard_input_is_an_article(run: Run, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((story / "seeds" / "courier.txt").read_bytes())))
    result = run("conflicts", "-", "seeds/ledger.txt")
    assert result.code == 0
    assert "stdin" in result.out


def test_a_settings_file_is_followed_and_checked(run: Run, story: Path) -> None:
    (story / "factcheck.toml").write_text('seeds = "seeds/ledger.txt"\n')
    assert "1 article," in run("conflicts").out
    (story / "factcheck.toml").write_text("seed = 1\n")
    assert "factcheck.toml" in run("conflicts").err


def program(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "OMP_NUM_THREADS": "1"}
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
        **options,
    )  # type: ignore[call-overload]


def test_help_loads_nothing_heavy() -> None:
    done = program("--help")
    assert done.returncode == 0
    assert "Examples" in done.stdout
    code = (
        "import sys\nfrom factcheck.cli import main\ntry:\n    main(['--help'])\nfinally:\n"
        "    heavy = 'spacy', 'rich', 'trafilatura', 'numpy', 'pydantic', 'yaml'\n"
        "    print([name for name in heavy if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_a_closed_pipe_is_no_error(story: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "OMP_NUM_THREADS": "1"}
    child = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "conflicts", "--format", "json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, cwd=story,
    )  # fmt: skip
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    err = child.stderr.read().decode()
    child.stderr.close()
    assert child.wait() == 0, err
    assert "BrokenPipe" not in err


def test_killed_while_it_writes_claims_stay_whole(story: Path) -> None:
    text = (story / "seeds" / "courier.txt").read_text("utf-8")
    for number in range(30):
        (story / "seeds" / f"n{number:02}.txt").write_text(text * 3)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "OMP_NUM_THREADS": "1"}
    child = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "extract"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=story,
    )
    deadline = time.monotonic() + 60
    while child.poll() is None and not list((story / "claims").glob("*.jsonl")) and time.monotonic() < deadline:
        time.sleep(0.002)
    child.kill()
    child.wait()
    from factcheck import store

    written = sorted((story / "claims").glob("*.jsonl"))
    assert written
    for path in written:
        assert store.read_claims(story / "claims", path.stem) is not None


def test_version_and_licences(run: Run) -> None:
    assert run("--version").out.startswith("factcheck ")
    verbose = run("--version", "--verbose")
    assert verbose.code == 0
    assert "NOTICE" in verbose.out
    assert "Apache" in verbose.out


@pytest.mark.parametrize("command", ["extract", "agreements", "conflicts", "drift", "check", "explain", "sources"])
def test_every_command_has_help_with_examples(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.code == 0
    assert f"  factcheck {command}" in result.out


def test_main_without_arguments_shows_the_help(run: Run) -> None:
    assert run().code == 0
    assert "Commands:" in run().out
    assert main(["--version"]) == 0


def test_three_characters_of_an_id_are_too_few_and_said_to_be(run: Run, story: Path) -> None:
    result = run("explain", "abc")
    assert result.code == 2
    assert "abc: too short for an id" in result.err


def test_one_article_alone_is_said_to_be_alone(run: Run, story: Path) -> None:
    result = run("conflicts", "seeds/ledger.txt")
    assert result.code == 0
    assert result.err == "note: one article alone has nothing to be compared with\n"


def test_drift_of_one_file_says_what_it_needs(run: Run, story: Path) -> None:
    result = run("drift", "seeds/ledger.txt")
    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines() == [
        "error: seeds/ledger.txt: a copy is compared with its original, and one article alone was given",
        "tip: Name both, factcheck drift ORIGINAL COPY, or a folder that holds them.",
    ]


def test_drift_of_one_file_and_one_that_is_missing_names_the_missing_one(run: Run, story: Path) -> None:
    result = run("drift", "seeds/ledger.txt", "seeds/gone.txt")
    assert result.code == 2
    assert "gone.txt" in result.err


def test_without_a_path_and_without_seeds_the_ways_to_name_articles_are_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("conflicts")
    assert result.code == 2
    assert result.err.splitlines() == [
        "error: no article is named, and there is no folder seeds/",
        "tip: Name files or folders of articles, or - for standard input.",
    ]


def test_an_id_that_is_too_short_is_refused_before_anything_is_read(run: Run) -> None:
    assert run("explain", "zz", "nowhere.txt").err.startswith("error: zz: too short for an id")
