"""FC117: a total that the parts listed right after it do not add up to, in one sentence."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.model.claim import Claim
from factcheck.model.finding import Finding, FindingKind, Level, SourceSpan
from factcheck.model.quantity import Quantity
from factcheck.readers.quantities.arithmetic import Derived, derived
from factcheck.text import digest, fold, squeeze

# A number among the parts that no claim gives makes the sum of the others meaningless.
_NUMBER = re.compile(
    r"\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|hundred|dozens?|several|some|many|few|others?|rest|including|among)\b",
    re.IGNORECASE,
)
_SURE = 0.65


def sums(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Totals of one sentence whose parts, all of them read, make another number; by source and place.

    Args:
        claims: The claims of all sources, in any order.
    """
    sentences: dict[tuple[str, int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.quantity is not None:
            sentences[claim.source, claim.sentence.start, claim.sentence.text].append(claim)
    for (source, start, text), told in sorted(sentences.items(), key=lambda item: item[0]):
        holders: dict[Quantity, Claim] = {}
        for claim in sorted(told, key=lambda claim: claim.position):
            if claim.quantity is not None:
                holders.setdefault(claim.quantity, claim)
        amounts = sorted(holders, key=lambda amount: (amount.start, amount.end))
        padded = " " * start + text  # offsets are the article's
        for found in derived(padded, amounts):
            if found.rule == "sum" and not found.adds_up and _all_read(padded, found):
                yield _finding(source, found, holders)


def _all_read(text: str, found: Derived) -> bool:
    """Whether no other number stands between the total and the end of its sentence."""
    places = sorted((part.start, part.end) for part in found.parts)
    begin, gaps = found.stated.end if found.stated is not None else places[0][0], []
    for start, end in places:
        gaps.append(text[begin:start])
        begin = end
    gaps.append(text[begin:])
    return not any(_NUMBER.search(gap) for gap in gaps)


def _finding(source: str, found: Derived, holders: dict[Quantity, Claim]) -> Finding:
    amounts = [*([found.stated] if found.stated is not None else []), *found.parts]
    claims = sorted(
        {holders[amount].id: holders[amount] for amount in amounts}.values(), key=lambda claim: claim.position
    )
    start, end = (min(claim.span.start for claim in claims), max(claim.span.end for claim in claims))
    sentence = claims[0].sentence
    quote = SourceSpan(source, start, end, sentence.text[start - sentence.start : end - sentence.start])
    stated = found.stated.text if found.stated is not None else ""
    made = f"{found.low:,.0f}" if found.low == found.high else f"{found.low:,.0f} to {found.high:,.0f}"
    parts = ", ".join(f"“{part.text}”" for part in found.parts)
    message = f"“{stated}” ({source}) is not what its parts make: {made}."
    return Finding(
        id=digest("FC117", source, fold(squeeze(sentence.text))),
        rule="FC117",
        kind=FindingKind.CONFLICT,
        level=Level.WARNING,
        confidence=_SURE,
        message=message,
        explanation=(
            f"{source}: “{squeeze(quote.text)}”",
            f"The total is “{stated}”, the parts listed after it are {parts}.",
            f"Together they make {made}.",
        ),
        claims=tuple(claim.id for claim in claims),
        spans=(quote,),
        marks=tuple(SourceSpan(source, amount.start, amount.end, amount.text) for amount in amounts),
        question=f"Do {parts} make “{stated}”?",
    )
