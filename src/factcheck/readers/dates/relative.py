"""Rules for dates told from the article's day or from an earlier date: "last month", "two years later", "that year"."""

from factcheck.readers.dates.absolute import every_month, every_weekday, month_number, weekday_number
from factcheck.readers.dates.grammar import Match, Rule
from factcheck.readers.dates.meaning import Expression, Reference, Shifted, Window
from factcheck.readers.dates.numerals import amount, is_vague
from factcheck.readers.dates.periods import every_season, unit_name

_NEAR = {
    "last": "last",
    "past": "last",
    "previous": "last",
    "this": "this",
    "current": "this",
    "present": "this",
    "next": "next",
    "coming": "next",
    "following": "next",
    "upcoming": "next",
}
_STEP = {"last": -1, "this": 0, "next": 1}
_FROM_TEXT = frozenset({"previous", "following", "preceding", "prior", "same"})
_SMALL = frozenset({"second", "minute", "hour"})


def _near_month(match: Match) -> Expression | None:
    near = _NEAR[match.word("near")]
    if match.lexed.words[match.at("month")] in ("may", "march") and not match.lexed.is_capital(match.at("month")):
        return None
    return Expression(every_month(month_number(match.word("month")), near))


def _near_weekday(match: Match) -> Expression | None:
    if not match.lexed.is_capital(match.at("weekday")):
        return None
    near = match.word("near")
    return Expression(
        every_weekday(
            weekday_number(match.word("weekday")), "coming" if near in ("coming", "upcoming") else _NEAR[near]
        )
    )


def _near_season(match: Match) -> Expression | None:
    return Expression(every_season(match.word("season"), _NEAR[match.word("near")]))


def _near_unit(match: Match) -> Expression | None:
    unit, near = unit_name(match.word("unit")), match.word("near")
    if unit in _SMALL:
        return None
    if near in _FROM_TEXT:
        return Expression(Shifted(unit, 1 if near == "following" else -1, anchor="text"))
    if unit == "night":
        step = _STEP[_NEAR[near]]
        return Expression(Shifted("day", -1 if step < 0 else 0), clock="NI") if step <= 0 else None
    if unit == "day":
        if near == "next":
            return Expression(Shifted("day", 1, anchor="text"))
        return None
    if (
        match.has("whole")
        and unit in ("week", "month", "year", "decade", "century", "fortnight")
        and (near in ("past", "coming", "last") or (near == "next" and unit in ("decade", "century")))
    ):
        return Expression(Window(unit, 1, 1 if near in ("coming", "next") else -1))
    return Expression(Shifted(unit, _STEP[_NEAR[near]]))


_SIMPLE = {"today": (0, None), "tonight": (0, "NI"), "yesterday": (-1, None), "tomorrow": (1, None)}


def _simple(match: Match) -> Expression | None:
    days, clock = _SIMPLE[match.word("word")]
    if match.word("more") == "day":
        days += 1 if days > 0 else -1
    if match.lexed.is_capital(match.at("word")) and match.lexed.word(match.at("word") - 1) == "usa":
        return None
    return Expression(Shifted("day", days), clock=clock)


def _part_of_today(match: Match) -> Expression | None:
    return Expression(
        Shifted("day", 0), clock={"morning": "MO", "afternoon": "AF", "evening": "EV"}[match.word("part")]
    )


def _last_part(match: Match) -> Expression | None:
    return Expression(Shifted("day", -1), clock={"evening": "EV", "night": "NI"}[match.word("part")])


def _ago(match: Match) -> Expression | None:
    unit = unit_name(match.word("unit"))
    count = _count(match)
    direction = match.words("how")
    later = direction[0] in ("later", "afterward", "afterwards", "after", "hence", "from")
    sign = 1 if later else -1
    from_text = direction[0] not in ("ago", "hence", "from", "back")
    exact = unit in ("day", "night", "hour", "minute", "second")
    if not match.has("count") and unit_is_singular(match.word("unit")):
        return None  # "Election Day later this week"
    if direction[0] == "before" and (
        match.lexed.word(match.start - 1) == "for" or match.lexed.word(match.stop).endswith("ing")
    ):
        return None  # "sat for 16 hours before returning": how long, not when
    if count is None:
        if (match.has("count") and is_vague(match.words("count"))) or not match.has("count"):
            if from_text:
                return Expression(Shifted(unit, None, "text"), mod="APPROX")
            return Expression(Reference("FUTURE_REF" if later else "PAST_REF"), mod="APPROX")
        return None
    keeps = "quarter" if unit == "year" and count == 1 else None
    return Expression(
        Shifted(unit, sign * count, "text" if from_text else "published", exact and count == int(count), keeps)
    )


def _count(match: Match) -> float | None:
    words = match.words("count")
    return amount(words) if words else None


def _window(match: Match) -> Expression | None:
    unit = unit_name(match.word("unit"))
    near = match.word("near")
    words = match.words("count")
    count = amount(words) if words else None
    if near == "recent":
        return Expression(Window(unit, None, -1))
    if near in ("first", "final", "latest", "opening", "closing"):
        return None
    if words and count is None and not is_vague(words):
        return None
    if not words and unit_is_singular(match.word("unit")):
        return None
    return Expression(Window(unit, count, 1 if near in ("next", "coming", "following", "upcoming") else -1))


def unit_is_singular(word: str) -> bool:
    """Whether a unit's word names one of it."""
    return not word.endswith("s") and word not in ("centuries", "millennia")


