import json
from pathlib import Path

import pytest

from factcheck.model.article import Article
from factcheck.model.finding import DriftType, Severity
from factcheck.stages.drift import drift

CASES = [
    json.loads(line)
    for line in Path(__file__).with_name("cases.jsonl").read_text(encoding="utf-8").splitlines()
    if line
]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_change_of_meaning_is_found_and_a_paraphrase_is_not(case, compare, request):
    if case.get("known_failure"):
        request.applymarker(pytest.mark.xfail(reason=case["known_failure"], strict=True))
    findings = compare(case["original"], case["copy"]).findings
    serious = [(f.drift.value, f.severity.value) for f in findings if f.severity is not Severity.MINOR]
    if not case["expect"]:
        assert serious == []
    for kind, left, right in case["expect"]:
        matching = [f for f in findings if f.drift is DriftType(kind) and f.severity is not Severity.MINOR]
        assert matching, serious
        texts = {
            source: " ".join(s.text for f in matching for s in f.spans if s.source == source)
            for source in ("original", "copy")
        }
        assert left in texts["original"]
        assert right in texts["copy"]


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ("The archbishop retired on Sunday.", "The archbishop will retire on Sunday."),
        ("The choir is expected to sing in the square on Sunday.", "The choir sang in the square on Sunday."),
        ("The mill has fewer than nine workers.", "The mill has more than nine workers."),
        ("At least 70 cars were burnt.", "95 cars were burnt."),
    ],
)
def test_a_reader_who_learns_something_false_meets_a_critical_finding(original, copy, compare):
    findings = compare(original, copy).findings
    assert findings[0].severity is Severity.CRITICAL


@pytest.mark.parametrize(
    ("original", "copy", "message"),
    [
        (
            "Olsen will stay in office as mayor until a successor is chosen.",
            "Olsen will in office as mayor until a successor is chosen.",
            'a verb is missing in "will in": "stay"',
        ),
        (
            "The guard had told the curator of a loose tile.",
            "The guard had told the curator of a loose.",
            'a noun is missing in "loose.": "tile"',
        ),
    ],
)
def test_a_word_that_the_grammar_of_the_copy_needs_is_missed(original, copy, message, compare):
    assert message in [finding.message for finding in compare(original, copy).findings]


def test_another_number_is_not_said_to_be_the_same(compare):
    findings = compare("At least 70 cars were burnt.", "75 cars were burnt.").findings
    assert [step for f in findings for step in f.explanation if "number" in step] == [
        "Neither the number nor its bound is the same."
    ]


@pytest.mark.parametrize(
    ("term", "spun"),
    [
        ("noise reduction", "commotion decrease"),
        ("the random forest", "the arbitrary timberland"),
        ("the support vector method", "the assistance vector method"),
        ("principal components", "amazing components"),
    ],
)
def test_a_term_replaced_word_by_word_is_told(term, spun, compare):
    frame = "The study describes {} and compares the results with those of earlier work."
    findings = compare(frame.format(term), frame.format(spun)).findings
    assert [f.drift for f in findings] == [DriftType.TERM_SUBSTITUTION]


@pytest.mark.parametrize("other", ["the support vector technique", "the support vector method"])
def test_a_term_that_is_kept_is_not(other, compare):
    frame = "The study describes {} and compares the results with those of earlier work."
    assert not compare(frame.format("the support vector method"), frame.format(other)).findings


ORIGINAL = (
    "The mayor of Harwick said on Monday that 14 workers had been rescued from the flooded mine.\n"
    "Doctors treated nine of them for minor injuries.\n"
    "The company, Orrin Minerals, has operated the pit since 1987.\n"
    "An inquiry will begin next week."
)
COPY = (
    "Harwick's mayor said on Monday that 41 workers had been rescued from the flooded mine.\n"
    "The company, Orrin Minerals, has operated the pit since 1987.\n"
    "An inquiry will begin next week."
)


def test_spans_and_marks_are_verbatim_and_ordered(compare):
    result = compare(ORIGINAL, COPY)
    texts = {"original": ORIGINAL, "copy": COPY}
    assert result.findings
    for finding in result.findings:
        assert list(finding.spans) == sorted(finding.spans)
        for span in (*finding.spans, *finding.marks):
            assert texts[span.source][span.start : span.end] == span.text


def test_the_summary_counts_sentences_of_the_original(compare):
    summary = compare(ORIGINAL, COPY).summary
    assert (summary.faithful, summary.changed, summary.lost, summary.added) == (2, 1, 1, 0)


def test_a_text_does_not_drift_from_itself(compare):
    result = compare(ORIGINAL, ORIGINAL)
    assert result.findings == ()
    assert result.summary.faithful == 4


def test_the_same_texts_give_the_same_findings_and_ids(compare):
    assert compare(ORIGINAL, COPY) == compare(ORIGINAL, COPY)


def test_ids_do_not_depend_on_where_a_sentence_stands(compare):
    moved = compare("A first line that both have.\n" + ORIGINAL, "A first line that both have.\n" + COPY)
    assert {f.id for f in compare(ORIGINAL, COPY).findings} == {f.id for f in moved.findings}


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "!!!", "1,2,3" * 50, "a\u0000b \U0001f600", "Ünïcode “quotes” — and 中文"]
)
def test_odd_texts_do_not_raise(text, compare):
    compare(text, ORIGINAL)
    compare(ORIGINAL, text)
    compare(text, text)


