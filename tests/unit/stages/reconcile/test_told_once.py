"""What is said twice is told once."""

import factcheck
from factcheck.model.article import Article


def rules(*texts: str) -> list[str]:
    report = factcheck.reconcile([Article(str(place), text) for place, text in enumerate(texts)])
    return [finding.rule for finding in report.findings]


def test_one_deed_has_one_legal_form_in_however_many_sentences() -> None:
    copy = "Brukland extradited the 55 sailors in May.\n\nThe sailors were extradited from Brukland to Tolna in May."
    found = rules(copy, "Brukland expelled the 55 sailors to Tolna in May, and did not extradite them.")
    assert found.count("FC108") <= 1


def test_an_agreement_on_one_figure_is_told_once() -> None:
    one = "Brukland sent 128 sailors wanted by Tolna home on Thursday."
    found = rules(one, "The 128 sailors sent home by Brukland on Thursday were wanted by Tolna.")
    assert found.count("FC001") == 1


def test_two_quotations_of_one_speaker_are_two_agreements() -> None:
    said = (
        "“The bridge is safe and will stay open,” Ana Ruiz said. “Nobody has been asked to leave the town,” she said."
    )
    assert rules(said, said.replace("Ana Ruiz said", "said Ana Ruiz")).count("FC005") == 2


def test_a_nation_keeps_its_capital_in_a_question() -> None:
    report = factcheck.compare(
        "Mexican marines captured Ana Ruiz near Tolna in 2019.", "Ana Ruiz was captured by Mexican marines in 2019."
    )
    assert not any("mexican" in (finding.question or "") for finding in report.findings)
