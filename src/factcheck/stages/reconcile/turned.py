"""A claim turned into a question: its auxiliary before its subject, or "did" before the base form of its verb."""

import re
from dataclasses import replace

from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.stem import stem
from factcheck.model.claim import Claim
from factcheck.names import name_key
from factcheck.stages.reconcile.phrases import POINTING, joined, lowered, opened, quotation, uneven

_AUXILIARY = re.compile(
    r"^(?P<subject>.{1,90}?)\s(?P<auxiliary>was|were|is|are|has|have|had|will|would|could|can|may|might)\s(?P<rest>.+)$",
    re.S,
)
_UNCHANGED = listed("frames", "unchanged")
_DENYING = re.compile(rf"{POINTING.pattern}|(?:none|neither)\b", re.IGNORECASE)
# "As of Tuesday, the toddler": the phrase before the subject is no part of it.
_OPENED = re.compile(r"^(?:As|In|On|At|By|After|Before|During|Since|Until|For|With|From)\b[^,]*,\s+(?=\S)")
_NOUN = re.compile(r"(?:an?|the|no|his|her|its|their|some|any|many|several)\s", re.IGNORECASE)


def as_question(opening: str, claim: Claim, without: str | None = None) -> str:
    """A claim turned into a question, its auxiliary before its subject or "did" before its base form.

    That is done only where the claim's own subject stands right before its verb; else the claim is asked for as it is.
    """
    text = joined(claim.text)
    if without is not None:
        near = (
            r"(?:(?:shortly|just|soon) (?:before|after)|about|around|approximately|nearly|some time (?:before|after))"
        )
        leading = rf"(?:(?:back )?in|on|at|since|by|during|of|until|till|from|before|after)?\s*(?:\b{near})?"
        text = re.sub(rf"\s*\b{leading}\s*\b{re.escape(without)}", "", text, count=1)
        text = " ".join(text.split()).strip(" ,").replace(",,", ",").replace(" ,", ",")
        if _DANGLING.search(text):
            return _plainly(opening, claim)
    text = _OPENED.sub("", text)
    asked = _of_any(claim) if claim.negated else claim
    turned = _any(text) if claim.negated else text
    words = None if text.endswith("…") or uneven(text) else _turned(opening, turned, asked)
    return words if words is not None else _plainly(opening, claim)


_NONE = {"no one": "anyone", "no-one": "anyone", "nobody": "anybody", "nothing": "anything", "none": "any", "no": "any"}
_DENIED = re.compile(r"\b(?:no[ -]one|nobody|nothing|none(?= of\b)|no(?= [a-z]))(?!\.)\b", re.IGNORECASE)


def _any(text: str) -> str:
    """A text that says that there was none, as a question asks for one: "police arrested anyone"."""
    return _DENIED.sub(lambda match: _NONE[match.group().lower()], text)


def _of_any(claim: Claim) -> Claim:
    """A claim with its participants as a question asks for them."""
    return replace(claim, subject=_any(claim.subject or "") or None, object=_any(claim.object or "") or None)


_DANGLING = re.compile(r"\b(?:to|in|of|by|since|from|on|at|until|for|with)\s*(?:,|$)")  # "in the year to,"


def _plainly(opening: str, claim: Claim) -> str:
    """The form that always reads right: the claim as it is, with "is it so" or "when" before it."""
    text = joined(claim.text)
    if opening:
        return f"When was it: {quotation(claim)}?"
    if text.endswith("…") or not claim.subject or not text[:1].isalnum() or _DENYING.match(text):
        return f"Is it so: {quotation(claim)}?"
    return f"Is it so that {lowered(text, claim)}?"


_BE = frozenset({"was", "were", "is", "are"})
_DOES = {"had": "did", "has": "does", "have": "do"}
_VERB = re.compile(r"(?P<adverb>\s(?:\w+ly|also|then|later|first))?\s(?P<verb>[\w'’-]+)(?P<rest>.*)$", re.DOTALL)


def _turned(opening: str, text: str, claim: Claim) -> str | None:
    """The question in its own order of words; None where the claim's parts do not stand in the order it takes."""
    match = _AUXILIARY.match(text)
    if match is not None and _is_a_subject(match["subject"], claim) and not _DENYING.match(match["subject"]):
        subject, auxiliary, rest = lowered(match["subject"], claim), match["auxiliary"], match["rest"]
        if auxiliary in _DOES and _NOUN.match(rest):
            return opened(f"{opening}{_DOES[auxiliary]} {subject} have {rest}") + "?"
        if opening and auxiliary in ("has", "have"):
            return None
        if auxiliary in _BE and opening and not re.match(r"(?:\w+ly )?\w+(?:ed|en|n|t|ing|un|ot|ld|id|ut|ot)\b", rest):
            return None
        return opened(f"{opening}{auxiliary} {subject} {rest}") + "?"
    verb, subject = (claim.predicate or "").split(" ")[0], claim.subject or ""
    if not verb or not subject or verb == "be" or _DENYING.match(subject):
        return None
    short = subject.split(" ")[-1]
    if short[:1].isupper() and text.startswith(f"{short} "):
        subject = short  # "Horn sold the mill", of Karl Horn
    if not text.lower().startswith(subject.lower()):
        return None
    rest = _VERB.match(text[len(subject) :])
    if rest is None:
        return None
    written = rest["verb"].lower()
    if not {stem(written), stem(written, lemma=True)} & {stem(verb), stem(verb, lemma=True)}:
        return None
    if written.endswith("ing") and not verb.endswith("ing"):
        return None
    does = "did"
    if written in (f"{verb}s", f"{verb}es", f"{verb[:-1]}ies"):
        does = "does"
    elif written == verb and verb not in _UNCHANGED:
        does = "do"
    return opened(f"{opening}{does} {lowered(subject, claim)}{rest['adverb'] or ''} {verb}{rest['rest']}") + "?"


def _is_a_subject(text: str, claim: Claim) -> bool:
    """Whether words before an auxiliary are all of a participant of the claim, and not half a sentence."""
    bare = _bare(text)
    parts = [part for part in (claim.subject, claim.object) if part]
    if any(bare == _bare(part) or name_key(text) == name_key(part) for part in parts):
        return True
    return text[:1].isupper() and any(set(bare.split()) <= set(_bare(part).split()) for part in parts)


def _bare(text: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", " ".join(text.lower().split()))
