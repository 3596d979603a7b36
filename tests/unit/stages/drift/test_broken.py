"""A copy that lacks what grammar needs, where its original does not."""

import pytest

from factcheck.stages.annotate import annotate, load
from factcheck.stages.drift.broken import breaks


def _breaks(original: str, copy: str) -> bool:
    nlp = load()
    return breaks(annotate(original, nlp), annotate(copy, nlp))


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ("The mayor opened the new bridge on Monday.", "The mayor the new bridge on Monday."),
        ("The mayor opened the new bridge on Monday.", "Opened the new bridge on Monday."),
        ("The council will close two schools next year.", "The council will two schools next year."),
    ],
)
def test_a_part_that_is_lost_is_told(original, copy):
    assert _breaks(original, copy)


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ("The mayor opened the new bridge on Monday.", "On Monday the new bridge was opened by the mayor."),
        ("Two schools will close.", "The council will close two schools."),
        ("Fire at the port.", "Blaze at the port."),  # no sentence on either side
        ("The mayor opened the bridge.", "The mayor. Opened the. Bridge."),  # stray full stops
    ],
)
def test_what_is_whole_or_as_broken_as_its_original_is_not(original, copy):
    assert not _breaks(original, copy)
