"""The one function of this stage: all rules over all sentences, duplicates dropped, every sentence accounted for."""

from collections.abc import Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as Sentence

from factcheck.model.article import Article
from factcheck.model.claim import Claim, Extraction, Kind, SentenceCoverage
from factcheck.stages.extract.amounts import amount_claims
from factcheck.stages.extract.clauses import clauses
from factcheck.stages.extract.context import Context, read_context
from factcheck.stages.extract.draft import Draft, finish
from factcheck.stages.extract.events import clause_claims
from factcheck.stages.extract.inverted import inverted_claims
from factcheck.stages.extract.nominal import nominal_claims
from factcheck.stages.extract.quoted import quote_claims
from factcheck.stages.extract.roles import role_claims
from factcheck.stages.extract.select import sentence_reason


def extract(doc: Doc, article: Article) -> Extraction:
    """Read the claims off a parsed article.

    Args:
        doc: The article's text parsed with Universal Dependencies; `doc.text` is `article.text`.
        article: Where the text comes from, when it was published, and which stretches are furniture.
    Returns:
        Claims by span, mentions of names, and each sentence with its claims or the reason why it has none
        ("boilerplate", "question", "instruction", "fragment", "too long", "no statement").
    """
    context = read_context(doc, article)
    claims: list[Claim] = []
    coverage: list[SentenceCoverage] = []
    for sentence in doc.sents:
        if not sentence.text.strip():
            continue
        reason = sentence_reason(context, sentence)
        made = [] if reason is not None else _claims(context, sentence)
        claims.extend(made)
        if not made and reason is None:
            reason = "fragment" if not clauses(sentence) else "no statement"
        coverage.append(
            SentenceCoverage(sentence.start_char, sentence.end_char, tuple(claim.id for claim in made), reason)
        )
    return Extraction(article.id, tuple(claims), context.names.mentions, tuple(coverage))


def _claims(context: Context, sentence: Sentence) -> list[Claim]:
    drafts = list(_drafts(context, sentence))
    finished = [claim for draft in drafts if (claim := finish(context, draft)) is not None and _stands(claim)]
    unique: dict[tuple[int, int, str, str], Claim] = {}
    for claim in finished:
        unique.setdefault((claim.span.start, claim.span.end, claim.kind.value, claim.text), claim)
    return sorted(unique.values(), key=lambda claim: (claim.span.start, claim.span.end, claim.kind.value, claim.id))


def _stands(claim: Claim) -> bool:
    """Whether a restatement stands alone: one that begins with a relative word has lost what it describes."""
    return claim.text.split(" ", 1)[0] not in {"Where", "Which", "Who", "Whom", "Whose"}


def _drafts(context: Context, sentence: Sentence) -> Iterator[Draft]:
    found = clauses(sentence)
    tokens = list(sentence)
    made: list[Draft] = []
    made.extend(quote_claims(context, sentence))
    made.extend(clause_claims(context, found))
    made.extend(role_claims(context, tokens))
    made.extend(nominal_claims(context, tokens))
    made.extend(inverted_claims(context, tokens))
    told = [(draft.start, draft.end) for draft in made if draft.kind is Kind.QUOTE and draft.predicate != "say"]
    made = [d for d in made if d.predicate != "say" or not any(a <= d.start and d.end <= b + 2 for a, b in told)]
    taken = {
        (draft.quantity.start, draft.quantity.end)
        for draft in made
        if draft.kind is Kind.QUANTITY and draft.quantity is not None
    }
    made.extend(amount_claims(context, sentence, taken))
    yield from made
