"""The formats by name."""

from enum import StrEnum

from factcheck.errors import SettingsError
from factcheck.report.view import Look, Topic, View


class Format(StrEnum):
    """How a report is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"
    GITHUB = "github"
    SARIF = "sarif"


_FINDINGS = {Topic.CONFLICTS, Topic.CHECK, Topic.DRIFT}


def render(view: View, form: Format, look: Look) -> str:
    """The view in a format, ending in a line break where there is anything.

    Raises:
        SettingsError: The format has no way to show this.
    """
    match form:
        case Format.TABLE:
            from factcheck.report.table import table_view

            return table_view(view, look)
        case Format.JSON:
            from factcheck.report.document import json_view

            return json_view(view)
        case Format.JSONL:
            from factcheck.report.document import jsonl_view

            return jsonl_view(view)
        case Format.CSV:
            from factcheck.report.spreadsheet import csv_view

            return csv_view(view)
        case Format.MARKDOWN:
            from factcheck.report.markdown import markdown_view

            return markdown_view(view)
    if view.topic not in _FINDINGS:
        raise SettingsError(
            f"--format {form.value} shows findings alone, not {view.topic.value}",
            "Use table, json, jsonl, csv or markdown.",
        )
    if form is Format.GITHUB:
        from factcheck.report.github import github_view

        return github_view(view)
    from factcheck.report.sarif import sarif_view

    return sarif_view(view)
