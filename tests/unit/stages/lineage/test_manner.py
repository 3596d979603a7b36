"""How copies are made, and which of two undated texts is the copy."""

import pytest

from factcheck.model.article import Article
from factcheck.model.lineage import Derivation, Lineage
from factcheck.stages.lineage import lineage

ORIGINAL = """The harbour authority of Setubal moved forty containers of seized timber to a guarded yard on Friday.
Customs officers had found the timber in March, hidden under sacks of rice on a freighter from Belem.
The captain, Joaquim Teixeira, told investigators that he knew nothing of the cargo in the lower hold.
A court in Lisbon will decide in May whether the wood is to be sold or handed to a museum.
Environmental groups had asked for the trees to be sent back to the villages where they were felled.
The ministry said that the costs of the storage had already passed two million euros by the end of the winter.
Guards with dogs now walk around the yard day and night, a spokeswoman for the port said.
Two officers who took part in the search were praised by the minister in a short ceremony.
Nobody has claimed the freighter, which has been lying at the eastern pier since the spring.
Dealers in tropical wood estimate that the cargo would bring four million euros at an auction.
"""
SPUN = """The harbour authority of Setubal moved forty receptacles of confiscated timber to a guarded yard on Friday.
Customs officials had discovered the timber in March, concealed under sacks of rice on a cargo ship from Belem.
The skipper, Joaquim Teixeira, told detectives that he knew nothing of the freight in the lower hold.
A tribunal in Lisbon will determine in May whether the wood is to be vended or handed to a museum.
Ecological groups had requested for the trees to be sent back to the hamlets where they were chopped.
The ministry said that the expenses of the warehousing had already surpassed two million euros by the end of the winter.
Sentries with dogs now walk around the yard day and night, a spokeswoman for the harbour said.
Two officials who took part in the search were lauded by the minister in a brief ceremony.
Nobody has claimed the steamer, which has been lying at the eastern quay since the spring.
Merchants in tropical wood reckon that the freight would fetch four million euros at an auction.
"""
RETOLD = """On Friday forty containers with seized timber were taken to a guarded yard by Setubal's harbour authority.
Hidden under sacks of rice, the timber had been found by customs officers in March on a freighter from Belem.
He knew nothing of the cargo in the lower hold, the captain, Joaquim Teixeira, told investigators.
Whether the wood is to be sold or handed to a museum a court in Lisbon will decide in May.
That the trees be sent back to the villages where they were felled had been asked by environmental groups.
By the end of the winter the costs of storage had already passed two million euros, said the ministry.
Day and night, a spokeswoman for the port said, guards with dogs now walk around the yard.
In a short ceremony the minister praised two officers who took part in the search.
The freighter has been lying at the eastern pier since the spring, and nobody has claimed it.
At an auction the cargo would bring four million euros, dealers in tropical wood estimate.
"""
LINES = ORIGINAL.splitlines()


def derived(first: str, second: str) -> Lineage:
    (link,) = lineage([Article("b", first), Article("a", second)])
    return link


@pytest.mark.parametrize(
    ("copy", "how"),
    [
        (SPUN, Derivation.SPUN),
        (RETOLD, Derivation.UNKNOWN),
        (RETOLD.replace("Teixeira", "Tesheira"), Derivation.TRANSLATED),
        (RETOLD.replace("a court", "an ancient court").replace("seized", "ancient"), Derivation.UNKNOWN),
        ("\n".join(LINES[:9]), Derivation.VERBATIM),
        ("\n".join(LINES[:2] + LINES[4:5]), Derivation.CONDENSED),
        (ORIGINAL.replace("Teixeira", "Teixera"), Derivation.VERBATIM),
    ],
)
def test_how_a_copy_was_made(copy: str, how: Derivation) -> None:
    assert derived(ORIGINAL, copy).how is how


def test_a_shortened_text_is_the_copy_whatever_the_ids() -> None:
    short = "\n".join(LINES[:8])
    for articles in ([Article("a", ORIGINAL), Article("b", short)], [Article("b", ORIGINAL), Article("a", short)]):
        (link,) = lineage(articles)
        original = next(article.id for article in articles if article.text == ORIGINAL)
        assert link.original == original
        assert any("stand nowhere in" in reason.what for reason in link.evidence)


def test_the_rarer_words_are_the_copys() -> None:
    assert derived(ORIGINAL, SPUN).copy == "a"
    assert derived(SPUN, ORIGINAL).copy == "b"
    assert any("stand one for one for others" in reason.what for reason in derived(ORIGINAL, SPUN).evidence)


def test_where_nothing_shows_the_copy_that_is_said_and_little_is_trusted() -> None:
    link = derived(ORIGINAL, RETOLD)
    assert any(reason.what.startswith("nothing shows which") for reason in link.evidence)
    assert link.confidence <= 0.6


def test_other_forms_of_a_name_and_known_spellings_are_no_misspellings() -> None:
    for was, put in (("Lisbon", "Lisbon’s"), ("Joaquim Teixeira", "Mr Teixeira")):
        assert derived(ORIGINAL, RETOLD.replace(was, put)).how is Derivation.UNKNOWN
