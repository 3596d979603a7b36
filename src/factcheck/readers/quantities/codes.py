"""Digits that are codes, times of day, dates or years and state no amount."""

import re

from factcheck.lexicon.quantities import numerals, units, word_set
from factcheck.readers.quantities.amount import Amount
from factcheck.readers.quantities.grammar import Grammar

MONTHS = word_set("refuse_months")
_YEAR_BEFORE = word_set("refuse_year_before")
_JOINED_BEFORE = word_set("refuse_joined_before")
_ANNUAL = frozenset(
    [
        "level",
        "levels",
        "prices",
        "figures",
        "standards",
        "dollars",
        "season",
        "election",
        "elections",
        "census",
        "budget",
        "model",
    ]
)
_CLOCK = word_set("refuse_clock")
_CENTURIES = frozenset((17, 18, 19, 20))
_CENTURY_WORDS = frozenset(("seventeen", "eighteen", "nineteen", "twenty"))
_HALVES = frozenset(("a", "p", "am", "pm"))
_GROUPS = 6  # at most, in a telephone number: "+33 1 99 00 12 34"
_JOINTS = ("-", "–", "‐", "‑")
_TIME_OF_DAY = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_SERVICES = frozenset({"train", "service", "express", "bus", "coach", "ferry", "sailing", "departure", "flight"})
_SWITCHBOARD = frozenset(
    [
        "call",
        "calls",
        "caller",
        "callers",
        "center",
        "centre",
        "dispatcher",
        "dispatchers",
        "line",
        "operator",
        "system",
    ]
)
_LAWLESS = re.compile(r"0\d+$")


def code(grammar: Grammar, amount: Amount) -> str | None:
    """Digits glued to letters or to other digits: "F-35", "49ers", "89-89", "555-0134", "5G", "#7"."""
    atoms = grammar.atoms
    first, last = amount.core
    head, before = atoms[first], atoms[first - 1]
    if head.gap == 0 and before.kind != "none" and head.kind == "digits":
        if before.kind == "word" and amount.effect == "exact" and not _is_sign(grammar, amount):
            return "code"
        if before.text in "-–‐‑/" and atoms[first - 2].kind != "none" and before.gap == 0:
            word = atoms[first - 2]
            if not (
                word.kind == "word"
                and word.text.islower()
                and (word.lower in _JOINED_BEFORE or amount.effect != "exact")
            ):
                return "code"
        if before.text in "#№_@\\:.§" and (before.gap == 0 or before.text in "#№§"):
            return "code"
    if head.kind == "digits" and _is_model(grammar, first):
        return "code"
    nxt, after = atoms[amount.last + 1], atoms[amount.last + 2]
    if atoms[last].kind == "digits" and amount.last == last:
        if nxt.gap == 0 and nxt.kind == "word":
            return "code"
        if nxt.gap == 0 and nxt.text in ":/-–‐‑" and after.gap == 0 and after.kind == "digits":
            return "code"
        if nxt.gap == 0 and nxt.text in "@_\\":
            return "code"
    if (
        amount.ranged
        and amount.unit is None
        and last == first + 2
        and len(head.text) == 3
        and len(atoms[last].text) == 4
    ):
        return "code"  # 555-0134
    if head.text in ("911", "999", "112") and (
        nxt.lower in _SWITCHBOARD
        or (atoms[amount.first - 1].lower in ("called", "call", "calls", "dialed", "dialled", "calling", "dial"))
    ):
        return "code"
    if amount.unit is None and head.kind == "digits" and _is_dialled(grammar, first):
        return "code"
    if amount.unit is None and head.kind == "digits" and first == last and "." not in head.text:
        if _LAWLESS.match(head.text):
            return "code"
        if len(head.text) >= 9 and head.text.isdigit() and not counts(grammar, amount):
            return "code"
    return None


def _is_model(grammar: Grammar, index: int) -> bool:
    """Whether digits name a make, after a number or article and one to three capitals: "14 AK - 47 rifles"."""
    atoms = grammar.atoms
    at = index - 2 if atoms[index - 1].text in _JOINTS else index - 1
    word, before = atoms[at], atoms[at - 1]
    if word.kind != "word" or not word.text.isupper() or len(word.text) > _MAKE or word.text in _STATES:
        return False
    return before.kind == "digits" or before.lower in _COUNTING


_MAKE = 3  # letters of a make
_STATES = frozenset({"US", "UK", "EU", "UN", "TV", "A", "I"}) | frozenset(units().signs)  # "3 USD 50 cards"
_COUNTING = frozenset(
    [*("a", "an", "one", "two", "three", "four", "five", "six"), *("seven", "eight", "nine", "ten", "eleven", "twelve")]
)


