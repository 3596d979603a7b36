import pytest

from factcheck.model.claim import Kind


def roles(found) -> set[tuple[str | None, str | None]]:
    return {(item.subject, item.object) for item in found if item.kind is Kind.ROLE}


def test_an_apposition_is_a_role(claims):
    found = claims("Ana Duarte, the former head of the Lisbon port authority, resigned.")
    assert ("Ana Duarte", "the former head of the Lisbon port authority") in roles(found)
    item = next(item for item in found if item.kind is Kind.ROLE)
    assert item.predicate == "be"
    assert item.text == "Ana Duarte is the former head of the Lisbon port authority."


def test_a_title_before_a_name_is_a_role(claims):
    found = claims("Finance Minister Ana Duarte resigned on Tuesday.")
    assert ("Ana Duarte", "Finance Minister") in roles(found)


def test_a_copula_states_a_role(claims):
    found = claims("Ana Duarte was the director of the museum.")
    assert [item.predicate for item in found if item.kind is Kind.ROLE] == ["be"]


def test_a_list_is_no_apposition(claims):
    assert roles(claims("The hall holds a chair, a table and a lamp.")) == set()


def test_a_courtesy_title_is_no_role(claims):
    assert roles(claims("Ms. Duarte resigned on Tuesday.")) == set()


def test_kinship_is_a_relation(claims):
    found = claims("Ana Duarte's brother, Rui Duarte, owns the ferry.")
    assert any(item.kind is Kind.RELATION and item.subject == "Rui Duarte" for item in found)


def test_a_title_is_nobody_who_bears_one(claims):
    texts = {item.text for item in claims("Greek Prime Minister Ann Papadou resigned on Monday.")}
    assert "Ann Papadou was the Greek Prime Minister." in texts
    assert not any(text.startswith("Minister is") for text in texts)


def test_a_list_of_relatives_gives_each_a_relation(claims):
    texts = {
        c.text for c in claims("Rosa Diaz was survived by her sister Joyce Hill of Porto, and her brother Jack Diaz.")
    }
    assert not any("Joyce Hill is" in text and "Jack" in text for text in texts)


def test_a_clause_is_no_title(claims):
    texts = {c.text for c in claims("The paper also reports that Duarte has re - hired attorney Ann Holley.")}
    assert not any(text.startswith("Ann Holley is Duarte") for text in texts)


def test_two_titles_and_two_names_pair_off(claims):
    texts = {c.text for c in claims("She shared the stage with actress Goldie Hern and comedian Chevy Case.")}
    assert "Goldie Hern was an actress." in texts
    assert not any("comedian was" in text or "Case was an actress" in text for text in texts)


def test_a_town_is_nobodys_son_and_who_says_so_is_kept(claims):
    found = claims("Jay Moor died on Saturday at his home in Santa Elena, Calif., his grandson Ned Hale said.")
    assert [item.text for item in found if "grandson" in item.text] == ["Ned Hale is Jay Moor’s grandson."]
    assert found[0].attribution is not None
    assert found[0].attribution.speaker == "Ned Hale"


def test_who_turned_something_else_is_that_now(claims):
    texts = [item.text for item in claims("Ada Moor, the swimming champion turned actress who sang in films, died.")]
    assert "Ada Moor was the swimming champion." in texts
    assert "Ada Moor was an actress." in texts
    assert not any("turned" in text for text in texts if text.startswith("Ada Moor was"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Robert Moor, 61, a Democrat who runs the city, was found guilty.",
            "Robert Moor was a Democrat who runs the city.",
        ),
        ("Robert Moor, a 61-year-old Republican, showed no emotion.", "Robert Moor was a 61-year-old Republican."),
        ("Robert Moor, a 34-year-old welder, was arrested.", "Robert Moor was a 34-year-old welder."),
    ],
)
def test_party_and_trade_stand_beside_an_age(claims, text, told):
    assert told in [item.text for item in claims(text)]


def test_where_he_died_is_not_what_he_was(claims):
    text = "An inquiry into the death of Ed Moor, an 81-year-old former miner, at Kelby General on Friday is under way."
    texts = [item.text for item in claims(text)]
    assert "Ed Moor is an 81-year-old former miner." in texts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The jury cleared DEA agent Ann Roe.", "Ann Roe was a DEA agent."),
        ("The jury will hear DEA agent Ann Roe.", "Ann Roe is a DEA agent."),
        ("President Ann Roe signed the bill.", "Ann Roe was the President."),
        ("President Ann Roe will sign the bill.", "Ann Roe is the President."),
        ("Senators Ann Roe and Bea Lund wrote the bill.", "Ann Roe was a Senator."),
        ("Former prime minister Ann Roe is ill.", "Ann Roe is a former prime minister."),
        ("Democratic lawmaker Ann Roe is ill.", "Ann Roe is a Democratic lawmaker."),
        ("Talks with U.N. Secretary-General Ann Roe ended.", "Ann Roe was the U.N. Secretary-General."),
        ("A mob killed European envoy Ann Roe and union leader Bea Lund.", "Bea Lund was a union leader."),
        ("The court fined Vice President Ann Roe.", "Ann Roe was the Vice President."),
        ("He advised Vice President Ann Roe.", "Ann Roe was the Vice President."),
        ("Acme vice president Ann Roe left the room.", "Ann Roe was a vice president."),
        ("Bea Lund's friend and ally, Ann Roe, left the room.", "Ann Roe was Bea Lund's ally."),
        ("Lund's son, actor Bob Lund, left the room.", "Bob Lund was an actor."),
        ("Third-party candidates Ann Roe and Bea Lund are ill.", "Ann Roe is a third-party candidate."),
        ("Ann Roe, a lawyer and singer, left the room.", "Ann Roe was a singer."),
        ("Ann Roe, chairman of the board, left the room.", "Ann Roe was chairman of the board."),
        ("The court fined Kenya's Trade Minister Ann Roe.", "Ann Roe was Kenya's Trade Minister."),
    ],
)
def test_a_title_has_an_article_where_one_belongs(claims, text, told):
    assert told in [item.text for item in claims(text)], [item.text for item in claims(text)]
