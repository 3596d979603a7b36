"""Rules for dates that name their year, and for the days and months of any year: "Feb. 27, 2025", "Oct. 23", "the 1990s"."""

from datetime import date

from factcheck.lexicon.dates import date_words
from factcheck.readers.dates import calendar as cal
from factcheck.readers.dates.calendar import Period
from factcheck.readers.dates.grammar import Match, Rule
from factcheck.readers.dates.lexer import Lexed
from factcheck.readers.dates.meaning import Expression, Fixed, Recurring
from factcheck.readers.dates.numerals import ordinal, spoken_year, whole, year_of

_EARLIEST, _LATEST = 1000, 2199


def fixed(period: Period | None, **more: str | None) -> Expression | None:
    """An expression for a period, if the calendar has it."""
    return None if period is None else Expression(Fixed(period), **more)  # type: ignore[arg-type]


def month_number(word: str) -> int:
    """1 to 12 for a month's name or its abbreviation, else 0."""
    words = date_words().words
    return int(words["month"].get(word, words["month_short"].get(word, 0)))


def weekday_number(word: str) -> int:
    """1 (Monday) to 7 for a weekday's name, its plural or its abbreviation, else 0."""
    words = date_words().words
    for category in ("weekday", "weekdays", "weekday_short"):
        if word in words[category]:
            return int(words[category][word])
    return 0


def every_month(month: int, near: str | None = None) -> Recurring:
    """A month of some year."""
    return Recurring(lambda day: cal.month_period(day.year, month), "year", f"XXXX-{month:02d}", "month", near)


def every_day(month: int, day: int, near: str | None = None) -> Recurring:
    """A day of a month of some year."""
    value = f"XXXX-{month:02d}-{day:02d}"
    return Recurring(lambda cycle: cal.day_period(cal.make_date(cycle.year, month, day)), "year", value, "day", near)


def every_weekday(weekday: int, near: str | None = None) -> Recurring:
    """A weekday of some week."""

    def of(day: date) -> Period | None:
        return cal.day_period(cal.add_days(day, weekday - day.isoweekday()))

    return Recurring(of, "week", f"XXXX-WXX-{weekday}", "day", near)


def _month_day(match: Match) -> Expression | None:
    month, day = month_number(match.word("month")), ordinal(match.words("dom"))
    if not month or day is None or not _is_month(match, "month"):
        return None
    if match.has("year"):
        year = whole(match.words("year")[-1]) or 0
        return fixed(cal.day_period(cal.make_date(year, month, day)))
    if cal.make_date(2000, month, day) is None:
        return None
    first = every_day(month, day, match.word("near") or None)
    if not match.has("to"):
        return Expression(first)
    last = whole(match.words("to")[-1])
    if last is None or cal.make_date(2000, month, last) is None or last <= day:
        return None
    return Expression(first, until=Expression(every_day(month, last)))


def _month_days_year(match: Match) -> Expression | None:
    month = month_number(match.word("month"))
    low, high = whole(match.word("dom")), whole(match.words("to")[-1])
    year = whole(match.words("year")[-1])
    if not month or low is None or high is None or year is None:
        return None
    first, last = cal.make_date(year, month, low), cal.make_date(year, month, high)
    if first is None or last is None or last <= first:
        return None
    return fixed(Period(first, last, f"{first.isoformat()}/{last.isoformat()}", "interval"))


def _month_year(match: Match) -> Expression | None:
    month, year = month_number(match.word("month")), year_of(match.words("year"))
    return fixed(cal.month_period(year, month)) if month and year else None


def _month(match: Match) -> Expression | None:
    after = match.lexed.word(match.stop)
    if after.isdigit() and len(after) <= 2:
        return None  # "Feb. 30" is no day, and so it is not said which
    return Expression(every_month(month_number(match.word("month")))) if _is_month(match, "month") else None


def _is_month(match: Match, group: str) -> bool:
    """Months are written with a capital; "may" and "march" in lower case are verbs."""
    return match.lexed.is_capital(match.at(group)) or match.lexed.words[match.at(group)] not in ("may", "march", "mar")


def _weekday(match: Match) -> Expression | None:
    if not match.lexed.is_capital(match.at("weekday")):
        return None
    return Expression(every_weekday(weekday_number(match.word("weekday"))))


