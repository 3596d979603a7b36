"""Load an English pipeline and run it over an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import ModelError
from factcheck.model.article import Article
from factcheck.stages.annotate.files import MODELS, REINSTALL, check_files, manifest
from factcheck.stages.annotate.tellers import mend_tellers

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

DEFAULT = "accurate"
SHIPPED = ("fast", "accurate")

PART = 20_000
"""Longest stretch of text, in characters, that runs through a pipeline at once: memory stays flat and time linear."""

_UD_ONLY = frozenset({"obl", "nsubj:pass", "aux:pass", "case", "nmod"})
_OTHER_SCHEMES = frozenset({"dobj", "nsubjpass", "auxpass", "pobj", "prep"})
_USE_SHIPPED = 'Use "default", "fast" or "accurate", or a spaCy pipeline trained on Universal Dependencies.'


def load(name: str = "default") -> Language:
    """The pipeline called `name`; read once a process.

    `name` is "default", "fast", "accurate", or a spaCy package or folder whose parser gives Universal Dependencies.

    Raises:
        ModelError: there is no such pipeline, its files are missing or damaged, or its labels are of another scheme.
    """
    return _load(DEFAULT if name == "default" else name)


def version(name: str = "default") -> str:
    """Name and version of a shipped pipeline, for a report's signature: "factcheck-fast 1.0.0"; a path stays as it
    is.
    """
    name = DEFAULT if name == "default" else name
    if name not in SHIPPED:
        return name
    found = manifest(MODELS / name)
    return f"{found.get('name')} {found.get('version')}"


def annotate(article: Article | str, nlp: Language) -> Doc:
    """Tokens, sentences, tags, dependencies, lemmas and names of an article's text; `doc.text` is the text itself.

    Long texts run through the pipeline in parts, cut at line breaks where there are any. Furniture (a dateline, a
    byline) is always a part of its own, or the parser would take it for the first words of a sentence.
    """
    from spacy.tokens import Doc

    text = article if isinstance(article, str) else article.text
    stretches = [text] if isinstance(article, str) else _stretches(article)
    if len(text) <= PART and len(stretches) == 1:
        return _indexed(_mended(nlp(text)))
    parts = [nlp(part) for stretch in stretches for part in _parts(stretch)]
    whole = Doc.from_docs(parts, ensure_whitespace=False)
    assert whole is not None
    return _indexed(_mended(whole))


_OBJECTS = frozenset({"obj", "iobj"})


def _mended(doc: Doc) -> Doc:
    """The same Doc with "her" no possessive where it is an object ("suspended her provisionally"): of the two the
    parser is the surer. Who tells the whole of a sentence is put right as well.
    """
    mend_tellers(doc)
    for token in doc:
        if token.lower_ == "her" and token.tag_ == "PRP$" and token.dep_ in _OBJECTS:
            token.tag_ = "PRP"
    return doc


def _indexed(doc: Doc) -> Doc:
    """The same Doc with `token.sent` found by bisection: spaCy walks all sentences for each call."""
    if not doc.has_annotation("SENT_START"):
        return doc
    starts = [sentence.start for sentence in doc.sents]
    edges = [*starts, len(doc)]

    def at(index: int) -> Span:
        place = bisect_right(starts, index) - 1
        return doc[edges[place] : edges[place + 1]]

    def of_token(token: Token) -> Span:
        return at(token.i)

    def of_span(span: Span) -> Span:
        return at(span.start)

    doc.user_token_hooks["sent"] = of_token
    doc.user_span_hooks["sent"] = of_span
    return doc


def _stretches(article: Article) -> list[str]:
    """The text cut where furniture begins and ends; the white space after a piece of furniture belongs to it."""
    text = article.text
    cuts = {0, len(text)}
    for mark in article.boilerplate:
        end = mark.end
        while end < len(text) and text[end].isspace():
            end += 1
        cuts |= {mark.start, end}
    edges = sorted(cuts)
    return [text[start:end] for start, end in pairwise(edges)] or [text]


def _parts(text: str) -> Iterator[str]:
    """`text` in stretches of at most PART characters, cut after a line break, or a space, or anywhere."""
    start = 0
    while start < len(text):
        end = min(start + PART, len(text))
        if end < len(text):
            for separator in ("\n", ". ", " "):
                cut = text.rfind(separator, start + 1, end)
                if cut > start:
                    end = cut + len(separator)
                    break
        yield text[start:end]
        start = end


@cache
def _load(name: str) -> Language:
    import spacy

    import factcheck.stages.annotate.components  # noqa: F401  (registers what the shipped pipelines name)

    if name in SHIPPED:
        folder = MODELS / name
        check_files(folder)
        try:
            return spacy.load(folder)
        except ModelError:
            raise
        except Exception as error:  # a damaged file fails in many ways
            raise ModelError(f'The pipeline "{name}" in {folder} cannot be loaded: {error}.', REINSTALL) from error
    try:
        nlp = spacy.load(Path(name) if Path(name).is_dir() else name)
    except OSError as error:  # what spaCy says of it is for programmers
        raise ModelError(
            f'There is no pipeline "{name}": no installed package and no folder has this name.', _USE_SHIPPED
        ) from error
    except Exception as error:
        raise ModelError(f'The pipeline "{name}" cannot be loaded: {error}.', _USE_SHIPPED) from error
    _require_universal_dependencies(name, nlp)
    return nlp


def _require_universal_dependencies(name: str, nlp: Language) -> None:
    labels = {label for pipe, found in nlp.pipe_labels.items() for label in found}
    if not labels & _UD_ONLY and not any("parser" in pipe for pipe in nlp.pipe_names):
        raise ModelError(f'The pipeline "{name}" has no parser.', _USE_SHIPPED)
    other = sorted(labels & _OTHER_SCHEMES)
    missing = sorted(_UD_ONLY - labels)
    if other or missing:
        shown = f"it has {', '.join(other)}" if other else f"it has no {', '.join(missing)}"
        raise ModelError(f'The parser of "{name}" does not use Universal Dependencies labels: {shown}.', _USE_SHIPPED)
