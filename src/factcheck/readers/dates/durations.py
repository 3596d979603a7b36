"""Rules for amounts of time, times of day and repetitions: "two years", "4 p.m.", "every Monday"."""

from factcheck.lexicon.dates import date_words
from factcheck.readers.dates.absolute import weekday_number
from factcheck.readers.dates.calendar import iso_duration
from factcheck.readers.dates.grammar import Match, Rule
from factcheck.readers.dates.meaning import Clock, Expression, Length, Part, Repeats, Shifted
from factcheck.readers.dates.numerals import amount, is_vague, ordinal, whole
from factcheck.readers.dates.periods import unit_name
from factcheck.readers.dates.relative import unit_is_singular


def length(count: float | None, unit: str, mod: str | None = None) -> Expression | None:
    """An amount of time; None where the unit is none of its own ("weekend")."""
    return Expression(Length(iso_duration(count, unit), unit, count), mod=mod)


def _counted(match: Match) -> Expression | None:
    words = match.words("count")
    count, unit = amount(words), unit_name(match.word("unit"))
    if count is None and not is_vague(words):
        return None
    if unit == "hour" and len(words[0]) == 4 and words[0].isdigit() and match.lexed.word(match.start - 1) == "at":
        return None  # "at 2245 hours"
    if words in (("a",), ("an",)) and unit == "second":
        return None  # "a second group"
    if is_age(match) or (unit == "quarter" and count is not None and count > 100):
        return None  # the 1988 quarter
    if words[0] == "some" and unit_is_singular(match.word("unit")):
        return None
    if count is not None and match.has("half"):
        count += 0.5
    singular = unit_is_singular(match.word("unit"))
    if singular and not match.has("glue") and count is not None and count != 1 and count > 1 and unit in ("second",):
        return None
    return length(count, unit)


def is_age(match: Match) -> bool:
    """Whether the amount is somebody's age: "52 years old", "a 6-year-old"."""
    lexed, stop = match.lexed, match.stop
    after = lexed.word(stop) if lexed.word(stop) not in ("-", "‐", "‑") else lexed.word(stop + 1)
    return after in ("old", "olds") or (after == "of" and lexed.word(stop + 1) == "age")


_BEFORE_PLURAL = frozenset(
    ["for", "in", "of", "over", "after", "within", "spent", "took", "lasted", "last", "the", "by"]
)
_AFTER_PLURAL = frozenset(["of", "later", "before", "after", "ago", "earlier", "apart", "if", "or", "and"])


def _plural(match: Match) -> Expression | None:
    before, after = match.lexed.word(match.start - 1), match.lexed.word(match.stop)
    if is_age(match) or (after.isdigit() and len(after) == 4):
        return None
    if before.isalpha() and before not in _BEFORE_PLURAL and after not in _AFTER_PLURAL:
        return None  # "one of the worst days"
    return length(None, unit_name(match.word("unit")))


def _long(match: Match) -> Expression | None:
    unit = unit_name(match.word("unit"))
    return length(None if match.word("unit").endswith("s") else 1, unit)


def _all(match: Match) -> Expression | None:
    return length(1, unit_name(match.word("unit")))


def _first_units(match: Match) -> Expression | None:
    words = match.words("count")
    count = amount(words)
    return length(count, unit_name(match.word("unit"))) if count is not None or is_vague(words) else None


def _part_of(match: Match) -> Expression | None:
    """ "the first week of July", "the last three months of 2021", "the first Monday in September"."""
    word = match.word("n")
    index = {"last": -1, "final": -1, "closing": -1, "opening": 1}.get(word) or ordinal(match.words("n"))
    unit = "day" if match.has("weekday") else unit_name(match.word("unit"))
    if index is None or (unit in ("second", "minute", "hour", "night", "quarter", "half") and not match.has("count")):
        return None
    count = amount(match.words("count")) if match.has("count") else 1.0
    alone = None
    if match.has("count"):
        alone = Length(iso_duration(count, unit), unit, count)
    elif match.word("unit").endswith("s"):
        return None
    if count is None or count != int(count) or count > 1000:
        return None if alone is None or match.has("whole") else Expression(alone)
    weekday = weekday_number(match.word("weekday")) if match.has("weekday") else None
    within = Expression(Shifted(match.word("whole"), 0)) if match.has("whole") else None
    return Expression(Part(unit, index, int(count), weekday, alone), within=within)


