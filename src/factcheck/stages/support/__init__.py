"""Two texts about one matter -> what the one says of the other's sentences: borne out, contradicted, or not told."""

from factcheck.stages.support.findings import conflicts
from factcheck.stages.support.stage import support

__all__ = ["conflicts", "support"]
