"""Quotes for people: enough words around a span to be understood, the differing words marked, nothing that acts."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from factcheck.model.article import Article
from factcheck.model.claim import Claim
from factcheck.model.finding import Finding, SourceSpan
from factcheck.text import fold

_FAR = 400
_BRIEF = 2  # words of a mark that is short enough to be shown as it is
_SMALL = frozenset(
    ("a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "by", "with", "from", "as", "its")
)
_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")
_ENDS = frozenset(".!?")
_STOP = re.compile(r"(\w[\w.]*)[)%”\"]?[.!?][\"”’)]*\s+(?=[\"“‘(]*[A-ZÀ-Þ0-9])")
_CLOSED = re.compile(
    r"([\"”’)]*)(?:\s+[^a-z\s]|\s*$)"
)  # what follows a full stop that ends a sentence, not "5 a.m. on"
_ABBREVIATED = re.compile(
    r"(?i:mr|mrs|ms|dr|st|gen|sen|rep|gov|lt|col|sgt|prof|rev|no|vs|jan|feb|mar|apr|aug|sept?|oct|nov|dec)|[A-Z]|.*\..*"
)


class Weight(IntEnum):
    """How much a piece of a quote matters: words around it, the quote itself, what differs in it."""

    CONTEXT = 0
    QUOTE = 1
    MARK = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a quote in one weight."""

    text: str
    weight: Weight


_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def steers(char: str) -> bool:
    """Whether a character would steer a terminal or turn the writing direction; white space does neither."""
    if char in "\t\n\r\v\f":
        return False
    return unicodedata.category(char) in {"Cc", "Cs"} or char in _TURNS


def clean(text: str) -> str:
    """The text on one line, without characters that would steer a terminal or turn its writing direction."""
    if text.isascii() and text.isprintable():
        return text
    kept = []
    for char in text:
        kind = unicodedata.category(char)
        if kind in {"Zs", "Zl", "Zp"} or char in "\t\n\r\v\f":
            kept.append(" ")
        elif steers(char):
            kept.append("\ufffd")
        else:
            kept.append(char)
    return "".join(kept)


def excerpt(
    article: Article | None, span: SourceSpan, marks: Sequence[SourceSpan], sentence: tuple[int, int] | None, limit: int
) -> list[Piece]:
    """The span in its sentence, cut to about `limit` characters, in pieces; cuts are shown as an ellipsis."""
    if article is None or article.text[span.start : span.end] != span.text:
        return [Piece(clean(span.text), Weight.QUOTE)]
    text = article.text
    if sentence is None or not (sentence[0] <= span.start and span.end <= sentence[1]):
        sentence = _sentence(text, span)
    low, high = sentence
    low, high = _window(text, low, high, span, _inside(marks, span), limit)
    weights = [Weight.CONTEXT] * (high - low)
    for position in range(max(low, span.start), min(high, span.end)):
        weights[position - low] = Weight.QUOTE
    for mark in _inside(marks, span):
        for position in range(max(low, mark.start), min(high, mark.end)):
            weights[position - low] = Weight.MARK
    pieces: list[Piece] = []
    start = low
    for position in range(low, high + 1):
        if position == high or weights[position - low] != weights[start - low]:
            if position > start:
                pieces.append(Piece(clean(text[start:position]), weights[start - low]))
            start = position
    if low > sentence[0]:
        pieces.insert(0, Piece("… ", Weight.CONTEXT))
    if high < sentence[1]:
        pieces.append(Piece(" …", Weight.CONTEXT))
    return pieces


def _sentence(text: str, span: SourceSpan) -> tuple[int, int]:
    """About the sentence around a span, for display alone: no longer than its line and a few hundred characters."""
    low = max(text.rfind("\n", 0, span.start) + 1, span.start - _FAR)
    high = text.find("\n", span.end)
    high = min(len(text) if high < 0 else high, span.end + _FAR)
    for stop in _STOP.finditer(text, low, span.start + 1):
        if not _ABBREVIATED.fullmatch(stop[1]):
            low = stop.end()
    ended = _CLOSED.match(text, span.end) if text[span.end - 1 : span.end] in _ENDS else None
    if ended is not None:
        high = min(high, ended.end(1))
    else:
        later = (
            stop for stop in _STOP.finditer(text, max(low, span.end - 1), high) if not _ABBREVIATED.fullmatch(stop[1])
        )
        high = next((stop.start() + len(stop.group().rstrip()) for stop in later), high)
    while low < span.start and text[low].isspace():
        low += 1
    while high > span.end and text[high - 1].isspace():
        high -= 1
    return low, high


