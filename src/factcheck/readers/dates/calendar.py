"""Calendar arithmetic that never raises: periods of days, their TIMEX3 values, and the days with a name."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from factcheck.lexicon.dates import NamedDay

# Meteorological seasons of the northern hemisphere, widened to the astronomical ones: news uses both.
_SEASONS = {"SP": ((3, 1), (6, 21)), "SU": ((6, 1), (9, 22)), "FA": ((9, 1), (12, 21)), "WI": ((12, 1), (3, 20))}
_ISO_UNITS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "fortnight": "W"}
_ISO_UNITS |= {"weekend": "W", "month": "M", "quarter": "M", "half": "M", "year": "Y", "decade": "Y", "century": "Y"}
_ISO_FACTOR = {"fortnight": 2, "quarter": 3, "half": 6, "decade": 10, "century": 100, "millennium": 1000}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
_DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
_HALF_WIDTH = {
    "week": 3,
    "fortnight": 7,
    "month": 15,
    "quarter": 45,
    "half": 91,
    "year": 183,
    "decade": 1827,
    "century": 9131,
}


@dataclass(frozen=True, slots=True)
class Period:
    """Every day from `first` to `last`, its TIMEX3 value and the unit that it is one of."""

    first: date
    last: date
    value: str
    precision: str


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none."""
    if not MINYEAR <= year <= MAXYEAR or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def add_days(day: date, count: int) -> date | None:
    """`count` days later, or None outside the years 1 to 9999."""
    ordinal = day.toordinal() + count
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def add_months(day: date, count: int) -> date | None:
    """The same day of the month `count` months later (the month's last day where there is none), or None."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, unit: str, count: float) -> date | None:
    """The day `count` units later, or None outside the years 1 to 9999. Hours and shorter units stay on the day."""
    if abs(count) > 1e6:
        return None
    if unit in _MONTHS:
        return add_months(day, round(count * _MONTHS[unit]))
    return (
        add_days(day, round(count * _DAYS[unit]))
        if unit in _DAYS
        else add_days(day, int(count // 24))
        if (unit == "hour" and abs(count) >= 24)
        else day
    )


def month_period(year: int, month: int) -> Period | None:
    """A calendar month."""
    first = make_date(year, month, 1)
    if first is None:
        return None
    return Period(first, date(year, month, monthrange(year, month)[1]), f"{year:04d}-{month:02d}", "month")


def day_period(day: date | None) -> Period | None:
    """One day."""
    return None if day is None else Period(day, day, day.isoformat(), "day")


def year_period(year: int) -> Period | None:
    """A calendar year."""
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return Period(date(year, 1, 1), date(year, 12, 31), f"{year:04d}", "year")


def years_period(first: int, count: int, value: str, precision: str) -> Period | None:
    """`count` calendar years from `first` on: a decade, a century."""
    low, high = make_date(first, 1, 1), make_date(first + count - 1, 12, 31)
    return None if low is None or high is None else Period(low, high, value, precision)


def months_period(year: int, first: int, count: int, value: str, precision: str) -> Period | None:
    """`count` calendar months from a month of a year on: a quarter, a half."""
    low = make_date(year, first, 1)
    high = month_period(year, first + count - 1)
    return None if low is None or high is None else Period(low, high.last, value, precision)


def quarter_period(year: int, number: int) -> Period | None:
    """A calendar quarter, 1 to 4."""
    return months_period(year, 3 * number - 2, 3, f"{year:04d}-Q{number}", "quarter") if 1 <= number <= 4 else None


def season_period(year: int, code: str) -> Period | None:
    """A season; the winter of a year is the one that ends in it."""
    (first_month, first_day), (last_month, last_day) = _SEASONS[code]
    first = make_date(year - (code == "WI"), first_month, first_day)
    last = make_date(year, last_month, last_day)
    return None if first is None or last is None else Period(first, last, f"{year:04d}-{code}", "season")


def unit_period(day: date, unit: str) -> Period | None:
    """The unit of the calendar that holds a day: its week (Monday to Sunday), month, quarter ..."""
    if unit in ("week", "fortnight", "weekend"):
        year, week, weekday = day.isocalendar()
        first = add_days(day, 1 - weekday)
        last = add_days(day, 7 - weekday)
        if first is None or last is None:
            return None
        if unit == "weekend":
            return Period(last - timedelta(days=1), last, f"{year:04d}-W{week:02d}-WE", "weekend")
        return Period(first, last, f"{year:04d}-W{week:02d}", "week")
    if unit == "month":
        return month_period(day.year, day.month)
    if unit == "quarter":
        return quarter_period(day.year, (day.month + 2) // 3)
    if unit == "half":
        number = 1 if day.month <= 6 else 2
        return months_period(day.year, 6 * number - 5, 6, f"{day.year:04d}-H{number}", "half")
    if unit == "year":
        return year_period(day.year)
    if unit == "decade":
        first_year = day.year // 10 * 10
        return years_period(max(first_year, 1), 10, f"{first_year // 10:03d}", "decade")
    if unit == "century":
        first_year = day.year // 100 * 100
        return years_period(max(first_year, 1), 100, f"{first_year // 100:02d}", "century")
    return day_period(day)


def weekend_of(day: date) -> Period | None:
    """The weekend that a day belongs to; a Monday or Tuesday closes a long one."""
    weekend = unit_period(add_days(day, -2) or day if day.isoweekday() <= 2 else day, "weekend")
    return None if weekend is None else replace(weekend, first=min(weekend.first, day), last=max(weekend.last, day))


def around(day: date, unit: str) -> Period | None:
    """The calendar unit that holds a day, and half a unit to both sides of the day: what "nine months ago" can mean."""
    named = unit_period(day, unit)
    width = _HALF_WIDTH.get(unit, 0)
    low, high = add_days(day, -width), add_days(day, width)
    if named is None or low is None or high is None:
        return named
    if unit in ("decade", "century"):  # "a decade ago" is a year, give or take
        return Period(low, high, f"{day.year:04d}", unit)
    if unit in ("week", "fortnight"):  # TIMEX3 names the day: "a week ago" is seven days back
        return Period(low, high, day.isoformat(), "week")
    return Period(min(low, named.first), max(high, named.last), named.value, named.precision)


def edge_period(period: Period, edge: str) -> Period:
    """The early, middle or late part of a period: the first or last third, and the middle half.

    Parts of years and decades are whole months and years: early 2025 is January to April, the mid-1990s 1993 to 1997.
    """
    parts = {"year": (12, 1), "decade": (10, 12), "century": (10, 120)}.get(period.precision)
    if parts is None:
        days = (period.last - period.first).days
        shares = {"START": (0, days // 3), "MID": (days // 4, days - days // 4), "END": (days - days // 3, days)}
        first, last = shares[edge]
        return replace(period, first=period.first + timedelta(days=first), last=period.first + timedelta(days=last))
    count, months = parts
    third = -(-count // 3)
    shares = {"START": (0, third), "MID": (3, count - (2 if count == 10 else 3)), "END": (count - third, count)}
    first, last = shares[edge]
    low, high = add_months(period.first, first * months), add_months(period.first, last * months - 1)
    end = month_period(high.year, high.month) if high else None
    return period if low is None or end is None else replace(period, first=low, last=end.last)


def iso_duration(count: float | None, unit: str) -> str:
    """The ISO 8601 duration: 2.5 years are P2Y6M, some months PXM."""
    letter = _ISO_UNITS.get(unit, "Y")
    time = "T" if unit in ("second", "minute", "hour") else ""
    if count is None:
        return f"P{time}X{ {'decade': 'E', 'quarter': 'Q', 'century': 'C'}.get(unit, letter) }".replace(" ", "")
    count = count * _ISO_FACTOR.get(unit, 1)
    whole = int(count)
    rest = count - whole
    if not rest:
        return f"P{time}{whole}{letter}"
    smaller = {"Y": ("M", 12), "H": ("M", 60), "W": ("D", 7)}.get(letter)
    if unit == "minute":
        smaller = ("S", 60)
    part = round(rest * smaller[1], 6) if smaller else None
    if smaller and part is not None and part == int(part):
        return f"P{time}{whole}{letter}{int(part)}{smaller[0]}" if whole else f"P{time}{int(part)}{smaller[0]}"
    return f"P{time}{count:g}{letter}"


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 13, 1876)."""
    century, golden = year // 100, year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - epact - year % 100 % 4) % 7
    month, day = divmod(epact + weekday - 7 * ((golden + 11 * epact + 22 * weekday) // 451) + 114, 31)
    return date(year, month, day + 1)


def named_day(day: NamedDay, year: int) -> date | None:
    """The date of a day with a name in a year."""
    if not MINYEAR <= year <= MAXYEAR:
        return None
    if day.fixed is not None:
        found = make_date(year, *day.fixed)
    elif day.easter is not None:
        found = add_days(easter(year), day.easter)
    elif day.weekday is not None:
        month, weekday, nth = day.weekday
        if nth > 0:
            first = date(year, month, 1)
            found = make_date(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
        else:
            last = date(year, month, monthrange(year, month)[1])
            found = add_days(last, -((last.isoweekday() - weekday) % 7))
    else:
        found = None
    return None if found is None else add_days(found, day.plus)
