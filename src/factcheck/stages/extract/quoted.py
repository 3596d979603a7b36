"""Quote claims: words in quotation marks with who said them, one for each sentence of the quotation."""

from collections.abc import Iterator

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from factcheck.model.claim import Attribution, Kind, Modality
from factcheck.stages.extract.attribution import Report
from factcheck.stages.extract.clauses import clauses
from factcheck.stages.extract.context import Context
from factcheck.stages.extract.draft import Draft
from factcheck.stages.extract.events import claim_of, main_quantity, when_said
from factcheck.stages.extract.frames import frame
from factcheck.stages.extract.modality import mood
from factcheck.stages.extract.quotes import is_title
from factcheck.stages.extract.tree import source_text
from factcheck.stages.extract.wording import sentence as restated

_MARKS = "“”\"‘’`' ,"


def quote_claims(context: Context, sentence: Sentence) -> Iterator[Draft]:
    """The quotations of a sentence that somebody says, and the amounts that are stated in them."""
    text = source_text(context.doc)
    for quotation in context.quoted:
        if quotation.start >= sentence.end_char or quotation.end <= sentence.start_char:
            continue
        start, end = max(quotation.start, sentence.start_char), min(quotation.end, sentence.end_char)
        words = text[start:end].strip("“”\"'‘’` ,.;").split()
        if len(words) < 3 or is_title(text[start:end].strip("“”\"'‘’` ")):
            continue
        report = _report(context, sentence, start, end)
        if report is None or report.source is None or report.source.text.lower() in {"i", "we", "you"}:
            continue
        if start <= report.source.idx < end or _narrated(context, sentence, start, end):
            continue  # told within the quotation
        inner = [token for token in sentence if start <= token.idx < end]
        yield _quote(context, report, inner, start, end, " ".join(text[start:end].split()))
        yield from _amounts(context, sentence, start, end)


def _report(context: Context, sentence: Sentence, start: int, end: int) -> Report | None:
    """Who says the quoted words: the report with the shortest content that holds their middle.

    Who sees or believes something within the words ("we have never seen") is not who says them.
    """
    middle = (start + end) // 2
    holding = [
        report
        for report in context.reports_in(sentence.start)
        if report.covers(middle) and report.manner in {"speech", "belief", "stance"}
    ]
    holding = [report for report in holding if not start <= report.cue.idx < end] or holding
    whole = context.quotation_at(middle)
    if whole is not None:  # nobody named in a speech is its speaker
        holding = [r for r in holding if r.source is None or not whole.start <= r.source.idx < whole.end]
    sourced = [report for report in holding if report.source is not None]
    return min(
        sourced or holding, key=lambda report: (sum(b - a for a, b in report.content), report.cue.i), default=None
    )


def _narrated(context: Context, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words name their own speaker ("..., the sheriff said"), so that a mark before them is a stray one."""
    return any(
        report.manner == "speech"
        and report.source is not None
        and start <= report.cue.idx < end
        and start <= report.source.idx < end
        and report.covers(start + 1)
        for report in context.reports_in(sentence.start)
    )


def _quote(context: Context, report: Report, inner: list[Token], start: int, end: int, words: str) -> Draft:
    named = report.source is not None and report.source_stretch is not None
    speaker = context.speaker(report) if named else None
    predicates = (
        [clause for clause in clauses(inner[0].sent) if any(clause.head.i == token.i for token in inner)]
        if inner
        else []
    )
    main = mood(predicates[0]) if predicates else None
    cue = source_text(context.doc)[report.cue_stretch[0] : report.cue_stretch[1]]
    attribution = (
        Attribution(speaker, cue, *report.source_stretch)
        if speaker is not None and report.source_stretch is not None
        else None
    )
    quote = f"“{words.strip(_MARKS)}”"
    text = restated(f"{speaker} said: {quote}") if speaker is not None else restated(quote)
    return Draft(
        Kind.QUOTE,
        report.cue if report.cue.sent.start == inner[0].sent.start else inner[0],
        start,
        end,
        text,
        speaker,
        "say",
        words.strip(_MARKS),
        None,
        when_said(context, report.cue),
        attribution,
        Modality.ACTUAL,
        False,
        main.negated if main is not None else False,
    )


def _amounts(context: Context, sentence: Sentence, start: int, end: int) -> Iterator[Draft]:
    for clause in clauses(sentence):
        if clause.subject is not None and clause.subject.text.lower() in {"i", "we", "you", "it", "they", "he", "she"}:
            continue  # nothing is resolved inside quotations
        if start <= clause.head.idx < end and main_quantity(frame(context, clause)) is not None:
            yield claim_of(context, clause)
