import pytest

from factcheck.lexicon.signs import Sign, signs, split_words


def words(text):
    return [text[start:end] for start, end in split_words(text)]


@pytest.mark.parametrize(
    ("there", "here", "word", "sign"),
    [
        ("The mayor opened the bridge.", "The mayor opened the bridge.", "bridge", Sign.SAME),
        ("A bridge fell.", "A bridge and a bridge fell.", "bridge", Sign.FEWER),
        ("The mayor opens a bridge.", "The mayor opened a bridge.", "opened", Sign.FORM),
        ("He has 40 boats.", "He has 14 boats.", "14", Sign.NUMBER),
        ("He has forty boats.", "He has fourteen boats.", "fourteen", Sign.NUMBER),
        ("The council met.", "The council never met.", "never", Sign.NEGATOR),
        ("He left.", "She left.", "She", Sign.GENDER),
        ("Prices began to rise.", "Prices began to fall.", "fall", Sign.OPPOSITE),
        ("Prices rise.", "Prices rise and fall.", "fall", Sign.CONTENT),
        ("The talks took place in Oslo.", "The talks took place in Bern.", "Bern", Sign.NAME),
        ("The talks ended.", "The talks 结束.", "结束", Sign.SCRIPT),
        ("He went to town.", "He went from town.", "from", Sign.FUNCTION),
    ],
)
def test_a_word_is_told_by_how_it_stands_in_the_other_text(there, here, word, sign):
    found = dict(zip(words(here), signs(words(here), words(there)), strict=True))
    assert found[word] is sign


def test_words_are_runs_figures_and_single_marks():
    assert words("Its 1,200 boats (20.5 m) didn't sail.") == [
        *("Its", "1,200", "boats", "(", "20.5", "m", ")", "didn", "'", "t", "sail", ".")
    ]
    assert split_words("") == []


def test_nothing_is_said_of_no_words():
    assert signs([], ["a"]) == []
    assert signs(["tree"], []) == [Sign.CONTENT]
