"""Tables for people at a terminal, on rich: a block a finding, a row a source, the differing words marked.

With colours the marked words are bold and underlined; without, they stand in square brackets.
"""

import io
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from factcheck.model.article import Article
from factcheck.model.finding import Finding, FindingKind, Level, Severity, SourceSpan
from factcheck.model.report import Report
from factcheck.model.support import Verdict
from factcheck.report.quoting import Piece, Weight, clean, excerpt, narrowed, sentences_of
from factcheck.report.summary import between, closing, compared, derivation, heading, kept, label
from factcheck.report.view import Look, Topic, View, count, verdict_words

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

_LEVEL_STYLES = {Level.ERROR: "bold red", Level.WARNING: "yellow", Level.NOTE: "cyan"}
_SEVERITY_STYLES = {Severity.CRITICAL: "bold red", Severity.MAJOR: "yellow", Severity.MINOR: "cyan"}
_NARROWEST, _WIDEST = 40, 140
_ID = 8  # characters of a claim's id in a table: `explain` takes the beginning of an id


def table_view(view: View, look: Look) -> str:
    """The view as text for a terminal of the given width; lines never end in blanks."""
    from rich.rule import Rule

    def fill(console: "Console") -> None:
        console.print(Rule(_text(heading(view), "bold"), align="left", style="dim", characters="─"))
        for block in _blocks(view, look):
            console.print(block)
        console.print(_text(closing(view), "bold"))

    return draw(fill, look)


def draw(fill: "Callable[[Console], None]", look: Look) -> str:
    """What a function prints on a console of the given look, as a string."""
    from rich.console import Console

    out = io.StringIO()
    console = Console(
        file=out,
        width=max(_NARROWEST, min(look.width, _WIDEST)),
        force_terminal=look.colour,
        color_system="standard" if look.colour else None,
        no_color=not look.colour,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
        soft_wrap=False,
    )
    fill(console)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _blocks(view: View, look: Look) -> Iterable["RenderableType"]:
    match view.topic:
        case Topic.CLAIMS:
            yield from _claims(view)
        case Topic.COVERAGE:
            yield from _coverage(view)
        case Topic.SOURCES:
            yield from _sources(view, look)
        case Topic.DRIFT:
            yield from _drift(view, look)
        case Topic.SUPPORT:
            yield from _support(view, look)
        case _:
            for number, finding in enumerate(view.findings, start=1):
                yield from _finding(view, finding, look, number)


