"""`factcheck --version`, with licences and attributions of what is shipped."""

from pathlib import Path

from factcheck.flow.signature import program_version

_NAMES = ("NOTICE", "LICENSE", "LICENCE", "ATTRIBUTION")
_PACKAGE = Path(__file__).resolve().parent.parent


def version_text(*, verbose: bool) -> str:
    """The version; with `verbose` also the notices that lie beside shipped models and data."""
    parts = [f"factcheck {program_version()}\n"]
    if verbose:
        for path in _notices():
            parts.append(f"\n{path.relative_to(_PACKAGE)}\n\n{path.read_text(encoding='utf-8').strip()}\n")
    return "".join(parts)


def _notices() -> list[Path]:
    found = [
        path
        for folder in ("stages/annotate/models", "lexicon")
        for path in (_PACKAGE / folder).rglob("*")
        if path.is_file()
    ]
    return sorted(path for path in found if path.name.upper().startswith(_NAMES))
