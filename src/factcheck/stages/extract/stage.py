"""The one function of this stage: all rules over all sentences, duplicates dropped, every sentence accounted for."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as Sentence

from factcheck.model.article import Article
from factcheck.model.claim import Claim, Extraction, Kind, SentenceCoverage
from factcheck.stages.extract.amounts import amount_claims
from factcheck.stages.extract.casualties import LEAVING, casualty_claims
from factcheck.stages.extract.clauses import clauses
from factcheck.stages.extract.context import Context, read_context
from factcheck.stages.extract.dated import dated_claims
from factcheck.stages.extract.draft import Draft, finish
from factcheck.stages.extract.events import clause_claims
from factcheck.stages.extract.headlines import headline_claims
from factcheck.stages.extract.including import including_claims
from factcheck.stages.extract.inverted import inverted_claims, tells_again
from factcheck.stages.extract.listed import listed_claims
from factcheck.stages.extract.nominal import named_events, nominal_claims
from factcheck.stages.extract.quoted import quote_claims
from factcheck.stages.extract.roles import role_claims
from factcheck.stages.extract.select import sentence_reason
from factcheck.stages.extract.standing import UNRESOLVED, is_resolved, is_whole
from factcheck.stages.extract.whole_lists import whole_list_claims


def extract(doc: Doc, article: Article) -> Extraction:
    """Read the claims off a parsed article.

    Args:
        doc: The article's text parsed with Universal Dependencies; `doc.text` is `article.text`.
        article: Where the text comes from, when it was published, and which stretches are furniture.
    Returns:
        Claims by span, mentions of names, and each sentence with its claims or the reason why it has none
        ("boilerplate", "question", "instruction", "fragment", "too long", "unresolved reference", "no statement").
    """
    context = read_context(doc, article)
    sentences = [sentence for sentence in doc.sents if sentence.text.strip()]
    reasons = [sentence_reason(context, sentence) for sentence in sentences]
    made: list[list[Claim]] = []
    unresolved: set[int] = set()
    for position, (sentence, reason) in enumerate(zip(sentences, reasons, strict=True)):
        own, left = ([], 0) if reason is not None else _claims(context, sentence)
        made.append(own)
        if left:
            unresolved.add(position)
    _add_named_events(context, sentences, reasons, made)
    coverage: list[SentenceCoverage] = []
    for position, (sentence, reason, own) in enumerate(zip(sentences, reasons, made, strict=True)):
        if not own and reason is None:
            reason = "fragment" if not clauses(sentence) else "no statement"
            reason = UNRESOLVED if position in unresolved else reason
        coverage.append(
            SentenceCoverage(sentence.start_char, sentence.end_char, tuple(claim.id for claim in own), reason)
        )
    claims = tuple(claim for own in made for claim in own)
    return Extraction(article.id, claims, context.names.mentions, tuple(coverage))


def _add_named_events(
    context: Context, sentences: list[Sentence], reasons: list[str | None], made: list[list[Claim]]
) -> None:
    """Add the events that are taken for granted, each once, and only where the article does not tell it outright."""
    told = {
        (claim.predicate, whom)
        for own in made
        for claim in own
        for whom in (claim.subject, claim.object, *(part.entity for part in claim.arguments))
    }
    for sentence, reason, own in zip(sentences, reasons, made, strict=True):
        if reason is not None:
            continue
        for draft in named_events(context, list(sentence)):
            claim = finish(context, draft)
            if claim is None or (claim.predicate, claim.object or claim.subject) in told:
                continue
            told.add((claim.predicate, claim.object or claim.subject))
            own.append(claim)
        own.sort(key=_place)


def _place(claim: Claim) -> tuple[int, int, str, str]:
    return claim.span.start, claim.span.end, claim.kind.value, claim.id


def _claims(context: Context, sentence: Sentence) -> tuple[list[Claim], int]:
    """The claims of a sentence by place, and how many were left out because a pronoun in them stands for nobody
    known.
    """
    unique: dict[tuple[int, int, str, str], Claim] = {}
    left = 0
    for draft in _drafts(context, sentence):
        claim = finish(context, draft)
        if claim is None or not is_whole(claim):
            continue
        if not is_resolved(context, draft, claim):
            left += 1
            continue
        unique.setdefault((claim.span.start, claim.span.end, claim.kind.value, claim.text), claim)
    return sorted(unique.values(), key=_place), left


def _drafts(context: Context, sentence: Sentence) -> Iterator[Draft]:
    found = clauses(sentence)
    tokens = list(sentence)
    made: list[Draft] = []
    made.extend(quote_claims(context, sentence))
    inverted = list(inverted_claims(context, tokens))
    made.extend(draft for draft in clause_claims(context, found) if not any(tells_again(draft, d) for d in inverted))
    made.extend(role_claims(context, tokens))
    made.extend(nominal_claims(context, tokens))
    made.extend(dated_claims(context, tokens))
    made.extend(inverted)
    made.extend(including_claims(context, tokens))
    made.extend(listed_claims(context, tokens))
    made.extend(whole_list_claims(context, tokens))
    told = [(draft.start, draft.end) for draft in made if draft.kind is Kind.QUOTE and draft.predicate != "say"]
    made = [d for d in made if d.predicate != "say" or not any(a <= d.start and d.end <= b + 2 for a, b in told)]
    befell = list(casualty_claims(context, sentence, _taken(d for d in made if d.predicate not in LEAVING)))
    told_of = _taken(befell)
    made = [d for d in made if d.predicate not in LEAVING or not _taken([d]) & told_of]
    made.extend(befell)
    counted = amount_claims(context, sentence, _taken(made))
    made.extend(draft for draft in counted if not any(tells_again(draft, d) for d in inverted))
    made.extend(headline_claims(context, sentence, _taken(made)))
    yield from made


def _taken(drafts: Iterable[Draft]) -> set[tuple[int, int]]:
    """The stretches of the amounts that quantity claims are about."""
    return {
        (draft.quantity.start, draft.quantity.end)
        for draft in drafts
        if draft.kind is Kind.QUANTITY and draft.quantity is not None
    }
