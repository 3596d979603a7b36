"""Files in claims/: the claims of each source, the findings that are known, and those that people have accepted.

claims/<source>.jsonl   a header, then one claim a line in text order, so that a diff can be read
claims/findings.jsonl   the base: conflicts that were there before (`factcheck check --update`)
claims/accepted.toml    conflicts that somebody has looked at and accepted, with the reason

Every file is written whole or not at all: to a temporary file in the same folder, then renamed over the old one.
"""

import contextlib
import json
import os
import re
import tempfile
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from factcheck.errors import StoreError
from factcheck.model import plain
from factcheck.model.article import Article
from factcheck.model.claim import Claim
from factcheck.model.finding import Finding
from factcheck.text import digest

CLAIMS_FORMAT = "factcheck.claims/1"
BASE_FORMAT = "factcheck.base/1"
BASE, ACCEPTED = "findings.jsonl", "accepted.toml"
_UNSAFE = re.compile(r"[^\w.-]", re.ASCII)


@dataclass(frozen=True, slots=True)
class Stored:
    """The claims of one source as they lie on disk, and what they were made from."""

    source: str
    made_from: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that somebody has accepted, why, and the last day on which that holds (None: for good)."""

    id: str
    reason: str
    author: str | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Base:
    """What `check` lets pass: the findings known before, and the accepted ones by id."""

    known: frozenset[str] = frozenset()
    accepted: dict[str, Accepted] = field(default_factory=dict)


def made_from(article: Article, maker: str) -> str:
    """A hash of all that the claims of an article depend on: its text, date and furniture, and what extracts them."""
    return digest(
        article.id, article.text, article.title, article.publisher, article.published, article.author,
        [(mark.start, mark.end) for mark in article.boilerplate], maker, size=16,
    )  # fmt: skip


def claims_path(folder: Path, source: str) -> Path:
    """Where the claims of a source lie. Other characters than letters, digits and ".-_" do not get into file names."""
    name = _UNSAFE.sub("_", source)[:80].lstrip(".") or "_"
    if name != source or f"{name}.jsonl" == BASE:
        name = f"{name}-{digest(source, size=4)}"
    return folder / f"{name}.jsonl"


def write_claims(folder: Path, source: str, claims: Sequence[Claim], key: str) -> Path:
    """Write the claims of a source, sorted by place in the text; return the path.

    Raises:
        StoreError: The folder or the file cannot be written.
    """
    ordered = sorted(claims, key=lambda claim: (claim.span.start, claim.span.end, claim.id))
    header = {"format": CLAIMS_FORMAT, "source": source, "claims": len(ordered), "made_from": key}
    path = claims_path(folder, source)
    write_whole(path, "".join(_line(row) for row in [header, *map(plain.claim, ordered)]))
    return path


def read_claims(folder: Path, source: str, key: str | None = None) -> Stored | None:
    """The stored claims of a source, or None where there are none.

    Args:
        folder: Where the files lie.
        source: The source's id.
        key: What the claims must have been made from; others, perhaps of an older program, count as none.
    Raises:
        StoreError: The file is damaged or of another format.
    """
    path = claims_path(folder, source)
    try:
        lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path}: cannot be read ({error})", "Remove it; factcheck extract writes it anew.") from None
    try:
        header = json.loads(lines[0])
        if header["format"] != CLAIMS_FORMAT:
            raise ValueError(f"its format is {header['format']!r}, not {CLAIMS_FORMAT!r}")
        if key is not None and (header["made_from"], header["source"]) != (key, source):
            return None
        if header["claims"] != len(lines) - 1:
            raise ValueError(f"it holds {len(lines) - 1} claims instead of {header['claims']}")
        claims = _adapter().validate_python([_fields(json.loads(line)) for line in lines[1:]])
        return Stored(str(header["source"]), str(header["made_from"]), tuple(claims))
    except (ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        why = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise StoreError(f"{path}: damaged ({why})", "Remove it; factcheck extract writes it anew.") from None


def claim_from(row: dict[str, Any]) -> Claim:
    """A claim from the JSON object that `factcheck.model.plain.claim` makes, checked field by field.

    Raises:
        ValueError: A field is missing, unknown or of the wrong type (pydantic.ValidationError).
    """
    claims: list[Claim] = _adapter().validate_python([_fields(row)])
    return claims[0]


@cache
def _adapter() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(list[Claim])


def _fields(row: dict[str, Any]) -> dict[str, Any]:
    """The names and values of the dataclasses: days instead of ends, infinities instead of null."""
    if set(row) != set(Claim.__dataclass_fields__):
        odd = sorted(set(row) ^ set(Claim.__dataclass_fields__))
        raise ValueError(f"missing or unknown: {', '.join(odd)}")
    row = dict(row)
    if row.get("quantity"):
        amount = dict(row["quantity"])
        amount["low"] = float("-inf") if amount["low"] is None else amount["low"]
        amount["high"] = float("inf") if amount["high"] is None else amount["high"]
        if amount["written_range"]:
            low, high = amount["written_range"]
            amount["written_range"] = (float("-inf") if low is None else low, float("inf") if high is None else high)
        row["quantity"] = amount
    if row.get("time"):
        when = dict(row["time"])
        where = when.pop("span")
        when["first"], when["last"] = when.pop("start"), when.pop("end")
        row["time"] = {**when, "start": where["start"], "end": where["end"]}
    return row


def write_base(where: Path, findings: Iterable[Finding]) -> Path:
    """Write the conflicts that are known from now on: id, rule, sources and message, one a line, sorted.

    Raises:
        StoreError: The folder or the file cannot be written.
    """
    rows: list[dict[str, Any]] = [
        {
            "id": finding.id,
            "rule": finding.rule,
            "sources": sorted({span.source for span in finding.spans}),
            "message": finding.message,
        }
        for finding in sorted(findings, key=lambda finding: finding.id)
    ]
    path = _base_path(where)
    write_whole(path, "".join(_line(row) for row in [{"format": BASE_FORMAT, "findings": len(rows)}, *rows]))
    return path


def read_base(folder: Path, where: Path | None = None, *, made: bool = True) -> Base:
    """What is known and accepted; missing files are empty ones.

    Args:
        folder: The folder of claims, with the list of accepted findings.
        where: The base if it is elsewhere: its file, or the folder that it is in.
        made: Whether a base that is named has to be there; not where it is about to be written.

    Raises:
        StoreError: A file is there and damaged: passing everything or nothing would both be wrong. Or the base that is
            named is missing, as after a slip of the pen.
    """
    if where is not None and made and not _base_path(where).exists():
        raise StoreError(f"{_base_path(where)}: there is no base here", "Write it with factcheck check --update.")
    return Base(_known(_base_path(where or folder)), _accepted(folder / ACCEPTED))


def _base_path(where: Path) -> Path:
    return where if where.suffix == ".jsonl" else where / BASE


def _known(path: Path) -> frozenset[str]:
    try:
        lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
        header, rows = json.loads(lines[0]), [json.loads(line) for line in lines[1:]]
        if header["format"] != BASE_FORMAT:
            raise ValueError(f"its format is {header['format']!r}, not {BASE_FORMAT!r}")
        if header["findings"] != len(rows):
            raise ValueError(f"it holds {len(rows)} findings instead of {header['findings']}")
        return frozenset(str(row["id"]) for row in rows)
    except FileNotFoundError:
        return frozenset()
    except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise StoreError(f"{path}: cannot be used ({error})", "Write it anew with factcheck check --update.") from None


def _accepted(path: Path) -> dict[str, Accepted]:
    try:
        with path.open("rb") as file:
            tables = tomllib.load(file).get("accepted", [])
        found: dict[str, Accepted] = {}
        for table in tables:
            unknown = sorted(set(table) - {"id", "reason", "author", "until"})
            if unknown:
                raise ValueError(f"unknown key {unknown[0]!r}")
            identity, reason, until = table["id"], table["reason"], table.get("until")
            if not isinstance(identity, str) or not isinstance(reason, str) or not reason.strip():
                raise ValueError("every [[accepted]] needs an id and a reason, both texts")
            if until is not None and type(until) is not date:
                raise ValueError(f"until = {until!r} is not a date such as 2026-01-31")
            found[identity] = Accepted(identity, reason, table.get("author"), until)
        return found
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise StoreError(f"{path}: cannot be used ({error})", "See docs/checking.md for its form.") from None
    except KeyError as error:
        raise StoreError(f"{path}: an [[accepted]] has no {error}", "See docs/checking.md for its form.") from None


def write_whole(path: Path, text: str) -> None:
    """Write a file so that readers and crashes see the old one or the new one, never a part.

    Raises:
        StoreError: The folder or the file cannot be written.
    """
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)  # mkstemp gives 0o600, which a second user of the repository could not read
        os.replace(temporary, path)
        temporary = None
    except OSError as error:
        why = (error.strerror or type(error).__name__).lower()
        raise StoreError(
            f"{path}: cannot be written ({why})", "Check the folder's permissions and free space."
        ) from None
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def _line(row: dict[str, Any]) -> str:
    text = json.dumps(row, ensure_ascii=False, sort_keys=True, allow_nan=False)
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):  # half a surrogate pair has no UTF-8
        text = json.dumps(row, sort_keys=True, allow_nan=False)
    return text + "\n"
