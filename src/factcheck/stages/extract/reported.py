"""What is reported: the stretches of text that a cue vouches for.

A complement clause; the clause around a cue in parenthesis ("X, she said, Y"); a quotation beside it; or, where the cue
only says that something was talked about, an infinitive or an object.
"""

from spacy.tokens import Doc, Token

from factcheck.stages.extract.cues import Stretch, case_of, manner_of, mark_text, said_in, said_then, stray_speaker
from factcheck.stages.extract.predicates import is_predicate
from factcheck.stages.extract.quotes import Quotation, is_scare, overlapping
from factcheck.stages.extract.tree import bounds, inside, kid, kids, lemma, phrase, rel, source_text, trim

_PLAIN = frozenset({"say", "add", "tell", "note", "report", "write", "explain", "announce", "claim", "state", "warn"})


def content_of(token: Token, manner: str, quoted: list[Quotation]) -> tuple[list[Stretch], bool]:
    """The stretches that a cue vouches for, and whether they are mainly a quotation; empty if there are none."""
    doc = token.doc
    clause = next((child for child in kids(token, "ccomp") if not _is_participle(child, manner)), _said_through(token))
    if clause is not None:
        stretch = _stretch(clause, token)
        widened, direct = widen(doc, stretch, quoted)
        return [*widened], direct
    around = _parenthetical(token) or (_trailing(token) if manner == "speech" else None)
    if around is not None and manner in {"speech", "belief"}:
        pieces = [widen(doc, piece, quoted) for piece in around]
        return [stretch for part, _ in pieces for stretch in part], any(direct for _, direct in pieces)
    below = next((child for child in kids(token, "parataxis") if child.i > token.i and is_predicate(child)), None)
    if below is not None and manner == "speech" and _after_colon_or_quote(below):
        widened, direct = widen(doc, _stretch(below, token), quoted)
        return [*widened], direct
    near = _quotation_beside(token, quoted)
    if near is not None and manner in {"speech", "stance"}:
        return [(near.start, near.end)], True
    return [], False


def _said_through(token: Token) -> Token | None:
    """The clause of "said in a letter that ..." where it hangs on the letter."""
    nouns = [child for child in kids(token, "obl") if said_in(child)]
    clauses = [clause for noun in nouns for clause in kids(noun, "acl") if clause.dep_ != "acl:relcl"]
    return next((clause for clause in clauses if mark_text(clause) == "that"), None)


def talked_about(token: Token, manner: str, quoted: list[Quotation]) -> tuple[list[Stretch], bool]:
    """Infinitives and objects: "urged them to leave", "denied the charge", "criticised the plan"."""
    doc = token.doc
    infinitive = next(
        (child for child in kids(token, "xcomp", "advcl") if child.tag_ in {"VB", "VBG"} or kid(child, "mark")), None
    )
    if infinitive is not None and rel(infinitive) == "xcomp":
        start, end = bounds(phrase(infinitive))
        target = kid(token, "obj")
        if target is not None and manner in {"want", "speech"} and target.pos_ != "PRON":
            start = min(start, bounds(phrase(target))[0])
        return widen(doc, trim(source_text(doc), start, end), quoted)
    target = kid(token, "obj", "nsubj:pass")
    if target is None:
        target = next(
            (
                child
                for child in kids(token, "obl")
                if case_of(child) in {"for", "about", "against", "on", "with", "to", "of"} and rel(child) == "obl"
            ),
            None,
        )
        if manner in {"belief"} or lemma(token) in {"say", "tell"}:
            return [], False
    if target is None or target.pos_ == "PRON" or manner == "belief":
        return [], False
    start, end = bounds(phrase(target, lambda child: rel(child) in {"case", "parataxis"} and child.head.i == target.i))
    return widen(doc, trim(source_text(doc), start, end), quoted)


def _is_participle(child: Token, manner: str) -> bool:
    """A participle after a comma goes with the cue and is not what is said ("..., she said, wiping her eyes")."""
    return (
        child.tag_ == "VBG"
        and manner == "speech"
        and kid(child, "nsubj", "aux", "mark") is None
        and child.left_edge.i > 0
        and child.doc[child.left_edge.i - 1].text == ","
    )


def _after_colon_or_quote(token: Token) -> bool:
    before = token.left_edge.i - 1
    return before >= 0 and token.doc[before].text in {":", "“", '"', "``", "‘"}


