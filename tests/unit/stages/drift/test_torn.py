"""A copy that has lost a word that its grammar needs, or its order; and sound English that looks like it."""

import pytest
import spacy

from factcheck.model.article import Article
from factcheck.model.finding import DriftType, Severity
from factcheck.stages import annotate
from factcheck.stages.drift import drift


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
        (
            "Doctors also believed patients might stop their own treatment.",
            "Doctors also worried that patients could stop their own treatment.",
        ),
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


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ("The council will close two schools next year.", "Two schools to close next year"),  # a headline
        ("The council will close two schools next year.", "Next year, two schools are to close."),
        ("Tom Ash sent the letter to the mayor.", "Tom Ash sent the mayor the letter."),
        ("Thieves set fire to the mill.", "Thieves set the mill on fire."),
    ],
)
def test_another_build_of_a_sentence_is_no_loss(original, copy, compare):
    assert [f for f in garbled(compare(original, copy)) if f.severity is not Severity.MINOR] == []


def test_a_preposition_that_is_lost_is_still_told(compare):
    found = garbled(compare("The aid was paid for two years.", "The aid paid two years."))
    assert found
    assert found[0].severity is Severity.CRITICAL


def test_a_lost_word_is_told_at_one_gap(compare):
    original = "Workers found a loose tile on the roof of the museum."
    found = garbled(compare(original, "On the of the museum workers found a loose."))
    assert len({finding.message.rsplit(": ", 1)[-1] for finding in found}) == len(found)


def test_an_untagged_text_is_not_called_torn():
    nlp = spacy.blank("en")
    original, copy = "The council will close two schools.", "The council will two schools."
    articles = Article("original", original), Article("copy", copy)
    findings = drift(nlp(original), nlp(copy), *articles, encoder=annotate).findings
    assert not any("missing" in f.message for f in findings)
