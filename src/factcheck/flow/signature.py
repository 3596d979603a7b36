"""What a result depends on beside its input: program, pipeline, lexicon and settings.

Stored claims are trusted only where all of it is the same, down to the code of the stages that made them.
"""

from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.model.report import Signature

if TYPE_CHECKING:
    from factcheck.config import Settings

_PACKAGE = Path(__file__).resolve().parent.parent
_MAKERS = (
    "model",
    "lexicon",
    "readers",
    "frames",
    "names.py",
    "text.py",
    "stages/annotate",
    "stages/extract",
    "stages/read",
)


def program_version() -> str:
    """The version of the installed distribution."""
    try:
        return version("factcheck-news")
    except PackageNotFoundError:  # run from a source tree
        return "0+unknown"


@cache
def lexicon_digest() -> str:
    """A hash of the lexicon's data files."""
    return _hash(path for path in _files(("lexicon",)) if path.suffix != ".py")


@cache
def code_digest() -> str:
    """A hash of the code and data that turn an article into claims; a model counts by its manifest of hashes."""
    return _hash(path for path in _files(_MAKERS) if "models" not in path.parts or path.name == "manifest.json")


def signature(settings: "Settings", pipeline: str) -> Signature:
    """The signature of a run: `pipeline` is the name and version of the language pipeline used."""
    return Signature(program_version(), pipeline, lexicon_digest(), settings.fingerprint())


def _files(parts: Iterable[str]) -> list[Path]:
    found: list[Path] = []
    for part in parts:
        path = _PACKAGE / part
        if path.is_file():
            found.append(path)
        elif path.is_dir():
            found.extend(item for item in path.rglob("*") if item.is_file() and "__pycache__" not in item.parts)
    return sorted(found)


def _hash(paths: Iterable[Path]) -> str:
    hasher = blake2b(digest_size=8)
    for path in paths:
        data = path.read_bytes()
        hasher.update(f"{path.relative_to(_PACKAGE).as_posix()}\0{len(data)}\0".encode())
        hasher.update(data)
    return hasher.hexdigest()