def _inside(marks: Iterable[SourceSpan], span: SourceSpan) -> list[SourceSpan]:
    return [mark for mark in marks if mark.source == span.source and mark.start < span.end and span.start < mark.end]


def _window(
    text: str, low: int, high: int, span: SourceSpan, marks: Sequence[SourceSpan], limit: int
) -> tuple[int, int]:
    """The part of a sentence to show: all of it if it fits, else what surrounds the marks or the span's beginning."""
    if high - low <= limit:
        return low, high
    core = (min(mark.start for mark in marks), max(mark.end for mark in marks)) if marks else (span.start, span.end)
    if core[1] - core[0] > limit:
        core = (core[0], core[0] + limit)
    if span.end - span.start <= limit:
        core = (min(core[0], span.start), max(core[1], span.end))
    room = max(0, limit - (core[1] - core[0]))
    start = max(low, core[0] - room // 2)
    end = min(high, max(core[1], start + limit))
    start = max(low, min(start, end - limit))
    if start > low:  # whole words, as far as that costs no more than a few letters
        space = text.find(" ", start, core[0] + 1)
        start = space + 1 if 0 <= space - start < 20 else start
    if end < high:
        space = text.rfind(" ", core[1] - 1, end)
        end = space if space > 0 and end - space < 20 else end
    return start, end


def narrowed(marks: Sequence[SourceSpan]) -> tuple[SourceSpan, ...]:
    """Marks of several words cut down to the words that the other sources' marks do not have.

    A mark over "a total of 55 prisoners" beside "the 28 prisoners" becomes "55": what both say is no difference. Marks
    that would lose all their words stay as they are.
    """
    sources = {mark.source for mark in marks}
    said = {source: _words(mark.text for mark in marks if mark.source == source) for source in sources}
    if len(sources) < 2:
        return tuple(marks)
    shared = set.intersection(*said.values()) | _SMALL
    found: list[SourceSpan] = []
    for mark in marks:
        words = list(_WORD.finditer(mark.text))
        kept = [word for word in words if fold(word.group()) not in shared]
        if len(words) <= _BRIEF or not kept or len(kept) == len(words):
            found.append(mark)
            continue
        for begin, last in _runs(words, kept):
            bound = _BOUND.search(mark.text[:last])
            first = bound.start() if bound is not None and bound.end() > begin > bound.start() else begin
            text = mark.text[first:last]
            found.append(SourceSpan(mark.source, mark.start + first, mark.start + last, text))
    return tuple(found)


_BOUND = re.compile(r"\bat (?:least|most)\b", re.IGNORECASE)  # stays whole


def _words(texts: Iterable[str]) -> set[str]:
    return {fold(word.group()) for text in texts for word in _WORD.finditer(text)}


def _runs(words: Sequence[re.Match[str]], kept: Sequence[re.Match[str]]) -> list[tuple[int, int]]:
    """Offsets of neighbouring kept words as stretches; small words between two kept ones belong to them."""
    chosen = {word.start() for word in kept}
    runs: list[tuple[int, int]] = []
    bridge = True
    for word in words:
        if word.start() in chosen:
            if runs and bridge:
                runs[-1] = (runs[-1][0], word.end())
            else:
                runs.append((word.start(), word.end()))
            bridge = True
        elif fold(word.group()) not in _SMALL:
            bridge = False
    return runs


def sentences_of(finding: Finding, claims: dict[str, Claim]) -> dict[SourceSpan, tuple[int, int]]:
    """For each span of a finding, the sentence of the claim that it belongs to."""
    found: dict[SourceSpan, tuple[int, int]] = {}
    owned = [claims[id_] for id_ in finding.claims if id_ in claims]
    for span in finding.spans:
        for claim in owned:
            if claim.source == span.source and claim.sentence.start <= span.start and span.end <= claim.sentence.end:
                found[span] = (claim.sentence.start, claim.sentence.end)
                break
    return found
