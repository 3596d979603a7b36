"""The comparison of an original with a copy: sentences, then words, then each kind of difference."""

from dataclasses import dataclass
from typing import Protocol

from spacy.tokens import Doc

from factcheck.model.article import Article
from factcheck.model.finding import Finding, Severity
from factcheck.model.gap import GapReader
from factcheck.model.report import DriftSummary
from factcheck.stages.drift.align import SentenceAlignment, align_sentences
from factcheck.stages.drift.amounts import Amounts, read_amounts, retold
from factcheck.stages.drift.asked import asked
from factcheck.stages.drift.attribution import attribution_changes
from factcheck.stages.drift.coverage import (
    Stock,
    added_sentence,
    added_stretches,
    covered_words,
    lost_sentence,
    lost_stretches,
    unrendered,
    vague_words,
)
from factcheck.stages.drift.figures import exchanged, ordinals, refigured
from factcheck.stages.drift.findings import to_findings
from factcheck.stages.drift.gaps import Gaps
from factcheck.stages.drift.garbled import garbled
from factcheck.stages.drift.hedges import hedge_changes
from factcheck.stages.drift.misnamed import blended_names, corrupted_names
from factcheck.stages.drift.names import Names
from factcheck.stages.drift.numbers import number_changes
from factcheck.stages.drift.polarity import polarity_changes
from factcheck.stages.drift.renamed import half_replaced_names, replaced_names
from factcheck.stages.drift.roles import role_changes
from factcheck.stages.drift.sexes import other_sex
from factcheck.stages.drift.small import small_opposites
from factcheck.stages.drift.sorts import others_of_their_sort
from factcheck.stages.drift.tense import status_changes, tense_changes
from factcheck.stages.drift.terms import distinct_acts, replaced_phrases, term_changes
from factcheck.stages.drift.times import date_changes
from factcheck.stages.drift.torn import torn
from factcheck.stages.drift.unit import Difference, Range, Unit, make_unit
from factcheck.stages.drift.vectors import Encoder, Recent, WordVectors, sentence_vectors
from factcheck.stages.drift.view import View, view


class Reader(Encoder, GapReader, Protocol):
    """Vectors of texts and words, and what is missing between words, as the annotate stage gives them."""


@dataclass(frozen=True, slots=True)
class DriftResult:
    """What changed between an original and its copy: findings by severity, and how many sentences fared how."""

    findings: tuple[Finding, ...]
    summary: DriftSummary
    alignment: SentenceAlignment


def drift(
    original: Doc, copy: Doc, original_article: Article, copy_article: Article, *, encoder: Reader | None = None
) -> DriftResult:
    """Report what a copy changed in the meaning of its original.

    Args:
        original: The annotated text that came first; `original.text` is `original_article.text`.
        copy: The annotated text made from it.
        original_article: Names the source in findings, anchors its dates, and tells which stretches are furniture.
        copy_article: The same for the copy.
        encoder: Reads vectors and gaps; without it words are aligned by form and thesaurus alone, and what a sentence
            lacks is not told.

    Time and memory are linear in the lengths of the texts.
    """
    left, right = view(original), view(copy)
    skipped = {k for k in range(len(right.sentences)) if _furniture(right, k, copy_article)}
    skipped_left = {k for k in range(len(left.sentences)) if _furniture(left, k, original_article)}
    recent = Recent(encoder) if encoder is not None else None
    a, b = WordVectors(left, recent), WordVectors(right, recent)
    alignment = align_sentences(left, right, *sentence_vectors(a, b))
    units = make_units(left, right, alignment, a, b, skipped)
    gaps = Gaps(left, encoder), Gaps(right, encoder)
    differences = _differences(
        left, right, alignment, units, gaps, original_article, copy_article, skipped, skipped_left
    )
    findings = to_findings(differences, original_article, copy_article)
    return DriftResult(
        findings,
        _summary(left, right, alignment, differences, original_article, copy_article, skipped, skipped_left),
        alignment,
    )


