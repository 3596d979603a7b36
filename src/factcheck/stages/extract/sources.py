"""The source of a report: who says it, through coordination, participles, relative clauses, passives and inversion."""

from spacy.tokens import Token

from factcheck.lexicon.lists import words
from factcheck.stages.extract.clauses import clause_of
from factcheck.stages.extract.cues import Stretch, case_of, stray_speaker
from factcheck.stages.extract.predicates import first_conjunct
from factcheck.stages.extract.quotes import Quotation
from factcheck.stages.extract.tree import bounds, inside, kids, lemma, phrase, rel, source_text, trim

_SHOWING = frozenset({"show", "suggest", "indicate", "signal", "reveal", "mean", "imply", "find", "point", "rule"})


def find_source(token: Token, quoted: list[Quotation]) -> tuple[Token | None, Stretch | None]:
    """The word that names the source of a cue and the stretch of its phrase, or nothing."""
    agent = next((child for child in kids(token, "obl") if child.dep_ == "obl:agent" or case_of(child) == "by"), None)
    clause = clause_of(token)
    subject = agent if clause.passive else clause.subject
    own = [child for child in kids(token, "nsubj") if child.dep_ != "nsubj:pass"]
    if own and not clause.passive:
        subject = min(own, key=lambda child: (abs(child.i - token.i), child.i))
    if subject is not None and _quoted_subject(subject, token, quoted):
        subject = next(
            (child for child in token.children if child.i > token.i and child.pos_ in {"PROPN", "NOUN", "PRON"}), None
        )
    if subject is not None and (
        subject.pos_ in {"VERB", "AUX"} or (lemma(token) in _SHOWING and not _can_speak(subject))
    ):
        subject = None
    if subject is None and rel(token) == "xcomp":
        subject = clause_of(first_conjunct(token).head).subject
    if subject is not None and subject.text.lower().endswith(("self", "selves")) and subject.i > 0:
        before = subject.nbor(-1)  # "Lee herself announced"
        subject = before if before.pos_ in {"PROPN", "NOUN"} else None
    stray = stray_speaker(token) if subject is None or subject.i == token.i else None
    if stray is not None:
        return stray, source_stretch(stray, token)
    if subject is None or (inside(token, subject) and rel(token) not in {"acl"}):
        return None, None
    return subject, source_stretch(subject, token)


def _quoted_subject(subject: Token, cue: Token, quoted: list[Quotation]) -> bool:
    """Whether a subject stands inside a quotation that its cue stands outside of."""
    return any(
        q.start <= subject.idx < q.end and not q.start <= cue.idx < q.end for q in quoted if q.start <= subject.idx
    )


def _can_speak(subject: Token) -> bool:
    """Whether a source of "shows" or "suggests" is somebody, or a document, and not a fact from which one may infer."""
    word = lemma(subject)
    if subject.pos_ in {"PROPN", "PRON"} and subject.tag_ not in {"WDT", "DT"}:
        return True
    documents = words("speech", "documents")
    if word == "average":  # "an average of polls"
        return any(lemma(child) in documents for child in kids(subject, "nmod"))
    return any(word in words("people", name) for name in ("people", "roles", "organizations")) or word in documents


def source_stretch(subject: Token, cue: Token) -> Stretch:
    """The words of a source: its phrase with appositions and restrictive clauses, without the cue's own clause."""
    tokens = phrase(
        subject,
        lambda child: (
            child.i == cue.i
            or inside(cue, child)
            or (
                child.head.i == subject.i
                and rel(child) in {"case", "mark", "cc", "cop", "nsubj", "aux", "advcl", "parataxis", "punct"}
            )
            or (child.head.i == subject.i and rel(child) == "acl" and _comma_before(child))
        ),
    )
    return trim(source_text(cue.doc), *bounds(tokens))


def _comma_before(token: Token) -> bool:
    edge = token.left_edge.i
    return (edge > 0 and token.doc[edge - 1].text in {",", "—", "–", "-"}) or token.left_edge.text in {",", "—"}
