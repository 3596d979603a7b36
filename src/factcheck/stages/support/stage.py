"""The one function of this stage: each sentence of a text beside what a source tells of it.

A sentence is borne out when the source tells its words, its amounts and its names, and denies nothing of it. It is
contradicted when the source tells the same matter in the same words but for one thing that cannot both be so: an
amount, a denial, an opposite, or who did it to whom. The two texts are taken to be about one matter, as their reader
says; that is why less has to match than between the articles of a folder. All else is not told.
"""

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from factcheck.model.article import Article
from factcheck.model.finding import Finding, FindingKind, SourceSpan
from factcheck.model.parties import Parties
from factcheck.model.support import Support, Verdict
from factcheck.stages.support.amounts import Counted, Fit
from factcheck.stages.support.attached import attached
from factcheck.stages.support.clash import Clash
from factcheck.stages.support.clashes import clashes
from factcheck.stages.support.doers import others_deed
from factcheck.stages.support.figures import figures
from factcheck.stages.support.governed import governed
from factcheck.stages.support.judge import probability
from factcheck.stages.support.match import ENOUGH, NEGATED, opposed
from factcheck.stages.support.reading import Reading, read, told_back
from factcheck.stages.support.statement import Statement, statements
from factcheck.stages.support.swaps import sisters, swaps
from factcheck.stages.support.twins import twins
from factcheck.stages.support.unlike import unlike
from factcheck.stages.support.vectors import Encoder, Vectors

# Each gives a reason why told words do not bear a sentence out.
_DOUBTS = (unlike, governed, attached, figures, others_deed)
_LEVEL = 0.5  # probability from which a sentence is called borne out
_ALL_ELSE = 0.95  # share of the other words from which another word at a place tells another thing
_TWO = frozenset({"both", "pair", "couple", "twin", "twins"})
_SHORT = 8  # sentences of a source that is a passage on one matter; a longer one is an article with several
_BACK = 0.75  # share of the source's sentence that has to be told, from an article, for a contradiction
_YET = re.compile(r"\b(?:yet|still|so far|until|will|would)\b", re.IGNORECASE)
_RECKONED = 0.2  # the same where one of its amounts follows from several of the source, which is seldom by chance


def support(
    checked: Doc,
    source: Doc,
    checked_article: Article,
    source_article: Article,
    found: Iterable[Finding] = (),
    encoder: Encoder | None = None,
    checked_parties: Parties | None = None,
    source_parties: Parties | None = None,
) -> tuple[Support, ...]:
    """Judge each sentence of a text by a source.

    Args:
        checked: The text whose sentences are judged, parsed, of `checked_article`.
        source: What they are judged by, parsed, of `source_article`.
        found: What comparing the claims of the two has found; a conflict there decides for its sentence, unless it is
            about no more than how a name is spelled.
        checked_parties: Who does what in the text, and `source_parties` in the source; without them no deed is told to
            be another one's.
        encoder: Gives vectors of words in context; without one only the words' forms and relations count.
    Returns:
        One result a sentence, in the order of the text.

    O(n m) for n and m sentences.
    """
    told = statements(source, source_article, source_parties)
    sentences = statements(checked, checked_article, checked_parties)
    vectors = Vectors(encoder)
    clashing = [finding for finding in found if finding.kind is FindingKind.CONFLICT and finding.rule != "FC110"]
    return tuple(_judge(item, told, vectors, clashing) for item in sentences)


def _judge(checked: Statement, told: Sequence[Statement], vectors: Vectors, clashing: Sequence[Finding]) -> Support:
    known = _by_claims(checked, told, clashing)
    if known is not None:
        return known
    words = _plain(checked)
    same = next((item for item in told if words and _plain(item) == words), None)
    if same is not None:
        step = "The source has the same sentence."
        return Support(_span(checked), Verdict.SUPPORTED, "FC006", 0.99, (step,), (_span(same),))
    twin = next(((item, found) for item in told if (found := twins(checked, item)) is not None), None)
    if twin is not None:
        return _by_amounts(checked, *twin)
    reading = read(checked, told)
    clashing_words = list(clashes(reading))
    clash = next((item for item in clashing_words if len(told) <= _SHORT or _one_matter(checked, item)), None)
    if clash is not None:
        return _contradicted(checked, clash)
    chance = probability(reading, vectors)
    reckoned = any(item.derived for item in reading.amounts)
    apart = any(item.fit is Fit.APART for item in reading.amounts)
    swap = next((item for item in swaps(reading) if sisters(item.word, item.other)), None)
    replaced = swap is not None and reading.share(frozenset({swap.word.place})) >= _ALL_ELSE
    reason = next((why for ask in _DOUBTS if (why := ask(reading)) is not None), None) if chance >= _LEVEL else None
    if reason is not None:
        return Support(_span(checked), Verdict.UNTOLD, "FC019", 0.7, (reason,), _spans(reading.pool))
    if chance >= (_RECKONED if reckoned else _LEVEL) and not (
        apart or replaced or clashing_words or _contrasted(reading) or _other_number(reading)
    ):
        steps = (
            "The source tells what the sentence says.",
            *(item.derived for item in reading.amounts if item.derived),
        )
        return Support(_span(checked), Verdict.SUPPORTED, "FC006", round(chance, 2), steps, _spans(reading.pool))
    if swap is not None and replaced:
        step = f"The source has “{swap.other.norm}” where the sentence has “{swap.word.norm}”."
        return Support(_span(checked), Verdict.UNTOLD, "FC019", 0.7, (step,), _spans((swap.statement,)))
    return Support(
        _span(checked), Verdict.UNTOLD, "FC019", round(1 - chance, 2), (_missing(reading),), _spans(reading.pool[:1])
    )


