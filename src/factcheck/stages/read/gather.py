"""All articles that a list of paths names, each with an id of its own, and a note of whatever was passed over."""

import os
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from factcheck.errors import ArticleError
from factcheck.model.article import Article, Skip
from factcheck.stages.read import boilerplate, html, markdown
from factcheck.stages.read.decode import decode
from factcheck.stages.read.facts import Facts, SourcesFile, facts_from, load_sources
from factcheck.stages.read.files import HTML, MARKDOWN, expand
from factcheck.stages.read.language import is_english
from factcheck.stages.read.printed import printed_day
from factcheck.text import digest


@dataclass(frozen=True, slots=True)
class Limits:
    """How large an article may be: a longer one is refused, since it is a dump or a mistake, and would stop the run."""

    bytes: int = 10_000_000
    characters: int = 1_000_000


@dataclass(slots=True)
class Reading:
    """Articles by id, what was passed over, and for each failure what to do about it."""

    articles: list[Article] = field(default_factory=list)
    skipped: list[Skip] = field(default_factory=list)
    tips: dict[str, str] = field(default_factory=dict)


def gather(paths: Iterable[str | os.PathLike[str]], limits: Limits | None = None) -> Reading:
    """Read every article that the paths name; no order of the paths changes the result, and nothing bad ends it."""
    limits = limits or Limits()
    files = expand(paths)
    reading = Reading(skipped=list(files.skipped), tips=dict(files.tips))
    tables: dict[Path, SourcesFile] = {}
    found: list[Article] = []
    waiting: list[Path | None] = [None, *files.paths] if files.stdin else list(files.paths)
    for path in waiting:
        where, facts = "standard input", Facts()
        if path is not None:
            if path.parent not in tables:
                tables[path.parent] = load_sources(path.parent)
                reading.skipped.extend(tables[path.parent].skipped)
            where, facts = str(path), tables[path.parent].facts(path)
        try:
            article, skipped = _from_bytes(
                _stdin(limits) if path is None else _bytes(path, limits), path, facts, limits
            )
        except ArticleError as error:
            reading.skipped.append(Skip(where, "file", error.message.removeprefix(f"{where}: ")))
            reading.tips[where] = error.tip
        else:
            found.append(article)
            reading.skipped.extend(skipped)
    reading.articles = sorted(_distinct(found, reading), key=lambda article: article.id)
    reading.skipped = sorted(set(reading.skipped))
    return reading


def _stdin(limits: Limits) -> bytes:
    data = sys.stdin.buffer.read(limits.bytes + 1)
    if len(data) > limits.bytes:
        raise ArticleError(f"standard input: more than {_size(limits.bytes)}", "Give one article, not an archive.")
    return data


def _bytes(path: Path, limits: Limits) -> bytes:
    try:
        if not path.is_file():
            raise ArticleError(f"{path}: not a regular file", "Name a file with an article, or a folder of them.")
        size = path.stat().st_size
        if size > limits.bytes:
            raise ArticleError(
                f"{path}: {_size(size)} is too long for an article (the limit is {_size(limits.bytes)})",
                "Cut it into its articles, one a file.",
            )
        return path.read_bytes()
    except OSError as error:
        raise ArticleError(
            f"{path}: cannot be opened ({(error.strerror or type(error).__name__).lower()})", "Check its permissions."
        ) from None


def _size(count: int) -> str:
    return f"{count / 1_000_000:.0f} MB" if count >= 1_000_000 else f"{count:,} bytes"


def _from_bytes(data: bytes, path: Path | None, facts: Facts, limits: Limits) -> tuple[Article, list[Skip]]:
    """Decode one file and take it apart by its format; one without a known ending shows it by its first words."""
    name = str(path) if path is not None else "standard input"
    suffix = path.suffix.lower() if path is not None else ""
    head = data[:4096].lstrip()[:1].decode("latin-1")
    is_html = suffix in HTML or (suffix not in MARKDOWN and head == "<" and _sniff(data))
    text = decode(data, name, html=is_html)
    skipped: list[Skip] = []
    headings: list[tuple[int, int]] = []
    if is_html:
        if html.is_cut_off(text):
            skipped.append(Skip(name, "file", "the page breaks off before its end; what there is of it was read"))
        text, own = html.article_of(text, name)
    elif suffix in MARKDOWN or (path is None and text.startswith("---\n")):
        table, text, skipped = markdown.front_matter(text, name)
        own, wrong = facts_from(table, name, strict=False)
        skipped = skipped + wrong
        text, headings, heading = markdown.plain_text(text)
        own = own.over(Facts(title=heading))
    else:
        own = Facts()
    if not text.strip():
        raise ArticleError(f"{name}: there is no text in it", "Put the article's text in it, or remove it.")
    if len(text) > limits.characters:
        raise ArticleError(
            f"{name}: {len(text):,} characters are too many for an article (the limit is {limits.characters:,})",
            "Cut it into its articles, one a file.",
        )
    if not is_english(text):
        raise ArticleError(
            f"{name}: this is not English, and nothing else can be read", "Leave it out, or translate it."
        )
    facts = facts.over(own)
    marks, headline = boilerplate.mark(
        text, author=facts.author, publisher=facts.publisher, title=facts.title, headings=headings
    )
    article = Article(
        id=facts.id or (path.stem if path is not None else "stdin"),
        text=text,
        title=facts.title or headline,
        publisher=facts.publisher,
        published=facts.published or (None if is_html else printed_day(text, marks)),
        url=facts.url,
        author=facts.author,
        path=str(path) if path is not None else None,
        boilerplate=marks,
    )
    return article, skipped


def _sniff(data: bytes) -> bool:
    return html.SNIFF.match(data[:4096].decode("latin-1")) is not None


def _distinct(articles: list[Article], reading: Reading) -> list[Article]:
    """Give articles that claim one id ids of their own, from their texts, and drop a second copy under one id."""
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        groups[article.id].append(article)
    kept: list[Article] = []
    for name, group in groups.items():
        if len(group) == 1:
            kept.extend(group)
            continue
        texts: dict[str, Article] = {}
        for article in sorted(group, key=lambda article: str(article.path)):
            new = f"{name}-{digest(article.text, size=3)}"
            if new in texts:
                why = f"the same text and id as {texts[new].path}; it is read once"
                reading.skipped.append(Skip(str(article.path), "file", why, narrows=False))
                continue
            texts[new] = article
        if len(texts) == 1:
            kept.extend(texts.values())
            continue
        for new, article in texts.items():
            why = f"another article is called {name!r} too; this one is {new!r} here"
            reading.skipped.append(Skip(str(article.path), "id", why, narrows=False))
            kept.append(replace(article, id=new))
    return kept
