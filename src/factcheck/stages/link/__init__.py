"""Claims -> links: which pairs of claims answer the same question, with the evidence for each.

Only pairs that share a block are compared. Each field of a pair is matched to a named level, each level adds its weight
in bits, and the sum is a probability. Sentence similarity may propose a pair and adds its weight as any field does; it
never decides that two claims agree.
"""

from factcheck.stages.link.aligned import alignment
from factcheck.stages.link.barred import barred
from factcheck.stages.link.borne import Reader
from factcheck.stages.link.likeness import Similarity, likeness
from factcheck.stages.link.stage import link

__all__ = ["Reader", "Similarity", "alignment", "barred", "likeness", "link"]