def _one_matter(checked: Statement, clash: Clash) -> bool:
    """Whether the two sentences tell little beside one another, as in an article the words of one sentence are soon
    found in another that is about somebody else. What was not so yet may be so by now.
    """
    if any(_YET.search(item.text) for item in (checked, clash.statement)):
        return False
    return told_back(clash.statement, checked) >= _BACK


def _plain(statement: Statement) -> tuple[str, ...]:
    """The words of a sentence, whatever their case and the marks at its end."""
    words = [word.norm for word in statement.words]
    while words and not any(char.isalnum() for char in words[-1]):
        words.pop()
    return tuple(words)


def _other_number(reading: Reading) -> bool:
    """Whether all but an exact amount is told, and the source has that number nowhere; "a" says one, and "both" two."""
    values = {amount.value for statement in reading.pool for amount in statement.amounts} | {1}
    if any(word.norm in _TWO for statement in reading.pool for word in statement.words):
        values.add(2)
    dated = any(time.kind == "date" for statement in reading.pool for time in statement.times)
    return reading.share() >= _ALL_ELSE and any(
        item.fit is Fit.ABSENT
        and item.amount.exact
        and not (item.amount.kind == "duration" and dated)  # "in ten years" is reckoned from 1986 and 1996
        and item.amount.value not in values
        for item in reading.amounts
    )


def _contrasted(reading: Reading) -> bool:
    """Whether the source has the opposite of a word that it does not tell, or denies what the sentence affirms."""
    used = {(item.statement.start, item.by.place) for item in reading.told if item.by and item.statement}
    for item in reading.told:
        if item.how == NEGATED:
            continue
        told = item.by is not None and item.likeness >= 0.8
        if told and item.by and item.by.denied != item.word.denied and item.word.pos in ("VERB", "ADJ"):
            return True
        if item.likeness < ENOUGH and any(
            opposed(other, item.word)
            for statement in reading.pool[:1]
            for other in statement.words
            if other.content and other.denied == item.word.denied and (statement.start, other.place) not in used
        ):
            return True
    return False


def _by_claims(checked: Statement, told: Sequence[Statement], clashing: Sequence[Finding]) -> Support | None:
    """The verdict of a conflict between a claim of this sentence and one of the source."""
    for finding in clashing:
        mine = [span for span in finding.spans if _inside(span, checked)]
        theirs = [item for item in told if any(_inside(span, item) for span in finding.spans)]
        if mine and theirs:
            return Support(
                _span(checked),
                Verdict.CONTRADICTED,
                finding.rule,
                finding.confidence,
                finding.explanation,
                _spans(theirs),
                finding.marks,
            )
    return None


def _inside(span: SourceSpan, statement: Statement) -> bool:
    return span.source == statement.source and span.start < statement.end and statement.start < span.end


def _by_amounts(checked: Statement, told: Statement, amounts: Sequence[Counted]) -> Support:
    """The verdict on a sentence that is the source's but for amounts."""
    shown = ", ".join(f"“{item.by.text if item.by else ''}” for “{item.amount.text}”" for item in amounts)
    step = f"The source has the same words but for amounts: {shown}."
    fits = {item.fit for item in amounts}
    where, evidence = _span(checked), (_span(told),)
    if Fit.APART in fits:
        apart = [item for item in amounts if item.fit is Fit.APART]
        marks = [_mark(checked, (item.amount.start, item.amount.end)) for item in apart]
        marks += [_mark(told, (item.by.start, item.by.end)) for item in apart if item.by is not None]
        return Support(where, Verdict.CONTRADICTED, "FC112", 0.7, (step,), evidence, tuple(sorted(marks)))
    if fits == {Fit.TOLD}:
        return Support(where, Verdict.SUPPORTED, "FC006", 0.9, (step,), evidence)
    return Support(where, Verdict.UNTOLD, "FC019", 0.7, (step,), evidence)


def _contradicted(checked: Statement, clash: Clash) -> Support:
    marks = (_mark(checked, clash.checked), _mark(clash.statement, clash.told))
    return Support(
        _span(checked), Verdict.CONTRADICTED, clash.rule, clash.confidence, (clash.step,), (_span(clash.statement),),
        tuple(sorted(marks)),
    )  # fmt: skip


def _missing(reading: Reading) -> str:
    words = [item.word.norm for item in reading.told if item.likeness < 0.5][:5]
    amounts = [item.amount.text for item in reading.amounts if item.fit is not Fit.TOLD]
    parts = [f"the words {', '.join(words)}"] if words else []
    parts += [f"the amounts {', '.join(amounts)}"] if amounts else []
    return (
        f"The source does not tell {' and '.join(parts)}." if parts else "The source does not tell it in so many words."
    )


def _span(statement: Statement) -> SourceSpan:
    return SourceSpan(statement.source, statement.start, statement.start + len(statement.text), statement.text)


def _spans(pool: Iterable[Statement]) -> tuple[SourceSpan, ...]:
    return tuple(sorted(_span(item) for item in pool))


def _mark(statement: Statement, where: tuple[int, int]) -> SourceSpan:
    start, end = where
    return SourceSpan(statement.source, start, end, statement.text[start - statement.start : end - statement.start])