def _stretch(head: Token, cue: Token) -> Stretch:
    stray = stray_speaker(cue)
    tokens = phrase(
        head,
        lambda child: (
            child.i == cue.i
            or (child.head.i == head.i and rel(child) == "obl" and said_then(child))
            or (stray is not None and child.i == stray.i)
            or (rel(child) == "parataxis" and child.i > head.i and _is_cue_clause(child))
        ),
    )
    beside = [token for token in tokens if (token.i > cue.i) == (head.i > cue.i)]  # never across the cue itself
    start, end = bounds(beside)
    return trim(source_text(head.doc), start, end)


def _is_cue_clause(token: Token) -> bool:
    return token.pos_ == "VERB" and manner_of(token) == "speech" and kid(token, "nsubj") is not None


def _parenthetical(token: Token) -> list[Stretch] | None:
    """The stretches around a cue that stands in parenthesis inside or after what is said."""
    if kid(token, "nsubj") is None and kid(token, "nsubj:pass") is None:
        return None
    if rel(token) == "parataxis" and kid(token, "ccomp", "xcomp") is not None:
        return None  # "...; Lee claimed not to have seen it": the cue has a content of its own
    governor: Token | None = None
    if (rel(token) == "parataxis" and is_predicate(token.head)) or (
        rel(token) == "advcl"
        and (mark := kid(token, "mark")) is not None
        and mark.text.lower() == "as"
        and kid(token, "obj") is None
    ):
        governor = token.head
    if governor is None or (
        manner_of(governor) == "speech" and governor.i < token.i and kid(governor, "ccomp") is not None
    ):
        return None
    below = {part.i for part in phrase(token)}
    left: list[Token] = []
    right: list[Token] = []
    for part in phrase(governor):
        if part.i not in below:
            (left if part.i < token.i else right).append(part)
    pieces = []
    for side in (left, right):
        if any(part.is_alpha or part.like_num for part in side):
            pieces.append(trim(source_text(token.doc), *bounds(side)))
    return pieces or None


def _trailing(token: Token) -> list[Stretch] | None:
    """What stands before ", she said" or ", said the officials" in a sentence, however the cue is attached."""
    subject = kid(token, "nsubj") or stray_speaker(token)
    below = [child for child in kids(token, "ccomp", "obj", "xcomp") if not _is_participle(child, "speech")]
    if subject is None or below or lemma(token) not in _PLAIN:
        return None
    edge = subject.left_edge
    first = min(token.i, edge.i + 1 if edge.text == "," else edge.i)
    sentence = token.sent
    before = first - 1
    if before <= sentence.start or token.doc[before].text not in {",", "”", '"', "''", "’"}:
        return None
    after = max(token.i, subject.right_edge.i)
    rest = [part for part in sentence[after + 1 - sentence.start :] if part.pos_ in {"VERB", "AUX"}]
    if any(part.tag_ not in {"VBG", "VBN"} and not inside(part, token) for part in rest):
        return None
    return [trim(source_text(token.doc), sentence.start_char, token.doc[before].idx + len(token.doc[before].text))]


def widen(doc: Doc, stretch: Stretch, quoted: list[Quotation]) -> tuple[list[Stretch], bool]:
    """The stretch with the marks of quotations that it begins or ends, and whether it is mainly a quotation."""
    start, end = stretch
    direct = False
    for quotation in overlapping(quoted, start, end):
        inner = max(0, min(end, quotation.end) - max(start, quotation.start))
        if quotation.start <= start + 1 and start < quotation.end:
            start = min(start, quotation.start)
            direct = direct or inner > 0.6 * (end - start)
        if quotation.end > end or quotation.end >= end - 1:
            end = max(end, quotation.end) if inner else end
        elif source_text(doc)[end : end + 1] in {"”", '"'}:
            end += 1
    return [(start, end)], direct


def _quotation_beside(token: Token, quoted: list[Quotation]) -> Quotation | None:
    """The quotation next to a cue in its sentence: first the one that follows, then the one before."""
    sentence = token.sent
    cue_end = token.idx + len(token.text)
    after = before = None
    for quotation in overlapping(quoted, sentence.start_char, sentence.end_char):
        if is_scare(source_text(token.doc)[quotation.start : quotation.end]):
            continue
        if quotation.start >= cue_end and after is None and inside_clause(token, quotation.start):
            after = quotation
        if quotation.end <= token.idx and token.idx - quotation.end < 60:
            before = quotation
    return after or before


def inside_clause(token: Token, offset: int) -> bool:
    """Whether the character lies not after the last word below the token."""
    edge = token.right_edge
    return offset <= edge.idx + len(edge.text)
