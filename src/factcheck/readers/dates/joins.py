"""Join neighbours that are one expression: "4 p.m." + "Tuesday", "the third quarter" + "last year"."""

from dataclasses import replace

from factcheck.readers.dates.calendar import year_period
from factcheck.readers.dates.durations import later_hour
from factcheck.readers.dates.lexer import Lexed
from factcheck.readers.dates.meaning import Clock, Expression, Fixed, Item, Length, Part, Recurring, Shifted

HYPHENS = frozenset({"-", "‐", "‑", "–"})
_YEARLY = frozenset({"month", "quarter", "half", "season", "day"})
_WHOLE_AND_PART = frozenset(
    {(), ("of",), ("in",), (",",), ("of", "the"), ("in", "the"), ("'s",), ("-",), ("during",), ("'",)}
)
_CLOCK_AND_DAY = frozenset(
    {(), ("on",), (",",), ("at",), ("in", "the"), ("at", "about"), (",", "at"), ("by",), ("at", "around"), ("of",)}
    | {("before",), ("around",), ("about",), ("after",)}
)
_LASTING = frozenset({"for", "last", "lasts", "lasted", "lasting"})
_OFFSETS = frozenset({("before",), ("after",), ("from",), ("prior", "to"), ("following",)})
_LONGEST_FIRST = ("century", "decade", "year", "quarter", "month", "week", "day", "night", "hour", "minute", "second")


def is_date(expression: Expression) -> bool:
    """Whether it is a point or period of the calendar, not an amount, a repetition or a time without a day."""
    return isinstance(expression.meaning, Fixed | Recurring | Shifted | Part)


def precision(expression: Expression) -> str:
    """The unit of the calendar that a date is one of, "" for anything else."""
    meaning = expression.meaning
    if expression.unit_of:
        return expression.unit_of
    if isinstance(meaning, Fixed):
        return meaning.period.precision
    if isinstance(meaning, Recurring):
        return meaning.precision
    return meaning.unit if isinstance(meaning, Shifted | Part) else ""


def is_weekday(expression: Expression) -> bool:
    """Whether it is a bare day of the week."""
    meaning = expression.meaning
    return isinstance(meaning, Recurring) and meaning.cycle == "week" and meaning.precision == "day"


def merge(items: list[Item], lexed: Lexed) -> list[Item]:
    """Join neighbours as far as they go, from left to right."""
    found: list[Item] = []
    for item in items:
        while found and (joined := _join(found[-1], item, lexed)) is not None:
            found.pop()
            item = joined
        found.append(item)
    return found


def _join(left: Item, right: Item, lexed: Lexed) -> Item | None:
    """One expression of two neighbours, where they are one."""
    if not 0 <= right.first - left.stop <= 3:
        return None
    between = lexed.words[left.stop : right.first]
    stop = right.stop
    if isinstance(left.expression.meaning, Clock) or isinstance(right.expression.meaning, Clock):
        expression = _with_clock(left, right, between, lexed)
        if between == ("(",):
            stop += 1
    else:
        expression = (
            _of_two_days(left, right, between)
            or _part_of_whole(left, right, between, lexed)
            or _counted_from(left, right, between, lexed)
            or _of_two_lengths(left, right, between)
        )
    return None if expression is None else Item(left.first, stop, expression, left.stem)


def _with_clock(left: Item, right: Item, between: tuple[str, ...], lexed: Lexed) -> Expression | None:
    """ "4 p.m. Tuesday", "Friday night", "10:35 a.m. (0735 GMT)", "9 a.m. to noon"."""
    one, two = left.expression, right.expression
    if isinstance(one.meaning, Clock) and isinstance(two.meaning, Clock):
        if ":" not in one.meaning.value:
            return None
        if (between == ("(",) and lexed.word(right.stop) == ")") or not between:
            return one
        opened = lexed.word(left.first - 1)
        to = between in (("to",), ("until",), ("-",), ("–",)) or (between == ("and",) and opened == "between")
        if to and "/" not in one.meaning.value and ":" in two.meaning.value:
            return replace(one, meaning=Clock(f"{one.meaning.value}/T{two.meaning.value}"))
        return None
    if between not in _CLOCK_AND_DAY:
        return None
    if isinstance(one.meaning, Clock) and precision(two) == "day" and is_date(two) and between != ("before",):
        return replace(two, clock=_in_part(one.meaning.value, two.clock))
    if isinstance(two.meaning, Clock) and is_date(one) and precision(one) == "day" and between[:1] != ("by",):
        return replace(one, clock=_in_part(one.clock, two.meaning.value) if one.clock else two.meaning.value)
    return None


_PARTS = {"AF": "afternoon", "EV": "evening", "NI": "night"}


def _in_part(clock: str, part: str | None) -> str:
    """A time of day, moved to the part of the day that is told with the day: "nine on Tuesday evening"."""
    if len(clock) != len("09:00") or part not in _PARTS:
        return part if part is not None and ":" not in clock else clock
    return f"{later_hour(int(clock[:2]), _PARTS[part]):02d}{clock[2:]}"


def _of_two_days(left: Item, right: Item, between: tuple[str, ...]) -> Expression | None:
    """ "Monday, Oct. 26" is the 26th."""
    one, two = left.expression, right.expression
    if between not in ((), (",",)) or not is_weekday(one) or one.clock or not is_date(two) or is_weekday(two):
        return None
    return two if precision(two) == "day" and not isinstance(two.meaning, Shifted) else None


