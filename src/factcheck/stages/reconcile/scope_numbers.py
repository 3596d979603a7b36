"""Reasons in the numbers themselves why two amounts of one matter are both right: both stand in one article, in another
currency, as a part of a compound or a list, or beside other numbers that all differ as well.
"""

import re

from factcheck.frames import amounts
from factcheck.frames.frame import Frame
from factcheck.lexicon.numerals import value_of
from factcheck.lexicon.stem import stem
from factcheck.model.quantity import Quantity
from factcheck.stages.reconcile.judgement import Surroundings

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_DIGITS = re.compile(r"\d[\d.,]*\d|\d")


def knows(around: Surroundings, one: Frame, other: Frame) -> bool:
    """Whether the article of the one gives the number of the other too; small numbers stand everywhere, but not with
    their unit ("12 years").
    """
    article, quantity = around.articles.get(one.claim.source), other.claim.quantity
    if article is None or quantity is None:
        return False
    if (quantity.written_value or quantity.value or 0) < amounts.TELLING:
        return _with_unit(article.text, quantity)
    number = _SCALED.search(quantity.text)
    if number is None:
        return False
    scale = number["scale"] or ""
    follows = rf"\s?{scale[0]}" if scale and scale[0] != "%" else r"(?![\d]|[.,]\d)"
    return re.search(rf"(?<![\d.,]){re.escape(number['digits'])}{follows}", article.text, re.IGNORECASE) is not None


_SCALED = re.compile(
    r"(?P<digits>\d[\d.,]*\d|\d)\s?(?P<scale>million|billion|trillion|m\b|bn\b|per ?cent|%)?", re.IGNORECASE
)


def _with_unit(text: str, quantity: Quantity) -> bool:
    """Whether a text has a whole number up to twelve together with the unit it is measured in."""
    value, unit = quantity.written_value, (quantity.written_unit or "").rstrip("s")
    if value is None or value % 1 or not 0 <= value <= 12 or not unit.isalpha() or quantity.kind in ("money", "age"):
        return False
    number = rf"(?:{int(value)}|{_SMALL[int(value)]})"
    return re.search(rf"\b{number}[ -]{re.escape(unit)}s?\b", text, re.IGNORECASE) is not None


def gives_both(left: Frame, right: Frame) -> bool:
    """Whether one of the sentences gives the numbers of both."""
    return _in_sentence(left, right) or _in_sentence(right, left)


def _in_sentence(one: Frame, other: Frame) -> bool:
    """Whether the sentence of the one gives the other's number too: a small one for a part or another thing, a sum of
    money in another currency or in brackets.
    """
    quantity = other.claim.quantity
    if quantity is not None and quantity.kind == "money":
        digits = _DIGITS.search(quantity.text)
        alone = rf"(?<![\d.,]){re.escape(digits.group())}(?![\d.,]*\d)" if digits is not None else "(?!)"
        return re.search(alone, one.claim.sentence.text) is not None
    if quantity is None or quantity.value is None or quantity.unit is not None or not 0 <= quantity.value <= 12:
        return False
    number = int(quantity.value)
    text = one.claim.sentence.text
    deeds = {*one.predicate[:1], *other.predicate[:1]}
    return any(
        match["deed"] is None or stem(match["deed"].lower(), lemma=False) in deeds
        for match in re.finditer(
            rf"\b(?:{number}|{_SMALL[number]})\b(?![.,:]\d)(?: (?P<deed>\w+ed)\b)?", text, re.IGNORECASE
        )
    )  # "18 were injured and 12 arrested" gives no other number of the injured


_APART = 10.0  # times: counts further apart are of other things (of a match and of a career), not one misread


def scales(left: Frame, right: Frame) -> bool:
    """Whether two amounts, not of money, are of different orders."""
    mine, theirs = left.claim.quantity, right.claim.quantity
    if mine is None or theirs is None or mine.kind == "money" or not mine.value or not theirs.value:
        return False
    small, large = sorted((mine.value, theirs.value))
    return small > 0 and large / small > _APART


_CODE = re.compile(r"[A-Z]{1,5}[ -]{1,3}\d+|\d+[ -]{1,3}[A-Z]{2,5}\b")  # "AK - 47", which counts nothing


def all_differ(left: Frame, right: Frame) -> bool:
    """Whether each sentence gives two more amounts, and none of the other's: two hauls, and not one miscounted."""
    mine, theirs = (_others(frame) for frame in (left, right))
    return len(mine) >= 2 and len(theirs) >= 2 and not mine & theirs


def _others(frame: Frame) -> frozenset[str]:
    """The numbers of a claim beside its own amount and its time."""
    claim = frame.claim
    text = _CODE.sub(" ", claim.text)
    for part in (claim.quantity, claim.time):
        text = text.replace(part.text, " ", 1) if part is not None else text
    small = {
        str(number) for number, word in enumerate(_SMALL) if number and re.search(rf"\b{word}\b", text, re.IGNORECASE)
    }
    return frozenset(_DIGITS.findall(text)) | small


_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?|[A-Za-z]+(?:-[a-z]+)?")


def add_up(left: Frame, right: Frame) -> bool:
    """Whether what the larger has more stands in either sentence: "15 in Germany and one in Sweden", "sixteen"."""
    mine, theirs = left.claim.quantity, right.claim.quantity
    if mine is None or theirs is None or not mine.written_value or not theirs.written_value:
        return False
    more = round(abs(mine.written_value - theirs.written_value), 6)
    told = {
        value_of(word.lower().replace(",", ""))
        for frame in (left, right)
        for word in _NUMBER.findall(frame.claim.sentence.text)
    }
    return more > 0 and more in told


_CONVERTED = re.compile(r"\d[^()]{0,20}\([^()]{0,20}$")


def converted(frame: Frame) -> bool:
    """Whether a sum stands in brackets after another: the same in a second currency."""
    quantity = frame.claim.quantity
    if quantity is None or quantity.kind != "money":
        return False
    return _CONVERTED.search(frame.claim.sentence.text[: quantity.start - frame.claim.sentence.start]) is not None


def hyphened(frame: Frame) -> bool:
    """Whether the number is a part of a compound: "a two-time champion" counts no times."""
    quantity = frame.claim.quantity
    if quantity is None or quantity.unit is not None:
        return False
    return re.match(r" ?-", frame.claim.sentence.text[quantity.end - frame.claim.sentence.start :]) is not None


_SHARE = re.compile(
    r"(?:,|\band)\s+(?:\d{1,3}|" + "|".join(_SMALL[1:]) + r"|another|the other)\s+(?:to|in|at|from|for|into|near|by)\s",
    re.IGNORECASE,
)


def shared_out(frame: Frame) -> bool:
    """Whether a list of places follows the amount, each with its own number: "two to one hospital, one to another"."""
    quantity = frame.claim.quantity
    if quantity is None:
        return False
    after = frame.claim.sentence.text[max(0, quantity.end - frame.claim.sentence.start) :]
    return bool(_SHARE.search(after))
