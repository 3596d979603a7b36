"""The wording of publishers' furniture in English: what a line of it looks like by itself, wherever it stands.

Each rule names something that news sites print around articles and that no reporter writes in one. All of them ask for
a short line, so that a sentence which merely contains such words is never lost.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

LONGEST = 400  # characters of a line that a rule looks at
END_OF_ARTICLE = frozenset({"copyright", "syndication", "sign-up", "promotion"})


class Rule(NamedTuple):
    """A kind of furniture: the name that people see, and the lines that it covers."""

    reason: str
    pattern: re.Pattern[str]
    longest: int


class Furniture(NamedTuple):
    """The rules for whole lines, and what a run of names looks like."""

    rules: tuple[Rule, ...]
    names: re.Pattern[str]

    def reason(self, line: str) -> str | None:
        """Which kind of furniture the line is by its wording alone, if any."""
        found = self._match(line)
        return found[0].reason if found is not None else None

    def headline(self, line: str) -> tuple[int, int] | None:
        """Where a line of furniture repeats the headline of its article, as offsets in the line; else None."""
        found = self._match(line)
        held = found is not None and "headline" in found[0].pattern.groupindex
        return found[1].span("headline") if found is not None and held else None

    def _match(self, line: str) -> tuple[Rule, re.Match[str]] | None:
        """The first rule whose pattern is the whole line, with the match."""
        if len(line) > LONGEST:
            return None
        for rule in self.rules:
            if len(line) <= rule.longest and (match := rule.pattern.fullmatch(line)):
                return rule, match
        return None


@cache
def load() -> Furniture:
    """Read furniture.toml, once a process."""
    table = tomllib.loads((Path(__file__).parent / "furniture.toml").read_text(encoding="utf-8"))
    parts: dict[str, str] = {}
    for name, pattern in table["parts"].items():
        parts[name] = f"(?:{_fill(pattern, parts)})"
    rules = [
        Rule(
            row["reason"],
            re.compile(_fill(row["pattern"], parts), 0 if row.get("case") else re.IGNORECASE),
            row["longest"],
        )
        for row in table["rule"]
    ]
    return Furniture(tuple(rules), re.compile(parts["NAMES"]))


def _fill(pattern: str, parts: dict[str, str]) -> str:
    for name, part in parts.items():
        pattern = pattern.replace(f"<{name}>", part)
    return pattern


# Parts of lines: a place before the first sentence of a report, a credit after a caption.
DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:[ -][A-ZÀ-Þ][A-ZÀ-Þ.’'-]+){0,4})"
    r"(?:, (?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}))?"
    r"(?:,? (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?)?"
    r" ?(?P<agency>\([A-Z][\w .,/’'-]{1,40}\))? ?(?:—|–|--|-(?= ))"
)
AGENCY_DATELINE = re.compile(
    r"[A-ZÀ-Þ][\wÀ-ÿ.’' ,-]{2,60}? ?"
    r"\((?:AP|Reuters|AFP|UPI|CNN|PA|dpa|DPA|Xinhua|KYODO|Bloomberg|[A-Z]{3,5})\) ?(?:—|–|--|-(?= ))"
)
TRAILING_CREDIT = re.compile(
    r"\((?:(?:file )?(?:photo|image|picture|video|credit|source|courtesy|handout|illustration)s?\b[^()]{0,100}|"
    r"[^()]{2,60}/ ?(?:AP|AFP|Reuters|Getty[^()]{0,30}|EPA|UPI|[A-Z]{2,}[A-Za-z0-9 ]{0,20})|"
    r"handout|courtesy)\)[.]?\s*\Z",
    re.IGNORECASE,
)
READ_TIME = re.compile(r"\b\d{1,3} min(?:ute)?s? read\b", re.IGNORECASE)
