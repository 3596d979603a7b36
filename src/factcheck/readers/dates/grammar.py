"""Rules over token categories: `{month} {dom}` is compiled to a regular expression over `Lexed.codes`.

In a pattern `{x}` is a category when the lexicon or the lexer has one of that name, and otherwise the word x itself.
Everything else is the syntax of `re.VERBOSE`. The quantifiers in the rules are bounded, so matching is linear.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from factcheck.lexicon.dates import date_words
from factcheck.readers.dates.lexer import MARKS, NUMBER_KINDS, Lexed, split
from factcheck.readers.dates.meaning import Expression

_PLACE = re.compile(r"\{([a-z_0-9']+)\}")
_NAME = frozenset({"name"})
_FIRST_CODE = 0xE000  # private use: no character of a pattern's own syntax

# "38 million three years ago": a number of years does not begin with the million of the number before.
_NUM_WORDS = r"(?!{million}(?!{unit}|{units})){cardinal}(?:{hyphen}?{cardinal}|{and}{cardinal}){0,5}"
MACROS: dict[str, str] = {
    "MONTH": r"(?:{month}|{month_short}{dot}?)",
    "WEEKDAY": r"(?:{weekday}|{weekday_short}{dot}?)",
    "UNIT": r"(?:{unit}|{units})",
    "NUM": rf"(?:{{num}}(?:{{slash}}{{num}}|{{num}}{{slash}}{{num}}|{{and}}{{a}}{{half}})?"
    rf"|(?:{_NUM_WORDS})(?:{{and}}{{a}}{{half}})?)",
    "THE": r"(?:{the}|{this}|{that}|{its}|{his}|{her}|{their}|{our}|{my})",
    "DASH": r"(?:{hyphen}|{dash})",
    "YEAR": r"(?:{comma}?{year4})",
}
MACROS |= {
    "QUANTITY": rf"(?:{MACROS['NUM']}|(?:{{a}}|{{an}})?(?:{{additional}}|{{full}})?"
    r"(?:{few}|{couple}{of}?|{couple}|{dozen}|{hundred}|{thousand}|{half}{dozen})"
    r"|{half}(?:{a}|{an})|(?:{a}|{the})?(?:{half}|{quarter}){hyphen}?(?={century}|{decade})|{several}(?:{hundred}|{dozen}|{thousand})?|{many}|{dozens}{of}|{hundreds}{of}|{thousands}{of}|{some})",
}


class Match:
    """What a rule matched: named groups as token positions and words."""

    __slots__ = ("_match", "lexed")

    def __init__(self, match: re.Match[str], lexed: Lexed) -> None:
        self._match = match
        self.lexed = lexed

    @property
    def start(self) -> int:
        """Index of the first token."""
        return self._match.start()

    @property
    def stop(self) -> int:
        """Index after the last token."""
        return self._match.end()

    def has(self, group: str) -> bool:
        """Whether the rule has the group and it took part in the match."""
        return group in self._match.re.groupindex and self._match[group] is not None

    def at(self, group: str) -> int:
        """Index of the first token of a group."""
        return self._match.start(group)

    def words(self, group: str) -> tuple[str, ...]:
        """The lower-case words of a group; () where it took no part."""
        if not self.has(group):
            return ()
        first, stop = self._match.span(group)
        return self.lexed.words[first:stop]

    def word(self, group: str) -> str:
        """The first lower-case word of a group, or ""."""
        words = self.words(group)
        return words[0] if words else ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and the function that says what its match means (None: nothing after all)."""

    pattern: str
    read: Callable[[Match], Expression | None]


@dataclass(slots=True)
class Grammar:
    """Rules compiled over one alphabet of token codes."""

    rules: tuple[Rule, ...]
    _codes: dict[frozenset[str], str] = field(default_factory=dict)
    _words: dict[str, frozenset[str]] = field(default_factory=dict)
    _patterns: tuple[re.Pattern[str], ...] = ()

    def __post_init__(self) -> None:
        lexicon = date_words().words
        expanded = [expand(rule.pattern) for rule in self.rules]
        categories = {*lexicon, *MARKS.values(), *(name for kinds in NUMBER_KINDS for name in kinds)}
        wanted = sorted({name for text in expanded for name in _PLACE.findall(text)})
        sets: dict[str, set[str]] = {}
        for category in sorted(lexicon):
            for word in lexicon[category]:
                sets.setdefault(word, set()).add(category)
        for name in wanted:
            if name not in categories:
                sets.setdefault(name, set()).add(name)
        self._words = {word: frozenset(names) for word, names in sorted(sets.items())}
        for kinds in (frozenset[str](), *NUMBER_KINDS, *(frozenset({mark}) for mark in sorted(set(MARKS.values())))):
            self._code(kinds)
        for word in sorted(self._words):
            self._code(self._words[word])
        self._patterns = tuple(re.compile(_PLACE.sub(self._class_of, text), re.VERBOSE) for text in expanded)

    def _code(self, kinds: frozenset[str]) -> str:
        return self._codes.setdefault(kinds, chr(_FIRST_CODE + len(self._codes)))

    def _class_of(self, place: re.Match[str]) -> str:
        codes = [code for kinds, code in self._codes.items() if place[1] in kinds]
        return f"[{''.join(codes)}]"

    def lex(self, text: str) -> Lexed:
        """Split a text into tokens of this grammar's alphabet."""
        starts, ends, words, codes = [], [], [], []
        none = self._codes[frozenset()]
        for start, end, word, kinds in split(text):
            starts.append(start)
            ends.append(end)
            words.append(word)
            if not kinds or kinds == _NAME:
                kinds = self._words.get(word, kinds)
            codes.append(self._codes.get(kinds, none))
        return Lexed(text, tuple(starts), tuple(ends), tuple(words), "".join(codes))

    def matches(self, lexed: Lexed) -> Sequence[tuple[int, int, int, Expression]]:
        """Every (first token, -tokens, rule number, meaning), in that order: the longest of one start comes first."""
        found = []
        for number, (rule, pattern) in enumerate(zip(self.rules, self._patterns, strict=True)):
            for match in pattern.finditer(lexed.codes):
                if match.end() > match.start() and (meaning := rule.read(Match(match, lexed))) is not None:
                    found.append((match.start(), match.start() - match.end(), number, meaning))
        return sorted(found, key=lambda item: item[:3])


@lru_cache(maxsize=256)
def expand(pattern: str) -> str:
    """Replace macro names ("MONTH") by what they stand for, inside out."""
    for _ in range(3):
        pattern = re.sub(r"\b[A-Z]{3,}\b", lambda name: MACROS.get(name[0], name[0]), pattern)
    return pattern
