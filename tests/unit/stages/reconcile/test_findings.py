"""What a finding carries: origins, fingerprints, explanation, order."""

from collections.abc import Callable
from itertools import permutations

from factcheck.model.claim import Claim, Kind
from factcheck.stages.reconcile import Reconciled

Make = Callable[..., Claim]
Run = Callable[..., Reconciled]


def freed(claim: Make, source: str, number: str, value: float) -> Claim:
    text = f"{number} prisoners were freed in Zagreb."
    return claim(
        source,
        text,
        None,
        "free",
        f"{number} prisoners",
        kind=Kind.QUANTITY,
        number=number,
        value=value,
        counted="prisoner",
    )


def test_an_agreement_counts_origins(claim: Make, reconciled: Run) -> None:
    claims = [freed(claim, source, "55", 55) for source in ("a", "b", "c")]
    (finding,) = reconciled(*claims, origins={"b": "a"}).findings
    assert (finding.origins, finding.kind.value, len(finding.claims)) == (2, "agreement", 3)


def test_no_order_of_the_claims_changes_anything(claim: Make, reconciled: Run) -> None:
    claims = [freed(claim, "a", "55", 55), freed(claim, "b", "28", 28), freed(claim, "c", "55", 55)]
    results = {repr(reconciled(*order)) for order in permutations(claims)}
    assert len(results) == 1


def test_a_conflict_explains_itself_from_the_quotes(claim: Make, reconciled: Run) -> None:
    result = reconciled(freed(claim, "a", "55", 55), freed(claim, "b", "28", 28))
    (finding,) = result.findings
    assert "55 prisoners were freed" in finding.explanation[0]
    assert "28 prisoners were freed" in finding.explanation[1]
    assert [mark.text for mark in finding.marks] == ["55", "28"]
    assert finding.question == "How many prisoners were freed in Zagreb?"
    assert result.compared_pairs == 1


def test_a_moved_line_is_no_new_finding(claim: Make, reconciled: Run) -> None:
    from dataclasses import replace

    from factcheck.model.span import Span

    left, right = freed(claim, "a", "55", 55), freed(claim, "b", "28", 28)
    span = Span(100, 100 + len(right.text), right.text)
    moved = replace(right, id="moved", span=span, sentence=span)
    assert reconciled(left, right).findings[0].id == reconciled(left, moved).findings[0].id


def test_nothing_comes_of_nothing(reconciled: Run) -> None:
    assert reconciled() == Reconciled((), (), 0)


def test_a_question_that_would_not_say_who_quotes_the_claim(claim: Make, reconciled: Run) -> None:
    text = "none of it was told: she sold the mill"
    (finding,) = reconciled(*(claim(source, text, "she", "sell", "the mill") for source in ("a", "b"))).findings
    assert finding.question == f"Is it so: “{text}”?"


def test_a_question_begins_with_a_small_letter_after_its_verb(claim: Make, reconciled: Run) -> None:
    text = "As of Monday, the bridge was closed."
    (finding,) = reconciled(*(claim(source, text, "the bridge", "close") for source in ("a", "b"))).findings
    assert finding.question == "Was the bridge closed?"
