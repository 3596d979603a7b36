"""Laws of the drift stage that hold for any two texts."""

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model.article import Article
from factcheck.stages.drift import drift

NLP = spacy.blank("en")
WORDS = st.sampled_from(
    [
        "the",
        "mayor",
        "Harwick",
        "said",
        "14",
        "workers",
        "were",
        "not",
        "on",
        "1,200",
        "may",
        ",",
        ".",
        "“",
        "Treviño",
        "中文",
    ]
)
TEXTS = st.lists(WORDS, max_size=60).map(" ".join) | st.text(
    alphabet=st.characters(exclude_categories=["Cs"]), max_size=200
)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_findings_quote_verbatim_and_come_in_one_order(left, right):
    articles = {"a": Article("a", left), "b": Article("b", right)}
    findings = drift(NLP(left), NLP(right), articles["a"], articles["b"]).findings
    assert findings == drift(NLP(left), NLP(right), articles["a"], articles["b"]).findings
    assert len({finding.id for finding in findings}) == len(findings)
    for finding in findings:
        assert finding.spans
        for span in (*finding.spans, *finding.marks):
            assert articles[span.source].text[span.start : span.end] == span.text


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_nothing_drifts_from_itself(text):
    result = drift(NLP(text), NLP(text), Article("a", text), Article("b", text))
    assert result.findings == ()
    assert (result.summary.changed, result.summary.lost, result.summary.added) == (0, 0, 0)
