"""Whom a claim counts among a circle, and whether another claim tells of that very one what the circle underwent."""

import pytest

from factcheck import Article, extract
from factcheck.frames.circle import deed_of
from factcheck.frames.frame import frames
from factcheck.stages.link.barred import barred
from factcheck.stages.link.circles import in_circle


def levels(left: str, right: str) -> set[str]:
    claims = extract([Article("a", left), Article("b", right)])
    return {level for level, _ in in_circle(frames(claims)).values()}


@pytest.mark.parametrize(
    ("circle", "senses", "done"),
    [
        ("the 12 people arrested on Monday", {"capture"}, False),
        ("those being flown to Brenna", None, None),  # a sense that the table lacks: the verb alone is compared
        ("three workers injured in the blast", {"injure"}, False),
        ("those who were laid off last week", {"dismiss", "job_cut"}, False),
        ("the 12 people taken into custody", {"capture"}, False),
        ("those who fled", {"escape"}, True),
        ("the dead", {"die"}, False),
        ("the nominees for best actress", {"hire"}, False),
    ],
)
def test_the_words_of_a_circle_say_what_became_of_it(circle: str, senses: set[str] | None, done: bool | None) -> None:
    deed = deed_of(circle)
    assert deed is not None
    if senses is not None:
        assert (set(deed.senses), deed.done) == (senses, done)


@pytest.mark.parametrize(
    "circle",
    ["the witnesses", "the injured drivers", "those facing charges", "those who will be freed", "those still missing"],
)
def test_nothing_became_of_a_circle_that_does_not_say_so(circle: str) -> None:
    assert deed_of(circle) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The dead included Ana Ruiz.", "Ana Ruiz was killed in the fire."),
        ("Among the dead was Ana Ruiz, a teacher.", "Ana Ruiz died in the fire."),
        ("Ana Ruiz was among 14 people killed in the fire.", "The fire killed Ana Ruiz."),
        ("Police in Tolna arrested 12 people, including Ana Ruiz and Tom Berg.", "Tom Berg was detained in Tolna."),
        ("In two raids the council expelled 12 men, including Tom Berg.", "The council has sent Tom Berg abroad."),
        ("Those laid off include Ana Ruiz.", "The paper laid off Ana Ruiz."),
        ("The academy nominated five actors, including Ana Ruiz.", "Ana Ruiz was nominated."),
        ("Tolna was also releasing into Brennan custody Ana Ruiz.", "Ana Ruiz was among those handed over."),
        ("The court freed 12 men, including the brothers Juan and Pedro Ruiz.", "The court released Pedro Ruiz."),
    ],
)
def test_membership_in_a_circle_is_the_deed_itself(left: str, right: str) -> None:
    assert levels(left, right) == {"exact"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ana Ruiz was among the witnesses.", "Ana Ruiz was killed in the fire."),  # nothing was done to the circle
        ("Ana Ruiz was among those who welcomed the plan.", "The council welcomed Ana Ruiz."),  # the other side of it
        ("Ana Ruiz was among those arrested on Monday.", "Ana Ruiz was arrested in 2013."),  # another time
        ("Ana Ruiz was among those injured in the crash.", "Ana Ruiz was killed in the crash."),  # another deed
        ("Ana Ruiz was among those killed in the crash.", "Carla Ruiz was killed in the crash."),  # another person
        ("Ana Ruiz was not among those freed.", "The court freed Ana Ruiz."),
        ("Ana Ruiz could be among those freed.", "The court freed Ana Ruiz."),
        ("The court freed 12 men, among them Ana Ruiz.", "The court may free Ana Ruiz."),
        ("The court freed 12 men, including Ana Ruiz.", "The court jailed Ana Ruiz."),
        ("The court freed 12 men, including leaders of the Tolna gang.", "The court freed the Tolna gang."),
        ("Ana Ruiz was among those taken to hospital.", "Ana Ruiz was taken into custody."),  # one verb, two deeds
        ("Ana Ruiz was among those believed to have fled.", "Ana Ruiz was believed to be ill."),
        ("The rebels released 12 hostages, including Ana Ruiz.", "Ana Ruiz released the rebels."),
        ("Kelby United bought nine players, including Ana Ruiz.", "Torvik United bought Ana Ruiz."),
        ("Ana Ruiz was among those nearly killed in the fire.", "Ana Ruiz was killed in the fire."),
    ],
)
def test_look_alikes_of_a_membership_are_not_linked_by_it(left: str, right: str) -> None:
    assert levels(left, right) == set()


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("Ana Ruiz was among them.", "Ana Ruiz was among the prisoners.", False),  # who they are is not known
        ("Those who were moved include Ana Ruiz.", "The prisoners include Ana Ruiz.", False),
        ("Ana Ruiz was among the jurors.", "Ana Ruiz was among the prisoners.", True),
    ],
)
def test_a_pronoun_is_no_other_circle(left: str, right: str, apart: bool) -> None:
    table = frames(extract([Article("a", left), Article("b", right)]))
    first, second = (next(f for f in table.values() if f.claim.source == source) for source in ("a", "b"))
    assert barred(first, second) is apart
