"""A report as a string, a module a format. Nothing is decided here, and nothing printed."""

from factcheck.report.formats import Format, render
from factcheck.report.view import Look, Topic, View

__all__ = ["Format", "Look", "Topic", "View", "render"]
