"""FC118: one passage that one speaker said, quoted by two sources in words that differ.

Quotation marks promise the speaker's words, so two wordings of one passage cannot both be verbatim. What papers do to
a quotation openly or as a matter of course (an ellipsis, brackets, a part of it, contractions, a filler left out,
a translation) is no difference, and of what is left only a changed number, a "not", an opposite, or how sure the
speaker is, counts as a conflict; any other word is told as another wording.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from rapidfuzz.distance import DamerauLevenshtein

from factcheck.frames.identity import Identities, names_in
from factcheck.lexicon.drift import relations
from factcheck.lexicon.lists import mapping
from factcheck.lexicon.lists import words as listed
from factcheck.lexicon.quantities import numerals
from factcheck.lexicon.stem import stem
from factcheck.model.claim import Claim
from factcheck.model.finding import Finding, FindingKind, Level, SourceSpan
from factcheck.stages.reconcile.judgement import Surroundings
from factcheck.text import digest, fold, plain, squeeze

_QUOTED = re.compile(r"(?:[“\"]|``)(?P<said>(?:(?!'')[^“”\"])*)(?:[”\"]|''|$)|^(?P<end>(?:(?!'')[^“”\"])*)(?:”|'')")
_WORD = re.compile(r"\[[^\]]*\]|\(\w+\)|…|\.\s?\.\s?\.|\d[\d.,]*\d|[^\W_]+(?:['-][^\W_]+)*")
_SHORTEST = 5  # words of a quotation that are compared at all
_SHARED = 6  # words that two quotations have in common, in one order, before they are taken for one passage
_ALIKE = 0.7  # and their share of the shorter of the two stretches
_REGIONS = 2  # places where they may differ; more, and the one is a rendering of the other
_LENGTH = 3  # words of such a place
_RUN = 3  # words in a row that make two quotations worth comparing
_CROWD = 40  # quotations that share such a run: more, and it is a saying
_SURE, _LESS_SURE = 0.65, 0.5
_GAP = "…"
_FILLERS, _NEGATORS, _OPEN, _FIRM, _RENDERED, _LANGUAGES = (
    listed("quoting", name) for name in ("fillers", "negators", "open", "firm", "rendered", "languages")
)
_STOP = listed("frames", "stop")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a quotation in plain form, and where it stands in its article; `name` says that it has a capital."""

    form: str
    start: int
    end: int
    name: bool = False


@dataclass(frozen=True, slots=True)
class _Quotation:
    """What a source has in quotation marks in one sentence, and of whom."""

    claim: Claim
    speakers: frozenset[str]
    words: tuple[_Word, ...]

    @property
    def forms(self) -> list[str]:
        return [word.form for word in self.words]


@dataclass(frozen=True, slots=True)
class _Difference:
    """Words of the one that stand where the other has other words; `meaning` says in what the sense differs."""

    mine: tuple[_Word, ...]
    theirs: tuple[_Word, ...]
    meaning: str | None


def wordings(claims: Sequence[Claim], around: Surroundings, known: Identities) -> Iterator[Finding]:
    """Passages that two sources, of which none derives from the other, quote in other words.

    Args:
        claims: The claims of all sources, in any order.
        known: Their names resolved.
    Returns:
        By place of the first, then of the second. Conflicts where the sense differs, else revisions.
    """
    quotations = _quotations(claims, known)
    seen: set[str] = set()
    for mine, theirs in _near(quotations):
        one, other = mine.claim.source, theirs.claim.source
        if (one, other) in around.derived or around.origins.get(one, one) == around.origins.get(other, other):
            continue
        if not mine.speakers & theirs.speakers:
            continue
        found = _differences(mine, theirs)
        if not found or _knows(around, mine, theirs, found):
            continue
        finding = _finding(mine, theirs, found, around)
        if finding.id not in seen:
            seen.add(finding.id)
            yield finding


