"""Bytes to text. A guess at an encoding is never made in silence: text is UTF-8, says what it is, or is refused."""

import codecs
import re

from factcheck.errors import ArticleError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "an RTF document"),
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, name: str, *, html: bool = False) -> str:
    """The text of a file with plain line ends, decoded by its byte order mark, by what its HTML says, or as UTF-8.

    Raises:
        ArticleError: It is empty, not text, or in another encoding than it says.
    """
    if not data.strip():
        raise ArticleError(f"{name}: the file is empty", "Put the article's text in it, or remove it.")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise ArticleError(f"{name}: this is {what}, not text", "Save the article as .txt, .md or .html.")
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if encoding is None and html and (found := _CHARSET.search(data[:4096])):
        encoding = found.group(1).decode("ascii").lower()
    try:
        text = data.decode(encoding or "utf-8")
    except LookupError:
        raise ArticleError(f"{name}: it names an unknown encoding, {encoding!r}", "Save it as UTF-8.") from None
    except UnicodeDecodeError as error:
        text = _second_chance(data, name, encoding, error)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text or len(_CONTROL.findall(text[:65536])) * 100 > len(text[:65536]):
        raise ArticleError(f"{name}: this is a binary file, not text", "Save the article as .txt, .md or .html.")
    if not text.strip():
        raise ArticleError(f"{name}: the file is empty", "Put the article's text in it, or remove it.")
    return text


def _second_chance(data: bytes, name: str, encoding: str | None, error: UnicodeDecodeError) -> str:
    """UTF-8 after all where a page wrongly says something else; otherwise an error that names the byte at fault."""
    if encoding is not None:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    if b"\0" in data:
        raise ArticleError(f"{name}: this is a binary file, not text", "Save the article as .txt, .md or .html.")
    line = data.count(b"\n", 0, error.start) + 1
    raise ArticleError(
        f"{name}: not valid {(encoding or 'UTF-8').upper()} (byte 0x{data[error.start]:02x} in line {line})",
        f"Convert it first, for instance: iconv -f WINDOWS-1252 -t UTF-8 {name}",
    )
