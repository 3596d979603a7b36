"""Settings: what comes from `[tool.factcheck]` in pyproject.toml, or factcheck.toml, checked once, here."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from factcheck.errors import SettingsError
from factcheck.text import digest


class Settings(BaseModel):
    """How a run behaves. Options of the command line win over a settings file, and that over these defaults."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    seeds: str = Field(default="seeds", description="The folder of articles that commands read when none are named.")
    claims: str = Field(default="claims", description="The folder that extracted claims and accepted findings live in.")
    pipeline: str = Field(default="default", description="The language pipeline: default, fast, accurate, or a path.")
    jobs: int = Field(default=0, ge=0, le=1024, description="Processes; 0 is one a core where the work is worth it.")
    max_bytes: int = Field(default=10_000_000, gt=0, description="The largest file that is taken for an article.")
    max_characters: int = Field(default=1_000_000, gt=0, description="The longest text that is taken for an article.")

    def fingerprint(self) -> str:
        """A hash of the settings that can change a result; where files lie and how many processes run cannot."""
        return digest(self.max_bytes, self.max_characters, size=4)


def load(folder: Path | None = None) -> Settings:
    """The settings of a project: factcheck.toml in the folder, else `[tool.factcheck]` in its pyproject.toml.

    Raises:
        SettingsError: The file is not TOML, or a setting in it has no meaning.
    """
    folder = folder or Path()
    for path, keys in ((folder / "factcheck.toml", ()), (folder / "pyproject.toml", ("tool", "factcheck"))):
        table = _table(path, keys)
        if table is not None:
            return checked(table, path)
    return Settings()


def _table(path: Path, keys: tuple[str, ...]) -> dict[str, Any] | None:
    try:
        with path.open("rb") as file:
            table: Any = tomllib.load(file)
    except FileNotFoundError:
        return None
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        if keys and not _names_us(path):  # a pyproject.toml that is somebody else's trouble
            return None
        raise SettingsError(f"{path}: not a settings file ({error})", "Mend it, or remove it.") from None
    for key in keys:
        table = table.get(key) if isinstance(table, dict) else None
    return table if isinstance(table, dict) else None


def _names_us(path: Path) -> bool:
    """Whether a file has settings of ours, as far as can be read."""
    try:
        return b"[tool.factcheck" in path.read_bytes()
    except OSError:
        return False


def checked(table: Mapping[str, Any], where: Path | None = None) -> Settings:
    """Settings from names and values, of the file `where` if they come from one.

    Raises:
        SettingsError: A name is unknown, or a value has no meaning.
    """
    try:
        return Settings(**table)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(map(str, first["loc"]))
        raise SettingsError(
            f"{f'{where}: ' if where else ''}{name}: {first['msg'].lower()}",
            f"Known settings: {', '.join(sorted(Settings.model_fields))}.",
        ) from None