def _same_unit(match: Match) -> Expression | None:
    unit = unit_name(match.word("unit"))
    if unit in _SMALL:
        return None
    if unit == "night":
        return Expression(Shifted("day", 0, anchor="text"), clock="NI")
    return Expression(Shifted(unit, 0, anchor="text"))


def _next_part(match: Match) -> Expression | None:
    after = match.word("near") in ("next", "following", "after")
    if match.words("near")[-1] in ("before", "after") and match.lexed.word(match.stop).endswith("ing"):
        return None  # "the day before returning home": nothing to count from
    part = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "day": None}[match.word("part")]
    return Expression(Shifted("day", 1 if after else -1, anchor="text"), clock=part)


def _unit_before(match: Match) -> Expression | None:
    return Expression(Shifted(match.word("unit"), 1 if match.word("near") == "after" else -1, anchor="text"))


def _year_earlier(match: Match) -> Expression | None:
    keeps = None if match.has("unit") and match.word("unit") in ("year",) else "quarter"
    return Expression(Shifted("year", -1, anchor="text", keeps=keeps))


RULES: tuple[Rule, ...] = (
    Rule(
        r"(?:{this}(?={past}|{coming}|{upcoming}))?(?P<near>{last}|{past}|{this}|{next}|{coming}|{upcoming}|{previous}|{following})(?P<month>MONTH)",
        _near_month,
    ),
    Rule(
        r"(?:{this}(?={past}|{coming}|{upcoming}))?(?P<near>{last}|{past}|{this}|{next}|{coming}|{upcoming}|{previous}|{following})(?P<weekday>WEEKDAY)",
        _near_weekday,
    ),
    Rule(
        r"(?:{this}(?={past}|{coming}|{upcoming}))?(?P<near>{last}|{past}|{this}|{next}|{coming}|{upcoming}|{previous}|{following})(?P<season>{season})",
        _near_season,
    ),
    Rule(
        r"(?P<whole>{the})?(?:{this}(?={past}|{coming}))?(?P<near>{last}|{past}|{this}|{next}|{coming}|{previous}|{following}|{preceding}"
        r"|{prior}|{current}|{upcoming})(?:{fiscal}|{calendar}|{full})?(?P<unit>{unit})",
        _near_unit,
    ),
    Rule(r"(?P<more>{the}{day}(?:{before}|{after}))?(?P<word>{today}|{tonight}|{yesterday}|{tomorrow})", _simple),
    Rule(r"{this}{very}?(?P<part>{morning}|{afternoon}|{evening})", _part_of_today),
    Rule(r"{last}(?P<part>{evening}|{night})", _last_part),
    Rule(
        r"(?:(?P<count>QUANTITY|{a}|{an})(?:{or}{so}|{or}{more}|{more})?)?(?P<unit>UNIT)(?:{or}{so}|{or}{more})?"
        r"(?P<how>{ago}|{earlier}|{later}|{before}(?!{the}|{a}|{an}|{his}|{her}|{its}|{their})|{previously}|{afterward}|{afterwards}|{hence}|{back}|{from}{now}|{from}{today})",
        _ago,
    ),
    Rule(
        r"{the}?(?P<near>{last}|{past}|{next}|{coming}|{previous}|{following}|{preceding}|{recent}|{upcoming})(?:{full}|{fiscal}|{or}{so})?"
        r"(?P<count>QUANTITY)?{hyphen}?(?:{or}{so}|{or}{more})?(?:{full}|{fiscal}|{calendar}|{business}|{working}|{trading})?(?P<unit>UNIT)(?:{or}{so})?",
        _window,
    ),
    Rule(r"(?:{that}|{the}{same}|{that}{same}|{that}{very}|{the}{very}{same})(?P<unit>{unit})", _same_unit),
    Rule(
        r"{the}(?P<near>{next}|{following}|{previous}|{preceding})(?P<part>{morning}|{afternoon}|{evening}|{night}|{day})",
        _next_part,
    ),
    Rule(
        r"{the}(?P<part>{night}|{day}|{evening}|{morning})(?P<near>{before}|{after})(?!{yesterday}|{tomorrow})",
        _next_part,
    ),
    Rule(r"{the}(?P<unit>{week}|{month}|{year})(?P<near>{before}|{after})", _unit_before),
    Rule(
        r"(?:{the}|{a})?{year}{hyphen}?(?:{earlier}|{ago}|{before})(?:{fiscal}?(?P<unit>{quarter}|{period}|{year}|{month}|{half}))",
        _year_earlier,
    ),
    Rule(r"{the}?{year}{hyphen}(?:{earlier}|{ago}|{before})", _year_earlier),
    Rule(
        r"{the}?(?:{corresponding}|{same}|{comparable}){period}(?:{last}{year}|{a}{year}(?:{ago}|{earlier}))",
        _year_earlier,
    ),
    Rule(r"(?:{more}|{most}|{until}|{very})?(?:{recently}|{lately})", lambda match: Expression(Reference("PAST_REF"))),
    Rule(
        r"{now}|{currently}|{nowadays}|{presently}|{at}{present}|{at}{the}{moment}|{these}{days}",
        lambda match: Expression(Reference("PRESENT_REF")),
    ),
    Rule(
        r"{soon}(?!{as}|{after}|{became}|{afterward}|{afterwards})|{as}{soon}{as}{possible}|{the}{near}?{future}|{coming}{units}",
        lambda match: Expression(Reference("FUTURE_REF")),
    ),
    Rule(
        r"{the}{past}(?!{unit}|{units}|{num}|{cardinal}|{few}|{couple}|{several})",
        lambda match: Expression(Reference("PAST_REF")),
    ),
)
