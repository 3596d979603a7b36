"""Plain helpers on strings that several stages share: folding, quoting, hashing."""

import unicodedata
from hashlib import blake2b

_PUNCTUATION = str.maketrans(
    {"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-"}
    | dict.fromkeys("\u00a0\u202f\u2009", " ")
)


def plain(text: str) -> str:
    """The same text with straight quotes, plain hyphens and plain spaces; offsets stay the same."""
    return text.translate(_PUNCTUATION)


def fold(text: str) -> str:
    """A form in which spellings of one name are equal: no case, no diacritics, straight quotes. Offsets may shift.

    >>> fold("Treviño")
    'trevino'
    """
    decomposed = unicodedata.normalize("NFKD", plain(text).casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def squeeze(text: str) -> str:
    """The text with each run of white space as one blank and none at the ends."""
    return " ".join(text.split())


def digest(*parts: object, size: int = 8) -> str:
    """A stable content hash of the parts in hexadecimal, two characters a byte (BLAKE2b, RFC 7693)."""
    joined = "\x1f".join(str(part) for part in parts)
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()
