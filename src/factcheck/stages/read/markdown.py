"""Markdown to plain text, line by line, and the YAML front matter before it."""

import re
from typing import Any

from factcheck.model.article import Skip

_FENCE = re.compile(r"---[ \t]*\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"[a-z_]{2,30}:[ \t]", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\]\n]{0,500}\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,1000})\]\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)")
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,1000})\]\[[^\[\]\n]{0,200}\]")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:[ \t]\S.*$", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^[^\]\n]{1,50}\]")
_STRONG = re.compile(r"(?<![\\\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*\\])\1(?![\w*])")
_UNDERLINED = re.compile(r"(?<![\\\w_])(_{1,3})(?=[^\s_])([^_\n]{1,2000}?)(?<=[^\s_\\])\1(?![\w_])")
_CODE = re.compile(r"`{1,2}([^`\n]{1,500})`{1,2}")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_TAG = re.compile(r"</?(?:a|b|i|em|strong|u|span|div|p|br|sup|sub|small|mark|figure|figcaption)\b[^<>\n]{0,500}>", re.I)
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
_PREFIX = re.compile(r"^(?:[ \t]{0,3}>[ \t]?)+|^[ \t]{0,6}[-*+][ \t]+(?=\S)")


def front_matter(text: str, where: str) -> tuple[dict[str, Any], str, list[Skip]]:
    """The table before the text, the text after it, and what was wrong with the table.

    The table is YAML, read with PyYAML's safe loader: news archives write folded titles, lists of authors and quoted
    colons, which a reader of our own would get wrong.
    """
    opening = _FENCE.match(text)
    closing = _END.search(text, opening.end()) if opening else None
    if opening and not closing and _KEY.match(text, opening.end()):
        return (
            {},
            text,
            [
                Skip(
                    where, "front matter", "its front matter has no closing line of ---, so that nothing of it is known"
                )
            ],
        )
    if not opening or not closing:
        return {}, text, []
    body = text[closing.end() :].lstrip("\n")
    import yaml

    try:
        table = yaml.safe_load(text[opening.end() : closing.start()])
    except (yaml.YAMLError, ValueError, RecursionError, AttributeError, TypeError) as error:
        why = " ".join(str(getattr(error, "problem", None) or error).split())[:200]
        return {}, body, [Skip(where, "front matter", f"its front matter is not valid YAML: {why}")]
    if table is None:
        return {}, body, []
    if not isinstance(table, dict):
        return {}, body, [Skip(where, "front matter", "its front matter is not a table of keys and values")]
    return table, body, []


def plain_text(source: str) -> tuple[str, list[tuple[int, int]], str | None]:
    """The text without its markup, the offsets of its headings, and the first heading of level one as the title.

    Lines stay lines, so that a line number in the text leads to the same line of the source after its front matter.
    """
    source = _COMMENT.sub(lambda found: "\n" * found.group().count("\n"), source)
    lines = [_inline(line) if any(sign in line for sign in "[*_`<\\!") else line for line in source.split("\n")]
    kept: list[str] = []
    headings: list[int] = []
    title: str | None = None
    for line in lines:
        heading = _HEADING.match(line)
        under = _UNDERLINE.match(line)
        if heading:
            line = heading.group(2)
            if len(heading.group(1)) == 1 and title is None and not any(kept):
                title = line.strip() or None
            else:
                headings.append(len(kept))
        elif under and kept and kept[-1].strip() and len(kept[-1]) <= 120 and not kept[-1].rstrip().endswith("."):
            if under.group(1)[0] == "=" and title is None and not any(kept[:-1]):
                title = kept[-1].strip()
            elif not headings or headings[-1] != len(kept) - 1:
                headings.append(len(kept) - 1)
            line = ""
        else:
            line = _PREFIX.sub("", line)
        kept.append(line)
    offsets: list[tuple[int, int]] = []
    position = 0
    marked = set(headings)
    for number, line in enumerate(kept):
        if number in marked and line.strip():
            offsets.append((position, position + len(line)))
        position += len(line) + 1
    return "\n".join(kept), offsets, title


def _inline(line: str) -> str:
    line = _DEFINITION.sub("", _IMAGE.sub("", line))
    line = _FOOTNOTE.sub("", _REFERENCE.sub(r"\1", _LINK.sub(r"\1", line)))
    line = _STRONG.sub(r"\2", line)
    line = _UNDERLINED.sub(r"\2", line)
    return _ESCAPE.sub(r"\1", _TAG.sub("", _CODE.sub(r"\1", line)))
