import pytest

from factcheck.stages.drift.signals import negated, renamed, signals


@pytest.mark.parametrize(
    ("original", "copy", "count"),
    [
        ("the mayor of Kelmar met 40 pilots", "the mayor of Kelmar met 40 pilots", 0),
        ("the mayor of Kelmar met 40 pilots", "the mayor of Kelmar met 14 pilots", 1),
        ("the mayor of Kelmar met forty pilots", "the mayor of Kelmar met 40 pilots", 0),
        ("the mayor saw his son", "the mayor saw her son", 1),
        ("the mayor saw his 3 sons", "the mayor saw her 4 sons", 2),
        ("the mayor met 40 pilots", "the mayor met 40 飞行员", 1),
    ],
)
def test_what_a_faithful_text_does_not_show_is_counted(original, copy, count):
    assert signals(original.split(), copy.split()) == count


@pytest.mark.parametrize(
    ("original", "copy", "told"),
    [
        ("the mayor of Kelmar met pilots", "the mayor of Lissabon met pilots", True),
        ("the mayor of Kelmar met Brandt", "the mayor of Kelmar met Okafor", True),
        ("the mayor of Kelmar met pilots", "the mayor of Kelmar met pilots", False),
        ("in Mexico the mayor met Sheinbaum", "the Mexican mayor met Sinbaum", False),
        ("in the U.S. and the UN the mayor spoke", "in America and the United Nations the mayor spoke", False),
        ("the mayor met Orla Brandt", "the mayor met Ms Brandt", False),
        ("the mayor met Orla Brandt", "the mayor met her", False),
    ],
)
def test_another_name_is_told_from_another_spelling(original, copy, told):
    assert renamed(original.split(), copy.split()) is told


def test_a_negator_counts_where_the_copy_alone_has_one():
    said, denied = ["the", "mayor", "met", "the", "pilots"], ["the", "mayor", "did", "not", "meet", "the", "pilots"]
    assert negated(said, denied)
    assert not negated(denied, said)
    assert not negated(denied, denied)
