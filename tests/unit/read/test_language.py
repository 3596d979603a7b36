"""What is not English is told, and odd English is not taken for something else."""

import pytest

from factcheck.stages.read.language import is_english

FOREIGN = [
    "Vier Menschen starben, als am Montag eine Brücke in der Stadt Holm einstürzte. Die Polizei nahm keinen fest.",
    "Quatre personnes sont mortes lundi quand un pont s’est effondré dans la ville de Holm. La police n’a arrêté nul.",
    "Cuatro personas murieron el lunes cuando se derrumbó un puente en Holm. La policía no ha detenido a nadie.",
    "Quattro persone sono morte lunedì quando un ponte è crollato nella città di Holm. La polizia non arresta nessuno.",
    "Vier mensen kwamen maandag om toen in de stad Holm een brug instortte. De politie heeft niemand aangehouden.",
    "Cztery osoby zginęły w poniedziałek, gdy w mieście Holm zawalił się most. Policja nikogo nie zatrzymała.",
    "Pazartesi günü Holm kentinde bir köprü çökünce dört kişi öldü. Polis kimseyi tutuklamadı, dedi bir sözcü.",
    "Четыре человека погибли в понедельник, когда в городе Холм обрушился мост. Полиция никого не задержала там.",
]
ENGLISH = [
    "Four people died on Monday when a bridge collapsed in the town of Holm. Police have arrested no one.",
    "Human rights lawyer Leila Bouzid spent eleven years defending prisoners nobody else dared visit.",
    "FIVE DEAD AS STORM HITS COAST, HUNDREDS OF HOMES WITHOUT POWER, GOVERNOR TO VISIT TOWN MONDAY",
    "Dortmund: Weidenfeller, Piszczek, Subotic, Hummels, Schmelzer; coach Klopp was pleased with the young team.",
    "Vier Menschen",
    "12 14 19 33 -- 41 : 2",
]


@pytest.mark.parametrize("text", FOREIGN)
def test_other_languages_are_told(text: str) -> None:
    assert not is_english(text)


@pytest.mark.parametrize("text", ENGLISH)
def test_english_and_what_is_too_short_to_tell_are_let_pass(text: str) -> None:
    assert is_english(text)
