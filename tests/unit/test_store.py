import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from factcheck import store
from factcheck.errors import StoreError
from factcheck.model import plain
from factcheck.model.article import Article, Boilerplate
from factcheck.model.claim import Claim
from factcheck.model.finding import Finding, FindingKind, Level, SourceSpan
from factcheck.model.quantity import Quantity
from factcheck.model.span import Span


def finding(name: str) -> Finding:
    spans = (SourceSpan("a", 0, 3, "one"), SourceSpan("b", 4, 7, "two"))
    return Finding(name, "FC1", FindingKind.CONFLICT, Level.ERROR, 0.9, "one against two", ("step",), (), spans)


def test_claims_come_back_as_they_were(tmp_path: Path, rich_claim: Claim) -> None:
    bare = replace(rich_claim, id="0", quantity=None, time=None, attribution=None)
    low = replace(rich_claim, id="1", quantity=Quantity(0, 3, "Off", None, float("-inf"), 2.5))
    path = store.write_claims(tmp_path, "a", [rich_claim, bare, low], "key")
    stored = store.read_claims(tmp_path, "a")
    assert stored is not None
    assert set(stored.claims) == {rich_claim, bare, low}
    assert (stored.source, stored.made_from) == ("a", "key")
    assert path.read_bytes().count(b"\n") == 4


def test_a_single_claim_round_trips_through_json(rich_claim: Claim) -> None:
    assert store.claim_from(json.loads(json.dumps(plain.claim(rich_claim)))) == rich_claim


@pytest.mark.parametrize(("field", "value"), [("kind", "opinion"), ("source", 7), ("extra", 1), ("negated", "maybe")])
def test_a_claim_of_another_shape_is_refused(rich_claim: Claim, field: str, value: object) -> None:
    row = plain.claim(rich_claim)
    row[field] = value
    with pytest.raises(ValueError):
        store.claim_from(row)


def test_files_are_sorted_and_the_same_for_any_order(tmp_path: Path, rich_claim: Claim) -> None:
    later = replace(rich_claim, id="zz", span=Span(60, 63, rich_claim.sentence.text[60:63]))
    one = store.write_claims(tmp_path, "a", [rich_claim, later], "k").read_bytes()
    two = store.write_claims(tmp_path, "a", [later, rich_claim], "k").read_bytes()
    assert one == two
    rows = [json.loads(line) for line in one.decode().splitlines()]
    assert list(rows[0]) == sorted(rows[0])
    assert [row["id"] for row in rows[1:]] == [rich_claim.id, "zz"]


@pytest.mark.parametrize(
    "source", ["../../up", "/etc/passwd", "", ".", "a b", "é", "x" * 300, "findings", "con/../x", "a\0b"]
)
def test_no_source_gets_out_of_the_folder(tmp_path: Path, source: str) -> None:
    path = store.claims_path(tmp_path, source)
    assert path.parent == tmp_path
    assert path.name not in {store.BASE, ".jsonl"}
    assert len(path.name) < 120
    store.write_claims(tmp_path, source, [], "k")
    stored = store.read_claims(tmp_path, source)
    assert stored is not None
    assert stored.source == source


def test_different_sources_have_different_files(tmp_path: Path) -> None:
    names = ["a b", "a_b", "a/b", "a", "A" * 90, "A" * 91, "findings"]
    assert len({store.claims_path(tmp_path, name) for name in names}) == len(names)


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.split("\n")[0] + "\n",
        lambda text: "",
        lambda text: text.replace('"quantity"', '"quantitee"'),
        lambda text: text.replace("factcheck.claims/1", "factcheck.claims/9"),
        lambda text: "[1]\n",
        lambda text: "[" * 100_000,
    ],
)
def test_a_damaged_file_is_an_error_and_not_fewer_claims(
    tmp_path: Path, rich_claim: Claim, damage: Callable[[str], str]
) -> None:
    path = store.write_claims(tmp_path, "a", [rich_claim], "k")
    path.write_text(damage(path.read_text("utf-8")), "utf-8")
    with pytest.raises(StoreError) as caught:
        store.read_claims(tmp_path, "a")
    assert "\n" not in caught.value.message
    assert caught.value.tip


