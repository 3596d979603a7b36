"""An amount asked for: "how many", "how long" or "how old", in the place where its claim gives it."""

import re

from factcheck.frames.frame import Frame
from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.numerals import value_of
from factcheck.model.claim import Claim
from factcheck.stages.reconcile.phrases import LONGEST, POINTING, joined, lowered, opened, quotation, uneven
from factcheck.stages.reconcile.turned import as_question

_PERSONS = listed("people", "people") | listed("people", "male") | listed("people", "female")
LAST_RESORT = ("What is the number in", "Which age is right in")


def how_many(frame: Frame) -> str:
    """The claim with the amount asked for in its place; where that would not read well, the amount of a quotation."""
    claim, quantity = frame.claim, frame.claim.quantity
    if quantity is None:
        return as_question("", claim)
    if quantity.kind == "age":
        who = _aged(claim)
        return f"How old is or was {who}?" if who else f"{LAST_RESORT[1]} {quotation(claim)}?"
    asked = {"money": "how much money", "percent": "what share", "duration": "how long"}.get(quantity.kind, "how many")
    measured = asked != "how many"
    if not measured and quantity.unit is not None and _UNIT_WORD.fullmatch(quantity.written_unit or ""):
        asked = f"how many {quantity.written_unit}"  # "at a depth of how many metres"
        measured = True
    text = joined(_without_others(claim, _cut_after(claim.text, quantity.text)))
    begin = text.find(claim.subject) if claim.subject else -1
    at = text.find(quantity.text)
    if 0 < begin < at and text[:begin].strip(" ,").count(" ") < 3 and "," not in text[begin:]:
        text = text[begin:]  # "Weeks the council closed three pools": what was before belongs to a clause left out
        at -= begin
    if not measured and at > 0:
        known = _KNOWN.search(text[:at])
        if known is not None:  # "expelled the 55 prisoners": "expelled how many prisoners"
            text, at = text[: known.start()] + text[at:], known.start()
    if at < 0 or (quantity.unit is not None and asked == "how many") or not _fits_in(text, at, quantity.text, measured):
        return f"{LAST_RESORT[0]} {quotation(claim)}?"
    rest = text[at + len(quantity.text) :]
    if quantity.unit is None and not _SOME_OF.match(rest):
        rest = re.sub(r"^ of (?=\w)", " ", rest)  # "hundreds of people": "how many people"
    return opened(f"{text[:at]}{asked}{rest}") + "?"


def _without_others(claim: Claim, text: str) -> str:
    """A text without what is counted beside, each with its own number: "80 firefighters and three helicopters"."""
    amount = claim.quantity.text if claim.quantity is not None else ""
    sides = [item for item in claim.arguments if item.role in ("subject", "object")]
    for item in sides:
        whole = next((other for other in sides if other.role == item.role and item.text in other.text[1:]), None)
        if whole is None or value_of(item.text.split(" ")[0].lower()) is None:
            continue
        at, own = text.find(whole.text), text.find(item.text)
        if item.text.startswith(amount) and 0 <= at < own:
            text = text[:at] + text[own:]
        elif amount not in item.text:
            told = re.escape(_BARE.sub("", item.text))
            text = re.sub(rf"(?:,|,? and) {told}(?=$|[ ,.])", "", text, count=1)
    return text


_BARE = re.compile(r" (?:in|at|on|of|from|for|with|to|by|who|that|which|whose|where)\b.*")  # what may be said of both


def _cut_after(text: str, amount: str) -> str:
    """A text too long for a question, without what a comma or a relative word adds after its amount."""
    line = " ".join(text.split()).rstrip(" .")
    at = line.find(amount)
    if len(line) <= LONGEST or at < 0:
        return text
    end = _ADDED.search(line, at + len(amount))
    return line[: end.start()] if end is not None else text


_UNIT_WORD = re.compile(r"[a-z]{3,}s|feet")
_KNOWN = re.compile(r"\b(?:the|these|those) $")
_ADDED = re.compile(r",|\s(?:who|which|that|including|after|before|while|because|when|where)\b")
_SOME_OF = re.compile(r" of (?:(?:the|them|these|those|whom|which|his|her|its|their|all)\b|\w+['’]s?\s)", re.IGNORECASE)
_CODE = re.compile(r"\b[A-Z]{1,5}[\s-]*$")  # "AK 47", "flight BA 117"
_LOOSE_START = re.compile(r"^(?:\w+ing|to|and|or|but|who|which|that|while|when|as|after|before|if)\b", re.IGNORECASE)
# Words that an amount belongs to: "the 55 prisoners" are known, and nobody asks how many.
_HELD = re.compile(
    r"\b(?:an?|the|these|those|his|her|its|their|our|my|your|both|other|over|under|than|per|no|number|first|last|next)\s*$",
    re.IGNORECASE,
)
_WHOLE_NUMBER = re.compile(r"^(?!.*\b(?:half|third|quarter|thirds|quarters)\b)", re.IGNORECASE)
# After "how much money" and "how long" no noun can follow, as it can after "how many".
_ENDS_THERE = re.compile(
    r"\s*(?:$|[,;:)—–]|(?:in|for|to|from|as|on|of|at|by|with|and|or|since|after|before|that|who|when|ago|per|a|an|the)\b)"
)


def _fits_in(text: str, at: int, amount: str, measured: bool) -> bool:
    """Whether a sentence still reads well with "how many" where its amount stands."""
    before, after = text[:at], text[at + len(amount) :]
    return not (
        text.endswith("…")
        or uneven(text)
        or not _WHOLE_NUMBER.search(amount)
        or (measured and not _ENDS_THERE.match(after))
        or POINTING.match(text)
        or _LOOSE_START.match(text)
        or _CODE.search(before)
        or _HELD.search(before)
        or re.match(r"\s?[-–/]|\s*(?:years?[ -]olds?\b)|[.,]\d|\s\d", after)
        or re.search(r"[-–$€£.,]\s*$", before.removesuffix(", "))
    )


_NAMED = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*(?: (?:de|la|von|van|bin|al|[A-ZÀ-ÖØ-Þ])[\w'’.-]*)+"
_NAME_BEFORE = re.compile(rf"({_NAMED}), $")
_NAME_AFTER = re.compile(rf"^({_NAMED})")
_AFTER_AGE = re.compile(r"^[\s-]*(?:years?|yrs?|months?)?[\s-]*(?:olds?)?\b\s*")


def _aged(claim: Claim) -> str | None:
    """Who is of that age, as the sentence has it right beside the age; None where it is not told there."""
    quantity = claim.quantity
    if quantity is None:
        return None
    text, offset = claim.sentence.text, claim.sentence.start
    before = " ".join(text[: max(0, quantity.start - offset)].split(" "))
    after = text[max(0, quantity.end - offset) :]
    named = _NAME_BEFORE.search(before)
    if named is not None:
        return named[1]
    if re.search(r"old", quantity.text) or _AFTER_AGE.match(after):
        rest = _AFTER_AGE.sub("", after, count=1)
        name = _NAME_AFTER.match(rest)
        if name is not None:
            return name[1]
        noun = re.match(r"((?:[a-z]+ ){0,1}[a-z]+)", rest)
        kind = next((word for word in (noun[1].split() if noun else []) if word in _PERSONS), None)
        if kind is not None:
            return f"the {kind}"
    told = re.escape(claim.subject or "")
    if told and re.match(rf"{told} (?:is|was|,) ?{re.escape(quantity.text)}", claim.text) and claim.subject:
        return lowered(claim.subject)
    return None