def _quotations(claims: Sequence[Claim], known: Identities) -> list[_Quotation]:
    spoken = [claim for claim in claims if claim.attribution is not None]
    if len({claim.source for claim in spoken}) < 2:
        return []
    found: dict[tuple[str, int, int], _Quotation] = {}
    for claim in sorted(spoken, key=lambda claim: claim.position):
        speakers = _speakers(claim, known)
        if not speakers or _is_rendered(claim.sentence.text):
            continue
        for match in _QUOTED.finditer(claim.sentence.text):
            start, end = match.span("said" if match["said"] is not None else "end")
            start, end = start + claim.sentence.start, end + claim.sentence.start
            if claim.span.start < end and start < claim.span.end:
                words = _words(claim, start, end)
                if len(words) >= _SHORTEST:
                    found.setdefault((claim.source, start, end), _Quotation(claim, speakers, words))
    return [found[key] for key in sorted(found)]


def _speakers(claim: Claim, known: Identities) -> frozenset[str]:
    """Who a claim's speaker can be, by name; nobody where no name is given ("a witness" is anybody)."""
    speaker = claim.attribution.speaker if claim.attribution is not None else ""
    return frozenset(entity for name in names_in(speaker)[:1] for entity in known.resolve(name))


def _is_rendered(sentence: str) -> bool:
    """Whether a sentence says that the words quoted were spoken in another language."""
    outside = _QUOTED.sub(" ", sentence)
    words = set(re.findall(r"\w+", outside))
    return bool({word.lower() for word in words} & _RENDERED) or any(
        re.search(rf"\bin {language}\b", outside) for language in words & _LANGUAGES
    )


def _words(claim: Claim, start: int, end: int) -> tuple[_Word, ...]:
    """The words of a quotation, contractions written out, spaces and marks left out."""
    text = plain(claim.sentence.text[start - claim.sentence.start : end - claim.sentence.start])
    table = mapping("quoting", "plain")
    found: list[_Word] = []
    for match in _WORD.finditer(text):
        written = match.group()
        at, to = start + match.start(), start + match.end()
        if not written[:1].isalnum():
            found.append(_Word(_GAP, at, to))
            continue
        low = written.lower()
        parts = [low]
        if low in table:
            parts = table[low].split()
        else:
            for tail in ("n't", "'re", "'ve", "'ll", "'m"):
                if low.endswith(tail) and len(low) > len(tail):
                    parts = [low.removesuffix(tail), table[tail]]
        named = written[:1].isupper() and match.start() > 0
        found += [_Word(part, at, to, named) for form in parts for part in form.split("-") if part]
    return tuple(found)


def _near(quotations: Sequence[_Quotation]) -> Iterator[tuple[_Quotation, _Quotation]]:
    """Pairs of two sources that share a run of words. O(n) runs; a run that is on every tongue is left out."""
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, quotation in enumerate(quotations):
        forms = quotation.forms
        for run in {tuple(forms[index : index + _RUN]) for index in range(len(forms) - _RUN + 1)}:
            runs[run].append(number)
    pairs = {
        pair
        for numbers in runs.values()
        if 1 < len(numbers) <= _CROWD
        for pair in combinations(numbers, 2)
        if quotations[pair[0]].claim.source != quotations[pair[1]].claim.source
    }
    for left, right in sorted(pairs):
        yield quotations[left], quotations[right]


