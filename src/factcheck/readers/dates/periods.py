"""Rules for the parts of a year: quarters, halves, seasons, weekends, days with a name, fiscal years."""

from datetime import date

from factcheck.lexicon.dates import NamedDay, date_words
from factcheck.readers.dates import calendar as cal
from factcheck.readers.dates.absolute import fixed
from factcheck.readers.dates.calendar import Period
from factcheck.readers.dates.grammar import Match, Rule
from factcheck.readers.dates.lexer import Lexed, split
from factcheck.readers.dates.meaning import Expression, Recurring, Shifted
from factcheck.readers.dates.numerals import whole, year_of


def unit_name(word: str) -> str:
    """The unit that a singular or plural word names."""
    words = date_words().words
    return str(words["unit"].get(word, words["units"].get(word, word)))


def every_season(word: str, near: str | None = None) -> Recurring:
    """A season of some year."""
    code = str(date_words().words["season"][word])
    return Recurring(lambda day: cal.season_period(day.year, code), "year", f"XXXX-{code}", "season", near)


def every_quarter(number: int, near: str | None = None) -> Recurring:
    """A quarter of some year."""
    return Recurring(lambda day: cal.quarter_period(day.year, number), "year", f"XXXX-Q{number}", "quarter", near)


def every_half(number: int) -> Recurring:
    """A half of some year."""

    def of(day: date) -> Period | None:
        return cal.months_period(day.year, 6 * number - 5, 6, f"{day.year:04d}-H{number}", "half")

    return Recurring(of, "year", f"XXXX-H{number}", "half")


def every_named_day(name: str, named: NamedDay) -> Recurring:
    """Christmas Eve of some year."""
    value = f"XXXX-{named.fixed[0]:02d}-{named.fixed[1]:02d}" if named.fixed else "XXXX-XX-XX"
    return Recurring(lambda day: cal.day_period(cal.named_day(named, day.year)), "year", value, "day")


_LAST_QUARTER = {"final": 4, "last": 4}


def _quarter(match: Match) -> Expression | None:
    word = match.word("n")
    number = int(word.strip("q")) if len(word) == 2 and "q" in word else whole(word) or _LAST_QUARTER.get(word, 0)
    if not 1 <= number <= 4:
        return None
    if match.has("year"):
        return fixed(cal.quarter_period(whole(match.words("year")[-1]) or 0, number))
    near = match.word("near")
    return Expression(every_quarter(number, near if near in ("last", "this", "next") else None))


def _half(match: Match) -> Expression | None:
    number = {"first": 1, "1st": 1, "h1": 1, "h2": 2, "second": 2, "2nd": 2, "last": 2, "latter": 2}[match.word("n")]
    year = whole(match.words("year")[-1]) if match.has("year") else None
    if year:
        return fixed(cal.months_period(year, 6 * number - 5, 6, f"{year:04d}-H{number}", "half"))
    return Expression(every_half(number)) if match.has("of") else None


def _season(match: Match) -> Expression | None:
    word = match.word("season")
    if match.has("year"):
        year = year_of(match.words("year"))
        return None if year is None else fixed(cal.season_period(year, str(date_words().words["season"][word])))
    if word in ("spring", "fall", "springs", "falls") and not match.has("the"):
        return None
    if not match.has("the"):
        return None
    return Expression(every_season(word))


def _weekend(match: Match) -> Expression | None:
    near = match.word("near") or None

    def of(day: date) -> Period | None:
        return cal.unit_period(day, "weekend")

    return Expression(
        Recurring(of, "week", "XXXX-WXX-WE", "weekend", near if near in ("last", "this", "next") else None)
    )


def _fiscal(match: Match) -> Expression | None:
    year = whole(match.words("year")[-1]) if match.has("year") else None
    return fixed(cal.year_period(year)) if year and 1900 <= year <= 2199 else None


def _this_quarter(match: Match) -> Expression | None:
    return Expression(Shifted("quarter", 0, anchor="quarter"))


def _unit_end(match: Match) -> Expression | None:
    unit = unit_name(match.word("unit"))
    word = match.word("edge")
    edge = {"earlier": "BEFORE", "later": "AFTER"}.get(word) or date_words().words["edge"].get(word, "END")
    if word in ("earlier", "later", "early", "late") and unit == "day":
        return Expression(Shifted("day", 0, anchor="text"))
    return Expression(Shifted(unit, 0), edge=edge) if unit in _ENDING else None


