"""Which files a list of paths, folders and globs names, in an order that does not depend on the list's."""

import glob
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.model.article import Skip

TEXT = frozenset({".txt", ".text"})
MARKDOWN = frozenset({".md", ".markdown"})
HTML = frozenset({".html", ".htm", ".xhtml"})
KNOWN = TEXT | MARKDOWN | HTML
_NOT_ARTICLES = frozenset({"readme", "license", "licence", "notice", "changelog", "contributing"})
_DEEPEST = 64


@dataclass(slots=True)
class Files:
    """The files to read, sorted and each once, and what could not be reached."""

    paths: list[Path] = field(default_factory=list)
    stdin: bool = False
    skipped: list[Skip] = field(default_factory=list)
    tips: dict[str, str] = field(default_factory=dict)

    def fail(self, where: str, what: str, why: str, tip: str) -> None:
        """Note that something asked for cannot be read, and what to do about it."""
        self.skipped.append(Skip(where, what, why))
        self.tips[where] = tip


def expand(paths: Iterable[str | os.PathLike[str]]) -> Files:
    """Resolve paths, folders (all the way down), globs and "-"; a file named twice is read once."""
    files = Files()
    found: dict[str, Path] = {}  # by real path; the name that sorts first stays
    for name in sorted({os.fspath(path) for path in paths}):
        if name == "-":
            files.stdin = True
            continue
        for path in _one(name, files):
            real = _real(path)
            if real not in found or str(path) < str(found[real]):
                found[real] = path
    files.paths = sorted(found.values(), key=str)
    files.skipped = sorted(set(files.skipped))
    return files


def _one(name: str, files: Files) -> list[Path]:
    if "\0" in name:
        files.fail(
            name.replace("\0", "?"), "path", "a path cannot contain a NUL character", "Check how the path was made."
        )
        return []
    path = Path(name)
    try:
        kind = "folder" if path.is_dir() else "file" if path.exists() else None
    except OSError as error:
        files.fail(name, "path", _reason(error), "Check the path and its permissions.")
        return []
    if kind == "folder":
        return _folder(path, files)
    if kind == "file":
        return [path]
    if path.is_symlink():
        files.fail(name, "path", "the link leads nowhere", "Remove the link, or mend it.")
        return []
    if glob.has_magic(name):
        matches = [Path(match) for match in glob.glob(name, recursive=True)]
        articles = [match for match in matches if match.is_file() and _wanted(match)]
        for match in matches:
            if match.is_dir() and "**" not in name:
                articles.extend(_folder(match, files))
        if not articles:
            files.fail(name, "path", "no article matches this pattern", f"Articles end in {', '.join(sorted(KNOWN))}.")
        return articles
    files.fail(name, "path", "there is no such file or folder", "Check the path, or name a folder of articles.")
    return []


def _folder(folder: Path, files: Files) -> list[Path]:
    """The articles below a folder. Links to folders are followed, each real folder once, so that loops end."""
    found: list[Path] = []
    failed = len(files.skipped)
    seen: set[str] = set()
    waiting = [(folder, 0)]
    while waiting:
        here, depth = waiting.pop()
        real = _real(here)
        if real in seen or depth > _DEEPEST:
            continue
        seen.add(real)
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as error:
            files.fail(str(here), "folder", _reason(error), "Check the folder's permissions.")
            continue
        for entry in entries:
            path = Path(here, entry.name)
            if entry.name.startswith("."):
                continue
            if _is_dir(entry):
                waiting.append((path, depth + 1))
            elif path.is_symlink() and not path.exists():
                files.fail(str(path), "path", "the link leads nowhere", "Remove the link, or mend it.")
            elif _wanted(path):
                found.append(path)
            elif entry.name != "sources.toml":
                files.skipped.append(Skip(str(path), "file", "not a .txt, .md or .html article", narrows=False))
    if not found and len(files.skipped) == failed + sum(not skip.narrows for skip in files.skipped[failed:]):
        files.fail(
            str(folder),
            "folder",
            "there are no articles in this folder",
            f"Articles end in {', '.join(sorted(KNOWN))}.",
        )
    return found


def _is_dir(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a loop of links
        return False


def _wanted(path: Path) -> bool:
    return path.suffix.lower() in KNOWN and path.stem.lower() not in _NOT_ARTICLES


def _real(path: Path) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return str(path)


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
