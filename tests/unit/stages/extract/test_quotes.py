import pytest

from factcheck.model.claim import Kind
from factcheck.stages.extract.quotes import Quotation, is_scare, overlapping, quotations


def texts(text: str) -> list[str]:
    return [text[quotation.start : quotation.end] for quotation in quotations(text)]


def test_curly_and_straight_marks_are_paired():
    assert texts('“Stop,” she said. "Go on," he said.') == ["“Stop,”", '"Go on,"']


def test_a_mark_left_open_ends_with_its_paragraph():
    text = "“We tried.\n“We failed,” he said."
    assert texts(text) == ["“We tried.", "“We failed,”"]
    assert [quotation.closed for quotation in quotations(text)] == [False, True]


def test_an_inch_mark_after_a_number_opens_nothing():
    assert texts('The 5" pipe burst.') == []


def test_a_word_between_marks_is_no_speech():
    assert is_scare("“reform”")
    assert not is_scare("“We did it.”")
    assert not is_scare("“nobody saw it coming”")


def test_overlapping_finds_a_quotation_that_began_before():
    quoted = [Quotation(0, 10, True), Quotation(20, 30, True), Quotation(40, 50, True)]
    assert overlapping(quoted, 25, 41) == quoted[1:]
    assert overlapping(quoted, 10, 20) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('Emil Voss, known as "The Fox", left the prison.', 'Emil Voss was known as "The Fox".'),
        ('The actor starred in "The Boy from Corley."', 'The actor starred in "The Boy from Corley".'),
    ],
)
def test_a_name_in_quotation_marks_is_closed(text, told, claims):
    assert told in [item.text for item in claims(text)]


def test_who_takes_a_side_right_before_a_quotation_speaks_it(claims):
    found = claims(
        "Ana Duarte stated that she opposed the change. Tom Reyes, a vice president at the Heron Society, agreed with "
        "the minister's decision. “We are gratified that the ministers acted to restore the act.”"
    )
    assert [c.subject for c in found if c.kind.value == "quote"] == ["Tom Reyes"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In September, Ana Ruiz said the move was made “for the security and peace of the town”.", "September"),
        ("“We are not going to take such decisions,” Ana Ruiz said last month at a summit.", "last month"),
        ("“The bridge was shut in May and has been safe since,” Ana Ruiz said.", None),
    ],
)
def test_a_quotation_has_the_day_on_which_it_was_said(text, told, claims):
    (time,) = {claim.time.text if claim.time else None for claim in claims(text) if claim.kind is Kind.QUOTE}
    assert time == told
