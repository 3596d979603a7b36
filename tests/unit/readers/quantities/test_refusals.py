"""Numbers that state no amount."""

from collections.abc import Callable

import pytest

from factcheck.model.quantity import Quantity

Read = Callable[[str], tuple[Quantity, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "The man known as Z-40 was held.",
        "The F-35 landed.",
        "It backs 5G.",
        "Article 27 was invoked.",
        "The law is in Section 12 of the code.",
        "Call (020) 555-0134 today.",
        "He had an M 16 rifle.",
        "Call the police on 0845 125 2222 or the charity on 0800 555 111.",
        "Call Sergeant Ann Lee at 907 - 745 - 4811.",
        "Call 1 800 555 0134 at once.",
        "He dialled 911 and waited, for he had called 911 before.",
        "They left at 11 a.m. on Sunday.",
        "They left at 5:45 on Sunday.",
        "They left at twenty to six.",
        "They left at half past seven.",
        "It was five past three.",
        "The 16.40 from Kelby Junction was late.",
        "The 7.15 train was full.",
        "It happened on March 29.",
        "It happened on 14 July 1994.",
        "He won in 2019.",
        "Its 2018 sales were poor.",
        "They won 2-1.",
        "It ended 89-89.",
        "No one came.",
        "The one you mentioned is gone.",
        "The Group of Seven met.",
        "The FTSE 100 was calm.",
        "She lives at 575 Wilton Road.",
        "It was the second time.",
        "In the second half of the year they rested.",
        "It grew in the 1990s.",
        "It began in nineteen ninety-six.",
        "They promised it by the year two thousand.",
        "Profits were higher than a year earlier.",
    ],
)
def test_nothing_is_read(parsed: Read, text: str) -> None:
    assert [quantity.text for quantity in parsed(text)] == []


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("The Boeing 737 carried 120 people.", ["120"]),
        ("Police Arrest 12 Men in Raid", ["12"]),
        ("He was shot on March 3 with 14 others.", ["14"]),
        ("2,000 soldiers came in 2019.", ["2,000"]),
        ("One of the brothers left.", ["One"]),
        ("It killed one and wounded two.", ["one", "two"]),
        ("The storm tore off roofs, and half a million people have no power.", ["half a million"]),
    ],
)
def test_the_amounts_beside_them_are_read(parsed: Read, text: str, amounts: list[str]) -> None:
    assert [quantity.text for quantity in parsed(text)] == amounts
