"""Workflow commands for GitHub Actions: an annotation a finding, worst first.

GitHub shows ten errors, ten warnings and ten notices a step and drops the rest in silence, so the rest is counted.
"""

from collections import Counter

from factcheck.model.finding import Finding, Level
from factcheck.report.places import place
from factcheck.report.quoting import clean
from factcheck.report.summary import closing
from factcheck.report.view import View

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_SHOWN = 10


def github_view(view: View) -> str:
    """One command a line, and a last notice that counts what was found and what was held back."""
    articles = view.articles
    lines: list[str] = []
    seen: Counter[str] = Counter()
    for finding in view.findings:
        command = _COMMANDS[finding.level]
        seen[command] += 1
        if seen[command] > _SHOWN - (command == "notice"):
            continue
        at = next((found for span in finding.spans if (found := place(articles.get(span.source), span))), None)
        where = f"file={_property(at.path)},line={at.line},endLine={at.end_line}," if at else ""
        if at and at.line == at.end_line:
            where += f"col={at.column},endColumn={at.end_column},"
        title = f"title={_property(f'factcheck {finding.rule}')}"
        lines.append(f"::{command} {where}{title}::{_data(_message(finding))}")
    held = sum(max(0, number - _SHOWN + (command == "notice")) for command, number in seen.items())
    rest = f" {held:,} more are not annotated." if held else ""
    lines.append(f"::notice title=factcheck::{_data(closing(view) + rest)}")
    return "\n".join(lines) + "\n"


def _message(finding: Finding) -> str:
    quotes = "; ".join(f"{span.source}: “{clean(span.text)[:200]}”" for span in finding.spans)
    return f"{clean(finding.message)}\n{quotes}\nfactcheck explain {finding.id}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
