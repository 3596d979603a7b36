"""Every JSON document that the program writes fits the committed schema."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from factcheck.model.claim import Claim
from factcheck.report.document import to_json

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schemas" / "factcheck-1.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_claims_fit(rich_claim: Claim) -> None:
    document = json.loads(to_json([rich_claim]))
    VALIDATOR.validate(document)
    document["claims"][0]["quantity"]["high"] = "Infinity"
    assert not VALIDATOR.is_valid(document)


@pytest.mark.parametrize(
    "command",
    [
        ("extract", "seeds"),
        ("extract", "--coverage"),
        ("conflicts", "--all"),
        ("agreements",),
        ("drift",),
        ("check",),
        ("sources",),
    ],
)
def test_every_command_fits(run: Callable[..., object], story: Path, command: tuple[str, ...]) -> None:
    VALIDATOR.validate(json.loads(run(*command, "--format", "json").out))  # type: ignore[attr-defined]


def test_explanations_fit(run: Callable[..., object], story: Path) -> None:
    report = json.loads(run("conflicts", "--format", "json").out)  # type: ignore[attr-defined]
    finding = report["findings"][0]
    for identity in (finding["id"], finding["cluster"], finding["claims"][0]):
        VALIDATOR.validate(json.loads(run("explain", identity, "--format", "json").out))  # type: ignore[attr-defined]