def _part_of_whole(left: Item, right: Item, between: tuple[str, ...], lexed: Lexed) -> Expression | None:
    """ "August of last year", "last year's third quarter", "the first week of July"."""
    one, two = left.expression, right.expression
    if not is_date(one) or not is_date(two) or between not in _WHOLE_AND_PART:
        return None
    if isinstance(one.meaning, Part):
        fits = one.within is None and between[:1] in (("of",), ("in",)) and not two.clock and not two.bound
        return replace(one, within=two) if fits and precision(two) not in ("day", "") else None
    if _fits(one, two) and between != ("'s",):
        return replace(one, within=two)
    if _fits(two, one) and between in ((), ("'s",), ("'",)) and lexed.word(right.first) not in ("the", "its"):
        return replace(two, within=one)
    return None


def _fits(part: Expression, whole: Expression) -> bool:
    """Whether a recurring part can be placed in the whole: a quarter in a year, a weekday in a week."""
    if not isinstance(part.meaning, Recurring) or part.within is not None or part.meaning.near or whole.bound:
        return False
    if whole.clock or whole.edge:
        return False
    unit = precision(whole)
    if part.meaning.cycle == "week":
        return unit == "week" and isinstance(whole.meaning, Shifted)
    return unit == "year" and part.meaning.precision in _YEARLY


def _counted_from(left: Item, right: Item, between: tuple[str, ...], lexed: Lexed) -> Expression | None:
    """ "two days before Christmas", "the day after Feb. 27"."""
    one, two = left.expression, right.expression
    if not is_date(two) or two.bound:
        return None
    if isinstance(one.meaning, Shifted) and one.meaning.anchor == "text" and not between:
        return replace(one, origin=two) if lexed.word(left.stop - 1) in ("before", "after") else None
    if between == ("from",) and isinstance(two.meaning, Fixed) and precision(two) in ("year", "decade"):
        return None  # "saves two million a year from 2028", "for two years from 2015": a rate, a length
    if between == ("from",) and lexed.word(left.first - 1) in _LASTING:
        return None  # "will strike for four days from Monday"
    if lexed.word(left.first - 1) == "for" and between != ("from",):
        return None  # "rested for two days before Sunday": how long, not when
    if between in _OFFSETS and isinstance(one.meaning, Length) and one.meaning.count is not None:
        sign = -1 if between[0] in ("before", "prior") else 1
        exact = one.meaning.unit == "day"
        return Expression(Shifted(one.meaning.unit, sign * one.meaning.count, exact=exact), mod=one.mod, origin=two)
    return None


def _of_two_lengths(left: Item, right: Item, between: tuple[str, ...]) -> Expression | None:
    """ "a year and six months", "two hours 15 minutes"."""
    one, two = left.expression.meaning, right.expression.meaning
    if not isinstance(one, Length) or not isinstance(two, Length) or between not in ((), ("and",)):
        return None
    if one.count is None or two.count is None or one.unit not in _LONGEST_FIRST or two.unit not in _LONGEST_FIRST:
        return None
    if _LONGEST_FIRST.index(one.unit) >= _LONGEST_FIRST.index(two.unit):
        return None
    tail = two.value[1:]
    if "T" in one.value:
        tail = tail.removeprefix("T")
    return replace(left.expression, meaning=Length(one.value + tail, one.unit))


def share_year(items: list[Item], lexed: Lexed) -> list[Item]:
    """ "Jan. 5 and Feb. 7, 2023", "May, June and July of last year": the year at the end is that of all."""
    found = list(reversed(items))
    for index in range(1, len(found)):
        left, right = found[index], found[index - 1]
        between = lexed.words[left.stop : right.first] if 1 <= right.first - left.stop <= 3 else ()
        year = _year_named(right.expression)
        listed = between in ((",",), ("and",), ("or",), (",", "and"), ("and", "on"), ("and", "again", "on"))
        if year is not None and listed and _fits(left.expression, year) and not left.expression.until:
            same = precision(left.expression) == precision(right.expression)
            if same:
                found[index] = replace(left, expression=replace(left.expression, within=year))
    return found[::-1]


def _year_named(expression: Expression) -> Expression | None:
    """The year that a date names itself."""
    if expression.within is not None:
        return expression.within
    meaning = expression.meaning
    if isinstance(meaning, Fixed) and meaning.period.precision in ("day", "month", "quarter", "half", "season"):
        period = year_period(meaning.period.last.year)
        return None if period is None else Expression(Fixed(period))
    return None


def ranges(items: list[Item], lexed: Lexed) -> list[Item]:
    """ "from June to August", "between 2015 and 2018", "Jan. 3 - Feb. 4"."""
    found: list[Item] = []
    for item in items:
        if found and (joined := _range(found[-1], item, lexed)) is not None:
            found[-1] = joined
        else:
            found.append(item)
    return found


def _range(left: Item, right: Item, lexed: Lexed) -> Item | None:
    one, two = left.expression, right.expression
    if not 1 <= right.first - left.stop <= 2 or not is_date(one) or not is_date(two) or one.until or two.until:
        return None
    between = lexed.words[left.stop : right.first]
    opener = lexed.word(left.first - 1)
    if between == ("and",):
        to = opener == "between"
    elif between == ("to",):
        to = opener in ("from", "between", ",", "") or precision(one) == precision(two)
    else:
        to = between in (("through",), ("until",), ("till",), ("up", "to")) or between[0] in HYPHENS
    if not to or (between[0] in HYPHENS and len(between) > 1):
        return None
    first = left.first - 1 if opener in ("from", "between") else left.first
    return Item(first, right.stop, replace(one, until=two), left.stem)
