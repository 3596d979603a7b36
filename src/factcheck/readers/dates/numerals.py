"""Amounts of time in words or digits: "two and a half", "twenty-five", "a couple of", "2 1/2"."""

from collections.abc import Sequence

from factcheck.lexicon.dates import date_words

_VAGUE = frozenset({"few", "several", "many", "dozens", "hundreds", "thousands", "some"})
_SKIPPED = frozenset({"and", "-", "‐", "‑", "a", "an", "of", "the", "additional", "full"})


def amount(words: Sequence[str]) -> float | None:
    """The number that words state; None where they state none ("a few") or make no sense together.

    "several" and its like are None as well: callers tell the two apart by `is_vague`.
    """
    if not words or is_vague(words):
        return None
    total, group, seen = 0.0, 0.0, False
    cardinals = date_words().words["cardinal"]
    index = 0
    while index < len(words):
        word = words[index]
        if word and word[0].isdigit():
            number = digits(word)
            if number is None:
                return None
            if index + 2 < len(words) and words[index + 1] == "/":
                below = digits(words[index + 2])
                if not below:
                    return None
                number, index = number / below, index + 2
            group, seen = group + number, True
        elif word == "couple":
            group, seen = group + 2, True
        elif word == "quarter":
            group, seen = group + 0.25, True
        elif word == "half":
            if index + 1 < len(words) and words[index + 1] == "dozen":
                return 6.0
            group, seen = group + 0.5, True
        elif word in cardinals:
            value = float(cardinals[word])
            if value >= 100 or word == "dozen":
                group = (group or 1) * value
                if value >= 1000:
                    total, group = total + group, 0.0
            else:
                group += value
            seen = True
        elif word not in _SKIPPED:
            return None
        index += 1
    if not seen:
        return 1.0 if any(word in ("a", "an") for word in words) else None
    return total + group


def is_vague(words: Sequence[str]) -> bool:
    """Whether the words state an amount without a number ("several", "a few")."""
    return any(word in _VAGUE for word in words)


def digits(word: str) -> float | None:
    """The number written in digits, thousands commas allowed; None above a billion or where it is none."""
    plain = word.replace(",", "")
    if len(plain) > 12:
        return None
    try:
        return float(plain)
    except ValueError:
        return None


def whole(word: str) -> int | None:
    """The number in a word of digits with or without an ordinal's ending, or an ordinal or cardinal word."""
    stem = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") and word[:1].isdigit() else word
    if stem.isascii() and stem.isdigit() and len(stem) <= 9:
        return int(stem)
    words = date_words().words
    found = words["ordinal"].get(stem, words["cardinal"].get(stem))
    return None if found is None else int(found)


def ordinal(words: Sequence[str]) -> int | None:
    """The number of "third", "23rd", "twenty-first"."""
    parts = [word for word in words if word not in ("-", "‐", "‑")]
    numbers = [whole(word) for word in parts]
    if not numbers or any(number is None for number in numbers) or len(numbers) > 2:
        return None
    if len(numbers) == 2 and (numbers[0] not in (20, 30, 40, 50, 60, 70, 80, 90) or (numbers[1] or 10) > 9):
        return None
    return sum(number for number in numbers if number is not None)


def year_of(words: Sequence[str]) -> int | None:
    """The year that ends a group of words, in digits or spoken."""
    return int(words[-1]) if words and words[-1].isdigit() and len(words[-1]) == 4 else spoken_year(words)


def spoken_year(words: Sequence[str]) -> int | None:
    """The year of "nineteen ninety-six", "two thousand and five", "two thousand"; None for any other number."""
    cardinals = date_words().words["cardinal"]
    parts = [word for word in words if word not in ("-", "‐", "‑", "and")]
    values = [int(cardinals.get(word, -1)) for word in parts]
    if not values or min(values) < 0:
        return None
    if values[:2] == [2, 1000]:
        rest = _below_hundred(values[2:])
        return 2000 + rest if rest is not None else None
    if values[0] in (*range(15, 20), 20):
        rest = _below_hundred(values[1:])
        return values[0] * 100 + rest if rest is not None and rest >= 10 else None
    return None


def _below_hundred(values: Sequence[int]) -> int | None:
    if not values:
        return 0
    if len(values) == 1:
        return values[0] if values[0] < 100 else None
    if len(values) == 2 and values[0] in range(20, 100, 10) and 0 < values[1] < 10:
        return values[0] + values[1]
    return None
