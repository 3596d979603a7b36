"""The grammar of dates: every rule, compiled once."""

from functools import lru_cache

from factcheck.readers.dates import absolute, durations, periods, relative, years
from factcheck.readers.dates.grammar import Grammar


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """All rules over one alphabet."""
    return Grammar((*absolute.RULES, *years.RULES, *periods.RULES, *relative.RULES, *durations.RULES))
