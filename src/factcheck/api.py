"""The public functions. `import factcheck` offers them lazily: nothing heavy is loaded before the first call."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from factcheck import flow
from factcheck.config import checked
from factcheck.errors import ArticleError
from factcheck.model.article import Article
from factcheck.model.claim import Claim
from factcheck.model.finding import Finding
from factcheck.model.quantity import Quantity
from factcheck.model.report import Report
from factcheck.model.time import Time
from factcheck.report.document import to_json
from factcheck.stages.read import read

if TYPE_CHECKING:
    from datetime import date

    from spacy.language import Language

__all__ = ["Article", "compare", "dates", "drift", "extract", "pipeline", "quantities", "read", "reconcile", "to_json"]


def extract(articles: Iterable[Article], *, pipeline: str = "default", jobs: int = 1) -> list[Claim]:
    """Take articles apart into atomic claims, in the order of source ids and of the text.

    Args:
        articles: Articles with ids of their own, in any order. Furniture that nobody has marked is marked first.
        pipeline: "default", "fast", "accurate", the name of an installed spaCy pipeline, or a path to one.
        jobs: Processes; 0 is one a core where the work is worth it. No number changes the result.
    Raises:
        ValueError: Two articles have one id.
        ModelError: The pipeline is missing, damaged, or has other labels than Universal Dependencies.
        SettingsError: `jobs` is negative.
        ArticleError: An article could not be taken apart. (`reconcile` goes on and lists it in `Report.skipped`.)

    >>> [claim.text for claim in extract([Article("a", "The mayor resigned on Monday.")])]  # doctest: +SKIP
    ['The mayor resigned on Monday.']
    """
    extracted = flow.extract(articles, checked({"pipeline": pipeline, "jobs": jobs}))
    failed = [skip for skip in extracted.skipped if skip.narrows]
    if failed:  # a list of claims has no room for what is missing from it
        raise ArticleError(f"{failed[0].where}: {failed[0].why}", "leave the article out, or use reconcile()")
    return list(extracted.claims)


def reconcile(articles: Iterable[Article], *, pipeline: str = "default", jobs: int = 1) -> Report:
    """Find what articles agree and disagree on, which derive from which, and what copies changed.

    Arguments and errors are those of `extract`, but that an article which cannot be taken apart is no error: it stands
    in `Report.skipped`.
    """
    return flow.run(articles, checked({"pipeline": pipeline, "jobs": jobs}))


def compare(a: str | Article, b: str | Article, *, pipeline: str = "default") -> Report:
    """Reconcile two texts about one matter; plain strings become the sources "a" and "b".

    `Report.support` says of each sentence of `b` whether `a` bears it out, contradicts it, or does not tell it.

    >>> report = compare("The ferry sank and 14 people died.", "Fourteen people died.")  # doctest: +SKIP
    >>> [(item.sentence.text, item.verdict.value) for item in report.support]  # doctest: +SKIP
    [('Fourteen people died.', 'supported')]
    """
    left, right = _article(a, "a"), _article(b, "b")
    if left.id == right.id:
        left, right = replace(left, id=f"{left.id}-a"), replace(right, id=f"{right.id}-b")
    return flow.compare(left, right, checked({"pipeline": pipeline}))


def drift(original: str | Article, copy: str | Article, *, pipeline: str = "default") -> list[Finding]:
    """What a copy (a translation, a rewrite, a later version) changed in substance, what matters most first."""
    left, right = _article(original, "original"), _article(copy, "copy")
    if left.id == right.id:
        left, right = replace(left, id=f"{left.id}-original"), replace(right, id=f"{right.id}-copy")
    return list(flow.drift_between(left, right, checked({"pipeline": pipeline}))[0])


def quantities(text: str, *, pipeline: str = "default") -> list[Quantity]:
    """The amounts stated in a text as closed intervals in base units, in the order of the text."""
    from factcheck.readers.quantities import read_quantities

    return list(read_quantities(_language(pipeline)(flow.whole(text))))


def dates(text: str, published: "date | None" = None, *, pipeline: str = "default") -> list[Time]:
    """The dates and periods stated in a text as closed intervals of days, in the order of the text.

    Args:
        text: Any text.
        published: The day from which "Thursday" and "last month" are seen; without it they stay unresolved.
        pipeline: As for `extract`.
    """
    from factcheck.readers.dates import read_dates

    return list(read_dates(_language(pipeline)(flow.whole(text)), published))


def pipeline(name: str = "default") -> "Language":
    """The language pipeline of that name, loaded once a process: "default", "fast", "accurate", a package or a path.

    Raises:
        ModelError: It is missing, damaged, or has other labels than Universal Dependencies.
    """
    return _language(name)


@cache
def _language(name: str) -> "Language":
    from factcheck.stages.annotate import load

    return load(name)


def _article(text: str | Article, name: str) -> Article:
    return text if isinstance(text, Article) else Article(name, text)
