import csv
import io
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def findings(run: Run, command: str, *arguments: object) -> list[dict[str, object]]:
    result = run(command, *arguments, "--format", "json")
    assert result.code in {0, 1}, result.err
    found: list[dict[str, object]] = json.loads(result.out)["findings"]
    return found


def test_conflicts_shows_both_quotes(run: Run, story: Path) -> None:
    result = run("conflicts")
    assert result.code == 0
    flat = " ".join(result.out.split())
    assert "killing [19] passengers" in flat.replace("2024-05-06 ", "")
    assert "killing [12] passengers" in flat.replace("2024-05-06 ", "")
    assert "1 conflict among" in flat
    assert result.err == ""


def test_agreements_shows_what_both_say(run: Run, story: Path) -> None:
    result = run("agreements")
    assert result.code == 0
    assert "240 people" in result.out
    assert "2 independent origins, 2 sources" in result.out
    assert "19" not in {str(finding["message"]) for finding in findings(run, "agreements")}


def test_extract_writes_a_file_a_source_and_leaves_unchanged_ones(run: Run, story: Path) -> None:
    first = run("extract")
    assert first.code == 0
    files = {path.name: path.read_bytes() for path in (story / "claims").iterdir()}
    assert sorted(files) == ["courier.jsonl", "ledger.jsonl"]
    stamp = (story / "claims" / "ledger.jsonl").stat().st_mtime_ns
    second = run("extract")
    assert "(unchanged)" in second.out
    assert {path.name: path.read_bytes() for path in (story / "claims").iterdir()} == files
    assert (story / "claims" / "ledger.jsonl").stat().st_mtime_ns == stamp
    text = (story / "seeds" / "ledger.txt").read_text("utf-8")
    for line in files["ledger.jsonl"].decode().splitlines()[1:]:
        claim = json.loads(line)
        span = claim["span"]
        assert text[span["start"] : span["end"]] == span["text"]


def test_a_changed_article_is_extracted_anew(run: Run, story: Path) -> None:
    run("extract")
    (story / "seeds" / "courier.txt").write_text("A ferry sank on Monday, killing 21 passengers, police said.\n")
    result = run("extract")
    assert "ledger.jsonl (unchanged)" in result.out
    assert "courier.jsonl (unchanged)" not in result.out
    assert "21 passengers" in (story / "claims" / "courier.jsonl").read_text()


def test_a_damaged_file_of_claims_is_mended(run: Run, story: Path) -> None:
    run("extract")
    path = story / "claims" / "ledger.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    result = run("extract", "--verbose")
    assert result.code == 0
    assert "damaged" in result.err
    assert path.read_bytes() == whole


def test_claims_without_an_article_are_named_and_kept(run: Run, story: Path) -> None:
    run("extract")
    (story / "seeds" / "courier.txt").unlink()
    result = run("extract")
    assert "courier.jsonl" in result.err
    assert (story / "claims" / "courier.jsonl").exists()


def test_stored_claims_change_nothing_but_the_time(run: Run, story: Path) -> None:
    before = run("conflicts", "--format", "json")
    run("extract")
    assert run("conflicts", "--format", "json") == before


def test_extract_of_named_files_prints_and_writes_nothing(run: Run, story: Path) -> None:
    result = run("extract", "seeds/ledger.txt", "--format", "jsonl")
    rows = [json.loads(line) for line in result.out.splitlines()]
    assert {row["source"] for row in rows} == {"ledger"}
    assert "quantity" in {row["kind"] for row in rows}
    assert not (story / "claims").exists()
    assert run("extract", "seeds/ledger.txt", "--write").code == 0
    assert (story / "claims" / "ledger.jsonl").exists()


def test_coverage_accounts_for_every_sentence(run: Run, story: Path) -> None:
    result = run("extract", "--coverage", "--format", "json")
    sentences = [row for row in json.loads(result.out)["sentences"] if row["source"] == "ledger"]
    covered = "".join(row["text"] for row in sentences)
    text = (story / "seeds" / "ledger.txt").read_text("utf-8")
    assert "".join(covered.split()) == "".join(text.split())
    assert all(row["claims"] or row["reason"] for row in sentences)
    assert "no claim: boilerplate" in run("extract", "--coverage").out


def test_verbose_says_what_was_left_out(run: Run, story: Path) -> None:
    result = run("conflicts", "--verbose")
    assert "left out of ledger: copyright: © 2024 Harbor Ledger" in result.err
    assert "left out of ledger: dateline: LISBON —" in result.err
    assert "Harbor Ledger. All rights" not in result.out


@pytest.mark.parametrize("command", ["conflicts", "agreements", "sources", "drift", "check"])
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "markdown"])
def test_every_command_has_every_format(run: Run, story: Path, command: str, form: str) -> None:
    result = run(command, "--format", form)
    assert result.code == (1 if command == "check" else 0), result.err
    if form == "json":
        assert json.loads(result.out)["format"] == "factcheck.report/1"
    elif form == "jsonl":
        assert all(json.loads(line) for line in result.out.splitlines())
    elif form == "csv":
        assert len(next(csv.reader(io.StringIO(result.out)))) > 5
    else:
        assert "2 articles" in " ".join(result.out.split())