def _text(text: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text(clean(text), style=style)


def _grid(*widths: int | None) -> "Table":
    """Columns without lines; a width of None takes what is left."""
    from rich.table import Table

    grid = Table(box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False, expand=True)
    for width in widths:
        grid.add_column(width=width, ratio=None if width else 1, overflow="fold")
    return grid


def _padded(line: "Text") -> "RenderableType":
    """The line, and what it wraps to, set in under its heading."""
    from rich.padding import Padding

    return Padding(line, (0, 0, 0, 3))


def _finding(view: View, finding: Finding, look: Look, number: int) -> Iterable["RenderableType"]:
    """A numbered heading, what kind of finding it is, the quotes, and the message where it adds something."""
    articles, claims = view.articles, view.claims
    title = _text(f"{number}. ", "bold")
    title.append(clean(finding.question or finding.message), style="bold")
    yield title
    kind = _text(label(finding), _LEVEL_STYLES[finding.level] if finding.kind is not FindingKind.AGREEMENT else "green")
    kind.append(f"  {finding.id}", style="dim")
    yield _padded(kind)
    yield _quotes(finding, articles, sentences_of(finding, claims), look)
    if finding.question and finding.message:
        yield _padded(_text(finding.message, "italic" if look.colour else ""))
    yield _text("")


def _quotes(
    finding: Finding, articles: dict[str, Article], sentences: dict[SourceSpan, tuple[int, int]], look: Look
) -> "Table":
    """A row a quote: the source with its date, and the words."""
    return _rows(finding.spans, finding.marks, articles, sentences, look)


def _rows(
    spans: Sequence[SourceSpan],
    marked: Sequence[SourceSpan],
    articles: dict[str, Article],
    sentences: dict[SourceSpan, tuple[int, int]],
    look: Look,
) -> "Table":
    names = [span.source for span in spans]
    width = max(8, min(16, max(map(len, names), default=8), look.width // 5))
    grid = _grid(2, max(width, 10), None)
    limit = 5 * max(30, min(look.width, _WIDEST) - width - 6)
    shown: str | None = None
    marks = narrowed(marked)
    for span in spans:
        article = articles.get(span.source)
        name = _text("" if span.source == shown else span.source, "cyan")
        if span.source != shown and article is not None and article.published is not None:
            name.append(f"\n{article.published.isoformat()}", style="dim")
        shown = span.source
        grid.add_row("", name, styled(excerpt(article, span, marks, sentences.get(span), limit), look))
    return grid


def styled(pieces: Iterable[Piece], look: Look) -> "Text":
    """A quote with its marks as styles, or as brackets where there are no styles."""
    from rich.text import Text

    styles = {Weight.CONTEXT: "dim", Weight.QUOTE: "", Weight.MARK: "bold underline"}
    quote = Text()
    for piece in pieces:
        text = piece.text
        if piece.weight is Weight.MARK and not look.colour:
            text = f"[{text}]"
        quote.append(text, style=styles[piece.weight])
    return quote


def _claims(view: View) -> Iterable["RenderableType"]:
    by_source = Counter(claim.source for claim in view.report.claims)
    for article in view.report.articles:
        yield _source_line(article, f"{count(by_source[article.id], 'claim')}")
        grid = _grid(_ID, 9, None)
        for claim in view.report.claims:
            if claim.source == article.id:
                text = _text(claim.text)
                remarks = [
                    *([claim.modality.value] if claim.modality.value != "actual" else []),
                    *(["hedged"] if claim.hedged else []),
                ]
                if claim.attribution:
                    remarks.append(f"says {claim.attribution.speaker}")
                if remarks:
                    text.append(f" ({clean(', '.join(remarks))})", style="dim")
                grid.add_row(_text(claim.id[:_ID], "dim"), _text(claim.kind.value, "cyan"), text)
        yield grid
        yield _text("")


def _coverage(view: View) -> Iterable["RenderableType"]:
    articles, claims = view.articles, view.claims
    for extraction in view.report.extractions:
        article = articles[extraction.source]
        yield _source_line(article, count(len(extraction.coverage), "sentence"))
        for sentence in extraction.coverage:
            yield _text(" ".join(article.text[sentence.start : sentence.end].split()), "bold")
            grid = _grid(2, _ID, None)
            for id_ in sentence.claims:
                grid.add_row("", _text(id_[:_ID], "dim"), _text(claims[id_].text if id_ in claims else id_))
            if not sentence.claims:
                grid.add_row("", "-", _text(f"no claim: {sentence.reason or 'nothing was understood'}", "yellow"))
            yield grid
        yield _text("")


def _source_line(article: Article, remark: str) -> "Text":
    line = _text(article.id, "bold cyan")
    known = [part for part in (article.publisher, article.published.isoformat() if article.published else None) if part]
    if known:
        line.append(f"  {clean(', '.join(known))}", style="dim")
    line.append(f"  {remark}")
    return line


def _sources(view: View, look: Look) -> Iterable["RenderableType"]:
    """The stories where there are several, each copy under its original with the evidence, then the originals."""
    if len(view.report.stories) > 1:
        for number, story in enumerate(view.report.stories, start=1):
            yield _text(f"Story {number}: {', '.join(clean(source) for source in story)}")
        yield _text("")
    derived = {item.copy for item in view.report.lineage}
    for item in view.report.lineage:
        yield _text(derivation(item), "bold")
        grid = _grid(9, None)
        for evidence in sorted(item.evidence, key=lambda evidence: (-evidence.weight, evidence.what)):
            words = _text(evidence.what)
            for span in evidence.spans[:2]:
                words.append(f"\n{clean(span.source)}: “{clean(span.text[:200])}”", style="dim")
            bits = (
                f"{evidence.weight:+.1f} bit" if evidence.weight else ""
            )  # how it was made is no evidence that it was
            grid.add_row(_text(bits, "dim"), words)
        yield grid
        yield _text("")
    originals = [article.id for article in view.report.articles if article.id not in derived]
    if originals:
        yield _text(f"On their own evidence: {', '.join(originals)}")
        yield _text("")


def _drift(view: View, look: Look) -> Iterable["RenderableType"]:
    """Copy by copy, and in each by severity: the original's words above the copy's."""
    claims = view.claims
    number = 0
    for summary in view.report.drift:
        yield _text(compared(view, summary), "bold")
        yield _text(kept(summary))
        yield _text("")
        for finding in between(view, summary):
            number += 1
            style = _SEVERITY_STYLES[finding.severity] if finding.severity else ""
            line = _text(f"{number}. {label(finding)}", style)
            line.append(f"  {finding.id}", style="dim")
            yield line
            yield _quotes(finding, view.articles, sentences_of(finding, claims), look)
            yield _padded(_text(finding.message, "italic" if look.colour else ""))
            yield _text("")


_VERDICT_STYLES = {"told": "bold green", "seems told": "green", "contradicted": "bold red", "not told": "yellow"}


def _support(view: View, look: Look) -> Iterable["RenderableType"]:
    """Sentence by sentence of the text that is checked, in its order: the verdict, the sentence, what it rests on."""
    for number, item in enumerate(view.told, start=1):
        words = verdict_words(item)
        title = _text(f"{number}. {words}", _VERDICT_STYLES[words])
        title.append(f"  confidence {item.confidence:.2f}, rule {item.rule}", style="dim")
        yield title
        spans = (item.sentence, *item.evidence)
        yield _rows(spans, item.marks, view.articles, {span: (span.start, span.end) for span in spans}, look)
        if item.verdict is not Verdict.SUPPORTED and item.explanation:
            yield _padded(_text(item.explanation[-1], "italic" if look.colour else ""))
        yield _text("")


def written_table(rows: Iterable[tuple[str, int, str, bool]], report: Report, look: Look) -> str:
    """What `extract` wrote: source, number of claims, file, and whether it is new or was still right."""
    listed = list(rows)

    def fill(console: "Console") -> None:
        grid = _grid(max((len(row[0]) for row in listed), default=6), 12, None)
        for source, number, path, new in listed:
            grid.add_row(
                _text(source, "cyan"), _text(count(number, "claim")), _text(path if new else f"{path} (unchanged)")
            )
        console.print(grid)
        console.print(_text(closing(View(Topic.CLAIMS, report)), "bold"))

    return draw(fill, look)
