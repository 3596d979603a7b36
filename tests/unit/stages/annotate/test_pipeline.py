"""Loading pipelines and running them over text."""

import json
import pickle
import shutil
from pathlib import Path

import pytest
import spacy

from factcheck.errors import ModelError
from factcheck.model.article import Article
from factcheck.stages.annotate import annotate, load, pipeline, version
from factcheck.stages.annotate.files import MODELS

TEXTS = [
    "BAKERS STRIKE\n\n"
    "LYON (AP) — Nine bakers, led by Anna Poole, a former mayor, walked out on Feb. 3. “We lost $2.5m,” Poole said.\n",
    "The U.S.-Canada treaty was signed by 12 of the 14 ministers; two of them, who had objected, stayed away.",
    "",
    "  \n \n",
    "9,1,2,3," * 300,
    "one " * 600,
    "(" * 400,
    "He said. She said! Did they? No… “Yes.”\tTab.\r\nNext line\x0bodd\u2028separator\u00a0space \U0001f600 中文",
]


@pytest.fixture(scope="module", params=["fast", "accurate"])
def nlp(request: pytest.FixtureRequest) -> spacy.Language:
    return load(request.param)


def columns(doc: spacy.tokens.Doc) -> list[tuple[object, ...]]:
    return [
        (
            t.text,
            t.tag_,
            t.pos_,
            str(t.morph),
            t.lemma_,
            t.dep_,
            t.head.i,
            t.is_sent_start,
            t.ent_iob_,
            t.ent_type_,
            t._.kind,
        )
        for t in doc
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_every_sentence_of_any_text_is_one_tree(nlp: spacy.Language, text: str) -> None:
    doc = annotate(text, nlp)
    assert doc.text == text
    for sentence in doc.sents:
        assert sum(token.head.i == token.i for token in sentence) == 1
        for token in sentence:
            assert token.head in sentence
            assert token.tag_
            assert token.pos_
            assert token.lemma_
            assert token.dep_


def test_a_doc_is_the_same_in_batches_of_any_size(nlp: spacy.Language) -> None:
    alone = [columns(nlp(text)) for text in TEXTS]
    for size in (1, 3, 64):
        assert [columns(doc) for doc in nlp.pipe(TEXTS, batch_size=size)] == alone


def test_lines_are_sentences(nlp: spacy.Language) -> None:
    doc = annotate(TEXTS[0], nlp)
    assert next(iter(doc.sents)).text.strip() == "BAKERS STRIKE"
    assert sum(sentence.text.startswith("LYON (AP)") for sentence in doc.sents) == 1


def test_counted_nouns_and_names() -> None:
    doc = annotate(TEXTS[0], load("accurate"))
    nine = next(token for token in doc if token.text == "Nine")
    assert (nine.dep_, nine.head.text, nine.head.lemma_, nine.head._.kind) == ("nummod", "bakers", "baker", "person")
    assert ("Anna Poole", "PER") in [(ent.text, ent.label_) for ent in doc.ents]
    mayor = next(token for token in doc if token.text == "mayor")
    assert (mayor.dep_, mayor.head.text) == ("appos", "Anna")


def test_kinds_of_nouns_pronouns_and_names(nlp: spacy.Language) -> None:
    doc = annotate("The prisoners left Germany with her lawyers after two days.", nlp)
    kinds = {token.text: token._.kind for token in doc}
    assert (kinds["prisoners"], kinds["lawyers"], kinds["days"], kinds["Germany"]) == (
        "person",
        "person",
        "time",
        "place",
    )
    assert kinds["after"] == ""


def test_a_long_text_is_read_in_parts_and_given_back_whole(
    nlp: spacy.Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "PART", 200)
    text = "".join(f"Nine bakers left shop {number} in Lyon.\n" for number in range(40))
    doc = annotate(text, nlp)
    assert doc.text == text
    assert len(list(doc.sents)) == 40
    assert columns(doc)[:40] == columns(nlp(text[:100]))[:20] + columns(doc)[20:40]


def test_an_article_is_its_text(nlp: spacy.Language) -> None:
    article = Article(id="a", text="Nine boats sank.", title="Storm")
    assert columns(annotate(article, nlp)) == columns(annotate(article.text, nlp))


def test_loaded_once() -> None:
    assert load("default") is load(pipeline.DEFAULT)


def test_version_names_a_shipped_pipeline() -> None:
    assert version("fast").startswith("factcheck-fast ")
    assert version() == version(pipeline.DEFAULT)
    assert version("some/folder") == "some/folder"


def test_a_missing_pipeline_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(ModelError, match="no_such_pipeline") as caught:
        load("no_such_pipeline")
    assert "accurate" in caught.value.tip
    assert pickle.loads(pickle.dumps(caught.value)).tip == caught.value.tip


@pytest.mark.parametrize("damage", ["cut", "gone", "manifest"])
def test_a_damaged_pipeline_is_an_error_that_says_what_to_do(
    damage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "accurate"
    shutil.copytree(MODELS / "accurate", folder)
    target = folder / "joint" / "joint.onnx"
    if damage == "cut":
        target.write_bytes(target.read_bytes()[:1000])
    elif damage == "gone":
        target.unlink()
    else:
        (folder / "manifest.json").write_text("{", encoding="utf-8")
    monkeypatch.setattr(pipeline, "MODELS", tmp_path)
    pipeline._load.cache_clear()
    try:
        with pytest.raises(ModelError, match=r"damaged|missing") as caught:
            load("accurate")
        assert "pip install" in caught.value.tip
    finally:
        pipeline._load.cache_clear()


def test_a_pipeline_with_other_labels_is_refused(tmp_path: Path) -> None:
    other = spacy.blank("en")
    parser = other.add_pipe("parser")
    for label in ("nsubj", "dobj", "prep", "pobj"):
        parser.add_label(label)
    other.initialize()
    other.to_disk(tmp_path / "other")
    with pytest.raises(ModelError, match="Universal Dependencies labels: it has dobj, pobj, prep"):
        load(str(tmp_path / "other"))
    blank = spacy.blank("en")
    blank.to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="no parser"):
        load(str(tmp_path / "blank"))


def test_a_pipeline_of_ones_own_with_universal_dependencies_is_taken(tmp_path: Path) -> None:
    own = spacy.blank("en")
    parser = own.add_pipe("parser")
    for label in ("nsubj", "nsubj:pass", "aux:pass", "obl", "nmod", "case"):
        parser.add_label(label)
    own.initialize()
    own.to_disk(tmp_path / "own")
    assert "parser" in load(str(tmp_path / "own")).pipe_names


def test_the_manifest_names_licence_and_version() -> None:
    for name in ("fast", "accurate", "encoder", "lemmas"):
        found = json.loads((MODELS / name / "manifest.json").read_text(encoding="utf-8"))
        assert found["licence"]
        assert found["version"]
        assert (MODELS / name / "NOTICE.md").is_file()


@pytest.mark.parametrize("blank", ["\u00a0", "\u00a0\u00a0", " \u00a0 ", "\u2009"])
def test_a_name_goes_on_over_a_blank_of_any_kind(nlp: spacy.Language, blank: str) -> None:
    for name in ("Anna Poole", "Bank of England", "Salt Lake City Tribune", "Maria da Silva Costa"):
        doc = annotate(f"The mayor told {name.replace(' ', blank)} on Monday that Anna{blank}Poole won.", nlp)
        assert all(ent.text.strip() for ent in doc.ents)  # spaCy refuses a name that goes on without a beginning


def test_a_copy_of_a_shipped_pipeline_is_a_pipeline_of_ones_own(tmp_path):
    load("fast").to_disk(tmp_path / "mine")
    doc = load(str(tmp_path / "mine"))("The mayor opened the bridge.")
    assert [token.dep_ for token in doc][:3] == ["det", "nsubj", "ROOT"]