def make_units(
    left: View, right: View, alignment: SentenceAlignment, a: WordVectors, b: WordVectors, skipped: set[int]
) -> tuple[Unit, ...]:
    """Word alignments of all matched sentences, in order of the copy.

    Short texts make one unit of all their sentences.
    """
    matches = [match for match in alignment.matches if match.copy not in skipped]
    if (
        matches
        and len({match.parents for match in matches}) == 1
        and len(matches) == len(right.sentences)
        and not alignment.lost
    ):
        groups = [(matches[0].parents, tuple(match.copy for match in matches), matches[0].score)]
    else:
        groups = [(match.parents, (match.copy,), match.score) for match in matches]
    units: list[Unit] = []
    for parents, children, score in groups:
        units.append(make_unit(left, right, parents, children, score, a.of(parents), b.of(children)))
    return tuple(units)


def _differences(
    left: View,
    right: View,
    alignment: SentenceAlignment,
    units: tuple[Unit, ...],
    gaps: tuple[Gaps, Gaps],
    original: Article,
    copy: Article,
    skipped: set[int],
    skipped_left: set[int],
) -> list[Difference]:
    names, copied_names = Names(left), Names(right)
    amounts, copied_amounts = read_amounts(left, original.published), read_amounts(right, copy.published)
    found: list[Difference] = []
    for unit in units:
        found += unit_differences(unit, names, copied_names, amounts, copied_amounts)
        found += torn(unit, *gaps)
    found += distinct_acts(left, right)
    stock, copied_stock = Stock(left, names), Stock(right, copied_names)
    told_left, told_right = retold(units, amounts, copied_amounts)
    covered_left, covered_right = covered_words(units, True) | told_left, covered_words(units, False) | told_right
    instead = vague_words(units)
    children = alignment.children()
    matched = set(children)
    for k in range(len(left.sentences)):
        if k in skipped_left:
            continue
        if k in matched and not (len(left.sentences) > 1 and unrendered(left, k, covered_left)):
            shown: tuple[Range, ...] = tuple(right.sentence(j) for j in children[k] if j not in skipped)
            found += lost_stretches(left, k, covered_left, names, copied_stock, shown, instead)
        else:
            around = {k - 1, k + 1} <= matched and not any(unrendered(left, n, covered_left) for n in (k - 1, k + 1))
            lost = lost_sentence(left, k, copied_stock, around)
            found += [lost] if lost else []
    for match in alignment.matches:
        if match.copy not in skipped:
            shown = tuple(left.sentence(i) for i in match.parents)
            found += added_stretches(right, match.copy, covered_right, copied_names, stock, shown)
    for j in alignment.added:
        if j not in skipped:
            added = added_sentence(right, j, stock)
            found += [added] if added else []
    return found


def unit_differences(
    unit: Unit, names: Names, copied_names: Names, amounts: Amounts, copied: Amounts
) -> list[Difference]:
    """All differences of one unit but omissions and additions."""
    return [
        *corrupted_names(unit, names, copied_names),
        *replaced_names(unit, names, copied_names),
        *half_replaced_names(unit, names, copied_names),
        *blended_names(unit, names, copied_names),
        *number_changes(unit, amounts, copied),
        *date_changes(unit, amounts, copied),
        *refigured(unit, amounts, copied),
        *exchanged(unit),
        *ordinals(unit),
        *others_of_their_sort(unit),
        *polarity_changes(unit),
        *small_opposites(unit),
        *hedge_changes(unit),
        *asked(unit),
        *role_changes(unit),
        *tense_changes(unit),
        *status_changes(unit),
        *other_sex(unit),
        *term_changes(unit),
        *replaced_phrases(unit),
        *attribution_changes(unit, names),
        *garbled(unit),
    ]


def _furniture(text: View, k: int, article: Article) -> bool:
    start, end = text.sentence(k)
    inside = sum(max(0, min(end, part.end) - max(start, part.start)) for part in article.boilerplate)
    return inside * 2 > end - start


def _summary(
    left: View,
    right: View,
    alignment: SentenceAlignment,
    differences: list[Difference],
    original: Article,
    copy: Article,
    skipped: set[int],
    skipped_left: set[int],
) -> DriftSummary:
    matched = set(alignment.children())
    real = [k for k in range(len(left.sentences)) if k not in skipped_left]
    serious = [d for d in differences if d.severity is not Severity.MINOR]
    changed = 0
    for k in real:
        start, end = left.sentence(k)
        if k in matched and any(a < end and start < b for d in serious for a, b in (d.left_marks or d.left)):
            changed += 1
    kept = sum(k in matched for k in real)
    added = sum(j not in skipped for j in alignment.added)
    return DriftSummary(original.id, copy.id, kept - changed, changed, len(real) - kept, added)
