"""What a machine-translated, spun or shortened copy changed in the meaning of its original."""

from factcheck.stages.drift.compare import DriftResult, drift
from factcheck.stages.drift.scorer import PairReader, score
from factcheck.stages.drift.vectors import Encoder

__all__ = ["DriftResult", "Encoder", "PairReader", "drift", "score"]