def test_claims_made_from_something_else_count_as_none(tmp_path: Path, rich_claim: Claim) -> None:
    path = store.write_claims(tmp_path, "a", [rich_claim], "k")
    assert store.read_claims(tmp_path, "a", "k") is not None
    assert store.read_claims(tmp_path, "a", "other") is None
    path.write_text(path.read_text("utf-8").replace('"hedged"', '"hedge"'), "utf-8")  # as an older program wrote it
    assert store.read_claims(tmp_path, "a", "other") is None


def test_no_file_is_no_claims(tmp_path: Path) -> None:
    assert store.read_claims(tmp_path, "a") is None


def test_what_claims_are_made_from() -> None:
    article = Article("a", "One. Two.", published=date(2025, 1, 1))
    key = store.made_from(article, "m")
    assert key == store.made_from(replace(article, path="elsewhere.txt", url="https://x.example"), "m")
    changed = [
        replace(article, text="One. Two!"),
        replace(article, published=None),
        replace(article, id="b"),
        replace(article, boilerplate=(Boilerplate(0, 4, "byline"),)),
    ]
    assert len({key, store.made_from(article, "n"), *(store.made_from(other, "m") for other in changed)}) == 6


def test_an_unwritable_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be written"):
        store.write_claims(tmp_path / "file", "a", [], "k")


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = store.write_claims(tmp_path, "a", [], "old")
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="no space left"):
        store.write_claims(tmp_path, "a", [], "new")
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_whole_whenever_the_program_is_killed(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from factcheck import store\n"
        "path = Path(sys.argv[1]); print('ready', flush=True)\n"
        "number = 0\n"
        "while True:\n"
        "    number += 1; store.write_whole(path, f'{number}\\n' * 200_000 + 'end\\n')\n"
    )
    path = tmp_path / "a.jsonl"
    for delay in (0.02, 0.07, 0.15):
        child = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        while not path.exists():
            time.sleep(0.005)
        time.sleep(delay)
        child.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        child.wait()
        child.stdout.close()
        lines = path.read_text().splitlines()
        assert lines[-1] == "end"
        assert len(set(lines)) == 2
        assert len(lines) == 200_001


def test_the_base_keeps_the_ids_of_findings(tmp_path: Path) -> None:
    path = store.write_base(tmp_path, [finding("b"), finding("a")])
    assert path == tmp_path / "findings.jsonl"
    assert store.read_base(tmp_path).known == {"a", "b"}
    assert [json.loads(line)["id"] for line in path.read_text().splitlines()[1:]] == ["a", "b"]
    elsewhere = store.write_base(tmp_path / "main.jsonl", [finding("c")])
    assert elsewhere == tmp_path / "main.jsonl"
    assert store.read_base(tmp_path, elsewhere).known == {"c"}


def test_missing_files_are_an_empty_base(tmp_path: Path) -> None:
    assert store.read_base(tmp_path) == store.Base()


def test_accepted_findings_have_reasons(tmp_path: Path) -> None:
    (tmp_path / "accepted.toml").write_text(
        '[[accepted]]\nid = "a"\nreason = "known"\nauthor = "jo"\nuntil = 2030-01-31\n'
    )
    assert store.read_base(tmp_path).accepted == {"a": store.Accepted("a", "known", "jo", date(2030, 1, 31))}


@pytest.mark.parametrize(
    "text",
    [
        '[[accepted]]\nid = "a"\n',
        '[[accepted]]\nid = "a"\nreason = " "\n',
        '[[accepted]]\nid = "a"\nreason = "x"\nuntil = "soon"\n',
        '[[accepted]]\nid = "a"\nreason = "x"\nuntill = 2030-01-01\n',
        "[[accepted]\n",
        "accepted = 7\n",
    ],
)
def test_a_wrong_list_of_accepted_findings_is_an_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "accepted.toml").write_text(text)
    with pytest.raises(StoreError) as caught:
        store.read_base(tmp_path)
    assert "accepted.toml" in caught.value.message


@pytest.mark.parametrize("text", ["", "{}\n", '{"format": "factcheck.base/1", "findings": 2}\n{"id": "a"}\n', "\xff"])
def test_a_damaged_base_is_an_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "findings.jsonl").write_bytes(text.encode("latin-1"))
    with pytest.raises(StoreError):
        store.read_base(tmp_path)
