"""What the point of a clause is, on both sides of each boundary."""

import pytest

from factcheck.model.claim import Kind, Modality


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The storm forced the ferry to turn back.", "forced", Kind.RELATION),  # brought about
        ("The captain forced the crew to turn back.", "forced", Kind.EVENT),  # done by somebody
        ("The tourists were allowed to leave.", "allowed", Kind.EVENT),
        ("The measures included replacing the guards.", "included", Kind.EVENT),
        ("The convoy included a fire engine.", "included", Kind.RELATION),
        ("A sale of the port is under discussion.", "discussion", Kind.EVENT),
        ("The sailors are under arrest.", "arrest", Kind.ATTRIBUTE),
        ("The shop stayed open.", "stayed", Kind.ATTRIBUTE),
        ("None succeeded.", "succeeded", Kind.EVENT),
        ("Twelve succeeded.", "succeeded", Kind.QUANTITY),
        ("The hearing is scheduled for Friday.", "scheduled", Kind.DATE),
        ("The judge spoke on Friday.", "spoke", Kind.EVENT),
        ("The judge could rule as early as Friday.", "rule", Kind.DATE),
        ("The crew would land the next morning.", "land", Kind.DATE),
        ("The fair took place in early 2020.", "took place", Kind.DATE),
        ("The firm has sold 40 ships since 2010.", "sold", Kind.QUANTITY),
        ("The firm sold 40 ships in 2010.", "sold", Kind.DATE),
        ("Workers blocked the gate on Monday, hoping to stop the sale.", "hoping", Kind.RELATION),
        ("The mayor opposes the plan.", "opposes", Kind.ATTRIBUTE),
        ("Rosa Diaz was among the most patient witnesses of the trial.", "among", Kind.ATTRIBUTE),  # judged
        ("Rosa Diaz was among the dead miners.", "among", Kind.RELATION),  # told who belongs
        ("The critics framed the sale as part of a plan.", "framed", Kind.RELATION),
        ("Residents called the estate a maze.", "called", Kind.ATTRIBUTE),
        ("Residents called the police.", "called", Kind.EVENT),
        ("The measures included replacing wardens, switching caterers and hiring guards.", "included", Kind.EVENT),
        ("The board approved a plan to build 12 ships.", "approved", Kind.QUANTITY),
        ("A 40-year-old climber died on Sunday.", "died", Kind.EVENT),
        ("Rosa Diaz is 38 years old.", "old", Kind.QUANTITY),
    ],
)
def test_the_point_of_a_clause(claims, text, word, kind):
    assert kind in {item.kind for item in claims(text) if word in item.span.text}


def test_a_headline_in_the_present_tells_of_an_event(claims):
    assert claims("Gunman kills a guard in Porto")[0].kind is not Kind.ATTRIBUTE
    assert claims("The museum opens at nine.")[0].kind is not Kind.EVENT


@pytest.mark.parametrize(
    ("text", "word", "modality"),
    [
        ("The union threatened a strike if wages were cut.", "threatened", Modality.CONDITIONAL),
        ("The union went on strike even if few joined it.", "went", Modality.ACTUAL),
        ("A sale of the port is under discussion.", "discussion", Modality.PLANNED),
        ("The sailors are under arrest.", "arrest", Modality.ACTUAL),
        ("The merger is all but certain.", "certain", Modality.OPINION),
        ("The trial is scheduled for May.", "scheduled", Modality.PLANNED),
    ],
)
def test_conditions_and_what_is_on_the_calendar(claim, text, word, modality):
    assert claim(text, word).modality is modality


def test_all_but_keeps_its_but(claim):
    assert claim("The merger is all but certain.", "certain").text == "The merger is all but certain."


def test_a_name_that_says_which_is_meant_stays_with_its_noun(claim):
    item = claim("They include the brothers Ugo and Elio Ferri, who led the guild.", "led")
    assert item.text == "The brothers Ugo and Elio Ferri led the guild."


def test_days_before_something_are_no_date(claims):
    assert {item.kind for item in claims("Days before Olsen’s transfer, the troops left the prison.")} == {Kind.EVENT}
    assert Kind.EVENT not in {item.kind for item in claims("Two days before the vote, the troops left the prison.")}
