"""The order of the stages, written once: articles in, a report out."""

from factcheck.flow.order import (
    Extracted,
    Progress,
    compare,
    drift_between,
    extract,
    mark,
    pipeline_label,
    reconcile,
    run,
    whole,
)
from factcheck.flow.signature import code_digest, lexicon_digest, signature

__all__ = [
    "Extracted",
    "Progress",
    "code_digest",
    "compare",
    "drift_between",
    "extract",
    "lexicon_digest",
    "mark",
    "pipeline_label",
    "reconcile",
    "run",
    "signature",
    "whole",
]
