"""Rules for dates that name their year, and for the days and months of any year: "Feb. 27, 2025", "Oct. 23"."""

from datetime import date

from factcheck.lexicon.dates import date_words
from factcheck.readers.dates import calendar as cal
from factcheck.readers.dates.calendar import Period
from factcheck.readers.dates.grammar import Match, Rule
from factcheck.readers.dates.meaning import Expression, Fixed, Recurring
from factcheck.readers.dates.numerals import ordinal, whole, year_of


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
    after = match.lexed.word(match.stop)
    if (month, day) == (9, 11) and after in ("attack", "attacks", "terror", "terrorist", "hijackers", "hijackings"):
        return fixed(cal.day_period(date(2001, 9, 11)))
    if "and" in match.words("to") and after[:1].isalnum() and after not in date_words().lists["clause_words"]:
        return None  # "On May 3 and 12 others"
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


def _days_of_month(match: Match) -> Expression | None:
    """ "3-12 September", "between the 9th and the 17th of April"; where only "and" joins them they are two days."""
    if match.word("join") == "and" and match.lexed.words[match.start] != "between":
        return None
    month, low, high = month_number(match.word("month")), whole(match.word("dom")), whole(match.word("to"))
    if not month or low is None or high is None or low >= high or not _is_month(match, "month"):
        return None
    if match.has("year"):
        return _month_days_year(match)
    if cal.make_date(2000, month, low) is None or cal.make_date(2000, month, high) is None:
        return None
    return Expression(every_day(month, low), until=Expression(every_day(month, high)))


def _month_year(match: Match) -> Expression | None:
    month, year = month_number(match.word("month")), year_of(match.words("year"))
    return fixed(cal.month_period(year, month)) if month and year else None


def _month(match: Match) -> Expression | None:
    after = match.lexed.word(match.stop)
    if after.isdigit() and len(after) <= 2:
        return None  # "Feb. 30" is no day, and so it is not said which
    return Expression(every_month(month_number(match.word("month")))) if _is_month(match, "month") else None


def _is_month(match: Match, group: str) -> bool:
    """Months are written with a capital; "may" and "march" in lower case are verbs, unless "in" precedes."""
    at = match.at(group)
    if match.lexed.is_capital(at) or match.lexed.words[at] not in ("may", "march", "mar", "august"):
        return True
    return match.lexed.word(at - 1) in ("in", "since", "of", "early", "late")


def _weekday(match: Match) -> Expression | None:
    at = match.at("weekday")
    if not match.lexed.is_capital(at) and match.lexed.words[at] not in date_words().words["weekday"]:
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


RULES: tuple[Rule, ...] = (
    Rule(
        r"(?:WEEKDAY{comma}?|(?P<near>{last}|{this}|{next}))?(?P<month>MONTH){the}?(?P<dom>{dom}|{domth}|{ordinal}(?:{hyphen}{ordinal})?|{cardinal}{hyphen}{ordinal})"
        r"(?:(?P<year>YEAR)|(?P<to>(?:DASH|{to}|{through}|{till}|{until}){the}?(?:{dom}|{domth})))?",
        _month_day,
    ),
    Rule(r"(?P<month>MONTH)(?P<dom>{dom}|{domth})(?P<to>{and}(?:{dom}|{domth}))", _month_day),
    Rule(
        r"(?P<month>MONTH)(?P<dom>{dom}|{domth})(?P<to>(?:DASH|{to}|{through}|{and})(?:{dom}|{domth}))(?P<year>YEAR)",
        _month_days_year,
    ),
    Rule(
        r"(?:WEEKDAY{comma}?)?(?:{the}?(?P<dom>{dom}|{domth}|{ordinal}|{cardinal}{hyphen}{ordinal}))(?:{day}?{of})?(?P<month>MONTH)(?P<year>YEAR)?",
        _month_day,
    ),
    Rule(r"(?P<dom>{dom})DASH(?P<month>MONTH)DASH(?P<year>{year4})", _month_day),
    Rule(r"(?P<month>MONTH)DASH(?P<dom>{dom})DASH(?P<year>{year4})", _month_day),
    Rule(
        r"(?:{from}|{between})?{the}?(?P<dom>{dom}|{domth})(?P<join>DASH|{to}|{and}|{through}|{till}|{until}){the}?(?P<to>{dom}|{domth})"
        r"{of}?(?P<month>MONTH)(?P<year>YEAR)?",
        _days_of_month,
    ),
    Rule(
        r"(?P<month>MONTH)(?:{comma}|{of}|{in})?(?:{the}{year})?(?P<year>{year4}|{cardinal}(?:{hyphen}?{cardinal}|{and}{cardinal}){1,3})",
        _month_year,
    ),
    Rule(r"(?P<month>MONTH)", _month),
    Rule(r"(?P<weekday>WEEKDAY)", _weekday),
    Rule(r"(?P<date>{isodate}|{isotime})", _iso),
    Rule(r"(?P<date>{slashdate}|{dotdate})", _numeric),
)
