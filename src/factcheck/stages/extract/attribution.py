"""Who says so: sources, cues and the stretches that they vouch for.

One `Report` is one act of saying or holding: a cue ("said", "according to", "the claim that"), its source, and its
content. Sources are found through coordination, participles ("..., adding that"), relative clauses and passives;
content is a complement clause, a clause with the cue in parenthesis ("X, she said, ..."), a quotation, or, for what
is only talked about, an object. The three parts follow PolNeAR (Newell, Margolin and Ruths, LREC 2018).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from factcheck.lexicon.lists import words
from factcheck.stages.extract.clauses import clause_of, first_conjunct, is_predicate
from factcheck.stages.extract.quotes import Quotation, is_scare
from factcheck.stages.extract.tree import bounds, inside, kid, kids, lemma, phrase, rel, trim

Stretch = tuple[int, int]
_SHOWING = frozenset({"show", "suggest", "indicate", "signal", "reveal", "mean", "imply", "find", "point", "rule"})
_PLAIN = frozenset({"say", "add", "tell", "note", "report", "write", "explain", "announce", "claim", "state", "warn"})


@dataclass(frozen=True, slots=True)
class Report:
    """An act of saying: character stretches of source, cue and content, and the words that head source and cue.

    `manner` is "speech", "belief", "fear", "want" or "stance"; only the first three say that the content is a
    statement. `direct` says that the content is a quotation.
    """

    cue: Token
    cue_stretch: Stretch
    source: Token | None
    source_stretch: Stretch | None
    content: tuple[Stretch, ...]
    manner: str
    direct: bool = False

    def covers(self, offset: int) -> bool:
        """Whether the content holds the character at `offset`."""
        return any(start <= offset < end for start, end in self.content)


def reports(doc: Doc, quoted: list[Quotation]) -> list[Report]:
    """All reports of a document in the order of their cues. Quotations without a cue go to a speaker near by."""
    found: list[Report] = []
    for sentence in doc.sents:
        for token in sentence:
            found.extend(_verbal(token, quoted))
            found.extend(_according(token))
            found.extend(_nominal(token))
    found.extend(_loose_quotations(doc, quoted, found))
    return sorted(found, key=lambda report: (report.cue.i, report.content))


def manner_of(token: Token) -> str | None:
    """What kind of cue a word is, or None."""
    word = lemma(token)
    if word in words("speech", "fear"):
        return "fear"
    if word in words("speech", "report"):
        return "speech"
    if word in words("speech", "belief"):
        return "belief"
    if word in words("speech", "want") or word in words("speech", "plan"):
        return "want"
    if word in words("speech", "stance"):
        return "stance"
    return None


def _verbal(token: Token, quoted: list[Quotation]) -> Iterator[Report]:
    if token.pos_ in {"ADJ"} and lemma(token) in words("speech", "fear_adjectives"):
        manner: str | None = "fear"
    elif token.pos_ in {"VERB", "AUX"} and rel(token) not in {"aux", "cop", "amod", "compound"}:
        manner = manner_of(token)
    else:
        return
    if manner is None:
        return
    content, direct = _content(token, manner, quoted)
    if not content:
        return
    source, stretch = _source(token, quoted)
    yield Report(token, _cue(token), source, stretch, tuple(content), manner, direct)


def _content(token: Token, manner: str, quoted: list[Quotation]) -> tuple[list[Stretch], bool]:
    doc = token.doc
    clause = next((child for child in kids(token, "ccomp") if not _is_participle(child, manner)), None)
    if clause is not None:
        stretch = _stretch(clause, token)
        widened, direct = _widen(doc, stretch, quoted)
        return [*widened], direct
    around = _parenthetical(token) or (_trailing(token) if manner == "speech" else None)
    if around is not None and manner in {"speech", "belief"}:
        pieces = [_widen(doc, piece, quoted) for piece in around]
        return [stretch for part, _ in pieces for stretch in part], any(direct for _, direct in pieces)
    below = next((child for child in kids(token, "parataxis") if child.i > token.i and is_predicate(child)), None)
    if below is not None and manner == "speech" and _after_colon_or_quote(below):
        widened, direct = _widen(doc, _stretch(below, token), quoted)
        return [*widened], direct
    near = _quotation_beside(token, quoted)
    if near is not None and manner in {"speech", "stance"}:
        return [(near.start, near.end)], True
    return _talked_about(token, manner, quoted)


def _talked_about(token: Token, manner: str, quoted: list[Quotation]) -> tuple[list[Stretch], bool]:
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
        return _widen(doc, trim(doc.text, start, end), quoted)
    target = kid(token, "obj", "nsubj:pass")
    if target is None:
        target = next(
            (
                child
                for child in kids(token, "obl")
                if _case(child) in {"for", "about", "against", "on", "with", "to", "of"} and rel(child) == "obl"
            ),
            None,
        )
        if manner in {"belief"} or lemma(token) in {"say", "tell"}:
            return [], False
    if target is None or target.pos_ == "PRON" or manner == "belief":
        return [], False
    start, end = bounds(phrase(target, lambda child: rel(child) in {"case", "parataxis"} and child.head.i == target.i))
    return _widen(doc, trim(doc.text, start, end), quoted)


def _case(token: Token) -> str:
    found = kid(token, "case")
    return found.text.lower() if found is not None else ""


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
    tokens = phrase(
        head,
        lambda child: child.i == cue.i or (rel(child) == "parataxis" and child.i > head.i and _is_cue_clause(child)),
    )
    start, end = bounds(tokens)
    return trim(head.doc.text, start, end)


def _is_cue_clause(token: Token) -> bool:
    return token.pos_ == "VERB" and manner_of(token) == "speech" and kid(token, "nsubj") is not None


def _parenthetical(token: Token) -> list[Stretch] | None:
    """The stretches around a cue that stands in parenthesis inside or after what is said."""
    if kid(token, "nsubj") is None and kid(token, "nsubj:pass") is None:
        return None
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
            pieces.append(trim(token.doc.text, *bounds(side)))
    return pieces or None


def _trailing(token: Token) -> list[Stretch] | None:
    """What stands before ", she said" or ", said the officials" in a sentence, however the cue is attached."""
    subject = kid(token, "nsubj")
    below = [child for child in kids(token, "ccomp", "obj", "xcomp") if not _is_participle(child, "speech")]
    if subject is None or below or lemma(token) not in _PLAIN:
        return None
    first = min(token.i, subject.left_edge.i)
    sentence = token.sent
    before = first - 1
    if before <= sentence.start or token.doc[before].text not in {",", "”", '"', "''", "’"}:
        return None
    after = max(token.i, subject.right_edge.i)
    rest = [part for part in sentence[after + 1 - sentence.start :] if part.pos_ in {"VERB", "AUX"}]
    if any(part.tag_ not in {"VBG", "VBN"} and not inside(part, token) for part in rest):
        return None
    return [trim(token.doc.text, sentence.start_char, token.doc[before].idx + len(token.doc[before].text))]


def _widen(doc: Doc, stretch: Stretch, quoted: list[Quotation]) -> tuple[list[Stretch], bool]:
    """The stretch with the marks of quotations that it begins or ends, and whether it is mainly a quotation."""
    start, end = stretch
    direct = False
    for quotation in quoted:
        if quotation.end <= start or quotation.start >= end:
            continue
        inner = max(0, min(end, quotation.end) - max(start, quotation.start))
        if quotation.start <= start + 1 and start < quotation.end:
            start = min(start, quotation.start)
            direct = direct or inner > 0.6 * (end - start)
        if quotation.end > end or quotation.end >= end - 1:
            end = max(end, quotation.end) if inner else end
        elif doc.text[end : end + 1] in {"”", '"'}:
            end += 1
    return [(start, end)], direct


def _quotation_beside(token: Token, quoted: list[Quotation]) -> Quotation | None:
    """The quotation next to a cue in its sentence: first the one that follows, then the one before."""
    sentence = token.sent
    cue_end = token.idx + len(token.text)
    after = before = None
    for quotation in quoted:
        if quotation.start >= sentence.end_char or quotation.end <= sentence.start_char:
            continue
        if is_scare(token.doc.text[quotation.start : quotation.end]):
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


def _source(token: Token, quoted: list[Quotation]) -> tuple[Token | None, Stretch | None]:
    agent = next((child for child in kids(token, "obl") if child.dep_ == "obl:agent" or _case(child) == "by"), None)
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
    return any(word in words("people", name) for name in ("people", "roles", "organizations")) or word in words(
        "speech", "documents"
    )


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
    return trim(cue.doc.text, *bounds(tokens))


def _comma_before(token: Token) -> bool:
    edge = token.left_edge.i
    return (edge > 0 and token.doc[edge - 1].text in {",", "—", "–", "-"}) or token.left_edge.text in {",", "—"}


def _cue(token: Token) -> Stretch:
    parts = [
        child
        for child in token.children
        if rel(child) == "aux"
        or child.dep_ in {"aux:pass", "compound:prt"}
        or (rel(child) == "advmod" and lemma(child) in {"not", "n't", "never"})
    ]
    near = [part for part in parts if abs(part.i - token.i) <= 3]
    return bounds([*near, token])


def _according(token: Token) -> Iterator[Report]:
    """ "According to X": content is the clause that the phrase belongs to."""
    if token.text.lower() != "according":
        return
    source = token.head if rel(token) == "case" else next((kid_ for kid_ in kids(token, "obl", "nmod", "obj")), None)
    if source is None or source.i == token.i:
        return
    top = source if rel(token) == "case" else token
    if top.head.i == top.i:
        return
    governor = _scope(top.head)
    if inside(governor, top):
        return
    below = {part.i for part in phrase(top)}
    tokens = [part for part in phrase(governor) if part.i not in below]
    left = [part for part in tokens if part.i < top.left_edge.i]
    right = [part for part in tokens if part.i > top.right_edge.i]
    pieces = [
        trim(token.doc.text, *bounds(side))
        for side in (left, right)
        if any(part.is_alpha or part.like_num for part in side)
    ]
    if pieces:
        to = next((part for part in token.doc[token.i + 1 : token.i + 2] if part.text.lower() == "to"), token)
        source_tokens = phrase(
            source, lambda child: child.i == token.i or (child.head.i == source.i and rel(child) == "case")
        )
        yield Report(
            token, bounds([token, to]), source, trim(token.doc.text, *bounds(source_tokens)), tuple(pieces), "speech"
        )


def _scope(governor: Token) -> Token:
    """The clause that a comment belongs to: not an infinitive, a participle or a noun inside it that it happens to hang on."""
    for _ in range(8):
        relation = rel(governor)
        if governor.head.i == governor.i or relation in {"parataxis", "ccomp", "root"}:
            break
        if relation == "conj" and kid(governor, "nsubj") is not None:
            break
        if relation == "advcl" and kid(governor, "mark") is not None and kid(governor, "nsubj") is not None:
            break
        governor = governor.head
    return governor


def _nominal(token: Token) -> Iterator[Report]:
    """ "Her claim that ...", "a statement by X that ...": a noun of saying with its clause."""
    if token.pos_ != "NOUN" or lemma(token) not in words("speech", "nouns"):
        return
    clause = next(
        (
            child
            for child in kids(token, "acl", "ccomp")
            if child.dep_ != "acl:relcl" and mark_text(child) in {"that", "whether"}
        ),
        None,
    )
    if clause is None:
        return
    owner = kid(token, "nmod:poss") or next(
        (child for child in kids(token, "nmod") if _case(child) in {"by", "from", "of", "among"}), None
    )
    if owner is None and rel(token) == "obj" and is_predicate(token.head):
        owner = clause_of(token.head).subject
    content = trim(token.doc.text, *bounds(phrase(clause)))
    stretch = source_stretch(owner, token) if owner is not None and not inside(token, owner) else None
    manner = "fear" if lemma(token) in {"fear", "worry", "concern"} else "speech"
    yield Report(token, bounds([token]), owner, stretch, (content,), manner)


def mark_text(token: Token) -> str:
    """The subordinator of a clause in lower case, or the empty string."""
    found = kid(token, "mark")
    return found.text.lower() if found is not None else ""


def _loose_quotations(doc: Doc, quoted: list[Quotation], found: list[Report]) -> list[Report]:
    """Quotations that no cue claims: they go on with the speaker of the quotation before or after in their paragraph,
    or of the paragraph before if that ended in the midst of a speech or this one is nothing but speech."""
    text = doc.text
    extra: list[Report] = []
    speakers = sorted(
        (report for report in found if report.direct and report.manner == "speech"), key=lambda r: r.content[0]
    )
    for quotation in quoted:
        inner = text[quotation.start : quotation.end]
        if len(inner.split()) < 4 or any(_overlap(report.content, quotation) for report in found):
            continue
        paragraph = text.rfind("\n", 0, quotation.start) + 1
        finish = text.find("\n", quotation.start)
        finish = len(text) if finish < 0 else finish
        near = [report for report in speakers if paragraph <= report.content[0][0] < finish]
        before = [
            report
            for report in near
            if report.content[-1][1] <= quotation.start and _is_sentence_start(text, quotation.start)
        ]
        chosen = before[-1] if before else None
        if chosen is None:
            earlier = [report for report in [*speakers, *extra] if report.content[-1][1] <= paragraph]
            whole = not text[paragraph : quotation.start].strip() and len(text[quotation.end : finish].strip()) < 3
            if (
                earlier
                and whole
                and text[earlier[-1].content[-1][1] : paragraph].count("\n") <= 3
                and len(text[earlier[-1].content[-1][1] : paragraph]) < 120
            ):
                chosen = earlier[-1]
        if chosen is not None:
            extra.append(
                Report(
                    chosen.cue,
                    chosen.cue_stretch,
                    chosen.source,
                    chosen.source_stretch,
                    ((quotation.start, quotation.end),),
                    "speech",
                    True,
                )
            )
    return extra


def _is_sentence_start(text: str, offset: int) -> bool:
    before = text[:offset].rstrip()[-1:] if offset < 200 else text[offset - 200 : offset].rstrip()[-1:]
    return before in {".", "!", "?", "”", '"', ":", ""}


def _overlap(content: tuple[Stretch, ...], quotation: Quotation) -> bool:
    return any(start < quotation.end and quotation.start < end for start, end in content)


def innermost(found: list[Report], offset: int) -> list[Report]:
    """The reports whose content holds the character, the innermost (shortest content) first."""
    holding = [report for report in found if report.covers(offset)]
    return sorted(holding, key=lambda report: (sum(end - start for start, end in report.content), report.cue.i))