def _range(match: Match) -> Expression | None:
    low, high = amount(match.words("low")), amount(match.words("high"))
    if low is None or high is None or not low < high or is_age(match):
        return None
    return length(None, unit_name(match.word("unit")))


# -- repetitions -------------------------------------------------------------------------------------------------


def _every(match: Match) -> Expression | None:
    if match.has("weekday"):
        part = match.word("part")
        value = f"XXXX-WXX-{weekday_number(match.word('weekday'))}"
        return Expression(Repeats(value + (f"T{date_words().words['part'][part]}" if part else "")))
    if match.has("part"):
        return Expression(Repeats(f"XXXX-XX-XXT{date_words().words['part'][match.word('part')]}"))
    words = match.words("count")
    count = amount(words) if words else 1.0
    if words and words[0] in ("other", "second"):
        count = 2.0
    return None if count is None else Expression(Repeats(iso_duration(count, unit_name(match.word("unit")))))


def _weekdays(match: Match) -> Expression | None:
    if not match.lexed.is_capital(match.at("weekday")):
        return None
    part = match.word("part")
    code = f"T{date_words().words['part'][part]}" if part else ""
    return Expression(Repeats(f"XXXX-WXX-{weekday_number(match.word('weekday'))}{code}"))


_CLOSES = date_words().lists["clause_words"]


def _adverb(match: Match) -> Expression | None:
    after = match.lexed.word(match.stop)
    if after[:1].isalpha() and after not in _CLOSES:
        return None  # "a quarterly dividend" is a kind of dividend
    if match.lexed.is_capital(match.start) and match.lexed.is_capital(match.start - 1 if match.start else 0):
        return None  # part of a name: "the Daily Mail"
    if (
        match.lexed.is_capital(match.start)
        and match.stop < len(match.lexed.words)
        and match.lexed.is_capital(match.stop)
    ):
        return None
    return Expression(Repeats(str(date_words().words["adverb_rate"][match.word("word")])))


def _per(match: Match) -> Expression | None:
    return Expression(Repeats(iso_duration(1, unit_name(match.word("unit")))))


def _hours_a_day(match: Match) -> Expression | None:
    count = amount(match.words("count"))
    return None if count is None else length(count, unit_name(match.word("unit")))


# -- times of day ------------------------------------------------------------------------------------------------


def _clock(match: Match) -> Expression | None:
    if match.lexed.word(match.start - 1) == ":" and match.lexed.word(match.start - 2).isdigit():
        return None  # the minutes of "7 : 01 p. m.", in text that was cut into tokens
    word = match.word("hour").replace(".", ":")
    parts = word.split(":")
    hour = whole(parts[0])
    minute = int(parts[1]) if len(parts) > 1 else 0
    if hour is None or not 0 <= hour <= 24 or minute > 59:
        return None
    half = match.word("half")[:1]
    part = match.word("part")
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 if half == "a" else later_hour(hour, "afternoon" if half == "p" else part)
    return Expression(Clock(f"{hour:02d}:{minute:02d}"))


def _spoken(match: Match) -> Expression | None:
    """ "Half past seven", "twenty to six": the part of the day is told after it ("in the evening"), or stays open."""
    noon = date_words().words["noon"].get(match.word("hour"))
    hour = int(noon[:2]) if noon else whole(match.word("hour"))
    minutes = 30 if match.has("half") else 15 if match.has("quarter") else amount(match.words("count"))
    if hour is None or minutes is None or not (noon or 1 <= hour <= 12) or minutes not in range(1, 60):
        return None
    if not match.has("named") and minutes % 5:
        return None
    return _on_the_clock(hour * 60 + int(minutes) * (-1 if match.word("side") == "to" else 1), match.word("part"))


_NO_HOUR = frozenset({"died", "dead", "die", "aged", "orphaned", "married", "retired", "school", "stands", "stood"})