def _differences(mine: _Quotation, theirs: _Quotation) -> list[_Difference]:
    """Where two quotations of one passage differ; nothing where they are of different passages or say it alike.

    What stands before the first and after the last common words belongs to one of them alone, for papers quote parts.
    """
    ours, others = mine.forms, theirs.forms
    blocks = [b for b in SequenceMatcher(None, ours, others, autojunk=False).get_matching_blocks() if b.size]
    while blocks and blocks[0].size < 2 and (blocks[0].a or blocks[0].b):
        blocks.pop(0)  # a word in common by chance
    while (
        blocks
        and blocks[-1].size < 2
        and (blocks[-1].a + blocks[-1].size < len(ours) or blocks[-1].b + blocks[-1].size < len(others))
    ):
        blocks.pop()
    shared = sum(block.size for block in blocks)
    if shared < _SHARED:
        return []
    first, last = blocks[0], blocks[-1]
    length = min(last.a + last.size - first.a, last.b + last.size - first.b)
    if shared < _ALIKE * length:
        return []
    regions = [
        (mine.words[one.a + one.size : two.a], theirs.words[one.b + one.size : two.b]) for one, two in pairwise(blocks)
    ]
    rest = (mine.words[last.a + last.size :], theirs.words[last.b + last.size :])
    if len(rest[0]) == len(rest[1]) == 1:
        regions.append(rest)  # both end one word on, so that the last word is what differs
    regions = [(a, b) for a, b in regions if a or b]
    if len(regions) > _REGIONS or any(max(len(a), len(b)) > _LENGTH for a, b in regions):
        return []
    if any(word.form == _GAP for pair in regions for side in pair for word in side):
        return []
    found = [difference for a, b in regions if (difference := _difference(a, b)) is not None]
    if len(found) > 1 and not any(difference.meaning for difference in found):
        return []  # one word here, one there: somebody translated it, or wrote it down from memory
    return found


def _difference(mine: tuple[_Word, ...], theirs: tuple[_Word, ...]) -> _Difference | None:
    """What differs between two stretches, in sense if it does; None where it is a matter of style or spelling."""
    ours, others = [word.form for word in mine], [word.form for word in theirs]
    if "".join(ours) == "".join(others):
        return None  # "health care", "healthcare"
    meaning = _meaning(mine, theirs)
    if meaning is not None:
        return _Difference(mine, theirs, meaning)
    left, right = (
        [form for form in forms if form not in _FILLERS and form not in _STOP and len(form) > 1]
        for forms in (ours, others)
    )
    if not left or not right or _styled(left, right):
        return None
    return _Difference(mine, theirs, None)


def _meaning(mine: tuple[_Word, ...], theirs: tuple[_Word, ...]) -> str | None:
    ours, others = {word.form for word in mine}, {word.form for word in theirs}
    if bool(ours & _NEGATORS) != bool(others & _NEGATORS):
        return "one has a “not” where the other has none"
    left, right = _number(mine), _number(theirs)
    if left is not None and right is not None and left != right:
        return "the numbers differ"
    if (ours & _OPEN and others & _FIRM) or (others & _OPEN and ours & _FIRM):
        return "one is firm where the other leaves it open"
    table = relations()
    pairs = [(a, b) for a in ours - others for b in others - ours]
    if any(table.opposite(a, b) or table.opposite(_lemma(a), _lemma(b)) for a, b in pairs):
        return "the words are opposites"
    return None


def _number(words: tuple[_Word, ...]) -> float | None:
    """The number that a stretch of one or two words gives; None for none, or for one that goes on ("3 million")."""
    values = [_value(word.form) for word in words]
    known = [value for value in values if value is not None]
    if not known or len(words) > 2:
        return None
    if len(words) == 2 and len(known) == 2:
        return known[0] + known[1] if known[0] >= 20 > known[0] % 10 + known[1] else None
    return known[0] if len(words) == 1 else None


def _value(form: str) -> float | None:
    table = numerals()
    if form[:1].isdigit():
        bare = form.replace(",", "")
        return float(bare) if re.fullmatch(r"\d+(?:\.\d+)?", bare) else None
    value = {**table.units, **table.tens}.get(form)
    return None if value is None or form == "one" else float(value)


