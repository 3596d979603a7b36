"""Which article derives from which, and how many independent origins a set of articles has."""

from factcheck.stages.lineage.stage import lineage, origins

__all__ = ["lineage", "origins"]
