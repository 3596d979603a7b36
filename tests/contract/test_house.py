"""What the project promises about its own code: one style, strict types, data that flows one way."""

import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = {
    "ruff check": ["ruff", "check", "src", "tests", "benchmarks", "training"],
    "ruff format": ["ruff", "format", "--check", "src", "tests", "benchmarks", "training"],
    "mypy": ["mypy"],
    "import contracts": ["lint-imports"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_house_rules_hold(name: str) -> None:
    program, *arguments = COMMANDS[name]
    found = shutil.which(program, path=sysconfig.get_path("scripts")) or shutil.which(program)
    assert found, f"{program} is not installed: pip install '.[test]'"
    done = subprocess.run([found, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_package_imports_without_heavy_libraries() -> None:
    heavy = "spacy", "onnxruntime", "trafilatura", "torch", "rich", "typer"
    code = f"import sys, factcheck, factcheck.model.report; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_readme_shows_exactly_two_set_up_commands() -> None:
    block = re.search(r"<!-- setup -->(.*)<!-- /setup -->", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert block
    commands = [line for line in block.group(1).splitlines() if re.match(r"pip|python", line)]
    assert len(commands) == 2
    assert "pytest" in commands[1]
