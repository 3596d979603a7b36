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
from factcheck.stages.extract.clauses import clause_of
from factcheck.stages.extract.cues import Stretch, case_of, cue_stretch, manner_of, mark_text, scope
from factcheck.stages.extract.predicates import is_predicate
from factcheck.stages.extract.quotes import Quotation
from factcheck.stages.extract.reported import content_of, talked_about
from factcheck.stages.extract.sources import find_source, source_stretch
from factcheck.stages.extract.tree import ancestors, bounds, inside, kid, kids, lemma, phrase, rel, source_text, trim


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
    found.extend(_after_colons(doc, quoted, found))
    found.extend(_loose_quotations(doc, quoted, found))
    return sorted(found, key=lambda report: (report.cue.i, report.content))


def _verbal(token: Token, quoted: list[Quotation]) -> Iterator[Report]:
    if token.pos_ in {"ADJ"} and lemma(token) in words("speech", "fear_adjectives"):
        manner: str | None = "fear"
    elif token.pos_ in {"VERB", "AUX"} and rel(token) not in {"aux", "cop", "amod", "compound"}:
        manner = manner_of(token)
    else:
        return
    if manner is None:
        return
    content, direct = content_of(token, manner, quoted)
    if not content:  # no statement: something is only talked about
        content, direct = talked_about(token, manner, quoted)
        manner = "want" if manner == "want" else "stance"
    if not content:
        return
    source, stretch = find_source(token, quoted)
    yield Report(token, cue_stretch(token), source, stretch, tuple(content), manner, direct)


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
    governor = top.head if _within_relative(top) else scope(top.head)
    if inside(governor, top):
        return
    below = {part.i for part in phrase(top)}
    tokens = [part for part in phrase(governor) if part.i not in below]
    left = [part for part in tokens if part.i < top.left_edge.i]
    right = [part for part in tokens if part.i > top.right_edge.i]
    pieces = [
        trim(source_text(token.doc), *bounds(side))
        for side in (left, right)
        if any(part.is_alpha or part.like_num for part in side)
    ]
    if pieces:
        to = next((part for part in token.doc[token.i + 1 : token.i + 2] if part.text.lower() == "to"), token)
        source_tokens = phrase(
            source, lambda child: child.i == token.i or (child.head.i == source.i and rel(child) == "case")
        )
        yield Report(
            token,
            bounds([token, to]),
            source,
            trim(source_text(token.doc), *bounds(source_tokens)),
            tuple(pieces),
            "speech",
        )


def _within_relative(top: Token) -> bool:
    """ "Which, according to X, failed": the comment is on the relative clause alone."""
    head = top.head
    return (
        head.dep_ == "acl:relcl"
        and top.i < head.i
        and any(part.tag_ in {"WP", "WDT"} and part.i < top.i for part in head.children)
    )


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
        (child for child in kids(token, "nmod") if case_of(child) in {"by", "from", "of", "among"}), None
    )
    if owner is None and rel(token) == "obj" and is_predicate(token.head):
        owner = clause_of(token.head).subject
    content = trim(source_text(token.doc), *bounds(phrase(clause)))
    stretch = source_stretch(owner, token) if owner is not None and not inside(token, owner) else None
    manner = "fear" if lemma(token) in {"fear", "worry", "concern"} else "speech"
    yield Report(token, bounds([token]), owner, stretch, (content,), manner)


def _after_colons(doc: Doc, quoted: list[Quotation], found: list[Report]) -> Iterator[Report]:
    """Quotations that no cue claims and that a colon ties to a clause before: "The district issued an update at noon:
    'All schools are open.'" """
    for quotation in quoted:
        span = doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
        if span is None or span.start < 2 or doc[span.start - 1].text != ":":
            continue
        if any(_claims(report, quotation) for report in found):
            continue
        last = doc[span.start - 2]
        issued = [last, *ancestors(last)]
        verb = next((token for token in issued if token.pos_ == "VERB" and _puts_out(token)), None)
        if verb is None:
            continue
        source, stretch = find_source(verb, quoted)
        if source is not None and stretch is not None:
            yield Report(verb, bounds([verb]), source, stretch, ((quotation.start, quotation.end),), "speech", True)


def _puts_out(verb: Token) -> bool:
    """Whether a verb puts out words: "issued an update", "posted a notice"; documents are what speech.toml says."""
    put_out = kid(verb, "obj")
    return (
        lemma(verb) in words("speech", "issuing")
        and put_out is not None
        and lemma(put_out) in words("speech", "documents")
    )


def _loose_quotations(doc: Doc, quoted: list[Quotation], found: list[Report]) -> list[Report]:
    """Quotations that no cue claims: they go on with the speaker of the quotation before or after in their paragraph,
    or of the paragraph before if that ended in the midst of a speech or this one is nothing but speech."""
    text = source_text(doc)
    extra: list[Report] = []
    speakers = sorted(
        (report for report in found if report.direct and report.manner == "speech"), key=lambda r: r.content[0]
    )
    spoken = sorted(
        (report for report in found if report.manner == "speech" and report.source_stretch is not None),
        key=lambda r: r.content[-1],
    )
    for quotation in quoted:
        inner = text[quotation.start : quotation.end]
        if len(inner.split()) < 4 or any(_claims(report, quotation) for report in found):
            continue
        paragraph = text.rfind("\n", 0, quotation.start) + 1
        finish = text.find("\n", quotation.start)
        finish = len(text) if finish < 0 else finish
        before = [
            report
            for report in spoken
            if paragraph <= report.content[0][0] < finish
            and report.content[-1][1] <= quotation.start
            and _is_sentence_start(text, quotation.start)
        ]
        before = [report for report in before if report.direct] or before  # who is quoted speaks on, else who tells
        chosen = _judges_before(doc, quotation, quoted) or (before[-1] if before else None)
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


def _judges_before(doc: Doc, quotation: Quotation, quoted: list[Quotation]) -> Report | None:
    """The one who takes a stance right before a quotation that has a sentence of its own: "Lee agreed with the ruling.
    'We are glad.'" """
    span = doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
    if span is None or span.start == 0 or not _is_sentence_start(source_text(doc), quotation.start):
        return None
    last = doc[max(0, span.start - 2)].sent
    cue = last.root
    if "\n" in source_text(doc)[last.start_char : quotation.start].strip():
        return None
    if manner_of(cue) != "stance" and lemma(cue) not in words("speech", "siding"):
        return None
    source, stretch = find_source(cue, quoted)
    another = any(part.pos_ == "PROPN" and part.i > cue.i for part in last)
    if source is None or source.pos_ != "PROPN" or another:
        return None  # "Lee sided with Roe": either may speak next
    return Report(cue, cue_stretch(cue), source, stretch, (), "stance")


def _is_sentence_start(text: str, offset: int) -> bool:
    before = text[:offset].rstrip()[-1:] if offset < 200 else text[offset - 200 : offset].rstrip()[-1:]
    return before in {".", "!", "?", "”", '"', ":", ""}


def _claims(report: Report, quotation: Quotation) -> bool:
    """Whether a report from outside the quotation holds some of it."""
    if quotation.start <= report.cue.idx < quotation.end:
        return False
    return any(start < quotation.end and quotation.start < end for start, end in report.content)