def _is_dialled(grammar: Grammar, index: int) -> bool:
    """Whether groups of digits make a telephone number: "0845 125 222", "907 - 745 - 4811", "1 800 555 0134".

    "10 000 000" is none: its groups after the first have three digits each, and nothing is in front.
    """
    atoms = grammar.atoms
    groups = [atoms[index].text]
    for step in (-1, 1):
        at = index + step
        while len(groups) <= _GROUPS and (
            atoms[at].kind == "digits" or (atoms[at].text in _JOINTS and atoms[at + step].kind == "digits")
        ):
            if atoms[at].kind == "digits":
                groups.insert(0 if step < 0 else len(groups), atoms[at].text)
            at += step
    if not 2 <= len(groups) <= _GROUPS or not all(group.isdigit() for group in groups):
        return False
    if re.match(r"0\d\d", groups[0]):
        return True
    sizes = [len(group) for group in groups]
    return len(groups) > 2 and sum(sizes) >= 9 and set(sizes[1:]) != {3} and sizes.count(3) + sizes.count(4) > 1


def _is_sign(grammar: Grammar, amount: Amount) -> bool:
    return amount.unit is not None and amount.unit.kind == "money" and amount.first < amount.core[0]


def clock(grammar: Grammar, amount: Amount) -> str | None:
    """ "11 a.m.", "9 o'clock"."""
    atoms = grammar.atoms
    nxt = atoms[amount.core[1] + 1]
    if nxt.lower in _CLOCK or (
        nxt.lower in ("a", "p") and atoms[amount.core[1] + 2].text == "." and atoms[amount.core[1] + 3].lower == "m"
    ):
        return "clock"
    if amount.unit is None and _leaves_at(grammar, amount.core[1]):
        return "clock"
    if amount.unit is None and _spoken(grammar, amount):
        return "clock"
    if nxt.text == ":" and atoms[amount.core[1] + 2].kind == "digits" and atoms[amount.core[1] + 3].lower in _HALVES:
        return "clock"  # "1 : 30 a. m." in text that was cut into tokens
    return None


_HOURS = frozenset(("noon", "midday", "midnight"))
_BEFORE_PAST = frozenset(("half", "quarter", "minutes", "-"))
_CLOCK_BEFORE = frozenset(
    ("at", "until", "till", "about", "around", "roughly", "nearly", "almost", "just", "precisely", "exactly")
)


def _spoken(grammar: Grammar, amount: Amount) -> bool:
    """ "Half past seven", "five past three", "at twenty to six": the hour, or the minutes before it."""
    atoms = grammar.atoms
    first, last = amount.core
    side, ahead = atoms[first - 1].lower, first - 2
    if side == "past" and (_numeral(grammar, ahead) or atoms[ahead].lower in _BEFORE_PAST):
        return True
    if side == "to" and (atoms[ahead].lower == "quarter" or _minutes_at(grammar, ahead)):
        return True
    side, hour = atoms[last + 1].lower, last + 2
    if side not in ("to", "past") or not (_numeral(grammar, hour) or atoms[hour].lower in _HOURS):
        return False
    return side == "past" or _minutes_at(grammar, last)


def _minutes_at(grammar: Grammar, index: int) -> bool:
    """Whether a number of minutes stands right after a word that goes before times of day: "at twenty"."""
    return _numeral(grammar, index) and grammar.atoms[index - 1].lower in _CLOCK_BEFORE


def _numeral(grammar: Grammar, index: int) -> bool:
    """Whether a word is a number up to fifty-nine."""
    atom = grammar.atoms[index]
    if atom.kind == "digits":
        return atom.text.isdigit() and int(atom.text) < 60
    table = numerals()
    return atom.lower in table.units or table.tens.get(atom.lower, 60) < 60


def _leaves_at(grammar: Grammar, index: int) -> bool:
    """ "the 16.40 from Kelby", "the 7.15 train": a service named by its time."""
    atoms = grammar.atoms
    if not _TIME_OF_DAY.fullmatch(atoms[index].text) or atoms[index - 1].lower != "the":
        return False
    nxt, then = atoms[index + 1], atoms[index + 2]
    return nxt.lower in _SERVICES or (nxt.lower in ("from", "to") and then.text[:1].isupper())


