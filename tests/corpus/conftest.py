"""Cases as data: a test module of this folder names its file, and each line of it becomes a test."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes a `case` once for each line of the file that its module calls `PAIRS`."""
    if "case" in metafunc.fixturenames:
        lines = (HERE / metafunc.module.PAIRS).read_text("utf-8").splitlines()
        cases = [json.loads(line) for line in lines]
        metafunc.parametrize("case", cases, ids=[case["id"] for case in cases])


@pytest.fixture
def judge() -> Callable[[dict[str, Any], bool, object], None]:
    """Hold a case to what it expects: a known failure has to fail, so that we hear when it is mended."""

    def check(case: dict[str, Any], met: bool, seen: object) -> None:
        if "known_failure" in case:
            assert not met, f"mended: remove known_failure ({case['known_failure']})"
            pytest.xfail(case["known_failure"])
        assert met, seen

    return check
