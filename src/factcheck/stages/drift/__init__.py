"""What a machine-translated, spun or shortened copy changed in the meaning of its original."""

from factcheck.stages.drift.compare import DriftResult, drift, score
from factcheck.stages.drift.vectors import Encoder

__all__ = ["DriftResult", "Encoder", "drift", "score"]
