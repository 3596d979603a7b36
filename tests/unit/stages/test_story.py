"""Which articles tell of one matter."""

import random

import numpy as np
import pytest

import factcheck
from factcheck.model.article import Article
from factcheck.stages.story import by_name, stories

FERRY = (
    "The ferry Amihan sank off Batangas on Monday. Fourteen passengers drowned, and the coast guard searched the bay."
)
BOAT = (
    "Divers found the wreck of the Amihan near Batangas. "
    "The ferry had sunk with passengers whom the coast guard missed."
)
STRIKE = "Bus drivers in Leeds walked out over pay. The union said the depot stays closed until the council talks."
TALKS = (
    "The council in Leeds met the union of the striking bus drivers. Pay at the depot is what the drivers want raised."
)
TEXTS = {"ferry": FERRY, "boat": BOAT, "strike": STRIKE, "talks": TALKS}


def articles() -> list[Article]:
    return [Article(id_, text) for id_, text in TEXTS.items()]


def test_two_matters_are_two_stories() -> None:
    assert stories(articles()) == (("boat", "ferry"), ("strike", "talks"))


def test_no_order_of_the_articles_changes_them() -> None:
    shuffled = articles()
    random.Random(3).shuffle(shuffled)
    assert stories(shuffled) == stories(articles())


def test_a_copy_is_of_the_story_of_its_original() -> None:
    assert stories(articles(), [("ferry", "strike")]) == (("boat", "ferry", "strike", "talks"),)


def test_one_article_or_none() -> None:
    assert stories([]) == ()
    assert stories(articles()[:1]) == (("ferry",),)


def test_claims_of_two_stories_are_not_compared() -> None:
    report = factcheck.reconcile(articles())
    assert report.stories == (("boat", "ferry"), ("strike", "talks"))
    story = {id_: number for number, group in enumerate(report.stories) for id_ in group}
    for cluster in report.clusters:
        assert len({story[claim.source] for claim in cluster.claims}) == 1


def test_two_texts_that_are_compared_are_one_matter() -> None:
    assert factcheck.compare(FERRY, STRIKE).stories == (("a", "b"),)


def test_a_few_articles_that_share_rare_names_are_one_story_whatever_their_words() -> None:
    wire = {"resign": 20.0, "mayor": 20.0, "name okonjo": 20.0, "name brackwater": 20.0}
    essay = {"stall": 60.0, "cigar": 60.0, "lily": 60.0, "opera": 60.0, "name okonjo": 20.0, "name brackwater": 20.0}
    other = {**essay, "mayor": 20.0, "resign": 20.0}
    del other["name okonjo"]
    likeness = np.array([[1.0, 0.15, 0.15], [0.15, 1.0, 0.15], [0.15, 0.15, 1.0]], dtype=np.float32)
    raised = by_name(likeness, [wire, essay, other], 0.17)
    assert raised[0, 1] == raised[1, 0] == pytest.approx(0.34)
    assert raised[0, 2] == pytest.approx(0.15)
    assert by_name(np.array([[1.0, 0.05], [0.05, 1.0]], dtype=np.float32), [wire, essay], 0.17)[0, 1] < 0.17
