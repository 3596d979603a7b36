"""Rows of the annotated sets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    """The rows of a JSONL file; none where there is no file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def selected(path: Path, split: str) -> list[Row]:
    """The rows of one split ("dev", "test", or "all")."""
    return [row for row in rows(path) if split in ("all", row["split"])]
