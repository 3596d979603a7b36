"""Words of a claim made to stand in a question: quoted, cut where they are long, in small or capital letters."""

import re

from factcheck.lexicon.drift import information, relations
from factcheck.lexicon.names import aliases
from factcheck.lexicon.stem import stem
from factcheck.model.claim import Claim
from factcheck.names import name_key

# Words that point outside the claim, or deny it: with one as its subject, no question can be asked of the claim alone.
POINTING = re.compile(
    r"^(?:none|no|nobody|nothing|neither|it|its|they|this|that|these|those|there|he|she|his|her|their|who|which|what|"
    r"some|others?|another|one|all|both|many|few|several|i|we|you|our|my|your)\b(?! of\b)",
    re.IGNORECASE,
)
_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})
_FEW = 3  # blanks in a claim's words: with fewer, its sentence is quoted
_COMMON = 17.0  # nats: words that are rarer may be names
LONGEST = 150  # characters of a statement inside a question


def opened(words: str) -> str:
    """Words as they open a question: on one line, with a capital, without the marks that ended them."""
    words = _HOUR.sub(r"\g<0>.", " ".join(words.split()).rstrip(" .?,"))
    return words[:1].upper() + words[1:]


_HOUR = re.compile(r"\b[ap]\.m$")  # whose point is its own


def uneven(text: str) -> bool:
    """Whether a bracket or a quotation mark in a text has lost its other half."""
    return text.count("[") != text.count("]") or text.count("(") != text.count(")") or _marks(text) % 2 == 1


def _marks(text: str) -> int:
    return sum(text.count(mark) for mark in '"“”')


def quotation(claim: Claim) -> str:
    """The source's own words, in quotation marks; cut at a word where they are long."""
    told = claim.span.text if claim.span.text.count(" ") >= _FEW else claim.sentence.text
    text = _short(told).strip('“”"').translate(_INNER)
    return f"“{text}”"


def joined(text: str) -> str:
    """As `_short`, without a full stop inside a sentence that an abbreviation or a name has left there."""
    return re.sub(r"(?<=[a-z]{3})\.\s+(?=[a-z])", " ", _short(text))


def _short(text: str) -> str:
    text = _HOUR.sub(r"\g<0>.", " ".join(text.split()).rstrip(" ."))
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rsplit(" ", 1)[0] + " …"


_SMALL = re.compile(
    r"(?:the|an?|some|many|most|all|both|several|its|his|her|their|our|they|he|she|it|this|these|those|that|there|"
    r"other|another|multiple|after|around|before|during|on|in|when|no|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|nearly|about|at|more|"
    r"police|officers|authorities|officials|investigators|people)\b",
    re.IGNORECASE,
)


def lowered(text: str, claim: Claim | None = None) -> str:
    """The text with its first word in lower case, unless that is a name: by its word, or by what it is linked to."""
    first = text.split(" ")[0]
    if not first[:1].isupper() or first.isupper():
        return f"{first.lower()}{text[len(first) :]}" if first == "A" else text
    small = bool(_SMALL.fullmatch(first))
    if claim is not None and not small and not first.endswith(("'s", "’s")):
        told = [argument for argument in claim.arguments if argument.text.lower().startswith(first.lower())]
        named = any((argument.entity or "")[:1].isupper() or argument.type == "person" for argument in told)
        second = text.split(" ")[1:2]
        common = first.lower() in relations().synonyms or stem(first.lower(), lemma=True) in relations().synonyms
        common = common or information(first.lower()) < _COMMON
        nation = first.lower() in aliases().canonical or name_key(first) in aliases().canonical
        small = bool(told) and not named and common and not nation and not (second and second[0][:1].isupper())
    return text[:1].lower() + text[1:] if small else text
