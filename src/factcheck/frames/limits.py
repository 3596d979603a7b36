"""Words of a sentence by which it says less than it seems to: of all but one, of a deed and not of the thing."""

import re

_EXCEPT = re.compile(r"\b(?:except|apart from|other than|save for|all but)\b", re.IGNORECASE)
_TO_DO = re.compile(r"\bcosts?\b[^.;]*\d[^.;]*\bto (?!(?:the|a|an|his|her|its|their)\b)[a-z]+", re.IGNORECASE)


def leaves_out(text: str) -> bool:
    """Whether a text is of all but some, of whom it is not so: "all passengers except one survived"."""
    return _EXCEPT.search(text) is not None


def prices_a_deed(text: str) -> bool:
    """Whether a price is what it takes to do something with a thing: "cost $5 million to repair"."""
    return _TO_DO.search(text) is not None
