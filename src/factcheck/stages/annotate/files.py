"""The shipped model files: where they are, and whether they are whole."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from factcheck.errors import ModelError

MODELS = Path(__file__).parent / "models"
MANIFEST = "manifest.json"
REINSTALL = "Reinstall factcheck: `pip install --force-reinstall factcheck-news`."


def digest(path: Path) -> str:
    """blake2b (16 bytes, hexadecimal) of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


@cache
def manifest(folder: Path) -> dict[str, object]:
    """What `folder` should hold: name, version, licence, and a digest for each file.

    Raises:
        ModelError: there is no readable manifest.
    """
    path = folder / MANIFEST
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return dict(found)
    except (OSError, ValueError) as error:
        raise ModelError(f"The model in {folder} is missing or damaged: {error}.", REINSTALL) from error


@cache
def check_files(folder: Path) -> None:
    """Every file that the manifest names is there and unchanged; once a process.

    Raises:
        ModelError: one is missing, or its content is another.
    """
    files = manifest(folder).get("files")
    if not isinstance(files, dict):
        raise ModelError(f"The manifest of the model in {folder} is damaged.", REINSTALL)
    for name, expected in sorted(files.items()):
        path = folder / name
        if not path.is_file():
            raise ModelError(f"The model file {path} is missing.", REINSTALL)
        if digest(path) != expected:
            raise ModelError(f"The model file {path} is damaged.", REINSTALL)
