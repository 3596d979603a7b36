import os
import random
import sys
import warnings
from collections.abc import Callable
from datetime import date
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from factcheck.errors import ArticleError
from factcheck.stages.read import Limits, gather, read

Write = Callable[[str, str | bytes], Path]
TEXT = "The council voted on Tuesday to close the harbor for nine months.\n"


def whys(reading: object) -> list[str]:
    return [skip.why for skip in reading.skipped if skip.narrows]  # type: ignore[attr-defined]


def test_a_folder_is_read_all_the_way_down_in_order(write: Write, tmp_path: Path) -> None:
    for name in ("b.txt", "deep/down/a.md", "c.html", "notes.csv", ".hidden.txt", "README.md"):
        write(
            name, f"<html><body><article><p>{TEXT * 5}</p></article></body></html>" if name.endswith("html") else TEXT
        )
    reading = gather([tmp_path])
    assert [article.id for article in reading.articles] == ["a", "b", "c"]
    assert whys(reading) == []
    assert {Path(skip.where).name for skip in reading.skipped} == {"notes.csv", "README.md"}


def test_facts_come_from_sources_then_front_matter(write: Write, tmp_path: Path) -> None:
    write("a.md", f"---\ntitle: Own\npublisher: Own\npublished: 2025-01-02\n---\n{TEXT}")
    write("sources.toml", '[a]\nid = "left"\npublisher = "Said"\nauthor = "Ann Poe"\nurl = "https://x.example/a"\n')
    (article,) = gather([tmp_path]).articles
    assert (article.id, article.title, article.publisher, article.author) == ("left", "Own", "Said", "Ann Poe")
    assert (article.published, article.url) == (date(2025, 1, 2), "https://x.example/a")
    assert article.text == TEXT


def test_a_text_file_is_read_as_it_is(write: Write) -> None:
    text = "  LISBON — Straight.\n\n\tOdd\u00a0spaces “here”.  \n"
    (article,) = read(write("a.txt", text))
    assert article.text == text


def test_the_order_of_paths_does_not_matter(write: Write, tmp_path: Path) -> None:
    names = [str(write(f"{name}.txt", TEXT + name)) for name in "abcd"] + [str(tmp_path), str(tmp_path / "?.txt")]
    expected = gather(names)
    for seed in range(5):
        shuffled = random.Random(seed).sample(names, len(names))
        assert gather(shuffled) == expected
    assert [article.id for article in expected.articles] == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", b"\x00\x01\x02" * 50, "binary"),
        ("latin.txt", "Treviño".encode("latin-1"), "not valid UTF-8"),
        ("cut.html", b"<html><body><p", "no article text"),
        ("bare.html", b"<html><head><title>x</title></head></html>", "no article text"),
        ("only.md", b"---\ntitle: x\n---\n", "no text"),
        ("long.txt", b"1,000,000 " * 200, "too many"),
        ("large.txt", b"x" * 5000, "too long"),
    ],
)
def test_a_bad_file_is_named_with_its_reason_and_the_others_are_read(
    write: Write, tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    write("good.txt", TEXT)
    write(name, content)
    reading = gather([tmp_path], Limits(bytes=4000, characters=1000))
    assert [article.id for article in reading.articles] == ["good"]
    (found,) = [skip for skip in reading.skipped if skip.narrows]
    assert found.where.endswith(name)
    assert why in found.why
    assert reading.tips[found.where]


def test_missing_paths_empty_folders_and_patterns_are_said(tmp_path: Path, write: Write) -> None:
    write("good.txt", TEXT)
    (tmp_path / "void").mkdir()
    reading = gather([tmp_path / "good.txt", tmp_path / "none.txt", tmp_path / "void", tmp_path / "*.md", "a\0b"])
    assert [article.id for article in reading.articles] == ["good"]
    assert len(whys(reading)) == 4


def test_links_that_loop_or_lead_nowhere(tmp_path: Path, write: Write) -> None:
    write("in/good.txt", TEXT)
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in" / "self").symlink_to(tmp_path / "in" / "self")
    (tmp_path / "in" / "lost.txt").symlink_to(tmp_path / "nowhere")
    reading = gather([tmp_path / "in"])
    assert [article.id for article in reading.articles] == ["good"]
    assert sorted({Path(skip.where).name for skip in reading.skipped}) == ["lost.txt", "self"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not hold for this user")
def test_a_file_without_permission(write: Write) -> None:
    path = write("a.txt", TEXT)
    path.chmod(0)
    assert "cannot be opened" in whys(gather([path]))[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_does_not_hang_the_run(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not a regular file" in whys(gather([tmp_path / "pipe.txt"]))[0]


def test_two_articles_of_one_name_get_names_of_their_own(write: Write, tmp_path: Path) -> None:
    write("one/a.txt", TEXT)
    write("two/a.txt", TEXT + "More.")
    write("three/a.txt", TEXT)
    first = gather([tmp_path])
    assert len({article.id for article in first.articles}) == len(first.articles) == 2
    assert all(article.id.startswith("a-") for article in first.articles)
    assert gather([tmp_path / "two", tmp_path / "three", tmp_path / "one"]) == first


def test_standard_input_is_read_by_its_first_words(monkeypatch: pytest.MonkeyPatch) -> None:
    page = f"<!DOCTYPE html><html><body><article><p>{TEXT * 5}</p></article></body></html>"
    for content, start in ((TEXT, "The"), ("---\ntitle: T\n---\n" + TEXT, "The"), (page, "The")):
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(content.encode())))
        (article,) = read("-")
        assert article.id == "stdin"
        assert article.text.startswith(start)
        assert article.path is None


def test_reading_one_bad_file_raises_and_a_folder_warns(write: Write, tmp_path: Path) -> None:
    bad = write("bad.txt", b"\x00\x00")
    with pytest.raises(ArticleError, match="binary"):
        list(read(bad))
    write("good.txt", TEXT)
    with pytest.warns(UserWarning, match="binary"):
        assert [article.id for article in read(tmp_path)] == ["good"]
    told: list[object] = []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        list(read(tmp_path, told.append))
    assert len(told) == 1


def test_a_published_date_that_is_none_narrows_the_run(write: Write) -> None:
    reading = gather([write("a.md", f"---\npublished: next week\n---\n{TEXT}")])
    assert len(reading.articles) == 1
    assert "not a date" in whys(reading)[0]
