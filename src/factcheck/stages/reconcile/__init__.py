"""Clusters -> verdicts and findings: which answers to one question agree, and which cannot both be right.

Each pair of a cluster is put to the rules, a module a matter; a rule that has nothing to say keeps silent. Of what the
rules say the gravest stands. Ids: FC00x agreement, FC01x compatible, FC02x part, whole and open, FC03x revision, FC04x
dispute and drift, FC1xx conflict; docs/rules.md has a section on each.
"""

from factcheck.stages.reconcile.drifted import drifted
from factcheck.stages.reconcile.stage import Reconciled, reconcile

__all__ = ["Reconciled", "drifted", "reconcile"]