def _iso(match: Match) -> Expression | None:
    word = match.word("date")
    parts = word[:10].split("-")
    found = fixed(cal.day_period(cal.make_date(int(parts[0]), int(parts[1]), int(parts[2]))))
    clock = word[11:16] if len(word) > 10 else None
    return None if found is None else Expression(found.meaning, clock=clock)


def _numeric(match: Match) -> Expression | None:
    parts = [int(part) for part in match.word("date").replace(".", "/").split("/")]
    if parts[0] > 31:
        return fixed(cal.day_period(cal.make_date(*parts)))
    first, second, year = parts
    if year < 100:
        year += 2000 if year < 50 else 1900
    # American order, unless only the other one is a date, or the points say that the writer is not American.
    month, day = (second, first) if first > 12 or "." in match.word("date") else (first, second)
    return fixed(cal.day_period(cal.make_date(year, month, day)))


def _year(match: Match) -> Expression | None:
    year = whole(match.word("year")) or 0
    if not _EARLIEST <= year <= _LATEST or not _is_year(match.lexed, match.start, match.at("year"), year):
        return None
    return fixed(cal.year_period(year))


_YEAR_BEFORE = frozenset(
    "in since by until till before after during through from between to and or of early late mid the fiscal year that"
    " this last next his her its their our 's for than through around circa into on as both election".split()
)
_COUNTED_BEFORE = frozenset(
    "some about nearly almost over under approximately roughly only least most than exactly just flight room route no"
    " highway number page section article chapter model bus channel extension suite box version unit lot gate".split()
)
_COUNTED_AFTER = frozenset(
    "people men women troops soldiers persons children miles feet meters metres kilometers kilometres km kg pounds tons"
    " tonnes dollars euros yards acres hectares calories watts volts points votes seats jobs homes prisoners percent"
    " times members other more of million billion thousand hundred megawatts copies shares years days hours".split()
)


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
    if 1900 <= year <= 2100:
        return True
    return before in _YEAR_BEFORE and not (after.endswith("s") and len(after) > 3 and before not in ("in", "since"))


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
        before = match.lexed.word(match.start - 1)
        if (
            not quoted
            and not match.has("the")
            and not match.has("lead")
            and before not in ("early", "mid", "late", "-")
        ):
            return None
        if match.lexed.word(match.start - 1) in ("his", "her", "their", "my", "your", "our"):
            return None  # "in his fifties" is an age
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


def _century(match: Match) -> Expression | None:
    number = ordinal(match.words("n"))
    if number is None or not 1 <= number <= 30:
        return None
    if match.has("bc"):
        return None
    return fixed(cal.years_period(max((number - 1) * 100, 1), 100, f"{number - 1:02d}", "century"))


RULES: tuple[Rule, ...] = (
    Rule(
        r"(?:WEEKDAY{comma}?|(?P<near>{last}|{this}|{next}))?(?P<month>MONTH){the}?(?P<dom>{dom}|{domth}|{ordinal}(?:{hyphen}{ordinal})?|{cardinal}{hyphen}{ordinal})"
        r"(?:(?P<year>YEAR)|(?P<to>(?:DASH|{to}|{through}|{till}|{until}){the}?(?:{dom}|{domth})))?",
        _month_day,
    ),
    Rule(
        r"(?P<month>MONTH)(?P<dom>{dom}|{domth})(?P<to>(?:DASH|{to}|{through})(?:{dom}|{domth}))(?P<year>YEAR)",
        _month_days_year,
    ),
    Rule(
        r"(?:WEEKDAY{comma}?)?(?:{the}?(?P<dom>{dom}|{domth}|{ordinal}|{cardinal}{hyphen}{ordinal}))(?:{day}?{of})?(?P<month>MONTH)(?P<year>YEAR)?",
        _month_day,
    ),
    Rule(
        r"(?P<month>MONTH)(?:{comma}|{of}|{in})?(?:{the}{year})?(?P<year>{year4}|{cardinal}(?:{hyphen}?{cardinal}|{and}{cardinal}){1,3})",
        _month_year,
    ),
    Rule(r"(?P<month>MONTH)", _month),
    Rule(r"(?P<weekday>WEEKDAY)", _weekday),
    Rule(r"(?P<date>{isodate}|{isotime})", _iso),
    Rule(r"(?P<date>{slashdate}|{dotdate})", _numeric),
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