def _hour(match: Match) -> Expression | None:
    """ "At eight", "nine on Tuesday evening"."""
    hour = whole(match.word("hour"))
    led = {match.lexed.word(match.start - back) for back in (2, 3)}
    if hour is None or not 1 <= hour <= 12 or led & _NO_HOUR:
        return None  # "died at eight": an age
    return _on_the_clock(hour * 60, "")


def _pointed(match: Match) -> Expression | None:
    """ "At 23.40 on Friday"."""
    hour, point, minute = match.word("hour").partition(".")
    if not point or not hour.isdigit() or len(minute) != 2 or int(hour) > 23 or int(minute) > 59:
        return None
    return Expression(Clock(f"{int(hour):02d}:{minute}"))


_AT_AN_HOUR = date_words().lists["hour_verbs"]


def _pointed_alone(match: Match) -> Expression | None:
    """ "The alarm came in at 15.40": an hour where the verb is one of what comes about, and never of prices."""
    for back in range(2, 9):
        word = match.lexed.word(match.start - back)
        if not word or word in (".", ";", "?", "!"):
            return None
        if word in _AT_AN_HOUR:
            return _pointed(match)
    return None


def _on_the_clock(minutes: int, part: str) -> Expression:
    hour, minute = divmod(minutes % (24 * 60), 60)
    return Expression(Clock(f"{later_hour(hour, part):02d}:{minute:02d}"))


def later_hour(hour: int, part: str) -> int:
    """The hour of 24 that an hour of twelve is in a part of the day ("evening"); without one it stays as it is."""
    late = part in ("afternoon", "evening") or (part == "night" and hour >= 6)
    return hour % 12 + 12 if late and hour <= 12 else hour


def _military(match: Match) -> Expression | None:
    """ "0735 GMT"."""
    word = match.word("digits")
    if len(word) != 4 or not word.isdigit() or int(word[:2]) > 24 or int(word[2:]) > 59:
        return None
    return Expression(Clock(f"{word[:2]}:{word[2:]}"))


def _noon(match: Match) -> Expression | None:
    return Expression(Clock(str(date_words().words["noon"][match.word("noon")])))


def _part(match: Match) -> Expression | None:
    return Expression(Clock(str(date_words().words["part"][match.word("part")])))


_TOLD_HOUR = (  # with the part of the day
    r"(?P<hour>{cardinal}|{hour}|{noon}){clockword}?"
    r"(?:(?:{in}{the}|{at})(?P<part>{morning}|{afternoon}|{evening}|{night}))?"
)
_AT = (  # before a time of day that is told by a bare number
    r"(?:(?<={at}|{until}|{till})"
    r"|(?<={at}{about}|{at}{around}|{at}{roughly}|{at}{nearly}|{at}{almost}|{at}{just}|{at}{precisely}|{at}{exactly}"
    r"|{just}{after}|{just}{before}|{shortly}{after}|{shortly}{before}|{soon}{after}|{was}{around}|{was}{about}))"
)

