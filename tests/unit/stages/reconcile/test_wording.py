"""FC118: one passage quoted in two wordings."""

from datetime import date

import pytest

from factcheck import Article, compare
from factcheck.model.finding import Finding


def told(one: str, other: str, second: date | None = date(2025, 3, 7)) -> list[Finding]:
    left, right = Article("a", one, published=date(2025, 3, 7)), Article("b", other, published=second)
    return [finding for finding in compare(left, right).findings if finding.rule == "FC118"]


def test_a_not_changes_the_meaning_and_the_word_is_marked() -> None:
    [found] = told(
        '"We will not close the mill in Ostrava before the summer," Ilse Brandt said.',
        'Ilse Brandt said: "We will close the mill in Ostrava before the summer."',
    )
    assert (found.kind.value, found.level.value) == ("conflict", "warning")
    assert [mark.text for mark in found.marks] == ["not"]
    assert "Ilse Brandt" in (found.question or "")


def test_another_word_is_told_as_another_wording() -> None:
    [found] = told(
        '"I heard a loud bang and then everybody started to run," Rui Costa said.',
        '"I heard a loud noise and then everybody started to run," Rui Costa said.',
    )
    assert (found.kind.value, found.level.value) == ("revision", "note")
    assert [mark.text for mark in found.marks] == ["bang", "noise"]


def test_another_number_on_another_day_may_have_been_said_twice() -> None:
    one, other = (f'"We have hired {n} people at the new dock since the spring," Rui Costa said.' for n in (12, 20))
    one += " The cranes of Peniche stood still all night."
    other += " A ship came from Lisbon, and the road to the pier is closed."  # no copy of the first
    assert [found.kind.value for found in told(one, other)] == ["conflict"]
    assert [found.kind.value for found in told(one, other, date(2025, 3, 9))] == ["revision"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # an ellipsis, brackets, a part
        (
            '"We will ... close the mill in Ostrava before the summer," Ilse Brandt said.',
            '"We will not close the mill in Ostrava before the summer," Ilse Brandt said.',
        ),
        (
            '"We will close [the mill] in Ostrava before the summer," Ilse Brandt said.',
            '"We will close no mill in Ostrava before the summer," Ilse Brandt said.',
        ),
        (
            'Rui Costa said the ferry would "sail under this flag or any other."',
            '"The ferry will never sail under this flag or any other," Rui Costa said.',
        ),
        # contractions, fillers, inflection, spelling
        (
            '"Well, we\'re not going to wait for the ministry to act," Rui Costa said.',
            '"We are really not gonna wait for the ministry to act," Rui Costa said.',
        ),
        (
            '"The whole neighbourhood was standing on the roof of the school," Rui Costa said.',
            '"The whole neighborhood was standing on the roof of the school," Rui Costa said.',
        ),
        # said in another language, or through somebody
        (
            '"We are not going to wait for the ministry to act," Rui Costa said in Portuguese.',
            '"We are going to wait for the ministry to act," Rui Costa said.',
        ),
        (
            '"We have hired 40 people at the new dock since the spring," Rui Costa said through an interpreter.',
            '"We have hired 60 people at the new dock since the spring," Rui Costa said.',
        ),
        # two words of one sense: a translation
        (
            '"This was a terrible hour for our harbour and a hard day for the town," Rui Costa said.',
            '"This was a terrible night for our harbour and a hard day for the port," Rui Costa said.',
        ),
        # another speaker, another passage, both said
        (
            '"We are not going to wait for the ministry to act," Rui Costa said.',
            '"We are going to wait for the ministry to act," Ana Reis said.',
        ),
        (
            '"We will not close the mill in Ostrava," Ilse Brandt said.',
            '"We will close the school next to the mill in Ostrava after the summer," Ilse Brandt said.',
        ),
        (
            '"We are not going to wait for the ministry to act," Rui Costa said. '
            '"We are going to wait for the court to act," he added.',
            '"We are going to wait for the court to act," Rui Costa said.',
        ),
    ],
)
def test_what_papers_do_to_quotations_is_no_difference(one: str, other: str) -> None:
    assert told(one, other) == []
