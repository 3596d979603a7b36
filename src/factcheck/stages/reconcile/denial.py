"""The words of a claim that deny: "no one", "would not", "never"."""

import re

from factcheck.model.claim import Claim
from factcheck.model.span import Span

_DENYING = re.compile(
    r"\b(?:no[ -]one|nobody|none|nothing|neither|never|cannot|without"
    r"|(?:(?:will|would|shall|should|can|could|may|might|must|do|does|did|has|have|had|is|are|was|were) )?not"
    r"|\w+n['’]t|no(?= [a-z])|den(?:y|ies|ied)|(?:refus|declin|fail)(?:es?|s|ed))\b",
    re.IGNORECASE,
)


def denial(claim: Claim) -> Span | None:
    """The words by which a negated claim denies, as its article has them; None where they cannot be told.

    They are looked for in the claim's own words first: "nobody" may stand before what else it is said of.
    """
    if not claim.negated:
        return None
    sentence = claim.sentence
    own = max(0, claim.span.start - sentence.start)
    end = min(len(sentence.text), claim.span.end - sentence.start)
    found = _DENYING.search(sentence.text, own, end) or _DENYING.search(sentence.text)
    if found is None:
        return None
    return Span(sentence.start + found.start(), sentence.start + found.end(), found.group())


__all__ = ["denial"]
