"""Whom a pronoun stands for, and where it is left alone."""

import pytest


@pytest.mark.parametrize(
    ("text", "word", "start"),
    [
        ("Ana Duarte met the mayor. She praised the plan.", "praised", "Ana Duarte"),
        ("The governor, Ugo Ferri, spoke to reporters. He promised a new bridge.", "promised", "Ugo Ferri"),
        ("Gold is a noble metal, meaning it is resistant to acid.", "resistant", "Gold"),
        ("A pork chop is a cut of meat, and it does not have any bones.", "bones", "The pork chop"),
        ("Ugo Ferri and Ana Duarte were married in Porto. They moved to Lima.", "moved", "Ugo Ferri and Ana Duarte"),
        ("The Falcons played well. They won the cup.", "won", "The Falcons"),
        ("Ugo Ferri was shot in the head. He survived.", "survived", "Ugo Ferri"),
    ],
)
def test_a_pronoun_takes_the_one_that_stands_out(claims, text, word, start):
    assert any(item.text.startswith(start) for item in claims(text) if word in item.span.text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Carlos Ferri and Marco Ruiz met the lawyer. He smiled.", "smiled"),
        ("The Falcons won the cup. It was the first time.", "first time"),
        ("Officers stood near the ropes. They were tired.", "tired"),
    ],
)
def test_a_pronoun_that_could_be_either_or_neither_stays(claims, text, word):
    found = [item.text for item in claims(text) if word in item.span.text]
    assert not any(text.startswith(("Marco", "Carlos", "The Falcons", "The ropes")) for text in found)


def test_nobody_acts_on_himself_under_another_name(claims):
    found = claims("Ugo Ferri went to Lima. Ugo Ferri joined him.")
    assert all("joined Ugo Ferri" not in item.text for item in found)


def test_the_mayor_himself_is_the_mayor(claims):
    found = claims("Ana Duarte criticised Ugo Ferri. Marco Ruiz himself voted for the plan.")
    assert any(item.text == "Marco Ruiz himself voted for the plan." for item in found)
