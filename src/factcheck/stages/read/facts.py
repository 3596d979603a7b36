"""What is known about an article besides its text: front matter, and the `sources.toml` beside it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from factcheck.model.article import Skip

FIELDS = ("id", "title", "publisher", "author", "published", "url")
_OTHER_NAMES = {"date": "published", "site": "publisher", "source": "publisher", "byline": "author", "link": "url"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
DAY = re.compile(  # a day with its year somewhere in a line; what `parse_date` reads, but for mail headers
    r"\b(?:\d{4}-\d{2}-\d{2}(?!\d)"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?\s+\d{4}\b"
    r"|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}\b)"
)


@dataclass(frozen=True, slots=True)
class Facts:
    """The fields of an article as somebody stated them; absent ones are None."""

    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None

    def over(self, other: "Facts") -> "Facts":
        """These facts, with the other's where there are none."""
        mine = {name: getattr(self, name) for name in FIELDS}
        return Facts(**{name: getattr(other, name) if value is None else value for name, value in mine.items()})


@dataclass(slots=True)
class SourcesFile:
    """The tables of one `sources.toml`, by file stem or file name, and what was wrong with it."""

    tables: dict[str, Facts] = field(default_factory=dict)
    skipped: list[Skip] = field(default_factory=list)

    def facts(self, path: Path) -> Facts:
        """What the file says about an article: by its file name, else by its stem."""
        return self.tables.get(path.name) or self.tables.get(path.stem) or Facts()


def parse_date(value: object) -> date | None:
    """A day from a date, a datetime, ISO 8601, RFC 2822, "6 December 2025" or "Dec. 6, 2025"; None for anything else.

    A time of day and its zone are dropped, not converted: the day is the one that the publisher printed.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or len(value) > 100:
        return None
    text = value.strip()
    try:
        if found := _ISO.match(text):
            return date(*map(int, found.groups()))
        if found := _DAY_FIRST.search(text):
            return date(int(found[3]), _month(found[2]), int(found[1]))
        if found := _MONTH_FIRST.search(text):
            return date(int(found[3]), _month(found[1]), int(found[2]))
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def facts_from(table: Mapping[str, Any], where: str, *, strict: bool) -> tuple[Facts, list[Skip]]:
    """The facts in a table of plain values; `strict` reports keys that mean nothing (a slip of the pen, mostly)."""
    values: dict[str, Any] = {}
    skipped: list[Skip] = []
    for key, value in table.items():
        name = str(key).strip().lower()
        name = _OTHER_NAMES.get(name, name)
        if name not in FIELDS:
            if strict:
                skipped.append(Skip(where, "fact", f"the key {key!r} is not one of {', '.join(FIELDS)}"))
            continue
        if value is None or name in values:
            continue
        if name == "published":
            parsed = parse_date(value)
            if parsed is None:
                skipped.append(Skip(where, "fact", f"{value!r} is not a date such as 2025-02-27"))
            else:
                values[name] = parsed
        elif text := _text(value):
            values[name] = text
        else:
            skipped.append(Skip(where, "fact", f"the value of {key!r} is not a text"))
    return Facts(**values), skipped


def _text(value: object) -> str | None:
    """One line of text from a plain value, or several joined with "and"."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = " and ".join(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    cleaned = "".join(char if char.isprintable() else " " for char in value[:2000])
    return " ".join(cleaned.split()) or None


def load_sources(folder: Path) -> SourcesFile:
    """Read `sources.toml` in a folder; a missing one is an empty one, and a broken one is reported as skipped."""
    path = folder / "sources.toml"
    found = SourcesFile()
    try:
        if not path.is_file():
            return found
        with path.open("rb") as file:
            document = tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError, ValueError) as error:
        found.skipped.append(Skip(str(path), "sources", f"no facts were taken from it: {_reason(error)}"))
        return found
    for stem, table in document.items():
        if not isinstance(table, dict):
            found.skipped.append(Skip(str(path), "sources", f"{stem!r} is not a table such as [file-stem]"))
            continue
        facts, skipped = facts_from(table, f"{path} [{stem}]", strict=True)
        found.tables[stem] = facts
        found.skipped.extend(skipped)
    return found


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return (error.strerror or type(error).__name__).lower()
    return " ".join(str(error).split())[:200] or type(error).__name__
