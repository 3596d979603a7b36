import csv
import io
import json
from dataclasses import replace

import pytest

from factcheck.errors import SettingsError
from factcheck.model.article import Article
from factcheck.model.finding import FindingKind
from factcheck.model.report import Report
from factcheck.report import Format, Look, Topic, View, render
from factcheck.report.document import to_json
from factcheck.report.view import select

KINDS = {
    Topic.AGREEMENTS: FindingKind.AGREEMENT,
    Topic.CONFLICTS: FindingKind.CONFLICT,
    Topic.CHECK: FindingKind.CONFLICT,
    Topic.DRIFT: FindingKind.DRIFT,
}


def show(report: Report, topic: Topic, form: Format = Format.TABLE, width: int = 80, colour: bool = False) -> str:
    findings = select(report, KINDS[topic]) if topic in KINDS else ()
    return render(View(topic, report, findings), form, Look(width, colour))


@pytest.mark.parametrize("topic", Topic)
@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_tables_keep_to_the_width_and_end_in_a_count(report: Report, topic: Topic, width: int) -> None:
    text = show(report, topic, width=width)
    lines = text.splitlines()
    assert max(map(len, lines)) <= width
    assert not any(line != line.rstrip() for line in lines)
    flat = " ".join(text.split())
    assert flat.endswith("2 items skipped (1 unreadable).")
    assert "\x1b" not in text


@pytest.mark.parametrize("topic", Topic)
def test_colours_only_add_codes(report: Report, topic: Topic) -> None:
    coloured = show(report, topic, colour=True)
    assert "\x1b[" in coloured


def test_marked_words_stand_in_brackets_without_colours(report: Report) -> None:
    text = show(report, Topic.CONFLICTS)
    assert "killing [19] passengers" in text
    assert "killing [12] passengers" in text
    assert "[" not in show(report, Topic.CONFLICTS, colour=True).replace("\x1b[", "")


def test_a_conflict_shows_question_sources_dates_and_id(report: Report) -> None:
    text = show(report, Topic.CONFLICTS)
    for words in (
        "How many passengers died?",
        "ledger",
        "courier",
        "2024-05-06",
        "f1f1f1f1",
        "FC101",
        "12 contradicts 19",
    ):
        assert words in text


def test_an_agreement_counts_origins(report: Report) -> None:
    assert "1 independent origin, 2 sources" in show(report, Topic.AGREEMENTS)


def test_drift_shows_the_original_first(report: Report) -> None:
    text = show(report, Topic.DRIFT)
    assert "courier rewords ledger" in text
    assert "critical: number change" in text
    assert text.index("killing [12]") < text.index("killing [19]")


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        (Topic.CONFLICTS, "No conflicts among 7 compared pairs; 2 articles, 2 claims, 0 items skipped."),
        (Topic.AGREEMENTS, "No agreements among 7 compared pairs; 2 articles"),
        (Topic.CHECK, "No new conflicts among 7 compared pairs"),
        (Topic.DRIFT, "No article is a copy of another"),
        (Topic.SOURCES, "No article derives from another"),
        (Topic.SUPPORT, "No sentence to check; 0 items skipped."),
    ],
)
def test_nothing_found_is_said_with_what_was_seen(empty: Report, topic: Topic, words: str) -> None:
    for form in (Format.TABLE, Format.MARKDOWN):
        assert words in " ".join(show(empty, topic, form, width=140).split())


def test_a_table_cannot_be_steered_by_an_article(report: Report) -> None:
    evil = "killing \x1b[31m\u202e19\x07 passengers"
    article = Article("courier", evil)
    (finding,) = select(report, FindingKind.CONFLICT)
    bad = replace(finding.spans[0], start=0, end=len(evil), text=evil)
    changed = replace(
        report,
        articles=(article, report.articles[1]),
        findings=(replace(finding, spans=(bad, finding.spans[1]), marks=()),),
    )
    for form in (Format.TABLE, Format.MARKDOWN, Format.GITHUB, Format.SARIF):
        text = show(changed, Topic.CONFLICTS, form)
        assert not set("\x1b\x07\u202e") & set(text)


