"""Rules for years, decades and centuries: "1985", "nineteen ninety-six", "2012-13", "the 1990s", "the 20th century"."""

from factcheck.lexicon.dates import date_words
from factcheck.readers.dates import calendar as cal
from factcheck.readers.dates.absolute import fixed
from factcheck.readers.dates.grammar import Match, Rule
from factcheck.readers.dates.lexer import Lexed
from factcheck.readers.dates.meaning import Expression
from factcheck.readers.dates.numerals import ordinal, spoken_year, whole

_EARLIEST, _LATEST = 1000, 2199


def _year(match: Match) -> Expression | None:
    year = whole(match.word("year")) or 0
    if not _EARLIEST <= year <= _LATEST or not _is_year(match.lexed, match.start, match.at("year"), year):
        return None
    return fixed(cal.year_period(year))


_YEAR_BEFORE = date_words().lists["year_before"]
_COUNTED_BEFORE = date_words().lists["counted_before"]
_COUNTED_AFTER = date_words().lists["counted_after"]


def _is_year(lexed: Lexed, start: int, index: int, year: int) -> bool:
    """Whether four digits are a year: an amount is followed by what it counts, or preceded by a word for amounts."""
    before, after = lexed.word(index - 1), lexed.word(index + 1)
    if before in ("$", "€", "£", "#", "/", ".") and lexed.glued(index - 1, index):
        return False
    if after in ("%", "/", "°") or (after in ("-", "‐") and lexed.word(index + 2)[:1].isalpha() and year < 1900):
        return False
    if before in _COUNTED_BEFORE and before not in ("no",):
        return False
    if before in ("no", "no.") or after in _COUNTED_AFTER:
        return (
            before in ("in", "since") and after not in ("%",) and after not in ("percent", "years", "days", "million")
        )
    if before in ("-", "–") and lexed.glued(index - 1, index) and lexed.word(index - 2).isdigit():
        return False  # a telephone or file number
    plural = (
        after.endswith("s")
        and len(after) > 3
        and after not in ("this", "was", "has", "does")
        and not (lexed.is_capital(index + 1))
    )
    if 1900 <= year <= 2100:
        return not plural or before in _FIRM_BEFORE or before in _OWNERS
    if year < 1700:
        return before in _FIRM_BEFORE and not (after.isalpha() and after not in _PLAIN_AFTER)
    return before in _YEAR_BEFORE and not (plural and before not in ("in", "since"))


_FIRM_BEFORE = frozenset(["in", "since", "until", "between", "circa", "year", "early", "late", "mid", "during"])
_OWNERS = frozenset(["the", "this", "that", "its", "his", "her", "their", "our", "'s", "fiscal", "last", "next"])
_PLAIN_AFTER = date_words().lists["clause_words"]


def _spoken_year(match: Match) -> Expression | None:
    year = spoken_year(match.words("year"))
    if year is None or (year == 2000 and not match.has("lead")):
        return None
    return fixed(cal.year_period(year))


def _years(match: Match) -> Expression | None:
    """ "2012-13", "2015-2018"."""
    low, tail = whole(match.word("low")), match.word("high")
    if low is None or not _EARLIEST <= low <= _LATEST or not tail.isdigit():
        return None
    high = int(tail) if len(tail) == 4 else low // 100 * 100 + int(tail)
    if len(tail) == 2 and high <= low and 1 <= int(tail) <= 12 and match.lexed.glued(match.start, match.start + 1):
        return fixed(cal.month_period(low, int(tail)))  # "2015-12" is no season
    if len(tail) not in (2, 4) or not low < high <= min(low + 300, _LATEST):
        return None
    return fixed(cal.years_period(low, high - low + 1, f"{low:04d}/{high:04d}", "interval"))


def _decade(match: Match) -> Expression | None:
    word = match.word("decade").lstrip("'").rstrip("s").rstrip("'")
    if len(word) == 4 and word.isdigit():
        first = int(word)
    else:
        number = date_words().words["decade_word"].get(match.word("decade"), int(word) if word.isdigit() else None)
        if number is None:
            return None
        quoted = match.has("quote")
        if not (quoted or match.has("the") or match.has("lead") or _after_edge(match.lexed, match.start)):
            return None
        if match.lexed.word(match.start - 1) in ("his", "her", "their", "my", "your", "our"):
            return None  # "in his fifties" is an age
        if not quoted and word.isdigit() and number < 50:
            return None  # "in the mid-30s" is as often an age, a share or a temperature
        if match.has("lead"):
            century = whole(match.word("lead"))
            if century not in (17, 18, 19, 20):
                return None
            return fixed(cal.years_period(century * 100 + number, 10, f"{century * 10 + number // 10:03d}", "decade"))
        first = (1900 if number >= 20 else 2000) + number
    if first % 100 == 0 and first % 1000 == 0 and match.has("hundreds"):
        return None
    if not _EARLIEST <= first <= _LATEST:
        return None
    return fixed(cal.years_period(first, 10, f"{first // 10:03d}", "decade"))


def _after_edge(lexed: Lexed, start: int) -> bool:
    """Whether "the early", "the mid-" or "the late" stands before; without "the" it is an age or a temperature."""
    at = start - 2 if lexed.word(start - 1) in ("-", "‐", "‑") else start - 1
    return lexed.word(at) in ("early", "mid", "late") and lexed.word(at - 1) == "the"


def _century(match: Match) -> Expression | None:
    number = ordinal(match.words("n"))
    if number is None or not 1 <= number <= 30:
        return None
    if match.has("bc"):
        return None
    return fixed(cal.years_period(max((number - 1) * 100, 1), 100, f"{number - 1:02d}", "century"))


RULES: tuple[Rule, ...] = (
    Rule(r"(?:{the}?{year}|{calendar}{year}?)?(?P<year>{year4})", _year),
    Rule(
        r"(?P<lead>{the}?{year}|(?<={in}))?(?P<year>{cardinal}(?:{hyphen}?{cardinal}|{and}{cardinal}){1,3})",
        _spoken_year,
    ),
    Rule(r"(?P<low>{year4})DASH(?P<high>{num})", _years),
    Rule(
        r"(?P<the>{the})?(?P<quote>{quote})?(?:(?P<lead>{cardinal}){hyphen}?)?(?P<decade>{decade4}|{decade2}|{decade_word})",
        _decade,
    ),
    Rule(
        r"{the}?(?P<n>{ordnum}|{domth}|{ordinal}|{cardinal}{hyphen}{ordinal})(?:{hyphen}|)?(?:{century}|{centuries})(?P<bc>{bc}|{bce}|{b})?",
        _century,
    ),
)
