"""The comparison of an original with a copy: sentences, then words, then each kind of difference."""

from collections.abc import Set
from dataclasses import dataclass
from typing import Protocol

from spacy.tokens import Doc

from factcheck.model.article import Article
from factcheck.model.finding import Finding, Severity
from factcheck.model.gap import GapReader
from factcheck.model.report import DriftSummary
from factcheck.stages.drift.align import SentenceAlignment, align_sentences
from factcheck.stages.drift.almost import nearly_done, settled
from factcheck.stages.drift.amounts import Amounts, read_amounts
from factcheck.stages.drift.asked import asked
from factcheck.stages.drift.attribution import attribution_changes
from factcheck.stages.drift.compared import comparison_changes
from factcheck.stages.drift.computed import computed, told_anew
from factcheck.stages.drift.converses import converse_changes
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
from factcheck.stages.drift.modifiers import modifier_changes
from factcheck.stages.drift.names import Names
from factcheck.stages.drift.numbers import number_changes
from factcheck.stages.drift.phrases import lost_phrases
from factcheck.stages.drift.polarity import polarity_changes
from factcheck.stages.drift.predicates import other_statements, other_states
from factcheck.stages.drift.renamed import half_replaced_names, lone_names, replaced_names
from factcheck.stages.drift.replaced import replaced_words
from factcheck.stages.drift.roles import role_changes
from factcheck.stages.drift.sexes import other_sex
from factcheck.stages.drift.shifted import shifted_times
from factcheck.stages.drift.small import small_opposites
from factcheck.stages.drift.sorts import other_offices, others_of_their_sort
from factcheck.stages.drift.status import status_changes
from factcheck.stages.drift.swapped import swapped
from factcheck.stages.drift.tense import found_changes, tense_changes
from factcheck.stages.drift.terms import distinct_acts, replaced_phrases, term_changes
from factcheck.stages.drift.times import date_changes
from factcheck.stages.drift.torn import torn
from factcheck.stages.drift.unanswered import unanswered_denials
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


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts that are compared, and what is read off it once.

    `furniture` are its sentences that are no news, by their place; `vectors` and `gaps` are read where they are asked
    for.
    """

    view: View
    article: Article
    furniture: frozenset[int]
    names: Names
    stock: Stock
    amounts: Amounts
    vectors: WordVectors
    gaps: Gaps


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
    recent = Recent(encoder) if encoder is not None else None
    left = _side(original, original_article, encoder, recent)
    right = _side(copy, copy_article, encoder, recent)
    alignment = align_sentences(left.view, right.view, *sentence_vectors(left.vectors, right.vectors))
    units = make_units(left.view, right.view, alignment, left.vectors, right.vectors, right.furniture)
    differences = _differences(left, right, alignment, units)
    findings = to_findings(differences, original_article, copy_article)
    return DriftResult(findings, _summary(left, right, alignment, differences), alignment)


def _side(doc: Doc, article: Article, encoder: Reader | None, recent: Recent | None) -> Side:
    text = view(doc)
    names = Names(text)
    furniture = frozenset(k for k in range(len(text.sentences)) if _furniture(text, k, article))
    return Side(
        text,
        article,
        furniture,
        names,
        Stock(text, names),
        read_amounts(text, article.published),
        WordVectors(text, recent),
        Gaps(text, encoder),
    )


def make_units(
    left: View, right: View, alignment: SentenceAlignment, a: WordVectors, b: WordVectors, skipped: Set[int]
) -> tuple[Unit, ...]:
    """Word alignments of all matched sentences, in order of the copy; `skipped` are sentences of the copy left out.

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


def _differences(left: Side, right: Side, alignment: SentenceAlignment, units: tuple[Unit, ...]) -> list[Difference]:
    found: list[Difference] = []
    for unit in units:
        found += unit_differences(unit, left, right)
        found += torn(unit, left.gaps, right.gaps)
    found += distinct_acts(left.view, right.view)
    told_left, told_right = told_anew(units, left.amounts, right.amounts)
    found += _omissions(left, right, alignment, covered_words(units, True) | told_left, vague_words(units))
    found += _additions(left, right, alignment, covered_words(units, False) | told_right)
    return found


