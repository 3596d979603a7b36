"""Text to tokens with categories: what the grammar of dates sees.

Each token is one character of `Lexed.codes`, and tokens that the grammar cannot tell apart share a character. A rule is
then an ordinary regular expression over that short string (`grammar.py`), so that one rule reads "Oct. 23", "October
23rd" and "oct 23" alike. The tokens are the reader's own, since a date must be found whether or not a parser split
"7pm" or "mid-1990s" the way we expect.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
    (?P<isotime>\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?Z?)(?![\w.])
  | (?P<isodate>\d{4}-\d{1,2}-\d{1,2})(?![\w-])
  | (?P<slashdate>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{4}/\d{1,2}/\d{1,2})(?![\w/])
  | (?P<dotdate>\d{1,2}\.\d{1,2}\.\d{4})(?![\w])
  | (?P<clock>\d{1,2}[:.]\d\d(?=\s?[aApP]\.?[mM]\b)|\d{1,2}:\d\d(?::\d\d)?(?![\w:]|-\d))
  | (?P<decade>(?:\d\d)?\d0['’]?s)(?!\w)
  | (?P<ordinal>\d{1,4}(?:st|nd|rd|th))(?!\w)
  | (?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?=(?:[aApP][mM]|[hH])\b|[^\w]|$)
  | (?P<name>[^\W_]*\d[^\W_]*)
  | (?P<ampm>[aApP]\.\s?[mM]\b\.?|(?<=\d)[aApP][mM]\b|(?<=\d[ ])[aApP][mM]\b)
  | (?P<possessive>['’]s\b)
  | (?P<clockword>o['’]clock\b)
  | (?P<word>[^\W\d_]+)
  | (?P<gap>\n[ \t\r\f\v]*\n\s*)
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)

MARKS: Mapping[str, str] = {
    ".": "dot",
    ",": "comma",
    "-": "hyphen",
    "‐": "hyphen",
    "‑": "hyphen",
    "–": "dash",
    "—": "dash",
    "/": "slash",
    "'": "quote",
    "’": "quote",
    "‘": "quote",
    "(": "open",
    ")": "close",
    "$": "money",
    "€": "money",
    "£": "money",
    "¥": "money",
    "%": "percent",
    ":": "colon",
    "&": "amp",
    "#": "hash",
}

NUMBER_KINDS: tuple[frozenset[str], ...] = tuple(
    frozenset(kinds.split())
    for kinds in (
        "num",
        "num dom hour",
        "num dom hour24",
        "num hour24",
        "num dom",
        "num two",
        "num year4",
        "decade4",
        "decade2",
        "ordnum",
        "ordnum domth",
        "isotime",
        "isodate",
        "slashdate",
        "dotdate",
        "clock",
        "ampm",
        "possessive",
        "clockword",
        "gap",
        "name",
    )
)


@dataclass(frozen=True, slots=True)
class Lexed:
    """A text as tokens: `starts`, `ends` (offsets in `text`), `words` (lower case) and `codes`, one character each."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    codes: str

    def span(self, first: int, stop: int) -> str:
        """The text of tokens `first` to `stop`, `stop` excluded."""
        return self.text[self.starts[first] : self.ends[stop - 1]]

    def glued(self, first: int, second: int) -> bool:
        """Whether nothing stands between two neighbours."""
        return self.ends[first] == self.starts[second]

    def is_capital(self, index: int) -> bool:
        """Whether the token starts with an upper-case letter."""
        return self.text[self.starts[index]].isupper()

    def word(self, index: int) -> str:
        """The lower-case word at `index`, or "" outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""


def split(text: str) -> Iterable[tuple[int, int, str, frozenset[str]]]:
    """Yield (start, end, lower-case word, categories by form) of each token, in order. Linear in the text."""
    for match in _TOKEN.finditer(text):
        form = match.lastgroup or "mark"
        word = match.group()
        yield match.start(), match.end(), word.lower().replace("’", "'"), _form_categories(form, word)


def _form_categories(form: str, word: str) -> frozenset[str]:
    if form == "number":
        return _number_categories(word)
    if form == "ordinal":
        number = int(word[:-2])
        return frozenset({"ordnum", "domth"}) if 1 <= number <= 31 else frozenset({"ordnum"})
    if form == "decade":
        return frozenset({"decade4"}) if word[:4].isdigit() else frozenset({"decade2"})
    if form == "mark":
        name = MARKS.get(word)
        return frozenset({name}) if name else frozenset()
    return frozenset() if form == "word" else frozenset({form})


def _number_categories(word: str) -> frozenset[str]:
    if not word.isascii() or not word.isdigit():
        return frozenset({"num"})
    if len(word) <= 2:
        number = int(word)
        if 1 <= number <= 12:
            return frozenset({"num", "dom", "hour"})
        if 13 <= number <= 24:
            return frozenset({"num", "dom", "hour24"})
        if number == 0:
            return frozenset({"num", "hour24"})
        return frozenset({"num", "dom"}) if number <= 31 else frozenset({"num", "two"})
    if len(word) == 4 and word[0] in "12":
        return frozenset({"num", "year4"})
    return frozenset({"num"})