def date(grammar: Grammar, amount: Amount) -> str | None:
    """The day of a month, on either side of the month's name."""
    atoms = grammar.atoms
    first, last = amount.core
    if amount.unit is not None or amount.high > 31 or atoms[first].kind != "digits":
        return None
    before = atoms[first - 2] if atoms[first - 1].text == "." else atoms[first - 1]
    if before.lower in MONTHS and (
        before.text[0].isupper()
        or before.lower not in ("may", "march")
        or atoms[first - 2].lower in ("on", "in", "by", "of")
    ):
        return "date"
    nxt = atoms[last + 1]
    if nxt.lower in MONTHS and (
        nxt.text[0].isupper()
        or nxt.lower not in ("may", "march", "mar")
        or atoms[first - 1].lower in ("on", "by", "until", "from")
    ):
        return "date"
    return None


def _spoken_year(grammar: Grammar, amount: Amount) -> bool:
    """ "nineteen ninety-six", either half of it, and "the year two thousand"."""
    atoms = grammar.atoms
    first, last = amount.core
    if amount.form != "words" or amount.unit is not None or amount.value is None or atoms[first].kind != "word":
        return False
    if atoms[first - 1].lower == "year" and 1500 <= amount.value < 2100:
        return True
    if amount.value in _CENTURIES and first == last:
        return atoms[last + 1].gap == 1 and _two_figures(atoms[last + 1].lower)
    return 10 <= amount.value < 100 and atoms[first].gap == 1 and atoms[first - 1].lower in _CENTURY_WORDS


def _two_figures(word: str) -> bool:
    return word in numerals().tens or numerals().units.get(word, 0) >= 10


def year(grammar: Grammar, amount: Amount) -> str | None:
    """A bare four-figure number is a year unless something is counted right after it."""
    atoms = grammar.atoms
    first, last = amount.core
    head = atoms[first]
    if _spoken_year(grammar, amount):
        return "year"
    if amount.unit is not None or amount.scale != 1 or not (head.text.isdigit() and len(head.text) == 4):
        return None
    if amount.ranged:
        years = amount.low >= 1500 and amount.high <= 2100 and atoms[last].text.isdigit()
        return "year" if years and not grammar.plural(last + 1) else None
    if first != last or amount.value is None or not 1000 <= amount.value <= 2100:
        return None
    if (
        1950 <= amount.value < 2050
        and amount.effect == "exact"
        and grammar.tagged
        and atoms[first].gap
        and (grammar.pos(first - 1) in ("PROPN", "NOUN", "ADJ") or grammar.tag(first - 1) in ("PRP$", "POS", "DT"))
    ):
        return "year"  # "its 2018 sales", "the 2019 elections"
    if atoms[last + 1].lower in _ANNUAL and 1950 <= amount.value < 2050:
        return "year"  # "below 2005 levels"
    before = atoms[first - 1]
    if (
        before.lower == "to"
        and atoms[first - 3].lower == "from"
        and atoms[first - 2].text.isdigit()
        and (not 1500 <= int(atoms[first - 2].text[:9]) <= 2100)
    ):
        return None
    if atoms[first - 2].lower in MONTHS or before.lower in MONTHS or before.text in ("'", "’"):
        return "year"
    if amount.effect not in ("exact", "about"):
        return "year" if amount.first == first and before.lower in _YEAR_BEFORE else None
    if before.lower in ("in", "since", "during", "until", "till") and not grammar.plural(last + 1):
        return "year"
    if grammar.plural(last + 1) or (
        grammar.pos(last + 1) in ("ADJ", "VERB") and counts(grammar, amount) and (before.lower not in _YEAR_BEFORE)
    ):
        return None
    if counts(grammar, amount) and not grammar.named(last + 1) and before.lower not in _YEAR_BEFORE:
        return None
    if before.lower == "of" and atoms[first - 2].lower in (
        "average",
        "total",
        "maximum",
        "minimum",
        "number",
        "rate",
        "high",
        "low",
    ):
        return None
    early = before.lower in ("in", "since", "by", "circa", "year", "until", "before", "after")
    return "year" if amount.value >= 1600 or early else None


def counts(grammar: Grammar, amount: Amount) -> bool:
    """Whether a plural noun follows, with nothing but its modifiers between."""
    at = amount.core[1] + 1
    if grammar.atoms[at].text in "-‐‑":
        return True
    if not grammar.tagged:
        return any(grammar.plural(k) for k in range(at, at + 3))
    run = list(grammar.phrase(at))
    return bool(run) and any(token.tag_ in ("NNS", "NNPS") or token.lower_ == "people" for token in run)
