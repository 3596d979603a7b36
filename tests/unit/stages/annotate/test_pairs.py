import pytest

from factcheck.lexicon.signs import signs
from factcheck.stages.annotate import read_pair, read_telling

LEFT = ["The", "harbour", "office", "counted", "12", "boats", "on", "Monday", "."]
FAITHFUL = ["On", "Monday", "the", "harbour", "office", "counted", "12", "boats", "."]
CHANGED = ["On", "Monday", "the", "harbour", "office", "did", "not", "count", "12", "boats", "."]


def read(left, right):
    return read_pair(left, [1] * len(left), right, [1] * len(right))


def test_a_denial_is_further_from_its_original_than_another_order_of_words():
    assert read(LEFT, CHANGED).log_odds > read(LEFT, FAITHFUL).log_odds


def test_every_word_gets_odds_and_a_second_reading_is_the_same():
    found = read(LEFT, CHANGED)
    assert (len(found.left), len(found.right), found.whole) == (len(LEFT), len(CHANGED), True)
    assert found == read(LEFT, CHANGED)


def test_what_does_not_fit_is_cut_and_said():
    found = read(LEFT * 100, CHANGED * 100)
    assert not found.whole
    assert len(found.left) == len(LEFT) * 100
    assert found.left[-1] == float("-inf")
    assert found.left[0] > float("-inf")


def test_odd_words_are_read():
    assert len(read(["\u200d", "a" * 5000, "é"], ["."]).left) == 3


def test_a_side_without_words_is_refused():
    with pytest.raises(ValueError, match="both sides"):
        read([], LEFT)


def telling(source, checked):
    return read_telling(
        source.split(), signs(source.split(), checked.split()), checked.split(), signs(checked.split(), source.split())
    )


def test_what_a_source_says_is_told_and_its_opposite_is_not():
    source = "The harbour office in Tarn counted 12 boats on Monday ."
    told, changed = (telling(source, text) for text in ("Tarn counted 12 boats .", "Tarn did not count the boats ."))
    assert told.told > changed.told
    assert told.contradicted < changed.contradicted
    assert told == telling(source, "Tarn counted 12 boats .")


def test_a_long_source_is_cut():
    assert telling("The office counted 12 boats . " * 200, "The office counted boats .").told > -20