def _styled(left: list[str], right: list[str]) -> bool:
    """Whether two stretches differ in form alone: inflection, spelling, a figure, a synonym."""
    table = relations()

    def same(one: str, other: str) -> bool:
        return (
            stem(one) == stem(other)
            or (min(len(one), len(other)) > 3 and DamerauLevenshtein.distance(one, other) <= 2)
            or (_value(one) is not None and _value(one) == _value(other))
            or table.synonymous(_lemma(one), _lemma(other))
        )

    less, more = sorted((left, right), key=len)
    return all(any(same(one, other) for other in more) for one in less)


def _lemma(form: str) -> str:
    return stem(form, lemma=True)


def _knows(around: Surroundings, mine: _Quotation, theirs: _Quotation, found: Sequence[_Difference]) -> bool:
    """Whether one of the articles has the other's wording as well, so that the speaker said both."""
    for source, other, sides in (
        (mine.claim.source, theirs, [difference.theirs for difference in found]),
        (theirs.claim.source, mine, [difference.mine for difference in found]),
    ):
        article = around.articles.get(source)
        if article is not None and any(side and _bare(_around(other, side)) in _bare(article.text) for side in sides):
            return True
    return False


def _around(quotation: _Quotation, side: tuple[_Word, ...]) -> str:
    """The words of a difference with the word before and the word after them."""
    at, to = quotation.words.index(side[0]), quotation.words.index(side[-1])
    first, last = quotation.words[max(0, at - 1)], quotation.words[min(len(quotation.words) - 1, to + 1)]
    return _span(quotation.claim, first.start, last.end).text


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def _finding(mine: _Quotation, theirs: _Quotation, found: Sequence[_Difference], around: Surroundings) -> Finding:
    meaning = next((difference.meaning for difference in found if difference.meaning), None)
    speaker = min(mine.speakers & theirs.speakers)
    shown = mine.claim.attribution.speaker if mine.claim.attribution else speaker
    later = meaning == "the numbers differ" and _days(around, mine.claim.source) != _days(around, theirs.claim.source)
    conflict = meaning is not None and not later
    quotes, marks = [], []
    for quotation, sides in ((mine, [d.mine for d in found]), (theirs, [d.theirs for d in found])):
        quotes.append(_span(quotation.claim, quotation.words[0].start, quotation.words[-1].end))
        marks += [_span(quotation.claim, side[0].start, side[-1].end) for side in sides if side]
    first, second = (f"“{_short(quote.text)}” ({quote.source})" for quote in quotes)
    why = {
        True: f"Quotation marks promise {shown}'s own words, and {meaning}.",
        False: "The sense need not differ, but at most one of the two is verbatim.",
    }[conflict]
    if later:
        why = "The numbers differ, but the reports are of different days, so that it may have been said twice."
    return Finding(
        id=digest("FC118", mine.claim.source, fold(squeeze(quotes[0].text)), theirs.claim.source, fold(quotes[1].text)),
        rule="FC118",
        kind=FindingKind.CONFLICT if conflict else FindingKind.REVISION,
        level=Level.WARNING if conflict else Level.NOTE,
        confidence=_SURE if conflict else _LESS_SURE,
        message=f"{first} is quoted in other words: {second}.",
        explanation=(
            *(f"{quote.source}: “{squeeze(quote.text)}”" for quote in quotes),
            f"Both quote {shown}, and all but a few words are the same.",
            why,
        ),
        claims=tuple(dict.fromkeys((mine.claim.id, theirs.claim.id))),
        spans=tuple(sorted(quotes)),
        marks=tuple(sorted(marks)),
        question=f"In which words did {shown} say it?",
    )


def _days(around: Surroundings, source: str) -> object:
    article = around.articles.get(source)
    return article.published if article is not None else None


def _span(claim: Claim, start: int, end: int) -> SourceSpan:
    return SourceSpan(
        claim.source, start, end, claim.sentence.text[start - claim.sentence.start : end - claim.sentence.start]
    )


def _short(text: str) -> str:
    text = squeeze(text)
    return text if len(text) <= 160 else text[:157] + "…"
