"""The words around the findings: a heading, a label for each, and a last line that accounts for everything seen."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from factcheck.model.finding import Finding, FindingKind
from factcheck.model.lineage import Lineage
from factcheck.model.report import DriftSummary
from factcheck.report.view import Topic, View, count, tally, verdict_words

_HEADINGS = {
    Topic.CLAIMS: "Claims",
    Topic.COVERAGE: "Sentences and their claims",
    Topic.AGREEMENTS: "What the sources agree on",
    Topic.CONFLICTS: "Where the sources conflict",
    Topic.DRIFT: "What the copies changed",
    Topic.CHECK: "New conflicts",
    Topic.SOURCES: "Who derives from whom",
    Topic.SUPPORT: "What the source says of each sentence",
}


def heading(view: View) -> str:
    """The title of a view."""
    if view.topic is Topic.CHECK and not view.findings:
        return "Conflicts checked"
    return _HEADINGS[view.topic]


def label(finding: Finding) -> str:
    """What a finding is, in a few words: "error, confidence 0.86, QUANTITY"."""
    if finding.kind is FindingKind.DRIFT:
        kind = (finding.drift.value if finding.drift else "change").replace("_", " ")
        return f"{finding.severity.value if finding.severity else finding.level.value}: {kind}"
    if finding.kind is FindingKind.AGREEMENT:
        sources = len({span.source for span in finding.spans})
        origins = finding.origins if finding.origins is not None else sources
        return f"{count(origins, 'independent origin')}, {count(sources, 'source')}"
    kind = "" if finding.kind is FindingKind.CONFLICT else f" {finding.kind.value.replace('_', ' ')},"
    return f"{finding.level.value},{kind} confidence {finding.confidence:.2f}, rule {finding.rule}"


def derivation(item: Lineage) -> str:
    """One sentence on who derives from whom."""
    how = {
        "verbatim": "copies",
        "translated": "translates",
        "spun": "rewords",
        "condensed": "condenses",
        "credited": "credits",
    }
    verb = how.get(item.how.value, "derives from")
    return f"{item.copy} {verb} {item.original} (confidence {item.confidence:.2f}, {item.share:.0%} of its sentences)"


def compared(view: View, pair: DriftSummary) -> str:
    """Which copy was compared with which original, and how the one was made of the other as far as is known."""
    way = next((w for w in view.report.lineage if (w.original, w.copy) == (pair.original, pair.copy)), None)
    return derivation(way) if way else f"{pair.copy} compared with {pair.original}"


def kept(pair: DriftSummary) -> str:
    """How many sentences of an original its copy kept, changed and lost, and how many it added.

    A sentence without a serious finding is not called faithful: no more is known of it.
    """
    return (
        f"of {count(pair.faithful + pair.changed + pair.lost, 'sentence')} of {pair.original}: "
        f"{pair.faithful:,} without a serious finding, {pair.changed:,} with one, {pair.lost:,} lost; "
        f"{pair.added:,} added"
    )


def between(view: View, pair: DriftSummary) -> Iterator[Finding]:
    """The findings on one copy, in the order of the view, their quotes of the original first."""
    for finding in view.findings:
        if {span.source for span in finding.spans} <= {pair.original, pair.copy}:
            spans = sorted(finding.spans, key=lambda span: (span.source != pair.original, span.start))
            yield replace(finding, spans=tuple(spans))


def closing(view: View) -> str:
    """The last line: what was found, out of how much, and what was passed over. Nothing found is said as clearly."""
    report = view.report
    seen = f"{count(len(report.articles), 'article')}, {count(len(report.claims), 'claim')}, {tally(report.skipped)}"
    pairs = f"{count(report.compared_pairs, 'compared pair')}"
    match view.topic:
        case Topic.CLAIMS:
            kinds = Counter(claim.kind.value for claim in report.claims)
            parts = ", ".join(f"{number:,} {kind}" for kind, number in sorted(kinds.items()))
            return f"{count(len(report.claims), 'claim')} in {count(len(report.articles), 'article')}" + (
                f" ({parts})" if parts else ""
            ) + f"; {tally(report.skipped)}."  # fmt: skip
        case Topic.COVERAGE:
            sentences = [sentence for extraction in report.extractions for sentence in extraction.coverage]
            used = sum(bool(sentence.claims) for sentence in sentences)
            return f"{used:,} of {count(len(sentences), 'sentence')} gave claims; {seen}."
        case Topic.SOURCES:
            derived = count(len(report.lineage), "derivation") if report.lineage else "No article derives from another"
            return f"{derived}; {seen}."
        case Topic.DRIFT:
            if not report.lineage and not report.drift:
                return f"No article is a copy of another, so there is no drift to show; {seen}."
            levels = Counter(finding.severity.value for finding in view.findings if finding.severity)
            parts = ", ".join(f"{levels[name]} {name}" for name in ("critical", "major", "minor") if levels[name])
            found = f"{count(len(view.findings), 'change')} ({parts})" if view.findings else "No changes"
            return f"{found} in {count(len(report.drift), 'copy')}; {seen}."
        case Topic.SUPPORT:
            verdicts = Counter(map(verdict_words, report.support))
            seem = "seems told" if verdicts["seems told"] == 1 else "seem told"
            named = {"told": "told", "seems told": seem, "contradicted": "contradicted", "not told": "not told"}
            parts = ", ".join(f"{verdicts[name]:,} {words}" for name, words in named.items() if verdicts[name])
            found = f"Of {count(len(report.support), 'sentence')} {parts}" if verdicts else "No sentence to check"
            return f"{found}; {tally(report.skipped)}."
        case Topic.CHECK:
            passed = "".join(f", {number:,} {why}" for why, number in sorted(view.passed.items()) if number)
            found = count(len(view.findings), "new conflict") if view.findings else "No new conflicts"
            return f"{found}{passed} among {pairs}; {seen}."
    noun = "agreement" if view.topic is Topic.AGREEMENTS else "conflict"
    conflicts = [finding for finding in view.findings if finding.kind is FindingKind.CONFLICT]
    shown = len(conflicts) if view.topic is Topic.CONFLICTS else len(view.findings)
    others = len(view.findings) - shown
    more = f" and {count(others, 'other difference')}" if others else ""
    return f"{count(shown, noun) if shown else f'No {noun}s'}{more} among {pairs}; {seen}."
