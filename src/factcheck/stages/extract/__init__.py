"""From a parsed article to its claims: who did what, how many, when, in which role, and who says so.

`extract` is the entry; `parties` tells who does what in every sentence.
Each other module holds one kind of rule; all read Universal Dependencies.
"""

from factcheck.stages.extract.parties import parties
from factcheck.stages.extract.stage import extract

__all__ = ["extract", "parties"]
