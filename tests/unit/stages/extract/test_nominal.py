def test_a_dated_noun_is_an_event(claim):
    item = claim("The judge recalled the 2013 arrest of Rui Duarte.", "2013 arrest")
    assert item.kind.value == "date"
    assert (item.predicate, item.object) == ("arrest", "Rui Duarte")
    assert item.time is not None
    assert item.time.text == "2013"
    assert item.text == "Rui Duarte was arrested in 2013."


def test_an_undated_noun_is_none(claims):
    assert all(item.predicate != "arrest" for item in claims("The judge recalled the arrest of Rui Duarte."))


def test_who_does_it_is_told_from_the_noun(claim):
    item = claim("Ana Duarte’s resignation in 2019 surprised the board.", "resignation")
    assert item.predicate == "resign"
    assert item.object is None
