"""What is missing between the words of one sentence."""

import pytest

from factcheck.stages.annotate import read_gaps

WHOLE = ["The", "harbour", "office", "in", "Tarn", "counted", "twelve", "boats", "on", "Monday", "."]


def torn(text: str) -> list[tuple[str, str, str]]:
    """What is likely missing, with the words before and after."""
    words = text.split()
    found = []
    for place, gap in enumerate(read_gaps(words)):
        for kind, chance in gap._asdict().items():
            if chance > 0.5:
                found.append((kind, words[place - 1] if place else "", words[place] if place < len(words) else ""))
    return found


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("The harbour office in Tarn twelve boats on Monday .", ("verb", "Tarn", "twelve")),
        ("The council will two schools next year .", ("verb", "will", "two")),
        ("The guard had told the curator of a loose .", ("noun", "loose", ".")),
        ("At noon on Friday left the harbour .", ("noun", "Friday", "left")),
    ],
)
def test_a_word_that_is_lost_is_missed_where_it_stood(text, gap):
    assert torn(text) == [gap]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour office counted boats .",
        "On Monday the office in Tarn counted twelve boats",
        "Boats were counted on Monday , the mayor of Tarn said .",
        "Nobody knows why .",
    ],
)
def test_what_a_sentence_can_do_without_leaves_no_gap(text):
    assert torn(text) == []


def test_words_out_of_order_do_not_belong_together():
    assert {kind for kind, _, _ in torn("Tarn Monday boats the counted on office twelve in harbour .")} == {"order"}


def test_there_is_a_gap_before_each_word_and_one_at_the_end_and_a_second_reading_is_the_same():
    found = read_gaps(WHOLE)
    assert len(found) == len(WHOLE) + 1
    assert found == read_gaps(WHOLE)
    assert all(0.0 <= chance <= 1.0 for gap in found for chance in gap)


@pytest.mark.parametrize("words", [[], ["."], ["\u200d"], ["a" * 5000], ["é"] * 3])
def test_odd_sentences_are_read(words):
    assert len(read_gaps(words)) == len(words) + 1


def test_beyond_the_window_nothing_is_missing():
    found = read_gaps(WHOLE * 100)
    assert len(found) == len(WHOLE) * 100 + 1
    assert max(found[-1]) == 0.0
