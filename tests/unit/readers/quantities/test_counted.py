"""What is counted, whose it is, ages, trends and what neighbours leave unsaid."""

from collections.abc import Callable

import pytest

from factcheck.model.quantity import Bound, Quantity

Read = Callable[[str], tuple[Quantity, ...]]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The army freed 29 hungry prisoners on Monday.", "hungry prisoner"),
        ("The court heard 12 police officers.", "police officer"),
        ("Dozens of villagers fled.", "villager"),
        ("Three of the brothers were found.", "brother"),
        ("A four-cylinder engine drives it.", "cylinder"),
    ],
)
def test_counted(parsed: Read, text: str, counted: str) -> None:
    assert parsed(text)[0].counted == counted


def test_a_part_names_its_whole(parsed: Read) -> None:
    part = parsed("In the end 28 of the 55 miners were found.")[0]
    assert part.whole is not None
    assert "55 miners" in part.whole


def test_things_named_without_an_article_are_no_whole(parsed: Read) -> None:
    assert parsed("Dozens of miners were found.")[0].whole is None


def test_none_is_nought(parsed: Read) -> None:
    (none,) = parsed("None of the miners escaped.")
    assert (none.value, none.counted, none.whole) == (0, "miner", "the miners")
    assert parsed("He was none the wiser.") == ()


def test_the_event_is_the_governing_verb(parsed: Read) -> None:
    assert parsed("The army freed 29 prisoners.")[0].event == "free"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Exports to Chile fell 7 percent.", "Exports"),
        ("The tower reached a height of 90 metres.", "height"),
        ("The firm paid for an 80-metre tower.", "tower"),
        ("They dug 8 miles of new tunnels.", "tunnels"),
        ("The bank has 900 offices.", "bank"),
    ],
)
def test_concepts_say_what_is_measured_or_whose_it_is(parsed: Read, text: str, word: str) -> None:
    assert word in parsed(text)[0].concepts


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The 65-year-old woman left.", 65, 65),
        ("Maria Ortega, 43, was released.", 43, 43),
        ("Maria Ortega, 43 was released.", 43, 43),
        ("A boy aged 12 was hurt.", 12, 12),
        ("Two men, ages 20 to 22, were hurt.", 20, 22),
        ("The 70-something founder spoke.", 70, 79),
        ("She is in her early 60s.", 60, 63),
        ("It is for children under 16.", 0, 16),
        ("The actress, 33, was released.", 33, 33),
    ],
)
def test_ages_are_no_durations(parsed: Read, text: str, low: float, high: float) -> None:
    ages = [quantity for quantity in parsed(text) if quantity.kind == "age"]
    assert [(age.low, age.high, age.unit) for age in ages] == [(low, high, "year of age")]


def test_a_count_after_a_name_that_is_no_subject_is_no_age(parsed: Read) -> None:
    assert [quantity.kind for quantity in parsed("According to Maria Ortega, 43 died in the fire.")] != ["age"]


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("Shares rose 6.5 percent.", "up"),
        ("Shares fell by 3 points.", "down"),
        ("Shares were down 2 percent.", "down"),
        ("In Asia the index moved -1.3%.", "down"),
        ("Shares closed at 30 dollars.", None),
        ("The army lost 14 men.", None),
        ("They set up a seven-member panel.", None),
        ("Shares climbed as high as 30 dollars.", None),
    ],
)
def test_trend(parsed: Read, text: str, trend: str | None) -> None:
    assert parsed(text)[0].trend == trend


def test_a_number_takes_the_noun_of_its_neighbour(parsed: Read) -> None:
    first, second = parsed("They sold 435 homes in May and 187 in June.")
    assert first.counted == second.counted == "home"


def test_a_list_shares_its_last_unit(parsed: Read) -> None:
    found = parsed("They met after five, 12 and 24 years.")
    assert [(q.written_value, q.unit) for q in found] == [(5, "second"), (12, "second"), (24, "second")]


def test_the_dead_are_people(parsed: Read) -> None:
    assert [q.counted for q in parsed("The quake left at least 770 dead and over 5,600 injured.")] == [
        "people",
        "people",
    ]


def test_hanging_hyphens_share_a_noun(parsed: Read) -> None:
    assert [q.counted for q in parsed("It comes with four- and six-cylinder engines.")] == ["cylinder", "cylinder"]


def test_amounts_without_a_number(parsed: Read) -> None:
    assert [q.text for q in parsed("He fled for decades.")] == ["decades"]
    (year,) = parsed("It took nearly a year.")
    assert (year.text, year.bound) == ("nearly a year", Bound.NEARLY)
    assert parsed("It took a year.") == ()
