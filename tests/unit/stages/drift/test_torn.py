"""A copy that has lost a word that its grammar needs, or its order; and sound English that looks like it."""

import pytest

from factcheck.model.finding import DriftType, Severity


def garbled(result):
    return [f for f in result.findings if f.drift is DriftType.GARBLED]


@pytest.mark.parametrize(
    ("original", "copy", "lost"),
    [
        ("The mayor opened the new bridge on Monday.", "On Monday the mayor the new bridge.", "opened"),
        ("The council will close two schools next year.", "Next year the council will two schools.", "close"),
        ("The ferry left the harbour at noon on Friday.", "At noon on Friday left the harbour.", "ferry"),
        ("Firefighters climbed to the roof with ropes.", "With ropes, firefighters climbed to the.", "roof"),
    ],
)
def test_what_is_lost_is_named_and_the_place_is_marked(original, copy, lost, compare):
    (found,) = garbled(compare(original, copy))
    assert found.severity is Severity.MAJOR
    assert found.message.endswith(f'"{lost}"')
    assert {mark.source for mark in found.marks} == {"original", "copy"}


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ("The ministers will be sworn in on Wednesday.", "On Wednesday the ministers are to be sworn in."),
        ("The new tower will hold offices and a hotel.", "Offices and a hotel are what the new tower is for."),
        ("The first race was held and the second was called off.", "The first race was held, the second called off."),
        ("Both sides respected the truce overnight.", "The two sides kept to the truce overnight."),
        ("Man held over fire at port.", "Man in custody after blaze at port."),  # headlines
        # as torn as its original
        ("The mayor the new bridge on Monday.", "On Monday the mayor the new bridge."),
        # a slip of the pen, and a wrong form, are no lost word
        ("The bridge has been closed.", "The bridge has bee closed."),
        ("He explained that the bridge was closed.", "He explanation that the bridge was closed."),
    ],
)
def test_sound_english_and_slips_are_not_torn(original, copy, compare):
    assert garbled(compare(original, copy)) == []


def test_words_in_disorder_are_told_once(compare):
    original = "The coast guard rescued twelve sailors from a burning ship near Tarn on Sunday morning."
    copy = "Sunday burning guard the sailors twelve near on ship coast a morning rescued from Tarn."
    found = [f for f in garbled(compare(original, copy)) if "disorder" in f.message]
    assert [f.severity for f in found] == [Severity.MAJOR]


def test_two_words_that_changed_places_are_a_slip(compare):
    copy = "The guard coast rescued twelve sailors from a burning ship."
    found = garbled(compare("The coast guard rescued twelve sailors from a burning ship.", copy))
    assert all(f.severity is Severity.MINOR for f in found)
