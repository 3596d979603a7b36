import pytest

from factcheck.model.claim import Kind


def test_conjoined_verbs_are_two_claims_with_one_subject(claims):
    found = claims("The harbor master closed the port and ordered two ferries to turn back.")
    assert [item.predicate for item in found][:2] == ["close", "order"]
    assert found[1].text.startswith("The harbor master ordered two ferries")


def test_the_passive_is_read_actively(claim):
    item = claim("The bridge was destroyed by a storm.", "destroyed")
    assert (item.subject, item.predicate, item.object) == ("a storm", "destroy", "The bridge")
    assert {argument.role for argument in item.arguments} >= {"subject", "object"}


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("By Friday 61 families had been moved out.", None),
        ("The loans are to be repaid by 2028.", None),
        ("The brothers were buried side by side.", None),
        ("The wall was built by hand.", None),
        ("Prices were cut by 5 percent.", None),
        ("The town was attacked by 30 men.", "30 men"),
        ("The wall was built by the monks by the end of May.", "the monks"),
    ],
)
def test_when_and_how_are_nobody_who_does_it(claims, text, agent):
    assert claims(text)[0].subject == agent


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The bridge is to be reopened on Monday.", "reopen"),
        ("The ministers were to meet in Oslo.", "meet"),
        ("Its aim is to keep the school open.", "be"),
    ],
)
def test_who_is_to_do_something_does_it(claims, text, predicate):
    assert claims(text)[0].predicate == predicate


def test_a_particle_belongs_to_the_predicate(claim):
    assert claim("Rebels took over the airport.", "airport").predicate == "take over"


def test_a_participle_takes_the_subject_and_tense_of_its_clause(claim):
    item = claim("A bus left the road near Porto, killing nine passengers.", "killing")
    assert item.text == "A bus killed nine passengers."
    assert item.kind is Kind.QUANTITY
    assert item.quantity is not None
    assert item.quantity.value == 9


def test_a_relative_clause_speaks_of_its_noun(claim):
    item = claim("The mayor praised Ana Duarte, who rescued a child from the river.", "rescued")
    assert item.text == "Ana Duarte rescued a child from the river."
    assert item.subject == "Ana Duarte"


def test_a_month_or_year_makes_a_date_claim_and_is_resolved(claim):
    item = claim("The factory closed in March 2019.", "closed")
    assert item.kind is Kind.DATE
    assert item.time is not None
    assert (str(item.time.first), str(item.time.last)) == ("2019-03-01", "2019-03-31")


def test_an_amount_makes_a_quantity_claim(claim):
    item = claim("The police have arrested at least 30 protesters in Lima.", "arrested")
    assert item.kind is Kind.QUANTITY
    assert (item.predicate, item.object) == ("arrest", "at least 30 protesters in Lima")
    assert item.quantity is not None
    assert item.quantity.low == 30


def test_known_amounts_leave_the_event_its_point(claim):
    item = claim("The navy freed the 12 hostages.", "freed")
    assert item.kind is Kind.EVENT
    assert item.quantity is not None
    assert item.quantity.value == 12


def test_a_condition_stays_with_what_it_limits(claim):
    text = "The union will strike if talks fail."
    assert "if talks fail" in claim(text, "strike").text


def test_what_only_describes_a_source_is_no_claim(claims):
    found = claims("Officials who spoke to the paper said the dam was safe.")
    assert all("spoke" not in item.span.text for item in found)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The coach struck and injured a cyclist.", ["The coach struck a cyclist.", "The coach injured a cyclist."]),
        ("Norline owns and operates ferries.", ["Norline owns ferries.", "Norline operates ferries."]),
        ("The coach hit and killed a nurse.", ["The coach hit a nurse.", "The coach killed a nurse."]),
        ("The thief shot and wounded a guard.", ["The thief shot a guard.", "The thief wounded a guard."]),
        ("The thief shot and killed three guards.", ["The thief killed three guards."]),
        ("Officers questioned and released two men.", ["Officers released two men."]),
        ("The driver stopped and bought a car.", ["The driver bought a car."]),
    ],
)
def test_two_verbs_may_share_an_object(claims, text, told):
    assert [item.text for item in claims(text)] == told


def test_what_is_shared_is_the_object(claims):
    found = claims("The coach hit and killed a nurse.")
    assert [(item.predicate, item.object) for item in found] == [("hit", "a nurse"), ("kill", "a nurse")]
    assert found[0].span.text == "The coach hit and killed a nurse"


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("The guard did not stop or help the girl.", "help", "The guard did not help the girl."),
        ("The firm has not left the city or sold its ships.", "sold", "The firm has not sold its ships."),
    ],
)
def test_a_negation_goes_on_after_or(claims, text, words, told):
    (item,) = [item for item in claims(text) if words in item.text]
    assert (item.text, item.negated) == (told, True)


def test_a_poll_shows_somebody_doing_something(claims):
    item = claims("An average of polls shows Moor leading Hale by 7 points.")[0]
    assert (item.text, item.subject, item.object) == ("Moor is leading Hale by 7 points.", "Moor", "Hale")
    assert item.attribution is not None
    assert item.attribution.speaker == "An average of polls"


def test_the_proof_is_no_claim_beside_what_it_proves(claims):
    assert [item.text for item in claims("The mayor took the money, the government proved.")] == [
        "The mayor took the money."
    ]


def test_harm_has_the_date_of_what_did_it(claims):
    found = claims("A quake hit the town of Kelby in February, killing hundreds of people.")
    assert [c.time.text for c in found if c.time] == ["February", "February"]