def test_check_fails_on_new_conflicts_until_they_are_known(run: Run, story: Path) -> None:
    assert run("check").code == 1
    updated = run("check", "--update")
    assert updated.code == 0
    assert "1 conflict known from now on" in updated.err
    result = run("check")
    assert result.code == 0
    assert "No new conflicts, 1 known" in result.out
    (story / "seeds" / "third.txt").write_text(
        "A ferry sank off the coast of Portugal on Monday, killing 45 passengers.\n"
    )
    assert run("check").code == 1


def test_check_passes_what_is_accepted_until_its_day(run: Run, story: Path) -> None:
    (finding,) = findings(run, "check")
    (story / "claims").mkdir()
    accepted = f'[[accepted]]\nid = "{finding["id"]}"\nreason = "counted on other days"\nuntil = 2030-06-30\n'
    (story / "claims" / "accepted.toml").write_text(accepted)
    assert run("check", "--on", "2030-06-30").code == 0
    assert "1 accepted" in run("check", "--on", "2030-06-30").out
    lapsed = run("check", "--on", "2030-07-01")
    assert lapsed.code == 1
    assert "was accepted until 2030-06-30" in lapsed.err


def test_check_with_a_base_of_another_branch(run: Run, story: Path) -> None:
    assert run("check", "--base", "main", "--update").code == 0
    assert (story / "main" / "findings.jsonl").exists()
    assert run("check").code == 1
    assert run("check", "--base", "main").code == 0
    assert run("check", "--base", "main/findings.jsonl").code == 0


def test_explain_takes_findings_clusters_and_claims_by_prefix(run: Run, story: Path) -> None:
    (finding,) = findings(run, "conflicts")
    told = run("explain", str(finding["id"])[:6])
    assert told.code == 0
    assert "How the verdict was reached" in told.out
    for identity in (finding["cluster"], finding["claims"][0]):  # type: ignore[index]
        assert run("explain", identity).code == 0
    document = json.loads(run("explain", finding["id"], "--format", "json").out)
    assert document["finding"]["id"] == finding["id"]
    assert run("explain", finding["id"], "seeds", "--format", "markdown").out.startswith("## Conflict")


def test_explain_of_nothing_or_of_too_little(run: Run, story: Path) -> None:
    for identity in ("zzzzzz", "1"):
        result = run("explain", identity)
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith("error: ")


def test_drift_of_two_files_in_the_order_given(run: Run, story: Path) -> None:
    (story / "old.txt").write_text("The mayor sent 40 buses to the coast on Monday. She thanked the drivers.\n")
    (story / "new.txt").write_text("The mayor sent 14 buses to the coast on Monday. She thanked the drivers.\n")
    forth, back = (
        json.loads(run("drift", *pair, "--format", "json").out)
        for pair in (("old.txt", "new.txt"), ("new.txt", "old.txt"))
    )
    assert (forth["drift"][0]["original"], back["drift"][0]["original"]) == ("old", "new")
    numbers = [finding for finding in forth["findings"] if finding["type"] == "number_change"]
    assert numbers
    assert {span["text"] for span in numbers[0]["marks"]} == {"40", "14"}
    assert run("drift", "old.txt", "old.txt").code in {0, 2}
    globs = json.loads(run("drift", "old*", "n*.txt", "--format", "json").out)
    assert globs["drift"][0]["original"] == "old"


def test_min_severity_narrows(run: Run, story: Path) -> None:
    (story / "old.txt").write_text("The mayor sent 40 buses to the coast on Monday. She thanked the drivers.\n")
    (story / "new.txt").write_text("The mayor sent 14 buses to the coast on Monday. She thanked the drivers.\n")
    kept = findings(run, "drift", "old.txt", "new.txt", "--min-severity", "critical")
    assert {finding["severity"] for finding in kept} <= {"critical"}


def test_no_order_of_files_and_no_number_of_processes_shows(run: Run, story: Path) -> None:
    (story / "seeds" / "third.txt").write_text("The ferry carried 240 people. It was built in 1998.\n")
    names = [f"seeds/{name}.txt" for name in ("courier", "ledger", "third")]
    expected = run("conflicts", *names, "--format", "json", "--jobs", 1)
    for seed in range(3):
        assert (
            run("conflicts", *random.Random(seed).sample(names, 3), "--format", "json", "--jobs", 1).out == expected.out
        )
    assert run("conflicts", *names, "--format", "json", "--jobs", 2).out == expected.out


def test_one_article_conflicts_with_nothing(run: Run, story: Path) -> None:
    result = run("conflicts", "seeds/ledger.txt")
    assert result.code == 0
    assert "No conflicts" in result.out
    assert "1 article," in result.out
