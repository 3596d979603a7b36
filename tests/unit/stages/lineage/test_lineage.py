"""Who derives from whom, and who does not."""

from datetime import date

from factcheck.model.article import Article
from factcheck.model.lineage import Derivation
from factcheck.stages.lineage import lineage, origins

STORY = """The harbour authority of Setubal moved 40 containers of seized timber to a guarded yard on Friday night.
Customs officers had found the timber in March, hidden under sacks of rice on a freighter from Belem.
The captain of the freighter told investigators that he knew nothing of the cargo in the lower hold.
A court in Lisbon will decide in May whether the wood is to be sold or handed to a museum.
Environmental groups had asked for the trees to be sent back to the villages where they were felled.
The ministry said that the costs of the storage had already passed two million euros by the end of the winter.
Guards with dogs now walk around the yard day and night, a spokeswoman for the port said.
Two officers who took part in the search were praised by the minister in a short ceremony.
"""
REWRITE = """Forty containers of confiscated timber were taken to a guarded yard by the harbour authority on Friday.
According to the Harbor Ledger, customs officers found the timber in March under sacks of rice on a freighter.
The freighter's captain told investigators he knew nothing about the cargo in the lower hold.
In May a Lisbon court will decide if the wood is sold or handed to a museum.
Environmental groups asked that the trees be sent back to the villages where they had been felled.
Storage costs have already passed two million euros, the ministry said.
Guards with dogs walk around the yard day and night, the port's spokeswoman said.
"""
OTHER = """Police in Setubal closed the road to the port on Friday while trucks with containers passed.
Residents complained about the noise, and a bakery had to throw away its bread.
The mayor promised that the next convoy would be announced in time.
He also said the city had not been told what was in the trucks.
A football match in the evening was played without spectators from the visiting town.
Trains were running again on Saturday morning.
"""


def test_a_rewrite_with_a_credit_derives_from_the_credited() -> None:
    original = Article("ledger", STORY, publisher="The Harbor Ledger", published=date(2024, 4, 2))
    copy = Article("courier", REWRITE, publisher="Daily Courier", published=date(2024, 4, 3))
    (link,) = lineage([copy, original])
    assert (link.original, link.copy, link.how) == ("ledger", "courier", Derivation.CREDITED)
    assert any("credits Harbor Ledger" in reason.what for reason in link.evidence)
    assert origins([original, copy], [link]) == {"ledger": "ledger", "courier": "ledger"}


def test_the_same_text_is_a_copy_of_the_earlier() -> None:
    first = Article("z", STORY, published=date(2024, 4, 2))
    second = Article("a", STORY, published=date(2024, 4, 3))
    (link,) = lineage([second, first])
    assert (link.original, link.copy, link.how) == ("z", "a", Derivation.VERBATIM)


def test_independent_reports_of_one_day_share_no_lineage() -> None:
    assert lineage([Article("a", STORY), Article("b", OTHER)]) == ()


def test_a_credit_in_passing_is_no_derivation() -> None:
    passing = OTHER + "The timber was first reported by the Harbor Ledger.\n"
    assert lineage([Article("a", STORY, publisher="Harbor Ledger"), Article("b", passing)]) == ()


def test_evidence_quotes_what_stands_there() -> None:
    original, copy = Article("a", STORY, publisher="Harbor Ledger"), Article("b", REWRITE)
    texts = {"a": STORY, "b": REWRITE}
    (link,) = lineage([original, copy])
    spans = [span for reason in link.evidence for span in reason.spans]
    assert spans
    assert all(texts[span.source][span.start : span.end] == span.text for span in spans)


def test_no_order_changes_the_lineage() -> None:
    articles = [Article("a", STORY, publisher="Harbor Ledger"), Article("b", REWRITE), Article("c", OTHER)]
    assert lineage(articles) == lineage(articles[::-1])


def test_a_chain_has_one_origin() -> None:
    articles = [Article(id_, "") for id_ in "abc"]
    from factcheck.model.lineage import Lineage

    links = [Lineage("a", "b", Derivation.VERBATIM, 0.9, 1.0), Lineage("b", "c", Derivation.VERBATIM, 0.9, 1.0)]
    assert origins(articles, links) == {"a": "a", "b": "a", "c": "a"}


def test_empty_articles_and_long_lines_do_not_raise() -> None:
    assert lineage([Article("a", ""), Article("b", "x" * 100_000), Article("c", "1,2 " * 20_000)]) == ()