def _omissions(
    left: Side, right: Side, alignment: SentenceAlignment, covered: frozenset[int], instead: dict[int, Range]
) -> list[Difference]:
    """What the copy leaves out. `covered` are words of the original that it renders, `instead` those that it renders by
    a vague one, and where.
    """
    found: list[Difference] = []
    children = alignment.children()
    matched = set(children)
    for k in range(len(left.view.sentences)):
        if k in left.furniture:
            continue
        if k in matched and not (len(left.view.sentences) > 1 and unrendered(left.view, k, covered)):
            shown = tuple(right.view.sentence(j) for j in children[k] if j not in right.furniture)
            found += lost_stretches(left.view, k, covered, left.names, right.stock, shown, instead, right.view.text)
        else:
            around = {k - 1, k + 1} <= matched and not any(unrendered(left.view, n, covered) for n in (k - 1, k + 1))
            lost = lost_sentence(left.view, k, right.stock, around)
            found += [lost] if lost else []
    return found


def _additions(left: Side, right: Side, alignment: SentenceAlignment, covered: frozenset[int]) -> list[Difference]:
    """What the copy says beyond the original; `covered` are words of the copy that render some."""
    found: list[Difference] = []
    for match in alignment.matches:
        if match.copy not in right.furniture:
            shown = tuple(left.view.sentence(i) for i in match.parents)
            found += added_stretches(right.view, match.copy, covered, right.names, left.stock, shown)
    for j in alignment.added:
        if j not in right.furniture:
            added = added_sentence(right.view, j, left.stock)
            found += [added] if added else []
    return found


def unit_differences(unit: Unit, left: Side, right: Side) -> list[Difference]:
    """All differences of one unit but omissions and additions."""
    follows = computed(unit, left.amounts, right.amounts)
    return [
        *corrupted_names(unit, left.names, right.names),
        *replaced_names(unit, left.names, right.names),
        *half_replaced_names(unit, left.names, right.names),
        *lone_names(unit, left.names, right.names),
        *blended_names(unit, left.names, right.names),
        *number_changes(unit, left.amounts, right.amounts, follows),
        *date_changes(unit, left.amounts, right.amounts),
        *refigured(unit, left.amounts, right.amounts),
        *exchanged(unit),
        *ordinals(unit),
        *others_of_their_sort(unit),
        *other_offices(unit),
        *polarity_changes(unit, follows.turned),
        *small_opposites(unit, follows.turned),
        *comparison_changes(unit),
        *nearly_done(unit),
        *settled(unit),
        *hedge_changes(unit),
        *asked(unit),
        *role_changes(unit),
        *swapped(unit, left.names),
        *converse_changes(unit),
        *tense_changes(unit),
        *status_changes(unit),
        *found_changes(unit),
        *other_sex(unit),
        *term_changes(unit),
        *replaced_phrases(unit),
        *other_statements(unit),
        *other_states(unit),
        *attribution_changes(unit, left.names),
        *garbled(unit),
        *modifier_changes(unit),
        *unanswered_denials(unit, follows.turned),
        *replaced_words(unit),
        *shifted_times(unit),
        *lost_phrases(unit, right.names),
    ]


def _furniture(text: View, k: int, article: Article) -> bool:
    start, end = text.sentence(k)
    inside = sum(max(0, min(end, part.end) - max(start, part.start)) for part in article.boilerplate)
    return inside * 2 > end - start


def _summary(left: Side, right: Side, alignment: SentenceAlignment, differences: list[Difference]) -> DriftSummary:
    matched = set(alignment.children())
    real = [k for k in range(len(left.view.sentences)) if k not in left.furniture]
    serious = [d for d in differences if d.severity is not Severity.MINOR]
    changed = 0
    for k in real:
        start, end = left.view.sentence(k)
        if k in matched and any(a < end and start < b for d in serious for a, b in (d.left_marks or d.left)):
            changed += 1
    kept = sum(k in matched for k in real)
    added = sum(j not in right.furniture for j in alignment.added)
    return DriftSummary(left.article.id, right.article.id, kept - changed, changed, len(real) - kept, added)
