"""What every command does: read, go through the stages, print the report, and account for what was passed over."""

import sys
from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path

from factcheck import flow
from factcheck.cli.emit import emit
from factcheck.cli.options import Choice, look
from factcheck.cli.progress import Progress
from factcheck.errors import ArticleError
from factcheck.model.article import Article, Skip
from factcheck.model.finding import Finding
from factcheck.model.report import Report
from factcheck.report import Topic, View, render
from factcheck.report.quoting import clean
from factcheck.stages.read import Limits, Reading, gather


def read_articles(choice: Choice) -> Reading:
    """The articles asked for.

    Raises:
        ArticleError: There is nothing to work on; what was wrong with each path has been said.
    """
    reading = gather(choice.paths, Limits(choice.settings.max_bytes, choice.settings.max_characters))
    if reading.articles:
        return reading
    if choice.default and not Path(choice.paths[0]).exists():
        raise ArticleError(
            f"no article is named, and there is no folder {choice.paths[0]}/",
            "Name files or folders of articles, or - for standard input.",
        )
    *others, last = [skip for skip in reading.skipped if skip.narrows]
    for skip in others:
        _warn(skip, reading.tips)
    raise ArticleError(f"{last.where}: {last.why}", reading.tips.get(last.where, "Name an article that can be read."))


def require_whole(reading: Reading, tip: str) -> None:
    """Refuse to go on with less than was named, where two texts are compared.

    Raises:
        ArticleError: An article could not be read; `tip` is for one that says nothing better.
    """
    failed = next((skip for skip in reading.skipped if skip.narrows), None)
    if failed is not None:
        raise ArticleError(f"{failed.where}: {failed.why}", reading.tips.get(failed.where, tip))


def reconciled(choice: Choice, *, with_drift: bool) -> tuple[Report, Reading]:
    """The report on the articles asked for, from stored claims where they still hold."""
    reading = read_articles(choice)
    if len(reading.articles) == 1:
        print("note: one article alone has nothing to be compared with", file=sys.stderr)
    with Progress() as progress:
        extracted = flow.extract(reading.articles, choice.settings, stored=stored(choice.claims), progress=progress)
        report = flow.reconcile(
            extracted, choice.settings, skipped=reading.skipped, with_drift=with_drift, progress=progress
        )
    return report, reading


def stored(folder: Path) -> Path | None:
    """The folder of stored claims, where there is one."""
    return folder if folder.is_dir() else None


def show(
    choice: Choice,
    topic: Topic,
    report: Report,
    findings: tuple[Finding, ...] = (),
    *,
    passed: Mapping[str, int] | None = None,
    unborne: bool = False,
) -> None:
    """Print a view of the report to standard output; `passed` and `unborne` are those of `View`."""
    view = View(topic, report, findings, passed or {}, choice.verbose, unborne)
    emit(render(view, choice.form, look()))


def narrowed(report: Report) -> bool:
    """Whether the run saw less than was asked for."""
    return any(skip.narrows for skip in report.skipped)


def account(choice: Choice, report: Report, reading: Reading) -> int:
    """Say on stderr what was passed over, and return 2 if the run saw less than was asked for, else 0."""
    for skip in report.skipped:
        if skip.narrows:
            _warn(skip, reading.tips)
        elif choice.verbose:
            print(f"note: {clean(skip.where)}: {skip.what}: {clean(skip.why)}", file=sys.stderr)
    if choice.verbose:
        for article in report.articles:
            left_out(article)
    return 2 if narrowed(report) else 0


def left_out(article: Article) -> None:
    """Say which parts of an article are its publisher's furniture."""
    for mark in article.boilerplate:
        words = clean(" ".join(article.text[mark.start : mark.end].split()))
        shown = words if len(words) <= 70 else words[:69] + "…"
        print(f"left out of {clean(article.id)}: {mark.reason}: {shown}", file=sys.stderr)
    if article.published is None:
        print(f'note: {clean(article.id)}: no date of publication is known; "Thursday" stays open', file=sys.stderr)


def _warn(skip: Skip, tips: dict[str, str]) -> None:
    tip = tips.get(skip.where)
    print(f"error: {clean(skip.where)}: {clean(skip.why)}" + (f" ({clean(tip)})" if tip else ""), file=sys.stderr)


def in_given_order(paths: tuple[str, ...], articles: list[Article]) -> tuple[Article, Article]:
    """The two articles in the order of the command line, where each is a file, its folder or a glob: the original is
    named first."""

    def position(article: Article) -> int:
        path = Path(article.path or "-")
        homes = [
            number
            for number, given in enumerate(paths)
            if path == Path(given) or Path(given) in path.parents or fnmatch(str(path), str(Path(given)))
        ]
        return min(homes, default=len(paths))

    original, copy = sorted(articles, key=position)
    return original, copy
