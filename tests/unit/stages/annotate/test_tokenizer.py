"""Tokens of news text, in the treebanks' way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.stages.annotate.tokenizer import english

NLP = english()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("HARBOUR TOWN (AP) — Nine crews", "HARBOUR TOWN ( AP ) — Nine crews"),
        ("LYON—Dozens of bakers", "LYON — Dozens of bakers"),
        ("the U.S.-Canada treaty", "the U.S. - Canada treaty"),
        ("on Feb. 3, 2021", "on Feb. 3 , 2021"),
        ("by Jan. 13.", "by Jan. 13 ."),
        ("Sept. was dry", "Sept. was dry"),
        ("Q-17 flew two F-16s", "Q-17 flew two F-16s"),
        ("$13.4bn or €2.5m", "$ 13.4 bn or € 2.5 m"),
        ("up 25% to £3m", "up 25 % to £ 3 m"),
        ("D.E.A. and U.N. staff", "D.E.A. and U.N. staff"),
        ("J. Edgar Poole", "J. Edgar Poole"),
        ("That was Plan B.", "That was Plan B ."),
        ("the baker’s 29-year-old son", "the baker ’s 29 - year - old son"),
        ("No. 2 said no. Then No. It stopped.", "No. 2 said no . Then No . It stopped ."),
        ("Lt. Gen. Ann Poole", "Lt. Gen. Ann Poole"),
        ("at 7:30PM or 11 a.m.", "at 7:30 PM or 11 a.m."),
        ("the co-founder and ex-mayor", "the co-founder and ex-mayor"),
        ("the 1990s and the ’90s", "the 1990s and the ’90s"),
        ("from 2013–2015", "from 2013 – 2015"),
        ("said—though", "said — though"),
        ("he don't, can't, cannot", "he do n't , ca n't , can not"),
        ("he don’t, can’t", "he do n’t , ca n’t"),
        ("and/or", "and / or"),
        ("No!! Why?!", "No !! Why ?!"),
        ("wait...what", "wait ... what"),
        ("“We lost,” she said.", "“ We lost , ” she said ."),
        ("in St. Louis", "in St. Louis"),
        ("He was ill.", "He was ill ."),
        ("on Wed. we'd", "on Wed . we 'd"),
        ("its crew were well", "its crew were well"),
        ("see https://a.org/b-c?d=e, or f@g.org.", "see https://a.org/b-c?d=e , or f@g.org ."),
    ],
)
def test_words(text: str, words: str) -> None:
    assert [token.text for token in NLP.make_doc(text)] == words.split(" ")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("aZ .,-—–’“”'\"()$%0129\n\t!?:;/…é\u00a0中"), max_size=80))
def test_the_words_give_back_the_text(text: str) -> None:
    assert NLP.make_doc(text).text == text


@pytest.mark.parametrize("piece", ["(", "'\"", "9,", "a.b-", "X.", "http://a", "word "])
def test_a_long_line_without_spaces_comes_to_an_end(piece: str) -> None:
    text = piece * (60_000 // len(piece))  # quadratic time would take minutes
    assert NLP.make_doc(text).text == text