RULES: tuple[Rule, ...] = (
    Rule(
        r"(?:{per}|(?<={once}|{twice}|{times}|{percent}|{num}){a})(?P<unit>{unit})(?!{earlier}|{later}|{ago}|{before}|{after}|{hyphen})",
        _per,
    ),
    Rule(
        r"(?P<count>QUANTITY|{a}|{an}|{another}|{one})(?P<glue>{hyphen})?(?:{more}|{full}|{whole}|{straight}|{consecutive}|{additional}|{solid}|{long}|{business}|{working}|{trading}|{calendar}|{school})?"
        r"(?P<unit>UNIT)(?P<half>{and}{a}{half})?(?:{hyphen}{long}|{or}{so}|{or}{more}|{possessive})?",
        _counted,
    ),
    Rule(r"(?P<unit>{units})(?!{hyphen}|{possessive})", _plural),
    Rule(r"(?P<unit>UNIT){hyphen}{long}", _long),
    Rule(r"{all}(?P<unit>{day}|{night}|{week}|{month}|{year})(?:{long})?", _all),
    Rule(
        r"(?:{the}|{its}|{his}|{her}|{their})(?:{first}|{final}|{latest}|{opening}|{initial})(?P<count>QUANTITY)(?P<unit>{units})",
        _first_units,
    ),
    Rule(
        r"(?:{the}|{its})?(?P<n>{first}|{second}|{third}|{fourth}|{ordinal}|{ordnum}|{domth}|{last}|{final}|{opening}|{closing})"
        r"(?P<count>NUM|{few}|{couple})?(?:(?P<unit>UNIT)|(?P<weekday>{weekday}))"
        r"(?:(?={of}|{in})|{of}{the}(?P<whole>{month}|{year}|{quarter}|{decade}|{century}))",
        _part_of,
    ),
    Rule(r"{the}(?P<count>NUM)(?P<unit>{units})", _first_units),
    Rule(r"{the}(?P<unit>{year})(?=(?:{ended}|{ending}))", _all),
    Rule(r"(?P<low>NUM)(?:DASH|{to}|{or})(?P<high>NUM)(?P<glue>{hyphen})?(?P<unit>UNIT)", _range),
    Rule(
        r"(?:{every}|{each})(?:(?P<count>NUM|{other}|{second}|{few})?(?P<unit>UNIT)|(?P<weekday>{weekday})(?P<part>{part})?)",
        _every,
    ),
    Rule(r"(?:{every}|{each})(?P<part>{part})", _every),
    Rule(r"(?P<weekday>{weekdays})(?P<part>{part})?", _weekdays),
    Rule(r"(?P<word>{adverb_rate})", _adverb),
    Rule(r"(?P<count>NUM)(?P<unit>{units})(?:{a}|{per}|{each})(?:{unit})", _hours_a_day),
    Rule(
        r"(?P<hour>{clock}|{hour}|{cardinal})(?P<half>{ampm})(?:{local}{time}|{zone}(?:{time})?)?",
        _clock,
    ),
    Rule(r"(?P<hour>{clock}|{hour}|{cardinal}){clockword}?{in}{the}(?P<part>{morning}|{afternoon}|{evening})", _clock),
    Rule(r"(?P<hour>{clock}|{hour}|{cardinal})(?:{clockword})(?:{at}(?P<part>{night}))?", _clock),
    Rule(r"(?P<hour>{clock})(?:{zone}|{hours})", _clock),
    Rule(r"(?<={at}|{until}|{by}|{from}|{before}|{after}|{around}|{about})(?P<hour>{clock})", _clock),
    Rule(rf"(?P<half>{{half}}){{hyphen}}?{{past}}{_TOLD_HOUR}", _spoken),
    Rule(rf"{{a}}?(?P<quarter>{{quarter}})(?P<side>{{to}}|{{past}}){_TOLD_HOUR}", _spoken),
    Rule(rf"(?P<count>NUM)(?P<named>{{minutes}})?(?P<side>{{past}}){_TOLD_HOUR}", _spoken),
    Rule(rf"(?P<count>NUM)(?P<named>{{minutes}})(?P<side>{{to}}){_TOLD_HOUR}", _spoken),
    Rule(rf"{_AT}(?P<count>NUM)(?P<side>{{to}}){_TOLD_HOUR}", _spoken),
    Rule(rf"{_AT}(?P<hour>{{cardinal}}|{{hour}})(?={{on}}?WEEKDAY{{part}}|{{tonight}}|{{this}}{{part}})", _hour),
    Rule(rf"{_AT}(?P<hour>{{num}})(?={{on}}WEEKDAY|WEEKDAY)", _pointed),
    Rule(rf"{_AT}(?P<hour>{{num}})(?={{comma}}|{{dot}}|{{gap}}|\Z)", _pointed_alone),
    Rule(r"(?<={at})(?P<digits>{year4}|{num}){hours}", _military),
    Rule(
        rf"{_AT}(?P<hour>{{cardinal}})(?={{comma}}|{{dot}}|{{gap}}|\Z|{{on}}WEEKDAY|{{yesterday}}|{{tonight}})", _hour
    ),
    Rule(r"(?P<digits>{year4}|{num}){zone}", _military),
    Rule(r"(?P<noon>{noon})", _noon),
    Rule(r"(?P<part>{part})", _part),
)
