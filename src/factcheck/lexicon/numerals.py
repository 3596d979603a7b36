"""The number that a single word stands for, so that "fifty-five" and "55" are one word to the aligner."""

import re
from functools import lru_cache

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINAL = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_WORDS: dict[str, float] = {word: float(i) for i, word in enumerate(_UNITS.split())}
_WORDS |= {word: 10.0 * i for i, word in enumerate(_TENS.split(), start=2)}
_WORDS |= {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_WORDS |= {word: float(i) for i, word in enumerate(_ORDINAL.split(), start=1)}
_WORDS |= {"once": 1.0, "twice": 2.0, "half": 0.5, "thirtieth": 30.0, "hundredth": 100.0}
_DIGITS = re.compile(r"^[^\w]{0,2}(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(st|nd|rd|th|s|%|k|m|bn|mn)?$")
_SCALE = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9}


@lru_cache(maxsize=20_000)
def value_of(norm: str) -> float | None:
    """The number that one folded word names, or None. Cost is linear in its length.

    >>> value_of("1,500"), value_of("fifty-five"), value_of("19th"), value_of("home")
    (1500.0, 55.0, 19.0, None)
    """
    if len(norm) > 40:
        return None
    if norm in _WORDS:
        return _WORDS[norm]
    found = _DIGITS.match(norm)
    if found:
        number = float(found[1].replace(",", "") + (found[2] or ""))
        return number * _SCALE.get(found[3] or "", 1.0)
    tens, dash, unit = norm.partition("-")
    if dash and tens in _WORDS and unit in _WORDS and 20 <= _WORDS[tens] <= 90 and 1 <= _WORDS[unit] <= 9:
        return _WORDS[tens] + _WORDS[unit]
    return None