def test_json_is_one_document_with_format_and_signature(report: Report) -> None:
    document = json.loads(show(report, Topic.CONFLICTS, Format.JSON))
    assert document["format"] == "factcheck.report/1"
    assert document["signature"] == {"version": "1.0", "pipeline": "fast 1.0", "lexicon": "aa", "settings": "bb"}
    assert [finding["id"] for finding in document["findings"]] == ["f1f1f1f1"]
    assert json.loads(to_json(report))["findings"][0]["id"] == "a1a1a1a1"
    assert "Infinity" not in to_json(report)


def test_json_of_claims_and_findings(report: Report) -> None:
    assert [claim["id"] for claim in json.loads(to_json(list(report.claims)))["claims"]] == [
        claim.id for claim in report.claims
    ]
    assert [row["type"] for row in json.loads(to_json(report.findings))["findings"] if "type" in row] == [
        "number_change"
    ]
    assert json.loads(to_json([])) == {"format": "factcheck.claims/1", "claims": []}
    with pytest.raises(TypeError):
        to_json([report.claims[0], report.findings[0]])  # type: ignore[list-item]


@pytest.mark.parametrize("topic", Topic)
def test_every_line_of_json_lines_is_a_record(report: Report, topic: Topic) -> None:
    rows = [json.loads(line) for line in show(report, topic, Format.JSONL).splitlines()]
    assert rows
    assert all(isinstance(row, dict) for row in rows)


@pytest.mark.parametrize("topic", Topic)
def test_csv_has_a_header_and_whole_rows(report: Report, topic: Topic) -> None:
    rows = list(csv.reader(io.StringIO(show(report, topic, Format.CSV))))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}


def test_a_spreadsheet_runs_no_cell(report: Report) -> None:
    starts = ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\r=1", "=cmd|' /C calc'!A0"]
    for start in starts:
        claim = replace(report.claims[0], text=start)
        rows = list(
            csv.DictReader(io.StringIO(show(replace(report, claims=(claim,)), Topic.CLAIMS, Format.CSV), newline=""))
        )
        assert rows[0]["text"].startswith("'")
    assert rows[0]["value"] == "19"


def test_markdown_keeps_its_table_whole(report: Report) -> None:
    text = show(report, Topic.CONFLICTS, Format.MARKDOWN)
    rows = [line for line in text.splitlines() if line.startswith("| courier")]
    assert len(rows) == 1
    assert rows[0].replace("\\|", "").count("|") == 3
    assert "killing **19** passengers \\| police" in rows[0]


def test_markdown_cannot_be_used_to_notify_or_embed(report: Report) -> None:
    (finding,) = select(report, FindingKind.CONFLICT)
    changed = replace(report, findings=(replace(finding, question="@team <img src=x> [a](b) `c`"),))
    text = show(changed, Topic.CONFLICTS, Format.MARKDOWN)
    assert "@team" not in text
    assert "<img" not in text.replace("\\<img", "")


def test_github_annotations_escape_and_count(report: Report) -> None:
    (finding,) = select(report, FindingKind.CONFLICT)
    many = tuple(replace(finding, id=f"f{number:07}", message="100% wrong:\nyes") for number in range(14))
    lines = render(View(Topic.CONFLICTS, report, many), Format.GITHUB, Look()).splitlines()
    errors = [line for line in lines if line.startswith("::error file=news/courier.txt,line=1,")]
    assert len(errors) == 10
    assert "100%25 wrong:%0A" in errors[0] or "100%25 wrong: yes" in errors[0]
    assert lines[-1].startswith("::notice")
    assert "4 more" in lines[-1]


def test_sarif_has_places_in_lines(report: Report) -> None:
    log = json.loads(show(report, Topic.CHECK, Format.SARIF))
    (run,) = log["runs"]
    (result,) = run["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (1, 25, 46)
    assert result["partialFingerprints"] == {"factcheckFinding/v1": "f1f1f1f1"}
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"][0]["executionSuccessful"] is False


@pytest.mark.parametrize("form", [Format.GITHUB, Format.SARIF])
def test_claims_are_no_annotations(report: Report, form: Format) -> None:
    with pytest.raises(SettingsError, match="claims"):
        show(report, Topic.CLAIMS, form)


@pytest.mark.parametrize("topic", Topic)
@pytest.mark.parametrize("form", [Format.TABLE, Format.JSON, Format.JSONL, Format.CSV, Format.MARKDOWN])
def test_equal_reports_give_equal_bytes(report: Report, topic: Topic, form: Format) -> None:
    assert show(report, topic, form) == show(report, topic, form)
