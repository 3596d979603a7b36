"""From a parsed article to its claims: who did what, how many, when, in which role, and who says so.

`extract` is the only entry. Each module below it holds one kind of rule; all read Universal Dependencies.
"""

from factcheck.stages.extract.stage import extract

__all__ = ["extract"]
