import pytest
import spacy

from factcheck.stages import annotate
from factcheck.stages.drift import score

REFERENCE = "The ministry said that 48 soldiers returned to their base near Kelmar on Friday after a long march."
FAITHFUL = "According to the ministry, 48 soldiers came back to their base near Kelmar on Friday after a long march."


@pytest.fixture(scope="module")
def graded():
    nlp = annotate.load("fast")
    return lambda left, right: score(nlp(left), nlp(right), reader=annotate)


@pytest.mark.parametrize(
    "changed",
    [
        "According to the ministry, 84 soldiers came back to their base near Kelmar on Friday after a long march.",
        "According to the ministry, 48 soldiers did not come back to their base near Kelmar on Friday after a march.",
        "According to the ministry, 48 soldiers came back to their base near Lissabon on Friday after a long march.",
        "According to the ministry, 48 soldiers 回来 to their base near Kelmar on Friday after a long march.",
        "Near long their the a came soldiers ministry Friday, according base 48 back march to on after Kelmar to.",
        "According to the ministry, did 48 soldiers come back to their base near Kelmar on Friday after a long march?",
    ],
)
def test_a_changed_sentence_scores_above_a_faithful_one(changed, graded):
    assert graded(REFERENCE, changed) > graded(REFERENCE, FAITHFUL)


def test_scores_are_probabilities_and_repeatable(graded):
    for left, right in ((REFERENCE, FAITHFUL), (REFERENCE, ""), ("", ""), ("A.", "."), (REFERENCE, REFERENCE)):
        value = graded(left, right)
        assert 0.0 <= value <= 1.0
        assert value == graded(left, right)
    assert graded("", "") == 0.0


def test_without_an_reader_the_gravest_finding_decides():
    nlp = spacy.blank("en")
    changed = REFERENCE.replace("48", "84")
    assert score(nlp(REFERENCE), nlp(REFERENCE)) == 0.0
    assert score(nlp(REFERENCE), nlp(changed)) > 0.5
