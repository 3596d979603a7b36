"""What one process does with one article, one pair of articles, or a few claims.

Our own failure on one of them is reported as a skip: the others are still worth reading.
"""

import os
from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck.errors import FactcheckError
from factcheck.model.article import Article, Skip
from factcheck.model.claim import Extraction
from factcheck.model.finding import Finding
from factcheck.model.report import DriftSummary
from factcheck.model.support import Support
from factcheck.text import digest

if TYPE_CHECKING:
    from spacy.tokens import Doc

Result = TypeVar("Result")
_UNREADABLE = -9.0  # log-odds where a text has no words
_KEPT = 8  # annotated articles that a process keeps


def extract_one(task: tuple[Article, str]) -> Extraction | Skip:
    """Take one article apart."""
    article, name = task
    from factcheck.stages.extract import extract as claims_of

    return _or_skip(article, "failed on it", lambda: claims_of(doc_of(article, name), article))


def encode_some(texts: list[str]) -> Any:
    """The sentence vectors of some texts, a row each."""
    from factcheck.stages.annotate import encode

    return encode(texts)


def read_some(pairs: list[tuple[str, str]]) -> list[float]:
    """The log-odds that the first text of each pair bears the second out, to two places."""
    from factcheck.lexicon.signs import signs, word_list
    from factcheck.stages.annotate import read_telling

    def odds(source: list[str], told: list[str]) -> float:
        if not source or not told:
            return _UNREADABLE
        return round(read_telling(source, signs(source, told), told, signs(told, source)).told, 2)

    return [odds(word_list(source), word_list(told)) for source, told in pairs]


def drift_one(task: tuple[Article, Article, str]) -> tuple[tuple[Finding, ...], DriftSummary] | Skip:
    """Compare a copy with its original."""
    original, copy, name = task
    from factcheck.stages import annotate
    from factcheck.stages.drift import drift

    def compared() -> tuple[tuple[Finding, ...], DriftSummary]:
        result = drift(doc_of(original, name), doc_of(copy, name), original, copy, encoder=annotate)
        return tuple(result.findings), result.summary

    return _or_skip(copy, f"failed to compare it with {original.id}", compared)


def support_one(task: tuple[Article, Article, str, tuple[Finding, ...]]) -> tuple[Support, ...] | Skip:
    """Judge the sentences of the second article by the first."""
    source, checked, name, found = task
    from factcheck.stages import annotate
    from factcheck.stages.extract import parties
    from factcheck.stages.support import support

    def judged() -> tuple[Support, ...]:
        docs = doc_of(checked, name), doc_of(source, name)
        return support(*docs, checked, source, found, annotate, *map(parties, docs))

    return _or_skip(checked, f"failed to judge it by {source.id}", judged)


def _or_skip(article: Article, failure: str, work: Callable[[], Result]) -> Result | Skip:
    """The result of some work on an article. Our own failure becomes a skip, or is raised where FACTCHECK_DEBUG is
    set; what the user can put right is always raised.
    """
    try:
        return work()
    except FactcheckError:
        raise
    except Exception as error:
        if os.environ.get("FACTCHECK_DEBUG"):
            raise
        what = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        return Skip(article.path or article.id, "article", f"factcheck {failure} ({what}); please report this")


_docs: "OrderedDict[str, Doc]" = OrderedDict()


def doc_of(article: Article, name: str) -> "Doc":
    """The annotated article; the last few are kept, since drift needs those of a story's originals again and again."""
    from factcheck.stages.annotate import annotate, load

    key = digest(name, article.id, article.text, article.published, [(m.start, m.end) for m in article.boilerplate])
    if key in _docs:
        _docs.move_to_end(key)
        return _docs[key]
    doc = _docs[key] = annotate(article, load(name))
    while len(_docs) > _KEPT:
        _docs.popitem(last=False)
    return doc
