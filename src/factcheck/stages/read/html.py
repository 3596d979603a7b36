"""Web pages to text, with title, author, site and date where the page states them."""

import json
import re
from collections.abc import Iterator
from typing import Any

from factcheck.errors import ArticleError
from factcheck.stages.read.facts import Facts, facts_from, parse_date

_SCRIPT = re.compile(r"<script\b[^>]{0,500}application/ld\+json[^>]{0,500}>(.*?)</script", re.IGNORECASE | re.DOTALL)
_ARTICLE = re.compile(
    r"(?:News|Reportage|Analysis|Opinion|Satirical|Backgrounder|Review)?(?:Article|NewsArticle)|BlogPosting"
)

SNIFF = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S
)


def article_of(page: str, name: str) -> tuple[str, Facts]:
    """The running text of a page, one paragraph a line, and the facts that the page gives about itself.

    The day of publication is taken from JSON-LD (schema.org), else from what htmldate finds in markup and address; the
    page's text is not searched for one, since a footer's "1999-2026" would do.

    Raises:
        ArticleError: No article was found on the page.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import use_config

    page = _shown(page)
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "0")
    stated = _json_ld(page)
    try:
        document = bare_extraction(
            page,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            config=config,
            date_extraction_params={
                "extensive_search": False,
                "original_date": True,
                "min_date": "1990-01-01",
                "max_date": "2099-12-31",  # the default is today's date, and a report must not depend on the clock
            },
        )
    except (ValueError, TypeError, RecursionError, AttributeError, AssertionError) as error:
        raise ArticleError(f"{name}: the page cannot be taken apart ({error})", "Save its text as .txt.") from None
    found: dict[str, Any] = (
        document.as_dict() if document is not None and hasattr(document, "as_dict") else (document or {})
    )
    text = str(found.get("text") or "").strip("\n")
    if not text.strip():
        raise ArticleError(f"{name}: no article text was found on this page", "Save its text as .txt.")
    facts = Facts(
        title=_clean(found.get("title")),
        author=_clean(found.get("author")),
        publisher=_clean(found.get("sitename")),
        published=parse_date(found.get("date")),
        url=_clean(found.get("url")),
    )
    return text, stated.over(facts)


# Numbers of characters that steer a terminal or a printer and are no text; line ends and tabs are.
_CONTROL = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01]|127)(?!\d)|x0*(?:[0-8bcef]|1[0-9a-f]|7f)(?![0-9a-f]));?", re.IGNORECASE
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# Elements that a browser shows to nobody. Void elements have no end, and nothing in them to hide.
_HIDDEN = re.compile(
    r"<(?P<tag>[a-zA-Z][\w-]*)\b(?=[^>]*(?:\shidden(?=[\s=/>])(?!\s*=\s*[\"']?until-found)|\saria-hidden\s*=\s*[\"']?true|"
    r"\sstyle\s*=\s*(?:\"[^\"]*|'[^']*)(?:display\s*:\s*none|visibility\s*:\s*hidden)))[^>]*>",
    re.IGNORECASE,
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_FRAME = frozenset(("html", "body", "head", "main", "article"))  # pages hide these until a script shows them


def _shown(page: str) -> str:
    """The page as a reader sees it: control characters as U+FFFD, and without elements that are hidden.

    O(n) for each hidden element; an element without an end hides nothing.
    """
    page = _CONTROLS.sub("\ufffd", _CONTROL.sub("\ufffd", page))
    at = 0
    while (found := _HIDDEN.search(page, at)) is not None:
        tag = found["tag"].lower()
        end = None if tag in _VOID or tag in _FRAME or found.group().endswith("/>") else _end(page, tag, found.end())
        if end is None:
            at = found.end()
        else:
            page = page[: found.start()] + page[end:]
            at = found.start()
    return page


def _end(page: str, tag: str, start: int) -> int | None:
    """Where an element ends that begins before `start`, elements of its own name inside it counted."""
    depth = 1
    for found in re.compile(rf"<(/?){re.escape(tag)}\b[^>]*>", re.IGNORECASE).finditer(page, start):
        depth += -1 if found[1] else 0 if found.group().endswith("/>") else 1
        if depth == 0:
            return found.end()
    return None


_OPENED = ("article", "main", "section", "div", "script", "style")  # elements whose end is never left out


def is_cut_off(page: str) -> bool:
    """Whether a page breaks off: inside a tag, or with neither the end of what holds its text nor its own.

    Pages may leave out the ends of `<p>`, `<body>` and `<html>`, so that their absence alone shows nothing.
    """
    low = page.rstrip().lower()
    if low.rfind("<") > low.rfind(">"):
        return True
    if not re.search(r"<(?:html|body)\b", low) or "</html" in low or "</body" in low:
        return False
    return not low.endswith(">") or any(len(re.findall(rf"<{tag}\b", low)) > low.count(f"</{tag}") for tag in _OPENED)


def _clean(value: object) -> str | None:
    return " ".join(str(value).split())[:1000] or None if value else None


def _json_ld(page: str) -> Facts:
    """What a page says of itself in schema.org's terms; the first description of an article counts."""
    for found in _SCRIPT.finditer(page):
        if len(found.group(1)) > 1_000_000:
            continue
        try:
            document = json.loads(found.group(1))
        except (ValueError, RecursionError):
            continue
        for node in _nodes(document, 0):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if not any(isinstance(kind, str) and _ARTICLE.fullmatch(kind) for kind in kinds):
                continue
            table = {
                "title": _name(node.get("headline")),
                "author": _name(node.get("author")),
                "publisher": _name(node.get("publisher")),
                "published": parse_date(node.get("datePublished")),
            }
            return facts_from(table, "", strict=False)[0]
    return Facts()


def _nodes(document: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(document, dict):
        yield document
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _nodes(document.get(key), depth + 1)
    elif isinstance(document, list):
        for item in document[:1000]:
            yield from _nodes(item, depth + 1)


def _name(value: object) -> str | None:
    """The name in a text, a Person or Organization, or a list of them."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list):
        names = [name for item in value[:20] if (name := _name(item))]
        return " and ".join(names) or None
    return None
