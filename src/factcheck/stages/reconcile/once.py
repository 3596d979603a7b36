"""Each thing told once: findings that another one says more plainly, or has said already, are left out."""

from collections.abc import Mapping, Sequence

from factcheck.model.claim import Claim
from factcheck.model.finding import Finding

_PLAINER = {"FC109": "FC102", "FC101": "FC120"}
"""What is told better: a date person by person by FC102, an age by FC120, which names the person."""
_AMOUNTS = frozenset({"FC001", "FC008"})
_DATES = frozenset({"FC002"})

Place = tuple[str, int]
Point = tuple[str, int, str]


def once(found: Sequence[Finding], claims: Mapping[str, Claim]) -> list[Finding]:
    """The findings in their order, without those that say again what another says.

    Args:
        found: Findings, the best first.
        claims: Every claim of the run by its id.
    Returns:
        Those without FC109 and ages of FC101 that FC102 and FC120 tell of the same sentences; with one finding on the
        legal form (FC108) of what is told in one sentence; and with one agreement on the same figures or dates, and one
        of the same sources on a question that a figure or a date answers.
    """
    forms = _forms(found, claims)
    plainer = {
        rule: [_sentences(other, claims) for other in found if other.rule == better]
        for rule, better in _PLAINER.items()
    }
    told: dict[str, list[frozenset[Point]]] = {}
    answered: dict[str, list[frozenset[str]]] = {}
    kept = []
    for finding in found:
        if finding.rule == "FC108" and finding.id not in forms:
            continue
        if finding.rule != "FC101" or _aged(finding, claims):
            said = _sentences(finding, claims)
            if any(said <= better for better in plainer.get(finding.rule, ())):
                continue
        points = _points(finding, claims)
        before = told.setdefault("amount" if finding.rule in _AMOUNTS else finding.rule, [])
        if points and any(points <= others for others in before):
            continue
        if finding.rule in _AMOUNTS | _DATES and finding.question is not None:
            sources = frozenset(claims[id_].source for id_ in finding.claims)
            answers = answered.setdefault(finding.question, [])
            if any(sources <= others for others in answers):
                continue
            answers.append(sources)
        before += [points] if points else []
        kept.append(finding)
    return kept


def _sentences(finding: Finding, claims: Mapping[str, Claim]) -> frozenset[Place]:
    return frozenset((claims[id_].source, claims[id_].sentence.start) for id_ in finding.claims)


def _aged(finding: Finding, claims: Mapping[str, Claim]) -> bool:
    amounts = [claims[id_].quantity for id_ in finding.claims]
    return all(amount is not None and amount.kind == "age" for amount in amounts)


def _forms(found: Sequence[Finding], claims: Mapping[str, Claim]) -> frozenset[str]:
    """The ids of the findings on a legal form that are told: of those with a sentence in common the one that counts
    most, since one deed has one form in however many sentences.
    """

    def counted(finding: Finding) -> int:
        return sum(claims[id_].quantity is not None for id_ in finding.claims)

    told: dict[str, frozenset[Place]] = {}
    for finding in sorted((item for item in found if item.rule == "FC108"), key=lambda item: -counted(item)):
        said = _sentences(finding, claims)
        if not any(said & other for other in told.values()):
            told[finding.id] = said
    return frozenset(told)


def _points(finding: Finding, claims: Mapping[str, Claim]) -> frozenset[Point]:
    """Where the figures or dates stand on which sources agree; empty where one of the claims has none."""
    sides = [claims[id_] for id_ in finding.claims]
    if finding.rule not in _AMOUNTS | _DATES:
        return frozenset()
    told = [(claim.source, claim.quantity if finding.rule in _AMOUNTS else claim.time) for claim in sides]
    read = [(source, point.start, point.text) for source, point in told if point is not None]
    return frozenset(read) if len(read) == len(sides) else frozenset()


__all__ = ["once"]