def test_bare_tokens_are_enough():
    import spacy

    nlp = spacy.blank("en")
    left, right = Article("a", ORIGINAL), Article("b", COPY)
    found = drift(nlp(ORIGINAL), nlp(COPY), left, right).findings
    assert DriftType.NUMBER_CHANGE in {finding.drift for finding in found}


def test_what_one_is_protected_from_is_denied_as_what_one_avoids():
    from factcheck.model.article import Article
    from factcheck.model.finding import DriftType
    from factcheck.stages import annotate
    from factcheck.stages.drift import drift

    nlp = annotate.load("accurate")

    def denied(left: str, right: str) -> bool:
        found = drift(nlp(left), nlp(right), Article("o", left), Article("c", right), encoder=annotate).findings
        return any(finding.drift is DriftType.POLARITY for finding in found)

    original = "The cooks were replaced to protect the crew from poisoning."
    assert not denied(original, "The cooks were replaced to avoid poisoning the crew.")
    assert denied("The crew voted for poisoning the rats.", "The crew voted not to poison the rats.")


def test_what_is_left_out_is_quoted_between_words_and_marked_as_stretches(compare):
    lost = '"The bishop, Arne Halvorsen, has asked the national museum to lend the cathedral at least 60 paintings."'
    first, last = "The cathedral of Tunsby is being restored.", "It will open again in the spring of 2031."
    rest = "The roof will be of copper.\nTwo towers are to be built."
    (finding,) = compare("\n".join((first, lost, last, rest)), "\n".join((first, last, rest))).findings
    quoted = "The bishop, Arne Halvorsen, has asked the national museum … at least 60 paintings."
    assert finding.message == f'The sentence "{quoted}" is left out'
    assert [mark.text for mark in finding.marks] == [
        "bishop, Arne Halvorsen, has asked the national museum to lend",
        "least 60 paintings",
    ]


def test_a_sentence_that_a_short_text_lost_is_told(compare):
    original = (
        "The pier is being rebuilt. The mayor, Lise Brandal, asked the state for 9 million crowns. It opens in May."
    )
    (finding,) = compare(original, "The pier is being rebuilt. It opens in May.").findings
    assert (finding.drift, finding.severity) == (DriftType.OMISSION, Severity.MAJOR)


@pytest.mark.parametrize(
    ("original", "copy", "message"),
    [
        (
            "Brazil defeated Chile in the final.",
            "Chile defeated Brazil in the final.",
            "In the original Brazil defeats Chile, in the copy Chile defeats Brazil",
        ),
        (
            "The nurses accused the surgeon.",
            "The surgeon accused the nurses.",
            "In the original the nurses accuse the surgeon, in the copy the surgeon accuses the nurses",
        ),
        (
            "The striker, who beat the keeper, left the club.",
            "The striker, who was beaten by the keeper, left the club.",
            "In the original the striker beats the keeper, in the copy the keeper beats the striker",
        ),
    ],
)
def test_who_did_it_to_whom_is_told_by_their_names(original, copy, message, compare):
    assert message in [finding.message for finding in compare(original, copy).findings]


def test_between_texts_about_different_things_no_word_is_told(compare):
    original = (
        "The harbour of Sund was closed on Monday. A tanker had lost 40 tonnes of oil. Divers found a crack. "
        "Two beaches were not cleaned until Thursday. The mayor thanked the volunteers. A fine is likely, she said."
    )
    copy = (
        "The choir of St Anne sang in the new hall. Tickets were sold out within a day. The organ was a gift. "
        "The firm Dahl & Lunde had cleaned the beach by the hall in April. The soloist is nineteen. Both songs are new."
    )
    result = compare(original, copy)
    assert {finding.severity for finding in result.findings} == {Severity.MINOR}
    assert result.alignment.matches == ()


def test_a_sentence_kept_as_it_was_is_compared_in_a_text_that_is_otherwise_new(compare):
    kept = "The tanker Aurora lost 40 tonnes of oil off Sund on Monday morning, the coast guard said."
    rest = (
        "The choir sang in the new hall. Tickets were sold out within a day. The organ was a gift of a baker. "
        "The soloist is nineteen. Two songs were new. The next concert is in May. A recording is planned."
    )
    other = (
        "Potatoes were dear this winter. Nobody knows why. Farmers blame mice. Shops blame farmers. The union wants a "
        "subsidy. Rain is forecast. Prices may fall by Easter."
    )
    messages = [f.message for f in compare(f"{kept} {rest}", f"{kept.replace('40', '90')} {other}").findings]
    assert any("90" in message for message in messages)


def test_the_shift_of_indirect_speech_is_no_finding_at_all(compare):
    assert (
        compare("The minister said: “The train is coming.”", "The minister said that the train was coming.").findings
        == ()
    )
    assert compare("“The house belongs to us,” she said.", "She said the house belonged to them.").findings == ()


def test_explanations_give_lengths_and_large_numbers_in_words_and_figures(compare):
    (length,) = compare("He was jailed for three months.", "He was jailed for six months.").findings
    assert "The one is 3 months, the other 6 months." in length.explanation
    (bound,) = compare("The debt is 3.2 billion crowns.", "The debt is at least 3.2 billion crowns.").findings
    assert "The original allows 3,200,000,000, the copy 3,200,000,000 or more." in bound.explanation


def test_two_verbs_of_which_one_renders_the_other_are_not_called_the_same(compare):
    (tense,) = compare("The unions are demanding a rise of 5 percent.", "The unions want a rise of 5 percent.").findings
    assert "The two verbs stand for one another, in another tense or aspect." in tense.explanation
