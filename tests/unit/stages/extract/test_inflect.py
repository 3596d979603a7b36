import pytest

from factcheck.stages.extract.inflect import be, past, present


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("kill", "killed"),
        ("carry", "carried"),
        ("play", "played"),
        ("ban", "banned"),
        ("seize", "seized"),
        ("take over", "took over"),
        ("be", "was"),
    ],
)
def test_past(verb: str, form: str):
    assert past(verb) == form


@pytest.mark.parametrize(
    ("verb", "plural", "form"),
    [
        ("go", False, "goes"),
        ("carry", False, "carries"),
        ("have", False, "has"),
        ("go", True, "go"),
        ("be", True, "are"),
    ],
)
def test_present(verb: str, plural: bool, form: str):
    assert present(verb, plural) == form


def test_be():
    assert [be(False, False), be(True, False), be(False, True), be(True, True)] == ["is", "are", "was", "were"]