_ENDING = ("week", "month", "quarter", "year", "decade", "century")


def _year_period(match: Match) -> Expression | None:
    """ "the 1988 period" of a report on a quarter is that quarter in 1988."""
    return Expression(Shifted("quarter", whole(match.word("year")), anchor="quarter of year"))


RULES: tuple[Rule, ...] = (
    Rule(
        r"(?:{the}|{its}|{their})?(?P<near>{last}|{this}|{next})?(?:{fiscal}|(?P<year>{year4}))?(?:{fiscal})?{hyphen}?"
        r"(?P<n>{first}|{second}|{third}|{fourth}|{ordnum}|{domth}|{final}){hyphen}?{fiscal}?{quarter}",
        _quarter,
    ),
    Rule(
        r"(?:{the}|{its})?(?P<n>{first}|{second}|{third}|{fourth}|{ordnum}|{domth}|{final}){hyphen}?{quarter}{of}{fiscal}?{year}?(?P<year>{year4})",
        _quarter,
    ),
    Rule(r"(?P<n>{q1}|{q2}|{q3}|{q4}|{1q}|{2q}|{3q}|{4q})(?P<year>YEAR)?", _quarter),
    Rule(r"(?P<n>{h1}|{h2})(?P<year>YEAR)", _half),
    Rule(
        r"{the}?(?P<n>{first}|{second}|{last}|{latter}|{domth}){hyphen}?{half}(?P<of>{of}{the}{year}|{of}(?P<year>{year4})|(?={of}(?:{last}|{this}|{next}){year}))",
        _half,
    ),
    Rule(
        r"(?P<the>{the}|{in})?(?P<season>{season})(?:{comma}|{of}(?:{the}{year})?)?(?P<year>{year4}|{cardinal}(?:{hyphen}?{cardinal}|{and}{cardinal}){1,3})",
        _season,
    ),
    Rule(
        r"(?P<the>{the}|(?<={by}|{in}|{early}|{late}|{hyphen}))(?P<season>{season})(?!{in}|{of}|{hyphen})",
        _season,
    ),
    Rule(
        r"(?P<near>{this}|{last}|{next})?{the}?(?:{long}|{past}|{holiday}|{coming}){weekend}|{the}{weekend}", _weekend
    ),
    Rule(r"(?:{the}?{fiscal}(?:{year})?|{fy})(?P<year>{year4})", _fiscal),
    Rule(
        r"{the}{latest}?{quarter}(?!{of}|{century}|{mile}|{point}|{final}|{hyphen})|{the}{latest}{period}",
        _this_quarter,
    ),
    Rule(r"(?P<unit>{year})(?:{hyphen}|{possessive})?{end}", _unit_end),
    Rule(r"(?P<edge>{earlier}|{later}|{early}|{late}){in}{the}(?P<unit>{unit})(?!{of})", _unit_end),
    Rule(
        r"{the}(?:{very}|{calendar})?(?P<edge>{edge}){of}{the}(?:{fiscal}|{calendar}|{current})?(?P<unit>{unit})",
        _unit_end,
    ),
    Rule(r"{the}(?P<year>{year4})(?:{period}|{quarter})", _year_period),
)


_LONGEST_NAME = 6


def _named_days() -> dict[tuple[str, ...], tuple[str, NamedDay]]:
    return {tuple(part[2] for part in split(name)): (name, day) for name, day in date_words().named_days.items()}


_NAMED = _named_days()
_NAMED_FIRST = frozenset(key[0] for key in _NAMED)


def named_days(lexed: Lexed) -> list[tuple[int, int, int, Expression]]:
    """Every day with a name, in the form of `Grammar.matches`. "easter" must be capitalised: so are all names."""
    found = []
    for start, word in enumerate(lexed.words):
        if word not in _NAMED_FIRST or not lexed.is_capital(start):
            continue
        for length in range(min(_LONGEST_NAME, len(lexed.words) - start), 0, -1):
            entry = _NAMED.get(lexed.words[start : start + length])
            if entry is not None:
                if word == "new" and length == 2 and not lexed.is_capital(start + 1):
                    break
                found.append((start, -length, 1000, Expression(every_named_day(*entry))))
                break
    return found
